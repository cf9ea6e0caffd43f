//! Reads a web page: that of an official publication, that of the House of Representatives, or any other
//! whose largest block of text is a letter.
//!
//! A page is read in two steps. The first makes blocks of it and remembers in which elements each stands;
//! the second finds the element that holds the text, and takes its blocks.

mod element;
mod page;

use super::{
    draft::{Block, Draft, Kind, LeftOut, Note, Text},
    words,
};
use crate::letter::{Date, Facts, rules};
use page::{Found, Page, Sort};

/// Why a page holds no letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HtmlError {
    /// It says that a letter came out, and the letter itself is elsewhere.
    Landing {
        /// The letter's title.
        title: String,
    },
    /// It holds no running text.
    NoText,
}

/// How few characters of text a page with a letter holds.
const LEAST: usize = 200;

/// Reads a page.
///
/// # Errors
/// [`HtmlError`] where the page holds no letter.
pub fn read(text: &str) -> Result<Draft, HtmlError> {
    let page = Page::read(text);
    let root = page
        .with(|element| element.id == "broodtekst")
        .or_else(|| page.with(|element| element.has_class("m-modal__content")));
    let tells = page
        .meta("dcterms.identifier")
        .is_some_and(|address| address.contains("//www.rijksoverheid.nl/"));
    if root.is_none()
        && tells
        && !page
            .blocks
            .iter()
            .any(|block| rules::is_salutation(&block.text.words))
        && let Some(title) = page.meta("dcterms.title")
    {
        let title = bare_title(&title).to_owned();
        return Err(HtmlError::Landing { title });
    }
    let known = root.is_some();
    let root = root.or_else(|| page.largest()).ok_or(HtmlError::NoText)?;
    let within: Vec<&Found> = page
        .blocks
        .iter()
        .filter(|block| page.is_within(block.element, root))
        .collect();
    let letters: usize = within.iter().map(|block| block.text.words.len()).sum();
    if letters == 0 || (letters < LEAST && !known && page.blocks.len() > within.len()) {
        return Err(HtmlError::NoText);
    }
    let mut draft = draft(&page, root);
    if tells {
        draft.facts = said(&page);
    }
    Ok(draft)
}

/// The title that rijksoverheid.nl gives a page, without what it adds to each.
fn bare_title(title: &str) -> &str {
    let ends = [
        " - Kamerstuk",
        " | Kamerstuk",
        " - Rijksoverheid",
        " | Rijksoverheid",
    ];
    let end = ends.iter().filter_map(|end| title.find(end)).min();
    title[..end.unwrap_or(title.len())]
        .trim_end_matches(" | Brief")
        .trim_end_matches(" - Brief")
}

/// What a page of rijksoverheid.nl says of the letter on it.
fn said(page: &Page) -> Facts {
    let title = page.meta("dcterms.title");
    let issued = page.meta("dcterms.issued");
    let day = issued.as_deref().and_then(|issued| issued.get(..10));
    Facts {
        title: title.map(|title| bare_title(&title).to_owned()),
        date: day.and_then(Date::in_figures),
        ..Facts::default()
    }
}

/// Whether a line says which kind of paper a page holds, and of when: `Brief | 30-06-2025`.
fn is_kind_and_day(words: &str) -> bool {
    words.split_once(" | ").is_some_and(|(kind, day)| {
        let figures = day
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
        kind.len() < 40 && figures && Date::in_figures(day).is_some()
    })
}

fn draft(page: &Page, root: usize) -> Draft {
    let mut draft = Draft::default();
    head(page, root, &mut draft);
    let highest = |block: &&Found| {
        matches!(block.sort, Sort::Heading(1)) && page.is_within(block.element, root)
    };
    let titled = page.blocks.iter().filter(highest).count() == 1;
    let mut notes: Vec<(String, usize)> = Vec::new();
    for block in &page.blocks {
        let words = || block.text.words.clone();
        match &block.sort {
            Sort::NoteText { label, id } => {
                if draft.notes.last().is_some_and(|note| {
                    note.label == *label && notes.last().is_some_and(|last| last.0 == *id)
                }) {
                    if let Some(note) = draft.notes.last_mut() {
                        note.text.push(block.text.clone());
                    }
                } else {
                    notes.push((id.clone(), draft.notes.len()));
                    draft.notes.push(Note {
                        label: label.clone(),
                        text: vec![block.text.clone()],
                    });
                }
            }
            Sort::Furniture => draft.left_out.push(left_out(words())),
            _ if is_kind_and_day(&block.text.words) => draft.left_out.push(left_out(words())),
            // One alone over the text is the title of the page.
            Sort::Heading(1) if titled && draft.blocks.is_empty() && highest(&block) => {
                draft
                    .blocks
                    .push(Block::new(Kind::Head, block.text.clone()));
            }
            _ if !page.is_within(block.element, root) => draft.left_out.push(left_out(words())),
            sort => {
                if let Some(block) = made(sort, &block.text) {
                    draft.blocks.push(block);
                }
            }
        }
    }
    signatories(page, root, &mut draft);
    lead(&mut draft, page, &notes);
    draft
}

/// Leads the marks to their notes: by the name that a mark's link has, else by number.
fn lead(draft: &mut Draft, page: &Page, notes: &[(String, usize)]) {
    let by_label: Vec<String> = draft.notes.iter().map(|note| note.label.clone()).collect();
    for mark in draft
        .blocks
        .iter_mut()
        .flat_map(|block| &mut block.text.marks)
    {
        let Some(index) = mark.note.take() else {
            continue;
        };
        let target = &page.targets[index];
        let named = notes.iter().find(|(id, _)| !id.is_empty() && id == target);
        mark.note = named
            .map(|(_, at)| *at)
            .or_else(|| by_label.iter().position(|label| *label == mark.label));
    }
}

fn left_out(words: String) -> LeftOut {
    LeftOut { words, page: None }
}

fn made(sort: &Sort, text: &Text) -> Option<Block> {
    let kind = match sort {
        Sort::Head => Kind::Head,
        Sort::Paragraph => Kind::Paragraph,
        Sort::Heading(level) => Kind::Heading {
            level: *level,
            label: None,
        },
        Sort::Item { depth, label } => Kind::Item {
            depth: *depth,
            label: label.clone(),
        },
        Sort::Row { table, head, cells } => Kind::Row {
            table: *table,
            head: *head,
            cells: cells.clone(),
        },
        Sort::Office => Kind::Office,
        Sort::Name => Kind::Name,
        Sort::NoteText { .. } | Sort::Furniture => return None,
    };
    let mut text = text.clone();
    let kind = match kind {
        // A paragraph that begins with a dash or a number is one of a list in all but name.
        Kind::Paragraph => match words::label(&text.words).map(str::to_owned) {
            Some(label) if matches!(label.as_str(), "–" | "-" | "•" | "·") => {
                text.remove(0..label.len() + 1);
                Kind::Item {
                    depth: 1,
                    label: Some(label),
                }
            }
            _ => Kind::Paragraph,
        },
        kind => kind,
    };
    Some(Block::new(kind, text))
}

/// The page's own heading, where it stands outside the text: its kind of document and the title.
fn head(page: &Page, root: usize, draft: &mut Draft) {
    let outside = page.blocks.iter().find(|block| {
        matches!(block.sort, Sort::Heading(1)) && !page.is_within(block.element, root)
    });
    if let Some(block) = outside {
        draft
            .blocks
            .push(Block::new(Kind::Head, block.text.clone()));
    }
}

/// Those who signed by the list that the site keeps of them outside the text.
fn signatories(page: &Page, root: usize, draft: &mut Draft) {
    let signed = draft.blocks.iter().any(|block| block.kind == Kind::Name);
    if signed {
        return;
    }
    let listed = page.blocks.iter().filter(|block| {
        !page.is_within(block.element, root)
            && page.has_above(block.element, |element| element.has_class("m-list"))
    });
    for block in listed {
        let words = &block.text.words;
        if let Some((office, name)) = words.rsplit_once(", ")
            && crate_office(office)
        {
            draft
                .blocks
                .push(Block::new(Kind::Office, Text::plain(office)));
            draft.blocks.push(Block::new(Kind::Name, Text::plain(name)));
        }
    }
}

fn crate_office(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("minister") || words.contains("staatssecretaris")
}
