//! Finds names in a text: all forms of all entities in one pass.
//!
//! Of the names that start leftmost the longest wins. A name is bounded by anything that is neither
//! letter nor digit, so that `VN-onderhandelingen`, `EKV’s` and `niet-EU` hold a name and
//! `Europarlement` does not. A name with another form of the same name right behind it (`Raad van
//! Europa (RvE)`) is one mention.
//!
//! A form can be a name only among other words: `[kabinetsreactie] op de IOB-evaluatie` makes a name of
//! its first word, and leaves the others to be names of their own.
//!
//! The kind of spaces and hyphens in a name counts for nothing, nor does how its accents are put: where a
//! text leaves a form at such a character, it is looked at as names are written.
//!
//! The forms are sorted, and each knows the longest other form that it starts with. At the start of a
//! word, the last form that is not behind the text is looked up; it, or one that it starts with, is
//! the longest that the text starts with. That takes no time to prepare and little to look up.

use super::Entity;
use crate::text::plain::{is_odd, plain};
use std::ops::Range;

/// All forms, and whose each one is.
#[derive(Debug)]
pub(super) struct Scanner {
    /// In the order of their bytes.
    forms: Vec<Form>,
    /// Where the forms begin that start with each byte; last, how many there are.
    first: [usize; 257],
    /// Which second bytes they go on with, one bit for those that are alike modulo 64: most words of a text
    /// start no name, and their first two bytes say so.
    second: [u64; 256],
    /// How long the longest form is, in bytes.
    longest: usize,
}

#[derive(Debug)]
struct Form {
    /// The name, with the words that have to stand behind it.
    text: String,
    /// How many bytes of that are the name.
    length: usize,
    /// The words that have to stand before it.
    before: String,
    owner: usize,
    /// The longest other form that this one starts with.
    shorter: Option<usize>,
}

impl Scanner {
    pub(super) fn new(entities: &[Entity]) -> Self {
        let mut forms = Vec::new();
        for (owner, entity) in entities.iter().enumerate() {
            let alone = entity.forms().map(|form| ("", form, ""));
            let within = entity.within.iter().filter_map(|form| parted(form));
            for (before, name, behind) in alone.chain(within) {
                forms.extend(spellings(name).map(|name| Form {
                    length: name.len(),
                    text: name + behind,
                    before: before.to_owned(),
                    owner,
                    shorter: None,
                }));
            }
        }
        forms.sort_by(|one, other| one.text.cmp(&other.text));
        for index in 1..forms.len() {
            let mut shorter = Some(index - 1);
            while let Some(before) = shorter
                && !forms[index].text.starts_with(&forms[before].text)
            {
                shorter = forms[before].shorter;
            }
            forms[index].shorter = shorter;
        }
        let mut first = [forms.len(); 257];
        for (index, form) in forms.iter().enumerate().rev() {
            if let Some(byte) = form.text.bytes().next() {
                first[usize::from(byte)] = index;
            }
        }
        for byte in (0..256).rev() {
            first[byte] = first[byte].min(first[byte + 1]);
        }
        let mut second = [0; 256];
        for form in &forms {
            match *form.text.as_bytes() {
                [byte, next, ..] => second[usize::from(byte)] |= bit(next),
                [byte] => second[usize::from(byte)] = u64::MAX,
                [] => {}
            }
        }
        let longest = forms.iter().map(|form| form.text.len()).max();
        Self {
            forms,
            first,
            second,
            longest: longest.unwrap_or_default(),
        }
    }

    /// The longest name that a text holds from a byte on.
    pub(super) fn at(&self, text: &str, start: usize) -> Option<Name> {
        let (before, rest) = text.split_at(start);
        let bytes = rest.as_bytes();
        let next = bytes.get(1).map_or(u64::MAX, |next| bit(*next));
        let is_plain = bytes.get(1).is_none_or(u8::is_ascii);
        if is_plain && self.second[usize::from(*bytes.first()?)] & next == 0 {
            return None;
        }
        let (forms, behind) = self.alike(bytes);
        let beside = &forms[behind.saturating_sub(1)..forms.len().min(behind + 1)];
        if beside.iter().any(|form| leaves_oddly(rest, &form.text)) {
            let end = char_at(rest, 2 * self.longest);
            let (plain, ends) = plain(&rest[..end]);
            let (forms, behind) = self.alike(plain.as_bytes());
            let (owner, length) = self.longest(forms[..behind].last(), &plain, before)?;
            return Some((owner, start..start + ends[length]));
        }
        let (owner, length) = self.longest(forms[..behind].last(), rest, before)?;
        Some((owner, start..start + length))
    }

    /// The forms that start as a text does, and how many of them are not behind it.
    fn alike(&self, text: &[u8]) -> (&[Form], usize) {
        let byte = text.first().copied().map_or(0, usize::from);
        let forms = &self.forms[self.first[byte]..self.first[byte + 1]];
        let behind = forms.partition_point(|form| form.text.as_bytes() <= text);
        (forms, behind)
    }

    /// Of this form and those that it starts with, the longest that stands at the start of a text behind
    /// other words: whose it is, and how many bytes the name takes.
    fn longest<'forms>(
        &'forms self,
        mut form: Option<&'forms Form>,
        text: &str,
        before: &str,
    ) -> Option<(usize, usize)> {
        while let Some(known) = form {
            let stands = text.starts_with(&known.text)
                && !continues(text, known.text.len())
                && follows(before, &known.before);
            if stands {
                return Some((known.owner, known.length));
            }
            form = known.shorter.map(|index| &self.forms[index]);
        }
        None
    }
}

/// The first name that starts in a part of a text.
fn next(text: &str, part: Range<usize>, name_at: &impl Fn(usize) -> Option<Name>) -> Option<Name> {
    let from = part.start;
    let before = text[..from].chars().next_back();
    let mut in_word = before.is_some_and(char::is_alphanumeric);
    let mut at = from;
    while at < part.end {
        if !in_word && let Some(name) = name_at(at) {
            return Some(name);
        }
        let rest = &text.as_bytes()[at..part.end];
        let letters = rest.iter().take_while(|byte| LETTERS[usize::from(**byte)]);
        let letters = letters.count();
        in_word = letters > 0;
        if in_word {
            at += letters;
        } else if rest[0].is_ascii() {
            at += 1;
        } else if let Some(c) = text[at..].chars().next() {
            at += c.len_utf8();
            in_word = c.is_alphanumeric();
        }
    }
    None
}

/// The names that start in a part of a text, in order and without overlap: whose they are and their bytes;
/// and where to go on, if there may be more behind that part. `name_at` gives the longest name that the
/// text holds from a byte on.
pub(super) fn scan(
    text: &str,
    part: Range<usize>,
    name_at: impl Fn(usize) -> Option<Name>,
) -> (Vec<Name>, Option<usize>) {
    let mut found: Vec<Name> = Vec::new();
    // A name is said again once; what follows names it anew.
    let mut said_again = false;
    let mut from = part.start;
    let mut until = char_at(text, part.end);
    while let Some((owner, name)) = next(text, from..until, &name_at) {
        from = name.end;
        let same = found.last_mut().filter(|(before, first)| {
            let once = *before == owner && !said_again;
            once && is_apposition(text, first.clone(), name.clone())
        });
        if let Some((_, first)) = same {
            said_again = true;
            first.end = name.end + usize::from(closes_bracket(text, first.clone(), name));
        } else if name.start >= part.end {
            return (found, Some(name.start));
        } else {
            found.push((owner, name));
            said_again = false;
        }
        until = until.max(char_at(text, from + GAP));
    }
    (found, (until < text.len()).then_some(until))
}

/// The bit that stands for a second byte.
const fn bit(byte: u8) -> u64 {
    1 << (byte % 64)
}

/// The letters and digits of ASCII. A table is read in a fraction of the time that it takes to ask.
const LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        letters[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    letters
};

/// The most bytes between a form and another that says it again.
const GAP: usize = 4;

/// Whether a text goes on otherwise than a form at a character that is written otherwise in names.
fn leaves_oddly(text: &str, form: &str) -> bool {
    let pairs = text.bytes().zip(form.bytes());
    let mut shared = pairs.take_while(|(one, other)| one == other).count();
    while !text.is_char_boundary(shared) {
        shared -= 1;
    }
    // An accent stands behind the letter that it belongs to.
    let mut next = text[shared..].chars().take(2);
    shared < form.len() && next.any(is_odd)
}

/// The start of the first character that begins at a byte or behind it.
fn char_at(text: &str, byte: usize) -> usize {
    let is_start = |byte: &usize| text.is_char_boundary(*byte);
    (byte..text.len()).find(is_start).unwrap_or(text.len())
}

/// Whose a name is, and its bytes.
type Name = (usize, Range<usize>);

/// What stands before, in and behind the square brackets of a form.
fn parted(form: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = form.split_once('[')?;
    let (name, behind) = rest.split_once(']')?;
    Some((before, name, behind))
}

/// The form itself and, where it starts small, the form at the start of a sentence.
fn spellings(form: &str) -> impl Iterator<Item = String> {
    let mut letters = form.chars();
    let capital = letters
        .next()
        .filter(|first| first.is_lowercase())
        .map(|first| {
            let upper: String = first.to_uppercase().collect();
            upper + letters.as_str()
        });
    std::iter::once(form.to_owned()).chain(capital)
}

/// Whether a text ends with these words, of which the first is whole.
fn follows(text: &str, words: &str) -> bool {
    let letter_before = |text: &str| text.chars().next_back().is_some_and(char::is_alphanumeric);
    words.is_empty()
        || text
            .strip_suffix(words)
            .is_some_and(|text| !letter_before(text))
}

/// Whether a word goes on at a byte of a text.
fn continues(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether a second form says again what the first said, rather than naming the thing once more.
fn is_apposition(text: &str, first: Range<usize>, second: Range<usize>) -> bool {
    let gap = &text[first.end..second.start];
    let differs = || plain(&text[first]).0 != plain(&text[second]).0;
    matches!(gap, " (" | " " | ", " | " «") && differs()
}

fn closes_bracket(text: &str, first: Range<usize>, second: Range<usize>) -> bool {
    text[first.end..second.start].ends_with('(') && text[second.end..].starts_with(')')
}

#[cfg(test)]
mod tests {
    use super::scan;
    use crate::catalogue::Catalogue;

    #[test]
    fn finds_names_where_readers_find_them() {
        let catalogue = Catalogue::embedded();
        for (text, found) in [
            (
                "in Raad van Europa (RvE)-verband",
                &["Raad van Europa (RvE)"][..],
            ),
            ("de RvE-budgetonderhandelingen", &["RvE"]),
            ("niet-EU, EU-waarden en EUR", &["EU", "EU"]),
            ("de EU, EU-landen", &["EU", "EU"]),
            ("OESO-richtlijnenboek", &["OESO"]),
            ("verstrekking van EKV’s", &["EKV"]),
            ("Europarlement en Europa", &["Europa"]),
            ("met focus op beleid", &[]),
            ("Mensenrechtenfonds (MRF)", &["Mensenrechtenfonds (MRF)"]),
            (
                "Raad van Europa (RvE) Raad van Europa (RvE)",
                &["Raad van Europa (RvE)", "Raad van Europa (RvE)"],
            ),
            (
                "Corporate Sustainability Due Diligence Directive CS3D), is",
                &["Corporate Sustainability Due Diligence Directive CS3D"],
            ),
            (
                "richtlijn voor ambassades, Strengthening and Protecting Civic Space and its Defenders, x",
                &[
                    "richtlijn voor ambassades, Strengthening and Protecting Civic Space and its Defenders",
                ],
            ),
            (
                "het Comité van Ministers van de RvE",
                &["Comité van Ministers", "RvE"],
            ),
            (
                "de OESO-richtlijnen in OESO verband",
                &["OESO-richtlijnen", "OESO"],
            ),
            (
                "De kabinetsreactie op de IOB-evaluatie, de IOB-evaluatie en de kabinetsreactie.",
                &["kabinetsreactie", "IOB", "evaluatie", "IOB", "evaluatie"],
            ),
            ("een evaluatie, EIOB-evaluatie, IOB-evaluaties", &["IOB"]),
            (
                "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
                &["Voorzitter", "Tweede Kamer der Staten-Generaal"],
            ),
            ("de Voorzitter van de Eerste Kamer", &[]),
            (
                "Raad\u{a0}van Europa (RvE); Financie\u{308}n; Omnibus\u{2011}I, EU’s",
                &[
                    "Raad\u{a0}van Europa (RvE)",
                    "Financie\u{308}n",
                    "Omnibus\u{2011}I",
                    "EU",
                ],
            ),
            ("", &[]),
        ] {
            let names: Vec<_> = scan(text, 0..text.len(), |at| catalogue.name_at(text, at))
                .0
                .into_iter()
                .map(|(_, range)| &text[range])
                .collect();
            assert_eq!(names, found, "{text}");
        }
    }
}
