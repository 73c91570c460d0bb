//! The user's own templates: `NAME.md` or `LANG/NAME.md` in a folder of theirs. Nothing is written there.

use std::fs;
use std::io;
use std::path::Path;

use crate::app::compose::template::{LANGUAGES, Template};

/// A template is a message: a longer file is none.
const LONGEST: u64 = 8 * 1024;
/// So many are offered of each folder: a menu is no library.
const MOST: usize = 100;

/// Reads them, by name; and says which could not be read. A folder that is not there has none.
pub fn read(folder: &Path) -> (Vec<Template>, Vec<String>) {
    let (mut templates, mut remarks) = (Vec::new(), Vec::new());
    let langs = LANGUAGES.iter().map(|(_, lang, _)| *lang);
    for lang in std::iter::once("").chain(langs) {
        let folder = if lang.is_empty() { folder.to_owned() } else { folder.join(lang) };
        if let Err(error) = read_from(&folder, lang, &mut templates, &mut remarks)
            && error.kind() != io::ErrorKind::NotFound
        {
            remarks.push(format!("could not read the templates in {}: {error}", folder.display()));
        }
    }
    templates.sort_by_key(Template::key);
    (templates, remarks)
}

fn read_from(
    folder: &Path,
    lang: &str,
    templates: &mut Vec<Template>,
    remarks: &mut Vec<String>,
) -> io::Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "md") {
            paths.push(path);
        }
    }
    paths.sort();
    if paths.len() > MOST {
        remarks.push(format!("of the templates in {} the first {MOST} are offered", folder.display()));
    }
    for path in paths.into_iter().take(MOST) {
        let Some(name) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        match text(&path) {
            Ok(text) => templates.push(Template { name: name.to_owned(), lang: lang.to_owned(), text }),
            Err(why) => remarks.push(format!("could not read the template {}: {why}", path.display())),
        }
    }
    Ok(())
}

fn text(path: &Path) -> Result<String, String> {
    let file = fs::metadata(path).map_err(|error| error.to_string())?;
    if !file.is_file() {
        return Err("it is no file".to_owned());
    }
    if file.len() > LONGEST {
        return Err(format!("it is longer than {} KiB", LONGEST / 1024));
    }
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let text = text.replace("\r\n", "\n");
    if text.trim().is_empty() { Err("it is empty".to_owned()) } else { Ok(text.trim().to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_read_by_name_and_what_is_none_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        };
        write("meetup.md", "Hi {first_name},\r\n{?what}\r\n");
        write("de/treffen.md", "Hallo {first_name}, {?was}");
        write("notes.txt", "not one");
        write("empty.md", "  ");
        write("long.md", &"x".repeat(9_000));
        let (templates, remarks) = read(folder.path());
        let keys: Vec<String> = templates.iter().map(Template::key).collect();
        assert_eq!(keys, ["de/treffen", "meetup"]);
        assert_eq!(templates[1].text, "Hi {first_name},\n{?what}", "as the message will have it");
        assert_eq!(remarks.len(), 2, "{remarks:?}");
        assert!(remarks.iter().any(|remark| remark.ends_with("empty.md: it is empty")), "{remarks:?}");
        assert_eq!(read(&folder.path().join("none")), (Vec::new(), Vec::new()));
    }
}
