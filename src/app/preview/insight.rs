//! The answer to a question as a page: the answer, a plot, what to know before believing it, and a table.

use std::fmt::Write;

use super::chart;
use crate::app::outlook::Outlooks;
use crate::app::page::{Page, Tone};
use crate::insight::review::{Answer, Bar, Question};

/// How long a bar is that stands under its row.
const NARROW: usize = 12;
/// Where one bar ends and its range begins, by parts.
const SHADES: [char; 3] = ['█', '▒', '░'];

/// The page of a question in so many columns; `chosen` is the row that has the cursor, where one has.
pub fn insight(outlook: &Outlooks, question: Question, columns: usize, chosen: Option<usize>) -> Page {
    let mut page = Page::default();
    let Some(answer) = outlook.review.as_ref().and_then(|review| review.answer(question)) else {
        page.plain("Looking through your requests …");
        return page;
    };
    let ages: Vec<(i64, &str)> = match (&outlook.now, question) {
        (Some(now), Question::When) => {
            vec![(now.fitted.quiet_age(), "quiet"), (now.fitted.stale_age(), "stale")]
        }
        _ => Vec::new(),
    };
    fill(&mut page, answer, columns, chosen, &ages);
    page
}

/// The same of an answer that is at hand.
pub fn fill(page: &mut Page, answer: &Answer, columns: usize, chosen: Option<usize>, ages: &[(i64, &str)]) {
    page.strong(answer.said.as_str());
    if answer.n == 0 && answer.rows.is_empty() {
        return;
    }
    if let Some(curve) = &answer.curve {
        page.gap();
        for line in chart::plot(curve, columns, ages) {
            page.line(Tone::Chart, line);
        }
        page.quiet("● what happened, ⣀ the forecast, ░ its range; share that said yes, by day");
    }
    page.gap();
    table(page, answer, columns, chosen);
    page.gap();
    let what = if answer.question == Question::Right { "forecast" } else { "request" };
    let many = if answer.n == 1 { "" } else { "s" };
    page.quiet(format!("From {} {what}{many}. Ranges are 90 %.", answer.n));
    for caveat in &answer.caveats {
        page.quiet(caveat.as_str());
    }
}

fn table(page: &mut Page, answer: &Answer, columns: usize, chosen: Option<usize>) {
    let wide = |text: &str| text.chars().count();
    let label = answer.rows.iter().map(|row| wide(&row.label)).max().unwrap_or(0).min(26);
    let cells: Vec<usize> = answer
        .columns
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let most = answer.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| wide(cell)).max();
            most.unwrap_or(0).max(wide(name))
        })
        .collect();
    // As many columns as fit stand beside the label, the others under it.
    let mut used = label;
    let fitting = cells.iter().take_while(|width| {
        used += *width + 2;
        used <= columns
    });
    let beside = fitting.count();
    let all = label + cells.iter().map(|width| width + 2).sum::<usize>();
    let gauge = columns.saturating_sub(all + 2).min(30);
    let has_bars = answer.rows.iter().any(|row| !row.parts.is_empty());
    if answer.rows.is_empty() {
        return;
    }
    if has_bars && answer.parts.len() > 1 && (gauge >= 8 || beside < cells.len()) {
        let legend = answer.parts.iter().zip(SHADES).map(|(part, shade)| format!("{shade} {part}"));
        page.quiet(legend.collect::<Vec<_>>().join("  "));
    }
    let mut head = " ".repeat(label);
    for (name, width) in answer.columns.iter().zip(&cells).take(beside) {
        let _ = write!(head, "  {name:<width$}");
    }
    page.line(Tone::Caption, head.trim_end().to_owned());
    if beside < answer.columns.len() {
        page.line(Tone::Caption, format!("  {}", answer.columns[beside..].join(", ")));
    }
    for (at, row) in answer.rows.iter().enumerate() {
        let tone = Tone::Row(chosen == Some(at));
        let name: String = row.label.chars().take(label).collect();
        let mut line = format!("{name:<label$}");
        for (cell, width) in row.cells.iter().zip(&cells).take(beside) {
            let _ = write!(line, "  {cell:<width$}");
        }
        if beside == cells.len() && gauge >= 8 && has_bars {
            let _ = write!(line, "  {}", bar(row, gauge));
        }
        page.line(tone, line.trim_end().to_owned());
        let under: Vec<&str> =
            row.cells.iter().skip(beside).map(String::as_str).filter(|c| !c.is_empty()).collect();
        if !under.is_empty() {
            // Where the bar has no room beside the cells, it stands here.
            let shown =
                if row.parts.is_empty() { String::new() } else { format!("{:<NARROW$}  ", bar(row, NARROW)) };
            page.line(tone, format!("  {shown}{}", under.join(", ")));
        }
    }
}

// A bar; where it is a share with a range, what is shaded after it reaches to the end of the range.
fn bar(row: &Bar, columns: usize) -> String {
    let cells = |share: f64| (share.clamp(0.0, 1.0) * columns as f64).round() as usize;
    let mut out = String::new();
    let mut reached = 0.0;
    for (part, shade) in row.parts.iter().zip(SHADES) {
        let (from, to) = (cells(reached), cells(reached + part));
        out.extend(std::iter::repeat_n(shade, to.saturating_sub(from)));
        reached += part;
    }
    if let Some((_, high)) = row.range {
        out.extend(std::iter::repeat_n('░', cells(high).saturating_sub(cells(reached))));
    }
    out
}
