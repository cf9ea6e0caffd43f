//! The words of a text, and which of them carry a subject.

use crate::{
    built_in::{self, built_in},
    letter::{Letter, Span},
    reading::stem::stem,
    text::fold::{fold, fold_char},
};
use serde::Deserialize;
use std::{collections::HashSet, ops::Range, sync::LazyLock};

/// The shortest word that can echo, in letters; abbreviations in capitals may be shorter.
pub(super) const SHORTEST: usize = 4;

/// A word of a text.
pub(in crate::reading) struct Word<'text> {
    pub span: Span,
    written: &'text str,
    /// Its letters, folded.
    pub folded: String,
    /// What it has in common with its other forms; none where it carries no subject.
    pub stem: Option<String>,
    /// Whether a sentence, or a part of one, ends before it.
    pub is_first: bool,
}

/// The words of these paragraphs, and whether those are all: `bytes` of text are read at most.
pub(in crate::reading) fn words(
    letter: &Letter,
    paragraphs: Range<usize>,
    bytes: usize,
) -> (Vec<Word<'_>>, bool) {
    let stop = stop_words();
    let mut words = Vec::new();
    let mut left = bytes;
    for paragraph in paragraphs {
        let text = letter.paragraph(paragraph);
        let mut upto = text.len().min(left);
        while !text.is_char_boundary(upto) {
            upto -= 1;
        }
        read(&text[..upto], paragraph, stop, &mut words);
        if upto < text.len() {
            return (words, false);
        }
        left -= upto;
    }
    (words, true)
}

/// Adds the words of a text: runs of letters and digits.
pub(super) fn read<'text>(
    text: &'text str,
    paragraph: usize,
    stop: &HashSet<String>,
    words: &mut Vec<Word<'text>>,
) {
    let mut at = 0;
    let mut is_first = true;
    for Range { start, end } in crate::text::words::words(text, 0) {
        is_first |= text[at..start].contains(['.', ';', ':', '!', '?']);
        let written = &text[start..end];
        let folded: String = written.chars().flat_map(fold_char).collect();
        words.push(Word {
            span: Span {
                paragraph,
                start,
                end,
            },
            written,
            stem: subject(written, &folded, stop),
            folded,
            is_first,
        });
        (at, is_first) = (end, false);
    }
}

/// The stem of a word that carries a subject.
fn subject(written: &str, folded: &str, stop: &HashSet<String>) -> Option<String> {
    let count = folded.chars().count();
    let is_short_form = (2..SHORTEST).contains(&count) && written.chars().all(char::is_uppercase);
    if is_short_form {
        return Some(folded.to_owned());
    }
    let counts = count >= SHORTEST && !stop.contains(folded);
    counts.then(|| stem(folded))
}

impl Word<'_> {
    /// Where its first letters stand.
    pub fn start(&self, letters: usize) -> Span {
        let mut left = letters;
        let is_behind = |&(_, c): &(usize, char)| match fold_char(c).as_slice().len() {
            0 => false,
            _ if left == 0 => true,
            count => {
                left = left.saturating_sub(count);
                false
            }
        };
        let next = self.written.char_indices().find(is_behind);
        let length = next.map_or(self.written.len(), |(at, _)| at);
        Span {
            end: self.span.start + length,
            ..self.span
        }
    }
}

/// The words that carry no subject, folded.
pub(super) fn stop_words() -> &'static HashSet<String> {
    static READ: LazyLock<HashSet<String>> = LazyLock::new(read_stop_words);
    &READ
}

fn read_stop_words() -> HashSet<String> {
    /// What `assets/echo.toml` holds.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Stop {
        small: String,
        verbs: String,
        vague: String,
        sender: String,
        english: String,
    }
    let Stop {
        small,
        verbs,
        vague,
        sender,
        english,
    } = built_in::read(built_in!("echo"));
    let all = [small, verbs, vague, sender, english];
    all.iter()
        .flat_map(|words| words.split_whitespace().map(fold))
        .collect()
}
