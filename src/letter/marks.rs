//! Note marks in plain text: digits glued to what precedes, counting up from one.
//!
//! `«…»1`, `moties1`, `20181` (the year, and a mark), `[1]` behind a word are marks; `5+1`, `WSIS+20`, `CO2`
//! and years are not. What looks like a mark is collected with its weight ([`weight`]), and the run of numbers that
//! weighs most is taken: marks that are missed cost something, and do not end the count. Where the texts of the notes
//! are known, their numbers are the list to look for.

mod weight;

use crate::text::raised;
use std::ops::Range;
use weight::DOUBTFUL;

/// A note mark in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The bytes of it, brackets included.
    pub(super) range: Range<usize>,
    pub(super) number: u32,
}

/// The numbers that marks are looked for by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought<'known> {
    /// That of the first mark.
    pub(super) first: u32,
    /// Those of the notes, where their texts are known, from the lowest up; empty where they are not.
    pub(super) known: &'known [u32],
}

impl Sought<'_> {
    /// Numbers from this one up.
    pub(super) const fn from(first: u32) -> Self {
        Self { first, known: &[] }
    }

    fn has(self, number: u32) -> bool {
        self.known.is_empty() || self.known.binary_search(&number).is_ok()
    }

    /// What it costs to miss so many marks in a row. The first is the dearest, and less than one mark brings that is
    /// sure: who misses one misses the next as easily. At the start of a text nothing is counted yet.
    fn missed(self, count: u32, at_start: bool) -> i32 {
        let (first, further) = match (self.known.is_empty(), at_start) {
            (false, _) => (3, 1),
            (true, true) => (25, 8),
            (true, false) => (17, 6),
        };
        match i32::try_from(count) {
            Ok(0) => 0,
            Ok(count) => first + further * (count - 1),
            Err(_) => i32::MAX,
        }
    }
}

/// So many marks in a row can be missed.
const GAP: u32 = 12;

/// A mark in the run that weighs most, with the one before it.
#[derive(Clone)]
struct Link {
    found: Found,
    weight: i32,
    before: Option<usize>,
    doubtful: bool,
}

/// The note marks in a text: raised digits where it has more of them than others.
pub(super) fn find(text: &str, sought: Sought<'_>) -> Vec<Found> {
    let printed = find_digits(text, sought);
    let shown = find_raised(text, sought);
    if shown.len() > printed.len() {
        shown
    } else {
        printed
    }
}

/// The marks in raised digits. Behind a unit they are none.
fn find_raised(text: &str, sought: Sought<'_>) -> Vec<Found> {
    // Most texts have none, which their bytes show at once.
    let is_one = |pair: &[u8]| matches!(pair, [0xc2, 0xb2 | 0xb3 | 0xb9] | [0xe2, 0x81]);
    if !text.as_bytes().windows(2).any(is_one) {
        return Vec::new();
    }
    let mut chain = Chain::new(sought);
    let mut end = 0;
    for (start, c) in text.char_indices() {
        if start < end || raised::digit(c).is_none() {
            continue;
        }
        let digits: String = text[start..].chars().map_while(raised::digit).collect();
        end = start
            + text[start..]
                .chars()
                .take(digits.len())
                .map(char::len_utf8)
                .sum::<usize>();
        let is_glued = text[..start].ends_with(|c: char| !c.is_whitespace());
        if let Ok(number) = digits.parse()
            && is_glued
            && !raised::belongs_to_word(&text[..start])
        {
            let range = start..end;
            chain.add(Found { range, number }, weight::SURE);
        }
    }
    chain.heaviest()
}

/// The marks in digits as they are typed.
fn find_digits(text: &str, sought: Sought<'_>) -> Vec<Found> {
    let mut chain = Chain::new(sought);
    let mut last_end = 0;
    each_run(text, |run| {
        let near = last_end > 0 && run.start - last_end <= 2;
        weight::candidates(text, run, near, |found, worth| {
            if worth > DOUBTFUL {
                last_end = found.range.end;
            }
            chain.add(found, worth);
        });
    });
    chain.heaviest()
}

/// Whether a number can stand as a mark behind words, of which the last digits may be a number of their own: without
/// a doubt, in doubt, or not at all.
pub(crate) fn stands(before: &str, label: &str) -> Option<bool> {
    let before = weight::tail(before);
    let words = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let own = &before[words.len()..];
    let worth = weight::weigh(words, own, label)?;
    Some(worth > DOUBTFUL)
}

/// The runs of numbers that were seen so far.
struct Chain<'known> {
    sought: Sought<'known>,
    links: Vec<Link>,
    /// By number: the run that ends with it and weighs most.
    best: Vec<Option<usize>>,
    top: Option<usize>,
}

impl<'known> Chain<'known> {
    const fn new(sought: Sought<'known>) -> Self {
        Self {
            sought,
            links: Vec::new(),
            best: Vec::new(),
            top: None,
        }
    }

    /// Adds what may be a mark to the run that it makes heaviest.
    fn add(&mut self, found: Found, worth: i32) {
        let Sought { first, .. } = self.sought;
        if found.number < first || !self.sought.has(found.number) {
            return;
        }
        let number = found.number as usize;
        let runs = (1..=GAP + 1).filter_map(|step| {
            let before = found.number.checked_sub(step)?;
            if before + 1 == first {
                return Some((worth - self.sought.missed(step - 1, true), None));
            }
            let link = (*self.best.get(before as usize)?)?;
            let other = &self.links[link];
            let cost = self.sought.missed(step - 1, false);
            (other.found.range.end <= found.range.start)
                .then_some((other.weight + worth - cost, Some(link)))
        });
        let Some((weight, before)) = runs.max_by_key(|(weight, _)| *weight) else {
            return;
        };
        if self.best.len() <= number {
            self.best.resize(number + 1, None);
        }
        if self.best[number].is_some_and(|link| self.links[link].weight >= weight) {
            return;
        }
        let link = self.links.len();
        self.links.push(Link {
            found,
            weight,
            before,
            doubtful: worth <= DOUBTFUL,
        });
        self.best[number] = Some(link);
        let most = self.top.map_or(0, |top| self.links[top].weight);
        if weight > most {
            self.top = Some(link);
        }
    }

    /// The marks of the run that weighs most, in the order of the text.
    fn heaviest(self) -> Vec<Found> {
        let mut marks = Vec::new();
        let mut next = self.top;
        while let Some(link) = next {
            let link = &self.links[link];
            // What ends the count in doubt is no mark, unless its note is there.
            if !(link.doubtful && marks.is_empty() && self.sought.known.is_empty()) {
                marks.push(link.found.clone());
            }
            next = link.before;
        }
        marks.reverse();
        marks
    }
}

/// Each run of digits in a text. Most runs of bytes are seen at one glance to hold none.
fn each_run(text: &str, mut take: impl FnMut(Range<usize>)) {
    const GLANCE: usize = 32;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let glance = &bytes[at..bytes.len().min(at + GLANCE)];
        if glance
            .iter()
            .fold(true, |none, byte| none & !byte.is_ascii_digit())
        {
            at += glance.len();
            continue;
        }
        let Some(start) = glance.iter().position(u8::is_ascii_digit) else {
            continue;
        };
        let start = at + start;
        let length = bytes[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        take(start..start + length);
        at = start + length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Vec<&str> {
        let found = find(text, Sought::from(1));
        found.into_iter().map(|mark| &text[mark.range]).collect()
    }

    #[test]
    fn marks_and_what_only_looks_like_one() {
        for (text, found) in [
            ("Rechtsorde»1 reeds actief", &["1"][..]),
            ("de moties1 die, zoals De Korte2 zei", &["1", "2"]),
            ("in 20181 en 2017–20192 zijn", &["1", "2"]),
            ("Sport<1> heeft[2] dat", &["<1>", "[2]"]),
            (
                "€ 10 miljoen1, 3,5 miljard2 en 42 landen3",
                &["1", "2", "3"],
            ),
            ("waarom?1 Voor 10%2.", &["1", "2"]),
            ("zijn.1 2 Ook, en «dat»3, 4 niet", &["1", " 2", "3", " 4"]),
            ("«dit»1,\n2 heb ik", &["1", "2 "]),
            (
                "op de 5+1 prioriteiten, WSIS+20, de CS3D, CO2, MH17, D66",
                &[],
            ),
            ("1,2 miljoen in 2.3 en 1 januari 2025 om 1.100", &[]),
            ("geborgd.07 Het", &[]),
            ("100 m2 en artikel1", &[]),
            ("uit 2018 en 2019, kst-1 en F-1", &[]),
        ] {
            assert_eq!(marks(text), found, "{text}");
        }
    }

    #[test]
    fn a_mark_that_is_missed_does_not_end_the_count() {
        assert_eq!(marks("een.1 twee 2 drie.3 vier.4"), ["1", "3", "4"]);
        assert_eq!(marks("een.1 ver.9"), ["1"]);
        assert_eq!(marks("er is € 10 miljoen2 voor"), ["2"]);
        assert_eq!(marks("SIS21 en dan SIS24"), [""; 0]);
        assert_eq!(
            marks("de SIS21 zegt.2 Dan NIS23 en»4 nog"),
            ["1", "2", "3", "4"]
        );
        assert_eq!(find("HERDRUK1 dan.2 En»3", Sought::from(2)).len(), 2);
    }

    #[test]
    fn a_mark_is_found_behind_what_holds_a_number_of_its_own() {
        for (text, found) in [
            ("een.1 D662 en MH173 ook zo.4", &["1", "2", "3", "4"][..]),
            (
                "voor 7 euro1 en 5‰2 bij 10°3 of 10°C4",
                &["1", "2", "3", "4"],
            ),
            ("een.1 in 2024/252 en 2023–243 zo.4", &["1", "2", "3", "4"]),
            ("o.a.1 enz. etc.2 van B.V.3 i.p.v.4", &["1", "2", "3", "4"]),
            ("€ 1.250.0001 en € 10.0002 voor", &["1", "2"]),
            (
                "CO21 per m22 en per km23 in de COVID-194",
                &["1", "2", "3", "4"],
            ),
            ("een.1 F-162, «dat»3", &["1", "2", "3"]),
            (
                "(Kamerstuk 36 800, nr. 9).1 En 36 801, nr. 10.2 Dat",
                &["1", "2"],
            ),
            ("wat MH17.1 zegt D66,2 en NIS2;3", &["1", "2", "3"]),
            ("dit[^1] en dat [2] of “zo”3", &["[^1]", " [2]", "3"]),
            ("de volgende:1 en dan.2", &["1", "2"]),
            ("‘dit’1 en 'dat'2 en \"zo\"3", &["1", "2", "3"]),
            // Nothing is a mark that is part of a number or a name.
            (
                "een.1 zomer ’23 en '24, de A27, F-16, 1.234 en 12.345",
                &["1"],
            ),
            ("paragraaf B.2 en II.3, om 14:30, versie 1.2 en nr.3", &[]),
            ("een.1 in 2023/24 en 2024-25, Q2, G7, 3,2 en 10.000", &["1"]),
            ("bijlage1 en spoor2 of fase3", &[]),
        ] {
            assert_eq!(marks(text), found, "{text}");
        }
    }

    #[test]
    fn marks_that_are_missed_do_not_end_the_count() {
        assert_eq!(marks("een.1 en vier.4 en vijf.5"), ["1", "4", "5"]);
        assert_eq!(
            marks("een.1 twee.2 zes.6 zeven.7 acht.8"),
            ["1", "2", "6", "7", "8"]
        );
        assert_eq!(marks("een.1 dan drie.3"), ["1", "3"]);
        assert_eq!(marks("woorden1 dan brieven3"), ["1", "3"]);
    }

    #[test]
    fn the_numbers_of_the_notes_are_the_list_to_look_for() {
        let of = |text: &str, known: &[u32]| {
            let found = find(text, Sought { first: 1, known });
            found.iter().map(|mark| mark.number).collect::<Vec<_>>()
        };
        assert_eq!(of("een.1 en dan de EU2", &[1, 2]), [1, 2]);
        assert_eq!(of("een.1 en dan.2 in 20213", &[1, 2]), [1, 2]);
        assert_eq!(of("van.9 tot.30", &[1, 2, 9, 10, 30]), [9]);
        assert_eq!(of("tot.4 en zo.5", &[1, 2, 3, 4, 5]), [4, 5]);
    }
}
