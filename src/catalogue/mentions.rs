//! The mentions of a whole letter, in the order of the text and by entity.

use super::Catalogue;
use crate::letter::{Letter, Span};
use std::{collections::HashMap, ops::Range};

/// One place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The entity, by index in the catalogue.
    pub entity: usize,
    /// Where its name stands.
    pub span: Span,
}

/// All mentions in a letter. None overlap.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    all: Vec<Mention>,
    by_entity: Vec<Vec<usize>>,
}

impl Mentions {
    /// Finds all mentions of the catalogue's entities in a letter.
    #[must_use]
    pub fn find(letter: &Letter, catalogue: &Catalogue) -> Self {
        let mut mentions = Self {
            all: Vec::new(),
            by_entity: vec![Vec::new(); catalogue.entities().len()],
        };
        for paragraph in 0..letter.paragraphs().len() {
            for (entity, range) in catalogue.scanner.scan(letter.paragraph(paragraph)) {
                let span = Span {
                    paragraph,
                    start: range.start,
                    end: range.end,
                };
                mentions.by_entity[entity].push(mentions.all.len());
                mentions.all.push(Mention { entity, span });
            }
        }
        mentions
    }

    /// All, in the order of the text.
    #[must_use]
    pub fn all(&self) -> &[Mention] {
        &self.all
    }

    /// Those of one entity, in the order of the text.
    pub fn of(
        &self,
        entity: usize,
    ) -> impl ExactSizeIterator<Item = Span> + DoubleEndedIterator + '_ {
        let indices = self.by_entity.get(entity).map_or(&[][..], Vec::as_slice);
        indices.iter().map(|&index| self.all[index].span)
    }

    /// Those in a run of paragraphs, in the order of the text.
    #[must_use]
    pub fn within(&self, paragraphs: Range<usize>) -> &[Mention] {
        let first = self
            .all
            .partition_point(|mention| mention.span.paragraph < paragraphs.start);
        let after = self
            .all
            .partition_point(|mention| mention.span.paragraph < paragraphs.end);
        &self.all[first..after.max(first)]
    }

    /// The entities named in a run of paragraphs with how often, those named most first, then in
    /// the order of the text.
    #[must_use]
    pub fn counts(&self, paragraphs: Range<usize>) -> Vec<(usize, usize)> {
        let mut counts: Vec<(usize, usize)> = Vec::new();
        let mut places: HashMap<usize, usize> = HashMap::new();
        for mention in self.within(paragraphs) {
            let place = *places.entry(mention.entity).or_insert_with(|| {
                counts.push((mention.entity, 0));
                counts.len() - 1
            });
            counts[place].1 += 1;
        }
        counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        counts
    }
}
