//! The letterhead of a ministry's letter, which its tags leave out: to whom, when, about what.

use super::run::Run;
use crate::source::draft::{Block, Draft, Kind, LeftOut, Text};

/// A line of the first page: where its words start, and the words, in columns.
struct Line {
    y: f64,
    columns: Vec<(f64, String)>,
}

/// Adds the lines of the head to the front of a draft, and the rest of what stands beside the text to what
/// was left out.
pub(super) fn read(runs: &[Run], draft: &mut Draft) {
    let artifacts = || runs.iter().filter(|run| run.artifact);
    let lines = lines(artifacts().filter(|run| run.page == 0));
    let (head, rest) = sorted(&lines);
    let blocks = head.into_iter().map(|words| {
        let mut block = Block::new(Kind::Head, Text::plain(words));
        block.page = Some(1);
        block
    });
    draft.blocks.splice(0..0, blocks);
    for words in rest {
        draft.left_out.push(LeftOut {
            words,
            page: Some(1),
        });
    }
    let last = runs.iter().map(|run| run.page).max().unwrap_or(0);
    for page in 1..=last {
        for line in self::lines(artifacts().filter(|run| run.page == page)) {
            for (_, words) in line.columns {
                draft.left_out.push(LeftOut {
                    words,
                    page: u32::try_from(page + 1).ok(),
                });
            }
        }
    }
}

fn lines<'runs>(runs: impl Iterator<Item = &'runs Run>) -> Vec<Line> {
    let mut runs: Vec<&Run> = runs.filter(|run| !run.text.trim().is_empty()).collect();
    runs.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    let mut lines: Vec<(f64, Vec<&Run>)> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some((y, line)) if (*y - run.y).abs() < 2.0 => line.push(run),
            _ => lines.push((run.y, vec![run])),
        }
    }
    lines
        .into_iter()
        .map(|(y, line)| Line {
            y,
            columns: columns(line),
        })
        .collect()
}

/// The runs of a line, put together where no more than a blank or two parts them.
fn columns(mut line: Vec<&Run>) -> Vec<(f64, String)> {
    line.sort_by(|a, b| a.x.total_cmp(&b.x));
    // What is set in bold may be shown twice in one place.
    line.dedup_by(|a, b| a.text == b.text && (a.x - b.x).abs() < 1.0);
    let mut columns: Vec<(f64, f64, String)> = Vec::new();
    for run in line {
        match columns.last_mut() {
            Some((_, end, words)) if run.x - *end < run.size => {
                if run.x - *end > run.size * 0.15 && !words.ends_with(' ') {
                    words.push(' ');
                }
                words.push_str(&run.text);
                *end = run.end;
            }
            _ => columns.push((run.x, run.end, run.text.clone())),
        }
    }
    let clean = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
    columns
        .into_iter()
        .map(|(x, _, words)| (x, clean(words)))
        .collect()
}

/// The lines that belong to the head, and the rest: the addressee, and the values of `Datum` and `Betreft`
/// with the lines under them that start where they do.
fn sorted(lines: &[Line]) -> (Vec<String>, Vec<String>) {
    let mut head = Vec::new();
    let mut rest = Vec::new();
    let mut value: Option<(f64, f64)> = None;
    for line in lines {
        let label = line.columns[0].1.trim_end_matches(':');
        if matches!(label, "Datum" | "Betreft" | "Onderwerp") && line.columns.len() > 1 {
            let (x, words) = &line.columns[1];
            head.push(format!("{label} {words}"));
            value = (label != "Datum").then_some((*x, line.y));
            rest.extend(line.columns[2..].iter().map(|column| column.1.clone()));
            continue;
        }
        for (index, (x, words)) in line.columns.iter().enumerate() {
            if index == 0
                && let Some((left, y)) = value
                && (left - x).abs() < 2.0
                && y - line.y < 20.0
                && let Some(before) = head.last_mut()
            {
                before.push(' ');
                before.push_str(words);
                value = Some((left, line.y));
            } else if is_addressee(words) {
                head.push(words.clone());
            } else {
                rest.push(words.clone());
            }
        }
    }
    (head, rest)
}

fn is_addressee(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("voorzitter van de") && (words.contains("kamer") || words.contains("staten"))
}
