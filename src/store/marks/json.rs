//! What stands in the files as JSON, and how it becomes what the reader knows and back.

use super::fields::fields;
use crate::app::kept::{Anchor, Around, Kept, KeptMark, KeptPlace, KeptSection, sketch::Sketch};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    ser::{Error, SerializeSeq},
};
use serde_json::value::RawValue;
use std::{collections::BTreeMap, ops::Range};

/// The version of the form that is written here. 2 has surroundings, a place and a sketch.
pub(super) const VERSION: u32 = 2;

fields! {
    /// A whole file.
    FileJson {
        version: u32,
        sketch: SketchJson,
        marks: List<MarkJson>,
        read: List<SectionJson>,
        place: PlaceJson,
    }
}

fields! {
    /// What a letter is recognised by that has no id.
    SketchJson {
        head: u32,
        paragraphs: Vec<u32>,
    }
}

fields! {
    /// A bookmark, a note or both.
    MarkJson {
        paragraph: usize,
        address: String,
        words: String,
        ends: String,
        before: String,
        after: String,
        section: String,
        alike: usize,
        bookmark: bool,
        note: String,
        date: String,
        name: String,
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

fields! {
    /// Where the reader was.
    PlaceJson {
        paragraph: usize,
        address: String,
        words: String,
        ends: String,
        before: String,
        after: String,
        section: String,
        alike: usize,
        byte: usize,
        current: usize,
    }
}

/// A list of objects, and behind them what is none of them, as it was written.
pub(super) struct List<Json> {
    pub(super) known: Vec<Json>,
    pub(super) strange: Vec<String>,
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
            name: String::new(),
            version: json.version.unwrap_or_default(),
            sketch: json.sketch.map(Sketch::from),
            marks: marks.into_iter().map(KeptMark::from).collect(),
            read: read.into_iter().map(KeptSection::from).collect(),
            place: json.place.map(KeptPlace::from),
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
            sketch: kept.sketch.as_ref().map(|sketch| SketchJson {
                head: sketch.head,
                paragraphs: Some(sketch.paragraphs.clone()),
                unknown: sketch.unknown.clone(),
            }),
            marks: Some(List {
                known: kept.marks.iter().map(MarkJson::from).collect(),
                strange: strange("marks"),
            }),
            read: Some(List {
                known: kept.read.iter().map(SectionJson::from).collect(),
                strange: strange("read"),
            }),
            place: kept.place.as_ref().map(PlaceJson::from),
            unknown: kept.unknown.clone(),
        }
    }
}

impl From<SketchJson> for Sketch {
    fn from(json: SketchJson) -> Self {
        Self {
            head: json.head,
            paragraphs: json.paragraphs.unwrap_or_default(),
            unknown: json.unknown,
        }
    }
}

/// The anchor that stands among the fields of an object.
macro_rules! anchor {
    ($json:ident) => {
        Anchor {
            paragraph: $json.paragraph.unwrap_or_default(),
            address: $json.address,
            words: $json.words.unwrap_or_default(),
            around: $json.alike.map(|alike| Around {
                ends: $json.ends.unwrap_or_default(),
                before: $json.before.unwrap_or_default(),
                after: $json.after.unwrap_or_default(),
                section: $json.section.unwrap_or_default(),
                alike,
            }),
        }
    };
}

/// An object with an anchor among its fields.
macro_rules! anchored {
    ($anchor:expr, $json:ident { $($field:ident: $value:expr,)* }) => {{
        let anchor = $anchor;
        let around = anchor.around.as_ref();
        $json {
            paragraph: Some(anchor.paragraph),
            address: anchor.address.clone(),
            words: Some(anchor.words.clone()),
            ends: around.map(|around| around.ends.clone()),
            before: around.map(|around| around.before.clone()),
            after: around.map(|around| around.after.clone()),
            section: around.map(|around| around.section.clone()),
            alike: around.map(|around| around.alike),
            $($field: $value,)*
        }
    }};
}

impl From<MarkJson> for KeptMark {
    fn from(json: MarkJson) -> Self {
        Self {
            bookmark: json.bookmark.unwrap_or_default(),
            note: json.note.unwrap_or_default(),
            date: json.date,
            name: json.name,
            unknown: json.unknown,
            anchor: anchor!(json),
        }
    }
}

impl From<&KeptMark> for MarkJson {
    fn from(mark: &KeptMark) -> Self {
        anchored!(
            &mark.anchor,
            MarkJson {
                bookmark: Some(mark.bookmark),
                note: Some(mark.note.clone()),
                date: mark.date.clone(),
                name: mark.name.clone(),
                unknown: mark.unknown.clone(),
            }
        )
    }
}

impl From<PlaceJson> for KeptPlace {
    fn from(json: PlaceJson) -> Self {
        Self {
            byte: json.byte.unwrap_or_default(),
            current: json.current.unwrap_or_default(),
            unknown: json.unknown,
            anchor: anchor!(json),
        }
    }
}

impl From<&KeptPlace> for PlaceJson {
    fn from(place: &KeptPlace) -> Self {
        anchored!(
            &place.anchor,
            PlaceJson {
                byte: Some(place.byte),
                current: Some(place.current),
                unknown: place.unknown.clone(),
            }
        )
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
