//! What the demo network has for writing: facts, offers, drafts, and when the user last looked at their profile.

use crate::domain::fact::FactKind;
use crate::domain::profile::ProfileItem;

/// Facts: about whom (nobody for an offer), what kind, the thing, days ago.
pub(super) const FACTS: &[(&str, FactKind, &str, Option<i64>)] = &[
    ("Elif Kaya", FactKind::Work, "testing fsync", Some(12)),
    ("Elif Kaya", FactKind::Mutual, "Ana Ruiz", None),
    ("Elif Kaya", FactKind::Event, "PG Barcelona", Some(34)),
    ("Sofia Marin", FactKind::Work, "the CIDR talk on query plans", Some(40)),
    ("Bram de Vries", FactKind::Event, "RustFest", Some(16)),
    ("Bram de Vries", FactKind::Interest, "property tests", None),
    ("Marta Nowak", FactKind::Work, "Torn writes in practice", Some(90)),
    ("Keiko Tanaka", FactKind::Interest, "SQLite benchmarks", None),
    ("Ana Beatriz Lima", FactKind::Group, "Rust Brasil", None),
    ("Vera Holm", FactKind::Mutual, "Jonas Berg", None),
    ("", FactKind::Offer, "our replay harness for sync tests", None),
    ("", FactKind::Offer, "a second pair of eyes on talks", None),
];

/// A draft: to whom, written so many days ago, put off for so many days, the message, an earlier version of it.
pub(super) type DraftRow = (&'static str, i64, Option<i64>, &'static str, &'static str);

/// Every draft.
pub(super) const DRAFTS: &[DraftRow] = &[
    (
        "Elif Kaya",
        1,
        None,
        "Hi Elif, I build a sync tool on SQLite and would like to follow your work.",
        "Hi Elif, I would like to connect.",
    ),
    (
        "Karin Lindqvist",
        2,
        Some(3),
        "Hi Karin, your list of formats that last settled a long debate here. We now keep our notes as plain text.",
        "",
    ),
];

/// Items of the profile and the days since each was found in order.
pub(super) const PROFILE: &[(ProfileItem, i64)] = &[
    (ProfileItem::Picture, 40),
    (ProfileItem::Headline, 40),
    (ProfileItem::Summary, 215),
    (ProfileItem::Experience, 40),
    (ProfileItem::Skills, 120),
    (ProfileItem::Contact, 120),
    (ProfileItem::Address, 120),
    (ProfileItem::Featured, 40),
    (ProfileItem::Activity, 10),
    (ProfileItem::NoSales, 40),
];
