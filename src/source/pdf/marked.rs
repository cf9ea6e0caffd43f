//! Reads official typesetting: no tree of tags, but every block of the text is marked, and what belongs to
//! the page and not to the text is said to be so.

use super::{
    run::{Owner, Run},
    words::{Hyphens, Words},
};
use crate::source::draft::{Block, Cell, Draft, Kind, LeftOut, Note, Text};

/// The runs of one mark, split into lines.
struct Marked<'runs> {
    page: usize,
    lines: Vec<Vec<&'runs Run>>,
}

impl Marked<'_> {
    fn size(&self) -> f64 {
        let runs = self.lines.iter().flatten();
        runs.max_by_key(|run| run.text.trim().chars().count())
            .map_or(0.0, |run| run.size)
    }

    fn top(&self) -> f64 {
        self.lines
            .first()
            .and_then(|line| line.first())
            .map_or(0.0, |run| run.y)
    }

    fn left(&self) -> f64 {
        self.lines
            .first()
            .and_then(|line| line.first())
            .map_or(0.0, |run| run.x)
    }
}

/// Reads the blocks of a paper from what was shown.
pub(super) fn read(runs: &[Run], body: f64) -> Draft {
    let mut draft = Draft::default();
    let mut open: Option<(usize, bool)> = None;
    let marked = marked(runs, body, &mut draft);
    let mut tables = 0;
    let mut at = 0;
    while at < marked.len() {
        let block = &marked[at];
        let row = row_from(&marked[at..], body);
        if row > 1 {
            if !matches!(
                draft.blocks.last().map(|block| &block.kind),
                Some(Kind::Row { .. })
            ) {
                tables += 1;
            }
            draft
                .blocks
                .push(table_row(&marked[at..at + row], tables - 1, body));
            at += row;
            open = None;
            continue;
        }
        if is_note(block, body) {
            notes(block, body, &mut draft);
        } else {
            paragraphs(block, body, &mut open, &mut draft);
        }
        at += 1;
    }
    draft
}

/// The blocks that are marked, in order; what is not goes out.
fn marked<'runs>(runs: &'runs [Run], body: f64, draft: &mut Draft) -> Vec<Marked<'runs>> {
    let mut blocks: Vec<Marked<'runs>> = Vec::new();
    let mut last: Option<(Owner, i64)> = None;
    for run in runs {
        let Some(mark) = run.mark.filter(|_| !run.artifact) else {
            left_out(run, draft);
            continue;
        };
        if last != Some(mark) {
            blocks.push(Marked {
                page: run.page,
                lines: Vec::new(),
            });
            last = Some(mark);
        }
        let Some(block) = blocks.last_mut() else {
            continue;
        };
        match block.lines.last_mut() {
            Some(line) if (line[0].y - run.y).abs() < body * 0.7 && line[0].page == run.page => {
                line.push(run);
            }
            _ => block.lines.push(vec![run]),
        }
    }
    blocks.retain(|block| {
        block
            .lines
            .iter()
            .flatten()
            .any(|run| !run.text.trim().is_empty())
    });
    blocks
}

fn left_out(run: &Run, draft: &mut Draft) {
    let words = run.text.trim();
    if !words.is_empty() {
        draft.left_out.push(LeftOut {
            words: words.to_owned(),
            page: u32::try_from(run.page + 1).ok(),
        });
    }
}

/// How many blocks from the first on stand on one line beside each other: the cells of a row.
fn row_from(blocks: &[Marked<'_>], body: f64) -> usize {
    let first = &blocks[0];
    let beside = blocks[1..].iter().take_while(|block| {
        block.page == first.page
            && (block.top() - first.top()).abs() < body * 0.3
            && block.left() > first.left() + body
    });
    1 + beside.count()
}

fn table_row(blocks: &[Marked<'_>], table: usize, body: f64) -> Block {
    let mut words = String::new();
    let mut cells = Vec::new();
    for block in blocks {
        if !cells.is_empty() {
            words.push(' ');
        }
        let start = words.len();
        words.push_str(&text(&block.lines, body).words);
        cells.push(Cell {
            text: start..words.len(),
            columns: 1,
            rows: 1,
        });
    }
    let mut row = Block::new(
        Kind::Row {
            table,
            head: false,
            cells,
        },
        Text::plain(words),
    );
    row.page = u32::try_from(blocks[0].page + 1).ok();
    row
}

fn text(lines: &[Vec<&Run>], body: f64) -> Text {
    let mut words = Words::new(Hyphens::Go, body);
    for run in lines.iter().flatten() {
        words.run(run);
    }
    words.finish()
}

/// Whether a block holds the texts of notes: it starts with a small number, and its words are smaller than
/// the paper's.
fn is_note(block: &Marked<'_>, body: f64) -> bool {
    block.lines.first().is_some_and(|line| starts_note(line)) && block.size() < body * 0.95
}

fn starts_note(line: &[&Run]) -> bool {
    let number = line[0].text.trim();
    let digits =
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    digits
        && line
            .iter()
            .skip(1)
            .any(|run| run.size > line[0].size * 1.15)
}

fn notes(block: &Marked<'_>, body: f64, draft: &mut Draft) {
    let mut from = 0;
    while from < block.lines.len() {
        let next = block.lines[from + 1..]
            .iter()
            .position(|line| starts_note(line));
        let to = next.map_or(block.lines.len(), |next| from + 1 + next);
        let label = block.lines[from][0].text.trim().to_owned();
        let mut lines: Vec<Vec<&Run>> = block.lines[from..to].to_vec();
        lines[0].remove(0);
        draft.notes.push(Note {
            label,
            text: vec![text(&lines, body)],
        });
        from = to;
    }
}

/// Adds the paragraphs of a block. A line ends one where the next line's first word would have had room
/// on it, or where more than a line's height is left free below it.
fn paragraphs(block: &Marked<'_>, body: f64, open: &mut Option<(usize, bool)>, draft: &mut Draft) {
    let right = block
        .lines
        .iter()
        .filter_map(|line| line.last())
        .fold(0.0_f64, |most, run| most.max(run.end));
    let mut from = 0;
    for index in 0..block.lines.len() {
        let last = index + 1 == block.lines.len();
        if !last && !ends(&block.lines[index], &block.lines[index + 1], right, body) {
            continue;
        }
        let lines = &block.lines[from..=index];
        let page = u32::try_from(block.page + 1).ok();
        let text = text(lines, body);
        from = index + 1;
        if text.is_empty() {
            continue;
        }
        let goes_on = from == index + 1
            && lines.len() == index + 1
            && open.is_some_and(|(page, ended)| page != block.page && !ended)
            && text.words.starts_with(|c: char| c.is_lowercase());
        *open = Some((
            block.page,
            text.words.ends_with(['.', '?', '!', ':', '»', '”']),
        ));
        if goes_on && let Some(before) = draft.blocks.last_mut() {
            super::text::join(&mut before.text, text);
            continue;
        }
        let mut made = Block::new(Kind::Paragraph, text);
        made.page = page;
        draft.blocks.push(made);
    }
}

fn ends(line: &[&Run], next: &[&Run], right: f64, body: f64) -> bool {
    let end = line.last().map_or(0.0, |run| run.end);
    let (here, below) = (line[0].y, next[0].y);
    if here - below > body * 1.9 || below > here {
        return true;
    }
    let first = next[0];
    let letters = first.text.trim_end().chars().count().max(1);
    let word = first
        .text
        .split(' ')
        .next()
        .unwrap_or_default()
        .chars()
        .count();
    let each = (first.end - first.x) / f64::from(u32::try_from(letters).unwrap_or(1));
    let needed = each * f64::from(u32::try_from(word + 1).unwrap_or(1));
    let whole = line
        .last()
        .is_some_and(|run| run.text.trim_end().ends_with(['.', '?', '!', ':', ';']));
    // Lines are of unequal length where words are not broken; that one more had room must be plain.
    end + needed * 1.3 + body < right && whole
}
