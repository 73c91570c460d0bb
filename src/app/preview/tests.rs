//! Lines of the card that tell what an export says.

use super::card;
use crate::app::fixture::{ANA, day, network, now};
use crate::domain::contact::{Contact, Listed};

fn lines(change: impl FnOnce(&mut Contact)) -> Vec<String> {
    let network = network();
    let mut ana = Contact::clone(network.contact(ANA).expect("Ana"));
    change(&mut ana);
    card(&network, &ana, now().today).lines.into_iter().map(|line| line.text).collect()
}

fn says(listed: [&str; 4]) -> Option<String> {
    let [first_name, last_name, company, role] = listed.map(str::to_owned);
    let listed = Listed { first_name, last_name, company, role };
    let lines = lines(|contact| contact.listed = Some(Box::new(listed)));
    lines.into_iter().find(|line| line.starts_with("your export says"))
}

#[test]
fn what_the_export_says_otherwise_stands_beside_what_the_user_wrote() {
    assert_eq!(says(["Ana", "Ruiz", "Faro", "Data Lead"]), None, "nothing else");
    for (listed, said) in [
        (["Ana", "Ruiz-Gil", "Faro", "Data Lead"], "Ana Ruiz-Gil"),
        (["Ana", "Ruiz", "Tidal", "Data Lead"], "Tidal"),
        (["Ana", "Ruiz", "Faro", "CTO"], "CTO"),
        (["Ana", "Ruiz-Gil", "Tidal", "CTO"], "Ana Ruiz-Gil, CTO, Tidal"),
        (["Ana", "Ruiz-Gil", "", ""], "Ana Ruiz-Gil"),
    ] {
        assert_eq!(says(listed), Some(format!("your export says: {said}")));
    }
    assert_eq!(says(["Ana", "Ruiz", "", ""]), None, "an empty cell says nothing");
    assert!(lines(|_| {}).iter().all(|line| !line.contains("export")));
}

#[test]
fn a_connection_that_is_gone_is_said_with_its_day() {
    let lines = lines(|contact| contact.gone_on = Some(day("2026-11-20")));
    assert!(lines.contains(&"no longer in your list, by the export of 20 Nov".to_owned()), "{lines:?}");
}
