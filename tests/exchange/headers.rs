//! Tables whose header was changed: never passed over without a word.

use super::desk::{CONNECTIONS, INVITATIONS, read_all, read_zip, try_read, zip};
use inroads::domain::run::TableKind;
use inroads::exchange::linkedin::Unreadable;

const MESSAGES: &str = "\
CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER
1,,Jörg,https://www.linkedin.com/in/jörg-k,Mara Lind,2020-07-24 09:12:33 UTC,,hello,INBOX
";

#[test]
fn a_table_with_one_renamed_column_is_said_with_file_line_column_and_what_to_do() {
    let renamed = INVITATIONS.replace("Sent At", "Sent");
    let moved = format!("for the archive\n\n\n{renamed}");
    for (table, line) in [(renamed, 1), (moved, 4)] {
        let said = format!(
            "Invitations.csv, line {line}: this header lacks \"Sent At\", so no invitations were read. If a \
             spreadsheet has changed the file, take the one that LinkedIn sent, or give the columns their names back"
        );
        let files = [("Connections.csv", CONNECTIONS.as_bytes()), ("Invitations.csv", table.as_bytes())];
        for arrival in [read_all("x", &files).unwrap(), read_zip("x.zip", &zip(&files, 20)).unwrap()] {
            assert_eq!(arrival.tables.len(), 1, "absence counts only in a table that was read");
            assert_eq!(arrival.connections.len(), 1, "the other table is taken");
            assert!(arrival.warnings.contains(&said), "{:?}", arrival.warnings);
        }
        assert_eq!(try_read("Invitations.csv", table).unwrap_err().to_string(), said);
    }
}

#[test]
fn each_needed_column_is_missed_by_name_or_by_the_other_columns() {
    use TableKind::{Connections, Invitations, Messages};
    for (kind, table, columns) in [
        (Connections, CONNECTIONS, &["First Name", "Connected On"][..]),
        (Invitations, INVITATIONS, &["From", "To", "Sent At", "Direction"]),
        (Messages, MESSAGES, &["FROM", "TO", "CONTENT"]),
    ] {
        for column in columns {
            for separator in [",", ";", "\t"] {
                // A column of messages stands beside others that hold its name.
                let changed = table.replacen(&format!("{column},"), "Anders,", 1);
                let changed =
                    changed.replacen(&format!(",{column}\n"), ",Anders\n", 1).replace(',', separator);
                assert_ne!(changed, table.replace(',', separator), "{column}");
                let by_name = format!("{}.csv", kind.token());
                for file in [by_name.as_str(), "Kontakte.csv"] {
                    let error = try_read(file, &changed);
                    match (column, &error) {
                        // Conversations of two are known without these.
                        (&"TO" | &"CONTENT", Ok(_) | Err(Unreadable::NoDay { .. })) => {}
                        (_, Err(Unreadable::OtherHeader { kind: found, missing, .. })) => {
                            assert_eq!((*found, missing.as_str()), (kind, format!("\"{column}\"").as_str()));
                        }
                        (_, other) => panic!("{file} without {column}: {other:?}"),
                    }
                }
            }
        }
    }
}

#[test]
fn a_table_by_its_name_without_any_header_says_so() {
    for (file, missing) in [
        ("Connections.csv", "\"First Name\", \"Connected On\""),
        ("INVITATIONS (1).csv", "\"From\", \"To\", \"Sent At\", \"Direction\""),
        ("messages-2020.csv", "\"FROM\", \"TO\", \"DATE\", \"CONTENT\""),
    ] {
        let error = try_read(file, "Jörg,Kästner,Nordwind,24 Jul 2024\n").unwrap_err();
        assert!(matches!(error, Unreadable::OtherHeader { line: None, .. }), "{error:?}");
        let said = format!("{file}: none of its first lines is a header with {missing}, so no ");
        assert!(error.to_string().starts_with(&said), "{error}");
    }
}

#[test]
fn other_tables_of_an_export_are_passed_over_without_a_word() {
    let others: [(&str, &[u8]); 6] = [
        ("Profile.csv", b"First Name,Last Name,Maiden Name,Address,Headline\nMara,Lind,,,x\n"),
        ("Recommendations_Given.csv", b"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"),
        ("ImportedContacts.csv", b"FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt\n"),
        ("Comments.csv", b"Date,Link,Message\n2024-01-01,x,y\n"),
        ("guide_messages.csv", b"CONVERSATION ID,FROM,TO,SENT,CONTENT,FOLDER,SUBJECT,SENDER PROFILE URL\n"),
        ("Jobs/Job Applications.csv", b"Application Date,Contact Email,Company Name,Job Title\n"),
    ];
    let files: Vec<_> = [("Connections.csv", CONNECTIONS.as_bytes())].into_iter().chain(others).collect();
    let arrival = read_zip("Basic_LinkedInDataExport_11-20-2026.zip", &zip(&files, 20)).unwrap();
    assert_eq!((arrival.tables.len(), arrival.warnings.len()), (1, 0), "{:?}", arrival.warnings);
}
