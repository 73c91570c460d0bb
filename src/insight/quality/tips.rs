//! What to do next, in words: by severity, then by the points that it brings.

use super::evidence::Span;
use super::people::Theirs;
use super::points::{EVEN, LITTLE};
use super::text::fold;
use super::{Band, Echo, Fault, Known, Line, Recipient, Rule, Score, Severity, Source, total};
use crate::domain::fact::FactKind;

/// Something to do about a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip {
    /// The rule, or `no-` and the part that is empty.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The points that it brings.
    pub gain: i32,
    /// The words that it is about.
    pub spans: Vec<Span>,
    /// What is seen.
    pub message: String,
    /// What to do.
    pub next: String,
    /// The thing that is known of the reader and that `next` asks to bring in, as it was given.
    pub names: Option<String>,
}

/// So many characters of the words concerned are quoted.
const QUOTED: usize = 40;

/// So many words are marked that are written to many.
const MARKED: usize = 5;

/// What naming one thing of theirs brings to an anchor, about.
const STEP: i32 = 8;

/// The tips for a score whose parts and faults are there.
pub fn tips(score: &Score, source: &str, recipient: Option<&Recipient>, echo: Option<&Echo>) -> Vec<Tip> {
    let now = score.score.unwrap_or(0);
    let known = score.lang.is_some();
    let names = recipient.into_iter().flat_map(|recipient| [&recipient.first_name, &recipient.last_name]);
    // An initial names nobody.
    let name = names.map(|name| name.trim_end_matches('.')).find(|name| name.chars().count() > 1);
    let mut tips: Vec<Tip> = Vec::new();
    for (at, fault) in score.faults.iter().enumerate() {
        let mut without = score.faults.clone();
        without.remove(at);
        let mut lines = score.lines.clone();
        // Without it there is an anchor, in words of its own.
        if fault.rule == Rule::NoAnchor {
            raise(&mut lines, Rule::Anchor);
            raise(&mut lines, Rule::Wording);
            // Beside that a phrase for anybody only costs its points.
            without.iter_mut().filter(|fault| fault.rule == Rule::Generic).for_each(|fault| fault.cap = None);
        }
        let (message, mut next) = match (fault.rule, echo) {
            (Rule::Repeat, Some(echo)) => like(echo),
            _ => words(fault, source, name),
        };
        let hint = if fault.rule == Rule::NoAnchor { noted(score, recipient) } else { None };
        let names = hint.map(|(said, known)| {
            next = said;
            known.text.clone()
        });
        let gain = total(&lines, &without, known) - now;
        let (id, severity, spans) = (fault.rule.id(), fault.severity, fault.spans.clone());
        tips.push(Tip { id, severity, gain, spans, message, next, names });
    }
    let strong = score.band() == Some(Band::Strong);
    for line in score.lines.iter().filter(|_| known && !strong) {
        if let Some((id, message, mut next)) = missing(line, name, score) {
            let hint = match line.rule {
                Rule::Anchor => noted(score, recipient),
                Rule::Reason => offer(score, recipient),
                _ => None,
            };
            let names = hint.map(|(said, known)| {
                next = said;
                known.text.clone()
            });
            let mut lines = score.lines.clone();
            raise(&mut lines, line.rule);
            let gain = total(&lines, &score.faults, known) - now;
            if gain > 0 {
                let spans =
                    if line.rule == Rule::Wording { telling(line, source, recipient) } else { Vec::new() };
                let severity = Severity::Info;
                tips.push(Tip { id, severity, gain, spans, message, next, names });
            }
        }
    }
    tips.sort_by_key(|tip| (tip.severity, -tip.gain));
    tips
}

// `61 % like your message to S. Marin, 31 Oct.`
fn like(echo: &Echo) -> (String, String) {
    let Echo { share, to, when, .. } = echo;
    let message = format!("{:.0} % like your message to {to}, {when}.", share * 100.0);
    (message, "Change the lines that are not about this reader.".to_owned())
}

// The first thing that is known of the reader and not yet named, and what to do with it.
fn noted<'a>(score: &Score, recipient: Option<&'a Recipient>) -> Option<(String, &'a Known)> {
    let known = unused(score, recipient?, |source| {
        matches!(source, Source::Fact(kind) if kind != FactKind::Offer) || source == Source::Tag
    })?;
    let text = &known.text;
    let said = match known.source {
        Source::Fact(FactKind::Mutual) => format!("Say how you both know {text}."),
        Source::Fact(FactKind::Event) => format!("Say what you took home from {text}."),
        Source::Fact(FactKind::Work) => format!("Bring in “{text}” and the point in it."),
        Source::Fact(_) | Source::Tag | Source::Told => format!("Say what “{text}” is to you."),
    };
    Some((said, known))
}

fn offer<'a>(score: &Score, recipient: Option<&'a Recipient>) -> Option<(String, &'a Known)> {
    let known = unused(score, recipient?, |source| source == Source::Fact(FactKind::Offer))?;
    Some((format!("Say why you write, or what you can give: “{}”.", known.text), known))
}

fn unused<'a>(score: &Score, recipient: &'a Recipient, of: impl Fn(Source) -> bool) -> Option<&'a Known> {
    let mut known = recipient.known.iter().zip(&score.known);
    known.find(|(known, spans)| spans.is_empty() && of(known.source)).map(|(known, _)| known)
}

// The words that pull most to messages to many, but for those that every sentence has and what the reader is called.
fn telling(line: &Line, source: &str, recipient: Option<&Recipient>) -> Vec<Span> {
    let theirs = Theirs::of(recipient);
    let down = line.found.iter().filter(|found| found.points < 0).flat_map(|found| &found.spans);
    let tells = |span: &&Span| {
        source.get((*span).clone()).is_some_and(|word| word.chars().count() > 3 && !theirs.has(&fold(word)))
    };
    down.filter(tells).take(MARKED).cloned().collect()
}

fn raise(lines: &mut [Line], rule: Rule) {
    for line in lines.iter_mut().filter(|line| line.rule == rule) {
        line.points = match rule {
            Rule::Anchor => (line.points + STEP).min(line.max),
            Rule::Wording => line.points.max(EVEN),
            _ => line.max,
        };
    }
}

// What an empty part asks for.
fn missing(line: &Line, name: Option<&str>, score: &Score) -> Option<(&'static str, String, String)> {
    let whom = name.unwrap_or("the reader");
    // Below good there is always something to say; from there on less.
    let good = score.band() >= Some(Band::Good);
    let words = if good { EVEN / 2 } else { EVEN };
    let wrong = |rule| score.faults.iter().any(|fault| fault.rule == rule);
    let (id, message, next) = match line.rule {
        Rule::Anchor if line.points < LITTLE && !wrong(Rule::NoAnchor) => (
            "anchor",
            if good {
                format!("More of it could be about {whom} alone.")
            } else {
                format!("Little here is about {whom} alone.")
            },
            "Name one thing that you read, saw or share, and the point in it.".to_owned(),
        ),
        Rule::Wording if line.points < words && !wrong(Rule::NoAnchor) => (
            "wording",
            "It is made of words that are written to many.".to_owned(),
            "Say what happened, or what you saw; leave out what you could write to anybody.".to_owned(),
        ),
        Rule::Name if line.points == 0 && name.is_some() && !wrong(Rule::WrongName) => {
            ("no-name", format!("{whom} is not named."), "Greet them by name.".to_owned())
        }
        Rule::Reason if line.points == 0 => (
            "no-reason",
            "It does not say why you write.".to_owned(),
            "Add what you do yourself, or what you would like to follow or ask.".to_owned(),
        ),
        Rule::Length if line.points == 0 && !wrong(Rule::TooLong) => (
            "length",
            "It is too short to say anything.".to_owned(),
            "One to three sentences are enough.".to_owned(),
        ),
        Rule::Form if line.points < 5 => (
            "form",
            "It does not look like a message yet.".to_owned(),
            "Begin with a greeting and a capital letter, end with a full stop.".to_owned(),
        ),
        _ => return None,
    };
    Some((id, message, next))
}

// What a fault says and asks for; the words concerned are quoted.
fn words(fault: &Fault, source: &str, name: Option<&str>) -> (String, String) {
    let whom = name.unwrap_or("the reader");
    let quoted = fault.spans.first().and_then(|span| {
        // What is too long begins with a whole word.
        let before = source.get(..span.start)?.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        source.get(if fault.rule == Rule::TooLong { before } else { span.start }..span.end)
    });
    let quoted = quoted.unwrap_or_default().trim();
    let quoted = match quoted.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", &quoted[..at]),
        None => quoted.to_owned(),
    };
    let (message, next) = match fault.rule {
        Rule::Placeholder => {
            (format!("“{quoted}” is still a placeholder."), "Put the right words in its place.")
        }
        Rule::TooLong => {
            (format!("It is over the limit of your account from “{quoted}” on."), "Leave something out.")
        }
        Rule::WrongName => {
            (format!("You greet {quoted}, the message goes to {whom}."), "Greet the right person.")
        }
        Rule::WrongCompany => (format!("{quoted} is not the company that is noted for {whom}."), "Check it."),
        Rule::DefaultText => {
            (format!("“{quoted}” is the stock text of the site."), "Say why you, and why them.")
        }
        Rule::Hidden => (
            "Some characters cannot be seen, or only look like letters.".to_owned(),
            "Type these words anew.",
        ),
        Rule::Link => (
            format!("“{quoted}” makes a first message look automatic."),
            "Leave addresses and numbers for later.",
        ),
        Rule::Unclear => {
            ("The sentences are hard to follow here.".to_owned(), "Write it as you would say it.")
        }
        Rule::Pitch => (format!("“{quoted}” reads as a sales line."), "Keep it for a later message."),
        Rule::BigAsk => (format!("“{quoted}” asks for much in a first message."), "Ask only to connect."),
        Rule::Generic => {
            (format!("“{quoted}” could go to anybody."), "Say what only fits them, or leave it out.")
        }
        Rule::NoAnchor => (
            format!("Nothing here is about {whom} alone."),
            "Add what you read, saw or share: what, and the point in it.",
        ),
        Rule::Money => {
            (format!("“{quoted}” speaks of money or rates."), "Leave figures that sell for later.")
        }
        Rule::Flattery => {
            (format!("“{quoted}” is praise without its reason."), "Name the thing that you liked.")
        }
        Rule::Shout => {
            ("It is loud.".to_owned(), "One exclamation mark is enough, and no words in capitals.")
        }
        Rule::Repeat
        | Rule::Anchor
        | Rule::Name
        | Rule::Reason
        | Rule::Ask
        | Rule::Length
        | Rule::Form
        | Rule::Wording => (String::new(), ""),
    };
    (message, next.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::quality::Coach;

    #[test]
    fn words_that_are_written_to_many_are_named_but_for_the_readers_own() {
        let mei = Recipient { first_name: "Mei".into(), company: "Tidepool".into(), ..Recipient::default() };
        let coach = Coach::new();
        let score = |text: &str| coach.score(text, Some(&mei), 300);
        let text = "Hi Mei, we both spoke at QueueCon. I am passionate about innovation and always keen to grow with \
                    leading professionals like those at Tidepool.";
        let scored = score(text);
        let tip = scored.tips.iter().find(|tip| tip.id == "wording").expect("the tip");
        let words: Vec<&str> = tip.spans.iter().map(|span| &text[span.clone()]).collect();
        assert!(words.contains(&"always") && !words.contains(&"Tidepool"), "{words:?}");
        // Where nothing is about the reader, that comes first and alone.
        let nothing = score("Hi Mei, please add me to your network of great professionals.");
        assert!(nothing.tips.iter().all(|tip| tip.id != "wording"), "{:?}", nothing.tips);
    }
}
