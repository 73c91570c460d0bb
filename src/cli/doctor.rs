//! `doctor`: how the book is, in words. Only permissions are mended, and only on consent.

use std::io::IsTerminal;
use std::process::ExitCode;

use super::context::{Context, Form};
use super::input::{self, Answer};
use super::problem::Problem;
use super::shapes;
use crate::exchange::answers::Examined;
use crate::runtime::paths;
use crate::store::{self, Check, Finding, Health};

/// Look at the health of the book.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("doctor"))]
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
    let mut findings = if context.no_book_yet() {
        let text = "there is no book yet: the first change makes it".to_owned();
        vec![Finding { check: Check::Reading, health: Health::Well, text }]
    } else {
        store::check(&context.paths.book)
    };
    let open: Vec<Finding> = paths::open_to_others(&context.paths)
        .into_iter()
        .map(|path| format!("others on this machine may open {}", path.display()))
        .map(|text| Finding { check: Check::Permissions, health: Health::Mind, text })
        .collect();
    // That only the user can open the book's files would sound like all of them.
    if !open.is_empty() {
        findings.retain(|found| found.check != Check::Permissions || found.health != Health::Well);
    }
    findings.extend(open);
    findings
}

fn mend(context: &Context) -> Result<(), Problem> {
    if !context.no_book_yet() {
        store::mend_permissions(&context.paths.book)?;
    }
    for path in paths::open_to_others(&context.paths) {
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
