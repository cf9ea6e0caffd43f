//! What the head of a letter says about it: dossier, number, date, title, addressee.

use super::Date;

/// A Chamber of the States General.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chamber {
    /// The Senate, Eerste Kamer.
    First,
    /// The House of Representatives, Tweede Kamer.
    Second,
}

impl Chamber {
    /// `I` or `II`, as citations write it.
    #[must_use]
    pub const fn roman(self) -> &'static str {
        match self {
            Self::First => "I",
            Self::Second => "II",
        }
    }
}

/// What the head says; what it does not say is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The letter's own title.
    pub title: Option<String>,
    /// The dossier as printed: `36 800 XVII`.
    pub dossier: Option<String>,
    /// The number within the dossier: `9`.
    pub number: Option<String>,
    /// The Chamber it is addressed to.
    pub chamber: Option<Chamber>,
    /// The day it was sent.
    pub date: Option<Date>,
    /// The line that says to whom.
    pub addressee: Option<String>,
}

impl Facts {
    /// Reads the facts from the lines of a head.
    pub(super) fn read<'text>(lines: impl Iterator<Item = &'text str>) -> Self {
        let mut facts = Self::default();
        for line in lines {
            facts.take(line.trim());
        }
        facts
    }

    fn take(&mut self, line: &str) {
        if let Some(title) = title(line) {
            self.title.get_or_insert_with(|| title.to_owned());
        }
        if let Some(dossier) = dossier(line) {
            self.dossier.get_or_insert_with(|| dossier.to_owned());
        }
        if let Some(number) = number(line) {
            self.number.get_or_insert_with(|| number.to_owned());
        }
        if let Some(date) = date(line) {
            self.date.get_or_insert(date);
        }
        if line.starts_with("Aan ") {
            self.addressee.get_or_insert_with(|| line.to_owned());
        }
        if self.chamber.is_none() && line.contains("Tweede Kamer") {
            self.chamber = Some(Chamber::Second);
        } else if self.chamber.is_none() && line.contains("Eerste Kamer") {
            self.chamber = Some(Chamber::First);
        }
    }

    /// The id of the official publication, `kst-36800-XVII-9`, where dossier and number are known. It
    /// becomes part of links, so there is none with a number that holds more than letters and digits.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        let dossier = self.plain_dossier()?.replace(' ', "-");
        let of_an_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let number = self
            .number
            .as_ref()
            .filter(|number| number.chars().all(of_an_id))?;
        Some(format!("kst-{dossier}-{number}"))
    }

    /// The stable link of the official publication, where its id is known.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        Some(format!(
            "https://zoek.officielebekendmakingen.nl/{}.html",
            self.id()?
        ))
    }

    /// The dossier without the space inside its number, as citations write it: `36800 XVII`.
    #[must_use]
    pub fn plain_dossier(&self) -> Option<String> {
        let dossier = self.dossier.as_ref()?;
        let digits: String = dossier
            .chars()
            .filter(char::is_ascii_digit)
            .take(5)
            .collect();
        let base = if dossier.get(2..3) == Some(" ") { 6 } else { 5 };
        let addition = dossier
            .get(base..)
            .unwrap_or_default()
            .trim_start_matches(['-', ' ']);
        Some(match addition.chars().next() {
            None => digits,
            Some('0'..='9') => format!("{digits}-{addition}"),
            Some(_) => format!("{digits} {addition}"),
        })
    }

    /// The parliamentary year of the date: `2025/26`.
    #[must_use]
    pub fn session(&self) -> Option<String> {
        self.date.map(Date::session)
    }
}

fn title(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("Brief regering")?.trim_start();
    Some(rest.strip_prefix(':')?.trim()).filter(|title| !title.is_empty())
}

/// `36 800 XVII`, `21 501-02`, `36410` at the start of a line; nothing but the dossier is returned.
fn dossier(line: &str) -> Option<&str> {
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
        return None;
    };
    let rest = &line[base..];
    let Some(addition) = rest.strip_prefix([' ', '-']) else {
        return rest.is_empty().then_some(line);
    };
    let word = addition.split([' ', ',']).next().unwrap_or_default();
    let roman = !word.is_empty() && word.chars().all(|c| "IVXLCABM".contains(c));
    let numeric =
        rest.starts_with('-') && word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    Some(if roman || numeric {
        &line[..=base + word.len()]
    } else {
        &line[..base]
    })
}

fn number(line: &str) -> Option<&str> {
    let rest = line
        .strip_prefix("Nr. ")
        .or_else(|| line.strip_prefix("nr. "))?;
    rest.split_whitespace()
        .next()
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dossiers_as_printed_and_as_cited() {
        for (line, printed, cited) in [
            (
                "36 800 XVII Vaststelling van de begrotingsstaat",
                "36 800 XVII",
                "36800 XVII",
            ),
            ("21 501-02 Raad Algemene Zaken", "21 501-02", "21501-02"),
            ("36 410-XVII", "36 410-XVII", "36410 XVII"),
            ("28 844 Integriteitsbeleid", "28 844", "28844"),
            ("28844", "28844", "28844"),
        ] {
            assert_eq!(dossier(line), Some(printed), "{line}");
            let facts = Facts {
                dossier: Some(printed.to_owned()),
                ..Facts::default()
            };
            assert_eq!(facts.plain_dossier().as_deref(), Some(cited));
        }
        for line in ["Nr. 9", "2025", "36 80", "31 oktober 2025", "123456 stuks"] {
            assert_eq!(dossier(line), None, "{line}");
        }
    }

    #[test]
    fn a_number_of_another_make_leads_nowhere() {
        for (number, id) in [
            ("9", Some("kst-36800-XVII-9")),
            ("9-h1", Some("kst-36800-XVII-9-h1")),
            ("9/../../x", None),
            ("9}", None),
            ("9␛]8;;", None),
            ("9)", None),
        ] {
            let facts = Facts::read(["36 800 XVII", &format!("Nr. {number}")].into_iter());
            assert_eq!(facts.number.as_deref(), Some(number));
            assert_eq!(facts.id().as_deref(), id);
            assert_eq!(facts.link().is_some(), id.is_some());
        }
    }

    #[test]
    fn dates_stand_alone_on_their_line() {
        assert!(date("Den Haag, 31 oktober 2025").is_some());
        assert!(date("Datum 31 oktober 2025").is_some());
        assert!(date("31 oktober 2025").is_some());
        assert!(date("gepubliceerd op 10 april 2025 onder de titel").is_none());
        assert!(date("Sinds de verkiezingen, 9 augustus 2020").is_some());
        assert!(date("Op 3 mei 2020, in Den Haag").is_none());
    }
}
