//! Pages made of lines in any order, as text of a PDF has them: none of their words is lost, whatever stands where. And
//! lines that may start pairs, in any order, in text and on a page.

use super::{
    damage::{asked_for, survives},
    random::Random,
};
use kamerbrief::{letter::Letter, source};
use std::time::Instant;

const PRINTED: [&str; 34] = [
    "",
    "",
    "> Retouradres Postbus 12345 2500 AA Den Haag",
    "De Voorzitter van de Tweede Kamer",
    "Postbus 20018",
    "2500 EA DEN HAAG",
    "Bezoekadres",
    "www.rijksoverheid.nl",
    "Kenmerk",
    "Ons kenmerk",
    "2024-0017",
    "Datum",
    "Datum 12 maart 2024",
    "12 maart 2024",
    "Betreft",
    "Betreft Reactie op het advies over voorbeelden",
    "Geachte voorzitter,",
    "Het kabinet dankt de raad voor het advies over lange brieven,1 dat in het voorjaar werd",
    "gepubliceerd en dat ingaat op de ruimte die mensen hebben.2 Dat is een lange zin voor een",
    "brief.",
    "niet-gouvernementele organisaties, in- en uitvoer3",
    "een woord wordt door de regel afge-",
    "broken en gaat verder4",
    "1",
    "2",
    "1 Kamerstuk 36 100, nr. 4, bladzijde drie en verder.",
    "2 Zie daar.",
    "3",
    "\u{2022} een opsomming;",
    "a. een onderdeel daarvan",
    "links van de pagina                    rechts van de pagina             achteraan",
    "midden van de pagina                   elders op de pagina              vooraan",
    "Tweede Kamer, vergaderjaar 2023\u{2013}2024, 36 100, nr. 4",
    "De Minister van Voorbeelden,",
];

const STARTS: [&str; 26] = [
    "Aanbeveling 1: Doe dit.",
    "Aanbeveling 2",
    "Aanbeveling 4.1 \u{2013} Laat dat",
    "Tweede aanbeveling: Leg uit",
    "Advies 1: doe dit.",
    "Advies 2: laat dat. Het kabinet doet dat.",
    "Vraag 1",
    "Vraag 2 t/m 4",
    "Vraag 3: Hoe dan?",
    "Antwoord",
    "Antwoord 1",
    "Antwoord op vraag 2 t/m 4",
    "Mededeling",
    "1",
    "2",
    "1. Waarom?",
    "2. Hoe dan?",
    "De raad doet twee aanbevelingen:",
    "1. Schrijf korter;",
    "Schrijf korter",
    "2. Leg uit.",
    "Ten eerste beveelt de raad aan dit te doen.",
    "Ten tweede adviseert de raad om dat te doen.",
    "Op de eerste en tweede aanbeveling kom ik later terug.",
    "Het kabinet onderschrijft deze aanbeveling en doet dat al jaren.",
    "De Minister van Voorbeelden, A. de Vries",
];

/// All words that a letter has anywhere, without white space.
fn all(letter: &Letter) -> String {
    let setting = letter.setting();
    let mut words: Vec<&str> = (0..letter.paragraphs().len())
        .map(|index| letter.paragraph(index))
        .collect();
    words.extend(
        letter
            .sections()
            .iter()
            .filter_map(|section| letter.heading(section)),
    );
    words.extend(setting.left_out.iter().map(|out| out.words.as_str()));
    let mut words = words.join("");
    words.retain(|c| !c.is_whitespace());
    words
}

/// The words of a line that stand in no doubt: of letters only, and four or more.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let whole = |word: &&str| word.chars().count() > 3 && word.chars().all(char::is_alphabetic);
    line.split_whitespace().filter(whole)
}

fn page(random: &mut Random) -> String {
    let mut text = String::new();
    for number in 1..=1 + random.below(3) {
        for _ in 0..6 + random.below(18) {
            if random.one_in(8) {
                text += "                                                                                  ";
            }
            text += random.pick(&PRINTED);
            text += random.pick(&["\n", "\n", "\n\n"]);
        }
        text += &format!("Pagina {number} van 3\n\u{c}");
    }
    text
}

#[test]
fn a_page_of_nothing_but_notes_and_feet_is_still_read() {
    let page = "2500 EA DEN HAAG\n\nHet kabinet dankt de raad voor het advies over lange brieven,1 dat in het voorjaar werd\n\n\
                2\nPostbus 20018\nmidden van de pagina                   elders op de pagina              vooraan\n\n\
                gepubliceerd en dat ingaat op de ruimte die mensen hebben.2 Dat is een lange zin voor een\n\n\
                www.rijksoverheid.nl\nBetreft\n\nPagina 1 van 3\n\u{c}";
    let letter = source::read(page.as_bytes()).unwrap();
    assert!(all(&letter).contains("Hetkabinetdankt"));
}

#[test]
fn no_word_of_a_printed_page_is_lost() {
    let mut random = Random(11);
    let begun = Instant::now();
    let mut rounds = 0;
    while rounds < 1500 || begun.elapsed() < asked_for() {
        rounds += 1;
        let text = page(&mut random);
        survives(text.as_bytes());
        let read = source::read(text.as_bytes());
        let letter = read.unwrap_or_else(|error| panic!("{error:?} of\n{text}"));
        let read = all(&letter);
        for word in text.lines().flat_map(words) {
            assert!(read.contains(word), "{word} of\n{text}");
        }
    }
}

#[test]
fn whatever_starts_pairs_no_word_is_lost() {
    let mut random = Random(13);
    let begun = Instant::now();
    let mut rounds = 0;
    while rounds < 1500 || begun.elapsed() < asked_for() {
        rounds += 1;
        let lines: Vec<&str> = (0..2 + random.below(14))
            .map(|_| random.pick(&STARTS))
            .collect();
        let text = ["Den Haag, 3 mei 2021\n\n", &lines.join("\n\n")].concat();
        let page: String = lines
            .iter()
            .map(|line| ["<p>", line, "</p>"].concat())
            .collect();
        let page = [
            "<!DOCTYPE html><html><body><p>Den Haag, 3 mei 2021</p>",
            &page,
        ]
        .concat();
        for source in [text, page] {
            survives(source.as_bytes());
            let Ok(letter) = source::read(source.as_bytes()) else {
                continue;
            };
            let read = all(&letter);
            for word in lines.iter().flat_map(|line| words(line)) {
                assert!(read.contains(word), "{word} of\n{source}");
            }
        }
    }
}
