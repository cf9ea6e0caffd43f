//! Notes that a source calls by names of its own, numbered as they are printed.

use super::draft::{Draft, Note};

/// Numbers the marks in the order of the text, and puts the notes in that order.
pub(super) fn lead(draft: &mut Draft) {
    let mut all: Vec<Option<Note>> = std::mem::take(&mut draft.notes)
        .into_iter()
        .map(Some)
        .collect();
    let marks = draft
        .blocks
        .iter_mut()
        .flat_map(|block| &mut block.text.marks);
    for (index, mark) in marks.enumerate() {
        let called = std::mem::replace(&mut mark.label, (index + 1).to_string());
        let called_so =
            |note: &Option<Note>| note.as_ref().is_some_and(|note| note.label == called);
        let own = all.iter().position(called_so);
        let note = own.and_then(|own| all[own].take());
        mark.note = note.map(|mut note| {
            note.label.clone_from(&mark.label);
            draft.notes.push(note);
            draft.notes.len() - 1
        });
    }
}
