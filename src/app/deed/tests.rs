//! Deeds, tried on a small network: what each does, in which words, and that the way back leads back.

mod any;
mod joined;
mod people;
mod requests;
mod rules;
mod standings;

use super::{Deed, Planned};
use crate::app::fixture::now;
use crate::domain::batch::{Batch, BatchKey};
use crate::domain::network::Network;

/// Does a deed, checks that its inverse restores the network, and gives back the network with the words.
fn done(network: &Network, deed: &Deed) -> (Network, String) {
    let Planned { changes, what } = deed.plan(network, now()).expect("the deed is possible");
    let key = BatchKey("there".into());
    let batch = Batch { key, at: now().at, by: "test".into(), what: what.clone(), undoes: None, changes };
    let mut after = network.clone();
    let batch = after.apply(batch).expect("a plan fits the network it was made for");
    let mut back = after.clone();
    back.apply(batch.inverse(BatchKey("back".into()), now().at, "test")).expect("the way back fits");
    assert_eq!(back, *network, "the way back leads back: {what}");
    (after, what)
}

/// Why a deed cannot be done.
fn refusal(network: &Network, deed: &Deed) -> String {
    deed.plan(network, now()).expect_err("the deed is not possible").to_string()
}
