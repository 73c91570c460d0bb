//! The screens over that network, 120x40: from a key to the picture.

use inroads::app::act::press;
use inroads::app::effect::Effect;
use inroads::app::key::{Key, parse_script};
use inroads::app::learn::learn;
use inroads::app::news::News;
use inroads::app::state::State;
use inroads::ui::theme::{Colour, Glyphs, Theme};
use inroads::ui::{self, View};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// A state and what it is drawn on.
pub struct Screens {
    state: State,
    view: View,
    terminal: Terminal<TestBackend>,
}

impl Screens {
    /// The screens after these keys.
    pub fn after(contacts: u32, keys: &str) -> Self {
        let mut state = super::state(contacts);
        learn(&mut state, News::Sized(120, 40));
        let theme = Theme { colour: Colour::Sixteen, glyphs: Glyphs::Unicode };
        let terminal = Terminal::new(TestBackend::new(120, 40)).expect("memory takes everything");
        let mut screens = Self { state, view: View::new(theme), terminal };
        for key in script(keys) {
            screens.press(key);
        }
        screens
    }

    /// A key, and what is drawn after it. What is saved is reported as saved at once.
    pub fn press(&mut self, key: Key) {
        for effect in press(&mut self.state, key) {
            if let Effect::Save(batch, _) = effect {
                learn(&mut self.state, News::Saved(batch.key.clone()));
            }
        }
        let (state, view) = (&self.state, &mut self.view);
        self.terminal.draw(|frame| ui::draw(frame, state, view)).expect("memory takes everything");
    }
}

/// Keys as they are written.
pub fn script(keys: &str) -> Vec<Key> {
    parse_script(keys).expect("keys")
}
