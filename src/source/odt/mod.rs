//! Reads an `OpenDocument` text. Its text names the style of each paragraph and stretch; styles stand in the part of the
//! text and in one of their own, and lists are counted as its own word processor counts them.

mod body;
mod lists;
mod styles;

use super::{
    draft::{Draft, LeftOut},
    notes,
    zip::Zip,
};
use body::Body;
use styles::Styles;

/// The part that holds the text.
const TEXT: &str = "content.xml";

/// The part that holds styles, and the heads and feet of pages.
const STYLES: &str = "styles.xml";

/// What kind of document a file says that it holds: texts, templates of texts, and their masters.
const KIND: &str = "application/vnd.oasis.opendocument.text";

/// Whether a file holds an `OpenDocument` text.
pub(super) fn is_one(zip: &Zip) -> bool {
    zip.names().any(|name| name == TEXT)
        && zip
            .text("mimetype")
            .is_some_and(|kind| kind.starts_with(KIND))
}

/// Whether a document only opens with a password.
pub(super) fn is_encrypted(zip: &Zip) -> bool {
    zip.text("META-INF/manifest.xml")
        .is_some_and(|list| list.contains("encryption-data"))
}

/// Reads a document; none where its text cannot be unpacked.
pub(super) fn read(zip: &Zip) -> Option<Draft> {
    let text = zip.text(TEXT)?;
    let around = zip.text(STYLES).unwrap_or_default();
    let styles = Styles::read([around.as_str(), &text]);
    let mut body = Body::new(&styles);
    let damage = body.read(&text);
    let mut draft = Draft {
        blocks: body.blocks,
        notes: body.notes,
        damage,
        left_out: body.left_out,
        ..Draft::default()
    };
    notes::lead(&mut draft);
    let mut beside = Body::new(&styles);
    beside.read(&around);
    let words = beside.blocks.into_iter().map(|block| block.text.words);
    draft
        .left_out
        .extend(words.map(|words| LeftOut { words, page: None }));
    Some(draft)
}
