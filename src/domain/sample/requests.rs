//! The requests of the demo network, both directions, from every standing.

use crate::domain::contact::split_name;
use crate::domain::request::{Channel, Direction, Standing};

/// A request. Days count back from today.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub who: &'static str,
    pub direction: Direction,
    pub sent: i64,
    pub channel: Channel,
    pub source: &'static str,
    /// With `{name}` and `{about}` where several were sent the same one.
    pub message: &'static str,
    pub about: &'static str,
    /// The template that it was begun with.
    pub template: &'static str,
    pub score: Option<u8>,
    pub attempt: u32,
    pub standing: Standing,
    pub settled: Option<i64>,
    /// Days until it comes back.
    pub snoozed: Option<i64>,
    pub against: &'static str,
}

const fn row(who: &'static str, direction: Direction, sent: i64) -> Row {
    Row {
        who,
        direction,
        sent,
        channel: Channel::LinkedIn,
        source: "",
        message: "",
        about: "",
        template: "",
        score: None,
        attempt: 1,
        standing: Standing::Pending,
        settled: None,
        snoozed: None,
        against: "",
    }
}

pub(super) const fn sent(who: &'static str, days: i64) -> Row {
    row(who, Direction::Sent, days)
}

pub(super) const fn received(who: &'static str, days: i64) -> Row {
    row(who, Direction::Received, days)
}

impl Row {
    const fn at(self, channel: Channel) -> Self {
        Self { channel, ..self }
    }

    pub(super) const fn from(self, source: &'static str) -> Self {
        Self { source, ..self }
    }

    pub(super) const fn saying(self, message: &'static str) -> Self {
        Self { message, ..self }
    }

    pub(super) const fn settled(self, standing: Standing, days: i64) -> Self {
        Self { standing, settled: Some(days), ..self }
    }

    pub(super) const fn accepted(self, days: i64) -> Self {
        self.settled(Standing::Accepted, days)
    }

    const fn second(self) -> Self {
        Self { attempt: 2, ..self }
    }

    const fn snoozed(self, days: i64) -> Self {
        Self { snoozed: Some(days), ..self }
    }

    const fn against(self, rule: &'static str) -> Self {
        Self { against: rule, ..self }
    }

    /// The message as it was sent.
    pub fn message(&self) -> String {
        let (first, _) = split_name(self.who);
        self.message.replace("{name}", &first).replace("{about}", self.about)
    }

    /// Whether it still waited this many days ago.
    pub fn waited(&self, days: i64) -> bool {
        self.standing != Standing::Draft
            && self.sent >= days
            && self.settled.is_none_or(|settled| settled < days)
    }

    /// Whether an export of that day listed it: what waits, and what was accepted in the 180 days before.
    pub fn listed(&self, days: i64) -> bool {
        let lately = (days..=days + 180).contains(&self.settled.unwrap_or_default());
        self.channel == Channel::LinkedIn
            && (self.waited(days) || self.standing == Standing::Accepted && lately)
    }
}

/// Every request, in the order of the numbers.
pub(super) const REQUESTS: &[Row] = &[
    sent("Kofi Mensah", 190).from("podcast").settled(Standing::NoLongerListed, 2),
    sent("Stephan Krüger", 265).from("search").settled(Standing::Expired, 80),
    sent("Dev Malhotra", 204).from("search").settled(Standing::Reported, 197),
    sent("Priya N.", 181).from("search"),
    sent("Émilie Laurent", 150)
        .from("event")
        .saying(
            "Bonjour Émilie, votre exposé sur les petites bibliothèques m'a donné envie de ranger la mienne. \
             Je serais heureux de suivre vos travaux. Merci !",
        )
        .accepted(149),
    sent("Irina Popescu", 140).from("search").settled(Standing::NoLongerListed, 2),
    sent("Peter Novák", 130).from("post").settled(Standing::Withdrawn, 70),
    received("Agnès Roca", 124).settled(Standing::NoLongerListed, 2),
    sent("Pedro Almeida", 120)
        .from("referral")
        .saying(
            "Olá Pedro, a Ana Ruiz falou-me das suas notas sobre checkpoints. Resolveram uma dúvida antiga da nossa \
             equipa. Gostava de acompanhar o que escreve.",
        )
        .accepted(119),
    sent("Miguel Torres", 118).from("search").settled(Standing::Withdrawn, 96),
    sent("Zoe\u{308} Martens", 112).at(Channel::Event).from("event").accepted(112),
    sent("Victor Ionescu", 100)
        .at(Channel::Email)
        .from("referral")
        .saying("Dear Victor, your note on late events saved us a rewrite. I would be glad to follow your work.")
        .settled(Standing::Declined, 98),
    received("Hamid Rezai", 91)
        .saying("Hi! Your offline sync write-up is the clearest I have read. We draw maps without a network, too.")
        .accepted(88),
    sent("Karin Lindqvist", 88)
        .at(Channel::Email)
        .from("post")
        .saying(
            "Hej Karin, din text om filformat som håller i femtio år fick mig att ändra vår export. Tack! \
             Jag följer gärna det du skriver.",
        )
        .accepted(80),
    sent("अनन्या शर्मा", 75)
        .from("alumni")
        .saying("नमस्ते अनन्या जी, नए टीम लीड पर आपका लेख बहुत काम आया। आपसे जुड़कर और सीखना चाहूँगा। धन्यवाद!")
        .accepted(74),
    received("Brad Sterling", 72).saying("We 10x pipelines like yours. 15 minutes this week?").settled(Standing::Ignored, 71),
    sent("Tomás Herrera", 64).from("search").accepted(43),
    sent("Tom Okafor", 63).from("post").saying(
        "Hi Tom, your piece on keeping a roadmap to one page changed how I plan my own weeks. I would like to follow \
         what you write next.",
    ),
    sent("Magda Rossi", 60).from("search").settled(Standing::Withdrawn, 10),
    sent("Hanna Virtanen", 58).from("referral"),
    received("Max Fortune", 55).settled(Standing::Reported, 54),
    sent("Miguel Torres", 51).second().from("event").saying(
        "Hola Miguel, tu charla sobre pruebas de datos nos ayudó a ordenar las nuestras. Me gustaría seguir tu \
         trabajo y contarte qué nos funcionó.",
    ),
    sent("Ravi Iyer", 50).from("search").settled(Standing::Withdrawn, 38),
    sent("Helen Marsh", 50)
        .from("post")
        .saying(
            "Dear Helen, chapter four of your book made me rewrite our manual, and people read it now. Thank you. \
             I would like to follow your work.",
        )
        .settled(Standing::Declined, 45),
    sent("Dana Levi", 46).from("search"),
    received("김 서연", 40).from("event").saying(
        "안녕하세요! 밋업에서 해 주신 발표 잘 들었습니다. 졸업 프로젝트에 큰 도움이 되었어요. 감사합니다.",
    ),
    sent("ธนพร สุขใจ", 40).from("search").accepted(38),
    sent("Samira 👩‍💻 Haddad", 36).from("post").accepted(36),
    sent("Lena Fischer", 34).from("event").saying(
        "Hallo Lena, Ihr Vortrag über kleine Teams hat mir gefallen, vor allem die stille Woche. Ich würde gern \
         verfolgen, wie es bei Nordwind weitergeht.",
    ),
    sent("Noah Adeyemi", 33)
        .from("post")
        .saying("Hi Noah, your ledger tests found a rounding slip of ours, too. I would enjoy reading how you go on.")
        .accepted(32),
    received("Lucia Bianchi", 30)
        .from("event")
        .saying("Ciao! Your talk made backups sound friendly. I am writing my thesis on them and would love to follow you.")
        .accepted(29),
    sent("Ravi Iyer", 29).second().from("search").against("wait after a withdrawal"),
    sent("Giulia Ferrari", 26).from("post").snoozed(5),
    sent("Sofia Marin", 22).from("event").saying(
        "Hi Sofia, your CIDR talk on teaching query plans with paper cards was a joy; I borrowed the idea for our team. \
         I would like to follow your work.",
    ),
    sent("Oleg Petrenko", 21).from("search"),
    received("Thabo Mokoena", 19),
    sent("Keiko Tanaka", 17).at(Channel::Email).from("post").saying(
        "Hello Keiko, your notes on write-ahead logs saved us a week of guessing. I can share the numbers from our \
         side. May I follow along?",
    ),
    sent("Björn Þórsson", 17).from("referral").accepted(16),
    sent("Bram de Vries", 15).at(Channel::Event).from("event").snoozed(0).saying(
        "Hoi Bram, leuk dat we op RustFest over property tests spraken. Je tip over krimpen werkt. Ik volg graag \
         wat je maakt.",
    ),
    sent("Clara Jensen", 14).from("search").accepted(12),
    sent("Ελένη Παπαδάκη", 12).from("search").snoozed(12),
    received("سلمى القاسم", 11).from("post").saying(
        "مرحبًا، أعجبني مقالك عن اختبار النسخ الاحتياطية، وطبّقناه في فريقنا. يسعدني أن نتبادل الخبرات. شكرًا لك!",
    ),
    received("נועה ברק", 10)
        .snoozed(2)
        .saying("שלום! הכלי שלך עובד נפלא עם קורא המסך שלי. אשמח להישאר בקשר ולשתף הערות. תודה רבה!"),
    sent("Chen Wei", 9).at(Channel::Event).from("event"),
    sent("Yusuf Demir", 8).from("podcast").saying(
        "Merhaba Yusuf, çevrimdışı çalışan araçlar üzerine sözlerin bana cesaret verdi. Çalışmalarını takip etmek \
         isterim. Teşekkürler!",
    ),
    received("佐藤 美咲", 7).from("post").saying(
        "はじめまして。SQLite の同期についての記事、とても勉強になりました。よろしければつながっていただけると嬉しいです。",
    ),
    sent("Ana Beatriz Lima", 6).from("search"),
    sent("陈 静", 6)
        .at(Channel::Event)
        .from("event")
        .saying("陈静你好，很高兴在活动上听你讲存储引擎。你说的校验方法我们已经用上了，谢谢！希望以后多交流。")
        .accepted(6),
    sent("ნინო კაპანაძე", 5).from("post").accepted(3),
    sent("Marta Nowak", 5).from("search").saying(
        "Dzień dobry Marto, Pani artykuł o przerwanych zapisach pomógł nam znaleźć błąd w dzienniku. Chętnie będę \
         śledzić dalsze prace.",
    ),
    received("Олена Шевчук", 4).from("post").saying(
        "Добрий день! Дякую за пояснення про індекси на форумі, воно дуже допомогло нашій команді. Буду рада бути \
         на зв'язку.",
    ),
    sent("Amara Diallo", 3).at(Channel::Other).from("alumni"),
    sent("Jonas Berg", 2)
        .from("event")
        .saying(
            "Hi Jonas, thank you for walking me through your on-call rota at the Systems Meetup. Your handover list \
             works for us, too. I would like to stay in touch.",
        )
        .accepted(1),
    received("Ines Costa", 2).from("post").saying(
        "Olá! Li o seu artigo sobre testes de sincronização e usei a ideia no meu primeiro projeto. Gostava de \
         acompanhar o seu trabalho. Obrigada!",
    ),
    sent("Vera Holm", 1).from("referral"),
    sent("Luis Prado", 0).from("search"),
];
