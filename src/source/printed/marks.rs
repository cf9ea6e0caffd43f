//! Where the marks of notes stand in printed text. The numbers to look for are those of the notes; a mark is
//! glued to what precedes it, or stands behind a blank where a raised digit was set apart.

use crate::{
    letter::{Date, rules},
    source::draft::{Block, Mark, Note, Text},
};
use std::ops::Range;

/// The text of a note as a page has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Foot {
    pub(super) number: u32,
    pub(super) words: String,
    pub(super) page: u32,
}

/// Lifts the marks of notes out of the blocks, and gives each the text of its note.
pub(super) fn place(blocks: &mut [(Block, u32)], feet: Vec<Foot>, notes: &mut Vec<Note>) {
    // Behind which byte of which block the next mark stands.
    let (mut block, mut byte) = (0, 0);
    for (index, foot) in feet.into_iter().enumerate() {
        let label = foot.number.to_string();
        let mut found = None;
        let mut doubtful = None;
        let mut spaced = None;
        for (at, (own, last)) in blocks.iter().enumerate().skip(block) {
            if own.page.is_some_and(|page| page > foot.page) {
                break;
            }
            if *last < foot.page {
                continue;
            }
            let from = if at == block { byte } else { 0 };
            for (range, stands) in candidates(&own.text.words, &label, from) {
                let kind = match stands {
                    Stands::Glued => &mut found,
                    Stands::InDoubt => &mut doubtful,
                    Stands::Apart => &mut spaced,
                };
                kind.get_or_insert((at, range));
            }
            if found.is_some() {
                break;
            }
        }
        if let Some((at, range)) = found.or(doubtful).or(spaced) {
            (block, byte) = (at, range.start);
            let own = &mut blocks[at].0;
            let start = range.start;
            own.remove(range);
            own.text.marks.push(Mark {
                at: start,
                label: label.clone(),
                note: Some(index),
            });
        }
        notes.push(Note {
            label,
            text: vec![Text::plain(foot.words)],
        });
    }
}

/// How a number that may be a mark stands behind what precedes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// Glued to it, as a mark is.
    Glued,
    /// Glued to what often has a number of its own.
    InDoubt,
    /// Behind a blank.
    Apart,
}

/// Where a number can be a mark in words, from a byte on: the bytes to take out, and how it stands there.
pub(super) fn candidates<'words>(
    words: &'words str,
    label: &'words str,
    from: usize,
) -> impl Iterator<Item = (Range<usize>, Stands)> + 'words {
    let rest = words.get(from..).unwrap_or_default();
    rest.match_indices(label).filter_map(move |(at, _)| {
        let start = from + at;
        let end = start + label.len();
        let (before, after) = (&words[..start], &words[end..]);
        if !free(after) {
            return None;
        }
        // Right behind the mark before, whatever parts the two.
        if start > 0 && from > 0 && matches!(&words[from..start], "" | " " | ", " | ",") {
            let blank = usize::from(words[from..start].ends_with(' '));
            return Some((start - blank..end, Stands::Glued));
        }
        match rules::mark_stands(before, label) {
            Some(true) => Some((start..end, Stands::Glued)),
            Some(false) => Some((start..end, Stands::InDoubt)),
            None => (before.ends_with(' ') && apart(before.trim_end(), after))
                .then(|| (start - 1..end, Stands::Apart)),
        }
    })
}

/// Whether nothing is glued to a number that follows so.
fn free(after: &str) -> bool {
    let mut chars = after.chars();
    match chars.next() {
        None => true,
        Some('.' | ',') => chars.next().is_none_or(|c| !c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric() && !matches!(c, '-' | '/' | '%' | '+' | '°'),
    }
}

/// Whether words behind a number are what it counts, and no note.
pub(super) fn counts(rest: &str) -> bool {
    const COUNTED: [&str; 12] = [
        "jaar", "maanden", "weken", "dagen", "uur", "miljoen", "miljard", "procent", "euro", "en",
        "of", "keer",
    ];
    let first = rest.split(' ').next().unwrap_or_default();
    let first = first.trim_end_matches(['.', ',', ';']);
    let is_month = first.starts_with(char::is_lowercase) && Date::month(first).is_some();
    is_month || COUNTED.contains(&first)
}

/// Whether a number between blanks may be a mark: no word before it asks for a number, nothing behind it is counted.
fn apart(before: &str, after: &str) -> bool {
    const ASKS: [&str; 48] = [
        "nr.",
        "nr",
        "nrs.",
        "artikel",
        "artikelen",
        "art.",
        "lid",
        "leden",
        "op",
        "van",
        "per",
        "circa",
        "ca.",
        "minimaal",
        "maximaal",
        "tot",
        "en",
        "of",
        "de",
        "het",
        "in",
        "ruim",
        "vraag",
        "vragen",
        "aanbeveling",
        "aanbevelingen",
        "fase",
        "deel",
        "hoofdstuk",
        "paragraaf",
        "tabel",
        "figuur",
        "bijlage",
        "categorie",
        "spoor",
        "pijler",
        "punt",
        "stap",
        "niveau",
        "groep",
        "met",
        "na",
        "voor",
        "door",
        "antwoord",
        "scenario",
        "blz.",
        "t/m",
    ];
    let word = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let next = after.trim_start();
    let ends = before.ends_with(|c: char| c.is_alphabetic() || "»”’)?.,;".contains(c));
    let counted = after.starts_with(' ')
        && (counts(next) || next.starts_with(|c: char| c.is_ascii_digit() || c == '%'));
    ends && !ASKS.contains(&word.trim_start_matches('(')) && !counted
}
