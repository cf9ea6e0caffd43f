//! The control sequences in what was written to a terminal: which of them ask it something, and what
//! of what they changed still holds.

use std::collections::{BTreeMap, BTreeSet};

/// A control sequence.
#[derive(Debug, PartialEq, Eq)]
enum Sequence {
    /// `CSI`: what stands before the last byte, and that byte.
    Control(String, char),
    /// A string (OSC, DCS and such): what opens it, and its text.
    Text(char, String),
    /// `ESC` and a few bytes.
    Escape(String),
    /// A terminal answers this character.
    Enquiry,
}

/// The control sequences, in order; one that is not whole is none.
fn sequences(bytes: &[u8]) -> Vec<Sequence> {
    let written = String::from_utf8_lossy(bytes);
    let mut rest = &*written;
    let mut found = Vec::new();
    while let Some(at) = rest.find(['\x1b', '\x05']) {
        let enquiry = rest[at..].starts_with('\x05');
        rest = &rest[at + 1..];
        if enquiry {
            found.push(Sequence::Enquiry);
            continue;
        }
        let Some(first) = rest.chars().next() else {
            break;
        };
        let (length, sequence) = match first {
            '[' => {
                let Some(end) = rest[1..].find(|c: char| ('@'..='~').contains(&c)) else {
                    break;
                };
                let last = char::from(rest.as_bytes()[1 + end]);
                (2 + end, Sequence::Control(rest[1..=end].into(), last))
            }
            ']' | 'P' | '_' | '^' | 'X' => {
                let Some(end) = rest.find(['\x1b', '\x07']) else {
                    break;
                };
                (end, Sequence::Text(first, rest[1..end].into()))
            }
            _ => {
                let Some(end) = rest.find(|c: char| !(' '..='/').contains(&c)) else {
                    break;
                };
                let length = end + rest[end..].chars().next().map_or(0, char::len_utf8);
                (length, Sequence::Escape(rest[..length].into()))
            }
        };
        found.push(sequence);
        rest = &rest[length..];
    }
    found
}

/// What asks the terminal something, and would have to wait for its answer.
pub fn queries(bytes: &[u8]) -> Vec<String> {
    let asks = |sequence: &Sequence| match sequence {
        // Attributes, states, parameters, sizes, modes, versions, keyboard, checksums.
        Sequence::Control(before, last) => {
            matches!(last, 'c' | 'n' | 'x' | 't' | 'y')
                || (*last == 'p' && before.ends_with('$'))
                || (*last == 'q' && before.starts_with('>'))
                || (*last == 'u' && before.starts_with('?'))
        }
        Sequence::Text(']', text) => text.split(';').any(|part| part == "?"),
        Sequence::Text(_, _) | Sequence::Enquiry => true,
        Sequence::Escape(bytes) => bytes == "Z",
    };
    let found = sequences(bytes).into_iter().filter(asks);
    found.map(|sequence| format!("{sequence:?}")).collect()
}

/// What was changed in the terminal and not changed back.
pub fn left(bytes: &[u8]) -> BTreeSet<String> {
    // By name; nothing is left where it is as in a terminal that nobody has taken.
    let mut states = BTreeMap::new();
    let mut keyboards = 0_u32;
    for sequence in sequences(bytes) {
        match sequence {
            Sequence::Control(modes, last @ ('h' | 'l')) => {
                let (private, numbers) = match modes.strip_prefix('?') {
                    Some(numbers) => ("?", numbers),
                    None => ("", &*modes),
                };
                for number in numbers.split(';') {
                    // Lines that wrap, and the cursor, are there from the start.
                    let from_start = private == "?" && ["7", "25"].contains(&number);
                    let name = format!("mode {private}{number}");
                    states.insert(name, (last == 'h') != from_start);
                }
            }
            Sequence::Control(rows, 'r') => {
                states.insert("scroll region".to_owned(), !rows.is_empty());
            }
            Sequence::Control(how, 'm') if how.starts_with('>') => {
                let off = how == ">4" || how == ">4;0" || how == ">";
                states.insert("modified keys".to_owned(), !off);
            }
            Sequence::Control(look, 'm') => {
                states.insert("look".to_owned(), !look.is_empty() && look != "0");
            }
            Sequence::Control(shape, 'q') if shape.ends_with(' ') => {
                let off = shape == " " || shape == "0 ";
                states.insert("cursor shape".to_owned(), !off);
            }
            Sequence::Control(flags, 'u') if flags.starts_with('>') => keyboards += 1,
            Sequence::Control(count, 'u') if count.starts_with('<') => {
                let count = count[1..].parse().unwrap_or(1);
                keyboards = keyboards.saturating_sub(count);
            }
            Sequence::Control(flags, 'u') if flags.starts_with('=') => {
                states.insert("keyboard flags".to_owned(), !flags.starts_with("=0"));
            }
            Sequence::Text(']', text) if text.starts_with("8;") => {
                let closed = text.ends_with(';');
                states.insert("link".to_owned(), !closed);
            }
            // The clipboard is meant to keep what it was given.
            Sequence::Text(']', text) if text.starts_with("52;") => {}
            // Titles, colours, pointers and what else there is.
            Sequence::Text(opens, text) => {
                states.insert(format!("string {opens}{text}"), true);
            }
            Sequence::Escape(bytes) if bytes == "=" || bytes == ">" => {
                states.insert("keypad".to_owned(), bytes == "=");
            }
            Sequence::Escape(bytes) if bytes.starts_with('(') => {
                states.insert("character set".to_owned(), bytes != "(B");
            }
            _ => {}
        }
    }
    states.insert("keyboard".to_owned(), keyboards > 0);
    let changed = states.into_iter().filter(|(_, changed)| *changed);
    changed.map(|(name, _)| name).collect()
}

#[test]
fn sequences_are_told_apart() {
    let written =
        "a\x1b[1;31mb\x1b]52;c;YQ==\x07\x1b]8;;x\x1b\\c\x1b(B\x1b7\x05\x1bPq\x1b\\é\x1b[2";
    let found: Vec<_> = sequences(written.as_bytes())
        .iter()
        .map(|sequence| format!("{sequence:?}"))
        .collect();
    assert_eq!(
        found,
        [
            r#"Control("1;31", 'm')"#,
            r#"Text(']', "52;c;YQ==")"#,
            r#"Text(']', "8;;x")"#,
            r#"Escape("\\")"#,
            r#"Escape("(B")"#,
            r#"Escape("7")"#,
            "Enquiry",
            r#"Text('P', "q")"#,
            r#"Escape("\\")"#,
        ]
    );
}

#[test]
fn what_asks_is_seen() {
    for asks in [
        "\x1b[c",
        "\x1b[>c",
        "\x1b[6n",
        "\x1b[?996n",
        "\x1b]11;?\x1b\\",
        "\x1b]4;1;?\x07",
        "\x1b]52;c;?\x07",
        "\x1b[?u",
        "\x1b[?2026$p",
        "\x1b[>q",
        "\x1b[18t",
        "\x1bP+q544e\x1b\\",
        "\x1bZ",
        "\x05",
    ] {
        assert_eq!(queries(asks.as_bytes()).len(), 1, "{asks:?}");
    }
    let silent = "\x1b[1;1Hx?\x1b[0m\x1b[?1049h\x1b]8;;https://a/?b\x1b\\\x1b[2 q\x1b[u";
    assert_eq!(queries(silent.as_bytes()), [""; 0]);
}

#[test]
fn what_is_left_is_seen() {
    for (written, leaves) in [
        ("\x1b[?1049h\x1b[?1049l", ""),
        ("\x1b[?1000;1006h\x1b[?1000l", "mode ?1006"),
        ("\x1b[?25l", "mode ?25"),
        ("\x1b[?7l\x1b[?7h", ""),
        ("\x1b[4h", "mode 4"),
        ("\x1b[2;8r", "scroll region"),
        ("\x1b[2;8r\x1b[r", ""),
        ("\x1b[>1u", "keyboard"),
        ("\x1b[>1u\x1b[<u", ""),
        ("\x1b[>4;2m", "modified keys"),
        ("\x1b[1m", "look"),
        ("\x1b[1m\x1b[0m", ""),
        ("\x1b[4 q", "cursor shape"),
        ("\x1b]8;;x\x1b\\a", "link"),
        ("\x1b]8;;x\x1b\\a\x1b]8;;\x1b\\", ""),
        ("\x1b]2;brief\x07", "string ]2;brief"),
        ("\x1b=", "keypad"),
        ("\x1b(0", "character set"),
    ] {
        let found: Vec<_> = left(written.as_bytes()).into_iter().collect();
        assert_eq!(found.join(", "), leaves, "{written:?}");
    }
}
