//! The table of messages: conversations of two, groups, people who left, and advertisements.

use std::iter;

use crate::dialect::{self, Csv, Era, Quoting};
use crate::person::{Quirks, Who};
use crate::rng::{For, Rng};
use crate::tables::raw;
use crate::world::{DAY, Direction, HOUR, Request, World};
use crate::{Export, OWNER, words};

enum Party {
    Person(Who),
    Group([Who; 3]),
    Advertiser,
    /// `LinkedIn Member`: whoever it was is gone.
    Member,
}

struct Conversation {
    with: Party,
    lines: Vec<Line>,
}

struct Line {
    at: i64,
    own: bool,
    text: String,
}

/// What the table of messages held.
#[derive(Default, serde::Serialize)]
pub struct Messages {
    pub rows: u64,
    pub sent_to_one: u64,
    pub received_from_one: u64,
    pub in_groups: u64,
    pub from_members: u64,
    pub advertisements: u64,
    /// Those with one person whose address the table tells: the others are no touches.
    pub with_address: u64,
}

/// How many of the newest connections it takes until the table has this many rows at the first export.
pub fn reach(world: &World, rows: u64) -> u64 {
    let mut found = 0;
    let enough = (0..world.connections).find(|n| {
        let here = iter::once(talk(world, &world.request(Who::Linked(*n)))).chain(beside(world, *n));
        let before = found;
        found += here.flat_map(|c| c.lines).filter(|line| line.at <= world.first).count() as u64;
        before >= rows
    });
    enough.unwrap_or(world.connections)
}

/// Whether the conversation that a request began is in the table.
pub fn told(world: &World, request: &Request) -> bool {
    match request.who {
        Who::Linked(n) => n < world.talked,
        Who::Asked(_) | Who::Later(_) | Who::Stranger(_) => world.talked > 0,
    }
}

// What was said since the acceptance. The text of the request, where there is one, is the first of it.
fn talk(world: &World, request: &Request) -> Conversation {
    let rng = &mut Rng::new(world.seed, For::Talk, request.who.number());
    let mut lines = Vec::new();
    if request.note {
        let own = request.direction == Direction::Outgoing;
        lines.push(Line { at: request.ends, own, text: world.note(request) });
    }
    let mut at = request.ends;
    let count = if request.note || rng.chance(0.6) { rng.between(1, 8) - i64::from(request.note) } else { 0 };
    for _ in 0..count {
        at += if rng.chance(0.5) { rng.between(3, 5 * HOUR) } else { rng.between(HOUR, 12 * DAY) };
        lines.push(Line { at, own: rng.chance(0.5), text: words::line(rng).to_owned() });
    }
    Conversation { with: Party::Person(request.who), lines }
}

// What is said beside the n-th newest conversation, by others.
fn beside(world: &World, n: u64) -> Option<Conversation> {
    let rng = &mut Rng::new(world.seed, For::Shape, n);
    let draw = rng.below(100);
    let with = match (world.quirks, draw) {
        (_, 0..4) => Party::Person(Who::Stranger(n)),
        (Quirks::All, 4..6) if n + 3 < world.connections => Party::Group([n, n + 1, n + 3].map(Who::Linked)),
        (Quirks::All, 6..9) => Party::Advertiser,
        (Quirks::All, 9..12) => Party::Member,
        _ => return None,
    };
    let begin = world.request(Who::Linked(n)).ends - DAY;
    let advertisement = matches!(with, Party::Advertiser);
    let lines = (0..if advertisement { 1 } else { rng.between(1, 5) }).map(|line| Line {
        at: begin + line * rng.between(5, 2 * DAY),
        own: line > 0 && rng.chance(0.5),
        text: if advertisement { words::SPONSORED.to_owned() } else { words::line(rng).to_owned() },
    });
    Some(Conversation { lines: lines.collect(), with })
}

/// Writes the table of messages, the newest conversation first; gives back whom the user wrote with.
pub fn write(export: &mut Export, requests: &[Request]) -> anyhow::Result<(Messages, Vec<Who>)> {
    let Export { world, at, era, saved, .. } = *export;
    let quoting = if era >= Era::Y2024 { Quoting::Always } else { Quoting::WhereNeeded };
    let csv = &mut Csv::new(export.archive.table("messages.csv")?, saved, quoting)?;
    csv.header(match era {
        Era::Y2018 => "From,To,Date,Subject,Content,Direction,Folder",
        Era::Y2020 | Era::Y2022 => {
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
        }
        Era::Y2023Jun | Era::Y2023Aug | Era::Y2023Nov => {
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,\
             CONTENT,FOLDER"
        }
        Era::Y2024 => {
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,\
             CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
        }
    })?;
    let new = world.new_connections(requests, at);
    let new = new.iter().filter(|request| told(&world, request)).map(|request| talk(&world, request));
    let old = (0..world.talked)
        .flat_map(|n| iter::once(talk(&world, &world.request(Who::Linked(n)))).chain(beside(&world, n)));
    let (mut counts, mut partners) = (Messages::default(), Vec::new());
    for (number, conversation) in new.chain(old).enumerate() {
        counts.with_address += with_address(&conversation, at, era);
        // A conversation stands with its newest line first, as in the real table.
        for line in conversation.lines.iter().filter(|line| line.at <= at).rev() {
            match (&conversation.with, line.own) {
                (Party::Person(_), true) => counts.sent_to_one += 1,
                (Party::Person(_), false) => counts.received_from_one += 1,
                (Party::Group(_), _) => counts.in_groups += 1,
                (Party::Advertiser, _) => counts.advertisements += 1,
                (Party::Member, _) => counts.from_members += 1,
            }
            if let Party::Person(who) = conversation.with
                && partners.last() != Some(&who)
            {
                partners.push(who);
            }
            row(csv, &world, at, era, number, &conversation, line)?;
        }
    }
    counts.rows = csv.rows;
    Ok((counts, partners))
}

// How many lines can be told to be with a person. In 2018 there were names only, then addresses of senders only: whoever
// wrote in a conversation is known in it.
fn with_address(conversation: &Conversation, at: i64, era: Era) -> u64 {
    let told = || conversation.lines.iter().filter(|line| line.at <= at);
    let known = match (&conversation.with, era) {
        (Party::Group(_) | Party::Advertiser | Party::Member, _) | (_, Era::Y2018) => false,
        (Party::Person(_), Era::Y2020 | Era::Y2022) => told().any(|line| !line.own),
        (Party::Person(_), Era::Y2023Jun | Era::Y2023Aug | Era::Y2023Nov | Era::Y2024) => true,
    };
    if known { told().count() as u64 } else { 0 }
}

fn row(
    csv: &mut Csv,
    world: &World,
    at: i64,
    era: Era,
    number: usize,
    conversation: &Conversation,
    line: &Line,
) -> std::io::Result<()> {
    let person = |who: &Who| (world.name(*who).whole(), raw(&world.slug(*who, at)));
    let others: Vec<(String, String)> = match &conversation.with {
        Party::Person(who) => vec![person(who)],
        Party::Group(members) => members.iter().map(person).collect(),
        Party::Advertiser => {
            vec![("Faster Growth".into(), "https://www.linkedin.com/company/faster-growth".into())]
        }
        Party::Member => vec![("LinkedIn Member".into(), String::new())],
    };
    let me = (OWNER.name.to_owned(), raw(OWNER.slug));
    let (from, to) = if line.own {
        (me, others)
    } else {
        let rest = others[1..].iter().cloned();
        (others[0].clone(), iter::once(me).chain(rest).collect())
    };
    let join = |part: fn(&(String, String)) -> &str| to.iter().map(part).collect::<Vec<_>>().join(",");
    let (names, urls) = (join(|to| &to.0), join(|to| &to.1));
    let title =
        if matches!(conversation.with, Party::Group(_)) { "Reading group, \"Thursdays\"" } else { "" };
    let id = format!("2-{number:08x}{:08x}==", world.seed as u32);
    let date = dialect::message_date(line.at, number as u64 % 60);
    let text = if era >= Era::Y2024 { line.text.clone() } else { line.text.replace('\n', " ") };
    let folder = if number % 11 == 3 { "ARCHIVE" } else { "INBOX" };
    match era {
        Era::Y2018 => {
            let direction = if line.own { "OUTGOING" } else { "INCOMING" };
            csv.row(&[&from.0, &names, &date, "", &text, direction, folder])
        }
        Era::Y2020 | Era::Y2022 => csv.row(&[&id, title, &from.0, &from.1, &names, &date, "", &text, folder]),
        Era::Y2023Jun | Era::Y2023Aug | Era::Y2023Nov => {
            csv.row(&[&id, title, &from.0, &from.1, &names, &urls, &date, "", &text, folder])
        }
        Era::Y2024 => {
            csv.row(&[&id, title, &from.0, &from.1, &names, &urls, &date, "", &text, folder, "", "No", "No"])
        }
    }
}
