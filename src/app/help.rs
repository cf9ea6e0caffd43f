//! The help: what keys do where it was asked for, and what the signs mean, on one screen; narrowed by what is
//! typed; all keys of all modes one key further. Its rows can be run.

pub use super::overlay::{Extent, Help};
use super::{
    App, Overlay, cursor,
    geometry::{self, Area, Size},
    keymap::{Keymap, Mode},
    message::{Act, Effect, Message, Reach, Turn},
    stance,
    typed::{LONGEST_LINE, edit_line, type_into},
    words::Words,
};
use crate::{keys::Scope, letter::StanceLabel, reading::layout, text::fold::fold};
use tui_input::Input;

/// The widest that the help is, in cells.
const WIDEST: u16 = 84;

/// One row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpRow {
    /// Where the keys under it hold.
    Heading(Mode),
    /// Nothing.
    Blank,
    /// Keys and what they do.
    Keys(KeyRow),
    /// A row of what is to be said of the program: what in it is ours, what its signs mean, and what its
    /// lists are not.
    Remark(String),
}

/// Keys that do the same in a mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// Where.
    pub mode: Mode,
    /// The keys.
    pub keys: String,
    /// What they do, in words.
    pub does: String,
    /// What the first of them does.
    pub act: Act,
}

/// What is done most, in this order; what is not among it follows as the keymap has it.
const MOST_USED: &[Act] = &[
    Act::Find,
    Act::Search,
    Act::Overview,
    Act::Digit,
    Act::Copy,
    Act::Accept,
    Act::Choose(Turn::On, Reach::Row),
    Act::Choose(Turn::Back, Reach::Row),
    Act::Scroll(Turn::On, Reach::Page),
    Act::Scroll(Turn::Back, Reach::Page),
    Act::Section(Turn::On),
    Act::Section(Turn::Back),
    Act::Card,
    Act::Mention(Turn::On),
    Act::Hit(Turn::On),
    Act::SearchHit(Turn::On),
    Act::Jump(Turn::Back),
    Act::Paragraph(Turn::On),
    Act::Paragraph(Turn::Back),
    Act::Bookmark,
    Act::OwnNote,
    Act::Goto,
    Act::Compare,
    Act::Close,
    Act::Quit,
];

/// The rows of the help in an area.
#[must_use]
pub fn rows(words: &Words, keymap: &Keymap, open: &Help, area: Area) -> Vec<HelpRow> {
    let narrow = fold(open.input.value());
    if open.extent == Extent::Screen && narrow.is_empty() {
        return one_screen(words, keymap, open.over, area);
    }
    let mut rows = Vec::new();
    let others = Mode::ALL.into_iter().filter(|mode| *mode != open.over);
    for mode in std::iter::once(open.over).chain(others) {
        let holds = |row: &KeyRow| {
            let text = fold(&format!("{} {}", row.keys, row.does));
            narrow.split_whitespace().all(|word| text.contains(word))
        };
        let mut keys = by_use(words, keymap, mode);
        keys.extend(without_keys(words, keymap, mode));
        keys.retain(holds);
        if keys.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(HelpRow::Blank);
        }
        rows.push(HelpRow::Heading(mode));
        rows.extend(keys.into_iter().map(HelpRow::Keys));
    }
    if narrow.is_empty() {
        for text in words.help.remarks {
            rows.push(HelpRow::Blank);
            rows.extend(remark(text, area.width));
        }
    }
    rows
}

/// What the signs mean, and under it as many keys of a mode as there is room for.
fn one_screen(words: &Words, keymap: &Keymap, mode: Mode, area: Area) -> Vec<HelpRow> {
    let height = usize::from(area.height);
    let mut rows = signs(words, area.width);
    rows.push(HelpRow::Blank);
    if rows.len() > height / 2 {
        rows.clear();
    }
    rows.push(HelpRow::Heading(mode));
    let mut keys = by_use(words, keymap, mode);
    let room = height.saturating_sub(rows.len());
    if keys.len() > room {
        keys.truncate(room.saturating_sub(1));
    }
    let left_out = by_use(words, keymap, mode).len() - keys.len();
    rows.extend(keys.into_iter().map(HelpRow::Keys));
    if left_out > 0 {
        let sentence = words.help.more.replace("{}", &left_out.to_string());
        rows.extend(remark(&sentence, area.width).take(1));
    }
    rows
}

/// What each sign means: those of the stances, and the rest.
fn signs(words: &Words, width: u16) -> Vec<HelpRow> {
    let labels = [
        StanceLabel::Endorsed,
        StanceLabel::Partly,
        StanceLabel::ExistingPolicy,
        StanceLabel::NotAdopted,
        StanceLabel::NoPosition,
    ];
    let stances = stance::legend(words, labels.into_iter());
    let stances = format!("{} ({})", stances.join(" · "), words.stances.makers);
    let texts = [stances.as_str(), words.help.signs];
    texts
        .into_iter()
        .flat_map(|text| remark(text, width).collect::<Vec<_>>())
        .collect()
}

fn remark(text: &str, width: u16) -> impl Iterator<Item = HelpRow> + '_ {
    let lines = layout::wrap_whole(text, usize::from(width)).into_iter();
    lines.map(|row| HelpRow::Remark(text[row.start..row.end].to_owned()))
}

/// The keys of a mode, those that are used most first.
fn by_use(words: &Words, keymap: &Keymap, mode: Mode) -> Vec<KeyRow> {
    let mut rows = key_rows(words, keymap, mode);
    let rank = |row: &KeyRow| MOST_USED.iter().position(|act| *act == row.act);
    rows.sort_by_key(|row| rank(row).unwrap_or(MOST_USED.len()));
    rows
}

/// What can be done in a mode and has no key, for the user has taken it away: here it still can.
fn without_keys(words: &Words, keymap: &Keymap, mode: Mode) -> impl Iterator<Item = KeyRow> {
    let acts = Keymap::acts_of(Scope::In(mode)).filter(move |act| keymap.key(mode, *act).is_none());
    acts.map(move |act| KeyRow {
        mode,
        keys: String::new(),
        does: words.act(act).to_owned(),
        act,
    })
}

/// The keys of a mode with what they do, in the order of the keymap; bindings that do the same
/// share a row.
fn key_rows(words: &Words, keymap: &Keymap, mode: Mode) -> Vec<KeyRow> {
    let mut rows: Vec<KeyRow> = Vec::new();
    for (key, act) in keymap.bindings(mode) {
        let does = words.act(act);
        match rows.iter_mut().find(|row| row.does == does) {
            Some(row) => row.keys.extend([" ", &key.to_string()]),
            None => rows.push(KeyRow {
                mode,
                keys: key.to_string(),
                does: does.to_owned(),
                act,
            }),
        }
    }
    for row in &mut rows {
        row.keys = row.keys.replace(DIGITS, "0 … 9");
    }
    rows
}

/// What can be done in the text and is named by these words, the likeliest first: what has one of them as a word of
/// its own, then what has a word that starts so, then the rest; nothing for less than two letters.
#[must_use]
pub fn named_so(words: &Words, keymap: &Keymap, typed: &str) -> Vec<KeyRow> {
    let typed = fold(typed);
    let wanted: Vec<&str> = typed.split_whitespace().collect();
    if wanted.iter().all(|word| word.chars().count() < 2) {
        return Vec::new();
    }
    let mut found = by_use(words, keymap, Mode::Reading);
    found.extend(without_keys(words, keymap, Mode::Reading));
    let text = |row: &KeyRow| fold(&row.does) + " " + row.act.id();
    found.retain(|row| wanted.iter().all(|word| text(row).contains(word)));
    found.sort_by_cached_key(|row| {
        let text = text(row);
        let own: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        let first = own.first().is_some_and(|first| wanted.contains(first));
        let whole = wanted.iter().all(|word| own.contains(word));
        let starts = |word: &&str| own.iter().any(|other| other.starts_with(word));
        (!first, !whole, !wanted.iter().all(starts))
    });
    found
}

/// All digits, of which a row shows the first and the last.
const DIGITS: &str = "0 1 2 3 4 5 6 7 8 9";

/// The keys of a mode with what they do, in the order of the keymap.
#[must_use]
pub fn keys(words: &Words, keymap: &Keymap, mode: Mode) -> Vec<(String, String)> {
    let rows = key_rows(words, keymap, mode).into_iter();
    rows.map(|row| (row.keys, row.does)).collect()
}

/// Which of the rows is chosen, by index.
#[must_use]
pub fn chosen(open: &Help, rows: &[HelpRow]) -> usize {
    let keys = |row: &HelpRow| matches!(row, HelpRow::Keys(_));
    let first = || rows.iter().position(keys).unwrap_or_default();
    let last = rows.len().saturating_sub(1);
    open.chosen.unwrap_or_else(first).min(last)
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
    /// Opens all that can be done, to be found by its name and run.
    pub(super) fn open_palette(&mut self) {
        self.open_help();
        if let Some(Overlay::Help(help)) = &mut self.overlay {
            help.extent = Extent::Whole;
        }
    }

    pub(super) fn open_help(&mut self) {
        if matches!(self.overlay, Some(Overlay::Help(_))) {
            return;
        }
        let over = self.mode();
        self.overlay = Some(Overlay::Help(Help {
            input: Input::default(),
            extent: Extent::default(),
            over,
            chosen: None,
            under: self.overlay.take().map(Box::new),
        }));
    }

    pub(super) fn close_help(&mut self) {
        if let Some(Overlay::Help(help)) = self.overlay.take() {
            self.overlay = help.under.map(|under| *under);
        }
    }

    pub(super) fn help_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Choose(turn, Reach::Row) => self.scroll_help(turn, 1),
            Act::Choose(turn, _) => {
                self.scroll_help(turn, usize::from(list(self.reader.size).height).max(2) - 1);
            }
            Act::AllKeys => self.turn_extent(),
            Act::Accept => return self.run_row(),
            Act::Close => self.close_help(),
            Act::Edit(edit) => self.edit_help(|input| {
                edit_line(input, edit, LONGEST_LINE);
            }),
            _ => {}
        }
        None
    }

    pub(super) fn type_help(&mut self, text: &str) {
        self.edit_help(|input| {
            type_into(input, text, LONGEST_LINE);
        });
    }

    fn edit_help(&mut self, edit: impl FnOnce(&mut Input)) {
        if let Some(Overlay::Help(help)) = &mut self.overlay {
            edit(&mut help.input);
            help.chosen = None;
        }
    }

    fn turn_extent(&mut self) {
        if let Some(Overlay::Help(help)) = &mut self.overlay {
            help.extent = match help.extent {
                Extent::Screen => Extent::Whole,
                Extent::Whole => Extent::Screen,
            };
            help.chosen = None;
        }
    }

    /// Does what the chosen row says, where the help was opened; of keys that hold elsewhere it says where.
    fn run_row(&mut self) -> Option<Effect> {
        let Some(Overlay::Help(help)) = &self.overlay else {
            return None;
        };
        let rows = rows(
            &self.words,
            &self.settings.keymap,
            help,
            list(self.reader.size),
        );
        let HelpRow::Keys(row) = rows.get(chosen(help, &rows))? else {
            return None;
        };
        if row.mode != help.over {
            let place = self.words.mode(row.mode);
            self.notice = Some(format!("{place}: {}", row.keys));
            return None;
        }
        // A digit is not known yet: it is asked for.
        let act = match row.act {
            Act::Digit => Act::Goto,
            Act::TableDigit => Act::Table(Turn::On),
            act => act,
        };
        self.close_help();
        self.take(Message::Act(act))
    }

    pub(super) fn scroll_help(&mut self, turn: Turn, by: usize) {
        let Some(Overlay::Help(help)) = &self.overlay else {
            return;
        };
        let rows = rows(
            &self.words,
            &self.settings.keymap,
            help,
            list(self.reader.size),
        );
        let from = chosen(help, &rows);
        let to = cursor::moved(from, turn, by, rows.len());
        if let Some(Overlay::Help(help)) = &mut self.overlay {
            help.chosen = Some(to);
        }
    }

    /// A press on a row does what the row says; one beside the help closes it.
    pub(super) fn press_help(&mut self, column: u16, row: u16) -> Option<Effect> {
        if !frame(self.reader.size).holds(column, row) {
            self.close_help();
            return None;
        }
        let area = list(self.reader.size);
        let Some(Overlay::Help(help)) = &mut self.overlay else {
            return None;
        };
        let rows = rows(&self.words, &self.settings.keymap, help, area);
        let at = cursor::pressed(area, chosen(help, &rows), rows.len(), (column, row))?;
        help.chosen = Some(at);
        self.run_row()
    }
}
