//! What is wrong with a call that does not fit the grammar, in one sentence that names the argument.

use super::{flags::WIDTHS, grammar::COMMANDS};
use crate::{app::words::Words, letter::in_message};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// What is wrong with a call, in one sentence that names the argument.
pub fn refusal(error: &clap::Error, args: &[OsString], words: &Words) -> String {
    let cli = words.cli();
    let get = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => in_message(text),
        Some(ContextValue::Strings(texts)) => in_message(&texts.join(", ")),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    // Of what is no text it is not said which argument it is.
    let no_text = args.iter().find(|arg| arg.to_str().is_none());
    let unnamed = || {
        no_text
            .or(args.last())
            .map(|arg| in_message(&arg.to_string_lossy()))
    };
    let argument = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand]
        .map(get)
        .into_iter()
        .find(|name| !name.is_empty())
        .or_else(unnamed)
        .unwrap_or_default();
    let other = get(ContextKind::PriorArg);
    let value = get(ContextKind::InvalidValue);
    let possible = match error.kind() {
        // Of the numbers only the width is one that may not fit.
        ErrorKind::ValueValidation => format!("{}–{}", WIDTHS.start(), WIDTHS.end()),
        // There are no more than fit on a line or two.
        _ => match error.get(ContextKind::ValidValue) {
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            _ => String::new(),
        },
    };
    let sentence = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            cli.error_no_value
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => cli.error_value,
        ErrorKind::UnknownArgument if !argument.starts_with('-') => cli.error_too_many,
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => cli.error_unknown,
        ErrorKind::MissingRequiredArgument => cli.error_missing,
        ErrorKind::InvalidUtf8 => cli.error_no_text,
        ErrorKind::ArgumentConflict if other == argument => cli.error_twice,
        ErrorKind::ArgumentConflict if !other.is_empty() => cli.error_together,
        _ => cli.error_other,
    };
    filled(
        sentence,
        &[
            ("argument", &argument),
            ("other", &other),
            ("value", &value),
            ("possible", &possible),
            ("help", &help(args)),
        ],
    )
}

/// The call that says what is possible: of the command that was given, or of the program.
fn help(args: &[OsString]) -> String {
    let args = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let command = args.into_iter().find(|arg| COMMANDS.contains(arg));
    match command {
        Some(command) => format!("kamerbrief {command} --help"),
        None => "kamerbrief --help".to_owned(),
    }
}

/// A sentence with its names in braces replaced. What is put in is not looked at again: it may have braces.
pub fn filled(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('{') {
        filled += before;
        let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        filled += value.map_or("", |(_, value)| value);
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_into_a_sentence_stays_as_it_is() {
        let said = filled(
            "‘{value}’ past niet bij {argument}",
            &[("value", "{argument}"), ("argument", "--at")],
        );
        assert_eq!(said, "‘{argument}’ past niet bij --at");
    }
}
