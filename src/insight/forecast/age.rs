//! Days, instants, and the scale on which ages are counted, so that equal ones add up.

/// When something happened. Days are numbers of any fixed calendar, one a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    /// Some time on this day.
    Day(i32),
    /// At this moment: a day and its fraction, UTC.
    At(f64),
}

impl When {
    /// The day on which it lies.
    pub fn day(self) -> i32 {
        match self {
            When::Day(day) => day,
            When::At(at) => at.floor() as i32,
        }
    }

    /// The moment that stands for it: a day's noon.
    pub fn noon(self) -> f64 {
        match self {
            When::Day(day) => f64::from(day) + 0.5,
            When::At(at) => at,
        }
    }
}

/// Rounding to a tenth of a day below 3 days, to half a day from there on.
pub fn near(age: f64) -> f64 {
    round(age, fine(age), 0.5)
}

/// As [`near`], from 30 days on to whole days.
pub fn near_coarse(age: f64) -> f64 {
    round(age, if age < 30.0 { fine(age) } else { 1.0 }, 0.5)
}

/// The step of [`near`] at or below this age.
pub fn below(age: f64) -> f64 {
    round(age, fine(age), 0.0)
}

/// The step above [`below`].
pub fn above(age: f64) -> f64 {
    let step = below(age);
    near(step + 1.0 / fine(step))
}

fn fine(age: f64) -> f64 {
    if age < 3.0 { 10.0 } else { 2.0 }
}

fn round(age: f64, steps: f64, up: f64) -> f64 {
    (age * steps + up + 1e-9).floor() / steps
}
