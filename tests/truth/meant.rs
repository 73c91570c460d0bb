//! What the truth file says, compared with the network that came of an import.
//!
//! Rows marked `ambiguous` are skipped. They are of the eras without addresses, and of a name that several people or
//! several requests have: which connection belongs to which request is then a guess, and the maker guesses otherwise.

use std::collections::HashMap;

use inroads::domain::merge::Report;
use inroads::domain::network::Network;
use inroads::domain::request::{Evidence, Request, Standing};
use serde_json::{Value, json};

/// What a request is known by: direction, moment, and the address of the person, or the name where there is none.
type Key = (String, String, String);

/// Every difference, in words.
pub fn differences(network: &Network, report: &Report, truth: &Value) -> Vec<String> {
    let mut found = requests(network, truth);
    found.extend(counts(network, report, truth));
    found
}

fn requests(network: &Network, truth: &Value) -> Vec<String> {
    let mut here: HashMap<Key, Vec<&Request>> = HashMap::new();
    for request in &network.requests {
        here.entry(key(network, request)).or_default().push(request);
    }
    let mut found = Vec::new();
    let rows = truth["requests"].as_array().unwrap();
    let mut compared = 0;
    for meant in rows {
        let who = if meant["slug"] == "" { &meant["name"] } else { &meant["slug"] };
        let key = [&meant["direction"], &meant["sent_at"], who].map(|part| part.as_str().unwrap().to_owned());
        let of_key = here.remove(&key.into()).unwrap_or_default();
        if meant["ambiguous"] == true {
            continue;
        }
        compared += 1;
        match of_key[..] {
            [request] => {
                let is = described(request, meant);
                found.extend(differs(&is, meant).map(|what| format!("{meant}: {what}")));
            }
            [] => found.push(format!("{meant}: is not there")),
            [..] => found.push(format!("{meant}: is there more than once")),
        }
    }
    found.extend(here.into_values().flatten().map(|request| format!("{request:?}: was not meant")));
    if compared * 10 < rows.len() * 8 {
        found.push(format!("only {compared} of {} requests can be compared", rows.len()));
    }
    found
}

fn key(network: &Network, request: &Request) -> Key {
    let contact = network.contact(request.contact).unwrap();
    let who = if contact.slug.is_empty() { contact.name() } else { contact.slug.clone() };
    let sent_at = request.sent_at.map_or_else(String::new, |at| at.to_string());
    (request.direction.token().to_owned(), sent_at, who)
}

/// A request in the words of the truth.
fn described(request: &Request, meant: &Value) -> Value {
    let by_name = meant["slug"] == "";
    let evidence = match request.standing {
        Standing::Accepted if !by_name => Evidence::Imported,
        Standing::Accepted | Standing::NoLongerListed => Evidence::Inferred,
        _ => Evidence::Imported,
    };
    json!({
        "standing": request.standing.token(),
        "settled_on": request.settled_on.map(|day| day.to_string()),
        "settled_at": request.settled_at.map(|at| at.to_string()),
        "message": request.message.split_whitespace().collect::<Vec<_>>().join(" "),
        "evidence": (request.evidence != evidence).then_some(request.evidence.token()),
        "by_name": request.by_name != (by_name && request.standing == Standing::Accepted),
    })
}

/// The fields that are otherwise; what the truth does not know is as it should be where it says nothing.
fn differs<'a>(is: &'a Value, meant: &'a Value) -> impl Iterator<Item = String> + 'a {
    let fields = is.as_object().unwrap().iter();
    fields.filter_map(|(field, is)| {
        let other = match meant.get(field) {
            Some(meant) => is != meant,
            None => !is.is_null() && *is != false,
        };
        other.then(|| format!("{field} is {is}"))
    })
}

fn counts(network: &Network, report: &Report, truth: &Value) -> Vec<String> {
    let connections = &truth["connections"];
    let connected = network.contacts.iter().filter(|contact| contact.connected_on.is_some());
    let (gone, here): (Vec<_>, Vec<_>) = connected.partition(|contact| contact.gone_on.is_some());
    let rows: HashMap<&str, usize> =
        report.tables.iter().map(|table| (table.kind.token(), table.rows)).collect();
    let addresses = !truth["contacts"].is_null();
    let mut pairs = vec![
        ("as of", json!(report.as_of.to_string()), &truth["as_of"]),
        ("owner", json!(report.owner), &truth["owner"]["name"]),
        ("rows of connections", json!(rows["connections"]), &connections["rows"]),
        ("rows of invitations", json!(rows["invitations"]), &truth["invitations"]["rows"]),
        ("rows of messages", json!(rows["messages"]), &truth["messages"]["rows"]),
        ("touches", json!(network.touches.len()), &truth["messages"]["with_address"]),
        ("hidden", json!(report.background.hidden), &connections["hidden"]),
        ("left out", json!(report.left_out.len()), &truth["left_out"]),
        ("in the list", json!(here.len()), &connections["people"]),
    ]
    .into_iter()
    .map(|(what, is, meant)| (what, is, meant.clone()))
    .collect::<Vec<_>>();
    if addresses {
        pairs.extend([
            ("contacts", json!(network.contacts.len()), truth["contacts"].clone()),
            ("known connections", json!(here.len() + gone.len()), connections["known"].clone()),
            ("gone", json!(report.connections_gone), connections["gone"].clone()),
            ("new job", json!(report.background.moved.len()), connections["new_job"].clone()),
        ]);
    }
    pairs
        .into_iter()
        .filter(|(_, is, meant)| is != meant)
        .map(|(what, is, meant)| format!("{what}: {is}, meant was {meant}"))
        .collect()
}
