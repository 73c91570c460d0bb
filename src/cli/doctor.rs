//! `doctor`: how the book is, in words. Only permissions are mended, and only on consent.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use super::context::{Context, Form};
use super::input::{self, Answer};
use super::problem::Problem;
use crate::exchange::answers::Examined;
use crate::runtime::paths;
use crate::store::{self, Check, Finding, Health};

/// Look at the health of the book.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Take the permissions of your files from everybody else
    #[arg(long)]
    fix: bool,
}

/// Examines the book; 4 where something is lost.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode, Problem> {
    let mut findings = look(context);
    let wide = |findings: &[Finding]| {
        findings.iter().any(|found| found.check == Check::Permissions && found.health != Health::Well)
    };
    let consents = || {
        let asked = context.form == Form::Text && std::io::stdout().is_terminal();
        let question = "Others on this machine may open your files. Close them to others?";
        asked && input::ask(question) == Answer::Yes
    };
    if wide(&findings) && (args.fix || consents()) {
        mend(context)?;
        findings = look(context);
    }
    let mut paper = context.paper();
    let path = context.paths.book.display();
    if context.form == Form::Text {
        let backup = store::newest_backup(&context.paths.copies);
        let backup = backup.map_or_else(|| "none yet".to_owned(), |backup| backup.display().to_string());
        paper.line(&format!("book:    {path}"))?;
        paper.line(&format!("backups: {backup}"))?;
    }
    for Finding { check, health, text } in &findings {
        let (check, health) = (check_word(*check), health_word(*health));
        match context.form {
            Form::Json => paper.json(&Examined { check, health, text })?,
            Form::Text => paper.line(&format!("{health:<6}  {check:<11}  {text}"))?,
        }
    }
    if wide(&findings) && context.form == Form::Text {
        paper.line("`inroads doctor --fix` closes the files to others")?;
    }
    paper.finish()?;
    let broken = findings.iter().any(|found| found.health == Health::Broken);
    Ok(if broken { ExitCode::from(4) } else { ExitCode::SUCCESS })
}

fn look(context: &Context) -> Vec<Finding> {
    let finding = |check, health, text: String| Finding { check, health, text };
    if context.no_book_yet() {
        let text = "there is no book yet: the first change makes it".to_owned();
        return vec![finding(Check::Reading, Health::Well, text)];
    }
    let mut findings = store::check(&context.paths.book);
    findings.extend(open_folders(context).into_iter().map(|folder| {
        let text = format!("others on this machine may open {}", folder.display());
        finding(Check::Permissions, Health::Mind, text)
    }));
    findings
}

/// Our own folders and files that others may open; the folder of a book that lies elsewhere is not ours.
fn open_folders(context: &Context) -> Vec<PathBuf> {
    let paths = &context.paths;
    if !paths.book.starts_with(&paths.data) || paths.data.as_os_str().is_empty() {
        return Vec::new();
    }
    paths::open_to_others(&[&paths.data, &paths.copies, &paths.config])
}

fn mend(context: &Context) -> Result<(), Problem> {
    store::mend_permissions(&context.paths.book)?;
    for path in open_folders(context) {
        paths::close_to_others(&path).map_err(|error| {
            Problem::File(format!("could not close {} to others: {error}", path.display()))
        })?;
    }
    Ok(())
}

fn check_word(check: Check) -> &'static str {
    match check {
        Check::Reading => "reading",
        Check::Integrity => "integrity",
        Check::References => "references",
        Check::Journal => "journal",
        Check::Permissions => "permissions",
        Check::Room => "room",
    }
}

fn health_word(health: Health) -> &'static str {
    match health {
        Health::Well => "well",
        Health::Mind => "mind",
        Health::Broken => "broken",
    }
}
