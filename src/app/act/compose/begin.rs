//! What a message begins with: a template in some language, or an earlier version.

use super::changed;
use super::keep::keep;
use crate::app::act::boxes::{choice, menu, numbers};
use crate::app::compose::{Part, past, template};
use crate::app::effect::Effect;
use crate::app::overlay::{Choice, Pick};
use crate::app::state::{Notice, State};

/// Chooses a template.
pub(in crate::app::act) fn templates(state: &mut State) -> Vec<Effect> {
    let lang = state.compose.language(&state.network);
    open_templates(state, lang)
}

/// The templates of a language, with what came of each.
pub(in crate::app::act) fn open_templates(state: &mut State, lang: &'static str) -> Vec<Effect> {
    let figures = |key: &str| match past::record_of_template(&state.network, key) {
        share if share.all == 0 => String::new(),
        share => format!("{} of {} accepted", share.of, share.all),
    };
    let mut items: Vec<Choice> = template::SITUATIONS
        .iter()
        .map(|(letter, name, words)| {
            let key = format!("{lang}/{name}");
            choice(*letter, *words, figures(&key), Pick::Template(key))
        })
        .collect();
    items.extend(state.compose.own.iter().zip(numbers()).map(|(own, letter)| {
        let key = own.key();
        choice(letter, key.clone(), figures(&key), Pick::Template(key))
    }));
    items.push(choice('l', "another language..", lang, Pick::Languages));
    menu(state, "Begin with which template?", items)
}

/// Chooses a language for the templates.
pub(in crate::app::act) fn languages(state: &mut State) -> Vec<Effect> {
    let items = template::LANGUAGES
        .iter()
        .map(|(letter, lang, name)| choice(*letter, *name, *lang, Pick::TemplatesIn(lang)));
    menu(state, "Templates in", items.collect())
}

/// Begins the message with a template; what stood there is a version, and Ctrl-z brings it back.
pub(in crate::app::act) fn begin_with(state: &mut State, key: &str) -> Vec<Effect> {
    let Some(template) = template::by_key(&state.compose.own, key) else { return Vec::new() };
    let Some(contact) = state.current_contact().cloned() else { return Vec::new() };
    let filled = template.fill(&state.network, &contact);
    let effects = keep(state);
    if let Some(writing) = &mut state.compose.writing {
        writing.untouched = true;
        writing.editor.replace(&filled.text);
        if let Some(gap) = &filled.gap {
            writing.editor.select(gap);
        }
        key.clone_into(&mut writing.template);
        writing.part = Part::Text;
        state.notice = match filled.gap {
            Some(_) => Notice::Said("type what belongs in the gap; Ctrl-n goes to the next one".into()),
            None => Notice::None,
        };
    }
    changed(state);
    effects
}

/// Selects the next gap of the message.
pub(in crate::app::act) fn next_gap(state: &mut State) -> Vec<Effect> {
    if let Some(writing) = &mut state.compose.writing {
        let text = writing.editor.text();
        let from = writing.editor.offset();
        match template::gap_after(&text, from).or_else(|| template::gap_after(&text, 0)) {
            Some(gap) => writing.editor.select(&gap),
            None => state.notice = Notice::Said("there is no gap left".into()),
        }
    }
    Vec::new()
}

/// Chooses an earlier version to bring back.
pub(in crate::app::act) fn versions(state: &mut State) -> Vec<Effect> {
    let effects = keep(state);
    let draft = state.compose.writing.as_ref().and_then(|writing| state.network.drafts.get(writing.draft?));
    let versions = draft.map_or(&[][..], |draft| &draft.versions);
    if versions.is_empty() {
        state.notice = Notice::Said("there is no earlier version yet".into());
        return effects;
    }
    let today = state.now.today;
    let newest_first = versions.iter().enumerate().rev().zip(numbers());
    let items = newest_first.map(|((at, version), letter)| {
        let label = format!("draft {}, {}", at + 1, version.at.day().min(today).short(today));
        choice(letter, label, version.text.lines().next().unwrap_or_default(), Pick::Version(at))
    });
    let items = items.collect();
    menu(state, "Bring back which version?", items);
    effects
}

/// Brings an earlier version back; what stood there becomes one.
pub(in crate::app::act) fn bring_back(state: &mut State, at: usize) -> Vec<Effect> {
    let draft = state.compose.writing.as_ref().and_then(|writing| state.network.drafts.get(writing.draft?));
    let Some(text) = draft.and_then(|draft| draft.versions.get(at)).map(|version| version.text.clone())
    else {
        return Vec::new();
    };
    super::edited(state, &text)
}
