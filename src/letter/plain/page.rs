//! What pages and sites leave in a plain text that is none of the letter's: page numbers, feet, and all that
//! stands under its end.

use super::endnotes;
use crate::letter::{Note, NoteMark, Paragraph};

/// The texts of notes among the paragraphs under the end of a letter, from this one on: each stands below a line
/// that says so and its number, or behind its number on a line of its own.
pub(super) fn notes(text: &str, paragraphs: &[Paragraph], first: usize) -> Vec<Note> {
    let lines = paragraphs.iter().enumerate().skip(first);
    let lines = lines.map(|(index, own)| (index, text[own.start..own.end].trim()));
    let is_told = lines.clone().any(|(_, line)| says_note(line));
    let mut notes: Vec<Note> = Vec::new();
    let mut within = false;
    for (index, line) in lines {
        if says_note(line) {
            notes.push(Note {
                number: 0,
                label: String::new(),
                paragraphs: index..index,
            });
            within = true;
            continue;
        }
        if !is_told && let Some(label) = next_label(line, notes.last().map(|note| note.number)) {
            notes.push(Note {
                number: label,
                label: label.to_string(),
                paragraphs: index..index + 1,
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
    let lines = under.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut labels: Vec<u32> = Vec::new();
    let told = lines.clone().zip(lines.clone().skip(1));
    labels.extend(
        told.filter(|(line, _)| says_note(line))
            .filter_map(|(_, next)| {
                let label = next.split_once(' ').map_or(next, |(label, _)| label);
                label.parse::<u32>().ok()
            }),
    );
    if labels.is_empty() {
        for line in lines {
            labels.extend(next_label(line, labels.last().copied()));
        }
    }
    labels.sort_unstable();
    labels.dedup();
    labels
}

/// The number of the note that a line begins with, where it follows on the last one; the first is 1.
fn next_label(line: &str, last: Option<u32>) -> Option<u32> {
    let (number, _) = endnotes::label(line)?;
    (number == last.map_or(1, |last| last + 1)).then_some(number)
}

fn says_note(line: &str) -> bool {
    matches!(line, "X Noot" | "XNoot")
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
    let end = told_end(text);
    if text[end..].lines().any(|line| says_note(line.trim())) {
        return end;
    }
    endnotes::start(&text[..end]).unwrap_or(end)
}

/// The same as far as lines say that it ends.
fn told_end(text: &str) -> usize {
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
    says_note(line) || line == "Naar boven"
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
