//! The book as files: export, backup, restore, doctor, and who may read them.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::home::{Home, finish, keys, mode};

#[test]
fn an_export_is_the_same_bytes_for_the_same_data_and_private() {
    let home = Home::with_two();
    let printed = home.ok(&["export"]);
    assert_eq!(
        keys(&printed),
        [
            "format",
            "exported_at",
            "as_of",
            "contacts",
            "requests",
            "notes",
            "touches",
            "signs",
            "facts",
            "imports",
            "templates",
            "rules",
            "decisions",
            "drafts",
            "profile",
            "muted"
        ]
    );
    assert_eq!(home.ok(&["export", "--json"]), printed);
    assert_eq!(home.ok(&["export", "mine.json"]), "your own copy is in mine.json; it is for you alone\n");
    assert_eq!(std::fs::read_to_string(home.path("mine.json")).unwrap(), printed);
    assert_eq!(mode(&home.path("mine.json")), 0o600);
    assert!(home.no(1, &["export", "mine.json"]).contains("--force"));
    home.ok(&["add", "Mei Lin"]);
    home.ok(&["export", "mine.json", "--force"]);
    assert_ne!(std::fs::read_to_string(home.path("mine.json")).unwrap(), printed);
    assert!(home.no(3, &["export", "no/such/folder.json"]).contains("could not write"));
}

#[test]
fn a_backup_is_restored_and_what_it_replaces_is_kept() {
    let home = Home::with_two();
    assert_eq!(home.ok(&["backup", "b.db"]), "backup written to b.db\n");
    assert_eq!(mode(&home.path("b.db")), 0o600);
    assert!(home.no(1, &["backup", "b.db"]).contains("--force"));
    assert!(home.no(1, &["backup", "book.db", "--force"]).contains("same file"));
    assert!(home.no(3, &["backup", "no/such/b.db"]).contains("no/such is not there, make the folder first"));
    let by_day = home.path("book.db-backups/inroads-2026-11-22.db");
    assert_eq!(home.json(&["backup"])[0], json!({"path": by_day, "kept": null}));
    assert!(home.ok(&["backup"]).ends_with("inroads-2026-11-22-2.db\n"));

    home.ok(&["add", "Mei Lin"]);
    assert!(home.no(1, &["restore", "b.db"]).contains("--force"));
    assert_eq!(home.json(&["list"]).len(), 3);
    let restored = &home.json(&["restore", "b.db", "--force"])[0];
    assert_eq!(home.json(&["list"]).len(), 2);
    home.ok(&["restore", restored["kept"].as_str().unwrap(), "--force"]);
    assert_eq!(home.json(&["list"]).len(), 3);
}

#[test]
fn what_is_to_be_written_is_looked_at_first_and_named_as_it_was_given() {
    let home = Home::with_two();
    home.write("folder/x.txt", "x");
    home.write("mine.json", "mine");
    // What is written takes the place of a link, not of what it leads to: `/dev/stdout` is one.
    std::os::unix::fs::symlink("mine.json", home.path("link")).unwrap();
    std::os::unix::fs::symlink("nowhere", home.path("loose")).unwrap();
    let before = (std::fs::read(home.book()).unwrap(), std::fs::read_dir(home.path("")).unwrap().count());
    for (file, code, said) in [
        ("folder", 3, "could not write folder: it is a folder, name a file in it\n"),
        ("folder/", 3, "could not write folder/: it is a folder, name a file in it\n"),
        ("nope/", 3, "could not write nope/: it is a folder, name a file in it\n"),
        (".", 3, "could not write .: it is a folder, name a file in it\n"),
        ("/dev/null", 3, "could not write /dev/null: it is no ordinary file, name one that is\n"),
        (
            "nope/x",
            3,
            "could not write nope/x: nope is not there, make the folder first or name another file\n",
        ),
        (
            "mine.json/x",
            3,
            "could not write mine.json/x: mine.json is no folder, make the folder first or name another file\n",
        ),
        ("link", 3, "could not write link: it is a link, name the file that it leads to\n"),
        ("loose", 3, "could not write loose: it is a link, name the file that it leads to\n"),
        ("book.db", 1, "book.db is the same file as the book itself: name another one\n"),
        ("./folder/../book.db", 1, "book.db is the same file as the book itself: name another one\n"),
    ] {
        for command in ["export", "backup"] {
            for force in [&[][..], &["--force"]] {
                let told = home.no(code, &[&[command, file], force].concat());
                assert!(told.ends_with(said) && told.lines().count() == 1, "{command} {file}: {told}");
            }
        }
    }
    for command in ["export", "backup"] {
        let told = home.no(1, &[command, "mine.json"]);
        assert_eq!(told, "inroads: mine.json is there already: choose another name, or use --force\n");
    }
    let after = (std::fs::read(home.book()).unwrap(), std::fs::read_dir(home.path("")).unwrap().count());
    assert!(before == after, "nothing was written");
    assert!(home.path("link").is_symlink() && home.path("loose").is_symlink());
    assert_eq!(home.ok(&["export", "-"]), home.ok(&["export"]));
    assert!(home.no(2, &["backup", "-"]).contains("a file of its own"));
    assert!(!home.path("-").exists());
}

#[test]
fn a_backup_that_is_none_is_not_restored() {
    let home = Home::with_two();
    let before = std::fs::read(home.book()).unwrap();
    home.write("garbage.db", vec![7; 8192]);
    home.write("other.db", "");
    home.ok(&["export", "mine.json"]);
    for file in ["nowhere.db", "garbage.db", "other.db", "mine.json"] {
        let said = home.no(3, &["restore", file, "--force"]);
        assert!(!said.contains("`inroads restore"), "{said}");
        assert_eq!(home.no(3, &["restore", file]), said, "nobody is asked about what cannot be");
    }
    assert!(home.no(3, &["restore", "mine.json"]).contains("it is no backup of inroads"));
    assert!(home.no(1, &["restore", "book.db", "--force"]).contains("same file"));
    assert_eq!(std::fs::read(home.book()).unwrap(), before);
}

#[test]
fn the_doctor_says_how_the_book_is() {
    let home = Home::with_two();
    let said = home.ok(&["doctor"]);
    assert!(said.contains("well    integrity    every page is sound\n"), "{said}");
    let checks = home.json(&["doctor"]);
    let names: Vec<&str> = checks.iter().map(|line| line["check"].as_str().unwrap()).collect();
    assert_eq!(names, ["reading", "references", "journal", "integrity", "permissions", "room"]);
    assert!(checks.iter().all(|line| line["health"] == "well"));
}

#[test]
fn permissions_are_reported_and_mended_only_when_asked() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::with_two();
    let wide = |mode| {
        std::fs::set_permissions(home.book(), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    wide(0o644);
    let run = home.run(&["list"]);
    assert!(run.code == 0 && run.err.contains("(permissions 644)"), "{}", run.err);
    let run = home.run(&["doctor"]);
    assert!(run.out.contains("mind    permissions"), "{}", run.out);
    assert_eq!((run.code, mode(&home.book())), (0, 0o644));
    home.ok(&["doctor", "--fix"]);
    assert_eq!(mode(&home.book()), 0o600);
}

#[test]
fn our_own_folders_are_made_for_the_owner_alone() {
    let home = Home::new();
    for args in [&["add", "Ana Ruiz"][..], &["backup"], &["config", "--init"]] {
        assert_eq!(finish(home.bare(args)).code, 0);
    }
    let data = home.path(".local/share/inroads");
    for folder in [data.clone(), data.join("backups"), home.path(".config/inroads")] {
        assert_eq!(mode(&folder), 0o700, "{}", folder.display());
    }
    for file in [
        data.join("inroads.db"),
        data.join("backups/inroads-2026-11-22.db"),
        home.path(".config/inroads/config.toml"),
    ] {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    std::fs::set_permissions(&data, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let run = finish(home.bare(&["doctor"]));
    assert!(run.out.contains("others on this machine may open"), "{}", run.out);
    assert_eq!(finish(home.bare(&["doctor", "--fix"])).code, 0);
    assert_eq!(mode(&data), 0o700);
}

/// Opens a file or folder to everybody.
fn widen(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = if path.is_dir() { 0o755 } else { 0o644 };
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Each of these alone is found and left, then mended where that is asked for.
fn each_is_found_and_mended(home: &Home, book: &[&str], each: &[PathBuf]) {
    let doctor = |more: &[&str]| finish(home.bare(&[&["doctor"], more, book].concat()));
    assert!(doctor(&[]).out.contains("well    permissions"), "{}", doctor(&[]).out);
    for path in each {
        let before = mode(path);
        widen(path);
        let said = doctor(&[]).out;
        let line = format!("mind    permissions  others on this machine may open {}\n", path.display());
        assert!(said.contains(&line) && !said.contains("well    permissions"), "{said}");
        assert_ne!(mode(path), before);
        assert_eq!(doctor(&["--fix"]).code, 0);
        assert_eq!(mode(path), before, "{}", path.display());
        assert!(doctor(&[]).out.contains("well    permissions"));
    }
}

#[test]
fn every_file_and_folder_of_ours_is_looked_at() {
    let home = Home::new();
    for args in [
        &["add", "Ana Ruiz"][..],
        &["backup"],
        &["config", "--init"],
        &["demo", "--keys", "", "--write"],
        &["backup"],
    ] {
        assert_eq!(finish(home.bare(args)).code, 0, "{args:?}");
    }
    let (data, config) = (home.path(".local/share/inroads"), home.path(".config/inroads"));
    let each = [
        data.clone(),
        data.join("inroads.db"),
        data.join("demo.db"),
        data.join("backups"),
        data.join("backups/inroads-2026-11-22.db"),
        data.join("backups/inroads-2026-11-22-2.db"),
        config.clone(),
        config.join("config.toml"),
    ];
    each_is_found_and_mended(&home, &[], &each);
}

#[test]
fn the_copies_beside_a_book_elsewhere_are_looked_at_too() {
    let home = Home::with_two();
    home.ok(&["backup"]);
    let copies = home.path("book.db-backups");
    let each = [home.book(), copies.clone(), copies.join("inroads-2026-11-22.db")];
    each_is_found_and_mended(&home, &["--db", home.book().to_str().unwrap()], &each);
}

#[test]
fn what_a_link_leads_to_is_not_ours_to_close() {
    let home = Home::with_two();
    home.ok(&["backup"]);
    let outside = home.write("outside.txt", "x");
    widen(&outside);
    std::os::unix::fs::symlink(&outside, home.path("book.db-backups/link.db")).unwrap();
    assert!(home.ok(&["doctor", "--fix"]).contains("well    permissions"));
    assert_eq!(mode(&outside), 0o644);
}

#[test]
fn what_somebody_else_keeps_in_a_folder_of_copies_is_not_ours_to_close() {
    let home = Home::new();
    let (shared, documents) = (home.path("shared"), home.path("documents"));
    let folders = format!("[folders]\ndata = {documents:?}\nbackups = {shared:?}\n");
    home.write(".config/inroads/config.toml", folders);
    let others = [home.write("shared/plan.txt", "x"), home.write("documents/letters.db", "x")];
    for args in [&["add", "Ana Ruiz"][..], &["backup"]] {
        assert_eq!(finish(home.bare(args)).code, 0, "{args:?}");
    }
    let backup = home.path("shared/inroads-2026-11-22.db");
    let left: Vec<&PathBuf> = others.iter().chain([&shared, &documents]).collect();
    left.iter().copied().chain([&backup]).for_each(|path| widen(path));
    let before: Vec<u32> = left.iter().map(|path| mode(path)).collect();
    let run = finish(home.bare(&["doctor", "--fix"]));
    assert!(run.code == 0 && run.out.contains("well    permissions"), "{} {}", run.out, run.err);
    assert_eq!(left.iter().map(|path| mode(path)).collect::<Vec<_>>(), before);
    assert_eq!(mode(&backup), 0o600);
}

#[test]
fn the_folder_of_a_book_elsewhere_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::with_two();
    std::fs::set_permissions(home.path(""), std::fs::Permissions::from_mode(0o755)).unwrap();
    home.ok(&["doctor", "--fix"]);
    assert_eq!(mode(&home.path("")), 0o755);
}

#[test]
fn the_demo_is_removed_whole() {
    let home = Home::new();
    assert_eq!(finish(home.bare(&["demo", "--keys", "", "--write"])).code, 0);
    let data = home.path(".local/share/inroads");
    assert!(data.join("demo.db").exists());
    let run = finish(home.bare(&["demo", "--remove"]));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(std::fs::read_dir(&data).unwrap().count(), 0);
    assert_eq!(finish(home.bare(&["demo", "--remove"])).code, 0, "nothing to remove is well");
}

#[test]
fn completions_are_printed_for_each_shell_without_a_home() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let home = Home::new();
        let mut command = home.bare(&["completions", shell]);
        command.env_clear();
        let run = finish(command);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.contains("inroads") && run.out.contains("restore"));
    }
    Home::new().no(2, &["completions", "dos"]);
}
