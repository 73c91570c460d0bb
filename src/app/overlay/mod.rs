//! What lies over the screen: menus, questions, forms, boxes. They stack; the topmost has the keys.

mod field;

pub use field::FieldName;

use crate::domain::batch::LogLine;
use crate::domain::fact::FactKind;
use crate::domain::id::{ContactId, FactId, NoteId, RequestId};
use crate::domain::request::Direction;
use crate::domain::rules::RuleKey;
use crate::domain::sign::SignKind;
use crate::domain::touch::TouchKind;

use super::act::Candidate;
use super::action::Action;
use super::contacts::View;
use super::deed::Deed;
use super::editor::{Editor, Shape};
use super::keymap::Place;
use super::news::ImportPlan;
use super::page::Page;

/// The widest box, in columns.
pub const WIDEST: u16 = 72;

/// A box over the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// Choices, each with its letter.
    Menu(Menu),
    /// One line to write.
    Ask(Ask),
    /// Several fields.
    Form(Form),
    /// A note.
    Note(NoteBox),
    /// A question before something large.
    Confirm(Confirm),
    /// The keys.
    Help(Finder),
    /// Commands and people by name.
    Palette(Palette),
    /// The history.
    Log(LogPane),
    /// What an import would do.
    Plan(PlanBox),
    /// Something to read.
    Page(PageBox),
    /// Work that takes a while.
    Working(Working),
    /// The first screen of an empty book.
    FirstRun(FirstRun),
}

impl Overlay {
    /// Where its keys go.
    pub fn place(&self) -> Place {
        match self {
            Overlay::Menu(_) => Place::Menu,
            Overlay::Ask(_) => Place::Ask,
            Overlay::Form(_) => Place::Form,
            Overlay::Note(_) => Place::Note,
            Overlay::Confirm(_) => Place::Confirm,
            Overlay::Help(_) => Place::Help,
            Overlay::Palette(_) => Place::Palette,
            Overlay::Log(_) => Place::Log,
            Overlay::Plan(_) => Place::Plan,
            Overlay::Page(_) => Place::Page,
            Overlay::Working(_) => Place::Working,
            Overlay::FirstRun(_) => Place::FirstRun,
        }
    }
}

/// Choices, each with its letter.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What is chosen.
    pub title: String,
    /// The choices.
    pub items: Vec<Choice>,
    /// The one under the cursor.
    pub cursor: usize,
}

/// A choice of a menu.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its letter.
    pub letter: char,
    /// Its words.
    pub label: String,
    /// What there is to know about it; may be empty.
    pub hint: String,
    /// What follows.
    pub pick: Pick,
}

/// What follows a choice.
#[derive(Clone, Debug)]
pub enum Pick {
    /// A deed.
    Do(Deed),
    /// A question.
    Ask(Purpose),
    /// What they told, in their words.
    Told(Vec<RequestId>, SignKind),
    /// A note to change.
    Note(NoteId),
    /// A view of the contacts.
    View(View),
    /// A filter for the list.
    Filter(String),
    /// Text for the clipboard.
    Copy(String),
    /// A template to begin with, by its key.
    Template(String),
    /// The choice of languages for templates.
    Languages,
    /// The templates in a language.
    TemplatesIn(&'static str),
    /// An earlier version of the draft, by its place.
    Version(usize),
    /// A fact of this kind to write down.
    Fact(FactKind),
    /// The details of a contact.
    EditContact(ContactId),
}

/// One line to write.
#[derive(Clone, Debug)]
pub struct Ask {
    /// What is asked.
    pub title: String,
    /// What can be written.
    pub hint: String,
    /// What is written.
    pub editor: Editor,
    /// What it is for.
    pub purpose: Purpose,
    /// What was wrong with it, or ways to complete it.
    pub remark: String,
}

/// What a line is for.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// Until when to snooze.
    Snooze(Vec<RequestId>),
    /// When to ask again.
    AskAgain(Vec<ContactId>),
    /// On which day it was settled.
    OutcomeDay(Vec<RequestId>),
    /// What a touch was about.
    Touch(Vec<ContactId>, TouchKind),
    /// Tags to add and remove.
    Tags(Vec<ContactId>),
    /// Why this contact.
    Why(ContactId),
    /// A rule's value.
    Rule(RuleKey),
    /// The export to read.
    Import,
    /// The file for the user's own copy.
    Export,
    /// The file for a backup.
    Backup,
    /// The backup to open.
    Restore,
}

impl Purpose {
    /// Whether what is asked for is a path, which Tab completes.
    pub fn is_a_path(&self) -> bool {
        match self {
            Purpose::Import | Purpose::Restore | Purpose::Export | Purpose::Backup => true,
            Purpose::Snooze(_)
            | Purpose::AskAgain(_)
            | Purpose::OutcomeDay(_)
            | Purpose::Touch(..)
            | Purpose::Tags(_)
            | Purpose::Why(_)
            | Purpose::Rule(_) => false,
        }
    }
}

/// Several fields.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is.
    pub title: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// The one that is written.
    pub at: usize,
    /// What it makes.
    pub makes: Makes,
    /// What was wrong, or names that fit.
    pub remark: String,
}

/// What a form makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Makes {
    /// A contact.
    Contact,
    /// Changes to a contact.
    Edit(ContactId),
    /// A request.
    Request(Direction),
    /// A sign that they told.
    Told(Vec<RequestId>, SignKind),
    /// A message to somebody.
    Message,
    /// A fact about somebody, or an offer of one's own; a new one, or changes to one.
    Fact(Option<ContactId>, Option<FactId>),
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Which.
    pub name: FieldName,
    /// What is written.
    pub editor: Editor,
    /// What stood there when the form was opened: what is as it was is left alone.
    pub opened: String,
}

impl Field {
    /// A field in which this stands.
    pub fn of(name: FieldName, text: &str) -> Self {
        Self { name, editor: Editor::new(Shape::Line, text), opened: text.to_owned() }
    }
}

/// A note being written.
#[derive(Clone, Debug)]
pub struct NoteBox {
    /// About whom.
    pub contact: ContactId,
    /// The note, where it is not a new one.
    pub note: Option<NoteId>,
    /// What is written.
    pub editor: Editor,
}

impl NoteBox {
    /// How many columns its rows have in a terminal of so many: the box and the arrow keys agree on it. Border and
    /// margin are off, and the place of the caret after a full row.
    pub fn columns(terminal: u16) -> usize {
        usize::from(WIDEST.min(terminal.saturating_sub(2)).saturating_sub(5).max(2))
    }
}

/// A question before something large.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The question.
    pub question: String,
    /// What it is about.
    pub lines: Vec<String>,
    /// What happens on yes.
    pub yes: Yes,
    /// What Enter answers: no, unless it was moved, or nothing can come of a yes that cannot be taken back.
    pub reply: Reply,
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Do it.
    Yes,
    /// Leave it.
    No,
}

/// What happens on yes.
#[derive(Clone, Debug)]
pub enum Yes {
    /// A deed.
    Do(Deed),
    /// The address is opened.
    Open(String),
    /// The message is copied as it is.
    CopyMessage,
    /// A request is recorded without the message that is written.
    Without,
}

/// A list that is narrowed by typing.
#[derive(Clone, Debug)]
pub struct Finder {
    /// What is typed.
    pub editor: Editor,
    /// The row under the cursor.
    pub cursor: usize,
}

/// Commands and people by name.
#[derive(Clone, Debug)]
pub struct Palette {
    /// What is typed.
    pub editor: Editor,
    /// The row under the cursor.
    pub cursor: usize,
    /// Paths that complete what is typed.
    pub paths: Vec<String>,
    /// What is offered for what is typed: made when that changes, not for every picture.
    pub found: Vec<Candidate>,
    /// Why what is typed does not run.
    pub remark: String,
}

/// The history.
#[derive(Clone, Debug)]
pub struct LogPane {
    /// Newest first.
    pub lines: Vec<LogLine>,
    /// The row under the cursor.
    pub cursor: usize,
}

/// What an import would do.
#[derive(Clone, Debug)]
pub struct PlanBox {
    /// The plan.
    pub plan: ImportPlan,
    /// The first line shown.
    pub top: usize,
}

/// Something to read.
#[derive(Clone, Debug)]
pub struct PageBox {
    /// What it is.
    pub title: String,
    /// The text.
    pub page: Page,
    /// The first line shown.
    pub top: usize,
}

/// Work that takes a while.
#[derive(Clone, Debug)]
pub struct Working {
    /// What is done.
    pub doing: String,
    /// How far.
    pub done: u64,
    /// Of how much; 0 where that is not known.
    pub of: u64,
    /// Milliseconds since it began.
    pub elapsed: u64,
}

/// The first screen of an empty book.
#[derive(Clone, Copy, Debug, Default)]
pub struct FirstRun {
    /// The choice under the cursor, 0 to 3.
    pub cursor: usize,
}

impl FirstRun {
    /// The choices and what each does.
    pub const CHOICES: [(&'static str, Action); 4] = [
        ("look around with made-up people, nothing to set up", Action::Demo),
        ("add the first person", Action::New),
        ("read my LinkedIn export (a folder or a zip)", Action::Import),
        ("open a backup", Action::Backup),
    ];
}
