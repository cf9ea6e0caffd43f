//! Reading by ear: conversations, line by line, in the reader without a terminal and with the program in a pipe.

use kamerbrief::{
    app::{App, kept::Saved, message::Effect, words::Words},
    catalogue::Catalogue,
    cli::{Desk, Paper},
    letter::{self, Language, Letter},
    linear::Conversation,
};
use std::{
    io::Write,
    process::{Command, Stdio},
};

fn conversation_about(letter: Letter, language: Language) -> Conversation {
    let words = Words::of(language);
    let desk = Desk::new(letter.clone(), words, Paper::default());
    Conversation::new(App::new(letter, Catalogue::embedded(), words), desk)
}

fn conversation() -> Conversation {
    conversation_about(letter::embedded(), Language::Dutch)
}

/// What is said after these lines, the last of them answered.
#[track_caller]
fn said(conversation: &mut Conversation, lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        text = conversation.answer(line).text;
        assert!(
            !text.contains('\x1b') && text.ends_with('\n'),
            "{line}: {text:?}"
        );
    }
    text
}

/// Asserts that the answer to each line starts so and holds that.
#[track_caller]
fn talk(conversation: &mut Conversation, answers: &[(&str, &str)]) {
    for (line, holds) in answers {
        let text = said(conversation, &[line]);
        assert!(text.contains(holds), "{line}: {holds:?} is not in\n{text}");
    }
}

#[test]
fn enter_reads_the_whole_letter_a_paragraph_a_line() {
    let mut conversation = conversation();
    let mut heard = said(&mut conversation, &["begin"]);
    loop {
        let text = said(&mut conversation, &[""]);
        if text == "Einde van de brief.\n" {
            break;
        }
        heard += &text;
    }
    let letter = letter::embedded();
    let mut at = 0;
    for index in 0..letter.paragraphs().len() {
        // Up to the first note mark, which is heard.
        let mark = letter.marks_in(index).first();
        let words = &letter.paragraph(index)
            [..mark.map_or(letter.paragraph(index).len(), |mark| mark.byte)];
        let found = heard[at..].find(words);
        at += found.unwrap_or_else(|| panic!("{words} is not heard in its turn")) + words.len();
    }
    assert_eq!(heard.matches("(noot ").count(), letter.marks().len());
}

#[test]
fn addresses_and_words_lead_where_they_say() {
    talk(
        &mut conversation(),
        &[
            (
                "4",
                "Aanbeveling 4, Mondiaal aanjagen, online. Duiding van de makers: ",
            ),
            ("", "4.1: Nederland hecht"),
            ("volgende", "4.2: Nederland bevordert"),
            ("vorige", "4.1: Nederland hecht"),
            ("volgend onderdeel", "5.0, aanbeveling: "),
            ("vorig onderdeel", "4.0, aanbeveling: "),
            ("terug", "5.0, aanbeveling: "),
            ("vooruit", "4.0, aanbeveling: "),
            ("ga naar 3.3", "3.3: In het nieuwe"),
            (":3.4", "3.4: "),
            ("waar ben ik", "U bent bij 3.4, Aanbeveling 3"),
            ("herhaal", "3.4: "),
            ("aanbeveling", "3.0, aanbeveling: "),
            ("duiding", "3.3: Door bezuinigingen"),
            ("kop", "Den Haag, 31 oktober 2025"),
            ("", "0.1: Het kabinet dankt"),
            ("vorige", "Brief regering"),
            ("vorige", "Dit is het begin van de brief."),
            ("eind", "A. de Vries"),
            ("", "Einde van de brief."),
            ("12", "de brief loopt van 0 t/m 9"),
            ("4.99", "4"),
        ],
    );
}

/// What the screen has, by ear: what is asked and not answered, the sheet, what was left out; and in words, without the
/// names of columns.
#[test]
fn what_is_asked_and_the_sheet_can_be_heard() {
    talk(
        &mut conversation(),
        &[
            ("1", "1.0, aanbeveling: "),
            (
                "vragen",
                "3 van 6 beantwoord\n1.0, gebeurt al: Wees consequent",
            ),
            ("vragen", "\nZie 1.1, "),
            ("0.3", "0.3: "),
            ("vragen", "Dit onderdeel vraagt niets."),
            (
                "wat is niet beantwoord",
                "1.0, geen zin gevonden: met kracht, urgentie en lef\ngezocht: kracht",
            ),
            ("U", "\n2.0, geen zin gevonden: "),
            ("vergaderblad 4", "4  Mondiaal aanjagen"),
            ("P", "8  "),
            ("vergaderblad vier", "vier"),
            ("weggelaten", "niets"),
            (
                "citeer 4.2 apa",
                "‘apa’ is geen stijl van bronvermelding; mogelijk zijn leidraad, kamerstuk",
            ),
            (
                "citeer 4.2 kamerstuk",
                "Kamerstuk 36 800 XVII, nr. 9, reactie op aanbeveling 4, tweede alinea",
            ),
            ("citeer 99", "99"),
            ("overzicht vragen", "1, gebeurt al: Wees consequent"),
            ("overzicht vragen", "; zie 1.1\n"),
            ("overzicht namen", "CIVICUS, organisatie: "),
            (
                "overzicht afkortingen",
                "DDP: Digital Defenders Partnership (uitleg: ",
            ),
            ("overzicht uitspraken", "1.1, voortzetting: "),
            ("overzicht noten", "noot 1 bij 1.1"),
            ("overzicht wie en wanneer", ": "),
            ("overzicht cijfers", "datum, "),
        ],
    );
    for table in [
        "vragen",
        "vragen in antwoorden",
        "namen",
        "afkortingen",
        "uitspraken",
        "cijfers",
        "noten",
        "voorbehouden",
        "wie en wanneer",
    ] {
        let heard = said(&mut conversation(), &[&format!("overzicht {table}")]);
        for word in [
            "section", "address", "reading", "maker;", "kind;", "; ;", "mentions",
        ] {
            assert!(!heard.contains(word), "{word} in {heard}");
        }
    }
    let mut english = conversation_about(letter::embedded(), Language::English);
    talk(
        &mut english,
        &[
            ("overview asks", "1, "),
            ("unanswered", "1.0, "),
            ("sheet 4", "4  "),
            ("left out", "othing"),
        ],
    );
}

/// Whatever becomes of a note, it is said.
#[test]
fn a_note_is_confirmed_whether_or_not_it_is_kept() {
    let answer = |saved: Saved| {
        let mut conversation = conversation();
        said(&mut conversation, &["4.2"]);
        let reply = conversation.answer("noteer test notitie");
        assert_eq!((reply.text.as_str(), reply.effects.len()), ("", 1));
        let told = conversation.saved(saved).text;
        let again = conversation.answer("noteer test notitie").text;
        (told, again)
    };
    let (told, again) = answer(Saved::Unwanted);
    assert_eq!(
        told,
        "Gedaan bij 4.2. Wordt niet bewaard: gestart met --fresh.\n"
    );
    assert!(!again.is_empty() || told.contains("4.2"));
    let (told, _) = answer(Saved::Failed("De schijf is vol.".into()));
    assert_eq!(told, "Gedaan bij 4.2. De schijf is vol.\n");
}

#[test]
fn a_section_and_the_letter_can_be_heard_in_one_go() {
    let mut conversation = conversation();
    let section = said(&mut conversation, &["lees 4"]);
    for address in [
        "4.0, aanbeveling: ",
        "\n4.1: ",
        "\n4.2: ",
        "\n4.3: ",
        "\n4.4: ",
    ] {
        assert!(section.contains(address), "{section}");
    }
    assert!(!section.contains("\n5.0"));
    let rest = said(&mut conversation, &["lees alles"]);
    assert!(
        rest.starts_with("4.4: ") && rest.contains("A. de Vries"),
        "{rest}"
    );
}

#[test]
fn what_is_looked_for_is_listed_and_gone_through() {
    talk(
        &mut conversation(),
        &[
            ("zoek bezuiniging", "3.3   Door bezuinigingen"),
            ("waar ben ik", "U bent bij 3.3"),
            ("n", "3.4: "),
            ("volgende treffer", "6.1: "),
            ("vorige treffer", "3.4: "),
            ("zoek zeeslang", "‘zeeslang’"),
            ("waar ehrm", "5.4   Naleving van uitspraken"),
            ("waar ben ik", "U bent bij 5.4"),
            ("volgende vermelding", "EHRM"),
            ("kaart ehrm", "zetelt in Straatsburg"),
            ("2.3", "2.3: "),
            ("kaart", "Internationale Arbeidsorganisatie"),
            ("waar zeeslangenraad", "zeeslangenraad"),
        ],
    );
}

#[test]
fn what_is_cited_and_copied_is_said() {
    let mut conversation = conversation();
    talk(
        &mut conversation,
        &[
            ("4.2", "4.2: "),
            ("citeer", "reactie op aanbeveling 4, tweede alinea"),
            ("citeer 5.1 bibtex", "@misc{"),
            ("citeer 77", "onderdeel 77"),
            ("kopieer onzin", "‘onzin’ is geen opdracht"),
        ],
    );
    let reply = conversation.answer("kopieer citaat");
    let [Effect::Copy(copied)] = &reply.effects[..] else {
        panic!("{:?}", reply.effects);
    };
    assert!(
        copied.contains("Digital Defenders Partnership") && reply.text.contains(copied.trim_end())
    );
}

#[test]
fn tables_are_lines() {
    talk(
        &mut conversation(),
        &[
            ("overzicht", "Aanbeveling 8, "),
            ("overzicht", "Overzichten: aanbevelingen, namen"),
            (
                "overzicht afkortingen",
                "EHRM: Europees Hof voor de Rechten van de Mens (uitleg: de brief, 5.4); ",
            ),
            ("o uitspraken", ", afwijzing: "),
            ("overzicht cijfers", "42 landen"),
            ("overzicht sokken", "‘sokken’ is geen opdracht"),
        ],
    );
}

#[test]
fn both_languages_are_understood_and_bad_lines_are_answered() {
    let mut english = conversation_about(letter::embedded(), Language::English);
    talk(
        &mut english,
        &[
            ("zoek bezuiniging", "3.3   "),
            ("next hit", "3.4: "),
            ("next section", "4.0, recommendation: "),
            ("stance", "Our reading: "),
            (
                "help",
                "next or on or } or j: the next paragraph; Enter does that too",
            ),
        ],
    );
    talk(
        &mut conversation(),
        &[
            ("where am i", "U bent bij 0.1"),
            ("dans", "‘dans’ is geen opdracht; ‘help’ noemt ze alle."),
            (
                "zoek",
                "Bij ‘zoek’ hoort een tekst, bijvoorbeeld: zoek bezuiniging.",
            ),
            ("a\u{1b}[2J\u{202e}", "is geen opdracht"),
            ("help", "kopieer of y: "),
        ],
    );
}

#[test]
fn a_letter_without_recommendations_can_be_heard() {
    let letter = letter::read("Geachte voorzitter,\n\nDit is alles.\n").unwrap();
    talk(
        &mut conversation_about(letter, Language::Dutch),
        &[
            ("begin", "0.1: Geachte voorzitter,"),
            ("", "0.2: Dit is alles."),
            ("", "Einde van de brief."),
            ("aanbeveling", "hoort niet bij een aanbeveling"),
            ("duiding", "staat geen duiding"),
            ("kaart", "geen naam of afkorting"),
            ("overzicht", "Overzichten: "),
        ],
    );
}

/// Runs the program with these lines on standard input; what it prints, and its exit code.
fn run(home: &std::path::Path, lines: &str) -> (String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kamerbrief"))
        .args(["--linear", "--lang", "nl"])
        .env("HOME", home)
        .env_remove("XDG_STATE_HOME")
        .env_remove("XDG_DATA_HOME")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(lines.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (text, output.status.code())
}

#[test]
fn what_is_noted_in_a_pipe_is_there_the_next_time() {
    let home = std::env::temp_dir().join(format!("kamerbrief-linear-{}", std::process::id()));
    std::fs::create_dir_all(&home).unwrap();
    let (text, code) = run(&home, "4.2\nnoteer Wie betaalt?\nbladwijzer\nq\n4.3\n");
    assert_eq!(code, Some(0));
    assert!(text.contains("4.2") && !text.contains("4.3: "), "{text}");
    let (text, _) = run(&home, "notities\n4.2\nwis notitie\n");
    assert!(
        text.contains("Bladwijzers en notities: 1.")
            && text.contains("Eigen notitie: Wie betaalt?"),
        "{text}"
    );
    let (text, _) = run(&home, "4.2");
    assert!(
        text.contains("Hier staat een bladwijzer.") && !text.contains("Eigen notitie"),
        "{text}"
    );
    std::fs::remove_dir_all(&home).unwrap();
}

#[test]
fn the_notes_of_ones_own_are_printed_in_every_form() {
    let home = std::env::temp_dir().join(format!("kamerbrief-notes-{}", std::process::id()));
    std::fs::create_dir_all(&home).unwrap();
    let print = |format: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_kamerbrief"))
            .args(["notes", "--lang", "nl", "--format", format])
            .env("HOME", &home)
            .env_remove("XDG_STATE_HOME")
            .env_remove("XDG_DATA_HOME")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        (
            String::from_utf8(output.stdout).unwrap(),
            output.status.code(),
        )
    };
    assert_eq!(print("text"), (String::new(), Some(1)));
    assert_eq!(print("json"), ("[]\n".to_owned(), Some(1)));
    run(&home, "4.2\nnoteer Wie | betaalt?\n5.1\nbladwijzer\n");
    let (text, code) = print("text");
    assert_eq!(code, Some(0));
    for part in [
        "4.2   notitie (",
        "): Wie | betaalt?",
        "Nederland bevordert digitale veiligheid",
        "36800 XVII, nr. 9, reactie op aanbeveling 4, tweede alinea",
        "5.1   bladwijzer",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let json: serde_json::Value = serde_json::from_str(&print("json").0).unwrap();
    assert_eq!(json[0]["address"], "4.2");
    assert_eq!(json[0]["note"], "Wie | betaalt?");
    assert_eq!(json[1]["bookmark"], true);
    let tabs = print("tsv").0;
    assert!(
        tabs.starts_with("address\tkind\tnote\tsentence\tcitation\tdate\tname\n4.2\tnotitie\t"),
        "{tabs}"
    );
    assert!(
        print("md").0.contains(r"Wie \| betaalt?"),
        "{}",
        print("md").0
    );
    std::fs::remove_dir_all(&home).unwrap();
}

#[test]
fn quotes_are_collected_and_a_quotation_is_verified_by_ear() {
    let mut conversation = conversation();
    talk(
        &mut conversation,
        &[
            ("mandje", "‘verzamel’ legt er de zin"),
            ("4.1", "Nederland hecht"),
            (
                "verzamel",
                "In het mandje (1): 4.1 ‘Nederland hecht grote waarde",
            ),
            ("verzamel", "Ligt al in het mandje"),
            ("zoek CIVICUS", "4.1"),
            ("verzamel", "In het mandje (2): 4.1 ‘We steunen"),
            ("mandje", "1: ‘Nederland hecht"),
            ("haal weg 3", "geen citaat 3"),
            ("haal weg 1", "Uit het mandje gehaald: 4.1"),
            ("mandje", "1: ‘We steunen"),
            (
                "kijk na daar geen ruimte voor",
                "Staat woordelijk in de brief.",
            ),
            ("kijk na daar alle ruimte voor", "Staat niet"),
        ],
    );
    let reply = conversation.answer("mandje kopieer");
    assert!(reply.text.contains("‘We steunen"), "{}", reply.text);
    assert!(matches!(&reply.effects[..], [Effect::Copy(text)] if text.starts_with("‘We steunen")));
    let mut conversation = conversation_about(letter::embedded(), Language::English);
    talk(
        &mut conversation,
        &[
            ("4.1", "Nederland"),
            ("collect", "In the basket (1)"),
            ("basket", "1: ‘Nederland"),
        ],
    );
}

#[test]
fn notes_of_ones_own_are_found_by_their_words_and_tags() {
    let mut conversation = conversation();
    said(&mut conversation, &["4.2"]);
    conversation.answer("noteer navragen bij zeppelinveld #actie");
    conversation.saved(kamerbrief::app::kept::Saved::Unwanted);
    talk(
        &mut conversation,
        &[
            ("0", "36 800"),
            (
                "waar #actie",
                "4.2: Eigen notitie: navragen bij zeppelinveld #actie",
            ),
            ("waar ben ik", "4.2"),
            ("0", "36 800"),
            ("zoek zeppelinveld", "4.2: Eigen notitie: navragen"),
            ("waar ben ik", "4.2"),
            ("waar #niets", "#niets"),
        ],
    );
}
