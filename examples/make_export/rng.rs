//! Chance that can be repeated: the same seed, purpose and number give the same draw, in whatever order it is asked.

/// A small generator (splitmix64). Nothing here needs to be hard to guess.
pub struct Rng(u64);

/// What a draw is for, so that one person's name and the day of their answer do not hang together.
#[derive(Clone, Copy)]
pub enum For {
    Name,
    Slug,
    Job,
    NewJob,
    Times,
    Request,
    Crossing,
    Note,
    Talk,
    Shape,
    Rows,
}

impl Rng {
    /// The draws for one purpose and one number.
    pub fn new(seed: u64, purpose: For, number: u64) -> Self {
        let mut rng = Self(seed ^ number.wrapping_mul(0xd6e8_feb8_6659_fd93) ^ ((purpose as u64 + 1) << 56));
        rng.next();
        Self(rng.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to, not including, 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From 0 up to, not including, `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// From `least` up to, not including, `end`.
    pub fn between(&mut self, least: i64, end: i64) -> i64 {
        least + self.below((end - least).max(1) as u64) as i64
    }

    /// True in this share of the draws.
    pub fn chance(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// One of the list.
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as u64) as usize]
    }
}
