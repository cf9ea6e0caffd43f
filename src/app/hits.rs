//! The hits of the last find, to go through without opening it again.

use super::{cursor::around, message::Turn};
use crate::letter::Span;

/// The hits of the last find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits {
    /// What was found.
    pub name: String,
    /// Where it stands, in the order in which it is gone through; at least one.
    pub spans: Vec<Span>,
    /// Which of them was shown last.
    pub at: usize,
    /// Their numbers in the order of the text, where they are gone through in another.
    order: Vec<usize>,
}

impl Hits {
    /// Hits in the order in which they are to be gone through, one of which shows.
    #[must_use]
    pub fn new(name: String, spans: Vec<Span>, at: usize) -> Self {
        Self {
            name,
            order: order(&spans),
            spans,
            at,
        }
    }

    /// The hits in the order of the text.
    #[must_use]
    pub fn by_place(&self) -> ByPlace<'_> {
        ByPlace {
            spans: &self.spans,
            order: &self.order,
        }
    }
}

/// How a hit is come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Straight, or from the one beside it.
    Straight,
    /// From the one at the other end.
    Around,
}

/// Which hit comes after (or before) another of so many, by index, and how it is come to.
pub(super) const fn step(at: usize, turn: Turn, count: usize) -> (usize, Came) {
    let next = around(at, turn, count);
    let came = match turn {
        Turn::On if next < at => Came::Around,
        Turn::Back if next > at => Came::Around,
        _ => Came::Straight,
    };
    (next, came)
}

/// The numbers of spans in the order of the text; none where they stand in that order.
pub(super) fn order(spans: &[Span]) -> Vec<usize> {
    let mut order = Vec::new();
    if !spans.is_sorted() {
        order.extend(0..spans.len());
        order.sort_by_key(|&number| spans[number]);
    }
    order
}

/// Hits in the order of the text, each known by its number in the order in which they are gone through.
#[derive(Clone, Copy, Debug, Default)]
pub struct ByPlace<'hits> {
    spans: &'hits [Span],
    order: &'hits [usize],
}

impl<'hits> ByPlace<'hits> {
    /// Hits that are gone through in the order of the text.
    #[must_use]
    pub const fn sorted(spans: &'hits [Span]) -> Self {
        Self { spans, order: &[] }
    }

    /// Hits with their numbers in the order of the text.
    #[must_use]
    pub const fn ordered(spans: &'hits [Span], order: &'hits [usize]) -> Self {
        Self { spans, order }
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self) -> usize {
        self.spans.len()
    }

    /// The number of the one that stands so far down.
    #[must_use]
    pub fn number(self, at: usize) -> usize {
        self.order.get(at).copied().unwrap_or(at)
    }

    /// The one that stands so far down.
    #[must_use]
    pub fn span(self, at: usize) -> Span {
        self.spans[self.number(at)]
    }

    /// How many stand before a paragraph, by index.
    #[must_use]
    pub fn before(self, paragraph: usize) -> usize {
        let (mut low, mut high) = (0, self.count());
        while low < high {
            let middle = low.midpoint(high);
            if self.span(middle).paragraph < paragraph {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_found_by_place_in_whichever_order_they_are_gone_through() {
        let span = |paragraph, start| Span {
            paragraph,
            start,
            end: start + 1,
        };
        let spans = vec![span(7, 2), span(3, 0), span(7, 1), span(9, 0)];
        let hits = Hits::new("x".into(), spans.clone(), 2);
        let placed = hits.by_place();
        let stand: Vec<_> = (0..4)
            .map(|at| (placed.span(at), placed.number(at)))
            .collect();
        assert_eq!(
            stand,
            [
                (span(3, 0), 1),
                (span(7, 1), 2),
                (span(7, 2), 0),
                (span(9, 0), 3)
            ]
        );
        for (paragraph, before) in [(0, 0), (3, 0), (4, 1), (7, 1), (8, 3), (10, 4)] {
            assert_eq!(placed.before(paragraph), before, "{paragraph}");
        }
        assert_eq!((hits.spans, hits.at), (spans, 2));
        assert_eq!(ByPlace::sorted(&[span(1, 0)]).number(0), 0);
    }
}
