//! The documented shapes as the help shows them: the part of `assets/shapes.md` that is about a command.

const SHAPES: &str = include_str!("../../assets/shapes.md");

/// The sections that are named, without the marks of Markdown.
fn sections(names: &[&str]) -> String {
    let parts = SHAPES.split("\n## ").filter_map(|part| {
        let (heading, text) = part.split_once('\n')?;
        heading.split(' ').any(|word| names.contains(&word)).then(|| text.trim())
    });
    let text = parts.collect::<Vec<_>>().join("\n\n");
    let lines = text.lines().filter(|line| !line.starts_with("```"));
    lines.map(|line| line.replace('`', "")).collect::<Vec<_>>().join("\n")
}

/// What the help of a command says of its `--json`.
pub fn of(command: &str) -> String {
    let records = matches!(command, "export" | "list" | "show");
    let named: &[&str] = if records { &[command, "records"] } else { &[command] };
    format!("With --json:\n{}", sections(named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_has_its_own_section_and_the_records_that_it_names() {
        assert!(
            of("settle").starts_with("With --json:\n{\"batch\", \"what\", \"added\": []}\n"),
            "{}",
            of("settle")
        );
        assert!(of("list").contains("CONTACT, \"name\"") && of("list").contains("\nREQUEST {\"id\""));
        assert!(!of("status").contains("CONTACT") && !of("status").contains('`'));
    }
}
