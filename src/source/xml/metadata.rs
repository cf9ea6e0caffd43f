//! The file of metadata that the official site keeps beside a paper: its title and date stand nowhere else.

use super::attribute;
use crate::letter::{Date, Facts};
use quick_xml::{Reader, events::Event};

/// What the metadata says, with the id of the paper it is about; none where a text is no such file.
pub fn read(text: &str) -> Option<(Option<String>, Facts)> {
    let mut events = Reader::from_str(text);
    events.config_mut().check_end_names = false;
    let mut facts = Facts::default();
    let (mut id, mut whole, mut any) = (None, None, false);
    loop {
        let (Event::Start(tag) | Event::Empty(tag)) = (match events.read_event() {
            Ok(Event::Eof) | Err(_) => break,
            Ok(event) => event,
        }) else {
            continue;
        };
        let (Some(name), Some(value)) = (attribute(&tag, "name"), attribute(&tag, "content"))
        else {
            continue;
        };
        any = true;
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.to_lowercase().as_str() {
            _ if value.is_empty() => {}
            "dc.identifier" | "dcterms.identifier" => id = Some(value),
            "overheidop.documenttitel" => facts.title = Some(value),
            "dc.title" | "dcterms.title" => whole = Some(value),
            "overheidop.datumbrief" => {
                facts.date = Date::in_figures(&value).or_else(|| Date::read(&value));
            }
            _ => {}
        }
    }
    // `Dossier; Brief regering; Title`
    let own = whole.and_then(|whole| Some(whole.rsplit_once("; ")?.1.to_owned()));
    facts.title = facts.title.or(own);
    any.then_some((id, facts))
}
