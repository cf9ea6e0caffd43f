//! The form of the files in which bookmarks, notes and what was read are kept, as JSON.
//!
//! Every version up to our own is read. Of a newer one is used what can be understood; the rest is carried
//! along as it was written and written back, so that an older program loses nothing of a newer one.

use super::fields::fields;
use crate::app::kept::{Kept, KeptMark, KeptSection};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::DeserializeOwned,
    ser::{Error, SerializeSeq},
};
use serde_json::value::RawValue;
use std::{collections::BTreeMap, ops::Range};

/// The version of the form that is written here.
const VERSION: u32 = 1;

/// The longest text in it, in bytes: more than can be typed.
const LONGEST: usize = 64_000;

fields! {
    /// A whole file.
    FileJson {
        version: u32,
        marks: List<MarkJson>,
        read: List<SectionJson>,
    }
}

fields! {
    /// A bookmark, a note or both.
    MarkJson {
        paragraph: usize,
        address: String,
        words: String,
        bookmark: bool,
        note: String,
    }
}

fields! {
    /// What was read of a section.
    SectionJson {
        section: u32,
        bytes: usize,
        seen: Vec<(usize, usize)>,
    }
}

/// What the bytes of a file say, as far as they are understood. Nothing where they are no such file, or say
/// what no version up to our own could have written.
pub fn read(bytes: &[u8]) -> Option<Kept> {
    let exact: Option<FileJson> = serde_json::from_slice(bytes).ok();
    let exact = exact.and_then(|json| (json.version? > 0).then(|| Kept::from(json)));
    let understood = exact.filter(|kept| !kept.marks.iter().any(too_long));
    understood.or_else(|| read_newer(bytes))
}

/// What can be used of a file that a newer program wrote in ways that are not all known here.
fn read_newer(bytes: &[u8]) -> Option<Kept> {
    let mut fields: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(bytes).ok()?;
    let version = serde_json::from_str(fields.remove("version")?.get()).ok()?;
    if version <= VERSION {
        return None;
    }
    let mut kept = Kept {
        version,
        ..Kept::default()
    };
    let marks = take_list::<MarkJson>(&mut fields, &mut kept, "marks");
    for (json, raw) in marks {
        let mark = KeptMark::from(json);
        if too_long(&mark) {
            kept.strange.entry("marks").or_default().push(raw);
        } else {
            kept.marks.push(mark);
        }
    }
    let read = take_list::<SectionJson>(&mut fields, &mut kept, "read");
    kept.read = read.into_iter().map(|(json, _)| json.into()).collect();
    let unknown = fields.into_iter();
    kept.unknown = unknown
        .map(|(name, value)| (name, value.get().to_owned()))
        .collect();
    Some(kept)
}

/// Takes a list of such objects out of the fields of a file, each with its JSON. What in it is something else
/// is strange; what is no list stays where it is.
fn take_list<Json: DeserializeOwned>(
    fields: &mut BTreeMap<String, Box<RawValue>>,
    kept: &mut Kept,
    name: &'static str,
) -> Vec<(Json, String)> {
    let list = fields
        .get(name)
        .map(|list| serde_json::from_str(list.get()));
    let Some(Ok(list)) = list else {
        return Vec::new();
    };
    fields.remove(name);
    let list: Vec<Box<RawValue>> = list;
    let mut taken = Vec::new();
    for raw in list {
        if let Ok(json) = serde_json::from_str(raw.get()) {
            taken.push((json, raw.get().to_owned()));
        } else {
            let strange = kept.strange.entry(name).or_default();
            strange.push(raw.get().to_owned());
        }
    }
    taken
}

/// Whether a file has in place of what is known here something else, so that neither can be written without
/// losing the other.
pub fn is_beyond(kept: &Kept) -> bool {
    let known = |name: &String| FileJson::NAMES.contains(&name.as_str());
    kept.unknown.keys().any(known)
}

/// The text of a file; nothing where it would not be understood. It has no blanks to look well, so that it
/// never outgrows a file that was read.
pub fn written(kept: &Kept) -> Option<String> {
    if kept.marks.iter().any(too_long) {
        return None;
    }
    Some(serde_json::to_string(&FileJson::from(kept)).ok()? + "\n")
}

fn too_long(mark: &KeptMark) -> bool {
    mark.note.len().max(mark.words.len()) > LONGEST
}

/// A list of objects, and behind them what is none of them, as it was written.
struct List<Json> {
    known: Vec<Json>,
    strange: Vec<String>,
}

impl<'de, Json: Deserialize<'de>> Deserialize<'de> for List<Json> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        Ok(Self {
            known: Vec::deserialize(source)?,
            strange: Vec::new(),
        })
    }
}

impl<Json: Serialize> Serialize for List<Json> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(None)?;
        for json in &self.known {
            list.serialize_element(json)?;
        }
        for raw in &self.strange {
            let raw = RawValue::from_string(raw.clone());
            list.serialize_element(&raw.map_err(S::Error::custom)?)?;
        }
        list.end()
    }
}

impl From<FileJson> for Kept {
    fn from(json: FileJson) -> Self {
        let marks = json.marks.map_or_else(Vec::new, |list| list.known);
        let read = json.read.map_or_else(Vec::new, |list| list.known);
        Self {
            version: json.version.unwrap_or_default(),
            marks: marks.into_iter().map(KeptMark::from).collect(),
            read: read.into_iter().map(KeptSection::from).collect(),
            strange: BTreeMap::new(),
            unknown: json.unknown,
        }
    }
}

impl From<&Kept> for FileJson {
    fn from(kept: &Kept) -> Self {
        let strange = |name| kept.strange.get(name).cloned().unwrap_or_default();
        Self {
            version: Some(kept.version.max(VERSION)),
            marks: Some(List {
                known: kept.marks.iter().map(MarkJson::from).collect(),
                strange: strange("marks"),
            }),
            read: Some(List {
                known: kept.read.iter().map(SectionJson::from).collect(),
                strange: strange("read"),
            }),
            unknown: kept.unknown.clone(),
        }
    }
}

impl From<MarkJson> for KeptMark {
    fn from(json: MarkJson) -> Self {
        Self {
            paragraph: json.paragraph.unwrap_or_default(),
            address: json.address,
            words: json.words.unwrap_or_default(),
            bookmark: json.bookmark.unwrap_or_default(),
            note: json.note.unwrap_or_default(),
            unknown: json.unknown,
        }
    }
}

impl From<&KeptMark> for MarkJson {
    fn from(mark: &KeptMark) -> Self {
        Self {
            paragraph: Some(mark.paragraph),
            address: mark.address.clone(),
            words: Some(mark.words.clone()),
            bookmark: Some(mark.bookmark),
            note: Some(mark.note.clone()),
            unknown: mark.unknown.clone(),
        }
    }
}

impl From<SectionJson> for KeptSection {
    fn from(json: SectionJson) -> Self {
        let seen = json.seen.unwrap_or_default().into_iter();
        Self {
            number: json.section.unwrap_or_default(),
            bytes: json.bytes.unwrap_or_default(),
            seen: seen.map(|(start, end)| Range { start, end }).collect(),
            unknown: json.unknown,
        }
    }
}

impl From<&KeptSection> for SectionJson {
    fn from(read: &KeptSection) -> Self {
        let seen = read.seen.iter().map(|part| (part.start, part.end));
        Self {
            section: Some(read.number),
            bytes: Some(read.bytes),
            seen: Some(seen.collect()),
            unknown: read.unknown.clone(),
        }
    }
}
