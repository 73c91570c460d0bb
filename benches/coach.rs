//! The coach: reading its tables once, scoring a message and comparing it with those of before, which happens at each key.

use divan::Bencher;
use inroads::insight::quality::{Coach, Recipient};
use inroads::insight::similarity::{Echoes, Sent};

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

/// Messages of before, as many as somebody sends in years; each begins in its own way.
fn before(count: usize) -> Vec<String> {
    let words = MESSAGES.join(" ");
    let words: Vec<&str> = words.split(' ').collect();
    let message =
        |n: usize| (0..30).map(|at| words[(n * 7 + at * (n % 11 + 1)) % words.len()]).collect::<Vec<_>>();
    (0..count).map(|n| format!("Hi {n}, {}", message(n).join(" "))).collect()
}

#[divan::bench(args = [500, 5_000])]
fn echo(bencher: Bencher, count: usize) {
    let before = before(count);
    let echoes = Echoes::of(before.iter().map(|text| Sent { text, ..Sent::default() }));
    let message = Sent { text: MESSAGES[0], ..Sent::default() };
    bencher.bench_local(|| echoes.nearest(&message, |_| true));
}

#[divan::bench(args = [500, 5_000])]
fn take_apart(bencher: Bencher, count: usize) {
    let before = before(count);
    bencher.bench_local(|| Echoes::of(before.iter().map(|text| Sent { text, ..Sent::default() })));
}
