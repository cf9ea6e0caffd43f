//! The help: what keys do where it was asked for, and what the signs mean, on one screen; narrowed by what is
//! typed; all keys of all modes one key further. Its rows can be run.

use super::{
    Under,
    cursor::{NOTCH, moved, page, pressed},
    geometry::{self, Area, Size},
    keymap::{Keymap, Mode},
    message::{Act, Reach, Turn},
    on_top::OnTop,
    outcome::Outcome,
    stance,
    typed::{LONGEST_LINE, edit_line, type_into},
    words::Words,
};
use crate::{keys::Scope, letter::StanceLabel, reading::layout, text::fold::fold};
use tui_input::Input;

/// How much of the keymap the help lists while nothing is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// What fits on one screen of the keys where it was opened.
    #[default]
    Screen,
    /// All keys of all modes.
    Whole,
}

/// The help over the text, or over another overlay.
#[derive(Debug)]
pub struct Help {
    /// What is typed to narrow it.
    pub input: Input,
    /// How much of the keymap it lists.
    pub extent: Extent,
    /// Where it was opened, so which of its rows can be run.
    pub over: Mode,
    /// The row that is chosen, by index; the first with keys until one is.
    chosen: Option<usize>,
}

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
        let remarks = [words.help.two_digits].into_iter();
        for text in remarks.chain(words.help.remarks.iter().copied()) {
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

impl OnTop for Help {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose(turn, 1, under),
            Act::Choose(turn, _) => self.choose(turn, page(list(under.reader.size)), under),
            Act::AllKeys => {
                self.extent = match self.extent {
                    Extent::Screen => Extent::Whole,
                    Extent::Whole => Extent::Screen,
                };
                self.begin_anew()
            }
            Act::Accept => self.accept(under),
            Act::Close => Outcome::Close,
            Act::Edit(edit) => {
                edit_line(&mut self.input, edit, LONGEST_LINE);
                self.begin_anew()
            }
            _ => Outcome::Stay,
        }
    }

    fn type_text(&mut self, text: &str, _: Under) -> Outcome {
        type_into(&mut self.input, text, LONGEST_LINE);
        self.begin_anew()
    }

    /// A press on a row does what the row says; one beside the help closes it.
    fn press(&mut self, cell: (u16, u16), under: Under) -> Outcome {
        let size = under.reader.size;
        if !frame(size).holds(cell.0, cell.1) {
            return Outcome::Close;
        }
        let rows = self.rows(under);
        let Some(at) = pressed(list(size), chosen(self, &rows), rows.len(), cell) else {
            return Outcome::Stay;
        };
        self.chosen = Some(at);
        self.accept(under)
    }

    fn wheel(&mut self, turn: Turn, under: Under) -> Outcome {
        self.choose(turn, NOTCH, under)
    }
}

impl Help {
    /// The help of where a mode holds, with the line in which is typed.
    pub(super) const fn over(over: Mode, extent: Extent, input: Input) -> Self {
        Self {
            input,
            extent,
            over,
            chosen: None,
        }
    }

    fn rows(&self, under: Under) -> Vec<HelpRow> {
        let list = list(under.reader.size);
        rows(under.words, &under.settings.keymap, self, list)
    }

    /// Other rows show now.
    fn begin_anew(&mut self) -> Outcome {
        self.chosen = None;
        Outcome::Stay
    }

    fn choose(&mut self, turn: Turn, by: usize, under: Under) -> Outcome {
        let rows = self.rows(under);
        self.chosen = Some(moved(chosen(self, &rows), turn, by, rows.len()));
        Outcome::Stay
    }

    /// Does what the chosen row says, where the help was opened; of keys that hold elsewhere it says where.
    fn accept(&self, under: Under) -> Outcome {
        let rows = self.rows(under);
        let Some(HelpRow::Keys(row)) = rows.get(chosen(self, &rows)) else {
            return Outcome::Stay;
        };
        if row.mode != self.over {
            let place = under.words.mode(row.mode);
            return Outcome::Tell(format!("{place}: {}", row.keys));
        }
        // A digit is not known yet: it is asked for.
        Outcome::Do(match row.act {
            Act::Digit => Act::Goto,
            Act::TableDigit => Act::Table(Turn::On),
            act => act,
        })
    }
}
