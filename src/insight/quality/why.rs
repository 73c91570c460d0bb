//! Why the coach says what it says: for each tip the reason in two or three plain sentences, and where it comes from.
//!
//! A source is given with its strength: a published study, a vendor's own figures, advice, or our own judgement. A
//! message mainly buys replies; nothing here promises more.

/// What stands behind a tip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// The reason, in two or three sentences.
    pub reason: &'static str,
    /// Where it comes from: who measured or says it, on how much, and how sure that is.
    pub source: &'static str,
}

/// Every tip with what stands behind it, by the tip's id.
const ALL: [(&str, Why); 27] = [
    (
        "placeholder",
        Why {
            reason: "A gap that was never filled in shows a message that was made for many. It takes a \
                moment to mend, and the rest can then be read for what it says.",
            source: "Advice, not measured: every message checker that we looked at treats it as fatal.",
        },
    ),
    (
        "too-long",
        Why {
            reason: "The platform takes no more than your account allows, by default 200 characters on a \
                free account and 300 on a paid one. How it counts emoji is not published, so most count as \
                two or more here, on the safe side.",
            source: "Platform help for the limits, sure, 2026. That emoji count double: reports about \
                other tools, not measured.",
        },
    ),
    (
        "wrong-name",
        Why {
            reason: "The greeting names somebody else than the reader, and so the words seem meant for \
                another person. If it is a name that they go by, put this tip aside.",
            source: "Our own judgement; we know of no study of it.",
        },
    ),
    (
        "wrong-company",
        Why {
            reason: "The company in the text is not the one that you noted for this person. It may be a \
                slip, or they may have moved since. Look which it is, and mend the text or your record.",
            source: "Our own judgement: the text is compared with your own record of the contact. Not \
                measured.",
        },
    ),
    (
        "default-text",
        Why {
            reason: "The platform offers this sentence to everybody, so it tells the reader nothing about \
                you or about why it is them. As it stands, sending without a message would do as well.",
            source: "The one thing that all our sources agree to call bad; advice, not measured.",
        },
    ),
    (
        "hidden",
        Why {
            reason: "Such characters mostly come along with copied text. They count towards the limit, can \
                show as boxes or gaps elsewhere, and are also used in bulk mail to get past filters.",
            source: "Our own judgement, from how bulk mail is written; not measured for connection messages.",
        },
    ),
    (
        "link",
        Why {
            reason: "An address or a number to call is something to do for a reader who does not know you \
                yet, and filters may take it for bulk mail. Once they answer there is room for it.",
            source: "Practice with e-mail, where links are named as what sets off a filter. Advice, not \
                measured for connection messages.",
        },
    ),
    (
        "unclear",
        Why {
            reason: "A message is read in seconds, so it has to be clear at once. The coach looks at small \
                words, capitals and full stops, and can be mistaken: in our own examples it catches one or \
                two good messages in a hundred.",
            source: "Our own judgement and examples. Simple words in e-mail: a vendor's own figures, 53 % \
                replies against 39 % for college level.",
        },
    ),
    (
        "pitch",
        Why {
            reason: "Something on offer in a first message makes the reader weigh the offer before they \
                have met the person. It is easier to hear once you have talked. What you do yourself can \
                be told without selling it.",
            source: "Advice that almost all sources share, not measured. One page says under 10 % accept, \
                without saying of how many.",
        },
    ),
    (
        "big-ask",
        Why {
            reason: "A call, a meeting, a CV or an introduction is a lot to ask of somebody who does not \
                know you yet. Leave them nothing to do but to say yes; the rest can follow once you talk.",
            source: "Advice that several sources share, not measured. Published study (Langer 1978): an \
                empty reason does not carry a larger request.",
        },
    ),
    (
        "generic",
        Why {
            reason: "These words would fit anybody, so they do not say why you chose this person. Beside a \
                line that fits only them they do little harm. Alone, sending without a message would do as \
                well.",
            source: "At least eight sources advise against such phrases, two like one with a real reason \
                after it. Not measured; sources disagree.",
        },
    ),
    (
        "anchor",
        Why {
            reason: "There is a little about this person already. One thing that you read, saw or share, \
                and the point in it, makes it theirs alone. Name, company and job title do not count: \
                anybody can look them up.",
            source: "Advice that nearly all sources share. One small test, 50 people each: 44 yeses to \
                tailored words, 38 to a template, too few to tell.",
        },
    ),
    (
        "wording",
        Why {
            reason: "Some words stand mostly in messages to many (connect, network, opportunity), others where \
                something happened (was, still, said). The coach has learned both. Those of yours that weigh \
                most are marked; it is all of them that count.",
            source: "Our own examples: 1,640 made-up messages with a label. It tells those of a writer whom it \
                has not read apart, too.",
        },
    ),
    (
        "no-anchor",
        Why {
            reason: "Change the name, and the message would fit somebody else as well. A post and its \
                point, or something that you share, makes it theirs. What a message buys is replies and \
                being remembered, rather than a yes.",
            source: "Advice of nearly all sources, not measured. Replies 9.4 % with a message, 5.4 % \
                without: a vendor's own figures, second hand, about 20 million attempts.",
        },
    ),
    (
        "no-name",
        Why {
            reason: "A greeting by name shows that the message is meant for one person. It is a small \
                courtesy, and worth few points: a name alone does not make a message personal.",
            source: "Published study (Danescu-Niculescu-Mizil and others, 2013): requests with a greeting \
                are rated more polite. The name itself: practice.",
        },
    ),
    (
        "no-reason",
        Why {
            reason: "The reader wonders why you write. A true reason in your own words answers that: what \
                you do yourself, or what you would like to follow or ask. An empty reason helps only with \
                trifles.",
            source: "Published study (Langer 1978) of small favours, not of connecting: 94 % agreed where \
                a reason was given, 60 % without.",
        },
    ),
    (
        "length",
        Why {
            reason: "In so short a line there is hardly room to say what you share and why you write. One \
                to three sentences do, and good messages of about 60 characters exist. Longer is not \
                better in itself.",
            source: "A vendor's own figures, 100,000 messages: replies 14.2 % at 201 to 300 characters, \
                11.6 % up to 100. A weak sign.",
        },
    ),
    (
        "form",
        Why {
            reason: "A greeting, a capital letter and a full stop show at a glance that somebody wrote \
                with care. It is about the look alone, and weighs little.",
            source: "Practice with e-mail, not measured. For the greeting a published study \
                (Danescu-Niculescu-Mizil and others, 2013).",
        },
    ),
    (
        "money",
        Why {
            reason: "Prices, discounts and rates belong to an offer, and the reader may take the whole \
                message for one. If the figure is part of what you talk about, put this tip aside.",
            source: "Our own judgement, close to the advice on sales lines that almost all sources share. \
                Not measured.",
        },
    ),
    (
        "flattery",
        Why {
            reason: "High praise without its reason is easily taken for a means to an end. Name the thing \
                that you liked, and what it did for you, and it can be believed. A little warmth does \
                good.",
            source: "A vendor's own figures on e-mail: slightly warm, 10 to 15 % more replies; much \
                praise, fewer. Three open rule sets ban superlatives.",
        },
    ),
    (
        "shout",
        Why {
            reason: "Capitals and rows of exclamation marks read as loud, and are common in advertising. \
                The same words in a calm voice lose nothing.",
            source: "Practice with e-mail; advice, not measured for connection messages.",
        },
    ),
    (
        "repeat",
        Why {
            reason: "Many of these words stand in a message to somebody else; names, companies and figures \
                are left out of the comparison. What fits two people says little about either. A line of \
                their own changes that.",
            source: "Our own judgement. That the platform limits equal messages stands in one public \
                repository and is not verified.",
        },
    ),
    (
        "how-known",
        Why {
            reason: "You marked this person as accepting only people they know. So say first how you know \
                them: the place, the work, or the person between you. The score stays as it is.",
            source: "Your own mark. Things shared are the second most frequent reason in templates that \
                are said to work; hardly measured.",
        },
    ),
    (
        "at-limit",
        Why {
            reason: "You marked this person as being at the platform's limit of 30,000 connections, where \
                no further one fits. You can follow them instead, and a thoughtful comment lets them see \
                you.",
            source: "Your own mark, and the platform's help on network size as users quote it. Whether \
                they are at the limit is not checked.",
        },
    ),
    (
        "no-purpose",
        Why {
            reason: "A line on why you want this contact is for you alone. It helps to find the reason to \
                write, and to leave a request that has none for another day. It costs no points.",
            source: "Our own judgement. Why you write is the second thing that sources ask of a message; \
                that is advice, not measured.",
        },
    ),
    (
        "low-fit",
        Why {
            reason: "You rated it as not likely that they are interested. A free account has few messages \
                a month, so they are best kept for people who may be glad of one. The choice is yours.",
            source: "Your own rating. Few messages: users' reports, 3 to 10 a month, 2026. The rest is our \
                own judgement.",
        },
    ),
    (
        "respect",
        Why {
            reason: "One request at a time, a pause after a withdrawal, by default two attempts at most, \
                and closed for good stays closed: this leaves the other person in peace. What happened all \
                the same can always be noted.",
            source: "The pause: platform help, up to three weeks, sure, 2026. The others: our own \
                judgement, since asking more is chasing.",
        },
    ),
];

/// What stands behind the tip with this id.
pub fn why(id: &str) -> Option<Why> {
    ALL.iter().find(|(tip, _)| *tip == id).map(|(_, why)| *why)
}

/// Whether a tip has to do with the words of a message, so that messages of before can be compared by it.
pub fn scored(id: &str) -> bool {
    !matches!(id, "repeat" | "how-known" | "at-limit" | "no-purpose" | "low-fit" | "respect")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_and_a_source_are_sentences_that_fit_a_box() {
        for (id, Why { reason, source }) in ALL {
            for (text, most) in [(reason, 260), (source, 160)] {
                assert!(text.chars().count() <= most, "{id}: {text}");
                assert!(text.ends_with('.') && !text.contains("  "), "{id}: {text}");
            }
            assert!((2..=3).contains(&reason.split_inclusive(". ").count()), "{id}: {reason}");
        }
    }

    #[test]
    fn a_tip_is_found_by_its_id_and_stands_there_once() {
        for (id, one) in ALL {
            assert_eq!(ALL.iter().filter(|(other, _)| *other == id).count(), 1, "{id}");
            assert_eq!(why(id), Some(one), "{id}");
        }
        assert_eq!(why("no such tip"), None);
    }
}
