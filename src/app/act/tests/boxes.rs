//! The command line, the help, pasted text, panes, and a book that can only be read.

use crate::app::act::{Candidate, act, allows, help_rows, paste, press};
use crate::app::action::{Action, Screen};
use crate::app::contacts::Row;
use crate::app::effect::Effect;
use crate::app::fixture::{TOM, network, play, remark, said, state};
use crate::app::key::{Code, Key, parse_script};
use crate::app::keymap::{self, Place, TABLE};
use crate::app::learn::learn;
use crate::app::news::News;
use crate::app::overlay::{FirstRun, Overlay};
use crate::app::state::{BookKind, Focus, State};

fn offered(state: &State) -> &[Candidate] {
    match state.overlays.last() {
        Some(Overlay::Palette(palette)) => &palette.found,
        _ => &[],
    }
}

fn first(state: &State) -> String {
    match offered(state).first() {
        Some(Candidate::Command(binding, _)) => format!(":{}", binding.command),
        Some(Candidate::Person(id)) => state.network.contact(*id).map_or_else(String::new, |c| c.name()),
        Some(Candidate::Path(path)) => path.clone(),
        None => String::new(),
    }
}

#[test]
fn every_command_of_a_screen_is_the_first_choice_for_its_own_name() {
    for (screen, key, _) in Screen::ALL {
        for binding in TABLE.iter().filter(|b| b.places.contains(&state_on(screen).screen_place())) {
            let mut state = state_on(screen);
            play(&mut state, &format!("{key}:{}", binding.command));
            assert_eq!(first(&state), format!(":{}", binding.command));
        }
    }
}

fn state_on(screen: Screen) -> State {
    let mut state = state();
    act(&mut state, Action::Go(screen));
    state
}

#[test]
fn a_command_by_name_does_what_its_key_does() {
    let (mut by_name, mut by_key) = (state(), state());
    play(&mut by_name, ":pending<enter>:withdraw<enter>:undo<enter>:mark-all<enter>");
    play(&mut by_key, "2wuV");
    assert_eq!(by_name.network, by_key.network);
    assert_eq!(by_name.pending.list.targets(), by_key.pending.list.targets());
    assert_eq!(said(&by_name), said(&by_key));
}

#[test]
fn no_letter_of_a_menu_moves_its_cursor_and_none_stands_twice() {
    for keys in [
        "2o",
        "2]o",
        "2s",
        "3/jorg<enter>s",
        "2S",
        "2i",
        "6i",
        "3y",
        "3ta b c d e f g h i j k l m n o p<enter>f",
        "3fd<enter>",
        "3fd<down><enter>",
    ] {
        let mut state = state();
        play(&mut state, keys);
        let Some(Overlay::Menu(menu)) = state.overlays.last() else { panic!("a menu after {keys}") };
        let letters: std::collections::BTreeSet<char> =
            menu.items.iter().map(|choice| choice.letter).collect();
        assert_eq!(letters.len(), menu.items.len(), "{keys}");
        for letter in letters {
            let moves = state.keymap.get(Place::Menu, Key::of(Code::Char(letter)));
            assert_eq!(moves, None, "{keys}: {letter}");
        }
    }
}

#[test]
fn a_name_leads_to_the_person() {
    let mut state = state();
    play(&mut state, ":tom ok<enter>");
    assert_eq!((state.screen, state.contacts.list.current()), (Screen::Contacts, Some(Row::Contact(TOM))));
    // Three letters that a command contains as well: a person's name is likelier meant.
    play(&mut state, "1:tom");
    assert_eq!(first(&state), "Tom Okafor");
    play(&mut state, "<esc>3/priya<enter>:jorg<enter>");
    assert_eq!(state.current_contact().map(|c| c.name()).as_deref(), Some("Jörg Müller"));
    assert_eq!(state.contacts.filter, "", "the filter that hid the person is gone");
}

#[test]
fn an_archived_person_is_found_by_name_and_shown_in_the_archive() {
    let mut state = state();
    play(&mut state, "3/priya<enter>d<esc>1:priya<enter>");
    assert_eq!(state.contacts.view.title(), "archived");
    assert_eq!(state.current_contact().map(|c| c.name()).as_deref(), Some("Priya N."));
}

#[test]
fn what_is_neither_command_nor_person_is_said() {
    let mut state = state();
    play(&mut state, ":xyzzy<enter>");
    assert_eq!(said(&state), "no command and nobody called xyzzy: ? lists the commands");
    assert!(state.overlays.is_empty());
}

#[test]
fn a_command_that_is_not_possible_now_stays_in_the_list_with_its_reason() {
    let mut state = state();
    play(&mut state, "3:merge");
    let Some(Candidate::Command(_, Err(reason))) = offered(&state).first().cloned() else {
        panic!("merge with a reason")
    };
    assert!(reason.as_str().contains("mark the two contacts"));
    play(&mut state, "<enter>");
    assert_eq!(said(&state), reason.as_str());
}

#[test]
fn a_path_is_completed_on_the_command_line() {
    let mut state = state();
    play(&mut state, ":imp<tab>");
    assert_eq!(play(&mut state, "Ba<tab>"), [Effect::Paths("Ba".into())]);
    learn(&mut state, News::Paths(vec!["Basic.zip".into(), "Basic2.zip".into()]));
    assert_eq!(first(&state), "Basic.zip");
    play(&mut state, "<down><enter>");
    assert_eq!(play(&mut state, "<enter>"), [Effect::ReadExport("Basic2.zip".into())]);
    assert!(matches!(state.overlays.last(), Some(Overlay::Working(_))));
    assert_eq!(play(&mut state, "<esc>"), [Effect::CancelRead]);
    assert_eq!(play(&mut state, ":export a b.json<enter>"), [Effect::Export("a b.json".into())]);
    assert_eq!(play(&mut state, ":backup x.db<enter>"), [Effect::Backup("x.db".into())]);
}

#[test]
fn the_help_shows_the_keys_for_here_then_all_others_with_their_reasons() {
    let mut state = state();
    play(&mut state, "6?");
    let rows = help_rows(&state);
    let here = keymap::bindings(Place::You).count();
    assert!(rows[..here].iter().all(|(place, ..)| *place == Place::You));
    assert_eq!(rows.len(), TABLE.len());
    let merge = rows.iter().find(|(_, binding, _)| binding.command == "merge").expect("merge");
    assert_eq!(merge.2.as_ref().expect_err("not here").as_str(), "in Contacts");
}

#[test]
fn the_help_is_narrowed_by_typing_a_key_or_a_word_and_runs_what_is_chosen() {
    let mut state = state();
    play(&mut state, "2?withdr");
    assert_eq!(help_rows(&state)[0].1.command, "withdraw");
    play(&mut state, "<enter>");
    assert_eq!(said(&state), "Priya N. withdrawn");
    play(&mut state, "?merge<enter>");
    assert_eq!(said(&state), "in Contacts");
    assert!(matches!(state.overlays.last(), Some(Overlay::Help(_))), "the help stays open");
    play(&mut state, "<esc>/x<f1>");
    assert!(help_rows(&state).iter().any(|(place, ..)| *place == Place::Filter));
}

#[test]
fn no_command_that_the_help_calls_possible_is_refused_by_its_key() {
    for keys in ["", "2", "3", "6", "2]]", "3fd", "1G"] {
        let mut state = state();
        play(&mut state, keys);
        let place = state.screen_place();
        for binding in keymap::bindings(place) {
            let mut tried = state.clone();
            let before = tried.notice.clone();
            let possible = allows(&tried, binding.action);
            act(&mut tried, binding.action);
            if let Err(reason) = possible {
                assert_eq!(said(&tried), reason.as_str());
                assert_eq!(tried.network, state.network);
            } else if tried.network == state.network && tried.overlays.len() == state.overlays.len() {
                let silent = tried.notice == before || binding.command == "range";
                assert!(silent, "{keys} {}: {:?}", binding.command, tried.notice);
            }
        }
    }
}

#[test]
fn a_paste_in_a_list_or_a_menu_is_nothing() {
    for keys in ["1", "2", "3", "6", "2o", "2ggbb", "?"] {
        let mut state = state();
        play(&mut state, keys);
        let before = format!("{:?}", (&state.network, &state.pending, &state.notice));
        assert!(paste(&mut state, "wwwuqd\nSn").is_empty());
        assert_eq!(format!("{:?}", (&state.network, &state.pending, &state.notice)), before, "{keys}");
    }
}

#[test]
fn a_paste_in_a_text_is_text() {
    let mut state = state();
    play(&mut state, "3/");
    paste(&mut state, "jorg\nmuller");
    assert_eq!(state.contacts.filter, "jorg muller");
    assert_eq!(state.contacts.list.rows().len(), 1);
    play(&mut state, "<enter>m");
    paste(&mut state, "# one\r\ntwo");
    play(&mut state, "<esc>");
    assert_eq!(state.network.notes.iter().last().expect("the note").text, "# one\ntwo");
}

#[test]
fn a_book_that_can_only_be_read_refuses_every_change_and_says_why() {
    let mut state = state();
    learn(&mut state, News::ReadOnly("the disk is full".into()));
    for keys in ["2w", "2o", "3n", "3m", "3d", "3t", "2S", "2s", "6<down><enter><c-u>99<enter>", "u", "U"] {
        play(&mut state, keys);
        assert_eq!(said(&state), "this book can only be read: the disk is full", "{keys}");
        assert_eq!(state.network, network());
        play(&mut state, "<esc>");
    }
    // Looking is still possible.
    play(&mut state, "2j3/jorg<enter>?");
    assert!(matches!(state.overlays.last(), Some(Overlay::Help(_))));
}

#[test]
fn panes_tabs_and_screens_keep_their_places() {
    let mut state = state();
    play(&mut state, "2jj3G<tab>");
    assert_eq!(state.focus, Focus::Detail);
    play(&mut state, "jj");
    assert_eq!(state.detail_top, 2);
    play(&mut state, "2");
    assert_eq!((state.focus, state.detail_top, state.pending.list.cursor()), (Focus::List, 0, 2));
    play(&mut state, "[");
    assert_eq!(state.pending.list.rows().len(), 0);
    play(&mut state, "+");
    assert!(state.zoomed);
    play(&mut state, "<esc>");
    assert!(!state.zoomed);
}

#[test]
fn q_ends_and_ctrl_z_suspends() {
    let mut state = state();
    assert_eq!(play(&mut state, "q"), [Effect::Quit]);
    assert_eq!(play(&mut state, "<c-z>"), [Effect::Suspend]);
    assert_eq!(play(&mut state, "3m<c-l>"), [Effect::Redraw]);
    assert_eq!(play(&mut state, "q"), [], "in a text, q is a letter");
}

#[test]
fn the_first_run_is_one_screen_with_one_choice() {
    let first = || crate::app::fixture::state_of(crate::domain::network::Network::default());
    let mut state = first();
    assert_eq!(state.place(), Place::FirstRun);
    assert_eq!(FirstRun::CHOICES.len(), 4);
    assert_eq!(play(&mut state, "<enter>"), [Effect::Switch(BookKind::Demo)]);
    play(&mut state, "j<enter>Zoë Ó Néill<enter>");
    assert_eq!(state.place(), Place::Contacts, "the first person is there and the first screen is gone");
    assert_eq!(said(&state), "Zoë Ó Néill added");
    let mut state = first();
    assert_eq!(play(&mut state, "a").len(), 1);
    assert!(state.network.rules.premium());
    assert_eq!(play(&mut state, "jj<enter>x.zip<enter>"), [Effect::ReadExport("x.zip".into())]);
    play(&mut state, "<esc>");
    assert_eq!(state.place(), Place::FirstRun);
    let restore = [Effect::Restore("old.db".into())];
    assert_eq!(play(&mut state, "j<enter>old.db<enter>"), restore, "there is nothing to be asked about");
    // Filled from elsewhere meanwhile, it is not replaced unasked.
    let mut state = first();
    play(&mut state, "4");
    learn(&mut state, News::Elsewhere(Box::new(network())));
    assert_eq!(play(&mut state, "old.db<enter>"), []);
    assert!(remark(&state).contains("no longer empty"));
    assert_eq!(play(&mut first(), "q"), [Effect::Quit]);
    // The tour says `:import`, and this is where one reads it first.
    let mut state = first();
    assert_eq!(play(&mut state, ":import x.zip<enter>"), [Effect::ReadExport("x.zip".into())]);
    play(&mut state, "<esc>");
    assert_eq!(state.place(), Place::FirstRun);
    assert!(play(&mut state, ":<esc>").is_empty());
}

#[test]
fn keys_never_panic_whatever_is_open() {
    let script = parse_script(
        "jkgG<c-d><c-u>1236<tab><s-tab>hl[]+<enter><esc>q/f:<space>vVnimowsSeEtMdyb.uULxyz09-?<f1><f2><f4><bs><del><up><down><left><right><c-s><c-l>",
    )
    .expect("keys");
    let mut seed = 17_u32;
    for _ in 0..40 {
        let mut state = state();
        for _ in 0..400 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let key = script[(seed >> 8) as usize % script.len()];
            press(&mut state, key);
        }
        while !state.overlays.is_empty() || state.filter.is_some() {
            act(&mut state, Action::Back);
        }
        while let Some(batch) = state.history.done.last().cloned() {
            act(&mut state, Action::Undo);
            assert_ne!(state.history.done.last(), Some(&batch), "{:?}", state.notice);
        }
        assert_eq!(state.network, network());
    }
}

#[test]
fn q_in_a_terminal_too_small_to_see_anything_keeps_the_note_that_is_being_written() {
    let mut state = state();
    play(&mut state, "3mmet at the port<f1>");
    crate::app::learn::learn(&mut state, crate::app::news::News::Sized(40, 10));
    let effects = play(&mut state, "q");
    assert!(matches!(&effects[..], [Effect::Save(..), Effect::Quit]), "{effects:?}");
    assert!(state.network.notes.iter().any(|note| note.text == "met at the port"));
}

#[test]
fn an_import_that_cannot_be_kept_is_refused_before_the_export_is_read() {
    let mut state = state();
    state.book.read_only = Some("the disk is full".into());
    assert!(play(&mut state, ":import Basic.zip<enter>").is_empty());
    assert_eq!(said(&state), "this book can only be read: the disk is full");
}

#[test]
fn the_beginning_of_a_command_runs_it_where_nothing_else_begins_so() {
    let mut state = state();
    play(&mut state, "3:arch<enter>");
    assert_eq!(said(&state), "Ana Ruiz archived");
    // A person may be meant, or a finger slipped.
    play(&mut state, "nArchie Mole<enter>");
    let before = state.network.clone();
    for typed in ["arch", "ar", "w"] {
        play(&mut state, &format!(":{typed}<enter><esc><esc>"));
        assert_eq!(state.network, before, "{typed}");
    }
    play(&mut state, ":notes<enter>");
    assert_eq!(said(&state), "no command and nobody called notes (did you mean note?): ? lists the commands");
}

#[test]
fn a_no_is_answered_and_changes_nothing() {
    let mut state = state();
    assert_eq!(play(&mut state, "3bn"), []);
    assert_eq!(said(&state), "nothing was done");
    assert_eq!(state.network, network());
}

#[test]
fn from_the_made_up_people_there_is_a_way_back_to_ones_own_book() {
    let mut state = state();
    assert_eq!(play(&mut state, ":own<enter>"), []);
    assert_eq!(said(&state), "this is your own book already");
    state.book.kind = BookKind::Demo;
    assert_eq!(play(&mut state, ":own<enter>"), [Effect::Switch(BookKind::Own)]);
}

#[test]
fn where_an_export_is_asked_for_only_what_can_be_one_is_offered() {
    let mut state = state();
    play(&mut state, ":import<enter>my<tab>");
    let paths = ["my_export.truth.json", "my_export.ZIP"].map(str::to_owned);
    learn(&mut state, News::Paths(paths.into()));
    let Some(Overlay::Ask(ask)) = state.overlays.last() else { panic!("it is still asked") };
    assert_eq!(ask.editor.text(), "my_export.ZIP");
    play(&mut state, "<esc>:import my<tab>");
    learn(&mut state, News::Paths(["my.db", "my.csv"].map(str::to_owned).into()));
    let Some(Overlay::Palette(palette)) = state.overlays.last() else { panic!("the command line") };
    assert_eq!(palette.editor.text(), "import my.csv");
}
