//! The embedded letter, whole: nothing lost, every paragraph at its address, every name found.

use kamerbrief::{
    catalogue::{Catalogue, Mentions},
    letter::{self, Address, Letter, OpenEndKind, Role},
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
    assert_eq!(
        words(&source_again(&letter::embedded())),
        words(letter::source::embedded_source())
    );
}

#[test]
fn the_head_says_what_it_says() {
    let letter = letter::embedded();
    let facts = &letter.facts;
    assert_eq!(facts.id().as_deref(), Some("kst-36800-XVII-9"));
    assert_eq!(facts.dossier.as_deref(), Some("36 800 XVII"));
    assert_eq!(facts.number.as_deref(), Some("9"));
    assert_eq!(
        facts.date.map(|date| date.to_string()).as_deref(),
        Some("2025-10-31")
    );
    assert_eq!(facts.session().as_deref(), Some("2025/26"));
    assert_eq!(facts.chamber.map(letter::Chamber::roman), Some("II"));
    assert_eq!(
        facts.addressee.as_deref(),
        Some("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
    );
    assert_eq!(
        facts.title.as_deref(),
        Some(
            "Kabinetsreactie AIV-adviesrapport ‘Krimpende maatschappelijke ruimte: vrijheid en veiligheid onder druk'"
        )
    );
    let signed: Vec<_> = letter
        .signatories()
        .into_iter()
        .map(|who| (who.name, who.office))
        .collect();
    assert_eq!(
        signed,
        [
            (
                "D.M. van Weel".into(),
                "De Minister van Buitenlandse Zaken".into()
            ),
            (
                "A. de Vries".into(),
                "De Staatssecretaris van Buitenlandse Zaken".to_owned()
            ),
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
4.3 Het kabinet herkent … review (WSIS+20).
4.4 In 2025 blijft … integraal onderdeel.
5.0 Maak de inzet … maatschappelijke ruimte.
5.1 De Europese Commissie … dit terrein.
5.2 Het Team Europe … Europese agenda.
5.3 Tevens verwelkomde Nederland … maatschappelijke ruimte.
5.4 Het kabinet onderschrijft … maatschappelijke ruimte.
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
        assert_eq!(
            letter.locate(address.to_string().parse().unwrap()).unwrap(),
            index..index + 1
        );
    }
    assert_eq!(letter.locate(Address::HEAD).unwrap(), letter.head());
    for head in letter.head() {
        assert_eq!(letter.address(head), Some(Address::HEAD));
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
            format!(
                "{} {} {word}",
                mark.number,
                letter.address(mark.paragraph).unwrap()
            )
        })
        .collect();
    assert_eq!(
        marks,
        [
            "1 1.1 Rechtsorde»",
            "2 3.3 (2026–2030)",
            "3 3.4 (2017–2022)",
            "4 5.4 organisaties.",
            "5 6.1 mensenrechtenbeleid,",
            "6 7.1 context.",
            "7 8.4 geborgd.",
        ]
    );
}

/// How often each entity is named: in the head of the letter (`kop`) and in each section, counted
/// by reading the letter.
const NAMED: &str = "\
Adviesraad Internationale Vraagstukken | kop:1 0:4 2:3 4:1 8:1
Europese Unie | 2:2 5:8
Europese Commissie | 5:3
Raad van Europa | 5:3
Comité van Ministers van de Raad van Europa | 5:2
Europees Hof voor de Rechten van de Mens | 5:2
Department for the Execution of Judgments | 5:1
Group of Friends of the Council of Europe on the Safety of Journalists and Media Freedom | 5:1
Expert Council on NGO Law | 5:1
Verenigde Naties | 4:3
VN-Commissie voor de Status van de Vrouw | 4:1
Internationale Arbeidsorganisatie | 2:1
Organisatie voor Economische Samenwerking en Ontwikkeling | 8:1
Team Europe Democracy | 5:1
Freedom Online Coalition | 4:3
FOC Advies Netwerk | 4:1
Taskforce voor AI en mensenrechten | 4:1
CIVICUS | 4:2
Directie Internationaal Onderzoek en Beleidsevaluatie | 3:2 6:2
Interdepartementale Werkgroep Implementatie | 8:2
IMVO-werkgroep voor ambassades | 8:1
Rijksoverheid | 7:1
Ministerie van Buitenlandse Zaken | 6:2 8:2
Ministerie van Economische Zaken | 8:1
Ministerie van Klimaat en Groene Groei | 8:1
Ministerie van Financiën | 8:1
Ministerie van Justitie en Veiligheid | 8:1
Ministerie van Infrastructuur en Waterstaat | 8:1
Ministerie van Binnenlandse Zaken en Koninkrijksrelaties | 8:1
Ministerie van Sociale Zaken en Werkgelegenheid | 8:1
Ministerie van Landbouw, Visserij, Voedselzekerheid en Natuur | 8:1
Ministerie van Algemene Zaken | 8:1
Tweede Kamer der Staten-Generaal | kop:1
Krimpende maatschappelijke ruimte: vrijheid en veiligheid onder druk | kop:1 0:1
Mensenrechten, Democratie en Internationale Rechtsorde | 1:2 3:2
Regeerprogramma | 0:1 8:1
No-harmbeginsel | 2:2
Mensenrechtenfonds | 3:7 6:1
Safety for Voices | 3:1
Beleidskader Focus (2026–2030) | 3:1
Tussen papier en praktijk: Evaluatie van het Nederlandse mensenrechtenbeleid in een veranderende wereldorde (2017–2022) | 3:2 6:2
Kabinetsreactie op de IOB-evaluatie van het mensenrechtenbeleid | 3:1 6:2
Strengthening and Protecting Civic Space and its Defenders | 6:2
Internationaal Verdrag inzake Economische, Sociale en Culturele Rechten | 2:1
Digital Defenders Partnership | 4:1
Global Digital Compact | 4:2
VN-cybercrimeverdrag | 4:1
Internationale Cyberstrategie 2023–2028 | 4:1
EU-rechtsstaatinstrumentarium | 5:1
EU-strategie voor het maatschappelijk middenveld | 5:1
EU-actieplan voor mensenrechten en democratie (2020–2027) | 5:1
Anti-SLAPP-richtlijn | 5:1
European Democracy Shield | 5:1
Aanbeveling inzake de rechtspositie van maatschappelijke organisaties | 5:1
Aanpak ongewenste buitenlandse inmenging | 7:1
Rijksbrede strategie voor de effectieve aanpak van desinformatie | 7:1
Richtlijn inzake passende zorgvuldigheid in het bedrijfsleven op het gebied van duurzaamheid | 8:4
OESO-richtlijnen voor multinationale ondernemingen inzake maatschappelijk verantwoord ondernemen | 8:2
Omnibus I | 8:1
Exportkredietverzekering | 8:2
Arrangement on officially supported export credits | 8:1
BHO-handelsinstrumentarium | 8:1
Begrotingsstaat voor Buitenlandse Handel en Ontwikkelingshulp (XVII) voor het jaar 2026 | kop:1
Minister van Buitenlandse Zaken | kop:1 0:1 1:1 9:2
Staatssecretaris van Buitenlandse Zaken | kop:1 9:2
Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking | 0:1
Minister-president | 1:1
Voorzitter van de Tweede Kamer | kop:1
Mensenrechtenambassadeur | 2:1
Speciaal Gezant voor Religie en Levensovertuiging | 2:1
Ambassadeur voor Cyber en Veiligheid | 4:1
Mensenrechtencommissaris van de Raad van Europa | 5:1
Diplomats & Defenders Dialogues | 4:1
World Summit on the Information Society +20 review | 4:3
Wit-Rusland | 2:1
Europa | 7:2 8:1
Den Haag | kop:1
D.M. van Weel | 9:2
A. de Vries | 9:2
";

#[test]
fn everything_named_is_found_as_often_as_a_reader_finds_it() {
    let letter = letter::embedded();
    let catalogue = Catalogue::embedded().with_signatories(&letter);
    let mentions = Mentions::find(&letter, &catalogue);
    let mut found = String::new();
    for (index, entity) in catalogue.entities().enumerate() {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for span in mentions.of(index) {
            let place = match letter.address(span.paragraph) {
                Some(address) if address != Address::HEAD => address.section.to_string(),
                _ => "kop".to_owned(),
            };
            match counts.last_mut() {
                Some((last, count)) if *last == place => *count += 1,
                _ => counts.push((place, 1)),
            }
        }
        let counts: Vec<_> = counts
            .into_iter()
            .map(|(place, count)| format!("{place}:{count}"))
            .collect();
        writeln!(found, "{} | {}", entity.name, counts.join(" ")).unwrap();
    }
    assert_eq!(found, NAMED);
}

#[test]
fn no_mentions_overlap() {
    let letter = letter::embedded();
    let mentions = Mentions::find(&letter, Catalogue::embedded());
    let all: Vec<_> = mentions.all().collect();
    for pair in all.windows(2) {
        let (one, next) = (pair[0].span, pair[1].span);
        assert!(
            one.paragraph < next.paragraph || one.end <= next.start,
            "{one:?} {next:?}"
        );
    }
}

#[test]
fn every_alias_stands_in_the_letter() {
    let letter = letter::embedded();
    for entity in Catalogue::embedded().entities() {
        for alias in &entity.aliases {
            let stands =
                (0..letter.paragraphs().len()).any(|index| letter.paragraph(index).contains(alias));
            assert!(
                stands,
                "‘{alias}’ of {} is not how the letter writes it",
                entity.name
            );
        }
    }
}

#[test]
fn ends_that_the_layout_hides_are_listed_and_not_made() {
    let letter = letter::embedded();
    let open = letter.open_ends();
    assert!(open.iter().all(|end| end.kind == OpenEndKind::Possible));
    let lines: Vec<_> = open.iter().map(|end| end.line).collect();
    // Read beside the official publication: there a paragraph ends at five of them.
    for ends in [14, 162, 185, 188, 199] {
        assert!(lines.contains(&ends), "{ends} is not among {lines:?}");
    }
    for told in [22, 37, 67, 128, 157, 196] {
        assert!(!lines.contains(&told), "{told} ends a paragraph");
    }
    let sources: Vec<_> = letter::embedded_source().lines().collect();
    for end in open {
        let words = &letter.paragraph(end.place.paragraph)[..end.place.byte];
        assert!(words.ends_with(sources[end.line - 1]), "{end:?}");
    }
}
