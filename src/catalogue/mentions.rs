//! The mentions of a letter, in the order of the text, by entity and by section.
//!
//! A big letter is read in slices, so that what shows need not wait for what does not.

use super::{Catalogue, compact::Compact, scan::scan};
use crate::letter::{Letter, Place, Span};
use std::{cmp::Reverse, collections::HashMap, ops::Range};

/// How many bytes of a paragraph are read at a time: what is found in them is held twice for as long.
const AT_ONCE: usize = 1 << 14;

/// One place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The entity, by index in the catalogue.
    pub entity: usize,
    /// Where its name stands.
    pub span: Span,
}

/// A mention as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    span: Compact,
    entity: u16,
}

impl Kept {
    fn of(entity: usize, span: Span) -> Option<Self> {
        Some(Self {
            span: Compact::of(span)?,
            entity: entity.try_into().ok()?,
        })
    }

    fn mention(self) -> Mention {
        Mention {
            entity: usize::from(self.entity),
            span: self.span.span(),
        }
    }
}

/// The mentions in a letter, as far as it has been read. None overlap.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    all: Vec<Kept>,
    /// Those of each entity, by their places among all.
    by_entity: Vec<Vec<u32>>,
    /// How often each entity is named in the sections read to their end, those named most first.
    by_section: Vec<Vec<(usize, usize)>>,
    /// The same of the section that is being read, in the order of the text.
    counted: Vec<(usize, usize)>,
    /// Where in that an entity is.
    counted_at: HashMap<usize, usize>,
    /// Where reading goes on.
    next: Place,
    whole: bool,
}

impl Mentions {
    /// Finds all mentions of the catalogue's entities in a letter.
    #[must_use]
    pub fn find(letter: &Letter, catalogue: &Catalogue) -> Self {
        let mut mentions = Self::default();
        mentions.read_on(letter, catalogue, usize::MAX);
        mentions
    }

    /// Reads on in the letter for about so many bytes of text.
    pub fn read_on(&mut self, letter: &Letter, catalogue: &Catalogue, bytes: usize) {
        self.by_entity.resize_with(catalogue.count(), Vec::new);
        let mut left = bytes;
        while !self.whole && left > 0 {
            let Place { paragraph, byte } = self.next;
            let text = letter.paragraph(paragraph);
            if let Some(bare) = letter.bare(paragraph) {
                // Characters that nobody sees hide no name.
                let words = bare.text();
                let name_at = |at: usize| catalogue.name_at(words, at);
                for (entity, range) in scan(words, 0..words.len(), name_at).0 {
                    self.add(paragraph, entity, bare.range(range));
                }
                left = left.saturating_sub(text.len().max(1));
                self.end_paragraph(letter);
                continue;
            }
            let until = byte.saturating_add(left.min(AT_ONCE)).min(text.len());
            let (found, further) = scan(text, byte..until, |at| catalogue.name_at(text, at));
            for (entity, range) in found {
                self.add(paragraph, entity, range);
            }
            left = left.saturating_sub(further.unwrap_or(text.len()).max(byte + 1) - byte);
            match further {
                Some(byte) => self.next.byte = byte,
                None => self.end_paragraph(letter),
            }
        }
    }

    fn add(&mut self, paragraph: usize, entity: usize, range: Range<usize>) {
        let span = Span {
            paragraph,
            start: range.start,
            end: range.end,
        };
        let (Some(kept), Ok(at)) = (Kept::of(entity, span), self.all.len().try_into()) else {
            return;
        };
        self.by_entity[entity].push(at);
        self.all.push(kept);
        let at = *self.counted_at.entry(entity).or_insert_with(|| {
            self.counted.push((entity, 0));
            self.counted.len() - 1
        });
        self.counted[at].1 += 1;
    }

    fn end_paragraph(&mut self, letter: &Letter) {
        let paragraph = self.next.paragraph + 1;
        self.next = Place { paragraph, byte: 0 };
        self.whole = paragraph == letter.paragraphs().len();
        if self.whole || letter.section_of(paragraph) > self.by_section.len() {
            self.counted.sort_by_key(|&(_, count)| Reverse(count));
            self.by_section.push(std::mem::take(&mut self.counted));
            self.counted_at.clear();
        }
    }

    /// Whether all of the letter has been read.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// Those of one entity in a run of paragraphs, in the order of the text.
    pub fn of_within(
        &self,
        entity: usize,
        paragraphs: Range<usize>,
    ) -> impl Iterator<Item = Span> + '_ {
        let indices = self.by_entity.get(entity).map_or(&[][..], Vec::as_slice);
        let before = |paragraph: usize| {
            indices.partition_point(|&index| self.span(index).paragraph < paragraph)
        };
        let run = before(paragraphs.start)..before(paragraphs.end.max(paragraphs.start));
        indices[run].iter().map(|&index| self.span(index))
    }

    fn span(&self, index: u32) -> Span {
        self.all[index as usize].span.span()
    }

    /// All, in the order of the text.
    #[must_use]
    pub fn all(&self) -> impl ExactSizeIterator<Item = Mention> + DoubleEndedIterator + '_ {
        self.all.iter().map(|kept| kept.mention())
    }

    /// Those of one entity, in the order of the text.
    pub fn of(
        &self,
        entity: usize,
    ) -> impl ExactSizeIterator<Item = Span> + DoubleEndedIterator + Clone + '_ {
        let indices = self.by_entity.get(entity).map_or(&[][..], Vec::as_slice);
        indices.iter().map(|&index| self.span(index))
    }

    /// Those in a run of paragraphs, in the order of the text.
    #[must_use]
    pub fn within(
        &self,
        paragraphs: Range<usize>,
    ) -> impl ExactSizeIterator<Item = Mention> + DoubleEndedIterator + '_ {
        let before = |paragraph: usize| self.before(|span| span.paragraph < paragraph);
        self.run(before(paragraphs.start)..before(paragraphs.end))
    }

    /// How many there are before the first of which this does not hold.
    fn before(&self, holds: impl Fn(Span) -> bool) -> usize {
        self.all.partition_point(|kept| holds(kept.span.span()))
    }

    fn run(
        &self,
        run: Range<usize>,
    ) -> impl ExactSizeIterator<Item = Mention> + DoubleEndedIterator + '_ {
        let run = &self.all[run.start..run.end.max(run.start)];
        run.iter().map(|kept| kept.mention())
    }

    /// Those that a span touches, in the order of the text.
    #[must_use]
    pub fn touching(
        &self,
        span: Span,
    ) -> impl ExactSizeIterator<Item = Mention> + DoubleEndedIterator + '_ {
        let paragraph = span.paragraph;
        let first = self.before(|own| (own.paragraph, own.end) <= (paragraph, span.start));
        let after = self.before(|own| (own.paragraph, own.start) < (paragraph, span.end));
        self.run(first..after)
    }

    /// The entities named in a section (by index) with how often, those named most first, then in
    /// the order of the text; none before the section has been read to its end.
    #[must_use]
    pub fn counts(&self, section: usize) -> &[(usize, usize)] {
        self.by_section.get(section).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_read_in_slices_names_what_it_names_at_once() {
        let catalogue = Catalogue::embedded();
        let embedded = crate::letter::source::embedded_source();
        let one_paragraph = embedded.split_whitespace().collect::<Vec<_>>().join(" ");
        for source in [
            embedded,
            &one_paragraph,
            "CIVICUS (CIVICUS)",
            "CIVI\u{ad}CUS (CIVICUS)\n\nCIVICUS",
            "niets",
        ] {
            let letter = crate::letter::read(source).unwrap();
            let whole = Mentions::find(&letter, catalogue);
            for bytes in [1, 7, 100, 4096] {
                let mut mentions = Mentions::default();
                while !mentions.is_whole() {
                    mentions.read_on(&letter, catalogue, bytes);
                    assert_eq!(mentions.all, whole.all[..mentions.all.len()]);
                }
                assert_eq!(mentions.all, whole.all);
                assert_eq!(mentions.by_entity, whole.by_entity);
                assert_eq!(mentions.by_section, whole.by_section);
            }
            assert_eq!(whole.by_section.len(), letter.sections().len());
        }
    }

    #[test]
    fn what_nobody_sees_hides_no_name() {
        let catalogue = Catalogue::embedded();
        let plain = "De Europese Unie en CIVICUS.";
        for hidden in [
            '\u{200b}', '\u{200d}', '\u{200c}', '\u{200e}', '\u{2060}', '\u{feff}', '\u{fe0f}',
            '\u{ad}',
        ] {
            let source = plain
                .replace("op", &format!("o{hidden}p"))
                .replace("VI", &format!("V{hidden}I"));
            let letter = crate::letter::read(source).unwrap();
            let found = Mentions::find(&letter, catalogue);
            let words = |mention: Mention| letter.own_words(mention.span).replace(hidden, "");
            let words: Vec<_> = found.all().map(words).collect();
            assert_eq!(words, ["Europese Unie", "CIVICUS"], "{hidden:?}");
        }
    }

    #[test]
    fn a_section_counts_its_own_mentions() {
        let letter = crate::letter::embedded();
        let mentions = Mentions::find(&letter, Catalogue::embedded());
        for (index, section) in letter.sections().iter().enumerate() {
            let within: Vec<_> = mentions.within(section.paragraphs.clone()).collect();
            let of = |entity: usize| within.iter().filter(|m| m.entity == entity).count();
            let counts = mentions.counts(index);
            assert!(counts.iter().all(|&(entity, count)| of(entity) == count));
            let first = |entity: usize| within.iter().position(|m| m.entity == entity);
            assert!(counts.is_sorted_by_key(|&(entity, count)| (Reverse(count), first(entity))));
            let sum: usize = counts.iter().map(|&(_, count)| count).sum();
            assert_eq!(sum, within.len());
        }
    }

    #[test]
    fn a_row_is_touched_by_what_stands_in_it() {
        let letter = crate::letter::embedded();
        let mentions = Mentions::find(&letter, Catalogue::embedded());
        for paragraph in 0..letter.paragraphs().len() {
            let length = letter.paragraph(paragraph).len();
            for start in (0..length).step_by(13) {
                let end = (start + 29).min(length);
                let span = Span {
                    paragraph,
                    start,
                    end,
                };
                let of_it = mentions.within(paragraph..paragraph + 1);
                let expected: Vec<_> = of_it
                    .filter(|mention| mention.span.start < end && start < mention.span.end)
                    .collect();
                assert_eq!(mentions.touching(span).collect::<Vec<_>>(), expected);
            }
        }
    }
}
