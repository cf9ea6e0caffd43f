//! The paragraphs of printed lines. A line ends one where the first word of the next would have had room on it,
//! where a blank line follows, or where the next line starts something of its own.

use super::furniture::Line;
use crate::{
    letter::rules,
    source::draft::{Block, Cell, Kind, Text},
};

/// The width of the lines of running text, in characters.
pub(super) fn width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines
        .iter()
        .filter(|line| line.columns.is_empty())
        .map(|line| line.words.chars().count())
        .collect();
    lengths.sort_unstable();
    // A few lines are wider than the text: of tables, and addresses of sites.
    let widest = lengths.len().saturating_sub(1 + lengths.len() / 40);
    lengths.get(widest).copied().unwrap_or(0)
}

/// Makes blocks of the lines, each with the page that it ends on.
pub(super) fn blocks(lines: &[Line], official: bool) -> Vec<(Block, u32)> {
    let width = width(lines);
    let mut made: Vec<(Block, u32)> = Vec::new();
    let mut open = false;
    let mut tables = 0;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some(rows) = table(&lines[at..]) {
            made.extend(lines[at..at + rows].iter().map(|line| row(line, tables)));
            tables += 1;
            at += rows;
            open = false;
            continue;
        }
        if let Some((block, page)) = made.last_mut().filter(|_| open) {
            join(&mut block.text.words, &line.words, official);
            *page = line.page;
        } else {
            let mut block = Block::new(Kind::Paragraph, Text::plain(line.words.clone()));
            block.page = Some(line.page);
            made.push((block, line.page));
        }
        let within = made
            .last()
            .is_some_and(|(block, _)| rules::label(&block.text.words).is_some());
        open = !ends(&lines[at..], width, within);
        at += 1;
    }
    made
}

/// How many lines from the first on are the rows of a table: two or more, of as many columns.
fn table(lines: &[Line]) -> Option<usize> {
    let columns = lines[0].columns.len();
    let rows = lines
        .iter()
        .take_while(|line| line.columns.len() == columns);
    let rows = rows.count();
    (columns > 1 && rows > 1).then_some(rows)
}

fn row(line: &Line, table: usize) -> (Block, u32) {
    let cell = |text: &std::ops::Range<usize>| Cell {
        text: text.clone(),
        columns: 1,
        rows: 1,
    };
    let kind = Kind::Row {
        table,
        head: false,
        cells: line.columns.iter().map(cell).collect(),
    };
    let mut block = Block::new(kind, Text::plain(line.words.clone()));
    block.page = Some(line.page);
    (block, line.page)
}

/// Whether a paragraph ends with the first of these lines. `within` says that it is an item of a list.
fn ends(lines: &[Line], width: usize, within: bool) -> bool {
    let [line, next, ..] = lines else {
        return true;
    };
    let words = &line.words;
    if !line.columns.is_empty()
        || !next.columns.is_empty()
        || starts_itself(words, true)
        || starts_itself(&next.words, false)
    {
        return true;
    }
    if rules::label(&next.words).is_some() && (halts(words) || within) {
        return true;
    }
    if bullet(words) {
        return false;
    }
    if parts(line, next, width) {
        return !broken_at_mark(lines, width);
    }
    // A full line that ends a sentence may still be followed by a heading.
    lines.get(2).is_some_and(|then| {
        sentence(words)
            && next.page == line.page
            && title(&next.words)
            && capital(&then.words)
            && room(next, &then.words, width)
            && next.words.chars().count() * 4 < width * 3
    })
}

/// Whether the first line was broken at a note mark, as copies of some pages are: what follows is a stretch of a line
/// that goes on in the one below.
fn broken_at_mark(lines: &[Line], width: usize) -> bool {
    let [line, next, then, ..] = lines else {
        return false;
    };
    line.words.ends_with(|c: char| c.is_ascii_digit())
        && !next.blank
        && !then.blank
        && !halts(&next.words)
        && next.words.chars().count() * 2 < width
        && then.words.starts_with(char::is_lowercase)
}

/// Whether what the next line holds is parted from a line by where both stand and how they are written.
pub(super) fn parts(line: &Line, next: &Line, width: usize) -> bool {
    let words = &line.words;
    let small = next
        .words
        .trim_start_matches(['(', '«', '‘'])
        .starts_with(|c: char| c.is_lowercase() || ".,;:)".contains(c));
    let free = room(line, &next.words, width);
    if words.ends_with('-') && small || !free && in_link(words) {
        return false;
    }
    if next.page != line.page {
        return !small && (free || sentence(words));
    }
    if next.blank {
        return !small || sentence(words) || words.ends_with([',', ';', ':']);
    }
    if !free {
        return false;
    }
    let half = words.chars().count() * 2 < width;
    !small || half && words.ends_with([',', ';', ':'])
}

/// Whether the first word of the next line would have had room at the end of a line. Letters are of unequal width,
/// so that it must be plain; less so where a sentence ends. (In real letters one line in twenty that goes on is
/// filled, with the next word, to less than 94 per cent of the widest, and none to less than 87; official typesetting
/// breaks words, so that its lines are filled evenly, but those with a broken word are longer when it is made whole.)
fn room(line: &Line, next: &str, width: usize) -> bool {
    let words = &line.words;
    let first = next.split(' ').next().unwrap_or_default();
    let filled = words.chars().count() + 1 + first.chars().count();
    let full = if sentence(words) && capital(next) && !line.official {
        94
    } else {
        88
    };
    filled * 100 < width * full + width / 2
}

/// Whether a line starts a question, an answer or a recommendation; with `whole`, whether it is nothing else.
fn starts_itself(words: &str, whole: bool) -> bool {
    let length = rules::heading_length(words).or_else(|| rules::answer_length(words));
    length.is_some_and(|length| !whole || length == words.len())
}

/// Whether a line is nothing but the sign of an item, whose words stand below it.
fn bullet(words: &str) -> bool {
    matches!(words, "•" | "–" | "-" | "—" | "◦" | "▪" | "o")
}

/// Words without the signs that may close a sentence after its stop.
fn without_closers(words: &str) -> &str {
    words.trim_end_matches(|c: char| c.is_ascii_digit() || "»”’\") ".contains(c))
}

fn sentence(words: &str) -> bool {
    without_closers(words).ends_with(['.', '?', '!', ':']) || words.ends_with([':', '.'])
}

/// Whether a line ends where an item of a list, or what introduces one, can end.
fn halts(words: &str) -> bool {
    without_closers(words).ends_with(['.', '?', '!', ':', ';', ','])
}

fn capital(words: &str) -> bool {
    let first = words.trim_start_matches(['«', '“', '‘', '"', '(']);
    first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

fn title(words: &str) -> bool {
    capital(words) && !without_closers(words).ends_with(['.', ',', ';', ':', '?', '!'])
}

/// Whether words end within the address of a site.
fn in_link(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    last.contains("://") || last.starts_with("www.")
}

/// Puts the words of a line behind others: without a blank behind a hyphen, and without the hyphen where a
/// typesetter broke the word.
pub(super) fn join(words: &mut String, line: &str, official: bool) {
    let first = line.split(' ').next().unwrap_or_default();
    let left_out = matches!(first, "en" | "of" | "als" | "tot" | "and" | "or");
    let stem = words.strip_suffix('-').unwrap_or_default();
    let hyphen = stem.ends_with(char::is_alphanumeric) && !left_out;
    let goes_on = hyphen || in_link(words) && !line.starts_with(char::is_uppercase);
    if hyphen && official && first.starts_with(char::is_lowercase) && is_broken(stem) {
        words.pop();
    } else if !words.is_empty() && !goes_on && !line.starts_with([',', '.', ';', ')']) {
        words.push(' ');
    }
    words.push_str(line);
}

/// Whether a typesetter put the hyphen behind these words: behind small letters only, as that behind an abbreviation,
/// a number or a name is the word's own.
fn is_broken(stem: &str) -> bool {
    let last = stem
        .rsplit(|c: char| !c.is_alphanumeric() && c != '+')
        .next()
        .unwrap_or_default();
    let mut letters = last.chars();
    let first = letters.next().is_some_and(char::is_alphabetic);
    first && letters.clone().count() > 0 && letters.all(char::is_lowercase) && last != "niet"
}
