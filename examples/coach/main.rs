//! What the coach reaches on labelled messages, and what it learns from them.
//!
//! ```sh
//! cargo run --release --example coach -- assets/coach/training/*.jsonl        # what it reaches
//! cargo run --release --example coach -- learn assets/coach/training/*.jsonl  # learns its weights anew
//! ```
//!
//! The first prints for each file the area under the ROC curve, over all, on the hard ones and among those of similar
//! length, the share that is right at the line of 60, and how many good ones stay there when their words are shuffled;
//! with `-v` each message that is on the wrong side of the line.
//!
//! The second prints the same with weights that were learned from all other files, so that no figure is of messages that
//! the weights know; then it learns from all and writes `wording.txt` and `order.txt` into the current folder, or into
//! `--to FOLDER`. With `--from FOLDER` the first takes its weights from there.
//!
//! A line of a file is `{"id", "lang", "label": "good" or "bad", "hard", "text", "recipient"}`.

mod learn;
mod measure;
mod messages;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use inroads::insight::quality::Coach;
use inroads::insight::quality::order::Order;
use inroads::insight::quality::wording::Wording;
use messages::Message;

/// What stands above the table of words.
const WORDING: &str = "\
# How much each word says that a message was written to one person (above 0) or is a mailing (below 0), in hundredths of a
# logit. Learned, not written: `cargo run --release --example coach -- learn --to assets/coach assets/coach/training/*.jsonl`
# Logistic regression on the messages in training; a word has to stand in two of them, and the 1,500 signs stay that move
# most. Endings are the last three letters of words of six and more, in any language.
";

/// What stands above the table of pairs.
const ORDER: &str = "\
# How much more often a part of speech follows another in a message than in the same words shuffled: ten times the
# logarithm. Learned, not written: `cargo run --release --example coach -- learn --to assets/coach assets/coach/training/*.jsonl`
# A line has the first part, what stands between (`then`: nothing), and each second part with its weight. `small-`: a
# sentence begins with it and with a small letter, although its writer uses capitals.
";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}

fn run(mut args: Vec<String>) -> Result<(), String> {
    let learns = args.first().is_some_and(|arg| arg == "learn");
    let verbose = args.iter().any(|arg| arg == "-v");
    let to = folder(&mut args, "--to")?.unwrap_or_default();
    let from = folder(&mut args, "--from")?;
    let files: Vec<String> = args.into_iter().skip(usize::from(learns)).filter(|arg| arg != "-v").collect();
    let sources: Vec<(String, Vec<Message>)> =
        files.iter().map(|file| Ok((file.clone(), messages::read(file)?))).collect::<Result<_, String>>()?;
    println!("{}", measure::HEAD);
    let mut all = Vec::new();
    if learns {
        for (at, (name, messages)) in sources.iter().enumerate() {
            let others = sources.iter().enumerate().filter(|(other, _)| *other != at);
            let (wording, order) = learn::from(others.flat_map(|(_, (_, messages))| messages));
            all.extend(measure::file(name, messages, &Coach::with(wording, order), verbose));
        }
        measure::all(&all);
        let (wording, order) = learn::from(sources.iter().flat_map(|(_, messages)| messages));
        write(&to.join("wording.txt"), WORDING, &wording.to_string())?;
        return write(&to.join("order.txt"), ORDER, &order.to_string());
    }
    let coach = match from {
        None => Coach::new(),
        Some(from) => Coach::with(
            Wording::read(&read(&from.join("wording.txt"))?)?,
            Order::read(&read(&from.join("order.txt"))?)?,
        ),
    };
    for (name, messages) in &sources {
        all.extend(measure::file(name, messages, &coach, verbose));
    }
    measure::all(&all);
    Ok(())
}

// Takes a flag and its folder out of the arguments.
fn folder(args: &mut Vec<String>, flag: &str) -> Result<Option<PathBuf>, String> {
    let Some(at) = args.iter().position(|arg| arg == flag) else { return Ok(None) };
    args.remove(at);
    if at < args.len() { Ok(Some(args.remove(at).into())) } else { Err(format!("{flag} needs a folder")) }
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("could not read {}: {error}", path.display()))
}

fn write(path: &Path, head: &str, table: &str) -> Result<(), String> {
    std::fs::write(path, format!("{head}\n{table}"))
        .map_err(|error| format!("could not write {}: {error}", path.display()))
}
