//! Reads the XML of official publications, in both its dialects: `officiele-publicatie` (from 2010) and
//! `kamerwrk` (1995 to 2009). It is read in one pass without a tree; nothing outside the text is fetched.

pub mod metadata;
mod table;

use super::{
    draft::{Block, Draft, Emphasis, Kind, LeftOut, Mark, Note, Text},
    words::{self, Words},
};
use crate::letter::{Chamber, Series};
use quick_xml::{
    Reader as Events, XmlVersion,
    events::{BytesStart, Event},
};
use table::Table;

/// How many digits what is added to a dossier's number has at most (`21 501-02`); the number has more.
const LONGEST_ADDITION: usize = 3;

/// Why an XML text holds no paper of parliament.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum XmlError {
    /// Its outermost element is that of something else.
    Other {
        /// That element's name.
        root: String,
    },
    /// It has no element at all.
    NoElement,
}

/// Which outermost elements hold a paper.
const ROOTS: [&str; 5] = [
    "officiele-publicatie",
    "kamerstuk",
    "kamerwrk",
    "stuk",
    "kamervragen",
];

/// Reads a text of XML.
///
/// # Errors
/// [`XmlError`] where its outermost element is none of an official paper.
pub fn read(text: &str) -> Result<Draft, XmlError> {
    let mut events = Events::from_str(text);
    let config = events.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut reader = Reader::default();
    loop {
        match events.read_event() {
            Ok(Event::Start(start)) => reader.start(&start)?,
            Ok(Event::Empty(start)) => {
                reader.start(&start)?;
                reader.end(start.name().into_inner());
            }
            Ok(Event::End(end)) => reader.end(end.name().into_inner()),
            Ok(Event::Text(words)) => reader.words(&words.xml10_content()),
            Ok(Event::CData(words)) => reader.words(&words.xml10_content()),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(c)) => reader.words(c.encode_utf8(&mut [0; 4])),
                _ => reader.named(&name.xml10_content()),
            },
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                reader.draft.damage = Some(format!("byte {}: {error}", events.error_position()));
                break;
            }
        }
    }
    if reader.dialect.is_none() {
        return Err(XmlError::NoElement);
    }
    if reader.root.is_some() {
        let end = || format!("byte {}: the end is missing", text.len());
        reader.draft.damage.get_or_insert_with(end);
    }
    Ok(reader.finish())
}

/// What the words go into that are read now.
#[derive(Debug)]
enum Into {
    /// A line of the head.
    Head,
    Paragraph,
    /// A heading between paragraphs, set in this way.
    Between(Set),
    /// The title of a part, with its number.
    Title,
    /// The number of a part's title, or of an item.
    Number,
    /// The title of a table.
    Caption,
    /// A cell.
    Cell,
    Office,
    Name,
    /// The number of a note.
    NoteNumber,
    /// A paragraph of a note.
    NoteText,
    /// The dossier's number, or what follows on it.
    Dossier,
    /// The paper's number.
    Paper,
    /// Digits that lead to a note of the older dialect.
    NoteMark,
    Chamber,
    /// What belongs to the page.
    LeftOut,
}

#[derive(Clone, Copy, Debug)]
enum Set {
    Bold,
    Italic,
    Roman,
}

/// How official papers are written in XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    /// `officiele-publicatie`, from 2010 on.
    Newer,
    /// `kamerwrk`, from 1995 to 2009.
    Older,
}

/// A note that is being read, with where its mark stands.
#[derive(Debug, Default)]
struct OpenNote {
    label: String,
    text: Vec<Text>,
    /// Whether it stands apart from the text that leads to it.
    apart: bool,
}

#[derive(Debug, Default)]
struct Reader {
    draft: Draft,
    /// By its outermost element; none before that.
    dialect: Option<Dialect>,
    /// That element's name, until it ends.
    root: Option<String>,
    /// Text that is being read, the innermost last.
    open: Vec<(Into, Words)>,
    notes: Vec<OpenNote>,
    parts: u8,
    lists: u8,
    label: Option<String>,
    number: Option<String>,
    annex: u32,
    /// Whether the running text has begun.
    body: bool,
    table: Option<Table>,
    tables: usize,
    dossier: String,
    signing: bool,
    titled: bool,
    /// The word for the question or the answer that has begun, until its number is read.
    asked: Option<&'static str>,
}

/// An attribute's value; absent is none.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok()??;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

impl Reader {
    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), XmlError> {
        let name = start.name();
        let name = name.into_inner();
        if self.dialect.is_none() {
            if !ROOTS.contains(&name) {
                let root = name.chars().take(40).collect();
                return Err(XmlError::Other { root });
            }
            self.root = Some(name.to_owned());
            self.dialect = Some(if name == "kamerwrk" {
                Dialect::Older
            } else {
                Dialect::Newer
            });
        }
        match name {
            "al" => self.paragraph(),
            "tussenkop" | "tuskop" => self.open(Into::Between(set(start))),
            "noot" => self.notes.push(OpenNote::default()),
            "voetnoot" => self.notes.push(OpenNote {
                label: attribute(start, "nr").unwrap_or_default(),
                text: Vec::new(),
                apart: true,
            }),
            "noot.nr" => self.open(Into::NoteNumber),
            "noot.al" => self.open(Into::NoteText),
            "voetref" => self.open(Into::NoteMark),
            "nadruk" | "sup" | "inf" => {
                let emphasis = emphasis(start, name);
                if let Some((_, words)) = self.open.last_mut() {
                    words.begin(emphasis);
                }
            }
            "extref" | "dossierref" => {
                let to = attribute(start, "doc").or_else(|| attribute(start, "reeks"));
                if let Some((_, words)) = self.open.last_mut() {
                    words.begin_link(to.as_deref().and_then(link));
                }
            }
            "divisie" => self.parts = self.parts.saturating_add(1),
            "vraag" => self.asked = Some("Vraag"),
            "antwoord" => self.asked = Some("Antwoord"),
            "kamervraagnummer" => {
                self.draft.facts.series = Series::Appendix;
                self.open(Into::Paper);
            }
            "kamervraagomschrijving" | "kamervraagonderwerp" => self.open(Into::Head),
            "bijlage" => {
                self.annex += 1;
                self.body = true;
            }
            "titel" => self.title(),
            "nr" | "label" | "li.nr" => self.open(Into::Number),
            "lijst" => self.lists = self.lists.saturating_add(1),
            "li" => self.label = None,
            "dossiernr" | "begrotingshoofdstuk" => self.open(Into::Dossier),
            "nummer" if !self.body && self.dossier.is_empty() => self.open(Into::Dossier),
            "nummer" | "ondernummer" if !self.body => self.open(Into::Paper),
            "naam" | "deze" if self.signing => {
                self.close_office();
                self.open(Into::Name);
            }
            "naam" | "datumtekst" if !self.body => self.open(Into::Head),
            "tekstregel" if attribute(start, "inhoud").as_deref() == Some("kamernummer") => {
                self.open(Into::Chamber);
            }
            "tekstregel" | "subtitel" | "plaatje" | "metadata" => self.open(Into::LeftOut),
            "voornaam" | "achternaam" | "br" | "lb" => self.words(" "),
            "ondertekening" | "ondtek" => {
                self.signing = true;
                self.open(Into::Office);
            }
            "algemeen" | "vrije-tekst" => self.begin_body(),
            "table" => {
                self.table = Some(Table::new(self.tables));
                self.tables += 1;
            }
            "title" if self.table.is_some() => self.open(Into::Caption),
            "entry" => self.open(Into::Cell),
            _ => {}
        }
        if let Some(table) = &mut self.table {
            table.start(name, |key| attribute(start, key));
        }
        Ok(())
    }

    fn open(&mut self, into: Into) {
        self.open.push((into, Words::default()));
    }

    /// A paragraph starts, but for one in a cell or a note of the older dialect, which is part of that.
    fn paragraph(&mut self) {
        match self.open.last_mut() {
            Some((Into::Cell, words)) => words.push(" "),
            _ if self.notes.last().is_some_and(|note| note.apart) => self.open(Into::NoteText),
            _ => {
                self.begin_body();
                self.open(Into::Paragraph);
            }
        }
    }

    /// The running text begins: the lines before it are the head.
    fn begin_body(&mut self) {
        self.body = true;
    }

    fn title(&mut self) {
        let into = if self.body { Into::Title } else { Into::Head };
        self.open(into);
    }

    fn close_office(&mut self) {
        if matches!(self.open.last(), Some((Into::Office, _)))
            && let Some((_, words)) = self.open.pop()
        {
            self.put(Kind::Office, words.finish());
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "nadruk" | "sup" | "inf" => {
                if let Some((_, words)) = self.open.last_mut() {
                    words.end();
                }
            }
            "extref" | "dossierref" => {
                if let Some((_, words)) = self.open.last_mut() {
                    words.end_link();
                }
            }
            "al" if matches!(self.open.last(), Some((Into::Cell, _))) => {}
            "noot" | "voetnoot" => self.close_note(),
            "divisie" => self.parts = self.parts.saturating_sub(1),
            "lijst" => {
                self.lists = self.lists.saturating_sub(1);
                self.label = None;
            }
            "ondertekening" | "ondtek" => {
                self.close_office();
                self.signing = false;
            }
            "naam" | "deze" if self.signing => {
                self.close();
                self.open(Into::Office);
            }
            "row" => self.close_row(),
            "table" => self.table = None,
            "kop" if !self.titled => self.untitled(),
            _ if opens(name) => self.close(),
            _ => {}
        }
        if name == "kop" {
            self.titled = false;
        }
        self.root.take_if(|root| root == name);
        if let Some(table) = &mut self.table {
            table.end(name);
        }
    }

    fn words(&mut self, text: &str) {
        if let Some((_, words)) = self.open.last_mut() {
            words.push(text);
        }
    }

    /// Adds what a name between `&` and `;` stands for; one that is not known stays as it is.
    fn named(&mut self, name: &str) {
        let known = match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "apos" => "'",
            "quot" => "\"",
            "nbsp" => " ",
            _ => {
                self.words(&format!("&{name};"));
                return;
            }
        };
        self.words(known);
    }

    /// Ends the innermost text and puts it where it belongs.
    fn close(&mut self) {
        let Some((into, words)) = self.open.pop() else {
            return;
        };
        let text = words.finish();
        match into {
            Into::Head => self.head(text),
            Into::Paragraph => self.close_paragraph(text),
            Into::Between(set) => self.between(set, text),
            Into::Title => {
                self.titled = true;
                let label = self.number.take();
                let level = level(label.as_deref(), self.parts);
                self.put(Kind::Heading { level, label }, text);
            }
            Into::Number if self.lists > 0 => self.label = Some(text.words),
            Into::Number if self.asked.is_some() => self.asked(&text.words),
            Into::Number => self.numbered(text.words),
            Into::Caption => self.put(Kind::Paragraph, text),
            Into::Cell => {
                if let Some(table) = &mut self.table {
                    table.cell(text);
                }
            }
            Into::Office => self.put(Kind::Office, text),
            Into::Name => self.put(Kind::Name, text),
            Into::NoteNumber => {
                if let Some(note) = self.notes.last_mut() {
                    note.label = text.words;
                }
            }
            Into::NoteText => {
                if let Some(note) = self.notes.last_mut() {
                    note.text.push(text);
                }
            }
            Into::NoteMark => self.mark(text.words, None),
            Into::Dossier => self.take_dossier(&text.words),
            Into::Paper => self.take_number(text.words),
            Into::Chamber => {
                self.draft.facts.chamber = match text.words.as_str() {
                    "1" => Some(Chamber::First),
                    "2" => Some(Chamber::Second),
                    _ => None,
                }
            }
            Into::LeftOut => {
                if !text.words.is_empty() {
                    self.draft.left_out.push(LeftOut {
                        words: text.words,
                        page: None,
                    });
                }
            }
        }
    }

    /// The number of a question or an answer, which is its heading with the word before it.
    fn asked(&mut self, number: &str) {
        let word = self.asked.take().unwrap_or_default();
        let words = if number.starts_with(|c: char| c.is_ascii_digit()) {
            format!("{word} {number}")
        } else {
            number.to_owned()
        };
        self.begin_body();
        let level = self.parts.saturating_add(1);
        self.put(Kind::Heading { level, label: None }, Text::plain(words));
    }

    /// A part of what is printed before a title: a word, a number.
    fn numbered(&mut self, part: String) {
        if part.is_empty() {
            return;
        }
        self.number = Some(match self.number.take() {
            Some(before) => [before, part].join(" "),
            None => part,
        });
    }

    /// A heading that has a number and no title.
    fn untitled(&mut self) {
        if let Some(words) = self.number.take() {
            let level = level(Some(&words), self.parts);
            self.put(Kind::Heading { level, label: None }, Text::plain(words));
        }
    }

    /// A line of the head; what was read of the dossier stands before its title.
    fn head(&mut self, mut text: Text) {
        if !self.dossier.is_empty()
            && !self
                .draft
                .blocks
                .iter()
                .any(|block| block.text.words.starts_with(&self.dossier))
        {
            text = Text::plain(format!("{} {}", self.dossier, text.words));
        }
        self.put(Kind::Head, text);
    }

    /// The number of a dossier, or what is added to it. Of several dossiers the first is the paper's own.
    fn take_dossier(&mut self, part: &str) {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        if digits > LONGEST_ADDITION {
            self.dossier.clear();
        } else if !self.dossier.is_empty() {
            self.dossier.push(' ');
        }
        self.dossier.push_str(part);
        let own = &mut self.draft.facts.dossier;
        if own.as_ref().is_none_or(|own| self.dossier.starts_with(own)) {
            *own = Some(self.dossier.clone());
        }
    }

    fn take_number(&mut self, number: String) {
        if number.is_empty() {
            return;
        }
        let first = self.draft.facts.chamber == Some(Chamber::First)
            && !number.starts_with(|c: char| c.is_ascii_digit());
        let line = if first || self.draft.facts.series == Series::Appendix {
            number.clone()
        } else {
            format!("Nr. {number}")
        };
        self.draft.facts.number = Some(number);
        self.put(Kind::Head, Text::plain(line));
    }

    fn close_paragraph(&mut self, mut text: Text) {
        let kind = if self.lists > 0 {
            Kind::Item {
                depth: self.lists,
                label: self.label.take(),
            }
        } else if self.dialect == Some(Dialect::Older)
            && let Some(label) = words::label(&text.words)
        {
            let label = label.to_owned();
            text.remove(0..label.len() + 1);
            Kind::Item {
                depth: 1,
                label: Some(label),
            }
        } else {
            Kind::Paragraph
        };
        self.put(kind, text);
    }

    /// A heading between paragraphs; one in plain letters that holds a sentence is a paragraph.
    fn between(&mut self, set: Set, text: Text) {
        self.begin_body();
        let sentence = text.words.ends_with(['.', ':', ';']) || text.words.chars().count() > 120;
        let below = match set {
            Set::Bold => 1,
            Set::Italic => 2,
            Set::Roman if sentence => {
                self.put(Kind::Paragraph, text);
                return;
            }
            Set::Roman => 3,
        };
        self.put(
            Kind::Heading {
                level: self.parts.saturating_add(below),
                label: None,
            },
            text,
        );
    }

    fn put(&mut self, kind: Kind, text: Text) {
        if text.is_empty() {
            return;
        }
        let mut block = Block::new(kind, text);
        block.annex = self.annex;
        self.draft.blocks.push(block);
    }

    fn close_row(&mut self) {
        let row = self.table.as_mut().and_then(Table::row);
        if let Some((kind, text)) = row {
            self.put(kind, text);
        }
    }

    /// Ends a note and puts its mark where it stands.
    fn close_note(&mut self) {
        let Some(note) = self.notes.pop() else { return };
        let at = self.draft.notes.len();
        if note.apart {
            for block in &mut self.draft.blocks {
                for mark in block
                    .text
                    .marks
                    .iter_mut()
                    .filter(|mark| mark.label == note.label)
                {
                    mark.note.get_or_insert(at);
                }
            }
        } else {
            self.mark(note.label.clone(), Some(at));
        }
        self.draft.notes.push(Note {
            label: note.label,
            text: note.text,
        });
    }

    fn mark(&mut self, label: String, note: Option<usize>) {
        if let Some((_, words)) = self.open.last_mut() {
            words.mark(|at| Mark { at, label, note });
        }
    }

    fn finish(mut self) -> Draft {
        while !self.open.is_empty() {
            self.close();
        }
        self.draft
    }
}

/// Whether an element of this name is one whose words are put somewhere when it ends.
fn opens(name: &str) -> bool {
    matches!(
        name,
        "al" | "tussenkop"
            | "tuskop"
            | "noot.nr"
            | "noot.al"
            | "voetref"
            | "titel"
            | "subtitel"
            | "plaatje"
            | "metadata"
            | "nr"
            | "label"
            | "li.nr"
            | "dossiernr"
            | "begrotingshoofdstuk"
            | "nummer"
            | "ondernummer"
            | "naam"
            | "datumtekst"
            | "tekstregel"
            | "title"
            | "entry"
            | "kamervraagnummer"
            | "kamervraagomschrijving"
            | "kamervraagonderwerp"
    )
}

fn set(start: &BytesStart<'_>) -> Set {
    match attribute(start, "kopopmaak")
        .or_else(|| attribute(start, "letat"))
        .as_deref()
    {
        Some("cur") => Set::Italic,
        Some("rom") => Set::Roman,
        _ => Set::Bold,
    }
}

fn emphasis(start: &BytesStart<'_>, name: &str) -> Option<Emphasis> {
    let kind = attribute(start, "type").or_else(|| attribute(start, "letat"));
    match (name, kind.as_deref()) {
        ("sup", _) | (_, Some("sup")) => Some(Emphasis::Superscript),
        ("inf", _) | (_, Some("inf")) => Some(Emphasis::Subscript),
        (_, Some("vet")) => Some(Emphasis::Bold),
        (_, Some("cur")) => Some(Emphasis::Italic),
        (_, Some("vet-cur" | "vetcur")) => Some(Emphasis::BoldItalic),
        (_, Some("ondlijn")) => Some(Emphasis::Underlined),
        _ => None,
    }
}

/// Where a reference leads: to the official publication of that name.
fn link(to: &str) -> Option<String> {
    if to.starts_with("http://") || to.starts_with("https://") {
        return Some(to.to_owned());
    }
    let name = to
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (name && !to.is_empty()).then(|| format!("https://zoek.officielebekendmakingen.nl/{to}.html"))
}

/// How deep a numbered title lies: `2.1` on the second level. Without a number the nesting tells.
fn level(label: Option<&str>, nested: u8) -> u8 {
    let numbered = label.and_then(|label| {
        let parts = label.trim_end_matches('.').split('.');
        let all = parts
            .clone()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        all.then(|| u8::try_from(parts.count()).unwrap_or(u8::MAX))
    });
    numbered.unwrap_or(nested).max(1)
}
