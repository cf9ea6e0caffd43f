//! When: days, parts of a year, years, and the words that make a stretch of time or a term of them.

use super::{
    kind::{FigureKind, Found},
    lexicon::{self, Lower},
    quantity::quantity,
    token::{Class, Shape, Token, token_at},
};
use crate::letter::Date;

/// The day, part of a year, year or years that start with a token.
pub(super) fn moment(text: &str, first: Token) -> Option<Found> {
    let (kind, end) = single(text, first)?;
    let later = || {
        let mut next = behind_to(text, end)?;
        if matches!(next.text, "de" | "het" | "the") {
            next = next.next(text)?;
        }
        single(text, next)
    };
    match kind {
        FigureKind::Date | FigureKind::Year => {
            Some(later().map_or((kind, end), |(_, end)| (FigureKind::Period, end)))
        }
        _ => Some((kind, end)),
    }
}

/// The token behind `tot`, `tot en met`, `t/m` or a dash.
fn behind_to(text: &str, from: usize) -> Option<Token<'_>> {
    let word = token_at(text, from)?;
    let next = word.next(text)?;
    match word.text {
        "tot" if next.text == "en" => next.next(text).filter(|met| met.text == "met")?.next(text),
        "tot" | "t/m" | "–" | "-" | "to" | "until" => Some(next),
        _ => None,
    }
}

fn single(text: &str, first: Token) -> Option<Found> {
    match first.class() {
        Class::Digits if first.starts_free(text) && first.ends_free(text) => digits(text, first),
        Class::Word => words(text, first),
        _ => None,
    }
}

fn digits(text: &str, first: Token) -> Option<Found> {
    match first.shape() {
        Shape::Day => Some((FigureKind::Date, first.end)),
        Shape::Years => Some((FigureKind::Period, first.end)),
        Shape::Days => Some((FigureKind::Period, month_after(text, first.end)?)),
        Shape::TwoDays => Some((FigureKind::Date, month_after(text, first.end)?)),
        Shape::Whole(1..=31) => day(text, first),
        shape if shape.is_year() => Some((FigureKind::Year, first.end)),
        _ => None,
    }
}

/// `10 april 2025`, `10 en 11 april`, `10 tot 12 april 2025`.
fn day(text: &str, first: Token) -> Option<Found> {
    if let Some(end) = month_after(text, first.end) {
        return Some((FigureKind::Date, end));
    }
    let and = first
        .next(text)
        .filter(|word| matches!(word.text, "en" | "and"));
    let (kind, other) = match and {
        Some(and) => (FigureKind::Date, and.next(text)?),
        None => (FigureKind::Period, behind_to(text, first.end)?),
    };
    matches!(other.shape(), Shape::Whole(1..=31))
        .then(|| Some((kind, month_after(text, other.end)?)))
        .flatten()
}

/// Where a month behind a byte ends, with the year if it has one.
fn month_after(text: &str, from: usize) -> Option<usize> {
    let month =
        token_at(text, from).filter(|word| lexicon::month(Lower::of(word.text).as_str()))?;
    Some(year_after(text, behind_stop(text, month)).unwrap_or(month.end))
}

/// The end of a word, or of the full stop that says that it is cut short.
fn behind_stop(text: &str, word: Token) -> usize {
    let short = word.text.len() <= 4 && text[word.end..].starts_with('.');
    word.end + usize::from(short)
}

/// Where a year behind a byte ends.
fn year_after(text: &str, from: usize) -> Option<usize> {
    let mut next = token_at(text, from)?;
    if matches!(next.text, "van" | "of" | "in") {
        next = next.next(text)?;
    }
    let year = next.shape().is_year() || next.shape() == Shape::Years;
    (year && next.ends_free(text)).then_some(next.end)
}

fn words(text: &str, first: Token) -> Option<Found> {
    let lower = Lower::of(first.text);
    let lower = lower.as_str();
    let end = if lexicon::month(lower) {
        year_after(text, behind_stop(text, first))?
    } else if lexicon::part_of_year(lower) {
        year_after(text, first.end)
            .or_else(|| month_or_this_year(text, first.end))
            .or_else(|| quarter_after(text, first.end))?
    } else if lexicon::ordinal(lower) {
        share_of_year(text, first)?
    } else if is_quarter(first) {
        year_after(text, first.end).unwrap_or(first.end)
    } else {
        return None;
    };
    Some((FigureKind::Date, end))
}

fn is_quarter(word: Token) -> bool {
    matches!(word.text, "Q1" | "Q2" | "Q3" | "Q4")
}

/// Behind `eind`: `Q2 2026`, `van het tweede kwartaal`.
fn quarter_after(text: &str, from: usize) -> Option<usize> {
    let mut next = token_at(text, from)?;
    for small in ["van", "het"] {
        if next.text == small {
            next = next.next(text)?;
        }
    }
    if is_quarter(next) {
        return Some(year_after(text, next.end).unwrap_or(next.end));
    }
    let ordinal = lexicon::ordinal(Lower::of(next.text).as_str());
    ordinal.then(|| share_of_year(text, next)).flatten()
}

/// Behind `eind`: `juni`, `juni 2026`, `van het jaar`, `dit jaar`.
fn month_or_this_year(text: &str, from: usize) -> Option<usize> {
    let mut next = token_at(text, from)?;
    if matches!(next.text, "van" | "of") {
        next = next.next(text)?;
    }
    let of_year = || {
        let year = next.next(text)?;
        let this = matches!(
            next.text,
            "het" | "dit" | "vorig" | "volgend" | "komend" | "the" | "this" | "next"
        );
        (this && matches!(year.text, "jaar" | "kalenderjaar" | "year"))
            .then(|| year_after(text, year.end).unwrap_or(year.end))
    };
    let month = Date::month(next.text).is_some();
    let of_month = || month.then(|| year_after(text, next.end).unwrap_or(next.end));
    of_month().or_else(of_year)
}

/// `eerste kwartaal van 2026`, `tweede helft van dit jaar`; a half of what is no year is none.
fn share_of_year(text: &str, first: Token) -> Option<usize> {
    let share = first.next(text)?;
    let lower = Lower::of(share.text);
    let lower = lower.as_str();
    if !lexicon::share_of_year(lower) {
        return None;
    }
    year_after(text, share.end)
        .or_else(|| month_or_this_year(text, share.end))
        .or_else(|| (!matches!(lower, "helft" | "half")).then_some(share.end))
}

/// A month that has no day and no year: behind `in`, `eind`, `sinds` and the like.
pub(super) fn month_alone(text: &str, word: Token, before: Option<Token>) -> Option<Found> {
    Date::month(word.text)?;
    let before = Lower::of(before?.text);
    let leads = matches!(
        before.as_str(),
        "in" | "eind"
            | "begin"
            | "medio"
            | "sinds"
            | "vanaf"
            | "per"
            | "tot"
            | "van"
            | "afgelopen"
            | "komende"
    );
    // English *may* is a verb.
    let named = word.text.starts_with(char::is_uppercase) || !word.text.eq_ignore_ascii_case("may");
    (leads && named && word.ends_free(text)).then_some((FigureKind::Date, word.end))
}

/// What a word says about the time that follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// It is the last day.
    AtLatest,
    /// It is the last day, or what something is for.
    For,
    /// It is the year, or the years, that something is about.
    About,
    /// It is the first of two ends.
    From,
    /// It is the last day, or what something is against.
    Against,
    /// It is how long there is.
    Within,
    /// Something starts or stops there.
    End,
}

/// `uiterlijk 1 juli 2026`, `voor het einde van 2025`, `binnen zes weken`; `sinds 2018`, `tot en met 2027`.
pub(super) fn with_end(text: &str, word: Token, lower: &str) -> Option<Found> {
    if matches!(lower, "tussen" | "between") {
        return Some((FigureKind::Period, between(text, word)?));
    }
    let (lead, from) = lead(text, word, lower)?;
    let next = behind_small(text, from)?;
    if counts_something(text, next) {
        return (lead == Lead::Within).then(|| within(text, next)).flatten();
    }
    let at = || moment(text, next).or_else(|| month_alone(text, next, Some(word)));
    let (kind, end) = match lead {
        Lead::AtLatest => (
            FigureKind::Deadline,
            at().map(|(_, end)| end).or_else(|| known(text, next))?,
        ),
        Lead::For => match before(text, next) {
            Some(end) => (FigureKind::Deadline, end),
            None => (FigureKind::Period, moment(text, next)?.1),
        },
        Lead::About => {
            let year = next.shape().is_year() || next.shape() == Shape::Years;
            (FigureKind::Period, at().filter(|_| year)?.1)
        }
        Lead::From => {
            let (kind, end) = at().filter(|_| next.shape() != Shape::Years)?;
            let to = |word| matches!(word, "tot" | "t/m" | "to" | "until");
            let two = text[next.start..end].split_whitespace().any(to);
            (two && kind == FigureKind::Period).then_some((kind, end))?
        }
        Lead::Against => {
            let found =
                at().filter(|(kind, _)| matches!(kind, FigureKind::Date | FigureKind::Year));
            (FigureKind::Deadline, found?.1)
        }
        Lead::Within => within(text, next)?,
        Lead::End => (FigureKind::Period, at()?.1),
    };
    Some((kind, end))
}

/// `zes weken` behind `binnen`.
fn within(text: &str, next: Token) -> Option<Found> {
    let (kind, end) = quantity(text, next)?.found;
    (kind == FigureKind::Period).then_some((FigureKind::Deadline, end))
}

/// Whether a number that looks like a year says how many: `vanaf 2000 euro`.
fn counts_something(text: &str, number: Token) -> bool {
    let round = matches!(number.shape(), Shape::Whole(year) if year % 100 == 0);
    let counts = |text| quantity(text, number).is_some_and(|counted| counted.beats_a_year(round));
    number.shape().is_year() && counts(text)
}

/// Where `tussen 2022 en 2027` ends.
fn between(text: &str, word: Token) -> Option<usize> {
    let (_, end) = single(text, behind_small(text, word.end)?)?;
    let and = token_at(text, end).filter(|and| matches!(and.text, "en" | "and"))?;
    single(text, behind_small(text, and.end)?).map(|(_, end)| end)
}

fn lead(text: &str, word: Token, lower: &str) -> Option<(Lead, usize)> {
    let phrase = |further: &str| {
        text[word.end..]
            .starts_with(further)
            .then_some(word.end + further.len())
    };
    let end = word.end;
    Some(match lower {
        "uiterlijk" | "vóór" | "before" | "by" => (Lead::AtLatest, end),
        "niet" => (Lead::AtLatest, phrase(" later dan")?),
        "no" => (Lead::AtLatest, phrase(" later than")?),
        "voor" | "for" => (Lead::For, end),
        "over" | "gedurende" | "during" => (Lead::About, end),
        "van" => (Lead::From, end),
        "tegen" => (Lead::Against, end),
        "binnen" | "within" => (Lead::Within, end),
        "vanaf" | "sinds" | "na" | "per" | "t/m" | "since" | "after" | "from" | "until" => {
            (Lead::End, end)
        }
        "met" => (Lead::End, phrase(" ingang van")?),
        "as" => (Lead::End, phrase(" of")?),
        "tot" => match phrase(" uiterlijk") {
            Some(end) => (Lead::AtLatest, end),
            None => (Lead::End, phrase(" en met").unwrap_or(end)),
        },
        _ => return None,
    })
}

/// The first token behind a byte that is no preposition, then no article, and not the word *jaar* before a
/// year.
fn behind_small(text: &str, from: usize) -> Option<Token<'_>> {
    let prepositions = ["op", "in", "per", "aan", "voor", "on", "at"];
    let articles = ["de", "het", "the", "aanstaande", "komende"];
    let mut next = token_at(text, from)?;
    for smalls in [&prepositions[..], &articles, &articles] {
        if smalls.contains(&next.text) {
            next = next.next(text)?;
        }
    }
    let year = matches!(
        next.text,
        "jaar" | "begrotingsjaar" | "kalenderjaar" | "year"
    );
    let behind = next.next(text).filter(|behind| {
        let shape = behind.shape();
        year && (shape.is_year() || shape == Shape::Years)
    });
    Some(behind.unwrap_or(next))
}

/// Behind `voor`: what can hardly be anything but a last day. `Voor 2025` and `voor juni 2026` tell what
/// something is for as often as not.
fn before(text: &str, next: Token) -> Option<usize> {
    let lower = Lower::of(next.text);
    let day = next.class() == Class::Digits;
    let end = matches!(lower.as_str(), "eind" | "einde" | "end" | "zomer");
    let found = moment(text, next).filter(|(kind, _)| (day || end) && *kind == FigureKind::Date);
    found.map(|(_, end)| end).or_else(|| known(text, next))
}

/// A time of the Chamber's year, with its year if it has one.
fn known(text: &str, word: Token) -> Option<usize> {
    lexicon::known_time(Lower::of(word.text).as_str())
        .then(|| year_after(text, word.end).unwrap_or(word.end))
}
