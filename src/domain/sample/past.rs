//! The requests of the year before, a row each: to people who were put away since, and of whom nothing waits.

use super::IMPORTS;
use super::people::{Person, person};
use super::requests::{Row, sent};
use crate::domain::contact::Fit::{self, High, Low, Medium};
use crate::domain::request::{Channel, Standing};
use Came::{Back, Gone, No, Yes};
use Way::{Alumni, AtEvent, Event, Mail, Post, Referral, Search};
use Words::{Bare, Daily, Evening, Friday, Met, Notes, Short, Talk, Told, Wrote};

/// How the user came to ask: the source, on LinkedIn but for the last two.
#[derive(Clone, Copy)]
enum Way {
    Search,
    Post,
    Alumni,
    Referral,
    Event,
    /// Asked at the event itself.
    AtEvent,
    /// Asked by e-mail, from this source.
    Mail(&'static str),
}

impl Way {
    fn source(self) -> &'static str {
        match self {
            Search => "search",
            Post => "post",
            Alumni => "alumni",
            Referral => "referral",
            Event | AtEvent => "event",
            Mail(source) => source,
        }
    }

    fn channel(self) -> Channel {
        match self {
            Search | Post | Alumni | Referral | Event => Channel::LinkedIn,
            AtEvent => Channel::Event,
            Mail(_) => Channel::Email,
        }
    }
}

/// What went with the request: what the message was about, and the score that it had.
#[derive(Clone, Copy)]
enum Words {
    /// No message.
    Bare,
    Met(&'static str, u8),
    Wrote(&'static str, u8),
    Told(&'static str, u8),
    Talk(&'static str, u8),
    Evening(&'static str, u8),
    Notes(&'static str, u8),
    Friday(&'static str, u8),
    Daily(&'static str, u8),
    Short(&'static str, u8),
}

impl Words {
    /// The template that the message was begun with, and the message with its two gaps.
    fn text(self) -> (&'static str, &'static str) {
        match self {
            Bare => ("", ""),
            Met(..) => (
                "en/event",
                "Hi {name}, both of us were at the Systems Meetup, and your question on {about} is still in my head. \
                 I build a sync tool and would like to follow your work.",
            ),
            Wrote(..) => (
                "en/work",
                "Hi {name}, your post on {about} showed me what our sync tool gets wrong. I work on its log and \
                 would like to keep reading.",
            ),
            Told(..) => (
                "en/mutual",
                "Hi {name}, Ana Ruiz told me what you say of {about}. I look after a sync tool and would like to \
                 hear how it goes for you.",
            ),
            Talk(..) => (
                "",
                "Hello {name}, your talk on {about} was the one that I told everybody at home about. Is there a \
                 recording?",
            ),
            Evening(..) => (
                "",
                "Hello {name}, thank you for the evening on {about}. I wrote four pages of notes and have begun to \
                 use them; a second part would fill the room.",
            ),
            Notes(..) => (
                "",
                "Hi {name}, somebody in our team passed your notes on {about} round on Friday. Thank you for \
                 writing them down.",
            ),
            Friday(..) => (
                "",
                "Hi {name}, we read your notes on {about} in our team on Friday, and two arguments of ours are \
                 settled. What are you looking at now?",
            ),
            Daily(..) => (
                "",
                "Hi {name}, like you I look after {about} all day. I would be glad to read what you find out.",
            ),
            Short(..) => ("", "Hi {name}, I work with {about}, too. Shall we connect?"),
        }
    }

    fn about(self) -> Option<(&'static str, u8)> {
        match self {
            Bare => None,
            Met(about, score)
            | Wrote(about, score)
            | Told(about, score)
            | Talk(about, score)
            | Evening(about, score)
            | Notes(about, score)
            | Friday(about, score)
            | Daily(about, score)
            | Short(about, score) => Some((about, score)),
        }
    }
}

/// What came of it, and after how many days.
#[derive(Clone, Copy)]
enum Came {
    /// Accepted.
    Yes(i64),
    /// Declined, in words.
    No(i64),
    /// The user took it back.
    Back(i64),
    /// The second import no longer listed it.
    Gone,
}

/// Name, role, company, tags, fit, way, days since it was sent, words, what came of it.
type Ask = (&'static str, &'static str, &'static str, &'static str, Fit, Way, i64, Words, Came);

/// Everybody who was asked then.
pub(super) fn people() -> impl Iterator<Item = Person> {
    PAST.iter().map(|&(name, role, company, tags, fit, ..)| Person {
        tags,
        fit: Some(fit),
        archived: true,
        ..person(name, role, company)
    })
}

/// What they were asked: one request each.
pub(super) fn requests() -> impl Iterator<Item = Row> {
    PAST.iter().map(|&(name, _, _, _, _, way, days, words, came)| {
        let (standing, settled) = match came {
            Yes(after) => (Standing::Accepted, days - after),
            No(after) => (Standing::Declined, days - after),
            Back(after) => (Standing::Withdrawn, days - after),
            Gone => (Standing::NoLongerListed, IMPORTS[1]),
        };
        let (template, message) = words.text();
        let (about, score) = words.about().unzip();
        Row {
            channel: way.channel(),
            source: way.source(),
            message,
            about: about.unwrap_or_default(),
            template,
            score,
            ..sent(name, days).settled(standing, settled)
        }
    })
}

/// The oldest first. What was sent on LinkedIn before the first import is known from it alone: it waited then, or was
/// accepted.
#[rustfmt::skip] // a row a line
const PAST: &[Ask] = &[
    ("Eamon Fahy", "Platform Engineer", "Seiche", "sre", Medium, Search, 261, Daily("handovers", 45), Gone),
    ("Hilde Brekke", "Data Engineer", "Osprey Rota", "community databases", Medium, Post, 258, Wrote("torn pages", 82), Gone),
    ("Freya Lindholm", "Product Manager", "Birnbaum Kontor", "", Low, Alumni, 256, Friday("small tools", 54), Yes(1)),
    ("Lorenzo Pastore", "Operations Lead", "Kestrel and Vane", "databases sre", Medium, Mail("post"), 253, Wrote("handovers", 80), Yes(0)),
    ("Manuela Prieto", "Data Engineer", "Lindwurm", "databases", Medium, Search, 253, Short("slow queries", 39), Gone),
    ("Malin Forsgren", "Designer", "Eskdale Loom", "", Medium, Search, 252, Bare, Gone),
    ("Vincenzo Carbone", "Data Engineer", "Karst Labs", "databases", Medium, Event, 247, Bare, Yes(3)),
    ("Zdeněk Hruška", "DevRel", "Pomelo Pay", "community databases", Medium, Search, 247, Bare, Gone),
    ("Una Byrne", "Engineer", "Birnbaum Kontor", "rust", Low, Search, 247, Bare, Gone),
    ("Ciarán Dolan", "Product Manager", "Quillwort", "", Low, Search, 245, Bare, Gone),
    ("Osman Yıldız", "On-call Lead", "Hazelnut Bank", "databases sre", Medium, Search, 244, Bare, Gone),
    ("Quentin Marchal", "Compiler Engineer", "Oxbow Till", "community rust", High, AtEvent, 241, Met("error types", 91), Yes(31)),
    ("Eszter Fodor", "Embedded Developer", "Yarrow Post", "rust", High, Search, 239, Wrote("parsers", 78), Gone),
    ("Lars Østergaard", "Tech Lead", "Sandloper", "community rust", High, AtEvent, 238, Bare, Back(52)),
    ("Leila Mansouri", "Engineer", "Tannzapfen", "databases rust", Medium, Post, 237, Bare, Gone),
    ("Rafael Quintela", "Community Lead", "Ravenglass", "community sre", High, Mail("post"), 235, Friday("kind reviews", 39), Back(35)),
    ("Tereza Kubová", "Community Lead", "Eskdale Loom", "community", Low, Alumni, 235, Bare, Gone),
    ("Iker Olabarri", "Event Organiser", "Eskdale Loom", "community", Low, Mail("referral"), 234, Told("kind reviews", 45), Yes(1)),
    ("Astrid Nygaard", "On-call Lead", "Yarrow Post", "rust sre", High, Mail("alumni"), 234, Daily("quiet pagers", 45), Yes(67)),
    ("Valentin Grigore", "Backend Engineer", "Zimtstern", "community rust", Medium, Event, 227, Talk("parsers", 81), Yes(3)),
    ("Bastien Rochefort", "Embedded Developer", "Wolkenkamp", "rust sre", Medium, Referral, 227, Friday("slow builds", 54), Gone),
    ("Camille Perrot", "Backend Engineer", "Brackwater", "rust", Medium, Search, 225, Bare, Gone),
    ("Hugo Valverde", "On-call Lead", "Ulmenhof", "databases sre", High, Search, 225, Bare, Gone),
    ("Casimir Wolny", "SRE", "Zimtstern", "databases sre", High, Post, 223, Talk("handovers", 81), Yes(1)),
    ("Zoltán Bíró", "Compiler Engineer", "Fjellgrind", "rust", High, AtEvent, 218, Evening("slow builds", 68), No(4)),
    ("Deirdre Nolan", "Analyst", "Marram Wolken", "databases rust", Medium, AtEvent, 215, Bare, Back(48)),
    ("Owen Prosser", "DevRel", "Dovecraft", "community", Low, Search, 214, Bare, Yes(8)),
    ("Urszula Banaś", "Analyst", "Brackwater", "databases", Low, Search, 212, Bare, Gone),
    ("Radu Moraru", "Operations Lead", "Tintern Loom", "sre", Medium, Referral, 211, Told("slow rollouts", 63), Yes(0)),
    ("Mateo Ibarra", "DevRel", "Wharfkin", "community sre", High, Search, 211, Bare, Gone),
    ("Zeynep Arslan", "Compiler Engineer", "Karst Labs", "rust", High, Search, 208, Daily("parsers", 45), Yes(5)),
    ("Hedda Myhre", "DevRel", "Hazelnut Bank", "community", Medium, Search, 205, Bare, Gone),
    ("Yannick Morvan", "SRE", "Wharfkin", "sre", Medium, Search, 205, Bare, Gone),
    ("Tobias Rehn", "Tech Lead", "Culver Rail", "rust", High, Search, 200, Bare, Gone),
    ("Wilma Janssens", "Community Lead", "Quillwort", "community", Low, Mail("post"), 196, Talk("study groups", 83), Yes(52)),
    ("Mirela Dumitru", "Data Engineer", "Torfmoor", "databases", High, Post, 196, Notes("slow queries", 87), Yes(1)),
    ("Ioana Vlad", "Tech Lead", "Fjellgrind", "community rust", Low, Search, 195, Short("slow builds", 36), Yes(0)),
    ("Kwame Asante", "Storage Engineer", "Limpet", "databases", Low, Search, 195, Bare, Gone),
    ("Aoife Tierney", "Team Lead", "Juniper Yard", "", Low, Alumni, 192, Bare, Gone),
    ("Nikhil Deshpande", "Analyst", "Sandloper", "databases", Low, Mail("referral"), 190, Told("schema changes", 63), Back(31)),
    ("Ilse Vandamme", "DBA", "Lindwurm", "databases rust", Low, Search, 188, Bare, Gone),
    ("Kristóf Balogh", "DevRel", "Torfmoor", "community", Medium, AtEvent, 185, Evening("study groups", 68), Back(46)),
    ("Nuala Brannigan", "On-call Lead", "Osprey Rota", "sre", High, Search, 184, Bare, Yes(38)),
    ("Adaeze Nwosu", "Data Lead", "Oxbow Till", "databases", Medium, AtEvent, 182, Met("small replicas", 91), Yes(1)),
    ("Niamh Keogh", "Embedded Developer", "Plover Freight", "rust sre", Low, Post, 182, Notes("slow builds", 87), Gone),
    ("Zuzana Hudak", "Operations Lead", "Saltmarsh Ledger", "sre", Low, Post, 177, Friday("slow rollouts", 54), Gone),
    ("Ismail Cherif", "Teacher", "Juniper Yard", "community", Medium, Referral, 176, Told("study groups", 63), Yes(6)),
    ("Solveig Aasen", "Tech Writer", "Heronsgate", "community rust", Medium, Search, 173, Bare, Gone),
    ("Ivo Stoyanov", "Teacher", "Wolkenkamp", "community", High, Mail("referral"), 168, Told("meetups", 45), Yes(1)),
    ("Abebe Tessema", "Founder", "Alderpost", "", Medium, Search, 167, Bare, Gone),
    ("Kenji Morita", "Designer", "Zimtstern", "", Medium, Search, 166, Bare, Gone),
    ("Viktoria Lehner", "Community Lead", "Pomelo Pay", "community", Medium, Referral, 161, Notes("meetups", 86), Yes(0)),
    ("Gaëlle Lebrun", "Engineer", "Birnbaum Kontor", "community rust", Medium, Event, 161, Bare, Yes(9)),
    ("Dragan Petkov", "Backend Engineer", "Juniper Yard", "rust", Medium, Alumni, 151, Bare, Gone),
    ("Tiago Meireles", "Analyst", "Marram Wolken", "databases", Medium, Search, 151, Bare, Gone),
    ("Katrin Aigner", "SRE", "Ravenglass", "sre", High, Search, 149, Bare, Yes(1)),
    ("Matthias Obrecht", "Backend Engineer", "Gorse Hill", "rust", Medium, Referral, 148, Friday("parsers", 50), Yes(10)),
    ("Maeve Corrigan", "Operations Lead", "Tannzapfen", "sre", Medium, Alumni, 145, Daily("slow rollouts", 45), Gone),
    ("Gergely Halmos", "Analyst", "Osprey Rota", "databases", High, Search, 143, Bare, Yes(13)),
    ("Farid Benali", "Data Engineer", "Limpet", "databases", Low, Post, 141, Wrote("small replicas", 82), Yes(0)),
    ("Orla Whelan", "Backend Engineer", "Gorse Hill", "databases rust", Medium, AtEvent, 139, Met("slow builds", 91), Back(58)),
    ("Bogdan Ilić", "Operations Lead", "Sandloper", "sre", Low, AtEvent, 139, Met("load tests", 91), Yes(7)),
    ("Timo Laaksonen", "Data Lead", "Heronsgate", "databases", Low, Search, 138, Bare, Gone),
    ("Gonzalo Rivas", "Engineer", "Vesper Mills", "rust", High, Referral, 136, Bare, Gone),
    ("Jasper Lievens", "On-call Lead", "Seiche", "databases sre", High, Search, 123, Bare, Back(31)),
    ("Vasco Teles", "Founder", "Culver Rail", "", High, Search, 122, Bare, Gone),
    ("Roelof Dekker", "Embedded Developer", "Wolkenkamp", "rust", Low, Post, 118, Bare, Gone),
    ("Dieter Amrein", "DevRel", "Quillwort", "community sre", Low, Event, 117, Met("meetups", 87), Yes(0)),
    ("Bruno Teixeira", "Engineer", "Skerry Tide", "rust", Medium, Referral, 117, Notes("parsers", 86), Yes(1)),
    ("Rosa Iturbe", "DevRel", "Karst Labs", "community", Medium, AtEvent, 113, Evening("meetups", 65), Back(34)),
    ("Wanjiru Kamau", "Data Lead", "Heronsgate", "databases", High, Alumni, 112, Short("query plans", 36), Back(49)),
    ("Renzo Cattaneo", "Data Lead", "Skerry Tide", "databases sre", Medium, Alumni, 111, Bare, Back(43)),
    ("Wout Claes", "Backend Engineer", "Mossgrove", "rust", Low, Post, 109, Bare, Gone),
    ("Wiebke Hollander", "Storage Engineer", "Dunlin", "databases", Low, Search, 107, Bare, Yes(1)),
    ("Florian Ziegert", "Backend Engineer", "Vesper Mills", "rust", High, Search, 106, Daily("slow builds", 45), Yes(14)),
    ("Chiara Bellandi", "On-call Lead", "Mirabelle", "community sre", Low, Post, 105, Bare, Back(53)),
    ("Edwin Bakker", "Engineer", "Plover Freight", "rust", High, Mail("post"), 103, Wrote("error types", 82), No(2)),
    ("Linh Pham", "Analyst", "Dovecraft", "databases", Low, Search, 101, Bare, Back(31)),
    ("Henrik Solberg", "Founder", "Ferngate", "", Medium, AtEvent, 99, Met("offline maps", 91), Yes(4)),
    ("Oksana Hrytsenko", "Analyst", "Tintern Loom", "databases", High, AtEvent, 98, Talk("small replicas", 83), Yes(0)),
    ("Jana Ulrich", "Analyst", "Mirabelle", "databases", High, Search, 98, Bare, Yes(11)),
    ("Tuuli Rantanen", "Data Lead", "Saltmarsh Ledger", "databases", Low, Post, 97, Bare, Yes(1)),
    ("Rune Dahlberg", "Engineer", "Mossgrove", "rust", Medium, Post, 97, Bare, Back(44)),
    ("Yvonne Kessler", "Consultant", "Tannzapfen", "", High, Event, 96, Bare, Gone),
    ("Joana Carvalhal", "Storage Engineer", "Marram Wolken", "databases rust", Medium, Post, 94, Bare, Back(31)),
    ("Umberto Galli", "Event Organiser", "Dovecraft", "community databases", High, Search, 90, Bare, Gone),
    ("Saskia Verhulst", "Founder", "Alderpost", "", Medium, Event, 89, Met("plain notes", 91), Yes(0)),
    ("Birgit Lohmann", "Teacher", "Islay Lines", "community", High, Referral, 88, Bare, Back(59)),
    ("Ulrike Steinbach", "Data Engineer", "Skerry Tide", "databases", Medium, Search, 87, Bare, Back(49)),
    ("Beatriz Fontoura", "Engineer", "Seiche", "rust", Low, Search, 87, Bare, Back(49)),
    ("Ingrid Tveit", "Community Lead", "Vesper Mills", "community", High, AtEvent, 85, Evening("first talks", 70), Back(36)),
    ("Filip Jankovič", "Data Lead", "Ulmenhof", "databases", High, Post, 83, Friday("old indexes", 54), Back(39)),
    ("Silvia Conti", "SRE", "Kestrel and Vane", "sre", High, Post, 80, Bare, Yes(1)),
    ("Jelena Vukić", "SRE", "Ferngate", "databases sre", Low, Post, 80, Bare, Gone),
    ("Emre Aksoy", "Engineer", "Torfmoor", "rust", High, Referral, 79, Bare, Yes(1)),
    ("Gita Ramanathan", "DevRel", "Dunlin", "community", Medium, AtEvent, 78, Met("first talks", 86), Back(57)),
    ("Yaw Boadi", "Founder", "Yarrow Post", "", Medium, AtEvent, 78, Evening("small tools", 68), Yes(5)),
    ("Ximena Salgado", "Teacher", "Culver Rail", "community rust", Low, Search, 78, Bare, Back(47)),
    ("Willem Hoekstra", "SRE", "Ravenglass", "sre", Low, Mail("post"), 77, Wrote("quiet pagers", 82), Yes(1)),
    ("Cosmin Stanciu", "Storage Engineer", "Mossgrove", "databases", High, Post, 69, Bare, Yes(4)),
    ("Ludovic Bastin", "Analyst", "Gorse Hill", "databases", Low, Alumni, 68, Wrote("old indexes", 82), Back(39)),
    ("Esther Mwangi", "DBA", "Plover Freight", "databases", Low, Search, 67, Bare, Gone),
    ("Fatou Ndiaye", "Embedded Developer", "Lindwurm", "rust", Low, AtEvent, 65, Talk("error types", 83), Yes(7)),
    ("Greta Sundqvist", "Storage Engineer", "Oxbow Till", "databases sre", Medium, Event, 63, Bare, Yes(3)),
    ("Cecilia Östlund", "Team Lead", "Kestrel and Vane", "", Low, Referral, 63, Bare, Back(34)),
    ("Yara Nasser", "On-call Lead", "Brackwater", "sre", Low, Mail("referral"), 59, Told("quiet pagers", 63), Yes(0)),
    ("Neema Odhiambo", "SRE", "Dunlin", "community sre", Medium, Event, 53, Bare, Back(40)),
    ("Sigrid Hauge", "Teacher", "Mirabelle", "community", Medium, Mail("referral"), 52, Told("first talks", 66), No(6)),
    ("Nils Ekdahl", "Event Organiser", "Ulmenhof", "community", High, Search, 50, Bare, Back(30)),
    ("Sanne Kuipers", "Data Lead", "Alderpost", "databases", Low, Search, 49, Bare, Back(34)),
    ("Dilnoza Rahimova", "Embedded Developer", "Saltmarsh Ledger", "rust", Low, Referral, 46, Bare, Yes(1)),
    ("Xavier Puig", "Backend Engineer", "Limpet", "rust", Medium, Post, 44, Bare, Gone),
    ("Joost Achterveld", "Product Manager", "Islay Lines", "", Low, Alumni, 44, Bare, Back(37)),
    ("Doris Eberle", "Platform Engineer", "Pomelo Pay", "community sre", High, AtEvent, 41, Met("quiet pagers", 91), Yes(2)),
    ("Jiří Souček", "Event Organiser", "Tintern Loom", "community rust", Medium, Alumni, 41, Bare, Yes(0)),
    ("Pavel Zelenka", "Teacher", "Islay Lines", "community", High, Search, 39, Bare, Gone),
    ("Paulina Sroka", "Data Engineer", "Fjellgrind", "databases", Low, Search, 39, Bare, Yes(1)),
    ("Pilar Echeverri", "Compiler Engineer", "Hazelnut Bank", "rust", High, Referral, 37, Bare, Yes(2)),
    ("Yolanda Bermejo", "Community Lead", "Wharfkin", "community", Low, Mail("post"), 36, Wrote("meetups", 80), Back(30)),
    ("Petra Kolar", "Team Lead", "Ferngate", "", Low, Search, 36, Bare, Gone),
];
