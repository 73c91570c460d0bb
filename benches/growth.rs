//! How cost grows: each step at four sizes, the median of a few runs, and the slope of the line through the log-log plot.
//!
//! A slope of 0 does not depend on the size of the network, 1 is linear. Small sizes flatten it, since every step has a
//! cost of its own; so the last column says what the last tenfold of contacts multiplies the cost by.
//!
//! `cargo bench --bench growth -- save open 30000 1000000` measures the steps whose name holds one of the words, at
//! these sizes.

#[allow(dead_code, reason = "a bench uses a part of the world")]
mod world;

use std::hint::black_box;
use std::time::{Duration, Instant};

use inroads::app::search::Index;
use inroads::domain::batch::BatchKey;
use inroads::domain::merge::{Conversations, plan};
use inroads::domain::network::Network;
use inroads::store::{Book, Care};

use world::screens::{Screens, script};
use world::shelf::Shelf;
use world::{export, now};

const SIZES: [u32; 4] = [300, 3_000, 30_000, 300_000];

/// A step is run until it took so long in all, but at least and at most so many times.
const ENOUGH: Duration = Duration::from_millis(700);
const RUNS: std::ops::RangeInclusive<usize> = 3..=101;

/// A name, and the median of the seconds that it takes with so many contacts.
type Step = (&'static str, fn(u32) -> f64);

const STEPS: &[Step] = &[
    ("network: apply all", |n| {
        median(|| (Network::default(), world::batch(n)), |(mut network, batch)| network.apply(batch))
    }),
    ("network: copy", |n| with(&world::network(n), Clone::clone)),
    ("screens: begin", |n| median(|| world::network(n), world::state_of)),
    ("search: index", |n| with(&world::network(n), Index::build)),
    ("search: a", |n| find(n, &["a"])),
    ("search: muller", |n| find(n, &["muller"])),
    ("search: recr nord", |n| find(n, &["recr", "nord"])),
    ("search: type a name", |n| typed(n, "3/", "anna<bs><bs><bs><bs>")),
    ("filter: by terms", |n| typed(n, "3/company:acme is:pendin", "g<bs>")),
    ("key: down, in Contacts", |n| typed(n, "3", "jk")),
    ("key: page, in Contacts", |n| typed(n, "3", "<pgdn><pgup>")),
    ("key: mark, in Contacts", |n| typed(n, "3", "<space>k")),
    ("key: down, in Today", |n| typed(n, "1", "jk")),
    ("key: down, in Pending", |n| typed(n, "2", "jk")),
    ("key: tab, in Pending", |n| typed(n, "2", "]]]")),
    ("key: withdraw and undo", |n| typed(n, "32", "wu")),
    ("book: open", |n| with(&Shelf::with(n), Shelf::open)),
    ("book: open for the first screen", |n| {
        with(&Shelf::with(n), |shelf| Book::open_first(&shelf.path(), now().today).expect("a book"))
    }),
    ("book: save one", |n| {
        let shelf = Shelf::with(n);
        let mut opened = shelf.open();
        let mut batch = world::withdrawal(&opened.network);
        let mut keys = (0_u64..).map(|count| BatchKey(format!("withdrawal {count}")));
        median(
            || keys.next().expect("there are enough numbers"),
            |key| {
                batch.key = key;
                opened.book.save(&batch, Care::Full).expect("it fits").number
            },
        )
    }),
    ("book: save an import", |n| {
        let batch = world::batch(n);
        median(Shelf::empty, |shelf| (shelf.import(&batch), shelf))
    }),
    ("book: undo an import", |n| {
        let undo = world::batch(n).inverse(BatchKey("undo".into()), now().at, "bench");
        median(|| Shelf::with(n), |shelf| (shelf.import(&undo), shelf))
    }),
    ("import: read", |n| with(&export::archive(n)[..], export::read)),
    ("import: plan what is new", |n| {
        let (_, arrival) = export::imported(n);
        with(&Network::default(), |network| plan(network, &arrival, Conversations::Keep, now()))
    }),
    ("import: plan what is known", |n| {
        let (network, arrival) = export::imported(n);
        with(&network, |network| plan(network, &arrival, Conversations::Keep, now()))
    }),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let (sizes, words): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|word| word.parse::<u32>().is_ok());
    let mut sizes: Vec<u32> = sizes.iter().filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = SIZES.to_vec();
    }
    print!("{:32}", "milliseconds with so many");
    for size in &sizes {
        print!("{size:>11}");
    }
    println!("{:>9}{:>9}", "slope", "last");
    for (name, step) in STEPS {
        if !words.is_empty() && !words.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        print!("{name:32}");
        let seconds: Vec<f64> =
            sizes.iter().map(|size| step(*size)).inspect(|s| print!("{:11.3}", s * 1e3)).collect();
        let points: Vec<(f64, f64)> =
            sizes.iter().zip(&seconds).map(|(size, s)| (f64::from(*size).ln(), s.ln())).collect();
        match points[..] {
            [.., before, last] => {
                println!("{:9.2}{:>8.1}x", slope(&points), 10_f64.powf(slope(&[before, last])));
            }
            _ => println!(),
        }
    }
}

/// The median of the seconds that a step takes; what goes before it and after it is not counted.
fn median<I, O>(mut before: impl FnMut() -> I, mut step: impl FnMut(I) -> O) -> f64 {
    let (mut seconds, mut total) = (Vec::new(), Duration::ZERO);
    while seconds.len() < *RUNS.start() || (total < ENOUGH && seconds.len() < *RUNS.end()) {
        let input = before();
        let start = Instant::now();
        let output = black_box(step(black_box(input)));
        let took = start.elapsed();
        drop(output);
        seconds.push(took.as_secs_f64());
        total += took;
    }
    seconds.sort_unstable_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}

fn with<I: ?Sized, O>(input: &I, step: impl Fn(&I) -> O) -> f64 {
    median(|| (), |()| step(input))
}

fn find(contacts: u32, words: &[&str]) -> f64 {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    with(&Index::build(&world::network(contacts)), |index| index.find(&words, None))
}

/// One of these keys after the other, from key to picture; what stands between two rounds is the same.
fn typed(contacts: u32, before: &str, keys: &str) -> f64 {
    let mut screens = Screens::after(contacts, before);
    let keys = script(keys);
    median(|| (), |()| keys.iter().for_each(|key| screens.press(*key))) / keys.len() as f64
}

/// The slope of the straight line that lies nearest to the points.
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let both: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    both / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>()
}
