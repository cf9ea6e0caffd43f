//! Putting text into a line: what is typed, a character at a time, and what is pasted, all at once.

use super::{
    cursor,
    geometry::Area,
    message::{Edit, Input},
};
use crate::{
    letter::LINE_END,
    reading::layout::{self, Row},
};
use std::{collections::HashMap, mem};
use tui_input::InputRequest;
use unicode_width::UnicodeWidthStr;

/// The longest line that can be typed, in characters. Nobody reads a longer one, and what it is for
/// (a search, a list that narrows) is done anew for each key.
pub const LONGEST_LINE: usize = 1000;

/// What was typed of notes and not kept, by paragraph, until the program ends.
pub type Drafts = HashMap<usize, Input>;

/// The lines that were left, empty, with what was typed in them ready to be put back.
#[derive(Debug, Default)]
pub(super) struct LeftLines {
    /// Where an address is typed.
    pub(super) goto: Input,
    /// Where the help is narrowed.
    pub(super) help: Input,
}

/// The rows of a long line that show in its box, and where the cursor stands in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedRows {
    /// The rows, from the first that shows.
    pub rows: Vec<Row>,
    /// The row of the cursor among them, by index, and its cell in that row.
    pub cursor: (usize, usize),
}

/// All rows of a line in a box of this width, frame and margins included. The last cell of each is left for the
/// cursor.
pub(super) fn rows(input: &Input, width: u16) -> Vec<Row> {
    let width = usize::from(width.saturating_sub(5).max(1));
    layout::wrap_lines(input.value(), width, LINE_END)
}

/// The rows of a line that show in a box: those around the cursor where not all fit.
pub(super) fn rows_within(input: &Input, frame: Area) -> TypedRows {
    let inside = frame.inner(2, 1);
    let mut rows = rows(input, frame.width);
    let text = input.value();
    let byte = byte_of(text, input.cursor());
    let at = rows.partition_point(|row| row.start <= byte).max(1) - 1;
    let cell = text[rows[at].start..byte].width();
    let first = cursor::window(at, rows.len(), usize::from(inside.height).max(1));
    rows.drain(..first);
    TypedRows {
        rows,
        cursor: (at - first, cell.min(usize::from(inside.width.max(1) - 1))),
    }
}

/// Puts text where the cursor stands, as far as it fits in a line of so many characters; whether all of
/// it does.
pub(super) fn type_into(input: &mut Input, text: &str, longest: usize) -> bool {
    let room = longest.saturating_sub(input.value().chars().count());
    let fitting = &text[..byte_of(text, room)];
    if let Some((before, last)) = fitting.char_indices().next_back() {
        // All but the last at once: a line that is typed a character at a time is walked through for each.
        let (value, cursor) = (input.value(), input.cursor());
        let (left, right) = value.split_at(byte_of(value, cursor));
        let added = &fitting[..before];
        let typed = format!("{left}{added}{right}");
        let cursor = cursor + added.chars().count();
        *input = mem::take(input).with_value(typed).with_cursor(cursor);
        input.handle(InputRequest::InsertChar(last));
    }
    fitting.len() == text.len()
}

/// Edits a line as a key asks. What was cut is put back only where it fits; whether the text changed.
pub(super) fn edit_line(input: &mut Input, edit: Edit, longest: usize) -> bool {
    let before = (edit == Edit::Yank).then(|| input.clone());
    let changed = input.handle(request(edit));
    let changed = changed.is_some_and(|changed| changed.value);
    match before {
        Some(before) if input.value().chars().count() > longest => {
            *input = before;
            false
        }
        _ => changed,
    }
}

/// A line that is empty, with what was typed in it ready to be put back as if it had been cut.
pub(super) fn left(mut input: Input) -> Input {
    if !input.value().is_empty() {
        input.handle(InputRequest::GoToEnd);
        input.handle(InputRequest::DeleteLine);
    }
    input
}

/// What would be put back into an empty line.
pub(super) fn cut_from(input: &Input) -> Option<String> {
    let mut input = input.clone();
    input.handle(InputRequest::Yank);
    Some(input.value().to_owned()).filter(|cut| !cut.is_empty())
}

/// An edit as the line takes it.
const fn request(edit: Edit) -> InputRequest {
    match edit {
        Edit::GoToPrevChar => InputRequest::GoToPrevChar,
        Edit::GoToNextChar => InputRequest::GoToNextChar,
        Edit::GoToStart => InputRequest::GoToStart,
        Edit::GoToEnd => InputRequest::GoToEnd,
        Edit::GoToPrevWord => InputRequest::GoToPrevWord,
        Edit::GoToNextWord => InputRequest::GoToNextWord,
        Edit::DeletePrevChar => InputRequest::DeletePrevChar,
        Edit::DeleteNextChar => InputRequest::DeleteNextChar,
        Edit::DeletePrevWord => InputRequest::DeletePrevWord,
        Edit::DeleteNextWord => InputRequest::DeleteNextWord,
        Edit::DeleteFromStart => InputRequest::DeleteFromStart,
        Edit::DeleteLine => InputRequest::DeleteLine,
        Edit::Yank => InputRequest::Yank,
    }
}

/// The byte at which a character of a text starts.
pub(super) fn byte_of(text: &str, character: usize) -> usize {
    let found = text.char_indices().nth(character);
    found.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_put_where_the_cursor_stands_as_far_as_it_fits() {
        for (value, cursor, text, expected, stands, fits) in [
            ("", 0, "", "", 0, true),
            ("", 0, "é", "é", 1, true),
            ("ab", 1, "é", "aéb", 2, true),
            ("éb", 1, "één e\u{301}", "ééén b", 5, false),
            ("ab", 0, "日本", "日本ab", 2, true),
            ("ab", 2, "één twee", "abéén ", 6, false),
            ("abcdef", 3, "x", "abcdef", 3, false),
            ("abcdefgh", 3, "xy", "abcdefgh", 3, false),
        ] {
            let mut input = Input::new(value.into()).with_cursor(cursor);
            assert_eq!(type_into(&mut input, text, 6), fits, "{value} {text}");
            assert_eq!(
                (input.value(), input.cursor()),
                (expected, stands),
                "{text}"
            );
        }
    }

    #[test]
    fn what_was_cut_is_put_back_where_it_fits() {
        let mut input = Input::new("abc".into());
        for (edit, expected, changed) in [
            (Edit::Yank, "abc", false),
            (Edit::DeleteLine, "", true),
            (Edit::Yank, "abc", true),
            (Edit::Yank, "abcabc", true),
            (Edit::Yank, "abcabc", false),
            (Edit::GoToStart, "abcabc", false),
            (Edit::DeleteNextChar, "bcabc", true),
        ] {
            assert_eq!(edit_line(&mut input, edit, 6), changed, "{edit:?}");
            assert_eq!(input.value(), expected, "{edit:?}");
        }
    }

    #[test]
    fn what_was_left_is_put_back() {
        let mut typed = Input::new("4.2".into());
        typed.handle(InputRequest::GoToPrevChar);
        typed.handle(InputRequest::DeletePrevChar);
        let mut again = left(typed);
        assert_eq!((again.value(), cut_from(&again)), ("", Some("42".into())));
        // An empty line loses nothing of it.
        again = left(again);
        edit_line(&mut again, Edit::Yank, 6);
        assert_eq!(again.value(), "42");
        assert_eq!(cut_from(&Input::default()), None);
    }

    #[test]
    fn a_paste_is_what_typing_is() {
        let mut pasted = Input::new("één twee".into());
        pasted.handle(InputRequest::DeletePrevWord);
        let mut typed = pasted.clone();
        type_into(&mut pasted, "drie", LONGEST_LINE);
        for c in "drie".chars() {
            typed.handle(InputRequest::InsertChar(c));
        }
        // What was cut is still there to be put back, and is no part of what is cut next.
        for edit in [Edit::DeletePrevWord, Edit::Yank, Edit::Yank] {
            edit_line(&mut pasted, edit, LONGEST_LINE);
            edit_line(&mut typed, edit, LONGEST_LINE);
            assert_eq!(pasted.value(), typed.value());
        }
    }
}
