//! The coach: reading its tables once, and scoring a message, which happens at each key.

use divan::Bencher;
use inroads::insight::quality::{Coach, Recipient};

fn main() {
    divan::main();
}

/// As long as a paid account allows, in each language that is known and one that is not.
const MESSAGES: [&str; 3] = [
    "Hi Mei, your write-up on replacing cron with a durable queue saved our team a bad quarter. I run the jobs platform at \
     a small bank and we are halfway through the same move. Happy to trade scars, and curious how you keep the retries \
     honest when a worker dies in the middle.",
    "Sehr geehrte Frau Tan, Ihr Vortrag in Kassel über Wärmenetze in Altbauquartieren geht mir nicht aus dem Kopf. Ich \
     plane gerade ein ähnliches Netz in Hanau und würde mich über den Kontakt freuen.",
    "Hoi Mei, jouw stuk over wachtrijen heeft ons vorige week geholpen, en dat wilde ik je laten weten.",
];

#[divan::bench]
fn read_the_tables() -> Coach {
    Coach::new()
}

/// What is pasted by mistake: brackets that never close, one word again and again.
#[divan::bench(args = [1_000, 10_000, 100_000])]
fn a_heap(bencher: Bencher, signs: usize) {
    let coach = Coach::new();
    let heap = "(".repeat(signs) + &"because ".repeat(signs / 8);
    bencher.bench_local(|| coach.score(&heap, None, 300));
}

#[divan::bench(args = [0, 1, 2])]
fn score(bencher: Bencher, message: usize) {
    let coach = Coach::new();
    let recipient = Recipient {
        first_name: "Mei".into(),
        last_name: "Tan".into(),
        company: "Tidepool".into(),
        role: "Staff Engineer".into(),
        known: Vec::new(),
    };
    bencher.bench_local(|| coach.score(MESSAGES[message], Some(&recipient), 300));
}
