//! How tables are written: the eras, dates, quoting, and what a spreadsheet makes of it.

use std::io::{self, Write};

use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::America::Los_Angeles;

/// When the export was asked for: what the tables look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Era {
    /// No preamble, no addresses, dates with a time.
    #[value(name = "2018")]
    Y2018,
    /// Dates as `04 Apr 2021`.
    #[value(name = "2020")]
    Y2020,
    /// From 2021-11: a preamble.
    #[value(name = "2022")]
    Y2022,
    /// From 2023-06: an address for each connection.
    #[value(name = "2023-06")]
    Y2023Jun,
    /// 2023-07 to 09: invitations with a member's number.
    #[value(name = "2023-08")]
    Y2023Aug,
    /// 2023-10 to 12: addresses in invitations, all of them empty.
    #[value(name = "2023-11")]
    Y2023Nov,
    /// From 2024-03: addresses everywhere.
    #[value(name = "2024", alias = "2025", alias = "2026")]
    Y2024,
}

/// Who saved the tables last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Saved {
    /// The platform.
    #[value(name = "delivered")]
    AsDelivered,
    /// A spreadsheet: a byte order mark, CRLF, semicolons, a blank preamble, dates as `4-Apr-21`.
    #[value(name = "again")]
    Again,
    /// A spreadsheet, as its "Unicode text": UTF-16 with tabs and CRLF, no preamble, dates as `2021-04-04`.
    #[value(name = "tabs")]
    Tabs,
    /// An editor of old: the Windows code page where it has the letters, CRLF, the preamble moved below the rows.
    #[value(name = "windows")]
    Windows,
}

/// Where the lines above the table of connections are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preamble {
    Above,
    Blank,
    Gone,
    Below,
}

impl Saved {
    pub fn preamble(self) -> Preamble {
        match self {
            Saved::AsDelivered => Preamble::Above,
            Saved::Again => Preamble::Blank,
            Saved::Tabs => Preamble::Gone,
            Saved::Windows => Preamble::Below,
        }
    }

    fn separator(self) -> char {
        match self {
            Saved::AsDelivered | Saved::Windows => ',',
            Saved::Again => ';',
            Saved::Tabs => '\t',
        }
    }

    fn line_end(self) -> &'static str {
        match self {
            Saved::AsDelivered => "\n",
            Saved::Again | Saved::Tabs | Saved::Windows => "\r\n",
        }
    }

    fn bytes(self, text: &str) -> Vec<u8> {
        match self {
            Saved::AsDelivered | Saved::Again => text.as_bytes().to_vec(),
            Saved::Tabs => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Saved::Windows => match encoding_rs::WINDOWS_1252.encode(text) {
                (bytes, _, false) => bytes.into_owned(),
                (_, _, true) => text.as_bytes().to_vec(),
            },
        }
    }
}

/// Which fields are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    WhereNeeded,
    Always,
}

fn utc(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(minutes * 60, 0).expect("the world lies within the calendar")
}

/// `2026-11-20`.
pub fn day(minutes: i64) -> String {
    utc(minutes).format("%Y-%m-%d").to_string()
}

/// `2026-11-20T15:04Z`.
pub fn moment(minutes: i64) -> String {
    utc(minutes).format("%Y-%m-%dT%H:%MZ").to_string()
}

/// `Sent At`: Pacific time, whatever the season.
pub fn sent_at(minutes: i64, era: Era, narrow_blank: bool) -> String {
    let local = utc(minutes).with_timezone(&Los_Angeles);
    let blank = if narrow_blank && era >= Era::Y2023Jun { '\u{202f}' } else { ' ' };
    format!("{}{blank}{}", local.format("%-m/%-d/%y, %-I:%M"), local.format("%p"))
}

/// The moment that `Sent At` can be read as: in the hour that the clocks show twice, the earlier.
pub fn as_read(minutes: i64) -> i64 {
    let local = utc(minutes).with_timezone(&Los_Angeles).naive_local();
    let read = Los_Angeles.from_local_datetime(&local).earliest();
    read.map_or(minutes, |at| at.timestamp() / 60)
}

/// `Connected On`: the UTC day.
pub fn connected_on(minutes: i64, era: Era, saved: Saved) -> String {
    let form = match saved {
        Saved::Again => "%-d-%b-%y",
        Saved::Tabs => "%Y-%m-%d",
        Saved::Windows => "%-m/%-d/%y, %-I:%M %p",
        Saved::AsDelivered if era == Era::Y2018 => "%-m/%-d/%y, %-I:%M %p",
        Saved::AsDelivered => "%d %b %Y",
    };
    utc(minutes).format(form).to_string()
}

/// `DATE` of a message.
pub fn message_date(minutes: i64, second: u64) -> String {
    format!("{}:{second:02} UTC", utc(minutes).format("%Y-%m-%d %H:%M"))
}

/// A table being written: rows stand between line ends, so that the last row has none, as in the real ones.
pub struct Csv<'w> {
    out: &'w mut dyn Write,
    saved: Saved,
    quoting: Quoting,
    started: bool,
    pub rows: u64,
}

impl<'w> Csv<'w> {
    /// Begins a table; a spreadsheet puts a mark in front.
    pub fn new(out: &'w mut dyn Write, saved: Saved, quoting: Quoting) -> io::Result<Self> {
        if matches!(saved, Saved::Again | Saved::Tabs) {
            out.write_all(&saved.bytes("\u{feff}"))?;
        }
        Ok(Self { out, saved, quoting, started: false, rows: 0 })
    }

    /// A line as it stands.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        if self.started {
            self.out.write_all(&self.saved.bytes(self.saved.line_end()))?;
        }
        self.started = true;
        self.out.write_all(&self.saved.bytes(line))
    }

    /// The names of the columns.
    pub fn header(&mut self, columns: &str) -> io::Result<()> {
        self.fields(&columns.split(',').collect::<Vec<_>>())
    }

    /// A row of data.
    pub fn row(&mut self, fields: &[&str]) -> io::Result<()> {
        self.rows += 1;
        self.fields(fields)
    }

    fn fields(&mut self, fields: &[&str]) -> io::Result<()> {
        let separator = self.saved.separator();
        let quoting = if self.saved == Saved::AsDelivered { self.quoting } else { Quoting::WhereNeeded };
        let mut line = String::new();
        for (n, field) in fields.iter().enumerate() {
            if n > 0 {
                line.push(separator);
            }
            if quoting == Quoting::Always || field.contains([separator, '"', '\n', '\r']) {
                line.push('"');
                line.push_str(&field.replace('"', "\"\""));
                line.push('"');
            } else {
                line.push_str(field);
            }
        }
        self.line(&line)
    }
}
