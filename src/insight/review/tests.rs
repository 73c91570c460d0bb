//! Synthetic histories of which the answer is known.

use super::*;
use crate::domain::contact::{Contact, Fit, Origin};
use crate::domain::id::ContactId;
use crate::domain::network::Tables;
use crate::domain::request::{Direction, Evidence, Standing};
use crate::domain::table::Table;
use crate::insight::forecast::audit::BINS;
use crate::insight::forecast::outlook::{Need, Outlook};

fn today() -> Day {
    Day::parse("2026-11-22").expect("a day")
}

/// A request sent so many days ago, with what came of it after so many days.
fn request(n: u32, ago: i64, came: Option<(Standing, i64)>) -> Request {
    let sent_on = today().plus(-ago);
    let mut request = Request::new(RequestId(n), ContactId(n), Direction::Sent, sent_on, sent_on);
    if let Some((standing, after)) = came {
        request.settle(standing, sent_on.plus(after), Evidence::Seen);
    }
    request
}

fn review(
    requests: Vec<Request>,
    tagged: impl Fn(u32) -> Option<&'static str>,
    foretold: &[Foretold],
) -> Review {
    let contacts = requests.iter().map(|request| {
        let mut contact = Contact::named(request.contact, "Ana", "Ruiz", Origin::Hand);
        contact.tags.extend(tagged(request.contact.0).map(str::to_owned));
        contact
    });
    let contacts = Table::from_sorted(contacts.collect(), 0);
    let network: Network =
        Tables { contacts, requests: Table::from_sorted(requests, 0), ..Tables::default() }.into();
    let lesson = Outlook::learn(&network, today(), None, Need::Plots);
    let posterior = lesson.posterior.expect("asked for");
    Review::of(&network, &lesson.history, &lesson.outlook.fitted, &posterior, foretold, today())
}

fn said(review: &Review, question: Question) -> &str {
    review.answer(question).map_or("", |answer| answer.said.as_str())
}

#[test]
fn s03_the_rate_is_of_what_is_settled_with_its_range_and_n() {
    let mut requests: Vec<Request> =
        (1..=6).map(|n| request(n, 100 + i64::from(n), Some((Standing::Accepted, 2)))).collect();
    requests.extend((7..=14).map(|n| request(n, 100 + i64::from(n), Some((Standing::Withdrawn, 40)))));
    requests.extend((15..=24).map(|n| request(n, 5, None)));
    let review = review(requests, |_| None, &[]);
    assert_eq!(said(&review, Question::Funnel), "6 of 14 settled requests were accepted: 43 % (24 to 64).");
    let funnel = review.answer(Question::Funnel).expect("there");
    let counts: Vec<&str> = funnel.rows.iter().map(|row| row.cells[0].as_str()).collect();
    assert_eq!(counts, ["24", "14", "6", "0", "0"]);
}

#[test]
fn s22_a_message_is_compared_with_none_in_ranges() {
    let requests = |yes: u32, no: u32| {
        let each = move |n: u32| {
            let with = n.is_multiple_of(2);
            let accepts = (n / 2) % 10 < if with { yes } else { no };
            let came = if accepts { (Standing::Accepted, 1) } else { (Standing::Withdrawn, 60) };
            let mut request = request(n, 70 + i64::from(n), Some(came));
            request.message = if with { "Hi Ana".into() } else { String::new() };
            request
        };
        (1..=100).map(each).collect::<Vec<_>>()
    };
    let clear = review(requests(8, 2), |_| None, &[]);
    let text = said(&clear, Question::Message);
    assert!(text.starts_with("Who gets a message says yes more often than who gets none: "), "{text}");
    let row = &clear.answer(Question::Message).expect("there").rows[0];
    assert_eq!((row.label.as_str(), row.requests.len()), ("with a message", 50));
    assert!(row.range.is_some_and(|(low, high)| low > 0.5 && high < 0.95), "{row:?}");
    let same = review(requests(4, 4), |_| None, &[]);
    assert_eq!(said(&same, Question::Message), "Not clear yet whether a message helps.");
}

#[test]
fn s47_bands_and_s54_fits_say_too_few_before_they_say_a_number() {
    let mut one = request(1, 90, Some((Standing::Accepted, 1)));
    one.score = Some(78);
    let review = review(vec![one], |_| None, &[]);
    let answer = review.answer(Question::Score).expect("there");
    assert_eq!((answer.rows.len(), answer.rows[0].label.as_str()), (1, "good"));
    assert!(answer.rows[0].cells[1].starts_with("too few"), "{answer:?}");
    assert!(answer.rows[0].range.is_none() && answer.rows[0].parts.is_empty());
    assert!(said(&review, Question::Fit).starts_with("Nobody whom you asked has a fit yet"));
}

#[test]
fn s61_a_falling_rate_is_said_only_where_it_is_clear() {
    let requests = |before: u32, lately: u32| {
        (1..=120)
            .map(|n| {
                let ago = i64::from(n) * 2 + 20;
                let accepts = n % 10 < if ago > 90 { before } else { lately };
                request(
                    n,
                    ago,
                    Some(if accepts { (Standing::Accepted, 1) } else { (Standing::Withdrawn, 19) }),
                )
            })
            .collect::<Vec<_>>()
    };
    let falling = review(requests(6, 1), |_| None, &[]);
    assert!(said(&falling, Question::Months).starts_with("Fewer say yes than before"));
    let flat = review(requests(4, 4), |_| None, &[]);
    assert!(
        said(&flat, Question::Months).starts_with("Lately as before"),
        "{}",
        said(&flat, Question::Months)
    );
    let noisy = review(requests(4, 3), |_| None, &[]);
    assert!(!said(&noisy, Question::Months).starts_with("Fewer"));
}

#[test]
fn s77_whom_to_ask_more_is_said_only_with_enough() {
    let requests = |each: u32| {
        (1..=each)
            .map(|n| {
                let accepts = if n.is_multiple_of(2) { n % 10 != 0 } else { n % 10 == 1 };
                let came = if accepts { (Standing::Accepted, 1) } else { (Standing::Withdrawn, 60) };
                request(n, 70 + i64::from(n), Some(came))
            })
            .collect::<Vec<_>>()
    };
    let tag = |n: u32| n.is_multiple_of(2).then_some("meetup");
    let enough = review(requests(80), tag, &[]);
    let text = said(&enough, Question::Tag);
    assert!(
        text.starts_with("Ask more like #meetup (") && text.ends_with("they say yes more often."),
        "{text}"
    );
    let few = review(requests(12), tag, &[]);
    assert_eq!(said(&few, Question::Tag), "No tag stands out clearly.");
}

#[test]
fn forecasts_are_checked_once_they_are_old_enough() {
    let requests: Vec<Request> =
        (1..=24).map(|n| request(n, 150, n.is_multiple_of(4).then_some((Standing::Accepted, 9)))).collect();
    let foretold = |on: i64| -> Vec<Foretold> {
        let said = |n| Foretold { request: RequestId(n), age: 7, on: today().plus(-on), chance: 0.25 };
        (1..=24).map(said).collect()
    };
    let old = review(requests.clone(), |_| None, &foretold(143));
    let text = said(&old, Question::Right);
    assert!(text.starts_with("Of 24 forecasts between 20 and 40 %, 25 % came true ("), "{text}");
    let young = review(requests, |_| None, &foretold(30));
    assert!(said(&young, Question::Right).starts_with("Too few to tell: 24 kept, 0 of them old enough"));
}

#[test]
fn what_came_true_is_never_built_on_the_last_one_who_was_seen() {
    let right = |came: &[(u32, Standing, i64)], chance: f64| {
        let of = came
            .iter()
            .flat_map(|(count, standing, after)| std::iter::repeat_n((*standing, *after), *count as usize));
        let requests: Vec<Request> = (1..).zip(of).map(|(n, came)| request(n, 150, Some(came))).collect();
        let on = today().plus(-150);
        let foretold: Vec<Foretold> =
            requests.iter().map(|r| Foretold { request: r.id, age: 0, on, chance }).collect();
        let answer = review(requests, |_| None, &foretold).answer(Question::Right).cloned().expect("there");
        let at = BINS.iter().position(|(from, to)| (*from..*to).contains(&chance)).expect("a bin");
        answer.rows[at].cells[1].clone()
    };
    let (yes, back) = (Standing::Accepted, Standing::Withdrawn);
    assert_eq!(right(&[(9, yes, 5), (11, back, 14), (1, yes, 20)], 0.5), "43 % (27 to 62) in 14 days");
    assert_eq!(right(&[(9, yes, 5), (11, back, 14)], 0.5), "too few: 9 seen to the end, 9 said yes");
    assert_eq!(
        right(&[(10, yes, 5), (11, back, 14)], 0.5),
        "48 % (32 to 67) in 14 days",
        "nobody after day 14"
    );
    assert_eq!(right(&[(30, yes, 5), (60, back, 10), (5, yes, 20)], 0.5), "32 % (24 to 40) in 14 days");
    assert_eq!(right(&[(6, yes, 1), (11, back, 5), (4, yes, 20)], 0.5), "too few seen to the end");
    assert_eq!(right(&[(12, yes, 5)], 0.9), "100 % (82 to 100)");
    assert_eq!(right(&[(12, back, 70), (20, back, 1)], 0.04), "0 % (0 to 18)");
    assert_eq!(right(&[(6, yes, 1), (1, yes, 8), (7, back, 90)], 0.5), "50 % (31 to 73)");
}

#[test]
fn a_forecast_that_still_waits_on_the_last_day_counts_as_waiting() {
    let requests: Vec<Request> = (1..=12).map(|n| request(n, 60, None)).collect();
    let on = today().plus(-60);
    let foretold: Vec<Foretold> =
        requests.iter().map(|r| Foretold { request: r.id, age: 0, on, chance: 0.5 }).collect();
    let text = said(&review(requests, |_| None, &foretold), Question::Right).to_owned();
    assert!(text.contains("Brier score 0.250"), "{text}");
}

#[test]
fn a_curve_says_nothing_where_it_is_left_to_a_few_who_came_before_the_others() {
    // Some were watched from the first day and said yes; twelve came in after three weeks and wait.
    let history = |first: u32| {
        let mut requests: Vec<Request> =
            (1..=first).map(|n| request(n, 60, Some((Standing::Accepted, i64::from(n))))).collect();
        for n in first + 1..=first + 12 {
            let mut late = request(n, 60, None);
            late.recorded_on = late.sent_on.plus(20);
            requests.push(late);
        }
        requests
    };
    let five = review(history(5), |_| None, &[]);
    let when = five.answer(Question::When).expect("there");
    let day = when.rows.iter().find(|row| row.label == "day 30").expect("there");
    assert_eq!(day.cells[0], "too few", "twelve who wait are no yes");
    let review = review(history(2), |_| None, &[]);
    let when = review.answer(Question::When).expect("there");
    let rows: Vec<(&str, &str)> =
        when.rows.iter().map(|row| (row.label.as_str(), row.cells[0].as_str())).collect();
    assert_eq!(
        rows.first(),
        Some(&("day 30", "0 % (0 to 18)")),
        "it begins where enough are watched: {rows:?}"
    );
    // Where all others said yes and nobody was lost sight of, few who wait are no lack.
    let mut all: Vec<Request> = (1..=16).map(|n| request(n, 100, Some((Standing::Accepted, 1)))).collect();
    all.extend((17..=20).map(|n| request(n, 100, None)));
    let known = super::tests::review(all, |_| None, &[]);
    let when = known.answer(Question::When).expect("there");
    assert!(when.rows[6].cells[0].starts_with("80 % ("), "{:?}", when.rows[6]);
    // On the very day on which the others are lost sight of they were still seen.
    let mut all: Vec<Request> = (1..=16).map(|n| request(n, 100, Some((Standing::Accepted, 1)))).collect();
    all.extend((17..=20).map(|n| request(n, 100, Some((Standing::Withdrawn, 14)))));
    let lost = super::tests::review(all, |_| None, &[]);
    let rows = &lost.answer(Question::When).expect("there").rows;
    assert!(rows[4].cells[0].starts_with("80 % (") && rows[5].cells[0] == "too few", "{rows:?}");
}

#[test]
fn what_an_export_shows_only_as_a_yes_is_in_no_rate() {
    let listed = |n: u32, came| {
        let mut request = request(n, 60, came);
        request.origin = Origin::Export;
        request.recorded_on = today().plus(-2);
        request.confirmed_on = came.is_none().then(|| today().plus(-2));
        request
    };
    // One of them on the day of the export itself.
    let mut requests: Vec<Request> =
        (1..=20).map(|n| listed(n, Some((Standing::Accepted, if n == 1 { 58 } else { 3 })))).collect();
    requests.extend((21..=24).map(|n| listed(n, None)));
    let review = review(requests, |_| None, &[]);
    let funnel = review.answer(Question::Funnel).expect("there");
    assert_eq!(funnel.said, "20 said yes; of no other request an end is known, so there is no rate.");
    let note = "20 that exports showed only once they were accepted are in no rate: \
                those withdrawn before are in no export.";
    for question in [Question::Funnel, Question::Months] {
        let answer = review.answer(question).expect("there");
        assert!(answer.caveats.iter().any(|caveat| caveat == note), "{:?}", answer.caveats);
        assert!(!answer.caveats.iter().any(|caveat| caveat.contains("left out")), "it counts them all");
    }
    assert_eq!(review.answer(Question::Months).expect("there").rows[0].cells[1], "too early: 4 wait");
    assert!(said(&review, Question::Months).starts_with("Exports show the yeses"));
    let outcomes = review.answer(Question::Outcomes).expect("there");
    assert!(!outcomes.columns.contains(&"you withdrew"), "{}", outcomes.said);
}

#[test]
fn an_empty_history_has_an_answer_to_every_question() {
    let empty = review(Vec::new(), |_| None, &[]);
    assert!(empty.answers.iter().all(|answer| !answer.said.is_empty()), "{empty:?}");
    assert_eq!(said(&empty, Question::Pile), "Nothing that you sent is waiting.");
    assert_eq!(empty.answers.len(), Question::ALL.len());
}

#[test]
fn nothing_is_said_of_a_day_to_which_nobody_was_followed() {
    let mut requests: Vec<Request> = (1..=8).map(|n| request(n, 10, None)).collect();
    requests.push(request(9, 10, Some((Standing::Accepted, 1))));
    let review = review(requests, |_| None, &[]);
    let text = said(&review, Question::Outcomes);
    assert!(text.starts_with("By day 7, 11 % (") && !text.contains("day 90"), "{text}");
    let answer = review.answer(Question::Outcomes).expect("there");
    assert_eq!(answer.rows.last().map(|row| row.requests.len()), Some(1));
    assert_eq!(answer.rows[2].cells[1], "0 % (0 to 25)", "nothing withdrawn of eight");
    let when = review.answer(Question::When).expect("there");
    let cells: Vec<(&str, &str)> =
        when.rows.iter().map(|row| (row.label.as_str(), row.cells[0].as_str())).collect();
    assert_eq!(cells[0], ("day 0", "0 % (0 to 23)"));
    assert!(cells[3].0 == "day 7" && cells[3].1.starts_with("11 % ("), "{cells:?}");
    assert!(cells[4..].iter().all(|(_, cell)| *cell == "too few"), "{cells:?}");
}

#[test]
fn the_pile_is_staged_by_the_ages_of_its_own_fit() {
    // All who accept do so on the first day, so that waiting soon means little.
    let mut requests: Vec<Request> =
        (1..=200).map(|n| request(n, 300, (n % 2 == 0).then_some((Standing::Accepted, 0)))).collect();
    requests.push(request(201, 12, None));
    let review = review(requests, |_| None, &[]);
    let pile = review.answer(Question::Pile).expect("there");
    let counts: Vec<usize> = pile.rows.iter().map(|row| row.requests.len()).collect();
    assert_eq!(
        counts,
        [0, 0, 0, 1, 100],
        "twelve days are stale here, and published ages would make it fresh"
    );
}

#[test]
fn a_month_of_which_more_than_a_third_waits_has_no_rate() {
    let rate = |settled: u32, waiting: u32, ago: i64| {
        let of = |n: u32| request(n, ago, (n <= settled).then_some((Standing::Accepted, 1)));
        let review = review((1..=settled + waiting).map(of).collect(), |_| None, &[]);
        review.answer(Question::Months).map(|answer| answer.rows[0].cells[1].clone()).expect("there")
    };
    assert_eq!(rate(12, 6, 20), "100 % (47 to 100) of 12", "down to what it is if none of the six says yes");
    assert_eq!(rate(12, 7, 20), "too early: 7 wait");
    assert_eq!(rate(12, 7, 200), "no rate: 7 still wait");
    assert_eq!(rate(9, 3, 200), "too few: 9 settled");
}

#[test]
fn what_was_known_late_is_compared_from_the_day_on_which_enough_is_known() {
    let mut requests: Vec<Request> =
        (1..=12).map(|n| request(n, 60, (n % 3 == 0).then_some((Standing::Accepted, 25)))).collect();
    for request in &mut requests {
        request.recorded_on = request.sent_on.plus(20);
    }
    let review = review(requests, |_| None, &[]);
    let curve = review.answer(Question::When).and_then(|answer| answer.curve.clone()).expect("a curve");
    assert!(curve.from >= 20.0, "{curve:?}");
    assert!(curve.model[0].mean < 0.1, "the model is of those still waiting then: {:?}", curve.model[0]);
}

#[test]
fn fits_are_compared_once_there_is_enough() {
    let requests: Vec<Request> = (1..=60)
        .map(|n| {
            request(
                n,
                70 + i64::from(n),
                Some(if n % 3 == 0 { (Standing::Withdrawn, 60) } else { (Standing::Accepted, 1) }),
            )
        })
        .collect();
    let contacts: Vec<Contact> = requests
        .iter()
        .map(|r| {
            let mut contact = Contact::named(r.contact, "Ana", "Ruiz", Origin::Hand);
            contact.fit = Some(if r.id.0 % 3 == 0 { Fit::Low } else { Fit::High });
            contact
        })
        .collect();
    let network: Network = Tables {
        contacts: Table::from_sorted(contacts, 0),
        requests: Table::from_sorted(requests, 0),
        ..Tables::default()
    }
    .into();
    let lesson = Outlook::learn(&network, today(), None, Need::Plots);
    let posterior = lesson.posterior.expect("asked for");
    let review = Review::of(&network, &lesson.history, &lesson.outlook.fitted, &posterior, &[], today());
    let text = said(&review, Question::Fit);
    assert!(text.starts_with("Who is a low fit says yes less often than who is a high fit: "), "{text}");
}
