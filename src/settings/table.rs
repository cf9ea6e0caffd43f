//! The table of settings: each with its name, its value as TOML writes it, and how one is taken over. A new
//! setting is a line here, a field of the value, and a sentence in `assets/words/*.settings.toml`.

use super::{Clipboard, Compare, Edge, Hyphens, MEASURES, Settings, Signs};
use crate::{
    letter::{Language, visible_line},
    reading::cite::Style,
};
use toml::de::DeValue;

/// One setting, but for the keys, which are tables of their own.
pub struct Setting {
    /// Its name in the file.
    pub id: &'static str,
    /// Its value as the file has it, in TOML.
    pub value: fn(&Settings) -> String,
    /// What its value can be.
    pub possible: Possible,
    /// Takes over a value; whether it is a possible one.
    pub(super) take: fn(&mut Settings, &DeValue) -> bool,
}

/// What the value of a setting can be.
pub enum Possible {
    /// One of these, in TOML.
    OneOf(fn(&Settings) -> Vec<String>),
    /// Any text, such as this one.
    Text(&'static str),
}

/// All, in the order of the file.
pub const SETTINGS: &[Setting] = &[
    Setting {
        id: "theme",
        value: |settings| written(&settings.theme),
        possible: Possible::OneOf(|settings| settings.theme_names().map(written).collect()),
        take: |settings, value| {
            let known = |name: &&str| settings.theme_named(name).is_some();
            let chosen = value.as_str().filter(known).map(str::to_owned);
            put(chosen, &mut settings.theme)
        },
    },
    Setting {
        id: "measure",
        value: |settings| settings.measure.to_string(),
        possible: Possible::OneOf(|_| vec![format!("{} … {}", MEASURES.0, MEASURES.1)]),
        take: |settings, value| {
            let number = value.as_integer().filter(|number| number.radix() == 10);
            let number = number.and_then(|number| number.as_str().parse().ok());
            let fits = |cells: &u16| (MEASURES.0..=MEASURES.1).contains(cells);
            put(number.filter(fits), &mut settings.measure)
        },
    },
    Setting {
        id: "language",
        value: |settings| {
            written(match settings.language {
                None => "auto",
                Some(Language::Dutch) => "nl",
                Some(Language::English) => "en",
            })
        },
        possible: Possible::OneOf(|_| ["auto", "nl", "en"].map(written).to_vec()),
        take: |settings, value| {
            let chosen = match value.as_str() {
                Some("auto") => Some(None),
                Some(name) => name.parse().ok().map(Some),
                None => None,
            };
            put(chosen, &mut settings.language)
        },
    },
    Setting {
        id: "symbols",
        value: |settings| written(settings.symbols.id()),
        possible: Possible::OneOf(|_| Signs::ALL.map(|signs| written(signs.id())).to_vec()),
        take: |settings, value| {
            let named = |signs: &Signs| value.as_str() == Some(signs.id());
            put(Signs::ALL.into_iter().find(named), &mut settings.symbols)
        },
    },
    Setting {
        id: "sidebar",
        value: |settings| settings.sidebar.to_string(),
        possible: Possible::OneOf(yes_or_no),
        take: |settings, value| put(value.as_bool(), &mut settings.sidebar),
    },
    Setting {
        id: "compare",
        value: |settings| written(settings.compare.id()),
        possible: Possible::OneOf(|_| Compare::ALL.map(|compare| written(compare.id())).to_vec()),
        take: |settings, value| {
            put(
                value.as_str().and_then(Compare::named),
                &mut settings.compare,
            )
        },
    },
    Setting {
        id: "hyphenation",
        value: |settings| (settings.hyphenation == Hyphens::InNarrowRows).to_string(),
        possible: Possible::OneOf(yes_or_no),
        take: |settings, value| {
            let chosen = value.as_bool().map(|on| {
                if on {
                    Hyphens::InNarrowRows
                } else {
                    Hyphens::Nowhere
                }
            });
            put(chosen, &mut settings.hyphenation)
        },
    },
    Setting {
        id: "justification",
        value: |settings| (settings.justification == Edge::Straight).to_string(),
        possible: Possible::OneOf(yes_or_no),
        take: |settings, value| {
            let edge = |on| if on { Edge::Straight } else { Edge::Ragged };
            put(value.as_bool().map(edge), &mut settings.justification)
        },
    },
    Setting {
        id: "citation",
        value: |settings| written(settings.citation.id()),
        possible: Possible::OneOf(|_| Style::ALL.map(|style| written(style.id())).to_vec()),
        take: |settings, value| {
            let style = value.as_str().and_then(|name| name.parse().ok());
            put(style, &mut settings.citation)
        },
    },
    Setting {
        id: "mouse",
        value: |settings| settings.mouse.to_string(),
        possible: Possible::OneOf(yes_or_no),
        take: |settings, value| put(value.as_bool(), &mut settings.mouse),
    },
    Setting {
        id: "links",
        value: |settings| settings.links.to_string(),
        possible: Possible::OneOf(yes_or_no),
        take: |settings, value| put(value.as_bool(), &mut settings.links),
    },
    Setting {
        id: "clipboard",
        value: |settings| written(settings.clipboard.id()),
        possible: Possible::OneOf(|_| Clipboard::ALL.map(|way| written(way.id())).to_vec()),
        take: |settings, value| {
            let named = |way: &Clipboard| value.as_str() == Some(way.id());
            put(
                Clipboard::ALL.into_iter().find(named),
                &mut settings.clipboard,
            )
        },
    },
    Setting {
        id: "linear",
        value: |settings| settings.linear.to_string(),
        possible: Possible::OneOf(yes_or_no),
        take: |settings, value| put(value.as_bool(), &mut settings.linear),
    },
    Setting {
        id: "remember",
        value: |settings| settings.remember.to_string(),
        possible: Possible::OneOf(yes_or_no),
        take: |settings, value| put(value.as_bool(), &mut settings.remember),
    },
    Setting {
        id: "folder",
        value: |settings| written(&settings.folder),
        possible: Possible::Text("~/brieven"),
        take: |settings, value| put(value.as_str().map(str::to_owned), &mut settings.folder),
    },
    Setting {
        id: "name",
        value: |settings| written(&settings.name),
        possible: Possible::Text("A. Jansen"),
        take: |settings, value| {
            let name = value.as_str().map(|name| visible_line(name.trim()));
            put(name, &mut settings.name)
        },
    },
];

/// Puts a possible value in its place; whether there is one.
fn put<T>(value: Option<T>, place: &mut T) -> bool {
    value.is_some_and(|value| {
        *place = value;
        true
    })
}

fn yes_or_no(_: &Settings) -> Vec<String> {
    [true, false].map(|is| is.to_string()).to_vec()
}

/// A text as TOML writes it.
#[must_use]
pub fn written(text: &str) -> String {
    let literal = !text.contains(['\'', '\n']) && text.contains(['"', '\\']);
    if literal {
        format!("'{text}'")
    } else {
        format!("{text:?}")
    }
}
