//! Which blocks of a draft are the head of the letter, and what they say of it.

use crate::{
    letter::{Facts, Series, rules},
    source::draft::{Block, Draft, Kind},
};

/// How many blocks the head of a letter may have.
const HEAD_REACH: usize = 20;
/// The longest block of a head, in bytes.
const HEAD_BLOCK: usize = 400;

/// How many blocks at the start are the head: those that the source says so of, and those up to the one that
/// is place and date.
pub(super) fn head(blocks: &[Block]) -> usize {
    let said = blocks
        .iter()
        .take_while(|block| block.kind == Kind::Head)
        .count();
    let dated = |block: &Block| rules::facts(&block.text.words).date.is_some();
    if blocks[..said].iter().any(dated) {
        return behind_date(blocks, said);
    }
    let may_be = blocks[said..].iter().take(HEAD_REACH).take_while(|block| {
        let words = &block.text.words;
        is_line(block) && words.len() <= HEAD_BLOCK && !rules::is_salutation(words)
    });
    match may_be.clone().position(dated) {
        Some(at) => behind_date(blocks, said + at + 1),
        None => said + may_be.take_while(|block| is_addressee(block)).count(),
    }
}

/// How many blocks are head where the date stands before the others of it: a subject may go on in the block behind it.
fn behind_date(blocks: &[Block], dated: usize) -> usize {
    let mut count = dated;
    while let Some(block) = blocks.get(count) {
        let before = count.checked_sub(1).map(|at| &blocks[at].text.words);
        let subject = before.and_then(|words| subject(words));
        let goes_on = |subject: &String| {
            let words = &block.text.words;
            let small = words.starts_with(char::is_lowercase) && words.len() < 120;
            block.kind == Kind::Paragraph
                && words.len() <= HEAD_BLOCK
                && (small || rules::left_open(subject))
        };
        if !is_of_head(block) && !subject.as_ref().is_some_and(goes_on) {
            break;
        }
        count += 1;
    }
    count
}

/// Whether a block behind the date is head still.
fn is_of_head(block: &Block) -> bool {
    let labelled = is_line(block) && rules::is_labelled(&block.text.words);
    is_addressee(block)
        || Facts::is_of_questions(&block.text.words)
        || labelled && block.text.words.len() <= HEAD_BLOCK
}

/// Whether a block can be a line of a head: a paragraph, or a row of the table in which a letterhead puts its labels.
fn is_line(block: &Block) -> bool {
    match block.kind {
        Kind::Paragraph => true,
        Kind::Row { .. } => rules::is_labelled(&block.text.words),
        _ => false,
    }
}

fn is_addressee(block: &Block) -> bool {
    block.text.words.starts_with("Aan de ")
        && block.text.words.to_lowercase().contains("voorzitter")
}

pub(super) fn facts(draft: &Draft, head: usize) -> Facts {
    let lines = draft.blocks[..head]
        .iter()
        .map(|block| block.text.words.as_str());
    let mut facts = rules::facts(&lines.clone().collect::<Vec<_>>().join(
        "
",
    ));
    let said = draft.facts.clone();
    if said.series == Series::Appendix {
        facts.series = said.series;
    }
    for line in lines.clone() {
        facts.take_questions(line);
    }
    facts.title = said
        .title
        .or(facts.title)
        .or_else(|| lines.clone().find_map(subject));
    facts.dossier = said.dossier.or(facts.dossier);
    facts.number = said.number.or(facts.number);
    facts.chamber = said.chamber.or(facts.chamber);
    facts.date = said.date.or(facts.date);
    let first = draft.blocks.iter().take(HEAD_REACH);
    let first: Vec<&str> = first.map(|block| block.text.words.as_str()).collect();
    if let Some((title, date)) = rules::of_a_law(&first) {
        facts.title.get_or_insert_with(|| title.to_owned());
        facts.date.get_or_insert(date);
    }
    facts
}

/// What a letterhead says the letter is about.
fn subject(line: &str) -> Option<String> {
    let rest = line
        .strip_prefix("Betreft")
        .or_else(|| line.strip_prefix("Onderwerp"))?;
    let words = rest.trim_start_matches([':', ' ']).trim();
    (!words.is_empty()).then(|| words.to_owned())
}
