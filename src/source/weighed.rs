//! Note marks in the blocks of a source that says of none where it stands: digits that look like marks, by the rule
//! for plain text.

use super::draft::{Block, Kind, Mark};
use crate::letter::rules;

/// Lifts what looks like note marks out of the running text.
pub(super) fn marks(blocks: &mut [Block]) {
    let mut all = String::new();
    let mut starts = Vec::with_capacity(blocks.len());
    for block in blocks.iter() {
        starts.push(all.len());
        // The cells of a row are ranges of its words.
        if !matches!(block.kind, Kind::Row { .. }) {
            all += &block.text.words;
        }
        all.push('\n');
    }
    // From the end, so that what is lifted moves nothing that is still to come.
    for (range, number) in rules::marks(&all).into_iter().rev() {
        let at = starts.partition_point(|start| *start <= range.start) - 1;
        let (start, text) = (starts[at], &mut blocks[at].text);
        let own = range.start - start..range.end - start;
        if own.end > text.words.len() {
            continue;
        }
        let moved = |byte: usize| byte - byte.clamp(own.start, own.end).abs_diff(own.start);
        for mark in &mut text.marks {
            mark.at = moved(mark.at);
        }
        let ranges = text.emphasis.iter_mut().map(|(range, _)| range);
        for range in ranges.chain(text.links.iter_mut().map(|(range, _)| range)) {
            *range = moved(range.start)..moved(range.end);
        }
        text.words.drain(own.clone());
        let mark = Mark {
            at: own.start,
            label: number.to_string(),
            note: None,
        };
        text.marks.insert(0, mark);
    }
}
