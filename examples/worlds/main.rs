//! How good the forecast is where the truth is known: twelve made-up worlds, against simpler rules.
//!
//! `cargo run --release --example worlds [HISTORIES]`

mod score;
mod world;

use score::{ALL, By, Said, bins, brier, forecasts, log_loss, one_export, regret};
use world::{Dice, worlds};

fn main() {
    let histories: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100);
    println!(
        "{histories} histories of each of {} worlds; Brier score, log loss, regret x 1000",
        worlds().len()
    );
    println!("{:>5} {:>7}  {}", "rows", "waiting", ALL.map(|by| format!("{:^24}", shown(by))).join(" "));
    let mut everything = Vec::new();
    let mut by_world = Vec::new();
    for rows in [1, 5, 20, 100, 400] {
        let mut said: [Vec<Said>; 6] = Default::default();
        for (at, world) in worlds().iter().enumerate() {
            let before = said[0].len();
            for n in 0..histories {
                let mut dice = Dice((rows * 1_000_003 + at * 10_007 + n) as u64);
                for (all, new) in said.iter_mut().zip(forecasts(&world.history(rows, &mut dice))) {
                    all.extend(new);
                }
            }
            by_world.push((rows, world.name, regret(&said[0][before..]).sqrt()));
        }
        let figures = said.each_ref().map(|said| {
            let figures = [brier(said), log_loss(said), regret(said)].map(|x| format!("{:7.1}", x * 1000.0));
            format!("{:^24}", figures.join(" "))
        });
        println!("{rows:>5} {:>7}  {}", said[0].len(), figures.join(" "));
        everything.extend(std::mem::take(&mut said[0]));
    }
    println!("\nten bins of equal count, all of the above: said, true chance, came");
    for (count, said, truth, came) in bins(&everything) {
        println!("{count:>7}  {:5.1} %  {:5.1} %  {:5.1} %", said * 100.0, truth * 100.0, came * 100.0);
    }
    println!("\none export of 120 requests, Brier score and regret x 1000: as it teaches, and at face value");
    for (at, world) in worlds().iter().enumerate() {
        let mut said: [Vec<Said>; 2] = Default::default();
        for n in 0..histories {
            let mut dice = Dice((77_000_003 + at * 10_007 + n) as u64);
            for (all, new) in said.iter_mut().zip(one_export(&world.history(120, &mut dice))) {
                all.extend(new);
            }
        }
        let figures =
            said.map(|said| format!("{:6.1} {:6.1}", brier(&said) * 1000.0, regret(&said) * 1000.0));
        println!("{:>18}  {}", world.name, figures.join("   "));
    }
    println!("\ndistance to the true chance, root mean square in points");
    for world in worlds() {
        let of = |rows: usize| by_world.iter().find(|(n, name, _)| (*n, *name) == (rows, world.name));
        let figures = [5, 20, 100, 400].map(|rows| of(rows).map_or(0.0, |(.., off)| off * 100.0));
        println!("{:>18}  {}", world.name, figures.map(|off| format!("{off:5.1}")).join(" "));
    }
}

fn shown(by: By) -> String {
    match by {
        By::Forecast => "forecast".to_owned(),
        By::Rule(days) => format!("{days} days"),
        By::RawRate => "raw rate".to_owned(),
        By::KaplanMeier => "Kaplan-Meier".to_owned(),
    }
}
