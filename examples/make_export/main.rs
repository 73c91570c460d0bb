//! Makes an export of any size with nobody in it, by the facts of the real ones, and says what an import should find.
//!
//! ```text
//! cargo run --release --example make_export -- --connections 30000 --invitations 10000 --messages 20000 \
//!     --seed 7 --as-of 2026-11-20 --era 2024 --quirks all OUT.zip      (or a folder: OUT)
//! ```
//!
//! Beside it stands `OUT.truth.json`: each request with the standing that follows from the tables, and the counts.
//! The same seed with `--later DAYS` is the same world seen that much later: some have accepted since, some requests
//! are no longer listed, some people changed company, hid or left.

mod archive;
mod dialect;
mod messages;
mod names;
mod person;
mod rng;
mod tables;
mod truth;
mod words;
mod world;

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Parser;
use serde_json::json;

use archive::Archive;
use dialect::{Csv, Era, Quoting, Saved};
use person::Quirks;
use world::{DAY, HOUR, World};

/// Whose export it is.
pub struct Owner {
    name: &'static str,
    first: &'static str,
    slug: &'static str,
}

const OWNER: Owner = Owner { name: "Robin Vidal", first: "Robin", slug: "robin-vidal-5c1e2a" };

#[derive(Parser)]
#[command(about = "Makes an export with made-up people, and the truth about it")]
struct Args {
    /// Rows of Connections.csv at the first export
    #[arg(long, default_value_t = 300)]
    connections: u64,
    /// Rows of Invitations.csv at the first export, about
    #[arg(long, default_value_t = 100)]
    invitations: u64,
    /// Rows of messages.csv at the first export, about
    #[arg(long, default_value_t = 200)]
    messages: u64,
    /// The same seed gives the same world
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day of the first export
    #[arg(long, default_value = "2026-11-20")]
    as_of: NaiveDate,
    /// Days after that day on which this export is made
    #[arg(long, default_value_t = 0)]
    later: i64,
    #[arg(long, value_enum, default_value = "2024")]
    era: Era,
    #[arg(long, value_enum, default_value = "all")]
    quirks: Quirks,
    /// Who saved the tables last
    #[arg(long, value_enum, default_value = "delivered")]
    saved: Saved,
    /// A zip where it ends in .zip, else a folder
    out: PathBuf,
}

/// An export being written.
pub struct Export {
    world: World,
    at: i64,
    era: Era,
    saved: Saved,
    archive: Archive,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let midnight = args.as_of.and_hms_opt(0, 0, 0).map_or(0, |at| at.and_utc().timestamp() / 60);
    let first = midnight + 20 * HOUR + 15;
    let recent = args.connections.min(args.invitations * 55 / 100);
    let mut world = World {
        seed: args.seed,
        quirks: args.quirks,
        first,
        connections: args.connections,
        recent,
        waiting: args.invitations - recent,
        talked: 0,
        addresses: args.era >= Era::Y2024,
    };
    world.talked = messages::reach(&world, args.messages);
    let at = first + args.later.max(0) * DAY;
    let archive = Archive::create(&args.out, at)?;
    let mut export = Export { world, at, era: args.era, saved: args.saved, archive };

    let requests = world.requests(at);
    let connections = tables::connections(&mut export, &requests)?;
    let invitations = tables::invitations(&mut export, &requests)?;
    let (messages, partners) = messages::write(&mut export, &requests)?;
    if args.quirks == Quirks::All {
        beside(&mut export)?;
    }
    export.archive.finish()?;

    let (contacts, without) = truth::contacts(&world, &requests, at, connections.known, &partners);
    let addresses = world.addresses;
    let head = json!({
        "as_of": dialect::day(at),
        "first_as_of": dialect::day(first),
        "seed": args.seed,
        "owner": { "name": OWNER.name, "slug": OWNER.slug },
        "connections": connections,
        "invitations": invitations,
        "messages": messages,
        "left_out": connections.bad + invitations.bad,
        // Without addresses nobody can say how many people there are.
        "contacts": addresses.then_some(contacts),
        "contacts_without_conversations": addresses.then_some(without),
    });
    let truth = args.out.with_extension("truth.json");
    truth::requests(&world, &requests, at, args.era)
        .write(&mut BufWriter::new(File::create(&truth)?), head)?;
    println!("{} and {}", args.out.display(), truth.display());
    Ok(())
}

// Tables that are none of an importer's business, one of which bears the columns of a conversation.
fn beside(export: &mut Export) -> anyhow::Result<()> {
    let mut table = |name: &str, columns: &str, row: &[&str]| -> anyhow::Result<()> {
        let csv = &mut Csv::new(export.archive.table(name)?, export.saved, Quoting::WhereNeeded)?;
        csv.header(columns)?;
        Ok(csv.row(row)?)
    };
    table("Profile.csv", "First Name,Last Name,Headline", &["Robin", "Vidal", "Builds a sync tool"])?;
    table(
        "guide_messages.csv",
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT",
        &["1", "", OWNER.name, "", "Guide", "", "2026-01-02 03:04:05 UTC", "", "How do I write a headline?"],
    )?;
    table("Jobs/Job Applications.csv", "Application Date,Company Name", &["1/2/24, 3:04 PM", "Nordwind"])
}
