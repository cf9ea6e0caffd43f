//! The letter: its words, its sections and paragraphs, and the points in it that have a name.
//!
//! Everything here is plain data over one text buffer. Nothing knows a terminal or a file system;
//! bytes come in through [`source::read`], and whatever the program shows is a range of
//! [`Letter::paragraph`].

mod address;
mod ask;
mod byte;
mod date;
mod decode;
mod doubled;
mod facts;
mod form;
mod label;
mod mailed;
mod marks;
mod markup;
mod name;
mod notes;
mod ours;
mod own;
mod pair;
mod parts;
mod piped;
mod plain;
mod quoted;
mod refusal;
mod setting;
mod signed;
pub mod source;
mod spaced;
mod stance;
mod statement;
mod tabbed;
mod twin;
mod visible;

pub use address::{Address, AddressError, Part};
pub use ask::{Answer, Answered, Ask, How};
pub use date::Date;
pub use facts::{Chamber, Facts, Series};
pub use form::{Form, Sureness};
pub use label::Label;
pub(crate) use notes::NoteText;
pub use ours::Ours;
pub use own::Bare;
pub use pair::Pair;
pub use refusal::refusal;
pub use setting::{Cell, Emphasis, Kind, LeftOut, Note, OutOfPages, Setting};
/// How recommendations, responses and signatures are known by their words.
pub(crate) mod rules {
    pub(crate) use super::facts::of_a_law;
    pub(crate) use super::marks::stands as mark_stands;
    pub(crate) use super::pair::{Heading, Opens, Piece, Start, find, place_answers};
    pub(crate) use super::pair::{answer as answer_length, heading_length};
    pub(crate) use super::parts::{Line, closes, headings, item, numbered};
    pub(crate) use super::plain::{
        facts, head, is_labelled, is_salutation, label, left_open, marks,
    };
    pub(crate) use super::signed::{close, is_office as is_signed};
}
pub(crate) use decode::text as decoded;
pub(crate) use doubled::single_spaced;
pub(crate) use mailed::unquoted;
pub(crate) use markup::{ZIP, of_bytes as form_of_bytes, of_text as form_of_text};
pub(crate) use source::read_text;
pub use source::{LetterError, embedded, embedded_source, read};
pub use stance::{Stance, StanceLabel};
pub use statement::{Statement, StatementKind};
pub use twin::{Language, Twin};
pub use visible::{LINE_END, acts, in_message, note_lines, visible, visible_line, visible_note};

use std::ops::Range;

/// What part a paragraph plays.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A line before the running text; all of them share an address.
    Head,
    /// The advisory council's words.
    Recommendation,
    /// The cabinet's words: an answer, the opening, or any running text.
    Response,
    /// The letter's own heading above a response.
    ResponseHeading,
    /// The office of a signatory.
    Office,
    /// The name of a signatory.
    Name,
    /// What the page of the source adds under the signatures.
    Furniture,
    /// The text of a note, at the end of the section that its mark stands in.
    Note,
}

/// One paragraph: a range of the letter's text buffer and the part it plays.
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What part it plays.
    pub role: Role,
}

/// What a section is.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// All that stands before the first recommendation.
    Opening,
    /// A recommendation with the response to it.
    Recommendation,
    /// What stands under a heading of the letter's own, where it has no recommendations, or in an annex.
    Part,
    /// The signatures.
    Closing,
}

/// One section of the letter.
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is called in addresses: 0 for the opening, the recommendation's own number, one more for
    /// the closing.
    #[serde(with = "label::in_parts")]
    pub number: Label,
    /// What it is.
    pub kind: SectionKind,
    /// What it answers, where it is a recommendation with its response or the like.
    pub pair: Pair,
    /// How deep its heading lies: 1 for the highest.
    pub level: u8,
    /// The letter's paragraphs that belong to it, by index.
    pub paragraphs: Range<usize>,
    pub(crate) heading: Range<usize>,
}

/// A note mark: the number in the text of a note whose words stand elsewhere, or nowhere.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteMark {
    /// Its number.
    pub number: u32,
    /// The paragraph it stands in, by index.
    pub paragraph: usize,
    /// The byte of the paragraph's text that it stands before.
    pub byte: usize,
}

/// A place where a sentence ends at the end of a line, and nobody can see whether a paragraph does too.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenEnd {
    /// The point in the text behind the sentence.
    pub place: Place,
    /// The line of the source that ends there, counted from 1.
    pub line: usize,
    /// What was made of it.
    pub kind: OpenEndKind,
}

/// What was made of an end that cannot be seen.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenEndKind {
    /// The paragraph goes on; it may end here.
    Possible,
    /// The paragraph ends, because what follows reads like an answer to it.
    Guessed,
}

/// A point in the letter, never a row on a screen.
#[derive(
    serde::Serialize,
    serde::Deserialize,
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
)]
pub struct Place {
    /// The paragraph, by index in the letter.
    pub paragraph: usize,
    /// The byte in that paragraph's text.
    pub byte: usize,
}

/// A stretch of one paragraph's text, in bytes.
#[derive(
    serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord,
)]
pub struct Span {
    /// The paragraph, by index in the letter.
    pub paragraph: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The point where it starts.
    #[must_use]
    pub const fn place(self) -> Place {
        Place {
            paragraph: self.paragraph,
            byte: self.start,
        }
    }

    /// Its bytes within the paragraph.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// Those of some spans, which are in the order of the text and do not overlap, that touch a stretch of it.
#[must_use]
pub fn touching(spans: &[Span], shown: Span) -> &[Span] {
    let before = |span: &Span| (span.paragraph, span.end) <= (shown.paragraph, shown.start);
    let spans = &spans[spans.partition_point(before)..];
    let upto =
        spans.partition_point(|span| (span.paragraph, span.start) < (shown.paragraph, shown.end));
    &spans[..upto]
}

/// Somebody who signed the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// The name as signed.
    pub name: String,
    /// The office as signed, without the comma behind it.
    pub office: String,
}

/// A whole letter.
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug)]
pub struct Letter {
    text: String,
    paragraphs: Vec<Paragraph>,
    sections: Vec<Section>,
    marks: Vec<NoteMark>,
    open_ends: Vec<OpenEnd>,
    setting: Setting,
    /// Where the text shows a mark for a character of its own words, in bytes, and for which.
    hidden: Vec<(usize, char)>,
    /// What the head of the letter says about it.
    pub facts: Facts,
    /// The form it was read from.
    pub form: Form,
    /// How sure that form is.
    pub sureness: Sureness,
    /// What the makers of this program add to it: short titles and the like.
    #[serde(with = "ours::by_id")]
    pub ours: &'static Ours,
    /// What its responses come to, as far as it is known.
    stances: Vec<Stance>,
}

/// What a letter is made of, by a reader of one form.
pub(crate) struct Made {
    /// All words, paragraph by paragraph.
    pub text: String,
    /// Where each paragraph stands in the text.
    pub paragraphs: Vec<Paragraph>,
    /// The sections; at least one.
    pub sections: Vec<Section>,
    /// The note marks.
    pub marks: Vec<NoteMark>,
    /// How the source sets the words.
    pub setting: Setting,
    /// What the head says.
    pub facts: Facts,
    /// The form it was read from.
    pub form: Form,
    /// What is ours.
    pub ours: &'static Ours,
}

impl Letter {
    /// A letter of its parts.
    pub(crate) fn made(made: Made) -> Self {
        let mut letter = Self {
            text: made.text,
            paragraphs: made.paragraphs,
            sections: made.sections,
            marks: made.marks,
            setting: made.setting,
            open_ends: Vec::new(),
            hidden: Vec::new(),
            facts: made.facts,
            form: made.form,
            sureness: Sureness::Sure,
            ours: made.ours,
            stances: Vec::new(),
        };
        letter.stances = letter.judge();
        letter
    }

    /// How many bytes its text has.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.text.len()
    }

    /// All paragraphs in order, the lines of the head included.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// All sections in order; there is at least one.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The text of a paragraph, as one string without the source's line ends or note marks.
    #[must_use]
    pub fn paragraph(&self, index: usize) -> &str {
        let paragraph = &self.paragraphs[index];
        &self.text[paragraph.start..paragraph.end]
    }

    /// The words of a span, as they can be shown.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        &self.paragraph(span.paragraph)[span.range()]
    }

    /// The letter's own heading of a section (`Aanbeveling 4:`), where it has one.
    #[must_use]
    pub fn heading(&self, section: &Section) -> Option<&str> {
        Some(&self.text[section.heading.clone()]).filter(|heading| !heading.is_empty())
    }

    /// The section that a paragraph belongs to, by index.
    #[must_use]
    pub fn section_of(&self, paragraph: usize) -> usize {
        self.sections
            .partition_point(|section| section.paragraphs.end <= paragraph)
            .min(self.sections.len() - 1)
    }

    /// The index of the section that is called so or, of a number that none has alone, that goes by it among
    /// others.
    #[must_use]
    pub fn section_numbered(&self, number: impl Into<Label>) -> Option<usize> {
        let number: Label = number.into();
        let own = |section: &Section| section.number == number;
        let among = |section: &Section| {
            let asked = number.number();
            asked.is_some_and(|asked| section.number.covers(asked))
        };
        // Most letters have them in order.
        let sections = &self.sections;
        let sorted = sections.binary_search_by_key(&number, |section| section.number);
        sorted
            .ok()
            .or_else(|| sections.iter().position(own))
            .or_else(|| sections.iter().position(among))
    }

    /// The index of the section with this key.
    #[must_use]
    pub fn section_keyed(&self, key: u32) -> Option<usize> {
        self.sections
            .iter()
            .position(|section| section.number.key() == key)
    }

    /// The paragraphs of a section that are its recommendation, by index.
    #[must_use]
    pub fn recommendation(&self, section: &Section) -> Range<usize> {
        self.run(section, Role::Recommendation)
    }

    /// The paragraphs of a section that have addresses from 1 up: the response, the opening's
    /// running text, or the lines of the closing.
    #[must_use]
    pub fn response(&self, section: &Section) -> Range<usize> {
        let own = &self.paragraphs[section.paragraphs.clone()];
        let first = own.partition_point(|paragraph| {
            matches!(paragraph.role, Role::Head | Role::Recommendation)
        });
        let end = own.partition_point(|paragraph| paragraph.role != Role::Note);
        section.paragraphs.start + first..section.paragraphs.start + end.max(first)
    }

    /// The lines before the running text, by paragraph index.
    #[must_use]
    pub fn head(&self) -> Range<usize> {
        self.run(&self.sections[0], Role::Head)
    }

    /// The note marks of the letter, in the order of the text.
    #[must_use]
    pub fn marks(&self) -> &[NoteMark] {
        &self.marks
    }

    /// Where nobody can see whether a paragraph ends, in the order of the text.
    #[must_use]
    pub fn open_ends(&self) -> &[OpenEnd] {
        &self.open_ends
    }

    /// The note marks of one paragraph.
    #[must_use]
    pub fn marks_in(&self, paragraph: usize) -> &[NoteMark] {
        let first = self
            .marks
            .partition_point(|mark| mark.paragraph < paragraph);
        let after = self
            .marks
            .partition_point(|mark| mark.paragraph <= paragraph);
        &self.marks[first..after]
    }

    /// The address of a paragraph; none where its number is too large for one.
    #[must_use]
    pub fn address(&self, paragraph: usize) -> Option<Address> {
        let section = &self.sections[self.section_of(paragraph)];
        let number = match self.paragraphs[paragraph].role {
            Role::Head => return Some(Address::HEAD),
            Role::Recommendation => 0,
            Role::Note => {
                return Some(Address {
                    section: section.number,
                    part: Part::Note(self.note_at(paragraph)?.number),
                });
            }
            _ => paragraph - self.response(section).start + 1,
        };
        Some(Address {
            section: section.number,
            part: Part::Paragraph(u32::try_from(number).ok()?),
        })
    }

    /// What an address means: `4.1` is a whole section where one is called so and none is called 4.
    #[must_use]
    pub fn meant(&self, address: Address) -> Address {
        let called = |label: Label| {
            let mut sections = self.sections.iter();
            sections.any(|section| section.number == label)
        };
        let Part::Paragraph(part) = address.part else {
            return address;
        };
        let number = address
            .section
            .number()
            .filter(|_| !called(address.section));
        let below = number.and_then(|number| Label::below(number, part));
        below
            .filter(|below| called(*below))
            .map_or(address, |section| Address {
                section,
                part: Part::Whole,
            })
    }

    /// The paragraphs that an address names, by index.
    ///
    /// # Errors
    /// [`AddressError`] when the letter has no such section or paragraph; it says what there is.
    pub fn locate(&self, address: Address) -> Result<Range<usize>, AddressError> {
        let address = self.meant(address);
        if address.part == Part::Head {
            let head = self.head();
            return Some(head)
                .filter(|head| !head.is_empty())
                .ok_or(AddressError::NoHead);
        }
        let Some(index) = self.section_numbered(address.section) else {
            return Err(AddressError::NoSection {
                address,
                first: self.sections[0].number,
                last: self.sections[self.sections.len() - 1].number,
            });
        };
        let section = &self.sections[index];
        let found = match address.part {
            Part::Whole | Part::Head => section.paragraphs.clone(),
            Part::Paragraph(0) => self.recommendation(section),
            Part::Note(number) => {
                let note = self.note_numbered(section, number);
                note.map_or(0..0, |note| note.paragraphs.clone())
            }
            Part::Paragraph(number) => {
                let response = self.response(section);
                let at = response.start + number as usize - 1;
                if response.contains(&at) {
                    at..at + 1
                } else {
                    0..0
                }
            }
        };
        if found.is_empty() {
            let last = self.response(section).len();
            return Err(AddressError::NoParagraph { address, last });
        }
        Ok(found)
    }

    /// Those who signed, in the order of the letter.
    #[must_use]
    pub fn signatories(&self) -> Vec<Signatory> {
        signed::signatories(self)
    }

    /// How many recommendations it has.
    #[must_use]
    pub fn recommendations(&self) -> usize {
        self.sections
            .iter()
            .filter(|section| section.kind == SectionKind::Recommendation)
            .count()
    }

    /// What it answers, by the word for most of its pairs; recommendations where it has none.
    #[must_use]
    pub fn pair(&self) -> Pair {
        let mut pairs = self
            .sections
            .iter()
            .filter(|section| section.kind == SectionKind::Recommendation)
            .map(|section| section.pair);
        let first = pairs.clone().next().unwrap_or(Pair::Recommendation);
        pairs
            .find(|pair| *pair == Pair::Recommendation)
            .unwrap_or(first)
    }

    /// The bytes of text before a place, counted over the whole letter.
    #[must_use]
    pub fn offset(&self, place: Place) -> usize {
        self.paragraphs[place.paragraph].start + place.byte
    }

    /// The paragraphs of this role at the start of a section, where all of them stand.
    fn run(&self, section: &Section, role: Role) -> Range<usize> {
        let first = section.paragraphs.start;
        let own = &self.paragraphs[section.paragraphs.clone()];
        first..first + own.partition_point(|paragraph| paragraph.role == role)
    }
}
