//! Whatever was read as a letter, all that comes after the reading can work with it.

use crate::{
    common::Journey,
    made::{self, Mutation},
};
use kamerbrief::{
    app::words::Words,
    catalogue::{Abbreviations, Catalogue, Mentions},
    cli::{
        self, Desk, Paper,
        args::{Command, Format, Table},
    },
    letter::{self, Address, Language, Letter, Part, Span},
    reading::{
        cite::{self, Style},
        near,
        search::{self, Query},
    },
};
use proptest::prelude::*;

const QUERIES: [&str; 8] = [
    "a",
    "civicus",
    "mensenrechten",
    "Aanbeveling 1",
    "(",
    "\u{301}",
    "İ",
    "e\u{301}n .",
];

/// A span holds words of its paragraph.
fn stands(letter: &Letter, span: Span) -> Result<(), TestCaseError> {
    let words = letter.paragraph(span.paragraph).get(span.range());
    prop_assert!(words.is_some_and(|words| !words.is_empty()), "{:?}", span);
    Ok(())
}

/// The first addresses and the last.
fn addresses(letter: &Letter) -> Vec<Address> {
    let count = letter.paragraphs().len();
    let some = (0..count).filter(|index| *index < 12 || index + 12 >= count);
    some.filter_map(|index| letter.address(index)).collect()
}

fn looked_up(letter: &Letter) -> Result<(), TestCaseError> {
    let mentions = Mentions::find(letter, Catalogue::embedded());
    for mention in mentions.all() {
        stands(letter, mention.span)?;
    }
    let abbreviations = Abbreviations::find(letter);
    for short in abbreviations.all() {
        prop_assert!(short.spans().len() > 0);
        for span in short.spans().chain(short.said_at) {
            stands(letter, span)?;
        }
    }
    for typed in QUERIES {
        let query = Query::new(typed);
        let exact = query.map(|query| search::matches(letter, &query));
        for span in exact.into_iter().flatten().chain(near::near(letter, typed)) {
            stands(letter, span)?;
        }
    }
    Ok(())
}

fn cited(letter: &Letter) -> Result<(), TestCaseError> {
    let nowhere = Address {
        section: u32::MAX.into(),
        part: Part::Paragraph(u32::MAX),
    };
    let all = addresses(letter).into_iter().chain([nowhere]).map(Some);
    for address in all.chain([None]) {
        for style in Style::ALL {
            let citation = cite::cite(letter, address, style);
            prop_assert!(!citation.trim().is_empty(), "{:?} {:?}", address, style);
        }
    }
    Ok(())
}

fn printed(letter: &Letter) -> Result<(), TestCaseError> {
    let words = Words::of(Language::Dutch);
    let mut desk = Desk::new(letter.clone(), words, Paper::default());
    let mut commands = vec![
        Command::Show {
            addresses: Vec::new(),
        },
        Command::Show {
            addresses: addresses(letter),
        },
        Command::Find {
            query: "e".into(),
            kind: None,
        },
        Command::Check,
    ];
    commands.extend(QUERIES.map(|text| Command::Search { text: text.into() }));
    commands.extend(Table::ALL.map(|table| Command::List { table, kind: None }));
    for (width, colour) in [(None, false), (Some(20), true)] {
        desk.paper = Paper {
            width,
            colour,
            terminal: width.is_some(),
        };
        for command in &commands {
            for format in [Format::Text, Format::Markdown, Format::Json, Format::Tsv] {
                let printout = cli::run(command, format, &desk);
                let printout = printout.map_err(|error| TestCaseError::fail(error.to_string()))?;
                if format == Format::Json && *command != Command::Check {
                    let json =
                        serde_json::from_str::<serde_json::Value>(&printout.text.to_string());
                    prop_assert!(json.is_ok(), "{:?}: {}", command, printout.text.to_string());
                }
            }
        }
    }
    Ok(())
}

fn read_on_a_screen(letter: &Letter) {
    for (columns, rows) in [(80, 24), (31, 7)] {
        let mut journey = Journey::with(letter.clone(), Language::Dutch, columns, rows);
        journey.screen();
        journey.press("G j PgDn k g e e E Enter Esc ] [ n l l h 0 } { Ctrl-d d u 9");
        journey.screen();
        journey.press("/").type_text("en").press("Enter n N");
        journey.press("f").type_text("ci").press("Enter ]");
        journey
            .press(":")
            .type_text("4.2")
            .press("Enter Ctrl-o Tab");
        journey.press("v j j y").screen();
        journey.press("Esc Esc y c").screen();
        journey.press("Esc G").resize(120, 36).screen();
    }
}

fn works(letter: &Letter) -> Result<(), TestCaseError> {
    looked_up(letter)?;
    cited(letter)?;
    printed(letter)?;
    read_on_a_screen(letter);
    Ok(())
}

#[test]
fn letters_made_of_pieces() {
    let judge =
        |text: String| letter::read(text.as_bytes()).map_or(Ok(()), |letter| works(&letter));
    made::runner(20).run(&made::pieces(), judge).unwrap();
}

#[test]
fn the_embedded_letter_with_changes() {
    let judge =
        |mutation: Mutation| letter::read(mutation.bytes()).map_or(Ok(()), |letter| works(&letter));
    made::runner(2).run(&made::mutations(), judge).unwrap();
}

/// What was found before.
#[test]
fn known_letters() {
    for (name, text) in [
        ("a word of more than 45 bytes", "a".repeat(46)),
        (
            "a word of a hundred thousand bytes",
            "maatschappij".repeat(10_000),
        ),
        ("a word of wide characters", "日".repeat(500)),
        ("only marks on letters", "\u{301}".repeat(500)),
        ("a name over and over", "CIVICUS ".repeat(500)),
        (
            "nothing but headings",
            "Aanbeveling 1:\nAanbeveling 2:\n".to_owned(),
        ),
        ("nothing but a head", "Den Haag, 3 mei 2021".to_owned()),
    ] {
        let letter = letter::read(text.as_bytes()).unwrap();
        works(&letter).unwrap_or_else(|found| panic!("{name}: {found}"));
    }
}
