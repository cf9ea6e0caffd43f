//! What a character counts for when a text is compared with what is typed: the one home of folding,
//! for search, names and command line alike.
//!
//! Case, accents, strokes through letters, ligatures, and the kinds of quotes, dashes and white space
//! do not count: people type what their keyboard has. What cannot be seen counts for nothing: joiners,
//! soft hyphens, marks of direction, controls, and the marks that show them. So one character folds to
//! none, one, two or three; whoever needs places in the source folds a character at a time.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// The most letters that one character counts for.
const MOST: usize = 3;

/// The base letters of U+00C0 to U+017F in their order. Those with `?` have none or several.
const LATIN: &[u8; 0xc0] = b"aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllll??llnnnnnn?nnoooooo??\
rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// What one character counts for: nothing, a letter, or the letters that people type for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folded {
    letters: [char; MOST],
    count: u8,
}

impl Folded {
    const NOTHING: Self = Self {
        letters: ['\0'; MOST],
        count: 0,
    };

    const fn one(letter: char) -> Self {
        Self {
            letters: [letter, '\0', '\0'],
            count: 1,
        }
    }

    /// These letters; none where they are too many.
    fn of(letters: impl Iterator<Item = char>) -> Option<Self> {
        let mut folded = Self::NOTHING;
        for letter in letters {
            *folded.letters.get_mut(usize::from(folded.count))? = letter;
            folded.count += 1;
        }
        Some(folded)
    }

    /// The letters in their order.
    #[must_use]
    pub fn as_slice(&self) -> &[char] {
        &self.letters[..usize::from(self.count)]
    }

    /// Whether the character counts for nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The same letters, the last one first.
    #[must_use]
    pub fn reversed(mut self) -> Self {
        self.letters[..usize::from(self.count)].reverse();
        self
    }
}

impl IntoIterator for Folded {
    type Item = char;
    type IntoIter = std::iter::Take<std::array::IntoIter<char, MOST>>;

    fn into_iter(self) -> Self::IntoIter {
        self.letters.into_iter().take(usize::from(self.count))
    }
}

/// A text in composed letters, with ligatures and the like as the letters they stand for.
#[must_use]
pub fn composed(text: &str) -> String {
    text.nfkc().collect()
}

/// What a character counts for.
#[must_use]
pub fn fold_char(c: char) -> Folded {
    match c {
        ' '..='~' => Folded::one(c.to_ascii_lowercase()),
        '\u{c0}'..='\u{17f}' => match LATIN[c as usize - 0xc0] {
            b'?' => fold_rare(c),
            letter => Folded::one(char::from(letter)),
        },
        _ => fold_rare(c),
    }
}

fn fold_rare(c: char) -> Folded {
    if let Some(folded) = folded_sign(c) {
        return folded;
    }
    let letters = || std::iter::once(c).nfkd().flat_map(fold_part);
    Folded::of(letters()).unwrap_or_else(|| Folded::one(lower(c)))
}

/// What a part of a character counts for, once it is taken apart.
fn fold_part(part: char) -> Folded {
    if is_combining(part) {
        return Folded::NOTHING;
    }
    if let Some(folded) = folded_sign(part) {
        return folded;
    }
    let written = match part {
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'Þ' | 'þ' => "th",
        _ => return Folded::one(struck(part).unwrap_or_else(|| lower(part))),
    };
    Folded::of(written.chars()).unwrap_or(Folded::NOTHING)
}

/// What signs count for: white space, quotes, dashes, and what cannot be seen.
fn folded_sign(c: char) -> Option<Folded> {
    let sign = match c {
        '␉' | '␊' | '␍' => ' ',
        '\u{b}' | '\u{c}' => return Some(Folded::NOTHING),
        _ if c.is_whitespace() => ' ',
        _ if c.is_control() || is_ignorable(c) || shows_invisible(c) => {
            return Some(Folded::NOTHING);
        }
        '‘' | '’' | '‚' | '‛' | '′' | '´' | 'ʼ' | 'ʹ' | '‹' | '›' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⁃' => '-',
        '⁄' | '∕' => '/',
        _ => return None,
    };
    Some(Folded::one(sign))
}

/// Whether a character is an accent or another mark on the letter before it.
#[must_use]
pub fn is_combining(c: char) -> bool {
    !c.is_ascii() && canonical_combining_class(c) != 0
}

/// The letter through which a stroke goes, or that has a hook or no dot.
const fn struck(c: char) -> Option<char> {
    Some(match c {
        'Ⱥ' | 'ⱥ' => 'a',
        'Ƀ' | 'ƀ' | 'Ɓ' | 'ɓ' => 'b',
        'Ȼ' | 'ȼ' | 'Ƈ' | 'ƈ' => 'c',
        'Đ' | 'đ' | 'Ð' | 'ð' | 'Ɖ' | 'ɖ' | 'Ɗ' | 'ɗ' => 'd',
        'Ɇ' | 'ɇ' => 'e',
        'Ƒ' | 'ƒ' => 'f',
        'Ǥ' | 'ǥ' | 'Ɠ' | 'ɠ' => 'g',
        'Ħ' | 'ħ' => 'h',
        'ı' | 'Ɨ' | 'ɨ' => 'i',
        'Ɉ' | 'ɉ' | 'ȷ' => 'j',
        'ĸ' | 'Ƙ' | 'ƙ' => 'k',
        'Ł' | 'ł' | 'Ƚ' | 'ƚ' | 'Ɫ' | 'ɫ' => 'l',
        'Ŋ' | 'ŋ' | 'Ɲ' | 'ɲ' | 'Ƞ' | 'ƞ' => 'n',
        'Ø' | 'ø' | 'Ɵ' | 'ɵ' => 'o',
        'Ƥ' | 'ƥ' => 'p',
        'Ɍ' | 'ɍ' => 'r',
        'Ŧ' | 'ŧ' | 'Ƭ' | 'ƭ' | 'Ʈ' | 'ʈ' | 'Ⱦ' | 'ⱦ' => 't',
        'Ʉ' | 'ʉ' => 'u',
        'Ʋ' | 'ʋ' => 'v',
        'Ɏ' | 'ɏ' | 'Ƴ' | 'ƴ' => 'y',
        'Ƶ' | 'ƶ' | 'Ȥ' | 'ȥ' => 'z',
        _ => return None,
    })
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Whether a character stands for one that cannot be seen: the picture of a control, the mark of a soft
/// hyphen, or the mark of any other.
pub(super) const fn shows_invisible(c: char) -> bool {
    matches!(c, '\u{fffd}' | '‧' | '\u{2400}'..='\u{2421}')
}

/// Whether a character is one that Unicode calls ignorable where it cannot be shown, or a mark of
/// interlinear notes.
#[must_use]
pub const fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// A text folded.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    fold_onto(&mut folded, text);
    folded
}

/// Folds a text onto the end of another.
pub fn fold_onto(folded: &mut String, text: &str) {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        let start = folded.len();
        folded.push_str(text);
        folded[start..].make_ascii_lowercase();
    } else {
        folded.extend(text.chars().flat_map(fold_char));
    }
}

/// What is typed or pasted, as one line: line ends and tabs are spaces, and what cannot be seen is gone.
/// Of the controls only what would part pages is; the others are for the caller to show.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => line.push(' '),
            '\u{b}' | '\u{c}' => {}
            _ if is_ignorable(c) => {}
            _ => line.push(c),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_is_gone() {
        for (text, folded) in [
            ("Financiën", "financien"),
            ("coo\u{308}rdinatie", "coordinatie"),
            ("«Tussen» ‘EKV’s’ “x”", "\"tussen\" 'ekv's' \"x\""),
            ("2022–2027 2022‑2027 −1", "2022-2027 2022-2027 -1"),
            ("maat\u{ad}schap‧pij", "maatschappij"),
            ("ÉÉN\u{a0}İ\tx\ny\u{85}z", "een i x y z"),
            (
                "Støre Łukasz Ødegård Đoković Ħal",
                "store lukasz odegard dokovic hal",
            ),
            ("œuvre Œuvre Ærø", "oeuvre oeuvre aero"),
            ("Straße STRAẞE þing", "strasse strasse thing"),
            (
                "vrĳheid Ĳ ﬁnanciën oﬃcieel ﬀ ﬂ ﬄ ﬅ",
                "vrijheid ij financien officieel ff fl ffl st",
            ),
            ("en… ½ km² ＡＢＣ", "en... 1/2 km2 abc"),
            ("Göteborg Ngũgĩ Erdoğan ışık", "goteborg ngugi erdogan isik"),
            ("Мир Йод", "мир иод"),
            ("가나", "\u{1100}\u{1161}\u{1102}\u{1161}"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn what_cannot_be_seen_counts_for_nothing() {
        for (name, c) in [
            ("ZWSP", '\u{200b}'),
            ("ZWNJ", '\u{200c}'),
            ("ZWJ", '\u{200d}'),
            ("LRM", '\u{200e}'),
            ("RLM", '\u{200f}'),
            ("ALM", '\u{61c}'),
            ("RLO", '\u{202e}'),
            ("WJ", '\u{2060}'),
            ("LRI", '\u{2066}'),
            ("BOM", '\u{feff}'),
            ("VS1", '\u{fe00}'),
            ("VS16", '\u{fe0f}'),
            ("CGJ", '\u{34f}'),
            ("SHY", '\u{ad}'),
            ("MVS", '\u{180e}'),
            ("tag", '\u{e0041}'),
            ("FF", '\u{c}'),
            ("VT", '\u{b}'),
            ("NUL", '\0'),
            ("ESC", '\u{1b}'),
            ("DEL", '\u{7f}'),
            ("C1", '\u{9d}'),
            ("the mark of one", '\u{fffd}'),
            ("the picture of FF", '␌'),
            ("the mark of SHY", '‧'),
        ] {
            assert_eq!(fold(&format!("CIV{c}ICUS")), "civicus", "{name}");
        }
    }

    #[test]
    fn the_table_of_latin_letters_says_what_taking_them_apart_says() {
        for (index, &base) in LATIN.iter().enumerate() {
            let c = char::from_u32(0xc0 + u32::try_from(index).unwrap()).unwrap();
            if base != b'?' {
                assert_eq!(fold_rare(c), Folded::one(char::from(base)), "{c}");
            }
        }
        assert_eq!(fold("×÷"), "×÷");
    }

    #[test]
    fn folded_text_folds_to_itself() {
        // Between these blocks are scripts in which nothing is folded.
        let others = ('\u{a700}'..='\u{ac00}').chain('\u{f900}'..='\u{1f2ff}');
        for c in ('\0'..='\u{33ff}').chain(others) {
            let folded: String = fold_char(c).into_iter().collect();
            assert_eq!(fold(&folded), folded, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn a_paste_becomes_one_line() {
        for (pasted, line) in [
            ("raad van\r\neuropa", "raad van europa"),
            ("raad\rvan\neuropa\t!", "raad van europa !"),
            ("CIV\u{200b}IC\u{ad}US\u{feff}", "CIVICUS"),
            ("\u{1b}[31mrood\u{c}", "\u{1b}[31mrood"),
            ("e\u{301}e\u{301}n «x» 日本", "e\u{301}e\u{301}n «x» 日本"),
        ] {
            assert_eq!(one_line(pasted), line);
        }
    }
}
