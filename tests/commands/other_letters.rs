//! A letter of another shape: plain text with blank lines between its paragraphs.

use crate::call::{file, kamerbrief};
use serde_json::Value;

/// Made for this test; nobody sent it.
const LETTER: &str = "\
Den Haag, 3 maart 2021

Geachte voorzitter,

In deze brief reageert het kabinet op het advies van de Adviesraad
Internationale Vraagstukken (AIV). Dat gaat over de rol
van CIVICUS.

Aanbeveling 1

Steun maatschappelijke organisaties.

Het kabinet steunt CIVICUS, ook in het verband van de Verenigde Naties
(VN).

Dat blijft zo.

Aanbeveling 2: Betaal meer.

Daarvoor is geen geld.

De Minister van Buitenlandse Zaken,

S.A. Blok
";

#[test]
fn its_paragraphs_and_recommendations_are_found() {
    let path = file("other-paragraphs.txt", LETTER);
    let text = kamerbrief(&["show", "-l", &path]).fine();
    let joined = "In deze brief reageert het kabinet op het advies van de Adviesraad Internationale Vraagstukken (AIV). Dat gaat over de rol van CIVICUS.\n";
    assert!(text.contains(joined), "{text}");

    let json = kamerbrief(&["show", "-l", &path, "--format", "json"]).fine();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["form"], "blank-line-text");
    assert_eq!(json["date"], "2021-03-03");
    assert_eq!(json["session"], "2020/21");
    for unknown in ["id", "dossier", "number", "title"] {
        assert!(json[unknown].is_null(), "{unknown}");
    }
    let rows = kamerbrief(&["show", "-l", &path, "--format", "tsv"]).fine();
    let addresses: Vec<_> = rows
        .lines()
        .skip(1)
        .map(|row| row.split('\t').next().unwrap())
        .collect();
    assert_eq!(
        addresses,
        [
            "kop", "0.1", "0.2", "1.0", "1.1", "1.2", "2.0", "2.1", "3.1", "3.2"
        ]
    );
    assert!(rows.contains("\n1.2\tDat blijft zo.\n2.0\tBetaal meer.\n"));
    assert_eq!(json["signatories"][0]["name"], "S.A. Blok");
}

#[test]
fn its_names_are_found() {
    let path = file("other-names.txt", LETTER);
    let names = kamerbrief(&["list", "entities", "-l", &path, "--format", "tsv"]).fine();
    for (name, count, sections) in [
        ("Adviesraad Internationale Vraagstukken", 1, "0"),
        ("CIVICUS", 2, "0 1"),
        ("Verenigde Naties", 1, "1"),
        ("Minister van Buitenlandse Zaken", 1, "3"),
    ] {
        let row = names
            .lines()
            .find(|row| row.split('\t').nth(1) == Some(name));
        let cells: Vec<_> = row.expect(name).split('\t').collect();
        assert_eq!(
            (cells[3], cells[4]),
            (count.to_string().as_str(), sections),
            "{name}"
        );
    }
    let found = kamerbrief(&["find", "vn", "-l", &path]).fine();
    assert!(
        found.contains("  1.1 ") && found.contains("Verenigde Naties (VN)"),
        "{found}"
    );
    let numbers = kamerbrief(&["list", "recommendations", "-l", &path, "--format", "tsv"]).fine();
    let head = "number\ttitle\tstance\taddress\tquote\treading";
    assert_eq!(
        numbers,
        format!("{head}\n1\t\tonbekend\t\t\t\n2\t\tonbekend\t\t\t\n")
    );
    let said = kamerbrief(&["list", "recommendations", "-l", &path]).fine();
    assert_eq!(said, "1\n   onbekend\n2\n   onbekend\n");
    let said = kamerbrief(&["list", "statements", "-l", &path, "--format", "json"]);
    assert_eq!((said.out.as_str(), said.code), ("[]\n", 1));
}

#[test]
fn a_text_without_recommendations_is_shown_whole() {
    let path = file("other-bare.txt", "Een alinea.\n\nNog een alinea.\n");
    assert_eq!(
        kamerbrief(&["show", "-l", &path]).fine(),
        "Een alinea.\nNog een alinea.\n"
    );
    assert_eq!(
        kamerbrief(&["show", "0.2", "-l", &path]).fine(),
        "Nog een alinea.\n"
    );
    let none = kamerbrief(&["list", "recommendations", "-l", &path]);
    assert_eq!(
        (none.code, none.out.as_str(), none.err.as_str()),
        (1, "", "")
    );
    kamerbrief(&["show", "1", "-l", &path]).refusal();
}

/// The same in the XML of official publications, with what only that says.
const OFFICIAL: &str = "<kamerstuk><kamerstukkop><tekstregel>Vergaderjaar 2023-2024</tekstregel></kamerstukkop>
<stuk><algemeen><vrije-tekst><tekst><al>Den Haag, 3 mei 2021</al>
<al>Het kabinet doet dit.<noot><noot.nr>1</noot.nr><noot.al>Zie daar.</noot.al></noot></al>
<lijst><li><li.nr>1.</li.nr><al>Het eerste;</al></li><li><li.nr>2.</li.nr><al>het tweede.</al></li></lijst>
<table><tgroup><tbody><row><entry>Jaar</entry><entry>Bedrag</entry></row></tbody></tgroup></table>
</tekst></vrije-tekst></algemeen></stuk></kamerstuk>";

#[test]
fn what_the_source_says_of_its_paragraphs_and_notes_is_told() {
    let path = file("other-official.xml", OFFICIAL);
    let json = kamerbrief(&["show", "-l", &path, "--format", "json"]).fine();
    let json: Value = serde_json::from_str(&json).unwrap();
    let told: Vec<_> = json["sections"][0]["response"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| (own["text"].as_str().unwrap(), own["kind"].as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Het kabinet doet dit.", None),
            ("1. Het eerste;", Some("item")),
            ("2. het tweede.", Some("item")),
            ("Jaar Bedrag", Some("row")),
        ]
    );
    assert_eq!(json["notes"][0]["text"], "Zie daar.");
    let notes = kamerbrief(&["list", "notes", "-l", &path, "--format", "json"]).fine();
    let notes: Value = serde_json::from_str(&notes).unwrap();
    assert_eq!(notes[0]["text"], "Zie daar.");
    let notes = kamerbrief(&["list", "notes", "-l", &path, "--format", "tsv"]).fine();
    assert!(notes.contains("1\t0.1\tZie daar."), "{notes}");
    let checked = kamerbrief(&["check", "-l", &path, "--lang", "en"]).fine();
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<_> = checked.lines().map(words).collect();
    for line in [
        "note marks 1 (1 with the text of the note)",
        "list items 2",
        "tables 1",
        "Left out, as no part of the letter:",
        "Vergaderjaar 2023-2024",
    ] {
        assert!(lines.iter().any(|own| own == line), "{line}: {checked}");
    }
}

#[test]
fn names_of_no_list_are_found_by_rule_and_say_so() {
    let letter = "Den Haag, 3 mei 2021\n\nDe Gezondheidsraad en de Nederlandse Letterautoriteit lezen mee (Kamerstuk 28 844, nr. 266).\n";
    let path = file("other-rules.txt", letter);
    let json = kamerbrief(&["list", "entities", "-l", &path, "--format", "json"]).fine();
    let json: Value = serde_json::from_str(&json).unwrap();
    let told = |name: &str| {
        let all = json.as_array().unwrap().iter();
        let own = all.clone().find(|own| own["name"] == name).expect(name);
        (
            own["kind"].clone(),
            own["reading"].clone(),
            own["link"].clone(),
        )
    };
    assert_eq!(
        told("Gezondheidsraad"),
        ("organisation".into(), Value::Null, Value::Null)
    );
    assert_eq!(
        told("Nederlandse Letterautoriteit"),
        ("organisation".into(), "rule".into(), Value::Null)
    );
    assert_eq!(
        told("Kamerstuk 28 844, nr. 266"),
        (
            "reference".into(),
            "rule".into(),
            "https://zoek.officielebekendmakingen.nl/kst-28844-266.html".into()
        )
    );
}

#[test]
fn statements_are_recognised_by_signal_words_and_say_so() {
    let letter = "Den Haag, 3 mei 2021\n\nGeachte voorzitter,\n\nHet kabinet zal dit uiterlijk eind 2022 doen. Bezuinigingen zullen gevolgen hebben.\n";
    let path = file("other-signals.txt", letter);
    let json = kamerbrief(&["list", "statements", "-l", &path, "--format", "json"]).fine();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 1, "{json}");
    for (field, expected) in [
        ("kind", "commitment"),
        ("who", "Het kabinet"),
        ("term", "uiterlijk eind 2022"),
        ("reading", "rule"),
        ("text", "Het kabinet zal dit uiterlijk eind 2022 doen."),
    ] {
        assert_eq!(json[0][field], expected, "{field}");
    }
}

#[test]
fn asks_are_recognised_by_words_and_say_so() {
    let letter = "Den Haag, 3 mei 2021\n\nGeachte voorzitter,\n\nAanbeveling 7a: Stel een register van lobbyisten in en publiceer de agenda’s van ministers.\n\nReactie van het kabinet\n\nHet kabinet onderschrijft het belang van een register van lobbyisten.\n";
    let path = file("other-asks.txt", letter);
    let json = kamerbrief(&["list", "asks", "-l", &path, "--format", "json"]).fine();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 2, "{json}");
    for (field, expected) in [
        ("recommendation", "7a"),
        ("text", "Stel een register van lobbyisten in"),
        ("verdict", "yes"),
        ("reading", "rule"),
    ] {
        assert_eq!(json[0][field], expected, "{field}");
    }
    assert_eq!(json[0]["answers"][0]["how"], "yes");
    assert_eq!(json[1]["verdict"], "unmentioned");
    let text = kamerbrief(&["list", "asks", "-l", &path]).fine();
    assert!(text.contains("1 van 2 beantwoord"), "{text}");
    assert!(
        text.contains("gezocht: publiceer, agenda, ministers"),
        "{text}"
    );
    assert!(text.contains("herkend aan signaalwoorden"), "{text}");
    let implied = kamerbrief(&["list", "implied", "-l", &path]);
    assert_eq!(implied.code, 1);
}

#[test]
fn metadata_beside_a_paper_gives_its_title() {
    let paper = "<officiele-publicatie><kamerstuk><dossier><dossiernummer><dossiernr>28 844</dossiernr></dossiernummer><titel>Integriteit</titel></dossier><stuk><stuknr>Nr. <ondernummer>269</ondernummer></stuknr><algemeen><vrije-tekst><tekst><al>Den Haag, 7 juli 2023</al><al>Het kabinet doet dit.</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>";
    let metadata = |id: &str| {
        format!(
            "<metadata_gegevens><metadata name=\"DC.identifier\" scheme=\"\" content=\"{id}\"/><metadata name=\"OVERHEIDop.documenttitel\" content=\"Voortgang  van agenda’s\"/></metadata_gegevens>"
        )
    };
    let title = |folder: &str, id: &str| {
        let path = file(&format!("{folder}/kst.xml"), paper);
        file(&format!("{folder}/metadata.xml"), metadata(id));
        let json = kamerbrief(&["show", "-l", &path, "--format", "json"]).fine();
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["id"], "kst-28844-269");
        json["title"].clone()
    };
    assert_eq!(
        title("metadata-own", "kst-28844-269"),
        "Voortgang van agenda’s"
    );
    assert_eq!(title("metadata-other", "kst-1-2"), Value::Null);
}

/// A heading of the letter's own stands above its text, and is looked in where no paragraph has the words.
#[test]
fn headings_are_shown_and_found() {
    let letter = "Geachte voorzitter,\n\nHierbij informeer ik u over de stand van zaken.\n\nStikstof in gebieden\n\n\
        De maatregelen lopen op schema en worden dit jaar afgerond. Daarover volgt nog bericht.\n\nVervolgstappen\n\n\
        In het najaar volgt een nieuwe brief over de voortgang van dit onderwerp.\n\nDe Minister van Landbouw,\n\nA. Jansen\n";
    let path = file("headings.txt", letter);
    let shown = kamerbrief(&["show", "-l", &path]).fine();
    assert!(
        shown.contains("\nStikstof in gebieden\nDe maatregelen"),
        "{shown}"
    );
    assert!(
        kamerbrief(&["show", "4"])
            .fine()
            .starts_with("Aanbeveling 4: Speel")
    );
    for (typed, address) in [
        ("stikstof", "1.1"),
        ("Vervolgstappen", "2.1"),
        ("vervolgstappen in het najaar", "2.1"),
    ] {
        let found = kamerbrief(&["search", typed, "-l", &path]);
        assert_eq!((found.code, &found.out[..3]), (0, address), "{found:?}");
        assert!(found.err.contains("in een kopje"), "{found:?}");
    }
    let found = kamerbrief(&["search", "Aanbeveling 4"]);
    assert_eq!((found.code, &found.out[..3]), (0, "4.0"), "{found:?}");
    assert_eq!(kamerbrief(&["search", "zeeslang", "-l", &path]).code, 1);
}

#[test]
fn nothing_is_not_looked_for() {
    for call in [
        ["search", ""],
        ["search", " \u{ad}"],
        ["verify", " "],
        ["verify", "\u{200b}"],
    ] {
        let refusal = kamerbrief(&call).refusal();
        assert!(refusal.contains("niets om naar te zoeken"), "{refusal}");
    }
}

/// The texts of notes stand at the end of a section, and what a stance quotes moves with the text behind them.
#[test]
fn a_stance_behind_a_note_quotes_the_answer() {
    let letter = "<kamerstuk><stuk><stuknr>Nr. <ondernummer>901</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel>\
        <algemeen><tekst><al>Den Haag, 3 maart 2025</al><al>Hierbij de reactie<noot id=\"n1\"><noot.nr>1</noot.nr>\
        <noot.al>Kamerstuk 31 765, nr. 800.</noot.al></noot>.</al><tussenkop>Aanbeveling 1</tussenkop>\
        <al>Zorg voor meer geld voor de zorg in de regio.</al><al>Het kabinet neemt deze aanbeveling niet over.</al>\
        <tussenkop>Aanbeveling 2</tussenkop><al>Geef de artsen tijd.</al>\
        <al>Het kabinet onderschrijft deze aanbeveling.</al></tekst></algemeen></stuk></kamerstuk>";
    let path = file("note-before-stance.xml", letter);
    let told = kamerbrief(&["list", "recommendations", "-l", &path]).fine();
    assert!(
        told.contains("1.1  Het kabinet neemt deze aanbeveling niet over"),
        "{told}"
    );
    assert!(
        told.contains("2.1  Het kabinet onderschrijft deze aanbeveling"),
        "{told}"
    );
}

#[test]
fn a_line_end_behind_a_hyphen_is_no_space() {
    let letter = "Geachte voorzitter,\n\nDe niet\u{2010}\ngouvernementele EU\u{2011}\nwetgeving en/\nof de jaren 2022–\n\
        2027, de in-\nen uitvoer –\nen meer.\n";
    let shown = kamerbrief(&["show", "-l", &file("hyphens.txt", letter)]).fine();
    let whole = "De niet\u{2010}gouvernementele EU\u{2011}wetgeving en/of de jaren 2022–2027, de in- en uitvoer – en meer.";
    assert!(shown.contains(whole), "{shown}");
}

#[test]
fn of_several_dossiers_the_first_is_cited() {
    let letter = "<kamerstuk><dossier><dossiernummer><dossiernr>31 765</dossiernr></dossiernummer>\
        <titel>Kwaliteit van zorg</titel></dossier><dossier><dossiernummer><dossiernr>29 689</dossiernr></dossiernummer>\
        <titel>Zorgstelsel</titel></dossier><stuk><stuknr>Nr. <ondernummer>901</ondernummer></stuknr>\
        <titel>BRIEF VAN DE MINISTER</titel><algemeen><tekst><al>Den Haag, 3 maart 2025</al><al>Hierbij de reactie.</al>\
        </tekst></algemeen></stuk></kamerstuk>";
    let path = file("two-dossiers.xml", letter);
    let shown = kamerbrief(&["show", "--format", "json", "-l", &path]).fine();
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["dossier"], "31 765");
    assert_eq!(shown["head"][0], "31 765 Kwaliteit van zorg");
    assert_eq!(shown["head"][1], "29 689 Zorgstelsel");
}

#[test]
fn under_a_heading_right_over_another_stands_nothing() {
    let text = "Geachte voorzitter,\n\nI. ALGEMEEN\n\n1. Inleiding\n\nHier staat een zin die lang genoeg is om een alinea te zijn.\n\n\
                2. Gevolgen\n\nHier staat een zin die lang genoeg is om een alinea te zijn.\n";
    let path = file("other-siblings.txt", text);
    let shown = kamerbrief(&["show", "-l", &path]).fine();
    assert!(
        shown.contains("\nI. ALGEMEEN\n1. Inleiding\nHier"),
        "{shown}"
    );
    let section = kamerbrief(&["show", "2", "-l", &path]).fine();
    assert!(section.starts_with("1. Inleiding\n"), "{section}");
}

#[test]
fn check_tells_which_headings_start_no_section() {
    let path = file(
        "other-order.txt",
        "Geachte voorzitter,\n\nAanbeveling 4: Doe dit nu ook voor alle anderen.\n\nHet kabinet doet dit.\n\n\
         Aanbeveling 1: Doe dat.\n\nHet kabinet doet dat.\n\nAanbeveling 5: Doe meer.\n\nDat gebeurt.\n",
    );
    let told = kamerbrief(&["check", "-l", &path]).fine();
    let of = "\nDeze koppen zijn geen eigen onderdeel, want de nummers lopen niet op; wat eronder staat, hoort hier bij \
              het antwoord op iets anders:\n  4.2   Aanbeveling 1: Doe dat.\n";
    assert!(told.contains(of), "{told}");
    let told = kamerbrief(&["check", "--lang", "en", "-l", &path]).fine();
    assert!(
        told.contains("These headings are no section of their own"),
        "{told}"
    );
    let other = file("other-in-order.txt", LETTER);
    let told = kamerbrief(&["check", "-l", &other]).fine();
    assert!(!told.contains("geen eigen onderdeel"), "{told}");
}
