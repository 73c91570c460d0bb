//! Every key is read, and every slip is named with its line.

use super::*;
use crate::app::key::Code;

fn line_and_why(text: &str) -> (usize, String) {
    let mistake = read(text).expect_err("a mistake");
    (text[..mistake.span.start].matches('\n').count() + 1, mistake.why)
}

#[test]
fn every_key_is_read() {
    let text = "theme = 'none'\nglyphs = 'ascii'\neditor = 'code --wait'\n[folders]\ndata = '/d'\nbackups = '/b'\n\
                [keys]\nnext = ['j', '<c-n>']\nquit = []\n";
    let config = read(text).expect("a configuration");
    assert_eq!((config.theme, config.glyphs), (Some(Palette::None), Some(Characters::Ascii)));
    assert_eq!(config.editor.as_deref(), Some("code --wait"));
    assert_eq!(config.data.as_deref(), Some(Path::new("/d")));
    assert_eq!(config.backups.as_deref(), Some(Path::new("/b")));
    let ctrl_n = Key { ctrl: true, ..Key::of(Code::Char('n')) };
    assert_eq!(config.keys["next"], [Key::of(Code::Char('j')), ctrl_n]);
    assert!(config.keys["quit"].is_empty());
}

#[test]
fn the_default_changes_nothing_and_each_of_its_lines_can_be_switched_on() {
    assert_eq!(read(DEFAULT).expect("a configuration"), Config::default());
    let on = |line: &str| line.strip_prefix("# ").filter(|rest| rest.contains(" = ")).map(str::to_owned);
    let text: String =
        DEFAULT.lines().map(|line| on(line).unwrap_or_else(|| line.to_owned()) + "\n").collect();
    let config = read(&text).expect("a configuration");
    assert_eq!((config.editor.as_deref(), config.keys.len()), (Some("vi"), 3));
    assert!(config.data.is_some() && config.backups.is_some());
}

#[test]
fn a_slip_is_named_with_its_line_and_what_may_be_meant() {
    for (text, line, word) in [
        ("\nthemes = 'none'", 2, "did you mean \"theme\"?"),
        ("theme = 'terminl'", 1, "did you mean \"terminal\"?"),
        ("theme = 3", 1, "a text in quotes"),
        ("[folders]\n\ndata = 'here'", 3, "a whole path"),
        ("[folders]\nbackup = '/b'", 2, "did you mean \"backups\"?"),
        ("[keys]\narchiv = ['d']", 2, "did you mean \"archive\"?"),
        ("[keys]\nnext = 'j'", 2, "a list"),
        ("[keys]\nnext = [\n'j',\n'jj']", 4, "\"jj\" is not one key"),
        ("editor = 'x'\neditor = 'y'", 2, "duplicate"),
        ("glyphs = ", 1, ""),
    ] {
        let (at, why) = line_and_why(text);
        assert_eq!(at, line, "{text}: {why}");
        assert!(why.contains(word), "{text}: {why}");
    }
}
