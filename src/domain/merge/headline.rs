//! An import in one line: for the status line, the history and the undo.

use super::report::Report;

impl Report {
    /// `export of 20 Nov: 12 new, 3 accepted, 1 no longer listed`, with what is not nothing.
    pub fn headline(&self) -> String {
        let day =
            self.background.today.map_or_else(|| self.as_of.to_string(), |today| self.as_of.short(today));
        let parts = [
            (self.contacts.new, "new"),
            (self.requests.accepted_since, "accepted"),
            (self.requests.no_longer_listed, "no longer listed"),
            (self.contacts.updated, "updated"),
            (self.to_decide.len(), "to decide"),
        ];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        if parts.is_empty() {
            format!("export of {day}")
        } else {
            format!("export of {day}: {}", parts.join(", "))
        }
    }
}
