//! The form of the files in which bookmarks, notes and what was read are kept, as JSON.
//!
//! Every version up to our own is read. Of a newer one is used what can be understood; the rest is carried
//! along as it was written and written back, so that an older program loses nothing of a newer one.

use super::json::{FileJson, MarkJson, PlaceJson, SectionJson, SketchJson, VERSION};
use crate::app::kept::{Kept, KeptMark, KeptPlace};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The longest text in it, in bytes: more than can be typed.
const LONGEST: usize = 64_000;

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
    kept.place = take::<PlaceJson>(&mut fields, "place").map(KeptPlace::from);
    kept.sketch = take(&mut fields, "sketch").map(|json: SketchJson| json.into());
    let unknown = fields.into_iter();
    kept.unknown = unknown
        .map(|(name, value)| (name, value.get().to_owned()))
        .collect();
    Some(kept)
}

/// Takes such an object out of the fields of a file; what is none stays where it is.
fn take<Json: DeserializeOwned>(
    fields: &mut BTreeMap<String, Box<RawValue>>,
    name: &str,
) -> Option<Json> {
    let json = serde_json::from_str(fields.get(name)?.get()).ok()?;
    fields.remove(name);
    Some(json)
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

/// Whether a mark has a text that no file has.
pub fn too_long(mark: &KeptMark) -> bool {
    let texts = [
        Some(&mark.note),
        Some(&mark.anchor.words),
        mark.date.as_ref(),
        mark.name.as_ref(),
    ];
    texts.into_iter().flatten().any(|text| text.len() > LONGEST)
}
