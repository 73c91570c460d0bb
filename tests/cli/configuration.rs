//! The configuration: written when asked, read, and named with its line where it is not understood.

use serde_json::json;

use crate::home::{Home, finish};

fn with_config(text: &str) -> Home {
    let home = Home::with_two();
    home.write(".config/inroads/config.toml", text);
    home
}

#[test]
fn the_default_is_written_once_and_changes_nothing() {
    let home = Home::new();
    let before = home.json(&["config"]).remove(0);
    assert_eq!((&before["exists"], &before["theme"]), (&json!(false), &json!("terminal")));
    home.ok(&["config", "--init"]);
    let path = home.path(".config/inroads/config.toml");
    let written = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written, include_str!("../../assets/config.toml"));
    let after = home.json(&["config"]).remove(0);
    assert_eq!((&after["exists"], &after["keys"]), (&json!(true), &json!({})));
    assert!(home.no(1, &["config", "--init"]).contains("is there already"));
    assert_eq!(std::fs::read_to_string(path).unwrap(), written);
}

#[test]
fn one_that_is_named_is_written_there_and_its_folder_is_not_made() {
    let home = Home::new();
    let made = home.json(&["config", "--init", "--config", "mine.toml"]).remove(0);
    assert_eq!((&made["path"], &made["exists"]), (&json!("mine.toml"), &json!(true)));
    assert_eq!(
        std::fs::read_to_string(home.path("mine.toml")).unwrap(),
        include_str!("../../assets/config.toml")
    );
    assert!(home.no(1, &["config", "--init", "--config", "mine.toml"]).contains("is there already"));
    assert!(
        home.no(3, &["config", "--init", "--config", "no/mine.toml"])
            .contains("could not write no/mine.toml")
    );
    assert!(!home.path("no").exists() && !home.path(".config").exists());
}

#[test]
fn settings_are_taken_over() {
    let home = Home::new();
    let data = home.path("elsewhere");
    let text = format!(
        "theme = \"none\"\nglyphs = \"ascii\"\neditor = \"ed -s\"\n[folders]\ndata = {data:?}\nbackups = \"~/b\"\n\
         [keys]\narchive = [\"<c-x>\", \"A\"]\n"
    );
    home.write(".config/inroads/config.toml", text);
    let run = finish(home.bare(&["config", "--json"]));
    let settings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(settings["editor"], "ed -s");
    assert_eq!(settings["book"], json!(data.join("inroads.db")));
    assert_eq!(
        settings["folders"],
        json!({"data": data, "backups": home.path("b"), "templates": data.join("templates")})
    );
    assert_eq!(settings["keys"], json!({"archive": ["Ctrl-x", "A"]}));
    assert_eq!(finish(home.bare(&["add", "Ana Ruiz"])).code, 0);
    assert!(data.join("inroads.db").exists());
    assert_eq!(finish(home.bare(&["backup"])).code, 0);
    assert!(home.path("b/inroads-2026-11-22.db").exists());
    let screen = finish(home.bare(&["--keys", ""])).out;
    assert!(screen.is_ascii(), "{screen}");
}

#[test]
fn each_setting_says_where_it_comes_from() {
    let home = Home::new();
    let origins = |more: &[&str], variables: &[(&str, &str)]| {
        let mut command = home.bare(&[&["config", "--json"], more].concat());
        command.envs(variables.iter().copied());
        serde_json::from_str::<serde_json::Value>(&finish(command).out).unwrap()
    };
    let own = origins(&[], &[]);
    assert_eq!(
        own["origins"],
        json!({
            "path": "default", "theme": "default", "glyphs": "environment LANG", "editor": "default",
            "data": "default", "backups": "default", "book": "default",
            "templates": "default"
        })
    );
    let xdg = home.path("xdg");
    let dressed = origins(
        &["--db", "x.db"],
        &[("NO_COLOR", "1"), ("LC_ALL", "C"), ("EDITOR", "ed"), ("XDG_CONFIG_HOME", xdg.to_str().unwrap())],
    );
    assert_eq!((&dressed["theme"], &dressed["glyphs"]), (&json!("none"), &json!("ascii")));
    assert_eq!(
        dressed["origins"],
        json!({
            "path": "environment XDG_CONFIG_HOME", "theme": "environment NO_COLOR",
            "glyphs": "environment LC_ALL", "editor": "environment EDITOR",
            "data": "default", "backups": "option --db", "book": "option --db",
            "templates": "default"
        })
    );
    home.write(
        ".config/inroads/config.toml",
        "theme = \"terminal\"\nglyphs = \"unicode\"\n[keys]\nundo = [\"Z\"]\n",
    );
    assert_eq!(origins(&[], &[])["origins"]["theme"], "file");
    let plain = origins(&["--plain"], &[("NO_COLOR", "1")]);
    assert_eq!((&plain["glyphs"], &plain["origins"]["glyphs"]), (&json!("ascii"), &json!("option --plain")));
    let text = finish(home.bare(&["config"])).out;
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
    for row in [["theme", "file", "terminal"], ["keys.undo", "file", "Z"]] {
        assert!(rows.contains(&row.to_vec()), "{text}");
    }
}

#[test]
fn what_is_not_understood_is_named_with_file_line_and_what_may_be_meant() {
    for (text, line, word) in [
        ("\nthemes = \"none\"\n", 2, "did you mean \"theme\"?"),
        ("[folders]\ndata = \"relative\"\n", 2, "a whole path"),
        ("[keys]\narchiv = [\"d\"]\n", 2, "did you mean \"archive\"?"),
        ("[keys]\nnext = [\"<hyper>\"]\n", 2, "is not one key"),
        ("theme = \n", 1, "line 1"),
    ] {
        let home = with_config(text);
        let said = home.no(2, &["list"]);
        assert!(said.contains(&format!("config.toml, line {line}: ")) && said.contains(word), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn a_file_that_is_named_has_to_be_there() {
    let home = Home::with_two();
    assert!(home.no(3, &["list", "--config", "nowhere.toml"]).contains("nowhere.toml"));
    home.write("mine.toml", "editor = \"nano\"\n");
    assert_eq!(home.json(&["config", "--config", "mine.toml"])[0]["editor"], "nano");
}

#[test]
fn keys_of_ones_own_replace_and_a_clash_is_said_at_the_start() {
    let home = with_config("[keys]\narchive = [\"x\"]\ntouch = [\"o\"]\n");
    let start = home.ok(&["--keys", "", "--size", "160x24"]);
    assert!(start.contains("the key o is now touch, no longer outcome"), "{start}");
    assert!(
        home.ok(&["config"])
            .contains("the key o is now touch, no longer outcome (in Today, Pending, Contacts)")
    );
    home.ok(&["--keys", "3d", "--write"]);
    assert_eq!(home.json(&["list", "is:archived"]).len(), 0, "d no longer archives");
    home.ok(&["--keys", "3x", "--write"]);
    assert_eq!(home.json(&["list", "is:archived"]).len(), 1);
    let help = home.ok(&["--keys", "3?archive", "--size", "80x24"]);
    let row = help.lines().find(|line| line.contains("archive, or bring back"));
    assert!(row.is_some_and(|row| row.split_whitespace().any(|word| word == "x")), "{help}");
}
