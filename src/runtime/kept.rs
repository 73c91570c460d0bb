//! The last fit, between the book and the mind: as JSON, which only this program reads.

use super::clock::Clock;
use crate::app::state::BookKind;
use crate::domain::foretold::KeptFit;
use crate::insight::forecast::fitted::Fitted;
use crate::insight::forecast::outlook::Outlook;

/// Whether what is learned is kept: on a day that is only supposed nothing was foretold, but for the made-up people.
pub fn keeps(clock: Clock, kind: BookKind) -> bool {
    clock == Clock::Running || kind == BookKind::Demo
}

/// A fit as a book keeps it.
pub fn kept(outlook: &Outlook) -> Option<KeptFit> {
    let fitted = &outlook.fitted;
    let body = serde_json::to_string(fitted).ok()?;
    Some(KeptFit { day: outlook.today(), quiet: fitted.quiet.day, stale: fitted.stale.day, body })
}

/// The fit that was kept; nothing where it is of another version, which is no loss.
pub fn fitted(kept: Option<KeptFit>) -> Option<Fitted> {
    serde_json::from_str(&kept?.body).ok()
}
