//! Searching as one types: each further letter on the hits of the one before, and a filter with terms.

#[allow(dead_code, reason = "a bench uses a part of the world")]
mod world;

use divan::Bencher;
use inroads::app::act::{act, press};
use inroads::app::action::{Action, Screen};
use inroads::app::key::parse_script;
use inroads::app::search::Index;

fn main() {
    divan::main();
}

const SIZES: [u32; 4] = [300, 3_000, 30_000, 300_000];

#[divan::bench(args = SIZES)]
fn index(bencher: Bencher, contacts: u32) {
    let network = world::network(contacts);
    bencher.bench_local(|| Index::build(&network));
}

#[divan::bench(args = SIZES)]
fn find_a(bencher: Bencher, contacts: u32) {
    let index = Index::build(&world::network(contacts));
    bencher.bench_local(|| index.find(&["a".into()], None));
}

#[divan::bench(args = SIZES)]
fn find_muller(bencher: Bencher, contacts: u32) {
    let index = Index::build(&world::network(contacts));
    bencher.bench_local(|| index.find(&["muller".into()], None));
}

#[divan::bench(args = SIZES)]
fn find_two_words(bencher: Bencher, contacts: u32) {
    let index = Index::build(&world::network(contacts));
    bencher.bench_local(|| index.find(&["recr".into(), "nord".into()], None));
}

/// The four keys of a name, from the first to the last.
#[divan::bench(args = SIZES)]
fn type_anna(bencher: Bencher, contacts: u32) {
    let mut state = world::state(contacts);
    act(&mut state, Action::Go(Screen::Contacts));
    act(&mut state, Action::Filter);
    let (anna, clear) =
        (parse_script("anna").expect("keys"), parse_script("<bs><bs><bs><bs>").expect("keys"));
    bencher.bench_local(|| {
        for key in anna.iter().chain(&clear) {
            press(&mut state, *key);
        }
    });
}

#[divan::bench(args = SIZES)]
fn filter_by_terms(bencher: Bencher, contacts: u32) {
    let mut state = world::state(contacts);
    act(&mut state, Action::Go(Screen::Contacts));
    let (today, network) = (state.now.today, state.network.clone());
    state.contacts.filter = "company:acme is:pending".into();
    bencher.bench_local(|| state.contacts.narrow(&network, today));
}
