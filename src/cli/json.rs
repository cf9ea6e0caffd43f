//! The JSON that scripts read. Field names are English and stable; `start` and `end` count
//! characters of the paragraph's text. The letter's words stand there as its source has them.

mod letter;
mod spans;
mod tables;

use super::Text;
use crate::letter::acts;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::{
    borrow::Cow,
    fmt::{self, Write},
    io,
};

pub use letter::letter;
pub use spans::{Count, SpanJson, hits, span};
pub use tables::{
    abbreviation, entity, figures, note, recommendation, stances_read_by, statements,
    statements_read_by,
};

/// Whose reading it is what a response comes to or a sentence does: made by hand for this letter.
pub const MAKER: &str = "maker";
/// The same of what was found by rule.
pub const RULE: &str = "rule";

/// A value as indented JSON with a line end, made while it is written.
pub fn print<'a>(value: impl Serialize + 'a) -> Text<'a> {
    Text::written(move |out| write(out, &value))
}

/// Writes a value as indented JSON with a line end.
pub fn write(out: &mut dyn Write, value: &impl Serialize) -> fmt::Result {
    serde_json::to_writer_pretty(Escaping(out), value).map_err(|_| fmt::Error)?;
    out.write_char('\n')
}

/// What was printed of several letters, each with its id, as one array: every object in it says which letter
/// it is of.
pub fn of_several<'a>(printed: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::from("[");
    for (id, printed) in printed {
        let several: Result<Vec<&RawValue>, _> = serde_json::from_str(printed);
        let (objects, indent) = match &several {
            Ok(several) => (several.iter().map(|one| one.get()).collect(), ""),
            // The object of a letter is as a whole one of them, and stands further in.
            Err(_) => (vec![printed.trim_end()], "  "),
        };
        let id = serde_json::Value::from(id).to_string();
        let letter = escaped(&id);
        for object in objects {
            let fields = object.strip_prefix('{').unwrap_or(object);
            let fields = fields.replace('\n', &["\n", indent].concat());
            let before = if text.len() > 1 { "," } else { "" };
            text += &[before, "\n  {\n    \"letter\": ", &letter, ",", &fields].concat();
        }
    }
    text += if text.len() > 1 { "\n]\n" } else { "]\n" };
    text
}

/// Values that are made one by one while they are written as an array, for there may be very many.
pub struct Each<F>(pub F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Takes JSON, and passes it on [`escaped`].
struct Escaping<'a>(&'a mut dyn Write);

impl io::Write for Escaping<'_> {
    /// The bytes are whole characters: JSON is written in pieces that end at ASCII.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let json = str::from_utf8(bytes).map_err(io::Error::other)?;
        self.0.write_str(&escaped(json)).map_err(io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// JSON in which nothing acts on a terminal: what may stand in its strings as it is and would, is
/// written as an escape. Outside strings there is none.
fn escaped(json: &str) -> Cow<'_, str> {
    if !json.chars().any(acts) {
        return json.into();
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if acts(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
    }
    escaped.into()
}
