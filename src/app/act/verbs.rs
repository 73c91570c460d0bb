//! The verbs on rows: most open a menu beside the row, whose letters choose.

use super::boxes::{choice, menu, numbers};
use super::perform::perform;
use crate::app::action::Screen;
use crate::app::contacts::View;
use crate::app::deed::{Deed, whom, whose};
use crate::app::editor::{Editor, Shape};
use crate::app::effect::{EditFor, Effect};
use crate::app::overlay::{Choice, Confirm, NoteBox, Overlay, Pick, Purpose, Reply, Yes};
use crate::app::state::{Notice, State};
use crate::app::today::Item;
use crate::domain::contact::{Contact, Flag};
use crate::domain::id::{ContactId, NoteId, RequestId};
use crate::domain::request::{Direction, Evidence, Standing};
use crate::domain::sign::SignKind;
use crate::domain::time::Day;
use crate::domain::touch::TouchKind;

/// What came of the requests, each standing with its letter.
pub(super) fn outcome(state: &mut State) -> Vec<Effect> {
    let requests = state.requests();
    let today = state.now.today;
    outcome_on(state, &requests, today)
}

/// The same for another day than today.
pub(super) fn outcome_on(state: &mut State, requests: &[RequestId], on: Day) -> Vec<Effect> {
    let standings = [
        ('a', Standing::Accepted, "they said yes", "you said yes"),
        ('d', Standing::Declined, "they said so; S n keeps their words", ""),
        ('i', Standing::Ignored, "", "you let it be"),
        ('w', Standing::Withdrawn, "you took it back on the platform", ""),
        ('x', Standing::Expired, "the platform dropped it", ""),
        ('r', Standing::Reported, "somebody reported it", "you reported it"),
        ('n', Standing::NoLongerListed, "gone, nobody can tell why", "gone, nobody can tell why"),
        ('p', Standing::Pending, "it waits today", "it waits today"),
    ];
    let directions: Vec<Direction> =
        requests.iter().filter_map(|id| state.network.requests.get(*id)).map(|r| r.direction).collect();
    let received = directions.first() == Some(&Direction::Received);
    let mut items: Vec<Choice> = standings
        .into_iter()
        .filter(|(_, standing, ..)| directions.iter().all(|direction| standing.fits(*direction)))
        .map(|(letter, standing, sent, incoming)| {
            let evidence = if standing == Standing::Declined { Evidence::Told } else { Evidence::Seen };
            let label =
                if standing == Standing::Pending { "still pending".to_owned() } else { standing.word() };
            let deed = Deed::Settle { requests: requests.to_vec(), standing, on, evidence };
            choice(letter, label, if received { incoming } else { sent }, Pick::Do(deed))
        })
        .collect();
    let day = if on == state.now.today { "today".to_owned() } else { on.short(state.now.today) };
    items.push(choice(
        't',
        "on another day..",
        format!("now {day}"),
        Pick::Ask(Purpose::OutcomeDay(requests.to_vec())),
    ));
    let title = format!("{}, {day}", whose(&state.network, requests));
    let title = match requests {
        [one] => format!("{title}{}", among_others(state, *one)),
        _ => title,
    };
    menu(state, title, items)
}

// Which request this is, where several with one person wait.
fn among_others(state: &State, id: RequestId) -> String {
    let Some(request) = state.network.requests.get(id) else { return String::new() };
    let others = state.network.requests_of(request.contact);
    let waiting = others.filter(|other| other.pending() && other.direction == request.direction).count();
    if waiting < 2 || !request.pending() {
        return String::new();
    }
    format!(" (of {waiting} that wait, the one of {})", request.sent_on.short(state.now.today))
}

/// Records that the requests were withdrawn.
pub(super) fn withdraw(state: &mut State) -> Vec<Effect> {
    let deed = Deed::Settle {
        requests: state.requests(),
        standing: Standing::Withdrawn,
        on: state.now.today,
        evidence: Evidence::Seen,
    };
    perform(state, deed)
}

/// Off the list until a day; where nothing waits, a day to ask again.
pub(super) fn snooze(state: &mut State) -> Vec<Effect> {
    let today = state.now.today;
    if state.screen == Screen::Today
        && let Some(Item::Draft(draft)) = state.today.list.current()
    {
        return perform(state, Deed::PutOff(vec![draft], Some(today.plus(1))));
    }
    let contacts = state.contacts();
    let waiting = state.pending_of(&state.requests());
    let days = |list: &[(char, &str, Day)], deed: &dyn Fn(Option<Day>) -> Deed| -> Vec<Choice> {
        list.iter()
            .map(|(letter, label, day)| choice(*letter, *label, day.short(today), Pick::Do(deed(Some(*day)))))
            .collect()
    };
    if waiting.is_empty() {
        let deed = |on| Deed::AskAgain { contacts: contacts.clone(), on };
        let list = [
            ('m', "in a month", today.plus_months(1)),
            ('q', "in three months", today.plus_months(3)),
            ('h', "in half a year", today.plus_months(6)),
            ('y', "in a year", today.plus_months(12)),
        ];
        let mut items = days(&list, &deed);
        items.push(choice('t', "on a day..", "", Pick::Ask(Purpose::AskAgain(contacts.clone()))));
        let reminded = |id: &ContactId| state.network.contact(*id).is_some_and(|c| c.ask_again_on.is_some());
        if contacts.iter().any(reminded) {
            items.push(choice('b', "no reminder", "", Pick::Do(deed(None))));
        }
        return menu(state, format!("Ask {} again", whom(&state.network, &contacts, "contacts")), items);
    }
    let deed = |until| Deed::Snooze { requests: waiting.clone(), until };
    let list = [
        ('d', "until tomorrow", today.plus(1)),
        ('w', "for a week", today.plus(7)),
        ('f', "for two weeks", today.plus(14)),
        ('m', "for a month", today.plus_months(1)),
    ];
    let mut items = days(&list, &deed);
    items.push(choice('t', "until a day..", "", Pick::Ask(Purpose::Snooze(waiting.clone()))));
    let away = |id: &RequestId| {
        let until = state.network.requests.get(*id).and_then(|request| request.snoozed_until);
        until.is_some_and(|day| day > today)
    };
    if waiting.iter().any(away) {
        items.push(choice('b', "back on the list", "now", Pick::Do(deed(None))));
    }
    // Of what is marked, only what waits can be snoozed; who is left out is not left out in silence.
    let title = match contacts.len() {
        marked if marked > waiting.len() => {
            format!("Snooze {} (of {marked} marked, what waits)", whose(&state.network, &waiting))
        }
        _ => format!("Snooze {}", whose(&state.network, &waiting)),
    };
    menu(state, title, items)
}

/// A hint that was seen, each with its weight.
pub(super) fn sign(state: &mut State) -> Vec<Effect> {
    let requests = state.requests();
    let letters = [
        ('p', SignKind::PublicPostsOnly),
        ('v', SignKind::ViewedProfile),
        ('r', SignKind::Reacted),
        ('e', SignKind::ActiveElsewhere),
        ('i', SignKind::InactiveAccount),
        ('y', SignKind::ToldYes),
        ('n', SignKind::ToldNo),
    ];
    let items = letters
        .into_iter()
        .map(|(letter, kind)| {
            let pick = match kind {
                SignKind::ToldYes | SignKind::ToldNo => Pick::Told(requests.clone(), kind),
                SignKind::PublicPostsOnly
                | SignKind::ViewedProfile
                | SignKind::Reacted
                | SignKind::ActiveElsewhere
                | SignKind::InactiveAccount => Pick::Do(Deed::Sign {
                    requests: requests.clone(),
                    kind,
                    on: state.now.today,
                    text: String::new(),
                    channel: None,
                }),
            };
            choice(letter, kind.label(), kind.weight(), pick)
        })
        .collect();
    let title = format!("A sign on {}", whose(&state.network, &requests));
    menu(state, title, items)
}

/// Something done for or with somebody; on a screen without people, something of the user's own.
pub(super) fn touch(state: &mut State) -> Vec<Effect> {
    let contacts = state.contacts();
    let letters = [
        ('l', TouchKind::Like),
        ('c', TouchKind::Comment),
        ('s', TouchKind::Share),
        ('f', TouchKind::Follow),
        ('m', TouchKind::Message),
        ('p', TouchKind::Call),
        ('e', TouchKind::Met),
        ('i', TouchKind::Introduction),
        ('h', TouchKind::HelpGiven),
        ('r', TouchKind::HelpReceived),
        ('o', TouchKind::Opportunity),
        ('x', TouchKind::Other),
    ];
    let ask = |contacts: &[ContactId], kind| Pick::Ask(Purpose::Touch(contacts.to_vec(), kind));
    let mut items: Vec<Choice> = letters
        .into_iter()
        .map(|(letter, kind)| choice(letter, kind.word(), "", ask(&contacts, kind)))
        .collect();
    let title = if contacts.is_empty() {
        "Your own post, talk or deed".to_owned()
    } else {
        items.push(choice('w', "my own post or talk", "with nobody", ask(&[], TouchKind::Other)));
        format!("A touch with {}", whom(&state.network, &contacts, "contacts"))
    };
    menu(state, title, items)
}

/// A note, to be changed.
pub(super) fn open_note(state: &mut State, id: NoteId) -> Vec<Effect> {
    if let Some(note) = state.network.notes.get(id) {
        let editor = Editor::new(Shape::Lines, &note.text);
        state.overlays.push(Overlay::Note(NoteBox { contact: note.contact, note: Some(id), editor }));
    }
    Vec::new()
}

/// Which of the notes about a contact is to be changed, the newest first; the only one at once.
pub(super) fn choose_note(state: &mut State, contact: &Contact) -> Vec<Effect> {
    let notes: Vec<_> = state.network.notes_of(contact.id).rev().collect();
    if let [only] = notes[..] {
        return open_note(state, only.id);
    }
    let today = state.now.today;
    let items = notes.iter().zip(numbers()).map(|(note, letter)| {
        let begins = note.text.lines().next().unwrap_or_default();
        choice(letter, format!("{}  {begins}", note.on(today).short(today)), "", Pick::Note(note.id))
    });
    let items = items.collect();
    menu(state, format!("Which note on {}?", contact.name()), items)
}

/// A new note about the contact under the cursor.
pub(super) fn note(state: &mut State) -> Vec<Effect> {
    let Some(contact) = state.current_contact() else { return Vec::new() };
    let note = NoteBox { contact: contact.id, note: None, editor: Editor::new(Shape::Lines, "") };
    state.overlays.push(Overlay::Note(note));
    Vec::new()
}

/// The note being written, or a new one, in `$EDITOR`.
pub(super) fn editor(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Note(note)) = state.overlays.last() {
        let purpose = note.note.map_or(EditFor::NewNote(note.contact), EditFor::Note);
        // The box stays open under the editor: where that changes nothing, nothing is lost.
        return vec![Effect::Edit(purpose, note.editor.text())];
    }
    let Some(contact) = state.current_contact() else { return Vec::new() };
    vec![Effect::Edit(EditFor::NewNote(contact.id), String::new())]
}

/// Makes the two marked contacts one: the one under the cursor stays, else the first.
pub(super) fn merge(state: &mut State) -> Vec<Effect> {
    let [first, second] = state.contacts()[..] else { return Vec::new() };
    let stays_second = state.current_contact().is_some_and(|contact| contact.id == second);
    let (keep, other) = if stays_second { (second, first) } else { (first, second) };
    let deed = Deed::Merge { keep, other };
    if let Err(refusal) = deed.plan(&state.network, state.now) {
        state.notice = Notice::Said(refusal.to_string());
        return Vec::new();
    }
    let line = |how: &str, id| state.network.contact(id).map(|c| format!("{how}: {}", described(c)));
    let mut lines: Vec<String> = [line("stays", keep), line("joins", other)].into_iter().flatten().collect();
    lines.push("Requests, touches and notes of both stay together; u parts them again.".into());
    let question = "Are these two one person?".to_owned();
    state.overlays.push(Overlay::Confirm(Confirm { question, lines, yes: Yes::Do(deed), reply: Reply::No }));
    Vec::new()
}

// `Ana Ruiz, Data Lead, Faro`.
fn described(contact: &Contact) -> String {
    let place = contact.place();
    if place.is_empty() { contact.name() } else { format!("{}, {place}", contact.name()) }
}

/// Puts away, or brings back where all of them are away.
pub(super) fn archive(state: &mut State) -> Vec<Effect> {
    let contacts = state.contacts();
    let all_away = contacts.iter().all(|id| state.network.contact(*id).is_some_and(|c| c.archived));
    perform(state, Deed::Archive { contacts, archived: !all_away })
}

/// Notes what holds for asking somebody, or that it does no longer.
pub(super) fn flags(state: &mut State) -> Vec<Effect> {
    let contacts = state.contacts();
    let all = |flag| contacts.iter().all(|id| state.network.contact(*id).is_some_and(|c| c.is(flag)));
    let letters = ['o', 'l', 'c'];
    let items = Flag::ALL.iter().zip(letters).map(|(flag, letter)| {
        let holds = all(*flag);
        let hint = if holds { "holds; takes it off" } else { "" };
        let deed = Deed::SetFlag { contacts: contacts.clone(), flag: *flag, holds: !holds };
        choice(letter, flag.label(), hint, Pick::Do(deed))
    });
    let items = items.collect();
    let title = format!("What holds for {}?", whom(&state.network, &contacts, "contacts"));
    menu(state, title, items)
}

/// Name, address or message to the clipboard.
pub(super) fn copy(state: &mut State) -> Vec<Effect> {
    let Some(contact) = state.current_contact() else { return Vec::new() };
    let mut items = vec![choice('n', "name", contact.name(), Pick::Copy(contact.name()))];
    if let Some(address) = contact.address() {
        items.push(choice('u', "address", address.clone(), Pick::Copy(address)));
    }
    if !contact.email.is_empty() {
        items.push(choice('e', "e-mail", contact.email.clone(), Pick::Copy(contact.email.clone())));
    }
    let draft = match &state.compose.writing {
        _ if state.screen != Screen::Compose => None,
        Some(writing) => Some(writing.editor.text()),
        None => {
            let listed = state.compose.list.current().and_then(|id| state.network.drafts.get(id));
            listed.map(|draft| draft.text.clone())
        }
    };
    let sent = || state.current_request().map(|request| request.message.clone());
    if let Some(message) = draft.or_else(sent).filter(|message| !message.is_empty()) {
        items.push(choice('m', "message", message.clone(), Pick::Copy(message)));
    }
    let title = format!("Copy of {}", contact.name());
    menu(state, title, items)
}

/// Shows the address and opens it on Enter.
pub(super) fn open_address(state: &mut State) -> Vec<Effect> {
    let Some(address) = state.current_contact().and_then(|contact| contact.address()) else {
        return Vec::new();
    };
    let question = "Open this address?".to_owned();
    let lines = vec![address.clone()];
    state.overlays.push(Overlay::Confirm(Confirm {
        question,
        lines,
        yes: Yes::Open(address),
        reply: Reply::Yes,
    }));
    Vec::new()
}

/// Chooses a view of the contacts.
pub(super) fn view(state: &mut State) -> Vec<Effect> {
    if state.screen == Screen::Pending {
        return super::forecast::stages(state);
    }
    let views = "atwdx".chars().zip(View::ALL);
    let mut items: Vec<Choice> =
        views.map(|(letter, view)| choice(letter, view.title(), "", Pick::View(view))).collect();
    // j, k and g move in a menu.
    let letters = ('1'..='9').chain("bcefhilmnopqrsuvyz".chars());
    // Where the letters end, the arrows still reach.
    let letters = letters.chain(std::iter::repeat('\0'));
    for ((tag, count), letter) in state.contacts.tags.clone().into_iter().zip(letters) {
        items.push(choice(letter, format!("#{tag}"), count.to_string(), Pick::View(View::Tag(tag))));
    }
    menu(state, "View", items)
}
