//! Wraps one paragraph to a width. The only place that knows textwrap and hypher.
//!
//! A row is a range of bytes of the paragraph's text: what shows, without the space at its end. The
//! next row starts where the next word does, so the rows and the spaces between them are the text,
//! to the byte. Hyphens of ours exist at drawing only.

use textwrap::{
    WordSeparator, WordSplitter,
    core::{Word, break_words},
    word_splitters::split_words,
    wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit},
};

/// Up to this many bytes rows are balanced over the whole paragraph; above, each is filled in turn.
const BALANCED: usize = 4096;

/// The widths in cells at which long words are hyphenated: below, hardly a syllable fits.
const NARROW: std::ops::Range<usize> = 12..56;

/// Between two of these the patterns cannot be trusted: `geo-politiek`, not `ge-opolitiek`.
const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// Where long words are parted by a hyphen of ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hyphens {
    /// Where rows are narrow.
    #[default]
    InNarrowRows,
    /// Nowhere.
    Nowhere,
}

/// Where full rows of a paragraph end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edge {
    /// Where their words do.
    #[default]
    Ragged,
    /// All at the measure, with wider blanks between their words.
    Straight,
}

/// One wrapped row of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The first byte of the paragraph's text that it shows.
    pub start: usize,
    /// The byte after the last that it shows.
    pub end: usize,
    /// Whether it ends inside a word and wants a hyphen drawn behind it.
    pub hyphen: bool,
}

/// Wraps running text to rows of at most `width` cells (at least 1); long words are hyphenated
/// where they are wanted so. An empty text is one empty row.
#[must_use]
pub fn wrap(text: &str, width: usize, hyphens: Hyphens) -> Vec<Row> {
    if hyphens == Hyphens::InNarrowRows && NARROW.contains(&width) {
        // A piece that ends in a hyphen of ours leaves a cell for it.
        return rows(text, width, width - 1, &WordSplitter::Custom(syllables));
    }
    wrap_whole(text, width)
}

/// Wraps a short text, such as a title, to rows of at most `width` cells (at least 1) without
/// hyphens of ours.
#[must_use]
pub fn wrap_whole(text: &str, width: usize) -> Vec<Row> {
    let width = width.max(1);
    // No character takes more cells than bytes. What fits on a row needs no thought.
    if text.len() <= width {
        return vec![Row {
            start: 0,
            end: text.trim_end_matches(' ').len(),
            hyphen: false,
        }];
    }
    rows(text, width, width, &WordSplitter::HyphenSplitter)
}

/// Wraps a text of several lines, each parted from the next by a character that is in no row.
#[must_use]
pub fn wrap_lines(text: &str, width: usize, line_end: char) -> Vec<Row> {
    let mut at = 0;
    let mut rows = Vec::new();
    for line in text.split(line_end) {
        rows.extend(wrap_whole(line, width).into_iter().map(|row| Row {
            start: at + row.start,
            end: at + row.end,
            ..row
        }));
        at += line.len() + line_end.len_utf8();
    }
    rows
}

/// Rows of at most `width` cells, with no unbroken piece of a word longer than `longest`.
fn rows(text: &str, width: usize, longest: usize, splitter: &WordSplitter) -> Vec<Row> {
    let words = split_words(WordSeparator::AsciiSpace.find_words(text), splitter);
    let words = break_words(words, longest);
    let mut rows = Vec::with_capacity(text.len() / width + 1);
    let mut at = 0;
    for line in lines(&words, text.len(), width) {
        let start = at;
        at += line
            .iter()
            .map(|word| word.word.len() + word.whitespace.len())
            .sum::<usize>();
        let last = line.last();
        let end = at - last.map_or(0, |word| word.whitespace.len());
        rows.push(Row {
            start,
            end,
            hyphen: last.is_some_and(|word| !word.penalty.is_empty()),
        });
    }
    if rows.is_empty() {
        rows.push(Row {
            start: 0,
            end: text.len(),
            hyphen: false,
        });
    }
    rows
}

#[allow(clippy::cast_precision_loss)] // a width in cells
fn lines<'words, 'text>(
    words: &'words [Word<'text>],
    bytes: usize,
    width: usize,
) -> Vec<&'words [Word<'text>]> {
    let widths = [width as f64];
    if bytes <= BALANCED {
        let penalties = Penalties {
            overflow_penalty: 1_000_000,
            ..Penalties::new()
        };
        if let Ok(lines) = wrap_optimal_fit(words, &widths, &penalties) {
            return lines;
        }
    }
    wrap_first_fit(words, &widths)
}

/// Where a word may break: behind its own hyphens, and between Dutch syllables.
///
/// None inside acronyms, none in tokens with digits or `+`, none next to punctuation or a hyphen
/// (two letters stay before, three after), and none before a trema, which would fall away.
fn syllables(word: &str) -> Vec<usize> {
    let mut breaks = WordSplitter::HyphenSplitter.split_points(word);
    if word.contains(|c: char| c.is_ascii_digit() || c == '+' || c == '/') {
        return breaks;
    }
    let mut at = 0;
    for run in word.split(|c: char| !c.is_alphabetic()) {
        breaks.extend(run_breaks(run).into_iter().map(|offset| at + offset));
        at += run.len()
            + word[at + run.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
    }
    breaks.sort_unstable();
    breaks
}

fn run_breaks(run: &str) -> Vec<usize> {
    if run.chars().skip(1).any(char::is_uppercase) || run.len() > 200 {
        return Vec::new();
    }
    let mut breaks = Vec::new();
    let mut at = 0;
    for syllable in hypher::hyphenate(run, hypher::Lang::Dutch) {
        at += syllable.len();
        let (before, after) = run.split_at(at);
        let trema = after.starts_with(['ä', 'ë', 'ï', 'ö', 'ü']);
        let vowels = before.ends_with(VOWELS) && after.starts_with(VOWELS);
        if before.chars().count() >= 2 && after.chars().count() >= 3 && !trema && !vowels {
            breaks.push(at);
        }
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn no_byte_is_lost_and_no_row_too_wide_at_any_width() {
        let letter = letter::embedded();
        for width in 1..=200 {
            for index in 0..letter.paragraphs().len() {
                let text = letter.paragraph(index);
                let rows = wrap(text, width, Hyphens::InNarrowRows);
                let mut at = 0;
                for row in &rows {
                    assert!(
                        text[at..row.start].bytes().all(|byte| byte == b' '),
                        "{width} {row:?}"
                    );
                    let shown = text[row.start..row.end].width() + usize::from(row.hyphen);
                    assert!(shown <= width, "{width}: ‘{}’", &text[row.start..row.end]);
                    at = row.end;
                }
                assert_eq!(at, text.len());
            }
        }
    }

    #[test]
    fn a_place_has_one_row_and_a_row_one_place() {
        let letter = letter::embedded();
        for width in 1..=200 {
            let text = letter.paragraph(30);
            let rows = wrap(text, width, Hyphens::InNarrowRows);
            for (index, row) in rows.iter().enumerate() {
                assert_eq!(
                    rows.partition_point(|other| other.start <= row.start) - 1,
                    index,
                    "{width}"
                );
            }
        }
    }

    #[test]
    fn dutch_words_break_between_syllables() {
        for (word, broken) in [
            (
                "mensenrechtenverdedigers",
                "men-sen-rech-ten-ver-de-di-gers",
            ),
            ("«maatschappelijke,", "«maat-schap-pe-lijke,"),
            ("EU-rechtsstaat", "EU-rechts-staat"),
            // Longer than the 45 bytes that hypher takes where it may not allocate.
            (
                "arbeidsongeschiktheidsverzekeringsmaatschappij",
                "ar-beids-on-ge-schikt-heids-ver-ze-ke-rings-maat-schap-pij",
            ),
            ("WSIS+20", "WSIS+20"),
            ("CIVICUS", "CIVICUS"),
            ("CS3D", "CS3D"),
            ("lhbtiq+-personen", "lhbtiq+-personen"),
            ("coördinatie", "coör-di-na-tie"),
            ("geopolitieke", "geo-po-li-tieke"),
            ("over", "over"),
            ("EKV’s", "EKV’s"),
        ] {
            let mut shown = word.to_owned();
            for at in syllables(word).into_iter().rev() {
                if !word[..at].ends_with('-') {
                    shown.insert(at, '-');
                }
            }
            assert_eq!(shown, broken);
        }
    }

    #[test]
    fn narrow_rows_say_where_they_want_a_hyphen() {
        let text = "mensenrechtenverdedigers en";
        let shown: Vec<_> = wrap(text, 12, Hyphens::InNarrowRows)
            .into_iter()
            .map(|row| (&text[row.start..row.end], row.hyphen))
            .collect();
        assert_eq!(
            shown,
            [
                ("mensenrech", true),
                ("tenverdedi", true),
                ("gers en", false)
            ]
        );
        assert_eq!(
            wrap("", 10, Hyphens::InNarrowRows),
            [Row {
                start: 0,
                end: 0,
                hyphen: false
            }]
        );
        assert_eq!(wrap("twee woorden", 0, Hyphens::InNarrowRows).len(), 11);
    }
}
