//! The XML of a part of a document of a word processor, step by step, by names without their prefixes.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

/// One step through a part.
#[derive(Debug)]
pub(super) enum Step<'step> {
    /// An element starts.
    Start(&'step str, &'step BytesStart<'step>),
    /// An element ends.
    End(&'step str),
    /// Words stand there.
    Words(&'step str),
}

/// Walks through a part; tells what is wrong with it, where it cannot be read to its end.
pub(super) fn steps(xml: &str, mut take: impl FnMut(Step<'_>)) -> Option<String> {
    let mut events = Reader::from_str(xml);
    let config = events.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        match events.read_event() {
            Ok(Event::Start(tag)) => take(Step::Start(local(tag.name().into_inner()), &tag)),
            Ok(Event::Empty(tag)) => {
                let name = tag.name();
                let name = local(name.into_inner());
                take(Step::Start(name, &tag));
                take(Step::End(name));
            }
            Ok(Event::End(tag)) => take(Step::End(local(tag.name().into_inner()))),
            Ok(Event::Text(words)) => take(Step::Words(&words.xml10_content())),
            Ok(Event::CData(words)) => take(Step::Words(&words.xml10_content())),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(c)) => take(Step::Words(c.encode_utf8(&mut [0; 4]))),
                _ => take(Step::Words(match &*name.xml10_content() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "apos" => "'",
                    "quot" => "\"",
                    _ => "",
                })),
            },
            Ok(Event::Eof) => return None,
            Ok(_) => {}
            Err(error) => return Some(format!("byte {}: {error}", events.error_position())),
        }
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The value of an attribute, by its name without a prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    let own = all
        .with_checks(false)
        .flatten()
        .find(|own| local(own.key.into_inner()) == name)?;
    let value = own.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// Whether a property is on: it is named, and not said to be off.
pub(super) fn on(tag: &BytesStart<'_>) -> bool {
    !matches!(
        attribute(tag, "val").as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}
