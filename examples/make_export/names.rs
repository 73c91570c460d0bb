//! Names in eleven scripts, and what people do. Combined by chance: whoever comes out is nobody.

/// Names that go together.
pub struct Pool {
    pub first: &'static [&'static str],
    pub last: &'static [&'static str],
}

pub const PLAIN: Pool = Pool {
    first: &[
        "Aaron", "Adele", "Alan", "Alba", "Amara", "Anders", "Anja", "Anton", "Aria", "Arjun", "Asha",
        "Bella", "Bruno", "Carla", "Cedric", "Clara", "Dario", "Diana", "Dilan", "Edda", "Elena", "Elias",
        "Emil", "Esra", "Farah", "Felix", "Flora", "Gita", "Greta", "Hanna", "Hugo", "Ida", "Imran", "Ines",
        "Iris", "Ivan", "Jana", "Jonas", "Julia", "Kaito", "Karin", "Kofi", "Lars", "Leila", "Linus",
        "Lucia", "Malik", "Marta", "Mila", "Nadia", "Nils", "Noor", "Olga", "Omar", "Petra", "Priya",
        "Rafael", "Rosa", "Samir", "Selma", "Tariq", "Tessa", "Tomas", "Uma", "Vera", "Viktor", "Wanda",
        "Yara", "Yusuf", "Zara",
    ],
    last: &[
        "Abara",
        "Adler",
        "Almeida",
        "Amin",
        "Anders",
        "Bakker",
        "Banerjee",
        "Barros",
        "Becker",
        "Berg",
        "Bianchi",
        "Brandt",
        "Castro",
        "Chandra",
        "Costa",
        "Dahl",
        "Demir",
        "Diaz",
        "Dubois",
        "Eriksen",
        "Faber",
        "Farouk",
        "Ferrari",
        "Fischer",
        "Gallo",
        "Garner",
        "Greco",
        "Haas",
        "Haddad",
        "Hansen",
        "Holm",
        "Ibarra",
        "Ionescu",
        "Ito",
        "Jansen",
        "Kapoor",
        "Keller",
        "Kimani",
        "Kovac",
        "Kruger",
        "Lange",
        "Leone",
        "Lindqvist",
        "Lopes",
        "Maier",
        "Marin",
        "Mensah",
        "Meyer",
        "Moreau",
        "Mori",
        "Nair",
        "Novak",
        "Okafor",
        "Olsen",
        "Ortega",
        "Pavlov",
        "Pereira",
        "Petrov",
        "Prado",
        "Quist",
        "Ramos",
        "Rao",
        "Ricci",
        "Romano",
        "Rossi",
        "Saito",
        "Santos",
        "Schmitt",
        "Silva",
        "Sousa",
        "Stern",
        "Takeda",
        "Torres",
        "Usman",
        "Vargas",
        "Vidal",
        "Visser",
        "Weber",
        "Winter",
        "Ymir",
        "Zeman",
    ],
};

pub const ACCENTS: Pool = Pool {
    first: &[
        "Zoë",
        "José",
        "Inés",
        "Søren",
        "Łucja",
        "Åsa",
        "Émile",
        "François",
        "Jörg",
        "Müge",
        "Ðuro",
        "Ágnes",
        "Íris",
        "Šárka",
        "Žiga",
        "Ştefan",
        "Nguyệt",
        "Jürgen",
        "Noémie",
        "Ōta",
    ],
    last: &[
        "Núñez",
        "Gonçalves",
        "Þórsson",
        "Müller",
        "Šimić",
        "Żuraw",
        "Åkesson",
        "Öztürk",
        "Dvořák",
        "Lévesque",
        "Ibáñez",
        "Nguyễn",
        "Jørgensen",
        "Kovács",
        "Țepeș",
        "Ćosić",
        "Łęcki",
        "Brânză",
        "Çelik",
        "Håkansson",
    ],
};

pub const OTHERS: &[Pool] = &[
    Pool {
        first: &["Олена", "Дмитро", "Анна", "Сергей", "Ирина", "Богдан"],
        last: &["Шевчук", "Коваль", "Иванова", "Мельник", "Орлова"],
    },
    Pool {
        first: &["Ελένη", "Νίκος", "Μαρία", "Γιώργος", "Άννα"],
        last: &["Παπαδάκη", "Ιωάννου", "Νικολάου", "Βλάχος"],
    },
    Pool {
        first: &["سلمى", "كريم", "ليلى", "يوسف", "مريم"], last: &["القاسم", "حداد", "الشامي", "منصور"]
    },
    Pool {
        first: &["נועה", "יואב", "מאיה", "איתן"], last: &["ברק", "לוי", "שגב", "אלון"]
    },
    Pool {
        first: &["अनन्या", "रोहन", "मीरा", "आरव", "काव्या"], last: &["शर्मा", "वर्मा", "जोशी", "अय्यर"]
    },
    Pool {
        first: &["ธนพร", "สมชาย", "กานดา", "ปกรณ์"], last: &["สุขใจ", "วงศ์ดี", "ทองคำ", "ศรีสุข"]
    },
    Pool {
        first: &["静", "伟", "小红", "建国", "雨欣", "子涵"], last: &["陈", "王", "李", "欧阳", "张"]
    },
    Pool {
        first: &["美咲", "健太", "さくら", "アヤ", "翔"], last: &["佐藤", "山田", "高橋", "渡辺"]
    },
    Pool { first: &["서연", "민준", "지우", "하은"], last: &["김", "박", "이", "최"] },
    Pool {
        first: &["ნინო", "გიორგი", "მარიამ", "ლევან"], last: &["კაპანაძე", "ბერიძე", "მაისურაძე"]
    },
];

pub const CREDENTIALS: &[&str] = &[", PhD", ", MBA", ", PMP", ", CISSP", ", M.Sc."];
pub const EMOJI: &[&str] =
    &[" 🚀", " 👩‍💻", " 🏳️‍🌈", " ✨", " 🇧🇷", "\x1b[31m", "\x07", "\u{202e}", "\u{200e}", "\u{9b}1m"];

pub const COMPANY: &[&str] = &[
    "Nord", "Blue", "Alder", "Cedar", "Quartz", "Lumen", "Harbor", "Maple", "Orbit", "Delta", "Copper",
    "Willow", "Ember", "Polar", "Summit", "Atlas", "Coral", "Falcon", "Granite", "Helio", "Indigo",
    "Juniper", "Kestrel", "Lotus", "Marble", "Nimbus", "Opal", "Pine", "River", "Sierra", "Terra", "Umber",
    "Velvet", "Wren",
];
pub const TRADE: &[&str] = &[
    "wind",
    " Labs",
    " Systems",
    " Analytics",
    " GmbH",
    " Robotics",
    " Health",
    " & Sons",
    " Cloud",
    " Mobility",
    " Energy",
    " Studio",
    " Partners",
    " S.A.",
    ", Inc.",
    " \"Open\" Group",
];
pub const ODD_COMPANY: &[&str] = &[
    "Łódź Fabryka",
    "Müller, Söhne & Co.",
    "株式会社みなと",
    "ООО Ромашка",
    "شركة النهضة",
    "Café \"Zentral\"",
];
pub const LEVEL: &[&str] =
    &["", "Senior ", "Lead ", "Staff ", "Principal ", "Junior ", "Head of ", "Interim "];
pub const FIELD: &[&str] = &[
    "Data Engineer",
    "Product Manager",
    "Designer",
    "Backend Developer",
    "Researcher",
    "Recruiter",
    "Architect",
    "Site Reliability",
    "Technical Writer",
    "Data Scientist",
    "Accountant",
    "Teacher",
    "Security Engineer",
    "Operations",
    "Marketing",
    "Founder",
    "Community Manager",
    "Embedded Engineer",
    "Librarian",
    "Nurse, Team B",
];
