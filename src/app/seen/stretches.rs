//! Stretches of the text that have come by.

use crate::letter::{Letter, Place};
use std::ops::Range;

/// Stretches of the text, in bytes of the whole letter: in order, none empty, none touching another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(Vec<Range<usize>>);

impl Seen {
    /// What lies in any of these stretches, which may come in any order and overlap.
    #[must_use]
    pub fn of(mut stretches: Vec<Range<usize>>) -> Self {
        stretches.retain(|stretch| stretch.start < stretch.end);
        stretches.sort_unstable_by_key(|stretch| stretch.start);
        let mut joined: Vec<Range<usize>> = Vec::new();
        for stretch in stretches {
            match joined.last_mut() {
                Some(last) if stretch.start <= last.end => last.end = last.end.max(stretch.end),
                _ => joined.push(stretch),
            }
        }
        Self(joined)
    }

    /// Adds a stretch; says whether that is anything new.
    pub fn add(&mut self, stretch: &Range<usize>) -> bool {
        if stretch.is_empty() || self.covers(stretch) {
            return false;
        }
        let first = self.0.partition_point(|other| other.end < stretch.start);
        let after = self.0.partition_point(|other| other.start <= stretch.end);
        let mut joined = stretch.clone();
        if first < after {
            joined.start = joined.start.min(self.0[first].start);
            joined.end = joined.end.max(self.0[after - 1].end);
        }
        self.0.splice(first..after, [joined]);
        true
    }

    /// Takes a stretch out.
    pub fn remove(&mut self, stretch: &Range<usize>) {
        let first = self.0.partition_point(|other| other.end <= stretch.start);
        let after = self.0.partition_point(|other| other.start < stretch.end);
        if stretch.is_empty() || first >= after {
            return;
        }
        let before = self.0[first].start..stretch.start;
        let behind = stretch.end..self.0[after - 1].end;
        let left = [before, behind].into_iter().filter(|part| !part.is_empty());
        self.0.splice(first..after, left.collect::<Vec<_>>());
    }

    /// Whether all of a stretch has come by.
    #[must_use]
    pub fn covers(&self, stretch: &Range<usize>) -> bool {
        let first = self.0.partition_point(|other| other.end < stretch.end);
        let found = self.0.get(first);
        found.is_some_and(|other| other.start <= stretch.start)
    }

    /// What of a stretch has come by, in order.
    pub fn within(&self, stretch: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        let first = self.0.partition_point(|other| other.end <= stretch.start);
        let inside = self.0[first..].iter();
        inside
            .take_while(move |other| other.start < stretch.end)
            .map(move |other| other.start.max(stretch.start)..other.end.min(stretch.end))
    }
}

/// How much of a section has come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Nothing.
    Not,
    /// Some of it.
    Partly,
    /// All of it.
    Whole,
}

/// The text of a section, in bytes of the whole letter.
pub(in crate::app) fn section_bytes(letter: &Letter, section: usize) -> Range<usize> {
    let paragraphs = &letter.sections()[section].paragraphs;
    let last = paragraphs.end - 1;
    let at = |paragraph, byte| letter.offset(Place { paragraph, byte });
    at(paragraphs.start, 0)..at(last, letter.paragraph(last).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn stretches_are_what_a_plain_list_of_bytes_would_be() {
        let mut seen = Seen::default();
        let mut plain = [false; 40];
        let mut random = Random(7);
        let mut below = |most| random.below(most);
        for step in 0..4000 {
            let start = below(38);
            let stretch = start..(start + below(8)).min(40);
            if below(3) == 0 {
                seen.remove(&stretch);
                plain[stretch.clone()].fill(false);
            } else {
                let new = plain[stretch.clone()].contains(&false);
                assert_eq!(seen.add(&stretch), new, "{step}");
                plain[stretch.clone()].fill(true);
            }
            let mut held = [false; 40];
            for part in seen.within(0..40) {
                assert!(!held[part.clone()].contains(&true));
                held[part].fill(true);
            }
            assert_eq!(held, plain, "{step}");
            let gaps = seen.0.windows(2).all(|pair| pair[0].end < pair[1].start);
            assert!(gaps, "{seen:?}");
            let asked = below(38);
            let asked = asked..asked + 2;
            assert_eq!(seen.covers(&asked), plain[asked.clone()] == [true; 2]);
            let touches = plain[asked.clone()].contains(&true);
            assert_eq!(seen.within(asked).next().is_some(), touches);
            assert_eq!(Seen::of(seen.0.iter().rev().cloned().collect()), seen);
        }
    }
}
