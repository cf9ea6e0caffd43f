//! The flags: what each is called, what it takes, and what it belongs to. Grammar, help, completions and the
//! manual page are made from this table.

use super::table::Table;
use crate::{
    app::words::{CliWords, Words},
    built_in::THEMES,
    catalogue::Kind,
    reading::cite::Style,
};
use std::ops::RangeInclusive;

/// How wide a text can be printed, in cells.
pub const WIDTHS: RangeInclusive<u16> = 20..=u16::MAX;

/// A flag of the program or of its commands.
pub struct Flag {
    /// Its long name.
    pub id: &'static str,
    /// The letter it has besides.
    pub short: Option<char>,
    /// What it takes.
    pub takes: Takes,
    /// What it does, in the words of the interface.
    pub told: fn(&CliWords) -> &'static str,
    /// What it belongs to.
    pub of: Of,
}

/// What a flag takes. The names are those of the value in the help.
pub enum Takes {
    /// Nothing.
    Nothing,
    /// Any text.
    Text(&'static str),
    /// A file.
    File(&'static str),
    /// A width, in cells.
    Width(&'static str),
    /// One of these.
    OneOf(&'static str, fn() -> Vec<&'static str>),
    /// One of these or what means the same, which depends on the words of the interface.
    Kind(&'static str, fn(&Words) -> Vec<&str>),
}

/// What a flag belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The reader and all commands.
    All,
    /// The reader.
    Reader,
    /// These commands.
    Commands(&'static [&'static str]),
}

/// The commands that print in several forms.
const PRINTING: &[&str] = &["show", "find", "search", "verify", "list", "notes"];

/// The commands that print in colour.
const COLOURED: &[&str] = &[
    "show", "find", "search", "verify", "list", "notes", "sheet", "check",
];

/// The commands that wrap what they print.
const WRAPPING: &[&str] = &["show", "find", "search", "verify", "list", "notes", "sheet"];

/// All flags, in the order in which the help names them.
pub const FLAGS: &[Flag] = &[
    Flag {
        id: "letter",
        short: Some('l'),
        takes: Takes::File("FILE"),
        told: |words| words.letter,
        of: Of::All,
    },
    Flag {
        id: "lang",
        short: None,
        takes: Takes::OneOf("LANG", || vec!["nl", "en"]),
        told: |words| words.lang,
        of: Of::All,
    },
    Flag {
        id: "config",
        short: None,
        takes: Takes::File("FILE"),
        told: |words| words.config,
        of: Of::All,
    },
    Flag {
        id: "print-config",
        short: None,
        takes: Takes::Nothing,
        told: |words| words.print_config,
        of: Of::Reader,
    },
    Flag {
        id: "at",
        short: None,
        takes: Takes::Text("ADDRESS"),
        told: |words| words.at,
        of: Of::Reader,
    },
    Flag {
        id: "find",
        short: None,
        takes: Takes::Text("QUERY"),
        told: |words| words.find,
        of: Of::Reader,
    },
    Flag {
        id: "theme",
        short: None,
        takes: Takes::OneOf("NAME", || THEMES.map(|(name, _)| name).to_vec()),
        told: |words| words.theme,
        of: Of::Reader,
    },
    Flag {
        id: "no-mouse",
        short: None,
        takes: Takes::Nothing,
        told: |words| words.no_mouse,
        of: Of::Reader,
    },
    Flag {
        id: "no-links",
        short: None,
        takes: Takes::Nothing,
        told: |words| words.no_links,
        of: Of::Reader,
    },
    Flag {
        id: "linear",
        short: None,
        takes: Takes::Nothing,
        told: |words| words.linear,
        of: Of::Reader,
    },
    Flag {
        id: "ascii",
        short: None,
        takes: Takes::Nothing,
        told: |words| words.ascii,
        of: Of::Reader,
    },
    Flag {
        id: "fresh",
        short: None,
        takes: Takes::Nothing,
        told: |words| words.fresh,
        of: Of::Reader,
    },
    Flag {
        id: "kind",
        short: None,
        takes: Takes::Kind("KIND", |words| {
            Kind::ALL.map(|kind| words.kind(kind)).to_vec()
        }),
        told: |words| words.kind,
        of: Of::Commands(&["find"]),
    },
    Flag {
        id: "kind",
        short: None,
        takes: Takes::Kind("KIND", |words| {
            let tables = Table::ALL.into_iter();
            let tables = tables.filter(|table| !table.has_verdicts());
            let kinds = tables.flat_map(|table| table.kinds(words));
            // Several tables have some of them.
            let mut each_once: Vec<&str> = Vec::new();
            for kind in kinds {
                if !each_once.contains(&kind.one) {
                    each_once.push(kind.one);
                }
            }
            each_once
        }),
        told: |words| words.list_kind,
        of: Of::Commands(&["list"]),
    },
    Flag {
        id: "verdict",
        short: None,
        takes: Takes::Kind("VERDICT", |words| {
            let verdicts = Table::Asks.kinds(words).into_iter();
            verdicts.map(|kind| kind.one).collect()
        }),
        told: |words| words.list_verdict,
        of: Of::Commands(&["list"]),
    },
    Flag {
        id: "tag",
        short: None,
        takes: Takes::Text("TAG"),
        told: |words| words.notes_tag,
        of: Of::Commands(&["notes"]),
    },
    Flag {
        id: "style",
        short: None,
        takes: Takes::OneOf("STYLE", || Style::ALL.map(Style::id).to_vec()),
        told: |words| words.style,
        of: Of::Commands(&["cite"]),
    },
    Flag {
        id: "format",
        short: None,
        takes: Takes::OneOf("FORMAT", || vec!["text", "md", "json", "tsv"]),
        told: |words| words.format,
        of: Of::Commands(PRINTING),
    },
    Flag {
        id: "format",
        short: None,
        takes: Takes::OneOf("FORMAT", || vec!["text", "md", "html"]),
        told: |words| words.format,
        of: Of::Commands(&["sheet"]),
    },
    Flag {
        id: "only",
        short: None,
        takes: Takes::Text("WHAT"),
        told: |words| words.sheet_only,
        of: Of::Commands(&["sheet"]),
    },
    Flag {
        id: "width",
        short: None,
        takes: Takes::Width("N"),
        told: |words| words.width,
        of: Of::Commands(WRAPPING),
    },
    Flag {
        id: "color",
        short: None,
        takes: Takes::OneOf("WHEN", || vec!["auto", "always", "never"]),
        told: |words| words.color,
        of: Of::Commands(COLOURED),
    },
];

/// The flags of the program itself: of the reader, and of all commands too.
pub fn of_the_program() -> impl Iterator<Item = &'static Flag> {
    FLAGS
        .iter()
        .filter(|flag| !matches!(flag.of, Of::Commands(_)))
}

/// The flags of the reader alone.
pub fn of_the_reader() -> impl Iterator<Item = &'static Flag> {
    FLAGS.iter().filter(|flag| flag.of == Of::Reader)
}

/// The flags of one command alone.
pub fn of_the_command(command: &str) -> impl Iterator<Item = &'static Flag> {
    FLAGS
        .iter()
        .filter(move |flag| matches!(flag.of, Of::Commands(those) if those.contains(&command)))
}
