//! What happened beside the requests of the demo network: signs, touches and notes.

use crate::domain::request::Direction::{self, Received, Sent};
use crate::domain::sign::SignKind;
use crate::domain::touch::TouchKind;

/// Signs on somebody's newest request: who, what, days ago, words.
pub(super) const SIGNS: &[(&str, SignKind, i64, &str)] = &[
    ("Priya N.", SignKind::InactiveAccount, 12, "last post three years ago"),
    ("Tom Okafor", SignKind::PublicPostsOnly, 20, ""),
    ("Hanna Virtanen", SignKind::ViewedProfile, 41, ""),
    ("Hanna Virtanen", SignKind::ActiveElsewhere, 6, "posted about her team"),
    ("Lena Fischer", SignKind::Reacted, 12, "liked my comment on her talk"),
    ("Keiko Tanaka", SignKind::ToldYes, 3, "Yes, gladly, as soon as I am back at my desk."),
    (
        "Helen Marsh",
        SignKind::ToldNo,
        45,
        "Thank you, that made my day. I keep this list to people I have worked with. All good wishes!",
    ),
];

/// Touches: with whom (nobody for an own post or talk), what, by whom, days ago, words.
pub(super) const TOUCHES: &[(&str, TouchKind, Direction, i64, &str)] = &[
    ("Ana Ruiz", TouchKind::HelpReceived, Received, 300, "found us a room for the first meetup"),
    (
        "Émilie Laurent",
        TouchKind::Message,
        Received,
        148,
        "Merci ! Votre outil m'intéresse beaucoup, à bientôt.",
    ),
    (
        "Pedro Almeida",
        TouchKind::Message,
        Received,
        118,
        "Obrigado! Diga se tiver mais perguntas sobre checkpoints.",
    ),
    ("Zoe\u{308} Martens", TouchKind::Met, Sent, 112, "RustFest, at the volunteers' desk"),
    ("Pedro Almeida", TouchKind::HelpReceived, Received, 85, "an hour on checkpoints, with drawings"),
    ("अनन्या शर्मा", TouchKind::Message, Received, 73, "धन्यवाद! आपके सवालों का इंतज़ार रहेगा।"),
    ("Émilie Laurent", TouchKind::Introduction, Sent, 60, "to Ana Ruiz, for a talk in spring"),
    ("", TouchKind::Other, Sent, 47, "talk: boring backups, Systems Meetup"),
    (
        "Tomás Herrera",
        TouchKind::Message,
        Sent,
        41,
        "Gracias por aceptar. Tu lista de revisión ya está en nuestra pared.",
    ),
    ("Ana Ruiz", TouchKind::Met, Sent, 32, "coffee after PG Barcelona"),
    (
        "Noah Adeyemi",
        TouchKind::Message,
        Received,
        31,
        "Glad it helped! Send me the case if you can share it.",
    ),
    ("Émilie Laurent", TouchKind::HelpGiven, Sent, 30, "read the outline of her talk"),
    ("Lucia Bianchi", TouchKind::HelpGiven, Sent, 27, "comments on chapter two of her thesis"),
    ("Sofia Marin", TouchKind::Like, Sent, 26, "her slides on query plans"),
    ("ธนพร สุขใจ", TouchKind::Other, Sent, 25, "voted for her app at the community prize"),
    ("Pedro Almeida", TouchKind::Opportunity, Received, 21, "asked me to speak at Azulejo in January"),
    ("Elif Kaya", TouchKind::Follow, Sent, 20, ""),
    ("Karin Lindqvist", TouchKind::Share, Sent, 18, "her list of formats that last"),
    ("Bram de Vries", TouchKind::Met, Sent, 16, "RustFest, hallway"),
    ("Noah Adeyemi", TouchKind::Call, Sent, 15, "rounding, and his daughter's first chess game"),
    (
        "Lena Fischer",
        TouchKind::Comment,
        Sent,
        13,
        "We tried the quiet week; Friday was the hard day. How do you guard it?",
    ),
    ("Elif Kaya", TouchKind::Like, Sent, 12, "her post on testing fsync"),
    ("Clara Jensen", TouchKind::Message, Received, 11, "Happy to connect! Which page do people skip most?"),
    ("", TouchKind::Share, Sent, 10, "post: five small tests for a sync tool"),
    ("Jonas Berg", TouchKind::Met, Sent, 9, "Systems Meetup, talked about on-call"),
    ("Clara Jensen", TouchKind::Call, Sent, 7, "the manual's first page"),
    ("陈 静", TouchKind::Met, Sent, 6, "at the storage table"),
    ("Elif Kaya", TouchKind::Like, Sent, 5, "her list of disks that lie"),
    (
        "Keiko Tanaka",
        TouchKind::Message,
        Received,
        3,
        "Lovely numbers! Could you send me the link to the benchmark?",
    ),
    (
        "ნინო კაპანაძე",
        TouchKind::Message,
        Received,
        2,
        "Thank you for asking. Your file format notes are on my list.",
    ),
];

/// Notes: about whom, days ago, Markdown.
pub(super) const NOTES: &[(&str, i64, &str)] = &[
    (
        "Ana Ruiz",
        32,
        "Runs **PG Barcelona**, knows everybody.\n\n- likes to hear early about talks\n- tea, not coffee",
    ),
    ("Émilie Laurent", 60, "Gives her first big talk in spring. *Nervous, and very good.*"),
    (
        "Pedro Almeida",
        85,
        "On checkpoints:\n\n1. watch the log's size, not the clock\n2. `PRAGMA wal_checkpoint` at quiet hours",
    ),
    (
        "Helen Marsh",
        45,
        "A kind no. She keeps her list to people she has worked with; perhaps meet her at a reading first.",
    ),
    (
        "Sofia Marin",
        22,
        "# Paper cards\n\nOne card an operator; students *become* the plan. Try it with our interns.",
    ),
    ("Lena Fischer", 13, "Her **quiet week**: no meetings, one shared question.\n\n> Calm is a feature."),
    (
        "Clara Jensen",
        7,
        "Start the manual with what people want to *do*.\n\n- [x] first page rewritten\n- [ ] send it to her",
    ),
    ("Keiko Tanaka", 3, "Promised: the benchmark link, <https://bench.example/wal>."),
    ("Jonas Berg", 9, "Handover list: *what woke me, what I did, what I left*. Works with Vera Holm."),
];
