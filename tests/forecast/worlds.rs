//! The forecast where the truth is known: it is right as often as it says, and better than simpler rules.

#[path = "../../examples/worlds/score.rs"]
mod score;
#[path = "../../examples/worlds/world.rs"]
mod world;

use score::{ALL, By, Said, bins, brier, forecasts, log_loss, one_export, regret};
use world::{Dice, Habit, worlds};

fn all(rows: usize, histories: u64) -> [Vec<Said>; 6] {
    let mut said: [Vec<Said>; 6] = Default::default();
    for (at, world) in worlds().iter().enumerate() {
        let mut here: [Vec<Said>; 6] = Default::default();
        for n in 0..histories {
            let mut dice = Dice(7 + at as u64 * 1009 + n);
            for (all, new) in here.iter_mut().zip(forecasts(&world.history(rows, &mut dice))) {
                all.extend(new);
            }
        }
        let off = regret(&here[0]).sqrt();
        assert!(off < 0.10, "{}: {off:.3} off the true chance after {rows} rows", world.name);
        said.iter_mut().zip(here).for_each(|(all, here)| all.extend(here));
    }
    said
}

#[test]
fn the_forecast_comes_true_as_often_as_it_says() {
    let said = &all(120, 2)[0];
    for (count, said, truth, came) in bins(said) {
        assert!((said - truth).abs() < 0.02, "of {count}: said {said:.3}, the truth is {truth:.3}");
        assert!((said - came).abs() < 0.06, "of {count}: said {said:.3}, came {came:.3}");
    }
}

#[test]
fn the_forecast_beats_the_rules_of_14_21_and_30_days_the_raw_rate_and_kaplan_and_meier() {
    for (rows, histories) in [(20, 4), (60, 3)] {
        let said = all(rows, histories);
        let [ours, others @ ..] = &said;
        for (by, other) in ALL.iter().skip(1).zip(others) {
            assert!(regret(ours) < regret(other), "{rows} rows: {by:?} is nearer to the truth");
            // What came is a noisy truth, and Kaplan and Meier are near in a handful of worlds.
            if *by == By::KaplanMeier {
                continue;
            }
            assert!(brier(ours) < brier(other), "{rows} rows: {by:?} has the better Brier score");
            assert!(log_loss(ours) < log_loss(other), "{rows} rows: {by:?} is less surprised");
        }
    }
}

#[test]
fn one_export_of_somebody_who_withdraws_is_not_taken_at_face_value() {
    let habit = worlds().into_iter().filter(|world| matches!(world.habit, Habit::WithdrawsAt(_)));
    let mut said: [Vec<Said>; 2] = Default::default();
    for (at, world) in habit.enumerate() {
        for n in 0..3 {
            let mut dice = Dice(11 + at as u64 * 1009 + n);
            for (all, new) in said.iter_mut().zip(one_export(&world.history(120, &mut dice))) {
                all.extend(new);
            }
        }
    }
    let [as_taught, face_value] = said.map(|said| regret(&said));
    assert!(as_taught * 2.0 < face_value, "{as_taught} as it teaches, {face_value} at face value");
}
