//! What people write: the text of a request and of a conversation.

use crate::rng::Rng;

/// Lines of a note; `{}` is the first name. Joined by a line break, which the table of invitations flattens.
const NOTES: &[&str] = &[
    "Hi {},\nyour talk on slow queries helped our team a lot. I would like to follow your work.",
    "Hello {}, we met at the systems meetup and spoke about backups. I enjoyed it, and would like to stay in touch.",
    "Hallo {},\nIhr Beitrag über kleine Teams hat mir gefallen. Ich würde gern mehr davon lesen.\nViele Grüße",
    "Hola {}, leí tu artículo sobre pruebas y lo usamos en clase. Me gustaría seguir tu trabajo. ¡Gracias!",
    "Bonjour {}, merci pour votre atelier ; les \"petites fiches\" nous servent tous les jours.",
    "Olá {}, a sua palestra sobre acessibilidade mudou o nosso projeto. Gostava de acompanhar o que faz.",
    "Dzień dobry {}, dziękuję za świetny artykuł; chętnie będę śledzić dalsze prace.",
    "Здравствуйте, {}! Спасибо за статью об индексах, она очень помогла.",
    "{}さん、はじめまして。記事がとても勉強になりました。つながっていただけると嬉しいです。",
    "{}您好，您的分享对我们团队帮助很大，希望以后多多交流。",
    "{} जी, आपका लेख बहुत उपयोगी था। धन्यवाद!",
    "مرحبًا {}، مقالك عن الاختبارات أفادنا كثيرًا. شكرًا لك!",
    "Hi {}, a friend from the library group told me about your archive of file formats; a treasure 🙂",
    "Hi {},\n\nI keep coming back to your notes on code review, above all the part where you say that a review is a \
     gift and should be wrapped like one. We tried it for a month and people now ask for reviews. If you write the \
     second part some day, I would be among the first to read it.",
];

const TALK: &[&str] = &[
    "Thank you for connecting!",
    "Glad to be in touch. How did the talk go?",
    "Here is the link I promised:\nhttps://example.com/notes\n\nTell me what you think.",
    "That is great news, congratulations!",
    "Muchas gracias, lo leo esta semana.",
    "Danke, das hilft mir sehr. \"Schritt zwei\" war mir neu.",
    "Shall we compare notes next week, perhaps Tuesday; or later?",
    "いつもありがとうございます。",
    "Спасибо, очень интересно!",
    "👍",
    "I tried it: the import takes 3,5 seconds now, \"before\" it was 40.\nWell done.",
];

/// The text of a request: at most 300 UTF-16 units, with line breaks.
pub fn note(rng: &mut Rng, first_name: &str) -> String {
    rng.pick(NOTES).replace("{}", first_name)
}

/// A line of a conversation.
pub fn line(rng: &mut Rng) -> &'static str {
    rng.pick(TALK)
}

/// What an advertiser sends: markup, not words.
pub const SPONSORED: &str =
    "<p class=\"spinmail-quill-editor__spin-break\">Hi %FIRSTNAME%,</p>\n<p>grow, <b>faster</b>!</p>";
