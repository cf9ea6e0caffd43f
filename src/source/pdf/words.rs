//! Puts runs of shown text together to words, with what is set apart in them and their note marks.

use super::run::Run;
use crate::source::draft::{Emphasis, Mark, Text};

/// How much smaller than the words around it a raised number is, at most, of their size.
const SMALL: f64 = 0.8;

/// So far apart on a line, of the size of the running text, runs are no letters of one word: a label and its item.
const APART: f64 = 0.3;

/// What happens to a hyphen at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hyphens {
    /// It belongs to the word: who wrote the text breaks no words.
    Stay,
    /// It was put there by the typesetter, unless the word is one that has it.
    Go,
}

/// A text in the making.
pub(super) struct Words {
    text: Text,
    hyphens: Hyphens,
    /// The size of the font of the paper's running text, in points.
    body: f64,
    line: Option<(usize, f64)>,
    /// Where the last run on it ends.
    end: f64,
}

impl Words {
    pub(super) fn new(hyphens: Hyphens, body: f64) -> Self {
        Self {
            text: Text::default(),
            hyphens,
            body,
            line: None,
            end: 0.0,
        }
    }

    /// The words so far.
    pub(super) fn so_far(&self) -> &str {
        &self.text.words
    }

    /// Adds a run; one that is a raised number becomes a note mark.
    pub(super) fn run(&mut self, run: &Run) {
        if self.is_mark(run) {
            self.mark(run.text.trim());
            if run.text.ends_with(' ') {
                self.blank();
            }
            return;
        }
        self.line_of(run);
        let start = self.text.words.len();
        for c in run.text.chars() {
            match c {
                '\u{ad}' => {}
                c if c.is_whitespace() || c == '\u{a0}' => self.blank(),
                c if c.is_control() => {}
                'ﬁ' => self.text.words.push_str("fi"),
                'ﬂ' => self.text.words.push_str("fl"),
                c => self.text.words.push(c),
            }
        }
        let emphasis = match (run.bold, run.italic) {
            (false, false) => return,
            (true, false) => Emphasis::Bold,
            (false, true) => Emphasis::Italic,
            (true, true) => Emphasis::BoldItalic,
        };
        self.emphasise(start, emphasis);
    }

    /// Adds words that the file says are to be read in place of what it shows.
    pub(super) fn literal(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() {
                self.blank();
            } else if !c.is_control() && c != '\u{ad}' {
                self.text.words.push(c);
            }
        }
    }

    fn emphasise(&mut self, start: usize, emphasis: Emphasis) {
        let end = self.text.words.len();
        if start >= end {
            return;
        }
        match self.text.emphasis.last_mut() {
            Some((before, same)) if *same == emphasis && before.end == start => before.end = end,
            _ => self.text.emphasis.push((start..end, emphasis)),
        }
    }

    /// Adds a note mark behind the words so far.
    pub(super) fn mark(&mut self, label: &str) {
        self.text.words.truncate(self.text.words.trim_end().len());
        self.text.marks.push(Mark {
            at: self.text.words.len(),
            label: label.to_owned(),
            note: None,
        });
    }

    /// Whether a run is a number that is raised over the words before it.
    fn is_mark(&self, run: &Run) -> bool {
        let number = run.text.trim();
        let digits =
            (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        let raised = self
            .line
            .is_some_and(|(page, y)| page == run.page && run.y > y + 0.5 && run.y < y + self.body);
        digits && raised && run.size <= self.body * SMALL && !self.text.words.trim_end().is_empty()
    }

    fn blank(&mut self) {
        if !self.text.words.is_empty() && !self.text.words.ends_with(' ') {
            self.text.words.push(' ');
        }
    }

    /// Parts the lines of a text: with a blank, or with none where a word goes on behind its hyphen.
    fn line_of(&mut self, run: &Run) {
        let next = (run.page, run.y);
        let before = self.line.replace(next);
        let gap = run.x - std::mem::replace(&mut self.end, run.end);
        let Some((page, y)) = before else { return };
        let same = page == run.page && (y - run.y).abs() < self.body * 0.6;
        if same {
            // A raised or lowered run does not move the line.
            self.line = Some((page, y));
            if gap > self.body * APART {
                self.blank();
            }
            return;
        }
        if self.text.words.ends_with('-') {
            let small = run.text.starts_with(char::is_lowercase);
            if self.hyphens == Hyphens::Go && small && is_broken(&self.text.words) {
                self.text.words.pop();
            }
        } else if !in_link(&self.text.words) || run.text.starts_with(char::is_uppercase) {
            self.blank();
        }
    }

    /// The text, without blanks at its ends.
    pub(super) fn finish(mut self) -> Text {
        let words = self.text.words.trim_end().len();
        self.text.words.truncate(words);
        self.text.emphasis.retain_mut(|(range, _)| {
            range.end = range.end.min(words);
            range.start < range.end
        });
        for mark in &mut self.text.marks {
            mark.at = mark.at.min(words);
        }
        self.text
    }
}

/// Whether the words end in the middle of a link, which a line end does not part.
fn in_link(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    last.contains("//") || last.starts_with("www.")
}

/// Whether the hyphen at the end is the typesetter's: it stands behind small letters only. Behind an
/// abbreviation, a number or a name it is the word's own.
fn is_broken(words: &str) -> bool {
    let stem = &words[..words.len() - 1];
    let last = stem
        .rsplit(|c: char| !c.is_alphanumeric() && c != '+')
        .next()
        .unwrap_or_default();
    let mut letters = last.chars();
    let first = letters.next();
    let whole = first.is_some_and(char::is_alphabetic) && letters.all(char::is_lowercase);
    whole && last.chars().count() >= 2 && !stem.ends_with("niet")
}
