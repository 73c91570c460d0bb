//! Invitations that a spreadsheet saved again without their times, imported beside the table as it was delivered.

use super::desk::{read_zip, zip};
use inroads::domain::batch::{Batch, BatchKey};
use inroads::domain::merge::{Conversations, plan};
use inroads::domain::network::Network;
use inroads::domain::request::Standing;
use inroads::domain::time::{Day, Moment, Now};

/// Imports a table as of a day of November 2026; gives back how many requests are new, and how many no longer listed.
fn import(network: &mut Network, rows: &str, day: u8) -> (usize, usize) {
    let header = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
    let table = format!("{header}{rows}");
    let name = format!("Basic_LinkedInDataExport_11-{day:02}-2026.zip");
    let arrival = read_zip(&name, &zip(&[("Invitations.csv", table.as_bytes())], day)).unwrap();
    let today = Day::parse("2026-11-28").unwrap();
    let now = Now { today, at: today.midnight_utc() };
    let plan = plan(network, &arrival, Conversations::Keep, now);
    let changes = plan.changes;
    let (key, by, what) = (BatchKey(day.to_string()), "test".to_owned(), "import".to_owned());
    network.apply(Batch { key, at: now.at, by, what, undoes: None, changes }).unwrap();
    (plan.report.requests.new, plan.report.requests.no_longer_listed)
}

/// 22 July in the file, 23 July in UTC.
const TIMED: &str = "Mara Lind,Ana Ruiz,\"7/22/26, 5:30 PM\",,OUTGOING";
const DAY_ONLY: &str = "Mara Lind,Ana Ruiz,22-Jul-26,,OUTGOING";
const ADDRESSES: [&str; 2] =
    [",,\n", ",https://www.linkedin.com/in/mara-lind,https://www.linkedin.com/in/ana\n"];

#[test]
fn a_row_without_its_time_is_known_again_with_an_address_and_without() {
    for addresses in ADDRESSES {
        let (timed, day_only) = (format!("{TIMED}{addresses}"), format!("{DAY_ONLY}{addresses}"));
        for rows in [[&timed, &day_only, &timed], [&day_only, &timed, &day_only]] {
            let mut network = Network::default();
            assert_eq!(import(&mut network, rows[0], 1), (1, 0), "{rows:?}");
            assert_eq!(import(&mut network, rows[1], 2), (0, 0), "{rows:?}");
            assert_eq!(import(&mut network, rows[2], 3), (0, 0), "{rows:?}");
            assert_eq!((network.contacts.len(), network.requests.len()), (1, 1), "{rows:?}");
            let request = network.requests.iter().next().unwrap();
            assert_eq!(request.standing, Standing::Pending, "{rows:?}");
            assert_eq!(request.sent_at, Moment::parse("2026-07-23T00:30Z"), "the time, once it is known");
            assert_eq!(request.sent_on.to_string(), "2026-07-23", "{rows:?}");
        }
    }
}

#[test]
fn a_row_without_its_time_has_the_day_that_stands_in_the_file() {
    let mut network = Network::default();
    import(&mut network, &format!("{DAY_ONLY}{}", ADDRESSES[1]), 1);
    let request = network.requests.iter().next().unwrap();
    assert_eq!((request.sent_at, request.sent_raw.as_str()), (None, "22-Jul-26"));
    assert_eq!(request.sent_on.to_string(), "2026-07-22");
}

#[test]
fn the_day_before_and_the_day_after_are_others() {
    for other in ["21-Jul-26", "23-Jul-26"] {
        let mut network = Network::default();
        import(&mut network, &format!("{TIMED}{}", ADDRESSES[0]), 1);
        let row = DAY_ONLY.replace("22-Jul-26", other);
        assert_eq!(import(&mut network, &format!("{row}{}", ADDRESSES[0]), 2), (1, 1), "{other}");
    }
}
