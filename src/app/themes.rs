//! The list of themes: the screen wears the one that is chosen as soon as it is. The key that opens it goes on to the
//! next, as it does again while it is open; what means nothing in it keeps the theme and does what it does in the
//! text.

use super::{
    Under,
    cursor::{page, window},
    geometry::{Area, Size},
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
};
use unicode_width::UnicodeWidthStr;

/// The list of themes over the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Themes {
    /// The theme that was worn when it was opened, as [`super::App::theme`] counts.
    began: usize,
    /// The theme that is worn now, counted likewise.
    worn: usize,
}

impl OnTop for Themes {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Theme => self.choose(Turn::On, 1, under),
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1, under),
            Act::Choose(turn, _) => self.choose(turn, page(self.list(under)), under),
            Act::Accept => self.keep(under),
            Act::Close => Outcome::WearAndClose(self.began),
            act => Outcome::Do(act),
        }
    }

    /// A press on a theme keeps it; one beside the list keeps the theme that is worn.
    fn press(&mut self, (column, row): (u16, u16), under: Under) -> Outcome {
        let inside = self.list(under);
        if inside.holds(column, row) {
            let at = self.first(under) + usize::from(row - inside.y);
            let count = under.settings.theme_names().count();
            let on = (at + count).saturating_sub(self.chosen(under)) % count;
            self.choose(Turn::On, on, under);
        }
        self.keep(under)
    }

    fn wheel(&mut self, turn: Turn, under: Under) -> Outcome {
        self.choose(turn, 1, under)
    }
}

impl Themes {
    /// The list, opened while this theme is worn.
    pub(super) const fn over(theme: usize) -> Self {
        Self {
            began: theme,
            worn: theme,
        }
    }

    /// Which of the themes is worn, by index.
    #[must_use]
    pub fn chosen(&self, under: Under) -> usize {
        under.settings.theme_at(self.worn)
    }

    /// Goes so many themes on or back; behind the last comes the first.
    pub(super) fn choose(&mut self, turn: Turn, by: usize, under: Under) -> Outcome {
        let count = under.settings.theme_names().count();
        let by = by % count;
        self.worn = match turn {
            Turn::On => self.worn.wrapping_add(by),
            Turn::Back => self.worn.wrapping_add(count - by),
        };
        Outcome::Wear(self.worn)
    }

    fn keep(self, under: Under) -> Outcome {
        let name = under.settings.theme_names().nth(self.chosen(under));
        let says = under.words.reader.theme_kept;
        Outcome::KeepTheme(self.worn, says.replace("{}", name.unwrap_or_default()))
    }

    /// The rows of the list.
    fn list(self, under: Under) -> Area {
        self.frame(under).inner(2, 1)
    }

    /// Where the list stands: at the right, where it covers little of the text.
    #[must_use]
    pub fn frame(self, under: Under) -> Area {
        let widest = under
            .settings
            .theme_names()
            .map(UnicodeWidthStr::width)
            .max();
        let title = under.words.reader.themes.width();
        let width = widest.unwrap_or_default().max(title) + 6;
        let Size { columns, .. } = under.reader.size;
        let main = under.reader.regions().main;
        let width = u16::try_from(width).unwrap_or(u16::MAX).min(columns);
        let rows = under.settings.theme_names().count() + 2;
        let height = u16::try_from(rows).unwrap_or(u16::MAX);
        Area {
            x: columns - width,
            y: main.y,
            width,
            height: height.min(main.height),
        }
    }

    /// Which theme the list begins with on the screen.
    #[must_use]
    pub fn first(&self, under: Under) -> usize {
        let count = under.settings.theme_names().count();
        let height = usize::from(self.list(under).height);
        window(self.chosen(under), count, height)
    }
}
