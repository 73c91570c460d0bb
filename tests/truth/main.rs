//! Imports held against what was meant: made-up exports of every era, and the truth that their maker wrote beside them.
//!
//! The maker is `examples/make_export`, which `cargo test` builds; it works the truth out from its world and never
//! looks at a table, so reader and merge are tried by somebody who shares none of their code.

mod made;
mod meant;

use inroads::domain::merge::{Conversations, Report, plan};
use inroads::domain::network::Network;
use serde_json::Value;

use made::{ERAS, Export, Maker, Saved};
use meant::differences;

/// Imports an export with its conversations; gives back what the user is told.
fn import(network: &mut Network, export: &Export) -> Report {
    let plan = plan(network, &export.arrival, Conversations::Keep, export.now());
    network.apply(export.batch(plan.changes)).expect("a plan fits the network that it was made for");
    plan.report
}

/// Every way in which an import differs from what was meant: of one export, and of a later one after it.
fn found_in(saved: Saved) -> Vec<String> {
    let maker = Maker::new();
    let mut found = Vec::new();
    for era in ERAS {
        let mut note = |label: &str, network: &Network, report: &Report, export: &Export| {
            let found_here = differences(network, report, &export.truth);
            found.extend(found_here.into_iter().map(|what| format!("{era}{label}: {what}")));
            let again = plan(network, &export.arrival, Conversations::Keep, export.now());
            if !again.changes.is_empty() {
                found.push(format!("{era}{label}: {} changes the second time", again.changes.len()));
            }
        };
        let first = maker.export(era, saved, 0);
        let mut network = Network::default();
        let report = import(&mut network, &first);
        note("", &network, &report, &first);
        for later in [40, 250] {
            let (mut network, export) = (network.clone(), maker.export(era, saved, later));
            let report = import(&mut network, &export);
            note(&format!(" and {later} days later"), &network, &report, &export);
        }
    }
    found
}

fn nothing(found: &[String]) {
    assert!(
        found.is_empty(),
        "{} differences, among them:\n{}",
        found.len(),
        found[..found.len().min(30)].join("\n")
    );
}

#[test]
fn an_export_of_any_era_is_taken_as_it_was_meant() {
    nothing(&found_in(Saved::AsDelivered));
}

#[test]
fn an_export_that_a_spreadsheet_saved_again_is_taken_as_it_was_meant() {
    nothing(&found_in(Saved::Again));
}

#[test]
fn an_export_as_utf_16_with_tabs_and_no_preamble_is_taken_as_it_was_meant() {
    nothing(&found_in(Saved::Tabs));
}

#[test]
fn an_export_in_windows_text_with_the_preamble_moved_is_taken_as_it_was_meant() {
    nothing(&found_in(Saved::Windows));
}

#[test]
fn the_made_up_world_has_what_makes_exports_hard() {
    let truth = Maker::new().export("2024", Saved::AsDelivered, 250).truth;
    for count in ["hidden", "gone", "new_address", "new_job", "with_email"] {
        assert_ne!(truth["connections"][count], 0, "{count}");
    }
    assert_ne!(truth["invitations"]["twice"], 0);
    assert_eq!((&truth["left_out"], &truth["connections"]["bad"]), (&6.into(), &3.into()));
    let rows = truth["requests"].as_array().expect("a list");
    for really in ["accepted", "withdrawn", "ignored", "expired", "superseded"] {
        assert!(rows.iter().any(|row| row["really"] == really), "{really}");
    }
    for standing in ["accepted", "pending", "no_longer_listed"] {
        assert!(rows.iter().any(|row| row["standing"] == standing), "{standing}");
    }
    assert!(rows.iter().any(|row| !row["settled_at"].is_null()), "no acceptance to the minute");
    let both_asked = |row: &Value| {
        rows.iter().any(|other| other["slug"] == row["slug"] && other["direction"] != row["direction"])
    };
    assert!(rows.iter().any(both_asked), "no requests that cross");
}

#[test]
fn without_conversations_their_partners_are_no_contacts() {
    let export = Maker::new().export("2024", Saved::AsDelivered, 0);
    let mut network = Network::default();
    let plan = plan(&network, &export.arrival, Conversations::Skip, export.now());
    network.apply(export.batch(plan.changes)).expect("a plan fits the network that it was made for");
    assert_eq!(export.truth["contacts_without_conversations"], network.contacts.len());
    assert_eq!(network.touches.len(), 0);
}
