//! The texts of notes that stand behind a letter without a word that says so: under the signatures, each on a line
//! that begins with its number, as a text editor or a converter puts them there.

use crate::{
    letter::{
        marks::{self, Sought},
        signed,
    },
    text::raised,
};

/// So many bytes at the end are looked at.
const TAIL: usize = 200_000;

/// So many lines above the notes one tells that the letter ends: an office, a rule, or a word for notes.
const ABOVE: usize = 10;

/// The number that a line begins with as a note does, and how many bytes that takes with the space behind it: `[1] `,
/// `[^1]: `, `(1) `, `1. `, `1) `, `1 ` and raised digits. A number alone on its line is one, too.
pub(super) fn label(line: &str) -> Option<(u32, usize)> {
    let opens = ["[^", "[", "("]
        .into_iter()
        .find(|open| line.starts_with(open))
        .unwrap_or_default();
    let rest = &line[opens.len()..];
    let digits: String = rest
        .chars()
        .map_while(|c| {
            c.to_digit(10)
                .and_then(|digit| char::from_digit(digit, 10))
                .or_else(|| raised::digit(c))
        })
        .collect();
    let behind: &str =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || raised::digit(c).is_some());
    let closes = match opens {
        "" => ["", ".", ")", ":"].as_slice(),
        "(" => &[")"],
        _ => &["]:", "]"],
    };
    let behind = closes.iter().rev().find_map(|close| {
        let behind = behind.strip_prefix(close)?;
        (behind.is_empty() || behind.starts_with(char::is_whitespace)).then_some(behind)
    })?;
    let number = digits
        .parse()
        .ok()
        .filter(|number| (1..=9999).contains(number))?;
    let behind = behind.trim_start();
    Some((number, line.len() - behind.len()))
}

/// Where the notes start, in bytes: at the last line with the number 1 below which the numbers go up one by one and no
/// other text follows, under the end of the letter, and to which marks in the text lead.
pub(super) fn start(text: &str) -> Option<usize> {
    let mut from = text.len().saturating_sub(TAIL);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        if !line.trim().is_empty() {
            lines.push((at, line.trim()));
        }
        at += line.len();
    }
    let first = lines
        .iter()
        .rposition(|(_, line)| label(line).is_some_and(|(number, _)| number == 1))?;
    let above = &lines[first.saturating_sub(ABOVE)..first];
    let last_sentence = above
        .iter()
        .rposition(|(_, line)| line.ends_with('.') && line.chars().count() > 60);
    let above = &above[last_sentence.map_or(0, |at| at + 1)..];
    if !above.iter().any(|(_, line)| closes_a_letter(line)) {
        return None;
    }
    let mut known = Vec::new();
    for (_, line) in &lines[first..] {
        let next = known.last().map_or(1, |last| last + 1);
        known.extend(
            label(line)
                .filter(|(number, _)| *number == next)
                .map(|(number, _)| number),
        );
    }
    let start = lines[first].0;
    let sought = Sought {
        first: 1,
        known: &known,
    };
    let found = marks::find(&text[..start], sought);
    (found.len() * 2 >= known.len()).then_some(start)
}

/// Whether a line stands where a letter is over.
fn closes_a_letter(line: &str) -> bool {
    let is_rule = line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '_' | '-' | '—' | '─' | '*'));
    let is_word = ["noten", "voetnoten", "eindnoten", "noot", "notes"];
    is_rule
        || is_word.contains(&line.trim_end_matches(':').to_lowercase().as_str())
        || signed::is_office(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_begins_with_its_number() {
        for (line, found) in [
            ("[1] Zie daar.", Some((1, "Zie daar."))),
            ("[^12]: Zie daar.", Some((12, "Zie daar."))),
            ("(2) Zie daar.", Some((2, "Zie daar."))),
            ("1. Zie daar.", Some((1, "Zie daar."))),
            ("3) Zie daar.", Some((3, "Zie daar."))),
            ("4 Zie daar.", Some((4, "Zie daar."))),
            ("¹² Zie daar.", Some((12, "Zie daar."))),
            ("5", Some((5, ""))),
            ("1.2 Kop", None),
            ("2025", Some((2025, ""))),
            ("1e Kamer", None),
            ("(1 Zie", None),
            ("Zie 1", None),
            ("", None),
        ] {
            let own = label(line).map(|(number, length)| (number, &line[length..]));
            assert_eq!(own, found, "{line}");
        }
    }

    #[test]
    fn notes_stand_under_the_end_of_a_letter_whose_marks_lead_to_them() {
        const BODY: &str = "Het kabinet doet dit.1 Het doet dat ook.2\n\n";
        const SIGNED: &str = "De Minister van X,\n\nA. Naam\n\n";
        for (text, notes) in [
            ([BODY, SIGNED, "1 Een noot.\n\n2 Nog een.\n"].concat(), true),
            (
                [BODY, SIGNED, "[1] Een noot\ndie doorgaat.\n[2] Nog een.\n"].concat(),
                true,
            ),
            ([BODY, "____\n1. Een noot.\n2. Nog een.\n"].concat(), true),
            (
                [BODY, SIGNED, "Noten\n1\nEen noot.\n2\nNog een.\n"].concat(),
                true,
            ),
            // A list of annexes, and a list in the text.
            (
                [
                    "Het kabinet doet dit.\n\n",
                    SIGNED,
                    "1. Advies\n2. Rapport\n",
                ]
                .concat(),
                false,
            ),
            (
                [BODY, "Er is een lijst:\n1. Een.\n2. Twee.\n"].concat(),
                false,
            ),
        ] {
            let start = start(&text);
            assert_eq!(start.is_some(), notes, "{text}");
            assert!(
                start.is_none_or(|start| label(text[start..].lines().next().unwrap()).is_some())
            );
        }
    }
}
