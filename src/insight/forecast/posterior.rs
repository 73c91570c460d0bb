//! What the fit knows: weighted nodes, and what they say about an age.

use serde::{Deserialize, Serialize};

use super::latency::Family;
use super::tally::Tally;
use super::{HORIZON, LEAST_AHEAD};

/// The ends of a 90 % range.
const ENDS: [f64; 2] = [0.05, 0.95];

/// One point of the grid that explains what was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The family of delays.
    pub family: Family,
    /// logit of the share that ever accepts.
    pub eta: f64,
    /// That share.
    pub pi: f64,
    /// ln of the age by which 80 % of the acceptors have accepted.
    pub u: f64,
    /// ln of the shape.
    pub v: f64,
    /// What it weighs; all together 1.
    pub weight: f64,
}

/// The chances of a request of one age, before what is known of its group and its signs. All 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// That it is ever accepted.
    pub ever: f64,
    /// The lower end of its 90 % range.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Within the next 7 days.
    pub in_7: f64,
    /// Within the next 30 days.
    pub in_30: f64,
}

/// A mean with its 90 % range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranged {
    /// The mean.
    pub mean: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A share of the yeses with the whole day by which it has come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// The day, 0 to 180.
    pub day: i64,
    /// The 90 % range of that day.
    pub range: (f64, f64),
}

/// The posterior of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    nodes: Vec<Node>,
    /// How many requests' worth of outcome the history holds.
    pub resolved: f64,
}

impl Posterior {
    /// From nodes whose weights sum to 1, and what they were fitted to.
    pub(super) fn new(nodes: Vec<Node>, tally: &Tally) -> Self {
        let mut all = Self { nodes, resolved: 0.0 };
        // An answer counts in full, whenever it came into the sample; what waits, for as long as it was watched.
        let watched = tally.waited().chain(tally.entered());
        let waited: f64 = watched.map(|(age, weight)| weight * all.mean_come(age)).sum();
        all.resolved = tally.yes + tally.no + waited;
        all
    }

    /// The nodes.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Mean over the nodes of the share of acceptors who have accepted by age `t`.
    pub fn mean_come(&self, t: f64) -> f64 {
        self.each(t).map(|(node, waiting)| node.weight * (1.0 - waiting)).sum()
    }

    // Every node with the share of its acceptors who still wait at age `t`. Nodes of one scale and shape stand together.
    fn each(&self, t: f64) -> impl Iterator<Item = (&Node, f64)> {
        let mut last: Option<(Family, f64, f64, f64)> = None;
        self.nodes.iter().map(move |node| {
            let waiting = match last {
                Some((family, u, v, waiting)) if (family, u, v) == (node.family, node.u, node.v) => waiting,
                _ => node.family.waiting(t, node.u, node.v.exp()),
            };
            last = Some((node.family, node.u, node.v, waiting));
            (node, waiting)
        })
    }

    /// The chances of a request that has waited for `t` days, 0 to 180, and is in the fit itself.
    pub fn at(&self, t: f64) -> Base {
        let last = HORIZON.max(t + LEAST_AHEAD);
        let later = |ahead: f64| self.each((t + ahead).min(last)).map(|(_, waiting)| waiting);
        let mut base = Base::default();
        let mut chances = Vec::with_capacity(self.nodes.len());
        for ((((node, now), end), in_7), in_30) in
            self.each(t).zip(later(f64::INFINITY)).zip(later(7.0)).zip(later(30.0))
        {
            let left = node.pi / (1.0 - node.pi * (1.0 - now));
            let chance = left * (now - end).max(0.0);
            base.ever += node.weight * chance;
            base.in_7 += node.weight * left * (now - in_7).max(0.0);
            base.in_30 += node.weight * left * (now - in_30).max(0.0);
            chances.push((chance, node.weight));
        }
        let [low, high] = quantiles(&mut chances, ENDS);
        base.low = low.min(base.ever);
        base.high = high.max(base.ever);
        base
    }

    /// The chance of a request that is not in the fit, once it has waited for `t` days.
    pub fn new_request(&self, t: f64) -> f64 {
        let last = HORIZON.max(t + LEAST_AHEAD);
        let (mut come, mut waits) = (0.0, 0.0);
        for ((node, now), (_, end)) in self.each(t).zip(self.each(last)) {
            come += node.weight * node.pi * (now - end).max(0.0);
            waits += node.weight * (1.0 - node.pi * (1.0 - now));
        }
        if waits > 0.0 { come / waits } else { 0.0 }
    }

    /// Share of all requests that is accepted by age `t`, with its range: the curve of a plot.
    pub fn accepted_by(&self, t: f64) -> Ranged {
        self.ranged(self.each(t).map(|(node, waiting)| node.pi * (1.0 - waiting)))
    }

    /// Share of those still waiting on day `from` that is accepted by age `t`, with its range.
    pub fn accepted_since(&self, from: f64, t: f64) -> Ranged {
        if from <= 0.0 {
            return self.accepted_by(t);
        }
        self.ranged(
            self.each(from).zip(self.each(t)).map(|((node, then), (_, now))| {
                node.pi * (then - now).max(0.0) / (1.0 - node.pi * (1.0 - then))
            }),
        )
    }

    /// Share of the acceptances of 180 days that has come by age `t`.
    pub fn share_come(&self, t: f64) -> f64 {
        let (mut by, mut all) = (0.0, 0.0);
        for ((node, waiting), (_, end)) in self.each(t).zip(self.each(HORIZON)) {
            by += node.weight * node.pi * (1.0 - waiting);
            all += node.weight * node.pi * (1.0 - end);
        }
        by / all
    }

    /// The first whole day by which this share of the acceptances has come.
    pub fn milestone(&self, share: f64) -> Milestone {
        let day = first_day(HORIZON as i64, |day| self.share_come(day as f64) >= share);
        let mut days = Vec::with_capacity(self.nodes.len());
        let mut last: Option<(&Node, f64)> = None;
        for node in &self.nodes {
            let first = match last {
                Some((same, first)) if (same.family, same.u, same.v) == (node.family, node.u, node.v) => {
                    first
                }
                _ => {
                    let k = node.v.exp();
                    let come = |t: f64| 1.0 - node.family.waiting(t, node.u, k);
                    let all = come(HORIZON);
                    first_day(HORIZON as i64, |day| come(day as f64) >= share * all) as f64
                }
            };
            last = Some((node, first));
            days.push((first, node.weight));
        }
        let [low, high] = quantiles(&mut days, ENDS);
        Milestone { day, range: (low, high) }
    }

    /// The first whole day, 0 to 150, at which the chance of a new request is below `low`.
    pub fn low_chance_day(&self, low: f64) -> Option<i64> {
        let day = first_day(151, |day| self.new_request(day as f64) < low);
        (day <= 150).then_some(day)
    }

    /// The share that ever accepts, the age by which 80 % of them have, and the shape.
    pub fn summary(&self) -> [Ranged; 3] {
        let of = |value: fn(&Node) -> f64| self.ranged(self.nodes.iter().map(value));
        [of(|node| node.pi), of(|node| node.u.exp()), of(|node| node.v.exp())]
    }

    fn ranged(&self, values: impl Iterator<Item = f64>) -> Ranged {
        let mut values: Vec<(f64, f64)> =
            values.zip(&self.nodes).map(|(value, node)| (value, node.weight)).collect();
        let mean = values.iter().map(|(value, weight)| value * weight).sum();
        let [low, high] = quantiles(&mut values, ENDS);
        Ranged { mean, low, high }
    }
}

// The first of 0..=last at which something that stays true is true; `last` where it never is.
fn first_day(last: i64, reached: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (0, last);
    while low < high {
        let middle = i64::midpoint(low, high);
        if reached(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// Weighted quantiles of `(value, weight)`: equal values are one, each stands at the middle of its mass, between them a
/// straight line, constant beyond the ends. Sorts the values.
pub fn quantiles<const N: usize>(values: &mut [(f64, f64)], wanted: [f64; N]) -> [f64; N] {
    values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let total: f64 = values.iter().map(|(_, weight)| weight).sum();
    let mut points: Vec<(f64, f64)> = Vec::with_capacity(values.len());
    let (mut before, mut at) = (0.0, 0);
    while at < values.len() {
        let (value, mut mass) = values[at];
        let mut last = value;
        at += 1;
        while at < values.len() && values[at].0 - last <= 1e-12 {
            last = values[at].0;
            mass += values[at].1;
            at += 1;
        }
        points.push(((before + mass / 2.0) / total, value));
        before += mass;
    }
    wanted.map(|share| {
        let after = points.partition_point(|(middle, _)| *middle < share);
        match (after.checked_sub(1).map(|at| points[at]), points.get(after).copied()) {
            (None, Some((_, value))) | (Some((_, value)), None) => value,
            (Some((x0, y0)), Some((x1, y1))) => y0 + (y1 - y0) * (share - x0) / (x1 - x0),
            (None, None) => 0.0,
        }
    })
}
