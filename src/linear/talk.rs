//! The conversation with somebody: lines in, lines out, until they end or one asks for it.

use super::{Conversation, Reply};
use crate::{
    app::{
        App,
        copy::Way,
        kept::{Changes, Kept, Saved},
        message::Effect,
        own_note::edited::Edited,
    },
    settings::ReadAgain,
};
use std::{
    io::{self, BufRead, Write},
    time::Instant,
};

/// The longest line that is taken in, in bytes: more is no command and no note.
const LONGEST: usize = 64 * 1024;

/// What the conversation needs of its surroundings.
#[derive(Clone, Copy)]
pub struct Around {
    /// Keeps changes; says what became of them, and before that whether it has to wait.
    pub keep: fn(&Changes, &dyn Fn(Saved)) -> Saved,
    /// Puts a text on the clipboard, where there is one; says which way it went.
    pub copy: fn(&str) -> Option<Way>,
    /// Has a text written in the user's editor, in a file whose name starts so; and whether this program was told
    /// to end meanwhile.
    pub edit: fn(&str, &str) -> (Edited, bool),
    /// Knows what is kept of the letter that has just been opened, or why it cannot be read.
    pub recall: fn(&App) -> Result<Box<Kept>, String>,
    /// Writes a text to a new file whose name starts so: its name, or why it was not written.
    pub save: fn(&str, &str) -> Result<String, String>,
    /// Reads the settings again, or says why they cannot be.
    pub settings: fn() -> ReadAgain,
    /// How many seconds have gone by since midnight, if that is known.
    pub clock: fn() -> Option<u32>,
}

/// Whether a prompt stands before each line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// Somebody types at a terminal.
    Shown,
    /// The lines come from a file or a pipe.
    Left,
}

/// Talks until the lines end or the program is to be left. What is kept is kept before the answer says so.
///
/// # Errors
/// When the lines cannot be read, or the answers not be written.
pub fn talk(
    conversation: &mut Conversation,
    lines: &mut impl BufRead,
    out: &mut impl Write,
    prompt: Prompt,
    around: Around,
) -> io::Result<()> {
    let began = Instant::now();
    out.write_all(conversation.opening().as_bytes())?;
    loop {
        if prompt == Prompt::Shown {
            out.write_all(conversation.prompt().as_bytes())?;
        }
        out.flush()?;
        let Some(line) = next_line(lines)? else {
            break;
        };
        conversation.at(began.elapsed(), (around.clock)());
        let reply = conversation.answer(&line);
        if !do_all(conversation, reply, out, around)? {
            break;
        }
    }
    let last = conversation.end();
    do_all(conversation, last, out, around)?;
    out.flush()
}

/// The next line; none when there is no more. What is no UTF-8 becomes marks.
fn next_line(lines: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut limited = io::Read::take(&mut *lines, LONGEST as u64);
    if limited.read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

/// Says an answer, and does what it asks for, and what comes of that. Whether the conversation goes on.
fn do_all(
    conversation: &mut Conversation,
    reply: Reply,
    out: &mut impl Write,
    around: Around,
) -> io::Result<bool> {
    let mut replies = vec![reply];
    let mut goes_on = true;
    while let Some(Reply { text, effects }) = replies.pop() {
        let mut text = text;
        for effect in effects {
            match effect {
                Effect::Quit => goes_on = false,
                Effect::Keep(changes) => {
                    let saved = (around.keep)(&changes, &|_| ());
                    replies.push(conversation.saved(saved));
                }
                Effect::Copy(copied) => {
                    if let Some(way) = (around.copy)(&copied) {
                        text += &conversation.copied(&way, copied);
                    }
                }
                Effect::EditNote { stem, text } => {
                    let (edited, ends) = (around.edit)(&stem, &text);
                    goes_on &= !ends;
                    replies.push(conversation.edited(edited));
                }
                Effect::Recall => replies.push(conversation.recall(around.recall)),
                Effect::Save {
                    stem,
                    text: written,
                } => {
                    text += &conversation.written((around.save)(&stem, &written));
                }
                Effect::ReadSettings => text += &conversation.set((around.settings)()),
                // There is no screen, and no key that stops what is read before the first line.
                Effect::Redraw | Effect::Suspend | Effect::StopLoading => {}
            }
        }
        out.write_all(text.as_bytes())?;
    }
    Ok(goes_on)
}
