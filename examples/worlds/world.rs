//! Made-up outreach in which the truth is known: who would ever accept, how long they take, what the user withdraws.

use inroads::insight::forecast::age::When;
use inroads::insight::forecast::case::Case;
use inroads::insight::forecast::history::Row;
use inroads::insight::forecast::latency::Family;

/// The day on which every history is looked at.
pub const TODAY: i32 = 1000;
/// Requests were sent in so many days before.
const SPAN: f64 = 300.0;
const HORIZON: f64 = 180.0;

/// How long acceptors take.
#[derive(Clone, Copy)]
pub enum Delay {
    /// One of the model's own families: 80 % within so many days, and the shape.
    Own(Family, f64, f64),
    /// None of them: the median in days, and the spread of its logarithm.
    LogNormal(f64, f64),
}

/// What the user does with old requests.
#[derive(Clone, Copy)]
pub enum Habit {
    /// Nothing.
    Waits,
    /// Withdraws at this age.
    WithdrawsAt(f64),
    /// Withdraws seven in ten of those older than three weeks, at some time.
    NowAndThen,
}

/// A user and those they ask.
#[derive(Clone, Copy)]
pub struct World {
    /// The name.
    pub name: &'static str,
    /// Share that would ever accept.
    pub share: f64,
    /// How long they take.
    pub delay: Delay,
    /// What becomes of the others.
    pub habit: Habit,
}

/// Twelve worlds.
pub fn worlds() -> Vec<World> {
    use Family::{LogLogistic, Weibull};
    let world = |name, share, delay, habit| World { name, share, delay, habit };
    vec![
        world("usual", 0.40, Delay::Own(Weibull, 4.5, 0.45), Habit::Waits),
        world("usual, long tail", 0.40, Delay::Own(LogLogistic, 4.5, 0.75), Habit::Waits),
        world("few say yes", 0.15, Delay::Own(Weibull, 6.0, 0.5), Habit::Waits),
        world("most say yes", 0.75, Delay::Own(LogLogistic, 2.0, 0.9), Habit::Waits),
        world("slow", 0.40, Delay::Own(Weibull, 25.0, 0.9), Habit::Waits),
        world("at once", 0.50, Delay::Own(Weibull, 0.7, 0.5), Habit::Waits),
        world("neither family", 0.35, Delay::LogNormal(2.0, 2.2), Habit::Waits),
        world("neither, slow", 0.55, Delay::LogNormal(9.0, 1.4), Habit::Waits),
        world("withdraws at 14", 0.40, Delay::Own(Weibull, 4.5, 0.45), Habit::WithdrawsAt(14.0)),
        world("withdraws at 30", 0.30, Delay::Own(LogLogistic, 5.0, 0.75), Habit::WithdrawsAt(30.0)),
        world("now and then", 0.40, Delay::Own(LogLogistic, 4.5, 0.75), Habit::NowAndThen),
        world("few, slow", 0.10, Delay::LogNormal(6.0, 1.6), Habit::NowAndThen),
    ]
}

/// Numbers that look like chance and are the same each time (`SplitMix64`).
pub struct Dice(pub u64);

impl Dice {
    /// In 0..1.
    pub fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        (-2.0 * self.roll().max(1e-300).ln()).sqrt() * (std::f64::consts::TAU * self.roll()).cos()
    }
}

/// One request with its truth.
pub struct Told {
    /// What the user knows.
    pub row: Row,
    /// Whether it waits today.
    pub waits: bool,
    /// Whole days since it was sent.
    pub age: f64,
    /// The true chance that it is accepted after all, where it waits.
    pub truth: f64,
    /// Whether it will be.
    pub comes: bool,
}

impl World {
    /// Share of the acceptors who have not accepted by age `t`.
    fn waiting(&self, t: f64) -> f64 {
        match self.delay {
            Delay::Own(family, t80, k) => family.waiting(t, t80.ln(), k),
            Delay::LogNormal(median, sd) if t > 0.0 => 1.0 - normal_below((t.ln() - median.ln()) / sd),
            Delay::LogNormal(..) => 1.0,
        }
    }

    fn delay(&self, dice: &mut Dice) -> f64 {
        match self.delay {
            Delay::LogNormal(median, sd) => (median.ln() + sd * dice.normal()).exp(),
            Delay::Own(family, t80, k) => {
                let left = dice.roll().max(1e-12);
                let x = match family {
                    Family::Weibull => -left.ln() / 5.0_f64.ln(),
                    Family::LogLogistic => (1.0 / left - 1.0) / 4.0,
                };
                t80 * x.powf(1.0 / k)
            }
        }
    }

    fn truth(&self, age: f64) -> f64 {
        let end = HORIZON.max(age + 30.0);
        let left = 1.0 - self.share * (1.0 - self.waiting(age));
        self.share * (self.waiting(age) - self.waiting(end)).max(0.0) / left
    }

    /// So many requests, everything written down when it happened.
    pub fn history(&self, requests: usize, dice: &mut Dice) -> Vec<Told> {
        (0..requests).map(|_| self.request(dice)).collect()
    }

    fn request(&self, dice: &mut Dice) -> Told {
        let now = f64::from(TODAY) + 0.5;
        let sent = now - dice.roll() * SPAN;
        let delay = if dice.roll() < self.share { self.delay(dice) } else { f64::INFINITY };
        let delay = if delay <= HORIZON { delay } else { f64::INFINITY };
        let gives_up = match self.habit {
            Habit::WithdrawsAt(age) => age + 4.0 * dice.roll(),
            Habit::NowAndThen if dice.roll() < 0.7 => 21.0 + 120.0 * dice.roll(),
            Habit::NowAndThen | Habit::Waits => f64::INFINITY,
        };
        let accepted = delay <= gives_up && sent + delay <= now;
        let withdrawn = !accepted && sent + gives_up <= now;
        let day = |at: f64| at.floor() as i32;
        let case = Case {
            sent: Some(When::At(sent)),
            accepted: accepted.then(|| When::Day(day(sent + delay))),
            withdrawn: withdrawn.then(|| day(sent + gives_up)),
            ..Case::default()
        };
        let age = now - sent;
        Told {
            row: Row { case: Ok(case), levels: Vec::new(), hints: Vec::new() },
            waits: !accepted && !withdrawn,
            age,
            truth: self.truth(age),
            comes: delay.is_finite(),
        }
    }
}

// The normal distribution (Abramowitz and Stegun 7.1.26, within 2e-7).
fn normal_below(z: f64) -> f64 {
    let x = z.abs() / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let poly = t
        * (0.254_829_592
            + t * (-0.284_496_736 + t * (1.421_413_741 + t * (-1.453_152_027 + t * 1.061_405_429))));
    let below = 0.5 * poly * (-x * x).exp();
    if z < 0.0 { below } else { 1.0 - below }
}
