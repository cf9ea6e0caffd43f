//! Figures and dates: those of the embedded letter, listed by reading it, and what the rules make of
//! other texts.

use kamerbrief::{
    catalogue::{Figure, FigureKind, Figures},
    letter,
};
use proptest::prelude::*;

/// Every figure in the embedded letter. The list was made by reading, before the rules.
const LISTED: [(&str, &str, &str); 27] = [
    ("kop", "period", "voor het jaar 2026"),
    ("kop", "date", "31 oktober 2025"),
    ("0.1", "date", "10 april 2025"),
    ("0.1", "date", "juni 2023"),
    ("1.1", "number", "vijf thematische prioriteiten"),
    ("1.1", "number", "zesde prioriteit"),
    ("2.0", "number", "drie richtsnoeren"),
    ("2.1", "date", "augustus 2020"),
    ("2.1", "number", "310 personen"),
    ("2.1", "number", "46 entiteiten"),
    ("3.2", "period", "2022–2027"),
    ("3.2", "number", "5+1 bovengenoemde prioriteiten"),
    ("3.3", "period", "2026–2030"),
    ("3.4", "period", "2017–2022"),
    ("3.4", "period", "vanaf 2026"),
    (
        "3.4",
        "number",
        "maximaal twee van de staande 5+1 thematische prioriteiten",
    ),
    ("4.2", "number", "42 landen"),
    ("4.2", "year", "2024"),
    ("4.2", "date", "september 2024"),
    ("4.3", "year", "2025"),
    ("4.4", "year", "2025"),
    ("4.4", "period", "2023–2028"),
    ("5.2", "period", "2020–2027"),
    ("5.4", "period", "Voor 2025"),
    ("6.2", "period", "2017–2022"),
    ("7.1", "period", "Sinds 2018"),
    ("8.2", "date", "zomer van 2024"),
];

#[test]
fn the_embedded_letter_holds_what_reading_found() {
    let letter = letter::embedded();
    let row = |figure: Figure| {
        let address = letter.address(figure.span.paragraph);
        let address = address.map_or("kop".to_owned(), |address| address.to_string());
        (address, figure.kind.id(), letter.words(figure.span))
    };
    let found: Vec<_> = Figures::find(&letter).all().map(row).collect();
    let listed = LISTED.map(|(address, kind, words)| (address.to_owned(), kind, words));
    assert_eq!(found, listed);
}

/// What the rules find in one paragraph, kind and words.
fn figures(text: &str) -> Vec<String> {
    let letter = letter::read(text).unwrap();
    let own = |figure: Figure| format!("{} {}", figure.kind.id(), letter.words(figure.span));
    Figures::find(&letter).all().map(own).collect()
}

/// A sentence, and what it holds.
type Case = (&'static str, &'static [&'static str]);

fn check(cases: &[Case]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|(text, expected)| (text, figures(text), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn money_and_shares() {
    check(&[
        ("Hiervoor is € 250.000 beschikbaar.", &["amount € 250.000"]),
        (
            "Een bedrag van €1,5 miljoen per jaar.",
            &["amount €1,5 miljoen"],
        ),
        ("Er is EUR 20 mln. vrijgemaakt.", &["amount EUR 20 mln."]),
        (
            "Er gaat 1,2 miljard euro naar toe.",
            &["amount 1,2 miljard euro"],
        ),
        ("Kosten: € 250,- per persoon.", &["amount € 250,-"]),
        (
            "Tussen de € 5 en € 10 miljoen.",
            &["amount Tussen de € 5 en € 10 miljoen"],
        ),
        (
            "Het kost 5 tot 10 miljoen euro.",
            &["amount 5 tot 10 miljoen euro"],
        ),
        ("Ruim € 36 800 ging op.", &["amount Ruim € 36 800"]),
        (
            "Twee miljoen euro is genoeg.",
            &["amount Twee miljoen euro"],
        ),
        ("Dat is 12,5% van het totaal.", &["percentage 12,5%"]),
        (
            "Het steeg met 5 tot 10 procent.",
            &["percentage 5 tot 10 procent"],
        ),
        ("Een norm van 0,7 % bbp.", &["percentage 0,7 %"]),
        ("Dat is 1.5 procent.", &["percentage 1.5 procent"]),
        ("Met als doel 30% reductie.", &["percentage 30%"]),
        (
            "Hooguit, maar minstens 3,5 procent.",
            &["percentage minstens 3,5 procent"],
        ),
    ]);
}

#[test]
fn a_note_mark_glued_to_a_unit_hides_nothing() {
    check(&[
        (
            "Er is € 10 miljoen2 voor, en 3,5 miljard3 voor 42 landen4 daarna.",
            &[
                "amount € 10 miljoen",
                "number 3,5 miljard",
                "number 42 landen",
            ],
        ),
        ("Het kost € 10 miljoen2.", &["amount € 10 miljoen"]),
        (
            "In 20181 nam dat met 5 procent2 toe.",
            &["year 2018", "percentage 5 procent"],
        ),
    ]);
}

#[test]
fn numbers_of_something() {
    check(&[
        (
            "In 27 EU-lidstaten en 3 NGO’s.",
            &["number 27 EU-lidstaten", "number 3 NGO’s"],
        ),
        (
            "Er zijn 1.200 meldingen gedaan.",
            &["number 1.200 meldingen"],
        ),
        (
            "Er zijn 36 800 personen opgevangen.",
            &["number 36 800 personen"],
        ),
        (
            "Van 1.200 naar 1.500 steeg het.",
            &["number 1.200", "number 1.500"],
        ),
        (
            "Zo waren er 2 miljoen mensen.",
            &["number 2 miljoen mensen"],
        ),
        ("Er zijn ruim 2000 fte nodig.", &["number ruim 2000 fte"]),
        ("In 2000 landen de eerste.", &["number 2000 landen"]),
        (
            "Ten minste vijftig organisaties.",
            &["number Ten minste vijftig organisaties"],
        ),
        (
            "Meer dan 40 regeringen.",
            &["number Meer dan 40 regeringen"],
        ),
        (
            "Er worden drie of vier plannen gemaakt.",
            &["number drie of vier plannen"],
        ),
        (
            "Vijf lokale en internationale organisaties.",
            &["number Vijf lokale en internationale organisaties"],
        ),
        ("Twee keer per jaar is er overleg.", &["number Twee keer"]),
        (
            "Dit raakt 1 op de 5 vrouwen.",
            &["number 1 op de 5 vrouwen"],
        ),
        (
            "Met tweeëntwintig partners en driehonderd boeren.",
            &["number tweeëntwintig partners", "number driehonderd boeren"],
        ),
        ("In de komende acht maanden.", &["period acht maanden"]),
        ("Het kabinet acht maatregelen nodig.", &[]),
        ("Een van de drie is één op één.", &[]),
        ("Eén land, twee werelddelen.", &["number twee werelddelen"]),
        ("De twee zijn het eens, alle vijf.", &[]),
        ("Dat vierde de tweede groep ten derde.", &[]),
    ]);
}

#[test]
fn numbers_with_what_they_are_of() {
    check(&[
        (
            "Koppel dit aan maximaal twee van de staande 5+1 thematische prioriteiten.",
            &["number maximaal twee van de staande 5+1 thematische prioriteiten"],
        ),
        (
            "Vijf van de acht aanbevelingen, 3 van onze partners.",
            &[
                "number Vijf van de acht aanbevelingen",
                "number 3 van onze partners",
            ],
        ),
        (
            "Ten hoogste drie van deze landen.",
            &["number Ten hoogste drie van deze landen"],
        ),
        ("De twee van de groep, een van de drie.", &[]),
        ("Zie artikel 3 van de wetten.", &[]),
    ]);
}

#[test]
fn places_in_a_row() {
    check(&[
        (
            "De als zesde prioriteit aangeduide strijd.",
            &["number zesde prioriteit"],
        ),
        (
            "In de vierde ronde, en het vijfde belangrijke thema.",
            &["number vierde ronde", "number vijfde belangrijke thema"],
        ),
        (
            "De derde pijler geldt voor derde landen.",
            &["number derde pijler"],
        ),
        ("Met de tweede prioriteit.", &["number tweede prioriteit"]),
        (
            "De Tweede Kamer, in de eerste plaats, voor de derde keer.",
            &[],
        ),
        ("Op grond van het vierde lid, de zesde alinea.", &[]),
        ("Nederland vierde bevrijding.", &[]),
        ("De vijfde is anders.", &[]),
        ("De zesde ronde werd de laatste.", &["number zesde ronde"]),
    ]);
}

#[test]
fn what_a_word_makes_a_period() {
    check(&[
        (
            "Voor 2025 en voor het jaar 2026.",
            &["period Voor 2025", "period voor het jaar 2026"],
        ),
        (
            "Na 2027, na 1 juli 2026 en gedurende 2025.",
            &[
                "period Na 2027",
                "period na 1 juli 2026",
                "period gedurende 2025",
            ],
        ),
        ("Een verslag over 2024.", &["period over 2024"]),
        (
            "Vanaf het begrotingsjaar 2026.",
            &["period Vanaf het begrotingsjaar 2026"],
        ),
        (
            "Voor 2000 mensen, vanaf 2000 euro.",
            &["number 2000 mensen", "amount 2000 euro"],
        ),
        ("In het jaar 2026, over de brief.", &["year 2026"]),
        (
            "For 2025 and after 2027.",
            &["period For 2025", "period after 2027"],
        ),
    ]);
}

#[test]
fn a_letter_read_in_slices_holds_what_it_holds_at_once() {
    let source = letter::source::embedded_source();
    let one_paragraph = source.split_whitespace().collect::<Vec<_>>().join(" ");
    for source in [
        source,
        &one_paragraph,
        "artikelen 3, 4 en 5 van 2026",
        "niets",
    ] {
        let letter = letter::read(source).unwrap();
        let whole: Vec<_> = Figures::find(&letter).all().collect();
        for bytes in [1, 7, 100, 4096] {
            let mut figures = Figures::default();
            while !figures.is_whole() {
                assert_eq!(figures.absent(), []);
                figures.read_on(&letter, bytes);
            }
            assert!(figures.all().eq(whole.iter().copied()));
        }
    }
}

#[test]
fn what_is_absent_is_said_when_all_has_been_read() {
    for (text, absent) in [
        (
            "Er zijn 42 landen.",
            &["amount", "percentage", "deadline"][..],
        ),
        ("Het kost € 5, uiterlijk in 2026.", &["percentage"]),
        ("Het kost € 5, ofwel 3%, vóór 1 juli 2026.", &[]),
    ] {
        let letter = letter::read(text).unwrap();
        let ids: Vec<_> = Figures::find(&letter)
            .absent()
            .into_iter()
            .map(FigureKind::id)
            .collect();
        assert_eq!(ids, absent, "{text}");
    }
    let absent = Figures::find(&letter::embedded()).absent();
    assert_eq!(absent.len(), 3);
}

#[test]
fn shares_of_a_number() {
    check(&[
        (
            "Eén op de vier vrouwen, 1 op 3 kinderen.",
            &["number Eén op de vier vrouwen", "number 1 op 3 kinderen"],
        ),
        (
            "Altijd is minimaal één minister aanwezig.",
            &["number minimaal één"],
        ),
        (
            "Het is -2,1% en € 1,25 mrd. in 2026.",
            &["percentage -2,1%", "amount € 1,25 mrd.", "year 2026"],
        ),
        (
            "Op 14/15 december 2023, 50/50.",
            &["date 14/15 december 2023"],
        ),
        (
            "Veiligheidsraadresolutie 1973 geldt uiterlijk eind Q2 2026.",
            &["deadline uiterlijk eind Q2 2026"],
        ),
        (
            "Aan het eind van het tweede kwartaal van 2026.",
            &["date eind van het tweede kwartaal van 2026"],
        ),
    ]);
}

#[test]
fn what_only_looks_like_a_figure() {
    check(&[
        (
            "Zie artikel 3 en de artikelen 12a, 13 en 14 van de wet.",
            &[],
        ),
        (
            "Zie Kamerstuk 36 800 XVII, nr. 9 en dossier 21 501-02.",
            &[],
        ),
        ("Zie Kamerstukken II 2025/26, 36800 XVII, nr. 9.", &[]),
        ("Volgens Richtlijn 2024/1760 en CM/Rec(2007)14.", &[]),
        ("Resolutie 1973 en resolutie 1325(2000).", &[]),
        ("Aanbeveling 4 landen wij in paragraaf 2 maatregelen.", &[]),
        ("De CS3D, COP28, COVID-19, WSIS+20 en de +20 review.", &[]),
        ("Rijnstraat 8, 2515 XP Den Haag, tel. 070-3486486.", &[]),
        ("Bel +31 70 348 64 86 om 10.30 uur of 14:00 uur.", &[]),
        ("Kijk op https://www.a.nl/2025/10/31 en a2025@b.nl.", &[]),
        ("Stb. 2012, 363 en blz. 42 en 46–48.", &[]),
        ("Zij hebben 42 gezegd, en 7.", &[]),
        ("3 Maatregelen", &[]),
        ("Bezoekadres: 2011 EB Haarlem.", &[]),
        ("In VNVR 1973(2011) en de 2025- en 2026-begroting.", &[]),
        ("Een 5-jarig plan, de 27e keer, 50-plussers.", &[]),
    ]);
}

#[test]
fn days_years_and_periods() {
    check(&[
        (
            "Op 1 januari 2026 en op 31-12-2026.",
            &["date 1 januari 2026", "date 31-12-2026"],
        ),
        (
            "Op 5 mei, en op 1 en 2 juli 2026.",
            &["date 5 mei", "date 1 en 2 juli 2026"],
        ),
        (
            "In het eerste kwartaal van 2026.",
            &["date eerste kwartaal van 2026"],
        ),
        (
            "De tweede helft van 2025, de tweede helft van de groep.",
            &["date tweede helft van 2025"],
        ),
        (
            "In Q3 2025 en medio 2026.",
            &["date Q3 2025", "date medio 2026"],
        ),
        (
            "In juni komt het, dat kan in mei.",
            &["date juni", "date mei"],
        ),
        (
            "Eind dit jaar, begin juni.",
            &["date Eind dit jaar", "date begin juni"],
        ),
        ("In 2024 en 2025.", &["year 2024", "year 2025"]),
        (
            "Jaarlijks, in 2025/26 en 2024-2025.",
            &["period 2025/26", "period 2024-2025"],
        ),
        (
            "Van 2022 tot en met 2027.",
            &["period Van 2022 tot en met 2027"],
        ),
        (
            "Van 1 januari tot 31 maart 2025.",
            &["period Van 1 januari tot 31 maart 2025"],
        ),
        (
            "Van 10 tot 12 april 2025.",
            &["period Van 10 tot 12 april 2025"],
        ),
        ("In de periode 2022 – 2027.", &["period 2022 – 2027"]),
        (
            "Tussen 2022 en 2027 daalde het.",
            &["period Tussen 2022 en 2027"],
        ),
        (
            "Sinds de zomer van 2024, per 1 juli.",
            &["period Sinds de zomer van 2024", "period per 1 juli"],
        ),
        (
            "Met ingang van 1 januari 2026 geldt het.",
            &["period Met ingang van 1 januari 2026"],
        ),
        (
            "Tot en met 2027, tot eind 2026.",
            &["period Tot en met 2027", "period tot eind 2026"],
        ),
        (
            "Dat duurt twee tot drie jaar.",
            &["period twee tot drie jaar"],
        ),
        ("Binnen de periode van één jaar.", &["period één jaar"]),
    ]);
}

#[test]
fn deadlines() {
    check(&[
        (
            "Uiterlijk 1 juli 2026 is het af.",
            &["deadline Uiterlijk 1 juli 2026"],
        ),
        (
            "Dat is uiterlijk in het tweede kwartaal van 2026 af.",
            &["deadline uiterlijk in het tweede kwartaal van 2026"],
        ),
        (
            "Voor het einde van 2025 volgt een brief.",
            &["deadline Voor het einde van 2025"],
        ),
        (
            "Voor het einde van het jaar volgt een brief.",
            &["deadline Voor het einde van het jaar"],
        ),
        (
            "U ontvangt die vóór het zomerreces.",
            &["deadline vóór het zomerreces"],
        ),
        ("U ontvangt die vóór 2027.", &["deadline vóór 2027"]),
        (
            "U ontvangt die voor 1 juli 2026.",
            &["deadline voor 1 juli 2026"],
        ),
        (
            "Binnen drie maanden, en binnen zes tot acht weken.",
            &[
                "deadline Binnen drie maanden",
                "deadline binnen zes tot acht weken",
            ],
        ),
        (
            "Niet later dan eind 2026, tegen 2030.",
            &["deadline Niet later dan eind 2026", "deadline tegen 2030"],
        ),
        (
            "Voor juni 2026 en voor 2027.",
            &["period Voor juni 2026", "period voor 2027"],
        ),
        ("Hij stemde tegen de in 2024 gemaakte wet.", &["year 2024"]),
        ("Binnen twee organisaties.", &["number twee organisaties"]),
    ]);
}

#[test]
fn english() {
    check(&[
        (
            "In 42 countries, by 1 July 2026, from 2022 to 2027.",
            &[
                "number 42 countries",
                "deadline by 1 July 2026",
                "period from 2022 to 2027",
            ],
        ),
        (
            "At least five thematic priorities and $ 3 million.",
            &[
                "number At least five thematic priorities",
                "amount $ 3 million",
            ],
        ),
        (
            "That may change in the first quarter of 2026.",
            &["date first quarter of 2026"],
        ),
    ]);
}

proptest! {
    #[test]
    fn whatever_the_text_spans_are_whole_in_order_and_apart(
        words in prop::collection::vec(prop_oneof![
            "[0-9]{1,5}", "[€%.,;()/+–’ -]", "[a-zé]{1,5}", "\\PC{1,3}",
            prop::sample::select(vec![
                "2025", "tot", "en", "met", "uiterlijk", "voor", "het", "einde", "van", "april", "twee",
                "miljoen", "euro", "procent", "landen", "jaar", "tussen", "ten", "minste", "binnen", "art.",
            ]).prop_map(str::to_owned),
        ], 0..40),
        space in prop::sample::select(vec!["", " "]),
    ) {
        let text = words.join(space);
        let Ok(letter) = letter::read(text.as_str()) else { return Ok(()) };
        let mut last = letter::Place::default();
        for figure in Figures::find(&letter).all() {
            let paragraph = letter.paragraph(figure.span.paragraph);
            prop_assert!(last <= figure.span.place());
            prop_assert!(figure.span.start < figure.span.end);
            let words = paragraph.get(figure.span.range()).unwrap();
            prop_assert_eq!(words.trim(), words);
            last = letter::Place { byte: figure.span.end, ..figure.span.place() };
        }
    }
}

/// The time it takes would show where a rule looked at the same text over and over.
#[test]
fn long_texts_of_one_kind_take_no_long_time() {
    for part in [
        "1",
        "1 ",
        "100 ",
        "twee van de ",
        "zesde ",
        "€ ",
        "(",
        ". ",
        "twee ",
        "2025 tot ",
        "uiterlijk de ",
        "vijf nieuwe en ",
        "art. 3, ",
        "1.",
        "x–",
    ] {
        let text = part.repeat(200_000 / part.len());
        let letter = letter::read(format!("Een brief.\n\n{text}")).unwrap();
        assert!(Figures::find(&letter).all().len() <= text.len());
    }
}

#[test]
fn each_kind_has_its_own_name() {
    let mut ids = FigureKind::ALL.map(FigureKind::id).to_vec();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), FigureKind::ALL.len());
}
