//! The named commands: what a key can mean.

/// A screen that is built; its number is its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What waits today.
    Today,
    /// Requests that wait.
    Pending,
    /// People.
    Contacts,
    /// Messages that are being written.
    Compose,
    /// What the history shows.
    Insights,
    /// Account, rules and budget.
    You,
}

impl Screen {
    /// Every screen with its key and title, in the order of the tabs.
    pub const ALL: [(Screen, char, &'static str); 6] = [
        (Screen::Today, '1', "Today"),
        (Screen::Pending, '2', "Pending"),
        (Screen::Contacts, '3', "Contacts"),
        (Screen::Compose, '4', "Compose"),
        (Screen::Insights, '5', "Insights"),
        (Screen::You, '6', "You"),
    ];
}

/// A command without arguments: what a key, the help and the palette can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// One row down.
    Next,
    /// One row up.
    Prev,
    /// First row.
    Top,
    /// Last row.
    Bottom,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// The other pane.
    Pane,
    /// The list pane.
    PaneLeft,
    /// The detail pane.
    PaneRight,
    /// The next tab of the screen.
    TabNext,
    /// The tab before.
    TabPrev,
    /// A screen.
    Go(Screen),
    /// One pane alone, or both again.
    Zoom,
    /// Closes what is open, clears marks, clears the filter; then nothing.
    Back,
    /// Ends the program.
    Quit,
    /// Hands the terminal back to the shell for a while.
    Suspend,
    /// Draws everything anew.
    Redraw,
    /// Does the next step of the row; confirms in a box.
    Enter,
    /// Filters the list.
    Filter,
    /// Chooses a view.
    View,
    /// Types a command or a name.
    Command,
    /// Marks the row.
    Mark,
    /// Marks a range.
    Range,
    /// Marks all rows shown.
    MarkAll,
    /// Adds what belongs on this screen.
    New,
    /// Logs a touch.
    Touch,
    /// Writes a note.
    Note,
    /// Chooses an outcome.
    Outcome,
    /// Withdraws.
    Withdraw,
    /// Snoozes, or sets a day to ask again.
    Snooze,
    /// Writes down a sign.
    Sign,
    /// Edits.
    Edit,
    /// Edits in `$EDITOR`.
    Editor,
    /// Adds or removes tags.
    Tag,
    /// Merges the two that are marked.
    Merge,
    /// Puts away, or brings back.
    Archive,
    /// Writes to whoever is under the cursor.
    Compose,
    /// Notes what holds for asking somebody.
    Flag,
    /// Leaves the message for another box.
    Part,
    /// The box before.
    PartBefore,
    /// Copies the message; once more, records it as sent.
    CopyMessage,
    /// Goes to the facts.
    Facts,
    /// Begins the message with a template.
    Template,
    /// Selects the next gap of the message.
    Gap,
    /// Records a request without a message.
    Without,
    /// Brings an earlier version of the message back.
    Versions,
    /// Switches the tip off for this message.
    TipOff,
    /// Switches it off for good.
    TipOffForGood,
    /// Says why the tip is given.
    Why,
    /// Says why the chance is what it is.
    WhyChance,
    /// Changes the order of the rows.
    Sort,
    /// Puts the draft off.
    NotToday,
    /// Throws the draft away.
    ThrowAway,
    /// Copies.
    Copy,
    /// Opens the address.
    Open,
    /// Takes the last thing back.
    Undo,
    /// Does it again after all.
    Redo,
    /// Repeats the last verb here.
    Repeat,
    /// Shows the keys.
    Help,
    /// Shows the history.
    Log,
    /// Reads an export.
    Import,
    /// Writes the user's own copy.
    Export,
    /// Writes a backup.
    Backup,
    /// Opens the made-up network.
    Demo,
    /// Opens the user's own book again.
    Own,
    /// Switches between a free and a premium account.
    Account,
    /// Says roughly what share of the requests gets accepted.
    Share,
    /// Completes what is typed, or goes to the next field.
    Complete,
    /// Goes to the field after.
    FieldNext,
    /// Goes to the field before.
    FieldPrev,
    /// Saves the text or the form.
    Submit,
}

/// What a command needs before it is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// Somebody under the cursor, whatever is marked.
    Cursor,
    /// Somebody marked or under the cursor.
    People,
    /// A message that is open.
    Message,
    /// A request marked or under the cursor.
    Request,
    /// Sent requests that wait.
    Waiting,
    /// Somebody under the cursor whose address is known.
    Address,
    /// Two people who are marked.
    Two,
    /// Something that was done before.
    Deed,
    /// The user's own book.
    OwnBook,
    /// The made-up network.
    DemoBook,
}

/// What a command touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touches {
    /// What is shown of the list and the pane; also while the rest of a large book is still being read.
    Look,
    /// The book.
    Book,
    /// Neither.
    Neither,
}

impl Action {
    /// What it needs before it is possible.
    pub fn needs(self) -> Needs {
        match self {
            Self::Note | Self::Edit | Self::Editor | Self::Copy => Needs::Cursor,
            Self::Snooze | Self::Tag | Self::Archive | Self::Flag => Needs::People,
            Self::CopyMessage | Self::Facts | Self::Template | Self::Gap | Self::Without | Self::Versions => {
                Needs::Message
            }
            Self::Outcome | Self::Sign | Self::WhyChance => Needs::Request,
            Self::Withdraw => Needs::Waiting,
            Self::Open => Needs::Address,
            Self::Merge => Needs::Two,
            Self::Repeat => Needs::Deed,
            Self::Demo => Needs::OwnBook,
            Self::Own => Needs::DemoBook,
            Self::Next
            | Self::Prev
            | Self::Top
            | Self::Bottom
            | Self::PageDown
            | Self::PageUp
            | Self::Pane
            | Self::PaneLeft
            | Self::PaneRight
            | Self::TabNext
            | Self::TabPrev
            | Self::Go(_)
            | Self::Zoom
            | Self::Back
            | Self::Quit
            | Self::Suspend
            | Self::Redraw
            | Self::Enter
            | Self::Filter
            | Self::View
            | Self::Command
            | Self::Mark
            | Self::Range
            | Self::MarkAll
            | Self::New
            | Self::Touch
            | Self::Undo
            | Self::Redo
            | Self::Help
            | Self::Log
            | Self::Import
            | Self::Export
            | Self::Backup
            | Self::Account
            | Self::Share
            | Self::Complete
            | Self::FieldNext
            | Self::FieldPrev
            | Self::Compose
            | Self::Part
            | Self::PartBefore
            | Self::TipOff
            | Self::TipOffForGood
            | Self::Why
            | Self::Sort
            | Self::NotToday
            | Self::ThrowAway
            | Self::Submit => Needs::Nothing,
        }
    }

    /// What it touches.
    pub fn touches(self) -> Touches {
        match self {
            Self::New
            | Self::Touch
            | Self::Note
            | Self::Outcome
            | Self::Withdraw
            | Self::Snooze
            | Self::Sign
            | Self::Edit
            | Self::Editor
            | Self::Tag
            | Self::Merge
            | Self::Archive
            | Self::Undo
            | Self::Redo
            | Self::Repeat
            | Self::Import
            | Self::Account
            | Self::Share
            | Self::Flag
            | Self::Without
            | Self::TipOffForGood
            | Self::NotToday
            | Self::ThrowAway
            | Self::Submit => Touches::Book,
            Self::Next
            | Self::Prev
            | Self::Top
            | Self::Bottom
            | Self::PageDown
            | Self::PageUp
            | Self::Pane
            | Self::PaneLeft
            | Self::PaneRight
            | Self::Zoom
            | Self::Redraw
            | Self::Quit => Touches::Look,
            Self::TabNext
            | Self::TabPrev
            | Self::Go(_)
            | Self::Back
            | Self::Suspend
            | Self::Enter
            | Self::Filter
            | Self::View
            | Self::Command
            | Self::Mark
            | Self::Range
            | Self::MarkAll
            | Self::Compose
            | Self::Part
            | Self::PartBefore
            | Self::CopyMessage
            | Self::Facts
            | Self::Template
            | Self::Gap
            | Self::Versions
            | Self::TipOff
            | Self::Why
            | Self::WhyChance
            | Self::Sort
            | Self::Copy
            | Self::Open
            | Self::Help
            | Self::Log
            | Self::Export
            | Self::Backup
            | Self::Demo
            | Self::Own
            | Self::Complete
            | Self::FieldNext
            | Self::FieldPrev => Touches::Neither,
        }
    }
}
