//! The words of the interface as Rust: a struct for each table of `assets/words`, and its words in each language.
//! A word that one language lacks or has besides fails the build, with its name.
//!
//! The shape is that of the Dutch files. A word is a `&'static str`, a list of words a slice of them, a table a struct
//! named after it; but for the tables of [`BY_ID`], which hold what is looked up by an id.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};
use toml::{Table, Value};

/// The files of a language, and the field in which the words of each are.
const FILES: [(&str, Option<&str>); 4] = [
    ("", None),
    (".cli", Some("cli")),
    (".settings", Some("settings")),
    (".acts", Some("acts")),
];

/// The tables whose words are looked up by an id, and what one of them is.
const BY_ID: [(&str, &str); 10] = [
    ("acts", "&'static str"),
    ("answers", "&'static str"),
    ("stances.labels", "&'static str"),
    ("stances.legend", "&'static str"),
    ("settings.about", "&'static str"),
    ("kinds", "KindWords"),
    ("figures", "KindWords"),
    ("pairs", "KindWords"),
    ("statements", "KindWords"),
    ("verdicts", "KindWords"),
];

/// A table that has its struct in the sources, where it is needed without the others.
const KNOWN: (&str, &str) = ("settings.wrong", "crate::settings::Sentences");

/// Reads `assets/words` and writes the structs and the words.
pub fn write(to: &Path) {
    let [nl, en] = ["nl", "en"].map(|language| {
        let mut all = Table::new();
        for (suffix, field) in FILES {
            let path = format!("assets/words/{language}{suffix}.toml");
            let text = fs::read_to_string(&path).expect("the assets can be read");
            let table: Table =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
            match field {
                Some(field) => drop(all.insert(field.to_owned(), Value::Table(table))),
                None => all.extend(table),
            }
        }
        all
    });
    compare("", &nl, &en);
    let mut rust = String::new();
    shape("", &nl, &mut rust);
    for (name, table) in [("NL", &nl), ("EN", &en)] {
        let words = values("", table);
        writeln!(rust, "pub(super) static {name}: Tables = {words};")
            .expect("memory can be written to");
    }
    fs::write(to, rust).expect("the folder for what is made can be written to");
}

/// Both languages say the same things.
fn compare(path: &str, nl: &Table, en: &Table) {
    let keys = |table: &Table| table.keys().cloned().collect::<BTreeSet<_>>();
    let (dutch, english) = (keys(nl), keys(en));
    for (lacks, has, other) in [("en", &dutch, &english), ("nl", &english, &dutch)] {
        if let Some(missing) = has.difference(other).next() {
            panic!("the words in {lacks} lack {}", below(path, missing));
        }
    }
    for (key, value) in nl {
        match (value, &en[key]) {
            (Value::Table(nl), Value::Table(en)) => compare(&below(path, key), nl, en),
            (one, other) if one.same_type(other) => {}
            _ => panic!("{} is of two kinds", below(path, key)),
        }
    }
}

/// The struct of a table, behind those of the tables in it.
fn shape(path: &str, table: &Table, rust: &mut String) {
    let mut fields = String::new();
    for (key, value) in table {
        let path = below(path, key);
        let kind = match value {
            Value::String(_) => "&'static str".to_owned(),
            Value::Array(_) => "&'static [&'static str]".to_owned(),
            Value::Table(_) if by_id(&path).is_some() => {
                format!("ById<{}>", by_id(&path).unwrap_or_default())
            }
            Value::Table(_) if path == KNOWN.0 => KNOWN.1.to_owned(),
            Value::Table(inner) => {
                shape(&path, inner, rust);
                name(&path)
            }
            _ => panic!("{path} is neither a word nor a list or table of words"),
        };
        writeln!(fields, "    pub {key}: {kind},").expect("memory can be written to");
    }
    let what = if path.is_empty() { "All words" } else { path };
    writeln!(
        rust,
        "/// {what}.\n#[derive(Debug)]\n#[allow(missing_docs)]\npub struct {} {{\n{fields}}}",
        name(path)
    )
    .expect("memory can be written to");
}

/// The words of a table, as Rust writes them.
fn values(path: &str, table: &Table) -> String {
    let fields = table.iter().map(|(key, value)| {
        let path = below(path, key);
        let words = match value {
            Value::Table(inner) if by_id(&path).is_some() => all_by_id(&path, inner),
            Value::Table(inner) => values(&path, inner),
            word => written(&path, word),
        };
        format!("{key}: {words}")
    });
    let fields: Vec<String> = fields.collect();
    let name = if path == KNOWN.0 {
        KNOWN.1.to_owned()
    } else {
        name(path)
    };
    format!("{name} {{ {} }}", fields.join(", "))
}

fn all_by_id(path: &str, table: &Table) -> String {
    let pairs = table.iter().map(|(id, value)| {
        let path = below(path, id);
        let words = match value {
            Value::Table(one) => kind(&path, one),
            word => written(&path, word),
        };
        format!("({id:?}, {words})")
    });
    let pairs: Vec<String> = pairs.collect();
    format!("ById(&[{}])", pairs.join(", "))
}

/// The words for one and for several.
fn kind(path: &str, table: &Table) -> String {
    let word = |key: &str| match table.get(key) {
        Some(word) if table.len() == 2 => written(path, word),
        _ => panic!("{path} has words for `one` and for `many`"),
    };
    let (one, many) = (word("one"), word("many"));
    format!("KindWords {{ one: {one}, many: {many} }}")
}

fn written(path: &str, word: &Value) -> String {
    match word {
        Value::String(word) => format!("{word:?}"),
        Value::Array(words) => {
            let words: Vec<String> = words.iter().map(|word| written(path, word)).collect();
            format!("&[{}]", words.join(", "))
        }
        _ => panic!("{path} is no word"),
    }
}

fn by_id(path: &str) -> Option<&'static str> {
    let table = BY_ID.iter().find(|(known, _)| *known == path);
    table.map(|(_, kind)| *kind)
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// The name of a table's struct: `reader.hints` is `ReaderHintsWords`.
fn name(path: &str) -> String {
    if path.is_empty() {
        return "Tables".to_owned();
    }
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    let parts: String = path.split(['.', '_']).map(capital).collect();
    parts + "Words"
}
