//! Where a text writes an abbreviation out itself: `Raad van Europa (RvE)`.
//!
//! The rule knows no names. Brackets explain where the letters of what they hold are found in
//! order in the words right before them: each word that counts gives its first letter, and a long
//! word may give more (`mensenrechtenfonds (MRF)`). So years, numerals and asides in brackets
//! explain nothing, and a name does not start with an article or a preposition. The other way round
//! counts as well (`RvE (Raad van Europa)`), and so does a bracket that was never opened
//! (`Directive CS3D)`).

use std::ops::Range;

/// Words that a name may hold without giving a letter, and never starts with.
pub(super) const SMALL: [&str; 44] = [
    "&", "a", "aan", "an", "and", "bij", "by", "de", "der", "des", "du", "een", "en", "et", "for",
    "from", "het", "in", "inzake", "la", "le", "les", "met", "naar", "of", "on", "onder", "op",
    "over", "pour", "te", "tegen", "ten", "ter", "the", "to", "tot", "tussen", "uit", "van", "via",
    "voor", "with", "zonder",
];

/// Words that may stand in the bracket before the abbreviation.
const LEAD_IN: [&str; 13] = [
    "hierna",
    "verder",
    "te",
    "noemen",
    "afgekort",
    "als",
    "ook",
    "wel",
    "de",
    "het",
    "hereafter",
    "hereinafter",
    "the",
];

const QUOTES: [char; 9] = ['«', '»', '“', '”', '„', '‘', '’', '\'', '"'];

/// How far back from its bracket a name may start, in words and in bytes.
const MOST_WORDS: usize = 16;
const MOST_BYTES: usize = 300;

/// The fewest characters between two letters that one word gives, and behind the last.
const PART: usize = 3;

/// An abbreviation with the words that it stands for, as byte ranges of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenOut {
    /// The abbreviation.
    pub short: Range<usize>,
    /// The words that it stands for.
    pub words: Range<usize>,
    /// Both, with the bracket.
    pub whole: Range<usize>,
}

/// An abbreviation that words which end at `end` may explain.
struct Claim {
    short: Range<usize>,
    end: usize,
}

/// Finds what a text writes out, in order. `wordings` gives what an abbreviation is known to stand
/// for; those words explain it even where its letters do not fit them.
pub(super) fn written_out<'known>(
    text: &str,
    wordings: impl Fn(&str) -> Option<[&'known str; 2]>,
) -> Vec<WrittenOut> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (at, bracket) in text.match_indices(['(', ')']) {
        if bracket == "(" {
            open.push(at);
            continue;
        }
        let claims = match open.pop() {
            Some(start) if at - start > MOST_BYTES => [None, None],
            Some(start) => [bracketed(text, start, at), in_front(text, start, at)],
            None => [unopened(text, at), None],
        };
        found.extend(
            claims
                .into_iter()
                .flatten()
                .find_map(|Claim { short, end }| {
                    let words = words_for(text, &text[short.clone()], end, &wordings)?;
                    let whole = short.start.min(words.start)..at + 1;
                    let direct =
                        words.end <= short.start || opens_with(text, short.end, words.start);
                    direct.then_some(WrittenOut {
                        short,
                        words,
                        whole,
                    })
                }),
        );
    }
    found
}

/// `Raad van Europa (RvE)`
fn bracketed(text: &str, open: usize, close: usize) -> Option<Claim> {
    let held = &text[open + 1..close];
    let short = last_word(text, open + 1, close);
    let mut before = held[..short.start - open - 1].split_whitespace();
    let leads = before.all(|word| LEAD_IN.contains(&word.trim_end_matches([':', ','])));
    let short = short_form(text, short).filter(|_| leads)?;
    Some(Claim {
        short,
        end: text[..open].trim_end().len(),
    })
}

/// `RvE (Raad van Europa)`
fn in_front(text: &str, open: usize, close: usize) -> Option<Claim> {
    let short = short_form(text, last_word(text, floor(text, open), open))?;
    is_strong(&text[short.clone()]).then_some(Claim { short, end: close })
}

/// `Directive CS3D)`
fn unopened(text: &str, close: usize) -> Option<Claim> {
    let word = last_word(text, floor(text, close), close);
    let end = text[..word.start].trim_end().len();
    let short = short_form(text, word)?;
    is_strong(&text[short.clone()]).then_some(Claim { short, end })
}

/// Whether nothing but a bracket and small words stand between two bytes.
fn opens_with(text: &str, from: usize, to: usize) -> bool {
    let between = text
        .get(from..to)
        .unwrap_or_default()
        .trim_start_matches(QUOTES);
    let held = between.trim_start().strip_prefix('(');
    held.is_some_and(|held| held.split_whitespace().all(|word| SMALL.contains(&word)))
}

/// The last word of a stretch of text, without the space behind it.
fn last_word(text: &str, from: usize, to: usize) -> Range<usize> {
    let stretch = text[from..to].trim_end();
    let word = stretch
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let end = from + stretch.len();
    end - word.len()..end
}

/// The abbreviation that a stretch is, without quotes around it and the ending of a plural.
fn short_form(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let written = &text[range.clone()];
    let start = range.start + written.len() - written.trim_start_matches(QUOTES).len();
    let mut short = text[start..range.end.max(start)].trim_end_matches(QUOTES);
    for ending in ["’s", "'s", "s"] {
        if let Some(single) = short.strip_suffix(ending)
            && is_strong(single)
            && !single.contains(char::is_lowercase)
        {
            short = single;
            break;
        }
    }
    let length = short.chars().count();
    let fits = (2..=10).contains(&length)
        && short.starts_with(char::is_alphabetic)
        && short
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '+' | '&' | '/'))
        && !short.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    fits.then(|| start..start + short.len())
}

/// Whether it has the looks of an abbreviation and of nothing else.
fn is_strong(short: &str) -> bool {
    short.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// How letters may be found in words, from the surest to the least sure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// First letters alone.
    Initials,
    /// Letters inside long words as well.
    Parts,
    /// First letters, with one word more at the end.
    Spare,
}

/// The words that end at `end` and that the abbreviation stands for.
fn words_for<'known>(
    text: &str,
    short: &str,
    end: usize,
    wordings: impl Fn(&str) -> Option<[&'known str; 2]>,
) -> Option<Range<usize>> {
    let end = text[..end].trim_end_matches(QUOTES).len();
    let known = wordings(short);
    if let Some(words) = known
        .into_iter()
        .flatten()
        .find_map(|words| ending(text, end, words))
    {
        return Some(words);
    }
    let letters = letters(short);
    let words = words_before(text, end);
    let reaches: &[Reach] = match (is_strong(short), known) {
        (true, _) => &[Reach::Initials, Reach::Parts, Reach::Spare],
        (false, Some(_)) => &[Reach::Initials, Reach::Parts],
        (false, None) if letters.len() >= 3 => &[Reach::Initials],
        (false, None) => &[],
    };
    for &reach in reaches {
        for first in (0..words.len()).rev() {
            if fits(&words[first..], &letters, reach) {
                return Some(words[first].range.start..words.last()?.range.end);
            }
        }
    }
    None
}

/// These very words, whatever their case, where they stand right before `end`.
fn ending(text: &str, end: usize, words: &str) -> Option<Range<usize>> {
    let start = end.checked_sub(words.len())?;
    let written = text.get(start..end)?;
    let free = !text[..start].ends_with(char::is_alphanumeric);
    (free && written.to_lowercase() == words.to_lowercase()).then_some(start..end)
}

/// The letters to be found: small, and `3D` as three of them.
fn letters(short: &str) -> Vec<char> {
    let mut letters = Vec::new();
    let mut rest = short.chars().flat_map(char::to_lowercase).peekable();
    while let Some(c) = rest.next() {
        match (c, rest.peek()) {
            ('2'..='4', Some(&next)) if next.is_alphabetic() => {
                letters.extend((1..c.to_digit(10).unwrap_or(1)).map(|_| next));
            }
            _ => letters.push(c),
        }
    }
    letters
}

struct Word {
    range: Range<usize>,
    letters: Vec<char>,
    small: bool,
    capital: bool,
}

/// The words right before `end` up to the end of another sentence, in the order of the text.
fn words_before(text: &str, end: usize) -> Vec<Word> {
    let mut words = Vec::new();
    let from = floor(text, end);
    let mut rest = end;
    while words.len() < MOST_WORDS {
        let word = last_word(text, from, rest);
        if word.start == from && from > 0 {
            break; // it may have been cut in two
        }
        let written = text[word.clone()]
            .trim_end_matches(',')
            .trim_end_matches(QUOTES);
        let bare = written.trim_start_matches('(').trim_start_matches(QUOTES);
        let counts = bare == "&" || bare.contains(char::is_alphanumeric);
        if !counts || bare.ends_with(['.', ';', ':', '!', '?']) || bare.contains(['(', ')']) {
            break;
        }
        let letters: Vec<char> = bare.chars().flat_map(char::to_lowercase).collect();
        let small = SMALL.contains(&letters.iter().collect::<String>().as_str());
        let start = word.start + written.len() - bare.len();
        words.push(Word {
            range: start..start + bare.len(),
            letters,
            small,
            capital: bare.starts_with(char::is_uppercase),
        });
        if start > word.start {
            break;
        }
        rest = word.start;
    }
    words.reverse();
    words
}

fn fits(words: &[Word], letters: &[char], reach: Reach) -> bool {
    // `De Nederlandsche Bank (DNB)`: an article that the abbreviation counts has a capital.
    let counted = |word: &Word| word.capital && reach == Reach::Initials;
    let begins = |word: &Word| !word.small || counted(word);
    if !words.first().is_some_and(begins) || words.last().is_none_or(|word| word.small) {
        return false;
    }
    match reach {
        Reach::Initials => spell(words, letters, reach),
        Reach::Parts => (words.len() > 1 || letters.len() > 2) && spell(words, letters, reach),
        Reach::Spare => {
            words.len() > 2 && letters.len() > 2 && spell(&words[..words.len() - 1], letters, reach)
        }
    }
}

/// Whether the words give these letters, in order and all of them.
fn spell(words: &[Word], letters: &[char], reach: Reach) -> bool {
    let mut given = vec![true]; // how many letters the words so far may have given
    given.resize(letters.len() + 1, false);
    for word in words {
        let mut next = vec![false; given.len()];
        for (before, _) in given.iter().enumerate().filter(|(_, may)| **may) {
            for more in gives(word, &letters[before..], reach) {
                next[before + more] = true;
            }
        }
        given = next;
    }
    given.last() == Some(&true)
}

/// How many of these letters a word may give.
fn gives(word: &Word, letters: &[char], reach: Reach) -> Vec<usize> {
    let length = word.letters.len();
    if word.small {
        return (0..=length)
            .filter(|&most| letters.starts_with(&word.letters[..most]))
            .collect();
    }
    if !word.letters.iter().any(|c| c.is_alphabetic()) {
        return Some(length)
            .filter(|_| letters.starts_with(&word.letters))
            .into_iter()
            .collect();
    }
    if letters.first() != word.letters.first() {
        return Vec::new();
    }
    let mut counts = vec![1];
    let mut at = 0;
    while let Some(place) = letters
        .get(counts.len())
        .and_then(|&c| inside(word, at, c, reach))
    {
        at = place;
        counts.push(counts.len() + 1);
    }
    counts
}

/// Where in a word, behind `at`, a part with this first letter may start.
fn inside(word: &Word, at: usize, letter: char, reach: Reach) -> Option<usize> {
    let length = word.letters.len();
    (at + 1..length).find(|&place| {
        let part = place >= at + PART && place + PART <= length && reach == Reach::Parts;
        word.letters[place] == letter && (part || word.letters[place - 1] == '-')
    })
}

/// The start of the stretch before `end` that is looked at.
fn floor(text: &str, end: usize) -> usize {
    let from = end.saturating_sub(MOST_BYTES);
    (from..=end)
        .find(|&byte| text.is_char_boundary(byte))
        .unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text, the abbreviation in it, and the words that it stands for.
    const EXPLAINED: &str = "\
geldt voor De Nederlandsche Bank (DNB) en | DNB | De Nederlandsche Bank
voor de Directie Natuur en Bodem (DNB) en | DNB | Directie Natuur en Bodem
in Raad van Europa (RvE)-verband | RvE | Raad van Europa
dankt de Adviesraad Internationale Vraagstukken (AIV) | AIV | Adviesraad Internationale Vraagstukken
binnen de Internationale Arbeidsorganisatie (IAO) hard | IAO | Internationale Arbeidsorganisatie
het Internationale Verdrag inzake Economische, Sociale en Culturele Rechten (IVESCR). | IVESCR | Internationale Verdrag inzake Economische, Sociale en Culturele Rechten
Het mensenrechtenfonds (MRF) blijft | MRF | mensenrechtenfonds
via het Digital Defenders Partnership (DDP), een | DDP | Digital Defenders Partnership
de Commission on the Status of Women (CSW) | CSW | Commission on the Status of Women
de World Summit on the Information Society +20 review (WSIS+20). | WSIS+20 | World Summit on the Information Society +20 review
het Europees Hof voor de Rechten van de Mens (EHRM) | EHRM | Europees Hof voor de Rechten van de Mens
de aanpak ongewenste buitenlandse inmenging (OBI). | OBI | ongewenste buitenlandse inmenging
over exportkredietverzekeringen (EKV’s) stelt | EKV | exportkredietverzekeringen
het Rijksinstituut voor Volksgezondheid en Milieu (RIVM) | RIVM | Rijksinstituut voor Volksgezondheid en Milieu
de Noord-Atlantische Verdragsorganisatie (NAVO) | NAVO | Noord-Atlantische Verdragsorganisatie
de Algemene Inlichtingen- en Veiligheidsdienst («AIVD») | AIVD | Algemene Inlichtingen- en Veiligheidsdienst
de Minister van Justitie en Veiligheid (hierna: JenV) | JenV | Justitie en Veiligheid
de Wet open overheid (Woo) | Woo | Wet open overheid
zelfstandigen zonder personeel (zzp) | zzp | zelfstandigen zonder personeel
het midden- en kleinbedrijf (mkb) | mkb | midden- en kleinbedrijf
de\u{202f}Verenigde\u{a0}Naties\u{a0}(\u{a0}VN\u{a0}) | VN | Verenigde\u{a0}Naties
Kunstmatige intelligentie (AI) | AI | Kunstmatige intelligentie
the Sustainable Development Goals (SDGs) | SDG | Sustainable Development Goals
«Mensenrechten, Democratie en Internationale Rechtsorde» (MDIR) | MDIR | Mensenrechten, Democratie en Internationale Rechtsorde";

    fn found(text: &str) -> Vec<(&str, &str, &str)> {
        let wordings = |short: &str| match short {
            "mkb" => Some([
                "midden- en kleinbedrijf",
                "small and medium-sized enterprises",
            ]),
            "AI" => Some(["kunstmatige intelligentie", "artificial intelligence"]),
            _ => None,
        };
        let found = written_out(text, wordings).into_iter();
        found
            .map(|one| (&text[one.short], &text[one.words], &text[one.whole]))
            .collect()
    }

    #[test]
    fn finds_the_words_and_where_they_start() {
        for row in EXPLAINED.lines() {
            let mut cells = row.split(" | ");
            let [text, short, words] = std::array::from_fn(|_| cells.next().unwrap());
            let all: Vec<_> = found(text)
                .into_iter()
                .map(|(short, words, _)| (short, words))
                .collect();
            assert_eq!(all, [(short, words)], "{text}");
        }
    }

    #[test]
    fn brackets_may_hold_the_words_or_lack_their_start() {
        for (text, short, words, whole) in [
            (
                "de IND (Immigratie- en Naturalisatiedienst) zegt",
                "IND",
                "Immigratie- en Naturalisatiedienst",
                "IND (Immigratie- en Naturalisatiedienst)",
            ),
            (
                "De VN (de Verenigde Naties)",
                "VN",
                "Verenigde Naties",
                "VN (de Verenigde Naties)",
            ),
            (
                "de Corporate Sustainability Due Diligence Directive CS3D), is",
                "CS3D",
                "Corporate Sustainability Due Diligence Directive",
                "Corporate Sustainability Due Diligence Directive CS3D)",
            ),
        ] {
            assert_eq!(found(text), [(short, words, whole)], "{text}");
        }
    }

    #[test]
    fn other_brackets_explain_nothing() {
        for text in [
            "de meest ernstige misdrijven («accountability») is",
            "Safety for Voices partnerschappen (2022–2027) ingezet",
            "relevante (lokale) stakeholders",
            "de (online) maatschappelijke ruimte",
            "tussen (economische) digitale ontwikkeling",
            "Buitenlandse Handel en Ontwikkelingshulp (XVII) voor",
            "andere departementen (klimaat, civiele aansprakelijkheid, mkb etc.)",
            "moet tegengaan (de kennelijk ongegronde of onrechtmatige gerechtelijke procedures)",
            "samenwerking in heel Europa (EU)",
            "de veiligheid (VN)",
            "maatschappelijke organisaties (OS)",
            "internationale verdragen (IV)",
            "van de Verenigde. Naties (VN)",
            "Den Haag (Nederland) en elders",
            "(zie Verenigde Naties VN)",
            "a) de EU en b) de VN)",
            "(AIV)",
            "(\u{a0})",
            "de Verenigde\u{a0}«» (VN)",
            ") (",
            "",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn odd_text_is_read_in_good_time() {
        for text in [
            "a".repeat(9_000) + " (AAAAAAAAAB)",
            "(".repeat(9_000),
            "é (".repeat(200) + &"ÉÉ)".repeat(200),
        ] {
            assert!(found(&text).is_empty());
        }
        assert_eq!(
            found(&("de ".repeat(500) + "Verenigde Naties (VN)")).len(),
            1
        );
    }
}
