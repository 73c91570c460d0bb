//! The forecast: the fit by the number of requests, forecasts from it, and the answers of Insights.

#[path = "../examples/worlds/world.rs"]
#[allow(dead_code, reason = "the truth of a world is for the example that shares it")]
mod world;

use divan::Bencher;
use inroads::insight::forecast::chance::Offset;
use inroads::insight::forecast::fit::{SHARE, fit};
use inroads::insight::forecast::fitted::{Asked, Fitted, Settings};
use inroads::insight::forecast::history::Row;
use inroads::insight::forecast::table::Table;
use inroads::insight::forecast::tally::Tally;
use world::{Dice, TODAY, worlds};

fn main() {
    divan::main();
}

/// Requests of several worlds, with message and source.
fn rows(count: usize) -> Vec<Row> {
    let mut dice = Dice(1);
    let worlds = worlds();
    let told = (0..count).flat_map(|n| worlds[n % worlds.len()].history(1, &mut dice));
    let levels = |n: usize| {
        let message = if n.is_multiple_of(3) { "no" } else { "yes" };
        let source = ["event", "search", "post", "referral"][n % 4];
        vec![("message".into(), message.into()), ("source".into(), source.into())]
    };
    told.enumerate().map(|(n, told)| Row { levels: levels(n), ..told.row }).collect()
}

fn tally(rows: &[Row]) -> Tally {
    let seen: Vec<_> = rows.iter().filter_map(|row| row.case.ok()?.observe(TODAY, 365.0).ok()).collect();
    Tally::of(&seen)
}

const SIZES: [usize; 4] = [0, 40, 800, 10_000];

#[divan::bench(args = SIZES)]
fn the_fit(bencher: Bencher, requests: usize) {
    let tally = tally(&rows(requests));
    bencher.bench_local(|| fit(&tally, SHARE));
}

#[divan::bench(args = SIZES)]
fn the_table_of_all_ages(bencher: Bencher, requests: usize) {
    let posterior = fit(&tally(&rows(requests)), SHARE);
    bencher.bench_local(|| Table::new(&posterior, []));
}

/// Reading the rows, the fit, groups, table, milestones.
#[divan::bench(args = SIZES)]
fn all_of_it(bencher: Bencher, requests: usize) {
    let rows = rows(requests);
    bencher.bench_local(|| Fitted::new(&rows, TODAY, Settings::default()));
}

#[divan::bench]
fn ten_thousand_forecasts(bencher: Bencher) {
    let rows = rows(10_000);
    let (fitted, _) = Fitted::new(&rows, TODAY, Settings::default());
    bencher.bench_local(|| {
        rows.iter()
            .filter_map(|row| {
                let case = row.case.as_ref().ok()?;
                let levels = row.levels.iter().map(|(factor, level)| (factor.as_ref(), level.as_ref()));
                let group = fitted.groups.offset(levels);
                let asked = Asked { case, group: group + Offset::default(), hints: &[], pile_full: false };
                Some(fitted.forecast(asked, TODAY).ok()?.chance.ever)
            })
            .sum::<f64>()
    });
}
