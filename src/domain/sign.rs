//! A hint on a pending request that the user saw. A sign is never a verdict.

use serde::{Deserialize, Serialize};

use super::id::{RequestId, SignId};
use super::record::record;
use super::request::{Channel, tokens};
use super::time::Day;

/// A hint that the user wrote down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// The number.
    pub id: SignId,
    /// The request it belongs to.
    pub request: RequestId,
    /// What was seen.
    pub kind: SignKind,
    /// When.
    pub on: Day,
    /// Their words, or what was seen; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// On which channel they told so; nothing for what was only seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
}

record!(
    Sign,
    SignId { id: "id", request: "request", kind: "sign", on: "day", text: "text", channel: "channel" }
);

tokens! {
    /// What can be seen while a request waits.
    SignKind {
        /// Their posts show as public only.
        PublicPostsOnly = "public_posts_only",
        /// They looked at the user's profile.
        ViewedProfile = "viewed_profile",
        /// They reacted to something of the user's.
        Reacted = "reacted",
        /// They are active elsewhere on the platform.
        ActiveElsewhere = "active_elsewhere",
        /// The account looks unused.
        InactiveAccount = "inactive_account",
        /// They said yes in words.
        ToldYes = "told_yes",
        /// They said no in words.
        ToldNo = "told_no",
    }
}

impl SignKind {
    /// Whether they told it in words, and it was not only seen.
    pub fn told(self) -> bool {
        matches!(self, SignKind::ToldYes | SignKind::ToldNo)
    }

    /// How much the sign says, and why.
    pub fn weight(self) -> &'static str {
        match self {
            SignKind::PublicPostsOnly => "weak: public posts are visible to anyone",
            SignKind::ViewedProfile => "weak: people look at many profiles",
            SignKind::Reacted => "weak: it was kindly meant, and may be all",
            SignKind::ActiveElsewhere => "weak: many never look at their requests",
            SignKind::InactiveAccount => "weak: they may simply not be there",
            SignKind::ToldYes | SignKind::ToldNo => "strong: their own words",
        }
    }

    /// The words on a screen.
    pub fn label(self) -> &'static str {
        match self {
            SignKind::PublicPostsOnly => "public posts only",
            SignKind::ViewedProfile => "viewed profile",
            SignKind::Reacted => "reacted",
            SignKind::ActiveElsewhere => "active elsewhere",
            SignKind::InactiveAccount => "inactive account",
            SignKind::ToldYes => "told me yes",
            SignKind::ToldNo => "told me no",
        }
    }
}
