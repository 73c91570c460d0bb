//! Who is found, and in which order.

use super::*;
use crate::domain::contact::Origin;

// People, each as `Name, Company`.
fn index(people: &[&str]) -> (Network, Index) {
    let rows = people.iter().zip(1..).map(|(person, n)| {
        let (name, company) = person.split_once(", ").unwrap_or((person, ""));
        let (first, last) = crate::domain::contact::split_name(name);
        Contact { company: company.into(), ..Contact::named(ContactId(n), &first, &last, Origin::Hand) }
    });
    let contacts = crate::domain::table::Table::from_sorted(rows.collect(), 0);
    let network = Network::from(crate::domain::network::Tables { contacts, ..Default::default() });
    let index = Index::build(&network);
    (network, index)
}

fn found(names: &[&str], typed: &str) -> Vec<String> {
    let (network, index) = index(names);
    let words: Vec<String> = typed.split(' ').map(fold).collect();
    let hits = index.find(&words, None).hits.into_iter().filter_map(|at| index.at(at));
    hits.filter_map(|id| network.contact(id).map(|c| c.name())).collect()
}

#[test]
fn accents_are_folded_in_what_is_typed_and_in_what_is_found() {
    for (name, typed) in [
        ("Jörg Müller", "muller"),
        ("Søren Ægir", "soren aegir"),
        ("Łukasz Nowak", "lukasz"),
        ("Muller", "müller"),
        ("Ελένη Παπαδοπούλου", "ελενη"),
        ("Олег Петренко", "олег"),
        ("田中 恵子", "田中"),
        ("김민준", "김민"),
        ("अनन्या शर्मा", "शर्मा"),
        ("נועה לוי", "לוי"),
        ("مريم", "مريم"),
        ("ქეთი", "ქეთი"),
        ("สมชาย", "สมชาย"),
    ] {
        assert_eq!(found(&[name, "Zzz Qqq"], typed), [name], "{typed}");
    }
}

#[test]
fn every_word_has_to_match_and_the_best_comes_first() {
    assert_eq!(found(&["Maria Anna Berg", "Anna Berg", "Bertha Long"], "anna berg")[0], "Anna Berg");
    assert!(found(&["Anna Berg"], "anna xylo").is_empty());
    assert!(found(&["Anna Berg"], "!anna").is_empty());
}

#[test]
fn letters_that_are_merely_strewn_about_are_no_hit() {
    let people = ["Ana Ruiz Community Lead Acme", "Ana Ruiz Community Lead", "Jonas Berg", "Jose Ibanez"];
    assert_eq!(found(&people, "acme"), ["Ana Ruiz Community Lead Acme"]);
    assert_eq!(found(&people, "jberg"), ["Jonas Berg"]);
    assert!(found(&people, "bea").is_empty());
    assert_eq!(found(&["Hans Müller"], "mulr"), ["Hans Müller"]);
    assert!(found(&["Aron Cole, Merlin"], "acme").is_empty(), "some in the name, the rest in the company");
    assert_eq!(found(&["Aron Cole, Acorn Media"], "acme"), ["Aron Cole"]);
}

#[test]
fn people_stand_in_the_order_of_their_names_wherever_they_work() {
    let (network, index) = index(&["Aaron Amin Zeman", "Aaron Amin, Lotus", "Aaron Amin Fischer, Ember"]);
    let names: Vec<String> = index.by_name().filter_map(|id| network.contact(id)).map(|c| c.name()).collect();
    assert_eq!(names, ["Aaron Amin", "Aaron Amin Fischer", "Aaron Amin Zeman"]);
}

proptest::proptest! {
    #[test]
    fn two_plain_letters_are_looked_for_by_bytes_as_by_characters(text in "[abé \n]{0,14}", word in "[ab]{1,2}") {
        let text = text.trim();
        let initials = || text.split([' ', '\n']).filter_map(|part| part.chars().next());
        let mut pairs = initials().zip(initials().skip(1));
        let slow = if text.starts_with(&word) {
            Some(4)
        } else if text.contains(&format!(" {word}")) || text.contains(&format!("\n{word}")) {
            Some(3)
        } else if word.len() == 2 && pairs.any(|(a, b)| word == format!("{a}{b}")) {
            Some(2)
        } else {
            text.contains(&word).then_some(1)
        };
        proptest::prop_assert_eq!(as_it_stands(text, &word), slow);
    }
}

#[test]
fn one_or_two_letters_are_found_as_they_stand_or_as_initials() {
    let people = ["Anna Berg", "Jan Novak", "Bea Lang", "Abe Nord"];
    assert_eq!(found(&people, "an"), ["Anna Berg", "Abe Nord", "Bea Lang", "Jan Novak"]);
    assert_eq!(found(&people, "b"), ["Bea Lang", "Anna Berg", "Abe Nord"]);
    assert_eq!(found(&["日本 太郎", "Zoe"], "日"), ["日本 太郎"]);
    assert!(found(&people, "zz").is_empty());
}

#[test]
fn an_update_keeps_the_order_by_name() {
    let (network, mut index) = index(&["Bea", "Ada"]);
    let cid = Arc::new(Contact::named(ContactId(3), "Cid", "", Origin::Hand));
    index.update(None, Some(&cid));
    index.update(network.contact(ContactId(1)), None);
    assert_eq!(index.by_name().collect::<Vec<_>>(), [ContactId(2), ContactId(3)]);
}
