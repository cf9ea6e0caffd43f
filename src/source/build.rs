//! Makes a letter of a draft: which blocks are its head (`head`), where its sections start, who signed (`builder`). One
//! place for all forms that say what their blocks are.

mod builder;
mod head;
mod shown;

use super::draft::{Block, Draft, Kind};
use crate::letter::{Form, Letter, Made, NoteText, Ours, Role, rules};
use builder::Builder;
use shown::tame;

/// Makes a letter of a draft that was read from this form.
pub(super) fn letter(mut draft: Draft, form: Form) -> Letter {
    let head = head::head(&draft.blocks);
    let marked = draft
        .blocks
        .iter()
        .any(|block| !block.text.marks.is_empty());
    if form != Form::OfficialXml && draft.notes.is_empty() && !marked {
        super::weighed::marks(&mut draft.blocks[head..]);
    }
    let facts = head::facts(&draft, head);
    let ours = Ours::of(facts.id().as_deref());
    let starts = pairs(&draft.blocks, head);
    let paired = !starts.is_empty();
    let mut levels = if paired {
        Vec::new()
    } else {
        own_headings(&draft.blocks, head)
    }
    .into_iter();
    let mut builder = Builder::new(draft.notes.len());
    builder.await_headings(&starts);
    let mut starts = starts.into_iter().peekable();
    builder.setting.page_count = draft.pages.unwrap_or(0);
    for (index, mut block) in draft.blocks.into_iter().enumerate() {
        tame(&mut block);
        if let Some(level) = levels.next().flatten() {
            block.kind = Kind::Heading { level, label: None };
        }
        let start = starts.next_if(|start| start.line == index);
        match start.map(|start| (start.opens, start.heading)) {
            Some((rules::Opens::Pair, heading)) => {
                builder.pair(block, heading);
                continue;
            }
            Some((rules::Opens::Part, _)) => {
                builder.enter(&block);
                let heading = builder.words(&block.text.words);
                builder.start_part(heading);
                continue;
            }
            Some((rules::Opens::AnswerTo(asked), heading)) => builder.answer_to(asked, heading),
            None => {}
        }
        if paired && index >= head && starts.peek().is_none() {
            builder.end_pairs(&mut block);
        }
        known_by_words(&mut block);
        if index < head {
            block.kind = match block.kind {
                // No table of the letter, but the one in which a letterhead stands.
                Kind::Row { .. } => Kind::Paragraph,
                kind => kind,
            };
            builder.paragraph(block, Role::Head);
        } else {
            builder.block(block, paired);
        }
        builder.keep_heading(index);
    }
    builder.finish();
    let mut setting = builder.setting;
    setting.left_out = draft.left_out;
    setting.damage = draft.damage;
    let mut letter = Letter::made(Made {
        text: builder.text,
        paragraphs: builder.paragraphs,
        sections: builder.sections,
        marks: builder.marks,
        setting,
        facts,
        form,
        ours,
    });
    letter.place_notes(draft.notes.into_iter().map(note).collect());
    letter
}

/// Makes an item of a paragraph that starts with the label of one, where the source does not say so, and puts a
/// heading as deep as its number says it lies.
fn known_by_words(block: &mut Block) {
    let words = &block.text.words;
    match &mut block.kind {
        Kind::Heading { level, .. } => {
            let depth = rules::numbered(words).map_or(1, |(depth, _)| depth);
            *level = depth.max(*level);
        }
        Kind::Paragraph if rules::item(words) => {
            let Some(length) = rules::label(words) else {
                return;
            };
            let label = words[..length].trim_end().to_owned();
            block.remove(0..length);
            block.kind = Kind::Item {
                depth: 1,
                label: Some(label),
            };
        }
        _ => {}
    }
}

fn note(note: super::draft::Note) -> NoteText {
    let text = note.text.into_iter().map(|text| {
        let mut block = Block::new(Kind::Paragraph, text);
        tame(&mut block);
        (block.text.words, block.text.emphasis)
    });
    NoteText {
        label: note.label,
        text: text.collect(),
    }
}

/// The blocks behind the head that start pairs.
fn pairs(blocks: &[Block], head: usize) -> Vec<rules::Start> {
    let may_start = |block: &Block| matches!(block.kind, Kind::Paragraph | Kind::Heading { .. });
    let piece = |(index, block)| {
        let block: &Block = block;
        let own = index >= head && may_start(block);
        let (Kind::Item { label, .. } | Kind::Heading { label, .. }) = &block.kind else {
            let words = if own { block.text.words.as_str() } else { "-" };
            return rules::Piece {
                words,
                label: None,
                may_start: own,
            };
        };
        rules::Piece {
            words: &block.text.words,
            label: label.as_deref(),
            may_start: own,
        }
    };
    rules::find(blocks.iter().enumerate().map(piece))
}

/// How deep the heading lies that each block is, in a source that says of none that it is one.
fn own_headings(blocks: &[Block], head: usize) -> Vec<Option<u8>> {
    let running = &blocks[head..];
    if running
        .iter()
        .any(|block| matches!(block.kind, Kind::Heading { .. }))
    {
        return Vec::new();
    }
    let line = |(index, block)| {
        let block: &Block = block;
        rules::Line {
            words: &block.text.words,
            plain: index >= head && block.kind == Kind::Paragraph,
        }
    };
    let lines: Vec<_> = blocks.iter().enumerate().map(line).collect();
    rules::headings(&lines)
}
