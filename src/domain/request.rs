//! A connection request, sent or received, and what became of it.

use serde::{Deserialize, Serialize};

use super::contact::Origin;
use super::id::{ContactId, RequestId};
use super::record::record;
use super::time::{Day, Moment};

/// A connection request. An empty text means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The number, `r17`.
    pub id: RequestId,
    /// With whom.
    pub contact: ContactId,
    /// Who asked whom.
    pub direction: Direction,
    /// Where it was asked.
    pub channel: Channel,
    /// How one came to ask: search, event, alumni, referral, post, or a word of the user's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// 1 for the first request to this contact in this direction, and so on.
    pub attempt: u32,
    /// The day it was sent: the user's day, or the UTC day where it comes from an export (the Pacific day, where the
    /// export has no time).
    pub sent_on: Day,
    /// The moment it was sent, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Moment>,
    /// `Sent At` as it stood in the export.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sent_raw: String,
    /// The message that went with it; empty where it went without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// Where it stands.
    pub standing: Standing,
    /// The day it got there; nothing while it is pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_on: Option<Day>,
    /// The moment it got there, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<Moment>,
    /// How the standing is known.
    pub evidence: Evidence,
    /// Off the list until this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<Day>,
    /// Where the record comes from.
    pub origin: Origin,
    /// The day it was written down.
    pub recorded_on: Day,
    /// The last day on which it was known to be pending: of an export, or by the user's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<Day>,
    /// Matched to its connection by the name alone, since the export had no address.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_name: bool,
    /// The respect rule that it went against, in words; empty where it went against none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub against: String,
    /// The good news of it was opened.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opened: bool,
    /// The template that the message was begun with; empty where there was none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// What the coach gave the message when it was written down, 0 to 100; nothing where there is no message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<u8>,
    /// How many of the ten items of the user's profile were in order then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<u8>,
}

record!(
    Request,
    RequestId {
        id: "id",
        contact: "contact",
        direction: "direction",
        channel: "channel",
        source: "source",
        attempt: "attempt",
        sent_on: "day it was sent",
        sent_at: "moment it was sent",
        sent_raw: "export's own date",
        message: "message",
        standing: "standing",
        settled_on: "day it was settled",
        settled_at: "moment it was settled",
        evidence: "evidence",
        snoozed_until: "day it comes back",
        origin: "origin",
        recorded_on: "day it was written down",
        confirmed_on: "day it was last seen pending",
        by_name: "way it was matched",
        against: "rule it went against",
        opened: "news of it",
        template: "template",
        score: "score",
        profile: "profile",
    }
);

macro_rules! tokens {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $token:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$item])* #[serde(rename = $token)] $variant),+
        }

        impl $name {
            /// Every one, in the order of the documents.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word in the database, in JSON and on the command line.
            pub fn token(self) -> &'static str {
                match self {
                    $($name::$variant => $token),+
                }
            }

            /// Reads the token as the database has it, and nothing else.
            pub fn from_token(text: &str) -> Option<Self> {
                match text {
                    $($token => Some($name::$variant),)+
                    _ => None,
                }
            }

            /// Reads the token; blanks and `-` count as `_`.
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim().to_lowercase().replace([' ', '-'], "_");
                Self::ALL.iter().copied().find(|each| each.token() == text)
            }

            /// The word on a screen.
            pub fn word(self) -> String {
                self.token().replace('_', " ")
            }
        }
    };
}
pub(crate) use tokens;

tokens! {
    /// Who asked whom.
    Direction {
        /// The user asked.
        Sent = "sent",
        /// The user was asked.
        Received = "received",
    }
}

tokens! {
    /// Where a request was made.
    Channel {
        /// On LinkedIn.
        LinkedIn = "linkedin",
        /// At an event.
        Event = "event",
        /// By e-mail.
        Email = "email",
        /// Some other way.
        Other = "other",
    }
}

tokens! {
    /// Where a request stands.
    Standing {
        /// Being written.
        Draft = "draft",
        /// Waiting.
        Pending = "pending",
        /// They said yes.
        Accepted = "accepted",
        /// They said no, in words.
        Declined = "declined",
        /// The user took it back.
        Withdrawn = "withdrawn",
        /// The platform dropped it.
        Expired = "expired",
        /// Somebody reported it.
        Reported = "reported",
        /// The user let a received one be.
        Ignored = "ignored",
        /// Gone from the export without a connection: nobody can tell why.
        NoLongerListed = "no_longer_listed",
    }
}

tokens! {
    /// How a standing is known.
    Evidence {
        /// The user saw it.
        Seen = "seen",
        /// They told the user.
        Told = "told",
        /// An export says so.
        Imported = "imported",
        /// It follows from what an export says.
        Inferred = "inferred",
    }
}

impl Standing {
    /// Neither a draft nor pending: it counts in a rate.
    pub fn settled(self) -> bool {
        !matches!(self, Standing::Draft | Standing::Pending)
    }

    /// Whether a request of this direction can have this standing.
    pub fn fits(self, direction: Direction) -> bool {
        match direction {
            Direction::Sent => self != Standing::Ignored,
            Direction::Received => matches!(
                self,
                Standing::Pending
                    | Standing::Accepted
                    | Standing::Ignored
                    | Standing::Reported
                    | Standing::NoLongerListed
            ),
        }
    }
}

impl Request {
    /// A pending first attempt on LinkedIn, written down by hand today.
    pub fn new(id: RequestId, contact: ContactId, direction: Direction, sent_on: Day, today: Day) -> Self {
        Self {
            id,
            contact,
            direction,
            channel: Channel::LinkedIn,
            source: String::new(),
            attempt: 1,
            sent_on,
            sent_at: None,
            sent_raw: String::new(),
            message: String::new(),
            standing: Standing::Pending,
            settled_on: None,
            settled_at: None,
            evidence: Evidence::Seen,
            snoozed_until: None,
            origin: Origin::Hand,
            recorded_on: today,
            confirmed_on: None,
            by_name: false,
            against: String::new(),
            opened: false,
            template: String::new(),
            score: None,
            profile: None,
        }
    }

    /// Whether the platform knows of it: made there, and no longer a draft.
    pub fn on_platform(&self) -> bool {
        self.channel == Channel::LinkedIn && self.standing != Standing::Draft
    }

    /// The UTC day of the moment it was sent, else the day that is known.
    pub fn utc_day(&self) -> Day {
        self.sent_at.map_or(self.sent_on, Moment::day)
    }

    /// The day in US Pacific time on which a row of an export says it was sent, with its time or without.
    pub fn pacific_day(&self) -> Day {
        self.sent_at.map_or(self.sent_on, Moment::pacific_day)
    }

    /// The day it was sent as somebody saw it on whose calendar it is this day: the sent day of an export is a UTC day,
    /// which can be tomorrow west of it.
    pub fn sent_as_of(&self, today: Day) -> Day {
        let tomorrow = self.sent_at.is_some() && self.sent_on == today.plus(1);
        if tomorrow { today } else { self.sent_on }
    }

    /// Whether it waits for an answer.
    pub fn pending(&self) -> bool {
        self.standing == Standing::Pending
    }

    /// Whole days since it was sent, at least 0.
    pub fn age(&self, today: Day) -> i64 {
        today.since(self.sent_on).max(0)
    }

    /// Off the list for now.
    pub fn snoozed(&self, today: Day) -> bool {
        self.pending() && self.snoozed_until.is_some_and(|day| day > today)
    }

    /// Settles it, or makes it pending again; the snooze ends, the news of it is new.
    pub fn settle(&mut self, standing: Standing, on: Day, evidence: Evidence) {
        self.standing = standing;
        self.settled_on = standing.settled().then_some(on);
        self.settled_at = None;
        self.evidence = evidence;
        self.snoozed_until = None;
        self.opened = false;
        if standing == Standing::Pending {
            self.confirmed_on = Some(on);
        }
    }
}
