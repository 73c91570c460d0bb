//! What an import should make of an export, worked out from the world and not from the tables.
//!
//! By the rules of the export alone: what really became of a request stands beside it as `really`. With `--later`,
//! the truth is that of somebody who imported the first export and then this one, and nothing in between.

use std::collections::{HashMap, HashSet};
use std::io::Write;

use serde_json::{Value, json};

use crate::dialect::{self, Era};
use crate::messages;
use crate::person::Who;
use crate::world::{AGAIN, DAY, Direction, Fate, Request, Shown, World};

#[derive(Clone, Copy)]
enum State {
    Pending,
    Accepted(i64),
    NoLongerListed(i64),
}

/// The rows of the truth file for the requests, and how many there are of each standing.
pub struct Requests {
    rows: Vec<Value>,
    standings: [u64; 3],
}

struct Names {
    connections: HashMap<String, Vec<i64>>,
    requests: HashMap<String, u64>,
}

fn plain(world: &World, who: Who) -> String {
    world.name(who).whole().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Names {
    fn of(world: &World, requests: &[Request], at: i64) -> Self {
        let mut names = Self { connections: HashMap::new(), requests: HashMap::new() };
        let old = (0..world.connections).map(|n| world.request(Who::Linked(n)));
        for request in world.new_connections(requests, at).into_iter().chain(old) {
            if world.shown(request.who, at) == Shown::Whole {
                names.connections.entry(plain(world, request.who)).or_default().push(request.ends);
            }
        }
        for request in requests {
            *names.requests.entry(plain(world, request.who)).or_default() += 1;
        }
        names
    }
}

// When the connection was made that this export shows for the request, if it belongs to it.
fn connection(world: &World, request: &Request, at: i64, names: Option<&Names>) -> Option<i64> {
    let fits = |on: &i64| on.div_euclid(DAY) >= request.sent.div_euclid(DAY);
    let Some(names) = names else {
        let own = match request.who {
            Who::Linked(_) => Some(world.request(request.who).ends),
            Who::Asked(_) | Who::Later(_) | Who::Stranger(_) => request.accepted(at),
        };
        return own.filter(fits).filter(|_| world.shown(request.who, at) == Shown::Whole);
    };
    let near = |on: &&i64| fits(on) && on.div_euclid(DAY) - request.sent.div_euclid(DAY) <= 180;
    let mut found = names.connections.get(&plain(world, request.who))?.iter().filter(near);
    let one = found.next().copied();
    one.filter(|_| found.next().is_none())
}

fn next(before: Option<State>, listed: bool, connected: Option<i64>, at: i64) -> Option<State> {
    Some(match (before, connected) {
        (None, _) if !listed => return None,
        (Some(State::Accepted(on)), _) | (_, Some(on)) => State::Accepted(on),
        (Some(State::NoLongerListed(on)), None) if !listed => State::NoLongerListed(on),
        (Some(State::Pending), None) if !listed => State::NoLongerListed(at),
        (_, None) => State::Pending,
    })
}

/// Works out the requests.
pub fn requests(world: &World, requests: &[Request], at: i64, era: Era) -> Requests {
    let days = if at == world.first { vec![at] } else { vec![world.first, at] };
    let by_name = era < Era::Y2024;
    let names: Vec<Option<Names>> =
        days.iter().map(|day| by_name.then(|| Names::of(world, requests, *day))).collect();
    let mut truth = Requests { rows: Vec::new(), standings: [0; 3] };
    for request in requests {
        let mut state = None;
        for (day, names) in days.iter().zip(&names) {
            let listed = request.listed(*day);
            state = match (request.fate, state) {
                // One sent before another to the same person was over by then.
                (Fate::Superseded, None) if listed => {
                    Some(State::NoLongerListed(dialect::as_read(request.sent + AGAIN)))
                }
                (Fate::Superseded, before) => before,
                (_, before) => next(before, listed, connection(world, request, *day, names.as_ref()), *day),
            };
        }
        let Some(state) = state else { continue };
        let (place, standing, on) = match state {
            State::Accepted(on) => (0, "accepted", Some(on)),
            State::Pending => (1, "pending", None),
            State::NoLongerListed(on) => (2, "no_longer_listed", Some(on)),
        };
        truth.standings[place] += 1;
        let told = request.note && era >= Era::Y2024 && messages::told(world, request);
        let name = plain(world, request.who);
        let several = |names: &Names| {
            names.requests.get(&name).is_some_and(|n| *n > 1)
                || names.connections.get(&name).is_some_and(|on| on.len() > 1)
        };
        truth.rows.push(json!({
            "slug": if by_name { String::new() } else { world.slug(request.who, at) },
            "name": name,
            "direction": match request.direction {
                Direction::Outgoing => "sent",
                Direction::Incoming => "received",
            },
            "sent_at": dialect::moment(dialect::as_read(request.sent)),
            "message": world.note(request).split_whitespace().collect::<Vec<_>>().join(" "),
            "listed": request.listed(at),
            "standing": standing,
            "settled_on": on.map(dialect::day),
            "settled_at": on.filter(|on| told && *on == request.ends && place == 0).map(dialect::moment),
            "ambiguous": names.iter().flatten().any(several),
            "really": format!("{:?}", request.fate).to_lowercase(),
        }));
    }
    truth
}

/// Contacts known by then: connections, and whoever is in the other tables without being one.
pub fn contacts(world: &World, requests: &[Request], at: i64, known: u64, partners: &[Who]) -> (u64, u64) {
    let accepted: HashSet<Who> =
        requests.iter().filter(|r| r.accepted(at).is_some()).map(|r| r.who).collect();
    let connected = |who: Who| {
        let shown = |day| world.shown(who, day) == Shown::Whole;
        match who {
            Who::Linked(_) => shown(world.first) || shown(at),
            Who::Asked(_) | Who::Later(_) | Who::Stranger(_) => accepted.contains(&who) && shown(at),
        }
    };
    let listed = requests.iter().filter(|r| r.listed(world.first) || r.listed(at)).map(|r| r.who);
    let mut others: HashSet<Who> = listed.filter(|who| !connected(*who)).collect();
    let without = known + others.len() as u64;
    others.extend(partners.iter().copied().filter(|who| !connected(*who)));
    (known + others.len() as u64, without)
}

impl Requests {
    /// Writes the file, one request a line.
    pub fn write(&self, out: &mut dyn Write, mut head: Value) -> anyhow::Result<()> {
        let [accepted, pending, gone] = self.standings;
        head["standings"] = json!({ "accepted": accepted, "pending": pending, "no_longer_listed": gone });
        let head = serde_json::to_string_pretty(&head)?;
        let open = head.strip_suffix("\n}").unwrap_or(&head);
        write!(out, "{open},\n  \"requests\": [")?;
        for (n, row) in self.rows.iter().enumerate() {
            write!(out, "{}\n    {row}", if n > 0 { "," } else { "" })?;
        }
        writeln!(out, "\n  ]\n}}")?;
        Ok(out.flush()?)
    }
}
