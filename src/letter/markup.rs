//! Forms that are no plain text, recognised by how they begin: by the bytes that open a file of the kind, or
//! by tags, for XML and HTML often come without anything that says what they are.

/// What a file of packed parts is called.
pub(crate) const ZIP: &str = "Word, ODT, ZIP";

/// So many bytes of text show whether it is markup.
const START: usize = 4096;

/// The elements that HTML begins with; others are XML.
const OF_HTML: [&str; 32] = [
    "html",
    "head",
    "body",
    "div",
    "p",
    "span",
    "section",
    "article",
    "main",
    "table",
    "ul",
    "ol",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "a",
    "b",
    "strong",
    "em",
    "i",
    "u",
    "br",
    "font",
    "center",
    "blockquote",
    "header",
    "nav",
    "form",
];

/// So many tags of HTML are no chance.
const SEVERAL: usize = 3;

/// What the form is called that these bytes open, unless it can be text.
pub(crate) fn of_bytes(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = start.trim_ascii_start();
    let lower: Vec<u8> = start.iter().take(8).map(u8::to_ascii_lowercase).collect();
    let known: [(&[u8], &str); 3] = [(b"%pdf-", "PDF"), (b"pk\x03\x04", ZIP), (b"{\\rtf", "RTF")];
    known
        .into_iter()
        .find(|(magic, _)| lower.starts_with(magic))
        .map(|(_, name)| name)
}

/// What the markup is called that a text is, if it is.
pub(crate) fn of_text(text: &str) -> Option<&'static str> {
    let mut length = text.len().min(START);
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    let start = text[..length].trim_start();
    if !start.starts_with('<') {
        return of_mail(start).then_some("MHTML");
    }
    let lower = start.to_ascii_lowercase();
    let mut rest = lower.as_str();
    let mut declared = None;
    // A declaration or a comment may come first.
    while let Some((tag, after)) = first_tag(rest) {
        match tag {
            _ if tag.starts_with("<!doctype html") => return Some("HTML"),
            _ if tag.starts_with("<?xml") => declared = Some("XML"),
            _ if tag.starts_with("<!--") => declared = declared.or(Some("HTML")),
            _ if tag.starts_with("<!") || tag.starts_with("<?") => declared = Some("XML"),
            _ => {
                let name = tag[1..]
                    .split(|c: char| !c.is_ascii_alphanumeric())
                    .next()?;
                let named = |tag: &str| {
                    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next();
                    name.is_some_and(|name| OF_HTML.contains(&name))
                };
                let several = lower.split('<').filter(|tag| named(tag)).count() >= SEVERAL;
                let closed = lower.contains("</") || lower.contains("/>") || declared.is_some();
                let repeated = lower.matches(&tag[..=name.len()]).count() > 1;
                let kind = if OF_HTML.contains(&name) {
                    "HTML"
                } else {
                    "XML"
                };
                return (closed || repeated || several).then_some(kind);
            }
        }
        rest = after.trim_start();
    }
    declared
}

/// The tag that a text starts with, and what follows on it; one that does not end takes all.
fn first_tag(text: &str) -> Option<(&str, &str)> {
    let named = |c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?');
    text.strip_prefix('<')?
        .chars()
        .next()
        .filter(|c| named(*c))?;
    let end = if text.starts_with("<!--") { "-->" } else { ">" };
    let length = text.find(end).map_or(text.len(), |at| at + end.len());
    Some(text.split_at(length))
}

/// Whether it is a page of the web as browsers save it in one file.
fn of_mail(start: &str) -> bool {
    let head = start
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .replace('\r', "");
    let head = head
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let has = |field: &str| head.starts_with(field) || head.contains(&format!("\n{field}"));
    has("mime-version:") && has("content-type:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_recognised_without_a_sign() {
        for (text, name) in [
            ("<?xml version='1.0'?><kamerstuk/>", Some("XML")),
            (
                "<?xml version='1.0'?>\n<!DOCTYPE html>\n<html>",
                Some("HTML"),
            ),
            ("\n<!DOCTYPE html>", Some("HTML")),
            ("<kamerstuk>\n<al>Dag</al>", Some("XML")),
            ("<p>Dag</p>", Some("HTML")),
            ("<p>Dag\n<p>allen", Some("HTML")),
            ("<div class=\"x\">Dag</div>", Some("HTML")),
            ("<!-- van een site --> <div>Dag</div>", Some("HTML")),
            (
                "<!-- van een site -->\n<kamerstuk>Dag</kamerstuk>",
                Some("XML"),
            ),
            ("<metadata><meta name='a'/></metadata>", Some("XML")),
            (
                "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nDag",
                Some("MHTML"),
            ),
            ("<1> is een noot", None),
            ("<naam> heeft gevraagd", None),
            ("< dan dat", None),
            ("Dag <b>allen</b>", None),
            ("Content-Type: zo heet dat", None),
        ] {
            assert_eq!(of_text(text), name, "{text}");
        }
    }
}
