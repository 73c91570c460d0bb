//! What holds for every history.

use inroads::insight::forecast::age::When;
use inroads::insight::forecast::case::Case;
use inroads::insight::forecast::chance::Offset;
use inroads::insight::forecast::fit::{SHARE, fit};
use inroads::insight::forecast::fitted::{Asked, Fitted, Settings};
use inroads::insight::forecast::history::Row;
use inroads::insight::forecast::posterior::Posterior;
use inroads::insight::forecast::signs::{Hint, Ratios};
use inroads::insight::forecast::tally::Tally;
use proptest::prelude::*;

const TODAY: i32 = 1000;

fn cases() -> impl Strategy<Value = Vec<Case>> {
    let when = prop_oneof![(-3000..1003).prop_map(When::Day), (-3000.0..1003.0).prop_map(When::At)];
    let near = (0..240_i32, 0..240_i32, any::<bool>()).prop_map(|(ago, after, accepted)| Case {
        sent: Some(When::Day(TODAY - ago)),
        accepted: accepted.then_some(When::Day((TODAY - ago + after).min(TODAY))),
        ..Case::default()
    });
    let any_day = || prop::option::of(-3000..1010_i32);
    let odd =
        (prop::option::of(when.clone()), prop::option::of(when), any_day(), any_day(), any_day(), any_day())
            .prop_map(|(sent, accepted, withdrawn, declined, verified, known_since)| Case {
                sent,
                accepted,
                withdrawn,
                declined,
                verified,
                known_since,
                known_late: withdrawn.is_some_and(|day| day % 2 == 0),
            });
    prop::collection::vec(prop_oneof![4 => near, 1 => odd], 0..40)
}

fn posterior(cases: &[Case]) -> Posterior {
    let seen: Vec<_> = cases.iter().filter_map(|case| case.observe(TODAY, 365.0).ok()).collect();
    fit(&Tally::of(&seen), SHARE)
}

fn accepted(sent: i32, on: i32) -> Case {
    Case { sent: Some(When::Day(sent)), accepted: Some(When::Day(on)), ..Case::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn chances_are_chances_and_their_ranges_hold_them(cases in cases()) {
        let posterior = posterior(&cases);
        for age in [0.0, 0.3, 1.0, 7.0, 29.5, 90.0, 150.0, 180.0] {
            let base = posterior.at(age);
            prop_assert!(0.0 <= base.low && base.low <= base.ever, "{base:?}");
            prop_assert!(base.ever <= base.high && base.high <= 1.0, "{base:?}");
            prop_assert!(base.in_7 <= base.in_30 + 1e-12 && base.in_30 <= base.ever + 1e-12, "{base:?}");
        }
        let curve: Vec<f64> = (0..=150).map(|day| posterior.new_request(f64::from(day))).collect();
        prop_assert!(curve.windows(2).all(|two| two[1] <= two[0] + 1e-12), "a new request's curve falls");
    }

    #[test]
    fn the_order_of_the_requests_does_not_matter(cases in cases()) {
        let (there, mut back) = (posterior(&cases), cases);
        back.reverse();
        let back = posterior(&back);
        for age in [0.0, 10.0, 60.0] {
            let (a, b) = (there.at(age), back.at(age));
            prop_assert!((a.ever - b.ever).abs() <= 1e-9 * a.ever, "{a:?} {b:?}");
            prop_assert!((a.high - b.high).abs() <= 1e-7 * a.high, "{a:?} {b:?}");
        }
    }

    #[test]
    fn one_more_yes_never_lowers_the_chance_of_a_new_request(cases in cases(), ago in 0..170_i32, after in 0..30_i32) {
        let before = posterior(&cases).new_request(0.0);
        let mut more = cases;
        more.push(accepted(TODAY - ago, (TODAY - ago + after).min(TODAY)));
        prop_assert!(posterior(&more).new_request(0.0) >= before - 1e-9);
    }

    #[test]
    fn what_is_known_only_from_outside_a_complete_part_changes_nothing(cases in cases(), ago in 1..170_i32) {
        let mut more = cases.clone();
        more.push(Case { sent: Some(When::Day(TODAY - ago)), known_since: Some(TODAY), ..Case::default() });
        prop_assert_eq!(posterior(&more), posterior(&cases));
    }

    #[test]
    fn s17_public_posts_and_silence_move_nothing_and_a_good_sign_never_lowers_a_chance(
        hints in prop::collection::vec(prop::sample::select(Hint::ALL.to_vec()), 0..5),
        sent in 800..1001_i32,
    ) {
        let rows: [Row; 0] = [];
        let (fitted, _) = Fitted::new(&rows, TODAY, Settings::default());
        let case = Case { sent: Some(When::Day(sent)), ..Case::default() };
        let of = |hints: &[Hint]| {
            let asked = Asked { case: &case, group: Offset::default(), hints, pile_full: false };
            fitted.forecast(asked, TODAY).expect("a forecast")
        };
        let with = |hint: Hint| [hints.as_slice(), &[hint]].concat();
        prop_assert_eq!(of(&with(Hint::PublicPostsOnly)), of(&hints));
        prop_assert_eq!(of(&with(Hint::Silence)), of(&hints));
        for good in [Hint::Reacted, Hint::ToldYes] {
            let alone = of(&[]).chance.ever;
            prop_assert!(of(&[good]).chance.ever >= alone);
            if !hints.contains(&Hint::ToldNo) && hints.iter().all(|hint| Ratios::default().get(*hint) >= 0.0) {
                prop_assert!(of(&with(good)).chance.ever >= of(&hints).chance.ever - 1e-12);
            }
        }
    }
}

#[test]
fn odd_histories_have_numbers_too() {
    let many = |n: usize, case: Case| vec![case; n];
    let ten_years = Case { sent: Some(When::Day(TODAY - 3650)), ..Case::default() };
    let withdrawn = Case { sent: Some(When::Day(900)), withdrawn: Some(920), ..Case::default() };
    let future = Case { sent: Some(When::Day(TODAY + 50)), ..Case::default() };
    let extremes = Case { sent: Some(When::Day(i32::MIN)), verified: Some(i32::MAX), ..Case::default() };
    for cases in [
        Vec::new(),
        vec![accepted(TODAY, TODAY)],
        many(300, accepted(900, 900)),
        many(300, Case { sent: Some(When::Day(990)), ..Case::default() }),
        many(10_000, accepted(950, 951)),
        many(50, withdrawn),
        many(3, ten_years),
        many(3, future),
        many(3, extremes),
        many(3, Case { sent: Some(When::At(f64::from(TODAY) + 1.99)), ..Case::default() }),
    ] {
        let rows: Vec<Row> =
            cases.iter().map(|case| Row { case: Ok(*case), levels: Vec::new(), hints: Vec::new() }).collect();
        let (fitted, _) = Fitted::new(&rows, TODAY, Settings::default());
        for age in [0.0, 30.0, 180.0, 4000.0] {
            let base = fitted.by_age(age);
            let all = [base.ever, base.low, base.high, base.in_7, base.in_30];
            assert!(all.iter().all(|p| p.is_finite()), "{:?}", cases.first());
        }
        assert!(fitted.first.ever > 0.0 && fitted.first.ever < 1.0);
        assert!(fitted.quiet_age() <= fitted.stale_age());
    }
}
