//! What stands on a page and is no part of the letter: its number, what it repeats of the letter's marks, the
//! addresses of who sent it.

use crate::source::draft::LeftOut;
use std::collections::{BTreeMap, BTreeSet};

/// A line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, one blank between its columns.
    pub(super) words: String,
    /// Its columns, as bytes of the words; none where there is one.
    pub(super) columns: Vec<std::ops::Range<usize>>,
    /// Whether a blank line stands above it.
    pub(super) blank: bool,
    /// The page, counted from 1.
    pub(super) page: u32,
    /// Whether the page has the foot of official typesetting, which breaks words at the ends of lines.
    pub(super) official: bool,
}

/// The labels of a colophon. What each names stands behind it or on the line below.
const LABELS: [&str; 33] = [
    "afdeling",
    "auteur",
    "behandeld door",
    "bezoekadres",
    "bijlage(n)",
    "bijlage",
    "bijlagen",
    "contact",
    "contactpersoon",
    "copie aan",
    "directie",
    "directoraat-generaal",
    "e-mail",
    "inlichtingen",
    "kenmerk",
    "kopie aan",
    "ons kenmerk",
    "onze referentie",
    "overheidsidentificatienr",
    "postadres",
    "projectnaam",
    "referentie",
    "rubricering",
    "telefoon",
    "uw brief",
    "uw brief (kenmerk)",
    "uw brief van",
    "uw kenmerk",
    "uw referentie",
    "versienummer",
    "doorkiesnummer",
    "programmadirectie",
    "datum",
];

/// What the first page of an answer to questions is headed with, beside the paper's own head.
pub(super) const RUNNING: &str = "Aanhangsel van de Handelingen";

/// The longest line of a colophon, in characters.
const NARROW: usize = 46;

/// What follows on the label of a colophon on its line, empty where nothing does.
pub(super) fn label(words: &str) -> Option<&str> {
    let lower = words.to_lowercase();
    let label = LABELS
        .iter()
        .filter(|label| lower.starts_with(**label))
        .max_by_key(|label| label.len())?;
    let rest = words.get(label.len()..)?;
    let value = rest.trim_start_matches(':').trim();
    let own = rest.is_empty() || rest.starts_with([':', ' ']);
    let mark = value.chars().any(|c| c.is_ascii_digit()) && value.split(' ').count() <= 4;
    (own && (value.is_empty() || mark && !value.ends_with('.')) && short(words)).then_some(value)
}

fn short(words: &str) -> bool {
    words.chars().nth(NARROW).is_none()
}

/// The number of a page, on a line that says nothing else: `Pagina 1 van 7`, `P agina 1`, `- 3 -`.
pub(super) fn page_of(words: &str) -> Option<u32> {
    let lower = words.get(..words.len().min(40))?.to_lowercase();
    let rest = ["pagina ", "p agina ", "blad ", "page "]
        .iter()
        .find_map(|word| lower.strip_prefix(word))?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().ok()?;
    let behind = rest[digits..].trim();
    let all = ["van", "of", "/"]
        .iter()
        .find_map(|word| behind.strip_prefix(word))
        .map(str::trim);
    let whole = behind.is_empty()
        || all.is_some_and(|all| !all.is_empty() && all.bytes().all(|byte| byte.is_ascii_digit()));
    (whole && words.len() < 40).then_some(number)
}

/// Whether a line is where a ministry's letter may be sent back to, which stands on top of it.
pub(super) fn is_return(words: &str) -> bool {
    words
        .trim_start_matches(['>', ' '])
        .starts_with("Retouradres ")
}

/// Whether a line belongs to a page wherever it stands.
fn is_foot(words: &str) -> bool {
    page_of(words).is_some() || is_return(words) || is_official(words) || is_address(words)
}

/// Whether it is of the foot of official typesetting.
fn is_official(words: &str) -> bool {
    let id = ["kst-", "ah-tk-", "ah-ek-", "blg-", "nds-tk-", "h-tk-"];
    let named = id.iter().any(|start| words.starts_with(start))
        && !words.contains(' ')
        && words.bytes().any(|byte| byte.is_ascii_digit());
    let place = words.starts_with(['’', '\'', '‘'])
        && words.contains("s-Gravenhage ")
        && (words.len() < 24 && words.ends_with(|c: char| c.is_ascii_digit())
            || words.contains("Kamer, vergaderjaar"));
    named || place || words.starts_with("ISSN 0921")
}

/// Whether it is the running foot of official typesetting, which a note can quote too.
fn is_running(words: &str) -> bool {
    let paper = ["Tweede Kamer, vergaderjaar ", "Eerste Kamer, vergaderjaar "];
    paper.iter().any(|start| words.starts_with(start))
}

/// Whether it is of an address, a number to call or a site.
fn is_address(words: &str) -> bool {
    let mut parts = words.split(' ').filter(|part| !part.is_empty());
    let code = parts
        .next()
        .is_some_and(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let letters = parts
        .next()
        .is_some_and(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()));
    let site = !words.contains(' ') && words.starts_with("www.");
    let called = ["T 0", "F 0", "T +31", "F +31", "M 06", "T (0"]
        .iter()
        .any(|start| words.starts_with(start));
    let box_number = words.strip_prefix("Postbus ").is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.split(' ').count() < 8
    });
    short(words) && (code && letters || site || called || box_number)
}

/// Takes what belongs to the pages out of them.
pub(super) fn leave_out(pages: &mut [Vec<Line>], left_out: &mut Vec<LeftOut>) {
    let repeated = repeated(pages);
    for (index, page) in pages.iter_mut().enumerate() {
        let mut own = vec![false; page.len()];
        colophons(page, index == 0, &mut own);
        if index == 0 {
            chamber(page, &mut own);
        }
        for (at, line) in page.iter().enumerate() {
            let first = index > 0 && repeated.contains(&line.words);
            own[at] |= is_foot(&line.words) || first && near_an_end(at, page.len());
        }
        ends(page, &mut own);
        let official = page.iter().any(|line| {
            line.words.starts_with("ISSN 0921") || line.words.contains("Kamer, vergaderjaar ")
        });
        let mut blank = false;
        let mut kept = Vec::with_capacity(page.len());
        for (mut line, own) in std::mem::take(page).into_iter().zip(own) {
            blank |= line.blank;
            if own {
                left_out.push(LeftOut {
                    words: line.words,
                    page: Some(line.page),
                });
                continue;
            }
            line.blank = std::mem::take(&mut blank);
            line.official = official;
            kept.push(line);
        }
        *page = kept;
    }
}

/// Marks labels of a colophon and the line that each names. On the first page the date is the letter's.
fn colophons(page: &[Line], first: bool, own: &mut [bool]) {
    let mut at = 0;
    while let Some(line) = page.get(at) {
        let dated = first && line.words.to_lowercase().starts_with("datum");
        let Some(value) = label(&line.words).filter(|_| !dated) else {
            at += 1;
            continue;
        };
        own[at] = true;
        at += 1;
        let below = page.get(at).filter(|_| value.is_empty());
        if let Some(below) = below
            && names(&below.words, below.blank)
        {
            own[at] = true;
            at += 1;
        }
    }
}

/// Whether a line below a label is what it names.
fn names(words: &str, blank: bool) -> bool {
    let number = words.bytes().any(|byte| byte.is_ascii_digit());
    let said = ["Geachte", "Betreft", "Datum", "Onderwerp"];
    short(words)
        && (!blank || number)
        && !words.ends_with([',', '.', ':', '?'])
        && !said.iter().any(|start| words.starts_with(start))
        && label(words).is_none()
}

/// Marks what closes or opens a page: its bare number and the running foot, however many lines that takes.
fn ends(page: &[Line], own: &mut [bool]) {
    let number = page.first().map_or(0, |line| line.page);
    let mut numbered = page.iter().any(|line| page_of(&line.words).is_some());
    let mut is_end = |words: &str| {
        let bare = words.trim_matches(['-', '–', ' ']);
        let is_number = !numbered && bare.parse() == Ok(number);
        numbered |= is_number;
        is_number || is_running(words)
    };
    let from_foot: Vec<usize> = (0..page.len()).rev().collect();
    let from_top: Vec<usize> = (0..page.len()).collect();
    for side in [from_foot, from_top] {
        for at in side {
            if !own[at] && !is_end(&page[at].words) {
                break;
            }
            own[at] = true;
        }
    }
}

/// Marks the large figure of the chamber that an answer to questions has under its first lines.
fn chamber(page: &[Line], own: &mut [bool]) {
    let kamer = page
        .iter()
        .take(3)
        .any(|line| line.words.contains("Kamer der Staten-Generaal"));
    for (at, line) in page.iter().enumerate().take(8) {
        own[at] |= kamer && matches!(&*line.words, "1" | "2") || line.words == RUNNING;
    }
}

/// The lines that stand near the top or the foot of several pages.
fn repeated(pages: &[Vec<Line>]) -> BTreeSet<String> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for page in pages.iter().skip(1) {
        for (at, line) in page.iter().enumerate() {
            if near_an_end(at, page.len()) && line.words.len() > 3 {
                *counted.entry(&line.words).or_default() += 1;
            }
        }
    }
    let often = counted.into_iter().filter(|(_, count)| *count > 1);
    often.map(|(words, _)| words.to_owned()).collect()
}

fn near_an_end(at: usize, count: usize) -> bool {
    at < 2 || at + 2 >= count
}
