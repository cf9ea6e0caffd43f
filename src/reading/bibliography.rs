//! Citations for reference managers: BibTeX and CSL-JSON.
//!
//! As author stand the offices that signed. A passage goes in the note, since neither form has
//! a place for passages without pages.

use super::cite::{escape, leidraad, number, series, title};
use crate::letter::Letter;
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

/// The key by which a bibliography knows the letter: that of the official publication, else one made
/// of the date.
fn key(letter: &Letter) -> String {
    let key = letter
        .facts
        .id()
        .or_else(|| letter.facts.date.map(|date| format!("brief-{date}")));
    let key = key.unwrap_or_else(|| "brief".to_owned());
    key.chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect()
}

/// The letter as a `@misc`, with the passage as its note.
pub(super) fn bibtex(letter: &Letter, passage: Option<String>) -> String {
    let mut out = format!("@misc{{{},\n", key(letter));
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

/// A letter in CSL-JSON. For papers of the Chambers the type is `bill`, the one for which the CSL
/// style of the Leidraad (and with it Zotero) writes `Kamerstukken II 2025/26, 36800 XVII, nr. 9`:
/// series, volume, number, and the note in brackets. As a `report` the number would be lost.
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
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    volume: Option<String>,
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

/// The letter as an array of one, with the passage as its note.
pub(super) fn csl_json(letter: &Letter, passage: Option<String>) -> String {
    let facts = &letter.facts;
    let number = number(facts, facts.plain_dossier());
    let paper = number.is_some();
    let csl = Csl {
        id: key(letter),
        kind: if paper { "bill" } else { "document" },
        author: offices(letter)
            .into_iter()
            .map(|literal| CslName { literal })
            .collect(),
        title: title(letter),
        issued: facts.date.map(|date| CslDate {
            parts: [[date.year, date.month, date.day]],
        }),
        container_title: paper.then(|| series(facts)),
        volume: facts.session().filter(|_| paper),
        number,
        url: facts.link(),
        note: passage,
    };
    serde_json::to_string_pretty(&[csl]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::{
        letter::{self, Address, Facts, Part},
        reading::cite::{Style, cite},
    };

    const PASSAGE: Option<Address> = Some(Address {
        section: 4,
        part: Part::Paragraph(2),
    });

    #[test]
    fn bibtex_of_the_letter() {
        assert_eq!(
            cite(&letter::embedded(), PASSAGE, Style::Bibtex),
            "@misc{kst-36800-XVII-9,
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
            title: Some("5 % & {meer} \\ [x]_y*".into()),
            ..Facts::default()
        };
        let bibtex = cite(&letter, None, Style::Bibtex);
        assert!(bibtex.contains(
            r"title = {{5 \% \& \textbraceleft{}meer\textbraceright{} \textbackslash{} [x]\_y*}}"
        ));
        assert!(bibtex.starts_with("@misc{brief,"));
        assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count());
        assert_eq!(
            cite(&letter, None, Style::Markdown),
            r"5 % & {meer} \\ \[x\]\_y\*"
        );
    }

    #[test]
    fn csl_json_of_the_letter() {
        let csl: serde_json::Value =
            serde_json::from_str(&cite(&letter::embedded(), PASSAGE, Style::CslJson)).unwrap();
        assert_eq!(
            csl,
            serde_json::json!([{
                "id": "kst-36800-XVII-9",
                "type": "bill",
                "author": [
                    {"literal": "Minister van Buitenlandse Zaken"},
                    {"literal": "Staatssecretaris van Buitenlandse Zaken"},
                ],
                "title": letter::embedded().facts.title,
                "issued": {"date-parts": [[2025, 10, 31]]},
                "container-title": "Kamerstukken II",
                "volume": "2025/26",
                "number": "36800 XVII, nr. 9",
                "URL": "https://zoek.officielebekendmakingen.nl/kst-36800-XVII-9.html",
                "note": "reactie op aanbeveling 4, tweede alinea",
            }])
        );
        let plain = cite(&letter::read(b"Een regel").unwrap(), None, Style::CslJson);
        let plain: serde_json::Value = serde_json::from_str(&plain).unwrap();
        assert_eq!(
            plain,
            serde_json::json!([{"id": "brief", "type": "document", "title": "Een regel"}])
        );
    }
}
