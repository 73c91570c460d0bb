//! The fit: a grid over share, scale and shape of each family, four times, each time closer.

use super::latency::{Family, Normal};
use super::posterior::{Node, Posterior};
use super::tally::Tally;

/// Equally spaced points of each axis: share, scale, shape.
type Points = [usize; 3];

const COARSE: [Points; 3] = [[11, 9, 7]; 3];
const FINE: Points = [25, 11, 9];
/// The outer box: so many standard deviations of the prior to each side.
const SPAN: f64 = 3.5;
/// The next box: so many standard deviations of the last one's nodes to each side.
const ZOOM: f64 = 4.5;
/// A standard deviation below this share of the node spacing is not believed.
const FLOOR: f64 = 0.35;
/// Nodes lighter than this share of the heaviest are dropped.
const PRUNE: f64 = 1e-5;
/// The logarithm of no chance at all.
const NEVER: f64 = 1e-300;

/// The prior of logit(share): 40 % accept, and people differ far more than any rule.
pub const SHARE: Normal = Normal { mean: -0.405_465_108_108_164_4, sd: 1.1 };

/// The prior of logit(share) where the user said roughly what share of their requests gets accepted, 0 to 1.
pub fn share_prior(said: Option<f64>) -> Normal {
    said.map_or(SHARE, |share| Normal { mean: logit(share.clamp(0.05, 0.95)), sd: 0.7 })
}

/// ln(p / (1 - p)).
pub fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

/// The inverse of [`logit`].
pub fn expit(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else {
        let e = x.exp();
        e / (1.0 + e)
    }
}

/// Fits both families and weighs them by how well they explain what was seen.
pub fn fit(tally: &Tally, share: Normal) -> Posterior {
    let mut nodes = Vec::new();
    for family in Family::ALL {
        // The volume of a cell turns the densities of a family into its evidence. The families have equal weight before.
        let (found, volume) = explore(tally, family, share);
        nodes.extend(found.into_iter().map(|node| Node { weight: node.weight + volume.ln(), ..node }));
    }
    let top = nodes.iter().map(|node| node.weight).fold(f64::NEG_INFINITY, f64::max);
    for node in &mut nodes {
        node.weight = (node.weight - top).exp();
    }
    nodes.retain(|node| node.weight >= PRUNE);
    let sum: f64 = nodes.iter().map(|node| node.weight).sum();
    for node in &mut nodes {
        node.weight /= sum;
    }
    Posterior::new(nodes, tally)
}

// The nodes of the last pass, their weights as logarithms, and the volume of a cell.
fn explore(tally: &Tally, family: Family, share: Normal) -> (Vec<Node>, f64) {
    let priors = [share, family.scale(), family.shape()];
    let outer = priors.map(|p| (p.mean - SPAN * p.sd, p.mean + SPAN * p.sd));
    let mut inner = outer;
    for points in COARSE {
        let nodes = evaluate(tally, family, priors, inner, points);
        inner = zoom(&nodes, inner, outer, points);
    }
    let nodes = evaluate(tally, family, priors, inner, FINE);
    let volume = (0..3).map(|axis| spacing(inner[axis], FINE[axis])).product();
    (nodes, volume)
}

fn spacing((low, high): (f64, f64), points: usize) -> f64 {
    (high - low) / (points - 1) as f64
}

fn axis((low, high): (f64, f64), points: usize) -> Vec<f64> {
    let step = spacing((low, high), points);
    (0..points).map(|at| low + step * at as f64).collect()
}

fn zoom(nodes: &[Node], inner: [(f64, f64); 3], outer: [(f64, f64); 3], points: Points) -> [(f64, f64); 3] {
    let top = nodes.iter().map(|node| node.weight).fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = nodes.iter().map(|node| (node.weight - top).exp()).collect();
    let sum: f64 = weights.iter().sum();
    let coordinate: [fn(&Node) -> f64; 3] = [|n| n.eta, |n| n.u, |n| n.v];
    std::array::from_fn(|axis| {
        let mean = nodes.iter().zip(&weights).map(|(n, w)| w * coordinate[axis](n)).sum::<f64>() / sum;
        let square =
            nodes.iter().zip(&weights).map(|(n, w)| w * (coordinate[axis](n) - mean).powi(2)).sum::<f64>();
        let sd = (square / sum).sqrt().max(FLOOR * spacing(inner[axis], points[axis]));
        let (least, most) = outer[axis];
        ((mean - ZOOM * sd).max(least), (mean + ZOOM * sd).min(most))
    })
}

fn evaluate(
    tally: &Tally,
    family: Family,
    priors: [Normal; 3],
    inner: [(f64, f64); 3],
    points: Points,
) -> Vec<Node> {
    let [etas, us, vs] = std::array::from_fn(|at| axis(inner[at], points[at]));
    let shares: Vec<(f64, f64, f64)> = etas.iter().map(|eta| (*eta, expit(*eta), expit(-*eta))).collect();
    let mut nodes = Vec::with_capacity(etas.len() * us.len() * vs.len());
    let mut waited = Vec::new();
    for u in &us {
        for v in &vs {
            let k = v.exp();
            let come = |t: f64| 1.0 - family.waiting(t, *u, k);
            let between =
                |a: f64, b: f64| (family.waiting(a, *u, k) - family.waiting(b, *u, k)).max(NEVER).ln();
            let mut delays = 0.0;
            for (a, b, weight) in tally.accepted() {
                delays += weight * between(a, b);
            }
            for (a, b, c, weight) in tally.late() {
                delays += weight * (between(a, b) - come(c).max(NEVER).ln());
            }
            waited.clear();
            waited.extend(tally.waited().map(|(age, weight)| (come(age), weight)));
            let prior = log_normal(priors[1], *u) + log_normal(priors[2], *v);
            for (eta, pi, rest) in &shares {
                let mut log = delays + prior + log_normal(priors[0], *eta) + tally.yes * pi.ln();
                log += tally.no * rest.ln();
                for (come, weight) in &waited {
                    log += weight * (-pi * come).ln_1p();
                }
                nodes.push(Node { family, eta: *eta, pi: *pi, u: *u, v: *v, weight: log });
            }
        }
    }
    nodes
}

fn log_normal(prior: Normal, x: f64) -> f64 {
    let z = (x - prior.mean) / prior.sd;
    -0.5 * z * z - prior.sd.ln()
}
