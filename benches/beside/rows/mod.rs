//! The rows of the table: what is measured beside what, and the goals.

mod big;
mod finder;
mod letters;
mod reader;
mod whole;

use crate::{
    inside::Call,
    made::{LETTER, Made, PROGRAM},
    measure::{KEY_QUIET, Keys, Pressed, press},
    pairs::Two,
    table::Line,
};
use std::{io, path::Path};

/// What comes of measuring: lines, or what went wrong.
type Lines = io::Result<Vec<Line>>;

/// What is measured with, and how much of it.
pub struct Bench {
    pub made: Made,
    /// Fewer pairs, fewer keys, shorter waits.
    pub quick: bool,
}

/// A row, or a few that are measured together.
pub struct Row {
    /// By what it is asked for.
    pub name: &'static str,
    /// The program beside, where there is one.
    pub beside: Option<&'static str>,
    /// Takes the figures.
    pub measure: fn(&Bench) -> Lines,
}

impl Row {
    /// Whether it goes by this name, or by the first part of one: `large` is all of `large-…`.
    pub fn is_named(&self, name: &str) -> bool {
        let rest = self.name.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

const fn row(
    name: &'static str,
    beside: Option<&'static str>,
    measure: fn(&Bench) -> Lines,
) -> Row {
    Row {
        name,
        beside,
        measure,
    }
}

/// All rows, in the order of the table.
pub const ROWS: [Row; 22] = [
    row("start", Some("less"), reader::start),
    row("scroll", Some("less"), reader::scroll),
    row("idle", Some("less"), reader::idle),
    row("burst", Some("less"), reader::burst),
    row("memory", Some("less"), reader::memory),
    row("finder-letter", Some("fzf"), finder::letter),
    row("finder-10000", Some("fzf"), finder::many::<10_000>),
    row("finder-100000", Some("fzf"), finder::many::<100_000>),
    row("mute", None, reader::mute),
    row("ends", Some("less"), reader::ends),
    row("large-start", Some("vim"), big::start),
    row("large-scroll", None, big::scroll),
    row("large-end", Some("less"), big::end),
    row("large-memory", Some("vim"), big::memory),
    row("large-search", Some("vim"), big::search),
    row("paragraph", Some("less"), big::paragraph),
    row("letters-10", Some("rg"), letters::many::<10>),
    row("letters-100", Some("rg"), letters::many::<100>),
    row("letters-1000", Some("rg"), letters::many::<1_000>),
    row("letters-10000", Some("rg"), letters::many::<10_000>),
    row("find", Some("grep"), whole::find),
    row("size", None, whole::size),
];

impl Bench {
    /// So many pairs, or a share of them.
    fn pairs(&self, count: usize) -> usize {
        if self.quick { count.div_ceil(5) } else { count }
    }

    /// So many keys, or a share of them.
    fn keys(&self, count: usize) -> usize {
        if self.quick { count / 4 } else { count }
    }

    /// The program on the embedded letter.
    fn reader(&self) -> Call {
        self.made.call(PROGRAM, &[])
    }

    /// The program on the embedded letter, and `less` on the same.
    fn reader_and_less(&self) -> Two<Call> {
        self.with_less(self.reader(), Path::new(LETTER))
    }

    fn with_less(&self, here: Call, file: &Path) -> Two<Call> {
        let beside = self.made.call("less", &[file]);
        Two {
            here,
            whose: "less",
            beside,
        }
    }

    /// Vim only looks, and keeps no file to recover from.
    fn with_vim(&self, file: &Path) -> Two<Call> {
        let [look, only] = ["-R", "-n"].map(Path::new);
        Two {
            here: self.made.call(PROGRAM, &[file]),
            whose: "vim",
            beside: self.made.call("vim", &[look, only, file]),
        }
    }

    /// Three rows down and one up, again and again, but not to the end of the letter, where keys do nothing.
    fn scrolling(&self) -> Keys {
        Keys {
            before: b"",
            measured: self.cycle(&["j", "j", "j", "k"], 120),
            after: b"",
            quiet: KEY_QUIET,
        }
    }

    /// So many keys, or a share of them, out of a cycle.
    fn cycle(&self, keys: &[&str], count: usize) -> Vec<Vec<u8>> {
        let keys = keys.iter().cycle().map(|key| key.as_bytes().to_vec());
        keys.take(self.keys(count)).collect()
    }
}

/// Time and bytes of a key, and time to the first change for the first of them.
fn typed((call, keys): &(Call, Keys)) -> io::Result<[f64; 3]> {
    let Pressed {
        frame,
        bytes,
        first,
    } = press(call, keys)?;
    Ok([frame, bytes, first])
}
