//! Colours and glyphs by meaning. One accent; green only for good news, yellow for quiet, bold for stale, red only for
//! what is wrong. The terminal's own sixteen colours, so that light and dark both follow the user's.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use crate::app::page::Tone;
use crate::insight::stage::Stage;

/// With colour, or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The terminal's sixteen.
    Sixteen,
    /// None: weights and signs alone.
    None,
}

/// Which characters are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    /// Rounded borders, `▶`, `…`.
    Unicode,
    /// ASCII alone.
    Ascii,
}

/// The look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// With colour, or without.
    pub colour: Colour,
    /// Which characters are drawn.
    pub glyphs: Glyphs,
}

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Theme {
    fn colour(self, colour: Color) -> Style {
        match self.colour {
            Colour::Sixteen => Style::new().fg(colour),
            Colour::None => Style::new(),
        }
    }

    /// The focused pane's border and title, the cursor, keys in hints.
    pub fn accent(self) -> Style {
        self.colour(Color::Cyan)
    }

    /// The letter or digit that chooses in a box, right before what it chooses: without colour it is bold.
    pub fn letter(self) -> Style {
        self.accent().patch(self.strong())
    }

    /// The name, the number that matters.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Labels, hints, dates, the other pane's border.
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Counts and the order in a pane's border: as quiet in one that has the keys as in one that has not.
    pub fn caption(self) -> Style {
        self.quiet().fg(Color::Reset)
    }

    /// Good news.
    pub fn good(self) -> Style {
        self.colour(Color::Green)
    }

    /// What is wrong: red, or bold where there is no colour.
    pub fn wrong(self) -> Style {
        match self.colour {
            Colour::Sixteen => self.colour(Color::Red),
            Colour::None => self.strong(),
        }
    }

    /// A stage: nothing that is fresh looks like a warning.
    pub fn stage(self, stage: Stage) -> Style {
        match stage {
            Stage::New | Stage::Fresh => Style::new(),
            Stage::Quiet => self.colour(Color::Yellow),
            Stage::Stale => self.strong(),
        }
    }

    /// A line of a page.
    pub fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Strong => self.strong(),
            Tone::Plain | Tone::Brief | Tone::Chart | Tone::Row(false) => Style::new(),
            Tone::Row(true) => self.cursor(true),
            Tone::Quiet | Tone::Hint | Tone::Caption => self.quiet(),
            Tone::Good => self.good(),
            Tone::Stage(stage) => self.stage(stage),
        }
    }

    /// The row under the cursor, in a pane that has the keys or in one that has not.
    pub fn cursor(self, focused: bool) -> Style {
        if focused {
            Style::new().add_modifier(Modifier::REVERSED)
        } else {
            Style::new().add_modifier(Modifier::REVERSED | Modifier::DIM)
        }
    }

    /// The border of a pane.
    pub fn border(self) -> border::Set<'static> {
        match self.glyphs {
            Glyphs::Unicode => border::ROUNDED,
            Glyphs::Ascii => ASCII_BORDER,
        }
    }

    /// The sign before the row under the cursor.
    pub fn pointer(self) -> char {
        match self.glyphs {
            Glyphs::Unicode => '▶',
            Glyphs::Ascii => '>',
        }
    }
}

impl Theme {
    /// The name of a key: in ASCII an arrow is a word, since `v` would be another key.
    pub fn key(self, name: &str) -> String {
        match self.glyphs {
            Glyphs::Unicode => name.to_owned(),
            Glyphs::Ascii => [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")]
                .iter()
                .fold(name.to_owned(), |name, (arrow, word)| name.replace(arrow, word)),
        }
    }
}

/// Our own glyphs in ASCII, a character for a character; other people's letters stay.
pub fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '·' | '░' => out.push('.'),
            '…' => out.push('~'),
            '“' | '”' => out.push('"'),
            '’' => out.push('\''),
            '–' | '—' | '─' | '▃' | '▄' => out.push('-'),
            '▶' | '→' => out.push('>'),
            '▇' | '█' | '▉'..='▏' => out.push('#'),
            '▁' | '▂' => out.push('_'),
            '▅' | '▆' => out.push('='),
            '●' => out.push('o'),
            '▒' => out.push('+'),
            '\u{2800}'..='\u{28ff}' => out.push('*'),
            '↑' | '▲' => out.push('^'),
            '↓' => out.push('v'),
            '←' => out.push('<'),
            c => out.push(c),
        }
    }
    out
}
