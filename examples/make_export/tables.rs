//! The tables of connections and invitations.

use std::fmt::Write;
use std::io;

use crate::dialect::{self, Csv, Era, Preamble, Quoting, Saved};
use crate::person::{Quirks, Who};
use crate::rng::{For, Rng};
use crate::world::{Direction, Request, Shown, World};
use crate::{Export, OWNER};

const PREAMBLE: &str = "\"When exporting your connection data, you may notice that some of the email addresses are \
                        missing, since only those who allow it are shown.\"";

/// What the table of connections held.
#[derive(Default, serde::Serialize)]
pub struct Connections {
    pub rows: u64,
    /// Rows that cannot be read.
    pub bad: u64,
    pub hidden: u64,
    pub people: u64,
    /// Addresses known by then: those of the first export and of this one.
    pub known: u64,
    pub with_email: u64,
    /// Since the first export: connections that are new.
    pub new: u64,
    /// Since the first export: rows of people that are not there any more (they left, hid, or have a new address).
    pub gone: u64,
    /// Since the first export: a new address under an old name.
    pub new_address: u64,
    /// Since the first export: another company or role, where both exports say one.
    pub new_job: u64,
}

/// Writes the table of connections, the newest first.
pub fn connections(export: &mut Export, requests: &[Request]) -> anyhow::Result<Connections> {
    let Export { world, at, era, saved, .. } = *export;
    let csv = &mut Csv::new(export.archive.table("Connections.csv")?, saved, Quoting::WhereNeeded)?;
    let preamble = (era >= Era::Y2022).then(|| saved.preamble());
    let blank = if era >= Era::Y2023Jun { ";;;;;;" } else { ";;;;;" };
    let above = match preamble {
        Some(Preamble::Above) => ["Notes:", PREAMBLE, ""].as_slice(),
        Some(Preamble::Blank) => &[blank; 3],
        None | Some(Preamble::Gone | Preamble::Below) => &[],
    };
    above.iter().try_for_each(|line| csv.line(line))?;
    let url = if era >= Era::Y2023Jun { "URL," } else { "" };
    csv.header(&format!("First Name,Last Name,{url}Email Address,Company,Position,Connected On"))?;

    let mut counts = Connections::default();
    let new = world.new_connections(requests, at);
    let old = (0..world.connections).map(|n| world.request(Who::Linked(n)));
    for request in new.iter().copied().chain(old) {
        let who = request.who;
        let shown = world.shown(who, at);
        if request.ends > world.first {
            counts.new += u64::from(shown == Shown::Whole);
            counts.known += u64::from(shown == Shown::Whole);
        } else if world.shown(who, world.first) == Shown::Whole {
            let moved = world.moved(who, at);
            counts.known += 1 + u64::from(moved && shown == Shown::Whole);
            counts.gone += u64::from(moved || shown != Shown::Whole);
            counts.new_address += u64::from(moved && shown == Shown::Whole);
            let (before, now) = (world.job(who, world.first), world.job(who, at));
            let changed = before != now && !before.0.is_empty() && !now.0.is_empty();
            counts.new_job += u64::from(changed && !moved && shown == Shown::Whole);
        }
        if shown == Shown::Gone {
            continue;
        }
        let on = dialect::connected_on(request.ends, era, saved);
        if shown == Shown::DateOnly {
            counts.hidden += 1;
            person(csv, era, &["", "", "", "", "", "", &on])?;
            continue;
        }
        counts.people += 1;
        let (name, (company, role)) = (world.name(who), world.job(who, at));
        let slug = world.slug(who, at);
        let mail = Rng::new(world.seed, For::Shape, who.number()).chance(0.03);
        counts.with_email += u64::from(mail);
        let mail = if mail { format!("contact{}@mail.example", who.number()) } else { String::new() };
        let url = encoded(&slug);
        person(csv, era, &[&name.first, &name.last, &url, &mail, &company, &role, &on])?;
    }
    if world.quirks == Quirks::All {
        for (name, on) in [("Noon", "31 Feb 2024"), ("Dusk", "soon"), ("Dawn", "")] {
            let url = encoded(&name.to_lowercase());
            person(csv, era, &["Nobody", name, &url, "", "", "", on])?;
            counts.bad += 1;
        }
    }
    if preamble == Some(Preamble::Below) {
        // Rows for a reader, that name nobody and have no date.
        for line in ["Notes:", PREAMBLE.trim_matches('"')] {
            csv.row(&[line])?;
            counts.bad += 1;
        }
    }
    counts.rows = csv.rows;
    Ok(counts)
}

fn person(csv: &mut Csv, era: Era, fields: &[&str; 7]) -> io::Result<()> {
    if era >= Era::Y2023Jun { csv.row(fields) } else { csv.row(&[&fields[..2], &fields[3..]].concat()) }
}

// Only this table encodes what is not ASCII.
fn encoded(slug: &str) -> String {
    let mut url = String::from("https://www.linkedin.com/in/");
    for byte in slug.bytes() {
        if byte.is_ascii() {
            url.push(byte as char);
        } else {
            let _ = write!(url, "%{byte:02X}"); // a String takes everything
        }
    }
    url
}

/// The address as invitations and messages write it.
pub fn raw(slug: &str) -> String {
    format!("https://www.linkedin.com/in/{slug}")
}

/// What the table of invitations held.
#[derive(Default, serde::Serialize)]
pub struct Invitations {
    pub rows: u64,
    /// Rows that cannot be read.
    pub bad: u64,
    pub twice: u64,
}

/// Writes the table of invitations, the newest first.
pub fn invitations(export: &mut Export, requests: &[Request]) -> anyhow::Result<Invitations> {
    let Export { world, at, era, saved, .. } = *export;
    let csv = &mut Csv::new(export.archive.table("Invitations.csv")?, saved, Quoting::WhereNeeded)?;
    let columns = match era {
        Era::Y2018 | Era::Y2020 | Era::Y2022 | Era::Y2023Jun => "",
        Era::Y2023Aug => ",inviterProfileUrn,inviteeProfileUrn",
        Era::Y2023Nov | Era::Y2024 => ",inviterProfileUrl,inviteeProfileUrl",
    };
    csv.header(&format!("From,To,Sent At,Message,Direction{columns}"))?;
    let odd = world.quirks == Quirks::All;
    let mut listed: Vec<&Request> = requests.iter().filter(|request| request.listed(at)).collect();
    listed.sort_by_key(|request| std::cmp::Reverse(request.sent));
    let mut twice = 0;
    for request in listed {
        let name = world.name(request.who).whole();
        // The code page of Windows has no narrow blank.
        let sent = dialect::sent_at(request.sent, era, odd && saved != Saved::Windows);
        let note = world.note(request).replace('\n', " ");
        let (own, theirs) = keys(&world, request.who, at, era);
        let row = match request.direction {
            Direction::Outgoing => [OWNER.name, &name, &sent, &note, "OUTGOING", &own, &theirs],
            Direction::Incoming => [&name, OWNER.name, &sent, &note, "INCOMING", &theirs, &own],
        };
        let row = if columns.is_empty() { &row[..5] } else { &row[..] };
        csv.row(row)?;
        if odd && Rng::new(world.seed, For::Rows, request.sent as u64).chance(0.002) {
            twice += 1;
            csv.row(row)?;
        }
    }
    let mut bad = 0;
    if odd {
        for (sent, direction) in
            [("2/30/24, 3:04 PM", "OUTGOING"), ("1/22/24, 3:04 PM", "SIDEWAYS"), ("", "OUTGOING")]
        {
            let row = [OWNER.name, "Nobody Dawn", sent, "", direction, "", ""];
            csv.row(if columns.is_empty() { &row[..5] } else { &row[..] })?;
            bad += 1;
        }
    }
    Ok(Invitations { rows: csv.rows, bad, twice })
}

fn keys(world: &World, who: Who, at: i64, era: Era) -> (String, String) {
    match era {
        Era::Y2018 | Era::Y2020 | Era::Y2022 | Era::Y2023Jun => (String::new(), String::new()),
        Era::Y2023Aug => ("urn:li:member:1001".into(), format!("urn:li:member:{}", 200_000 + who.number())),
        Era::Y2023Nov => ("https://www.linkedin.com/in".into(), "https://www.linkedin.com/in".into()),
        Era::Y2024 => (raw(OWNER.slug), raw(&world.slug(who, at))),
    }
}
