//! The invitations table of every era, and whose export it is.

use super::desk::{INVITATIONS, read};
use inroads::domain::arrival::Owner;
use inroads::domain::request::Direction;
use inroads::domain::time::Moment;

fn owner(name: &str, slug: &str) -> Owner {
    Owner { name: name.to_owned(), slug: slug.to_owned() }
}

#[test]
fn era_before_2023_has_names_only() {
    let arrival = read(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction\n\
         Mara Lind,Tom Okafor,\"1/22/23, 3:04 PM\",\"Hi Tom, we met\",OUTGOING\n\
         Ines Costa,Mara Lind,\"1/23/23, 3:04\u{202f}PM\",,INCOMING\n",
    );
    assert_eq!(arrival.owner.unwrap(), owner("Mara Lind", ""));
    let [sent, received] = &arrival.invitations[..] else { panic!("two rows") };
    assert_eq!(
        (sent.line, sent.direction, sent.name.as_str(), sent.slug.as_str()),
        (2, Direction::Sent, "Tom Okafor", "")
    );
    assert_eq!(
        (sent.sent_at, sent.sent_raw.as_str()),
        (Moment::parse("2023-01-22T23:04Z"), "1/22/23, 3:04 PM")
    );
    assert_eq!(sent.message, "Hi Tom, we met");
    assert_eq!((received.direction, received.name.as_str()), (Direction::Received, "Ines Costa"));
    assert_eq!(received.sent_at, Moment::parse("2023-01-23T23:04Z"));
}

#[test]
fn era_of_profile_numbers_has_no_keys() {
    let arrival = read(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction,inviterProfileUrn,inviteeProfileUrn\n\
         Mara Lind,Tom Okafor,\"8/22/23, 3:04 PM\",,OUTGOING,urn:li:member:1,urn:li:member:2\n",
    );
    assert_eq!((arrival.invitations[0].slug.as_str(), arrival.owner.unwrap()), ("", owner("Mara Lind", "")));
}

#[test]
fn era_of_empty_addresses_has_no_keys() {
    for address in ["https://www.linkedin.com/in", "https://www.linkedin.com/in/", ""] {
        let arrival = read(
            "Invitations.csv",
            format!(
                "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n\
                 Mara Lind,Tom Okafor,\"11/22/23, 3:04 PM\",,OUTGOING,{address},{address}\n"
            ),
        );
        assert_eq!(
            (arrival.invitations[0].slug.as_str(), arrival.owner.unwrap()),
            ("", owner("Mara Lind", ""))
        );
    }
}

#[test]
fn era_2024_has_raw_addresses_that_give_the_same_key_as_encoded_ones() {
    let arrival = read("Invitations.csv", INVITATIONS);
    assert_eq!(arrival.owner.unwrap(), owner("Mara Lind", "mara-lind"));
    assert_eq!(arrival.invitations[0].slug, "jörg-k");
    assert_eq!(arrival.as_of.to_string(), "2024-07-23", "the UTC day");
}

#[test]
fn the_owner_stands_on_the_own_side_of_most_rows() {
    let arrival = read(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n\
         Someone Else,A,\"1/1/24, 3:04 PM\",,OUTGOING,https://www.linkedin.com/in/else,https://www.linkedin.com/in/a\n\
         B,Mara Lind,\"1/1/24, 3:04 PM\",,INCOMING,https://www.linkedin.com/in/b,https://www.linkedin.com/in/mara-lind\n\
         Mara Lind,C,\"1/1/24, 3:04 PM\",,outgoing,https://www.linkedin.com/in/mara-lind,https://www.linkedin.com/in/c\n",
    );
    assert_eq!(arrival.owner.unwrap(), owner("Mara Lind", "mara-lind"));
}

#[test]
fn a_bad_date_is_left_out_and_still_counts_as_listed_where_there_is_a_key() {
    let arrival = read(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n\
         Mara Lind,A,soon,,OUTGOING,https://www.linkedin.com/in/mara-lind,https://www.linkedin.com/in/a\n\
         Mara Lind,B,soon,,OUTGOING,https://www.linkedin.com/in/mara-lind,\n\
         Mara Lind,C,\"1/1/24, 3:04 PM\",,SIDEWAYS,https://www.linkedin.com/in/mara-lind,https://www.linkedin.com/in/c\n\
         Mara Lind,,\"1/1/24, 3:04 PM\",,OUTGOING,https://www.linkedin.com/in/mara-lind,\n\
         Mara Lind,D,\"1/1/24, 3:04 PM\",,OUTGOING,https://www.linkedin.com/in/mara-lind,https://www.linkedin.com/in/d\n",
    );
    let listed: Vec<_> =
        arrival.invitations.iter().map(|row| (row.line, row.slug.as_str(), row.sent_at.is_some())).collect();
    assert_eq!(listed, [(2, "a", false), (6, "d", true)]);
    let left_out: Vec<_> = arrival.left_out.iter().map(|row| (row.line, row.reason.as_str())).collect();
    assert_eq!(
        left_out,
        [
            (2, "Sent At: could not read \"soon\" as a date"),
            (3, "Sent At: could not read \"soon\" as a date"),
            (4, "Direction: neither OUTGOING nor INCOMING but \"SIDEWAYS\""),
            (5, "From, To: it names nobody"),
        ]
    );
    assert_eq!(arrival.tables[0].rows, 5);
}

#[test]
fn rows_come_in_the_order_of_the_file_and_twice_where_they_stand_twice() {
    let row = INVITATIONS.lines().nth(1).unwrap();
    let arrival = read("Invitations.csv", format!("{INVITATIONS}{row}\n"));
    assert_eq!(arrival.invitations.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3]);
}
