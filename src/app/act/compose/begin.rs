//! What a message begins with: a template in some language, or an earlier version.

use super::changed;
use super::keep::keep;
use crate::app::compose::{Part, past, template};
use crate::app::effect::Effect;
use crate::app::overlay::{Choice, Menu, Overlay, Pick};
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
            let hint = figures(&key);
            Choice { letter: *letter, label: (*words).to_owned(), hint, pick: Pick::Template(key) }
        })
        .collect();
    let letters = ('1'..='9').chain(std::iter::repeat('\0'));
    items.extend(state.compose.own.iter().zip(letters).map(|(own, letter)| {
        let key = own.key();
        Choice { letter, label: key.clone(), hint: figures(&key), pick: Pick::Template(key) }
    }));
    items.push(Choice {
        letter: 'l',
        label: "another language..".into(),
        hint: lang.to_owned(),
        pick: Pick::Languages,
    });
    let title = "Begin with which template?".to_owned();
    state.overlays.push(Overlay::Menu(Menu { title, items, cursor: 0 }));
    Vec::new()
}

/// Chooses a language for the templates.
pub(in crate::app::act) fn languages(state: &mut State) -> Vec<Effect> {
    let items = template::LANGUAGES.iter().map(|(letter, lang, name)| Choice {
        letter: *letter,
        label: (*name).to_owned(),
        hint: (*lang).to_owned(),
        pick: Pick::TemplatesIn(lang),
    });
    let items = items.collect();
    state.overlays.push(Overlay::Menu(Menu { title: "Templates in".into(), items, cursor: 0 }));
    Vec::new()
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
    let letters = ('1'..='9').chain(std::iter::repeat('\0'));
    let today = state.now.today;
    let newest_first = versions.iter().enumerate().rev().zip(letters);
    let items = newest_first.map(|((at, version), letter)| Choice {
        letter,
        label: format!("draft {}, {}", at + 1, version.at.day().min(today).short(today)),
        hint: version.text.lines().next().unwrap_or_default().to_owned(),
        pick: Pick::Version(at),
    });
    let items = items.collect();
    state.overlays.push(Overlay::Menu(Menu { title: "Bring back which version?".into(), items, cursor: 0 }));
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
