//! What pages and sites leave in a plain text that is none of the letter's: page numbers, feet, and all that
//! stands under its end.

use crate::letter::{Note, NoteMark, Paragraph};

/// The texts of notes among the paragraphs under the end of a letter, from this one on: each stands below a line
/// that says so, and its number.
pub(super) fn notes(text: &str, paragraphs: &[Paragraph], first: usize) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut within = false;
    for (index, paragraph) in paragraphs.iter().enumerate().skip(first) {
        let line = text[paragraph.start..paragraph.end].trim();
        if matches!(line, "X Noot" | "XNoot") {
            notes.push(Note {
                number: 0,
                label: String::new(),
                paragraphs: index..index,
            });
            within = true;
            continue;
        }
        within = within && !ends_a_letter(line);
        let Some(note) = notes.last_mut().filter(|_| within) else {
            continue;
        };
        if note.label.is_empty() {
            let (label, rest) = line.split_once(' ').unwrap_or((line, ""));
            label.clone_into(&mut note.label);
            note.number = label.parse().unwrap_or_default();
            // Where its words follow on the number, the line is the note.
            let begins = if rest.is_empty() { index + 1 } else { index };
            note.paragraphs = begins..index + 1;
        } else {
            note.paragraphs.end = index + 1;
        }
    }
    notes
}

/// The numbers of the notes whose texts stand under the end of a letter, from the lowest up.
pub(super) fn labels(under: &str) -> Vec<u32> {
    let mut lines = under.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut labels = Vec::new();
    while let Some(line) = lines.next() {
        if matches!(line, "X Noot" | "XNoot")
            && let Some(next) = lines.next()
        {
            let label = next.split_once(' ').map_or(next, |(label, _)| label);
            labels.extend(label.parse::<u32>().ok());
        }
    }
    labels.sort_unstable();
    labels.dedup();
    labels
}

/// For each mark the note of its number, by index; empty where there are no notes.
pub(super) fn leads(marks: &[NoteMark], notes: &[Note]) -> Vec<Option<usize>> {
    if notes.is_empty() {
        return Vec::new();
    }
    let mut from = 0;
    let lead = |mark: &NoteMark| {
        let label = mark.number.to_string();
        let ahead = notes[from..].iter().position(|note| note.label == label)?;
        from += ahead + 1;
        Some(from - 1)
    };
    marks.iter().map(lead).collect()
}

/// Where the letter ends in its running text, in bytes: before its notes and what a site adds.
pub(super) fn end(text: &str) -> usize {
    // What ends a letter is near its end; of much text only so many bytes are searched.
    const TAIL: usize = 400_000;
    let mut from = text.len().saturating_sub(TAIL);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        if ends_a_letter(line.trim()) {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Whether a line is the first of what a site puts under a letter.
fn ends_a_letter(line: &str) -> bool {
    matches!(line, "X Noot" | "XNoot" | "Naar boven")
}

/// Whether a line in the running text is the foot or the head of a page.
pub(super) fn of_a_page(line: &str) -> bool {
    let numbers = ["Pagina ", "P agina "]
        .iter()
        .find_map(|word| line.strip_prefix(word)?.split_once(" van "));
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(page, all)| number(page) && number(all)) || line.starts_with("ISSN 0921")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_ends_before_its_notes_and_what_a_site_adds() {
        for (text, letter) in [
            ("een\ntwee\n", "een\ntwee\n"),
            ("een\n\nX Noot\n1\nZie daar.\n", "een\n\n"),
            ("een\n  XNoot\n1", "een\n"),
            ("een\nNaar boven", "een\n"),
            ("X Noot is een kop", "X Noot is een kop"),
        ] {
            assert_eq!(&text[..end(text)], letter);
        }
    }

    #[test]
    fn feet_of_pages() {
        for line in ["Pagina 1 van 7", "P agina 2 van 7", "ISSN 0921 - 7371"] {
            assert!(of_a_page(line), "{line}");
        }
        for line in [
            "Pagina 3 van het rapport",
            "Pagina",
            "pagina 3",
            "op Pagina 1",
        ] {
            assert!(!of_a_page(line), "{line}");
        }
    }
}
