//! `forecast`: is it still alive? The chance of every request that waits, or of a history from standard input.

use std::io::{BufRead, stdin};

use super::context::{Context, Form};
use super::problem::Problem;
use super::{args, list, shapes};
use crate::app::preview;
use crate::app::query::{Query, Subject};
use crate::app::search::{self, Finder};
use crate::app::state::BookKind;
use crate::domain::network::Network;
use crate::domain::request::{Direction, Request};
use crate::domain::time::Day;
use crate::exchange::forecasts::{Head, Line, Said};
use crate::insight::forecast::age::When;
use crate::insight::forecast::case::Case;
use crate::insight::forecast::fitted::{Asked, Fitted, Forecast, Settings};
use crate::insight::forecast::history::Row;
use crate::insight::forecast::listing::{self, Listed};
use crate::insight::forecast::outlook::{Lesson, Need, Outlook};
use crate::insight::forecast::signs::Hint;
use crate::insight::forecast::verdict::Label;
use crate::insight::forecast::words;
use crate::insight::stage::Stage;
use crate::runtime::kept;
use crate::store::{Book, Opened};

/// Say of each request that waits whether it may still be accepted, and why.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("forecast"))]
pub struct Args {
    /// Of which requests: a query, as `list` takes it
    #[arg(value_parser = args::word, conflicts_with = "stdin_jsonl")]
    query: Vec<String>,
    #[arg(long, help = LINES)]
    stdin_jsonl: bool,
}

const LINES: &str = "Forecast a history from standard input, without a book: first {\"today\", \"export\"}, then a \
                     line a request; days are numbers, the shape is below";

/// Prints forecasts.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    if args.stdin_jsonl {
        return lines(context);
    }
    let Opened { mut network, mut book, .. } = context.read()?;
    let today = context.clock.now().today;
    let Lesson { history, outlook, .. } = Outlook::learn(&network, today, None, Need::Forecasts);
    keep(context, &mut book, &outlook);
    let fitted = &outlook.fitted;
    network.rules.learn(fitted.quiet.day, fitted.stale.day);
    let requests = waiting(&network, &args.query.join(" "), today)?;
    let mut paper = context.paper();
    if context.form == Form::Text {
        let from = words::made_from(fitted);
        paper.line(&format!("An estimate, {from}."))?;
        paper.line(&words::usual_wait(fitted))?;
        for caveat in words::caveats(fitted) {
            paper.paragraph(&caveat, 80)?;
        }
        paper.line("")?;
    }
    let mut table = Vec::new();
    for request in requests {
        let Some(said) = outlook.of(&network, request, today) else { continue };
        if context.form == Form::Text {
            table.push(row(&network, fitted, request, &said, today));
            continue;
        }
        let place = history.rows.binary_search_by_key(&request.id, |(id, _)| *id);
        let row = place.ok().map(|at| &history.rows[at].1);
        let reasons = row.map_or_else(Vec::new, |row| reasons(fitted, row, &said));
        let as_of = today.plus(i64::from(said.as_of) - i64::from(today.number()));
        let (id, contact) = (request.id.to_string(), request.contact.to_string());
        paper.json(&shape(id.into(), Some(contact), (request.sent_on, as_of), fitted, &said, reasons))?;
    }
    if context.form == Form::Text {
        if table.is_empty() {
            let none = if args.query.is_empty() {
                "Nothing that you sent is waiting."
            } else {
                "Nothing that waits fits."
            };
            paper.line(none)?;
        }
        paper.columns(&table, 40)?;
        paper.line("")?;
        paper.line("Silence is not a no. All ranges are 90 %.")?;
    }
    Ok(paper.finish()?)
}

fn row(network: &Network, fitted: &Fitted, request: &Request, said: &Forecast, today: Day) -> [String; 6] {
    let name = network.contact(request.contact).map_or_else(String::new, |contact| contact.name());
    // The stage of today, as everywhere; the chance is of the last day on which it was seen waiting.
    let stage = Stage::of_age(request.age(today), &network.rules);
    let sign = preview::sign(stage);
    let known = i64::from(said.as_of) - i64::from(today.number());
    let as_of = if known < 0 { format!(", as of {}", today.plus(known).short(today)) } else { String::new() };
    let label = if said.label_today == Label::Unlikely { said.label_today.token() } else { stage.word() };
    [
        format!("{sign} {:>5}", preview::waits(request.age(today))),
        name,
        format!("{}{as_of}", words::chance(&said.chance, fitted.basis())),
        label.to_owned(),
        words::advice(fitted, network, request, said).word.to_owned(),
        request.id.to_string(),
    ]
}

/// Keeps what was learned, for the screens and for the day on which it can be checked. A book that cannot be written is
/// read all the same.
pub fn keep(context: &Context, book: &mut Book, outlook: &Outlook) {
    if !kept::keeps(context.clock, BookKind::Own) {
        return;
    }
    if let Some(fit) = kept::kept(outlook).filter(|_| !book.read_only()) {
        let _ = book.keep_fit(&fit, &outlook.foretold());
    }
}

/// The sent requests that wait and that a query finds, in the order of the numbers.
fn waiting<'a>(network: &'a Network, query: &str, today: Day) -> Result<Vec<&'a Request>, Problem> {
    let read = Query::parse(query, today);
    if let Some(mistake) = read.errors.first() {
        return Err(Problem::Usage(list::marked(query, mistake)));
    }
    let mut finder = (!read.words.is_empty()).then(|| Finder::new(&read.words));
    let sent = network.requests.iter().filter(|r| r.pending() && r.direction == Direction::Sent);
    Ok(sent
        .map(AsRef::as_ref)
        .filter(|request: &&Request| {
            let Some(contact) = network.contact(request.contact) else { return false };
            let found = finder.as_mut().is_none_or(|finder| finder.score(&search::key(contact)).is_some());
            found && read.narrows_to(Subject { network, contact, request: Some(request), today })
        })
        .collect())
}

/// What the forecast of a row rests on, in the words of its shape.
fn reasons(fitted: &Fitted, row: &Row, said: &Forecast) -> Vec<String> {
    let mut reasons = vec!["age".to_owned()];
    let mut levels: Vec<_> = row.levels.iter().collect();
    levels.sort();
    let known = levels.into_iter().filter(|(factor, level)| fitted.groups.delta(factor, level).is_some());
    reasons.extend(known.map(|(factor, level)| format!("group:{factor}={level}")));
    let mut hints = row.hints.clone();
    hints.sort_unstable_by_key(|hint| hint.token());
    hints.dedup();
    reasons.extend(hints.iter().filter(|hint| hint.speaks()).map(|hint| format!("sign:{}", hint.token())));
    let observed = row.case.and_then(|case| case.observe(fitted.today, fitted.settings.half_life));
    if observed.is_ok_and(|observed| observed.is_outside()) {
        reasons.push("not_in_fit".to_owned());
    }
    if said.age_days >= 180 {
        reasons.push("may_have_expired".to_owned());
    }
    reasons
}

/// A history from standard input, a line a request.
struct Told {
    line: Line,
    row: Row,
}

fn lines(context: &Context) -> Result<(), Problem> {
    let (head, told) = read()?;
    let settings = Settings::default();
    let (fitted, _) = Fitted::new(told.iter().map(|told| &told.row), head.today, settings);
    let mut paper = context.paper();
    for Told { line, row } in told {
        let (Ok(case), Some(sent_on)) = (&row.case, line.sent) else { continue };
        if !case.waits(head.today) {
            continue;
        }
        let levels = row.levels.iter().map(|(factor, level)| (factor.as_ref(), level.as_ref()));
        let group = fitted.groups.offset(levels);
        let asked = Asked { case, group, hints: &row.hints, pile_full: false };
        let Ok(said) = fitted.forecast(asked, head.today) else { continue };
        let reasons = reasons(&fitted, &row, &said);
        paper.json(&shape(line.id, None, (sent_on, said.as_of), &fitted, &said, reasons))?;
    }
    Ok(paper.finish()?)
}

fn shape<D>(
    id: serde_json::Value,
    contact: Option<String>,
    (sent_on, as_of): (D, D),
    fitted: &Fitted,
    said: &Forecast,
    reasons: Vec<String>,
) -> Said<D> {
    Said {
        id,
        contact,
        sent_on,
        age_days: said.age_days,
        as_of,
        p_eventual: said.chance.ever,
        p_low: said.chance.low,
        p_high: said.chance.high,
        p_7d: said.chance.in_7,
        p_30d: said.chance.in_30,
        stage: said.stage.token(),
        label: said.label.token(),
        action: said.next.token(),
        basis: fitted.basis().words(),
        resolved: fitted.resolved,
        quiet_age_days: fitted.quiet_age(),
        stale_age_days: fitted.stale_age(),
        reasons,
    }
}

fn read() -> Result<(Head, Vec<Told>), Problem> {
    let mut head: Option<Head> = None;
    let mut lines = Vec::new();
    for (number, text) in (1..).zip(stdin().lock().lines()) {
        let wrong = |why: String| Problem::File(format!("standard input, line {number}: {why}"));
        let text = text.map_err(|error| wrong(error.to_string()))?;
        if text.trim().is_empty() {
            continue;
        }
        if head.is_none() {
            let read = serde_json::from_str(&text);
            head = Some(read.map_err(|error| {
                wrong(format!("the first line needs a day, {{\"today\":1000}}: {error}"))
            })?);
            continue;
        }
        let line: Line = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        let hints = hints(&line).map_err(wrong)?;
        lines.push((line, hints));
    }
    let head = head.ok_or_else(|| {
        Problem::File("standard input is empty: the first line needs a day, {\"today\":1000}".to_owned())
    })?;
    let exports: Vec<i32> = head.export.into_iter().collect();
    let listed: Vec<Listed> = lines.iter().map(|(line, _)| listed(line, &exports)).collect();
    let parts = listing::parts(&exports, &listed);
    let told = lines.into_iter().zip(&listed).map(|((line, hints), listed)| {
        let case = listing::known_since(listed, &parts).map(|known_since| Case {
            sent: line.sent.map(When::Day),
            accepted: line.accepted.map(When::Day),
            withdrawn: line.withdrawn,
            declined: line.declined,
            verified: line.verified.or(head.export),
            known_since: line.known_since.or(known_since),
            known_late: false,
        });
        let level = |factor: &'static str, level: &Option<String>| {
            Some((factor.into(), level.clone().filter(|level| !level.is_empty())?.into()))
        };
        let levels = [level("message", &line.message), level("source", &line.source)];
        let row = Row { case, levels: levels.into_iter().flatten().collect(), hints };
        Told { line, row }
    });
    Ok((head, told.collect()))
}

fn hints(line: &Line) -> Result<Vec<Hint>, String> {
    let names = line.signs.as_deref().unwrap_or_default();
    let read = |name: &String| {
        Hint::parse(name)
            .ok_or_else(|| format!("there is no sign {name:?}: {}", args::words(&Hint::ALL, Hint::token)))
    };
    names.iter().map(read).collect()
}

// A row of the export, where the history comes from one.
fn listed(line: &Line, exports: &[i32]) -> Listed {
    let id = line.id.as_str().map_or_else(|| line.id.to_string(), str::to_owned);
    let on = if line.sent.is_some() { (0..exports.len()).collect() } else { Vec::new() };
    Listed {
        id,
        sent: line.sent.unwrap_or_default(),
        accepted: line.accepted,
        on,
        superseded: None,
        confirmed: None,
    }
}
