//! Questions with their answers are pairs under their own words, in every form, and are cited as what they are.

use super::{outline, read};
use kamerbrief::{
    letter::{Letter, Pair, Part, SectionKind},
    reading::cite::{Style, cite},
};

const ASKED: &str = "Vragen van het lid Voorbeeld (XYZ) aan de Minister van Voorbeelden over de lengte van brieven (ingezonden 6 maart 2024).";
const ANSWERED: &str = "Antwoord van Minister De Vries (Voorbeelden) (ontvangen 25 maart 2024).";

/// What is asked and answered: the number as it is printed, the questions, the answer.
const PAIRS: [(&str, &[&str], &str); 3] = [
    ("1", &["Kent u het bericht over lange brieven?"], "Ja."),
    (
        "2, 3 en 4",
        &[
            "Hoe lang is een brief gemiddeld?",
            "Kan dat korter?",
            "Zo nee, waarom niet?",
        ],
        "Een brief telt gemiddeld vier bladzijden, en dat kan korter.",
    ),
    (
        "5",
        &["Wilt u deze vragen afzonderlijk beantwoorden?"],
        "Nee.",
    ),
];

fn text() -> String {
    let mut text = format!(
        "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2023–2024\n\nAanhangsel van de Handelingen\n\n\
         Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden\n\n1314\n\n{ASKED}\n\n{ANSWERED}\n\n"
    );
    for (number, questions, answer) in PAIRS {
        text += &format!("Vraag {number}\n\n{}\n\n", questions.join("\n\n"));
        text += &format!("Antwoord {number}\n\n{answer}\n\n");
    }
    text
}

fn xml() -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\"?><officiele-publicatie><kamervragen><kamervraagnummer>1314</kamervraagnummer>\
         <tekstregel inhoud=\"kamernummer\">2</tekstregel>\
         <kamervraagomschrijving>{ASKED}</kamervraagomschrijving><kamervraagomschrijving>{ANSWERED}</kamervraagomschrijving>"
    );
    for (number, questions, answer) in PAIRS {
        let asked: String = questions
            .iter()
            .map(|own| format!("<al>{own}</al>"))
            .collect();
        xml += &format!(
            "<vraag><nr>Vraag {number}</nr>{asked}</vraag><antwoord><nr>Antwoord {number}</nr><al>{answer}</al></antwoord>"
        );
    }
    xml + "</kamervragen></officiele-publicatie>"
}

fn page() -> String {
    let mut page = format!(
        "<!DOCTYPE html><html><body><div id=\"broodtekst\"><p>Aanhangsel van de Handelingen</p><p>1314</p><p>{ASKED}</p><p>{ANSWERED}</p>"
    );
    for (number, questions, answer) in PAIRS {
        let asked: String = questions
            .iter()
            .map(|own| format!("<p>{own}</p>"))
            .collect();
        page += &format!(
            "<div class=\"vraag\"><h2>Vraag {number}</h2>{asked}</div><div class=\"antwoord\"><h2>Antwoord {number}</h2><p>{answer}</p></div>"
        );
    }
    page + "</div></body></html>"
}

/// As text that was made from the official PDF, whose lines stand under each other without blank ones.
fn printed() -> String {
    let foot = |page| {
        format!(
            "\nah-tk-20232024-1314\nISSN 0921 - 7398\n’s-Gravenhage 2024\n\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n\n{page}\n\n\u{c}"
        )
    };
    let mut text = format!(
        "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2023–2024\n\n2\n\nAanhangsel van de Handelingen\n\n\
         Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n\n1314\n\
         Vragen van het lid Voorbeeld (XYZ) aan de Minister van Voorbeelden over de\nlengte van brieven (ingezonden 6 maart 2024).\n{ANSWERED}\n"
    );
    for (index, (number, questions, answer)) in PAIRS.into_iter().enumerate() {
        if index == 1 {
            text += &foot(1);
        }
        text += &format!("Vraag {number}\n{}\n", questions.join("\n"));
        text += &format!("Antwoord {number}\n{answer}\n");
    }
    text + &foot(2)
}

fn labels(letter: &Letter) -> Vec<String> {
    let sections = letter.sections().iter();
    sections
        .filter(|section| section.kind == SectionKind::Recommendation)
        .map(|section| section.number.to_string())
        .collect()
}

#[test]
fn questions_and_answers_are_pairs_in_every_form() {
    let letter = read(xml());
    assert_eq!(labels(&letter), ["1", "2, 3 en 4", "5"]);
    assert_eq!(letter.pair(), Pair::Question);
    let expected = [
        "1.0 Kent u het bericht over lange brieven? []",
        "1.1 Antwoord 1 []",
        "1.2 Ja. []",
        "2, 3 en 4.0 Hoe lang is een brief gemiddeld? []",
        "2, 3 en 4.0 Kan dat korter? []",
        "2, 3 en 4.0 Zo nee, waarom niet? []",
        "2, 3 en 4.1 Antwoord 2, 3 en 4 []",
        "2, 3 en 4.2 Een brief telt gemiddeld vier bladzijden, en dat kan korter. []",
        "5.0 Wilt u deze vragen afzonderlijk beantwoorden? []",
        "5.1 Antwoord 5 []",
        "5.2 Nee. []",
    ];
    for (form, letter) in [
        ("XML", letter),
        ("page", read(page())),
        ("text", read(text())),
        ("text of the PDF", read(printed())),
    ] {
        assert_eq!(outline(&letter), expected, "{form}");
        let facts = &letter.facts;
        assert_eq!(facts.number.as_deref(), Some("1314"), "{form}");
        assert_eq!(
            facts.title.as_deref(),
            ASKED.split(" (ingezonden").next(),
            "{form}"
        );
        assert_eq!(facts.id().as_deref(), Some("ah-tk-20232024-1314"), "{form}");
        assert_eq!(
            cite(
                &letter,
                Some("2, 3 en 4.2".parse().unwrap()),
                Style::Leidraad
            ),
            "Aanhangsel Handelingen II 2023/24, nr. 1314, antwoord op vraag 2, 3 en 4, eerste alinea",
            "{form}"
        );
    }
}

#[test]
fn a_section_is_met_by_each_number_it_goes_by() {
    let letter = read(text());
    for (written, found) in [
        ("2, 3 en 4", "2, 3 en 4.0"),
        ("2", "2, 3 en 4.0"),
        ("3", "2, 3 en 4.0"),
        ("5", "5.0"),
    ] {
        let address: kamerbrief::letter::Address = written.parse().unwrap();
        assert_eq!(address.part, Part::Whole);
        let paragraphs = letter.locate(address).unwrap();
        assert_eq!(
            letter.address(paragraphs.start).unwrap().to_string(),
            found,
            "{written}"
        );
    }
    assert!(letter.locate("6".parse().unwrap()).is_err());
}

#[test]
fn numbers_with_letters_are_labels() {
    let letter = read(
        "Den Haag, 3 mei 2021\n\nAanbeveling 7: Doe dit.\n\nDat doen wij.\n\nAanbeveling 7a: Doe ook dat.\n\nDat ook.\n\n\
         Aanbevelingen 8 en 9\n\nLaat dat na.\n\nReactie\n\nGoed.\n",
    );
    assert_eq!(labels(&letter), ["7", "7a", "8 en 9"]);
    let place = letter.locate("7a.1".parse().unwrap()).unwrap();
    assert_eq!(letter.paragraph(place.start), "Dat ook.");
    assert_eq!(letter.address(place.start).unwrap().to_string(), "7a.1");
}

#[test]
fn numbers_below_another_are_labels() {
    let letter = read(
        "Den Haag, 3 mei 2021\n\nAanbeveling 4.1: Doe dit.\n\nHet kabinet doet dat.\n\nEn meer.\n\nAanbeveling 4.2 – Doe ook dat.\n\n\
         Dat ook.\n\nAanbeveling 5\n\nLaat dat na.\n\nReactie\n\nGoed.\n",
    );
    assert_eq!(labels(&letter), ["4.1", "4.2", "5"]);
    for (written, found) in [
        ("4.1.2", "En meer."),
        ("4.2.1", "Dat ook."),
        ("4.2", "Doe ook dat."),
        ("5.2", "Goed."),
    ] {
        let place = letter.locate(written.parse().unwrap()).unwrap();
        assert_eq!(letter.paragraph(place.start), found, "{written}");
        assert!(
            cite(&letter, Some(written.parse().unwrap()), Style::Leidraad).contains("aanbeveling")
        );
    }
    let place = letter.locate("4.1.1".parse().unwrap()).unwrap();
    assert_eq!(letter.address(place.start).unwrap().to_string(), "4.1.1");
}

#[test]
fn questions_in_other_ways_are_pairs_too() {
    let head = "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2023–2024\n\nAanhangsel van de Handelingen\n\n\
                Vragen gesteld door de leden der Kamer\n\n1400\n\nVragen van het lid Voorbeeld (XYZ) over brieven (ingezonden 6 maart 2024).\n\n";
    let notice = "Mededeling van Minister De Vries (Voorbeelden) (ontvangen 15 maart 2024).\n\n";
    let answer = "Antwoord van Minister De Vries (Voorbeelden) (ontvangen 25 maart 2024). Zie ook Aanhangsel nr. 3.\n\n";
    // Answered together, with items below one another; a notice came first.
    let together = read(
        [
            head,
            notice,
            answer,
            "Vraag 1\n\nKent u:\na. de lengte;\nb. de toon?\n\nAntwoord 1\n\na. Ja.\nb. Nee.\n\nVraag 2 t/m 4\n\nWaarom?\n\nEn nu?\n\n\
             Antwoord op vraag 2 tot en met 4\n\nDaarom.\n",
        ]
        .concat(),
    );
    assert_eq!(labels(&together), ["1", "2 t/m 4"]);
    assert_eq!(
        together.facts.date.map(|date| date.to_string()).as_deref(),
        Some("2024-03-25")
    );
    assert_eq!(
        outline(&together)[..6],
        [
            "1.0 Kent u: []",
            "1.0 (a.) a. de lengte; []",
            "1.0 (b.) b. de toon? []",
            "1.1 Antwoord 1 []",
            "1.2 (a.) a. Ja. []",
            "1.3 (b.) b. Nee. []"
        ]
    );
    // Not answered yet.
    let later = read(
        [
            head,
            notice,
            "Vraag 1\n\nWaarom?\n\nVraag 2\n\nEn nu?\n\nMededeling\n\nDat duurt langer.\n",
        ]
        .concat(),
    );
    assert_eq!(labels(&later), ["1", "2"]);
    assert_eq!(
        outline(&later),
        [
            "1.0 Waarom? []",
            "2.0 En nu? []",
            "3.1 Dat duurt langer. []"
        ]
    );
    // All questions, then all answers: each answer has its question as its heading.
    let apart = read(
        "Den Haag, 3 mei 2021\n\n1.\nWaarom?\n\n2.\nEn nu?\n\nAntwoord vraag 1\n\nDaarom.\n\nAntwoord vraag 2\n\nNiets.\n",
    );
    assert_eq!(labels(&apart), ["1", "2"]);
    let headings: Vec<_> = apart.sections()[1..]
        .iter()
        .map(|section| apart.heading(section))
        .collect();
    assert_eq!(headings, [Some("1. Waarom?"), Some("2. En nu?")]);
    assert_eq!(
        outline(&apart)[2..4],
        ["1.1 Antwoord vraag 1 []", "1.2 Daarom. []"]
    );
    // The same in a page.
    let page = read(
        "<!DOCTYPE html><html><body><p>Den Haag, 3 mei 2021</p><p>1. Waarom?</p><p>2. En nu?</p><h2>Antwoord vraag 1</h2><p>Daarom is dat zo en niet anders.</p><h2>Antwoord vraag 2</h2><p>Niets.</p></body></html>",
    );
    assert_eq!(labels(&page), ["1", "2"]);
    assert_eq!(page.heading(&page.sections()[1]), Some("1. Waarom?"));
}
