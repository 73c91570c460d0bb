//! The made-up world: who is connected since when, who waits, and what becomes of it, on any day after the first export.

use crate::person::{self, Address, Name, Quirks, Who};
use crate::rng::{For, Rng};

pub const HOUR: i64 = 60;
pub const DAY: i64 = 24 * HOUR;
/// How long a request can wait, and how long an accepted one stays listed.
pub const LISTED: i64 = 180 * DAY;
/// How long after a request somebody is asked again, where that happens.
pub const AGAIN: i64 = 30 * DAY;

/// Everything follows from these; times are minutes since the epoch, UTC.
#[derive(Clone, Copy)]
pub struct World {
    pub seed: u64,
    pub quirks: Quirks,
    /// The moment of the first export.
    pub first: i64,
    /// Connections at that moment.
    pub connections: u64,
    /// Those of the last 180 days, the newest.
    pub recent: u64,
    /// Requests that waited at that moment.
    pub waiting: u64,
    /// How many of the newest connections have a conversation in the table of messages.
    pub talked: u64,
    /// Whether invitations have addresses; without, the oddities that need one are left out.
    pub addresses: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Outgoing,
    Incoming,
}

/// What really becomes of a request, known to nobody but this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Accepted,
    Withdrawn,
    Ignored,
    Expired,
    /// An earlier one to somebody who was asked again.
    Superseded,
}

/// A request, with its end.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    pub who: Who,
    pub direction: Direction,
    pub sent: i64,
    pub fate: Fate,
    pub ends: i64,
    pub note: bool,
}

/// What an export shows of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Whole,
    DateOnly,
    Gone,
}

impl Request {
    /// Whether the table of invitations has it.
    pub fn listed(&self, at: i64) -> bool {
        let stays = match self.fate {
            Fate::Accepted | Fate::Superseded => LISTED,
            Fate::Withdrawn | Fate::Ignored | Fate::Expired => 0,
        };
        self.sent <= at && at < self.ends + stays
    }

    /// When they said yes, if that has happened.
    pub fn accepted(&self, at: i64) -> Option<i64> {
        (self.fate == Fate::Accepted && self.ends <= at).then_some(self.ends)
    }
}

fn wait(rng: &mut Rng) -> i64 {
    let (from, to) = match rng.share() {
        s if s < 0.69 => return (rng.share().powi(2) * DAY as f64) as i64,
        s if s < 0.87 => (1, 7),
        s if s < 0.915 => (7, 14),
        s if s < 0.95 => (14, 30),
        s if s < 0.985 => (30, 90),
        _ => (90, 179),
    };
    rng.between(from * DAY, to * DAY)
}

impl World {
    fn rng(&self, purpose: For, who: Who) -> Rng {
        Rng::new(self.seed, purpose, who.number())
    }

    fn odd(&self) -> bool {
        self.quirks == Quirks::All && self.addresses
    }

    /// The request that led to a connection, or that waits.
    pub fn request(&self, who: Who) -> Request {
        let rng = &mut self.rng(For::Request, who);
        let outgoing = rng.chance(0.65);
        let (sent, fate, ends) = match who {
            Who::Linked(n) => {
                let ends = self.first - 1 - self.linked_ago(n, rng.share());
                (ends - wait(rng), Fate::Accepted, ends)
            }
            Who::Asked(_) | Who::Stranger(_) => {
                let sent = self.first - 1 - (rng.share().powf(1.5) * (LISTED - 2 * DAY) as f64) as i64;
                let left = sent + LISTED - self.first;
                let later = self.first + 1 + (rng.share().powi(3) * left as f64) as i64;
                match rng.below(100) {
                    0..12 => (sent, Fate::Accepted, later),
                    12..20 => (sent, Fate::Withdrawn, later),
                    20..26 => (sent, Fate::Ignored, later),
                    _ => (sent, Fate::Expired, sent + LISTED),
                }
            }
            Who::Later(n) => {
                let sent = self.later_sent(n) + rng.between(0, self.pace());
                match rng.below(100) {
                    0..32 => (sent, Fate::Accepted, sent + wait(rng)),
                    32..42 => (sent, Fate::Withdrawn, sent + rng.between(DAY, 60 * DAY)),
                    42..50 => (sent, Fate::Ignored, sent + rng.between(DAY, 90 * DAY)),
                    _ => (sent, Fate::Expired, sent + LISTED),
                }
            }
        };
        let direction = if outgoing { Direction::Outgoing } else { Direction::Incoming };
        Request { who, direction, sent, fate, ends, note: rng.chance(if outgoing { 0.35 } else { 0.2 }) }
    }

    // How long ago the n-th newest connection was made; grows with n.
    fn linked_ago(&self, n: u64, share: f64) -> i64 {
        let part = |n: u64, of: u64| (n as f64 + share) / of.max(1) as f64;
        if n < self.recent {
            (part(n, self.recent) * LISTED as f64) as i64
        } else {
            LISTED
                + (part(n - self.recent, self.connections - self.recent).powf(1.4) * 3000.0 * DAY as f64)
                    as i64
        }
    }

    fn pace(&self) -> i64 {
        (LISTED / (self.recent + self.waiting).max(1) as i64).max(1)
    }

    fn later_sent(&self, n: u64) -> i64 {
        self.first + 1 + n as i64 * self.pace()
    }

    /// Every request that an export up to then can have listed, and what belongs to it.
    pub fn requests(&self, at: i64) -> Vec<Request> {
        let later = (0..).take_while(|n| self.later_sent(*n) <= at).map(Who::Later);
        let people = (0..self.recent).map(Who::Linked).chain((0..self.waiting).map(Who::Asked)).chain(later);
        let mut requests = Vec::new();
        for who in people {
            let request = self.request(who);
            let draw = Rng::new(self.seed, For::Crossing, who.number()).below(1000);
            match (who, draw) {
                // Asked again: a connection of old was lost, and is still in the table.
                (Who::Asked(n), 0..4) if self.odd() && self.lost(n) < self.connections => {
                    let who = Who::Linked(self.lost(n));
                    requests.push(Request {
                        who,
                        fate: Fate::Expired,
                        ends: request.sent + LISTED,
                        ..request
                    });
                    continue;
                }
                // Both asked at once.
                (Who::Linked(_), 0..5) if self.odd() => {
                    let direction = match request.direction {
                        Direction::Outgoing => Direction::Incoming,
                        Direction::Incoming => Direction::Outgoing,
                    };
                    requests.push(Request { direction, sent: request.sent - 7, note: false, ..request });
                }
                // Asked once before.
                (Who::Linked(_), 5..8) if self.odd() => {
                    let sent = request.sent - AGAIN;
                    requests.push(Request { sent, fate: Fate::Superseded, note: false, ..request });
                }
                _ => {}
            }
            requests.push(request);
        }
        requests.retain(|request| request.sent <= at);
        requests
    }

    fn lost(&self, n: u64) -> u64 {
        self.recent + n
    }

    /// Connections made since the first export, the newest first.
    pub fn new_connections(&self, requests: &[Request], at: i64) -> Vec<Request> {
        let since = |request: &&Request| request.accepted(at).is_some_and(|on| on > self.first);
        let mut new: Vec<Request> = requests.iter().filter(since).copied().collect();
        new.sort_by_key(|request| std::cmp::Reverse(request.ends));
        new
    }

    /// What the table of connections shows of somebody who is connected.
    pub fn shown(&self, who: Who, at: i64) -> Shown {
        let rng = &mut self.rng(For::Times, who);
        let odd = self.quirks == Quirks::All;
        let hidden_before = rng.chance(0.013);
        let (hides, leaves) =
            (self.first + rng.between(1, 20_000 * DAY), self.first + rng.between(1, 12_000 * DAY));
        if leaves <= at {
            Shown::Gone
        } else if odd && (hidden_before || hides <= at) {
            Shown::DateOnly
        } else {
            Shown::Whole
        }
    }

    /// The name, the same on every day.
    pub fn name(&self, who: Who) -> Name {
        person::name(self.seed, who, self.quirks)
    }

    /// Whether their address is another one by then. Only of those of old with whom nothing else is going on.
    pub fn moved(&self, who: Who, at: i64) -> bool {
        let Who::Linked(n) = who else { return false };
        let old = n >= (self.recent + self.waiting).max(self.talked + 3);
        self.odd() && old && self.first + self.rng(For::NewJob, who).between(1, 20_000 * DAY) <= at
    }

    /// The key of the profile.
    pub fn slug(&self, who: Who, at: i64) -> String {
        let address = if self.moved(who, at) { Address::Moved } else { Address::First };
        person::slug(self.seed, who, self.quirks, address)
    }

    /// Company and role by then.
    pub fn job(&self, who: Who, at: i64) -> (String, String) {
        let changes = self.first + self.rng(For::Job, who).between(1, 4000 * DAY);
        let purpose = if changes <= at { For::NewJob } else { For::Job };
        person::job(self.seed, who, self.quirks, purpose)
    }

    /// The text of the request, with its line breaks; empty where there is none.
    pub fn note(&self, request: &Request) -> String {
        if !request.note {
            return String::new();
        }
        let first = match request.direction {
            Direction::Outgoing => self.name(request.who).first,
            Direction::Incoming => crate::OWNER.first.to_owned(),
        };
        crate::words::note(&mut self.rng(For::Note, request.who), first.trim())
    }
}
