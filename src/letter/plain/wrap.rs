//! Where a paragraph ends in text copied from www.tweedekamer.nl, which has no blank lines.
//!
//! The page breaks each of its text nodes at the first space from character 81 on, counted from the last break
//! or from the start of the node. A node starts where a line starts, behind a note mark, behind the label of a
//! list, and behind each link or stretch of italics. So a line of at most [`SHORT`] characters ends its
//! paragraph; a longer one goes on only if some node can explain it, which has at least 81 characters left in
//! the line and no space at the 81st or later. Where the layout allows both, the line that follows may tell.

use super::{only_an_answer, question};

/// The longest line, in characters, that ends a paragraph.
pub(super) const SHORT: usize = 80;

/// What becomes of a paragraph at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It goes on.
    GoesOn,
    /// It ends.
    Ends,
    /// It goes on as far as the layout shows; a sentence ends here, and a paragraph may.
    Open,
    /// It ends because the next line reads like an answer.
    Guessed,
}

/// A line of running text and what is known around its end.
#[derive(Clone, Copy)]
pub(super) struct Line<'text> {
    pub(super) words: &'text str,
    /// Whether the paragraph is the advisory council's, or an item of a list.
    pub(super) within: Within,
    /// The two lines that follow; empty where there are none.
    pub(super) next: [&'text str; 2],
}

/// What kind of paragraph a line stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Text,
    Recommendation,
    List,
}

impl Line<'_> {
    /// What becomes of the paragraph at the end of this line, which the page can have broken there.
    pub(super) fn end(self) -> End {
        let [next, then] = self.next;
        let told = only_an_answer(next)
            || question(next)
            || (label(next).is_some() && (self.within == Within::List || self.halts()))
            || (self.ends_a_sentence() && title_like(next) && capital(then));
        if told {
            return End::Ends;
        }
        if !self.ends_a_sentence() || !capital(next) {
            return End::GoesOn;
        }
        if self.within == Within::Recommendation && answers(next) {
            return End::Guessed;
        }
        End::Open
    }

    /// Whether it ends a sentence, whatever note marks, quote signs and brackets close it.
    fn ends_a_sentence(self) -> bool {
        without_closers(self.words).ends_with(['.', '?', '!'])
    }

    /// Whether it ends where one item of a list can end, or what introduces a list.
    fn halts(self) -> bool {
        without_closers(self.words).ends_with(['.', '?', '!', ':', ';', ','])
    }
}

/// Words without the note mark, the quote sign and the bracket that may close them.
fn without_closers(words: &str) -> &str {
    words.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '»' | '”' | '’' | '"' | ')'))
}

fn capital(words: &str) -> bool {
    let first = words.trim_start_matches(['«', '“', '‘', '"', '(']);
    first.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a line can be a heading: short, with a capital and without a sign that closes a sentence.
fn title_like(words: &str) -> bool {
    let closed = |c: char| matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | '…');
    let titled = capital(words) || capital(behind_number(words));
    titled && short(words) && !without_closers(words).ends_with(closed)
}

/// Words without the number of a heading before them: `2.1 `, `3. `.
fn behind_number(words: &str) -> &str {
    match words.split_once(' ') {
        Some((number, title)) if number.len() < 8 && is_number(number) => title,
        _ => words,
    }
}

fn is_number(word: &str) -> bool {
    let counted = |part: &str| part.len() < 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.contains('.')
        && word.split('.').all(counted)
}

/// Whether the cabinet speaks, which in the words of an advisory council it does not.
fn answers(words: &str) -> bool {
    let starts = ["Het kabinet ", "Ik ", "Wij ", "De regering ", "Nederland "];
    starts.iter().any(|start| words.starts_with(start))
}

/// Whether a line has at most [`SHORT`] characters, of at most four bytes each.
pub(super) fn short(line: &str) -> bool {
    let may_be = line.len() <= 4 * SHORT && !line.is_ascii();
    line.len() <= SHORT || (may_be && line.chars().count() <= SHORT)
}

/// Whether the first word of the next line would have had room on a line of so many characters: nobody broke it there.
pub(super) fn room(words: &str, next: &str, width: usize) -> bool {
    let first = next.split(' ').next().unwrap_or_default();
    words.chars().count() + 1 + first.chars().count() <= width
}

/// Whether a sentence of an advisory council ends with a line, and the cabinet speaks in the next.
pub(super) fn answered(words: &str, next: &str) -> bool {
    without_closers(words).ends_with(['.', '?', '!']) && answers(next)
}

/// Whether a sentence ends with a line, and the next starts one or is an item of a list.
pub(super) fn parts(words: &str, next: &str) -> bool {
    without_closers(words).ends_with(['.', '?', '!', ':'])
        && (capital(next) || label(next).is_some())
}

/// The label of an item of a list at the start of a line: how many bytes it takes, its space included.
pub(super) fn label(line: &str) -> Option<usize> {
    let space = line.bytes().take(8).position(|byte| byte == b' ')?;
    let word = &line[..space];
    let bullet = matches!(word, "•" | "–" | "-" | "—" | "◦" | "▪" | "*");
    let counted = || {
        let open = word.strip_prefix('(').unwrap_or(word);
        let inner = open.strip_suffix(['.', ')'])?;
        let number = inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit());
        let letter = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase());
        (!inner.is_empty() && (number || letter)).then_some(())
    };
    (bullet || counted().is_some()).then_some(space + 1)
}

/// Whether words are nothing but labels of a list: `• 1.`
pub(super) fn only_labels(words: &str) -> bool {
    words.len() < 16
        && words
            .split(' ')
            .all(|word| label(&format!("{word} ")).is_some())
}

/// Whether a node can explain that a line was broken at its end. Of one it is certain where it starts, in
/// bytes: behind the last note mark, or at 0.
pub(super) fn explained(words: &str, node: usize) -> bool {
    let last = words.rfind(' ').unwrap_or(0);
    if node == 0 && last <= SHORT {
        return true;
    }
    // A node that starts in this range has 81 characters left, and its last space is the 80th or before.
    let latest = back(words, words.len(), SHORT + 1);
    let earliest = back(words, last, SHORT).unwrap_or(0);
    let Some(latest) = latest.filter(|latest| *latest >= node) else {
        return false;
    };
    let known = |start: usize| (earliest..=latest).contains(&start);
    if known(node) || (node == 0 && label(words).is_some_and(known)) {
        return true;
    }
    let from = earliest.max(node);
    let starts = words[from..].char_indices().map(|(at, _)| from + at);
    starts
        .take_while(|start| *start <= latest)
        .any(|start| set_apart(&words[..start], &words[start..]))
}

/// The byte that stands so many characters before another.
fn back(words: &str, from: usize, characters: usize) -> Option<usize> {
    let mut starts = words[..from].char_indices().rev();
    starts.nth(characters - 1).map(|(at, _)| at)
}

/// Whether a link or a stretch of italics can end between these words. Set apart are references and names and
/// terms in other languages: whole words, which never end within a name of several, with a word like *van*, or
/// in a compound with an abbreviation, for that is a Dutch word.
fn set_apart(before: &str, after: &str) -> bool {
    let inside = after.starts_with(char::is_alphanumeric) && !before.ends_with(' ');
    let Some(word) = before
        .split_ascii_whitespace()
        .next_back()
        .filter(|_| !inside)
    else {
        return false;
    };
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let Some(first) = bare.chars().next() else {
        return false;
    };
    let next = after.trim_start().chars().next();
    let goes_on = next.is_some_and(|c| c.is_uppercase() || matches!(c, '&' | '+'));
    let within_a_name = first.is_uppercase() && word.ends_with(bare) && goes_on;
    !within_a_name && !SMALL_WORDS.contains(&bare) && !compound(bare)
}

/// Whether a title or a name cannot end with these words: a small word, a comma, or one of two words joined comes
/// last, or a quote sign or a bracket was opened and not closed.
pub(super) fn left_open(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    let open = [('‘', '’'), ('“', '”'), ('«', '»'), ('(', ')')];
    let unclosed = open.iter().any(|(open, close)| {
        let from = words.rfind(*open);
        from.is_some_and(|from| !words[from..].contains(*close))
    });
    SMALL_WORDS.contains(&last) || words.ends_with([',', '-', '–']) || unclosed
}

/// A word joined to an abbreviation: `VN-verdrag`.
fn compound(word: &str) -> bool {
    word.split_once('-').is_some_and(|(short, rest)| {
        short.chars().all(char::is_uppercase) && rest.starts_with(char::is_lowercase)
    })
}

/// Words that no name and no reference ends with.
const SMALL_WORDS: [&str; 40] = [
    "de", "het", "een", "en", "of", "van", "in", "op", "te", "dat", "die", "aan", "met", "voor",
    "door", "bij", "uit", "naar", "om", "als", "is", "zijn", "wordt", "worden", "werd", "er",
    "dan", "tot", "over", "onder", "ook", "niet", "dit", "deze", "ik", "wij", "heeft", "kan",
    "zal", "hebben",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn line<'text>(words: &'text str, next: [&'text str; 2]) -> Line<'text> {
        Line {
            words,
            within: Within::Text,
            next,
        }
    }

    /// Long enough to be broken, and no longer than a break allows.
    const PLAIN: &str =
        "een regel die zo lang is als een pagina hem maakt voordat zij hem bij een spatie afbreekt";

    #[test]
    fn a_node_that_starts_behind_a_whole_word_or_a_mark_explains_a_line() {
        for (words, node, explains) in [
            (PLAIN, 0, true),
            (PLAIN, 20, false),
            // Behind a name in italics, also before a hyphen, and behind a reference.
            (
                "via de Safety for Voices partnerschappen (2022–2027) ingezet ten behoeve van verhoogde online en offline veiligheid",
                0,
                true,
            ),
            (
                "Het Team Europe Democracy-verband biedt een platform om handelingsperspectieven te verkennen, zoals de door",
                0,
                true,
            ),
            (
                "zoals ik eerder schreef (Kamerstuk 26 643, nr. 1427). Daarin ging ik in op de gevolgen voor gemeenten en provincies die het",
                0,
                true,
            ),
            // Within a name, behind a small word, behind a compound: nothing is set apart that ends so.
            (
                "zoals het voorgenomen European Democracy Shield, dat bijdraagt aan het beschermen van de maatschappelijke ruimte.",
                0,
                false,
            ),
            (
                "over de Global Digital Compact, het VN-cybercrimeverdrag en in 2025 over de World Summit on the Information Society +20 review (WSIS+20).",
                0,
                false,
            ),
            // Behind a mark that leaves 81 characters, and behind one that leaves fewer.
            (
                "Democratie en Internationale Rechtsorde» reeds actief en consistent uit. De bevordering van respect voor mensenrechten is",
                42,
                false,
            ),
            (
                "Democratie en Internationale Rechtsorde»1 reeds actief en consistent uit. De bevordering van respect voor mensenrechten is",
                42,
                true,
            ),
        ] {
            assert_eq!(explained(words, node), explains, "{words}");
        }
    }

    #[test]
    fn the_next_line_tells_where_the_layout_does_not() {
        let ended = format!("{PLAIN}.");
        let halted = format!("{PLAIN}:");
        for (words, next, then, end) in [
            (PLAIN, "en verder", "", End::GoesOn),
            (PLAIN, "Europa", "", End::GoesOn),
            (&ended, "en verder", "", End::GoesOn),
            (&ended, "Dat is zo.", "Verder", End::Open),
            (&ended, "Een kopje", "Verder", End::Ends),
            (&ended, "Een kopje", "verder", End::Open),
            (&ended, "2.1 Een kopje", "Verder", End::Ends),
            (&ended, "3. Slot", "Verder", End::Ends),
            (&ended, "3,5 procent", "Verder", End::GoesOn),
            (&ended, "Reactie kabinet", "", End::Ends),
            (&ended, "Vraag 3, 4 en 5", "", End::Ends),
            (&ended, "Antwoord", "", End::Ends),
            (&halted, "1. Een", "", End::Ends),
            (&halted, "• Een", "", End::Ends),
            (&halted, "a) een", "", End::Ends),
            (PLAIN, "5. Dat artikel", "", End::GoesOn),
            (PLAIN, "– zoals eerder gezegd – dat", "", End::GoesOn),
        ] {
            assert_eq!(line(words, [next, then]).end(), end, "{words} / {next}");
        }
        let council = Line {
            within: Within::Recommendation,
            ..line(&ended, ["Het kabinet doet dat.", ""])
        };
        assert_eq!(council.end(), End::Guessed);
        let item = Line {
            within: Within::List,
            ..line(PLAIN, ["2. Nog een", ""])
        };
        assert_eq!(item.end(), End::Ends);
    }

    #[test]
    fn labels_of_lists() {
        for (line, length) in [
            ("• Een", Some(4)),
            ("1. Een", Some(3)),
            ("12) Een", Some(4)),
            ("(3) Een", Some(4)),
            ("b. een", Some(3)),
            ("– een", Some(4)),
            ("2025. Een", None),
            ("A. de Vries", None),
            ("Een", None),
            ("1.", None),
            ("", None),
        ] {
            assert_eq!(label(line), length, "{line}");
        }
    }
}
