//! Who and when: every point or stretch of time that a letter names, with who it is said of where that stands in
//! the same sentence. Times are the terms of statements and the dates, years, periods and deadlines among the
//! figures; each stands in the list once.

use super::{sentence, subject};
use crate::{
    catalogue::{Figure, FigureKind},
    letter::{Date, Letter, Span, Statement, StatementKind},
};
use std::collections::BTreeMap;

/// A time that a letter names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// Its words.
    pub span: Span,
    /// What sort of time it is.
    pub kind: FigureKind,
    /// Who it is said of, as the sentence has it.
    pub who: Option<Span>,
    /// What the statement does whose term it is; none for the years of a name and the like.
    pub statement: Option<StatementKind>,
    /// The first year it names, and the last.
    pub years: Option<(u32, u32)>,
    /// Where it stands among others of its first year: month and day, as far as they are named.
    day: (u32, u32),
    /// Whether it was found by rule, and not by the makers.
    pub by_rule: bool,
}

impl When {
    /// Where it stands by time: what names no year comes last.
    #[must_use]
    pub fn order(&self) -> (bool, u32, (u32, u32), u32) {
        let (first, last) = self.years.unwrap_or_default();
        (self.years.is_none(), first, self.day, last)
    }
}

/// The times that the statements of a letter set themselves.
#[must_use]
pub fn of_statements(letter: &Letter, statements: &[Statement]) -> Vec<When> {
    let read = letter.knows_statements();
    let terms = statements.iter().filter_map(|own| Some((own, own.term?)));
    terms
        .map(|(own, term)| When {
            who: own.who,
            statement: Some(own.kind),
            by_rule: !read,
            ..at(letter, term, kind_of(letter.words(term)))
        })
        .collect()
}

/// The times among some figures that are in the order of the text, as far as no term of a statement has them.
/// The statements are in that order too.
#[must_use]
pub fn of_figures(
    letter: &Letter,
    statements: &[Statement],
    figures: impl Iterator<Item = Figure>,
) -> Vec<When> {
    let is_time = |figure: &Figure| {
        matches!(
            figure.kind,
            FigureKind::Date | FigureKind::Year | FigureKind::Period | FigureKind::Deadline
        )
    };
    let mut found = Vec::new();
    for figure in figures.filter(is_time) {
        let span = figure.span;
        let upto = statements.partition_point(|own| own.span.place() <= span.place());
        // They hardly overlap: what holds the figure is among the last that begin before it.
        let mut last = statements[..upto].iter().rev().take(3);
        let holds =
            |own: &&Statement| own.span.paragraph == span.paragraph && span.end <= own.span.end;
        let own = last.find(holds);
        let touches = |term: Span| term.start < span.end && span.start < term.end;
        if own.and_then(|own| own.term).is_some_and(touches) {
            continue;
        }
        let stated = own.and_then(|own| own.who);
        let who = stated.or_else(|| subject::subject(letter, sentence::whole(letter, span)));
        found.push(When {
            who: who.filter(|who| is_said_of(letter, *who, span)),
            ..at(letter, span, figure.kind)
        });
    }
    found
}

/// Whether a time is said of who the sentence is about: no clause, quotation or bracket stands between them, or the
/// time stands in brackets right behind. The date on which an advice was published is none of who thanks for it.
fn is_said_of(letter: &Letter, who: Span, time: Span) -> bool {
    let text = letter.paragraph(who.paragraph);
    let (from, to) = if who.end <= time.start {
        (who.end, time.start)
    } else {
        (time.end, who.start.max(time.end))
    };
    let between = &text[from..to];
    between == " (" || !between.contains([',', ';', ':', '(', ')', '«', '»', '“', '”', '‘'])
}

fn at(letter: &Letter, span: Span, kind: FigureKind) -> When {
    let words = letter.words(span);
    let (years, day) = time(words);
    When {
        span,
        kind,
        who: None,
        statement: None,
        years,
        day,
        by_rule: true,
    }
}

/// What sort of time a term is, by its first word.
fn kind_of(words: &str) -> FigureKind {
    let first = words
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    match first.as_str() {
        "uiterlijk" | "vóór" | "binnen" => FigureKind::Deadline,
        "vanaf" | "sinds" | "tot" | "tussen" | "voor" | "de" => FigureKind::Period,
        "in" if words.split_whitespace().count() == 2 => FigureKind::Year,
        _ => FigureKind::Date,
    }
}

/// The years that words name, the first and the last, and month and day of the first.
fn time(words: &str) -> (Option<(u32, u32)>, (u32, u32)) {
    let parts = words.split(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let is_year = |part: &&str| {
        part.len() == 4
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && ("1900"..="2199").contains(part)
    };
    let years = parts
        .iter()
        .copied()
        .filter(is_year)
        .filter_map(|part| part.parse().ok());
    let years: Vec<u32> = years.collect();
    let years = years.first().map(|&first| {
        (
            first,
            years.iter().copied().max().unwrap_or(first).max(first),
        )
    });
    let months = parts.iter().enumerate();
    let month = months
        .into_iter()
        .find_map(|(at, part)| Some((at, month(part)?)));
    let day = month.and_then(|(at, _)| parts[..at].last()?.parse().ok());
    let day = day.filter(|day| (1..=31).contains(day));
    (
        years,
        (month.map_or(0, |(_, month)| month), day.unwrap_or_default()),
    )
}

/// The month of this name, or the one in which a part of a year stands.
fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    Some(match word.as_str() {
        "begin" => 1,
        "voorjaar" | "lente" | "spring" => 3,
        "medio" | "zomer" | "summer" => 6,
        "najaar" | "herfst" | "autumn" => 9,
        "eind" | "einde" | "winter" => 12,
        _ => return Date::month(&word),
    })
}

/// How much a year holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InYear {
    /// What names it: a day, a month, the year itself, an end of a period.
    pub named: usize,
    /// What runs through it and names it not: the years between the two ends of a period.
    pub running: usize,
}

/// How much each year holds that a time names or runs through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Years {
    held: BTreeMap<u32, InYear>,
    /// How many times name no year.
    without: usize,
}

impl Years {
    /// Counts in some more times.
    pub fn add(&mut self, whens: &[When]) {
        for when in whens {
            let Some((first, last)) = when.years else {
                self.without += 1;
                continue;
            };
            for year in years_of(when) {
                let own = self.held.entry(year).or_default();
                if year == first || year == last {
                    own.named += 1;
                } else {
                    own.running += 1;
                }
            }
        }
    }

    /// The years that hold something, in order.
    pub fn all(&self) -> impl Iterator<Item = (u32, InYear)> + '_ {
        self.held.iter().map(|(year, held)| (*year, *held))
    }

    /// How many times name no year.
    #[must_use]
    pub const fn without(&self) -> usize {
        self.without
    }
}

/// The longest stretch that counts for the years between its ends: what is longer is no plan.
const LONGEST: u32 = 60;

/// The years that a time names or runs through.
pub fn years_of(when: &When) -> impl Iterator<Item = u32> {
    let years = when.years.into_iter();
    years.flat_map(|(first, last)| {
        let last = if last - first > LONGEST { first } else { last };
        first..=last
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue::Figures, letter::embedded, reading::signals};

    fn all(letter: &Letter) -> Vec<When> {
        let statements = signals::statements(letter);
        let mut all = of_statements(letter, &statements);
        all.extend(of_figures(letter, &statements, Figures::find(letter).all()));
        all.sort_by_key(|when| when.span);
        all
    }

    #[test]
    fn times_are_read_as_their_words_say() {
        for (words, years, day) in [
            ("31 oktober 2025", Some((2025, 2025)), (10, 31)),
            ("juni 2023", Some((2023, 2023)), (6, 0)),
            ("2022–2027", Some((2022, 2027)), (0, 0)),
            ("vanaf 2026", Some((2026, 2026)), (0, 0)),
            ("zomer van 2024", Some((2024, 2024)), (6, 0)),
            ("uiterlijk eind 2026", Some((2026, 2026)), (12, 0)),
            (
                "tussen 1 mei 2024 en 3 juni 2025",
                Some((2024, 2025)),
                (5, 1),
            ),
            ("binnen zes weken", None, (0, 0)),
            ("1024", None, (0, 0)),
        ] {
            assert_eq!(time(words), (years, day), "{words}");
        }
    }

    #[test]
    fn each_time_of_the_letter_stands_there_once_with_who_it_is_said_of() {
        let letter = embedded();
        let all = all(&letter);
        for pair in all.windows(2) {
            let overlap = pair[0].span.paragraph == pair[1].span.paragraph
                && pair[1].span.start < pair[0].span.end;
            assert!(!overlap, "{pair:?}");
        }
        let told = |words: &str| {
            let when = all
                .iter()
                .find(|when| letter.words(when.span).contains(words))
                .unwrap();
            (when.who.map(|who| letter.words(who)), when.by_rule)
        };
        assert_eq!(told("Sinds 2018"), (Some("de Rijksoverheid"), false));
        assert_eq!(told("vanaf 2026"), (Some("minder posten"), false));
        assert_eq!(told("In 2025"), (Some("Nederland"), false));
        assert!(told("2023–2028").1);
        assert_eq!(told("10 april 2025"), (None, true));
        assert_eq!(
            told("juni 2023")
                .0
                .map(|who| who.starts_with("De toenmalige")),
            Some(true)
        );
        assert_eq!(told("Voor 2025"), (Some("Nederland"), true));
        for when in &all {
            if let Some(who) = when.who {
                assert_eq!(who.paragraph, when.span.paragraph);
            }
        }
    }

    #[test]
    fn a_period_counts_in_each_of_its_years() {
        let mut years = Years::default();
        years.add(&all(&embedded()));
        let held: BTreeMap<u32, InYear> = years.all().collect();
        let sum = |year: u32| held[&year].named + held[&year].running;
        assert!(sum(2025) >= 5 && held[&2024].running >= 3, "{held:?}");
        assert_eq!((held[&2029].named, held[&2029].running), (0, 1));
        assert!(!held.contains_key(&2016) && !held.contains_key(&2031));
    }
}
