//! What a form makes of what was written in it.

use crate::app::deed::{Deed, Details, NewRequest, Person};
use crate::app::overlay::{FieldName, Form, Makes};
use crate::app::search;
use crate::app::state::State;
use crate::domain::contact::{self, Fit};
use crate::domain::dates::{self, Toward};
use crate::domain::fact::FactKind;
use crate::domain::id::ContactId;
use crate::domain::refusal::Refusal;
use crate::domain::request::Channel;

pub(super) fn deed_of(state: &State, form: &Form) -> Result<Deed, Refusal> {
    let text = |name| {
        form.fields
            .iter()
            .find(|field| field.name == name)
            .map_or_else(String::new, |field| field.editor.text())
    };
    match &form.makes {
        Makes::Contact => Ok(Deed::AddContact(details(form)?)),
        Makes::Edit(id) => Ok(Deed::EditContact(*id, details(form)?)),
        Makes::Told(requests, kind) => Ok(Deed::Sign {
            requests: requests.clone(),
            kind: *kind,
            on: state.now.today,
            text: text(FieldName::Words),
            // Left as it stood it is that of each request.
            channel: changed(form, FieldName::Channel)
                .filter(|text| !text.trim().is_empty())
                .map(|text| channel(&text))
                .transpose()?,
        }),
        Makes::Fact(of, fact) => {
            let kind = text(FieldName::Kind);
            let kind = FactKind::parse(&kind).ok_or_else(|| {
                Refusal::new(format!(
                    "the kind is work, interest, mutual, event, group or offer, not {kind:?}"
                ))
            })?;
            let on = text(FieldName::Day);
            let on = (!on.trim().is_empty()).then(|| dates::parse(&on, state.now.today, Toward::Past));
            let (text, on) = (text(FieldName::Thing), on.transpose()?);
            Ok(if let Some(fact) = fact {
                Deed::EditFact { fact: *fact, kind, text, on }
            } else {
                let contact = of.filter(|_| kind != FactKind::Offer);
                Deed::AddFact { contact, kind, text, on }
            })
        }
        // A message to somebody known makes nothing yet: it is opened.
        Makes::Message => {
            let name = Some(text(FieldName::Name)).filter(|name| !name.trim().is_empty());
            let purpose = Some(text(FieldName::Purpose)).filter(|purpose| !purpose.trim().is_empty());
            Ok(Deed::AddContact(Details { name, purpose, ..Details::default() }))
        }
        Makes::Request(direction) => {
            // An empty field is what stands in it quietly.
            let or = |name: FieldName| {
                let text = text(name);
                if text.trim().is_empty() { name.placeholder().to_owned() } else { text }
            };
            Ok(Deed::Record(NewRequest {
                with: person(state, &text(FieldName::Name))?,
                direction: *direction,
                on: dates::parse(&or(FieldName::On), state.now.today, Toward::Past)?,
                message: text(FieldName::Message),
                source: text(FieldName::Source),
                channel: channel(&or(FieldName::Channel))?,
                template: String::new(),
                score: None,
                draft: None,
            }))
        }
    }
}

fn channel(text: &str) -> Result<Channel, Refusal> {
    Channel::parse(text)
        .ok_or_else(|| Refusal::new(format!("the channel is linkedin, event, email or other, not {text:?}")))
}

// What was changed in the form; what stands there as it did when it was opened may be another's change by now.
fn changed(form: &Form, name: FieldName) -> Option<String> {
    let field = form.fields.iter().find(|field| field.name == name)?;
    Some(field.editor.text()).filter(|text| *text != field.opened)
}

fn details(form: &Form) -> Result<Details, Refusal> {
    let text = |name| changed(form, name);
    let fit = match text(FieldName::Fit).map(|word| word.trim().to_lowercase()) {
        None => None,
        Some(word) if word.is_empty() => Some(None),
        Some(word) => {
            Some(Some(Fit::parse(&word).ok_or_else(|| Refusal::new("the fit is low, medium or high"))?))
        }
    };
    Ok(Details {
        name: text(FieldName::Name),
        company: text(FieldName::Company),
        role: text(FieldName::Role),
        url: text(FieldName::Address),
        email: text(FieldName::Email),
        purpose: text(FieldName::Purpose),
        fit,
        tags: text(FieldName::Tags).map(|tags| contact::tags(&tags)),
    })
}

// Exactly one known person of this whole name, else somebody new.
pub(super) fn person(state: &State, name: &str) -> Result<Person, Refusal> {
    if let Ok(id) = name.trim().parse::<ContactId>()
        && state.network.contact(id).is_some()
    {
        return Ok(Person::Known(id));
    }
    let wanted = search::fold(name.trim());
    let mut known = state.network.contacts.iter().filter(|contact| search::fold(&contact.name()) == wanted);
    match (known.next(), known.next()) {
        (Some(one), None) => Ok(Person::Known(one.id)),
        (Some(_), Some(_)) => Err(Refusal::new(format!(
            "there are several people called {}: `inroads sent c42` says which, M in Contacts makes two one",
            name.trim()
        ))),
        (None, _) => Ok(Person::New(name.trim().to_owned())),
    }
}
