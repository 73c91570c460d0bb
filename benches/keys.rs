//! A key press in each list, from the key to the picture, 120x40.

#[allow(dead_code, reason = "a bench uses a part of the world")]
mod world;

use divan::Bencher;
use world::screens::{Screens, script};

fn main() {
    divan::main();
}

const SIZES: [u32; 4] = [300, 3_000, 30_000, 300_000];

/// One of these keys after the other, over and over: after all of them everything is as before.
fn press(bencher: Bencher, contacts: u32, before: &str, keys: &str) {
    let mut screens = Screens::after(contacts, before);
    let keys = script(keys);
    let mut next = keys.iter().copied().cycle();
    bencher.bench_local(|| next.next().map(|key| screens.press(key)));
}

#[divan::bench(args = SIZES)]
fn contacts_down(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "3", "jk");
}

#[divan::bench(args = SIZES)]
fn contacts_page(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "3", "<pgdn><pgup>");
}

#[divan::bench(args = SIZES)]
fn contacts_end(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "3", "Gg");
}

#[divan::bench(args = SIZES)]
fn contacts_mark(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "3", "<space>k");
}

#[divan::bench(args = SIZES)]
fn contacts_view(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "3", "]]]][[[[");
}

#[divan::bench(args = SIZES)]
fn pending_down(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "2", "jk");
}

#[divan::bench(args = SIZES)]
fn pending_tab(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "2", "]]]");
}

#[divan::bench(args = SIZES)]
fn pending_withdraw_and_undo(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "2", "wu");
}

#[divan::bench(args = SIZES)]
fn today_down(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "1", "jk");
}

#[divan::bench(args = SIZES)]
fn screens_round(bencher: Bencher, contacts: u32) {
    press(bencher, contacts, "1", "2361");
}
