//! Deeds on contacts: add, edit, tag, archive, "ask again".

use super::{Planned, whom};
use crate::domain::change::{Change, Edit};
use crate::domain::contact::{self, Contact, Fit, Flag, Origin, split_name};
use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::domain::refusal::Refusal;
use crate::domain::slug;
use crate::domain::time::Day;
use crate::insight::respect;

/// What the user says of a contact; what is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The whole name.
    pub name: Option<String>,
    /// Company.
    pub company: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Address: a LinkedIn profile or any other.
    pub url: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Why this contact.
    pub purpose: Option<String>,
    /// How likely they are to be interested; `Some(None)` takes it away.
    pub fit: Option<Option<Fit>>,
    /// Tags: all of them.
    pub tags: Option<Vec<String>>,
}

pub(super) fn add(network: &Network, details: &Details) -> Result<Planned, Refusal> {
    let mut contact = Contact::named(network.contacts.fresh(0), "", "", Origin::Hand);
    details.apply(&mut contact)?;
    if contact.name().is_empty() {
        return Err(Refusal::new("a contact needs a name"));
    }
    no_second_of_one_address(network, &contact)?;
    let what = format!("{} added", contact.name());
    Ok(Planned { changes: vec![Change::Contact(Edit::add(contact))], what })
}

pub(super) fn edit(network: &Network, id: ContactId, details: &Details) -> Result<Planned, Refusal> {
    let before = get(network, id)?;
    let mut after = Contact::clone(before);
    details.apply(&mut after)?;
    if (&after.first_name, &after.last_name, &after.company, &after.role)
        != (&before.first_name, &before.last_name, &before.company, &before.role)
    {
        let mut kept = Contact::clone(before);
        kept.keep_listed();
        after.listed = kept.listed;
    }
    if after == **before {
        return Err(Refusal::new(format!("{} is as it was", before.name())));
    }
    if after.name().is_empty() {
        return Err(Refusal::new("a contact needs a name"));
    }
    no_second_of_one_address(network, &after)?;
    let what = format!("{} edited", after.name());
    Ok(Planned { changes: vec![Change::Contact(Edit::turn(before, after))], what })
}

impl Details {
    fn apply(&self, contact: &mut Contact) -> Result<(), Refusal> {
        let take = |from: &Option<String>, to: &mut String| {
            if let Some(text) = from {
                text.trim().clone_into(to);
            }
        };
        if let Some(name) = &self.name
            && name.trim() != contact.name()
        {
            (contact.first_name, contact.last_name) = split_name(name);
        }
        take(&self.company, &mut contact.company);
        take(&self.role, &mut contact.role);
        take(&self.email, &mut contact.email);
        take(&self.purpose, &mut contact.purpose);
        if let Some(url) = &self.url
            && contact.address().as_deref() != Some(url.trim())
        {
            if !url.trim().is_empty() {
                check_address(url)?;
            }
            contact.set_address(url);
        }
        if let Some(fit) = self.fit {
            contact.fit = fit;
        }
        if let Some(tags) = &self.tags {
            contact.tags = tags.iter().filter_map(|text| contact::tag(text)).collect();
            contact.tags.sort();
            contact.tags.dedup();
        }
        Ok(())
    }
}

// Only addresses that can be opened later; a bare `linkedin.com/in/x` is one too.
fn check_address(url: &str) -> Result<(), Refusal> {
    let lower = url.trim().to_ascii_lowercase();
    let openable = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    if openable || slug::from_address(url).is_some() {
        Ok(())
    } else {
        Err(Refusal::new(format!(
            "{} is no address: it begins with https://, http:// or mailto:",
            url.trim()
        )))
    }
}

fn no_second_of_one_address(network: &Network, contact: &Contact) -> Result<(), Refusal> {
    if contact.slug.is_empty() {
        return Ok(());
    }
    match network.contacts.iter().find(|other| other.slug == contact.slug && other.id != contact.id) {
        Some(other) => Err(Refusal::new(format!("{} ({}) has this address already", other.name(), other.id))),
        None => Ok(()),
    }
}

pub(super) fn get(network: &Network, id: ContactId) -> Result<&std::sync::Arc<Contact>, Refusal> {
    network.contact(id).ok_or_else(|| Refusal::new("the contact is no longer there"))
}

/// Changes each contact that the closure changes; nothing to change at all is a refusal.
fn each(
    network: &Network,
    contacts: &[ContactId],
    nothing: &str,
    change: impl Fn(&mut Contact),
) -> Result<Vec<Change>, Refusal> {
    let mut changes = Vec::new();
    for id in contacts {
        let before = get(network, *id)?;
        let mut after = Contact::clone(before);
        change(&mut after);
        if after != **before {
            changes.push(Change::Contact(Edit::turn(before, after)));
        }
    }
    if changes.is_empty() { Err(Refusal::new(nothing)) } else { Ok(changes) }
}

pub(super) fn tag(
    network: &Network,
    contacts: &[ContactId],
    add: &[String],
    remove: &[String],
) -> Result<Planned, Refusal> {
    let form = |texts: &[String]| -> Vec<String> { texts.iter().filter_map(|t| contact::tag(t)).collect() };
    let (add, remove) = (form(add), form(remove));
    if add.is_empty() && remove.is_empty() {
        return Err(Refusal::new("no tag was given: write rust, or -rust to take it away"));
    }
    let changes = each(network, contacts, "the tags are like that already", |contact| {
        contact.tags.extend(add.iter().cloned());
        contact.tags.retain(|tag| !remove.contains(tag));
        contact.tags.sort();
        contact.tags.dedup();
    })?;
    let signed = add.iter().map(|t| format!("+{t}")).chain(remove.iter().map(|t| format!("-{t}")));
    let what = format!("{} on {}", signed.collect::<Vec<_>>().join(" "), whom(network, contacts, "contacts"));
    Ok(Planned { changes, what })
}

pub(super) fn archive(network: &Network, contacts: &[ContactId], archived: bool) -> Result<Planned, Refusal> {
    let (nothing, verb) =
        if archived { ("already archived", "archived") } else { ("not archived", "back from the archive") };
    let changes = each(network, contacts, nothing, |contact| contact.archived = archived)?;
    Ok(Planned { changes, what: format!("{} {verb}", whom(network, contacts, "contacts")) })
}

pub(super) fn flag(
    network: &Network,
    contacts: &[ContactId],
    flag: Flag,
    holds: bool,
) -> Result<Planned, Refusal> {
    let changes = each(network, contacts, "it is noted like that already", |contact| {
        contact.flags.retain(|each| *each != flag);
        if holds {
            contact.flags.push(flag);
            contact.flags.sort_unstable();
        }
    })?;
    let no = if holds { "" } else { "not " };
    let what = format!("{}: {no}{}", whom(network, contacts, "contacts"), flag.label());
    Ok(Planned { changes, what })
}

pub(super) fn ask_again(
    network: &Network,
    contacts: &[ContactId],
    on: Option<Day>,
    today: Day,
) -> Result<Planned, Refusal> {
    if let Some(day) = on {
        if day <= today {
            return Err(Refusal::new(format!("{day} is not ahead: choose a later day")));
        }
        for id in contacts {
            if let Some(possible) = respect::wait_until(network, *id).filter(|possible| *possible > day) {
                let name = whom(network, &[*id], "");
                let possible = possible.short(today);
                return Err(Refusal::new(format!(
                    "{name}: the pause after a withdrawal lasts until {possible}, choose that day or later"
                )));
            }
        }
    }
    let changes = each(network, contacts, "it is like that already", |contact| contact.ask_again_on = on)?;
    let who = whom(network, contacts, "contacts");
    let what = match on {
        Some(day) => format!("a reminder of {who} on {}", day.short(today)),
        None => format!("no reminder of {who}"),
    };
    Ok(Planned { changes, what })
}
