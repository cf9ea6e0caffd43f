//! The labels of a letterhead with their values, which may stand apart from them.

use super::{
    REACH, Walk,
    line::{Awaited, is_labelled, is_of_an_address, label, only_in_a_head, salutation},
};
use crate::letter::{Facts, facts};
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
                    let whole =
                        goes_on(self.lines, at).map(|further| [value, " ", further].concat());
                    let title = &mut self.facts.title;
                    title.get_or_insert_with(|| whole.unwrap_or_else(|| value.to_owned()));
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

/// The value of the label on a line, on that line or the next that is not blank, with the line that it goes on in,
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
    match goes_on(lines, first) {
        Some(further) => ([words, " ", further].concat(), first + 2),
        None => (words.to_owned(), (first + 1).min(lines.len())),
    }
}

/// The line in which a value goes on: right under it, in small letters, and the last before something else.
fn goes_on<'text>(lines: &[&'text str], at: usize) -> Option<&'text str> {
    let next = lines.get(at + 1)?;
    let after = lines.get(at + 2).copied().unwrap_or_default();
    let apart = after.is_empty() || salutation(after) || label(after).is_some();
    (next.starts_with(char::is_lowercase) && next.len() < 120 && apart).then_some(*next)
}
