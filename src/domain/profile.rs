//! The user's own profile, as a checklist of ten small things: each with the day on which it was last looked at.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::request::tokens;
use super::time::Day;

tokens! {
    /// A thing to look at in one's own profile.
    ProfileItem {
        /// A clear, recent picture.
        Picture = "picture",
        /// A headline that says role and field.
        Headline = "headline",
        /// A summary of experience and skills in one's own words.
        Summary = "summary",
        /// A detailed work history.
        Experience = "experience",
        /// The skills that one has and uses.
        Skills = "skills",
        /// Contact details that reach one.
        Contact = "contact",
        /// An address of the profile that can be read.
        Address = "address",
        /// Work that can be looked at.
        Featured = "featured",
        /// A sign of life from the last months.
        Activity = "activity",
        /// A headline that sells nothing.
        NoSales = "no_sales",
    }
}

/// What an item is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileGroup {
    /// What a reader looks for is there.
    Complete,
    /// It shows the person of today.
    UpToDate,
    /// It reads as one would speak at work.
    Professional,
}

impl ProfileGroup {
    /// The title on a screen.
    pub fn title(self) -> &'static str {
        match self {
            ProfileGroup::Complete => "complete",
            ProfileGroup::UpToDate => "up to date",
            ProfileGroup::Professional => "professional",
        }
    }
}

impl ProfileItem {
    /// The label on a screen.
    pub fn label(self) -> &'static str {
        match self {
            ProfileItem::Picture => "a clear, recent picture",
            ProfileItem::Headline => "a clear headline",
            ProfileItem::Summary => "a summary in your words",
            ProfileItem::Experience => "a detailed work history",
            ProfileItem::Skills => "skills that you use",
            ProfileItem::Contact => "contact details",
            ProfileItem::Address => "address of the profile",
            ProfileItem::Featured => "featured work",
            ProfileItem::Activity => "recent activity",
            ProfileItem::NoSales => "no sales headline",
        }
    }

    /// Its group.
    pub fn group(self) -> ProfileGroup {
        match self {
            ProfileItem::Summary | ProfileItem::Experience | ProfileItem::Skills | ProfileItem::Contact => {
                ProfileGroup::Complete
            }
            ProfileItem::Picture | ProfileItem::Featured | ProfileItem::Activity => ProfileGroup::UpToDate,
            ProfileItem::Headline | ProfileItem::Address | ProfileItem::NoSales => ProfileGroup::Professional,
        }
    }

    /// How to do it, in two or three sentences.
    pub fn how_to(self) -> &'static str {
        match self {
            ProfileItem::Picture => {
                "Stand facing a window, with a plain wall behind you, and let somebody take head and \
                 shoulders at eye level. Your face should fill about half of the picture. If it no longer \
                 looks like you, or is some years old, take a new one."
            }
            ProfileItem::Headline => {
                "Say what you do and in which field, in words that a stranger understands, such as “site \
                 reliability engineer, energy grids”. Leave out titles that only your company knows. Then \
                 read it aloud once."
            }
            ProfileItem::Summary => {
                "Write three short paragraphs as you would say them: what you do now, what you have done and \
                 can do, and what you like to talk about. Begin with the point, since only the first lines \
                 show at once."
            }
            ProfileItem::Experience => {
                "Give each job of the last ten years or so two lines: what it was about, and one thing that \
                 came of it. Look whether the present one is there, with its right title and month. Older \
                 ones may stay short."
            }
            ProfileItem::Skills => {
                "Keep those that you use and would gladly be asked about, with the three that matter most at \
                 the top. Take out what you no longer do. A dozen that are true say more than fifty."
            }
            ProfileItem::Contact => {
                "Open your contact details and look whether the mail address is one that you read. Take out \
                 old numbers and sites that are gone. Show only what you are happy for others to use."
            }
            ProfileItem::Address => {
                "In the settings of your public profile, choose an address that is your name, without a row \
                 of numbers. Open it once in a private window to see what strangers see. Old links may stop \
                 working, so change it once and keep it."
            }
            ProfileItem::Featured => {
                "Put one to three things where people can see your work: an article, a talk, a project, a \
                 page. Open each to see that it still works. With nothing at hand yet, a short post on \
                 something that you learned will do."
            }
            ProfileItem::Activity => {
                "Look at what your profile shows as your latest activity. If it is months old, write one \
                 thoughtful comment on a post that taught you something, or a few lines on what you work on. \
                 Now and then is enough."
            }
            ProfileItem::NoSales => {
                "Read your headline and first lines as a stranger would. Take out prices, promises, “I help \
                 companies to ...” and calls to book a talk. Say what you do instead, and keep offers for \
                 those who ask."
            }
        }
    }
}

/// The days on which the user found each item to be in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    checked: BTreeMap<ProfileItem, Day>,
}

impl Profile {
    /// The day on which the user last found it in order, if they did.
    pub fn checked(&self, item: ProfileItem) -> Option<Day> {
        self.checked.get(&item).copied()
    }

    /// Notes the day, or that it is not in order.
    pub fn set(&mut self, item: ProfileItem, day: Option<Day>) {
        match day {
            Some(day) => self.checked.insert(item, day),
            None => self.checked.remove(&item),
        };
    }

    /// Whether it is in order: found so at most `age` days before `today`. A day that lies ahead counts as today.
    pub fn in_order(&self, item: ProfileItem, today: Day, age: i64) -> bool {
        self.checked(item).is_some_and(|day| fresh(day, today, age))
    }

    /// How many items are in order.
    pub fn score(&self, today: Day, age: i64) -> u8 {
        self.checked.values().filter(|day| fresh(**day, today, age)).count() as u8
    }

    /// The items that were in order once and have grown old, oldest first, with the day.
    pub fn old(&self, today: Day, age: i64) -> Vec<(ProfileItem, Day)> {
        let all = self.checked.iter().map(|(item, day)| (*item, *day));
        let mut old: Vec<_> = all.filter(|(_, day)| !fresh(*day, today, age)).collect();
        // The sort is stable: items of one day stay in the order of the checklist.
        old.sort_by_key(|(_, day)| *day);
        old
    }
}

fn fresh(day: Day, today: Day, age: i64) -> bool {
    today.since(day).max(0) <= age
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGE: i64 = 180;

    fn today() -> Day {
        Day::parse("2026-11-22").expect("a day")
    }

    // A profile in which these were found in order so many days ago.
    fn profile(days_ago: &[(ProfileItem, i64)]) -> Profile {
        let mut profile = Profile::default();
        for (item, days) in days_ago {
            profile.set(*item, Some(today().plus(-days)));
        }
        profile
    }

    #[test]
    fn an_item_is_in_order_up_to_its_age_and_old_from_then_on() {
        for (days, in_order) in [(0, true), (1, true), (180, true), (181, false), (200, false), (-5, true)] {
            let profile = profile(&[(ProfileItem::Picture, days)]);
            assert_eq!(profile.in_order(ProfileItem::Picture, today(), AGE), in_order, "{days}");
            assert_eq!(profile.score(today(), AGE), u8::from(in_order), "{days}");
            assert_eq!(profile.old(today(), AGE).is_empty(), in_order, "{days}");
        }
    }

    #[test]
    fn what_was_never_checked_is_neither_in_order_nor_old() {
        let mut profile = profile(&[(ProfileItem::Skills, 200)]);
        profile.set(ProfileItem::Skills, None);
        for item in ProfileItem::ALL {
            assert_eq!(profile.checked(*item), None, "{item:?}");
            assert!(!profile.in_order(*item, today(), AGE), "{item:?}");
        }
        assert_eq!((profile.score(today(), AGE), profile.old(today(), AGE)), (0, Vec::new()));
    }

    #[test]
    fn the_oldest_comes_first_and_a_tie_keeps_the_order_of_the_list() {
        let found = profile(&[
            (ProfileItem::Activity, 190),
            (ProfileItem::Summary, 300),
            (ProfileItem::Headline, 190),
            (ProfileItem::Contact, 10),
        ])
        .old(today(), AGE);
        let items: Vec<_> = found.iter().map(|(item, day)| (*item, today().since(*day))).collect();
        let expected =
            [(ProfileItem::Summary, 300), (ProfileItem::Headline, 190), (ProfileItem::Activity, 190)];
        assert_eq!(items, expected);
    }

    #[test]
    fn s49_every_item_has_a_label_a_group_and_a_how_to_that_fit_a_screen() {
        assert_eq!(ProfileItem::ALL.len(), 10);
        for item in ProfileItem::ALL {
            let (label, how_to) = (item.label(), item.how_to());
            assert!((1..=24).contains(&label.chars().count()), "{label}");
            assert_eq!(label, label.to_lowercase());
            assert!(how_to.chars().count() <= 300 && how_to.ends_with('.'), "{how_to}");
            let sentences = how_to.split_inclusive(". ").count();
            assert!((2..=3).contains(&sentences), "{how_to}");
        }
        for group in [ProfileGroup::Complete, ProfileGroup::UpToDate, ProfileGroup::Professional] {
            let items = ProfileItem::ALL.iter().filter(|item| item.group() == group).count();
            assert!(items >= 3, "{}", group.title());
        }
    }

    #[test]
    fn s29_the_items_of_a_first_impression_are_there_and_a_picture_grows_old() {
        for token in ["picture", "headline", "summary", "experience", "skills"] {
            let item = ProfileItem::from_token(token).expect("it exists");
            assert!(!item.how_to().is_empty(), "{token}");
        }
        assert!(profile(&[(ProfileItem::Picture, 180)]).in_order(ProfileItem::Picture, today(), AGE));
        assert!(!profile(&[(ProfileItem::Picture, 181)]).in_order(ProfileItem::Picture, today(), AGE));
    }
}
