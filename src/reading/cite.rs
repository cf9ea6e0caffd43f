//! Citations: how to refer to a letter, a section or a paragraph, and quotes that say where they
//! come from.
//!
//! All is derived from what the letter's head says; what it does not say is left out. Passages are
//! named in words, since a letter has no pages of its own.

use super::{
    bibliography::{bibtex, csl_json},
    paper::{escape, kamerstuk, leidraad},
};
use crate::letter::{Address, Kind, Letter, Part, Role, SectionKind};
use std::{ops::Range, str::FromStr};

/// The ordinals that are written as words.
const ORDINALS: [&str; 20] = [
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
    "elfde",
    "twaalfde",
    "dertiende",
    "veertiende",
    "vijftiende",
    "zestiende",
    "zeventiende",
    "achttiende",
    "negentiende",
    "twintigste",
];

/// For whom a citation is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As the Leidraad voor juridische auteurs has it: `Kamerstukken II 2025/26, 36800 XVII, nr. 9`.
    #[default]
    Leidraad,
    /// As papers of the Chambers refer to one another: `Kamerstuk 36 800 XVII, nr. 9`.
    Kamerstuk,
    /// The Leidraad's, as a link in Markdown.
    Markdown,
    /// A `@misc` for BibTeX and biblatex.
    Bibtex,
    /// CSL-JSON, which Zotero and other reference managers read.
    CslJson,
}

impl Style {
    /// All styles, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Leidraad,
        Self::Kamerstuk,
        Self::Markdown,
        Self::Bibtex,
        Self::CslJson,
    ];

    /// The stable name, as the command line gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Leidraad => "leidraad",
            Self::Kamerstuk => "kamerstuk",
            Self::Markdown => "md",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl-json",
        }
    }
}

impl FromStr for Style {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|style| style.id() == written);
        known.ok_or_else(|| Self::ALL.map(Self::id).join(", "))
    }
}

/// The citation of a letter, or of the section or paragraph at an address. An address that the letter
/// does not have is left out.
#[must_use]
pub fn cite(letter: &Letter, address: Option<Address>, style: Style) -> String {
    let cited = address.and_then(|address| Some((address, passage(letter, address)?)));
    let words = |citation| match &cited {
        Some((_, passage)) => format!("{citation}, {passage}"),
        None => citation,
    };
    match style {
        Style::Leidraad => words(leidraad(letter)),
        Style::Kamerstuk => words(kamerstuk(letter)),
        Style::Markdown => words(markdown(letter)),
        Style::Bibtex => bibtex(letter, cited),
        Style::CslJson => csl_json(letter, cited),
    }
}

/// Words of the letter in quotation marks, with the citation of their address behind them: in brackets
/// or, where it is written for a program, under them. Empty where there are no words.
#[must_use]
pub fn quoted(letter: &Letter, words: &str, address: Option<Address>, style: Style) -> String {
    quoted_from(letter, words, &[address], style)
}

/// The same with words of several paragraphs, each with its citation.
#[must_use]
pub fn quoted_from(
    letter: &Letter,
    words: &str,
    addresses: &[Option<Address>],
    style: Style,
) -> String {
    let words = words.trim();
    if words.is_empty() {
        return String::new();
    }
    let citations = addresses.iter().map(|at| cite(letter, *at, style));
    let between = match style {
        Style::Bibtex | Style::CslJson => "\n\n",
        _ => "; ",
    };
    let citation = citations.collect::<Vec<_>>().join(between);
    match style {
        Style::Leidraad | Style::Kamerstuk => format!("‘{words}’ ({citation})"),
        Style::Markdown => format!("‘{}’ ({citation})", escape(words, markdown_sign)),
        Style::Bibtex | Style::CslJson => format!("‘{words}’\n\n{citation}"),
    }
}

fn markdown(letter: &Letter) -> String {
    let text = escape(&leidraad(letter), markdown_sign);
    match letter.facts.link() {
        Some(link) => format!("[{text}]({link})"),
        None => text,
    }
}

/// How Markdown has a character written that would else be a sign of its own.
const fn markdown_sign(c: char) -> Option<&'static str> {
    Some(match c {
        '\\' => "\\\\",
        '`' => "\\`",
        '*' => "\\*",
        '_' => "\\_",
        '[' => "\\[",
        ']' => "\\]",
        '<' => "\\<",
        _ => return None,
    })
}

/// `reactie op aanbeveling 4, tweede alinea`: the words for an address that the letter has.
fn passage(letter: &Letter, address: Address) -> Option<String> {
    letter.locate(address).ok()?;
    let address = letter.meant(address);
    let section = &letter.sections()[letter.section_numbered(address.section)?];
    let response = letter.response(section);
    let number = section.number.to_string();
    let word = section.pair.word();
    // A number that goes by its word too has it already.
    let asked = if number.starts_with(word) {
        number
    } else {
        format!("{word} {number}")
    };
    let paragraph = match address.part {
        Part::Head => return Some("kop".to_owned()),
        Part::Whole => None,
        Part::Paragraph(paragraph) => Some(paragraph),
        Part::Note(note) => return Some(format!("noot {note}")),
    };
    let part = match section.kind {
        SectionKind::Closing => return Some("ondertekening".to_owned()),
        SectionKind::Recommendation if paragraph == Some(0) || response.is_empty() => {
            return Some(asked);
        }
        SectionKind::Recommendation => Some(format!("{} {asked}", section.pair.answer())),
        SectionKind::Part => letter
            .heading(section)
            .map(|heading| format!("onder ‘{heading}’")),
        // Without recommendations it is no opening but the letter itself.
        SectionKind::Opening => (letter.recommendations() > 0).then(|| "inleiding".to_owned()),
    };
    let paragraph = paragraph.and_then(|number| ordinal(letter, response, number as usize));
    match (part, paragraph) {
        (Some(part), Some(ordinal)) => Some(format!("{part}, {ordinal} alinea")),
        (None, Some(ordinal)) => Some(format!("{ordinal} alinea")),
        (part, None) => part,
    }
}

/// Which of a response's paragraphs one is, in words; a heading does not count, and has no ordinal.
fn ordinal(letter: &Letter, response: Range<usize>, number: usize) -> Option<String> {
    let is_text = |index: usize| {
        letter.paragraphs()[index].role == Role::Response
            && !matches!(letter.kind(index), Kind::Heading { .. })
    };
    let last = response
        .clone()
        .nth(number.checked_sub(1)?)
        .filter(|&index| is_text(index))?;
    let count = (response.start..=last)
        .filter(|&index| is_text(index))
        .count();
    Some(
        ORDINALS
            .get(count - 1)
            .map_or_else(|| format!("{count}e"), |&word| word.to_owned()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{self, Chamber, Date, Facts};

    fn at(written: &str) -> Option<Address> {
        (!written.is_empty()).then(|| written.parse().unwrap())
    }

    #[test]
    fn passages_are_named_in_words() {
        let letter = letter::embedded();
        for (address, passage) in [
            ("", ""),
            ("4", ", reactie op aanbeveling 4"),
            ("4.0", ", aanbeveling 4"),
            ("4.2", ", reactie op aanbeveling 4, tweede alinea"),
            ("8.4", ", reactie op aanbeveling 8, vierde alinea"),
            ("0", ", inleiding"),
            ("kop", ", kop"),
            ("0.3", ", inleiding, derde alinea"),
            ("9", ", ondertekening"),
            ("9.2", ", ondertekening"),
            ("10", ""),
            ("4.9", ""),
        ] {
            for (style, citation) in [
                (
                    Style::Leidraad,
                    "Kamerstukken II 2025/26, 36800 XVII, nr. 9",
                ),
                (Style::Kamerstuk, "Kamerstuk 36 800 XVII, nr. 9"),
                (
                    Style::Markdown,
                    "[Kamerstukken II 2025/26, 36800 XVII, nr. 9](https://zoek.officielebekendmakingen.nl/kst-36800-XVII-9.html)",
                ),
            ] {
                assert_eq!(
                    cite(&letter, at(address), style),
                    format!("{citation}{passage}"),
                    "{address}"
                );
            }
        }
    }

    #[test]
    fn headings_are_no_paragraphs_and_a_letter_without_recommendations_has_no_opening() {
        let many = "Zo is het.\n\n".repeat(30);
        let read = letter::read(
            format!("Begin.\n\nAanbeveling 1\n\nDoe.\n\nReactie\n\n{many}").as_bytes(),
        )
        .unwrap();
        for (address, citation) in [
            (
                "1.1",
                "brief zonder titel en datum, reactie op aanbeveling 1",
            ),
            (
                "1.2",
                "brief zonder titel en datum, reactie op aanbeveling 1, eerste alinea",
            ),
            (
                "1.21",
                "brief zonder titel en datum, reactie op aanbeveling 1, twintigste alinea",
            ),
            (
                "1.22",
                "brief zonder titel en datum, reactie op aanbeveling 1, 21e alinea",
            ),
        ] {
            assert_eq!(cite(&read, at(address), Style::Leidraad), citation);
        }
        let plain = letter::read(b"brief zonder titel en datum\n\nTwee.").unwrap();
        assert_eq!(
            cite(&plain, at("0"), Style::Leidraad),
            "brief zonder titel en datum"
        );
        assert_eq!(
            cite(&plain, at("0.2"), Style::Leidraad),
            "brief zonder titel en datum, tweede alinea"
        );
        let bare = letter::read("Aanbeveling 1: Doe dit.".as_bytes()).unwrap();
        assert_eq!(
            quoted(&bare, bare.paragraph(0), at("1"), Style::Leidraad),
            "‘Doe dit.’ (brief zonder titel en datum, aanbeveling 1)"
        );
    }

    #[test]
    fn what_is_unknown_is_left_out() {
        let date = Some(Date {
            year: 2009,
            month: 2,
            day: 3,
        });
        let dossier = |written: &str| Some(written.to_owned());
        for (facts, leidraad, kamerstuk) in [
            (
                Facts {
                    dossier: dossier("31 700 VI"),
                    number: Some("D".into()),
                    chamber: Some(Chamber::First),
                    date,
                    ..Facts::default()
                },
                "Kamerstukken I 2008/09, 31700 VI, D",
                "Kamerstuk 31 700 VI, D",
            ),
            (
                Facts {
                    dossier: dossier("21 501-02"),
                    number: Some("3174".into()),
                    ..Facts::default()
                },
                "Kamerstukken 21501-02, nr. 3174",
                "Kamerstuk 21 501-02, nr. 3174",
            ),
            (
                Facts {
                    dossier: dossier("28844"),
                    chamber: Some(Chamber::Second),
                    date,
                    ..Facts::default()
                },
                "Kamerstukken II 2008/09, 28844, brief van 3 februari 2009",
                "Kamerstuk 28 844, brief van 3 februari 2009",
            ),
            (
                Facts {
                    title: Some("Een titel".into()),
                    date,
                    ..Facts::default()
                },
                "Een titel, 3 februari 2009",
                "Een titel, 3 februari 2009",
            ),
            (
                Facts {
                    date,
                    ..Facts::default()
                },
                "brief van 3 februari 2009",
                "brief van 3 februari 2009",
            ),
            (
                Facts::default(),
                "brief zonder titel en datum",
                "brief zonder titel en datum",
            ),
        ] {
            let mut letter = letter::read(b"Eerste regel\n\nMeer.").unwrap();
            letter.facts = facts;
            assert_eq!(cite(&letter, None, Style::Leidraad), leidraad);
            assert_eq!(cite(&letter, None, Style::Kamerstuk), kamerstuk);
            for style in Style::ALL {
                assert!(!cite(&letter, at("0.1"), style).is_empty());
            }
        }
    }

    #[test]
    fn quotes_hold_the_letters_words_and_say_where_they_stand() {
        let letter = letter::embedded();
        let words = letter.paragraph(letter.locate(at("7.1").unwrap()).unwrap().start);
        assert_eq!(
            quoted(&letter, words, at("7.1"), Style::Leidraad),
            format!(
                "‘{words}’ (Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 7, eerste alinea)"
            )
        );
        assert_eq!(
            quoted(&letter, "Het kabinet ", at("0.1"), Style::Leidraad),
            "‘Het kabinet’ (Kamerstukken II 2025/26, 36800 XVII, nr. 9, inleiding, eerste alinea)"
        );
        assert_eq!(
            quoted(&letter, "Nr. 9", None, Style::Leidraad),
            "‘Nr. 9’ (Kamerstukken II 2025/26, 36800 XVII, nr. 9)"
        );
        assert_eq!(quoted(&letter, " ", None, Style::Leidraad), "");
    }

    #[test]
    fn a_quote_has_the_citation_of_the_style_asked_for() {
        let letter = letter::embedded();
        for style in Style::ALL {
            let cited = cite(&letter, at("4.2"), style);
            let quote = quoted(&letter, "een *woord*", at("4.2"), style);
            let (words, citation) = quote.split_at(quote.find('’').unwrap() + '’'.len_utf8());
            let citation = citation.trim_start_matches([' ', '(', '\n']);
            assert_eq!(citation.trim_end_matches(')'), cited.trim_end_matches(')'));
            let escaped = style == Style::Markdown;
            assert_eq!(
                words,
                if escaped {
                    "‘een \\*woord\\*’"
                } else {
                    "‘een *woord*’"
                }
            );
        }
    }

    #[test]
    fn styles_are_known_by_their_ids() {
        for style in Style::ALL {
            assert_eq!(style.id().parse(), Ok(style));
        }
        assert_eq!(
            "apa".parse::<Style>(),
            Err("leidraad, kamerstuk, md, bibtex, csl-json".to_owned())
        );
    }
}
