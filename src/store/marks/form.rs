//! The form of the files in which bookmarks, notes and what was read are kept. A field that is not known
//! makes a file one that is not understood, so that nothing of it is ever lost by writing it anew.

use crate::app::kept::{Kept, KeptMark, KeptSection};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The version of the form; another one is not understood.
const VERSION: u32 = 1;

/// The longest text in it, in bytes: more than can be typed.
const LONGEST: usize = 64_000;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileJson {
    version: u32,
    marks: Vec<MarkJson>,
    read: Vec<SectionJson>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkJson {
    paragraph: usize,
    address: Option<String>,
    words: String,
    bookmark: bool,
    note: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionJson {
    section: u32,
    bytes: usize,
    seen: Vec<(usize, usize)>,
}

/// What the bytes of a file say, if they are understood.
pub fn read(bytes: &[u8]) -> Option<Kept> {
    let json: FileJson = serde_json::from_slice(bytes).ok()?;
    let known = json.version == VERSION;
    let kept: Kept = known.then(|| json.into())?;
    (!kept.marks.iter().any(too_long)).then_some(kept)
}

/// The text of a file; none where it would not be understood. It has no blanks to look well, so that it never
/// outgrows a file that was read.
pub fn written(kept: &Kept) -> Option<String> {
    if kept.marks.iter().any(too_long) {
        return None;
    }
    Some(serde_json::to_string(&FileJson::from(kept)).ok()? + "\n")
}

fn too_long(mark: &KeptMark) -> bool {
    mark.note.len().max(mark.words.len()) > LONGEST
}

impl From<FileJson> for Kept {
    fn from(json: FileJson) -> Self {
        let marks = json.marks.into_iter().map(|mark| KeptMark {
            paragraph: mark.paragraph,
            address: mark.address,
            words: mark.words,
            bookmark: mark.bookmark,
            note: mark.note,
        });
        let range = |(start, end): (usize, usize)| Range { start, end };
        let read = json.read.into_iter().map(|read| KeptSection {
            number: read.section,
            bytes: read.bytes,
            seen: read.seen.into_iter().map(range).collect(),
        });
        Self {
            marks: marks.collect(),
            read: read.collect(),
        }
    }
}

impl From<&Kept> for FileJson {
    fn from(kept: &Kept) -> Self {
        let marks = kept.marks.iter().map(|mark| MarkJson {
            paragraph: mark.paragraph,
            address: mark.address.clone(),
            words: mark.words.clone(),
            bookmark: mark.bookmark,
            note: mark.note.clone(),
        });
        let read = kept.read.iter().map(|read| SectionJson {
            section: read.number,
            bytes: read.bytes,
            seen: read.seen.iter().map(|it| (it.start, it.end)).collect(),
        });
        Self {
            version: VERSION,
            marks: marks.collect(),
            read: read.collect(),
        }
    }
}
