//! The abbreviations that stand in a letter, what they stand for, and who says so.
//!
//! First the letter is heard: what it writes out itself it explains, wherever it does
//! ([`super::written_out`]). For the rest there is our own list (`assets/abbreviations.toml`), and
//! that explanation is ours, also where the words happen to stand elsewhere in the letter. What
//! neither knows is kept without an explanation, if it can hardly be anything but an abbreviation.
//! Then one pass over the words finds where they stand, inside compounds as well.

use super::tokens::{in_capitals, is_small, is_surely_short, tokens};
use super::written_out::written_out;
use super::{Catalogue, Entity, Explainer, compact::Compact, gazetteer};
use crate::{
    built_in::{self, built_in},
    letter::{Language, Letter, Place, Role, Span},
    text::unmarked::Unmarked,
};
use serde::Deserialize;
use std::{collections::HashMap, ops::Range, sync::LazyLock};

/// An abbreviation in a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// The abbreviation as the letter writes it.
    pub short: String,
    /// What it stands for, in the letter's words or else in ours.
    pub expansion: Option<String>,
    /// Where the letter itself says so: the words, and the bracket with the abbreviation.
    pub said_at: Option<Span>,
    spans: Vec<Compact>,
    /// What it stands for in our words.
    gloss: Option<&'static Known>,
}

impl Abbreviation {
    /// Where it stands, in the order of the text: the abbreviation alone, without the rest of a compound. There is
    /// at least one.
    #[must_use]
    pub fn spans(&self) -> impl ExactSizeIterator<Item = Span> + DoubleEndedIterator + Clone + '_ {
        self.spans.iter().map(|span| span.span())
    }

    /// Those in a paragraph.
    pub fn spans_in(&self, paragraph: usize) -> impl Iterator<Item = Span> + '_ {
        let before = |span: &Compact| span.span().paragraph < paragraph;
        let first = self.spans.partition_point(before);
        let spans = self.spans[first..].iter().map(|span| span.span());
        spans.take_while(move |span| span.paragraph == paragraph)
    }

    /// Who says what it stands for; none where that is unknown.
    #[must_use]
    pub fn explained_by(&self) -> Option<Explainer> {
        match (&self.expansion, self.said_at) {
            (_, Some(_)) => Some(Explainer::Letter),
            (Some(_), None) => Some(Explainer::Maker),
            (None, None) => None,
        }
    }

    /// What it stands for in our words and this language, where that adds to the expansion.
    #[must_use]
    pub fn gloss(&self, language: Language) -> Option<&str> {
        let gloss = self.gloss?;
        let words = match language {
            Language::Dutch => &gloss.nl,
            Language::English => &gloss.en,
        };
        Some(words.as_str()).filter(|&words| self.expansion.as_deref() != Some(words))
    }
}

/// All abbreviations of a letter.
#[derive(Clone, Debug, Default)]
pub struct Abbreviations {
    all: Vec<Abbreviation>,
}

impl Abbreviations {
    /// Finds the abbreviations of a letter.
    #[must_use]
    pub fn find(letter: &Letter) -> Self {
        let mut reading = AbbreviationReading::default();
        loop {
            if let Some(found) = reading.read_on(letter, usize::MAX) {
                return found;
            }
        }
    }

    /// None, as long as a letter has not been read.
    pub const NONE: Self = Self { all: Vec::new() };

    /// All, by the alphabet.
    #[must_use]
    pub fn all(&self) -> &[Abbreviation] {
        &self.all
    }

    /// The one that is written so; capitals decide only between two that differ in nothing else.
    #[must_use]
    pub fn get(&self, short: &str) -> Option<&Abbreviation> {
        let lower = short.to_lowercase();
        let exact = self.all.iter().find(|known| known.short == short);
        exact.or_else(|| {
            self.all
                .iter()
                .find(|known| known.short.to_lowercase() == lower)
        })
    }
}

/// An abbreviation of our list.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    short: String,
    #[serde(default)]
    also: Vec<String>,
    nl: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    abbreviation: Vec<Known>,
}

/// Our list; it is read once.
fn known() -> &'static [Known] {
    static READ: LazyLock<File> = LazyLock::new(|| built_in::read(built_in!("abbreviations")));
    &READ.abbreviation
}

/// What is known so far: all abbreviations, met or not, and the spellings that lead to them.
#[derive(Debug)]
struct Search {
    all: Vec<Abbreviation>,
    spellings: HashMap<String, usize>,
    /// By first byte the lengths of spellings, one bit each: most words need no more of a look.
    lengths: [u64; 256],
}

/// The reading of a letter for its abbreviations, as far as it has come: a big letter is read in slices, so that
/// keys need not wait. Twice, since what an abbreviation stands for may be said behind it.
#[derive(Debug, Default)]
pub struct AbbreviationReading {
    search: Option<Search>,
    /// How many paragraphs have been heard for what they explain.
    heard: usize,
    /// From where on is to be found what stands there.
    next: Place,
    /// The words in capitals that the slice before ended with.
    run: Run,
}

impl AbbreviationReading {
    /// Reads on for about so many bytes; gives what the letter holds when all of it has been read.
    pub fn read_on(&mut self, letter: &Letter, bytes: usize) -> Option<Abbreviations> {
        let search = self.search.get_or_insert_with(Search::ours);
        let count = letter.paragraphs().len();
        let mut left = bytes;
        while left > 0 && self.heard < count {
            search.listen(letter, self.heard);
            left = left.saturating_sub(letter.paragraph(self.heard).len().max(1));
            self.heard += 1;
        }
        while left > 0 && self.next.paragraph < count {
            let Place { paragraph, byte } = self.next;
            let further = search.scan(letter, self.next, left, &mut self.run);
            let until = further.unwrap_or(letter.paragraph(paragraph).len());
            left = left.saturating_sub(until.saturating_sub(byte).max(1));
            self.next = match further {
                Some(byte) => Place { paragraph, byte },
                None => Place {
                    paragraph: paragraph + 1,
                    byte: 0,
                },
            };
        }
        let is_whole = self.heard == count && self.next.paragraph == count;
        is_whole
            .then(|| self.search.take())
            .flatten()
            .map(|search| search.finish(letter))
    }
}

/// A stretch that reads as an abbreviation, one that is known or one that is not.
type Hit = (Option<usize>, Range<usize>);

/// A row of more hits than this is no line in capitals, and is not waited for to its end.
const LONG_RUN: usize = 1_000;

/// Words in capitals in a row, which may turn out to be a line in capitals.
#[derive(Debug, Default)]
struct Run {
    /// The byte after the last word.
    end: usize,
    hits: Vec<Hit>,
    /// Whether one of them is a word that nobody would abbreviate.
    shouted: bool,
}

impl Search {
    /// A search that knows our list.
    fn ours() -> Self {
        let mut search = Self {
            all: Vec::new(),
            spellings: HashMap::new(),
            lengths: [0; 256],
        };
        for known in known() {
            let index = search.add(&known.short, Some(known.nl.clone()));
            search.all[index].gloss = Some(known);
            for spelling in &known.also {
                search.spell(spelling, index);
            }
        }
        search
    }

    fn add(&mut self, short: &str, expansion: Option<String>) -> usize {
        let index = self.all.len();
        let short = short.to_owned();
        self.spell(&short, index);
        if let Some(capitalised) = capitalised(&short) {
            self.spell(&capitalised, index);
        }
        self.all.push(Abbreviation {
            short,
            expansion,
            said_at: None,
            spans: Vec::new(),
            gloss: None,
        });
        index
    }

    fn spell(&mut self, spelling: &str, index: usize) {
        let (first, length) = first_and_length(spelling);
        self.lengths[first] |= length;
        self.spellings.insert(spelling.to_owned(), index);
    }

    fn known(&self, spelling: &str) -> Option<usize> {
        let (first, length) = first_and_length(spelling);
        let may_be = self.lengths[first] & length != 0;
        may_be
            .then(|| self.spellings.get(spelling).copied())
            .flatten()
    }

    /// Takes in what a paragraph explains. The first explanation of an abbreviation stands.
    fn listen(&mut self, letter: &Letter, paragraph: usize) {
        let unmarked = Unmarked::of(letter.paragraph(paragraph));
        let text = &*unmarked.words;
        let ours = |short: &str| {
            let gloss = self.all[self.known(short)?].gloss?;
            Some([gloss.nl.as_str(), gloss.en.as_str()])
        };
        for found in written_out(text, ours) {
            let short = &text[found.short];
            let words = &text[found.words];
            let index = self.known(short).unwrap_or_else(|| self.add(short, None));
            let abbreviation = &mut self.all[index];
            if abbreviation.said_at.is_none() {
                let Range { start, end } = unmarked.in_text(found.whole);
                abbreviation.said_at = Some(Span {
                    paragraph,
                    start,
                    end,
                });
                abbreviation.expansion = Some(words.to_owned());
                let agrees = |gloss: &Known| alike(&gloss.nl, words) || alike(&gloss.en, words);
                abbreviation.gloss.take_if(|gloss| !agrees(gloss));
            }
        }
    }

    /// Finds where abbreviations stand in a paragraph, from a byte of its words on and about so many bytes far;
    /// gives the byte where to go on, if that is not its end.
    fn scan(&mut self, letter: &Letter, from: Place, bytes: usize, run: &mut Run) -> Option<usize> {
        let Place { paragraph, byte } = from;
        let unmarked = Unmarked::of(letter.paragraph(paragraph));
        let text = &*unmarked.words;
        let role = letter.paragraphs()[paragraph].role;
        let new = role != Role::Name && role != Role::Office && text.contains(char::is_lowercase);
        let mut hits = Vec::new();
        let until = byte.saturating_add(bytes);
        for token in tokens(&text[byte..]) {
            let token = byte + token.start..byte + token.end;
            if token.start >= until {
                return Some(token.start);
            }
            let written = &text[token.clone()];
            self.recognise(text, &token, &mut hits);
            let capitals = in_capitals(written);
            if hits.is_empty() && capitals && new && is_surely_short(text, &token) {
                hits.push((None, token.clone()));
            }
            let gap = &text[run.end..token.start];
            if !capitals || !gap.chars().all(|c| matches!(c, ' ' | ',' | '&')) {
                self.keep(&unmarked, paragraph, run);
            }
            run.end = token.end;
            run.hits.append(&mut hits);
            run.shouted |= capitals && is_small(written);
            if run.hits.len() > LONG_RUN {
                let shouted = run.shouted;
                self.keep(&unmarked, paragraph, run);
                run.shouted = shouted;
            }
        }
        self.keep(&unmarked, paragraph, run);
        run.end = 0;
        None
    }

    /// Keeps the hits of a run, which starts anew; among words that are shouted only what is known for sure.
    fn keep(&mut self, unmarked: &Unmarked, paragraph: usize, run: &mut Run) {
        let shouted = std::mem::take(&mut run.shouted);
        for (known, hit) in run.hits.drain(..) {
            let short = &unmarked.words[hit.clone()];
            if shouted && (known.is_none() || is_small(short)) {
                continue;
            }
            let known = known.or_else(|| self.known(short));
            let index = known.unwrap_or_else(|| self.add(short, None));
            let Range { start, end } = unmarked.in_text(hit);
            let span = Compact::of(Span {
                paragraph,
                start,
                end,
            });
            self.all[index].spans.extend(span);
        }
    }

    /// Adds the known abbreviations in a token: the whole of it, or the parts between its signs.
    fn recognise(&self, text: &str, token: &Range<usize>, hits: &mut Vec<Hit>) {
        let dotted = token.start..token.end + 1;
        if text[token.end..].starts_with('.')
            && let Some(index) = self.known(&text[dotted.clone()])
        {
            hits.push((Some(index), dotted));
            return;
        }
        let written = &text[token.clone()];
        if let Some(hit) = self.recognise_plain(text, token.clone()) {
            hits.push(hit);
            return;
        }
        if !written.contains(['+', '&', '/']) || written.contains('.') {
            return;
        }
        let mut start = token.start;
        for part in written.split(['+', '&', '/']) {
            hits.extend(self.recognise_plain(text, start..start + part.len()));
            start += part.len() + 1;
        }
    }

    fn recognise_plain(&self, text: &str, range: Range<usize>) -> Option<Hit> {
        if let Some(index) = self.known(&text[range.clone()]) {
            return Some((Some(index), range));
        }
        let single = range.start..range.end.checked_sub(1)?;
        let capitals = text[range]
            .strip_suffix('s')
            .filter(|short| in_capitals(short))?;
        Some((Some(self.known(capitals)?), single))
    }

    /// What the letter holds, in order.
    fn finish(mut self, letter: &Letter) -> Abbreviations {
        self.all.retain(|found| !found.spans.is_empty());
        if self.all.iter().any(|found| found.expansion.is_none()) {
            let names = Catalogue::embedded();
            self.all
                .retain(|found| found.expansion.is_some() || !is_name(names, &found.short));
            self.take_names(letter);
        }
        for found in &mut self.all {
            let written = |span: &Compact| Unmarked::of(letter.words(span.span())).words;
            if !found.spans.iter().any(|span| written(span) == found.short) {
                found.short = written(&found.spans[0]).into_owned();
            }
        }
        self.all
            .sort_by_cached_key(|found| (found.short.to_lowercase(), found.short.clone()));
        Abbreviations { all: self.all }
    }
}

impl Search {
    /// Lets those that nobody explains stand for the names of any letter that they are short for; in the letter that we
    /// know we have said what we know.
    fn take_names(&mut self, letter: &Letter) {
        let ours = &Catalogue::embedded().letter;
        if letter.facts.id().as_ref() == Some(ours) {
            return;
        }
        let unknown = self
            .all
            .iter_mut()
            .filter(|found| found.expansion.is_none());
        for found in unknown {
            let is_short = |entity: &&Entity| entity.abbreviation.as_deref() == Some(&found.short);
            let named = gazetteer::catalogue().entities().find(is_short);
            found.expansion = named.map(|entity| entity.name.clone());
        }
    }
}

/// The first byte of a spelling, and its length as a bit.
fn first_and_length(spelling: &str) -> (usize, u64) {
    (
        usize::from(spelling.bytes().next().unwrap_or_default()),
        1 << spelling.len().min(63),
    )
}

/// The spelling at the start of a sentence of what starts small.
fn capitalised(short: &str) -> Option<String> {
    let mut letters = short.chars();
    let first = letters.next().filter(|first| first.is_lowercase())?;
    Some(first.to_uppercase().collect::<String>() + letters.as_str())
}

/// Whether two wordings say the same but for endings: `Internationaal Verdrag` and `Internationale
/// Verdrag`.
fn alike(ours: &str, theirs: &str) -> bool {
    let stem = |word: &str| {
        word.chars()
            .take(5)
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    ours.split_whitespace()
        .map(stem)
        .eq(theirs.split_whitespace().map(stem))
}

/// Whether it is a name that merely looks like an abbreviation.
fn is_name(catalogue: &Catalogue, short: &str) -> bool {
    let mut entities = catalogue.entities();
    entities.any(|entity| entity.name == short || entity.aliases.iter().any(|alias| alias == short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_letter_explain_their_abbreviations() {
        let text = "De ROB, de RVS en het ministerie van VRO wijzen op het IVRK, en op de XQZV.";
        let letter = crate::letter::read(text).unwrap();
        let found = Abbreviations::find(&letter);
        let meaning = |short: &str| found.get(short).unwrap().expansion.clone();
        assert_eq!(
            meaning("ROB").as_deref(),
            Some("Raad voor het Openbaar Bestuur")
        );
        assert_eq!(
            meaning("RVS").as_deref(),
            Some("Raad voor Volksgezondheid en Samenleving")
        );
        assert_eq!(meaning("IVRK").as_deref(), Some("VN-Kinderrechtenverdrag"));
        assert!(meaning("VRO").is_some());
        assert_eq!(meaning("XQZV"), None);
        assert_eq!(
            found.get("ROB").unwrap().explained_by(),
            Some(Explainer::Maker)
        );
    }

    #[test]
    fn a_letter_read_in_slices_holds_what_it_holds_at_once() {
        let one_paragraph = embedded_source().split_whitespace().collect::<Vec<_>>();
        let one_paragraph = one_paragraph.join(" ") + " DE EU EN DE VN IN E\u{200b}U en W\u{ad}HO";
        for source in [
            embedded_source(),
            &one_paragraph,
            "EU",
            "niets",
            "EU. VN/OESO t/m o.a. AB",
        ] {
            let letter = read(source).unwrap();
            let whole = Abbreviations::find(&letter);
            for bytes in [1, 7, 100, 4096] {
                let mut reading = AbbreviationReading::default();
                let mut found = None;
                while found.is_none() {
                    found = reading.read_on(&letter, bytes);
                }
                assert_eq!(found.unwrap().all, whole.all, "{bytes}");
            }
        }
    }
    use crate::letter::{embedded, read, source::embedded_source};
    use std::collections::HashSet;

    /// Abbreviation, what it stands for, where the letter says so or `ours`, and how often it
    /// stands in the head (`h`) and in each section. Made by reading the letter.
    const TABLE: &str = "\
AI | artificiële intelligentie | ours | 4:1
AIV | Adviesraad Internationale Vraagstukken | 0.1 | h:1 0:4 2:3 4:1 8:1
BHO | Buitenlandse Handel en Ontwikkelingshulp | ours | 8:1
CS3D | Corporate Sustainability Due Diligence Directive | 8.2 | 8:3
CSW | Commission on the Status of Women | 4.3 | 4:1
DDP | Digital Defenders Partnership | 4.2 | 4:1
EHRM | Europees Hof voor de Rechten van de Mens | 5.4 | 5:2
EKV | exportkredietverzekeringen | 8.4 | 8:2
EU | Europese Unie | ours | 2:2 5:9
FOC | Freedom Online Coalition | 4.2 | 4:4
IAO | Internationale Arbeidsorganisatie | 2.3 | 2:1
IMVO | internationaal maatschappelijk verantwoord ondernemen | ours | 8:4
IOB | Directie Internationaal Onderzoek en Beleidsevaluatie | ours | 3:2 6:2
IVESCR | Internationale Verdrag inzake Economische, Sociale en Culturele Rechten | 2.3 | 2:1
IWI | Interdepartementale Werkgroep Implementatie | 8.2 | 8:2
lhbtiq+ | lesbisch, homoseksueel, biseksueel, transgender, intersekse, queer en anderen | ours | 1:1 5:1
MDIR | Mensenrechten, Democratie en Internationale Rechtsorde | ours | 3:2
mkb | midden- en kleinbedrijf | ours | 8:1
MRF | mensenrechtenfonds | 3.2 | 3:3
NGO | niet-gouvernementele organisatie | ours | 5:1
OBI | ongewenste buitenlandse inmenging | 7.1 | 7:1
OESO | Organisatie voor Economische Samenwerking en Ontwikkeling | ours | 8:3
RvE | Raad van Europa | 5.4 | 5:3
VN | Verenigde Naties | 4.3 | 4:4
WSIS+20 | World Summit on the Information Society +20 review | 4.3 | 4:3
";

    fn row(letter: &Letter, found: &Abbreviation) -> String {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for span in found.spans() {
            let section = letter.sections()[letter.section_of(span.paragraph)]
                .number
                .to_string();
            let at = if letter.head().contains(&span.paragraph) {
                "h".to_owned()
            } else {
                section
            };
            match counts.last_mut() {
                Some((last, count)) if *last == at => *count += 1,
                _ => counts.push((at, 1)),
            }
        }
        let counts: Vec<_> = counts
            .iter()
            .map(|(at, count)| format!("{at}:{count}"))
            .collect();
        let words = found.expansion.as_deref().unwrap_or("unknown");
        let by = match (found.explained_by(), found.said_at) {
            (Some(Explainer::Letter), Some(at)) => {
                letter.address(at.paragraph).unwrap().to_string()
            }
            (Some(Explainer::Maker), None) => "ours".to_owned(),
            (by, at) => format!("{by:?} {at:?}"),
        };
        format!("{} | {words} | {by} | {}\n", found.short, counts.join(" "))
    }

    #[test]
    fn the_embedded_letter_holds_these() {
        let letter = embedded();
        let abbreviations = Abbreviations::find(&letter);
        let rows: String = abbreviations
            .all()
            .iter()
            .map(|found| row(&letter, found))
            .collect();
        assert_eq!(rows, TABLE);
    }

    #[test]
    fn the_letter_is_quoted_where_it_explains() {
        let letter = embedded();
        let abbreviations = Abbreviations::find(&letter);
        for (short, said) in [
            ("RvE", "Raad van Europa (RvE)"),
            ("MRF", "mensenrechtenfonds (MRF)"),
            ("OBI", "ongewenste buitenlandse inmenging (OBI)"),
            (
                "CS3D",
                "Corporate Sustainability Due Diligence Directive CS3D)",
            ),
            (
                "WSIS+20",
                "World Summit on the Information Society +20 review (WSIS+20)",
            ),
        ] {
            let at = abbreviations.get(short).unwrap().said_at.unwrap();
            assert_eq!(letter.words(at), said);
        }
        let explained = |by| {
            abbreviations
                .all()
                .iter()
                .filter(move |a| a.explained_by() == Some(by))
        };
        assert_eq!(explained(Explainer::Letter).count(), 15);
        for found in explained(Explainer::Letter) {
            let said = letter.words(found.said_at.unwrap());
            assert!(
                said.starts_with(found.expansion.as_deref().unwrap()),
                "{said}"
            );
            assert!(said.ends_with(&format!("{})", found.short)), "{said}");
        }
    }

    #[test]
    fn every_occurrence_is_written_so() {
        let letter = embedded();
        let abbreviations = Abbreviations::find(&letter);
        for found in abbreviations.all() {
            assert!(found.spans().is_sorted());
            for span in found.spans() {
                assert_eq!(letter.words(span), found.short);
            }
        }
        assert_eq!(abbreviations.get("foc"), abbreviations.get("FOC"));
        for name in ["CIVICUS", "XVII", "5+1", "D.M.", "BRIEF", ""] {
            assert_eq!(abbreviations.get(name), None, "{name}");
        }
    }

    #[test]
    fn our_words_come_in_both_languages() {
        let abbreviations = Abbreviations::find(&embedded());
        for (short, dutch, english) in [
            ("EU", None, Some("European Union")),
            (
                "IVESCR",
                Some("Internationaal Verdrag inzake Economische, Sociale en Culturele Rechten"),
                Some("International Covenant on Economic, Social and Cultural Rights"),
            ),
            ("RvE", None, Some("Council of Europe")),
            ("FOC", None, None),
        ] {
            let found = abbreviations.get(short).unwrap();
            assert_eq!(found.gloss(Language::Dutch), dutch);
            assert_eq!(found.gloss(Language::English), english);
        }
    }

    const OTHER: &str = "\
Nr. 53 BRIEF VAN DE MINISTER VOOR SPORT

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 mei 2026

Het mkb, de ngo’s en MKB-Nederland vroegen de SER om raad over de Wet open overheid (Woo), o.a. en o.m.

Aanbeveling 1: Laat de QRS-lijst en de Woo NIET los. VN-experts en de EU/VS zijn voor, t/m 2030.

De Full Operational Capability (FOC) volgt. Zzp’ers kennen de zzp-regels; zelfstandigen zonder
personeel (zzp) zien in TUV+2 en hoofdstuk XIV niets, en CIVICUS evenmin. Zie www.qrs.nl/ABC en 2026-DEF.

SDGs, NGOs en de IND (Immigratie- en Naturalisatiedienst) blijven. D.M. schrijft AIVD, geen AIVDX7Y9Z.
";

    #[test]
    fn another_letter_holds_these() {
        let letter = read(OTHER.as_bytes()).unwrap();
        let abbreviations = Abbreviations::find(&letter);
        let rows: String = abbreviations
            .all()
            .iter()
            .map(|found| row(&letter, found))
            .collect();
        assert_eq!(
            rows,
            "\
AIVD | Algemene Inlichtingen- en Veiligheidsdienst | ours | 1:1
EU | Europese Unie | ours | 1:1
FOC | Full Operational Capability | 1.1 | 1:1
IND | Immigratie- en Naturalisatiedienst | 1.2 | 1:1
mkb | midden- en kleinbedrijf | ours | 0:2
ngo | niet-gouvernementele organisatie | ours | 0:1 1:1
o.a. | onder andere | ours | 0:1
QRS | unknown | None None | 1:1
SDG | duurzaam ontwikkelingsdoel | ours | 1:1
SER | Sociaal-Economische Raad | ours | 0:1
t/m | tot en met | ours | 1:1
TUV+2 | unknown | None None | 1:1
VN | Verenigde Naties | ours | 1:1
VS | Verenigde Staten | ours | 1:1
Woo | Wet open overheid | 0.1 | 0:1 1:1
zzp | zelfstandigen zonder personeel | 1.1 | 1:3
"
        );
        assert_eq!(
            abbreviations.get("FOC").unwrap().gloss(Language::English),
            None
        );
    }

    #[test]
    fn what_only_looks_like_an_abbreviation_is_left_alone() {
        for text in [
            "BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN",
            "NOTA",
            "De heer A.B. Jansen en de heer C. de Vries",
            "Hoofdstuk XVII, deel IV en MMXXV",
            "Dat mag NIET en is WEL zo",
            "op de 5+1 prioriteiten van CIVICUS",
            "met focus op veiligheid, ook voor vn-achtigen",
            "zie QRS@example.nl, http://QRS.nl en a/QRS",
            "kst-2026-QRS en 2026D12345",
            "Europarlement en Unierecht",
            "Nr. 9, nr. 10, enz. en etc. van 3 mei jl., bijv. resp. ca. vijf",
        ] {
            let letter = read(format!("Den Haag, 3 mei 2026\n\n{text}\n\nNu.").as_bytes()).unwrap();
            assert_eq!(Abbreviations::find(&letter).all(), [], "{text}");
        }
    }

    #[test]
    fn the_list_can_be_read_and_holds_nothing_twice() {
        let mut spellings = HashSet::new();
        for known in known() {
            for spelling in std::iter::once(&known.short).chain(&known.also) {
                assert!(spellings.insert(spelling), "‘{spelling}’ stands twice");
                let token = tokens(spelling).next().unwrap();
                assert_eq!(
                    spelling[token].trim_end_matches('.'),
                    spelling.trim_end_matches('.')
                );
            }
            for words in [&known.nl, &known.en] {
                assert!(!words.is_empty() && words.trim() == words && !words.ends_with('.'));
            }
        }
    }

    #[test]
    fn a_character_that_nobody_sees_hides_no_abbreviation() {
        let letter = read(
            "Het Europees Verdrag voor de Rechten van de Mens (E\u{200b}VRM) geldt.\n\nDe V\u{2060}N, het EV\u{ad}RM en de Q\u{200d}RS.",
        )
        .unwrap();
        let found = Abbreviations::find(&letter);
        let told: Vec<_> = found
            .all()
            .iter()
            .map(|own| (&*own.short, own.spans.len(), own.said_at.is_some()))
            .collect();
        assert_eq!(
            told,
            [("EVRM", 2, true), ("QRS", 1, false), ("VN", 1, false)]
        );
        let words = letter.words(found.get("VN").unwrap().spans().next().unwrap());
        assert_eq!(words, "V\u{fffd}N");
    }
}
