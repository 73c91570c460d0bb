//! Names as keys: the last resort where an export has no addresses.

use std::collections::HashMap;
use std::hash::Hash;

use crate::domain::contact::Contact;

/// A name that more people share than this says nothing about who somebody is.
pub(super) const MOST_NAMESAKES: usize = 8;

/// One form for a name: blanks collapsed, lower case.
pub(super) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().flat_map(char::to_lowercase));
    }
    key
}

/// The names under which a contact is known: as it is now, and as the export has it where the user changed it.
pub(super) fn keys_of(contact: &Contact) -> impl Iterator<Item = String> + use<> {
    let now = key(&contact.name());
    let listed = contact.listed.as_ref().map(|l| key(&format!("{} {}", l.first_name, l.last_name)));
    let listed = listed.filter(|listed| *listed != now && !listed.is_empty());
    std::iter::once(now).chain(listed)
}

/// Collects values under keys.
pub(super) fn index<K: Eq + Hash, V>(pairs: impl IntoIterator<Item = (K, V)>) -> HashMap<K, Vec<V>> {
    let mut index: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in pairs {
        index.entry(key).or_default().push(value);
    }
    index
}
