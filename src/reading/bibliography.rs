//! Citations for reference managers: BibTeX and CSL-JSON.
//!
//! As author stand the offices that signed. A passage goes in the note, since neither form has
//! a place for passages without pages.

use super::paper::{escape, leidraad, number, series, title};
use crate::{
    letter::{Address, Letter},
    text::fold::fold,
};
use serde::Serialize;

/// The offices of those who signed, without the article.
fn offices(letter: &Letter) -> Vec<String> {
    let bare = |office: String| {
        office
            .strip_prefix("De ")
            .map(str::to_owned)
            .unwrap_or(office)
    };
    letter
        .signatories()
        .into_iter()
        .map(|signatory| bare(signatory.office))
        .collect()
}

/// How many words of a title, or else of the first line, stand in for a number that there is not.
const WORDS: usize = 4;

/// The key by which a bibliography knows what is cited: that of the official publication, else one made
/// of the date and the title or, as a key is nothing that is read, the first line; behind it the address, so that each passage has one of its own.
fn key(letter: &Letter, address: Option<Address>) -> String {
    let facts = &letter.facts;
    let first = (0..letter.paragraphs().len()).map(|index| letter.paragraph(index));
    let title = facts.title.as_deref();
    let title = title.or_else(|| first.into_iter().find(|line| !line.trim().is_empty()));
    let words = title
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
        .map(plain);
    let words = words.filter(|word| !word.is_empty()).take(WORDS);
    let unnumbered = || {
        let date = facts.date.map(|date| date.to_string());
        let parts = ["brief".to_owned()].into_iter().chain(date).chain(words);
        parts.collect::<Vec<_>>().join("-")
    };
    let key = facts.id().unwrap_or_else(unnumbered);
    match address {
        Some(address) => format!("{key}-{address}"),
        None => key,
    }
}

/// A word in the letters that every reference manager takes in a key.
fn plain(word: &str) -> String {
    fold(word)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// The letter as a `@misc`, with the passage at an address as its note.
pub(super) fn bibtex(letter: &Letter, cited: Option<(Address, String)>) -> String {
    let (address, passage) = cited.unzip();
    let mut out = format!("@misc{{{},\n", key(letter, address));
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            out.extend(["  ", name, " = {", &value, "},\n"]);
        }
    };
    // The braces inside keep an office one name, and the title's capitals as they are.
    let authors: Vec<_> = offices(letter)
        .iter()
        .map(|office| format!("{{{}}}", latex(office)))
        .collect();
    field("author", Some(authors.join(" and ")));
    field("title", Some(format!("{{{}}}", latex(&title(letter)))));
    field("year", letter.facts.date.map(|date| date.year.to_string()));
    field("date", letter.facts.date.map(|date| date.to_string()));
    field(
        "howpublished",
        letter
            .facts
            .dossier
            .is_some()
            .then(|| latex(&leidraad(letter))),
    );
    field("note", passage.map(|passage| latex(&passage)));
    field("url", letter.facts.link());
    out + "}"
}

/// A text as LaTeX wants it, its braces paired for BibTeX.
fn latex(text: &str) -> String {
    escape(text, |c| match c {
        '\\' => Some("\\textbackslash{}"),
        '{' => Some("\\textbraceleft{}"),
        '}' => Some("\\textbraceright{}"),
        '<' => Some("\\textless{}"),
        '>' => Some("\\textgreater{}"),
        '|' => Some("\\textbar{}"),
        '~' => Some("\\textasciitilde{}"),
        '^' => Some("\\textasciicircum{}"),
        '#' => Some("\\#"),
        '$' => Some("\\$"),
        '%' => Some("\\%"),
        '&' => Some("\\&"),
        '_' => Some("\\_"),
        _ => None,
    })
}

/// A letter in CSL-JSON: a `report` where it is a numbered paper of a Chamber, in the series of that Chamber
/// and year; else a `document`. A letter is no bill.
#[derive(Serialize)]
struct Csl {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName>,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(rename = "collection-title", skip_serializing_if = "Option::is_none")]
    series: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
struct CslName {
    literal: String,
}

#[derive(Serialize)]
struct CslDate {
    #[serde(rename = "date-parts")]
    parts: [[u32; 3]; 1],
}

/// The letter as an array of one, with the passage at an address as its note.
pub(super) fn csl_json(letter: &Letter, cited: Option<(Address, String)>) -> String {
    let (address, passage) = cited.unzip();
    let facts = &letter.facts;
    let number = number(facts, facts.plain_dossier());
    let paper = number.is_some();
    let csl = Csl {
        id: key(letter, address),
        kind: if paper { "report" } else { "document" },
        author: offices(letter)
            .into_iter()
            .map(|literal| CslName { literal })
            .collect(),
        title: title(letter),
        issued: facts.date.map(|date| CslDate {
            parts: [[date.year, date.month, date.day]],
        }),
        series: paper.then(|| match facts.session() {
            Some(session) => format!("{} {session}", series(facts)),
            None => series(facts),
        }),
        number,
        url: facts.link(),
        note: passage,
    };
    serde_json::to_string_pretty(&[csl]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::{
        letter::{self, Address, Facts, Label, Part},
        reading::cite::{Style, cite},
    };

    const PASSAGE: Option<Address> = Some(Address {
        section: Label::whole(4),
        part: Part::Paragraph(2),
    });

    #[test]
    fn bibtex_of_the_letter() {
        assert_eq!(
            cite(&letter::embedded(), PASSAGE, Style::Bibtex),
            "@misc{kst-36800-XVII-9-4.2,
  author = {{Minister van Buitenlandse Zaken} and {Staatssecretaris van Buitenlandse Zaken}},
  title = {{Kabinetsreactie AIV-adviesrapport ‘Krimpende maatschappelijke ruimte: vrijheid en veiligheid onder druk'}},
  year = {2025},
  date = {2025-10-31},
  howpublished = {Kamerstukken II 2025/26, 36800 XVII, nr. 9},
  note = {reactie op aanbeveling 4, tweede alinea},
  url = {https://zoek.officielebekendmakingen.nl/kst-36800-XVII-9.html},
}"
        );
    }

    #[test]
    fn markup_in_a_title_stays_text() {
        let mut letter = letter::embedded();
        letter.facts = Facts {
            title: Some("5 % & {meer} \\ [x]_y* <é>".into()),
            ..Facts::default()
        };
        let bibtex = cite(&letter, None, Style::Bibtex);
        assert!(bibtex.contains(
            r"title = {{5 \% \& \textbraceleft{}meer\textbraceright{} \textbackslash{} [x]\_y* \textless{}é\textgreater{}}}"
        ));
        assert!(bibtex.starts_with("@misc{brief-5-meer-x-y,"));
        assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count());
        assert_eq!(
            cite(&letter, None, Style::Markdown),
            r"5 % & {meer} \\ \[x\]\_y\* \<é>"
        );
    }

    #[test]
    fn csl_json_of_the_letter() {
        let csl: serde_json::Value =
            serde_json::from_str(&cite(&letter::embedded(), PASSAGE, Style::CslJson)).unwrap();
        assert_eq!(
            csl,
            serde_json::json!([{
                "id": "kst-36800-XVII-9-4.2",
                "type": "report",
                "author": [
                    {"literal": "Minister van Buitenlandse Zaken"},
                    {"literal": "Staatssecretaris van Buitenlandse Zaken"},
                ],
                "title": letter::embedded().facts.title,
                "issued": {"date-parts": [[2025, 10, 31]]},
                "collection-title": "Kamerstukken II 2025/26",
                "number": "36800 XVII, nr. 9",
                "URL": "https://zoek.officielebekendmakingen.nl/kst-36800-XVII-9.html",
                "note": "reactie op aanbeveling 4, tweede alinea",
            }])
        );
        let plain = cite(&letter::read(b"Een regel").unwrap(), None, Style::CslJson);
        let plain: serde_json::Value = serde_json::from_str(&plain).unwrap();
        assert_eq!(
            plain,
            serde_json::json!([{"id": "brief-een-regel", "type": "document", "title": "brief zonder titel en datum"}])
        );
    }

    #[test]
    fn each_passage_has_a_key_of_its_own() {
        let letter = letter::embedded();
        let mut keys = std::collections::HashSet::new();
        for address in ["", "4", "4.0", "4.2", "5.1", "0.1"] {
            let address = address.parse::<Address>().ok();
            let bibtex = cite(&letter, address, Style::Bibtex);
            let key = bibtex.strip_prefix("@misc{").unwrap();
            let key = key.split_once(',').unwrap().0.to_owned();
            let csl = cite(&letter, address, Style::CslJson);
            assert!(csl.contains(&format!("\"id\": \"{key}\"")), "{csl}");
            let plain = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
            assert!(key.chars().all(plain), "{key}");
            assert!(keys.insert(key));
        }
        let key = |text: &str| {
            let cited = cite(&letter::read(text).unwrap(), None, Style::Bibtex);
            cited.lines().next().unwrap().to_owned()
        };
        let dated = "Den Haag, 3 maart 2021\n\nGeachte voorzitter,\n\nZo is het.\n";
        assert_eq!(key(dated), "@misc{brief-2021-03-03-den-haag-3-maart,");
        assert_ne!(key("Eén brief.\n\nA."), key("Een andere.\n\nA."));
        assert_eq!(key("نامه\n\nA."), "@misc{brief,");
    }
}
