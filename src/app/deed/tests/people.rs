//! Deeds on contacts: add, edit, tag, archive, remind, merge, notes, touches.

use super::{done, refusal};
use crate::app::deed::{Answer, Deed, Details};
use crate::app::fixture::{ANA, BRAM, INES, JORG, SOFIA, TOM, TOM_TOO, day, network, now, with};
use crate::domain::contact::{Contact, Fit};
use crate::domain::id::{ContactId, DecisionId, NoteId};
use crate::domain::network::Network;
use crate::domain::request::{Evidence, Standing};
use crate::domain::touch::TouchKind;

fn contact(network: &Network, id: ContactId) -> &Contact {
    network.contact(id).expect("the contact")
}

#[test]
fn a_contact_is_added_with_all_that_is_said_of_it() {
    let details = Details {
        name: Some(" Keiko Tanaka ".into()),
        company: Some("Fluxo".into()),
        role: Some("DevRel".into()),
        url: Some("linkedin.com/in/Keiko/".into()),
        email: Some("keiko@example.org".into()),
        purpose: Some("advice on talks".into()),
        fit: Some(Some(Fit::High)),
        tags: Some(vec!["Rust".into(), "#systems meetup".into(), "rust".into()]),
    };
    let (after, what) = done(&network(), &Deed::AddContact(details));
    let keiko = contact(&after, ContactId(9));
    assert_eq!(what, "Keiko Tanaka added");
    assert_eq!(keiko.tags, ["rust", "systems-meetup"]);
    assert_eq!(keiko.address().as_deref(), Some("https://www.linkedin.com/in/keiko"));
    assert_eq!((keiko.fit, keiko.place()), (Some(Fit::High), "DevRel, Fluxo".into()));
}

#[test]
fn a_contact_needs_a_name_an_address_that_opens_and_one_of_its_own() {
    let add = |name: &str, url: &str| {
        Deed::AddContact(Details { name: Some(name.into()), url: Some(url.into()), ..Details::default() })
    };
    assert_eq!(refusal(&network(), &add(" ", "")), "a contact needs a name");
    assert!(refusal(&network(), &add("Eve", "javascript:alert(1)")).contains("is no address"));
    let taken = refusal(&network(), &add("Eve", "https://www.linkedin.com/in/ana-ruiz"));
    assert_eq!(taken, "Ana Ruiz (c1) has this address already");
    let edit = Deed::EditContact(BRAM, Details { name: Some(String::new()), ..Details::default() });
    assert_eq!(refusal(&network(), &edit), "a contact needs a name");
    let gone = Deed::EditContact(ContactId(99), Details::default());
    assert_eq!(refusal(&network(), &gone), "the contact is no longer there");
}

#[test]
fn an_edit_changes_what_is_given_and_keeps_the_rest() {
    let edit = Deed::EditContact(ANA, Details { company: Some("Nordwind".into()), ..Details::default() });
    let (after, what) = done(&network(), &edit);
    assert_eq!(what, "Ana Ruiz edited");
    assert_eq!(contact(&after, ANA).company, "Nordwind");
    assert_eq!(contact(&after, ANA).role, "Data Lead");
    assert_eq!(refusal(&after, &edit), "Ana Ruiz is as it was");
}

#[test]
fn another_address_in_place_of_the_profile_is_what_is_opened_from_then_on() {
    let address = |url: &str| Deed::EditContact(ANA, Details { url: Some(url.into()), ..Details::default() });
    let (after, _) = done(&network(), &address("https://ana.example"));
    let ana = after.contact(ANA).expect("Ana");
    assert_eq!(ana.address().as_deref(), Some("https://ana.example"));
    assert_eq!(ana.slug, "ana-ruiz", "an export still knows her by it");
}

#[test]
fn a_new_address_keeps_the_former_one_and_an_empty_one_takes_it_away() {
    let address = |url: &str| Deed::EditContact(ANA, Details { url: Some(url.into()), ..Details::default() });
    let (after, _) = done(&network(), &address("https://www.linkedin.com/in/ana-2"));
    assert_eq!(contact(&after, ANA).former_slugs, ["ana-ruiz"]);
    let (after, _) = done(&after, &address(" "));
    assert_eq!(contact(&after, ANA).address(), None);
    assert_eq!(contact(&after, ANA).former_slugs, ["ana-ruiz", "ana-2"]);
}

#[test]
fn what_the_export_says_is_kept_when_the_user_says_otherwise() {
    let edit =
        Deed::EditContact(TOM_TOO, Details { company: Some("Kora Labs".into()), ..Details::default() });
    let (after, _) = done(&network(), &edit);
    let listed = contact(&after, TOM_TOO).listed.as_ref().expect("what the export says");
    assert_eq!(listed.company, "Kora");
    let edit = Deed::EditContact(TOM_TOO, Details { purpose: Some("design".into()), ..Details::default() });
    assert!(contact(&done(&network(), &edit).0, TOM_TOO).listed.is_none());
}

#[test]
fn tags_are_added_and_taken_away_in_one_step() {
    let tag = |add: &str, remove: &str| Deed::Tag {
        contacts: vec![ANA, BRAM],
        add: vec![add.into()],
        remove: vec![remove.into()],
    };
    let (after, what) = done(&network(), &tag("Meetup 2026", "rust"));
    assert_eq!(what, "+meetup-2026 -rust on Ana Ruiz and Bram de Vries");
    assert_eq!(contact(&after, ANA).tags, ["meetup-2026"]);
    assert_eq!(refusal(&after, &tag("meetup-2026", "rust")), "the tags are like that already");
    assert!(refusal(&after, &tag(" ", "#")).contains("no tag was given"));
}

#[test]
fn the_archive_takes_and_gives_back() {
    let archive = |archived| Deed::Archive { contacts: vec![TOM], archived };
    let (after, what) = done(&network(), &archive(true));
    assert_eq!((what.as_str(), contact(&after, TOM).archived), ("Tom Okafor archived", true));
    assert_eq!(refusal(&after, &archive(true)), "already archived");
    assert_eq!(done(&after, &archive(false)).1, "Tom Okafor back from the archive");
}

#[test]
fn s72_a_day_nine_months_out_is_kept_and_none_is_sooner_than_the_rule() {
    let again = |on| Deed::AskAgain { contacts: vec![JORG], on };
    let (after, what) = done(&network(), &again(Some(day("2027-08-22"))));
    assert_eq!(what, "a reminder of Jörg Müller on 22 Aug 2027");
    assert_eq!(contact(&after, JORG).ask_again_on, Some(day("2027-08-22")));
    // Withdrawn on 17 November, 21 days to wait: from 8 December on.
    let sooner = refusal(&network(), &again(Some(day("2026-12-07"))));
    assert_eq!(
        sooner,
        "Jörg Müller: the pause after a withdrawal lasts until 8 Dec, choose that day or later"
    );
    done(&network(), &again(Some(day("2026-12-08"))));
    assert!(refusal(&network(), &again(Some(now().today))).contains("is not ahead"));
    assert_eq!(done(&after, &again(None)).1, "no reminder of Jörg Müller");
    assert_eq!(refusal(&network(), &again(None)), "it is like that already");
}

#[test]
fn a_merge_moves_everything_to_the_one_that_stays() {
    let mut before = network();
    for deed in [
        Deed::AddNote(TOM_TOO, "met twice".into()),
        Deed::LogTouch {
            contacts: vec![TOM_TOO],
            kind: TouchKind::Met,
            text: String::new(),
            on: now().today,
        },
    ] {
        before = done(&before, &deed).0;
    }
    let (after, what) = done(&before, &Deed::Merge { keep: TOM_TOO, other: TOM });
    let one = contact(&after, TOM_TOO);
    assert_eq!(what, "the two called Tom Okafor merged");
    assert!(after.contact(TOM).is_none());
    assert_eq!((one.company.as_str(), one.slug.as_str()), ("Kora", "tom-okafor-2"));
    assert_eq!(one.former_slugs, ["tom-okafor"]);
    assert_eq!(after.requests_of(TOM_TOO).count(), 1);
    assert_eq!((after.touches_of(TOM_TOO).count(), after.notes_of(TOM_TOO).count()), (1, 1));
    assert_eq!(after.signs_of(with(TOM)).count(), 1);
    assert!(after.decisions.get(DecisionId(1)).expect("the item").settled, "the merge answers it");
    assert!(refusal(&before, &Deed::Merge { keep: TOM, other: TOM }).contains("two different"));
}

#[test]
fn an_item_to_decide_is_settled_either_way_and_once() {
    let same = |answer| Deed::Decide(DecisionId(1), answer);
    let (two, what) = done(&network(), &same(Answer::No));
    assert_eq!(what, "Tom Okafor: two people");
    assert!(two.contact(TOM).is_some() && two.contact(TOM_TOO).is_some());
    assert_eq!(refusal(&two, &same(Answer::Yes)), "this is decided already");
    let (one, _) = done(&network(), &same(Answer::Yes));
    assert!(one.contact(TOM_TOO).is_none(), "the older record stays");
    assert_eq!(contact(&one, TOM).slug, "tom-okafor-2", "the newer address is the one in use");
    assert_eq!(contact(&one, TOM).former_slugs, ["tom-okafor"]);
}

#[test]
fn where_the_export_contradicts_the_user_chooses() {
    let against = |answer| Deed::Decide(DecisionId(2), answer);
    let (mine, what) = done(&network(), &against(Answer::No));
    assert_eq!(what, "Jörg Müller: your word stays");
    assert_eq!(mine.requests.get(with(JORG)).expect("the request").standing, Standing::Withdrawn);
    let (theirs, _) = done(&network(), &against(Answer::Yes));
    let request = theirs.requests.get(with(JORG)).expect("the request");
    assert_eq!((request.standing, request.settled_on), (Standing::Accepted, Some(day("2026-11-18"))));
    assert!(contact(&theirs, JORG).connected());
    assert!(theirs.decisions.get(DecisionId(2)).expect("the item").settled);
}

#[test]
fn an_item_that_has_come_true_meanwhile_is_closed_by_saying_so() {
    let accepted = Deed::Settle {
        requests: vec![with(JORG)],
        standing: Standing::Accepted,
        on: now().today,
        evidence: Evidence::Seen,
    };
    let (noted, _) = done(&network(), &accepted);
    let (after, what) = done(&noted, &Deed::Decide(DecisionId(2), Answer::Yes));
    assert_eq!(what, "Jörg Müller: the export is right");
    assert!(after.decisions.get(DecisionId(2)).expect("the item").settled);
    assert_eq!(
        after.requests.get(with(JORG)).expect("it").settled_on,
        Some(now().today),
        "as the user noted"
    );
}

#[test]
fn a_note_is_written_rewritten_and_removed_by_emptying_it() {
    let (after, what) = done(&network(), &Deed::AddNote(INES, "  likes type \n".into()));
    assert_eq!(what, "note on Ines Costa");
    let note = after.notes_of(INES).next().expect("the note");
    assert_eq!((note.text.as_str(), note.at), ("likes type", now().at));
    let id = note.id;
    let (edited, _) = done(&after, &Deed::EditNote(id, "likes type and paper".into()));
    assert_eq!(edited.notes.get(id).expect("the note").text, "likes type and paper");
    let (gone, what) = done(&after, &Deed::EditNote(id, " ".into()));
    assert_eq!((what.as_str(), gone.notes_of(INES).count()), ("note on Ines Costa removed", 0));
    assert_eq!(refusal(&after, &Deed::EditNote(id, "likes type ".into())), "the note is as it was");
    assert_eq!(refusal(&gone, &Deed::EditNote(id, "x".into())), "the note is no longer there");
    assert_eq!(refusal(&gone, &Deed::AddNote(INES, "\n".into())), "the note is empty");
    assert_eq!(refusal(&gone, &Deed::AddNote(ContactId(99), "x".into())), "the contact is no longer there");
    assert_eq!(after.notes.get(NoteId(1)).expect("the other note").contact, SOFIA);
}

#[test]
fn a_touch_is_with_some_or_with_nobody_and_never_in_the_future() {
    let touch = |contacts: &[ContactId], on| Deed::LogTouch {
        contacts: contacts.to_vec(),
        kind: TouchKind::HelpGiven,
        text: " slides ".into(),
        on,
    };
    let (after, what) = done(&network(), &touch(&[ANA, BRAM], now().today));
    assert_eq!(what, "Ana Ruiz and Bram de Vries, help given");
    let given = after.touches_of(BRAM).next().expect("the touch");
    assert_eq!((given.text.as_str(), given.at), ("slides", Some(now().at)));
    let (own, what) = done(&network(), &touch(&[], day("2026-11-20")));
    assert_eq!(what, "slides, your own");
    assert_eq!(own.touches.iter().last().map(|touch| (touch.contact, touch.at)), Some((None, None)));
    assert!(refusal(&network(), &touch(&[ANA], day("2026-11-23"))).contains("has not come yet"));
}
