//! Echo: how much a message is like those that were sent to others.
//!
//! Compared are the runs of five letters of the folded text, in which names, companies and numbers are masked, without
//! those of the template that a message was begun with. The share is Dice's: twice what two messages have in common, of
//! what they have together. What is left of two fillings of one template is what was written by hand.

use std::collections::BTreeSet;
use std::ops::Range;

use super::quality::text::{fold, split};

/// A message that was sent.
#[derive(Clone, Debug, Default)]
pub struct Sent<'a> {
    /// The message.
    pub text: &'a str,
    /// Names and companies in it that belong to its reader.
    pub names: Vec<&'a str>,
    /// The template that it was begun with, where that is known.
    pub template: Option<&'a str>,
}

/// The messages of before, ready to be compared with.
#[derive(Clone, Debug, Default)]
pub struct Echoes {
    // Each run with each message that has it, in the order of the runs.
    runs: Vec<(u32, u32)>,
    sizes: Vec<usize>,
    texts: Vec<String>,
}

/// The message that is most like the present one.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// Its place among those that were given.
    pub at: usize,
    /// How much alike they are, 0 to 1.
    pub share: f64,
    /// The words that only the present one has.
    pub only_here: Vec<Range<usize>>,
}

/// Fewer runs than this say nothing of a message.
const LEAST: usize = 16;

impl Echoes {
    /// Takes the messages apart.
    pub fn of<'a>(messages: impl IntoIterator<Item = Sent<'a>>) -> Self {
        let mut echoes = Self::default();
        for (at, message) in (0..).zip(messages) {
            let runs = runs(&message);
            echoes.sizes.push(runs.len());
            echoes.texts.push(message.text.to_owned());
            echoes.runs.extend(runs.into_iter().map(|run| (run, at)));
        }
        echoes.runs.sort_unstable();
        echoes
    }

    /// The one of those that count that is most like a message; nothing where the message is too short to tell, or there
    /// is none.
    pub fn nearest(&self, message: &Sent<'_>, counts: impl Fn(usize) -> bool) -> Option<Nearest> {
        let runs = runs(message);
        if runs.len() < LEAST {
            return None;
        }
        let mut common = vec![0_u32; self.sizes.len()];
        for run in &runs {
            let from = self.runs.partition_point(|(other, _)| other < run);
            for (_, at) in self.runs[from..].iter().take_while(|(other, _)| other == run) {
                common[*at as usize] += 1;
            }
        }
        let share = |at: usize| {
            let of = runs.len() + self.sizes[at];
            if self.sizes[at] < LEAST { 0.0 } else { 2.0 * f64::from(common[at]) / of as f64 }
        };
        // Of several that are as much alike the newest, which stands last.
        let at = (0..self.sizes.len())
            .filter(|at| counts(*at))
            .max_by(|one, other| share(*one).total_cmp(&share(*other)))?;
        let theirs: BTreeSet<String> = split(&self.texts[at]).map(|(_, word)| fold(word)).collect();
        let only_here = split(message.text)
            .filter(|(_, word)| !theirs.contains(&fold(word)))
            .map(|(start, word)| start..start + word.len())
            .collect();
        Some(Nearest { at, share: share(at), only_here })
    }
}

// The runs of a message in their order, each once, but for those of its template.
fn runs(message: &Sent<'_>) -> Vec<u32> {
    let names: Vec<String> =
        message.names.iter().flat_map(|name| split(name)).map(|(_, word)| fold(word)).collect();
    let mut runs = of_words(message.text, &names);
    if let Some(template) = message.template {
        // A placeholder parts what stands before it from what stands behind.
        let fixed = template.split(['{', '}']).step_by(2);
        let fixed: BTreeSet<u32> = fixed.flat_map(|part| of_words(part, &names)).collect();
        runs.retain(|run| !fixed.contains(run));
    }
    runs
}

fn of_words(text: &str, names: &[String]) -> Vec<u32> {
    let mut letters: Vec<char> = vec![' '];
    for (_, word) in split(text) {
        let word = fold(word);
        if names.contains(&word) {
            letters.push('*');
        } else {
            letters.extend(word.chars().map(|c| if c.is_numeric() { '0' } else { c }));
        }
        letters.push(' ');
    }
    let mut runs: Vec<u32> = letters.windows(5).map(hash).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

// FNV-1a over the five letters: two runs in a few thousand millions share a number.
fn hash(run: &[char]) -> u32 {
    run.iter().fold(0x811c_9dc5, |hash, c| (hash ^ u32::from(*c)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent<'a>(text: &'a str, names: &[&'a str]) -> Sent<'a> {
        Sent { text, names: names.to_vec(), template: None }
    }

    const FSYNC: &str = "Hi Elif, your post on testing fsync helped me fix a replay bug in our sync tool. I would like to \
                         follow your work.";

    #[test]
    fn a_copy_to_somebody_else_is_one_whatever_names_and_numbers_it_has() {
        let echoes = Echoes::of([sent(FSYNC, &["Elif", "Kaya", "Kavak Labs"])]);
        let copy = "Hi Jonas, your post on testing fsync helped me fix a replay bug in our sync tool. I would like to \
                    follow your work.";
        let nearest = echoes.nearest(&sent(copy, &["Jonas", "Berg", "Tidal"]), |_| true).expect("compared");
        assert!(nearest.share > 0.95, "{nearest:?}");
        assert_eq!(nearest.only_here.iter().map(|span| &copy[span.clone()]).collect::<Vec<_>>(), ["Jonas"]);
    }

    #[test]
    fn what_two_messages_have_of_one_template_is_no_echo() {
        let template = "Hi {first_name}, your {work} helped me: {?what in it helped you}. I would like to follow what you write.";
        let first = "Hi Elif, your post on fsync helped me: the fault injection found two bugs. I would like to follow what you write.";
        let other = "Hi Jonas, your talk about pagers helped me: we halved our night calls. I would like to follow what you write.";
        let with = |template| {
            let one = Sent { text: first, names: vec!["Elif"], template };
            Echoes::of([one])
                .nearest(&Sent { text: other, names: vec!["Jonas"], template }, |_| true)
                .expect("compared")
                .share
        };
        assert!(with(None) > 0.45, "{}", with(None));
        assert!(with(Some(template)) < 0.3, "{}", with(Some(template)));
    }

    #[test]
    fn a_text_too_short_to_tell_and_an_empty_past_have_no_echo() {
        assert_eq!(Echoes::default().nearest(&sent(FSYNC, &[]), |_| true), None);
        assert_eq!(
            Echoes::of([sent("Hi Ana!", &["Ana"])]).nearest(&sent("Hi Ana!", &["Ana"]), |_| true),
            None
        );
        let short =
            Echoes::of([sent("Hi Ana!", &["Ana"])]).nearest(&sent(FSYNC, &[]), |_| true).expect("compared");
        assert!(short.share < f64::EPSILON);
    }
}
