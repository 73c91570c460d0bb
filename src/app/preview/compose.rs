//! A draft as it is listed, and what stands behind a tip.

use crate::app::compose::{past, template};
use crate::app::page::Page;
use crate::domain::draft::Draft;
use crate::domain::network::Network;
use crate::domain::time::Day;
use crate::insight::quality::{Coach, why as behind};

/// The page of a draft.
pub fn draft(draft: &Draft, today: Day) -> Page {
    let mut page = Page::default();
    if draft.text.trim().is_empty() {
        page.quiet("Nothing is written yet.");
    }
    for line in draft.text.lines() {
        page.plain(line);
    }
    page.gap();
    if let Some(day) = draft.later.filter(|day| *day > today) {
        page.quiet(format!("put off until {}", day.short(today))).hint("s brings it back");
    }
    if !draft.template.is_empty() {
        let name = draft.template.rsplit('/').next().unwrap_or_default();
        let situation = template::SITUATIONS.iter().find(|(_, known, _)| *known == name);
        page.quiet(format!("begun with a template: {}", situation.map_or(name, |(_, _, words)| words)));
    }
    let earlier = match draft.versions.len() {
        0 => return page,
        1 => "1 earlier version".to_owned(),
        more => format!("{more} earlier versions"),
    };
    page.quiet(earlier).hint("F7 in the message brings one back");
    page
}

/// Why a tip is given: the reason, where it comes from, and what the user's own record says beside it, which informs
/// and never changes the score.
pub fn why(network: &Network, coach: &Coach, tip: &str) -> Page {
    let mut page = Page::default();
    let Some(why) = behind::why(tip) else { return page };
    page.plain(why.reason).gap();
    page.quiet("Where it comes from").plain(why.source).gap();
    if !behind::scored(tip) {
        return page;
    }
    let (without, with) = past::record_of(network, coach, tip);
    page.quiet("Your own messages");
    if without.all + with.all == 0 {
        page.plain("None of them is settled yet.");
        return page;
    }
    let accepted = |share: crate::insight::figures::Share| format!("{} of {} accepted", share.of, share.all);
    page.plain(format!("Without this fault: {}.", accepted(without)));
    page.plain(format!("With it: {}.", accepted(with)));
    page.plain(format!("The difference: {}.", past::in_words(without.against(with))));
    page.quiet("This informs; the score does not change by it.");
    page
}
