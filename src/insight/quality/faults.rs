//! Faults: what takes points away, and above which score a message with them cannot come.

use super::evidence::{Evidence, Span};
use super::points::{LITTLE, NONE, NOTHING, STRONG, WEAK};
use super::{Echo, Fault, Rule, Severity};

/// From this share on a message is much like another one, and from the second on a copy of it (message-quality, 4.3).
const ALIKE: f64 = 0.6;
const COPY: f64 = 0.8;

/// Below this the words of a message, or twelve in a row, do not stand as in a sentence.
const SHUFFLED: (f64, f64) = (0.0, -1.6);

/// Everything that is wrong with a message whose anchor and words have so many points.
pub fn faults(source: &str, seen: &Evidence, (anchor, words): (i32, i32), over: Option<Span>) -> Vec<Fault> {
    let mut all = Vec::new();
    let mut add = |rule, severity, penalty, cap, spans: Vec<Span>| {
        all.push(Fault { rule, severity, penalty, cap, spans });
    };
    if !seen.placeholders.is_empty() {
        add(Rule::Placeholder, Severity::Error, 0, Some(15), seen.placeholders.clone());
    }
    if let Some(over) = over {
        add(Rule::TooLong, Severity::Error, 0, Some(25), vec![over]);
    }
    if let Some(span) = &seen.wrong_name {
        add(Rule::WrongName, Severity::Error, 0, Some(30), vec![span.clone()]);
    }
    if let Some(span) = &seen.wrong_company {
        add(Rule::WrongCompany, Severity::Error, 0, Some(40), vec![span.clone()]);
    }
    let personal = anchor + words;
    let strong = personal >= STRONG;
    if !seen.default.is_empty() {
        // Beside words that are about the reader it is a line too many, and no more.
        let (severity, penalty, cap) = if strong || anchor >= LITTLE {
            (Severity::Warning, 10, None)
        } else {
            (Severity::Error, 0, Some(15))
        };
        add(Rule::DefaultText, severity, penalty, cap, seen.default.clone());
    }
    if !seen.hidden.is_empty() {
        add(Rule::Hidden, Severity::Error, 0, Some(30), seen.hidden.clone());
    }
    if !seen.links.is_empty() {
        add(Rule::Link, Severity::Warning, 0, Some(35), seen.links.clone());
    }
    if let Some(cap) = unclear(seen) {
        add(Rule::Unclear, Severity::Warning, 0, Some(cap), seen.order.odd.clone());
    }
    if !seen.pitch.is_empty() {
        // A strong anchor carries more, but not to good; a pitch that asks is one whatever it says.
        let cap = Some(if !seen.asks.is_empty() {
            38
        } else if strong {
            55
        } else {
            40
        });
        add(Rule::Pitch, Severity::Warning, costs(seen.pitch.len(), 24, 14, 52), cap, seen.pitch.clone());
    }
    if !seen.asks.is_empty() {
        let cap = Some(if strong { 58 } else { 45 });
        add(Rule::BigAsk, Severity::Warning, costs(seen.asks.len(), 20, 12, 40), cap, seen.asks.clone());
    }
    if !seen.generic.is_empty() {
        let penalty = costs(seen.generic.len(), 10, 8, 26);
        add(Rule::Generic, Severity::Warning, penalty, (personal < WEAK).then_some(40), seen.generic.clone());
    }
    // Something of theirs that is named is something, whatever stands beside it.
    let named = seen.made_named > 0
        || !seen.deeds.is_empty()
        || !seen.shared.is_empty()
        || seen.known.iter().any(|spans| !spans.is_empty());
    if seen.lang.is_some() && anchor < NONE && personal < NOTHING && !named {
        add(Rule::NoAnchor, Severity::Warning, 0, Some(45), Vec::new());
    }
    // A rate is only a rate, unless something is sold with it.
    let sold = |span: &Span| !source[span.clone()].contains('%') || !seen.pitch.is_empty();
    let money: Vec<Span> = seen.money.iter().filter(|span| sold(span)).cloned().collect();
    if !money.is_empty() {
        add(Rule::Money, Severity::Info, 16, None, money);
    }
    if !seen.praise.is_empty() {
        let penalty = costs(seen.praise.len(), 4, 4, 12);
        add(Rule::Flattery, Severity::Info, penalty, None, seen.praise.clone());
    }
    let loud = i32::try_from(seen.exclamations.saturating_sub(1)).unwrap_or(3).min(3) * 5;
    if loud > 0 || !seen.shouts.is_empty() {
        add(Rule::Shout, Severity::Info, loud.max(4), None, seen.shouts.clone());
    }
    all
}

/// What it takes to have sent the same to somebody else.
pub fn repeat(echo: &Echo) -> Option<Fault> {
    let (severity, penalty, cap) = match echo.share {
        COPY.. => (Severity::Error, 0, Some(35)),
        ALIKE.. => (Severity::Warning, 10, None),
        _ => return None,
    };
    Some(Fault { rule: Rule::Repeat, severity, penalty, cap, spans: Vec::new() })
}

// What the first costs, and each more, at most so much.
fn costs(count: usize, first: i32, more: i32, most: i32) -> i32 {
    (first + more * (i32::try_from(count).unwrap_or(most) - 1)).min(most)
}

// Above which score words cannot come that do not stand as in a sentence. The limits are slack: the training set's README
// has how many shuffled messages still reach 60.
fn unclear(seen: &Evidence) -> Option<i32> {
    if seen.words >= 8 && seen.distinct < 0.6 && !seen.caseless {
        return Some(25);
    }
    if seen.lang.is_none() {
        // Whoever writes everything small, without a full stop, may still write a sentence.
        let odd = seen.order.odd.len();
        let broken = odd >= 2 || odd == 1 && !seen.ends_well;
        return (!seen.readable || broken).then_some(45);
    }
    if seen.words >= 10 && seen.glue < 0.2 {
        Some(30)
    } else if seen.words >= 12 && (seen.breaths >= 0.36 || seen.yours >= 3 && seen.yours * 9 >= seen.words) {
        Some(40)
    } else if seen.words >= 5 && (seen.order.whole < SHUFFLED.0 || seen.order.worst < SHUFFLED.1) {
        Some(30)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::quality::lexicon::Lang;

    #[test]
    fn nothing_is_about_them_only_where_neither_anchor_nor_words_nor_a_named_thing_speak_for_it() {
        let held = |anchor: i32, words: i32, deeds: Vec<Span>| {
            let seen = Evidence { lang: Some(Lang::En), deeds, ends_well: true, ..Evidence::default() };
            let all = faults("", &seen, (anchor, words), None);
            all.iter().any(|fault| fault.rule == Rule::NoAnchor)
        };
        assert!(held(3, 20, Vec::new()) && !held(3, 40, Vec::new()) && !held(7, 0, Vec::new()));
        assert!(!held(3, 20, std::iter::once(0..3).collect()));
    }
}
