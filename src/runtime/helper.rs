//! The helper thread: long work that writes nothing and answers with news. The newest ticket wins.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use super::clock::Stopwatch;
use super::event::Post;
use super::letterbox;
use crate::app::news::{ImportPlan, News};
use crate::app::outlook::ToLearn;
use crate::app::search::Index;
use crate::domain::merge::{self, Conversations};
use crate::domain::network::Network;
use crate::domain::time::Now;

/// How often progress is told, in milliseconds.
const EVERY: u128 = 100;

/// Gives tickets: work whose ticket is not the newest stops and stays silent.
#[derive(Clone, Debug, Default)]
pub struct Tickets(Arc<AtomicU64>);

impl Tickets {
    /// A new ticket; all before it are void.
    pub fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst) + 1
    }

    fn valid(&self, ticket: u64) -> bool {
        self.0.load(Ordering::SeqCst) == ticket
    }
}

/// Reads an export and plans the import, on a thread of its own.
pub fn read_export(path: PathBuf, network: Network, now: Now, tickets: &Tickets, to: &Post) {
    let ticket = tickets.next();
    let (tickets, to) = (tickets.clone(), to.clone());
    thread::spawn(move || {
        let watch = Stopwatch::start();
        let mut told = 0;
        let news = plan(&path, &network, now, &mut |doing, done, of| {
            if !tickets.valid(ticket) {
                return ControlFlow::Break(());
            }
            let elapsed = watch.elapsed_ms();
            if elapsed >= told + EVERY {
                told = elapsed;
                to.send(News::Reading(doing, done, of, elapsed as u64));
            }
            ControlFlow::Continue(())
        });
        if tickets.valid(ticket) {
            to.send(news);
        }
    });
}

/// Reads an export and plans the import, here and now.
pub fn plan(
    path: &Path,
    network: &Network,
    now: Now,
    progress: &mut dyn FnMut(&'static str, u64, u64) -> ControlFlow<()>,
) -> News {
    let read = letterbox::read(path, &mut |p| progress(p.doing, p.done, p.of));
    match read {
        Ok(arrival) => {
            let plan = merge::plan(network, &arrival, Conversations::Keep, now);
            let what = plan.report.headline();
            let name = arrival.path.clone();
            let lines = plan.report.lines();
            News::Plan(Box::new(ImportPlan { name, lines, changes: plan.changes, what }))
        }
        Err(unreadable) => News::NotRead(unreadable.to_string()),
    }
}

/// Makes the search index on a thread of its own, so that the first search finds it ready. `given` is the number of the
/// network among those that were given to the screens.
pub fn index(network: Network, given: u64, to: &Post) {
    let to = to.clone();
    thread::spawn(move || {
        let index = Index::build(&network);
        drop(network);
        to.send(News::Indexed(index, given));
    });
}

/// Learns what is expected of the requests that wait, on a thread of its own.
pub fn learn(from: ToLearn, to: &Post) {
    let to = to.clone();
    thread::spawn(move || to.send(News::Learned(Box::new(from.learn()))));
}

/// Panics on a thread of its own, to try the promise that the terminal is restored.
pub fn panic() {
    thread::spawn(|| panic!("asked to, by --panic helper"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_ticket_is_valid_whoever_asks() {
        let tickets = Tickets::default();
        let first = tickets.next();
        let at_the_helper = tickets.clone();
        assert!(tickets.valid(first) && at_the_helper.valid(first));
        let second = tickets.next();
        assert!(!at_the_helper.valid(first) && at_the_helper.valid(second));
        // To stop is to give a ticket to nobody.
        tickets.next();
        assert!(!at_the_helper.valid(first) && !at_the_helper.valid(second));
    }
}
