//! How much and how many: money, shares, and numbers of what is named behind them.

use super::{
    kind::{FigureKind, Found},
    lexicon::{self, Lower},
    token::{Class, Shape, Token, token_at},
};

/// Why a number counts as a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ground {
    /// For no reason yet.
    Bare,
    /// Something in the plural stands behind it.
    Noun,
    /// It has a currency, a per cent sign, a unit, or *miljoen*.
    Unit,
}

/// A number with what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub found: Found,
    pub ground: Ground,
}

impl Counted {
    /// Whether a number that may be a year is none.
    pub fn beats_a_year(self, round: bool) -> bool {
        self.ground == Ground::Unit || round && self.ground == Ground::Noun
    }

    /// Whether it has a unit that is no length of time.
    fn has_unit(self) -> bool {
        self.ground == Ground::Unit && self.found.0 != FigureKind::Period
    }
}

/// One number, with what belongs to it whatever it counts.
#[derive(Clone, Copy)]
struct One {
    end: usize,
    money: bool,
    large: bool,
    /// In digits with a point between, which may be no number at all.
    doubtful: bool,
}

/// The quantity that starts with a token: `€ 5`, `5 tot 10 procent`, `42 landen`.
pub(super) fn quantity(text: &str, first: Token) -> Option<Counted> {
    let one = one(text, first)?;
    let range = second(text, one.end).map(|other| counted(text, both(one, other)));
    let counts = |counted: &Counted| counted.ground != Ground::Bare;
    ratio(text, first, one)
        .or(range)
        .filter(counts)
        .or_else(|| Some(counted(text, one)))
        .filter(|counted| counted.ground == Ground::Unit || !one.doubtful)
}

/// `tussen de 5 en 10 procent`, `maximaal twee`, `ruim 300 meldingen`.
pub(super) fn with_bound(text: &str, word: Token, lower: &str) -> Option<Found> {
    if matches!(lower, "tussen" | "between") {
        return between(text, word);
    }
    let (length, firm) = lexicon::bound(&text[word.start..], lower)?;
    let first = token_at(text, word.start + length)?;
    let of_digits = first.class() == Class::Digits;
    if of_digits && !first.starts_free(text) {
        return None;
    }
    let counted = quantity(text, first)?;
    let plain = matches!(
        first.shape(),
        Shape::Whole(_) | Shape::Large | Shape::Between | Shape::Days
    );
    let one = lexicon::one(Lower::of(first.text).as_str());
    let doubtful = first.shape().is_year() || one && !firm;
    let counts = counted.ground != Ground::Bare || firm || of_digits && plain;
    (counted.ground == Ground::Unit || counts && !doubtful).then_some(counted.found)
}

fn between(text: &str, word: Token) -> Option<Found> {
    let mut first = word.next(text)?;
    if matches!(Lower::of(first.text).as_str(), "de" | "the") {
        first = first.next(text)?;
    }
    let from = one(text, first)?;
    let and = token_at(text, from.end)?;
    if !matches!(and.text, "en" | "and") {
        return None;
    }
    let to = one(text, and.next(text)?)?;
    let counted = counted(text, both(from, to));
    (counted.ground != Ground::Bare).then_some(counted.found)
}

const fn both(one: One, other: One) -> One {
    One {
        end: other.end,
        money: one.money || other.money,
        large: one.large || other.large,
        doubtful: one.doubtful || other.doubtful,
    }
}

fn one(text: &str, first: Token) -> Option<One> {
    let money = lexicon::currency(first.text);
    let number = if money { first.next(text)? } else { first };
    let mut end = number.end;
    let mut doubtful = false;
    if number.class() == Class::Digits {
        match number.shape() {
            Shape::Whole(_) => end = groups(text, number),
            Shape::Large | Shape::Between | Shape::Days | Shape::Sum => {}
            Shape::Years if money => {}
            Shape::Pointed => doubtful = true,
            _ => return None,
        }
        if !number.ends_free(text) {
            return None;
        }
    } else if !lexicon::number(Lower::of(number.text).as_str()) {
        return None;
    }
    for tail in [",-", ",–", ",—"] {
        if money && text[end..].starts_with(tail) {
            end += tail.len();
        }
    }
    let mut large = false;
    while let Some(next) = token_at(text, end)
        && lexicon::multiplies(Lower::of(next.text).as_str())
    {
        let cut_short = next.text.len() == 3 && text[next.end..].starts_with('.');
        (end, large) = (next.end + usize::from(cut_short), true);
    }
    Some(One {
        end,
        money,
        large,
        doubtful,
    })
}

/// How many groups of three digits a number has at most; more are no number that anybody writes.
const MOST_GROUPS: usize = 5;

/// The end of a number whose groups have space between: `36 800`. Whether it is one shows behind it.
fn groups(text: &str, first: Token) -> usize {
    let mut end = first.end;
    for _ in 0..MOST_GROUPS {
        let group = token_at(text, end).filter(|next| {
            first.text.len() <= 3
                && next.text.len() == 3
                && matches!(next.shape(), Shape::Whole(_))
                && next.start <= end + '\u{202f}'.len_utf8()
        });
        let Some(group) = group else {
            break;
        };
        end = group.end;
    }
    end
}

/// The second number of a range, behind the byte where the first ends.
fn second(text: &str, end: usize) -> Option<One> {
    let word = token_at(text, end)?;
    if !lexicon::to(Lower::of(word.text).as_str()) {
        return None;
    }
    let mut next = word.next(text)?;
    if word.text == "tot" && next.text == "en" {
        next = next
            .next(text)
            .filter(|met| met.text == "met")?
            .next(text)?;
    }
    one(text, next)
}

/// `één op de vijf vrouwen`, `1 op 3 kinderen`.
fn ratio(text: &str, first: Token, number: One) -> Option<Counted> {
    let small = first.class() == Class::Word || matches!(first.shape(), Shape::Whole(0..100));
    let of = token_at(text, number.end).filter(|word| small && word.text == "op")?;
    let mut next = of.next(text)?;
    if next.text == "de" {
        next = next.next(text)?;
    }
    let counted = counted(text, one(text, next)?);
    let things = counted.ground == Ground::Noun && !lexicon::one(next.text);
    things.then_some(Counted {
        ground: Ground::Unit,
        ..counted
    })
}

/// What a number counts.
fn counted(text: &str, number: One) -> Counted {
    let next = token_at(text, number.end);
    let lower = next.map(|next| Lower::of(next.text));
    let lower = lower.as_ref().map_or("", Lower::as_str);
    let behind = next.map_or(number.end, |next| next.end);
    let unit = |kind, end| Counted {
        found: (kind, end),
        ground: Ground::Unit,
    };
    if lexicon::percent(lower) {
        return unit(FigureKind::Percentage, behind);
    }
    if lexicon::money(lower) {
        return unit(FigureKind::Amount, behind);
    }
    if number.money {
        return unit(FigureKind::Amount, number.end);
    }
    let bare = Counted {
        found: (FigureKind::Number, number.end),
        ground: Ground::Bare,
    };
    match things(text, number.end) {
        // `10.30 uur` is a time, and `2.3 punten` may be a paragraph.
        Some(things) if number.doubtful && !things.has_unit() => bare,
        Some(things) => things,
        None if number.large => unit(FigureKind::Number, number.end),
        None => of_things(text, number.end).map_or(bare, |end| Counted {
            found: (FigureKind::Number, end),
            ground: Ground::Noun,
        }),
    }
}

/// Where the things end of which a number are meant: `twee van de staande 5+1 thematische prioriteiten`.
fn of_things(text: &str, from: usize) -> Option<usize> {
    let of = token_at(text, from).filter(|word| matches!(word.text, "van" | "of"))?;
    let the = of.next(text)?;
    let mut end = lexicon::determines(the.text).then_some(the.end)?;
    for _ in 0..MOST_WORDS {
        if let Some(things) = things(text, end) {
            return Some(things.found.1);
        }
        let word = token_at(text, end)?;
        let number = match word.class() {
            Class::Digits => matches!(word.shape(), Shape::Whole(_) | Shape::Sum),
            Class::Word => {
                let lower = Lower::of(last_part(word.text));
                lexicon::number(lower.as_str()) || lexicon::modifies(lower.as_str())
            }
            Class::Sign => false,
        };
        end = number.then_some(word.end)?;
    }
    None
}

/// `zesde prioriteit`: which one of a row, with what the row is of. *Eerste*, *tweede* and *derde* stand in
/// so many names and phrases (*derde landen*, *Tweede Kamer*, *in de eerste plaats*) that they count only
/// before what is put in an order.
pub(super) fn in_a_row(text: &str, word: Token, before: Option<Token>) -> Option<Found> {
    let lower = Lower::of(word.text);
    let common = lexicon::common_ordinal(lower.as_str());
    if !common && !lexicon::high_ordinal(lower.as_str()) {
        return None;
    }
    // *Vierde* is what somebody celebrated as well.
    let leads = |before: Token| {
        before.text == "als" || lexicon::determines(Lower::of(before.text).as_str())
    };
    if !before.is_some_and(leads) {
        return None;
    }
    let fits = |noun: &Token| {
        let lower = Lower::of(noun.text);
        let lower = lower.as_str();
        let ordered = if common {
            lexicon::is_ordered(lower)
        } else {
            noun.class() == Class::Word
                && lower.chars().count() > 3
                && !lexicon::is_small(lower)
                && !lexicon::part_of_a_text(lower)
        };
        ordered && noun.text == lower
    };
    let next = word.next(text)?;
    let further = || {
        let modifies = lexicon::modifies(last_part(next.text));
        next.next(text).filter(|_| modifies).filter(fits)
    };
    let noun = further().or_else(|| Some(next).filter(fits))?;
    Some((FigureKind::Number, noun.end))
}

/// How many words may stand between a number and the end of what it counts.
const MOST_WORDS: usize = 5;

/// The things that are counted behind a byte: `landen`, `staande thematische prioriteiten`, `jaar`.
fn things(text: &str, from: usize) -> Option<Counted> {
    let mut end = from;
    let mut modified = false;
    for _ in 0..MOST_WORDS {
        let word = token_at(text, end).filter(|word| word.class() == Class::Word)?;
        let lower = Lower::of(word.text);
        let lower = lower.as_str();
        let found = |kind, ground| {
            Some(Counted {
                found: (kind, word.end),
                ground,
            })
        };
        if lexicon::duration(lower) {
            return found(FigureKind::Period, Ground::Unit);
        }
        if lexicon::unit(lower) {
            return found(FigureKind::Number, Ground::Unit);
        }
        let links = modified && matches!(lower, "en" | "of" | "and");
        if !links {
            if lexicon::is_small(lower) || lexicon::number(lower) {
                return None;
            }
            if is_plural(word.text) {
                return found(FigureKind::Number, Ground::Noun);
            }
            if !lexicon::modifies(last_part(word.text)) {
                return None;
            }
        }
        modified = !links;
        end = word.end;
    }
    None
}

/// The last part of a compound: `lidstaten` of `EU-lidstaten`.
fn last_part(word: &str) -> &str {
    word.rsplit('-').next().unwrap_or(word)
}

/// Whether a word has the look of a plural.
fn is_plural(word: &str) -> bool {
    let part = last_part(word);
    let stem = |end: &str| {
        part.strip_suffix(end)
            .is_some_and(|stem| stem.chars().count() > 2)
    };
    let shorts = ["’s", "'s"].iter().any(|end| part.ends_with(end));
    shorts || stem("en") || stem("s") && !part.ends_with("ss") || lexicon::is_odd_plural(part)
}
