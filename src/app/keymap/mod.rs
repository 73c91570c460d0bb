//! The one key table: what each key does in each place. Dispatch, footer, help, palette and README are made from it.

mod table;
mod words;

pub use table::TABLE;

use std::collections::{BTreeMap, HashMap};

use super::action::Action;
use super::key::{self, Key};
use words::{ALSO, HINTS, LABELS};

/// Where a key press can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Screen 1.
    Today,
    /// Screen 2.
    Pending,
    /// Screen 3.
    Contacts,
    /// Screen 4, the list of drafts.
    Drafts,
    /// The message that is written.
    Text,
    /// What the coach says of it.
    Tips,
    /// What is known of its reader.
    Facts,
    /// Screen 5.
    Insights,
    /// Screen 6.
    You,
    /// The line of a filter.
    Filter,
    /// A menu.
    Menu,
    /// A question of one line.
    Ask,
    /// A form.
    Form,
    /// A note being written.
    Note,
    /// A question before something large.
    Confirm,
    /// The help.
    Help,
    /// The command line.
    Palette,
    /// The history.
    Log,
    /// The plan of an import.
    Plan,
    /// Something to read.
    Page,
    /// Work that takes a while.
    Working,
    /// The first screen of an empty book.
    FirstRun,
}

/// What a command belongs to, for the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Moving.
    Move,
    /// Panes and screens.
    Panes,
    /// Leaving.
    Leave,
    /// Finding.
    Find,
    /// Marking.
    Mark,
    /// Making.
    New,
    /// Writing a message.
    Write,
    /// Standings.
    Standing,
    /// Changing.
    Shape,
    /// Taking out.
    Out,
    /// Undoing.
    Undo,
    /// Helping.
    Help,
    /// Text and boxes.
    Boxes,
    /// Files.
    Files,
}

impl Group {
    /// Its title.
    pub fn title(self) -> &'static str {
        match self {
            Group::Move => "move",
            Group::Panes => "panes",
            Group::Leave => "leave",
            Group::Find => "find",
            Group::Mark => "mark",
            Group::New => "new",
            Group::Write => "compose",
            Group::Standing => "standing",
            Group::Shape => "shape",
            Group::Out => "out",
            Group::Undo => "undo",
            Group::Help => "help",
            Group::Boxes => "boxes and text",
            Group::Files => "files",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub places: &'static [Place],
    /// Its keys; none where it is reached by `:` alone.
    pub keys: &'static [&'static str],
    /// Its name after `:`.
    pub command: &'static str,
    /// What it does.
    pub action: Action,
    /// What it does, in words.
    pub label: &'static str,
    /// Where the help lists it.
    pub group: Group,
}

/// Other words for a command.
pub fn also(command: &str) -> &'static str {
    ALSO.iter().find(|(name, _)| *name == command).map_or("", |(_, words)| words)
}

/// The keys, ready to be looked up: those of [`TABLE`], and those that the user chose instead.
#[derive(Clone, Debug)]
pub struct Keymap {
    chosen: BTreeMap<String, Vec<Key>>,
    actions: HashMap<(Place, Key), Action>,
}

impl Keymap {
    /// The keys of [`TABLE`].
    pub fn standard() -> Self {
        Self::with(BTreeMap::new()).0
    }

    /// With other keys for some commands, by the command's name: they replace its keys in every place. Says in a
    /// sentence each which commands lost a key to them. Letters stay text where there is text.
    pub fn with(chosen: BTreeMap<String, Vec<Key>>) -> (Self, Vec<String>) {
        let mut keymap = Self { chosen, actions: HashMap::new() };
        let mut lost: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
        let (theirs, ours): (Vec<&Binding>, Vec<&Binding>) =
            TABLE.iter().partition(|binding| keymap.chosen.contains_key(binding.command));
        for binding in ours.into_iter().chain(theirs) {
            for place in binding.places {
                for key in keymap.keys(*place, binding) {
                    let before = keymap.actions.insert((*place, key), binding.action);
                    if let Some(before) = before.filter(|before| *before != binding.action) {
                        let other = bindings(*place).find(|other| other.action == before);
                        let other = other.map_or("something else", |other| other.command);
                        let sentence = format!("the key {key} is now {}, no longer {other}", binding.command);
                        lost.entry(sentence).or_default().push(place.word());
                    }
                }
            }
        }
        let clashes = lost.into_iter().map(|(what, places)| format!("{what} (in {})", places.join(", ")));
        let clashes = clashes.collect();
        (keymap, clashes)
    }

    /// What a key does in a place.
    pub fn get(&self, place: Place, key: Key) -> Option<Action> {
        self.actions.get(&(place, key)).copied()
    }

    /// The keys of a binding in a place.
    fn keys(&self, place: Place, binding: &Binding) -> Vec<Key> {
        use Place::{Ask, Filter, Form, Help, Menu, Note, Palette, Text};
        let standard = || binding.keys.iter().filter_map(|text| key::parse(text)).collect();
        let Some(chosen) = self.chosen.get(binding.command) else { return standard() };
        let letters_are_text = matches!(place, Filter | Menu | Ask | Form | Note | Help | Palette | Text);
        let fitting: Vec<Key> =
            chosen.iter().copied().filter(|key| !letters_are_text || key.typed().is_none()).collect();
        if fitting.is_empty() && !chosen.is_empty() { standard() } else { fitting }
    }

    /// Key and label of each command that the footer names in a place, most useful first.
    pub fn hints(&self, place: Place) -> Vec<(String, &'static str)> {
        self.hinted(place).into_iter().map(|(_, key, label)| (key, label)).collect()
    }

    /// The same with what each does, so that what does nothing now can be left out.
    pub fn hinted(&self, place: Place) -> Vec<(Action, String, &'static str)> {
        let commands = HINTS.iter().find(|(at, _)| *at == place).map_or(&[][..], |(_, commands)| commands);
        commands
            .iter()
            .filter_map(|command| {
                let binding = bindings(place).find(|binding| binding.command == *command)?;
                let key = self.keys(place, binding).first()?.to_string();
                Some((binding.action, key, label(place, binding)))
            })
            .collect()
    }

    /// The hint at the way to all other keys, in places that have one.
    pub fn help_hint(&self, place: Place) -> Option<(String, &'static str)> {
        let binding = bindings(place).find(|binding| binding.action == Action::Help)?;
        Some((self.keys(place, binding).first()?.to_string(), label(place, binding)))
    }

    /// The keys of a binding in a place as a person reads them: `j ↓`.
    pub fn all_shown(&self, place: Place, binding: &Binding) -> String {
        self.keys(place, binding).iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
    }
}

/// The bindings of a place, in the order of the table.
pub fn bindings(place: Place) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.places.contains(&place))
}

/// The label of a command in a place.
pub fn label(place: Place, binding: &Binding) -> &'static str {
    LABELS
        .iter()
        .find(|(at, command, _)| *at == place && *command == binding.command)
        .map_or(binding.label, |(_, _, label)| label)
}

/// A key of the table as a person reads it.
pub fn shown(key: &str) -> String {
    key::parse(key).map_or_else(|| key.to_owned(), |key| key.to_string())
}

#[cfg(test)]
mod tests {
    use super::Place::{Contacts, Filter, Pending};
    use super::*;
    use crate::app::key::Code;

    fn with(command: &str, keys: &[&str]) -> (Keymap, Vec<String>) {
        let keys = keys.iter().map(|text| key::parse(text).expect("a key")).collect();
        Keymap::with(BTreeMap::from([(command.to_owned(), keys)]))
    }

    #[test]
    fn keys_of_ones_own_replace_in_every_place_and_letters_stay_text() {
        let (keymap, clashes) = with("next", &["<c-j>", "z"]);
        assert_eq!(clashes, [""; 0]);
        let z = Key::of(Code::Char('z'));
        assert_eq!(keymap.get(Pending, z), Some(Action::Next));
        assert_eq!(keymap.get(Pending, Key::of(Code::Char('j'))), None);
        assert_eq!(keymap.get(Filter, z), None, "a filter takes every letter");
        assert_eq!(keymap.get(Filter, key::parse("<c-j>").expect("a key")), Some(Action::Next));
        let letters_alone = with("next", &["z"]).0;
        assert_eq!(letters_alone.get(Filter, Key::of(Code::Down)), Some(Action::Next));
    }

    #[test]
    fn a_command_that_loses_a_key_is_named_with_its_places() {
        let (keymap, clashes) = with("merge", &["t"]);
        assert_eq!(clashes, ["the key t is now merge, no longer tag (in Contacts)"]);
        assert_eq!(keymap.get(Contacts, Key::of(Code::Char('t'))), Some(Action::Merge));
        assert_eq!(keymap.get(Pending, Key::of(Code::Char('t'))), Some(Action::Tag));
        assert_eq!(keymap.hints(Contacts).iter().find(|(key, _)| key == "M"), None);
    }
}
