//! What is found in the bare characters: placeholders, addresses, numbers to call.

use super::evidence::Span;

/// Words that stand for something that was to be filled in.
const TO_FILL: [&str; 8] =
    ["XXX", "TBD", "FIXME", "FIRSTNAME", "LASTNAME", "COMPANYNAME", "INSERT_NAME", "FNAME"];

/// Behind these a name follows: `Hi null`, `at undefined`.
const NAMED_AFTER: [&str; 14] = [
    "hi", "hello", "hey", "dear", "hallo", "liebe", "lieber", "bonjour", "hola", "ola", "oi", "at", "bei",
    "chez",
];

/// Words that are placeholders where they stand in brackets of any kind.
const FILLED: [&str; 40] = [
    "name",
    "first",
    "last",
    "firstname",
    "lastname",
    "company",
    "title",
    "role",
    "topic",
    "event",
    "position",
    "industry",
    "insert",
    "your",
    "vorname",
    "nachname",
    "firma",
    "thema",
    "prenom",
    "nom",
    "entreprise",
    "sujet",
    "nombre",
    "apellido",
    "empresa",
    "tema",
    "nome",
    "apelido",
    "post",
    "mutual",
    "city",
    "school",
    "job",
    "skill",
    "product",
    "something",
    "specific",
    "contact",
    "recipient",
    "date",
];

/// How many characters a placeholder has at most.
const NEAR: usize = 60;

/// How many characters a gap of a template has at most.
const GAP: usize = 500;

/// The placeholders of templates.
pub const PLACEHOLDERS: [&str; 10] =
    ["first_name", "last_name", "company", "role", "work", "interest", "event", "group", "mutual", "offer"];

/// Placeholders that nobody filled in: `{first_name}`, `[Name]`, `<Company>`, `%NAME%`, `___`, `FIRSTNAME`.
pub fn placeholders(source: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (open, close) in
        [("{", "}"), ("[", "]"), ("<", ">"), ("%", "%"), ("«", "»"), ("(", ")"), ("$", "$"), ("#", "#")]
    {
        let mut from = 0;
        while let Some(start) = source[from..].find(open).map(|at| from + at) {
            let inside = start + open.len();
            // A placeholder is short, and a text of brackets alone is looked through once.
            // A gap of a template may be a whole question.
            let most = if open == "{" && source[inside..].starts_with('?') { GAP } else { NEAR };
            let near = source[inside..].char_indices().nth(most).map_or(source.len(), |(at, _)| inside + at);
            let Some(end) = source[inside..near].find(close).map(|at| inside + at) else {
                from = inside;
                continue;
            };
            let what = &source[inside..end];
            from = if open == close { end } else { inside };
            let bare = what.trim_matches(|c: char| !c.is_alphanumeric());
            let short = bare.chars().count() <= 30 && !bare.is_empty();
            let parts = || bare.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
            let to_fill = || {
                let mut words = parts().map(super::text::fold);
                words.next().is_some_and(|first| FILLED.contains(&first.as_str()))
            };
            let all = parts().map(super::text::fold).all(|part| FILLED.contains(&part.as_str()));
            let field = what.contains('_') || what.contains(' ');
            let stands = match open {
                "{" => {
                    let ours = what.starts_with('?') || PLACEHOLDERS.contains(&what);
                    ours || what.is_empty() || short && (to_fill() || field || what.starts_with('{'))
                }
                "[" => short && (to_fill() || field),
                "<" => short && to_fill(),
                "(" => short && all,
                _ => short && !what.contains(' ') && to_fill(),
            };
            if stands {
                found.push(start..end + close.len());
                from = end + close.len();
            }
        }
    }
    // What a program writes where it knew nothing, and names of fields in capitals.
    let mut before = String::new();
    for word in source.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()) {
        let at = word.as_ptr() as usize - source.as_ptr() as usize;
        let filled = ["null", "undefined", "NaN", "None", "NAME"].contains(&word)
            && NAMED_AFTER.contains(&before.as_str());
        if filled || TO_FILL.contains(&word) {
            found.push(at..at + word.len());
        }
        before = super::text::fold(word);
    }
    for field in [
        "INSERT NAME",
        "INSERT EVENT",
        "INSERT COMPANY",
        "INSERT TOPIC",
        "INSERT POST",
        "INSERT TITLE",
        "NOMBRE DE",
        "NOME DO",
        "NOME DA",
        "NOM DE",
        "NAME HERE",
        "YOUR NAME",
        "COMPANY NAME",
        "EVENT NAME",
    ] {
        found.extend(source.match_indices(field).map(|(at, field)| at..at + field.len()));
    }
    if let Some((at, _)) = source.match_indices('$').find(|(at, _)| {
        source[at + 1..].starts_with(|c: char| c.is_lowercase()) && !source[at + 1..].starts_with("k ")
    }) {
        found.push(at..at + 1);
    }
    if let Some(at) = source.find("___") {
        found.push(at..at + 3);
    }
    found
}

/// Amounts: a sign of money, or of a share of a hundred, with its number.
pub fn money(source: &str) -> Vec<Span> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}');
    let found = source.match_indices(['$', '€', '£', '%']).map(|(at, sign)| {
        let before = source[..at].trim_end_matches(number);
        let start =
            before.len() + source[before.len()..at].len() - source[before.len()..at].trim_start().len();
        let after = &source[at + sign.len()..];
        let end = source.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        start..end
    });
    found.collect()
}

/// How many digits make a number to call.
const DIGITS: usize = 8;

/// Addresses, mail and numbers to call, also where they are spelt out.
pub fn links(source: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let lower = source.to_lowercase();
    if lower.len() == source.len() {
        for sign in ["http://", "https://", "www.", "(dot)", " [dot] ", "(at)", "bit.ly", "wa.me", "t.me"] {
            // All of the address is marked, not its beginning alone.
            let end = |at: usize| match sign {
                "http://" | "https://" | "www." => {
                    source[at..].find(char::is_whitespace).map_or(source.len(), |end| at + end)
                }
                _ => at + sign.len(),
            };
            found.extend(lower.match_indices(sign).map(|(at, _)| at..end(at)));
        }
    }
    let mut at = 0;
    for word in source.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let inner = bare.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        let mail = inner.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
        if mail || is_host(inner) {
            found.push(at..at + bare.len());
        }
        at += word.len();
    }
    // Digits with no more than two other signs between them.
    let (mut start, mut digits, mut others) = (0, 0, 0);
    for (at, c) in
        source.char_indices().chain([(source.len(), 'x'), (source.len(), 'x'), (source.len(), 'x')])
    {
        if c.is_ascii_digit() {
            if digits == 0 {
                start = at;
            }
            (digits, others) = (digits + 1, 0);
        } else {
            others += 1;
            if others > 2 || c.is_alphabetic() {
                // Years, dates and large numbers have neither a plus nor a nought in front, nor so many digits.
                let plus = source[..start].ends_with('+');
                let nought = source[start..].starts_with('0');
                if digits >= DIGITS && plus || digits > DIGITS && nought || digits > DIGITS + 1 {
                    found.push(start..at.min(source.len()));
                }
                digits = 0;
            }
        }
    }
    found
}

// `dunes.io/x`: letters, a full stop, an ending that addresses have.
fn is_host(word: &str) -> bool {
    const ENDINGS: [&str; 20] = [
        "com", "net", "org", "io", "de", "fr", "es", "pt", "br", "co", "ly", "me", "ai", "app", "dev",
        "info", "biz", "uk", "eu", "ch",
    ];
    let host = word.split('/').next().unwrap_or_default();
    let mut parts = host.rsplit('.');
    let ending = parts.next().unwrap_or_default();
    let name = parts.next().unwrap_or_default();
    // `Booking.com` and `ASP.NET` are names.
    let small = !host.chars().any(char::is_uppercase);
    small
        && name.chars().count() >= 2
        && name.chars().all(|c| c.is_alphanumeric() || c == '-')
        && ENDINGS.contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_of_every_form_are_found_and_brackets_that_are_none_are_not() {
        for text in [
            "Hi {first_name},",
            "Hi [Name],",
            "Hi {{ company }}",
            "Hi <First Name>",
            "Hi %NAME%",
            "your talk at [event]",
            "Hi (insert name), hello",
            "Hi ___,",
            "Hi FIRSTNAME, hello",
            "Hi null,",
            "Hi [Vorname]",
        ] {
            assert!(!placeholders(text).is_empty(), "{text}");
        }
        for text in [
            "I grew 40 % and then 20 % more",
            "your talk (the one on kelp)",
            "see [1]",
            "a < b and c > d",
            "your talk (last week)",
            "None of us knew",
            "[sic]",
            "gracias por TODO",
            "Vec[T]",
            "ich hatte null Ahnung",
        ] {
            assert!(placeholders(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn addresses_and_numbers_are_found_however_they_are_written() {
        for text in ["see https://a.b", "bit.ly/x", "mail me: a.b@c.de", "+49 171 234 56 78", "dunes.io/now"]
        {
            assert!(!links(text).is_empty(), "{text}");
        }
        for text in [
            "In 2019 and 2020 we met.",
            "Version 4.30 is out",
            "the end.No",
            "9,599 of 10,000 answered",
            "from 2015-2019 and",
            "am 12.05.2024 dort",
            "10.000.000 rows",
            "your talk at Booking.com",
            "ASP.NET helped",
        ] {
            assert!(links(text).is_empty(), "{text}");
        }
    }
}
