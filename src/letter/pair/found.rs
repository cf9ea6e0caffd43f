//! The pairs of a letter, found by their headings among all its lines. Where there are none, by other ways.

use super::{Heading, Pair, answer_heading, asked, heading, only_an_answer, summed};
use crate::letter::Label;

/// A heading among lines that are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) line: usize,
    pub(crate) heading: Heading,
    pub(crate) opens: Opens,
}

/// What a line opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opens {
    /// What is answered, with its heading.
    Pair,
    /// The answer to what stands further up, on the line of this index; that is its heading.
    AnswerTo(usize),
    /// A part of the letter behind its pairs, under a heading that is the whole line.
    Part,
}

/// A line of running text, or a paragraph of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'text> {
    pub(crate) words: &'text str,
    /// What stands before it as the item of a list or as a heading, where the source sets that apart.
    pub(crate) label: Option<&'text str>,
    /// Whether a paragraph may start with it that starts a pair.
    pub(crate) may_start: bool,
}

/// So many pieces of a letter without headings of pairs are looked at for pairs of other kinds.
const SEARCHED: usize = 20_000;

/// The headings that start the pairs of a letter.
pub(crate) fn find<'text>(lines: impl Iterator<Item = Piece<'text>> + Clone) -> Vec<Start> {
    let seen = Seen::of(lines.clone());
    let found = seen.pairs();
    let apart = seen.answers_apart(&found);
    if !found.is_empty() && !apart {
        return found;
    }
    let pieces: Vec<Piece<'text>> = lines.take(SEARCHED).collect();
    if apart {
        let answers = asked::apart(&pieces);
        if !answers.is_empty() || !found.is_empty() {
            return if answers.is_empty() { found } else { answers };
        }
    }
    let mut starts = asked::find(&pieces);
    if starts.is_empty() {
        starts = summed::find(&pieces);
    }
    starts
}

/// What was seen of headings on the lines of a letter.
#[derive(Default)]
struct Seen {
    found: Vec<Start>,
    /// The places of these among all lines that are not blank.
    places: Vec<usize>,
    /// The lines on which an answer starts, and to what, where it says so.
    answers: Vec<(usize, Option<Label>)>,
    /// The line over what is said instead of an answer.
    notice: Option<usize>,
}

impl Seen {
    fn of<'text>(lines: impl Iterator<Item = Piece<'text>>) -> Self {
        let mut seen = Self::default();
        let (mut place, mut alone) = (0, true);
        for (line, piece) in lines.enumerate() {
            let words = piece.words;
            if words.is_empty() {
                continue;
            }
            place += 1;
            let own = heading(words);
            let whole = own.is_some_and(|own| own.length == words.len()) || only_an_answer(words);
            let starts = piece.may_start || alone || whole;
            alone = whole;
            if !starts {
                continue;
            }
            if let Some(heading) = own {
                let opens = Opens::Pair;
                seen.found.push(Start {
                    line,
                    heading,
                    opens,
                });
                seen.places.push(place);
            } else if let Some((_, label)) = answer_heading(words) {
                seen.answers.push((line, label));
            } else if matches!(words, "Mededeling" | "Mededeling:") {
                seen.notice.get_or_insert(line);
            }
        }
        seen
    }

    /// The pairs that are answered.
    fn pairs(&self) -> Vec<Start> {
        let listed = contents(&self.found, &self.places);
        let mut kept: Vec<Start> = Vec::new();
        for pair in Pair::ALL {
            let mut last: Option<Label> = None;
            let own = self.found.iter().zip(&listed);
            let own = own.filter(|(start, listed)| start.heading.pair == pair && !**listed);
            let own: Vec<Start> = own
                .map(|(start, _)| *start)
                .filter(|start| {
                    let goes_up = last.is_none_or(|last| last.comes_before(start.heading.label));
                    last = if goes_up {
                        Some(start.heading.label)
                    } else {
                        last
                    };
                    goes_up
                })
                .collect();
            let Some(first) = own.first() else {
                continue;
            };
            let answered = self.answers.iter().any(|(line, _)| *line > first.line);
            let notice = self.notice.filter(|notice| {
                let behind = own.iter().all(|start| start.line < *notice);
                pair == Pair::Question && behind && !answered
            });
            if pair == Pair::Question && (answered || notice.is_some()) {
                kept.extend(self.together(&own));
            } else if pair == Pair::Recommendation || answered {
                kept.extend(own);
            }
            kept.extend(notice.map(|line| Start {
                line,
                heading: Heading {
                    pair,
                    label: Label::whole(0),
                    length: 0,
                },
                opens: Opens::Part,
            }));
        }
        kept.sort_by_key(|start| start.line);
        tell_apart(&mut kept);
        kept
    }

    /// How many answers say to what.
    fn told(&self) -> usize {
        self.answers
            .iter()
            .filter(|(_, label)| label.is_some())
            .count()
    }

    /// Questions that are answered, those that one heading answers together as one.
    fn together(&self, own: &[Start]) -> Vec<Start> {
        let mut kept: Vec<Start> = Vec::new();
        let mut answers = self.answers.iter().peekable();
        let mut group = 0;
        for (at, start) in own.iter().enumerate() {
            kept.push(*start);
            let next = own.get(at + 1).map_or(usize::MAX, |next| next.line);
            while answers.next_if(|(line, _)| *line < start.line).is_some() {}
            let Some((_, label)) = answers.next_if(|(line, _)| *line < next) else {
                continue;
            };
            let asked = &kept[group..];
            let one = label.filter(|label| {
                let ends = [asked.first(), asked.last()];
                let ends = ends.map(|end| end.map(|end| end.heading.label));
                asked.len() > 1
                    && ends[0].is_some_and(|own| own.first() == label.first())
                    && ends[1].is_some_and(|own| own.last() == label.last())
            });
            if let Some(label) = one {
                kept[group].heading.label = label;
                kept.truncate(group + 1);
            }
            group = kept.len();
        }
        kept
    }

    /// Whether these are questions whose answers all come behind the last of them, each with its number.
    fn answers_apart(&self, pairs: &[Start]) -> bool {
        let [_, .., last] = pairs else {
            // Questions may go by their numbers alone.
            return pairs.is_empty() && self.told() > 1;
        };
        let asked = pairs
            .iter()
            .all(|start| start.heading.pair == Pair::Question && start.opens == Opens::Pair);
        let behind = self.answers.iter().all(|(line, _)| *line > last.line);
        asked && behind && self.told() > 1
    }
}

/// Which headings only list what comes: two or more on lines that follow each other, and each comes back.
fn contents(found: &[Start], places: &[usize]) -> Vec<bool> {
    let next = |at: usize| {
        at + 1 < found.len()
            && places[at + 1] == places[at] + 1
            && found[at].heading.pair == found[at + 1].heading.pair
    };
    let comes_back = |at: usize| {
        let own = found[at].heading;
        found[at + 1..]
            .iter()
            .any(|later| (later.heading.pair, later.heading.label) == (own.pair, own.label))
    };
    (0..found.len())
        .map(|at| (next(at) || (at > 0 && next(at - 1))) && comes_back(at))
        .collect()
}

/// Gives those a word that would else go by the same number as others.
fn tell_apart(starts: &mut [Start]) {
    let first = Pair::ALL
        .into_iter()
        .find(|pair| starts.iter().any(|start| start.heading.pair == *pair));
    for start in starts {
        let heading = &mut start.heading;
        if Some(heading.pair) != first {
            heading.label = heading.label.with_word(heading.pair);
        }
    }
}
