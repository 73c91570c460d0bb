//! A curve in characters: what the model expects as a fine line with its range shaded, what happened as points, days on a
//! scale that gives the first ones room.

use crate::insight::review::{Curve, LEAST_AT_RISK};

const ROWS: usize = 8;
/// The days that the axis names, where there is room.
const TICKS: [i32; 7] = [0, 1, 7, 14, 30, 60, 90];
const LAST: f64 = 90.0;

/// The lines of a plot in so many columns; `marks` are days with a name, put under the axis.
pub fn plot(curve: &Curve, columns: usize, marks: &[(i64, &str)]) -> Vec<String> {
    let width = columns.saturating_sub(6).clamp(10, 90);
    let highest = curve.model.iter().map(|model| model.high).fold(0.0, f64::max);
    let highest = curve.points.iter().map(|point| point.share).fold(highest, f64::max);
    let top = [0.2, 0.4, 0.6, 0.8, 1.0].into_iter().find(|top| highest <= *top).unwrap_or(1.0);
    let mut cells = vec![vec![' '; width]; ROWS];
    let from = curve.from;
    let day_at = |x: f64| from + (LAST - from) * (x / (width as f64 * 2.0 - 1.0)).powi(2);
    let column_of = |day: f64| {
        let share = ((day - from) / (LAST - from)).clamp(0.0, 1.0).sqrt();
        (share * (width as f64 - 1.0)).round() as usize
    };
    let model = |day: f64| {
        let last = curve.model.len().saturating_sub(1);
        let at = ((day - from).max(0.0)).min(last as f64);
        let (low, share) = (at.floor() as usize, at.fract());
        let mix = |value: fn(&crate::insight::forecast::posterior::Ranged) -> f64| {
            let of = |at: usize| curve.model.get(at.min(last)).map_or(0.0, value);
            of(low) * (1.0 - share) + of(low + 1) * share
        };
        (mix(|m| m.low), mix(|m| m.mean), mix(|m| m.high))
    };
    // Dots of a braille character: two columns, four rows.
    let mut dots = vec![vec![0_u32; width]; ROWS];
    let mut before: Option<usize> = None;
    for x in 0..width * 2 {
        let (low, mean, high) = model(day_at(x as f64));
        let row_of = |share: f64| ((1.0 - share / top) * (ROWS as f64 - 1.0)).round().max(0.0) as usize;
        for row in cells.iter_mut().take(row_of(low).min(ROWS - 1) + 1).skip(row_of(high)) {
            row[x / 2] = '░';
        }
        let fine = (((1.0 - mean / top) * (ROWS as f64 * 4.0 - 1.0)).round() as usize).min(ROWS * 4 - 1);
        let other = before.unwrap_or(fine);
        for y in fine.min(other)..=fine.max(other) {
            dots[y / 4][x / 2] |= braille(x % 2, y % 4);
        }
        before = Some(fine);
    }
    for (row, dots) in cells.iter_mut().zip(&dots) {
        for (cell, dots) in row.iter_mut().zip(dots).filter(|(_, dots)| **dots > 0) {
            *cell = char::from_u32(0x2800 + dots).unwrap_or('*');
        }
    }
    for point in curve.points.iter().filter(|point| point.day <= LAST) {
        let row = ((1.0 - point.share / top) * (ROWS as f64 - 1.0)).round().max(0.0) as usize;
        let sign = if point.at_risk >= LEAST_AT_RISK { '●' } else { '·' };
        cells[row.min(ROWS - 1)][column_of(point.day)] = sign;
    }
    let mut lines: Vec<String> = cells
        .into_iter()
        .enumerate()
        .map(|(row, cells)| {
            let label = match row {
                0 => format!("{:>3} %", (top * 100.0) as i64),
                row if row == ROWS - 1 => "  0 %".to_owned(),
                _ => "     ".to_owned(),
            };
            format!("{label} {}", cells.into_iter().collect::<String>())
        })
        .collect();
    let ticks: Vec<(usize, String)> = TICKS
        .into_iter()
        .filter(|day| f64::from(*day) >= from)
        .map(|day| (column_of(f64::from(day)), day.to_string()))
        .collect();
    lines.push(format!("  day {}", placed(&ticks, width)));
    let marks: Vec<(usize, String)> = marks
        .iter()
        .filter(|(day, _)| (from..=LAST).contains(&(*day as f64)))
        .map(|(day, name)| (column_of(*day as f64), format!("▲ {name} {day}")))
        .collect();
    if !marks.is_empty() {
        lines.push(format!("      {}", placed(&marks, width)));
    }
    lines
}

fn braille(column: usize, row: usize) -> u32 {
    match (column, row) {
        (0, row @ 0..=2) => 1 << row,
        (0, _) => 0x40,
        (_, row @ 0..=2) => 8 << row,
        _ => 0x80,
    }
}

// Words at their columns; one that would run into the one before, or past the end, is left out.
fn placed(words: &[(usize, String)], width: usize) -> String {
    let mut line = String::new();
    let mut used = 0;
    for (at, word) in words {
        let columns = word.chars().count();
        let at = (*at).min(width.saturating_sub(columns));
        if at >= used && (used == 0 || at > used) {
            line.push_str(&" ".repeat(at - used));
            line.push_str(word);
            used = at + columns;
        }
    }
    line
}
