//! Two notes as one: by what each of two readers changed in the note that both began with.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::{
    collections::HashSet,
    hash::{Hash, Hasher},
    ops::Range,
};

/// What stands between two texts that are both wanted.
const BETWEEN: &str = " / ";

/// So many notes are compared each with each; of more only those are left out that are the same.
const FEW: usize = 16;

/// The note that comes of two, each changed from the same `base`. What both left stands there once; where
/// both changed the same words, both their words stand there, `theirs` first.
pub(in crate::app) fn merged(base: &str, theirs: &str, ours: &str) -> String {
    if ours == base || ours == theirs {
        return theirs.to_owned();
    }
    if theirs == base {
        return ours.to_owned();
    }
    let (base, theirs, ours) = (words(base), words(theirs), words(ours));
    let mut sides = [Side::new(&base, &theirs), Side::new(&base, &ours)];
    let mut merged = String::new();
    let mut at = 0;
    while let Some(mut changed) = next_changed(&sides) {
        push(&mut merged, &base[at..changed.start]);
        // What one changed may reach into what the other did.
        while let Some(wider) = widened(&sides, &changed) {
            changed = wider;
        }
        let [theirs, ours] = sides.each_mut().map(|side| side.take(&changed));
        let was = &base[changed.clone()];
        match (theirs == was, ours == was) {
            (true, _) => push(&mut merged, &ours),
            (_, true) => push(&mut merged, &theirs),
            _ => merged.push_str(&joined(&text(&theirs), &text(&ours), &merged)),
        }
        at = changed.end;
    }
    push(&mut merged, &base[at..]);
    merged.trim().to_owned()
}

/// All of these notes as one.
pub(super) fn all(notes: &[String]) -> String {
    let few = notes.len() <= FEW;
    let mut had = HashSet::new();
    let mut all = String::new();
    for note in notes.iter().filter(|note| had.insert(note.as_str())) {
        if few {
            all = either(&all, note);
        } else if !note.is_empty() {
            let between = if all.is_empty() { "" } else { BETWEEN };
            all = all + between + note;
        }
    }
    all
}

/// Two texts as one: the longer where it holds the other.
fn either(one: &str, other: &str) -> String {
    match (one.contains(other), other.contains(one)) {
        (true, _) => one.to_owned(),
        (_, true) => other.to_owned(),
        _ => [one, BETWEEN, other].concat(),
    }
}

/// What both wrote in the same place, behind what stands before it.
fn joined(theirs: &str, ours: &str, before: &str) -> String {
    let both = either(theirs.trim(), ours.trim());
    let apart = !before.is_empty() && !both.is_empty();
    if apart { " ".to_owned() + &both } else { both }
}

/// A word with the space before it, which does not count when words are compared.
#[derive(Clone, Copy, Debug)]
struct Word<'note> {
    space: &'note str,
    word: &'note str,
}

impl PartialEq for Word<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Eq for Word<'_> {}

impl Hash for Word<'_> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.word.hash(hasher);
    }
}

impl PartialOrd for Word<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Word<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.word.cmp(other.word)
    }
}

fn words(mut note: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    while !note.is_empty() {
        let start = note.find(|c: char| !c.is_whitespace());
        let (space, rest) = note.split_at(start.unwrap_or(note.len()));
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, rest) = rest.split_at(end);
        words.push(Word { space, word });
        note = rest;
    }
    words
}

fn push(text: &mut String, words: &[Word]) {
    for Word { space, word } in words {
        let apart = if text.is_empty() || text.ends_with(char::is_whitespace) {
            ""
        } else if space.is_empty() {
            " "
        } else {
            space
        };
        text.push_str(apart);
        text.push_str(word);
    }
}

fn text(words: &[Word]) -> String {
    let mut text = String::new();
    push(&mut text, words);
    text
}

/// What one reader made of the words that both began with.
struct Side<'note> {
    words: &'note [Word<'note>],
    /// What was changed and is yet to be merged, from the end of the note to its start: the words it was
    /// before and is now, by index.
    changes: Vec<(Range<usize>, Range<usize>)>,
    /// How far the words of this side are taken.
    taken: usize,
    base_taken: usize,
}

impl<'note> Side<'note> {
    fn new(base: &[Word<'note>], words: &'note [Word<'note>]) -> Self {
        let parts = capture_diff_slices(Algorithm::Myers, base, words);
        let unequal = parts
            .iter()
            .filter(|part| !matches!(part, DiffOp::Equal { .. }));
        let mut changes: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        for part in unequal {
            let (was, is) = (part.old_range(), part.new_range());
            match changes.last_mut() {
                Some(last) if last.0.end == was.start && last.1.end == is.start => {
                    (last.0.end, last.1.end) = (was.end, is.end);
                }
                _ => changes.push((was, is)),
            }
        }
        changes.reverse();
        Self {
            words,
            changes,
            taken: 0,
            base_taken: 0,
        }
    }

    /// The words of this side in place of these of the base, which hold each change whole.
    fn take(&mut self, base: &Range<usize>) -> Vec<Word<'note>> {
        let start = self.taken + (base.start - self.base_taken);
        let mut end = start + base.len();
        while let Some((was, is)) = self.changes.last() {
            let is_inside = was.start < base.end || was.start == base.start;
            if !is_inside {
                break;
            }
            end = end + is.len() - was.len();
            self.changes.pop();
        }
        (self.taken, self.base_taken) = (end, base.end);
        self.words[start..end].to_vec()
    }
}

/// The first words of the base that either side changed.
fn next_changed(sides: &[Side; 2]) -> Option<Range<usize>> {
    let first = sides.iter().filter_map(|side| side.changes.last());
    let first = first.min_by_key(|(was, _)| (was.start, was.end))?;
    Some(first.0.clone())
}

/// These words with those that a change of either side shares with them; nothing where none reaches further.
fn widened(sides: &[Side; 2], changed: &Range<usize>) -> Option<Range<usize>> {
    let all = sides.iter().flat_map(|side| side.changes.iter().rev());
    let touches = |was: &&Range<usize>| {
        was.start == changed.start || (was.start < changed.end && changed.start < was.end)
    };
    let mut wider = changed.clone();
    for was in all.map(|(was, _)| was).filter(touches) {
        wider.start = wider.start.min(was.start);
        wider.end = wider.end.max(was.end);
    }
    (wider != *changed).then_some(wider)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_is_taken_and_what_both_left_stands_there_once() {
        for (base, theirs, ours, both) in [
            ("", "een", "", "een"),
            ("", "twee", "een", "twee / een"),
            ("", "een", "een", "een"),
            ("oud", "", "oud", ""),
            ("oud", "nieuw", "", "nieuw"),
            ("oud", "", "nieuw", "nieuw"),
            (
                "oud",
                "oud en meer, veel meer",
                "oud en meer",
                "oud en meer, veel meer",
            ),
            (
                "Wie betaalt?",
                "Wie betaalt? OCW",
                "Wie betaalt? Morgen vragen",
                "Wie betaalt? OCW / Morgen vragen",
            ),
            (
                "Wie betaalt dit?",
                "Wie betaalt dat?",
                "Eerst: Wie betaalt dit?",
                "Eerst: Wie betaalt dat?",
            ),
            ("a b c d e", "a x c d e", "a b c y e", "a x c y e"),
            ("a b c d e", "a c d e", "a b c d e f", "a c d e f"),
            ("a b c d", "a x y d", "a b z d", "a x y / b z d"),
            ("een twee", "vijf zes", "drie vier", "vijf zes / drie vier"),
            ("a  b", "a  b c", "x a  b", "x a  b c"),
            ("a b", "b", "a", ""),
        ] {
            assert_eq!(merged(base, theirs, ours), both, "{base}, {theirs}, {ours}");
        }
    }

    #[test]
    fn a_note_that_two_readers_keep_changing_does_not_grow_by_itself() {
        let (mut kept, mut one, mut other) = (String::new(), String::new(), String::new());
        for round in 0..40 {
            let (base_of_one, base_of_other) = (one.clone(), other.clone());
            one = format!("{one} een{round}").trim().to_owned();
            other = format!("{other} ander{round}").trim().to_owned();
            kept = merged(&base_of_one, &kept, &one);
            one = kept.clone();
            kept = merged(&base_of_other, &kept, &other);
            other = kept.clone();
        }
        for round in 0..40 {
            for word in [format!("een{round}"), format!("ander{round}")] {
                let found = kept.split(' ').filter(|part| **part == word).count();
                assert_eq!(found, 1, "{word} in {kept}");
            }
        }
    }

    #[test]
    fn many_notes_become_one_without_comparing_each_with_each() {
        let note = |notes: &[&str]| all(&notes.iter().map(|&it| it.to_owned()).collect::<Vec<_>>());
        assert_eq!(note(&["", "a", "a", "ab", ""]), "ab");
        assert_eq!(note(&["b", "a"]), "b / a");
        let many: Vec<_> = (0..20_000).map(|at| (at % 10_000).to_string()).collect();
        assert_eq!(all(&many).split(BETWEEN).count(), 10_000);
    }
}
