//! Questions and answers without a heading of a word and a number over each question: they go by their numbers alone,
//! or all stand before the answers.

use super::{
    Heading, Label, Opens, Pair, Piece, Start, answer, answer_heading, heading,
    summed::{counted_up, numbered, stretches},
};

/// Questions that go by their numbers, in the way of a list of questions and answers.
pub(super) fn find(pieces: &[Piece<'_>]) -> Vec<Start> {
    let mut starts = told_by_answers(pieces);
    if starts.is_empty() {
        starts = under_numbers(pieces);
    }
    if starts.is_empty() {
        starts = behind_numbers(pieces);
    }
    if starts.is_empty() {
        starts = without_numbers(pieces);
    }
    starts
}

/// Questions under their word alone, each with the heading of an answer between it and the next: they are counted.
fn without_numbers(pieces: &[Piece<'_>]) -> Vec<Start> {
    let own = pieces.iter().enumerate().filter(|(_, piece)| {
        let words = piece.words;
        matches!(words, "Vraag" | "Vraag:" | "VRAAG" | "VRAAG:") || words.starts_with("Vraag: ")
    });
    let starts: Vec<Start> = (1..)
        .zip(own)
        .map(|(number, (line, piece))| {
            let length = piece.words.len().min("Vraag:".len());
            start(line, Label::whole(number), length, Opens::Pair)
        })
        .collect();
    let answered = |own: &[Piece<'_>]| own.iter().any(|piece| answer(piece.words).is_some());
    if starts.len() > 1 && stretches(pieces, &starts).all(answered) {
        starts
    } else {
        Vec::new()
    }
}

fn start(line: usize, label: Label, length: usize, opens: Opens) -> Start {
    let heading = Heading {
        pair: Pair::Question,
        label,
        length,
    };
    Start {
        line,
        heading,
        opens,
    }
}

/// The number that a line is, and nothing else.
fn bare_number(words: &str) -> Option<u32> {
    let digits = words.strip_suffix(['.', ')']).unwrap_or(words);
    let counted = digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| counted)
}

/// Whether words ask something.
pub(super) fn asks(words: &str) -> bool {
    let closers = |c: char| c.is_ascii_digit() || "»”’\") ".contains(c);
    words.trim_end_matches(closers).ends_with('?')
}

/// The pieces that are not blank.
fn filled<'own, 'text>(own: &'own [Piece<'text>]) -> impl Iterator<Item = &'own Piece<'text>> {
    own.iter().filter(|piece| !piece.words.is_empty())
}

/// Questions that only their numbers tell, below or before them: over each answer that says to which it is.
fn told_by_answers(pieces: &[Piece<'_>]) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let mut from = 0;
    for (line, piece) in pieces.iter().enumerate() {
        let Some((_, Some(label))) = answer_heading(piece.words) else {
            continue;
        };
        let goes_up = starts
            .last()
            .is_none_or(|last| last.heading.label.comes_before(label));
        let asked = (from..line).rev().find_map(|at| {
            let (number, length) = number_before(&pieces[at])?;
            (number == label.first()).then(|| start(at, label, length, Opens::Pair))
        });
        let Some(asked) = asked.filter(|_| goes_up) else {
            return Vec::new();
        };
        starts.push(asked);
        from = line + 1;
    }
    if starts.len() > 1 { starts } else { Vec::new() }
}

/// The number that a piece is or starts with, and how many bytes of its words that takes.
fn number_before(piece: &Piece<'_>) -> Option<(u32, usize)> {
    let bare = bare_number(piece.words).filter(|_| piece.label.is_none());
    if let Some(number) = bare {
        return Some((number, piece.words.len()));
    }
    if let Some((number, length, _)) = numbered(piece) {
        return Some((number, length));
    }
    let (number, words) = piece.words.split_once(' ')?;
    let starts = words.starts_with(char::is_uppercase);
    Some((bare_number(number).filter(|_| starts)?, number.len()))
}

/// Questions below their numbers, each with an answer behind it: what does not ask, or has the heading of an answer.
fn under_numbers(pieces: &[Piece<'_>]) -> Vec<Start> {
    let own = pieces.iter().enumerate().filter_map(|(line, piece)| {
        let number = bare_number(piece.words).filter(|_| piece.label.is_none())?;
        let next = filled(&pieces[line + 1..]).next()?;
        let asked = bare_number(next.words).is_none();
        let label = Label::whole(number);
        asked.then(|| start(line, label, piece.words.len(), Opens::Pair))
    });
    let starts = counted_up(own);
    let asked = |own: &&[Piece<'_>]| filled(&own[1..]).any(|piece| asks(piece.words));
    let answered = |own: &&[Piece<'_>]| {
        filled(&own[1..]).skip(1).any(|piece| {
            piece.label.is_none() && !asks(piece.words) || answer(piece.words).is_some()
        })
    };
    let asked = stretches(pieces, &starts).filter(asked).count();
    let answered = stretches(pieces, &starts).filter(answered).count();
    let most = |count: usize| count * 5 >= starts.len() * 4;
    if most(asked) && most(answered) {
        starts
    } else {
        Vec::new()
    }
}

/// Questions behind their numbers, each with the heading of an answer between it and the next.
fn behind_numbers(pieces: &[Piece<'_>]) -> Vec<Start> {
    let own = pieces.iter().enumerate().filter_map(|(line, piece)| {
        let (number, length, words) = numbered(piece)?;
        words
            .contains('?')
            .then(|| start(line, Label::whole(number), length, Opens::Pair))
    });
    let starts = counted_up(own);
    let answered = |own: &[Piece<'_>]| own.iter().any(|piece| answer(piece.words).is_some());
    if stretches(pieces, &starts).all(answered) {
        starts
    } else {
        Vec::new()
    }
}

/// The most answers that are looked up among the questions before them.
const MOST: usize = 500;

/// The answers, each with its number, that come behind all questions: under each stands its question.
pub(super) fn apart(pieces: &[Piece<'_>]) -> Vec<Start> {
    let mut answers: Vec<(usize, Label)> = Vec::new();
    for (line, piece) in pieces.iter().enumerate() {
        if let Some((_, Some(label))) = answer_heading(piece.words)
            && answers
                .last()
                .is_none_or(|(_, last)| last.comes_before(label))
        {
            answers.push((line, label));
        }
    }
    let Some((first, _)) = answers.first().copied() else {
        return Vec::new();
    };
    if !(2..=MOST).contains(&answers.len()) {
        return Vec::new();
    }
    let questions = &pieces[..first];
    let starts = answers.iter().map(|(line, label)| {
        let asked = question(questions, label.first())?;
        Some(start(*line, *label, 0, Opens::AnswerTo(asked)))
    });
    starts.collect::<Option<_>>().unwrap_or_default()
}

/// The line of the question of this number: below its heading or its number, or behind it.
fn question(pieces: &[Piece<'_>], number: u32) -> Option<usize> {
    let below = |line: usize| {
        let next = pieces[line + 1..]
            .iter()
            .position(|piece| !piece.words.is_empty());
        next.map(|next| line + 1 + next)
    };
    pieces.iter().enumerate().find_map(|(line, piece)| {
        if let Some(own) = heading(piece.words) {
            let asked = own.pair == Pair::Question && own.label.covers(number);
            let whole = own.length == piece.words.len();
            return asked.then_some(if whole { below(line) } else { Some(line) })?;
        }
        if bare_number(piece.words) == Some(number) {
            return below(line).filter(|below| asks(pieces[*below].words));
        }
        let (own, _, words) = numbered(piece)?;
        (own == number && words.contains('?')).then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    /// The pairs of a text, each with the first words of the line that is its heading.
    fn pairs(text: &str) -> Vec<String> {
        let lines: Vec<&str> = text.split('\n').collect();
        let piece = |words| Piece {
            words,
            label: None,
            may_start: true,
        };
        let found = find(lines.iter().copied().map(piece));
        let shown = |start: &Start| {
            let line = match start.opens {
                Opens::AnswerTo(line) => line,
                _ => start.line,
            };
            format!("{}: {}", start.heading.label, lines[line])
        };
        found.iter().map(shown).collect()
    }

    #[test]
    fn questions_that_go_by_their_numbers() {
        assert_eq!(
            pairs("1\nWaarom?\nDaarom.\n2\nHoe dan?\nZie het antwoord op vraag 1."),
            ["1: 1", "2: 2"]
        );
        assert_eq!(
            pairs("1. Waarom?\nAntwoord\nDaarom.\n2. Hoe dan?\nAntwoord: Zo."),
            ["1: 1. Waarom?", "2: 2. Hoe dan?"]
        );
    }

    #[test]
    fn answers_that_say_to_what_tell_the_questions() {
        for (text, expected) in [
            (
                "1. Kunt u dat toelichten.\nAntwoord op vraag 1\nJa.\n2. En u?\nAntwoord op vraag 2\nNee.",
                &["1: 1. Kunt u dat toelichten.", "2: 2. En u?"][..],
            ),
            (
                "1.\nKunt u dat toelichten. Graag.\nAntwoord 1\nJa.\n2.\nEn u.\nAntwoord 2\nNee.",
                &["1: 1.", "2: 2."],
            ),
            (
                "1 Waarom?\nAntwoord vraag 1:\n1. Dit.\n2. Dat.\n2 Hoe dan?\nAntwoord vraag 2:\nZo.",
                &["1: 1 Waarom?", "2: 2 Hoe dan?"],
            ),
            (
                "1) Waarom?\nAntwoord 1\nDaarom.\n2) Wie?\n3) Wat?\nAntwoord op vragen 2 en 3\nIk.",
                &["1: 1) Waarom?", "2 en 3: 2) Wie?"],
            ),
            // Chapters of a letter that mentions answers, and an answer without its question.
            (
                "1. Inleiding\nTekst.\nAntwoord 2\nJa.\nAntwoord 3\nNee.",
                &[],
            ),
            ("1. Waarom\nAntwoord 1\nJa.\nAntwoord 2\nNee.", &[]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn questions_under_their_word_alone_are_counted() {
        assert_eq!(
            pairs("Vraag:\nWaarom?\nAntwoord:\nDaarom.\nVraag: Hoe?\nAntwoord: Zo."),
            ["1: Vraag:", "2: Vraag: Hoe?"]
        );
        assert_eq!(pairs("Vraag\nWaarom?\nVraag\nHoe?\nAntwoord\nZo."), [""; 0]);
    }

    #[test]
    fn questions_that_are_answered_together_are_one() {
        assert_eq!(
            pairs(
                "Vraag 1\nWaarom?\nAntwoord 1\nDaarom.\nVraag 2\nHoe?\nVraag 3\nWie?\nAntwoord 2 en 3\nZo.\nVraag 4\nEn?\nAntwoord\nNiets."
            ),
            ["1: Vraag 1", "2 en 3: Vraag 2", "4: Vraag 4"]
        );
        assert_eq!(
            pairs(
                "Vraag 1\nWaarom?\nVraag 2\nHoe?\nVraag 3\nWie?\nAntwoord op de vragen 1 t/m 3\nZo."
            ),
            ["1 t/m 3: Vraag 1"]
        );
        // Not one whose question is another.
        assert_eq!(
            pairs(
                "Vraag 1\nWaarom?\nVraag 2\nHoe?\nAntwoord 2\nZo.\nVraag 3\nEn?\nAntwoord 3\nNiets."
            ),
            ["1: Vraag 1", "2: Vraag 2", "3: Vraag 3"]
        );
    }

    #[test]
    fn answers_behind_all_questions_have_these_as_their_headings() {
        for text in [
            "Vraag 1\nWaarom?\nVraag 2\nHoe dan?\nAntwoord 1\nDaarom.\nAntwoord 2\nZo.",
            "1\nWaarom?\n2\nHoe dan?\nAntwoord op vraag 1\nDaarom.\nAntwoord op vraag 2\nZo.",
        ] {
            assert_eq!(pairs(text), ["1: Waarom?", "2: Hoe dan?"], "{text}");
        }
        assert_eq!(
            pairs(
                "1. Waarom?\n2. Hoe?\n3. Wie?\nAntwoord vraag 1 en 2\nDaarom.\nAntwoord vraag 3\nIk."
            ),
            ["1 en 2: 1. Waarom?", "3: 3. Wie?"]
        );
    }

    #[test]
    fn questions_that_are_not_answered_yet() {
        assert_eq!(
            pairs("Vraag 1\nWaarom?\nVraag 2\nHoe dan?\nMededeling\nDat duurt langer."),
            ["1: Vraag 1", "2: Vraag 2", "0: Mededeling"]
        );
    }

    #[test]
    fn false_friends_are_no_questions() {
        for text in [
            // Only questions, numbers that are none of them, and answers to questions that are not there.
            "1\nWaarom?\n2\nHoe dan?",
            "1\nInleiding\nTekst.\n2\nSlot\nTekst.",
            "1. Waarom?\n2. Hoe dan?\nDat zijn twee vragen.",
            "Antwoord 1\nJa.\nAntwoord 2\nNee.",
            "Mededeling\nDat duurt langer.",
            "Wij vragen:\n1. Opent u?\nJa.\n2. Sluiten.\nAntwoord: nee.",
        ] {
            assert_eq!(pairs(text), [""; 0], "{text}");
        }
    }
}
