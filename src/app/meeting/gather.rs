//! Gathers what stands on a meeting sheet, section by section, and notes which paragraphs are cited.

use super::{
    sheet::{Block, MeetingSheet, Part, Row},
    wanted::{Wanted, What},
};
use crate::{
    app::{
        Reader,
        kept::KeptMark,
        marks::Mark,
        stance::{sign, verdict_sign},
        tables::Teller,
        words::Words,
    },
    letter::{
        Address, AddressError, Ask, Letter, Pair, Role, Section, SectionKind, Span, Statement,
        StatementKind, visible_note,
    },
    reading::{
        asks,
        cite::{self, Style},
        signals,
    },
};
use std::{collections::BTreeSet, ops::Range};

/// What is promised.
const PROMISED: [StatementKind; 2] = [StatementKind::Commitment, StatementKind::Intention];

/// What is limited.
const LIMITED: [StatementKind; 2] = [StatementKind::Limitation, StatementKind::Refusal];

/// Gathers a sheet from a letter.
struct Gatherer<'a> {
    reader: &'a Reader,
    letter: &'a Letter,
    words: &'a Words,
    asks: Vec<Ask>,
    statements: Vec<Statement>,
    /// What is kept at paragraphs of the letter, in their order.
    marks: Vec<(usize, KeptMark)>,
    /// The paragraphs whose words are on the sheet.
    cited: BTreeSet<usize>,
}

/// The sheet of a letter.
///
/// # Errors
/// [`AddressError`] where a section that is wanted is not in it.
pub fn gather(
    reader: &Reader,
    words: &Words,
    wanted: &Wanted,
) -> Result<MeetingSheet, AddressError> {
    let letter = &reader.letter;
    let sections = sections(letter, &wanted.sections)?;
    let mut gatherer = Gatherer {
        reader,
        letter,
        words,
        asks: asks::asks(letter),
        statements: signals::statements(letter),
        marks: reader.kept_marks(),
        cited: BTreeSet::new(),
    };
    let is_wanted = |index: &usize| wanted.sections.is_empty() || sections.contains(index);
    let parts: Vec<Part> = (0..letter.sections().len())
        .filter(is_wanted)
        .filter_map(|index| gatherer.part(index, wanted))
        .collect();
    let lost = if wanted.sections.is_empty() {
        gatherer.lost()
    } else {
        Vec::new()
    };
    let title = letter.short_title();
    let title = title.map(|title| title.get(words.language));
    let title = title.or(letter.facts.title.as_deref());
    Ok(MeetingSheet {
        id: letter.facts.id().unwrap_or_default(),
        title: title.unwrap_or(words.cli().sheet_untitled).to_owned(),
        citation: cite::cite(letter, None, Style::default()),
        about: gatherer.about(wanted.what),
        parts,
        lost,
        sources: gatherer.sources(),
    })
}

fn whole(letter: &Letter, paragraph: usize) -> Span {
    Span {
        paragraph,
        start: 0,
        end: letter.paragraph(paragraph).len(),
    }
}

/// The sections of a letter at these addresses, by index. Several numbers in a row are one section where the letter
/// answers them as one: `3, 4 en 5`.
fn sections(letter: &Letter, addresses: &[Address]) -> Result<BTreeSet<usize>, AddressError> {
    let mut sections = BTreeSet::new();
    let mut rest = addresses;
    while let Some(first) = rest.first() {
        let as_one = |count: &usize| {
            let numbers: Vec<String> = rest[..*count].iter().map(Address::to_string).collect();
            letter.locate(numbers.join(", ").parse().ok()?).ok()
        };
        let several = (2..=rest.len()).rev();
        let several = several.filter_map(|count| Some((count, as_one(&count)?)));
        let (count, paragraphs) = match several.max_by_key(|(count, _)| *count) {
            Some(found) => found,
            None => (1, letter.locate(*first)?),
        };
        sections.insert(letter.section_of(paragraphs.start));
        rest = &rest[count..];
    }
    Ok(sections)
}

impl Gatherer<'_> {
    /// A section with what is said of it; none where there is nothing.
    fn part(&mut self, index: usize, wanted: &Wanted) -> Option<Part> {
        let section = &self.letter.sections()[index];
        let own = self.own_notes(section);
        let mut blocks: Vec<Block> = Vec::new();
        if wanted.what == What::Notes && own.is_none() {
            return None;
        }
        if wanted.what == What::All {
            blocks.extend(self.stance(section));
            if section.pair == Pair::Question {
                blocks.extend(self.question(section));
            }
            blocks.extend(self.asked(index));
            blocks.extend(self.implied(index));
            blocks.extend(self.stated(index, self.words.cli().sheet_promised, &PROMISED));
            blocks.extend(self.stated(index, self.words.cli().sheet_limited, &LIMITED));
        }
        blocks.extend(own);
        let is_named = !wanted.sections.is_empty();
        let is_asked = section.kind == SectionKind::Recommendation;
        if blocks.is_empty() && !is_named && !is_asked {
            return None;
        }
        let title = self.letter.title(section);
        let title = title.map(|title| title.get(self.words.language));
        Some(Part {
            number: section.number.to_string(),
            title: title
                .or_else(|| self.letter.heading(section))
                .unwrap_or_default()
                .to_owned(),
            blocks,
        })
    }

    /// The letter's words in a row, with their address, which is then among the sources.
    fn quote(&mut self, sign: &'static str, told: &str, span: Span) -> Row {
        self.cited.insert(span.paragraph);
        Row {
            sign,
            told: told.to_owned(),
            quote: self.letter.words(span).to_owned(),
            address: self.address(span.paragraph),
            ..Row::default()
        }
    }

    fn address(&self, paragraph: usize) -> String {
        let address = self.letter.address(paragraph);
        address.map_or_else(String::new, |address| address.to_string())
    }

    fn stance(&mut self, section: &Section) -> Option<Block> {
        let stance = self.letter.stance(section)?;
        let quotes = stance.quotes.iter();
        let under = quotes.map(|span| self.quote("", "", *span)).collect();
        let words = self.words;
        Some(Block {
            heading: words.cli().sheet_response.to_owned(),
            whose: Some(self.whose(self.letter.knows_stances())),
            rows: vec![Row {
                sign: sign(stance.label),
                told: stance.words.get(words.language).to_owned(),
                under,
                ..Row::default()
            }],
        })
    }

    /// A question and its answer, whole: neither is any reading of ours.
    fn question(&mut self, section: &Section) -> Vec<Block> {
        let (letter, words) = (self.letter, self.words.cli());
        let parts = [
            (words.sheet_question, letter.recommendation(section)),
            (words.sheet_answer, letter.response(section)),
        ];
        let block = |(heading, paragraphs): (&str, Range<usize>)| Block {
            heading: heading.to_owned(),
            whose: None,
            rows: paragraphs
                .filter(|paragraph| letter.paragraphs()[*paragraph].role != Role::ResponseHeading)
                .map(|paragraph| self.quote("", "", whole(letter, paragraph)))
                .collect(),
        };
        let blocks = parts.into_iter().map(block);
        blocks.filter(|block| !block.rows.is_empty()).collect()
    }

    /// What the recommendation of a section asks for.
    fn asked(&mut self, section: usize) -> Option<Block> {
        let asks = self.within(&self.asks, section);
        let answered = self.words.answered(&asks);
        let heading = [self.words.cli().sheet_asked, ": ", &answered].concat();
        self.answered(heading, &asks)
    }

    /// What its response answers though the recommendation does not ask for it in its words.
    fn implied(&mut self, section: usize) -> Option<Block> {
        let mut implied = self.letter.implied_asks();
        implied.sort_by_key(|ask| ask.span);
        let asks = self.within(&implied, section);
        self.answered(self.words.cli().sheet_implied.to_owned(), &asks)
    }

    /// Those of these asks that stand in a section.
    fn within(&self, asks: &[Ask], section: usize) -> Vec<Ask> {
        asks::in_section(self.letter, asks, section).to_vec()
    }

    /// Asks, each with what takes it up; none where there are none.
    fn answered(&mut self, heading: String, asks: &[Ask]) -> Option<Block> {
        if asks.is_empty() {
            return None;
        }
        let words = self.words;
        let rows = asks.iter().map(|ask| {
            let sign = verdict_sign(ask.verdict);
            let mut row = self.quote(sign, words.verdict(ask.verdict), ask.span);
            if !ask.looked.is_empty() {
                row.under.push(Row {
                    told: words.looked_for(&ask.looked),
                    ..Row::default()
                });
            }
            let answers = ask.answers.iter();
            let answers = answers.map(|one| self.quote("", words.how(one.how), one.span));
            row.under.extend(answers);
            row
        });
        Some(Block {
            rows: rows.collect(),
            heading,
            whose: Some(self.whose(self.letter.knows_asks())),
        })
    }

    fn stated(&mut self, section: usize, heading: &str, kinds: &[StatementKind]) -> Option<Block> {
        let paragraphs = &self.letter.sections()[section].paragraphs;
        let before = |at: usize| {
            let is_before = |one: &Statement| one.span.paragraph < at;
            self.statements.partition_point(is_before)
        };
        let own = &self.statements[before(paragraphs.start)..before(paragraphs.end)];
        let own = own.iter().filter(|one| kinds.contains(&one.kind));
        let own: Vec<Statement> = own.copied().collect();
        let words = self.words;
        let rows = own
            .iter()
            .map(|one| self.quote("", words.statement(one.kind), one.span));
        let rows: Vec<Row> = rows.collect();
        (!rows.is_empty()).then(|| Block {
            heading: heading.to_owned(),
            whose: Some(self.whose(self.letter.knows_statements())),
            rows,
        })
    }

    /// What one left in a section, and colleagues did: each note by itself, with its day and its name.
    fn own_notes(&mut self, section: &Section) -> Option<Block> {
        let marks = self.marks.iter();
        let own = marks.filter(|(paragraph, _)| section.paragraphs.contains(paragraph));
        let own: Vec<(usize, KeptMark)> = own.cloned().collect();
        let rows = own
            .iter()
            .map(|(paragraph, mark)| self.own_note(*paragraph, mark));
        let rows: Vec<Row> = rows.collect();
        (!rows.is_empty()).then(|| Block {
            heading: self.words.cli().sheet_own.to_owned(),
            whose: None,
            rows,
        })
    }

    fn own_note(&mut self, paragraph: usize, kept: &KeptMark) -> Row {
        self.cited.insert(paragraph);
        let teller = Teller {
            letter: self.letter,
            words: self.words,
        };
        let address = self.letter.address(paragraph);
        let citation = |address| cite::cite(self.letter, Some(address), Style::default());
        let mark = Mark {
            paragraph,
            bookmarked: kept.bookmark,
            note: kept.note.clone(),
        };
        Row {
            told: self.told_of(kept),
            note: visible_note(&kept.note),
            quote: teller.note(&mark).pop().unwrap_or_default(),
            address: self.address(paragraph),
            citation: address.map(citation).unwrap_or_default(),
            ..Row::default()
        }
    }

    /// What is kept there, when and by whom: `notitie (28 november 2026, A. Jansen)`.
    fn told_of(&self, kept: &KeptMark) -> String {
        let signed = self
            .words
            .signed(kept.date.as_deref(), kept.name.as_deref());
        self.words.kept_as(&kept.left()).to_owned() + &signed
    }

    fn lost(&self) -> Vec<Row> {
        let teller = Teller {
            letter: self.letter,
            words: self.words,
        };
        let lost = self.reader.lost_marks().into_iter();
        // Its words stand in the letter no more, so they are no quotation of it.
        let row = |mark| {
            let words = teller.orphan(&mark).pop().unwrap_or_default();
            let stood = self.words.marks.stood_with.replace("{}", &words);
            Row {
                told: [self.words.marks.nowhere, ", ", &self.told_of(&mark)].concat(),
                note: mark.note,
                under: vec![Row {
                    told: stood,
                    ..Row::default()
                }],
                ..Row::default()
            }
        };
        lost.map(row).collect()
    }

    fn whose(&self, is_ours: bool) -> String {
        self.words.read_by(is_ours).to_owned()
    }

    fn about(&self, what: What) -> Vec<String> {
        let words = self.words.cli();
        let mut about = vec![words.sheet_ours.to_owned()];
        if what == What::All && !self.asks.is_empty() {
            about.push(self.words.asks_are(self.letter.knows_asks()).to_owned());
        }
        about
    }

    fn sources(&self) -> Vec<(String, String)> {
        let mut sources: Vec<(String, String)> = Vec::new();
        for paragraph in &self.cited {
            let Some(address) = self.letter.address(*paragraph) else {
                continue;
            };
            let written = address.to_string();
            // Several paragraphs of a recommendation have one address.
            if sources.last().is_none_or(|(last, _)| *last != written) {
                let citation = cite::cite(self.letter, Some(address), Style::default());
                sources.push((written, citation));
            }
        }
        sources
    }
}
