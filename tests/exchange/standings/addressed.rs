//! From 2024 on: addresses everywhere, and the minute of an acceptance.

use super::Book;

const CONNECTIONS: &str = "Notes:\n\"When exporting your connection data, you may notice that some are missing.\"\n\n\
                           First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

const INVITATIONS: &str = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";

const MESSAGES: &str = "\"CONVERSATION ID\",\"CONVERSATION TITLE\",\"FROM\",\"SENDER PROFILE URL\",\"TO\",\
                        \"RECIPIENT PROFILE URLS\",\"DATE\",\"SUBJECT\",\"CONTENT\",\"FOLDER\",\"ATTACHMENTS\",\
                        \"IS MESSAGE DRAFT\",\"IS CONVERSATION DRAFT\"\n";

fn asked(who: &str, slug: &str, sent_at: &str, note: &str) -> String {
    let at = "https://www.linkedin.com/in/";
    format!("Mara Lind,{who},\"{sent_at}\",\"{note}\",OUTGOING,{at}mara-lind,{at}{slug}\n")
}

fn was_asked(who: &str, slug: &str, sent_at: &str, note: &str) -> String {
    let at = "https://www.linkedin.com/in/";
    format!("{who},Mara Lind,\"{sent_at}\",\"{note}\",INCOMING,{at}{slug},{at}mara-lind\n")
}

fn wrote(from: (&str, &str), to: (&str, &str), at: &str, text: &str) -> String {
    let url = |slug: &str| format!("https://www.linkedin.com/in/{slug}");
    let (sender, recipient) = (url(from.1), url(to.1));
    format!(
        "\"2-x\",\"\",\"{}\",\"{sender}\",\"{}\",\"{recipient}\",\"{at}\",\"\",\"{text}\",\"INBOX\",\"\",\"No\",\"No\"\n",
        from.0, to.0
    )
}

const MARA: (&str, &str) = ("Mara Lind", "mara-lind");

/// May 2024: the first export.
fn may(book: &mut Book) {
    let connections = "Jörg,Kästner,https://www.linkedin.com/in/j%C3%B6rg-k,,Nordwind,CTO,12 May 2024\n\
                       Pia,Hall,https://www.linkedin.com/in/pia-hall,,,,10 May 2024\n\
                       Ben,Oyu,https://www.linkedin.com/in/ben-oyu,,,,06 May 2024\n\
                       ,,,,,,03 Mar 2024\n\
                       Old,Friend,https://www.linkedin.com/in/old-friend,,,,01 Jan 2015";
    let invitations = [
        was_asked("Ines Costa", "ines", "5/15/24, 9:00\u{202f}AM", "Hello Mara,  may I?"),
        // Six in the evening of the 11th is the 12th in UTC.
        asked("Jörg Kästner", "jörg-k", "5/11/24, 6:00\u{202f}PM", "Hi Jörg,  your talk helped me. Mara"),
        // Two to one address: the newer was accepted. The same row twice is one.
        asked("Pia Hall", "pia-hall", "5/9/24, 9:00\u{202f}AM", ""),
        asked("Pia Hall", "pia-hall", "5/9/24, 9:00\u{202f}AM", ""),
        asked("Pia Hall", "pia-hall", "4/1/24, 9:00\u{202f}AM", ""),
        // Two that cross.
        asked("Ben Oyu", "ben-oyu", "5/5/24, 9:00\u{202f}AM", ""),
        was_asked("Ben Oyu", "ben-oyu", "5/5/24, 9:30\u{202f}AM", ""),
        // A connection of long ago belongs to another time.
        asked("Old Friend", "old-friend", "5/2/24, 9:00\u{202f}AM", ""),
        asked("Tom Okafor", "tom", "5/1/24, 9:00\u{202f}AM", ""),
    ]
    .concat();
    let joerg = ("Jörg Kästner", "jörg-k");
    let messages = [
        wrote(joerg, MARA, "2024-05-13 08:00:00 UTC", "Thank you,\nand welcome"),
        wrote(MARA, joerg, "2024-05-12 09:10:59 UTC", "Hi Jörg, your talk helped me.\nMara"),
    ]
    .concat();
    let report = book.import(
        "Complete_LinkedInDataExport_05-20-2024",
        &[
            ("Connections.csv", &format!("{CONNECTIONS}{connections}")),
            ("Invitations.csv", &format!("{INVITATIONS}{invitations}")),
            ("messages.csv", &format!("{MESSAGES}{messages}")),
        ],
    );
    assert_eq!((report.background.hidden, report.left_out.len(), report.to_decide.len()), (1, 0, 0));
}

/// July: Ines was accepted, Tom is gone from the list, an old friend from the connections.
fn july(book: &mut Book) {
    let connections = "Ines,Costa,https://www.linkedin.com/in/ines,,Faro,,01 Jun 2024\n\
                       Jörg,Kästner,https://www.linkedin.com/in/j%C3%B6rg-k,,Nordwind,CEO,12 May 2024\n\
                       Pia,Hall,https://www.linkedin.com/in/pia-hall,,,,10 May 2024\n\
                       Ben,Oyu,https://www.linkedin.com/in/ben-oyu,,,,06 May 2024";
    let invitations = [
        was_asked("Ines Costa", "ines", "5/15/24, 9:00\u{202f}AM", "Hello Mara,  may I?"),
        asked("Jörg Kästner", "jörg-k", "5/11/24, 6:00\u{202f}PM", "Hi Jörg,  your talk helped me. Mara"),
        asked("Pia Hall", "pia-hall", "5/9/24, 9:00\u{202f}AM", ""),
        asked("Old Friend", "old-friend", "5/2/24, 9:00\u{202f}AM", ""),
    ]
    .concat();
    let messages = wrote(("Ines Costa", "ines"), MARA, "2024-06-01 07:08:09 UTC", "Hello Mara, may I?");
    let report = book.import(
        "Complete_LinkedInDataExport_07-10-2024",
        &[
            ("Connections.csv", &format!("{CONNECTIONS}{connections}")),
            ("Invitations.csv", &format!("{INVITATIONS}{invitations}")),
            ("messages.csv", &format!("{MESSAGES}{messages}")),
        ],
    );
    assert_eq!(report.to_decide, []);
}

const AFTER_MAY: [&str; 8] = [
    "Ben Oyu received 2024-05-05T16:30Z accepted 2024-05-06 imported",
    "Ben Oyu sent 2024-05-05T16:00Z accepted 2024-05-06 imported",
    "Ines Costa received 2024-05-15T16:00Z pending imported pending on 2024-05-20",
    "Jörg Kästner sent 2024-05-12T01:00Z accepted 2024-05-12 at 2024-05-12T09:10Z imported",
    "Old Friend sent 2024-05-02T16:00Z pending imported pending on 2024-05-20",
    "Pia Hall sent 2024-04-01T16:00Z no_longer_listed 2024-05-09 inferred",
    "Pia Hall sent 2024-05-09T16:00Z accepted 2024-05-10 imported",
    "Tom Okafor sent 2024-05-01T16:00Z pending imported pending on 2024-05-20",
];

const AFTER_JULY: [&str; 8] = [
    "Ben Oyu received 2024-05-05T16:30Z accepted 2024-05-06 imported",
    "Ben Oyu sent 2024-05-05T16:00Z accepted 2024-05-06 imported",
    "Ines Costa received 2024-05-15T16:00Z accepted 2024-06-01 at 2024-06-01T07:08Z imported pending on 2024-05-20",
    "Jörg Kästner sent 2024-05-12T01:00Z accepted 2024-05-12 at 2024-05-12T09:10Z imported",
    "Old Friend sent 2024-05-02T16:00Z pending imported pending on 2024-07-10",
    "Pia Hall sent 2024-04-01T16:00Z no_longer_listed 2024-05-09 inferred",
    "Pia Hall sent 2024-05-09T16:00Z accepted 2024-05-10 imported",
    "Tom Okafor sent 2024-05-01T16:00Z no_longer_listed 2024-07-10 inferred pending on 2024-05-20",
];

#[test]
fn era_2024() {
    let mut book = Book::default();
    may(&mut book);
    assert_eq!(book.requests(), AFTER_MAY);
    july(&mut book);
    assert_eq!(book.requests(), AFTER_JULY);
    assert_eq!(
        book.connections(),
        [
            "Ben Oyu 2024-05-06",
            "Ines Costa 2024-06-01",
            "Jörg Kästner 2024-05-12",
            "Old Friend 2015-01-01 gone 2024-07-10",
            "Pia Hall 2024-05-10",
        ]
    );
    assert_eq!(
        book.touches(),
        [
            "received Ines Costa 2024-06-01T07:08Z Hello Mara, may I?",
            "received Jörg Kästner 2024-05-13T08:00Z Thank you, and welcome",
            "sent Jörg Kästner 2024-05-12T09:10Z Hi Jörg, your talk helped me. Mara",
        ]
    );
    assert_eq!(book.0.contacts.len(), 6, "each is one person in all three tables");
    assert_eq!(book.0.contacts.iter().find(|contact| contact.slug == "jörg-k").unwrap().role, "CEO");

    // The older export again, after the newer one, undoes nothing.
    may(&mut book);
    assert_eq!(book.requests(), AFTER_JULY);

    // A row that is there again was never settled.
    let tom = asked("Tom Okafor", "tom", "5/1/24, 9:00\u{202f}AM", "");
    book.import(
        "Basic_LinkedInDataExport_08-01-2024",
        &[("Invitations.csv", &format!("{INVITATIONS}{tom}"))],
    );
    let again = book.requests().into_iter().find(|line| line.starts_with("Tom")).unwrap();
    assert_eq!(again, "Tom Okafor sent 2024-05-01T16:00Z pending imported pending on 2024-08-01");
}

#[test]
fn era_2024_the_newer_export_first() {
    let mut book = Book::default();
    july(&mut book);
    may(&mut book);
    assert_eq!(book.requests(), AFTER_JULY);
    assert_eq!(book.0.contacts.iter().find(|contact| contact.slug == "jörg-k").unwrap().role, "CEO");
    let old = book.0.contacts.iter().find(|contact| contact.slug == "old-friend").unwrap();
    assert_eq!(old.gone_on.map(|day| day.to_string()).as_deref(), Some("2024-07-10"));
}
