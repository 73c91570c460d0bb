//! The book on the disk: opening it, reading it, saving one change, an import, and its undo.

#[allow(dead_code, reason = "a bench uses a part of the world")]
mod world;

use divan::Bencher;
use inroads::domain::batch::BatchKey;
use inroads::store::{Book, Care};
use world::now;
use world::shelf::Shelf;

fn main() {
    divan::main();
}

const SIZES: [u32; 4] = [300, 3_000, 30_000, 300_000];

#[divan::bench(args = SIZES)]
fn open(bencher: Bencher, contacts: u32) {
    let shelf = Shelf::with(contacts);
    bencher.bench_local(|| shelf.open());
}

#[divan::bench(args = SIZES)]
fn open_first(bencher: Bencher, contacts: u32) {
    let shelf = Shelf::with(contacts);
    bencher.bench_local(|| Book::open_first(&shelf.path(), now().today).expect("a book"));
}

#[divan::bench(args = SIZES)]
fn load(bencher: Bencher, contacts: u32) {
    let shelf = Shelf::with(contacts);
    let mut book = shelf.open().book;
    bencher.bench_local(|| book.load().expect("a network"));
}

/// Safe on the disk: most of it is the disk's.
#[divan::bench(args = SIZES)]
fn save_one(bencher: Bencher, contacts: u32) {
    let shelf = Shelf::with(contacts);
    let mut opened = shelf.open();
    let mut batch = world::withdrawal(&opened.network);
    let mut count = 0;
    bencher.bench_local(|| {
        count += 1;
        batch.key = BatchKey(format!("withdrawal {count}"));
        opened.book.save(&batch, Care::Full).expect("it fits").number
    });
}

#[divan::bench(args = SIZES, sample_size = 1, sample_count = 5)]
fn save_import(bencher: Bencher, contacts: u32) {
    let batch = world::batch(contacts);
    bencher.with_inputs(Shelf::empty).bench_local_refs(|shelf| shelf.import(&batch));
}

#[divan::bench(args = SIZES, sample_size = 1, sample_count = 5)]
fn undo_import(bencher: Bencher, contacts: u32) {
    let undo = world::batch(contacts).inverse(BatchKey("undo".into()), now().at, "bench");
    bencher.with_inputs(|| Shelf::with(contacts)).bench_local_refs(|shelf| shelf.import(&undo));
}
