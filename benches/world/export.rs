//! That network as an export: three tables in an archive in memory.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;

use inroads::domain::arrival::Arrival;
use inroads::domain::merge::{Conversations, plan};
use inroads::domain::network::Network;
use inroads::domain::time::Day;
use inroads::exchange::linkedin;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{COMPANY, FIRST, LAST, ROLE, named, now};

/// An archive with so many connections, a third as many invitations and two thirds as many messages. As in real
/// ones the newest row stands first in each table.
pub fn archive(connections: u32) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let tables = [
        ("Connections.csv", connections_table(connections)),
        ("Invitations.csv", invitations_table(connections / 3)),
        ("messages.csv", messages_table(connections / 3 * 2)),
    ];
    for (name, table) in tables {
        zip.start_file(name, SimpleFileOptions::default()).expect("memory takes everything");
        zip.write_all(table.as_bytes()).expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// Reads it as the letterbox does.
pub fn read(archive: &[u8]) -> Arrival {
    let keep = &mut |_| ControlFlow::Continue(());
    linkedin::read_zip("Basic_LinkedInDataExport_11-20-2026.zip", Cursor::new(archive), keep)
        .expect("an export")
}

/// Such an export, and the network once it was imported.
pub fn imported(connections: u32) -> (Network, Arrival) {
    let arrival = read(&archive(connections));
    let mut network = Network::default();
    let changes = plan(&network, &arrival, Conversations::Keep, now()).changes;
    network.apply(named("import", changes)).expect("a plan fits");
    (network, arrival)
}

/// The day of the n-th newest of so many rows that go this many days back.
fn day_of(n: u32, rows: u32, days: u32) -> Day {
    now().today.plus(-i64::from(n) * i64::from(days) / i64::from(rows))
}

fn name(n: u32) -> (&'static str, &'static str) {
    let at = n as usize;
    (FIRST[at % FIRST.len()], LAST[at / 7 % LAST.len()])
}

fn connections_table(rows: u32) -> String {
    let mut table = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n".to_owned();
    for n in 1..=rows {
        let (first, last) = name(n);
        let (company, role) = (COMPANY[n as usize / 3 % COMPANY.len()], ROLE[n as usize / 5 % ROLE.len()]);
        let (year, month, day) = day_of(n, rows, 500).ymd();
        let month = &"JanFebMarAprMayJunJulAugSepOctNovDec"[month as usize * 3 - 3..][..3];
        let url = format!("https://www.linkedin.com/in/person-{n}");
        let _ = writeln!(table, "{first},{last},{url},,{company},{role},{day:02} {month} {year}");
    }
    table
}

fn invitations_table(rows: u32) -> String {
    let mut table = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n".to_owned();
    for n in 1..=rows {
        let (first, last) = name(n);
        let (year, month, day) = day_of(n, rows, 200).ymd();
        let message = "\"Hello, your talk on clocks stayed with me, and I would like to follow your work.\"";
        // Half of them became connections, half wait.
        let who = if n % 2 == 0 { n } else { n + rows * 3 };
        let urls = format!("https://www.linkedin.com/in/robin,https://www.linkedin.com/in/person-{who}");
        let sent = format!("{month}/{day}/{}, {}:{:02} PM", year % 100, n % 12 + 1, n % 60);
        let _ = writeln!(table, "Robin Vidal,{first} {last},\"{sent}\",{message},OUTGOING,{urls}");
    }
    table
}

fn messages_table(rows: u32) -> String {
    let mut table =
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,\
                     SUBJECT,CONTENT,FOLDER\n"
            .to_owned();
    for n in 1..=rows {
        let (first, last) = name(n);
        let (date, hour, minute) = (day_of(n, rows, 900), n % 24, n % 60);
        let _ = writeln!(
            table,
            "{n},,{first} {last},https://www.linkedin.com/in/person-{n},Robin Vidal,\
             https://www.linkedin.com/in/robin,{date} {hour:02}:{minute:02}:12 UTC,,\
             \"Thanks for writing, it is good to be in touch after the meetup.\",INBOX"
        );
    }
    table
}
