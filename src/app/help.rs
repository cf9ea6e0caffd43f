//! The help: the keymap in words, narrowed by what is typed.

use super::{
    App, Overlay, geometry,
    geometry::{Area, Size},
    keymap::{self, Mode},
    message::{Act, Reach, Turn},
    typed::{LONGEST_LINE, edit_line, type_into},
    words::Words,
};
use crate::{reading::layout, text::fold::fold};
use tui_input::Input;

/// The widest that the help is, in cells.
const WIDEST: u16 = 84;

/// The help over the text, or over another overlay.
#[derive(Debug, Default)]
pub struct Help {
    /// What is typed to narrow it.
    pub input: Input,
    /// The first row that shows.
    pub first: usize,
    under: Option<Box<Overlay>>,
}

/// One row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpRow {
    /// Where the keys under it hold.
    Heading(Mode),
    /// Nothing.
    Blank,
    /// Keys and what they do.
    Keys(String, String),
    /// A row of what is to be said of the program: what in it is ours, what its signs mean, and what its
    /// lists are not.
    Remark(String),
}

/// The rows that match what is typed, in `width` cells; all for an empty line.
#[must_use]
pub fn rows(words: &Words, narrow: &str, width: u16) -> Vec<HelpRow> {
    let narrow = fold(narrow);
    let mut rows = Vec::new();
    for mode in Mode::ALL {
        let keys: Vec<_> = keys(words, mode)
            .into_iter()
            .filter(|(keys, act)| {
                let text = fold(&format!("{keys} {act}"));
                narrow.split_whitespace().all(|word| text.contains(word))
            })
            .collect();
        if keys.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(HelpRow::Blank);
        }
        rows.push(HelpRow::Heading(mode));
        rows.extend(keys.into_iter().map(|(keys, act)| HelpRow::Keys(keys, act)));
    }
    if narrow.is_empty() {
        for text in &words.help.remarks {
            rows.push(HelpRow::Blank);
            let lines = layout::wrap_whole(text, usize::from(width));
            rows.extend(
                lines
                    .iter()
                    .map(|row| HelpRow::Remark(text[row.start..row.end].to_owned())),
            );
        }
    }
    rows
}

/// The keys of a mode with what they do, in the order of the keymap; bindings that do the same
/// share a row.
#[must_use]
pub fn keys(words: &Words, mode: Mode) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    for binding in keymap::bindings(mode) {
        let keys = if binding.act == Act::Digit {
            "0 … 9".to_owned()
        } else {
            binding
                .keys
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let act = words.act(binding.act);
        match rows.iter_mut().find(|(_, other)| *other == act) {
            Some((before, _)) => *before = format!("{before} {keys}"),
            None => rows.push((keys, act.to_owned())),
        }
    }
    rows
}

/// The frame of the help on a screen of this size.
#[must_use]
pub fn frame(size: Size) -> Area {
    geometry::overlay(size, WIDEST, size.rows.saturating_sub(2).clamp(4, 40))
}

/// The rows of the help that show on a screen of this size.
#[must_use]
pub fn list(size: Size) -> Area {
    let inside = frame(size).inner(2, 1);
    let above = 2.min(inside.height);
    Area {
        y: inside.y + above,
        height: inside.height - above,
        ..inside
    }
}

impl App {
    pub(super) fn open_help(&mut self) {
        let under = self.overlay.take();
        self.overlay = Some(match under {
            Some(Overlay::Help(help)) => Overlay::Help(help),
            under => Overlay::Help(Help {
                under: under.map(Box::new),
                ..Help::default()
            }),
        });
    }

    pub(super) fn close_help(&mut self) {
        if let Some(Overlay::Help(help)) = self.overlay.take() {
            self.overlay = help.under.map(|under| *under);
        }
    }

    pub(super) fn help_act(&mut self, act: Act) {
        match act {
            Act::Choose(turn, Reach::Row) => self.scroll_help(turn, 1),
            Act::Choose(turn, _) => {
                self.scroll_help(turn, usize::from(list(self.size).height).max(2) - 1);
            }
            Act::Close => self.close_help(),
            Act::Edit(edit) => self.edit_help(|input| {
                edit_line(input, edit, LONGEST_LINE);
            }),
            _ => {}
        }
    }

    pub(super) fn type_help(&mut self, text: &str) {
        self.edit_help(|input| {
            type_into(input, text, LONGEST_LINE);
        });
    }

    fn edit_help(&mut self, edit: impl FnOnce(&mut Input)) {
        if let Some(Overlay::Help(help)) = &mut self.overlay {
            edit(&mut help.input);
            help.first = 0;
        }
    }

    pub(super) fn scroll_help(&mut self, turn: Turn, by: usize) {
        let Some(Overlay::Help(help)) = &mut self.overlay else {
            return;
        };
        let count = rows(&self.words, help.input.value(), list(self.size).width).len();
        let last = count.saturating_sub(usize::from(list(self.size).height));
        help.first = match turn {
            Turn::On => (help.first + by).min(last),
            Turn::Back => help.first.min(last).saturating_sub(by),
        };
    }
}
