//! The embedded letter, whole: nothing lost, every paragraph at its address, every name found.

use kamerbrief::{
    catalogue::{Catalogue, Mentions},
    letter::{self, Letter, Role},
};
use std::fmt::Write;

/// The letter put back together: headings, paragraphs, and the note marks where they stood.
fn source_again(letter: &Letter) -> String {
    let mut source = String::new();
    for section in letter.sections() {
        for index in section.paragraphs.clone() {
            let past_the_head = letter.head().end.max(section.paragraphs.start);
            if index == past_the_head {
                source.push_str(letter.heading(section).unwrap_or_default());
            }
            let text = letter.paragraph(index);
            let mut from = 0;
            for mark in letter.marks_in(index) {
                write!(source, "{}{}", &text[from..mark.byte], mark.number).unwrap();
                from = mark.byte;
            }
            source.push_str(&text[from..]);
        }
    }
    source
}

#[test]
fn no_character_is_lost_added_or_moved() {
    let words = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(words(&source_again(&letter::embedded())), words(letter::source::embedded_source()));
}

#[test]
fn the_head_says_what_it_says() {
    let letter = letter::embedded();
    let facts = &letter.facts;
    assert_eq!(facts.id().as_deref(), Some("kst-36800-XVII-9"));
    assert_eq!(facts.dossier.as_deref(), Some("36 800 XVII"));
    assert_eq!(facts.number.as_deref(), Some("9"));
    assert_eq!(facts.date.map(|date| date.to_string()).as_deref(), Some("2025-10-31"));
    assert_eq!(facts.session().as_deref(), Some("2025/26"));
    assert_eq!(facts.chamber.map(letter::Chamber::roman), Some("II"));
    assert_eq!(facts.addressee.as_deref(), Some("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"));
    assert_eq!(
        facts.title.as_deref(),
        Some(
            "Kabinetsreactie AIV-adviesrapport ‘Krimpende maatschappelijke ruimte: vrijheid en veiligheid onder druk'"
        )
    );
    let signed: Vec<_> = letter.signatories().into_iter().map(|who| (who.name, who.office)).collect();
    assert_eq!(
        signed,
        [
            ("D.M. van Weel".into(), "De Minister van Buitenlandse Zaken".into()),
            ("A. de Vries".into(), "De Staatssecretaris van Buitenlandse Zaken".to_owned()),
        ]
    );
    assert_eq!(letter.head().len(), 6);
    assert_eq!(letter.recommendations(), 8);
}

/// First and last words of every paragraph, read in the source by eye.
const PARAGRAPHS: &str = "\
0.1 Het kabinet dankt … rapport aan.
0.2 Het kabinet deelt … praktijk gebracht.
0.3 Tegelijkertijd ziet het … de aanbevelingen:
1.0 Wees consequent in … de mensenrechten.
1.1 Het kabinet onderschrijft … «Internationale rechtsorde».
2.0 Hanteer als uitgangspunt … diplomatieke risico’s.
2.1 Het kabinet onderschrijft … en journalisten.
2.2 Rekening houdend met … AIV voorgesteld.
2.3 De AIV vraagt … Rechten (IVESCR).
3.0 Zet in het … mensenrechten wereldwijd.
3.1 Het Nederlandse mensenrechtenbeleid … maatschappelijke ruimte.
3.2 Het mensenrechtenfonds (MRF) … en mensenrechtenverdedigers.
3.3 In het nieuwe … minder budget.
3.4 De IOB-evaluatie van … beschikbare ruimte.
4.0 Speel op het … en versterken.
4.1 Nederland hecht grote … te versterken.
4.2 Nederland bevordert digitale … internet governance.
4.3 Het kabinet herkent … integraal onderdeel.
5.0 Maak de inzet … maatschappelijke ruimte.
5.1 De Europese Commissie … dit terrein.
5.2 Het Team Europe … Europese agenda.
5.3 Tevens verwelkomde Nederland … maatschappelijke ruimte.
6.0 Voer de Nederlandse … multilaterale resoluties.
6.1 Het kabinet bevestigt … mensenrechten doen.
6.2 Via ambassades, ook … en resoluties.
7.0 Geef het goede … Nederlandse medialandschap.
7.1 Het kabinet erkent … digitale context.
8.0 Investeer extra middelen … bijbehorende instrumenten.
8.1 Veel van de … onderdeel van.
8.2 Ten aanzien van … en daarbuiten.
8.3 Het Ministerie van … nationale koppen.
8.4 In reactie op … op IMVO-wetgeving.
9.1 De Minister van … Buitenlandse Zaken,
9.2 D.M. van Weel … van Weel
9.3 De Staatssecretaris van … Buitenlandse Zaken,
9.4 A. de Vries … de Vries
9.5 Ondertekenaars … Ondertekenaars
9.6 - … -
9.7 Eerste ondertekenaar … Eerste ondertekenaar
9.8 D.M. van Weel, … Zaken -
9.9 Mede ondertekenaar … Mede ondertekenaar
9.10 A. de Vries, … Buitenlandse Zaken
";

#[test]
fn every_paragraph_stands_at_its_address() {
    let letter = letter::embedded();
    let mut found = String::new();
    for index in letter.head().end..letter.paragraphs().len() {
        let words: Vec<_> = letter.paragraph(index).split(' ').collect();
        let first = words[..words.len().min(3)].join(" ");
        let last = words[words.len().saturating_sub(2)..].join(" ");
        writeln!(found, "{} {first} … {last}", letter.address(index).unwrap()).unwrap();
    }
    assert_eq!(found, PARAGRAPHS);
}

#[test]
fn addresses_lead_where_they_say() {
    let letter = letter::embedded();
    for index in letter.head().end..letter.paragraphs().len() {
        let address = letter.address(index).unwrap();
        assert_eq!(letter.locate(address.to_string().parse().unwrap()).unwrap(), index..index + 1);
    }
    for head in letter.head() {
        assert_eq!(letter.address(head), None);
        assert_eq!(letter.paragraphs()[head].role, Role::Head);
    }
    for lost in ["10", "4.9", "0.0", "9.0", "9.11"] {
        assert!(letter.locate(lost.parse().unwrap()).is_err(), "{lost}");
    }
}

#[test]
fn the_seven_note_marks_are_kept_with_their_place() {
    let letter = letter::embedded();
    let marks: Vec<_> = letter
        .marks()
        .iter()
        .map(|mark| {
            let before = &letter.paragraph(mark.paragraph)[..mark.byte];
            let word = before.rsplit(' ').next().unwrap();
            format!("{} {} {word}", mark.number, letter.address(mark.paragraph).unwrap())
        })
        .collect();
    assert_eq!(
        marks,
        [
            "1 1.1 Rechtsorde»",
            "2 3.3 (2026–2030)",
            "3 3.4 (2017–2022)",
            "4 5.3 organisaties.",
            "5 6.1 mensenrechtenbeleid,",
            "6 7.1 context.",
            "7 8.4 geborgd.",
        ]
    );
}

#[test]
fn print_counts() {
    let letter = letter::embedded();
    let catalogue = Catalogue::embedded();
    let mentions = Mentions::find(&letter, &catalogue);
    for (index, entity) in catalogue.entities().iter().enumerate() {
        let mut head = 0;
        let mut counts = [0; 10];
        for span in mentions.of(index) {
            if span.paragraph < 6 { head += 1 } else { counts[letter.section_of(span.paragraph)] += 1 }
        }
        let text: Vec<_> = counts.iter().enumerate().filter(|c| *c.1 > 0).map(|(i, c)| format!("{i}:{c}")).collect();
        println!("{:?} | {} | h{head} {} = {}", entity.kind, entity.name, text.join(" "), counts.iter().sum::<i32>());
    }
    println!("{}", mentions.all().len());
}
