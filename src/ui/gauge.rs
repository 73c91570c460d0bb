//! Gauges of one line, in eighths.

/// A bar of so many columns, so far filled; the filled part and the rest.
pub fn bar(part: u32, of: u32, columns: u32) -> (String, String) {
    let eighths = part.min(of) * columns * 8 / of.max(1);
    let mut full = "█".repeat((eighths / 8) as usize);
    if !eighths.is_multiple_of(8) {
        full.push(['▏', '▎', '▍', '▌', '▋', '▊', '▉'][(eighths % 8) as usize - 1]);
    }
    let rest = columns as usize - eighths.div_ceil(8) as usize;
    (full, "░".repeat(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_asked_however_full_it_is() {
        for part in 0..=100 {
            let (full, rest) = bar(part, 100, 10);
            assert_eq!(full.chars().count() + rest.chars().count(), 10, "{part}");
        }
        assert_eq!(bar(78, 100, 10), ("███████▊".to_owned(), "░░".to_owned()));
    }
}
