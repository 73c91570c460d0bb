//! Where a request stands: the chance by age as a small picture of two lines.

use crate::insight::forecast::fitted::Fitted;

/// How many columns it takes.
const COLUMNS: i64 = 24;
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The chance from the first day on, as high as it is beside that of the first day, and a mark at this age.
pub fn spark(fitted: &Fitted, age: i64) -> (String, String) {
    // To where next to nothing comes any more, or a little past the request.
    let last = (fitted.stale_age().clamp(0, 3650) * 3 / 2).max(age.min(3650) * 6 / 5).clamp(14, 180);
    let top = fitted.by_age(0.0).ever.max(1e-9);
    // As in the plots, the first days have more room.
    let bars = (0..COLUMNS).map(|column| {
        let day = last as f64 * (column as f64 / (COLUMNS - 1) as f64).powi(2);
        let share = fitted.by_age(day).ever / top;
        HEIGHTS[((share * 8.0) as usize).min(7)]
    });
    let here = ((age.min(last) as f64 / last as f64).sqrt() * (COLUMNS - 1) as f64).round();
    let label = if age == 0 { "▲ today".to_owned() } else { format!("▲ day {age}") };
    let end = format!("day {last}");
    let before = here as usize;
    let mut mark = " ".repeat(before);
    if before + label.chars().count() + end.len() < COLUMNS as usize {
        mark.push_str(&label);
        let gap = COLUMNS as usize - before - label.chars().count() - end.len();
        mark.push_str(&" ".repeat(gap));
        mark.push_str(&end);
    } else if before + label.chars().count() <= COLUMNS as usize {
        mark.push_str(&label);
    } else {
        // No room on its right: the words stand on the left.
        let words = label.trim_start_matches('▲').trim();
        mark = format!("{words:>before$}▲");
    }
    (bars.collect(), mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::forecast::fitted::Settings;

    #[test]
    fn the_mark_stands_at_the_age_and_inside_the_picture() {
        let (fitted, _) = Fitted::new(&[], 1000, Settings::default());
        for age in [0, 1, 5, 22, 63, 120, 180, 4000] {
            let (bars, mark) = spark(&fitted, age);
            assert_eq!(bars.chars().count(), 24);
            assert!(bars.starts_with('█') && mark.chars().count() <= 25, "{age}: {mark}");
            assert!(mark.contains('▲') && (age == 0 || mark.contains(&format!("day {age}"))), "{mark}");
        }
        assert_eq!(spark(&fitted, 22).1, "             ▲ day 22");
        assert_eq!(spark(&fitted, 3).1, "     ▲ day 3      day 66");
    }
}
