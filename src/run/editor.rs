//! Has a note written in the user's editor: which one that is, the file it writes, and what came of it.

use super::configured::language;
use crate::{
    app::own_note::edited::{Edited, EditorFault, note_of},
    letter::in_message,
    store::{
        self,
        draft::{Draft, Drafted},
    },
    tui::terminal::editor::{Start, run_beside},
};
use std::{
    env,
    path::Path,
    process::Command,
    sync::atomic::{AtomicI32, Ordering},
    time::{Duration, Instant},
};

/// Within this time nobody has written anything: who opens a window and goes on is back.
const AT_ONCE: Duration = Duration::from_secs(1);

/// Has a text written in the user's editor, which is started so, in a file whose name starts so; what came of it.
/// The file is taken away once what stands in it is taken over.
pub(super) fn edit(stem: &str, text: &str, start: Start) -> Edited {
    let fault = |fault| Edited {
        note: None,
        fault: Some(fault),
    };
    let words = match chosen() {
        Ok(words) => words,
        Err(unclear) => return fault(unclear),
    };
    let draft = match Draft::new(stem, text) {
        Ok(draft) => draft,
        Err(error) => return fault(EditorFault::NoFile(error.say(language()))),
    };
    let program = called(&words[0]);
    let since = Instant::now();
    let ended = start(Command::new(&words[0]).args(&words[1..]).arg(draft.path()));
    let ended = match ended {
        Ok(ended) => ended,
        Err(cause) => {
            draft.remove();
            let cause = store::cause(&cause, language());
            return fault(EditorFault::NotStarted { program, cause });
        }
    };
    let file = draft.name();
    let written = match draft.read() {
        Drafted::Gone => {
            draft.remove();
            return fault(EditorFault::Gone);
        }
        Drafted::Else => return fault(EditorFault::NoText { file }),
        Drafted::Text(written) => written,
    };
    let note = match note_of(&written) {
        Ok(note) => note,
        Err(count) => return fault(EditorFault::TooLong { file, count }),
    };
    let at_once = ended.success() && written == text && since.elapsed() < AT_ONCE;
    if !at_once {
        draft.remove();
    }
    Edited {
        note: Some(note),
        fault: match ended.code() {
            Some(0) if at_once => Some(EditorFault::AtOnce { program, file }),
            Some(0) => None,
            code => Some(EditorFault::Failed { program, code }),
        },
    }
}

/// The signal that told this program to end while an editor ran beside a conversation; 0 where none did.
static TOLD: AtomicI32 = AtomicI32::new(0);

/// The same beside a conversation; and whether this program was told to end meanwhile.
pub(super) fn edit_beside(stem: &str, text: &str) -> (Edited, bool) {
    let edited = edit(stem, text, &mut |program| {
        let (ended, told) = run_beside(program)?;
        TOLD.store(told.unwrap_or_default(), Ordering::Relaxed);
        Ok(ended)
    });
    (edited, told_to_end().is_some())
}

/// The signal that told this program to end while an editor ran beside a conversation, if one did.
pub(super) fn told_to_end() -> Option<i32> {
    Some(TOLD.load(Ordering::Relaxed)).filter(|signal| *signal != 0)
}

/// The words of the call of the editor that the user has chosen: `VISUAL`, or else `EDITOR`. At least one.
fn chosen() -> Result<Vec<String>, EditorFault> {
    let set = |name| env::var(name).ok().filter(|set| !set.trim().is_empty());
    let command = set("VISUAL").or_else(|| set("EDITOR"));
    let command = command.ok_or(EditorFault::Unset)?;
    let words = shell_words::split(&command);
    let words = words
        .ok()
        .filter(|words| words.first().is_some_and(|word| !word.is_empty()));
    words.ok_or_else(|| EditorFault::Unclear(in_message(&command)))
}

/// What a program is called in a message.
fn called(program: &str) -> String {
    let name = Path::new(program).file_name();
    in_message(&name.map_or_else(|| program.into(), |name| name.to_string_lossy()))
}
