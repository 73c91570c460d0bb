//! Labelled messages, and their words in another order.

use inroads::exchange::scores::AskedRecipient;
use inroads::insight::quality::Recipient;
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    id: String,
    lang: String,
    label: String,
    #[serde(default)]
    hard: bool,
    text: String,
    recipient: Option<AskedRecipient>,
    #[serde(default)]
    why: String,
}

/// A message with what an honest reader would say of it.
pub struct Message {
    pub id: String,
    pub lang: String,
    pub good: bool,
    /// Whether it misleads a rule that looks for key words.
    pub hard: bool,
    pub text: String,
    pub recipient: Option<Recipient>,
    /// Why they would say it.
    pub why: String,
}

/// The messages of a file.
pub fn read(file: &str) -> Result<Vec<Message>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("could not read {file}: {error}"))?;
    text.lines().filter(|line| !line.is_empty()).map(|line| message(file, line)).collect()
}

fn message(file: &str, line: &str) -> Result<Message, String> {
    let mut line: Line = serde_json::from_str(line)
        .map_err(|error| format!("{file}: no labelled message: {error}: {line}"))?;
    let known = Option::unwrap_or_default;
    let recipient = line.recipient.take().map(|asked| Recipient {
        first_name: known(asked.first_name),
        last_name: known(asked.last_name),
        company: known(asked.company),
        role: known(asked.role),
        known: Vec::new(),
    });
    let good = line.label == "good";
    let Line { id, lang, hard, text, why, .. } = line;
    Ok(Message { id, lang, good, hard, text, recipient, why })
}

/// The same words in another order, the same for the same seed.
pub fn shuffle(text: &str, seed: u64) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ text.len() as u64 ^ 0x5851_f42d;
    for at in (1..words.len()).rev() {
        // xorshift64*, enough to put words in another order.
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        let drawn = state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        words.swap(at, (drawn % (at as u64 + 1)) as usize);
    }
    words.join(" ")
}
