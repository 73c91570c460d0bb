//! What is known of one contact: details, requests, timeline, notes.

use crate::app::page::{Page, Tone};
use crate::app::timeline as time;
use crate::domain::contact::{Contact, Fit};
use crate::domain::decision::Decision;
use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::domain::time::Day;
use crate::insight::stage::Stage;

use super::request::{stage_line, waits};

/// Name, place, tags and purpose.
pub(super) fn head(page: &mut Page, contact: &Contact) {
    page.strong(contact.name());
    if !contact.place().is_empty() {
        page.plain(contact.place());
    }
    let tags = contact.tags.iter().map(|tag| format!("#{tag}"));
    let fit = contact.fit.map(|fit| format!("fit {}", Fit::token(fit)));
    let labels: Vec<String> = tags.chain(fit).collect();
    if !labels.is_empty() {
        page.quiet(labels.join("  "));
    }
    if !contact.purpose.is_empty() {
        page.plain(format!("Why: {}", contact.purpose));
    }
}

/// The page of a contact.
pub fn card(network: &Network, contact: &Contact, today: Day) -> Page {
    let mut page = Page::default();
    head(&mut page, contact);
    if contact.archived {
        page.quiet("archived").hint("d brings them back");
    }
    for flag in &contact.flags {
        page.plain(flag.label()).hint("F takes it off");
    }
    page.gap();
    if let Some(address) = contact.address() {
        page.plain(address);
    }
    if !contact.email.is_empty() {
        page.plain(contact.email.clone());
    }
    if let Some(on) = contact.connected_on {
        page.plain(format!("Connected since {}", on.short(today)));
    }
    if let Some(on) = contact.gone_on {
        page.quiet(format!("no longer in your list, by the export of {}", on.short(today)));
    }
    if let Some(on) = contact.ask_again_on {
        page.plain(format!("Ask again on {}", on.short(today)));
    }
    if let Some(listed) = &contact.listed {
        let mut says = Vec::new();
        let name = format!("{} {}", listed.first_name, listed.last_name);
        if name.trim() != contact.name() {
            says.push(name.trim().to_owned());
        }
        if listed.role != contact.role {
            says.push(listed.role.clone());
        }
        if listed.company != contact.company {
            says.push(listed.company.clone());
        }
        says.retain(|text| !text.is_empty());
        if !says.is_empty() {
            page.quiet(format!("your export says: {}", says.join(", ")));
        }
    }
    for request in network.requests_of(contact.id).filter(|r| r.pending()) {
        let age = request.age(today);
        page.gap();
        if let Some(stage) = Stage::of(request, &network.rules, today) {
            let line = stage_line(stage, age, &network.rules);
            page.line(
                Tone::Stage(stage),
                format!("{line}: {} request, {}", request.direction.word(), waits(age)),
            );
        }
    }
    facts(&mut page, network, contact.id, today);
    notes(&mut page, network, contact.id, today);
    timeline(&mut page, network, contact.id, today, Tone::Plain, "");
    if page.lines.iter().skip(1).all(|line| line.text.is_empty()) {
        page.quiet("Nothing more is known yet.").hint("e adds details, m writes a note, i logs what you did");
    }
    page
}

fn facts(page: &mut Page, network: &Network, id: ContactId, today: Day) {
    if network.facts_of(id).next().is_none() {
        return;
    }
    page.gap().quiet("Facts for a message");
    for fact in network.facts_of(id) {
        let on = fact.on.map_or_else(String::new, |day| format!(", {}", day.short(today)));
        page.plain(format!("{}: {}{on}", fact.kind.word(), fact.text));
    }
    page.hint("c, then F3 uses and changes them");
}

fn notes(page: &mut Page, network: &Network, id: ContactId, today: Day) {
    for note in network.notes_of(id).rev() {
        page.gap().quiet(format!("Note, {}", note.on(today).short(today)));
        for line in note.text.lines() {
            // Markdown, lightly: headings are strong, the rest stands as it was written.
            let tone = if line.starts_with('#') { Tone::Strong } else { Tone::Plain };
            page.line(tone, line);
        }
    }
    if network.notes_of(id).next().is_some() {
        page.hint("l, then e changes a note; emptied, it goes");
    }
}

/// Everything known, newest first; a note is a line here, its text stands above, and so does the message that is
/// `shown` there already. Where lines are to be brief, all words of an event stand in one.
pub(super) fn timeline(
    page: &mut Page,
    network: &Network,
    id: ContactId,
    today: Day,
    tone: Tone,
    shown: &str,
) {
    let events = time::of(network, id, today);
    if events.is_empty() {
        return;
    }
    page.gap().quiet("Timeline");
    for event in events {
        let line = format!("{}  {}", event.on.short(today), event.text);
        let mut words = event.words.lines().filter(|_| event.text != "note" && event.words != shown);
        if tone == Tone::Brief {
            let words = words.map(str::trim).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
            let colon = if words.is_empty() { "" } else { ": " };
            page.line(tone, format!("{line}{colon}{words}"));
        } else {
            page.line(tone, words.next().map_or_else(|| line.clone(), |first| format!("{line}: {first}")));
            for more in words {
                page.line(tone, more);
            }
        }
    }
}

/// The page of an item to decide.
pub fn decision(network: &Network, decision: &Decision, today: Day) -> Page {
    let mut page = Page::default();
    page.strong(decision.text.clone());
    page.quiet(format!("raised by the export of {}", decision.raised_on.short(today)));
    page.gap().hint("Enter shows the choices");
    for id in std::iter::once(decision.contact).chain(decision.other) {
        if let Some(contact) = network.contact(id) {
            page.gap();
            for line in card(network, contact, today).lines {
                page.lines.push(line);
            }
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::fixture::{JORG, network, now, with};
    use crate::domain::request::Request;

    #[test]
    fn all_of_a_settled_message_is_on_the_card_and_in_one_line_where_that_is_brief() {
        let mut network = network();
        let mut request = Request::clone(network.requests.get(with(JORG)).expect("the request"));
        request.message = "Hi Jörg,\n\nyour column on tides.".into();
        network.requests.put(Arc::new(request));
        let jorg = network.contact(JORG).expect("Jörg");
        let page = card(&network, jorg, now().today);
        let texts: Vec<&str> = page.texts().collect();
        let at = texts.iter().position(|text| text.ends_with("you asked: Hi Jörg,")).expect("the first line");
        assert_eq!(texts[at + 1..at + 3], ["", "your column on tides."]);
        let mut brief = Page::default();
        timeline(&mut brief, &network, JORG, now().today, Tone::Brief, "");
        assert!(brief.texts().any(|text| text.ends_with("you asked: Hi Jörg, your column on tides.")));
    }
}
