//! Note marks in the blocks of a source that says of none where it stands: raised digits that count up, or else digits
//! that look like marks, by the rule for plain text.

use super::draft::{Block, Emphasis, Kind, Mark};
use crate::letter::rules;
use std::ops::Range;

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
    let looks = rules::marks(&all);
    let raised = raised(blocks);
    // From the end, so that what is lifted moves nothing that is still to come.
    if raised.len() >= looks.len() {
        for (at, range, number) in raised.into_iter().rev() {
            lift(&mut blocks[at], range, number);
        }
        return;
    }
    for (range, number) in looks.into_iter().rev() {
        let at = starts.partition_point(|start| *start <= range.start) - 1;
        let start = starts[at];
        if range.end - start <= blocks[at].text.words.len() {
            let own = range.start - start..range.end - start;
            lift(&mut blocks[at], own, number);
        }
    }
}

/// Raised digits that count up from 1: the block, the bytes and the number of each. What is raised behind a unit or a
/// number is a power.
fn raised(blocks: &[Block]) -> Vec<(usize, Range<usize>, u32)> {
    let mut found: Vec<(usize, Range<usize>, u32)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if matches!(block.kind, Kind::Row { .. }) {
            continue;
        }
        let words = &block.text.words;
        let mut own: Vec<&Range<usize>> = block
            .text
            .emphasis
            .iter()
            .filter_map(|(range, kind)| (*kind == Emphasis::Superscript).then_some(range))
            .collect();
        own.sort_by_key(|range| range.start);
        for range in own {
            let next = found.last().map_or(1, |(_, _, last)| last + 1);
            let digits = words[range.clone()].trim_matches(['[', ']', '(', ')', ' ']);
            if digits.parse() == Ok(next) && !is_power(&words[..range.start]) {
                found.push((at, range.clone(), next));
            }
        }
    }
    found
}

/// Whether digits that are raised behind these words are a power: of a unit or a number.
fn is_power(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '/']).next().unwrap_or_default();
    matches!(word, "" | "m" | "km" | "dm" | "cm" | "mm")
        || word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Makes a note mark of a stretch of a block's words.
fn lift(block: &mut Block, own: Range<usize>, number: u32) {
    block.remove(own.clone());
    let mark = Mark {
        at: own.start,
        label: number.to_string(),
        note: None,
    };
    block.text.marks.insert(0, mark);
}
