//! What is said on standard output and standard error, and with which code the program ends.

use crate::{app::words::Words, store::cause};
use std::{
    fmt::Display,
    io::{self, Write},
    process::ExitCode,
};

/// Found and printed.
pub(super) const DONE: u8 = 0;
/// Nothing found.
const NOTHING: u8 = 1;
/// Arguments or input that cannot be used.
pub(super) const UNUSABLE: u8 = 2;

/// Says something on standard error.
pub fn say(sentence: &str) {
    let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
}

/// Writes to standard output; a reader that has gone is no fault.
#[must_use]
pub fn print(text: impl Display, found: bool, words: &Words) -> ExitCode {
    let mut stdout = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match write!(stdout, "{text}").and_then(|()| stdout.flush()) {
        Ok(()) => ExitCode::from(if found { DONE } else { NOTHING }),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(DONE),
        Err(error) => refuse(
            &words
                .cli()
                .error_output
                .replace("{}", &cause(&error, words.language)),
        ),
    }
}

/// Says on standard error what is wrong.
#[must_use]
pub fn refuse(sentence: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
    ExitCode::from(UNUSABLE)
}
