//! What a single line of a head says: a title, a dossier, a number, a date, or only whose paper it is.

use crate::letter::Date;

/// The title on the first line of a page of www.tweedekamer.nl, behind the kind of the paper.
pub(in crate::letter) fn typed_title(line: &str, first: bool) -> Option<&str> {
    if let Some((_, title)) = line.split_once("; Brief regering; ") {
        return Some(title).filter(|_| first);
    }
    let (kind, title) = line.split_once(" : ").or_else(|| line.split_once(": "))?;
    let named = kind == "Brief regering" || line.contains(" : ");
    let plain = kind.split(' ').count() < 6 && kind.chars().all(|c| c.is_alphabetic() || c == ' ');
    Some(title.trim()).filter(|title| first && named && plain && !title.is_empty())
}

/// Whether a line above a letter can be its title: some words, and no sentence.
pub(in crate::letter) fn like_a_title(line: &str) -> bool {
    let words = line.split(' ').count() > 3 && line.chars().count() <= 250;
    words && !line.ends_with(['.', ',', ':']) && !of_parliament(line)
}

/// Whether a line only says whose paper it is and of which year: `EERSTE KAMER DER STATEN-GENERAAL`, `Vergaderjaar
/// 2024–2025`, also with the figure of the Chamber beside it.
pub(in crate::letter) fn of_parliament(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let lower = line.to_lowercase();
    let own =
        lower.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || "-–/".contains(c));
    matches!(
        own,
        "staten-generaal"
            | "tweede kamer"
            | "eerste kamer"
            | "tweede kamer der staten-generaal"
            | "eerste kamer der staten-generaal"
            | "verenigde vergadering der staten-generaal"
            | "vergaderjaar"
    )
}

/// Whether a word is the number of a dossier of the Senate's own: Roman figures of no more than 300.
pub(super) fn is_roman(word: &str) -> bool {
    const FIGURES: [(&str, u32); 7] = [
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
    ];
    let (mut rest, mut value) = (word, 0);
    for (figure, worth) in FIGURES {
        while let Some(behind) = rest.strip_prefix(figure).filter(|_| value < 300) {
            (rest, value) = (behind, value + worth);
            // All but C and X stand once.
            if !matches!(figure, "C" | "X") {
                break;
            }
        }
    }
    let units = matches!(rest, "" | "I" | "II" | "III" | "IV");
    word.len() > 2 && units && (10..=300).contains(&value)
}

/// The title and the day of a law or a decree, from the first lines of the Staatsblad: it says so before the King
/// speaks.
pub(crate) fn of_a_law<'line>(lines: &[&'line str]) -> Option<(&'line str, Date)> {
    let proclaimed = lines
        .iter()
        .position(|line| line.starts_with("Wij ") && line.contains("bij de gratie Gods"))?;
    lines[..proclaimed].iter().rev().find_map(|line| {
        let rest = ["Wet van ", "Rijkswet van ", "Besluit van "]
            .iter()
            .find_map(|kind| line.strip_prefix(kind))?;
        Some((*line, Date::read(rest)?))
    })
}

/// Dossier and number in a row of the table that the official site puts above a paper, also where its cells
/// run into one another: `Tweede Kamer der Staten-Generaal2017-201834775 nr. 27`.
pub(in crate::letter) fn of_a_table(line: &str) -> Option<(String, &str)> {
    let chamber = line.trim_start_matches(['|', ' ']);
    let rest = [
        "Tweede Kamer der Staten-Generaal",
        "Eerste Kamer der Staten-Generaal",
    ]
    .iter()
    .find_map(|name| chamber.strip_prefix(name))?;
    let rest = rest.trim_start_matches([' ', '|']);
    let years = rest.get(..9)?;
    let of_years = |c: char| c.is_ascii_digit() || c == '-';
    let rest = years.chars().all(of_years).then(|| &rest[9..])?;
    let (written, number) = rest.trim_start_matches([' ', '|']).split_once(" nr. ")?;
    let number = number
        .split([' ', '|'])
        .next()
        .filter(|number| !number.is_empty())?;
    let known = dossier(written)?;
    Some((known.to_owned(), number))
}

/// `36 800 XVII`, `21 501-02`, `36410`, `35 106 (R2115)`, and the Senate's own `CXLVI`, at the start of a line; only the
/// dossier is returned.
pub(in crate::letter) fn dossier(line: &str) -> Option<&str> {
    let bytes = line.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        bytes
            .get(range)
            .is_some_and(|run| run.iter().all(u8::is_ascii_digit))
    };
    let base = if digits(0..2) && bytes.get(2) == Some(&b' ') && digits(3..6) {
        6
    } else if digits(0..5) {
        5
    } else {
        let word = line.split(' ').next().unwrap_or_default();
        let title = line[word.len()..].trim_start().chars().next();
        let alone = title.is_none_or(|first| first.is_uppercase() || first == '‘');
        return (is_roman(word) && alone).then_some(word);
    };
    let rest = &line[base..];
    let Some(addition) = rest.strip_prefix([' ', '-']) else {
        return rest.is_empty().then_some(line);
    };
    let word = addition.split([' ', ',']).next().unwrap_or_default();
    let roman = !word.is_empty() && word.chars().all(|c| "IVXLCABM".contains(c));
    let numeric =
        rest.starts_with('-') && word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let bracketed = word
        .trim_start_matches('-')
        .strip_prefix("(R")
        .and_then(|number| number.strip_suffix(')'))
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    Some(if roman || numeric || bracketed {
        &line[..=base + word.len()]
    } else {
        &line[..base]
    })
}

/// The number of a paper at the start of a line, and what follows on it: `Nr. 9`, `nr. 232b`, and of the
/// Senate, where the kind of paper follows on the line, `AC BRIEF VAN …`. A note mark may be glued to it.
pub(in crate::letter) fn number(line: &str) -> Option<(&str, &str)> {
    let (word, rest) = line
        .strip_prefix("Nr. ")
        .or_else(|| line.strip_prefix("nr. "))
        .map_or((line, None), |rest| (rest, Some(rest)));
    let (word, after) = word.split_once(' ').unwrap_or((word, ""));
    let after = after.trim_start();
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let senate =
        (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    if rest.is_some() {
        let counted = word.starts_with(|c: char| c.is_ascii_digit());
        return (counted || senate).then_some((if senate { letters } else { word }, after));
    }
    let kinds = [
        "BRIEF",
        "VERSLAG",
        "MEMORIE",
        "NOTA",
        "LIJST",
        "NADER",
        "NADERE",
        "VOORLOPIG",
        "EINDVERSLAG",
        "MOTIE",
        "ADVIES",
        "RAPPORT",
        "GEWIJZIGD",
        "AANVULLEND",
    ];
    let kind = after.split(' ').next().unwrap_or_default();
    let follows = kinds.contains(&kind.trim_end_matches(|c: char| c.is_ascii_digit()));
    (senate && follows && word.len() - letters.len() < 2).then_some((letters, after))
}

/// `Den Haag, 31 oktober 2025`, `Datum 31 oktober 2025`, or the date alone.
pub(super) fn date(line: &str) -> Option<Date> {
    let line = line.trim();
    let line = line
        .strip_prefix("Datum")
        .unwrap_or(line)
        .trim_start_matches([' ', ':']);
    let rest = match line.split_once(", ") {
        Some((place, rest))
            if place.chars().count() <= 30 && !place.contains(|c: char| c.is_ascii_digit()) =>
        {
            rest
        }
        _ => line,
    };
    (rest.split_whitespace().count() == 3)
        .then(|| Date::read(rest))
        .flatten()
}

/// The date that ends a head and how many bytes of the line are read with it: after a place, also behind the
/// addressee, or where a paper was adopted or received. More may follow on the line.
pub(in crate::letter) fn place_and_date(line: &str) -> Option<(Date, usize)> {
    if let Some(date) = date(line) {
        return Some((date, line.len()));
    }
    let ends = ["Den Haag, ", "Gravenhage, "];
    let place = ends
        .iter()
        .find_map(|place| Some(line.find(place)? + place.len()));
    let adopted = ["Vastgesteld", "Ontvangen"];
    let adopted = adopted.iter().find_map(|word| line.strip_prefix(word));
    let start = adopted
        .map(|rest| line.len() - rest.trim_start().len())
        .or(place)?;
    let date = Date::read(&line[start..])?;
    let mut words = line[start..].split_inclusive(char::is_whitespace);
    let length: usize = words.by_ref().take(3).map(str::len).sum();
    Some((date, start + line[start..start + length].trim_end().len()))
}
