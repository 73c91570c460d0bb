//! An archive byte by byte, as the platform streams them: a local header knows neither size nor checksum, they follow
//! behind the data and stand in the directory at the end.

use super::desk::{CONNECTIONS, INVITATIONS, read_zip};
use inroads::domain::arrival::AsOf;

const NAME: &str = "Complete_LinkedInDataExport_11-20-2026.zip.zip";

/// 19 November 2026, 23:30, as MS-DOS writes it: seven bits of year since 1980, four of month, five of day.
const DAY: u16 = 46 * 512 + 11 * 32 + 19;
const TIME: u16 = 23 * 2048 + 30 * 32;

/// Whether the data descriptor begins with a mark; the format leaves it open.
#[derive(Clone, Copy)]
enum Mark {
    Marked,
    Bare,
}

fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1)))
    })
}

/// DEFLATE at its plainest: one last block that is not compressed.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap();
    [&[1][..], &length.to_le_bytes(), &(!length).to_le_bytes(), bytes].concat()
}

fn streamed(files: &[(&str, &str)], mark: Mark) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let (begin, data) = (archive.len() as u32, deflated(text.as_bytes()));
        let length = (name.len() as u16).to_le_bytes();
        // Version 2.0, sizes follow (8) and the name is UTF-8 (0x800), DEFLATE.
        let about = [
            &20_u16.to_le_bytes()[..],
            &0x808_u16.to_le_bytes(),
            &8_u16.to_le_bytes(),
            &TIME.to_le_bytes(),
            &DAY.to_le_bytes(),
        ]
        .concat();
        let sizes = [
            checksum(text.as_bytes()).to_le_bytes(),
            (data.len() as u32).to_le_bytes(),
            (text.len() as u32).to_le_bytes(),
        ]
        .concat();
        archive
            .extend([b"PK\x03\x04", &about[..], &[0; 12], &length, &[0; 2], name.as_bytes(), &data].concat());
        if let Mark::Marked = mark {
            archive.extend(b"PK\x07\x08");
        }
        archive.extend(&sizes);
        directory
            .extend([b"PK\x01\x02", &20_u16.to_le_bytes()[..], &about, &sizes, &length, &[0; 12]].concat());
        directory.extend([&begin.to_le_bytes()[..], name.as_bytes()].concat());
    }
    let count = (files.len() as u16).to_le_bytes();
    let (begin, length) = (archive.len() as u32, directory.len() as u32);
    let end =
        [b"PK\x05\x06", &[0; 4][..], &count, &count, &length.to_le_bytes(), &begin.to_le_bytes(), &[0; 2]]
            .concat();
    [archive, directory, end].concat()
}

#[test]
fn sizes_that_stand_only_behind_the_data_and_at_the_end_are_enough() {
    for mark in [Mark::Marked, Mark::Bare] {
        let archive = streamed(&[("Connections.csv", CONNECTIONS), ("Invitations.csv", INVITATIONS)], mark);
        let arrival = read_zip(NAME, &archive).unwrap();
        assert_eq!((arrival.connections.len(), arrival.invitations.len()), (1, 1));
        assert_eq!((arrival.as_of.to_string().as_str(), arrival.as_of_from), ("2026-11-19", AsOf::Table));
        assert!(arrival.warnings.is_empty(), "{:?}", arrival.warnings);
    }
}

#[test]
fn tables_of_sub_folders_are_passed_over_and_those_at_the_root_are_read() {
    let archive = streamed(
        &[
            ("Jobs/", ""),
            (
                "Jobs/Job Applications.csv",
                "Application Date,Contact Email,Company Name\n\"1/2/24, 3:04 PM\",,Nordwind\n",
            ),
            ("Jobs/Saved Jobs.csv", "Saved Date,Job Url,Job Title\n\"1/2/24, 3:04 PM\",,CTO\n"),
            ("Articles/Articles/How to ask.html", "First Name,Connected On\nno table,1 Jan 2024\n"),
            (
                "Verifications/Verifications.csv",
                "First name,Last name,Organization name\nMara,Lind,Nordwind\n",
            ),
            ("Connections.csv", CONNECTIONS),
            ("Invitations.csv", INVITATIONS),
            ("Rich_Media.csv", "Date/Time,Media Description,Media Link\n,,\n"),
        ],
        Mark::Marked,
    );
    let arrival = read_zip(NAME, &archive).unwrap();
    let tables: Vec<_> = arrival.tables.iter().map(|table| (table.file.as_str(), table.rows)).collect();
    assert_eq!(tables, [("Connections.csv", 1), ("Invitations.csv", 1)]);
    assert!(arrival.warnings.is_empty() && arrival.left_out.is_empty(), "{:?}", arrival.warnings);
}
