//! A person in the network, connected or not.

use serde::{Deserialize, Serialize};

use super::id::ContactId;
use super::record::record;
use super::request::tokens;
use super::slug;
use super::time::Day;

/// A person in the network. An empty text means "not known".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The number, `c42`.
    pub id: ContactId,
    /// Given name, or the whole name where there is no telling.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub first_name: String,
    /// Family name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last_name: String,
    /// Key of the profile address (see [`slug`]), or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub slug: String,
    /// Keys that the same person had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_slugs: Vec<String>,
    /// Whole names that the same person had before: exports of the years without addresses know them by these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_names: Vec<String>,
    /// Another address of the person's, where it is not a LinkedIn profile.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Company, as last heard.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub company: String,
    /// Role, as last heard.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Why this contact: what the user hopes to share with them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// How likely they are to be interested, by the user's own estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fit: Option<Fit>,
    /// Tags: lower case, no blanks, sorted, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The day on which the connection was made; nothing where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connected_on: Option<Day>,
    /// A day on which a connections table listed the connection; nothing where it is known from the user alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_on: Option<Day>,
    /// The day of the export that no longer listed the connection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_on: Option<Day>,
    /// A day on which the user wants to be reminded of the person: "ask again after".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_again_on: Option<Day>,
    /// What holds for asking this person, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// Put away: in no list but search and the archive.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// Where the contact comes from.
    pub origin: Origin,
    /// What the newest export says, kept apart once the user has said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed: Option<Box<Listed>>,
}

/// What an export said of a person whose details the user keeps by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Given name in the export.
    pub first_name: String,
    /// Family name in the export.
    pub last_name: String,
    /// Company in the export.
    pub company: String,
    /// Role in the export.
    pub role: String,
}

tokens! {
    /// Where a record comes from.
    Origin {
        /// Written down by the user.
        Hand = "hand",
        /// Read from an export.
        Export = "export",
    }
}

tokens! {
    /// How likely somebody is to be interested, by the user's estimate.
    Fit {
        /// Not likely.
        Low = "low",
        /// Perhaps.
        Medium = "medium",
        /// Likely.
        High = "high",
    }
}

tokens! {
    /// What holds for asking somebody.
    Flag {
        /// They connect with people they know or worked with.
        OnlyKnown = "only_people_they_know",
        /// They have as many connections as the platform allows.
        AtLimit = "at_connection_limit",
        /// Not to be asked again: in no list but search.
        Closed = "closed_for_good",
    }
}

impl Flag {
    /// In words, for a screen.
    pub fn label(self) -> &'static str {
        match self {
            Flag::OnlyKnown => "accepts only people they know",
            Flag::AtLimit => "at the connection limit",
            Flag::Closed => "closed for good",
        }
    }
}

record!(
    Contact,
    ContactId {
        id: "id",
        first_name: "first name",
        last_name: "last name",
        slug: "profile address",
        former_slugs: "former addresses",
        former_names: "former names",
        url: "address",
        email: "e-mail",
        company: "company",
        role: "role",
        purpose: "purpose",
        fit: "fit",
        tags: "tags",
        connected_on: "day of connection",
        listed_on: "day in the list",
        gone_on: "place in the list",
        ask_again_on: "day to ask again",
        flags: "flags",
        archived: "place in the archive",
        origin: "origin",
        listed: "details from the export",
    }
);

impl Contact {
    /// A person about whom only the name is known.
    pub fn named(id: ContactId, first_name: &str, last_name: &str, origin: Origin) -> Self {
        Self {
            id,
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            slug: String::new(),
            former_slugs: Vec::new(),
            former_names: Vec::new(),
            url: String::new(),
            email: String::new(),
            company: String::new(),
            role: String::new(),
            purpose: String::new(),
            fit: None,
            tags: Vec::new(),
            connected_on: None,
            listed_on: None,
            gone_on: None,
            ask_again_on: None,
            flags: Vec::new(),
            archived: false,
            origin,
            listed: None,
        }
    }

    /// The whole name, `Ana Ruiz`.
    pub fn name(&self) -> String {
        match (self.first_name.is_empty(), self.last_name.is_empty()) {
            (false, false) => format!("{} {}", self.first_name, self.last_name),
            (true, _) => self.last_name.clone(),
            (_, true) => self.first_name.clone(),
        }
    }

    /// `Role, Company`, or whichever is known.
    pub fn place(&self) -> String {
        match (self.role.is_empty(), self.company.is_empty()) {
            (false, false) => format!("{}, {}", self.role, self.company),
            (true, _) => self.company.clone(),
            (_, true) => self.role.clone(),
        }
    }

    /// The address to open: the one that the user gave, else the LinkedIn profile.
    pub fn address(&self) -> Option<String> {
        if !self.url.is_empty() {
            Some(self.url.clone())
        } else if self.slug.is_empty() {
            None
        } else {
            Some(slug::address(&self.slug))
        }
    }

    /// Whether this holds for asking the person.
    pub fn is(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// Whether lists leave the person out: put away, or not to be asked again.
    pub fn hidden(&self) -> bool {
        self.archived || self.is(Flag::Closed)
    }

    /// Whether the person is in the user's list of connections, as far as is known.
    pub fn connected(&self) -> bool {
        self.connected_on.is_some() && self.gone_on.is_none()
    }

    /// Sets the address: a LinkedIn profile becomes the slug, by which exports know the person; the old one is kept as a
    /// former one. Any other address is opened in its place, and none takes both away.
    pub fn set_address(&mut self, address: &str) {
        let profile = slug::from_address(address);
        if profile.is_none() {
            address.trim().clone_into(&mut self.url);
        }
        if self.url.is_empty() || profile.is_some() {
            self.url.clear();
            let old = std::mem::replace(&mut self.slug, profile.unwrap_or_default());
            if !old.is_empty() && old != self.slug && !self.former_slugs.contains(&old) {
                self.former_slugs.push(old);
            }
        }
    }

    /// Keeps a name that the person no longer has.
    pub fn keep_former_name(&mut self, name: &str) {
        if !name.is_empty() && name != self.name() && !self.former_names.iter().any(|known| known == name) {
            self.former_names.push(name.to_owned());
        }
    }

    /// Whether a connections table listed the connection, as far as it is known now.
    pub fn was_listed(&self) -> bool {
        self.connected_on.is_some_and(|connected| self.listed_on.is_some_and(|listed| connected <= listed))
    }

    /// Whether an export spoke of the person.
    pub fn imported(&self) -> bool {
        self.origin == Origin::Export || self.listed.is_some()
    }

    /// Before the user changes name, company or role of an imported person: keep what the export says.
    pub fn keep_listed(&mut self) {
        if self.origin == Origin::Export && self.listed.is_none() {
            self.listed = Some(Box::new(Listed::of(self)));
        }
    }
}

impl Listed {
    /// The details as the contact has them.
    pub fn of(contact: &Contact) -> Self {
        Self {
            first_name: contact.first_name.clone(),
            last_name: contact.last_name.clone(),
            company: contact.company.clone(),
            role: contact.role.clone(),
        }
    }
}

/// Brings a tag into its form: lower case, blanks become `-`; nothing where nothing is left.
pub fn tag(text: &str) -> Option<String> {
    let words: Vec<String> =
        text.trim().trim_start_matches('#').split_whitespace().map(str::to_lowercase).collect();
    let tag = words.join("-");
    (!tag.is_empty()).then_some(tag)
}

/// The tags in a line, with blanks or commas between them; a tag with blanks stands in quotes.
pub fn tags(line: &str) -> Vec<String> {
    let mut quoted = false;
    let parts = line.split(|c: char| {
        quoted ^= c == '"';
        !quoted && (c == ',' || c.is_whitespace())
    });
    parts.filter_map(|part| tag(&part.replace('"', ""))).collect()
}

/// Splits a whole name at its first blank: `Ana Beatriz Lima` → (`Ana`, `Beatriz Lima`).
pub fn split_name(name: &str) -> (String, String) {
    let name = name.trim();
    match name.split_once(char::is_whitespace) {
        Some((first, last)) => (first.to_owned(), last.trim().to_owned()),
        None => (name.to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_address_keeps_the_old_key() {
        let mut ana = Contact::named(ContactId(1), "Ana", "Ruiz", Origin::Hand);
        ana.set_address("https://www.linkedin.com/in/ana-ruiz/");
        ana.set_address("https://linkedin.com/in/Ana-Ruiz-Data?trk=x");
        assert_eq!(
            (ana.slug.as_str(), ana.former_slugs.as_slice()),
            ("ana-ruiz-data", &["ana-ruiz".to_owned()][..])
        );
        ana.set_address("https://ana.example");
        assert_eq!(ana.address().as_deref(), Some("https://ana.example"), "what the user gave last");
        assert_eq!(ana.slug, "ana-ruiz-data", "exports go on knowing her by it");
        ana.set_address("https://www.linkedin.com/in/ana-ruiz-data");
        assert_eq!(ana.address().as_deref(), Some("https://www.linkedin.com/in/ana-ruiz-data"));
        ana.set_address("");
        assert_eq!((ana.address(), ana.former_slugs.len()), (None, 2));
    }

    #[test]
    fn tags_have_one_form() {
        assert_eq!(tag(" #Systems Meetup "), Some("systems-meetup".into()));
        assert_eq!(tag(" # "), None);
        assert_eq!(tags("rust, \"systems meetup\"  #Faro"), ["rust", "systems-meetup", "faro"]);
        assert_eq!(tags("-\"x y\" +\"a, b\" \"un closed"), ["-x-y", "+a,-b", "un-closed"]);
    }
}
