//! The connections table of every era, and what is wrong with its rows.

use super::desk::{CONNECTIONS, read, try_read};
use inroads::domain::arrival::{AsOf, ConnectionRow};
use inroads::domain::run::TableKind;
use inroads::exchange::linkedin::Unreadable;

fn row(line: u64, first: &str, last: &str, slug: &str, day: &str) -> ConnectionRow {
    ConnectionRow {
        line,
        first_name: first.to_owned(),
        last_name: last.to_owned(),
        slug: slug.to_owned(),
        email: String::new(),
        company: "Nordwind".to_owned(),
        role: "CTO".to_owned(),
        connected_on: inroads::domain::time::Day::parse(day),
    }
}

#[test]
fn era_2018_has_no_preamble_and_a_time() {
    let arrival = read(
        "Connections.csv",
        "First Name,Last Name,Email Address,Company,Position,Connected On\n\
         Lena,Fischer,lena@nordwind.example,Nordwind,CTO,\"2/7/18, 10:11 PM\"\n",
    );
    let mut expected = row(2, "Lena", "Fischer", "", "2018-02-07");
    expected.email = "lena@nordwind.example".to_owned();
    assert_eq!(arrival.connections, [expected]);
}

#[test]
fn era_2020_has_a_worded_date_and_no_addresses() {
    let arrival = read(
        "Connections.csv",
        "First Name,Last Name,Email Address,Company,Position,Connected On\n\
         Lena,Fischer,,Nordwind,CTO,05 Mar 2020",
    );
    assert_eq!(arrival.connections, [row(2, "Lena", "Fischer", "", "2020-03-05")]);
}

#[test]
fn era_2021_has_a_preamble_of_three_lines() {
    let arrival = read(
        "Connections.csv",
        "Notes:\n\"When exporting your connection data, some \"\"email addresses\"\" are missing.\"\n\n\
         First Name,Last Name,Email Address,Company,Position,Connected On\n\
         Lena,Fischer,,Nordwind,CTO,05 Mar 2022\n",
    );
    assert_eq!(arrival.connections, [row(5, "Lena", "Fischer", "", "2022-03-05")]);
}

#[test]
fn era_2023_has_addresses_and_an_encoded_key_is_decoded() {
    let arrival = read("Connections.csv", CONNECTIONS);
    assert_eq!(arrival.connections, [row(5, "Jörg", "Kästner", "jörg-k", "2024-07-24")]);
    assert_eq!(arrival.tables.len(), 1);
    assert_eq!((arrival.tables[0].kind, arrival.tables[0].rows), (TableKind::Connections, 1));
    assert_eq!((arrival.as_of.to_string().as_str(), arrival.as_of_from), ("2024-07-24", AsOf::Newest));
    assert!(arrival.warnings[0].contains("the newest date in it, 2024-07-24"), "{:?}", arrival.warnings);
}

#[test]
fn rows_of_only_a_date_are_counted_and_make_no_person() {
    let arrival = read(
        "Connections.csv",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
         ,,,,,,24 Jul 2024\n\
         Lena,Fischer,,,Nordwind,CTO,05 Mar 2022\n\
         ,,,,,,\n\
         \n\
         ,,,,,,25 Jul 2024\n",
    );
    assert_eq!((arrival.hidden, arrival.tables[0].rows, arrival.left_out.len()), (2, 3, 0));
    assert_eq!(arrival.connections, [row(3, "Lena", "Fischer", "", "2022-03-05")]);
    assert_eq!(arrival.as_of.to_string(), "2024-07-25");
}

#[test]
fn bad_rows_are_left_out_with_file_line_and_column_while_the_rest_is_read() {
    let arrival = read(
        "Connections.csv",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n\
         Lena,Fischer,,,\"Nord\r\nwind\",CTO,05 Mar 2022\r\n\
         \r\n\
         Lena,Fischer,,,Nordwind,CTO,31 Feb 2022\r\n\
         Lena,Fischer\r\n\
         ,,,,Nordwind,,05 Mar 2022\r\n\
         Lena,Fischer,,,Nordwind,CTO,06 Mar 2022,more,and more",
    );
    let left_out: Vec<_> = arrival.left_out.iter().map(|row| (row.line, row.reason.as_str())).collect();
    assert_eq!(
        left_out,
        [
            (5, "Connected On: could not read \"31 Feb 2022\" as a date"),
            (6, "Connected On: could not read \"\" as a date"),
            (7, "First Name, Last Name, URL: it names nobody"),
        ]
    );
    assert!(arrival.left_out.iter().all(|row| row.file == "Connections.csv"));
    assert_eq!(arrival.connections.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 8]);
    assert_eq!(arrival.connections[0].company, "Nord wind");
    assert_eq!(arrival.tables[0].rows, 5);
}

#[test]
fn names_are_trimmed_and_otherwise_left_as_they_are() {
    let arrival = read(
        "Connections.csv",
        "First Name,Last Name,URL,Company,Connected On\n\
         \u{a0}Ana  María ,\"Ruiz, PhD\",https://www.linkedin.com/in/ANA-Ruiz/,\"Nord\nwind\",05 Mar 2022\n\
         🚀 Bo,\"Lin\u{202e}\x1b[31m\",https://www.linkedin.com/in/bo%07-lin\0?x=1,,05 Mar 2022\n",
    );
    let people: Vec<_> = arrival
        .connections
        .iter()
        .map(|row| (row.first_name.as_str(), row.last_name.as_str(), row.slug.as_str()))
        .collect();
    assert_eq!(people[0], ("Ana María", "Ruiz, PhD", "ana-ruiz"));
    assert_eq!(people[1], ("🚀 Bo", "Lin\u{202e}\x1b[31m", "bo-lin"));
}

#[test]
fn two_people_of_one_name_stay_two() {
    let arrival = read(
        "Connections.csv",
        "First Name,Last Name,URL,Connected On\n\
         Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,05 Mar 2022\n\
         Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz-2,05 Mar 2022\n",
    );
    assert_eq!(
        arrival.connections.iter().map(|row| &row.slug).collect::<Vec<_>>(),
        ["ana-ruiz", "ana-ruiz-2"]
    );
}

#[test]
fn a_table_of_which_nothing_was_read_is_an_error() {
    let header = "First Name,Last Name,URL,Connected On\n";
    let empty = try_read("Connections.csv", header).unwrap_err();
    assert_eq!(
        empty.to_string(),
        "Connections.csv has its header and no row below it: download the export again"
    );
    let misread =
        try_read("Connections.csv", format!("{header}Ana,Ruiz,,gestern\nBo,Lin,,heute\n")).unwrap_err();
    assert!(matches!(&misread, Unreadable::NoRowRead { rows: 2, line: 2, .. }), "{misread}");
    assert!(misread.to_string().contains("Connected On: could not read \"gestern\" as a date"), "{misread}");
}
