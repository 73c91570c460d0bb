//! What every screen promises, whatever is shown on it.

use crate::stage::{SIZES, Session, With};

const SCREENS: [&str; 12] = ["1", "1jjjjjjjjjj", "2", "2]", "2]]", "3", "3fw", "3fk", "6", "2o", "2S", "3l"];

#[test]
fn s15_age_sign_always_shows_its_caveat() {
    for size in SIZES {
        for keys in SCREENS {
            let mut session = Session::new(With::Demo);
            let text = session.size(size).play(keys).text();
            let stage = ["! ", "~ ", "· ", "+ ", "stale", "quiet"].iter().any(|sign| text.contains(sign));
            let caveat = text.contains("silence is not a no");
            if !keys.starts_with('6') {
                assert!(stage, "a stage can be seen after {keys} at {size:?}:\n{text}");
                assert!(caveat, "no caveat after {keys} at {size:?}:\n{text}");
            }
        }
    }
}

#[test]
fn s10_s12_no_screen_says_rejected_or_blames() {
    let words =
        ["rejected", "refused", "ignored you", "ghosted", "failed", "loser", "Rejected", "Refused", "Failed"];
    for keys in SCREENS.iter().chain(&["?", ":", "n", "2n", "L", "3e", "3s", "2s", "i"]) {
        let mut session = Session::new(With::Demo);
        session.size((200, 50)).play(keys);
        // Down every row, since the detail pane shows another one each time.
        for _ in 0..60 {
            let text = session.text();
            for word in words {
                assert!(!text.contains(word), "{word} after {keys}:\n{text}");
            }
            session.stage.press(&inroads::app::key::parse_script("<down>").unwrap());
        }
    }
}

#[test]
fn nothing_from_a_file_reaches_the_screen_raw() {
    for size in SIZES {
        for keys in SCREENS.iter().chain(&[":evil", "3M", "3y", "3b", "3m", "3e", "2w"]) {
            let mut session = Session::new(With::Hostile);
            let picture = session.size(size).play(keys).picture();
            for cell in &picture.content {
                let raw = cell.symbol().chars().any(|c| {
                    c.is_control()
                        || ('\u{202a}'..='\u{202e}').contains(&c)
                        || ('\u{2066}'..='\u{2069}').contains(&c)
                });
                assert!(!raw, "{:?} after {keys} at {size:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn s90_no_main_screen_counts_all_connections() {
    let mut session = Session::new(With::Demo);
    let people = session.stage.state.network.contacts.len();
    let connected = session.stage.state.network.contacts.iter().filter(|c| c.connected()).count();
    for keys in ["1", "2", "3", "6"] {
        let text = session.size((200, 50)).play(keys).text();
        let lines: Vec<&str> = text.lines().collect();
        // Where counts stand: tabs, top and bottom borders, the status line.
        for line in [lines[0], lines[1], lines[lines.len() - 3], lines[lines.len() - 2]] {
            let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).collect();
            for count in [people, connected] {
                assert!(!words.contains(&count.to_string().as_str()), "{count} after {keys}: {line}");
            }
        }
        assert!(!text.contains("connections"), "connections after {keys}:\n{text}");
    }
}
