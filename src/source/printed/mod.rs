//! Reads text that was made from a PDF: by `pdftotext`, plain or with its layout kept, or by copying out of a
//! viewer. Its lines are those of the paper. What belongs to a page and not to the letter stands among them
//! (page numbers, the colophon beside the text), and the texts of the notes stand at the foot of each page.
//!
//! What a PDF says by its tags is found here by where lines stand and how long they are, so that a letter
//! reads the same in both.

mod columns;
mod feet;
mod furniture;
mod lines;
mod marks;

use super::draft::{Block, Draft, Kind, LeftOut, Text};
use crate::letter::{Facts, rules};
use furniture::Line;

/// So many bytes at the start of a text tell whether it was made from a PDF.
const START: usize = 64 * 1024;

/// A line of more characters was broken by nobody.
const UNBROKEN: usize = 200;

/// Reads a text that was made from a PDF; nothing where it is some other text.
pub(super) fn read(text: &str) -> Option<Draft> {
    is_one(text).then(|| draft(text))
}

/// Whether pages were printed of which this is the text: some line says so that only a page has, and the lines
/// are as short as those of a page.
fn is_one(text: &str) -> bool {
    let mut end = text.len().min(START);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = &text[..end];
    let lines = || start.split(['\n', '\u{c}']).map(str::trim);
    let paged = start.trim_end().contains('\u{c}')
        || lines().any(|line| furniture::page_of(line).is_some() || furniture::is_return(line));
    let ended = text.ends_with(['\u{c}']) || text.trim_end_matches(['\n', ' ']).ends_with('\u{c}');
    if !paged && !ended {
        return false;
    }
    let written = lines().filter(|line| !line.is_empty());
    let (mut all, mut long) = (0, 0);
    for line in written {
        all += 1;
        long += usize::from(line.len() > UNBROKEN && line.chars().count() > UNBROKEN);
    }
    all > 10 && long * 20 < all
}

fn draft(text: &str) -> Draft {
    let mut draft = Draft::default();
    let mut pages = columns::pages(text, &mut draft.left_out);
    draft.pages = u32::try_from(pages.len()).ok();
    furniture::leave_out(&mut pages, &mut draft.left_out);
    let notes = feet::take(&mut pages);
    let lines: Vec<Line> = pages.into_iter().flatten().collect();
    let official = lines.iter().any(|line| line.official);
    let body = head(&lines, &mut draft);
    let mut blocks = lines::blocks(&lines[body..], official);
    marks::place(&mut blocks, notes, &mut draft.notes);
    draft
        .blocks
        .extend(blocks.into_iter().map(|(block, _)| block));
    draft
}

/// Takes the lines of a letterhead, to where somebody is addressed, and tells where the text starts. A paper without
/// one starts at once.
fn head(lines: &[Line], draft: &mut Draft) -> usize {
    let first = lines.iter().take_while(|line| line.page == 1).take(80);
    let letterhead = first.clone().any(|line| rules::is_salutation(&line.words))
        || first.clone().any(|line| is_subject(&line.words));
    if !letterhead {
        return 0;
    }
    let mut rows = Vec::new();
    let mut of_row = Vec::new();
    for (index, line) in first.enumerate() {
        if line.blank {
            rows.push("");
            of_row.push(index);
        }
        rows.push(&line.words);
        of_row.push(index + 1);
    }
    let (count, facts) = rules::head(&rows.join("\n"));
    let end = count.checked_sub(1).map_or(0, |last| of_row[last]);
    // Where labels stand apart from their values, the last value is the subject.
    let told = |line: &&Line| {
        let title = facts.title.as_deref().unwrap_or_default();
        line.words.len() > 3 && title.contains(&line.words)
    };
    let end = end + lines[end..].iter().take_while(told).count();
    let mut addressee: Option<String> = None;
    for line in &lines[..end] {
        if let Some(before) = addressee.take()
            && rules::left_open(&before)
            && let Some(block) = draft.blocks.last_mut()
        {
            block.text.words = [&before, " ", line.words.as_str()].concat();
            continue;
        }
        let Some(words) = of_head(&line.words, &facts) else {
            draft.left_out.push(LeftOut {
                words: line.words.clone(),
                page: Some(line.page),
            });
            continue;
        };
        addressee = words.starts_with("Aan ").then(|| words.clone());
        let mut block = Block::new(Kind::Head, Text::plain(words));
        block.page = Some(1);
        draft.blocks.push(block);
    }
    if let Some(title) = &facts.title {
        let mut block = Block::new(Kind::Head, Text::plain(["Betreft ", title].concat()));
        block.page = Some(1);
        draft.blocks.push(block);
    }
    draft.facts = facts;
    end
}

/// A line of the head as it is kept: to whom, when and about which papers; not the address, nor the subject, which
/// is kept whole.
fn of_head(words: &str, facts: &Facts) -> Option<String> {
    let bare = words.strip_prefix("Datum").unwrap_or(words);
    let bare = bare.trim_start_matches([':', ' ']);
    let own = rules::facts(bare);
    let dated = own.date.is_some() && own.date == facts.date;
    if dated && bare.split(' ').count() <= 6 {
        return Some(["Datum ", bare].concat());
    }
    let lower = words.to_lowercase();
    let addressed = lower.contains("voorzitter") && !lower.starts_with("geachte");
    let subject = facts.title.as_deref();
    let told = subject.is_some_and(|title| title.contains(words)) || is_subject(words);
    (addressed || own.dossier.is_some() && !told).then(|| words.to_owned())
}

fn is_subject(words: &str) -> bool {
    ["Betreft", "Onderwerp"].iter().any(|label| {
        words.strip_prefix(label).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(':') || rest.starts_with(' ') && words.len() < 200
        })
    })
}
