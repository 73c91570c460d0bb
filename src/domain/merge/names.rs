//! Names as keys: the last resort where an export has no addresses.

use std::collections::HashMap;

use crate::domain::contact::Contact;

/// A name that more people share than this says nothing about who somebody is.
pub(super) const MOST_NAMESAKES: usize = 8;

/// One form for a name: blanks collapsed, lower case.
pub(super) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    append(&mut key, name);
    key
}

/// One form for a name in two parts.
pub(super) fn key_of_parts(first: &str, last: &str) -> String {
    let mut key = String::with_capacity(first.len() + last.len() + 1);
    append(&mut key, first);
    append(&mut key, last);
    key
}

/// The names under which a contact is known, each once: as it is now, as the export has it where the user changed it,
/// and as it was before.
pub(super) fn keys_of(contact: &Contact) -> impl Iterator<Item = String> + use<> {
    let now = key_of_parts(&contact.first_name, &contact.last_name);
    let mut others = Vec::new();
    let listed = contact.listed.as_ref().map(|listed| key_of_parts(&listed.first_name, &listed.last_name));
    let former = contact.former_names.iter().map(|name| key(name));
    for name in listed.into_iter().chain(former) {
        if name != now && !name.is_empty() && !others.contains(&name) {
            others.push(name);
        }
    }
    std::iter::once(now).chain(others)
}

fn append(key: &mut String, name: &str) {
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        if word.is_ascii() {
            let start = key.len();
            key.push_str(word);
            key[start..].make_ascii_lowercase();
        } else {
            key.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
}

/// Values under the names that matter: most names of a large network are never asked for.
pub(super) struct ByName<V>(HashMap<String, Vec<V>>);

impl<V: Clone> ByName<V> {
    /// Room for these names and no others.
    pub(super) fn of(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().map(|name| (name, Vec::new())).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a value under the names of a contact, if they matter.
    pub(super) fn put(&mut self, contact: &Contact, value: &V) {
        for name in keys_of(contact) {
            if let Some(values) = self.0.get_mut(&name) {
                values.push(value.clone());
            }
        }
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Vec<V>> {
        self.0.get_mut(name)
    }

    pub(super) fn into_values(self) -> impl Iterator<Item = Vec<V>> {
        self.0.into_values()
    }
}
