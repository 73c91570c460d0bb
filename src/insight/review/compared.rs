//! Rates and differences in words: a range beside each, or why there is none.

use crate::insight::forecast::compare::{Compared, LEAST_RESOLVED, Verdict};
use crate::insight::forecast::posterior::Ranged;

/// What every comparison says.
pub const NO_EXPERIMENT: &str =
    "Not an experiment: the people in one row may differ from those in another in other ways, too.";

/// `54 % (43 to 64)`.
pub fn rate(rate: &Ranged) -> String {
    format!("{} ({} to {})", whole(rate.mean), percent(rate.low), percent(rate.high))
}

fn whole(share: f64) -> String {
    match share * 100.0 {
        percent if percent < 1.0 => "under 1 %".to_owned(),
        percent if percent > 99.0 => "over 99 %".to_owned(),
        percent => format!("{percent:.0} %"),
    }
}

pub fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

/// `too few, 3 of 8 needed`: answers, counting a request that waits for as much as its time has told.
pub fn too_few(resolved: f64) -> String {
    format!("too few, {:.0} of {LEAST_RESOLVED:.0} needed", resolved.floor())
}

/// `25 points more (10 to 39)`, or that it is not clear.
pub fn difference(compared: &Compared) -> String {
    let found = &compared.difference;
    let (low, high) = (percent(found.low), percent(found.high));
    match compared.verdict {
        Verdict::NotEnough => "too few to tell".to_owned(),
        Verdict::Differs if found.mean > 0.0 => {
            format!("{} points more ({low} to {high})", percent(found.mean))
        }
        Verdict::Differs => format!("{} points fewer ({} to {})", -percent(found.mean), -high, -low),
        Verdict::NoClear => format!("not clear yet ({low} to {high})"),
        Verdict::TooEarly => format!("too early to tell ({low} to {high})"),
    }
}
