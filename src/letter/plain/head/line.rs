//! What a line of a head is, by its words: the label of a letterhead, an address, the number of a paper, a salutation.

use crate::letter::{
    Date,
    facts::{self, number},
};

/// What the next line of a head is the value of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Awaited {
    Nothing,
    /// The title of a dossier, which is not the letter's.
    DossierTitle,
    Title,
    Date,
    /// What some other label names.
    Other,
    /// More of a line in capitals.
    Capitals,
}

/// Whether a line starts with a label of a letterhead, and not with a sentence that starts with its word.
pub(in crate::letter::plain) fn is_labelled(line: &str) -> bool {
    label(line).is_some_and(|(_, value)| {
        let colon = line[..line.len() - value.len()].contains(':');
        colon || value.len() < 150 && !value.ends_with(['.', ';'])
    })
}

/// Whether a line is of the address that a letter is sent to.
pub(super) fn is_of_an_address(line: &str) -> bool {
    let mut words = line.split(' ');
    let code = words
        .next()
        .is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let letters = words
        .next()
        .is_some_and(|word| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase()));
    line.starts_with("Postbus ") || code && letters
}

/// The date on a line, with or without its place, and how many bytes of the line that takes.
pub(super) fn place_and_date(line: &str) -> Option<(Date, usize)> {
    let figures = !line.is_empty()
        && line
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
    facts::place_and_date(line).or_else(|| {
        let date = Date::in_figures(line).filter(|_| figures)?;
        Some((date, line.len()))
    })
}

/// Lines that start so describe a paper on a site.
pub(super) const META: [&str; 7] = [
    "Gepubliceerd:",
    "Indiener(s):",
    "Onderwerpen:",
    "Bron:",
    "ID:",
    "Dossier:",
    "Vergaderjaar ",
];

/// Whether the document follows on a line of a site.
pub(super) fn announces(line: &str) -> bool {
    line.starts_with("Preview document") || line == "Tekst"
}

pub(super) fn table_row(line: &str) -> bool {
    line.ends_with('|') && line.matches('|').count() > 1
}

/// Whether a line says which paper it is, as only its head does: its number with its kind, or its kind alone.
pub(super) fn paper(line: &str) -> bool {
    let kind = number(line).map_or(line, |(_, rest)| rest);
    let kinds = [
        "BRIEF VAN ",
        "Brief van ",
        "VERSLAG VAN ",
        "LIJST VAN ",
        "MEMORIE VAN ",
        "NOTA ",
        "ADVIES ",
        "RAPPORT ",
    ];
    kinds.iter().any(|start| kind.starts_with(start)) && kind.len() < 400
}

/// A line in capitals, of more than one word.
pub(in crate::letter::plain) fn capitals(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| c.is_alphabetic());
    line.contains(' ') && letters.clone().count() > 6 && letters.all(char::is_uppercase)
        || line.starts_with("BRIEF VAN ")
        || line.starts_with("HERDRUK")
}

pub(in crate::letter::plain) fn salutation(line: &str) -> bool {
    let addressed = [
        "Geachte ",
        "Geacht ",
        "Zeer geachte ",
        "Mijnheer de Voorzitter",
        "Excellentie",
    ];
    line.len() < 80
        && addressed.iter().any(|start| line.starts_with(start))
        && line.ends_with([',', '.', ':'])
}

pub(super) fn only_in_a_head(line: &str) -> bool {
    let starts = [
        "Aan de Voorzitter",
        "Aan de voorzitter",
        "Aan de Minister",
        "Aan de minister",
        "Aan de Staatssecretaris",
        "Brief regering",
        "Tweede Kamer der Staten-Generaal",
        "Eerste Kamer der Staten-Generaal",
        "Datum publicatie",
    ];
    let official = line.starts_with("Datum ") && line.contains("Dossier");
    let short = line.len() < 200 && starts.iter().any(|start| line.starts_with(start));
    matches!(line, "Kamerstuk" | "Menu")
        || facts::of_parliament(line)
        || official
        || short
        || facts::of_a_table(line).is_some()
}

/// The label of a letterhead and the value behind it on the line, if there is one.
pub(super) fn label(line: &str) -> Option<(Awaited, &str)> {
    let labels = [
        ("Betreft", Awaited::Title),
        ("Onderwerp", Awaited::Title),
        ("Datum", Awaited::Date),
        ("Ons kenmerk", Awaited::Other),
        ("Uw kenmerk", Awaited::Other),
        ("Kenmerk", Awaited::Other),
        ("Uw brief", Awaited::Other),
        ("Bijlage(n)", Awaited::Other),
        ("Bijlagen", Awaited::Other),
        ("Contactpersoon", Awaited::Other),
        ("Blad", Awaited::Other),
        ("E-mail", Awaited::Other),
        ("> Retouradres", Awaited::Other),
        ("Van:", Awaited::Other),
        ("Aan:", Awaited::Other),
        ("Cc:", Awaited::Other),
        ("CC:", Awaited::Other),
        ("Verzonden:", Awaited::Other),
    ];
    labels.into_iter().find_map(|(name, kind)| {
        let rest = line.strip_prefix(name)?;
        let value = rest.trim_start_matches([' ', ':', '\t']);
        (rest.is_empty() || rest.len() > value.len()).then_some((kind, value))
    })
}
