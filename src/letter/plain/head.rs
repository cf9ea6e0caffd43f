//! The head of a plain text: which lines come before the running text, and what they say.
//!
//! A paper starts with its dossier, number and kind, addressee and date; the head ends behind the date, or at
//! the first line that no head has. Sites put lines of their own above that, down to one that announces the
//! document; a ministry's letterhead has labels instead, and ends where somebody is addressed.

mod letterhead;
mod line;

use super::{tidy, wrap::left_open};
use crate::letter::{
    Facts,
    facts::{self, number},
};
use line::{Awaited, META, announces, label, only_in_a_head, paper, place_and_date, table_row};
pub(super) use line::{capitals, is_labelled, salutation};

/// How far down, in lines, a head may reach.
const REACH: usize = 80;

/// The longest line of a head, in bytes.
const LONGEST: usize = 1000;

/// Where the running text of a source starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// How many lines are head.
    pub(super) lines: usize,
    /// How many bytes of the next line are head too, white space at its start included.
    pub(super) bytes: usize,
}

impl Head {
    /// Where the running text starts, in bytes.
    pub(super) fn start(self, source: &str) -> usize {
        let lines = source.split_inclusive('\n').take(self.lines);
        lines.map(str::len).sum::<usize>() + self.bytes
    }
}

/// Whether a note mark stands in a head, behind its lines in capitals: `HERDRUK1`.
pub(super) fn marked(head: &str) -> bool {
    head.lines().any(|line| {
        let line = line.trim();
        let words = line.strip_suffix('1').unwrap_or_default();
        words.ends_with(char::is_alphabetic) && (capitals(words) || number(words).is_some())
    })
}

/// Reads the head of a source.
pub(super) fn read(source: &str) -> (Head, Facts) {
    let lines: Vec<&str> = source
        .split('\n')
        .take(REACH)
        .take_while(|line| line.len() <= LONGEST)
        .map(str::trim)
        .collect();
    let tidied: Vec<String> = lines.iter().map(|line| tidy(line)).collect();
    let tidied: Vec<&str> = tidied.iter().map(String::as_str).collect();
    // A line too long for a head can still start with the end of one.
    let next = source.split('\n').nth(lines.len()).unwrap_or_default();
    let mut walk = Walk::new(&tidied);
    let mut lines = walk.lines();
    let blank = tidied[lines.min(tidied.len())..]
        .iter()
        .take_while(|line| line.is_empty());
    let after = lines + blank.count();
    let end = tidied.get(after).copied().unwrap_or(next.trim_start());
    let mut bytes = 0;
    if !walk.dated
        && let Some((date, length)) = facts::place_and_date(end)
        && end[..length].starts_with("Aan ")
    {
        lines = after;
        walk.facts.take(&end[..length]);
        walk.facts.date = Some(date);
        let line = source.split('\n').nth(lines).unwrap_or_default();
        bytes = behind(line, &end[..length]);
    }
    walk.facts.conclude(&tidied[..lines.min(tidied.len())]);
    if let Some(addressee) = &mut walk.facts.addressee
        && left_open(addressee)
        && let Some(at) = tidied.iter().position(|line| line == addressee)
        && let Some(further) = tidied.get(at + 1)
        && facts::of_parliament(further)
    {
        *addressee = [addressee.as_str(), " ", further].concat();
    }
    if let Some((title, date)) = facts::of_a_law(&tidied) {
        walk.facts.title = Some(title.to_owned());
        walk.facts.date = Some(date);
    }
    (Head { lines, bytes }, walk.facts)
}

/// How many bytes of a line hold these words, whatever white space stands between them.
fn behind(line: &str, words: &str) -> usize {
    let mut rest = line;
    for word in words.split_whitespace() {
        let Some(found) = rest.find(word) else {
            return 0;
        };
        rest = &rest[found + word.len()..];
    }
    line.len() - rest.len()
}

/// A walk down the lines of a head.
struct Walk<'text> {
    lines: &'text [&'text str],
    facts: Facts,
    awaited: Awaited,
    dated: bool,
}

impl<'text> Walk<'text> {
    fn new(lines: &'text [&'text str]) -> Self {
        Self {
            lines,
            facts: Facts::default(),
            awaited: Awaited::Nothing,
            dated: false,
        }
    }

    /// Reads the facts, and counts the lines that are head.
    fn lines(&mut self) -> usize {
        let lines = self.lines;
        let announced = lines.iter().position(|line| announces(line));
        let addressed = lines.iter().position(|line| salutation(line));
        let announced = announced.or_else(|| self.tables_above(addressed));
        let from = announced.map_or(0, |line| line + 1);
        self.facts.site(&lines[..from]);
        let anchor = lines[from..]
            .iter()
            .position(|line| paper(line))
            .map(|at| from + at);
        let anchor = anchor.filter(|anchor| addressed.is_none_or(|addressed| *anchor < addressed));
        let mut count = from;
        let known = anchor.unwrap_or(from);
        for (at, line) in lines.iter().enumerate().skip(from) {
            if line.is_empty() {
                continue;
            }
            if self.takes(line) {
                count = at + 1;
            } else if at >= known {
                break;
            }
            if self.dated {
                return self.under_date(count);
            }
        }
        let unbroken = lines.iter().position(|line| line.len() > 300);
        let above = &lines[..unbroken.unwrap_or(lines.len())];
        let letterhead = above.iter().filter(|line| label(line).is_some()).count() > 1;
        if self.facts.dossier.is_none() || letterhead {
            count = self.letterhead(count.max(from), addressed, letterhead);
        }
        count
    }

    /// The last row of the tables that the official site puts above a paper: nobody is addressed above them, and no
    /// letter is dated. Other tables are the letter's.
    fn tables_above(&self, addressed: Option<usize>) -> Option<usize> {
        let dated = self
            .lines
            .iter()
            .position(|line| place_and_date(line).is_some());
        let end = [addressed, dated].into_iter().flatten().min();
        let above = &self.lines[..end.unwrap_or(self.lines.len()).min(REACH / 2)];
        let told = |line: &&str| line.contains("Dossier") || facts::of_a_table(line).is_some();
        let rows = || above.iter().enumerate().filter(|(_, line)| table_row(line));
        rows()
            .any(|(_, line)| told(line))
            .then(|| rows().next_back().map(|(at, _)| at))?
    }

    /// Whether a line is head; takes what it says.
    fn takes(&mut self, line: &str) -> bool {
        let awaited = std::mem::replace(&mut self.awaited, Awaited::Nothing);
        if let Some((Awaited::Date, value)) = label(line)
            && !value.is_empty()
        {
            self.facts.take_date(value);
            return true;
        }
        if self.facts.take_questions(line) {
            self.dated = self.facts.date.is_some();
            return true;
        }
        if let Some((date, length)) = place_and_date(line) {
            if length < line.len() {
                return false;
            }
            self.facts.take(line);
            self.facts.date = Some(date);
            self.dated = true;
            return true;
        }
        if let Some(next) = self.names(line) {
            self.awaited = next;
            return true;
        }
        match awaited {
            Awaited::Title => self.facts.title.get_or_insert_with(|| line.to_owned()),
            Awaited::Capitals if !capitals(line) => return false,
            Awaited::Nothing => return false,
            _ => return true,
        };
        true
    }

    /// What a line that only a head has lets the next one be; nothing for any other line.
    fn names(&mut self, line: &str) -> Option<Awaited> {
        if let Some(title) = facts::typed_title(line, self.facts == Facts::default()) {
            self.facts.title.get_or_insert_with(|| title.to_owned());
            self.facts.take(line);
            return Some(Awaited::Nothing);
        }
        if let Some(dossier) = facts::dossier(line) {
            let alone = dossier.len() == line.len();
            self.facts.take(line);
            return Some(if alone {
                Awaited::DossierTitle
            } else {
                Awaited::Nothing
            });
        }
        let after = number(line).map(|(_, rest)| rest);
        if after.is_some() || capitals(line) {
            self.facts.take(line);
            return Some(Awaited::Capitals);
        }
        if line.len() < 120 && self.facts.take_citation(line) || line.starts_with("Kamerstuk ") {
            return Some(Awaited::Title);
        }
        if let Some((name, value)) = META
            .iter()
            .find_map(|name| Some((*name, line.strip_prefix(name)?)))
        {
            match name {
                "ID:" => self.facts.take_id(value.trim()),
                "Gepubliceerd:" => self.facts.take_date(value),
                _ => {}
            }
            return Some(Awaited::Nothing);
        }
        let kind = line.starts_with("Brief van ") && paper(line) && !line.ends_with(['.', ':']);
        if only_in_a_head(line) || kind {
            self.facts.take(line);
            return Some(Awaited::Nothing);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Title, dossier, number, Chamber and date as found, and the first words of the running text.
    fn found(source: &str) -> String {
        let (head, facts) = read(source);
        let or = |fact: Option<String>| fact.unwrap_or_else(|| "-".to_owned());
        let rest = &source[head.start(source)..];
        let words: Vec<_> = rest.split_whitespace().take(2).collect();
        [
            or(facts.title),
            or(facts.dossier),
            or(facts.number),
            or(facts.chamber.map(|chamber| chamber.roman().to_owned())),
            or(facts.date.map(|date| date.to_string())),
            words.join(" "),
        ]
        .join(" | ")
    }

    #[test]
    fn labels_under_one_another_have_their_values_below_them() {
        let head = "> Retouradres Postbus 1 2500 AA Den Haag\n\nDe Voorzitter van de Tweede Kamer\n\n\
                    Kenmerk\n12-34\n\nDatum\nBetreft\n\n8 september 2025\nAanbieding van het akkoord\n\n\
                    Geachte voorzitter,\n";
        assert_eq!(
            read(head).1.title.as_deref(),
            Some("Aanbieding van het akkoord")
        );
    }

    #[test]
    fn heads_of_every_kind_of_source() {
        for (source, expected) in [
            // A page of www.tweedekamer.nl, with two dossiers and its white space.
            (
                "Brief regering : Havens in bedrijf\n29 826 Industriebeleid\n           30 196\n   Duurzame ontwikkeling\n\
                 Nr. 216\n       BRIEF VAN DE MINISTER VAN KLIMAAT\nAan de Voorzitter van de Tweede Kamer\n\
                 Den Haag, 5 december 2024\nVoor het behoud",
                "Havens in bedrijf | 29 826 | 216 | II | 2024-12-05 | Voor het",
            ),
            // The official site: a number of the Senate, a table that runs together, no title of its own.
            (
                "Kamerstuk\n\nDatum publicatieOrganisatieVergaderjaarDossier- en ondernummer\n\
                 Eerste Kamer der Staten-Generaal2017-201834775 nr. T\n\n34 775 Nota over het huis\n\n\
                 T BRIEF VAN DE VOORZITTER VAN DE COMMISSIE\n\nAan de Minister voor Rechtsbescherming\n\n\
                 Den Haag, 7 februari 2018\n\nDe vaste commissies",
                "- | 34 775 | T | I | 2018-02-07 | De vaste",
            ),
            (
                "31 235\nBegroting\n\nnr. 3\nLIJST VAN VRAGEN\n\nVastgesteld31 januari 2008\n\nDe commissie",
                "- | 31 235 | 3 | II | 2008-01-31 | De commissie",
            ),
            (
                "| Datum | Dossier |\n|---|---|\n| Tweede Kamer der Staten-Generaal | 1997-1998 | 22236 nr. 50 |\nGeen andere\n\
                 | Datum | Dossier |\nVastgesteld 30 oktober 1997\nDe vaste",
                "- | 22236 | 50 | II | 1997-10-30 | De vaste",
            ),
            // A site that announces the document.
            (
                "[overzicht] [besluiten]\n\nVerslag Raad van 22 juni\n\nRaad Algemene Zaken\n\nBrief regering\n\n\
                 Nummer: 2021D25732, datum: 2021-06-25, bijgewerkt: 2024-02-19 10:56, versie: 3\n\n\
                 Directe link naar document (.pdf), officiële HTML versie (kst-21501-02-2377).\n\n\
                 Preview document (🔗 origineel)\n\nHierbij bied",
                "Verslag Raad van 22 juni | 21501-02 | 2377 | II | 2021-06-25 | Hierbij bied",
            ),
            (
                "Kamerstuk 34300-VII-60\n\nReactie op het advies\n\nDossier: Vaststelling\n\nGepubliceerd: 9 maart 2016\n\
                 ID: 34300-VII-60\n\nNr. 60 BRIEF VAN DE MINISTER\n\nDen Haag, 9 maart 2016\n\nIn reactie",
                "Reactie op het advies | 34300-VII | 60 | II | 2016-03-09 | In reactie",
            ),
            // The head ends in the middle of a line.
            (
                "Brief regering; Stand van zaken - Water\n\nDeze brief is toegevoegd aan dossier 27625 - Water.\n\n\
                 Kenmerk 27625, nr. 557\n\n2.\n\nTekst\n\nAan de Voorzitter van de Tweede Kamer Den Haag, 16 november 2021 Voor het overleg",
                "Stand van zaken | 27625 | 557 | II | 2021-11-16 | Voor het",
            ),
            // Letterheads: to the salutation, or behind the subject.
            (
                "> Retouradres Postbus 1 Den Haag\nDatum\n11 februari 2005\nOns kenmerk\nHDJZ\nBetreft\nVerdrag (Kamerstukken I 28808, A)\n\
                 Geachte voorzitter,\nHierbij bied",
                "Verdrag (Kamerstukken I 28808, A) | - | - | I | 2005-02-11 | Geachte voorzitter,",
            ),
            (
                "Datum: 3 mei 2021\nOnderwerp: Reactie op het verzoek\nHierbij bied",
                "Reactie op het verzoek | - | - | - | 2021-05-03 | Hierbij bied",
            ),
            // The date first, and then what the letter is about and whom it is for, in any order.
            (
                "Den Haag, 3 mei 2021\nBetreft: Reactie op het\nverzoek\n\nAan de Voorzitter van de Tweede Kamer\nPostbus 20018\n\nHierbij bied",
                "Reactie op het verzoek | - | - | II | 2021-05-03 | Hierbij bied",
            ),
            (
                "3 mei 2021\n\nUw kenmerk: 12\nOnderwerp:\nReactie op het verzoek\n\nGeachte voorzitter,",
                "Reactie op het verzoek | - | - | - | 2021-05-03 | Geachte voorzitter,",
            ),
            (
                "Den Haag, 3 mei 2021\n\nOnderwerp van deze brief is de reactie op het verzoek.",
                "- | - | - | - | 2021-05-03 | Onderwerp van",
            ),
            // The Senate's own dossier, lines in capitals, and a paper that cites itself.
            (
                "Eerste Kamer der Staten-Generaal 1\nVergaderjaar 2024-2025\nCXLVI Toekomst van de democratie\n\
                 B BRIEF VAN DE MINISTER\nAan de Voorzitter van de Eerste Kamer\nDen Haag, 3 mei 2025\nHierbij bied",
                "- | CXLVI | B | I | 2025-05-03 | Hierbij bied",
            ),
            (
                "EERSTE KAMER DER STATEN-GENERAAL\n\n36 999 Wijziging van de Brievenwet\n\nC NADERE MEMORIE VAN ANTWOORD\n\n\
                 Ontvangen 3 mei 2025\n\nHierbij bied",
                "- | 36 999 | C | I | 2025-05-03 | Hierbij bied",
            ),
            (
                "Staten-Generaal\n\nEERSTE KAMER\n\nVergaderjaar 2024–2025\n\nAan de voorzitter\n\nDen Haag, 3 mei 2025\n\nHierbij bied",
                "- | - | - | I | 2025-05-03 | Hierbij bied",
            ),
            (
                "Kamerstuk 36 999\nNr. 12\nBRIEF VAN DE MINISTER VAN X\n\nDen Haag, 3 mei 2025\n\nHierbij bied",
                "- | 36 999 | 12 | II | 2025-05-03 | Hierbij bied",
            ),
            (
                "Tweede Kamer der Staten-Generaal 2\n\nVergaderjaar 2024–2025\n\nKamerstukken II 2024/25, 36 999, nr. 12\n\n\
                 Reactie op het advies over brieven\n\nBrief van de minister\n\n’s-Gravenhage, 3 mei 2025\n\nHierbij bied",
                "Reactie op het advies over brieven | 36 999 | 12 | II | 2025-05-03 | Hierbij bied",
            ),
            // A law, by its preamble.
            (
                "Staatsblad van het Koninkrijk der Nederlanden\n\nJaargang 2014\n\n296\n\nWet van 4 juni 2014 tot wijziging\n\n\
                 Wij Willem-Alexander, bij de gratie Gods, Koning der Nederlanden, enz.",
                "Wet van 4 juni 2014 tot wijziging | - | - | - | 2014-06-04 | Staatsblad van",
            ),
            // Nothing is a title, or a fact, because it stands first or looks like one further down.
            ("Menu\n\nWat tekst.", "- | - | - | - | - | Wat tekst."),
            ("Een titel\n\nWat tekst.", "- | - | - | - | - | Een titel"),
            (
                "33 506 Wet\n\nAB VERSLAG VAN EEN OVERLEG\n\nVastgesteld 14 mei 2019\n\nDe commissie\n\nDen Haag, 10 april 2019",
                "- | 33 506 | AB | I | 2019-05-14 | De commissie",
            ),
        ] {
            assert_eq!(found(source), expected, "{source}");
        }
    }

    #[test]
    fn a_subject_goes_on_where_no_title_ends() {
        for (source, expected) in [
            (
                "Ministerie van X\nDatum 3 mei 2021\nBetreft Kabinetsreactie op het advies van de\n\
                 Raad voor het Openbaar Bestuur\n\nGeachte voorzitter,\n",
                "Kabinetsreactie op het advies van de Raad voor het Openbaar Bestuur | - | - | - | 2021-05-03 | Geachte voorzitter,",
            ),
            (
                "Datum: 3 mei 2021\nOnderwerp: Reactie op het rapport ‘Elke regio\ntelt! Een nieuw perspectief’ van de\n\
                 Raad voor het Openbaar Bestuur, de\nRaad voor Volksgezondheid\nGeachte voorzitter,\n",
                "Reactie op het rapport ‘Elke regio telt! Een nieuw perspectief’ van de Raad voor het Openbaar Bestuur, de Raad voor Volksgezondheid | - | - | - | 2021-05-03 | Geachte voorzitter,",
            ),
            (
                "Datum\n3 mei 2021\nBetreft\nReactie op het advies over\nWoningbouw\nKenmerk 12\nGeachte voorzitter,\n",
                "Reactie op het advies over Woningbouw | - | - | - | 2021-05-03 | Geachte voorzitter,",
            ),
            (
                "Datum 3 mei 2021\nBetreft Uitvoering van de Wet\nKenmerk 12\n\nGeachte voorzitter,\n",
                "Uitvoering van de Wet | - | - | - | 2021-05-03 | Geachte voorzitter,",
            ),
        ] {
            assert_eq!(found(source), expected, "{source}");
        }
    }

    #[test]
    fn whom_a_letter_is_for_may_stand_on_two_lines() {
        for (source, addressee) in [
            (
                "Aan de Voorzitter van de\nTweede Kamer der Staten-Generaal\nPostbus 20018\n\nDatum 3 mei 2021\n\
                 Betreft Reactie op het verzoek\n\nGeachte voorzitter,\n",
                "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
            ),
            (
                "Aan de voorzitter van de\nEerste Kamer\nDen Haag, 3 mei 2021\n\nGeachte voorzitter,\n",
                "Aan de voorzitter van de Eerste Kamer",
            ),
            (
                "Aan de Voorzitter van de Tweede Kamer\nPostbus 20018\nDen Haag, 3 mei 2021\n",
                "Aan de Voorzitter van de Tweede Kamer",
            ),
        ] {
            assert_eq!(read(source).1.addressee.as_deref(), Some(addressee));
        }
    }

    #[test]
    fn a_mark_in_the_head_is_seen() {
        for (head, seen) in [
            ("Nr. 7 HERDRUK1", true),
            ("Nr. 4\nADVIES EN NADER RAPPORT1\n", true),
            ("AI1 VERSLAG\n", false),
            ("Nr. 1", false),
            ("Den Haag, 1 mei 2021", false),
        ] {
            assert_eq!(marked(head), seen, "{head}");
        }
    }
}
