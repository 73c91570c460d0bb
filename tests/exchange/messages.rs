//! The messages table: who wrote to whom, and what is no conversation.

use super::desk::{INVITATIONS, read, read_all};
use inroads::domain::arrival::{Arrival, Owner};

const HEADER: &str = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n";

const MARA: &str = "Mara Lind,https://www.linkedin.com/in/mara-lind";
const JOERG: &str = "Jörg Kästner,https://www.linkedin.com/in/jörg-k";
const ANA: &str = "\"Ruiz, Ana\",https://www.linkedin.com/in/ana";

fn line(from: &str, to: &str, text: &str) -> String {
    format!("2-a,,{from},{to},2024-07-24 09:12:33 UTC,,{text},INBOX,,No,No\n")
}

fn with_invitations(rows: &str) -> Arrival {
    let table = format!("{HEADER}{rows}");
    let files = [("Invitations.csv", INVITATIONS.as_bytes()), ("messages.csv", table.as_bytes())];
    read_all("x", &files).unwrap()
}

fn seen(arrival: &Arrival) -> Vec<String> {
    let text = |m: &inroads::domain::arrival::MessageRow| {
        format!("{} {} {} {}", m.line, m.direction.token(), m.slug, m.text)
    };
    arrival.messages.iter().map(text).collect()
}

#[test]
fn the_sender_tells_the_direction_and_the_folder_does_not() {
    let rows = [
        line(MARA, JOERG, "one"),
        line(JOERG, MARA, "two").replace("INBOX", "SENT"),
        line(ANA, MARA, "three"),
    ];
    let arrival = with_invitations(&rows.concat());
    assert_eq!(seen(&arrival), ["2 sent jörg-k one", "3 received jörg-k two", "4 received ana three"]);
    assert_eq!(arrival.messages[2].name, "Ruiz, Ana");
    assert_eq!(arrival.messages[0].at.to_string(), "2024-07-24T09:12Z");
}

#[test]
fn real_line_breaks_stay_and_lines_are_counted_through_them() {
    let rows = [
        line(MARA, JOERG, "\"Hi,\r\n\r\nbye\""),
        line(JOERG, MARA, "\"yes\""),
        line(JOERG, MARA, "x").replace("2024-07-24", "soon"),
    ];
    let arrival = with_invitations(&rows.concat().replace("No\n", "No\r\n"));
    assert_eq!(seen(&arrival), ["2 sent jörg-k Hi,\n\nbye", "5 received jörg-k yes"]);
    assert_eq!((arrival.left_out[0].line, arrival.left_out[0].file.as_str()), (6, "messages.csv"));
    assert_eq!(arrival.left_out[0].reason, "DATE: could not read \"soon 09:12:33 UTC\" as a date");
}

#[test]
fn groups_hidden_members_advertisements_and_drafts_are_skipped_without_a_word() {
    let both =
        "\"Jörg Kästner,Ruiz, Ana\",\"https://www.linkedin.com/in/jörg-k,https://www.linkedin.com/in/ana\"";
    let rows = [
        line(MARA, both, "group"),
        line("LinkedIn Member,", MARA, "hidden"),
        line(MARA, "LinkedIn Member,", "hidden"),
        line(ANA, MARA, "\"<p class=\"\"spinmail\"\">Buy!</p>\""),
        line(ANA, MARA, "buy").replace("2-a,,", "2-b,Sponsored Conversation,"),
        line(MARA, JOERG, "unsent").replace("No,No", "Yes,No"),
        line(MARA, MARA, "to myself"),
        line(ANA, JOERG, "not mine"),
        line(MARA, JOERG, "\"<3 your talk\""),
    ];
    let arrival = with_invitations(&rows.concat());
    assert_eq!(seen(&arrival), ["10 sent jörg-k <3 your talk"]);
    assert_eq!((arrival.left_out.len(), arrival.tables[1].rows), (0, 9));
}

#[test]
fn without_invitations_the_owner_takes_part_in_every_conversation() {
    let rows = [line(MARA, JOERG, "one"), line(ANA, MARA, "two")].concat();
    let arrival = read("messages.csv", format!("{HEADER}{rows}"));
    assert_eq!(arrival.owner, Some(Owner { name: "Mara Lind".into(), slug: "mara-lind".into() }));
    assert_eq!(seen(&arrival), ["2 sent jörg-k one", "3 received ana two"]);
}

#[test]
fn two_people_alone_cannot_be_told_apart() {
    let arrival = read("messages.csv", format!("{HEADER}{}", line(MARA, JOERG, "one")));
    assert_eq!((arrival.owner.as_ref(), arrival.messages.len()), (None, 0));
    assert!(
        arrival.warnings.iter().any(|line| line.contains("whose export it is")),
        "{:?}",
        arrival.warnings
    );
}

#[test]
fn an_owner_known_by_name_only_gets_the_address_from_the_conversations() {
    let names = "From,To,Sent At,Message,Direction\nMara Lind,Tom Okafor,\"1/22/23, 3:04 PM\",,OUTGOING\n";
    let table = format!("{HEADER}{}{}", line(MARA, JOERG, "one"), line(ANA, MARA, "two"));
    let arrival =
        read_all("x", &[("Invitations.csv", names.as_bytes()), ("messages.csv", table.as_bytes())]).unwrap();
    assert_eq!(arrival.owner, Some(Owner { name: "Mara Lind".into(), slug: "mara-lind".into() }));
    assert_eq!(arrival.messages.len(), 2);
}

#[test]
fn an_older_address_of_the_owner_is_known_by_the_name() {
    let old = "Mara Lind,https://www.linkedin.com/in/mara-l-12345";
    let arrival = with_invitations(&[line(old, JOERG, "one"), line(JOERG, old, "two")].concat());
    assert_eq!(seen(&arrival), ["2 sent jörg-k one", "3 received jörg-k two"]);
}

#[test]
fn the_seven_columns_of_2018_have_no_addresses_and_are_left_aside_in_plain_words() {
    let table = "From,To,Date,Subject,Content,Direction,Folder\n\
        Jörg Kästner,Mara Lind,\"2/7/18, 10:11 PM\",,hello,INCOMING,INBOX\n\
        Mara Lind,Jörg Kästner,2018-02-07 22:12:00 UTC,,\"hello, you\",OUTGOING,INBOX\n";
    let said = "Messages.csv has no addresses of people, as in exports of 2018, and a name does not say who \
                somebody is: its 2 messages were left aside; import newer messages, or the tables of connections \
                and invitations";
    let beside = [("Invitations.csv", INVITATIONS.as_bytes()), ("Messages.csv", table.as_bytes())];
    let arrival = read_all("x", &beside).unwrap();
    assert_eq!(seen(&arrival), [""; 0]);
    assert_eq!(arrival.tables.iter().map(|table| table.rows).collect::<Vec<_>>(), [1, 2]);
    assert!(arrival.warnings.iter().any(|line| line == said), "{:?}", arrival.warnings);
    assert!(!arrival.warnings.iter().any(|line| line.contains("whose export")), "{:?}", arrival.warnings);
    let alone = read_all("Basic_LinkedInDataExport_02-10-2018.zip", &[beside[1]]).unwrap_err();
    assert_eq!(alone.to_string(), said);
}

#[test]
fn where_only_the_sender_has_an_address_the_recipient_is_known_by_what_they_wrote() {
    let header =
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
            .to_owned();
    let line = |conversation: &str, from: &str, to: &str, text: &str| {
        format!("{conversation},,{from},{to},2021-07-24 09:12:33 UTC,,{text},INBOX\n")
    };
    let names = "From,To,Sent At,Message,Direction\nMara Lind,Tom Okafor,\"1/22/21, 3:04 PM\",,OUTGOING\n";
    let mara = "Mara Lind,https://www.linkedin.com/in/mara-lind";
    let rows = [
        line("1", mara, "Jörg Kästner", "one"),
        line("1", JOERG, "Mara Lind", "two"),
        line("2", mara, "Jörg Kästner", "to another of that name"),
        line("3", mara, "\"Jörg Kästner,Ana\"", "to several"),
        line("4", "Jo Two,https://www.linkedin.com/in/jo-1", "Mara Lind", "three"),
        line("4", "Jo Two,https://www.linkedin.com/in/jo-2", "Mara Lind", "four"),
        line("4", mara, "Jo Two", "to which of them?"),
    ];
    let table = header + &rows.concat();
    let arrival =
        read_all("x", &[("Invitations.csv", names.as_bytes()), ("messages.csv", table.as_bytes())]).unwrap();
    assert_eq!(
        seen(&arrival),
        ["2 sent jörg-k one", "3 received jörg-k two", "6 received jo-1 three", "7 received jo-2 four"]
    );
    let said = "3 messages of yours to people who did not write in the same conversation, or to several at once: \
                left aside, since the table does not tell their addresses";
    assert!(arrival.warnings.iter().any(|line| line == said), "{:?}", arrival.warnings);
}

#[test]
fn old_dates_are_read_where_there_are_addresses() {
    let table = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n\
        2-a,,Jörg Kästner,https://www.linkedin.com/in/jörg-k,Mara Lind,\"2/7/18, 10:11 PM\",,hello,INBOX\n";
    let arrival =
        read_all("x", &[("Invitations.csv", INVITATIONS.as_bytes()), ("Messages.csv", table.as_bytes())])
            .unwrap();
    assert_eq!(seen(&arrival), ["2 received jörg-k hello"]);
    assert_eq!(arrival.messages[0].at.to_string(), "2018-02-07T22:11Z");
}

#[test]
fn messages_of_which_no_row_can_be_read_do_not_hold_up_the_other_tables() {
    let rows = line(MARA, JOERG, "x").replace("2024-07-24", "soon");
    let arrival = with_invitations(&rows);
    assert_eq!(arrival.tables.len(), 1);
    assert!(arrival.warnings.iter().any(|line| line.contains("messages.csv: none of its 1 rows")));
    let alone = read_all("x", &[("messages.csv", format!("{HEADER}{rows}").as_bytes())]).unwrap_err();
    assert!(alone.to_string().contains("none of its 1 rows"), "{alone}");
}

#[test]
fn talk_with_a_program_of_the_platform_is_no_conversation() {
    let table = format!("{HEADER}{}", line(MARA, JOERG, "one"));
    let files = [
        ("Invitations.csv", INVITATIONS.as_bytes()),
        ("guide_messages.csv", table.as_bytes()),
        ("coach_messages.csv", table.as_bytes()),
        ("learning_role_play_messages.csv", table.as_bytes()),
    ];
    assert_eq!(read_all("x", &files).unwrap().tables.len(), 1);
}
