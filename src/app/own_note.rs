//! The line in which a note of one's own is typed. It is as long as the note, so it wraps, in a box of its
//! own: a note shows whole where it is written. What is typed and not kept comes back when the line is opened
//! again.
//!
//! While the user's editor has the note, the line stays open. So whatever goes wrong there, what was typed is still
//! in it; and what an editor wrote that did not end well comes into it, to be kept or not.

pub mod edited;

mod line;

pub use line::{Back, OwnNote};

use super::{
    App, Overlay, Reader, Under,
    geometry::{Area, WIDEST, frame},
    kept::merged_notes,
    message::{Act, Effect},
    on_top::OnTop,
    outcome::Outcome,
    typed::{TypedRows, edit_line, rows, rows_within, type_into},
    words::Words,
};
use crate::{
    letter::{LINE_END, Span, visible_note},
    reading::flow::Line,
};
pub use edited::LONGEST;
use edited::{Edited, EditorFault, text_of, trimmed};
use tui_input::Input;

impl Reader {
    /// The note that a paragraph has, or an empty text.
    fn kept_note(&self, paragraph: usize) -> &str {
        self.mark_at(paragraph).map_or("", |mark| &mark.note)
    }

    /// The frame around a note: in the pane of the text, at the end of it that leaves the paragraph in
    /// view, and as high as the note.
    #[must_use]
    pub fn own_note_frame(&self, note: &OwnNote) -> Area {
        let main = self.regions().main;
        let lines = rows(&note.input, WIDEST.min(main.width)).len();
        let stands = |lines: &[Line]| {
            let mut lines = lines.iter();
            lines.position(|line| line.paragraph == note.paragraph)
        };
        let row = stands(self.page()).or_else(|| stands(self.beside()));
        frame(main, lines, row)
    }

    /// The rows of a note that show in its frame: those around the cursor where not all fit.
    #[must_use]
    pub fn own_note_rows(&self, note: &OwnNote) -> TypedRows {
        rows_within(&note.input, self.own_note_frame(note))
    }
}

impl OnTop for OwnNote {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::KeepNote => Outcome::KeepNote,
            Act::Editor => {
                let address = under.words.address(&under.reader.letter, self.paragraph);
                Outcome::EditNote {
                    stem: format!("{}-{address}", under.words.marks.stem),
                    text: text_of(self.input.value()),
                }
            }
            Act::NewLine => self.type_text(LINE_END.encode_utf8(&mut [0; 4]), under),
            Act::Close => Outcome::LeaveNote,
            Act::Edit(edit) => {
                edit_line(&mut self.input, edit, LONGEST);
                Outcome::Stay
            }
            _ => Outcome::Stay,
        }
    }

    fn type_text(&mut self, text: &str, under: Under) -> Outcome {
        if type_into(&mut self.input, text, LONGEST) {
            return Outcome::Stay;
        }
        let full = under.words.marks.note_full;
        Outcome::Tell(full.replace("{}", &LONGEST.to_string()))
    }
}

impl App {
    /// Opens the line for a note on the paragraph that is read, with what was last typed there, or the note it
    /// has. Where words are selected it is on their paragraph, and they stand in it.
    pub(super) fn open_own_note(&mut self) {
        let Some(selected) = self.reader.selection else {
            self.open_own_note_at(self.reader.here(), Back::Text);
            return;
        };
        self.open_own_note_at(selected.paragraph, Back::Text);
        self.quote_in_own_note(selected);
    }

    /// Puts words of the letter into the note that is written, on a line of their own behind what is there; unless
    /// they stand there already, or there is no room for them.
    fn quote_in_own_note(&mut self, span: Span) {
        let Some(Overlay::OwnNote(note)) = &mut self.overlay else {
            return;
        };
        let words = visible_note(self.reader.letter.words(span).trim());
        let quote = format!("‘{words}’");
        let before = trimmed(note.input.value());
        if words.is_empty() || before.contains(&quote) {
            return;
        }
        let line_end = LINE_END.to_string();
        let apart = if before.is_empty() { "" } else { &line_end };
        let text = [before, apart, &quote, &line_end].concat();
        if text.chars().count() > LONGEST {
            let full = self.words.marks.note_full;
            self.notice = Some(full.replace("{}", &LONGEST.to_string()));
            return;
        }
        if before == note.offered {
            trimmed(&text).clone_into(&mut note.offered);
        }
        note.input = Input::new(text);
    }

    /// Opens the line for a note on this paragraph, with what was last typed there; where a note without a
    /// paragraph is held, its text is there already.
    pub(super) fn open_own_note_at(&mut self, paragraph: usize, back: Back) {
        let began = self.reader.kept_note(paragraph).to_owned();
        let held = self.reader.held.as_ref();
        let held = held.map_or_else(String::new, |held| visible_note(&held.note));
        let draft = self.reader.drafts.remove(&paragraph);
        let input = if let Some(draft) = draft.filter(|_| held.is_empty()) {
            self.notice = Some(self.words.marks.draft.to_owned());
            draft
        } else {
            Input::new(merged_notes("", &began, &held))
        };
        self.overlay = Some(Overlay::OwnNote(OwnNote {
            paragraph,
            input,
            offered: began.clone(),
            began,
            back,
        }));
    }

    /// Closes the line and leaves the note as it was. What was typed is a draft from then on; to throw that
    /// away one empties the line.
    pub(super) fn leave_own_note(&mut self) {
        let Some(Overlay::OwnNote(note)) = self.overlay.take() else {
            return;
        };
        self.go_back(note.back);
        let typed = trimmed(note.input.value());
        // What is held is in its table all the same.
        if typed.is_empty()
            || typed == self.reader.kept_note(note.paragraph)
            || typed == note.offered
            || self.reader.held.is_some()
        {
            return;
        }
        let address = self.words.address(&self.reader.letter, note.paragraph);
        self.notice = Some(self.words.marks.draft_left.replace("{}", &address));
        self.reader.drafts.insert(note.paragraph, note.input);
    }

    /// Keeps what is typed, and closes the line.
    pub(super) fn keep_own_note(&mut self) -> Option<Effect> {
        let Some(Overlay::OwnNote(note)) = self.overlay.take() else {
            return None;
        };
        let text = trimmed(note.input.value());
        let effect = match self.reader.held.take() {
            Some(held) => self.place_held(note.paragraph, &held, text.to_owned()),
            None => self.set_own_note(note.paragraph, &note.began, text),
        };
        self.reader.trail.note(note.paragraph);
        self.reader.selection = None;
        self.go_back(note.back);
        effect
    }

    /// Shows what a note was written from.
    fn go_back(&mut self, back: Back) {
        if back == Back::Table {
            self.show_overview();
        }
    }

    /// Takes over a note that was being written when the program came to its end: nobody gave it up.
    pub fn finish_own_note(&mut self) -> Option<Effect> {
        if matches!(self.overlay, Some(Overlay::Help(..))) {
            self.uncover();
        }
        if self.types_a_note() {
            return self.keep_own_note();
        }
        None
    }

    /// Whether the line of a note is open and something was typed in it that is not kept.
    #[must_use]
    pub fn has_unkept_typing(&self) -> bool {
        let Some(Overlay::OwnNote(note)) = &self.overlay else {
            return false;
        };
        let typed = trimmed(note.input.value());
        typed != note.began && typed != note.offered
    }

    /// Whether the line of a note is open and something stands in it that was not only offered.
    pub(super) fn types_a_note(&self) -> bool {
        let Some(Overlay::OwnNote(note)) = &self.overlay else {
            return false;
        };
        let typed = trimmed(note.input.value());
        !typed.is_empty() && (typed == note.began || typed != note.offered)
    }

    /// Has the note that is typed written in the editor, where one is.
    pub(super) fn edit_own_note(&mut self) -> Option<Effect> {
        match self.overlay {
            Some(Overlay::OwnNote(_)) => self.act(Act::Editor),
            _ => None,
        }
    }

    /// Takes over what the editor wrote: where it ended well the note is kept, else it stands in the line.
    pub(super) fn take_edited(&mut self, Edited { note, fault }: Edited) -> Option<Effect> {
        if let Some(fault) = &fault {
            let mut sentence = self.words.editor_fault(fault);
            if let EditorFault::Failed { .. } = fault {
                sentence = format!("{sentence} {}", self.words.marks.editor_left);
            }
            self.warning = Some(sentence);
        }
        if let Some(
            fault @ (EditorFault::NoText { .. }
            | EditorFault::TooLong { .. }
            | EditorFault::AtOnce { .. }),
        ) = &fault
        {
            // A file that only a sentence on the screen names would soon be lost.
            self.left_files.push(self.words.editor_fault(fault));
        }
        let Some(Overlay::OwnNote(line)) = &mut self.overlay else {
            return None;
        };
        let note = note?;
        let typed = trimmed(line.input.value()).to_owned();
        let words = &self.words.marks;
        if note.is_empty() && !typed.is_empty() {
            self.notice = fault.is_none().then(|| words.editor_empty.to_owned());
            return None;
        }
        let is_offered = typed == line.began || typed == line.offered;
        line.input = Input::new(note.clone());
        if fault.is_some() {
            return None;
        }
        if note != typed {
            return self.keep_own_note();
        }
        self.notice = Some(words.editor_same.to_owned());
        if is_offered && self.reader.held.is_none() {
            self.leave_own_note();
        }
        None
    }
}

impl Words {
    /// What went wrong with an editor, in a sentence or two.
    #[must_use]
    pub fn editor_fault(&self, fault: &EditorFault) -> String {
        let words = &self.marks;
        match fault {
            EditorFault::Unset => words.editor_unset.to_owned(),
            EditorFault::Unclear(command) => words.editor_unclear.replace("{}", command),
            EditorFault::NoFile(sentence) => sentence.clone(),
            EditorFault::NotStarted { program, cause } => words
                .editor_not_started
                .replace("{program}", program)
                .replace("{cause}", cause),
            EditorFault::Failed { program, code } => match code {
                Some(code) => words.editor_failed.replace("{code}", &code.to_string()),
                None => words.editor_killed.to_owned(),
            }
            .replace("{program}", program),
            EditorFault::AtOnce { program, file } => words
                .editor_at_once
                .replace("{program}", program)
                .replace("{file}", file),
            EditorFault::Gone => words.editor_gone.to_owned(),
            EditorFault::NoText { file } => words.editor_no_text.replace("{file}", file),
            EditorFault::TooLong { file, count } => words
                .editor_too_long
                .replace("{count}", &count.to_string())
                .replace("{most}", &LONGEST.to_string())
                .replace("{file}", file),
        }
    }
}
