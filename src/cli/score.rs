//! `score`: what the coach says of a message. No database is opened, and nothing is kept.

use std::io::{BufRead, Read, stdin};

use super::context::{Context, Form};
use super::problem::Problem;
use super::{input, shapes};
use crate::exchange::scores::{
    Asked, AskedRecipient, Cap, Count, NotScored, Parts, RulePoints, Scored, TipShape,
};
use crate::insight::quality::evidence::Span;
use crate::insight::quality::lexicon::Lang;
use crate::insight::quality::{Band, Coach, Found, Recipient, Rule, Score};
use crate::runtime::paper::Paper;

/// Score a message that goes with a request: personal, relevant, respectful.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("score"))]
pub struct Args {
    /// The message; - reads it from standard input
    #[arg(required_unless_present = "stdin_jsonl", conflicts_with = "stdin_jsonl")]
    text: Option<String>,
    #[arg(long, help = LINES)]
    stdin_jsonl: bool,
    /// The limit of the account in characters, as UTF-16 counts them
    #[arg(long, value_name = "N", default_value_t = 300)]
    limit: usize,
    /// Print where each point comes from
    #[arg(long, conflicts_with = "stdin_jsonl")]
    explain: bool,
}

const LINES: &str = "Score each line of standard input: {\"id\", \"text\", \"recipient\": {\"first_name\", \
                     \"last_name\", \"company\", \"role\"} or null, \"limit\"}; all but the text may be missing";

/// Longest line of standard input that is read: a message has a few hundred characters.
const MOST: usize = 1 << 20;

/// How many tips are printed; the most important come first.
const TIPS: usize = 3;

/// Scores a message, or each line of standard input.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let coach = Coach::new();
    let mut paper = context.paper();
    let Some(text) = &args.text else {
        lines(&coach, args.limit, &mut paper)?;
        return Ok(paper.finish()?);
    };
    let text = input::text(text)?;
    let score = coach.score(&text, None, args.limit);
    match context.form {
        Form::Json => paper.json(&shape(None, &score))?,
        Form::Text if args.explain => explain(&mut paper, &score, &text)?,
        Form::Text => brief(&mut paper, &score)?,
    }
    Ok(paper.finish()?)
}

// A bad line is answered in its place, and the others are scored all the same.
fn lines(coach: &Coach, limit: usize, paper: &mut Paper) -> Result<(), Problem> {
    let could_not = |error: std::io::Error| Problem::File(format!("could not read standard input: {error}"));
    let mut reader = stdin().lock();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        // A line that never ends is not kept, only passed over.
        let most = MOST as u64 + 1;
        if reader.by_ref().take(most).read_until(b'\n', &mut line).map_err(could_not)? == 0 {
            break;
        }
        if line.len() > MOST && !line.ends_with(b"\n") {
            pass_over(&mut reader).map_err(could_not)?;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let read = if line.len() > MOST {
            Err("it is longer than 1 MiB".to_owned())
        } else {
            serde_json::from_slice::<Asked>(&line).map_err(|error| error.to_string())
        };
        match read {
            Ok(Asked { id, text, recipient, limit: own }) => {
                let recipient = recipient.map(known);
                let score = coach.score(&text, recipient.as_ref(), own.unwrap_or(limit));
                paper.json(&shape(id, &score))?;
            }
            Err(error) => paper.json(&NotScored { line: number, error })?,
        }
    }
    Ok(())
}

// A reader of whom what is not known is left empty.
fn known(asked: AskedRecipient) -> Recipient {
    let text = Option::unwrap_or_default;
    Recipient {
        first_name: text(asked.first_name),
        last_name: text(asked.last_name),
        company: text(asked.company),
        role: text(asked.role),
        known: Vec::new(),
    }
}

// A score in its documented shape.
fn shape(id: Option<serde_json::Value>, score: &Score) -> Scored {
    let parts = score.parts();
    let ends = |span: &Span| [span.start, span.end];
    let caps = score.faults.iter().filter_map(|fault| Some(Cap { id: fault.rule.id(), at: fault.cap? }));
    let rules = score.lines.iter().map(|line| RulePoints {
        id: line.rule.id(),
        points: line.points,
        max: line.max,
        span: line.found.iter().flat_map(|found| &found.spans).next().map(ends),
    });
    let tips = score.tips.iter().map(|tip| TipShape {
        rule: tip.id,
        severity: tip.severity.token(),
        gain: tip.gain,
        span: tip.spans.first().map(ends),
        message: tip.message.clone(),
        next: tip.next.clone(),
    });
    Scored {
        id,
        score: score.score,
        band: score.band().map(Band::word),
        lang: score.lang.map(Lang::token),
        count: Count { used: score.units, limit: score.limit },
        parts: Parts { personal: parts.personal, relevant: parts.relevant, respectful: parts.respectful },
        rules: rules.collect(),
        penalty: score.penalty(),
        caps: caps.collect(),
        tips: tips.collect(),
    }
}

// The rest of a line.
fn pass_over(reader: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let (ends, used) = match reader.fill_buf()? {
            [] => return Ok(()),
            some => match some.iter().position(|byte| *byte == b'\n') {
                Some(at) => (true, at + 1),
                None => (false, some.len()),
            },
        };
        reader.consume(used);
        if ends {
            return Ok(());
        }
    }
}

fn brief(paper: &mut Paper, score: &Score) -> Result<(), Problem> {
    paper.line(&head(score))?;
    for tip in score.tips.iter().take(TIPS) {
        let sign = tip.severity.sign();
        let gain = if tip.gain > 0 { format!(" (+{})", tip.gain) } else { String::new() };
        // Two lines, so that eighty columns hold each.
        paper.line(&format!("{sign} {}", tip.message))?;
        paper.line(&format!("  {}{gain}", tip.next))?;
    }
    Ok(())
}

fn head(score: &Score) -> String {
    let Some((points, band)) = score.score.zip(score.band()) else {
        return "no message: fine for people you know; a short line about what you share helps with strangers"
            .to_owned();
    };
    let (parts, most) = (score.parts(), score.most());
    let limited = if score.lang.is_none() {
        // What cannot be seen in it counts for nothing, and it is not called bad for it.
        let (sum, of) = (parts.personal + parts.respectful, most.personal + most.respectful);
        format!(
            "; language not recognised, limited check: {sum} of {of} points, scaled to 100, with 40 as the least"
        )
    } else {
        String::new()
    };
    let shown = [
        ("personal", parts.personal, most.personal),
        ("relevant", parts.relevant, most.relevant),
        ("respectful", parts.respectful, most.respectful),
    ];
    let shown = shown.iter().filter(|(.., most)| *most > 0);
    let shown: Vec<String> = shown.map(|(name, points, most)| format!("{name} {points} of {most}")).collect();
    format!("{points} {}: {}; {} of {}{limited}", band.word(), shown.join(", "), score.units, score.limit)
}

fn explain(paper: &mut Paper, score: &Score, text: &str) -> Result<(), Problem> {
    paper.line(&head(score))?;
    let quoted = |spans: &[Span]| {
        let words: Vec<&str> = spans.iter().filter_map(|span| text.get(span.clone())).take(6).collect();
        words.join(", ")
    };
    let mut rows = Vec::new();
    for line in &score.lines {
        rows.push([part(line.rule).to_owned(), format!("{} of {}", line.points, line.max), String::new()]);
        for Found { what, points, spans } in &line.found {
            rows.push([format!("  {what}"), format!("{points:+}"), quoted(spans)]);
        }
    }
    for fault in &score.faults {
        let effect = match (fault.penalty, fault.cap) {
            (0, Some(cap)) => format!("at most {cap}"),
            (penalty, Some(cap)) => format!("-{penalty}, at most {cap}"),
            (penalty, None) => format!("-{penalty}"),
        };
        rows.push([fault.rule.id().to_owned(), effect, quoted(&fault.spans)]);
    }
    paper.columns(&rows, 34)?;
    for tip in &score.tips {
        paper.line(&format!("{}: {}", tip.id, tip.message))?;
        paper.line(&format!("  {}", tip.next))?;
    }
    Ok(())
}

fn part(rule: Rule) -> &'static str {
    match rule {
        Rule::Anchor => "about them alone (anchor)",
        Rule::Name => "their name (name)",
        Rule::Wording => "words as to one person (wording)",
        Rule::Reason => "why you write (reason)",
        Rule::Ask => "nothing to do for them (ask)",
        Rule::Length => "length",
        Rule::Form => "form",
        other => other.id(),
    }
}
