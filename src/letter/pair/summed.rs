//! Recommendations without headings of their own word and number: counted in words (`Ten tweede beveelt de raad aan`),
//! or summed up first in a list whose items come back over their answers. Advices under headings without a heading over
//! their answers too.
//!
//! A pair is one only where the numbers go up from one, at least two of them, and the cabinet answers.

use super::{Heading, Label, Opens, Pair, Piece, Start, answer_heading, counted, heading, voice};
use crate::letter::plain::label;

/// Finds the starts of such pairs.
pub(super) fn find(pieces: &[Piece<'_>]) -> Vec<Start> {
    let mut starts = come_back(pieces);
    if starts.is_empty() {
        starts = named_in_answers(pieces);
    }
    if starts.is_empty() {
        starts = advices(pieces);
    }
    if starts.is_empty() {
        starts = in_order(pieces);
    }
    starts
}

/// So many lists are tried.
const LISTS: usize = 8;

fn start(line: usize, pair: Pair, number: u32, length: usize) -> Start {
    Start {
        line,
        heading: Heading {
            pair,
            label: Label::whole(number),
            length,
        },
        opens: Opens::Pair,
    }
}

/// Those of some starts that are counted from one up without a gap.
pub(super) fn counted_up(starts: impl Iterator<Item = Start>) -> Vec<Start> {
    let mut kept: Vec<Start> = Vec::new();
    for start in starts {
        let next = kept.last().map_or(1, |last| last.heading.label.last() + 1);
        if start.heading.label.first() == next {
            kept.push(start);
        }
    }
    if kept.len() > 1 { kept } else { Vec::new() }
}

/// The pieces of each pair: from its start to the next.
pub(super) fn stretches<'all, 'text>(
    pieces: &'all [Piece<'text>],
    starts: &'all [Start],
) -> impl Iterator<Item = &'all [Piece<'text>]> {
    let ends = starts.iter().skip(1).map(|start| start.line);
    let ends = ends.chain([pieces.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &pieces[start.line..end])
}

/// `Advies 1: …` where no answer has a heading: the cabinet speaks behind most of them.
fn advices(pieces: &[Piece<'_>]) -> Vec<Start> {
    let own = pieces.iter().enumerate().filter_map(|(line, piece)| {
        let heading = heading(piece.words).filter(|_| piece.may_start)?;
        let opens = Opens::Pair;
        (heading.pair == Pair::Advice).then_some(Start {
            line,
            heading,
            opens,
        })
    });
    let starts = counted_up(own);
    let answered = stretches(pieces, &starts)
        .filter(|own| own.iter().any(|piece| voice::is_cabinets(piece.words)))
        .count();
    if answered * 2 > starts.len() {
        starts
    } else {
        Vec::new()
    }
}

/// `Ten tweede beveelt de raad aan …` at the start of a paragraph, each with paragraphs behind it, in most of which the
/// cabinet speaks.
fn in_order(pieces: &[Piece<'_>]) -> Vec<Start> {
    let own = pieces.iter().enumerate().filter_map(|(line, piece)| {
        let number = ordinal(piece.words).filter(|_| piece.may_start)?;
        Some(start(line, Pair::Recommendation, number, 0))
    });
    let starts = counted_up(own);
    let filled = |own: &&[Piece<'_>]| own[1..].iter().any(|piece| !piece.words.is_empty());
    let answered = |own: &&[Piece<'_>]| {
        let answer = &own[1..];
        answer.iter().any(|piece| voice::is_cabinets(piece.words))
    };
    let spoken = stretches(pieces, &starts).filter(answered).count();
    let all = stretches(pieces, &starts).all(|own| filled(&own));
    if all && spoken * 2 > starts.len() {
        starts
    } else {
        Vec::new()
    }
}

/// The number of a recommendation that a paragraph starts with in words.
fn ordinal(words: &str) -> Option<u32> {
    const BEFORE: [&str; 6] = ["Ten ", "Als ", "In de ", "De ", "Zijn ", "Haar "];
    let rest = BEFORE.iter().find_map(|start| words.strip_prefix(start))?;
    let (word, rest) = rest.split_once(|c: char| !c.is_alphanumeric())?;
    let number = counted::ordinal(word)?;
    let noun = voice::words(rest).next()?;
    let named = matches!(noun, "aanbeveling" | "advies")
        && voice::words(rest).nth(1).is_some_and(|verb| {
            matches!(
                verb,
                "luidt"
                    | "is"
                    | "betreft"
                    | "houdt"
                    | "van"
                    | "gaat"
                    | "ziet"
                    | "behelst"
                    | "vraagt"
            )
        });
    (named || voice::advises(rest)).then_some(number)
}

/// The number of a piece that is an item of a list, or has one before it, how many bytes of its words that takes, and
/// the words behind it.
pub(super) fn numbered<'text>(piece: &Piece<'text>) -> Option<(u32, usize, &'text str)> {
    let number = |label: &str| {
        label
            .trim_matches(|c: char| c.is_whitespace() || "().".contains(c))
            .parse()
            .ok()
    };
    if let Some(own) = piece.label {
        return Some((number(own)?, 0, piece.words));
    }
    let length = label(piece.words)?;
    let own = piece.words[..length].trim_end();
    Some((number(own)?, own.len(), &piece.words[length..]))
}

/// Whether a sentence announces a list of recommendations.
fn announces(words: &str) -> bool {
    let lower = words.to_lowercase();
    let named = ["aanbeveling", "adviezen", "adviseert", "beveelt"];
    words.ends_with(':') && named.iter().any(|word| lower.contains(word))
}

/// Words as far as they tell whether an item comes back: in small letters, without the stop behind them.
fn bare(words: &str) -> String {
    let ends = |c: char| c.is_whitespace() || ".;:,".contains(c);
    words.trim_matches(ends).to_lowercase()
}

/// A list of recommendations: the line of each item, and the line behind the list.
type List = (Vec<usize>, usize);

/// The lists that a sentence announces as those of recommendations, of two items or more that are counted from one or all
/// have a bullet.
fn lists<'own>(pieces: &'own [Piece<'_>]) -> impl Iterator<Item = List> + 'own {
    let announced = (0..pieces.len()).filter(|at| announces(pieces[*at].words));
    let list = |at: usize| {
        let mut items = Vec::new();
        let mut bullets = false;
        for (line, piece) in pieces.iter().enumerate().skip(at + 1) {
            if piece.words.is_empty() {
                continue;
            }
            let bullet = has_bullet(piece);
            match numbered(piece) {
                Some((number, ..)) if number as usize == items.len() + 1 && !bullets => {
                    items.push(line);
                }
                None if bullet && (bullets || items.is_empty()) => {
                    bullets = true;
                    items.push(line);
                }
                _ => break,
            }
        }
        let end = items.last()? + 1;
        (items.len() > 1).then_some((items, end))
    };
    announced.filter_map(list).take(LISTS)
}

/// Whether a sign that counts nothing stands before a piece.
fn has_bullet(piece: &Piece<'_>) -> bool {
    let sign = match (piece.label, label(piece.words)) {
        (Some(sign), _) => sign,
        (None, Some(length)) => &piece.words[..length],
        (None, None) => return false,
    };
    !sign.contains(char::is_alphanumeric)
}

fn has_answer(own: &[Piece<'_>]) -> bool {
    own[1..].iter().any(|piece| !piece.words.is_empty())
}

/// A list of recommendations whose items all come back in their order, each over paragraphs of its own.
fn come_back(pieces: &[Piece<'_>]) -> Vec<Start> {
    for (items, end) in lists(pieces) {
        if has_bullet(&pieces[items[0]]) {
            continue;
        }
        let item = |line: &usize| numbered(&pieces[*line]).map_or(String::new(), |own| bare(own.2));
        let items: Vec<String> = items.iter().map(item).collect();
        let mut starts: Vec<Start> = Vec::new();
        for (line, piece) in pieces.iter().enumerate().skip(end) {
            let Some(item) = items.get(starts.len()) else {
                break;
            };
            let (length, words) =
                numbered(piece).map_or((0, piece.words), |(_, length, words)| (length, words));
            if bare(words) == *item {
                let number = u32::try_from(starts.len() + 1).unwrap_or(u32::MAX);
                starts.push(start(line, Pair::Recommendation, number, length));
            }
        }
        if starts.len() == items.len() && stretches(pieces, &starts).all(has_answer) {
            return starts;
        }
    }
    Vec::new()
}

/// So many words at the start of an answer name what it answers.
const NAMED_WITHIN: usize = 14;

/// A list of recommendations that answers name by their order or their numbers: `Ten aanzien van de tweede aanbeveling …`,
/// `Reactie op aanbeveling 2`. The items are the headings over the answers.
fn named_in_answers(pieces: &[Piece<'_>]) -> Vec<Start> {
    for (items, end) in lists(pieces) {
        let mut starts: Vec<Start> = Vec::new();
        for (line, piece) in pieces.iter().enumerate().skip(end) {
            // By their order, or by their numbers in the heading of an answer.
            let by_number = || answer_heading(piece.words).and_then(|(_, label)| label);
            let Some(label) = named(piece.words)
                .or_else(by_number)
                .filter(|_| piece.may_start)
            else {
                continue;
            };
            let next = starts
                .last()
                .map_or(1, |last| last.heading.label.last() + 1);
            let item = items.get(label.first() as usize - 1);
            if label.first() == next
                && let Some(item) = item
            {
                starts.push(Start {
                    line,
                    heading: Heading {
                        pair: Pair::Recommendation,
                        label,
                        length: 0,
                    },
                    opens: Opens::AnswerTo(*item),
                });
            }
        }
        let last = starts.last().map_or(0, |last| last.heading.label.last());
        let spoken = stretches(pieces, &starts)
            .filter(|own| own.iter().any(|piece| voice::is_cabinets(piece.words)));
        if last as usize == items.len() && spoken.count() * 2 >= starts.len() {
            return starts;
        }
    }
    Vec::new()
}

/// The recommendations that a paragraph names at its start by their order: `de derde en vierde aanbeveling`.
fn named(words: &str) -> Option<Label> {
    let start: Vec<&str> = voice::words(words).take(NAMED_WITHIN).collect();
    let noun = start
        .iter()
        .position(|word| matches!(*word, "aanbeveling" | "aanbevelingen" | "advies"))?;
    let mut numbers: Vec<u32> = Vec::new();
    let mut ranged = false;
    for word in start[..noun].iter().rev() {
        match counted::ordinal(word) {
            Some(number) => numbers.push(number),
            None if numbers.is_empty() => return None,
            None if matches!(*word, "en" | "de") => {}
            None if matches!(*word, "m" | "met" | "tot" | "t") => ranged = true,
            None => break,
        }
    }
    numbers.reverse();
    let [others @ .., last] = numbers.as_slice() else {
        return None;
    };
    let others: Vec<String> = others.iter().map(u32::to_string).collect();
    let joint = if ranged { " t/m " } else { " en " };
    let written = if others.is_empty() {
        last.to_string()
    } else {
        [others.join(", "), last.to_string()].join(joint)
    };
    written.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    /// The first words of the pairs of a text, with their labels.
    fn pairs(text: &str) -> Vec<String> {
        let piece = |words| Piece {
            words,
            label: None,
            may_start: true,
        };
        let lines: Vec<&str> = text.split('\n').collect();
        let found = find(lines.iter().copied().map(piece));
        let shown = |start: &Start| {
            let first = lines[start.line].split(' ').take(2).collect::<Vec<_>>();
            format!("{}: {}", start.heading.label, first.join(" "))
        };
        found.iter().map(shown).collect()
    }

    #[test]
    fn recommendations_that_are_counted_in_words() {
        for text in [
            "Ten eerste beveelt de raad aan korter te schrijven.\nHet kabinet doet dat.\n\
             Ten tweede adviseert de raad om uit te leggen.\nDat is staand beleid, zoals ik schreef.",
            "Als eerste beveelt de AIV aan dit te doen.\nHet kabinet doet dat.\nAls tweede raadt de AIV aan om\nIk doe dat.",
            "De eerste aanbeveling luidt: schrijf korter.\nHet kabinet doet dat.\n\
             De tweede aanbeveling betreft uitleg.\nIk neem die over.",
        ] {
            let found = pairs(text);
            assert_eq!(found.len(), 2, "{text}");
            assert!(
                found[0].starts_with("1: ") && found[1].starts_with("2: "),
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_list_of_recommendations_comes_back_over_the_answers() {
        let text = "De raad doet twee aanbevelingen:\n1. Schrijf korter;\n2. Leg uit.\nIk ga daarop in.\n\
                    1. Schrijf korter\nHet kabinet doet dat.\n2. Leg uit\nDat ook.";
        assert_eq!(pairs(text), ["1: 1. Schrijf", "2: 2. Leg"]);
        let bare = text.replace("\n1. Schrijf korter\n", "\nSchrijf korter\n");
        assert_eq!(pairs(&bare), ["1: Schrijf korter", "2: 2. Leg"]);
    }

    #[test]
    fn answers_name_the_items_of_a_list_by_their_order() {
        let text = "De raad beveelt aan:\n1. Schrijf korter;\n2. Leg uit;\n3. Tel mee;\n4. Stop.\nIk ga daarop in.\n\
                    Overeenkomstig de eerste aanbeveling schrijft het kabinet korter.\n\
                    Ten aanzien van de tweede aanbeveling merk ik op dat dit al gebeurt.\nDat is goed.\n\
                    Op de derde en vierde aanbeveling kom ik later terug.";
        let expected = ["1: Overeenkomstig de", "2: Ten aanzien", "3 en 4: Op de"];
        assert_eq!(pairs(text), expected);
        for text in [
            "De raad beveelt aan:\n- Schrijf korter;\n- Leg uit.\nTen aanzien van de eerste aanbeveling doet het kabinet dat.\n\
             De tweede aanbeveling neem ik over.",
            "De raad beveelt aan:\n1. Schrijf korter;\n2. Leg uit.\nReactie op aanbeveling 1\nHet kabinet doet dat.\n\
             Reactie op aanbeveling 2\nDat ook.",
        ] {
            assert_eq!(pairs(text).len(), 2, "{text}");
        }
        assert_eq!(
            named("Op de tweede tot en met de vierde aanbeveling kom ik terug"),
            "2 t/m 4".parse().ok()
        );
        assert_eq!(named("De aanbeveling neem ik over"), None);
    }

    #[test]
    fn advices_in_the_run_of_the_text() {
        let text =
            "Advies 1: schrijf korter. Het kabinet doet dat.\nAdvies 2: leg uit. Ik doe dat.";
        assert_eq!(pairs(text), ["1: Advies 1:", "2: Advies 2:"]);
    }

    #[test]
    fn false_friends_are_no_pairs() {
        for text in [
            // Summed up without an answer between.
            "Ten eerste beveelt de raad aan dit te doen.\nTen tweede beveelt de raad aan dat te doen.\nHet kabinet doet dat.",
            // Arguments of the cabinet, and what it asks itself.
            "Ten eerste is dat duur.\nHet kabinet spaart.\nTen tweede duurt het lang.\nWij haasten ons.",
            "Ten eerste beveel ik u dit aan.\nIk doe dat.\nTen tweede vraagt het kabinet dat.\nWij ook.",
            // One alone, and numbers that do not go up.
            "Ten tweede beveelt de raad dit aan.\nHet kabinet doet dat.",
            "Advies 1: doe dit. Het kabinet doet dat.",
            "Advies 1: positief.\nAdvies 2: negatief.",
            // A list that does not come back, or is of something else.
            "De raad doet twee aanbevelingen:\n1. Schrijf korter;\n2. Leg uit.\nIk ga daarop in.\n1. Inleiding\nTekst.",
            "De agenda luidt:\n1. Opening\n2. Sluiting\n1. Opening\nWij beginnen.\n2. Sluiting\nIk sluit.",
            "De eerste aanbeveling neem ik over.\nDat is goed.\nDe tweede aanbeveling neem ik niet over.\nDat niet.",
        ] {
            assert_eq!(pairs(text), [""; 0], "{text}");
        }
    }
}
