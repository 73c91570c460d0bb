//! Learns the weights of words and of their order from labelled messages. No figure here is drawn at random, so the same
//! messages give the same tables.

use std::collections::{BTreeMap, HashMap};

use inroads::insight::quality::Coach;
use inroads::insight::quality::order::{Order, Pair};
use inroads::insight::quality::wording::{Sign, Wording};

use crate::messages::{Message, shuffle};

/// In how many messages a sign has to stand.
const LEAST: usize = 2;
/// How many signs stay.
const MOST: usize = 1_500;
/// The weight of the messages against the penalty of large weights.
const COST: f64 = 2.0;
/// By what rarity is divided, so that a sign counts about as much as `COST` is meant for.
const SCALE: f64 = 4.0;

/// How many steps the descent takes; twice as many change no weight.
const STEPS: usize = 500;

/// How many shuffles of each message are learned from, and the first of their seeds: other ones than are measured.
const SHUFFLES: u64 = 3;
const SEED: u64 = 10;
/// How often a pair has to stand in the messages and a shuffle of them, and what is added to both counts.
const SEEN: f64 = 6.0;
const PRIOR: f64 = 2.0;

/// Learns from messages in a language that the coach knows.
pub fn from<'a>(messages: impl Iterator<Item = &'a Message>) -> (Wording, Order) {
    let coach = Coach::with(Wording::default(), Order::default());
    let mut labelled: Vec<(Vec<Sign>, bool)> = Vec::new();
    let (mut said, mut shuffled) = (BTreeMap::new(), BTreeMap::new());
    for message in messages {
        let recipient = message.recipient.as_ref();
        let seen = coach.see(&message.text, recipient);
        if seen.lang.is_none() {
            continue;
        }
        count(&mut said, &seen.pairs, 1.0);
        for seed in SEED..SEED + SHUFFLES {
            let other = coach.see(&shuffle(&message.text, seed), recipient);
            count(&mut shuffled, &other.pairs, 1.0 / SHUFFLES as f64);
        }
        labelled.push((seen.signs.into_iter().map(|(sign, _)| sign).collect(), message.good));
    }
    (wording(&labelled), order(&said, &shuffled))
}

fn count<S>(counts: &mut BTreeMap<Pair, f64>, pairs: &[(Pair, S)], by: f64) {
    for (pair, _) in pairs {
        *counts.entry(*pair).or_default() += by;
    }
}

fn order(said: &BTreeMap<Pair, f64>, shuffled: &BTreeMap<Pair, f64>) -> Order {
    let (all, other): (f64, f64) = (said.values().sum(), shuffled.values().sum());
    let mut weights = HashMap::new();
    for pair in said.keys().chain(shuffled.keys()) {
        let of = |counts: &BTreeMap<Pair, f64>| counts.get(pair).copied().unwrap_or(0.0);
        let (here, there) = (of(said), of(shuffled));
        if here + there >= SEEN {
            let ratio = ((here + PRIOR) / all) / ((there + PRIOR) / other);
            weights.insert(*pair, (10.0 * ratio.ln()).round() as i32);
        }
    }
    Order { weights }
}

// First with every sign, then with those that move most.
fn wording(labelled: &[(Vec<Sign>, bool)]) -> Wording {
    let mut counts: BTreeMap<&Sign, usize> = BTreeMap::new();
    for sign in labelled.iter().flat_map(|(signs, _)| signs) {
        *counts.entry(sign).or_default() += 1;
    }
    counts.retain(|_, count| *count >= LEAST);
    let rarity = |count: usize| (labelled.len() as f64 / count as f64).ln() / SCALE;
    let signs: Vec<(&Sign, f64)> = counts.iter().map(|(sign, count)| (*sign, rarity(*count))).collect();
    let rows = Rows::of(&signs, labelled);
    let (weights, _) = rows.fit();
    let spread = rows.spread();
    let mut moves: Vec<usize> = (0..signs.len()).collect();
    moves.sort_by(|one, other| {
        let by = |at: usize| weights[at].abs() * spread[at];
        by(*other).total_cmp(&by(*one))
    });
    moves.truncate(MOST);
    moves.sort_unstable();
    let signs: Vec<(&Sign, f64)> = moves.into_iter().map(|at| signs[at]).collect();
    let (weights, base) = Rows::of(&signs, labelled).fit();
    let hundredths = |logit: f64| (logit * 100.0).round() as i32;
    Wording {
        base: hundredths(base),
        weights: signs
            .iter()
            .zip(weights)
            .map(|((sign, rarity), weight)| ((*sign).clone(), hundredths(weight * rarity)))
            .filter(|(_, weight)| *weight != 0)
            .collect(),
    }
}

/// Messages as numbers: which signs each has, and how much each of them counts there.
struct Rows {
    rows: Vec<(Vec<(usize, f64)>, bool)>,
    signs: usize,
}

impl Rows {
    fn of(signs: &[(&Sign, f64)], labelled: &[(Vec<Sign>, bool)]) -> Self {
        let place: HashMap<&Sign, usize> =
            signs.iter().enumerate().map(|(at, (sign, _))| (*sign, at)).collect();
        let row = |(has, good): &(Vec<Sign>, bool)| {
            let here: Vec<usize> = has.iter().filter_map(|sign| place.get(sign).copied()).collect();
            let root = (here.len().max(1) as f64).sqrt();
            (here.into_iter().map(|at| (at, signs[at].1 / root)).collect(), *good)
        };
        Self { rows: labelled.iter().map(row).collect(), signs: signs.len() }
    }

    // The root of the mean square of each column.
    fn spread(&self) -> Vec<f64> {
        let mut spread = vec![0.0; self.signs];
        for (at, by) in self.rows.iter().flat_map(|(row, _)| row) {
            spread[*at] += by * by / self.rows.len() as f64;
        }
        spread.into_iter().map(f64::sqrt).collect()
    }

    // The weights w and the base b that make |w|² / 2 + COST · Σ ln(1 + exp(-y (w·x + b))) least, by Nesterov's gradient
    // descent. The base is not held small.
    fn fit(&self) -> (Vec<f64>, f64) {
        // The curvature is at most 1 + COST / 4 · the largest eigenvalue of XᵀX, found by repeated multiplication.
        let mut vector = vec![1.0; self.signs + 1];
        let mut largest = 1.0;
        for _ in 0..50 {
            let length = vector.iter().map(|v| v * v).sum::<f64>().sqrt();
            for part in &mut vector {
                *part /= length;
            }
            let mut next = vec![0.0; self.signs + 1];
            for (row, _) in &self.rows {
                self.add(&mut next, row, self.value(&vector, row));
            }
            largest = next.iter().zip(&vector).map(|(a, b)| a * b).sum::<f64>();
            vector = next;
        }
        let step = 1.0 / (1.0 + COST / 4.0 * largest * 1.05);
        let (mut now, mut ahead) = (vec![0.0; self.signs + 1], vec![0.0; self.signs + 1]);
        let momentum = (1.0 - step.sqrt()) / (1.0 + step.sqrt());
        for _ in 0..STEPS {
            let mut slope = ahead.clone();
            slope[self.signs] = 0.0;
            for (row, good) in &self.rows {
                let label = if *good { 1.0 } else { -1.0 };
                let wrong = 1.0 / (1.0 + (label * self.value(&ahead, row)).exp());
                self.add(&mut slope, row, -COST * label * wrong);
            }
            let next: Vec<f64> = ahead.iter().zip(&slope).map(|(at, slope)| at - step * slope).collect();
            ahead = next.iter().zip(&now).map(|(next, now)| next + momentum * (next - now)).collect();
            now = next;
        }
        let base = now.pop().unwrap_or(0.0);
        (now, base)
    }

    fn value(&self, weights: &[f64], row: &[(usize, f64)]) -> f64 {
        row.iter().map(|(at, by)| weights[*at] * by).sum::<f64>() + weights[self.signs]
    }

    fn add(&self, to: &mut [f64], row: &[(usize, f64)], by: f64) {
        for (at, part) in row {
            to[*at] += by * part;
        }
        to[self.signs] += by;
    }
}
