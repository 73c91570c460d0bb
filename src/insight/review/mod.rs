//! What the history shows, for Insights and `stats`: each question with its answer, rows, caveats, and the requests
//! behind every row. Never a bare rate: a range beside it, or "too few".

mod compared;
mod curve;
mod pile;
mod right;
mod time;
mod worked;

pub use curve::LEAST_AT_RISK;

use std::collections::BTreeMap;

use crate::domain::contact::Origin;
use crate::domain::foretold::Foretold;
use crate::domain::id::RequestId;
use crate::domain::network::Network;
use crate::domain::request::{Request, Standing};
use crate::domain::rules::Rules;
use crate::domain::time::Day;

use super::forecast::case::{LeftOut, Observation};
use super::forecast::fitted::Fitted;
use super::forecast::history::{History, Row};
use super::forecast::posterior::{Posterior, Ranged};
use super::forecast::words;

/// A question, in the order of the screen: quality first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Do better messages get more yeses?
    Score,
    /// Does a message help?
    Message,
    /// Which templates work?
    Template,
    /// Which sources?
    Source,
    /// Which channels?
    Channel,
    /// Which tags?
    Tag,
    /// Are those who were rated a good fit one?
    Fit,
    /// When do they say yes?
    When,
    /// What came of the requests, day by day?
    Outcomes,
    /// Is the rate rising or falling?
    Months,
    /// What was sent, and what came of it?
    Weeks,
    /// How far did they go?
    Funnel,
    /// How old is what waits?
    Pile,
    /// Were the forecasts right?
    Right,
}

impl Question {
    /// Every one.
    pub const ALL: [Question; 14] = [
        Question::Score,
        Question::Message,
        Question::Template,
        Question::Source,
        Question::Channel,
        Question::Tag,
        Question::Fit,
        Question::When,
        Question::Outcomes,
        Question::Months,
        Question::Weeks,
        Question::Funnel,
        Question::Pile,
        Question::Right,
    ];

    /// The heading above it.
    pub fn heading(self) -> &'static str {
        match self {
            Question::Score
            | Question::Message
            | Question::Template
            | Question::Source
            | Question::Channel
            | Question::Tag
            | Question::Fit => "What worked",
            Question::When | Question::Outcomes => "How long it takes",
            Question::Months | Question::Weeks | Question::Funnel => "Over time",
            Question::Pile | Question::Right => "What waits",
        }
    }

    /// The question.
    pub fn label(self) -> &'static str {
        match self {
            Question::Score => "Do better scores help?",
            Question::Message => "Does a message help?",
            Question::Template => "Which templates work?",
            Question::Source => "Which sources work?",
            Question::Channel => "Which channels work?",
            Question::Tag => "Which tags say yes?",
            Question::Fit => "Was your fit right?",
            Question::When => "When do they say yes?",
            Question::Outcomes => "What came of them?",
            Question::Months => "How many, by month?",
            Question::Weeks => "What was sent, by week?",
            Question::Funnel => "How far did it go?",
            Question::Pile => "How old is what waits?",
            Question::Right => "Were forecasts right?",
        }
    }

    /// The word in JSON and on the command line.
    pub fn token(self) -> &'static str {
        match self {
            Question::Score => "score",
            Question::Message => "message",
            Question::Template => "template",
            Question::Source => "source",
            Question::Channel => "channel",
            Question::Tag => "tag",
            Question::Fit => "fit",
            Question::When => "when",
            Question::Outcomes => "outcomes",
            Question::Months => "months",
            Question::Weeks => "weeks",
            Question::Funnel => "funnel",
            Question::Pile => "pile",
            Question::Right => "right",
        }
    }
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// Its cells in words, under the columns of the table.
    pub cells: Vec<String>,
    /// Its figures by name, for JSON.
    pub figures: Vec<(&'static str, f64)>,
    /// How long its bar is, in parts that add up to at most 1.
    pub parts: Vec<f64>,
    /// The 90 % range of the first part, where it is a share.
    pub range: Option<(f64, f64)>,
    /// The requests behind it.
    pub requests: Vec<RequestId>,
}

/// What happened beside what the model expects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// The day from which it is drawn: before it too little is known.
    pub from: f64,
    /// What happened.
    pub points: Vec<Point>,
    /// What the model expects, a day from `from` on.
    pub model: Vec<Ranged>,
}

/// A point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The day.
    pub day: f64,
    /// The share that has accepted by then, 0 to 1.
    pub share: f64,
    /// Its 90 % range.
    pub range: (f64, f64),
    /// How many were still waiting.
    pub at_risk: usize,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The question.
    pub question: Question,
    /// How many requests it rests on.
    pub n: usize,
    /// The answer in a sentence or two.
    pub said: String,
    /// The columns after the label.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Bar>,
    /// What the parts of a bar are, where there are several.
    pub parts: Vec<&'static str>,
    /// A curve, where there is one.
    pub curve: Option<Curve>,
    /// What to know before believing it.
    pub caveats: Vec<String>,
}

impl Answer {
    fn new(question: Question, n: usize, said: impl Into<String>) -> Self {
        Self {
            question,
            n,
            said: said.into(),
            columns: Vec::new(),
            rows: Vec::new(),
            parts: Vec::new(),
            curve: None,
            caveats: Vec::new(),
        }
    }
}

/// The answers to every question.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// In the order of [`Question::ALL`].
    pub answers: Vec<Answer>,
}

/// What the answers are made from.
struct Ground<'a> {
    network: &'a Network,
    /// With the ages that this very fit gives: stages are by them, as everywhere.
    rules: Rules,
    fitted: &'a Fitted,
    posterior: &'a Posterior,
    foretold: &'a [Foretold],
    today: Day,
    /// Every sent request with what is known of it.
    sent: Vec<Sent<'a>>,
}

struct Sent<'a> {
    request: &'a Request,
    row: &'a Row,
    /// As the model sees it, weighed by its age.
    seen: Result<Observation, LeftOut>,
}

impl Sent<'_> {
    /// Whether an export showed it only once it was accepted: those withdrawn before are in no export.
    fn is_only_as_yes(&self) -> bool {
        let Request { origin, standing, settled_on, recorded_on, .. } = self.request;
        *origin == Origin::Export
            && *standing == Standing::Accepted
            && settled_on.is_some_and(|on| on <= *recorded_on)
    }

    /// Whether it is settled, and would be known had it ended in another way.
    fn is_followed(&self) -> bool {
        self.request.standing.settled() && !self.is_only_as_yes()
    }
}

impl Review {
    /// The answers that a history gives on a day.
    pub fn of(
        network: &Network,
        history: &History,
        fitted: &Fitted,
        posterior: &Posterior,
        foretold: &[Foretold],
        today: Day,
    ) -> Self {
        let sent = history
            .rows
            .iter()
            .filter_map(|(id, row)| {
                let request: &Request = network.requests.get(*id)?;
                let seen = row.case.and_then(|case| case.observe(today.number(), fitted.settings.half_life));
                Some(Sent { request, row, seen })
            })
            .collect();
        let mut rules = network.rules.clone();
        rules.learn(fitted.quiet.day, fitted.stale.day);
        let ground = Ground { network, rules, fitted, posterior, foretold, today, sent };
        let gaps = gaps(history, today);
        let answers = Question::ALL
            .into_iter()
            .map(|question| {
                let mut answer = match question {
                    Question::Score
                    | Question::Message
                    | Question::Template
                    | Question::Source
                    | Question::Channel
                    | Question::Fit => worked::by_level(&ground, question),
                    Question::Tag => worked::by_tag(&ground),
                    Question::When => curve::when(&ground),
                    Question::Outcomes => curve::outcomes(&ground),
                    Question::Months => time::months(&ground),
                    Question::Weeks => time::weeks(&ground),
                    Question::Funnel => pile::funnel(&ground),
                    Question::Pile => pile::pile(&ground),
                    Question::Right => right::right(&ground),
                };
                // What counts every request leaves none out.
                let whole = matches!(question, Question::Months | Question::Weeks | Question::Funnel);
                if !whole {
                    answer.caveats.extend(words::caveats(fitted));
                } else if fitted.one_export {
                    answer.caveats.push(words::ONE_EXPORT.to_owned());
                }
                answer.caveats.extend(gaps.iter().cloned());
                answer
            })
            .collect();
        Self { answers }
    }

    /// The answer to a question.
    pub fn answer(&self, question: Question) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == question)
    }
}

/// Between which exports nothing is known.
fn gaps(history: &History, today: Day) -> Vec<String> {
    let day = |number: i32| today.plus(i64::from(number) - i64::from(today.number())).short(today);
    let far = history.parts.windows(2).filter(|pair| pair[1].day - pair[0].day > 170);
    far.map(|pair| {
        let (from, to) = (day(pair[0].day), day(pair[1].day));
        format!("Between {from} and {to} nothing is known: export at least every five months.")
    })
    .collect()
}

impl Ground<'_> {
    /// How many requests are in no rate, since an export showed them only as yeses.
    fn only_as_yeses(&self) -> Option<String> {
        let count = self.sent.iter().filter(|sent| sent.is_only_as_yes()).count();
        let which = if count == 1 {
            "1 that an export showed".to_owned()
        } else {
            format!("{count} that exports showed")
        };
        (count > 0).then(|| {
            format!("{which} only once they were accepted are in no rate: those withdrawn before are in no export.")
        })
    }

    /// The requests that the model takes part of, as they are and by a level of theirs; those without one are left out.
    fn by_level<'b>(
        &'b self,
        level: impl Fn(&Sent<'_>) -> Option<String> + 'b,
    ) -> BTreeMap<String, Vec<&'b Sent<'b>>> {
        let mut levels: BTreeMap<String, Vec<&Sent>> = BTreeMap::new();
        for sent in &self.sent {
            if sent.seen.is_ok()
                && let Some(level) = level(sent)
            {
                levels.entry(level).or_default().push(sent);
            }
        }
        levels
    }
}

#[cfg(test)]
mod tests;
