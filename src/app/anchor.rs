//! Which paragraph a mark that was kept belongs to: marks are anchored by first words (see `kept.rs`).

use super::kept::KeptMark;
use crate::letter::{Address, Letter};
use std::{
    cell::OnceCell,
    hash::{DefaultHasher, Hash, Hasher},
};

/// How many characters of a paragraph tell it from others.
const WORDS: usize = 64;

/// The first words of a paragraph.
pub(super) fn first_words(letter: &Letter, paragraph: usize) -> &str {
    let text = letter.paragraph(paragraph);
    let end = text
        .char_indices()
        .nth(WORDS)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// Where in a letter paragraphs with certain first words stand. That is found once, when it is first
/// asked for: one lost mark would else cost the whole letter at every key that keeps something.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors(OnceCell<Vec<(u64, usize)>>);

impl Anchors {
    /// The paragraphs with these first words, by index, in order.
    fn of<'all>(
        &'all self,
        letter: &'all Letter,
        words: &'all str,
    ) -> impl Iterator<Item = usize> + 'all {
        let all = self.0.get_or_init(|| {
            let count = letter.paragraphs().len();
            let anchor = |paragraph| (hash(first_words(letter, paragraph)), paragraph);
            let mut all: Vec<_> = (0..count).map(anchor).collect();
            all.sort_unstable();
            all
        });
        let hash = hash(words);
        let from = all.partition_point(|anchor| anchor.0 < hash);
        let same = all[from..]
            .iter()
            .take_while(move |anchor| anchor.0 == hash);
        same.map(|anchor| anchor.1)
            .filter(move |&paragraph| first_words(letter, paragraph) == words)
    }

    /// The paragraph of each of these marks: the one that stands where it stood if it has those words and
    /// that address, else of those that have the words one with the address, else the nearest.
    pub fn paragraphs(&self, letter: &Letter, marks: &[KeptMark]) -> Vec<Option<usize>> {
        let count = letter.paragraphs().len();
        let address_of = |paragraph| letter.address(paragraph).map(|it| it.to_string());
        let stays = |mark: &KeptMark| {
            mark.paragraph < count
                && first_words(letter, mark.paragraph) == mark.words
                && address_of(mark.paragraph) == mark.address
        };
        let find = |mark: &KeptMark| {
            if stays(mark) {
                return Some(mark.paragraph);
            }
            let address: Option<Address> = mark.address.as_ref().and_then(|it| it.parse().ok());
            self.of(letter, &mark.words).min_by_key(|&paragraph| {
                let elsewhere = letter.address(paragraph) != address;
                (elsewhere, paragraph.abs_diff(mark.paragraph))
            })
        };
        marks.iter().map(find).collect()
    }
}

fn hash(words: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
