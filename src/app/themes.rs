//! The list of themes: the screen wears the one that is chosen as soon as it is. The key that opens it goes on to the
//! next, as it does again while it is open; what means nothing in it keeps the theme and does what it does in the
//! text.

use super::{
    App, Overlay,
    geometry::{Area, Size},
    message::{Act, Effect, Reach, Turn},
};
use unicode_width::UnicodeWidthStr;

/// The list of themes over the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Themes {
    /// The theme that was worn when it was opened, as [`App::theme`] counts.
    pub began: usize,
}

impl App {
    /// Opens the list and goes on to the next theme.
    pub(super) fn open_themes(&mut self) {
        self.overlay = Some(Overlay::Themes(Themes { began: self.theme }));
        self.choose_theme(Turn::On, 1);
    }

    pub(super) fn themes_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Theme => self.choose_theme(Turn::On, 1),
            Act::Choose(turn, Reach::Row) => self.choose_theme(turn, 1),
            Act::Choose(turn, _) => self.choose_theme(turn, self.themes_shown().max(2) - 1),
            Act::Accept => self.keep_theme(),
            Act::Close => {
                if let Some(Overlay::Themes(open)) = self.overlay.take() {
                    self.theme = open.began;
                }
            }
            act => {
                self.overlay = None;
                return self.reading_act(act);
            }
        }
        None
    }

    fn keep_theme(&mut self) {
        self.overlay = None;
        let theme = self.theme_names().into_iter().nth(self.chosen_theme());
        self.notice = theme.map(|theme| self.words.reader.theme_kept.replace("{}", theme));
    }

    /// The names of the themes, in their order.
    #[must_use]
    pub fn theme_names(&self) -> Vec<&str> {
        self.settings.theme_names().collect()
    }

    /// Which of them is worn, by index.
    #[must_use]
    pub fn chosen_theme(&self) -> usize {
        self.settings.theme_at(self.theme)
    }

    /// Goes so many themes on or back; behind the last comes the first.
    pub(super) fn choose_theme(&mut self, turn: Turn, by: usize) {
        let count = self.theme_names().len();
        let by = by % count;
        self.theme = match turn {
            Turn::On => self.theme.wrapping_add(by),
            Turn::Back => self.theme.wrapping_add(count - by),
        };
    }

    fn themes_shown(&self) -> usize {
        usize::from(self.themes_frame().inner(2, 1).height)
    }

    /// Where the list stands: at the right, where it covers little of the text.
    #[must_use]
    pub fn themes_frame(&self) -> Area {
        let names = self.theme_names();
        let widest = names.iter().map(|name| name.width()).max();
        let title = self.words.reader.themes.width();
        let width = widest.unwrap_or_default().max(title) + 6;
        let Size { columns, .. } = self.reader.size;
        let main = self.reader.regions().main;
        let width = u16::try_from(width).unwrap_or(u16::MAX).min(columns);
        let height = u16::try_from(names.len() + 2).unwrap_or(u16::MAX);
        Area {
            x: columns - width,
            y: main.y,
            width,
            height: height.min(main.height),
        }
    }

    /// A press on a theme keeps it; one beside the list keeps the theme that is worn.
    pub(super) fn press_themes(&mut self, column: u16, row: u16) {
        let inside = self.themes_frame().inner(2, 1);
        if inside.holds(column, row) {
            let at = self.first_theme() + usize::from(row - inside.y);
            let count = self.theme_names().len();
            let on = (at + count).saturating_sub(self.chosen_theme()) % count;
            self.choose_theme(Turn::On, on);
        }
        self.keep_theme();
    }

    /// Which theme the list begins with on the screen.
    #[must_use]
    pub fn first_theme(&self) -> usize {
        super::geometry::window(
            self.chosen_theme(),
            self.theme_names().len(),
            self.themes_shown(),
        )
    }
}
