//! Forecasts of requests whose end is known, beside what simpler rules would have said.

use inroads::insight::forecast::age::When;
use inroads::insight::forecast::case::Case;
use inroads::insight::forecast::chance::Offset;
use inroads::insight::forecast::fitted::{Asked, Fitted, Settings};
use inroads::insight::forecast::history::Row;
use inroads::insight::forecast::listing::{self, Listed};
use inroads::insight::forecast::survival::{End, Subject, kaplan_meier};

use super::world::{TODAY, Told};

/// What says how likely it is that somebody still accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The forecast.
    Forecast,
    /// The share accepted so far, up to this age; nothing after it.
    Rule(u16),
    /// The share accepted so far, at every age.
    RawRate,
    /// Kaplan and Meier's curve of the history.
    KaplanMeier,
}

/// All that are compared.
pub const ALL: [By; 6] =
    [By::Forecast, By::Rule(14), By::Rule(21), By::Rule(30), By::RawRate, By::KaplanMeier];

/// One forecast with its truth.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The chance that was given.
    pub chance: f64,
    /// The true one.
    pub truth: f64,
    /// Whether it came.
    pub comes: bool,
}

/// What each of [`ALL`] says of the requests of a history that wait.
pub fn forecasts(history: &[Told]) -> [Vec<Said>; 6] {
    let (fitted, _) = Fitted::new(history.iter().map(|told| &told.row), TODAY, Settings::default());
    let accepted = history.iter().filter(|told| told.row.case.is_ok_and(|case| case.accepted.is_some()));
    let rate = accepted.count() as f64 / history.len().max(1) as f64;
    let subjects: Vec<Subject> = history.iter().map(subject).collect();
    let curve = kaplan_meier(&subjects);
    let waiting =
        |t: f64| curve.iter().take_while(|step| step.day <= t).last().map_or(1.0, |step| step.waiting);
    ALL.map(|by| {
        let waits = history.iter().filter(|told| told.waits);
        waits
            .map(|told| {
                let chance = match by {
                    By::Forecast => {
                        let case = &told.row.case.expect("a case");
                        let asked = Asked { case, group: Offset::default(), hints: &[], pile_full: false };
                        fitted.forecast(asked, TODAY).expect("a forecast").chance.ever
                    }
                    By::Rule(days) if told.age > f64::from(days) => 0.0,
                    By::Rule(_) | By::RawRate => rate,
                    By::KaplanMeier => {
                        let (now, end) = (waiting(told.age), waiting(told.age.max(150.0) + 30.0));
                        if now > 0.0 { (now - end) / now } else { 0.0 }
                    }
                };
                Said { chance, truth: told.truth, comes: told.comes }
            })
            .collect()
    })
}

fn subject(told: &Told) -> Subject {
    let case = told.row.case.expect("a case");
    let sent = case.sent.expect("a day").day();
    let (until, end) = match (case.accepted, case.withdrawn) {
        (Some(on), _) => (on.day(), End::Accepted),
        (None, Some(on)) => (on, End::Withdrawn),
        (None, None) => (TODAY, End::Open),
    };
    Subject { days: f64::from((until - sent).max(0)), end, entry: 0.0 }
}

/// Mean squared distance to what came.
pub fn brier(said: &[Said]) -> f64 {
    mean(said, |s| (s.chance - f64::from(u8::from(s.comes))).powi(2))
}

/// Mean surprise in nats; what was called impossible and came counts as one in a thousand.
pub fn log_loss(said: &[Said]) -> f64 {
    mean(said, |s| {
        let p = s.chance.clamp(0.001, 0.999);
        -if s.comes { p.ln() } else { (1.0 - p).ln() }
    })
}

/// Mean squared distance to the true chance.
pub fn regret(said: &[Said]) -> f64 {
    mean(said, |s| (s.chance - s.truth).powi(2))
}

/// Ten bins of equal count by what was said: how many, the mean chance, the mean true chance, the share that came.
pub fn bins(said: &[Said]) -> Vec<(usize, f64, f64, f64)> {
    let mut sorted = said.to_vec();
    sorted.sort_by(|a, b| a.chance.total_cmp(&b.chance));
    sorted
        .chunks(sorted.len().div_ceil(10).max(1))
        .map(|bin| {
            let came = mean(bin, |s| f64::from(u8::from(s.comes)));
            (bin.len(), mean(bin, |s| s.chance), mean(bin, |s| s.truth), came)
        })
        .collect()
}

fn mean(said: &[Said], value: impl Fn(&Said) -> f64) -> f64 {
    if said.is_empty() { 0.0 } else { said.iter().map(value).sum::<f64>() / said.len() as f64 }
}

/// What one export of today would list of a history: read as it teaches, and taken at face value.
pub fn one_export(history: &[Told]) -> [Vec<Said>; 2] {
    let shown = history.iter().enumerate().filter(|(_, told)| {
        let accepted = told.row.case.ok().and_then(|case| case.accepted);
        told.waits || accepted.is_some_and(|at| TODAY - at.day() <= 180)
    });
    let shown: Vec<(usize, &Told)> = shown.collect();
    let listed: Vec<Listed> = shown
        .iter()
        .map(|(n, told)| {
            let case = told.row.case.expect("a case");
            Listed {
                id: n.to_string(),
                sent: case.sent.expect("a day").day(),
                accepted: case.accepted.map(When::day),
                on: vec![0],
                ..Listed::default()
            }
        })
        .collect();
    let parts = listing::parts(&[TODAY], &listed);
    let read = shown.iter().zip(&listed).map(|((_, told), listed)| {
        let case = told.row.case.expect("a case");
        let case = listing::known_since(listed, &parts).map(|known_since| Case { known_since, ..case });
        Row { case, ..told.row.clone() }
    });
    let as_taught: Vec<Row> = read.collect();
    let face_value: Vec<Row> = shown.iter().map(|(_, told)| told.row.clone()).collect();
    [as_taught, face_value].map(|rows| {
        let (fitted, _) = Fitted::new(&rows, TODAY, Settings::default());
        let waits = shown.iter().zip(&rows).filter(|((_, told), _)| told.waits);
        waits
            .map(|((_, told), row)| {
                let case = row.case.as_ref().expect("what waits takes part");
                let asked = Asked { case, group: Offset::default(), hints: &[], pile_full: false };
                let chance = fitted.forecast(asked, TODAY).expect("a forecast").chance.ever;
                Said { chance, truth: told.truth, comes: told.comes }
            })
            .collect()
    })
}
