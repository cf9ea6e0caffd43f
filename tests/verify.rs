//! Quotations of the letter, true ones and false ones, made by rule from its sentences.

use kamerbrief::{
    letter::{self, Letter, Span},
    reading::{
        sentence,
        verify::{Verdict, verify},
    },
};

/// Every sentence of running text of at least so many words.
fn sentences(letter: &Letter, words: usize) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for paragraph in letter.head().end..letter.paragraphs().len() {
        let text = letter.paragraph(paragraph);
        let mut from = 0;
        while from < text.len() {
            let first = text[from..].chars().next().map_or(1, char::len_utf8);
            let span = Span {
                paragraph,
                start: from,
                end: from + first,
            };
            let around = sentence::around(letter, span);
            let words_of = text[around.start..around.end].trim();
            if words_of.split_whitespace().count() >= words {
                found.push((paragraph, words_of.to_owned()));
            }
            from = around.end.max(from + first);
            from += text[from..].len() - text[from..].trim_start().len();
        }
    }
    found
}

fn changed(sentence: &str, change: impl Fn(&mut Vec<String>)) -> String {
    let mut words: Vec<String> = sentence.split_whitespace().map(str::to_owned).collect();
    change(&mut words);
    words.join(" ")
}

#[test]
fn what_stands_there_is_word_for_word_however_it_is_typed() {
    let letter = letter::embedded();
    let all = sentences(&letter, 5);
    assert!(all.len() > 70, "{}", all.len());
    for (paragraph, sentence) in &all {
        let first = sentence.chars().next().unwrap();
        let other_case: String = if first.is_uppercase() {
            first.to_lowercase().collect()
        } else {
            first.to_uppercase().collect()
        };
        let with_gap = changed(sentence, |words| {
            let middle = words.len() / 2;
            words[middle] = "[…]".to_owned();
        });
        for quote in [
            sentence.clone(),
            format!("„{sentence}”"),
            other_case + &sentence[first.len_utf8()..],
            sentence.replace(' ', "  \n"),
            sentence.replace('-', "–").replace(['‘', '’'], "\""),
            sentence.replace("en", "e\u{ad}n"),
            with_gap,
        ] {
            let found = verify(&letter, &quote);
            assert_eq!(found.verdict, Verdict::Literal, "{quote}");
            assert!(found.differences.is_empty());
            assert_eq!(found.places[0].paragraph, *paragraph, "{quote}");
        }
    }
}

/// The sign before an item of a list is no word of the letter, in the letter or in the quotation; its number is.
#[test]
fn items_of_a_list_are_quoted_with_and_without_their_signs() {
    let letter = letter::read(
        "Wij doen het volgende:\n\n• het register wordt uitgebreid;\n\n• de toets wordt strenger.\n\n\
         En dit:\n\n1. de wet vervalt;\n\n2. er komt een andere.\n"
            .as_bytes(),
    )
    .unwrap();
    for (quote, verdict) in [
        (
            "het register wordt uitgebreid; de toets wordt strenger.",
            Verdict::Literal,
        ),
        (
            "• het register wordt uitgebreid;\n• de toets wordt strenger.",
            Verdict::Literal,
        ),
        (
            "- het register wordt uitgebreid;\n- de toets wordt strenger.",
            Verdict::Literal,
        ),
        (
            "• het register wordt uitgebreid; • de toets wordt strenger.",
            Verdict::Literal,
        ),
        (
            "het volgende: het register wordt uitgebreid",
            Verdict::Literal,
        ),
        ("• het register wordt ingeperkt;", Verdict::Altered),
        (
            "1. de wet vervalt; 2. er komt een andere.",
            Verdict::Literal,
        ),
        ("3. de wet vervalt;", Verdict::Altered),
    ] {
        assert_eq!(verify(&letter, quote).verdict, verdict, "{quote}");
    }
}

/// Where the first piece goes on by chance into the second, that has all of its words all the same.
#[test]
fn pieces_that_meet_by_chance_are_found() {
    let letter = letter::read(
        "Er zijn straks minder posten die daarop aanspraak kunnen maken. Het kabinet betreurt dat.\n\n\
         Het kabinet dankt de raad voor het advies van dit voorjaar.\n"
            .as_bytes(),
    )
    .unwrap();
    let quote = "posten die daarop aanspraak kunnen maken. Het kabinet dankt de raad";
    let found = verify(&letter, quote);
    assert_eq!(found.verdict, Verdict::Assembled);
    let words: Vec<&str> = found
        .places
        .iter()
        .map(|place| letter.words(*place))
        .collect();
    assert_eq!(
        words,
        [
            "posten die daarop aanspraak kunnen maken. Het",
            "kabinet dankt de raad"
        ]
    );
}

#[test]
fn how_letters_are_put_into_characters_is_no_difference() {
    const SOURCE: &str = "De begro\u{200b}ting stijgt, zegt de orga\u{ad}nisatie.\n\nDe coo\u{308}rdinatie gaat door…\n\n\
        Het huis is 5 m² groot en financieel vrij.\n";
    let letter = letter::read(SOURCE.as_bytes()).unwrap();
    for (quote, paragraph) in [
        ("begroting", 0),
        ("De begroting stijgt", 0),
        ("De begro\u{200b}ting stijgt", 0),
        ("orga\u{200d}nisatie", 0),
        ("coördinatie gaat door...", 1),
        ("coördinatie", 1),
        ("5 m2 groot", 2),
        ("5 m² groot en ﬁnancieel vrĳ", 2),
    ] {
        let found = verify(&letter, quote);
        assert_eq!(
            (found.verdict, found.places.len()),
            (Verdict::Literal, 1),
            "{quote}"
        );
        assert_eq!(found.places[0].paragraph, paragraph, "{quote}");
    }
    let accent = verify(&letter, "De coordinatie gaat door");
    assert_eq!(
        (accent.verdict, accent.differences.len()),
        (Verdict::Altered, 1)
    );
    let embedded = letter::embedded();
    for quote in [
        "gei\u{308}nitieerde civil society strategy",
        "ﬁnanciële inzet",
    ] {
        let found = verify(&embedded, quote);
        assert_eq!(found.verdict, Verdict::Literal, "{quote}");
    }
}

#[test]
fn paragraphs_that_follow_each_other_leave_nothing_out() {
    let letter = letter::embedded();
    let at = letter.locate("3.1".parse().unwrap()).unwrap().start;
    let [one, next] = [at, at + 1].map(|index| letter.paragraph(index));
    let start: Vec<&str> = next.split(' ').take(8).collect();
    let found = verify(&letter, &format!("{one}\n{}", start.join(" ")));
    assert!(
        found.goes_on && found.verdict == Verdict::Literal,
        "{found:?}"
    );
    let parts = verify(&letter, &format!("{one} […] {}", start.join(" ")));
    assert!(
        !parts.goes_on && parts.verdict == Verdict::Literal,
        "{parts:?}"
    );
}

#[test]
fn a_quotation_that_ends_in_another_word_is_told_with_the_letter_s() {
    let letter = letter::embedded();
    for (quote, own, other) in [
        ("is daar geen plaats", "ruimte", "plaats"),
        (
            "zijn in Wit-Rusland bijvoorbeeld 310 personen en 46 organisaties",
            "entiteiten",
            "organisaties",
        ),
        (
            "Hiermee zullen er vanaf 2026 minder ambassades",
            "posten",
            "ambassades",
        ),
    ] {
        let found = verify(&letter, quote);
        assert_eq!(found.verdict, Verdict::Altered, "{quote}");
        let [one] = &found.differences[..] else {
            panic!("{quote}: {:?}", found.differences);
        };
        assert_eq!(
            (one.letter.as_str(), one.quote.as_str()),
            (own, other),
            "{quote}"
        );
        assert!(letter.words(found.places[0]).ends_with(own), "{quote}");
    }
    // Behind the end of a sentence nothing of the letter stands for it.
    let found = verify(&letter, "is daar geen ruimte voor. Helaas");
    assert_eq!(found.differences[0].letter, "");
}

#[test]
fn of_many_places_it_is_said_that_there_are_more() {
    let letter = letter::read("Het is zo. ".repeat(150).as_bytes()).unwrap();
    let found = verify(&letter, "het is zo");
    assert_eq!((found.also.len(), found.and_more), (100, true));
    let letter = letter::read("Het is zo. ".repeat(101).as_bytes()).unwrap();
    let found = verify(&letter, "het is zo");
    assert_eq!((found.also.len(), found.and_more), (100, false));
}

#[test]
fn what_stands_in_several_places_is_said_to() {
    const SOURCE: &str = "Het kabinet onderschrijft dit.\n\nZo is het. Het kabinet onderschrijft dit. Ja.\n\nNiets.\n\n\
        Het kabinet onderschrijft dit, het kabinet onderschrijft dit.\n";
    let letter = letter::read(SOURCE.as_bytes()).unwrap();
    for (quote, first, further) in [
        ("Het kabinet onderschrijft dit.", 0, &[1, 3][..]),
        ("het kabinet onderschrijft dit", 0, &[1, 3, 3]),
        ("Zo is het.", 1, &[]),
        ("kabinet … dit", 0, &[]),
    ] {
        let found = verify(&letter, quote);
        let further_found: Vec<usize> = found.also.iter().map(|span| span.paragraph).collect();
        assert_eq!(
            (found.verdict, found.places[0].paragraph),
            (Verdict::Literal, first),
            "{quote}"
        );
        assert_eq!(further_found, further, "{quote}");
        for span in &found.also {
            assert!(
                letter
                    .words(*span)
                    .to_lowercase()
                    .starts_with("het kabinet"),
                "{quote}"
            );
        }
    }
}

/// More than a hundred of each kind that the letter has sentences for; none may pass for true.
#[test]
fn no_misquotation_passes_for_word_for_word() {
    let letter = letter::embedded();
    let all = sentences(&letter, 9);
    let mut counts = [0_usize; 6];
    for (index, (paragraph, sentence)) in all.iter().enumerate() {
        let middle = sentence.split_whitespace().count() / 2;
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let left_out = plain(sentence.split_whitespace().nth(middle).unwrap());
        let negation = sentence
            .split_whitespace()
            .position(|word| ["niet", "geen"].contains(&word));
        let number = sentence
            .split_whitespace()
            .position(|word| word.chars().all(|c| c.is_ascii_digit()) && word.len() > 1);
        let (other, next) = &all[(index + all.len() / 2) % all.len()];
        let misquotations = [
            // A word left out, one put in, one changed, in the middle.
            Some(changed(sentence, |words| drop(words.remove(middle)))),
            Some(changed(sentence, |words| {
                words.insert(middle, "absoluut".to_owned());
            })),
            Some(changed(sentence, |words| {
                words[middle] = "zeeslang".to_owned();
            })),
            // A negation dropped, a number changed.
            negation.map(|at| changed(sentence, |words| drop(words.remove(at)))),
            number.map(|at| changed(sentence, |words| words[at] += "7")),
            // Two sentences joined that do not stand together.
            (other != paragraph).then(|| format!("{sentence} {next}")),
        ];
        for (kind, quote) in misquotations.into_iter().enumerate() {
            let Some(quote) = quote else { continue };
            counts[kind] += 1;
            let found = verify(&letter, &quote);
            let expected = if kind == 5 {
                Verdict::Assembled
            } else {
                Verdict::Altered
            };
            assert_eq!(found.verdict, expected, "{kind}: {quote}\n{found:?}");
            assert_eq!(found.places[0].paragraph, *paragraph, "{quote}");
            if kind < 5 {
                assert!(!found.differences.is_empty(), "{quote}");
            }
            if kind == 0 && !left_out.is_empty() {
                let said = found
                    .differences
                    .iter()
                    .any(|one| one.letter.contains(&left_out));
                assert!(said, "{left_out} in {quote}: {found:?}");
            }
        }
    }
    let [left_out, added, other, negations, numbers, joined] = counts;
    assert!(left_out + added + other + joined > 200, "{counts:?}");
    assert!(negations > 2 && numbers > 2, "{counts:?}");
}

#[test]
fn what_does_not_stand_there_is_absent() {
    let letter = letter::embedded();
    for quote in [
        "koekjes bakken in de zomer van het leven",
        "De minister-president zegt toe dat de bezuinigingen worden teruggedraaid.",
        "Zeeslangen eten graag kaas",
        "",
        "«»",
        "…",
    ] {
        let found = verify(&letter, quote);
        assert_eq!(found.verdict, Verdict::Absent, "{quote}: {found:?}");
    }
    let letter = letter::read("Brief.\n\nEen zin.\n").unwrap();
    assert_eq!(verify(&letter, "Een zin").verdict, Verdict::Literal);
    assert_eq!(verify(&letter, "Twee zinnen").verdict, Verdict::Absent);
}

#[test]
fn what_differs_is_said_in_both_words() {
    let letter = letter::embedded();
    for (quote, in_letter, in_quote) in [
        ("gebeurt dit met meer budget", "minder", "meer"),
        (
            "een diplomatieke coalitie van 43 landen wereldwijd",
            "42",
            "43",
        ),
        ("Nederland hecht waarde aan het beschermen", "grote", ""),
        (
            "wordt er ook niet graag gekozen voor het uitwerken",
            "",
            "graag",
        ),
        (
            "het voornaamste Financiële instrument",
            "financiële",
            "Financiële",
        ),
    ] {
        let found = verify(&letter, quote);
        assert_eq!(found.verdict, Verdict::Altered, "{quote}");
        let [difference] = &found.differences[..] else {
            panic!("{quote}: {found:?}");
        };
        assert_eq!(
            (&*difference.letter, &*difference.quote),
            (in_letter, in_quote)
        );
    }
}

/// A quotation with the heading above it, with other capitals, without hyphens, with another number, with words left out
/// near its end: the words of the letter that it comes from are found, and no more differs than does.
#[test]
fn what_comes_nearest_is_where_the_quotation_comes_from() {
    let letter = letter::embedded();
    let heading = "Aanbeveling 4: Speel op het mondiale niveau een aanjagende rol";
    assert_eq!(verify(&letter, heading).verdict, Verdict::Literal);
    let altered = verify(
        &letter,
        "Aanbeveling 4: Speel op het mondiale niveau een grote rol",
    );
    assert_eq!(altered.verdict, Verdict::Altered);
    assert_eq!(altered.differences.len(), 1, "{altered:?}");
    let other = verify(
        &letter,
        "Aanbeveling 5: Speel op het mondiale niveau een aanjagende rol",
    );
    assert_ne!(other.verdict, Verdict::Literal);

    let address = |quote: &str| {
        let found = verify(&letter, quote);
        assert_eq!(found.verdict, Verdict::Altered, "{quote}: {found:?}");
        let place = found.places[0];
        let differ = found.differences.iter();
        let differ = differ.map(|one| format!("{}/{}", one.letter, one.quote));
        (
            letter.words(place).to_owned(),
            differ.collect::<Vec<_>>().join(" "),
        )
    };
    for (quote, words, differ) in [
        (
            "no harm principe staat hierbij centraal",
            "no-harm-principe staat hierbij centraal",
            "-/ -/",
        ),
        ("41 landen", "42 landen", "42/41"),
        (
            "HET NO-HARM-PRINCIPE STAAT HIERBIJ CENTRAAL",
            "Het no-harm-principe staat hierbij centraal",
            "Het no/HET NO harm/HARM principe staat hierbij centraal/PRINCIPE STAAT HIERBIJ CENTRAAL",
        ),
        (
            "elkaar uit, maar kunnen",
            "elkaar niet uit, maar kunnen",
            "niet/",
        ),
        (
            "handel sluiten elkaar uit",
            "handel sluiten elkaar niet uit",
            "niet/",
        ),
        (
            "Internationale Rechtsorde» reeds actief uit",
            "Internationale Rechtsorde» reeds actief en consistent uit",
            "en consistent/",
        ),
    ] {
        assert_eq!(
            address(quote),
            (words.to_owned(), differ.to_owned()),
            "{quote}"
        );
    }
}

/// As a viewer, a mail or `pdftotext` gives it: the number of a note mark as a plain digit, a hyphen where a line ended.
#[test]
fn what_copying_puts_in_counts_for_nothing_where_the_letter_has_it() {
    let letter = letter::embedded();
    for quote in [
        "Democratie en Internationale Rechtsorde»1 reeds actief",
        "«Mensenrechten, Democratie en Internationale Rechtsorde»1",
        "Rechtsorde» [1] reeds actief en consistent uit",
        "1 reeds actief en consistent uit",
        "het nieuwe beleidskader Focus (2026–2030)2 wordt expliciet ruimte",
        "de rechtspositie van maatschappelijke organisaties.4 Deze herziening",
        "het gelijke speelveld geborgd.7Het toepassen van de OESO-richt-\nlijnen",
        "de OESO-\nrichtlijnen is een voorwaarde",
        "respect voor mensen-\r\n  rechten is een welbe- grepen eigenbelang",
        "respect voor mensen\u{ad}\nrechten is een welbe\u{2010}\ngrepen eigenbelang",
        "IOB-evaluatie van het mensenrech-\ntenbeleid (2017–2022)3 heeft […] aanbevolen",
    ] {
        let found = verify(&letter, quote);
        assert_eq!(found.verdict, Verdict::Literal, "{quote}: {found:?}");
    }
    for (quote, differ) in [
        (
            "Democratie en Internationale Rechtsorde»2 reeds actief",
            "/2",
        ),
        (
            "Democratie en Internationale Rechtsorde» reeds1 actief",
            "reeds/reeds1",
        ),
        (
            "Democratie en Internationale Rechtsorde»1 al actief en consistent uit",
            "reeds/al",
        ),
        (
            "een diplomatieke coalitie van 421 landen wereldwijd",
            "42/421",
        ),
        (
            "respect voor mensen- rechten is geen welbegrepen eigenbelang",
            "een/geen",
        ),
        (
            "respect voor mensen-rechten is een welbegrepen eigenbelang",
            "mensenrechten/mensen-rechten",
        ),
    ] {
        let found = verify(&letter, quote);
        assert_eq!(found.verdict, Verdict::Altered, "{quote}: {found:?}");
        let all = found.differences.iter();
        let all: Vec<_> = all
            .map(|one| format!("{}/{}", one.letter, one.quote))
            .collect();
        assert_eq!(all, [differ], "{quote}");
    }
    // A mark behind a letter, a year, a word in capitals.
    let source =
        "Brief.\n\nZie de moties1 van de Kamer. Dit was al in 20182 zo. Het staat in de wet.3\n";
    let letter = letter::read(source.as_bytes()).unwrap();
    assert_eq!(letter.marks().len(), 3, "{:?}", letter.marks());
    for quote in [
        "Zie de moties1 van de Kamer",
        "al in 20182 zo",
        "in de wet.3",
    ] {
        assert_eq!(verify(&letter, quote).verdict, Verdict::Literal, "{quote}");
    }
    for quote in ["Dit was al in 20181 zo", "Zie de 1 moties van de Kamer"] {
        assert_eq!(verify(&letter, quote).verdict, Verdict::Altered, "{quote}");
    }
}

/// A word that the letter misprints is still the word that is quoted.
#[test]
fn the_nearest_place_is_where_most_of_the_quotation_stands_together() {
    let letter = letter::embedded();
    for (quote, words) in [
        (
            "herinrichting van het decentrale gedeelte van het mensenrechtenfonds",
            "herinrichting van het decentrale gedeelte van het mensrenrechtenfonds",
        ),
        (
            "zoals de door de Europese Commissie geïnitieerde strategie",
            "zoals de door de Europe Commissie geïnitieerde",
        ),
    ] {
        let found = verify(&letter, quote);
        let place = letter.words(found.places[0]);
        assert!(place.contains(words), "{quote}: {place}");
    }
}
