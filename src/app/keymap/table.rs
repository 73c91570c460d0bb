//! The table itself: what each key does in each place.

use super::Place::{
    self, Ask, Confirm, Contacts, Drafts, Facts, Filter, FirstRun, Form, Help, Insights, Log, Menu, Note,
    Page, Palette, Pending, Plan, Text, Tips, Today, Working, You,
};

use super::{Binding, Group};
use crate::app::action::{Action, Screen};

/// Where letters are commands.
const LISTS: &[Place] = &[Today, Pending, Contacts, Drafts, Tips, Facts, Insights, You];
/// Screens of a list and a page.
const PAGED: &[Place] = &[Today, Pending, Contacts, Drafts, Insights, You];
const PEOPLE: &[Place] = &[Today, Pending, Contacts];
/// Where rows can be marked.
const MARKED: &[Place] = &[Today, Pending, Contacts, Drafts];
/// Where somebody is under the cursor.
const SOMEBODY: &[Place] = &[Today, Pending, Contacts, Drafts, Tips, Facts];
/// Where a message is open.
const WRITING: &[Place] = &[Text, Tips, Facts];
/// Beside the message, and in the list of drafts.
const BESIDE: &[Place] = &[Drafts, Tips, Facts];
const ROWS: &[Place] =
    &[Today, Pending, Contacts, Drafts, Tips, Facts, Insights, You, Menu, Log, Plan, Page, FirstRun];
const TYPED_ROWS: &[Place] = &[Filter, Help, Palette];
const BOXES: &[Place] = &[
    Filter, Menu, Ask, Form, Note, Confirm, Help, Palette, Log, Plan, Page, Working, Today, Pending,
    Contacts, Drafts, Text, Tips, Facts, Insights, You,
];
/// Where Ctrl-z is not the undo of a text.
const NOT_TYPED: &[Place] = &[
    Today, Pending, Contacts, Drafts, Tips, Facts, Insights, You, Menu, Confirm, Log, Plan, Page, Working,
    FirstRun,
];
const ALL: &[Place] = &[
    Today, Pending, Contacts, Drafts, Text, Tips, Facts, Insights, You, Filter, Menu, Ask, Form, Note,
    Confirm, Help, Palette, Log, Plan, Page, Working, FirstRun,
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
    row(LISTS, &["5"], "insights", Action::Go(Screen::Insights), "Insights", Group::Panes),
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
    row(&[Pending, Contacts], &["f"], "view", Action::View, "views..", Group::Find),
    row(
        &[Today, Pending, Contacts, Drafts, Tips, Facts, Insights, You, FirstRun],
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
    row(PEOPLE, &["W"], "why-chance", Action::WhyChance, "why this chance?", Group::Standing),
    row(&[Pending], &["O"], "sort", Action::Sort, "order", Group::Find),
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
        &[Today, Pending, Contacts, Drafts, Tips, Facts, Insights, You, FirstRun],
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
        &[Today, Pending, Contacts, Drafts, Tips, Facts, Insights, You, FirstRun],
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
    row(&[FirstRun], &["s"], "share", Action::Share, "share that gets accepted, roughly", Group::Boxes),
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
