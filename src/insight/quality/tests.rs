//! What the coach says of messages: each rule with what it is for and what it is not for, tricks, and what always holds.

use std::sync::LazyLock;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

fn reader() -> Recipient {
    Recipient {
        first_name: "Mei".into(),
        last_name: "Tan".into(),
        company: "Tidepool".into(),
        role: "Staff Engineer".into(),
        known: Vec::new(),
    }
}

static COACH: LazyLock<Coach> = LazyLock::new(Coach::new);

fn score(text: &str) -> Score {
    COACH.score(text, Some(&reader()), 300)
}

fn has(text: &str, rule: Rule) -> bool {
    score(text).faults.iter().any(|fault| fault.rule == rule)
}

const GOOD: &str = "Hi Mei, your write-up on replacing cron with a durable queue saved our team a bad quarter. I run the \
                    jobs platform at a small bank and we are halfway through the same move.";

#[test]
fn s46_a_score_always_has_its_three_parts_and_what_it_shows_adds_up_to_it() {
    for text in
        [GOOD, "Hello", "Please add me to your network!!!", "Hi {first_name}, we help companies. 15 minutes?"]
    {
        let score = score(text);
        let parts = score.parts();
        let lines: i32 = score.lines.iter().map(|line| line.points).sum();
        assert_eq!(parts.personal + parts.relevant + parts.respectful, lines);
        let cap = score.faults.iter().filter_map(|fault| fault.cap).min().unwrap_or(100);
        assert_eq!(score.score, Some((lines - score.penalty()).min(cap).max(0)), "{text}");
    }
}

#[test]
fn s23_a_short_reasoned_message_passes_and_one_that_is_long_or_loud_does_not() {
    let short = "Hi Mei, your post on durable queues fixed our cron trouble. I run jobs at a small bank and would like \
                 to follow what you write next.";
    assert!(short.len() <= 200 && score(short).band() >= Some(Band::Good));
    let long = "a few words more ".repeat(19);
    for limit in [200, 300] {
        let scored = COACH.score(&long, None, limit);
        assert!(scored.faults.iter().any(|fault| fault.rule == Rule::TooLong), "{limit}");
        assert!(scored.score <= Some(25));
    }
    let loud = score("Hi!!! connect???");
    assert!(loud.faults.iter().any(|fault| fault.rule == Rule::Shout));
    assert!(loud.tips.iter().any(|tip| tip.id == "no-reason") && loud.band() == Some(Band::Rewrite));
}

#[test]
fn s44_each_fault_is_found_where_it_is_and_not_where_it_only_seems_to_be() {
    for (rule, with, without) in [
        (
            Rule::Placeholder,
            "Hi Mei, your talk was good. TODO say why.",
            "Hola Mei, gracias por TODO lo de Lorca.",
        ),
        (Rule::Placeholder, "Hi [Name], your talk was good.", "Hi Mei, your talk (the long one) was good."),
        (
            Rule::WrongName,
            "Hi Daniel, your article on reefs helped me.",
            "Hi Mei, Daniel sent me your article on reefs.",
        ),
        (
            Rule::WrongCompany,
            "Hi Mei, your team at Bluefern does great.",
            "Hi Mei, your team at Tidepool does great.",
        ),
        (
            Rule::DefaultText,
            "I'd like to add you to my professional network.",
            "I'd like to add a map to your guide.",
        ),
        (Rule::Hidden, "Hi Mei, f\u{200b}ree audit for you.", "Hi Mei, 👩\u{200d}👧 says hello."),
        (Rule::Link, "Hi Mei, see acme.io/demo for more.", "Hi Mei, version 4.30 of your tool runs here."),
        (
            Rule::Pitch,
            "Hi Mei, we help companies double their leads.",
            "Hi Mei, you helped our company out of a hole.",
        ),
        (
            Rule::BigAsk,
            "Hi Mei, do you have time for a quick call?",
            "Hi Mei, I am not looking for a job, only reading.",
        ),
        (
            Rule::Generic,
            "Hi Mei, I came across your profile.",
            "Hi Mei, I came across your footnote on fsync.",
        ),
        (Rule::Shout, "Hi Mei!! Great TALK ABOUT QUEUES", "Hi Mei! A talk about SQL and IO."),
        (
            Rule::Flattery,
            "Hi Mei, your phenomenal work is brilliant.",
            "Hi Mei, your footnote on page 3 is right.",
        ),
        (Rule::Money, "Hi Mei, save $300 with us.", "Hi Mei, a third of our jobs run on it."),
        (Rule::Unclear, "the of queue and Mei. your to with a the cron", "Mei, the queue is your cron."),
    ] {
        assert!(has(with, rule), "{rule:?} in {with}: {:?}", score(with).faults);
        assert!(!has(without, rule), "{rule:?} in {without}: {:?}", score(without).faults);
    }
    let stock = score("Hi, I'd like to join your network on LinkedIn.");
    assert_eq!(stock.band(), Some(Band::Rewrite));
}

#[test]
fn the_words_of_a_fault_are_those_that_it_names() {
    let text = "Hi Daniel, your talk on reefs helped me. Are you free for a quick call?";
    let scored = score(text);
    let words = |rule| {
        let fault = scored.faults.iter().find(|fault| fault.rule == rule).expect("the fault");
        &text[fault.spans[0].clone()]
    };
    assert_eq!((words(Rule::WrongName), words(Rule::BigAsk)), ("Daniel", "free for"));
    let address = "Hi Mei, see http://x.example/a for more.";
    let fault = score(address).faults.into_iter().find(|fault| fault.rule == Rule::Link).expect("the fault");
    assert_eq!(&address[fault.spans[0].clone()], "http://x.example/a");
    let by_last = Recipient { last_name: "Tan".into(), first_name: "M.".into(), ..Recipient::default() };
    let tips = COACH.score(text, Some(&by_last), 300).tips;
    assert_eq!(tips[0].message, "You greet Daniel, the message goes to Tan.");
    let first = &scored.tips[0];
    assert_eq!((first.id, first.severity), ("wrong-name", Severity::Error));
    assert_eq!(first.message, "You greet Daniel, the message goes to Mei.");
}

#[test]
fn half_a_message_that_is_shuffled_is_unclear() {
    let text = "Hi Mei, your post about grading on a curve. We school at the my second years with tried it and noise the \
                in fell class week a after. Thanks what for at Ashgrove you share.";
    assert!(has(text, Rule::Unclear), "{:?}", COACH.see(text, None).order);
}

#[test]
fn following_a_tip_brings_what_it_says() {
    let before =
        score("Hi Mei, your write-up on durable queues saved our team. Are you free for a quick call?");
    let tip = before.tips.iter().find(|tip| tip.id == "big-ask").expect("the tip");
    let after = score("Hi Mei, your write-up on durable queues saved our team.");
    let gained = after.score.unwrap_or(0) - before.score.unwrap_or(0);
    assert!(tip.gain > 0 && gained >= tip.gain, "{gained}, promised {}", tip.gain);
}

#[test]
fn what_is_good_in_one_language_is_good_in_the_others_and_formal_address_is_not_coldness() {
    for text in [
        GOOD,
        "Sehr geehrte Frau Tan, Ihr Vortrag in Kassel über Wärmenetze geht mir nicht aus dem Kopf. Ich plane gerade ein \
         ähnliches Netz in Hanau und würde Ihre Arbeit gerne verfolgen.",
        "Bonjour Mei, votre article sur les internats ruraux m'a rappelé mes dix ans dans le Cantal. Je dirige \
         aujourd'hui un lycée agricole et j'aimerais suivre vos travaux.",
        "Hola Mei, coincidimos en la mesa sobre riego del congreso de Zaragoza. Tu idea de medir la sombra del almendro \
         me la llevé a la finca.",
        "Olá Mei, o teu episódio sobre padarias que abrem às quatro da manhã explicou metade dos meus clientes. Gostava \
         de acompanhar o que publicas.",
    ] {
        assert!(score(text).score >= Some(60), "{text}: {:?}", score(text));
    }
}

#[test]
fn a_language_that_is_not_known_is_never_called_bad_and_letters_in_a_row_are_no_language() {
    for text in [
        "こんにちは、メイさん。先月の記事のキューの話がとても参考になりました。",
        "Cześć Mei, twój wpis o kolejkach pomógł nam w zeszłym tygodniu, dziękuję i pozdrawiam z Gdańska.",
        "Hoi Mei, jouw stuk over wachtrijen heeft ons vorige week geholpen, en dat wilde ik je laten weten.",
    ] {
        let scored = score(text);
        assert_eq!(scored.lang, None, "{text}");
        assert!(scored.score >= Some(60) && scored.faults.is_empty(), "{text}: {scored:?}");
    }
    let row = score("Mei dorlim fenta obas triv melda grun quas tolin vestra.");
    assert!(row.score < Some(60), "{row:?}");
}

#[test]
fn nothing_written_is_nothing_to_score() {
    let empty = score("  \n ");
    assert_eq!((empty.score, empty.band(), empty.tips.len()), (None, None, 0));
}

#[test]
fn length_is_counted_as_the_limit_is() {
    let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
    assert_eq!(length(family, 300).0, 11);
    assert_eq!(length("e\u{301}\r\n", 300).0, 2, "composed, and one line end");
    let (units, over) = length(&format!("{}{family}", "a".repeat(5)), 8);
    assert_eq!((units, over), (16, Some(5..5 + family.len())), "cut before the whole picture");
}

proptest! {
    #[test]
    fn whatever_is_written_is_scored_alike_each_time_and_marked_on_whole_characters(
        text in "(\\PC|[ .,!?\n\u{200b}\u{200d}\u{301}]|your|the|Hi|call|\\[Name\\]|👩){0,40}"
    ) {
        let scored = score(&text);
        prop_assert_eq!(&scored, &score(&text));
        prop_assert!(scored.score.is_none_or(|score| (0..=100).contains(&score)));
        let mut borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        borders.push(text.len());
        let found = scored.lines.iter().flat_map(|line| &line.found).flat_map(|found| &found.spans);
        let faults = scored.faults.iter().flat_map(|fault| &fault.spans);
        for span in found.chain(faults) {
            prop_assert!(borders.contains(&span.start) && borders.contains(&span.end), "{:?}", span);
        }
    }
}

#[test]
fn what_only_looks_like_an_error_is_none() {
    for text in [
        "Wow, your post on queues helped us in March.",
        "Kubernetes: your post on probes saved our Tuesday.",
        "Hi folks, the talk on fsync was the best of the day.",
        "Hallo zusammen, der Vortrag über Wärmenetze war gut.",
        "Dear Professor Okafor's former student, she told me to write.",
        "Hi Meilin, your note on fsync is on our wall.",
        "None of us had read your footnote on page 3 before.",
        "Your post on undefined behaviour (the long one) is taped to my desk.",
        "Hola Mei, gracias por TODO lo que contaste en Lorca.",
        "Your TGFβ paper from 2015-2019 has 10.000.000 rows and 5 μm slices.",
        "Your talk at Booking.com on ASP.NET was on 12.05.2024.",
        "Your work with React Native in 2019 runs in our lab.",
        "\u{feff}Hi Mei, your note helped me.",
        "Your error rate from 4% to 1% made me look twice.",
    ] {
        let scored = score(text);
        let wrong: Vec<Rule> = scored
            .faults
            .iter()
            .filter(|fault| {
                fault.severity == Severity::Error || matches!(fault.rule, Rule::Link | Rule::Money)
            })
            .map(|fault| fault.rule)
            .collect();
        assert_eq!(wrong, [], "{text}");
    }
    assert!(has("Hi Daniel, your post on queues and the broker helped me.", Rule::WrongName));
    let andrew = Recipient { first_name: "Andrew".into(), ..Recipient::default() };
    let other = COACH.score("Hi Daniel, your post on queues and the broker.", Some(&andrew), 300);
    assert!(other.faults.iter().any(|fault| fault.rule == Rule::WrongName), "and is no Andrew");
}

#[test]
fn accents_tell_words_apart_and_may_be_left_out() {
    for text in [
        "Hola Mei, tu artículo me ayudó con los almendros en marzo.",
        "Il y a trois mois votre article m'a aidée, Mei.",
    ] {
        assert!(!has(text, Rule::Pitch), "{text}: {:?}", score(text).faults);
    }
    let without = score("Hola Mei, tu articulo sobre riego me sirvio en la finca.");
    assert!(without.lines[0].found.iter().any(|found| found.what == "what they made"), "{without:?}");
}

#[test]
fn a_denial_is_none_and_a_question_why_not_is_one() {
    assert!(!has(
        "Hi Mei, I am not looking for a job, only for the second half of your series.",
        Rule::BigAsk
    ));
    assert!(has("Hi Mei, why don't we schedule a call next week?", Rule::BigAsk));
    assert!(has("Gonzalo, te escribí la semana pasada y no me respondiste.", Rule::Pitch));
}

#[test]
fn a_heap_of_signs_is_no_message() {
    for heap in ["(", "{", "<", "because ", "your ", "a", "%", "\u{200b}"] {
        let scored = score(&heap.repeat(20_000));
        assert!(scored.score <= Some(60), "{heap:?}");
    }
}

#[test]
fn s50_how_you_know_them_or_what_it_is_worth_to_them_is_found_and_neither_is_said() {
    let found = |text: &str| {
        let scored = score(text);
        (!scored.knows.is_empty(), !scored.gives.is_empty())
    };
    assert_eq!(found("Hi Mei, we both spoke at QueueCon in May. I run jobs at a small bank."), (true, false));
    assert_eq!(
        found("Hi Mei, glad to share our numbers on retries with you. I run jobs at a bank."),
        (false, true)
    );
    let neither = "Hi Mei, I run jobs at a bank. Please connect with me.";
    assert_eq!(found(neither), (false, false));
    assert!(has(neither, Rule::NoAnchor), "with neither the message is held below good");
    for text in ["Hallo Mei, gerne teile ich unsere Zahlen.", "Bonjour Mei, je peux vous aider à tester."] {
        assert!(found(text).1, "{text}");
    }
}

#[test]
fn s84_what_is_in_it_for_them_earns_a_point_and_is_missed_without() {
    let reason = |text: &str| {
        let scored = score(text);
        let line = scored.lines.iter().find(|line| line.rule == Rule::Reason).expect("a reason").clone();
        line.found.iter().any(|found| found.what == "what is in it for them")
    };
    assert!(reason("Hi Mei, your post on queues fits my week. Happy to share our numbers with you."));
    assert!(!reason("Hi Mei, your post on queues fits my week. I read it on the train."));
}

fn knowing(source: Source, text: &str) -> Recipient {
    Recipient { known: vec![Known { source, text: text.into() }], ..reader() }
}

#[test]
fn what_the_book_knows_is_found_by_its_telling_words_and_by_no_others() {
    let work = Source::Fact(FactKind::Work);
    for (source, known, text, words) in [
        (work, "Testing fsync on cheap disks", "Your piece on fsync was kind to us.", &["fsync"][..]),
        (work, "replica lag", "I still use your notes on replicas and lag.", &["replicas", "lag"]),
        (work, "open source", "The open letter about a source of trouble.", &["open", "source"]),
        (work, "Testing fsync on cheap disks", "I am testing a new bike.", &[]),
        (Source::Fact(FactKind::Mutual), "Ana Ruiz", "Ana told me of your rota.", &["Ana"]),
        (
            Source::Fact(FactKind::Offer),
            "our replay harness for sync tests",
            "A replay bug in our sync tool.",
            &[],
        ),
        (Source::Tag, "pg barcelona", "We met at PG Barcelona in May.", &["Barcelona"]),
        (
            Source::Told,
            "asked about the harbour cranes of Rotterdam",
            "The cranes of Rotterdam stay with me.",
            &["cranes", "Rotterdam"],
        ),
        (Source::Told, "asked about the harbour cranes", "Cranes are birds.", &[]),
    ] {
        let found = COACH.score(text, Some(&knowing(source, known)), 300).known;
        let named: Vec<&str> = found.iter().flatten().map(|span| &text[span.clone()]).collect();
        assert_eq!(named, words, "{known}: {text}");
    }
}

#[test]
fn a_copy_of_a_message_to_somebody_else_is_held_down_and_a_likeness_costs_a_little() {
    let echo = |share| Echo { share, to: "S. Marin".into(), when: "31 Oct".into(), only_here: Vec::new() };
    let with = |share| COACH.score_beside(GOOD, Some(&reader()), Some(&echo(share)), 300);
    let free = score(GOOD).score;
    assert_eq!(with(0.59).score, free);
    assert_eq!(with(0.61).score, free.map(|score| score - 10));
    assert_eq!(with(0.81).score, Some(35));
    assert_eq!(with(0.61).tips[0].message, "61 % like your message to S. Marin, 31 Oct.");
}

#[test]
fn every_fault_and_every_tip_has_a_reason_with_its_source() {
    let mut ids = std::collections::BTreeSet::new();
    for text in [
        "Hi {x y}",
        "Hi",
        "",
        GOOD,
        "Dear Bo, we help companies. 15 minutes? https://x.example $5 WOW!!! amazing guru",
        "I'd like to add you to my professional network on LinkedIn.",
        "your team at Acme",
        "dog the of and cat. the of. dog of the, the",
        &"word ".repeat(80),
        "Hi M\u{200b}ei, I like what you do.",
    ] {
        ids.extend(score(text).tips.into_iter().map(|tip| tip.id));
        ids.extend(score(text).faults.into_iter().map(|fault| fault.rule.id()));
    }
    assert!(ids.len() > 12, "{ids:?}");
    for id in ids {
        assert!(why::why(id).is_some(), "{id}");
    }
}
