//! What the chance means: stage, label, next step, and from what it was made. Words, never a verdict on a person.

use super::posterior::Base;

/// How far along a wait is, by age alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// Up to the quiet age.
    Fresh,
    /// Up to the stale age.
    Quiet,
    /// Past it.
    Stale,
    /// Past it, with next to no chance left, or they said no.
    Unlikely,
}

/// The next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Next {
    /// Nothing to do.
    Wait,
    /// React to a post, ask somebody both know.
    WarmUp,
    /// Another channel, or leave it.
    OtherChannel,
    /// Take it back, and ask again once, later, with something new.
    Withdraw,
    /// See first whether it still waits.
    ConfirmPending,
}

/// From what a forecast was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// There is next to no history.
    Published,
    /// There is little.
    MostlyPublished,
    /// There is some.
    Both,
    /// There is enough.
    Own,
}

impl Label {
    /// The stage of an age in days.
    pub fn stage(age: f64, quiet: f64, stale: f64) -> Self {
        if age <= quiet {
            Label::Fresh
        } else if age <= stale {
            Label::Quiet
        } else {
            Label::Stale
        }
    }

    /// The label of a request at a stage: `unlikely` after 14 days where next to nothing is left of `first`, its chance
    /// on the first day, and the range agrees. With little history the range is wide, and it stays `stale`.
    #[must_use]
    pub fn of(self, age: i64, chance: &Base, first: f64, told_no: bool) -> Self {
        let spent = age >= 14 && chance.ever < (first / 10.0).min(0.02) && chance.high < 0.10;
        if told_no || spent { Label::Unlikely } else { self }
    }

    /// The word in JSON.
    pub fn token(self) -> &'static str {
        match self {
            Label::Fresh => "fresh",
            Label::Quiet => "quiet",
            Label::Stale => "stale",
            Label::Unlikely => "unlikely",
        }
    }
}

/// What the next step depends on besides the chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// They said no.
    pub told_no: bool,
    /// The account looks unused.
    pub inactive: bool,
    /// As many requests wait as the user's rule allows.
    pub pile_full: bool,
    /// Days since it was last known to wait.
    pub unconfirmed_days: i64,
}

impl Next {
    /// The first that applies; `low` is the chance below which waiting is no longer worth much, 0.05 unless changed.
    pub fn of(label: Label, ever: f64, low: f64, what: Circumstances) -> Self {
        if what.told_no {
            Next::Withdraw
        } else if what.unconfirmed_days >= 14 {
            Next::ConfirmPending
        } else if label == Label::Fresh {
            Next::Wait
        } else if label == Label::Quiet || (label == Label::Stale && ever >= low) {
            Next::WarmUp
        } else if what.inactive {
            Next::OtherChannel
        } else if label == Label::Unlikely || what.pile_full {
            Next::Withdraw
        } else {
            Next::OtherChannel
        }
    }

    /// The word in JSON.
    pub fn token(self) -> &'static str {
        match self {
            Next::Wait => "wait",
            Next::WarmUp => "warm_up",
            Next::OtherChannel => "other_channel",
            Next::Withdraw => "withdraw",
            Next::ConfirmPending => "confirm_pending",
        }
    }
}

impl Basis {
    /// By how many requests' worth of outcome there are.
    pub fn of(resolved: f64) -> Self {
        if resolved < 3.0 {
            Basis::Published
        } else if resolved < 15.0 {
            Basis::MostlyPublished
        } else if resolved < 60.0 {
            Basis::Both
        } else {
            Basis::Own
        }
    }

    /// The words, in JSON and on a screen.
    pub fn words(self) -> &'static str {
        match self {
            Basis::Published => "published averages",
            Basis::MostlyPublished => "mostly published averages",
            Basis::Both => "your history and published averages",
            Basis::Own => "your history",
        }
    }
}
