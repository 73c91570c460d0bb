//! A key press in each list, from the key to the picture, 120x40.

#[allow(dead_code, reason = "a bench uses a part of the world")]
mod world;

use divan::Bencher;
use world::screens::{Screens, script};

fn main() {
    divan::main();
}

/// What is pressed first, then one of these keys after the other, over and over: after all of them all is as before.
const CASES: [(&str, &str, &str); 12] = [
    ("contacts: down", "3", "jk"),
    ("contacts: page", "3", "<pgdn><pgup>"),
    ("contacts: end", "3", "Gg"),
    ("contacts: mark", "3", "<space>k"),
    ("contacts: view", "3", "]]]][[[["),
    ("pending: down", "2", "jk"),
    ("pending: tab", "2", "]]]"),
    ("pending: withdraw and undo", "32", "wu"),
    ("today: down", "1", "jk"),
    ("compose: type", "3c", "H<bs>"),
    (
        "compose: type far in",
        "3cHi Ana, your talk on durable queues helped us. I run jobs at a bank ",
        "and <bs><bs><bs><bs>",
    ),
    ("every screen", "1", "2361"),
];

#[divan::bench(args = CASES.map(|case| case.0), consts = [300, 3_000, 30_000, 300_000])]
fn press<const CONTACTS: u32>(bencher: Bencher, name: &str) {
    let (_, before, keys) = CASES.into_iter().find(|case| case.0 == name).expect("it is in the table");
    let mut screens = Screens::after(CONTACTS, before);
    let keys = script(keys);
    let mut next = keys.iter().copied().cycle();
    bencher.bench_local(|| next.next().map(|key| screens.press(key)));
}
