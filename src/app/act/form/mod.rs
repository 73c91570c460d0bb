//! Forms: a new contact, an edited one, a request to write down; and the note box, which is saved the same way.

mod made;

use super::perform::{perform, perform_typed};
use crate::app::action::Screen;
use crate::app::deed::{self, Deed, Details, Person};
use crate::app::editor::{Editor, Shape};
use crate::app::effect::Effect;
use crate::app::overlay::{Field, FieldName, Form, Makes, Overlay, Reply};
use crate::app::pending::Tab;
use crate::app::search;
use crate::app::state::{Notice, State};
use crate::domain::contact::{Contact, Fit};
use crate::domain::fact::{Fact, FactKind};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::refusal::Refusal;
use crate::domain::request::Direction;
use crate::domain::sign::SignKind;
use made::{deed_of, person};

const CONTACT: [FieldName; 8] = [
    FieldName::Name,
    FieldName::Company,
    FieldName::Role,
    FieldName::Purpose,
    FieldName::Address,
    FieldName::Email,
    FieldName::Tags,
    FieldName::Fit,
];

/// Of how many people a name is suggested: folding everybody's at each letter is slow.
const CONSIDERED: usize = 500;

/// What `n` adds here: a request in Pending, else a contact.
pub(super) fn new(state: &mut State) -> Vec<Effect> {
    if state.screen == Screen::Pending {
        let (direction, title) = match state.pending.tab {
            Tab::Received => (Direction::Received, "A request that you received"),
            Tab::Sent | Tab::Snoozed => (Direction::Sent, "A request that you sent"),
        };
        let fields = [
            (FieldName::Name, ""),
            (FieldName::On, ""),
            (FieldName::Message, ""),
            (FieldName::Source, ""),
            (FieldName::Channel, ""),
        ];
        let fields = fields.map(|(name, text)| field(name, text)).into();
        open(
            state,
            Form {
                title: title.into(),
                fields,
                at: 0,
                makes: Makes::Request(direction),
                remark: String::new(),
            },
        )
    } else {
        let fields = CONTACT.map(|name| field(name, "")).into();
        let title = "A new contact".into();
        open(state, Form { title, fields, at: 0, makes: Makes::Contact, remark: String::new() })
    }
}

/// Edits what is under the cursor: a rule, in the detail pane a note, or the contact.
pub(super) fn edit(state: &mut State) -> Vec<Effect> {
    if state.screen == Screen::You {
        return super::own::enter(state);
    }
    let Some(contact) = state.current_contact().cloned() else { return Vec::new() };
    if state.edits_notes() {
        return super::verbs::choose_note(state, &contact);
    }
    edit_contact(state, contact.id)
}

/// Edits the details of a contact.
pub(super) fn edit_contact(state: &mut State, id: ContactId) -> Vec<Effect> {
    let Some(contact) = state.network.contact(id).cloned() else { return Vec::new() };
    let fields = CONTACT.map(|name| field(name, &text_of(&contact, name))).into();
    let title = format!("Edit {}", contact.name());
    open(state, Form { title, fields, at: 0, makes: Makes::Edit(contact.id), remark: String::new() })
}

/// A fact about whoever is written to, or an offer of the user's own; a new one, or one to change.
pub(super) fn fact(state: &mut State, kind: FactKind, fact: Option<&Fact>) -> Vec<Effect> {
    let of = match (fact, kind) {
        (Some(fact), _) => fact.contact,
        (None, FactKind::Offer) => None,
        (None, _) => state.current_contact().map(|contact| contact.id),
    };
    let whom = of.and_then(|id| state.network.contact(id)).map_or_else(|| "You".to_owned(), |c| c.name());
    let title = format!("{whom}: {}", kind.question());
    let day = fact.and_then(|fact| fact.on).map_or_else(String::new, |day| day.to_string());
    let fields = vec![
        field(FieldName::Thing, fact.map_or("", |fact| fact.text.as_str())),
        field(FieldName::Kind, kind.token()),
        field(FieldName::Day, &day),
    ];
    let makes = Makes::Fact(of, fact.map(|fact| fact.id));
    open(state, Form { title, fields, at: 0, makes, remark: String::new() })
}

/// What they told, in their words, and where.
pub(super) fn told(state: &mut State, requests: Vec<RequestId>, kind: SignKind) -> Vec<Effect> {
    // What cannot be noted is said before somebody writes.
    let bare = Deed::Sign {
        requests: requests.clone(),
        kind,
        on: state.now.today,
        text: String::new(),
        channel: None,
    };
    if let Err(refusal) = bare.plan(&state.network, state.now) {
        state.notice = Notice::Said(refusal.to_string());
        return Vec::new();
    }
    let first = requests.first().and_then(|id| state.network.requests.get(*id));
    let channel = first.map_or("", |request| request.channel.token());
    let fields = vec![field(FieldName::Words, ""), field(FieldName::Channel, channel)];
    let title = format!("What did they say? ({})", kind.label());
    open(state, Form { title, fields, at: 0, makes: Makes::Told(requests, kind), remark: String::new() })
}

fn open(state: &mut State, form: Form) -> Vec<Effect> {
    state.overlays.push(Overlay::Form(form));
    Vec::new()
}

fn field(name: FieldName, text: &str) -> Field {
    Field::of(name, text)
}

fn text_of(contact: &Contact, name: FieldName) -> String {
    match name {
        FieldName::Name => contact.name(),
        FieldName::Company => contact.company.clone(),
        FieldName::Role => contact.role.clone(),
        FieldName::Address => contact.address().unwrap_or_default(),
        FieldName::Email => contact.email.clone(),
        FieldName::Purpose => contact.purpose.clone(),
        FieldName::Fit => contact.fit.map_or("", Fit::token).to_owned(),
        FieldName::Tags => contact.tags.join(" "),
        FieldName::On
        | FieldName::Message
        | FieldName::Source
        | FieldName::Channel
        | FieldName::Words
        | FieldName::Kind
        | FieldName::Thing
        | FieldName::Day => String::new(),
    }
}

/// Completes what is typed: a name, a path; else goes to the next field.
pub(super) fn complete(state: &mut State) -> Vec<Effect> {
    match state.overlays.last_mut() {
        Some(Overlay::Ask(ask)) if ask.purpose.is_a_path() => vec![Effect::Paths(ask.editor.text())],
        Some(Overlay::Form(_)) => {
            if let Some(name) = suggestion(state)
                && let Some(Overlay::Form(form)) = state.overlays.last_mut()
            {
                form.fields[0].editor = Editor::new(Shape::Line, &name);
            }
            step(state, 1)
        }
        Some(Overlay::Palette(_)) => super::palette::complete(state),
        Some(Overlay::Confirm(confirm)) => {
            confirm.reply = match confirm.reply {
                Reply::Yes => Reply::No,
                Reply::No => Reply::Yes,
            };
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Goes to the field after or before, round the end.
pub(super) fn step(state: &mut State, by: isize) -> Vec<Effect> {
    if let Some(Overlay::Form(form)) = state.overlays.last_mut() {
        form.at = (form.at as isize + by).rem_euclid(form.fields.len() as isize) as usize;
        form.remark.clear();
    }
    suggest(state);
    Vec::new()
}

fn person_named(state: &State, form: &Form) -> Result<Person, Refusal> {
    person(state, &form.fields[0].editor.text())
}

// Whether its first field is somebody who may be known.
fn names(form: &Form) -> bool {
    matches!(form.makes, Makes::Request(_) | Makes::Message)
}

/// Says which known name fits what is typed, in a form about a request.
pub(super) fn suggest(state: &mut State) {
    if matches!(state.overlays.last(), Some(Overlay::Form(form)) if names(form)) {
        state.make_index();
    }
    let remark = suggestion(state).map(|name| format!("Tab: {name}"));
    if let Some(Overlay::Form(form)) = state.overlays.last_mut() {
        form.remark = remark.unwrap_or_default();
    }
}

fn suggestion(state: &State) -> Option<String> {
    let Some(Overlay::Form(form)) = state.overlays.last() else { return None };
    if form.at == 0 { begun(state, form) } else { None }
}

// Whose name is begun in the first field.
fn begun(state: &State, form: &Form) -> Option<String> {
    if !names(form) {
        return None;
    }
    let typed = form.fields[0].editor.text();
    let words: Vec<String> = search::fold(&typed).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return None;
    }
    // Tab takes the name, so it has to be what was begun, not what resembles it: somebody new keeps their own name.
    let begun = |name: &str| {
        let name = search::fold(name);
        words.iter().all(|word| name.split_whitespace().any(|part| part.starts_with(word.as_str())))
    };
    // Whoever has the words at the beginning of a part of their name is among the best of a search for them.
    let index = state.contacts.index.as_ref()?;
    let found = index.find(&words, None).hits.into_iter().take(CONSIDERED);
    let names = found.filter_map(|at| state.network.contact(index.at(at)?)).map(|contact| contact.name());
    names.filter(|name| begun(name)).min_by_key(String::len).filter(|name| *name != typed)
}

/// Saves the form or the note; what cannot be saved is said and stays open.
pub(super) fn submit(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Form(form)) = state.overlays.last()
        && let Some(known) =
            begun(state, form).filter(|_| matches!(person_named(state, form), Ok(Person::New(_))))
    {
        // Half a name that is known is hardly somebody new: the second Enter says so.
        let remark = format!("{known} is known: Tab takes the name, Enter again adds somebody new");
        if form.remark != remark {
            if let Some(Overlay::Form(form)) = state.overlays.last_mut() {
                form.remark = remark;
                form.at = 0;
            }
            return Vec::new();
        }
    }
    let deed = match state.overlays.last() {
        Some(Overlay::Confirm(_)) => return super::open::yes(state),
        Some(Overlay::Form(form)) if form.makes == Makes::Message => {
            let name = form.fields[0].editor.text();
            let known = (!name.trim().is_empty()).then(|| person_named(state, form));
            match known.transpose() {
                Ok(Some(Person::Known(id))) => match other_why(state, id, form) {
                    None => return write_to(state, id),
                    Some(refusal) => Err(refusal),
                },
                Ok(_) => deed_of(state, form),
                Err(refusal) => Err(refusal),
            }
        }
        Some(Overlay::Form(form)) => deed_of(state, form),
        Some(Overlay::Note(note)) => {
            let text = note.editor.text();
            let unchanged = match note.note {
                Some(id) => state.network.notes.get(id).is_some_and(|before| before.text == text.trim()),
                None => text.trim().is_empty(),
            };
            if unchanged {
                state.overlays.pop();
                return Vec::new();
            }
            // A note that was removed meanwhile is written anew: nothing typed is lost.
            let there = note.note.filter(|id| state.network.notes.get(*id).is_some());
            Ok(there.map_or(Deed::AddNote(note.contact, text.clone()), |id| Deed::EditNote(id, text)))
        }
        _ => return Vec::new(),
    };
    let deed = deed.and_then(|deed| deed.plan(&state.network, state.now).map(|_| deed));
    match deed {
        Ok(deed) => {
            let added = match &deed {
                Deed::AddContact(details) => {
                    Some((state.network.contacts.fresh(0), known_as(state, details)))
                }
                _ => None,
            };
            let recorded = match &deed {
                Deed::Record(new) => Some((state.network.requests.fresh(0), new.direction)),
                _ => None,
            };
            state.overlays.retain(|overlay| !matches!(overlay, Overlay::FirstRun(_)));
            let typed = state.overlays.pop();
            let writes = matches!(&typed, Some(Overlay::Form(form)) if form.makes == Makes::Message);
            let mut effects = perform_typed(state, deed, typed);
            if let Some((id, _)) = added.as_ref().filter(|_| writes) {
                effects.extend(super::compose::open(state, *id));
            } else if let Some((id, known)) = added {
                super::moves::show_contact(state, id);
                if let (Some(known), Notice::Saving(said, ..)) = (known, &mut state.notice) {
                    *said = format!("{said}; {known}");
                }
            }
            if let Some((id, direction)) = recorded {
                super::moves::show_request(state, id, direction);
            }
            effects
        }
        Err(refusal) => {
            match state.overlays.last_mut() {
                Some(Overlay::Form(form)) => form.remark = refusal.to_string(),
                _ => state.notice = Notice::Said(refusal.to_string()),
            }
            Vec::new()
        }
    }
}

// What was written as why, where another why is known already: neither is lost without a word.
fn other_why(state: &State, id: ContactId, form: &Form) -> Option<Refusal> {
    let typed = form.fields.get(1)?.editor.text();
    let contact = state.network.contact(id)?;
    let other = !typed.trim().is_empty() && !contact.purpose.is_empty() && typed.trim() != contact.purpose;
    other.then(|| {
        let known = &contact.purpose;
        Refusal::new(format!("a purpose is noted already: “{known}”. Empty this field; F3 changes it later"))
    })
}

// Opens the message to somebody who is known; why, where that was written and is not known yet, is noted.
fn write_to(state: &mut State, id: ContactId) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = state.overlays.pop() else { return Vec::new() };
    let purpose = form.fields.get(1).map(|field| field.editor.text()).filter(|text| !text.trim().is_empty());
    let mut effects = Vec::new();
    if purpose.is_some() && state.network.contact(id).is_some_and(|contact| contact.purpose.is_empty()) {
        effects = perform(state, Deed::EditContact(id, Details { purpose, ..Details::default() }));
    }
    effects.extend(super::compose::open(state, id));
    effects
}

// Who is known by the name of a new contact, by their place, which tells them apart.
fn known_as(state: &State, details: &Details) -> Option<String> {
    let name = details.name.as_deref()?;
    let mut known = deed::namesakes(&state.network, name);
    let first = known.next()?;
    let place = first.place();
    let place = if place.is_empty() { String::new() } else { format!(", {place}") };
    Some(match known.count() {
        0 => format!("another {} was there{place}", first.name()),
        more => format!("{} others of this name were there", more + 1),
    })
}

/// Leaves a note: keeps it, or, where it cannot be kept, lets its text be taken along.
pub(super) fn leave_note(state: &mut State) -> Vec<Effect> {
    if state.book.read_only.is_none() {
        let effects = submit(state);
        if !matches!(state.overlays.last(), Some(Overlay::Note(_))) {
            return effects;
        }
    }
    let why = match (&state.book.read_only, &state.notice) {
        (Some(why), _) | (None, Notice::Said(why)) => why.clone(),
        (None, _) => String::new(),
    };
    let Some(Overlay::Note(note)) = state.overlays.pop() else { return Vec::new() };
    let text = note.editor.text();
    super::compose::rescue(state, text, &why)
}
