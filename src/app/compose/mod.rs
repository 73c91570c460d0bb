//! Screen 4: messages that are being written, with what the coach says of them and what is known of their readers.
//!
//! ```text
//! key ──► the editor ──► judge: score, echo, advice, facts           at once, in a fraction of a millisecond
//!              └──► a pause of 400 ms ──► warnings are shown, the undo step ends, the draft is kept
//! ```

pub mod advice;
pub mod check;
pub mod facts;
pub mod past;
pub mod reader;
pub mod template;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::action::Screen;
use super::editor::Editor;
use super::history::History;
use super::list::List;
use crate::domain::batch::BatchKey;
use crate::domain::contact::Contact;
use crate::domain::draft::Draft;
use crate::domain::id::{ContactId, DraftId};
use crate::domain::network::Network;
use crate::domain::request::Direction;
use crate::domain::time::Day;
use crate::insight::quality::evidence::Span;
use crate::insight::quality::lexicon::Lang;
use crate::insight::quality::{Coach, Echo, Recipient, Rule, Score, Severity};
use advice::Advice;
use facts::Row;
use past::Past;
use template::Template;

/// The longest message to somebody who is connected, in UTF-16 units: a conversation has no short limit (users' reports,
/// 2026).
const CONVERSATION: usize = 8_000;

/// Fewer words than this are no sentence yet.
const EARLY: usize = 4;

/// The state of the screen.
#[derive(Clone, Debug, Default)]
pub struct Compose {
    /// The drafts: newest first, those that were put off last.
    pub list: List<DraftId>,
    /// The message that is open.
    pub writing: Option<Box<Writing>>,
    /// A message whose reader is no longer there.
    pub homeless: Option<String>,
    /// The user's own templates.
    pub own: Arc<Vec<Template>>,
    coach: Option<Arc<Coach>>,
    past: Option<Arc<Past>>,
}

/// Which box has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The message.
    Text,
    /// What the coach says.
    Tips,
    /// What is known of the reader.
    Facts,
}

/// A message that is being written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// To whom.
    pub contact: ContactId,
    /// The draft in the book, once there is one.
    pub draft: Option<DraftId>,
    /// What the draft in the book was when it was last read or kept.
    pub base: String,
    /// The message.
    pub editor: Editor,
    /// Which box has the keys.
    pub part: Part,
    /// What is known of the reader, as the coach takes it.
    pub recipient: Recipient,
    /// What the coach says.
    pub score: Score,
    /// What it is like that was sent to somebody else.
    pub echo: Option<Echo>,
    /// What to do about it, the first first.
    pub advice: Vec<Advice>,
    /// The piece of advice under the cursor.
    pub advice_at: usize,
    /// Whom the user knows where the reader works.
    pub colleagues: Vec<Row>,
    /// What is known of the reader, and what is not.
    pub facts: Vec<Row>,
    /// The fact under the cursor.
    pub fact_at: usize,
    /// The text that was copied last: the next press records it as sent.
    pub copied: Option<String>,
    /// The template that it was begun with; empty where there was none.
    pub template: String,
    /// The ids of the tips that are switched off for this message.
    pub off: BTreeSet<String>,
    /// Those that were switched off last: undo brings them back, the newest first.
    pub lately_off: Vec<&'static str>,
    /// Whether nothing was typed for a moment: warnings are shown then.
    pub rested: bool,
    /// Whether there is something to keep.
    pub dirty: bool,
    /// Why it was not kept, where it was not.
    pub unkept: Option<String>,
    /// The longest message that can be sent to this reader, in UTF-16 units.
    pub limit: usize,
    /// Where the user came from.
    pub from: Screen,
    /// What the draft was when it was opened is kept as a version before it changes.
    pub untouched: bool,
    /// The batch with which it was kept last.
    pub kept_by: Option<BatchKey>,
}

/// Words that are marked in the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which, in bytes of the message.
    pub span: Range<usize>,
    /// Why.
    pub of: Marked,
}

/// Why words are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// A fault of this weight.
    Fault(Severity),
    /// They are what the chosen advice is about.
    Chosen,
}

impl Compose {
    /// Makes the list anew, and what is shown beside the message that is open.
    pub fn refresh(&mut self, network: &Network, today: Day) {
        self.list_anew(network, today);
        let Some(writing) = &mut self.writing else { return };
        match writing.draft.and_then(|id| network.drafts.get(id)) {
            // Two people may have become one, or two again: the draft knows to whom it goes.
            Some(draft) if draft.text == writing.base => writing.contact = draft.contact,
            // Somebody else wrote on in it; what was typed here since is kept as a draft of its own.
            Some(draft) if draft.contact == writing.contact && !writing.dirty => writing.read(&draft.text),
            Some(_) => {}
            // What is in the editor is more than the book has.
            None => {
                let lost = writing.draft.take().is_some() && !writing.editor.text().trim().is_empty();
                writing.dirty |= lost;
            }
        }
        if network.contact(writing.contact).is_none() {
            self.homeless = self.writing.take().map(|writing| writing.editor.text());
            return;
        }
        self.know(network, today);
    }

    /// Makes the list anew, and nothing else: a draft was kept.
    pub fn list_anew(&mut self, network: &Network, today: Day) {
        self.list.set_rows(drafts(network, today));
    }

    /// The language in which the user wrote last, by the template or by the words; English where that is not known.
    pub fn language(&mut self, network: &Network) -> &'static str {
        let newest =
            network.requests.iter().filter(|r| r.direction == Direction::Sent && !r.message.is_empty());
        let newest = newest.max_by_key(|request| (request.sent_on, request.id)).cloned();
        let open = self.writing.as_ref().and_then(|writing| writing.score.lang);
        let before = newest.and_then(|request| self.coach().score(&request.message, None, 300).lang);
        open.or(before).map_or("en", Lang::token)
    }

    /// The template of which something is left in the message, as a request keeps it; empty where there is none.
    pub fn template(&self) -> String {
        let Some(writing) = &self.writing else { return String::new() };
        let template = template::by_key(&self.own, &writing.template);
        let left = template.filter(|template| template.is_in(&writing.editor.text()));
        left.map_or_else(String::new, |template| template.key())
    }

    /// What was sent before changed.
    pub fn outdate_past(&mut self) {
        self.past = None;
    }

    /// The coach, read when it is first needed.
    pub fn coach(&mut self) -> Arc<Coach> {
        Arc::clone(self.coach.get_or_insert_with(|| Arc::new(Coach::new())))
    }

    /// Opens a message to somebody: this draft, or an empty one.
    pub fn open(
        &mut self,
        network: &Network,
        (contact, draft): (&Contact, Option<&Draft>),
        from: Screen,
        today: Day,
    ) {
        let text = draft.map_or("", |draft| draft.text.as_str());
        self.writing = Some(Box::new(Writing {
            contact: contact.id,
            draft: draft.map(|draft| draft.id),
            base: text.to_owned(),
            editor: Editor::selecting(text),
            part: Part::Text,
            recipient: Recipient::default(),
            score: Score::default(),
            echo: None,
            advice: Vec::new(),
            advice_at: 0,
            colleagues: Vec::new(),
            facts: Vec::new(),
            fact_at: 0,
            copied: None,
            template: draft.map_or_else(String::new, |draft| draft.template.clone()),
            off: draft.iter().flat_map(|draft| draft.off.iter().cloned()).collect(),
            lately_off: Vec::new(),
            rested: true,
            dirty: false,
            unkept: None,
            limit: 0,
            from,
            untouched: true,
            kept_by: None,
        }));
        self.know(network, today);
    }

    /// Reads anew what is known of the reader, and judges.
    pub fn know(&mut self, network: &Network, today: Day) {
        if let Some(writing) = &mut self.writing
            && let Some(contact) = network.contact(writing.contact)
        {
            writing.recipient = reader::recipient(network, contact);
            writing.colleagues = facts::colleagues(network, contact);
            let account = usize::try_from(network.rules.message_limit()).unwrap_or(usize::MAX);
            writing.limit = if contact.connected() { CONVERSATION } else { account };
        }
        self.judge(network, today);
    }

    /// Judges the message as it is now.
    pub fn judge(&mut self, network: &Network, today: Day) {
        if self.writing.is_none() {
            return;
        }
        let coach = self.coach();
        let own = Arc::clone(&self.own);
        let past = Arc::clone(self.past.get_or_insert_with(|| Arc::new(Past::of(network, &own))));
        let Some(writing) = &mut self.writing else { return };
        let text = writing.editor.text();
        let template = template::by_key(&own, &writing.template).filter(|template| template.is_in(&text));
        let fixed = template.as_ref().map(|template| template.text.as_str());
        writing.echo = past.echo(network, (writing.contact, &text), fixed, today);
        let (reader, echo) = (Some(&writing.recipient), writing.echo.as_ref());
        writing.score = coach.score_beside(&text, reader, echo, writing.limit);
        writing.advice = advice::of(network, writing, today);
        writing.advice_at = writing.advice_at.min(writing.advice.len().saturating_sub(1));
        writing.facts = facts::rows(network, writing, today);
        writing.fact_at = writing.fact_at.min(writing.facts.len().saturating_sub(1));
    }

    /// Whether a pause in the typing would change something.
    pub fn awaits_pause(&self) -> bool {
        self.writing
            .as_ref()
            .is_some_and(|writing| writing.dirty && writing.unkept.is_none() || !writing.rested)
    }
}

/// How many columns the rows of the message have in a terminal of so many: the picture and the arrow keys agree on it.
/// Borders and margins are off, and the place of the caret behind a full row.
pub fn columns(terminal: u16) -> usize {
    usize::from(text_width(terminal).saturating_sub(5).max(2))
}

/// How wide the box of the message is in a terminal of so many columns: from 120 on the tips and facts stand beside it.
pub fn text_width(terminal: u16) -> u16 {
    match terminal {
        ..120 => terminal,
        120..160 => 72 + (terminal - 120) / 4,
        160.. => 82 + (terminal - 160) / 4,
    }
}

/// The drafts in the order of the list.
fn drafts(network: &Network, today: Day) -> Vec<DraftId> {
    let mut drafts: Vec<_> = network.drafts.iter().collect();
    let away = |draft: &Draft| draft.later.is_some_and(|day| day > today);
    drafts.sort_by_key(|draft| (away(draft), std::cmp::Reverse((draft.at, draft.id))));
    drafts.into_iter().map(|draft| draft.id).collect()
}

impl Writing {
    /// Takes over what somebody else made of the draft; one undo brings back what it was.
    fn read(&mut self, text: &str) {
        self.editor.replace(text);
        text.clone_into(&mut self.base);
        self.untouched = true;
    }

    /// Something was typed.
    pub fn typed(&mut self) {
        self.rested = false;
        self.dirty = true;
        self.unkept = None;
    }

    /// Whether so little is written, or nothing, that there is nothing to say of it yet.
    pub fn early(&self) -> bool {
        let text = self.editor.text();
        if text.trim().is_empty() {
            return true;
        }
        let caseless = !text.chars().any(|c| c.is_lowercase() || c.is_uppercase());
        !caseless && text.split_whitespace().count() < EARLY
    }

    /// The number of the version that is being written, from 1 on.
    pub fn version(&self, network: &Network) -> usize {
        let draft = self.draft.and_then(|id| network.drafts.get(id));
        1 + draft.map_or(0, |draft| draft.versions.len())
    }

    /// Whether what is in the editor is safe.
    pub fn safe(&self, history: &History) -> bool {
        let on_its_way = |key: &BatchKey| history.unsaved.iter().any(|batch| batch.key == *key);
        !self.dirty && !self.kept_by.as_ref().is_some_and(on_its_way)
    }

    /// The words that are marked: errors at once, warnings after a pause, and nothing inside the word that is being
    /// typed; and what the chosen advice is about.
    pub fn marks(&self, network: &Network) -> Vec<Mark> {
        let mut marks = Vec::new();
        let at = self.editor.offset();
        // The word that is being typed ends at the cursor.
        let inside =
            |span: &Span| self.part == Part::Text && !self.rested && span.start < at && at <= span.end;
        if self.early() {
            return Vec::new();
        }
        let gaps = self.score.faults.iter().any(|fault| fault.rule == Rule::Placeholder);
        for fault in &self.score.faults {
            if gaps && fault.severity != Severity::Error {
                continue;
            }
            let shown =
                fault.severity == Severity::Error || fault.severity == Severity::Warning && self.rested;
            if !shown || self.off.contains(fault.rule.id()) || network.muted.contains(fault.rule.id()) {
                continue;
            }
            let spans = fault.spans.iter().filter(|span| !inside(span));
            marks.extend(spans.map(|span| Mark { span: span.clone(), of: Marked::Fault(fault.severity) }));
        }
        if self.part == Part::Tips
            && let Some(advice) = self.advice.get(self.advice_at)
        {
            marks.extend(advice.tip.spans.iter().map(|span| Mark { span: span.clone(), of: Marked::Chosen }));
        }
        marks
    }
}
