//! Text that means itself in Markdown: signs that Markdown would take for its own are escaped where it
//! would, and nowhere else.

/// A text that means itself in Markdown, behind something else on its line.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        let acts = match c {
            '\\' | '`' | '*' | '[' => true,
            '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '~' => before == '~' || next == Some('~'),
            '#' => before.is_whitespace(),
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '&' => is_reference(rest.as_str()),
            _ => false,
        };
        match c {
            '<' if acts => escaped.push_str("&lt;"),
            '&' if acts => escaped.push_str("&amp;"),
            _ if acts => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
        before = c;
    }
    escaped
}

/// Whether what stands behind an `&` makes a character of it: `amp;`, `#38;`.
fn is_reference(behind: &str) -> bool {
    /// The longest name of a character in HTML.
    const LONGEST: usize = 32;
    let name = behind
        .bytes()
        .take(LONGEST + 1)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    name > 0 && behind.as_bytes().get(name) == Some(&b';')
}

/// The same at the start of a line, where more signs act: `1.`, `-`, `>`.
#[must_use]
pub fn escape_start(escaped: &str) -> String {
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &escaped[digits..];
    let list = (1..10).contains(&digits) && rest.starts_with(['.', ')']);
    if list || digits == 0 && rest.starts_with(['-', '+', '=', '>', '~', '|']) {
        return [&escaped[..digits], "\\", rest].concat();
    }
    escaped.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_escaped_where_they_would_act() {
        for (text, escaped) in [
            ("a*b", "a\\*b"),
            ("een_twee en _drie_", "een_twee en \\_drie\\_"),
            ("[1] en [noot](x)", "\\[1] en \\[noot](x)"),
            ("<b>, a < b, </b> en <3", "&lt;b>, a < b, &lt;/b> en <3"),
            (
                "Infrastructuur & Waterstaat, R&D; &amp; &#38;",
                "Infrastructuur & Waterstaat, R&amp;D; &amp;amp; &amp;#38;",
            ),
            ("C# en #1", "C# en \\#1"),
            ("~ 5 en ~~weg~~", "~ 5 en \\~\\~weg\\~\\~"),
            ("a | b > c `x` \\", "a | b > c \\`x\\` \\\\"),
            ("5+1, WSIS+20, 2022–2027", "5+1, WSIS+20, 2022–2027"),
        ] {
            assert_eq!(escape(text), escaped);
        }
        for (text, escaped) in [
            ("1. Inleiding", "1\\. Inleiding"),
            ("36 800 XVII", "36 800 XVII"),
            ("31 oktober 2025", "31 oktober 2025"),
            ("- punt", "\\- punt"),
            ("> citaat", "\\> citaat"),
            ("---", "\\---"),
            ("", ""),
        ] {
            assert_eq!(escape_start(&escape(text)), escaped);
        }
    }
}
