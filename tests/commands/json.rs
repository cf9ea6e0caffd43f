//! The JSON that scripts read: every field that the design promises, and no other.

use crate::call::{file, kamerbrief};
use kamerbrief::{
    catalogue::FigureKind,
    letter::{self, Role},
};
use serde_json::Value;
use std::collections::HashMap;

#[track_caller]
fn json(args: &[&str]) -> Value {
    let text = kamerbrief(&[args, &["--format", "json"]].concat()).fine();
    serde_json::from_str(&text).unwrap()
}

/// Asserts which fields an object has.
#[track_caller]
fn assert_fields(object: &Value, fields: &str) {
    let mut has: Vec<_> = object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let mut wanted: Vec<_> = fields.split(' ').collect();
    has.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(has, wanted);
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap().try_into().unwrap()
}

/// The paragraphs of the letter by address.
fn paragraphs(letter: &Value) -> HashMap<&str, String> {
    let parts = list(&letter["sections"])
        .iter()
        .flat_map(|section| [&section["recommendation"], &section["response"]]);
    let paragraphs = parts.flat_map(list);
    let mut found: HashMap<_, _> = paragraphs
        .map(|paragraph| {
            let own = text(&paragraph["text"]).to_owned();
            (text(&paragraph["address"]), own)
        })
        .collect();
    let head: Vec<_> = list(&letter["head"]).iter().map(text).collect();
    found.insert("kop", head.join("\n"));
    found
}

/// Asserts that a span's text stands where the span says, counted in characters.
#[track_caller]
fn assert_stands(paragraphs: &HashMap<&str, String>, span: &Value) {
    assert_fields(span, "address text start end");
    let (start, end) = (number(&span["start"]), number(&span["end"]));
    let paragraph = &paragraphs[text(&span["address"])];
    assert!(start < end);
    let stands: String = paragraph.chars().skip(start).take(end - start).collect();
    assert_eq!(stands, text(&span["text"]));
}

#[test]
fn a_letter_has_every_field_and_every_paragraph() {
    let shown = json(&["show"]);
    assert_fields(
        &shown,
        "id title dossier number chamber session date form head sections signatories notes",
    );
    for (field, value) in [
        ("id", "kst-36800-XVII-9"),
        ("dossier", "36 800 XVII"),
        ("number", "9"),
        ("chamber", "II"),
        ("session", "2025/26"),
        ("date", "2025-10-31"),
        ("form", "tweedekamer-text"),
    ] {
        assert_eq!(shown[field], value, "{field}");
    }
    assert!(text(&shown["title"]).starts_with("Kabinetsreactie AIV-adviesrapport"));

    let letter = letter::embedded();
    let head: Vec<_> = list(&shown["head"]).iter().map(text).collect();
    let expected: Vec<_> = letter.head().map(|index| letter.paragraph(index)).collect();
    assert_eq!(head, expected);

    let sections = list(&shown["sections"]);
    assert_eq!(sections.len(), 10);
    let mut index = letter.head().end;
    for (section, expected) in sections.iter().zip(letter.sections()) {
        assert_fields(section, "number heading title recommendation response");
        assert_eq!(section["number"], expected.number.first());
        assert_eq!(section["heading"].as_str(), letter.heading(expected));
        let recommends = (1..=8).contains(&expected.number.first());
        assert_eq!(
            list(&section["recommendation"]).len(),
            usize::from(recommends)
        );
        for part in ["recommendation", "response"] {
            for paragraph in list(&section[part]) {
                assert_fields(paragraph, "address text notes");
                assert_eq!(text(&paragraph["text"]), letter.paragraph(index));
                let address = letter.address(index).unwrap().to_string();
                assert_eq!(text(&paragraph["address"]), address);
                let recommended = letter.paragraphs()[index].role == Role::Recommendation;
                assert_eq!(recommended, part == "recommendation", "{address}");
                index += 1;
            }
        }
    }
    assert_eq!(index, letter.paragraphs().len(), "no paragraph is missing");

    let signed: Vec<_> = list(&shown["signatories"])
        .iter()
        .map(|who| {
            assert_fields(who, "name office");
            (text(&who["name"]), text(&who["office"]))
        })
        .collect();
    assert_eq!(
        signed,
        [
            ("D.M. van Weel", "De Minister van Buitenlandse Zaken"),
            ("A. de Vries", "De Staatssecretaris van Buitenlandse Zaken"),
        ]
    );
}

#[test]
fn note_marks_stand_behind_the_words_they_stand_behind() {
    let shown = json(&["show"]);
    let mut marks = Vec::new();
    for section in list(&shown["sections"]) {
        for part in ["recommendation", "response"] {
            for paragraph in list(&section[part]) {
                for mark in list(&paragraph["notes"]) {
                    assert_fields(mark, "number at");
                    let before: String = text(&paragraph["text"])
                        .chars()
                        .take(number(&mark["at"]))
                        .collect();
                    let word = before.rsplit(' ').next().unwrap();
                    marks.push(format!(
                        "{} {} {word}",
                        mark["number"],
                        text(&paragraph["address"])
                    ));
                }
            }
        }
    }
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
    let notes = list(&shown["notes"]);
    assert_eq!(notes.len(), 7);
    for (note, number) in notes.iter().zip(1..) {
        assert_fields(note, "number text");
        assert_eq!(note["number"], number);
        assert!(note["text"].is_null(), "the source holds no texts of notes");
    }
}

#[test]
fn parts_of_a_letter_have_its_shape() {
    let shown = json(&["show", "4.2", "0"]);
    let sections = list(&shown["sections"]);
    let numbers: Vec<_> = sections
        .iter()
        .map(|section| number(&section["number"]))
        .collect();
    assert_eq!(numbers, [0, 4]);
    let mut addresses: Vec<_> = paragraphs(&shown).into_keys().collect();
    addresses.sort_unstable();
    assert_eq!(addresses, ["0.1", "0.2", "0.3", "4.2", "kop"]);
    assert_eq!(shown["id"], "kst-36800-XVII-9");
}

#[test]
fn entities_stand_where_their_mentions_say() {
    let letter = json(&["show"]);
    let paragraphs = paragraphs(&letter);
    let entities = json(&["list", "entities"]);
    assert!(list(&entities).len() > 50);
    for entity in list(&entities) {
        assert_fields(
            entity,
            "name kind abbreviation aliases explanation explained_by mentions",
        );
        assert!(!text(&entity["name"]).is_empty());
        let kinds = [
            "organisation",
            "instrument",
            "role",
            "event",
            "place",
            "person",
        ];
        assert!(kinds.contains(&text(&entity["kind"])));
        assert!(entity["abbreviation"].is_null() || entity["abbreviation"].is_string());
        assert!(list(&entity["aliases"]).iter().all(Value::is_string));
        match entity["explained_by"].as_str() {
            Some(by) => {
                assert!(["letter", "maker"].contains(&by) && entity["explanation"].is_string());
            }
            None => assert!(entity["explained_by"].is_null()),
        }
        for mention in list(&entity["mentions"]) {
            assert_stands(&paragraphs, mention);
        }
    }
    let found = json(&["find", "rve"]);
    assert_eq!(list(&found).len(), 1);
    let rve = &list(&found)[0];
    assert_eq!(rve["name"], "Raad van Europa");
    assert_eq!(rve["abbreviation"], "RvE");
    assert!(list(&entities).contains(rve), "find and list give the same");
    let mentions: Vec<_> = list(&rve["mentions"])
        .iter()
        .map(|mention| (text(&mention["address"]), text(&mention["text"])))
        .collect();
    assert_eq!(
        mentions,
        [
            ("5.4", "Raad van Europa (RvE)"),
            ("5.4", "RvE"),
            ("5.4", "RvE")
        ]
    );
    for entity in list(&json(&["find", "raad", "--kind", "organisation"])) {
        assert_eq!(entity["kind"], "organisation");
    }
}

/// The mentions of the first entity that is found, each with its address.
fn first_found(query: &str) -> (String, String, Vec<(String, String)>) {
    let found = json(&["find", query]);
    let first = &list(&found)[0];
    let mentions = list(&first["mentions"]).iter();
    let mentions = mentions.map(|mention| {
        let told = [&mention["address"], &mention["text"]].map(|told| text(told).to_owned());
        told.into()
    });
    let told = [&first["name"], &first["kind"]].map(|told| text(told).to_owned());
    let [name, kind] = told;
    (name, kind, mentions.collect())
}

#[test]
fn the_head_is_named_in_too() {
    let (name, kind, mentions) = first_found("voorzitter");
    assert_eq!(
        (name.as_str(), kind.as_str()),
        ("Voorzitter van de Tweede Kamer", "role")
    );
    assert_eq!(mentions, [("kop".into(), "Voorzitter".into())]);
    let (_, _, mentions) = first_found("aiv");
    assert_eq!(mentions[0], ("kop".into(), "AIV".into()));
    let letter = json(&["show"]);
    let found = json(&["search", "Den Haag, 31"]);
    let hit = &list(&found)[0];
    assert_eq!(hit["address"], "kop");
    let heads: Vec<_> = list(&letter["head"]).iter().map(text).collect();
    assert!(
        heads
            .iter()
            .any(|line| line.starts_with(text(&hit["text"])))
    );
}

#[test]
fn who_signed_is_a_person_and_no_office() {
    for (query, who) in [
        ("weel", "D.M. van Weel"),
        ("van weel", "D.M. van Weel"),
        ("de Vries", "A. de Vries"),
        ("staatssecretaris de vries", "A. de Vries"),
    ] {
        let (name, kind, mentions) = first_found(query);
        assert_eq!((name.as_str(), kind.as_str()), (who, "person"), "{query}");
        assert_eq!(mentions.len(), 2, "as signatory and under the letter");
        assert!(mentions.iter().all(|(_, words)| words == who));
    }
    let found = json(&["find", "minister van buitenlandse zaken", "--kind", "role"]);
    let office = &list(&found)[0];
    assert_eq!(office["name"], "Minister van Buitenlandse Zaken");
    let explanation = text(&office["explanation"]);
    assert!(!explanation.contains("ondertekenaar"), "{explanation}");
}

#[test]
fn a_name_among_others_leaves_them_their_own() {
    let (name, kind, mentions) = first_found("kabinetsreactie IOB-evaluatie");
    assert!(
        name.starts_with("Kabinetsreactie op de IOB-evaluatie"),
        "{name}"
    );
    assert_eq!((kind.as_str(), mentions.len()), ("instrument", 3));
    assert!(mentions.iter().all(|(_, words)| words == "kabinetsreactie"));
    let (_, _, evaluation) = first_found("Tussen papier en praktijk");
    let (_, _, office) = first_found("iob");
    let within = |mentions: &[(String, String)], address| {
        let here = mentions.iter().filter(|(at, _)| at == address);
        here.count()
    };
    assert_eq!((within(&evaluation, "3.4"), within(&office, "3.4")), (2, 2));
    assert_eq!(
        first_found("rijksoverheid").2,
        [("7.1".into(), "Rijksoverheid".into())]
    );
}

#[test]
fn what_one_asks_for_in_english_is_found() {
    for (query, name) in [
        ("prime minister", "Minister-president"),
        ("Ministry of Finance", "Ministerie van Financiën"),
        ("human rights ambassador", "Mensenrechtenambassadeur"),
        ("government programme", "Regeerprogramma"),
        ("european court", "Europees Hof voor de Rechten van de Mens"),
        (
            "special envoy",
            "Speciaal Gezant voor Religie en Levensovertuiging",
        ),
        ("central government", "Rijksoverheid"),
        ("speaker", "Voorzitter van de Tweede Kamer"),
        ("export credit insurance", "Exportkredietverzekering"),
        ("belarus", "Wit-Rusland"),
    ] {
        assert_eq!(first_found(query).0, name, "{query}");
    }
}

#[test]
fn recommendations_have_a_title_and_a_stance() {
    let letter = json(&["show"]);
    let paragraphs = paragraphs(&letter);
    let recommendations = json(&["list", "recommendations"]);
    assert_eq!(list(&recommendations).len(), 8);
    let judged = [
        "endorsed",
        "partly",
        "partly",
        "existing_policy",
        "endorsed",
        "partly",
        "endorsed",
        "existing_policy",
    ];
    for ((recommendation, expected), label) in list(&recommendations).iter().zip(1..).zip(judged) {
        assert_fields(recommendation, "number title stance");
        assert_eq!(recommendation["number"], expected);
        assert!(recommendation["title"].is_string());
        let stance = &recommendation["stance"];
        assert_fields(stance, "label quotes reading");
        assert_eq!(stance["label"], label);
        assert_eq!(stance["reading"], "maker");
        assert!(!list(&stance["quotes"]).is_empty());
        for quote in list(&stance["quotes"]) {
            assert_stands(&paragraphs, quote);
        }
    }
}

#[test]
fn a_recommendation_that_nobody_judged_has_no_stance() {
    let path = file("unjudged.txt", "Aanbeveling 1: Doe dit.\n\nDat doen wij.\n");
    let recommendations = json(&["list", "recommendations", "-l", &path]);
    assert_eq!(list(&recommendations).len(), 1);
    assert_fields(&recommendations[0], "number title stance");
    assert!(recommendations[0]["stance"].is_null());
}

#[test]
fn a_stance_that_words_tell_is_found_by_rule_and_says_so() {
    let text = "Aanbeveling 1: Doe dit.\n\nReactie\n\nHet kabinet neemt deze aanbeveling niet over.\n\n\
                Aanbeveling 2: Doe dat.\n\nReactie\n\nDe raad onderschrijft deze aanbeveling.\n";
    let path = file("told.txt", text);
    let recommendations = json(&["list", "recommendations", "-l", &path]);
    let stance = &recommendations[0]["stance"];
    assert_eq!(stance["label"], "not_adopted");
    assert_eq!(stance["reading"], "rule");
    assert_eq!(
        stance["quotes"][0]["text"],
        "Het kabinet neemt deze aanbeveling niet over."
    );
    assert!(recommendations[1]["stance"].is_null());
    let printed = crate::call::program(&["list", "recommendations", "-l", &path])
        .output()
        .unwrap();
    let printed = String::from_utf8(printed.stdout).unwrap();
    assert!(
        printed.contains("niet overgenomen (herkend aan signaalwoorden)"),
        "{printed}"
    );
}

#[test]
fn asks_are_parts_of_their_recommendation_and_answers_stand_at_their_address() {
    let letter = json(&["show"]);
    let paragraphs = paragraphs(&letter);
    let mut asks = json(&["list", "asks"]);
    assert_eq!(list(&asks).len(), 34);
    for ask in asks.as_array_mut().unwrap() {
        assert_fields(ask, "recommendation text start end verdict reading answers");
        let fields = ask.as_object_mut().unwrap();
        assert_eq!(fields.remove("reading").unwrap(), "maker");
        let recommendation = fields.remove("recommendation").unwrap();
        let answers = fields.remove("answers").unwrap();
        let verdict = fields.remove("verdict").unwrap();
        fields.insert("address".into(), format!("{recommendation}.0").into());
        assert_stands(&paragraphs, ask);
        for answer in list(&answers) {
            let mut answer = answer.clone();
            assert_fields(&answer, "how address text start end");
            let how = answer.as_object_mut().unwrap().remove("how").unwrap();
            assert!(verdict != "unmentioned" || how == "other", "{ask}");
            assert_stands(&paragraphs, &answer);
        }
    }
    for verdict in [
        "unmentioned",
        "niet beantwoord",
        "Geen zin gevonden",
        "unanswered",
    ] {
        for flag in ["--verdict", "--kind"] {
            let unanswered = json(&["list", "asks", flag, verdict]);
            assert_eq!(list(&unanswered).len(), 7, "{flag} {verdict}");
        }
    }
    for implied in list(&json(&["list", "implied"])) {
        assert_fields(implied, "address text start end verdict reading answers");
    }
}

#[test]
fn statements_are_the_letters_own_sentences() {
    let letter = json(&["show"]);
    let paragraphs = paragraphs(&letter);
    let mut statements = json(&["list", "statements"]);
    let mut kinds = HashMap::new();
    for statement in statements.as_array_mut().unwrap() {
        assert_fields(statement, "kind who term reading address text start end");
        let fields = statement.as_object_mut().unwrap();
        let kind = fields.remove("kind").unwrap();
        assert_eq!(fields.remove("reading").unwrap(), "maker");
        for part in ["who", "term"] {
            let words = fields.remove(part).unwrap();
            let literal = |words: &str| text(&fields["text"]).contains(words);
            assert!(words.is_null() || literal(text(&words)), "{words}");
        }
        *kinds.entry(text(&kind).to_owned()).or_insert(0) += 1;
        assert_stands(&paragraphs, statement);
    }
    for (kind, count) in [
        ("commitment", 4),
        ("continuation", 33),
        ("intention", 3),
        ("limitation", 10),
        ("refusal", 3),
    ] {
        assert_eq!(kinds.remove(kind), Some(count), "{kind}");
    }
    assert!(kinds.is_empty(), "{kinds:?}");
    for refusal in ["refusal", "afwijzing", "Afwijzingen", "refusals"] {
        let refusals = json(&["list", "statements", "--kind", refusal]);
        assert_eq!(list(&refusals).len(), 3, "{refusal}");
    }
    let terms = json(&["list", "statements"]);
    let mut terms = list(&terms).iter();
    assert!(terms.any(|one| one["term"].is_string()));
}

#[test]
fn figures_stand_where_they_say_and_in_their_sentence() {
    let letter = json(&["show"]);
    let paragraphs = paragraphs(&letter);
    let mut figures = json(&["list", "figures"]);
    assert_eq!(list(&figures).len(), 27);
    for figure in figures.as_array_mut().unwrap() {
        assert_fields(figure, "kind address text start end sentence");
        let fields = figure.as_object_mut().unwrap();
        let (kind, sentence) = (fields.remove("kind"), fields.remove("sentence"));
        assert!(
            FigureKind::ALL
                .map(FigureKind::id)
                .contains(&text(&kind.unwrap()))
        );
        let sentence = sentence.unwrap();
        assert!(text(&sentence).contains(text(&figure["text"])));
        if figure["address"] == "kop" {
            continue;
        }
        assert_stands(&paragraphs, figure);
        assert!(paragraphs[text(&figure["address"])].contains(text(&sentence)));
    }
}

#[test]
fn note_marks_have_an_address_and_no_text() {
    let notes = json(&["list", "notes"]);
    let marks: Vec<_> = list(&notes)
        .iter()
        .map(|note| {
            assert_fields(note, "number address text");
            assert!(note["text"].is_null(), "the source holds no texts of notes");
            (number(&note["number"]), text(&note["address"]))
        })
        .collect();
    let expected = ["1.1", "3.3", "3.4", "5.4", "6.1", "7.1", "8.4"];
    assert_eq!(marks, (1..).zip(expected).collect::<Vec<_>>());
}

#[test]
fn what_a_search_finds_stands_where_it_says() {
    let letter = json(&["show"]);
    let paragraphs = paragraphs(&letter);
    for (words, count) in [
        ("mensenrechtenverdedigers", None),
        ("Europe Commissie", Some(1)),
        ("coördinatie", None),
        ("Diaspora", Some(2)),
        ("posten mensenrechtenfonds", None),
        ("mensrenrechtenfons", Some(1)),
    ] {
        let said = kamerbrief(&["search", words, "--format", "json"]);
        let mut found: Value = serde_json::from_str(&said.out).unwrap();
        assert!(!list(&found).is_empty(), "{words}");
        assert!(
            count.is_none_or(|count| list(&found).len() == count),
            "{words}"
        );
        for hit in found.as_array_mut().unwrap() {
            let sentence = hit.as_object_mut().unwrap().remove("sentence").unwrap();
            assert_stands(&paragraphs, hit);
            assert!(text(&sentence).contains(text(&hit["text"])));
            assert!(paragraphs[text(&hit["address"])].contains(text(&sentence)));
        }
    }
}

#[test]
fn a_quotation_is_verified_with_the_place_and_what_differs() {
    let verified = |quote: &str, code: i32| -> Value {
        let said = kamerbrief(&["verify", quote, "--format", "json"]);
        assert_eq!((said.code, said.err.as_str()), (code, ""), "{quote}");
        serde_json::from_str(&said.out).unwrap()
    };
    let literal = verified("Daar geen ruimte voor", 0);
    assert_eq!(literal["verdict"], "literal");
    assert_eq!(literal["address"], "0.3");
    let place = |of: &Value, at: &str| usize::try_from(of[at].as_u64().unwrap()).unwrap();
    let text: Vec<char> = literal["text"].as_str().unwrap().chars().collect();
    let words: String = text[place(&literal, "start")..place(&literal, "end")]
        .iter()
        .collect();
    assert_eq!(words, "daar geen ruimte voor");
    assert!(
        literal["citation"]
            .as_str()
            .unwrap()
            .ends_with("derde alinea")
    );
    let altered = verified("gebeurt dit met meer budget", 1);
    assert_eq!(altered["verdict"], "altered");
    assert_eq!(altered["differences"][0]["letter"], "minder");
    assert_eq!(altered["differences"][0]["quote"], "meer");
    let absent = verified("Zeeslangen eten graag kaas", 1);
    assert_eq!(absent["verdict"], "absent");
    assert!(absent["address"].is_null() && absent["citation"].is_null());
}
