//! Keeps the key table whole: every action reachable, no key twice in a place, hints and README in step with it.

mod source;

use std::collections::{BTreeMap, BTreeSet};

use inroads::app::action::Action;
use inroads::app::key::{self, Code, Key};
use inroads::app::keymap::{self, Binding, Group, Keymap, Place, TABLE};
use source::{Kind, is_test_file, rust_files, tokens};

/// The actions that have no key and are reached by `:` alone.
const WITHOUT_A_KEY: [Action; 5] =
    [Action::Import, Action::Export, Action::Backup, Action::Demo, Action::Own];

/// The screens; their commands are what `:` offers.
const SCREENS: [Place; 5] = [Place::Today, Place::Pending, Place::Contacts, Place::Drafts, Place::You];

/// Places whose text takes every letter.
const TEXTS: [Place; 7] =
    [Place::Filter, Place::Ask, Place::Form, Place::Note, Place::Palette, Place::Help, Place::Text];

fn places() -> BTreeSet<Place> {
    TABLE.iter().flat_map(|binding| binding.places).copied().collect()
}

fn name(action: Action) -> String {
    let text = format!("{action:?}");
    text.split('(').next().unwrap_or_default().to_owned()
}

/// The words of an enum's variants in a source; the text of a source is asked since Rust does not list them.
fn variants(path: &str, of: &str) -> BTreeSet<String> {
    let file = rust_files(&["src/app"]).into_iter().find(|file| file.path == path).expect("the source");
    let code = tokens(&file.text, is_test_file(path));
    let code: Vec<_> = code.into_iter().filter(|token| token.kind != Kind::Comment).collect();
    let start = code.windows(2).position(|two| two[0].text == "enum" && two[1].text == of).expect("the enum");
    let inside = code[start + 3..].iter().take_while(|token| token.text != "}");
    let mut depth = 0;
    let mut found = BTreeSet::new();
    for token in inside {
        match token.text.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            word if depth == 0 && token.kind == Kind::Word => {
                found.insert(word.to_owned());
            }
            _ => {}
        }
    }
    found
}

/// What a table in keymap/words.rs says of each place: its texts, in order.
fn said_of_places(table: &str) -> Vec<(Place, String)> {
    let file = rust_files(&["src/app"])
        .into_iter()
        .find(|f| f.path == "src/app/keymap/words.rs")
        .expect("the source");
    let code = tokens(&file.text, false);
    let start = code.iter().position(|token| token.text == table).expect("the table");
    let mut place = None;
    let mut said = Vec::new();
    for token in code[start..].iter().skip_while(|t| t.text != "=").take_while(|t| t.text != ";") {
        if token.kind == Kind::Text {
            said.push((place.expect("a place comes first"), token.text.clone()));
        } else if token.kind == Kind::Word {
            place = places().into_iter().find(|place| format!("{place:?}") == token.text).or(place);
        }
    }
    assert!(said.len() > 10, "{table} was read");
    said
}

#[test]
fn every_action_is_bound_or_reached_by_colon() {
    let keyed: BTreeSet<String> =
        TABLE.iter().filter(|binding| !binding.keys.is_empty()).map(|b| name(b.action)).collect();
    let by_colon: BTreeSet<String> = TABLE
        .iter()
        .filter(|binding| binding.keys.is_empty() && SCREENS.iter().all(|at| binding.places.contains(at)))
        .map(|binding| name(binding.action))
        .collect();
    assert_eq!(by_colon, WITHOUT_A_KEY.into_iter().map(name).collect());
    let all = variants("src/app/action.rs", "Action");
    assert_eq!(keyed.union(&by_colon).cloned().collect::<BTreeSet<_>>(), all);
}

#[test]
fn every_place_can_be_left_and_has_hints() {
    let all: BTreeSet<String> = places().iter().map(|place| format!("{place:?}")).collect();
    assert_eq!(all, variants("src/app/keymap/mod.rs", "Place"));
    let esc = Key::of(Code::Esc);
    let standard = Keymap::standard();
    for place in places() {
        // The first screen has nothing behind it, and an Esc too many out of its forms does not end the program.
        let (key, leave) = match place {
            Place::FirstRun => (Key::of(Code::Char('q')), Action::Quit),
            _ => (esc, Action::Back),
        };
        assert_eq!(standard.get(place, key), Some(leave), "{place:?} can be left");
        assert!(!Keymap::standard().hints(place).is_empty(), "no hints in {place:?}");
    }
}

/// The keys that can do everything; `tests/session/alone.rs` does something with them.
#[test]
fn arrows_enter_esc_tab_space_and_question_mark_mean_the_same_on_every_screen() {
    let standard = Keymap::standard();
    let keys = [
        (Code::Up, Action::Prev),
        (Code::Down, Action::Next),
        (Code::Left, Action::PaneLeft),
        (Code::Right, Action::PaneRight),
        (Code::Enter, Action::Enter),
        (Code::Esc, Action::Back),
        (Code::Tab, Action::Pane),
        (Code::Char('?'), Action::Help),
    ];
    for place in SCREENS {
        for (code, action) in keys {
            assert_eq!(standard.get(place, Key::of(code)), Some(action), "{code:?} in {place:?}");
        }
        let mark = (place != Place::You).then_some(Action::Mark);
        assert_eq!(standard.get(place, Key::of(Code::Char(' '))), mark, "Space in {place:?}");
    }
}

#[test]
fn every_key_parses_and_none_means_two_things_in_one_place() {
    let mut taken: BTreeMap<(Place, String), &str> = BTreeMap::new();
    for binding in TABLE {
        for text in binding.keys {
            let key = key::parse(text).unwrap_or_else(|| panic!("{text:?} of {} is no key", binding.command));
            for place in binding.places {
                let before = taken.insert((*place, key.to_string()), binding.command);
                assert_eq!(before, None, "{text} in {place:?} is {} as well", binding.command);
                assert_eq!(Keymap::standard().get(*place, key), Some(binding.action));
            }
        }
    }
}

#[test]
fn every_command_name_has_one_action_and_every_action_one_name() {
    let mut actions = BTreeMap::new();
    let mut names = BTreeMap::new();
    for binding in TABLE {
        let action = format!("{:?}", binding.action);
        assert_eq!(*actions.entry(binding.command).or_insert_with(|| action.clone()), action);
        assert_eq!(*names.entry(action).or_insert(binding.command), binding.command);
        let fits = binding.command.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        assert!(fits, "{} can be typed after :", binding.command);
    }
}

#[test]
fn text_takes_every_letter() {
    for place in TEXTS {
        for binding in keymap::bindings(place) {
            for text in binding.keys {
                let typed = key::parse(text).and_then(Key::typed);
                assert_eq!(typed, None, "{place:?}: {} takes a letter of the text", binding.command);
            }
        }
    }
}

#[test]
fn hints_and_labels_name_commands_of_their_place() {
    let commands = |place| keymap::bindings(place).map(|binding| binding.command).collect::<Vec<_>>();
    let mut hinted = BTreeMap::new();
    for (place, command) in said_of_places("HINTS") {
        let keyed = keymap::bindings(place).find(|b| b.command == command).map(|b| !b.keys.is_empty());
        assert_eq!(keyed, Some(true), "{place:?} hints at {command}: {:?}", commands(place));
        *hinted.entry(place).or_insert(0) += 1;
    }
    for place in places() {
        assert_eq!(Keymap::standard().hints(place).len(), hinted[&place], "{place:?}");
    }
    let labels = said_of_places("LABELS");
    for pair in labels.chunks(2) {
        let (place, command) = &pair[0];
        assert!(commands(*place).contains(&command.as_str()), "{place:?} has no {command}");
    }
}

const BEGIN: &str = "<!-- keys -->";
const END: &str = "<!-- /keys -->";

#[test]
fn the_readme_shows_the_table_as_it_is() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).expect("README.md is there");
    let block = readme.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).map(|(block, _)| block);
    let wanted = readme_table();
    assert!(
        block.is_some_and(|block| block.trim() == wanted.trim()),
        "README.md is out of step with the key table; between {BEGIN} and {END} belongs:\n\n{wanted}"
    );
}

/// The table for the README: by group, each command once, with where it holds where that is not every screen.
fn readme_table() -> String {
    let mut groups: Vec<Group> = Vec::new();
    for binding in TABLE {
        if !groups.contains(&binding.group) {
            groups.push(binding.group);
        }
    }
    let mut text = String::from("| | keys | command | does | in |\n|---|---|---|---|---|\n");
    for group in groups {
        let mut title = group.title();
        for binding in TABLE.iter().filter(|binding| binding.group == group) {
            let keys: Vec<String> =
                binding.keys.iter().map(|key| format!("`{}`", keymap::shown(key))).collect();
            let (command, label) = (binding.command, binding.label);
            let row = [title, &keys.join(" "), &format!("`:{command}`"), label, &whereabouts(binding)];
            text.push_str(&format_row(&row));
            title = "";
        }
    }
    text
}

fn format_row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

// A command of the screens is said to hold there; that it also holds in boxes is seen in their own hints.
fn whereabouts(binding: &Binding) -> String {
    let screens: Vec<Place> = SCREENS.into_iter().filter(|place| binding.places.contains(place)).collect();
    if screens.len() == SCREENS.len() {
        return String::new();
    }
    let places = if screens.is_empty() { binding.places } else { &screens };
    let mut words: Vec<&str> = Vec::new();
    for place in places {
        if !words.contains(&place.word()) {
            words.push(place.word());
        }
    }
    words.join(", ")
}
