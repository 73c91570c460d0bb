//! The one key table: what each key does in each place. Dispatch, footer, help, palette and README are made from it.

use std::collections::{BTreeMap, HashMap};

use super::action::{Action, Screen};
use super::key::{self, Key};

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

use Place::{
    Ask, Confirm, Contacts, Drafts, Facts, Filter, FirstRun, Form, Help, Log, Menu, Note, Page, Palette,
    Pending, Plan, Text, Tips, Today, Working, You,
};

/// Where letters are commands.
const LISTS: &[Place] = &[Today, Pending, Contacts, Drafts, Tips, Facts, You];
/// Screens of a list and a page.
const PAGED: &[Place] = &[Today, Pending, Contacts, Drafts, You];
const PEOPLE: &[Place] = &[Today, Pending, Contacts];
/// Where rows can be marked.
const MARKED: &[Place] = &[Today, Pending, Contacts, Drafts];
/// Where somebody is under the cursor.
const SOMEBODY: &[Place] = &[Today, Pending, Contacts, Drafts, Tips, Facts];
/// Where a message is open.
const WRITING: &[Place] = &[Text, Tips, Facts];
/// Beside the message, and in the list of drafts.
const BESIDE: &[Place] = &[Drafts, Tips, Facts];
const ROWS: &[Place] = &[Today, Pending, Contacts, Drafts, Tips, Facts, You, Menu, Log, Plan, Page, FirstRun];
const TYPED_ROWS: &[Place] = &[Filter, Help, Palette];
const BOXES: &[Place] = &[
    Filter, Menu, Ask, Form, Note, Confirm, Help, Palette, Log, Plan, Page, Working, Today, Pending,
    Contacts, Drafts, Text, Tips, Facts, You,
];
/// Where Ctrl-z is not the undo of a text.
const NOT_TYPED: &[Place] =
    &[Today, Pending, Contacts, Drafts, Tips, Facts, You, Menu, Confirm, Log, Plan, Page, Working, FirstRun];
const ALL: &[Place] = &[
    Today, Pending, Contacts, Drafts, Text, Tips, Facts, You, Filter, Menu, Ask, Form, Note, Confirm, Help,
    Palette, Log, Plan, Page, Working, FirstRun,
];

const fn row(
    places: &'static [Place],
    keys: &'static [&'static str],
    command: &'static str,
    action: Action,
    label: &'static str,
    group: Group,
) -> Binding {
    Binding { places, keys, command, action, label, group }
}

/// The table.
pub const TABLE: &[Binding] = &[
    row(ROWS, &["j", "<down>"], "next", Action::Next, "down", Group::Move),
    row(ROWS, &["k", "<up>"], "prev", Action::Prev, "up", Group::Move),
    row(TYPED_ROWS, &["<down>", "<c-n>"], "next", Action::Next, "down", Group::Move),
    row(TYPED_ROWS, &["<up>", "<c-p>"], "prev", Action::Prev, "up", Group::Move),
    row(ROWS, &["g", "<home>"], "top", Action::Top, "first", Group::Move),
    row(ROWS, &["G", "<end>"], "bottom", Action::Bottom, "last", Group::Move),
    row(ROWS, &["<c-d>", "<pgdn>"], "page-down", Action::PageDown, "page down", Group::Move),
    row(ROWS, &["<c-u>", "<pgup>"], "page-up", Action::PageUp, "page up", Group::Move),
    row(TYPED_ROWS, &["<pgdn>"], "page-down", Action::PageDown, "page down", Group::Move),
    row(TYPED_ROWS, &["<pgup>"], "page-up", Action::PageUp, "page up", Group::Move),
    row(LISTS, &["1"], "today", Action::Go(Screen::Today), "Today", Group::Panes),
    row(LISTS, &["2"], "pending", Action::Go(Screen::Pending), "Pending", Group::Panes),
    row(LISTS, &["3"], "contacts", Action::Go(Screen::Contacts), "Contacts", Group::Panes),
    row(LISTS, &["4"], "drafts", Action::Go(Screen::Compose), "Compose", Group::Panes),
    row(LISTS, &["6"], "you", Action::Go(Screen::You), "You", Group::Panes),
    row(PAGED, &["<tab>", "<s-tab>"], "pane", Action::Pane, "other pane", Group::Panes),
    row(PAGED, &["h", "<left>"], "pane-left", Action::PaneLeft, "list", Group::Panes),
    row(PAGED, &["l", "<right>"], "pane-right", Action::PaneRight, "details", Group::Panes),
    row(WRITING, &["<tab>"], "part", Action::Part, "next box", Group::Panes),
    row(WRITING, &["<s-tab>"], "part-before", Action::PartBefore, "box before", Group::Panes),
    row(&[Pending, Contacts], &["]"], "tab-next", Action::TabNext, "next tab", Group::Panes),
    row(&[Pending, Contacts], &["["], "tab-prev", Action::TabPrev, "tab before", Group::Panes),
    row(PAGED, &["+"], "zoom", Action::Zoom, "one pane", Group::Panes),
    row(LISTS, &["<enter>"], "enter", Action::Enter, "do it", Group::Move),
    row(BOXES, &["<esc>"], "back", Action::Back, "back", Group::Leave),
    row(
        &[Filter, Menu, Ask, Form, Note, Confirm, Help, Palette, Log, Plan, Page, Working, Tips, Facts],
        &["<c-c>"],
        "back",
        Action::Back,
        "back",
        Group::Leave,
    ),
    row(&[Log, Plan, Page], &["q"], "back", Action::Back, "back", Group::Leave),
    row(&[Tips, Facts], &["q"], "quit", Action::Quit, "quit", Group::Leave),
    row(PAGED, &["q", "<c-c>"], "quit", Action::Quit, "quit", Group::Leave),
    row(&[FirstRun], &["q", "<c-c>"], "quit", Action::Quit, "quit", Group::Leave),
    row(NOT_TYPED, &["<c-z>"], "suspend", Action::Suspend, "back to the shell for a while", Group::Leave),
    row(PEOPLE, &["/"], "filter", Action::Filter, "filter", Group::Find),
    row(&[Contacts], &["f"], "view", Action::View, "views..", Group::Find),
    row(
        &[Today, Pending, Contacts, Drafts, Tips, Facts, You, FirstRun],
        &[":"],
        "command",
        Action::Command,
        "commands and names",
        Group::Find,
    ),
    row(MARKED, &["<space>"], "mark", Action::Mark, "mark", Group::Mark),
    row(MARKED, &["v"], "range", Action::Range, "mark from here to there", Group::Mark),
    row(MARKED, &["V"], "mark-all", Action::MarkAll, "mark all shown", Group::Mark),
    row(LISTS, &["n"], "new", Action::New, "new", Group::New),
    row(LISTS, &["i"], "touch", Action::Touch, "log a touch..", Group::New),
    row(
        &[Today, Pending, Contacts, Drafts, You],
        &["c"],
        "compose",
        Action::Compose,
        "write a message",
        Group::Write,
    ),
    row(WRITING, &["<f2>"], "copy-message", Action::CopyMessage, "copy; again: record as sent", Group::Write),
    row(WRITING, &["<f3>"], "facts", Action::Facts, "facts", Group::Write),
    row(WRITING, &["<f5>"], "template", Action::Template, "templates..", Group::Write),
    row(WRITING, &["<f6>"], "without-message", Action::Without, "sent without a message", Group::Write),
    row(WRITING, &["<f7>"], "versions", Action::Versions, "earlier versions..", Group::Write),
    row(&[Text], &["<c-n>", "<f8>"], "next-gap", Action::Gap, "next gap", Group::Write),
    row(&[Tips], &["x"], "tip-off", Action::TipOff, "not this rule", Group::Write),
    row(&[Tips], &["X"], "tip-off-for-good", Action::TipOffForGood, "never this rule", Group::Write),
    row(&[Tips], &["w"], "why", Action::Why, "why?", Group::Write),
    row(BESIDE, &["s"], "not-today", Action::NotToday, "not today", Group::Write),
    row(BESIDE, &["d"], "throw-away", Action::ThrowAway, "throw the draft away", Group::Write),
    row(SOMEBODY, &["m"], "note", Action::Note, "note", Group::New),
    row(PEOPLE, &["o"], "outcome", Action::Outcome, "outcome..", Group::Standing),
    row(PEOPLE, &["w"], "withdraw", Action::Withdraw, "withdraw", Group::Standing),
    row(PEOPLE, &["s"], "snooze", Action::Snooze, "later..", Group::Standing),
    row(PEOPLE, &["S"], "sign", Action::Sign, "sign..", Group::Standing),
    row(LISTS, &["e"], "edit", Action::Edit, "edit", Group::Shape),
    row(PEOPLE, &["E", "<f4>"], "editor", Action::Editor, "in $EDITOR", Group::Shape),
    row(&[Note, Text, Tips, Facts], &["<f4>"], "editor", Action::Editor, "in $EDITOR", Group::Shape),
    row(SOMEBODY, &["t"], "tag", Action::Tag, "tags..", Group::Shape),
    row(SOMEBODY, &["F"], "flag", Action::Flag, "flags..", Group::Shape),
    row(&[Contacts], &["M"], "merge", Action::Merge, "merge the two marked", Group::Shape),
    row(PEOPLE, &["d"], "archive", Action::Archive, "archive, or bring back", Group::Shape),
    row(SOMEBODY, &["y"], "copy", Action::Copy, "copy..", Group::Out),
    row(SOMEBODY, &["b"], "open", Action::Open, "open the address", Group::Out),
    row(
        &[Today, Pending, Contacts, Drafts, Tips, Facts, You, FirstRun],
        &["u"],
        "undo",
        Action::Undo,
        "undo",
        Group::Undo,
    ),
    row(LISTS, &["U", "<c-r>"], "redo", Action::Redo, "redo", Group::Undo),
    row(PEOPLE, &["."], "repeat", Action::Repeat, "repeat", Group::Undo),
    row(LISTS, &["L"], "log", Action::Log, "history", Group::Undo),
    row(
        &[Today, Pending, Contacts, Drafts, Tips, Facts, You, FirstRun],
        &["?"],
        "help",
        Action::Help,
        "all keys",
        Group::Help,
    ),
    row(&[Filter, Ask, Form, Note, Palette, Text], &["<f1>"], "help", Action::Help, "keys", Group::Help),
    row(ALL, &["<c-l>"], "redraw", Action::Redraw, "draw anew", Group::Help),
    row(LISTS, &[], "import", Action::Import, "read a LinkedIn export", Group::Files),
    row(LISTS, &[], "export", Action::Export, "write your own copy (JSON)", Group::Files),
    row(LISTS, &[], "backup", Action::Backup, "write a backup", Group::Files),
    row(LISTS, &[], "demo", Action::Demo, "look around with made-up people", Group::Files),
    row(LISTS, &[], "own", Action::Own, "back to your own book", Group::Files),
    row(&[FirstRun], &["a"], "account", Action::Account, "free or premium account", Group::Boxes),
    row(
        &[Filter, Menu, Ask, Confirm, Help, Palette, Plan, Page, Log, FirstRun],
        &["<enter>"],
        "enter",
        Action::Enter,
        "do it",
        Group::Boxes,
    ),
    row(&[Confirm], &["y"], "submit", Action::Submit, "yes", Group::Boxes),
    row(
        &[Confirm],
        &["<tab>", "<left>", "<right>"],
        "complete",
        Action::Complete,
        "the other answer",
        Group::Boxes,
    ),
    row(&[Confirm], &["n"], "back", Action::Back, "no", Group::Boxes),
    row(&[Form], &["<enter>", "<c-s>", "<f2>"], "submit", Action::Submit, "save", Group::Boxes),
    row(&[Note], &["<c-s>", "<f2>"], "submit", Action::Submit, "save", Group::Boxes),
    row(&[Text], &["<c-s>"], "submit", Action::Submit, "save", Group::Boxes),
    row(
        &[Ask, Form, Palette],
        &["<tab>"],
        "complete",
        Action::Complete,
        "complete, or next field",
        Group::Boxes,
    ),
    row(&[Form], &["<down>"], "field-next", Action::FieldNext, "next field", Group::Boxes),
    row(&[Form], &["<s-tab>", "<up>"], "field-prev", Action::FieldPrev, "field before", Group::Boxes),
];

/// The commands that the footer names, most useful first; the way to all others comes last and is always there.
const HINTS: &[(Place, &[&str])] = &[
    (Today, &["enter", "snooze", "touch", "undo", "command", "new", "outcome", "filter", "quit", "help"]),
    (
        Pending,
        &[
            "mark", "enter", "outcome", "withdraw", "snooze", "new", "filter", "tab-next", "undo", "quit",
            "help",
        ],
    ),
    (Contacts, &["filter", "new", "edit", "note", "tag", "view", "touch", "merge", "undo", "quit", "help"]),
    (Drafts, &["enter", "compose", "not-today", "throw-away", "undo", "quit", "help"]),
    (
        Text,
        &[
            "part",
            "copy-message",
            "facts",
            "editor",
            "template",
            "back",
            "without-message",
            "next-gap",
            "versions",
            "help",
        ],
    ),
    (
        Tips,
        &[
            "enter",
            "tip-off",
            "why",
            "part",
            "copy-message",
            "not-today",
            "back",
            "tip-off-for-good",
            "throw-away",
            "undo",
            "help",
        ],
    ),
    (Facts, &["enter", "new", "edit", "part", "copy-message", "back", "undo", "help"]),
    (You, &["enter", "undo", "command", "quit", "help"]),
    (Filter, &["enter", "back", "next", "help"]),
    (Menu, &["enter", "back", "next"]),
    (Ask, &["enter", "back", "complete", "help"]),
    (Form, &["submit", "complete", "back", "field-prev", "help"]),
    (Note, &["submit", "back", "editor", "help"]),
    (Confirm, &["submit", "back", "enter", "complete"]),
    (Help, &["enter", "next", "back"]),
    (Palette, &["enter", "complete", "next", "back", "help"]),
    (Log, &["next", "enter", "back"]),
    (Plan, &["enter", "next", "back"]),
    (Page, &["next", "enter", "back"]),
    (Working, &["back"]),
    (FirstRun, &["enter", "next", "quit", "account", "help"]),
];

/// What a command is called where it means something more exact than elsewhere.
const LABELS: &[(Place, &str, &str)] = &[
    (Pending, "enter", "open"),
    (Pending, "new", "record one"),
    (Contacts, "enter", "open"),
    (Contacts, "new", "add"),
    (Today, "new", "add a person"),
    (Today, "command", "commands"),
    (Drafts, "enter", "open"),
    (Drafts, "new", "write to somebody"),
    (Drafts, "compose", "write to somebody"),
    (Drafts, "edit", "edit the contact"),
    (Text, "copy-message", "copy"),
    (Text, "editor", "$EDITOR"),
    (Text, "template", "templates"),
    (Tips, "copy-message", "copy"),
    (Facts, "copy-message", "copy"),
    (Text, "back", "leave the text"),
    (Tips, "enter", "follow it"),
    (Tips, "new", "new fact"),
    (Tips, "edit", "edit the contact"),
    (Tips, "back", "close"),
    (Facts, "enter", "use it"),
    (Facts, "back", "back to the text"),
    (Facts, "new", "new fact"),
    (Facts, "edit", "edit it"),
    (Facts, "throw-away", "take the fact out"),
    (Page, "enter", "close"),
    (You, "command", "commands"),
    (You, "enter", "change"),
    (Filter, "enter", "keep the filter"),
    (Filter, "back", "clear it"),
    (Menu, "enter", "choose"),
    (Ask, "enter", "ok"),
    (Ask, "complete", "complete"),
    (Form, "complete", "next field"),
    (Note, "back", "save and close"),
    (Confirm, "enter", "the marked answer"),
    (Confirm, "back", "no"),
    (Help, "enter", "run it"),
    (Palette, "enter", "run it"),
    (Palette, "complete", "complete"),
    (Log, "enter", "close"),
    (Plan, "enter", "import"),
    (Plan, "back", "leave it"),
    (Working, "back", "cancel"),
    (FirstRun, "enter", "choose"),
];

/// Other words under which the help finds a command: what its menu holds, and what other programs call it.
const ALSO: &[(&str, &str)] = &[
    (
        "touch",
        "like comment share follow message call met introduction help given received opportunity post talk",
    ),
    (
        "outcome",
        "accept accepted decline declined withdraw expire expired report reported ignore pending settle correct",
    ),
    ("merge", "two people same person duplicate join one"),
    ("archive", "delete remove hide put away"),
    ("snooze", "remind reminder ask again put off"),
    ("sign", "hint viewed profile reacted told me"),
    ("note", "write down markdown"),
    ("edit", "change rename rule note"),
    ("copy", "clipboard yank name address message"),
    ("compose", "write message draft note letter request"),
    ("copy-message", "send sent record clipboard"),
    ("template", "begin sample"),
    ("without-message", "no message bare request"),
    ("not-today", "later tomorrow put off snooze draft"),
    ("throw-away", "delete remove discard draft"),
    ("flag", "only people they know limit closed for good"),
    ("open", "browser profile page web"),
    ("import", "linkedin zip csv export"),
    ("export", "json save copy"),
    ("log", "journal what was done"),
    ("you", "rules rule account settings budget limits"),
    ("view", "tag tags archived connected to decide"),
    ("undo", "take back revert"),
    ("filter", "search find query"),
    ("tag", "label"),
    ("new", "add record request contact person sent received"),
    ("quit", "exit close leave"),
];

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
