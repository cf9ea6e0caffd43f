//! Where what is typed stands in a heading of the letter's own, which is no paragraph: the place is the start of the
//! text under it. What goes on behind the heading (`Aanbeveling 4: Speel`) is found, too.

use super::search::{Onward, Query, boundary, in_text, span};
use crate::letter::{Letter, Span};

/// How much of the text under a heading is read on with it, in bytes.
const READ_ON: usize = 400;

/// Looks on in the headings from a paragraph for about so many bytes of them, and adds to `found` the words under those
/// in which a query begins; says where to go on, if there is more.
pub(super) fn in_headings(
    letter: &Letter,
    query: &Query,
    from: Onward,
    bytes: usize,
    found: &mut Vec<Span>,
) -> Option<Onward> {
    let mut left = bytes;
    for section in letter.sections() {
        let first = section.paragraphs.start;
        let Some(heading) = letter.heading(section) else {
            continue;
        };
        if first < from.paragraph || first >= letter.paragraphs().len() {
            continue;
        }
        if left == 0 {
            return Some(Onward::paragraph(first));
        }
        let text = letter.paragraph(first);
        let below = &text[..boundary(text, READ_ON.min(text.len()))];
        left = left.saturating_sub(heading.len() + below.len() + 1);
        let behind = heading.len() + 1;
        let mut stands = in_text(query, &format!("{heading} {below}")).into_iter();
        if let Some(range) = stands.find(|range| range.start < heading.len()) {
            let word = below.find(' ').unwrap_or(below.len());
            let end = if range.end > behind {
                range.end - behind
            } else {
                word
            };
            // Nothing can be shown of no words.
            found.extend((end > 0).then(|| span(first, 0..end)));
        }
    }
    None
}
