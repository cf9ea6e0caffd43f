//! The labels of a letterhead with their values, which may stand apart from them.

use super::{
    REACH, Walk,
    line::{Awaited, is_labelled, is_of_an_address, label, only_in_a_head, salutation},
};
use crate::letter::{Facts, facts, plain::wrap::left_open};
use std::collections::VecDeque;

impl Walk<'_> {
    /// How many lines are head where the date stands before others of it: labels with their values, and whom the
    /// letter is for.
    pub(super) fn under_date(&mut self, dated: usize) -> usize {
        let lines = self.lines;
        let mut count = dated;
        loop {
            let blank = lines[count..].iter().take_while(|line| line.is_empty());
            let at = count + blank.count();
            let Some(line) = lines.get(at) else {
                return count;
            };
            if is_labelled(line)
                && let Some((kind, _)) = label(line)
            {
                let (value, end) = value(lines, at);
                match kind {
                    Awaited::Title => {
                        self.facts.title.get_or_insert(value);
                    }
                    Awaited::Date => self.facts.take_date(&value),
                    _ => {}
                }
                count = end;
            } else if Facts::is_of_questions(line) {
                self.facts.take_questions(line);
                count = at + 1;
            } else if only_in_a_head(line) || is_of_an_address(line) && count > dated {
                self.facts.take(line);
                count = at + 1;
            } else {
                return count;
            }
        }
    }

    /// A letterhead: to where somebody is addressed, or else behind the subject.
    pub(super) fn letterhead(
        &mut self,
        from: usize,
        addressed: Option<usize>,
        labelled: bool,
    ) -> usize {
        let reach = REACH / 2;
        let near =
            addressed.filter(|line| labelled || (*line < reach && self.facts.title.is_none()));
        let subject = self
            .lines
            .iter()
            .rposition(|line| matches!(label(line), Some((Awaited::Title, _))));
        let value = |line: usize| {
            let own = label(self.lines[line]).is_some_and(|(_, value)| !value.is_empty());
            let next = self.lines[line + 1..]
                .iter()
                .position(|line| !line.is_empty());
            if own {
                line + 1
            } else {
                line + next.map_or(1, |next| next + 2)
            }
        };
        let end = near
            .or_else(|| subject.filter(|_| labelled).map(value))
            .unwrap_or(from);
        // Labels may stand under one another, and their values below them in the same order.
        let mut awaited: VecDeque<Awaited> = VecDeque::new();
        let scanned = if labelled {
            self.lines
        } else {
            &self.lines[..end]
        };
        for (at, line) in scanned
            .iter()
            .enumerate()
            .filter(|(_, line)| !line.is_empty())
        {
            let (kind, value) = match label(line) {
                Some((kind, "")) => {
                    awaited.push_back(kind);
                    continue;
                }
                Some(told) => {
                    awaited.clear();
                    told
                }
                None => (awaited.pop_front().unwrap_or(Awaited::Nothing), *line),
            };
            match kind {
                Awaited::Title => {
                    let whole = whole(value, self.lines, at).0;
                    self.facts.title.get_or_insert(whole);
                }
                Awaited::Date => self.facts.take_date(value),
                _ => {}
            }
        }
        for line in &self.lines[..end] {
            self.facts.take(line);
        }
        let subject = subject
            .and_then(|line| label(self.lines[line]))
            .map(|(_, value)| value);
        if let Some(subject) = subject.filter(|subject| !subject.is_empty()) {
            self.facts.title.get_or_insert_with(|| subject.to_owned());
        } else if self.facts.title.is_none() && !labelled {
            let title = self.lines[..end]
                .iter()
                .find(|line| facts::like_a_title(line));
            self.facts.title = title.map(|title| (*title).to_owned());
        }
        end.max(from)
    }
}

/// The value of the label on a line, on that line or the next that is not blank, with the lines that it goes on in,
/// and how many lines are read with it.
fn value(lines: &[&str], at: usize) -> (String, usize) {
    let own = label(lines[at]).map_or("", |(_, value)| value);
    let mut first = at;
    if own.is_empty() {
        let blank = lines[at + 1..].iter().take_while(|line| line.is_empty());
        first = at + 1 + blank.count();
    }
    let words = if first == at {
        own
    } else {
        lines.get(first).copied().unwrap_or_default()
    };
    let (whole, end) = whole(words, lines, first);
    (whole, end.min(lines.len()))
}

/// The most lines that a value takes.
const LINES: usize = 4;

/// A value that stands on a line with the lines that it goes on in, and the line behind the last of them.
fn whole(value: &str, lines: &[&str], at: usize) -> (String, usize) {
    let mut whole = value.to_owned();
    let mut end = at + 1;
    while end < at + LINES
        && let Some(further) = goes_on(&whole, &lines[end.min(lines.len())..])
    {
        whole = [&whole, " ", further].concat();
        end += 1;
    }
    (whole, end)
}

/// The line in which a value goes on: the first of these where it is in small letters and the last before something
/// else, or where no value ends so.
fn goes_on<'text>(value: &str, lines: &[&'text str]) -> Option<&'text str> {
    let next = lines.first().filter(|next| !next.is_empty())?;
    let after = lines.get(1).copied().unwrap_or_default();
    let told = |line: &str| salutation(line) || label(line).is_some() || only_in_a_head(line);
    let small = next.starts_with(char::is_lowercase) && (after.is_empty() || told(after));
    (next.len() < 120 && !told(next) && (small || left_open(value))).then_some(*next)
}
