//! Selecting words of a paragraph, by keyboard and by mouse.

use super::{
    App, Reader,
    message::{Act, Effect, Turn},
};
pub use crate::keys::parts::Unit;
use crate::{
    letter::{Letter, Place, Span},
    reading::sentence,
};
use unicode_segmentation::UnicodeSegmentation;

impl Reader {
    /// Starts a selection: the mention under the cursor, else the first sentence of the paragraph
    /// that is read which shows.
    pub(super) fn start_selection(&mut self) {
        let focus = self
            .focus
            .filter(|span| span.start < span.end && self.shows(span.place()));
        let span = focus.unwrap_or_else(|| self.sentence_shown());
        self.selection = Some(span);
    }

    /// Selects from one place to another of the same paragraph, whichever comes first.
    pub(super) fn select_between(&mut self, from: Place, to: Place) {
        let text = self.letter.paragraph(from.paragraph);
        let to = match to.paragraph.cmp(&from.paragraph) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => to.byte,
            std::cmp::Ordering::Greater => text.len(),
        };
        let (start, last) = (from.byte.min(to), from.byte.max(to));
        let end = text[last..]
            .chars()
            .next()
            .map_or(last, |c| last + c.len_utf8());
        self.selection = Some(Span {
            paragraph: from.paragraph,
            start,
            end,
        });
    }
}

impl App {
    pub(super) fn select_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Extend(turn, unit) => self.extend(turn, unit),
            Act::Copy => self.open_copy(),
            Act::Collect => self.collect(),
            Act::OwnNote => self.open_own_note(),
            Act::Editor => {
                self.open_own_note();
                return self.edit_own_note();
            }
            Act::Close => self.reader.selection = None,
            Act::Scroll(turn, reach) => self.scroll(turn, self.reader.rows_in(reach)),
            _ => {}
        }
        None
    }

    /// Moves the end of the selection by a unit.
    fn extend(&mut self, turn: Turn, unit: Unit) {
        let Some(span) = self.reader.selection else {
            return;
        };
        let text = self.reader.letter.paragraph(span.paragraph);
        let end = match (unit, turn) {
            (Unit::Paragraph, _) => {
                self.reader.selection = Some(Span {
                    start: 0,
                    end: text.len(),
                    ..span
                });
                return;
            }
            (Unit::Word, Turn::On) => ends(&self.reader.letter, span.paragraph, Unit::Word)
                .find(|&end| end > span.end)
                .unwrap_or(text.len()),
            (Unit::Sentence, Turn::On) => {
                let from = text.len().min(span.end + 1);
                let from = (from..=text.len())
                    .find(|&at| text.is_char_boundary(at))
                    .unwrap_or(text.len());
                let at = Span {
                    start: from,
                    end: from,
                    ..span
                };
                sentence::around(&self.reader.letter, at).end.max(span.end)
            }
            (unit, Turn::Back) => {
                let kept = span.start + 1;
                ends(&self.reader.letter, span.paragraph, unit)
                    .filter(|&end| end >= kept && end < span.end)
                    .last()
                    .unwrap_or(span.end)
            }
        };
        self.reader.selection = Some(Span { end, ..span });
        let last = Place {
            paragraph: span.paragraph,
            byte: end,
        };
        self.follow(last);
    }

    /// Scrolls its column until a place shows, and no further.
    fn follow(&mut self, place: Place) {
        let lines = [self.reader.page(), self.reader.beside()].concat();
        if !lines.iter().any(|line| line.paragraph == place.paragraph) {
            self.reader.show_at(place);
            self.reader.settle();
        }
        let beside = self.reader.stands_beside(place.paragraph);
        let from = if beside {
            self.reader.aside
        } else {
            self.reader.text.top
        };
        let turn = if place < from.place {
            Turn::Back
        } else {
            Turn::On
        };
        while !self.reader.shows(place) {
            let before = (self.reader.shown, self.reader.aside);
            if beside {
                self.scroll_beside(turn, 1);
            } else {
                self.reader.scroll_text(turn, 1);
            }
            if (self.reader.shown, self.reader.aside) == before {
                return;
            }
        }
    }
}

/// Where words (or sentences) of a paragraph end, in bytes.
fn ends(letter: &Letter, paragraph: usize, unit: Unit) -> Box<dyn Iterator<Item = usize> + '_> {
    let text = letter.paragraph(paragraph);
    if unit == Unit::Word {
        return Box::new(
            text.unicode_word_indices()
                .map(|(at, word)| at + word.len()),
        );
    }
    let mut at = 0;
    Box::new(std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let span = Span {
            paragraph,
            start: at,
            end: at,
        };
        let end = sentence::around(letter, span).end;
        at = (end + 1).min(text.len()).max(at + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        Some(end)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    #[test]
    fn words_and_sentences_end_where_readers_see_it() {
        let text = "Het kabinet dankt. Hierbij «bied» ik aan.";
        let letter = letter::read(text).unwrap();
        let words: Vec<_> = ends(&letter, 0, Unit::Word)
            .map(|end| &text[..end])
            .collect();
        assert_eq!(words[1], "Het kabinet");
        assert_eq!(words[4], "Het kabinet dankt. Hierbij «bied");
        let sentences: Vec<_> = ends(&letter, 0, Unit::Sentence).collect();
        assert_eq!(sentences, [18, text.len()]);
    }
}
