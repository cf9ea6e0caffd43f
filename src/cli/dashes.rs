//! Texts that start with a dash: an item of a list is pasted with its own (`- het register`), and no flag has a space in
//! its name or a digit for one (`-5 %`).

use std::ffi::OsString;

/// What stands before such a text while the flags are told from the rest: it cannot be seen.
const NO_FLAG: &str = "\u{200b}";

/// A call in which no text that is looked for is taken for a flag: each such text has a sign before it.
pub fn marked(args: &[OsString]) -> impl Iterator<Item = OsString> + '_ {
    let takes = |arg: &OsString| ["find", "search", "verify"].iter().any(|name| arg == name);
    let command = args.iter().position(takes).unwrap_or(args.len());
    args.iter().enumerate().map(move |(at, arg)| {
        let is_value = at > 0 && args[at - 1].to_str().is_some_and(takes_a_value);
        let marks = at > command && !is_value && arg.to_str().is_some_and(is_text);
        let mut marked = OsString::from(if marks { NO_FLAG } else { "" });
        marked.push(arg);
        marked
    })
}

/// A text as it was typed, without that sign.
pub fn without(text: &str) -> &str {
    text.strip_prefix(NO_FLAG).unwrap_or(text)
}

/// Whether an argument starts with a dash and is no flag.
fn is_text(arg: &str) -> bool {
    let name = arg
        .split('=')
        .next()
        .and_then(|name| name.strip_prefix('-'));
    name.is_some_and(|name| {
        name.contains(' ') || name.starts_with(|c: char| !c.is_alphabetic() && c != '-')
    })
}

/// Whether what stands behind an argument is its value: it is a flag that has none in itself.
fn takes_a_value(arg: &str) -> bool {
    arg.len() > 1 && arg.starts_with('-') && !arg.contains(['=', ' '])
}
