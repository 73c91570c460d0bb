//! An import without the disk: reading the archive, and planning what it changes.

#[allow(dead_code, reason = "a bench uses a part of the world")]
mod world;

use divan::Bencher;
use inroads::domain::merge::{Conversations, plan};
use inroads::domain::network::Network;
use world::{export, now};

fn main() {
    divan::main();
}

const SIZES: [u32; 4] = [300, 3_000, 30_000, 300_000];

#[divan::bench(args = SIZES)]
fn read(bencher: Bencher, connections: u32) {
    let archive = export::archive(connections);
    bencher.bench_local(|| export::read(&archive));
}

#[divan::bench(args = SIZES)]
fn plan_new(bencher: Bencher, connections: u32) {
    let arrival = export::read(&export::archive(connections));
    let network = Network::default();
    bencher.bench_local(|| plan(&network, &arrival, Conversations::Keep, now()));
}

#[divan::bench(args = SIZES)]
fn plan_known(bencher: Bencher, connections: u32) {
    let (network, arrival) = export::imported(connections);
    bencher.bench_local(|| plan(&network, &arrival, Conversations::Keep, now()));
}
