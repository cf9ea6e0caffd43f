//! The clipboard: in tmux by tmux, else by a program of the platform or by the terminal itself.
//!
//! Nobody can see whether a terminal takes OSC 52, so the way is named, and where it is not known to
//! work the text is shown as well.

use crate::app::copy::Way;
use crossterm::{Command, clipboard::CopyToClipboard};
use std::{
    env,
    io::{self, Write},
    process::{Command as Process, Stdio},
};

/// Programs that put their input on the clipboard, with the variable that says they can.
const PROGRAMS: [(&str, &[&str], &str); 4] = [
    ("wl-copy", &[], "WAYLAND_DISPLAY"),
    ("xclip", &["-selection", "clipboard", "-in"], "DISPLAY"),
    ("xsel", &["--clipboard", "--input"], "DISPLAY"),
    ("pbcopy", &[], "__CFBundleIdentifier"),
];

/// Puts a text on the clipboard; says which way it went. What goes to the terminal is written to
/// `out`.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn copy(text: &str, out: &mut impl Write) -> io::Result<Way> {
    if env::var_os("TMUX").is_some() && fed("tmux", &["load-buffer", "-w", "-"], text) {
        return Ok(Way::Tmux);
    }
    let mut sequence = String::new();
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    out.write_all(sequence.as_bytes())?;
    out.flush()?;
    if takes_osc52(|name| env::var(name).ok()) {
        return Ok(Way::Terminal);
    }
    if env::var_os("SSH_TTY").is_none() && env::var_os("SSH_CONNECTION").is_none() {
        for (program, args, variable) in PROGRAMS {
            if env::var_os(variable).is_some() && fed(program, args, text) {
                return Ok(Way::Program(program));
            }
        }
    }
    Ok(Way::Unknown)
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

/// Whether a program was there and took the text.
fn fed(program: &str, args: &[&str], text: &str) -> bool {
    let child = Process::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return false };
    let written = child
        .stdin
        .take()
        .is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    written && child.wait().is_ok_and(|status| status.success())
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
