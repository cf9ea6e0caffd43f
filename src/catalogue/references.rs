//! References to other papers: Kamerstukken, Handelingen and their Aanhangsel, Staatsblad, Staatscourant,
//! Tractatenblad, and acts of the European Union by number. Each is an entity with one way of writing it and,
//! where one follows from its number, its official address.

use super::{Entity, Kind, found::READ};
use crate::letter::Letter;

/// What stands before a number, and what series that is of.
const SERIES: [(&str, Series); 13] = [
    ("Kamerstukken ", Series::Papers),
    ("Kamerstuk ", Series::Papers),
    ("Kst. ", Series::Papers),
    ("Handelingen ", Series::Debates),
    ("Aanhangsel ", Series::Questions),
    ("Stb. ", Series::Gazette("Stb.", "stb")),
    ("Staatsblad ", Series::Gazette("Stb.", "stb")),
    ("Stcrt. ", Series::Gazette("Stcrt.", "stcrt")),
    ("Staatscourant ", Series::Gazette("Stcrt.", "stcrt")),
    ("Tractatenblad ", Series::Gazette("Trb.", "trb")),
    ("Trb. ", Series::Gazette("Trb.", "trb")),
    ("(EU) ", Series::Union("(EU)")),
    ("(EG) ", Series::Union("(EG)")),
];

#[derive(Clone, Copy)]
enum Series {
    Papers,
    Debates,
    Questions,
    /// How it is cited, and how its addresses begin.
    Gazette(&'static str, &'static str),
    Union(&'static str),
}

/// A reference in a text.
#[derive(Debug, PartialEq, Eq)]
struct Reference {
    /// As it stands there.
    written: String,
    /// In one way of writing.
    name: String,
    /// The last part of its official address.
    id: Option<String>,
}

/// The papers that a letter refers to, each once.
pub(super) fn find(letter: &Letter) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut read = 0;
    for index in 0..letter.paragraphs().len() {
        let text = letter.paragraph(index);
        read += text.len();
        if read > READ {
            break;
        }
        for reference in references(text) {
            let known = entities
                .iter_mut()
                .find(|known| known.name == reference.name);
            match known {
                Some(known) => {
                    let new = known.forms().all(|form| form != reference.written);
                    known.aliases.extend(new.then_some(reference.written));
                }
                None => entities.push(entity(reference)),
            }
        }
    }
    entities
}

fn entity(reference: Reference) -> Entity {
    let link = reference
        .id
        .map(|id| format!("https://zoek.officielebekendmakingen.nl/{id}.html"));
    let (nl, en) = match &link {
        Some(link) => (
            format!("Officiële publicatie: {link}"),
            format!("Official publication: {link}"),
        ),
        None => (
            "Stuk waarnaar de brief verwijst.".to_owned(),
            "Paper that the letter refers to.".to_owned(),
        ),
    };
    let other = (reference.written != reference.name).then_some(reference.written);
    Entity {
        short: number_of(&reference.name).map(str::to_owned),
        aliases: other.into_iter().collect(),
        by_rule: true,
        link,
        ..Entity::new(&reference.name, Kind::Reference, &nl, &en)
    }
}

/// What tells a paper of parliament from the others where there is little room: its dossier and number.
fn number_of(name: &str) -> Option<&str> {
    let papers = name.strip_prefix("Kamerstukken ");
    let behind_session = papers.and_then(|rest| Some(rest.split_once(", ")?.1));
    name.strip_prefix("Kamerstuk ").or(behind_session)
}

/// The references in a text, in order.
fn references(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    for (word, series) in SERIES {
        for (at, _) in text.match_indices(word) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(char::is_alphanumeric) {
                continue;
            }
            let rest = &text[at + word.len()..];
            if let Some((name, id, length)) = read(series, rest) {
                found.push(Reference {
                    written: text[at..at + word.len() + length].to_owned(),
                    name,
                    id,
                });
            }
        }
    }
    found
}

/// The name and the id of what a number behind the name of a series means, and how many bytes it takes.
fn read(series: Series, text: &str) -> Option<(String, Option<String>, usize)> {
    let mut scan = Scan { text, at: 0 };
    match series {
        Series::Papers => {
            let chamber = scan.chamber();
            let session = chamber.and_then(|_| scan.session());
            scan.skip(", ");
            let dossier = scan.dossier()?;
            let number = scan.number()?;
            let id = format!("kst-{}-{number}", dossier_id(&dossier));
            let nr = if number.starts_with(|c: char| c.is_ascii_digit()) {
                format!("nr. {number}")
            } else {
                number.clone()
            };
            let name = match (chamber, session) {
                (Some(chamber), Some(session)) => {
                    format!("Kamerstukken {chamber} {session}, {dossier}, {nr}")
                }
                _ => format!("Kamerstuk {dossier}, {nr}"),
            };
            Some((name, Some(id), scan.at))
        }
        Series::Debates => {
            let chamber = scan.chamber()?;
            let session = scan.session()?;
            scan.skip(", ");
            scan.skip("nr. ").then_some(())?;
            let number = scan.digits(4)?;
            scan.skip(", item ").then_some(())?;
            let part = scan.digits(4)?;
            let id = format!("h-{}-{}-{number}-{part}", short(chamber), years(&session)?);
            let name = format!("Handelingen {chamber} {session}, nr. {number}, item {part}");
            Some((name, Some(id), scan.at))
        }
        Series::Questions => {
            scan.skip("van de Handelingen ");
            scan.skip("Handelingen ");
            let chamber = scan.chamber()?;
            let session = scan.session()?;
            scan.skip(", ");
            scan.skip("nr. ");
            let number = scan.digits(5)?;
            let id = format!("ah-{}-{}-{number}", short(chamber), years(&session)?);
            let name = format!("Aanhangsel Handelingen {chamber} {session}, nr. {number}");
            Some((name, Some(id), scan.at))
        }
        Series::Gazette(cited, id) => {
            let year = scan.digits(4).filter(|year| year.len() == 4)?;
            (scan.skip(", nr. ") || scan.skip(", ")).then_some(())?;
            let number = scan.digits(6)?;
            let name = format!("{cited} {year}, {number}");
            Some((name, Some(format!("{id}-{year}-{number}")), scan.at))
        }
        Series::Union(cited) => {
            scan.skip("nr. ");
            let first = scan.digits(4)?;
            scan.skip("/").then_some(())?;
            let second = scan.digits(4)?;
            let year = [&first, &second].into_iter().any(|part| part.len() == 4);
            year.then(|| (format!("{cited} {first}/{second}"), None, scan.at))
        }
    }
}

fn short(chamber: &str) -> &'static str {
    if chamber == "I" { "ek" } else { "tk" }
}

/// `20222023` for `2022/23`.
fn years(session: &str) -> Option<String> {
    let first: u32 = session.get(..4)?.parse().ok()?;
    Some(format!("{first}{}", first + 1))
}

/// `36800-XVII` for `36 800 XVII`, `21501-02` for `21 501-02`.
fn dossier_id(dossier: &str) -> String {
    let digits = dossier.replacen(' ', "", 1);
    digits.replace(' ', "-")
}

/// A text that is read from its start on.
struct Scan<'text> {
    text: &'text str,
    at: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn skip(&mut self, words: &str) -> bool {
        let there = self.rest().starts_with(words);
        self.at += if there { words.len() } else { 0 };
        there
    }

    fn digits(&mut self, most: usize) -> Option<String> {
        let rest = self.rest();
        let count = rest.bytes().take_while(u8::is_ascii_digit).count();
        let found = (1..=most)
            .contains(&count)
            .then(|| rest[..count].to_owned())?;
        self.at += count;
        Some(found)
    }

    fn chamber(&mut self) -> Option<&'static str> {
        ["II ", "I "]
            .into_iter()
            .find(|chamber| self.skip(chamber))
            .map(str::trim_end)
    }

    /// `2022/23`, also written `2022/2023` or `2022–2023`.
    fn session(&mut self) -> Option<String> {
        let from = self.at;
        let first = self.digits(4).filter(|year| year.len() == 4);
        let joined = self.skip("/") || self.skip("-") || self.skip("–");
        let second = self
            .digits(4)
            .filter(|year| year.len() == 4 || year.len() == 2);
        match (first, second) {
            (Some(first), Some(second)) if joined => {
                Some(format!("{first}/{}", &second[second.len() - 2..]))
            }
            _ => {
                self.at = from;
                None
            }
        }
    }

    /// `28 844`, `36 800 XVII`, `21 501-02`, `33009`; as it is printed, with its space.
    fn dossier(&mut self) -> Option<String> {
        let first = self.digits(5)?;
        let mut dossier = match first.len() {
            5 => format!("{} {}", &first[..2], &first[2..]),
            2 => {
                self.skip(" ").then_some(())?;
                let second = self.digits(3).filter(|part| part.len() == 3)?;
                format!("{first} {second}")
            }
            _ => return None,
        };
        let rest = self.rest();
        let roman = rest
            .strip_prefix([' ', '-'])
            .map(|rest| rest.chars().take_while(|c| "IVXLC".contains(*c)).count());
        let part = rest
            .strip_prefix('-')
            .map(|rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        if let Some(count) = roman.filter(|count| *count > 0) {
            dossier += " ";
            dossier += &rest[1..=count];
            self.at += 1 + count;
        } else if part == Some(2) {
            dossier += &rest[..3];
            self.at += 3;
        }
        Some(dossier)
    }

    /// `, nr. 266`, and of the Senate `, BC`.
    fn number(&mut self) -> Option<String> {
        if self.skip(", nr. ") || self.skip(" nr. ") {
            return self.digits(5);
        }
        self.skip(", ").then_some(())?;
        let rest = self.rest();
        let count = rest.bytes().take_while(u8::is_ascii_uppercase).count();
        let ends = !rest[count..].starts_with(char::is_alphanumeric);
        let letters = ((1..=2).contains(&count) && ends).then(|| rest[..count].to_owned())?;
        self.at += count;
        Some(letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_known_however_they_are_written() {
        for (text, written, name, id) in [
            (
                "zie Kamerstuk 28 844, nr. 266.",
                "Kamerstuk 28 844, nr. 266",
                "Kamerstuk 28 844, nr. 266",
                Some("kst-28844-266"),
            ),
            (
                "(Kst. 36 725, nr. 29)",
                "Kst. 36 725, nr. 29",
                "Kamerstuk 36 725, nr. 29",
                Some("kst-36725-29"),
            ),
            (
                "Kamerstuk 33009, nr. 117.",
                "Kamerstuk 33009, nr. 117",
                "Kamerstuk 33 009, nr. 117",
                Some("kst-33009-117"),
            ),
            (
                "Kamerstuk 36 800 XVII, nr. 9",
                "Kamerstuk 36 800 XVII, nr. 9",
                "Kamerstuk 36 800 XVII, nr. 9",
                Some("kst-36800-XVII-9"),
            ),
            (
                "Kamerstuk 21 501-02, nr. 3174",
                "Kamerstuk 21 501-02, nr. 3174",
                "Kamerstuk 21 501-02, nr. 3174",
                Some("kst-21501-02-3174"),
            ),
            (
                "Kamerstukken I 2025/26, 32 043, BC.",
                "Kamerstukken I 2025/26, 32 043, BC",
                "Kamerstukken I 2025/26, 32 043, BC",
                Some("kst-32043-BC"),
            ),
            (
                "(Handelingen II 2022/23, nr. 84, item 12)",
                "Handelingen II 2022/23, nr. 84, item 12",
                "Handelingen II 2022/23, nr. 84, item 12",
                Some("h-tk-20222023-84-12"),
            ),
            (
                "Aanhangsel Handelingen II 2023/24, nr. 1314",
                "Aanhangsel Handelingen II 2023/24, nr. 1314",
                "Aanhangsel Handelingen II 2023/24, nr. 1314",
                Some("ah-tk-20232024-1314"),
            ),
            (
                "(Stb. 2014, 296).",
                "Stb. 2014, 296",
                "Stb. 2014, 296",
                Some("stb-2014-296"),
            ),
            (
                "in de Staatscourant 2024, 12345.",
                "Staatscourant 2024, 12345",
                "Stcrt. 2024, 12345",
                Some("stcrt-2024-12345"),
            ),
            (
                "Richtlijn (EU) 2024/1760 van",
                "(EU) 2024/1760",
                "(EU) 2024/1760",
                None,
            ),
        ] {
            let found = references(text);
            let own = found.iter().find(|own| own.written == written);
            let own = own.unwrap_or_else(|| panic!("{text}: {found:?}"));
            assert_eq!((own.name.as_str(), own.id.as_deref()), (name, id), "{text}");
        }
        for (name, short) in [
            ("Kamerstuk 28 844, nr. 266", Some("28 844, nr. 266")),
            ("Kamerstukken I 2025/26, 32 043, BC", Some("32 043, BC")),
            ("Stb. 2014, 296", None),
        ] {
            assert_eq!(number_of(name), short);
        }
        for text in [
            "Kamerstuk over de zorg",
            "Handelingen van de Kamer",
            "(EU) en",
            "Stb. jaar 2014",
            "Kamerstuk 12, nr. 3",
        ] {
            assert_eq!(references(text), [], "{text}");
        }
    }
}
