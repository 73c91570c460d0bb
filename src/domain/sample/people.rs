//! The sixty made-up people of the demo network who are shown, a row each.

use crate::domain::contact::Fit::{self, High, Low, Medium};

/// A person. What follows from their requests (most connections, where the record comes from) is not repeated here.
#[derive(Clone, Copy)]
pub(super) struct Person {
    pub name: &'static str,
    pub role: &'static str,
    pub company: &'static str,
    /// Sorted, with a blank between.
    pub tags: &'static str,
    pub purpose: &'static str,
    pub fit: Option<Fit>,
    /// The key of the profile, where it is not made from the name.
    pub slug: Option<&'static str>,
    pub email: &'static str,
    pub url: &'static str,
    /// Days since the connection, where no request tells it.
    pub connected: Option<i64>,
    /// Days since the export that no longer listed the connection.
    pub gone: Option<i64>,
    pub ask_again: Option<Again>,
    pub archived: bool,
}

/// When to ask again.
#[derive(Clone, Copy)]
pub(super) enum Again {
    Today,
    InMonths(u32),
}

pub(super) const fn person(name: &'static str, role: &'static str, company: &'static str) -> Person {
    Person {
        name,
        role,
        company,
        tags: "",
        purpose: "",
        fit: None,
        slug: None,
        email: "",
        url: "",
        connected: None,
        gone: None,
        ask_again: None,
        archived: false,
    }
}

impl Person {
    const fn tags(self, tags: &'static str) -> Self {
        Self { tags, ..self }
    }

    const fn why(self, purpose: &'static str, fit: Fit) -> Self {
        Self { purpose, fit: Some(fit), ..self }
    }

    const fn slug(self, slug: &'static str) -> Self {
        Self { slug: Some(slug), ..self }
    }

    const fn email(self, email: &'static str) -> Self {
        Self { email, ..self }
    }

    const fn url(self, url: &'static str) -> Self {
        Self { url, slug: Some(""), ..self }
    }

    const fn connected(self, days: i64) -> Self {
        Self { connected: Some(days), ..self }
    }

    const fn gone(self, days: i64) -> Self {
        Self { gone: Some(days), ..self }
    }

    const fn ask_again(self, when: Again) -> Self {
        Self { ask_again: Some(when), ..self }
    }

    const fn archived(self) -> Self {
        Self { archived: true, ..self }
    }
}

/// Everybody, in the order of their numbers: who waits for an answer of theirs, who waits for the user's, then the rest.
pub(super) const PEOPLE: &[Person] = &[
    person("Priya N.", "Staff Eng", "Acme").tags("databases"),
    person("Tom Okafor", "PM", "Birchbox").why("how he keeps a roadmap short", Medium),
    person("Hanna Virtanen", "Eng Director", "Sisu")
        .why("mentor for the step to lead", Medium)
        .tags("mentor"),
    person("Miguel Torres", "Data Lead", "Faro").tags("databases").why("data tests, ours and theirs", High),
    person("Dana Levi", "Recruiter", "TalentX").why("knows the teams in town", Low),
    person("Lena Fischer", "CTO", "Nordwind").tags("small-teams").why("how small teams stay calm", High),
    person("Ravi Iyer", "Recruiter", "Hays").why("was kind about my first CV", Low),
    person("Sofia Marin", "Professor", "UPC Barcelona")
        .tags("databases teaching")
        .why("learn how she teaches query plans", High),
    person("Oleg Petrenko", "Architect", "Zbruch").tags("distributed").why("clocks and replicas", Medium),
    person("Keiko Tanaka", "DevRel", "Fluxo")
        .tags("benchmarks sqlite")
        .why("swap benchmark notes", High)
        .email("keiko@fluxo.example"),
    person("Bram de Vries", "SWE", "Polder").tags("rustfest testing").why("property tests in Rust", High),
    person("Chen Wei", "DevRel", "Fluxo Labs").tags("rustfest").why("workshops that people finish", Medium),
    person("Yusuf Demir", "Founder", "Kavak").tags("local-first").why("local-first in the real world", High),
    person("Ana Beatriz Lima", "Platform Eng", "Rio Nuvem").tags("rust").why("build times", Medium),
    person("Marta Nowak", "Researcher", "PWr").tags("databases").why("her paper on torn writes", High),
    person("Amara Diallo", "Founder", "Kora")
        .why("tools that work off line", Medium)
        .url("https://kora.example/amara"),
    person("Vera Holm", "SRE", "Tidal").tags("on-call").why("works with Jonas; calm on-call", Medium),
    person("Luis Prado", "UX Lead", "Lumo").tags("accessibility").why("screen readers in terminals", Medium),
    person("Giulia Ferrari", "Eng Manager", "Ponte")
        .tags("small-teams")
        .why("hiring without puzzles", Medium),
    person("Ελένη Παπαδάκη", "Data Engineer", "Aegis Data")
        .tags("databases")
        .why("streams on a small budget", Medium),
    person("נועה ברק", "Product Designer", "Gal Studio").tags("accessibility"),
    person("Ines Costa", "Data Engineer", "Azulejo")
        .tags("pg-barcelona")
        .why("building her first sync tool", High),
    person("Олена Шевчук", "Backend Engineer", "Струм").tags("databases"),
    person("佐藤 美咲", "Developer Advocate", "Minato Cloud").tags("sqlite"),
    person("سلمى القاسم", "QA Lead", "Nahda Software").tags("testing"),
    person("Thabo Mokoena", "Consultant", "Baobab Advisory"),
    person("김 서연", "Student", "Hangang University").tags("systems-meetup"),
    person("Elif Kaya", "Founder", "Kavak Labs")
        .tags("pg-barcelona testing")
        .why("her posts on testing fsync", High),
    person("Jonas Berg", "SRE", "Tidal").tags("rust systems-meetup").why("on-call that people like", High),
    person("ნინო კაპანაძე", "Security Engineer", "Mtkvari Soft")
        .tags("security")
        .why("safe file formats", High),
    person("陈 静", "Storage Engineer", "Qinghe Data")
        .tags("databases rustfest")
        .why("checksums that pay", High),
    person("Clara Jensen", "Tech Writer", "Fjordline").tags("docs").why("manuals that people read", Medium),
    person("ธนพร สุขใจ", "Mobile Developer", "Chao Phraya Apps").tags("local-first"),
    person("अनन्या शर्मा", "Team Lead", "Sagar Systems").tags("mentor").why("mentors first-time leads", High),
    person("Zoe\u{308} Martens", "Event Organiser", "RustFest")
        .tags("rustfest")
        .why("finds the speakers", High),
    person("Samira 👩‍💻 Haddad", "Frontend Developer", "Atlas Web")
        .slug("samira-haddad-dev")
        .tags("accessibility"),
    person("Pedro Almeida", "DBA", "Azulejo")
        .tags("databases pg-barcelona")
        .why("knows every checkpoint", High),
    person("Karin Lindqvist", "Librarian", "Uppsala City").tags("archives").why("formats that last", Medium),
    person("Noah Adeyemi", "Backend Developer", "Lagoon Pay").tags("testing").why("ledger tests", High),
    person("Émilie Laurent", "Engineer", "Brume").tags("rust systems-meetup").why("gives talks, too", High),
    person("Tomás Herrera", "Tech Lead", "Quetzal").tags("small-teams").why("reviews that teach", Medium),
    person("Björn Þórsson", "Kernel Developer", "Hekla")
        .tags("filesystems")
        .why("what fsync really does", High),
    person("Helen Marsh", "Author", "Quiet Systems")
        .tags("docs")
        .why("her book shaped how I write", High)
        .ask_again(Again::InMonths(9)),
    person("Victor Ionescu", "Head of Data", "Carpat")
        .why("streams at scale", Medium)
        .email("victor@carpat.example")
        .ask_again(Again::Today),
    person("Peter Novák", "Compiler Engineer", "Lipa").tags("rust").why("error messages", Medium),
    person("Magda Rossi", "Engineer", "Ponte")
        .tags("rust")
        .why("borrow checker stories", Medium)
        .connected(14),
    person("Stephan Krüger", "Consultant", "Elbwerk").why("audits of backups", Low),
    person("Dev Malhotra", "Growth Lead", "Sprintly").why("asked on a hurried day", Low),
    person("Irina Popescu", "Analyst", "Carpat").tags("databases"),
    person("Kofi Mensah", "Engineer", "Volta Grid")
        .tags("distributed")
        .why("power cuts and journals", Medium),
    person("Lucia Bianchi", "Student", "Politecnico").tags("pg-barcelona").why("looks for a mentor", High),
    person("Hamid Rezai", "Engineer", "Caravan Maps")
        .tags("local-first")
        .why("maps without a network", Medium),
    person("Brad Sterling", "Sales", "LeadPilot"),
    person("Max Fortune", "Coach", "Fortune Now"),
    person("Agnès Roca", "Archivist", "Vall Digital").tags("archives"),
    person("Ana Ruiz", "Community Lead", "PG Barcelona")
        .tags("pg-barcelona")
        .why("opens doors, and keeps them open", High)
        .email("ana@pgbarcelona.example")
        .connected(711),
    person("Otto Brandt", "Retired", "").connected(1480).archived(),
    person("Nadia Karim", "Office Manager", "Old Harbour").connected(2210).gone(95).archived(),
    person("Marek Zieliński", "Engineer", "Wisła Soft").connected(840).gone(2).tags("rust"),
    person("Marek Zieliński", "Principal Engineer", "Wisła Soft").slug("marek-zieliński-dev").connected(840),
];
