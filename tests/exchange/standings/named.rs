//! The years in which invitations have names only.

use super::Book;

#[test]
fn era_2018() {
    let mut book = Book::default();
    let report = book.import(
        "Basic_LinkedInDataExport_03-01-2018",
        &[
            (
                "Connections.csv",
                "First Name,Last Name,Email Address,Company,Position,Connected On\n\
                 Lena,Fischer,lena@nordwind.example,Nordwind,CTO,\"2/7/18, 10:11 PM\"\n\
                 Tom,Okafor,,Birke,Engineer,\"2/8/18, 1:02 AM\"\n\
                 ,,,,,\"1/2/18, 3:04 AM\"",
            ),
            (
                "Invitations.csv",
                // Half past five in the evening of the 6th in California is the 7th in UTC: the day of Lena's
                // connection. That of the 8th is the 9th, and Tom was connected before it.
                "From,To,Sent At,Message,Direction\n\
                 Mara Lind,Lena Fischer,\"2/6/18, 5:30 PM\",,OUTGOING\n\
                 Mara Lind,Tom Okafor,\"2/8/18, 5:30 PM\",\"Hi Tom, again\",OUTGOING\n\
                 Ines Costa,Mara Lind,\"2/20/18, 9:00 AM\",Hello Mara,INCOMING\n\
                 Mara Lind,Ana Ruiz,\"2/25/18, 9:00 AM\",,OUTGOING\n",
            ),
            (
                "Messages.csv",
                "From,To,Date,Subject,Content,Direction,Folder\n\
                 Mara Lind,Lena Fischer,\"2/8/18, 9:00 AM\",,Thank you,OUTGOING,INBOX\n",
            ),
        ],
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2018-02-25T17:00Z pending imported pending on 2018-03-01",
            "Ines Costa received 2018-02-20T17:00Z pending imported pending on 2018-03-01",
            "Lena Fischer sent 2018-02-07T01:30Z accepted 2018-02-07 inferred by name",
            "Tom Okafor sent 2018-02-09T01:30Z pending imported pending on 2018-03-01",
        ]
    );
    assert_eq!(book.connections(), ["Lena Fischer 2018-02-07", "Tom Okafor 2018-02-08"]);
    assert_eq!(book.touches(), [""; 0]);
    assert_eq!((report.background.hidden, report.left_out.len()), (1, 0));
    let rows: Vec<_> = report.tables.iter().map(|table| (table.kind.token(), table.rows)).collect();
    assert_eq!(rows, [("connections", 3), ("invitations", 4), ("messages", 1)]);
    assert!(report.lines().iter().any(|line| line.contains("its 1 message was left aside")), "{report:?}");

    let report = book.import(
        "Basic_LinkedInDataExport_04-01-2018",
        &[
            (
                "Connections.csv",
                "First Name,Last Name,Email Address,Company,Position,Connected On\n\
                 Ines,Costa,,Faro,Designer,\"3/2/18, 8:00 AM\"\n\
                 Tom,Okafor,,Birke,Engineer,\"2/8/18, 1:02 AM\"",
            ),
            (
                "Invitations.csv",
                "From,To,Sent At,Message,Direction\n\
                 Mara Lind,Lena Fischer,\"2/6/18, 5:30 PM\",,OUTGOING\n\
                 Ines Costa,Mara Lind,\"2/20/18, 9:00 AM\",Hello Mara,INCOMING\n\
                 Mara Lind,Ana Ruiz,\"2/25/18, 9:00 AM\",,OUTGOING\n",
            ),
        ],
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2018-02-25T17:00Z pending imported pending on 2018-04-01",
            "Ines Costa received 2018-02-20T17:00Z accepted 2018-03-02 inferred by name pending on 2018-03-01",
            "Lena Fischer sent 2018-02-07T01:30Z accepted 2018-02-07 inferred by name",
            "Tom Okafor sent 2018-02-09T01:30Z no_longer_listed 2018-04-01 inferred pending on 2018-03-01",
        ]
    );
    let connected =
        ["Ines Costa 2018-03-02", "Lena Fischer 2018-02-07 gone 2018-04-01", "Tom Okafor 2018-02-08"];
    assert_eq!(book.connections(), connected);
    assert_eq!((report.requests.accepted_since, report.requests.no_longer_listed), (1, 1));
    assert_eq!(report.connections_gone, 1);
}

#[test]
fn era_2020_to_2021() {
    let mut book = Book::default();
    book.import(
        "Basic_LinkedInDataExport_03-20-2021",
        &[
            (
                "Connections.csv",
                "First Name,Last Name,Email Address,Company,Position,Connected On\n\
                 Kim,Lee,,Faro,Analyst,11 Mar 2021\n\
                 Kim,Lee,,Tidal,Analyst,10 Mar 2021\n\
                 Jörg,Kästner,,Nordwind,CTO,05 Mar 2021\n\
                 Ana,\"Ruiz, PhD\",,,,01 Feb 2021",
            ),
            (
                "Invitations.csv",
                // The clocks of California went from 2 to 3 in the night of the 14th: half past two was never.
                "From,To,Sent At,Message,Direction\n\
                 Mara Lind,Sam Same,\"3/14/21, 2:30 AM\",,OUTGOING\n\
                 Mara Lind,Kim Lee,\"3/9/21, 9:00 AM\",,OUTGOING\n\
                 Mara Lind,Jörg Kästner,\"3/4/21, 11:59 PM\",,OUTGOING\n\
                 Mara Lind,\"Ana Ruiz, PhD\",\"1/31/21, 9:00 AM\",,OUTGOING\n",
            ),
            (
                "messages.csv",
                "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n\
                 1,,Jörg Kästner,https://www.linkedin.com/in/jörg-k,Mara Lind,2021-03-06 08:00:59 UTC,,Welcome,INBOX\n\
                 1,,Mara Lind,https://www.linkedin.com/in/mara-lind,Jörg Kästner,2021-03-05 10:11:12 UTC,,Thank you,INBOX\n\
                 2,,LinkedIn Member,,Mara Lind,2021-03-06 08:00:00 UTC,,Hello,INBOX\n",
            ),
        ],
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz, PhD sent 2021-01-31T17:00Z accepted 2021-02-01 inferred by name",
            "Jörg Kästner sent 2021-03-05T07:59Z accepted 2021-03-05 inferred by name",
            "Kim Lee sent 2021-03-09T17:00Z pending imported pending on 2021-03-20", // which of the two?
            "Sam Same sent 2021-03-14T10:30Z pending imported pending on 2021-03-20",
        ]
    );
    assert_eq!(
        book.touches(),
        ["received Jörg Kästner 2021-03-06T08:00Z Welcome", "sent Jörg Kästner 2021-03-05T10:11Z Thank you",]
    );

    let report = book.import(
        "Basic_LinkedInDataExport_12-01-2021",
        &[
            (
                "Connections.csv",
                "Notes:\n\
                 \"When exporting your connection data, you may notice that some \"\"email addresses\"\" are missing.\"\n\
                 \n\
                 First Name,Last Name,Email Address,Company,Position,Connected On\n\
                 Sam,Same,,Sisu,Baker,20 Mar 2021\n\
                 Kim,Lee,,Faro,Analyst,11 Mar 2021\n\
                 Kim,Lee,,Tidal,Analyst,10 Mar 2021\n\
                 Jörg,Kästner,,Nordwind,CEO,05 Mar 2021\n\
                 Ana,\"Ruiz, PhD\",,,,01 Feb 2021",
            ),
            (
                "Invitations.csv",
                // Half past one was twice in the night of the 7th: the earlier counts. The rows of spring are gone,
                // accepted or not, since more than 180 days lie between.
                "From,To,Sent At,Message,Direction\n\
                 Mara Lind,Ola Nord,\"11/7/21, 1:30 AM\",,OUTGOING\n",
            ),
        ],
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz, PhD sent 2021-01-31T17:00Z accepted 2021-02-01 inferred by name",
            "Jörg Kästner sent 2021-03-05T07:59Z accepted 2021-03-05 inferred by name",
            "Kim Lee sent 2021-03-09T17:00Z no_longer_listed 2021-12-01 inferred pending on 2021-03-20",
            "Ola Nord sent 2021-11-07T08:30Z pending imported pending on 2021-12-01",
            "Sam Same sent 2021-03-14T10:30Z accepted 2021-03-20 inferred by name pending on 2021-03-20",
        ]
    );
    assert_eq!(report.connections_gone, 0);
    assert!(
        report.lines().contains(
            &"Between 20 Mar and 1 Dec nothing is known: export at least every five months".to_owned()
        ),
        "{:?}",
        report.lines()
    );
}

#[test]
fn era_2023() {
    let preamble = "Notes:\n\"When exporting your connection data, you may notice that some are missing.\"\n\n\
                    First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    let joerg = "Jörg,Kästner,https://www.linkedin.com/in/j%C3%B6rg-k,,Nordwind,CTO,12 Aug 2023\n";
    let old = "Viv,Olsen,https://www.linkedin.com/in/viv,,,,01 Jan 2015";
    let header = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,\
                  CONTENT,FOLDER\n";
    let mut book = Book::default();
    // Numbers of members are no addresses.
    book.import(
        "Basic_LinkedInDataExport_08-15-2023",
        &[
            ("Connections.csv", &[preamble, joerg, old].concat()),
            (
                "Invitations.csv",
                "From,To,Sent At,Message,Direction,inviterProfileUrn,inviteeProfileUrn\n\
                 Mara Lind,Jörg Kästner,\"8/11/23, 6:00\u{202f}PM\",,OUTGOING,urn:li:member:1,urn:li:member:2\n\
                 Mara Lind,Tom Okafor,\"8/10/23, 3:04\u{202f}PM\",,OUTGOING,urn:li:member:1,urn:li:member:3\n\
                 Ines Costa,Mara Lind,\"8/1/23, 3:04\u{202f}PM\",,INCOMING,urn:li:member:4,urn:li:member:1\n",
            ),
            (
                "messages.csv",
                &format!(
                    "{header}1,,Mara Lind,https://www.linkedin.com/in/mara-lind,Jörg Kästner,\
                     https://www.linkedin.com/in/jörg-k,2023-08-13 10:11:12 UTC,,Thank you,INBOX\n\
                     2,,Viv Olsen,https://www.linkedin.com/in/viv,Mara Lind,\
                     https://www.linkedin.com/in/mara-lind,2023-08-14 10:11:12 UTC,,Long ago,INBOX\n"
                ),
            ),
        ],
    );
    assert_eq!(
        book.requests(),
        [
            "Ines Costa received 2023-08-01T22:04Z pending imported pending on 2023-08-15",
            "Jörg Kästner sent 2023-08-12T01:00Z accepted 2023-08-12 inferred by name",
            "Tom Okafor sent 2023-08-10T22:04Z pending imported pending on 2023-08-15",
        ]
    );
    assert_eq!(
        book.touches(),
        ["received Viv Olsen 2023-08-14T10:11Z Long ago", "sent Jörg Kästner 2023-08-13T10:11Z Thank you"]
    );
    let asks: Vec<_> = book.0.decisions.iter().map(|decision| decision.text.clone()).collect();
    assert_eq!(
        asks,
        ["Jörg Kästner (no address known) and Jörg Kästner (CTO, Nordwind, jörg-k): the same person?"]
    );

    // And addresses that all end before the name are none either.
    let ines = "Ines,Costa,https://www.linkedin.com/in/ines-costa,,Faro,,20 Aug 2023\n";
    let empty = "https://www.linkedin.com/in";
    book.import(
        "Basic_LinkedInDataExport_11-15-2023",
        &[
            ("Connections.csv", &[preamble, ines, joerg.trim_end()].concat()),
            (
                "Invitations.csv",
                &format!(
                    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n\
                     Mara Lind,Lena Fischer,\"11/5/23, 1:30\u{202f}AM\",,OUTGOING,{empty},{empty}\n\
                     Mara Lind,Jörg Kästner,\"8/11/23, 6:00\u{202f}PM\",,OUTGOING,{empty},{empty}\n\
                     Ines Costa,Mara Lind,\"8/1/23, 3:04\u{202f}PM\",,INCOMING,{empty},{empty}\n"
                ),
            ),
        ],
    );
    assert_eq!(
        book.requests(),
        [
            "Ines Costa received 2023-08-01T22:04Z accepted 2023-08-20 inferred by name pending on 2023-08-15",
            "Jörg Kästner sent 2023-08-12T01:00Z accepted 2023-08-12 inferred by name",
            "Lena Fischer sent 2023-11-05T08:30Z pending imported pending on 2023-11-15",
            "Tom Okafor sent 2023-08-10T22:04Z no_longer_listed 2023-11-15 inferred pending on 2023-08-15",
        ]
    );
    assert_eq!(
        book.connections(),
        ["Ines Costa 2023-08-20", "Jörg Kästner 2023-08-12", "Viv Olsen 2015-01-01 gone 2023-11-15"]
    );
}
