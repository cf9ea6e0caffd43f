//! The pages of a printed text and their lines, with the column beside the text taken out where the layout was kept.

use super::furniture::{self, Line};
use crate::source::draft::LeftOut;

/// So many blanks in a row part columns.
const GAP: usize = 3;

/// The colophon stands no further left, in characters.
const BESIDE: usize = 48;

/// The pages of a text. What stands in a column beside it goes to what is left out.
pub(super) fn pages(text: &str, left_out: &mut Vec<LeftOut>) -> Vec<Vec<Line>> {
    let mut pages = Vec::new();
    for (index, page) in split(text).into_iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let lines: Vec<Vec<(usize, &str)>> = page.iter().map(|line| columns(line)).collect();
        let beside = colophon(&lines);
        let mut kept: Vec<Line> = Vec::new();
        let mut blank = false;
        for columns in lines {
            let (own, other): (Vec<_>, Vec<_>) = columns.into_iter().partition(|(at, words)| {
                *words != furniture::RUNNING && beside.is_none_or(|beside| at + 1 < beside)
            });
            left_out.extend(other.into_iter().map(|(_, words)| LeftOut {
                words: words.to_owned(),
                page: Some(number),
            }));
            if own.is_empty() {
                blank = true;
                continue;
            }
            let mut words = String::new();
            let mut columns = Vec::new();
            for (_, column) in &own {
                if !words.is_empty() {
                    words.push(' ');
                }
                let start = words.len();
                words.extend(column.split_whitespace().flat_map(|word| [word, " "]));
                words.truncate(words.trim_end().len());
                columns.push(start..words.len());
            }
            if columns.len() < 2 {
                columns.clear();
            }
            kept.push(Line {
                words,
                columns,
                blank,
                page: number,
                official: false,
            });
            blank = false;
        }
        pages.push(kept);
    }
    pages
}

/// The lines of each page: form feeds part pages, or else the lines that say which page it was.
fn split(text: &str) -> Vec<Vec<&str>> {
    let lines = |page| str::lines(page).flat_map(|line| line.split('\r')).collect();
    if text.trim_end().contains('\u{c}') {
        let whole = text.trim_end_matches(['\u{c}', '\n', ' ']);
        return whole.split('\u{c}').map(lines).collect();
    }
    let mut pages: Vec<Vec<&str>> = vec![Vec::new()];
    let all: Vec<&str> = lines(text);
    let first = all.iter().position(|line| !line.trim().is_empty());
    let on_top = first.is_some_and(|at| furniture::page_of(all[at].trim()).is_some());
    for line in all {
        let numbered = furniture::page_of(line.trim()).is_some();
        if numbered && on_top {
            pages.push(Vec::new());
        }
        if let Some(page) = pages.last_mut() {
            page.push(line);
        }
        if numbered && !on_top {
            pages.push(Vec::new());
        }
    }
    pages.retain(|page| page.iter().any(|line| !line.trim().is_empty()));
    pages
}

/// The stretches of a line that many blanks part, each with the column that it starts in, in characters.
fn columns(line: &str) -> Vec<(usize, &str)> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    let (mut blanks, mut start, mut end) = (0, None, 0);
    for (column, (at, c)) in line.char_indices().enumerate() {
        if c.is_whitespace() || c == '\u{feff}' {
            blanks += 1;
            continue;
        }
        if let Some((from, column)) = start.filter(|_| blanks >= GAP) {
            found.push((column, &line[from..end]));
            start = None;
        }
        start = start.or(Some((at, column)));
        (blanks, end) = (0, at + c.len_utf8());
    }
    if let Some((from, column)) = start {
        found.push((column, &line[from..end]));
    }
    found
}

/// The column in which what belongs to the page starts, as far as its labels tell.
fn colophon(lines: &[Vec<(usize, &str)>]) -> Option<usize> {
    let told = |(_, words): &&(usize, &str)| {
        furniture::label(words).is_some() || furniture::page_of(words).is_some()
    };
    let far = lines.iter().flatten().filter(|(at, _)| *at >= BESIDE);
    far.filter(told).map(|(at, _)| *at).min()
}
