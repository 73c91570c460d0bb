//! The demo network: sixty made-up people around somebody who builds a sync tool, and the requests of the year before,
//! always as of today. And a second one, nearly empty.

mod fresh;
mod life;
mod past;
mod people;
mod requests;
mod writing;

use super::change::{Change, Edit};
use super::contact::{Contact, Origin, split_name};
use super::decision::{Decision, DecisionKind};
use super::draft::{Draft, Version};
use super::fact::Fact;
use super::id::{ContactId, DecisionId, DraftId, FactId, NoteId, RequestId, RunId, SignId, TouchId};
use super::note::Note;
use super::request::{Channel, Direction, Evidence, Request, Standing};
use super::run::{Run, TableKind, TableRead};
use super::sign::Sign;
use super::slug;
use super::time::{Day, Moment, Now};
use super::touch::{Touch, TouchKind};
use life::{NOTES, SIGNS, TOUCHES};
use people::{Again, PEOPLE, Person};
use requests::{REQUESTS, Row};
use writing::{DRAFTS, DraftRow, FACTS, PROFILE};

/// Days since the two imports of the demo network.
const IMPORTS: [i64; 2] = [95, 2];
/// News of the last days is still to be opened.
const UNOPENED: i64 = 3;

/// Everything that the demo network holds, as additions numbered from 1. All days hang on `now.today` alone.
pub fn demo(now: Now) -> Vec<Change> {
    let today = now.today;
    let sample = Sample::with_the_past();
    let signs = numbered(SIGNS, |n, &(who, kind, days, text)| {
        let (id, request) = (SignId(n), sample.newest_request(who));
        let channel = kind.told().then_some(Channel::LinkedIn);
        let on = ago(today, days);
        Change::Sign(Edit::add(Sign { id, request, kind, on, text: text.to_owned(), channel }))
    });
    let touches = numbered(TOUCHES, |n, &(who, kind, direction, days, text)| {
        // Conversations come with the exports, all else was written down by hand.
        let written = kind == TouchKind::Message && days >= IMPORTS[1];
        Change::Touch(Edit::add(Touch {
            id: TouchId(n),
            contact: (!who.is_empty()).then(|| sample.id_of(who)),
            kind,
            direction,
            text: text.to_owned(),
            on: ago(today, days),
            at: written.then(|| at(ago(today, days), n)),
            origin: if written { Origin::Export } else { Origin::Hand },
        }))
    });
    let notes = numbered(NOTES, |n, &(who, days, text)| {
        let (id, contact) = (NoteId(n), sample.id_of(who));
        Change::Note(Edit::add(Note { id, contact, text: text.to_owned(), at: at(ago(today, days), n) }))
    });
    let runs = numbered(&IMPORTS, |n, &days| Change::Run(Edit::add(sample.run(n, days, today))));
    let facts = numbered(FACTS, |n, &(who, kind, text, days)| {
        let contact = (!who.is_empty()).then(|| sample.id_of(who));
        let on = days.map(|days| ago(today, days));
        Change::Fact(Edit::add(Fact { id: FactId(n), contact, kind, text: text.to_owned(), on }))
    });
    let profile = PROFILE.iter().map(|&(item, days)| Change::Profile {
        item,
        before: None,
        after: Some(ago(today, days)),
    });
    let contacts = sample.contacts(today);
    contacts
        .chain(facts)
        .chain(sample.drafts(DRAFTS, today))
        .chain(profile)
        .chain(sample.requests(today))
        .chain(signs)
        .chain(touches)
        .chain(notes)
        .chain(runs)
        .chain(sample.decisions(today))
        .collect()
}

/// Everything that the second demo holds: five people, four requests, a draft and nothing from an export. Its days hang
/// on `now.today` alone, too.
pub fn fresh(now: Now) -> Vec<Change> {
    let today = now.today;
    let sample = Sample::fresh();
    let (contacts, drafts) = (sample.contacts(today), sample.drafts(fresh::DRAFTS, today));
    contacts.chain(drafts).chain(sample.requests(today)).collect()
}

fn numbered<T>(rows: &[T], change: impl Fn(u32, &T) -> Change) -> impl Iterator<Item = Change> {
    (1..).zip(rows).map(move |(n, row)| change(n, row))
}

fn ago(today: Day, days: i64) -> Day {
    today.plus(-days)
}

/// A moment in the working hours of that day, another one for each number.
fn at(day: Day, n: u32) -> Moment {
    Moment::from_minutes(day.midnight_utc().minutes() + 8 * 60 + i64::from(n * 37 % 600))
}

/// What a network is made from.
struct Sample {
    people: Vec<Person>,
    requests: Vec<Row>,
    /// Days since each import, the oldest first.
    imports: &'static [i64],
}

impl Sample {
    fn with_the_past() -> Self {
        Self {
            people: PEOPLE.iter().copied().chain(past::people()).collect(),
            requests: REQUESTS.iter().copied().chain(past::requests()).collect(),
            imports: &IMPORTS,
        }
    }

    fn fresh() -> Self {
        Self { people: fresh::people().collect(), requests: fresh::REQUESTS.to_vec(), imports: &[] }
    }

    fn contacts(&self, today: Day) -> impl Iterator<Item = Change> {
        numbered(&self.people, move |n, person| Change::Contact(Edit::add(self.contact(n, person, today))))
    }

    fn requests(&self, today: Day) -> impl Iterator<Item = Change> {
        numbered(&self.requests, move |n, row| Change::Request(Edit::add(self.request(n, row, today))))
    }

    fn drafts(&self, rows: &[DraftRow], today: Day) -> impl Iterator<Item = Change> {
        numbered(rows, move |n, &(who, days, later, text, before)| {
            let mut draft = Draft::new(DraftId(n), self.id_of(who), at(ago(today, days), n));
            text.clone_into(&mut draft.text);
            draft.later = later.map(|days| today.plus(days));
            if !before.is_empty() {
                draft.versions.push(Version { at: at(ago(today, days + 1), n), text: before.to_owned() });
            }
            Change::Draft(Edit::add(draft))
        })
    }

    fn id_of(&self, who: &str) -> ContactId {
        let place = self.people.iter().position(|person| person.name == who);
        ContactId(place.expect("every row of the demo names one of its people") as u32 + 1)
    }

    fn newest_request(&self, who: &str) -> RequestId {
        let newest = self.requests.iter().rposition(|row| row.who == who);
        RequestId(newest.expect("a sign belongs to a request") as u32 + 1)
    }

    fn contact(&self, n: u32, person: &Person, today: Day) -> Contact {
        let (first, last) = split_name(person.name);
        let own = || self.requests.iter().filter(|row| row.who == person.name);
        let accepted = own().find(|row| row.standing == Standing::Accepted).and_then(|row| row.settled);
        let exported = own().any(|row| self.exported(row)) || person.connected.is_some();
        let origin = if exported { Origin::Export } else { Origin::Hand };
        Contact {
            slug: person.slug.map_or_else(|| slug::normal(&person.name.replace(' ', "-")), str::to_owned),
            url: person.url.to_owned(),
            email: person.email.to_owned(),
            company: person.company.to_owned(),
            role: person.role.to_owned(),
            purpose: person.purpose.to_owned(),
            fit: person.fit,
            tags: person.tags.split_whitespace().map(str::to_owned).collect(),
            connected_on: person.connected.or(accepted).map(|days| ago(today, days)),
            listed_on: person
                .connected
                .and_then(|days| self.first_import_since(days))
                .map(|days| ago(today, days)),
            gone_on: person.gone.map(|days| ago(today, days)),
            ask_again_on: person.ask_again.map(|again| match again {
                Again::Today => today,
                Again::InMonths(months) => today.plus_months(months),
            }),
            archived: person.archived,
            ..Contact::named(ContactId(n), &first, &last, origin)
        }
    }

    /// The days since the first import of a table taken on this day or later.
    fn first_import_since(&self, days: i64) -> Option<i64> {
        self.imports.iter().copied().find(|import| *import <= days)
    }

    /// The user writes down what they send from the first import on; what they receive comes with the next one.
    fn exported(&self, row: &Row) -> bool {
        let written_down = match row.direction {
            Direction::Sent => self.imports.first(),
            Direction::Received => self.imports.last(),
        };
        row.channel == Channel::LinkedIn && written_down.is_some_and(|days| row.sent >= *days)
    }

    fn request(&self, n: u32, row: &Row, today: Day) -> Request {
        let exported = self.exported(row);
        let known = if exported { self.first_import_since(row.sent) } else { None };
        let sent_on = ago(today, row.sent);
        let mut request = Request::new(
            RequestId(n),
            self.id_of(row.who),
            row.direction,
            sent_on,
            ago(today, known.unwrap_or(row.sent)),
        );
        if let Some(days) = row.settled {
            request.settle(row.standing, ago(today, days), self.evidence(row, days));
            request.opened = days > UNOPENED;
        } else {
            request.standing = row.standing;
            request.evidence = if exported { Evidence::Imported } else { Evidence::Seen };
        }
        let mut newest_first = self.imports.iter().copied().rev();
        let seen_waiting = newest_first.find(|import| row.listed(*import) && row.waited(*import));
        Request {
            channel: row.channel,
            source: row.source.to_owned(),
            attempt: row.attempt,
            sent_at: exported.then(|| at(sent_on, n)),
            message: row.message(),
            snoozed_until: row.snoozed.map(|days| today.plus(days)),
            origin: if exported { Origin::Export } else { Origin::Hand },
            confirmed_on: seen_waiting.map(|days| ago(today, days)),
            against: row.against.to_owned(),
            template: row.template.to_owned(),
            score: row.score,
            ..request
        }
    }

    fn evidence(&self, row: &Row, settled: i64) -> Evidence {
        let imported = row.channel == Channel::LinkedIn && self.first_import_since(settled).is_some();
        match row.standing {
            Standing::Accepted if imported => Evidence::Imported,
            Standing::Declined => Evidence::Told,
            Standing::NoLongerListed => Evidence::Inferred,
            Standing::Accepted
            | Standing::Draft
            | Standing::Pending
            | Standing::Withdrawn
            | Standing::Expired
            | Standing::Reported
            | Standing::Ignored => Evidence::Seen,
        }
    }

    fn run(&self, n: u32, days: i64, today: Day) -> Run {
        let as_of = ago(today, days);
        let (year, month, day) = as_of.ymd();
        let listed: Vec<RequestId> = (1..)
            .zip(&self.requests)
            .filter(|(_, row)| row.listed(days))
            .map(|(n, _)| RequestId(n))
            .collect();
        let connected = (1..)
            .zip(&self.people)
            .map(|(n, person)| self.contact(n, person, today))
            .filter(|contact| contact.connected_on.is_some_and(|on| on <= as_of))
            .filter(|contact| contact.gone_on.is_none_or(|gone| gone > as_of));
        let conversations =
            TOUCHES.iter().filter(|(_, kind, _, on, _)| *kind == TouchKind::Message && *on >= days).count();
        let table = |file: &str, kind, rows| TableRead { file: file.to_owned(), kind, rows };
        Run {
            id: RunId(n),
            path: format!("Complete_LinkedInDataExport_{month:02}-{day:02}-{year}.zip"),
            as_of,
            at: at(as_of, n),
            owner: "Robin Vidal".to_owned(),
            owner_slug: "robin-vidal-sync".to_owned(),
            tables: vec![
                table("Connections.csv", TableKind::Connections, connected.count()),
                table("Invitations.csv", TableKind::Invitations, listed.len()),
                table("messages.csv", TableKind::Messages, conversations),
            ],
            listed,
        }
    }

    fn decisions(&self, today: Day) -> impl Iterator<Item = Change> + use<> {
        let raised_on = ago(today, IMPORTS[1]);
        let decision = |id, kind, contact, text: &str| {
            Decision::about(DecisionId(id), kind, contact, text.to_owned(), raised_on)
        };
        let magda = Decision {
            request: Some(self.newest_request("Magda Rossi")),
            standing: Some(Standing::Accepted),
            on: Some(ago(today, 14)),
            ..decision(
                1,
                DecisionKind::Contradiction,
                self.id_of("Magda Rossi"),
                "you noted this request as withdrawn; the export says that the two of you are connected",
            )
        };
        let marek = self.id_of("Marek Zieliński");
        let marek = Decision {
            other: Some(marek),
            ..decision(
                2,
                DecisionKind::NewAddress,
                ContactId(marek.0 + 1),
                "a new address under the name of somebody who is no longer in your list",
            )
        };
        [magda, marek].into_iter().map(|decision| Change::Decision(Edit::add(decision)))
    }
}

#[cfg(test)]
mod tests;
