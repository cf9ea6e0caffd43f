//! What is written to a terminal, taken apart: text, and the escape sequences that are ours.

use kamerbrief::letter::acts;

/// Reads a stream to its end.
///
/// # Errors
/// What stands in it that is neither text nor a sequence of ours.
pub fn check(stream: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(stream).map_err(|error| error.to_string())?;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '\x1b' => sequence(&rest[1..]).map(|length| length + 1),
            '\r' | '\n' => feed(rest),
            c if acts(c) => None,
            c => Some(c.len_utf8()),
        };
        let Some(taken) = taken else {
            let (at, found) = (text.len() - rest.len(), rest.chars().take(40));
            return Err(format!("{:?} at byte {at}", found.collect::<String>()));
        };
        rest = &rest[taken..];
    }
    Ok(())
}

/// The length of line feeds of ours that a text begins with: to the start of a row, or to a column.
fn feed(rest: &str) -> Option<usize> {
    let feeds = rest.strip_prefix('\r').unwrap_or(rest);
    let after = feeds.trim_start_matches('\n');
    let column = after.strip_prefix("\x1b[").and_then(|body| {
        let end = body.find(|c: char| !c.is_ascii_digit())?;
        body[end..].starts_with('G').then_some(())
    });
    let ours = after.len() < feeds.len() && (rest.starts_with('\r') || column.is_some());
    ours.then(|| rest.len() - after.len())
}

/// The length of the sequence of ours that a text begins with, its escape left out.
fn sequence(rest: &str) -> Option<usize> {
    let body = rest.get(1..)?;
    match rest.as_bytes()[0] {
        b'[' => Some(1 + control(body)?),
        b']' => Some(1 + command(body)?),
        _ => None,
    }
}

/// CSI: modes by name, the cursor, looks, clearing, lines that move.
fn control(body: &str) -> Option<usize> {
    let end = body.find(|c: char| !matches!(c, '0'..='9' | ';' | ':' | '?'))?;
    let (numbers, last) = (&body[..end], body[end..].chars().next()?);
    let known = match (numbers.strip_prefix('?'), last) {
        (Some(mode), 'h' | 'l') => {
            ["7", "25", "1002", "1006", "1049", "2004", "2026"].contains(&mode)
        }
        (Some(_), _) => false,
        (None, last) => matches!(
            last,
            'C' | 'G' | 'H' | 'J' | 'K' | 'L' | 'M' | 'X' | 'm' | 'r'
        ),
    };
    known.then_some(end + 1)
}

/// OSC: links to a publication, and copies in base64.
fn command(body: &str) -> Option<usize> {
    let end = body.find(['\x1b', '\x07'])?;
    let words = &body[..end];
    let length = if body[end..].starts_with('\x07') {
        end + 1
    } else {
        body[end..].strip_prefix("\x1b\\").map(|_| end + 2)?
    };
    let is_link = |target: &str| {
        let of_a_link = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
        let path = target.strip_prefix("https://zoek.officielebekendmakingen.nl/");
        target.is_empty() || path.is_some_and(|path| path.chars().all(of_a_link))
    };
    let base64 = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
    let known = words.strip_prefix("8;;").is_some_and(is_link)
        || words
            .strip_prefix("52;c;")
            .is_some_and(|copy| copy.chars().all(base64));
    known.then_some(length)
}

#[test]
fn sequences_of_ours_and_others() {
    for ours in [
        "tekst é ␛",
        "\x1b[?1049h\x1b[?25l\x1b[2;10H\x1b[38;5;9mx\x1b[0m",
        "a\r\n\nb\n\x1b[37Gc\r\n",
        "\x1b]8;;https://zoek.officielebekendmakingen.nl/kst-36800-XVII-9.html\x1b\\x\x1b]8;;\x1b\\",
        "\x1b]52;c;TmVk\x1b\\",
    ] {
        assert_eq!(check(ours.as_bytes()), Ok(()));
    }
    for other in [
        "\x1b",
        "\x1bc",
        "\x1b[6n",
        "\x1b[?1000h",
        "\x1b[31",
        "\x1b]0;titel\x07",
        "\x1b]8;;https://kwaad.example/\x1b\\",
        "\x1b]8;;https://zoek.officielebekendmakingen.nl/9?x\x1b\\",
        "\x1b]52;c;?\x07",
        "\x1bP1q\x1b\\",
        "\x1b_G\x1b\\",
        "\u{9b}31m",
        "\x07",
        "\n",
        "\r",
        "\n\r",
        "\n\x1b[37C",
        "\u{202e}",
    ] {
        assert!(check(other.as_bytes()).is_err(), "{other:?}");
    }
    assert!(check(b"\xff").is_err());
}
