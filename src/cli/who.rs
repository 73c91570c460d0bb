//! Finding the one contact or request that is meant: by id, address or name; several or none say so.

use std::sync::Arc;

use super::problem::Problem;
use crate::app::nearest;
use crate::app::search::fold;
use crate::domain::contact::Contact;
use crate::domain::draft::Draft;
use crate::domain::id::{ContactId, RequestId};
use crate::domain::network::Network;
use crate::domain::request::Request;
use crate::domain::slug;
use crate::domain::visible;

/// How many are listed where several fit.
const LISTED: usize = 20;
/// How many names that may be meant are offered.
const MEANT: usize = 3;

/// The contact that is meant.
pub fn contact<'a>(network: &'a Network, who: &str) -> Result<&'a Arc<Contact>, Problem> {
    let who = who.trim();
    if who.is_empty() {
        return Err(Problem::Refused("nobody is named: give an id, an address or a part of a name".into()));
    }
    if let Some(found) = who.parse::<ContactId>().ok().and_then(|id| network.contact(id)) {
        return Ok(found);
    }
    let key = slug::from_address(who).unwrap_or_else(|| slug::normal(who));
    let by_address = |contact: &&Arc<Contact>| {
        !key.is_empty() && (contact.slug == key || contact.former_slugs.contains(&key)) || contact.url == who
    };
    if let Some(found) = only(&network.contacts.iter().filter(by_address).collect::<Vec<_>>(), who)? {
        return Ok(found);
    }
    let wanted = fold(who);
    if wanted.is_empty() {
        return Err(nobody(network, who));
    }
    let whole = network.contacts.iter().filter(|contact| fold(&contact.name()) == wanted);
    if let Some(found) = only(&whole.collect::<Vec<_>>(), who)? {
        return Ok(found);
    }
    // Who asks for Ana means no Dana, unless nobody else fits.
    let behind_blank = format!(" {wanted}");
    let begun = network.contacts.iter().filter(|contact| {
        let name = fold(&contact.name());
        name.starts_with(&wanted) || name.contains(&behind_blank)
    });
    if let Some(found) = only(&begun.collect::<Vec<_>>(), who)? {
        return Ok(found);
    }
    let part = network.contacts.iter().filter(|contact| fold(&contact.name()).contains(&wanted));
    only(&part.collect::<Vec<_>>(), who)?.ok_or_else(|| nobody(network, who))
}

/// The newest draft to the contact that is meant.
pub fn draft<'a>(network: &'a Network, who: &str) -> Result<&'a Arc<Draft>, Problem> {
    let contact = contact(network, who)?;
    let none = || Problem::Refused(format!("there is no draft to {}", contact.name()));
    network.newest_draft(contact.id).ok_or_else(none)
}

fn only<'a>(found: &[&'a Arc<Contact>], who: &str) -> Result<Option<&'a Arc<Contact>>, Problem> {
    match found {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        _ => {
            let lines = found.iter().take(LISTED).map(|contact| line(contact));
            let more = found.len().saturating_sub(LISTED);
            let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
            Err(Problem::Refused(format!(
                "{} people fit {}, give the id of one:{}{more}",
                found.len(),
                quoted(who),
                lines.collect::<String>()
            )))
        }
    }
}

fn line(contact: &Contact) -> String {
    let (name, place) = (contact.name(), contact.place());
    let archived = if contact.archived { "  (archived)" } else { "" };
    format!("\n  {}  {}  {}{archived}", contact.id, visible::line(&name), visible::line(&place))
}

fn quoted(who: &str) -> String {
    format!("\"{}\"", visible::line(who))
}

fn nobody(network: &Network, who: &str) -> Problem {
    if who.parse::<ContactId>().is_ok() {
        return Problem::Refused(format!("there is no contact {who}: `inroads list` shows who has which"));
    }
    let wanted = fold(who);
    let mut near: Vec<(usize, &Arc<Contact>)> = network
        .contacts
        .iter()
        .filter_map(|contact| {
            let name = fold(&contact.name());
            let parts = name.split_whitespace().chain([name.as_str()]);
            parts.filter_map(|part| nearest::distance(&wanted, part)).min().map(|far| (far, contact))
        })
        .collect();
    near.sort_by_key(|(far, contact)| (*far, contact.id));
    let names = near.iter().take(MEANT).map(|(_, contact)| {
        let name = contact.name();
        format!("{} ({})", visible::line(&name), contact.id)
    });
    let names: Vec<String> = names.collect();
    let meant = if names.is_empty() {
        "`inroads add` adds somebody".to_owned()
    } else {
        format!("did you mean {}?", names.join(" or "))
    };
    Problem::Refused(format!("nobody fits {}; {meant}", quoted(who)))
}

/// The request that is meant: by its own id, or the contact's one that waits; where none waits, the newest.
pub fn request<'a>(network: &'a Network, who: &str) -> Result<&'a Arc<Request>, Problem> {
    if let Some(found) = by_id(network, who)? {
        return Ok(found);
    }
    let person = contact(network, who)?;
    if let Some(waiting) = waiting(network, person)? {
        return Ok(waiting);
    }
    network.requests_of(person.id).max_by_key(|request| (request.sent_on, request.id)).ok_or_else(|| {
        let name = person.name();
        Problem::Refused(format!(
            "there is no request with {}: `inroads sent` or `inroads received` writes one down",
            visible::line(&name)
        ))
    })
}

/// The request of this id, where it is one.
pub fn by_id<'a>(network: &'a Network, who: &str) -> Result<Option<&'a Arc<Request>>, Problem> {
    match who.trim().parse::<RequestId>() {
        Err(_) => Ok(None),
        Ok(id) => match network.requests.get(id) {
            Some(request) => Ok(Some(request)),
            // Somebody may be called R2.
            None if network.contacts.iter().any(|contact| fold(&contact.name()).contains(&fold(who))) => {
                Ok(None)
            }
            None => Err(Problem::Refused(format!("there is no request {id}"))),
        },
    }
}

/// The one request of a contact that waits; several say so.
pub fn waiting<'a>(network: &'a Network, person: &Contact) -> Result<Option<&'a Arc<Request>>, Problem> {
    let waiting: Vec<_> = network.requests_of(person.id).filter(|request| request.pending()).collect();
    match waiting[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => {
            let lines = waiting.iter().map(|request| {
                let (id, direction, sent) = (request.id, request.direction.word(), request.sent_on);
                format!("\n  {id}  {direction}  {sent}")
            });
            let name = person.name();
            Err(Problem::Refused(format!(
                "{} requests with {} wait, give the id of one:{}",
                waiting.len(),
                visible::line(&name),
                lines.collect::<String>()
            )))
        }
    }
}
