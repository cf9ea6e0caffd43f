//! What the head of a letter says about it: dossier, number, date, title, addressee.

mod line;

use super::Date;
pub(crate) use line::of_a_law;
use line::{date, is_roman};
pub(super) use line::{
    dossier, like_a_title, number, of_a_table, of_parliament, place_and_date, typed_title,
};

/// A Chamber of the States General.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
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

/// Which series of official papers a paper is in.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Series {
    /// Papers of a dossier, as letters are.
    #[default]
    Papers,
    /// Questions of members with their answers, numbered through the year: Aanhangsel van de Handelingen.
    Appendix,
}

/// What the head says; what it does not say is unknown.
#[derive(serde::Serialize, serde::Deserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The letter's own title.
    pub title: Option<String>,
    /// The dossier as printed: `36 800 XVII`.
    pub dossier: Option<String>,
    /// Which series it is in.
    pub series: Series,
    /// The number within the dossier, or the year: `9`.
    pub number: Option<String>,
    /// The Chamber it is addressed to.
    pub chamber: Option<Chamber>,
    /// The day it was sent.
    pub date: Option<Date>,
    /// The line that says to whom.
    pub addressee: Option<String>,
}

impl Facts {
    /// Takes what a line of a head says, where nothing above it has said so.
    pub(super) fn take(&mut self, line: &str) {
        if self.take_questions(line) {
            return;
        }
        if let Some(dossier) = dossier(line).filter(|_| self.series == Series::Papers) {
            self.dossier.get_or_insert_with(|| dossier.to_owned());
        }
        if let Some((number, _)) = number(line) {
            self.number.get_or_insert_with(|| number.to_owned());
        }
        if let Some(date) = date(line) {
            self.date.get_or_insert(date);
        }
        if line.starts_with("Aan ") {
            self.addressee.get_or_insert_with(|| line.to_owned());
        }
        let names = |written: [&str; 2]| written.iter().any(|name| line.contains(name));
        if self.chamber.is_none() && names(["Tweede Kamer", "TWEEDE KAMER"]) {
            self.chamber = Some(Chamber::Second);
        } else if self.chamber.is_none() && names(["Eerste Kamer", "EERSTE KAMER"]) {
            self.chamber = Some(Chamber::First);
        }
    }

    /// Takes a line that only questions and their answers have in their head; tells whether it was one.
    pub(crate) fn take_questions(&mut self, line: &str) -> bool {
        const SERIES: [&str; 3] = [
            "Vragen gesteld door de leden der Kamer",
            "Aanhangsel van de Handelingen",
            "Aanhangsel Handelingen",
        ];
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if SERIES.iter().any(|series| line.starts_with(series)) {
            self.series = Series::Appendix;
            self.chamber.get_or_insert(Chamber::Second);
            return true;
        }
        if let Some(number) = line.strip_prefix("AH ").filter(|number| digits(number)) {
            self.series = Series::Appendix;
            self.chamber.get_or_insert(Chamber::Second);
            self.number.get_or_insert_with(|| number.to_owned());
            return true;
        }
        if self.series == Series::Appendix && digits(line) && line.len() < 6 {
            self.number.get_or_insert_with(|| line.to_owned());
            return true;
        }
        let asked = ["Vragen van ", "Antwoord van ", "Mededeling van "];
        if !asked.iter().any(|start| line.starts_with(start)) {
            return false;
        }
        if let Some((_, date)) = line.rsplit_once("(ontvangen ") {
            // An answer may follow on the notice that it takes longer: then its day is that of the paper.
            if line.starts_with("Antwoord van ") {
                self.date = None;
            }
            self.take_date(date.split([')', ',']).next().unwrap_or_default());
        }
        if let Some((title, _)) = line.split_once(" (ingezonden ") {
            self.title.get_or_insert_with(|| title.to_owned());
        }
        line.contains("(ontvangen ") || line.contains("(ingezonden ")
    }

    /// Whether a line of a head says who asked or answered, and when.
    pub(crate) fn is_of_questions(line: &str) -> bool {
        let mut facts = Self::default();
        facts.take_questions(line) && (facts.date.is_some() || facts.title.is_some())
    }

    /// Takes what a line says that cites a paper of a dossier, which a head does of its own paper:
    /// `Kamerstukken II 2024/25, 36 999, nr. 12`, `Kamerstuk 36 999`; tells whether it was one.
    pub(super) fn take_citation(&mut self, line: &str) -> bool {
        let rest = ["Kamerstukken ", "Kamerstuk "]
            .iter()
            .find_map(|word| line.strip_prefix(word));
        let Some(rest) = rest else {
            return false;
        };
        let (chamber, rest) = match rest.split_once(' ') {
            Some(("II", rest)) => (Some(Chamber::Second), rest),
            Some(("I", rest)) => (Some(Chamber::First), rest),
            _ => (None, rest),
        };
        let of_years = |c: char| c.is_ascii_digit() || "-–/".contains(c);
        let id = match rest.split_once(", ") {
            Some((years, id)) if years.len() > 5 && years.chars().all(of_years) => id,
            _ => rest,
        };
        let id = id.trim_end_matches('.');
        if dossier(id).is_some_and(|known| known.len() == id.len()) {
            self.dossier.get_or_insert_with(|| id.to_owned());
        } else {
            self.take_id(id);
        }
        self.chamber = self.chamber.or(chamber);
        self.dossier.is_some()
    }

    /// Takes what an id says: `34300-VII-60`, `27625, nr. 557`, `CXLVI, B`.
    pub(super) fn take_id(&mut self, id: &str) {
        let senate = || id.split_once(", ").filter(|(_, number)| number.len() < 4);
        let parts = id
            .split_once(", nr. ")
            .or_else(senate)
            .or_else(|| id.rsplit_once('-'));
        let Some((written, number)) = parts else {
            return;
        };
        let known = dossier(written).filter(|known| known.len() == written.len());
        let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if let Some(known) = known.filter(|_| plain) {
            self.dossier.get_or_insert_with(|| known.to_owned());
            self.number.get_or_insert_with(|| number.to_owned());
        }
    }

    /// Takes a date, in words or in figures.
    pub(super) fn take_date(&mut self, written: &str) {
        if let Some(date) = Date::read(written).or_else(|| Date::in_figures(written)) {
            self.date.get_or_insert(date);
        }
    }

    /// Takes what the lines say that a site puts above a document.
    pub(super) fn site(&mut self, lines: &[&str]) {
        let own = |line: &&&str| !line.is_empty() && !line.starts_with('[');
        if lines.iter().any(|line| line.starts_with("Nummer: ")) {
            self.title = lines.iter().find(own).map(|title| (*title).to_owned());
        }
        for line in lines.iter().filter(own) {
            if let Some(value) = line.strip_prefix("Nummer: ") {
                let date = value.split_once("datum: ").map_or("", |(_, date)| date);
                self.take_date(date.split(',').next().unwrap_or_default());
            } else if let Some(value) = line.strip_prefix("Kenmerk ") {
                self.take_id(value);
            } else if let Some(value) = line.strip_prefix("Documentdatum ") {
                self.take_date(value);
            } else if let Some((_, id)) = line.split_once("(kst-") {
                self.take_id(id.split(')').next().unwrap_or_default());
            } else if let Some((_, title)) = line.split_once("Brief regering; ") {
                // On the first line the title of the dossier stands behind it.
                let parts = title.rsplit_once(" - ").filter(|(_, dossier)| {
                    lines
                        .iter()
                        .any(|line| line.ends_with(&format!("- {dossier}.")))
                });
                let title = parts.map_or(title, |(title, _)| title);
                self.title.get_or_insert_with(|| title.to_owned());
            } else if self.title.is_none() && like_a_title(line) && !line.contains('|') {
                self.title = Some((*line).to_owned());
            }
        }
        if let Some(known) = self.title.as_deref().and_then(dossier) {
            self.dossier.get_or_insert_with(|| known.to_owned());
        }
    }

    /// Adds what the table above a paper says where the paper does not, and what follows from the rest: papers
    /// of the Senate have letters for numbers.
    pub(super) fn conclude(&mut self, head: &[&str]) {
        if let Some(title) = &mut self.title {
            *title = unanswered(title).to_owned();
        }
        if let Some((dossier, number)) = head.iter().find_map(|line| of_a_table(line)) {
            self.dossier.get_or_insert(dossier);
            self.number.get_or_insert_with(|| number.to_owned());
        }
        let letters = |number: &str| number.chars().all(|c| c.is_ascii_uppercase());
        self.chamber = self.chamber.or_else(|| {
            let senate = self
                .title
                .as_ref()
                .is_some_and(|title| title.contains("Kamerstukken I "));
            let number = self.number.as_deref();
            let chamber = |number| {
                if letters(number) {
                    Chamber::First
                } else {
                    Chamber::Second
                }
            };
            number
                .map(chamber)
                .or_else(|| senate.then_some(Chamber::First))
        });
    }

    /// The id of the official publication, `kst-36800-XVII-9`, where dossier and number are known. It
    /// becomes part of links, so there is none with a number that holds more than letters and digits.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        if self.series == Series::Appendix {
            let first: u32 = self.session()?.get(..4)?.parse().ok()?;
            let years = format!("{first}{}", first + 1);
            let chamber = match self.chamber? {
                Chamber::First => "ek",
                Chamber::Second => "tk",
            };
            let number = self.number.as_ref()?;
            let plain = number.bytes().all(|byte| byte.is_ascii_digit());
            return plain.then(|| format!("ah-{chamber}-{years}-{number}"));
        }
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
        if is_roman(dossier) {
            return Some(dossier.clone());
        }
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

/// A subject without what a mail puts before it: `RE: `, `FW: `.
fn unanswered(subject: &str) -> &str {
    let behind = ["RE: ", "Re: ", "FW: ", "Fw: ", "FWD: ", "Fwd: ", "Antw: "]
        .iter()
        .find_map(|mark| subject.strip_prefix(mark));
    behind.map_or(subject, unanswered)
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
            ("CXLVI Toekomst van de democratie", "CXLVI", "CXLVI"),
            ("CLX", "CLX", "CLX"),
        ] {
            assert_eq!(dossier(line), Some(printed), "{line}");
            let facts = Facts {
                dossier: Some(printed.to_owned()),
                ..Facts::default()
            };
            assert_eq!(facts.plain_dossier().as_deref(), Some(cited));
        }
        for line in [
            "Nr. 9",
            "2025",
            "36 80",
            "31 oktober 2025",
            "123456 stuks",
            "XVII van",
            "DIV Kort",
            "XIIX",
            "MIX",
            "VI Justitie",
        ] {
            assert_eq!(dossier(line), None, "{line}");
        }
    }

    #[test]
    fn a_head_may_cite_its_own_paper() {
        for (line, id) in [
            (
                "Kamerstukken II 2024/25, 36 999, nr. 12",
                Some("kst-36999-12"),
            ),
            ("Kamerstukken I 2024/25, CXLVI, B", Some("kst-CXLVI-B")),
            ("Kamerstuk 36 999, nr. 12", Some("kst-36999-12")),
            ("Kamerstuk 34300-VII-60", Some("kst-34300-VII-60")),
            ("Kamerstuk 36 999", None),
        ] {
            let mut facts = Facts::default();
            assert!(facts.take_citation(line), "{line}");
            assert_eq!(facts.id().as_deref(), id, "{line}");
        }
        assert!(!Facts::default().take_citation("Kamerstuk over brieven"));
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
            let mut facts = Facts::default();
            facts.take("36 800 XVII");
            facts.take(&format!("Nr. {number}"));
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
