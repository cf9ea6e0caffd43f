//! The words of a block as they are shown: without what would act on a terminal, with or without its label.

use crate::{
    letter,
    source::draft::{Block, Kind},
};
use std::{borrow::Cow, ops::Range};

/// Shows a mark in place of every character that would act on a terminal. It is one for one, so what is
/// counted in characters stays.
pub(super) fn tame(block: &mut Block) {
    let Cow::Owned(shown) = letter::visible(&block.text.words) else {
        return;
    };
    let words = std::mem::replace(&mut block.text.words, shown);
    let shown = &block.text.words;
    let moved = |at: usize| {
        let count = words[..at].chars().count();
        shown
            .char_indices()
            .nth(count)
            .map_or(shown.len(), |(at, _)| at)
    };
    let range = |range: &Range<usize>| moved(range.start)..moved(range.end);
    for (own, _) in &mut block.text.emphasis {
        *own = range(own);
    }
    for (own, _) in &mut block.text.links {
        *own = range(own);
    }
    for mark in &mut block.text.marks {
        mark.at = moved(mark.at);
    }
    if let Kind::Row { cells, .. } = &mut block.kind {
        for cell in cells {
            cell.text = range(&cell.text);
        }
    }
}

/// Puts the label of an item or a heading before its words, where the source prints it.
pub(super) fn label(block: &mut Block) {
    let (Kind::Item {
        label: Some(label), ..
    }
    | Kind::Heading {
        label: Some(label), ..
    }) = &block.kind
    else {
        return;
    };
    let by = label.len() + 1;
    block.text.words.insert_str(0, &[label, " "].concat());
    let spans = block.text.emphasis.iter_mut().map(|(range, _)| range);
    for range in spans.chain(block.text.links.iter_mut().map(|(range, _)| range)) {
        *range = range.start + by..range.end + by;
    }
    for mark in &mut block.text.marks {
        mark.at += by;
    }
}
