//! The second demo: five of the people and the first days with them.

use super::people::{PEOPLE, Person};
use super::requests::{Row, received, sent};
use super::writing::DraftRow;

/// Who is in it, in the order of the numbers.
const NAMES: [&str; 5] = ["Vera Holm", "Sofia Marin", "Jonas Berg", "Ines Costa", "Elif Kaya"];

/// The five as the whole demo has them.
pub(super) fn people() -> impl Iterator<Item = Person> {
    NAMES.iter().filter_map(|name| PEOPLE.iter().copied().find(|person| person.name == *name))
}

/// Every request, in the order of the numbers.
pub(super) const REQUESTS: &[Row] = &[
    sent("Jonas Berg", 7).from("event").accepted(6),
    sent("Sofia Marin", 4).from("event").saying(
        "Hi Sofia, the paper cards of your CIDR talk lie on our table now, and query plans make sense at last. \
         I would like to follow your work.",
    ),
    received("Ines Costa", 2).from("post").saying(
        "Olá! O seu artigo sobre testes de sincronização ajudou-me no meu primeiro projeto. Gostava de acompanhar \
         o seu trabalho. Obrigada!",
    ),
    sent("Vera Holm", 1).from("referral"),
];

/// The one draft.
pub(super) const DRAFTS: &[DraftRow] = &[(
    "Elif Kaya",
    1,
    None,
    "Hi Elif, I build a sync tool on SQLite and would like to follow your work.",
    "",
)];
