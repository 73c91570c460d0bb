//! Who a row is about, and what it says about them.

use std::collections::HashMap;

use super::Merge;
use crate::domain::contact::{Contact, Listed, Origin, split_name};
use crate::domain::id::ContactId;
use crate::domain::network::Network;

/// People by their keys; who has a key comes before who had it.
pub(super) fn by_slug(network: &Network, rows: usize) -> HashMap<&str, ContactId> {
    let mut by_slug = HashMap::with_capacity(network.contacts.len().max(rows));
    for contact in &network.contacts {
        for former in &contact.former_slugs {
            by_slug.entry(former.as_str()).or_insert(contact.id);
        }
    }
    for contact in network.contacts.iter().filter(|contact| !contact.slug.is_empty()) {
        by_slug.insert(contact.slug.as_str(), contact.id);
    }
    by_slug
}

/// What a row says about a person. An empty text says nothing: what was heard before stays.
pub(super) struct Heard<'a> {
    pub(super) first_name: &'a str,
    pub(super) last_name: &'a str,
    pub(super) company: &'a str,
    pub(super) role: &'a str,
}

/// Which details an export has otherwise than the export before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Differs {
    pub(super) name: bool,
    pub(super) company: bool,
    pub(super) role: bool,
}

impl Heard<'_> {
    /// Whether the contact would stay as it is. Asked first, since most rows of most imports say nothing new.
    pub(super) fn is_known(&self, contact: &Contact) -> bool {
        let same = |heard: &str, known: &str| heard.is_empty() || heard == known;
        let as_listed = contact.origin == Origin::Export && contact.listed.is_none();
        as_listed
            && (self.first_name, self.last_name) == (&contact.first_name, &contact.last_name)
            && same(self.company, &contact.company)
            && same(self.role, &contact.role)
    }

    /// The details of somebody new.
    pub(super) fn introduce(&self, contact: &mut Contact) {
        self.first_name.clone_into(&mut contact.first_name);
        self.last_name.clone_into(&mut contact.last_name);
        self.company.clone_into(&mut contact.company);
        self.role.clone_into(&mut contact.role);
    }

    /// Takes over what the export says, where the user has not said otherwise: a detail is the user's when it
    /// differs from what the export before said. Details of somebody written down by hand are the user's.
    pub(super) fn tell(&self, contact: &mut Contact) -> Differs {
        let by_user = contact.origin == Origin::Hand || contact.listed.is_some();
        let mut base = match (contact.listed.take(), contact.origin) {
            (Some(listed), _) => *listed,
            (None, Origin::Hand) => Listed::default(),
            (None, Origin::Export) => Listed::of(contact),
        };
        // A name is one thing: half of it from the user and half from the export would be nobody's.
        let old_name = whole(&base.first_name, &base.last_name);
        let new_name = whole(self.first_name, self.last_name);
        if !new_name.is_empty() {
            if (&contact.first_name, &contact.last_name) == (&base.first_name, &base.last_name) {
                self.first_name.clone_into(&mut contact.first_name);
                self.last_name.clone_into(&mut contact.last_name);
            }
            self.first_name.clone_into(&mut base.first_name);
            self.last_name.clone_into(&mut base.last_name);
        }
        let differs = Differs {
            name: !old_name.is_empty() && !new_name.is_empty() && old_name != new_name,
            company: follow(&mut contact.company, &mut base.company, self.company),
            role: follow(&mut contact.role, &mut base.role, self.role),
        };
        contact.listed = by_user.then(|| Box::new(base));
        if differs.name {
            contact.keep_former_name(&old_name);
        }
        differs
    }
}

fn whole(first: &str, last: &str) -> String {
    format!("{first} {last}").trim().to_owned()
}

fn follow(field: &mut String, base: &mut String, heard: &str) -> bool {
    if heard.is_empty() || heard == base {
        return false;
    }
    if *field == *base {
        heard.clone_into(field);
    }
    !std::mem::replace(base, heard.to_owned()).is_empty()
}

impl<'a> Merge<'a> {
    /// Notes that a row is about this person.
    pub(super) fn mention(&mut self, id: ContactId) -> ContactId {
        *self.mentioned.at(id) = true;
        id
    }

    /// The person with this key; a new contact of this name where nobody has it.
    pub(super) fn person(&mut self, slug: &'a str, name: &str) -> ContactId {
        match self.by_slug.get(slug) {
            Some(id) => self.mention(*id),
            None => self.add_person(slug, name),
        }
    }

    /// A new contact of this name.
    pub(super) fn add_person(&mut self, slug: &'a str, name: &str) -> ContactId {
        let (first, last) = split_name(name);
        let id = self.contacts.add(|id| Contact::named(id, &first, &last, Origin::Export));
        self.give_slug(id, slug);
        self.mention(id)
    }

    /// Gives a person without a key the one that an export has for them.
    pub(super) fn give_slug(&mut self, id: ContactId, slug: &'a str) {
        if !slug.is_empty() {
            slug.clone_into(&mut self.contacts.edit(id).slug);
            self.by_slug.insert(slug, id);
        }
    }
}
