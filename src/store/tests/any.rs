//! Any record that the domain can hold, with numbers that fit together.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::domain::batch::Batch;
use crate::domain::change::{Change, Edit};
use crate::domain::contact::{Contact, Fit, Flag, Listed, Origin};
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::draft::{Draft, Version};
use crate::domain::fact::{Fact, FactKind};
use crate::domain::id::{ContactId, DecisionId, DraftId, FactId, NoteId, RequestId, RunId, SignId, TouchId};
use crate::domain::note::Note;
use crate::domain::request::{Channel, Direction, Evidence, Request, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::run::{Run, TableKind, TableRead};
use crate::domain::sign::{Sign, SignKind};
use crate::domain::time::{Day, Moment};
use crate::domain::touch::{Touch, TouchKind};

/// How many records of each kind there are; every reference stays within.
pub(super) const MANY: u32 = 4;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "\\PC{0,12}",
        "[\\x00-\\x7f]{0,8}",
        Just("J\u{f6}rg 日本 👩\u{200d}👧 '\"; --".into())
    ]
}

fn a_day() -> impl Strategy<Value = Day> {
    (0i64..3_652_059).prop_map(|days| Day::parse("0001-01-01").expect("a day").plus(days))
}

fn a_moment() -> impl Strategy<Value = Moment> {
    (-1_035_593_280i64..=4_223_371_679).prop_map(Moment::from_minutes)
}

fn one<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    select(all)
}

fn person() -> impl Strategy<Value = ContactId> {
    (1..=MANY).prop_map(ContactId)
}

fn origin() -> impl Strategy<Value = Origin> {
    one(&[Origin::Hand, Origin::Export])
}

prop_compose! {
    pub(super) fn contact(id: u32)(
        (first_name, last_name, slug, url, email) in (text(), text(), text(), text(), text()),
        (company, role, purpose) in (text(), text(), text()),
        (former_slugs, former_names) in (vec(text(), 0..3), vec(text(), 0..3)),
        tags in vec("[a-z]{1,5}", 0..3),
        fit in option::of(one(&[Fit::Low, Fit::Medium, Fit::High])),
        (connected_on, listed_on) in (option::of(a_day()), option::of(a_day())),
        (gone_on, ask_again_on) in (option::of(a_day()), option::of(a_day())),
        archived in any::<bool>(),
        flags in vec(one(Flag::ALL), 0..3),
        origin in origin(),
        listed in option::of((text(), text(), text(), text())),
    ) -> Contact {
        let listed = listed.map(|(first_name, last_name, company, role)| {
            Box::new(Listed { first_name, last_name, company, role })
        });
        Contact {
            id: ContactId(id), first_name, last_name, slug, former_slugs, former_names, url, email, company, role, purpose,
            fit, tags,
            connected_on, listed_on, gone_on, ask_again_on, flags, archived, origin, listed,
        }
    }
}

prop_compose! {
    pub(super) fn request(id: u32)(
        contact in person(),
        (direction, channel) in (one(Direction::ALL), one(Channel::ALL)),
        (standing, evidence, origin) in (one(Standing::ALL), one(Evidence::ALL), origin()),
        (source, sent_raw, message, against) in (text(), text(), text(), text()),
        attempt in any::<u32>(),
        (sent_on, recorded_on) in (a_day(), a_day()),
        (settled_on, snoozed_until, confirmed_on) in (option::of(a_day()), option::of(a_day()), option::of(a_day())),
        (sent_at, settled_at) in (option::of(a_moment()), option::of(a_moment())),
        (by_name, opened) in any::<(bool, bool)>(),
        (template, score, profile) in (text(), option::of(0..=100u8), option::of(0..=10u8)),
    ) -> Request {
        Request {
            id: RequestId(id), contact, direction, channel, source, attempt, sent_on, sent_at, sent_raw, message, standing,
            settled_on, settled_at, evidence, snoozed_until, origin, recorded_on, confirmed_on, by_name, against, opened,
            template, score, profile,
        }
    }
}

prop_compose! {
    pub(super) fn sign(id: u32)(
        request in (1..=MANY).prop_map(RequestId), kind in one(SignKind::ALL), on in a_day(), text in text(),
        channel in option::of(one(Channel::ALL)),
    ) -> Sign {
        Sign { id: SignId(id), request, kind, on, text, channel }
    }
}

prop_compose! {
    pub(super) fn touch(id: u32)(
        contact in option::of(person()),
        (kind, direction, origin) in (one(TouchKind::ALL), one(Direction::ALL), origin()),
        (text, on, at) in (text(), a_day(), option::of(a_moment())),
    ) -> Touch {
        Touch { id: TouchId(id), contact, kind, direction, text, on, at, origin }
    }
}

prop_compose! {
    pub(super) fn note(id: u32)(contact in person(), text in text(), at in a_moment()) -> Note {
        Note { id: NoteId(id), contact, text, at }
    }
}

prop_compose! {
    pub(super) fn decision(id: u32)(
        (kind, standing) in (one(DecisionKind::ALL), option::of(one(Standing::ALL))),
        (contact, other, request) in (person(), option::of(person()), option::of((1..99u32).prop_map(RequestId))),
        (on, raised_on, text, settled) in (option::of(a_day()), a_day(), text(), any::<bool>()),
    ) -> Decision {
        Decision { id: DecisionId(id), kind, contact, other, request, standing, on, text, raised_on, settled }
    }
}

prop_compose! {
    pub(super) fn run(id: u32)(
        (path, owner, owner_slug) in (text(), text(), text()),
        (as_of, at) in (a_day(), a_moment()),
        tables in vec((text(), one(TableKind::ALL), 0..9_999_999usize), 0..4),
        listed in vec((1..99u32).prop_map(RequestId), 0..5),
    ) -> Run {
        let tables = tables.into_iter().map(|(file, kind, rows)| TableRead { file, kind, rows }).collect();
        Run { id: RunId(id), path, as_of, at, owner, owner_slug, tables, listed }
    }
}

prop_compose! {
    pub(super) fn fact(id: u32)(
        contact in option::of(person()),
        kind in one(FactKind::ALL),
        text in "\\PC{1,12}",
        on in option::of(a_day()),
    ) -> Fact {
        Fact { id: FactId(id), contact, kind, text, on }
    }
}

prop_compose! {
    pub(super) fn draft(id: u32)(
        contact in person(),
        (text, template) in (text(), text()),
        off in vec("[a-z-]{1,8}", 0..3),
        later in option::of(a_day()),
        at in a_moment(),
        versions in vec((a_moment(), text()).prop_map(|(at, text)| Version { at, text }), 0..3),
    ) -> Draft {
        Draft { id: DraftId(id), contact, text, template, off, later, at, versions }
    }
}

/// One of each record, all of this number.
pub(super) type Records = (Contact, Request, Sign, Touch, Note, Decision, Run, Fact, Draft);

// Boxed: what proptest makes of nine tuples at once is more than the stack of a test holds.
fn records(id: u32) -> impl Strategy<Value = Records> {
    let people = (contact(id), request(id), sign(id)).boxed();
    let more = (touch(id), note(id), decision(id)).boxed();
    let rest = (run(id), fact(id), draft(id)).boxed();
    (people, more, rest).prop_map(|((a, b, c), (d, e, f), (g, h, i))| (a, b, c, d, e, f, g, h, i)).boxed()
}

/// A row of each for every number up to [`MANY`].
pub(super) fn many() -> impl Strategy<Value = Vec<Records>> {
    (1..=MANY).map(records).collect::<Vec<_>>()
}

/// A rule, and what somebody might set it to.
pub(super) fn rule() -> impl Strategy<Value = (RuleKey, Option<i64>)> {
    (one(RuleKey::ALL), option::of(any::<i64>()))
}

/// What leads from one set of records to another (nothing to begin with), table by table.
pub(super) fn lead(key: &str, before: Option<&[Records]>, after: &[Records]) -> Batch {
    let mut changes = Vec::new();
    macro_rules! table {
        ($($at:tt = $kind:ident),+) => {$(
            for (place, record) in after.iter().enumerate() {
                let before = before.map(|before| before[place].$at.clone().into());
                changes.push(Change::$kind(Edit { before, after: Some(record.$at.clone().into()) }));
            }
        )+};
    }
    table!(
        0 = Contact,
        1 = Request,
        2 = Sign,
        3 = Touch,
        4 = Note,
        5 = Decision,
        6 = Run,
        7 = Fact,
        8 = Draft
    );
    super::batch(key, changes)
}
