//! Folders of many letters to measure with: made-up words in the shapes of real letters, the same each time. Seven of
//! ten are plain text, three official XML.

use crate::random::Random;
use kamerbrief::letter::{Date, Language};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How many paragraphs a letter has, and about how many words each.
const PARAGRAPHS: usize = 30;
const WORDS: usize = 105;

/// A folder of letters, and the same words as plain text for programs that read nothing else.
pub struct Shelf {
    /// The letters.
    pub letters: PathBuf,
    /// The words of each in a file.
    pub texts: PathBuf,
    /// How many bytes of text there are.
    pub bytes: usize,
}

/// A letter's words.
struct Words {
    dossier: usize,
    number: usize,
    date: (usize, usize, usize),
    title: String,
    paragraphs: Vec<String>,
}

/// Names that a paragraph may hold.
const NAMES: [&str; 8] = [
    "CIVICUS",
    "de Raad van Europa",
    "het Ministerie van Financiën",
    "de Algemene Rekenkamer",
    "de Europese Commissie",
    "Stichting Kruiwerk",
    "de Nationale ombudsman",
    "Kamerstuk 28 844, nr. 3",
];

impl Shelf {
    /// A folder of so many letters, made below this one.
    pub fn new(folder: &Path, count: usize) -> io::Result<Self> {
        let own = |name: &str| folder.join(format!("{name}-{count}"));
        let (letters, texts) = (own("letters"), own("texts"));
        fs::create_dir_all(&letters)?;
        fs::create_dir_all(&texts)?;
        let mut random = Random(1);
        let mut bytes = 0;
        for number in 0..count {
            let words = Words::new(number, &mut random);
            let text = words.text();
            bytes += text.len();
            let file = |ending: &str| letters.join(format!("{number:06}.{ending}"));
            match number % 10 {
                3 | 6 | 8 => fs::write(file("xml"), words.xml())?,
                _ => fs::write(file("txt"), &text)?,
            }
            fs::write(texts.join(format!("{number:06}.txt")), text)?;
        }
        Ok(Self {
            letters,
            texts,
            bytes,
        })
    }
}

/// A made-up word.
fn word(random: &mut Random) -> String {
    const STARTS: [&str; 12] = [
        "be", "ver", "ge", "on", "land", "recht", "kas", "mer", "vol", "tij", "zor", "wer",
    ];
    const ENDS: [&str; 12] = [
        "den", "king", "lijk", "te", "baar", "heid", "ken", "loos", "ding", "mate", "ring", "stel",
    ];
    let mut word = random.pick(&STARTS).to_owned();
    for _ in 0..random.below(3) {
        word += random.pick(&STARTS);
    }
    word + random.pick(&ENDS)
}

impl Words {
    fn new(number: usize, random: &mut Random) -> Self {
        let paragraphs = (0..PARAGRAPHS).map(|_| {
            let mut text = String::new();
            let mut starts = true;
            for at in 0..WORDS {
                let next = if random.below(60) == 0 {
                    random.pick(&NAMES).to_owned()
                } else if random.below(50) == 0 {
                    format!("€ {} miljoen", 1 + random.below(900))
                } else {
                    word(random)
                };
                let mut rest = next.chars();
                let first = rest.next().map(String::from).unwrap_or_default();
                text += &if starts { first.to_uppercase() } else { first };
                text += rest.as_str();
                starts = random.below(14) == 0 || at + 1 == WORDS;
                text += if starts { ". " } else { " " };
            }
            text.trim_end().to_owned()
        });
        let paragraphs = paragraphs.collect();
        Self {
            dossier: 20_000 + number / 40,
            number: 1 + number % 40,
            date: (
                1 + random.below(28),
                random.below(12),
                1995 + random.below(30),
            ),
            title: format!("{} {} {}", word(random), word(random), word(random)),
            paragraphs,
        }
    }

    fn date(&self) -> String {
        let (day, month, year) = self.date;
        let part = |part: usize| u32::try_from(part).unwrap_or_default();
        let (day, month, year) = (part(day), part(month + 1), part(year));
        Date { year, month, day }.words(Language::Dutch)
    }

    fn dossier(&self) -> String {
        format!("{} {:03}", self.dossier / 1000, self.dossier % 1000)
    }

    fn text(&self) -> String {
        let (dossier, title, number) = (self.dossier(), &self.title, self.number);
        let body = self.paragraphs.join("\n\n");
        let date = self.date();
        format!(
            "{dossier} {title}\n\nNr. {number} BRIEF VAN DE MINISTER\n\nAan de Voorzitter van de Tweede Kamer der \
             Staten-Generaal\n\nDen Haag, {date}\n\n{body}\n\nDe Minister van Kruiwerk,\n\nA.B. de Kruier\n"
        )
    }

    fn xml(&self) -> String {
        let (dossier, title, number) = (self.dossier(), &self.title, self.number);
        let paragraphs = self.paragraphs.iter();
        let body: Vec<String> = paragraphs.map(|text| format!("<al>{text}</al>")).collect();
        let body = body.join("\n");
        let date = self.date();
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<officiele-publicatie><kamerstuk><kamerstukkop><tekstregel \
             inhoud=\"kameraanduiding\">Tweede Kamer der \
             Staten-Generaal</tekstregel></kamerstukkop><dossier><dossiernummer><dossiernr>{dossier}</dossiernr>\
             </dossiernummer><titel>{title}</titel></dossier><stuk><stuknr>Nr. <ondernummer \
             kamer=\"2\">{number}</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel><algemeen><vrije-tekst>\
             <tekst><al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>\n<al>Den Haag, \
             {date}</al>\n{body}</tekst></vrije-tekst><ondertekening><functie>De Minister van \
             Kruiwerk,</functie><naam><voornaam>A.B.</voornaam><achternaam>de Kruier</achternaam></naam>\
             </ondertekening></algemeen></stuk></kamerstuk></officiele-publicatie>\n"
        )
    }
}
