//! The clipboard: in tmux by tmux, else by a program of the platform or by the terminal itself.
//!
//! Nobody can see whether a terminal takes OSC 52, so the way is named, and where it is not known to
//! work the text is shown as well.

use super::signals::Signals;
use crate::{app::copy::Way, settings::Clipboard};
use crossterm::{Command, clipboard::CopyToClipboard};
use rustix::{
    event::{PollFd, PollFlags},
    io::{Errno, ioctl_fionbio},
};
use std::{
    env,
    io::{self, Write},
    process::{Child, ChildStdin, Command as Process, Stdio},
    time::{Duration, Instant},
};

/// Programs that put their input on the clipboard, with the variable that says they can.
const PROGRAMS: [(&str, &[&str], &str); 4] = [
    ("wl-copy", &[], "WAYLAND_DISPLAY"),
    ("xclip", &["-selection", "clipboard", "-in"], "DISPLAY"),
    ("xsel", &["--clipboard", "--input"], "DISPLAY"),
    ("pbcopy", &[], "__CFBundleIdentifier"),
];

/// How long a program may take. One that does as it should takes a hundredth of that.
const LIMIT: Duration = Duration::from_secs(2);

/// How long one that was killed may take to be gone.
const KILLED: Duration = Duration::from_millis(100);

/// The most bytes that OSC 52 is sent in: terminals drop what is longer, and nobody hears of it.
const LONGEST: usize = 100_000;

/// What came of a copy.
pub enum Copied {
    /// It went this way.
    By(Way),
    /// No program takes it, and it is too long for the terminal.
    TooLong,
}

/// Puts a text on the clipboard; says which way it went. What goes to the terminal is written to
/// `out`.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn copy(
    text: &str,
    asked: Clipboard,
    signals: &mut Signals,
    out: &mut impl Write,
) -> io::Result<Copied> {
    let is_set = |name: &str| env::var_os(name).is_some();
    let may = |way: Clipboard| asked == Clipboard::Auto || asked == way;
    if may(Clipboard::Tmux)
        && is_set("TMUX")
        && fed("tmux", &["load-buffer", "-w", "-"], text, signals)
    {
        return Ok(Copied::By(Way::Tmux));
    }
    if asked == Clipboard::Program
        && let Some(way) = by_program(text, signals)
    {
        return Ok(Copied::By(way));
    }
    // Where what was asked for is not there, the terminal may still take it.
    let sent = send(text, out)?;
    let is_here = !is_set("SSH_TTY") && !is_set("SSH_CONNECTION");
    if asked == Clipboard::Auto
        && sent != Some(Way::Terminal)
        && is_here
        && let Some(way) = by_program(text, signals)
    {
        return Ok(Copied::By(way));
    }
    Ok(sent.map_or(Copied::TooLong, Copied::By))
}

/// Puts a text on the clipboard by the first program that is there and takes it.
fn by_program(text: &str, signals: &mut Signals) -> Option<Way> {
    let mut programs = PROGRAMS.into_iter();
    let taken = programs.find(|(program, args, variable)| {
        env::var_os(variable).is_some() && fed(program, args, text, signals)
    });
    taken.map(|(program, ..)| Way::Program(program))
}

/// Sends a text to the clipboard of the terminal; none where it is too long for that.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn send(text: &str, out: &mut impl Write) -> io::Result<Option<Way>> {
    if text.len().div_ceil(3) * 4 > LONGEST {
        return Ok(None);
    }
    let mut sequence = String::new();
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    out.write_all(sequence.as_bytes())?;
    out.flush()?;
    Ok(Some(if takes_osc52(|name| env::var(name).ok()) {
        Way::Terminal
    } else {
        Way::Unknown
    }))
}

/// Whether the terminal is known to take OSC 52 unasked.
fn takes_osc52(variable: impl Fn(&str) -> Option<String>) -> bool {
    const BY_TERM: [&str; 6] = [
        "xterm-kitty",
        "xterm-ghostty",
        "foot",
        "alacritty",
        "wezterm",
        "rio",
    ];
    const BY_PROGRAM: [&str; 4] = ["WezTerm", "ghostty", "rio", "contour"];
    let term = variable("TERM").unwrap_or_default();
    let program = variable("TERM_PROGRAM").unwrap_or_default();
    BY_TERM.iter().any(|known| term.starts_with(known))
        || BY_PROGRAM.iter().any(|known| program == *known)
        || variable("WT_SESSION").is_some()
        || variable("KITTY_WINDOW_ID").is_some()
}

/// Whether a program was there and took the text in time. One that did not is ended. A signal that ends the
/// reader ends the waiting.
fn fed(program: &str, args: &[&str], text: &str, signals: &mut Signals) -> bool {
    let mut call = Process::new(program);
    call.args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let Ok(mut child) = signals.hear_children().and_then(|()| call.spawn()) else {
        return false;
    };
    let until = Instant::now() + LIMIT;
    let stdin = child.stdin.take();
    let given = stdin.is_some_and(|stdin| gives(&stdin, text.as_bytes(), signals, until));
    if given && let Some(succeeded) = ended(&mut child, signals, until) {
        return succeeded;
    }
    let _ = child.kill();
    ended(&mut child, signals, Instant::now() + KILLED);
    false
}

/// Whether a program takes all of a text in time.
fn gives(stdin: &ChildStdin, text: &[u8], signals: &mut Signals, until: Instant) -> bool {
    if ioctl_fionbio(stdin, true).is_err() {
        return false;
    }
    let mut rest = text;
    while !rest.is_empty() {
        match rustix::io::write(stdin, rest) {
            Ok(count) => rest = &rest[count..],
            Err(Errno::AGAIN) => {
                let room = PollFd::new(stdin, PollFlags::OUT);
                if !signals.wait_beside(Some(room), until) {
                    return false;
                }
            }
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
    true
}

/// Whether a program has ended well; none where it has not ended in time. Its end is a signal.
fn ended(child: &mut Child, signals: &mut Signals, until: Instant) -> Option<bool> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Ok(None) if signals.wait_beside(None, until) => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_known_to_take_a_copy() {
        for (name, value, takes) in [
            ("TERM", "xterm-kitty", true),
            ("TERM", "foot-extra", true),
            ("TERM", "xterm-256color", false),
            ("TERM", "linux", false),
            ("TERM_PROGRAM", "WezTerm", true),
            ("TERM_PROGRAM", "Apple_Terminal", false),
            ("WT_SESSION", "1", true),
        ] {
            let known = |asked: &str| (asked == name).then(|| value.to_owned());
            assert_eq!(takes_osc52(known), takes, "{name}={value}");
        }
    }
}
