//! Reads a Word document. Its text says of each paragraph in which style and in which list it is; what the
//! styles are and how the lists count stands in parts of their own.

mod body;
mod numbering;
mod styles;

use super::{
    draft::{Draft, LeftOut},
    notes, steps,
    zip::Zip,
};
use body::Body;
use numbering::Numbering;
use std::collections::HashMap;
use styles::Styles;

/// The part that holds the text.
const TEXT: &str = "word/document.xml";

/// Whether a file holds a Word document.
pub(super) fn is_one(zip: &Zip) -> bool {
    zip.names().any(|name| name == TEXT)
}

/// Reads a document; none where its text cannot be unpacked.
pub(super) fn read(zip: &Zip) -> Option<Draft> {
    let part = |name: &str| zip.text(name).unwrap_or_default();
    let text = zip.text(TEXT)?;
    let mut body = Body::new(
        Styles::read(&part("word/styles.xml")),
        Numbering::read(&part("word/numbering.xml")),
        links(&part("word/_rels/document.xml.rels")),
    );
    let damage = body.read(&text);
    let notes = body.notes(&part("word/footnotes.xml"), &part("word/endnotes.xml"));
    let mut draft = Draft {
        blocks: body.blocks,
        notes,
        damage,
        ..Draft::default()
    };
    notes::lead(&mut draft);
    for name in zip.names() {
        let beside = name.starts_with("word/header") || name.starts_with("word/footer");
        if beside {
            draft.left_out.extend(beside_the_text(&part(name)));
        }
    }
    draft.left_out.extend(body.boxes);
    Some(draft)
}

/// What stands in the head or the foot of the pages.
fn beside_the_text(xml: &str) -> Vec<LeftOut> {
    let mut body = Body::default();
    body.read(xml);
    let words = body.blocks.into_iter().map(|block| block.text.words);
    words
        .filter(|words| !words.is_empty())
        .map(|words| LeftOut { words, page: None })
        .collect()
}

/// Where links lead, by what the text calls them.
fn links(xml: &str) -> HashMap<String, String> {
    let mut links = HashMap::new();
    steps::steps(xml, |step| {
        if let steps::Step::Start("Relationship", tag) = step
            && let Some(id) = steps::attribute(tag, "Id")
            && let Some(to) = steps::attribute(tag, "Target")
            && to.starts_with("http")
        {
            links.insert(id, to);
        }
    });
    links
}
