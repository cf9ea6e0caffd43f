//! The meeting sheet: what stands on it, in each form, with one's own notes and without.

use crate::call::{Said, file, program, run_with};
use std::{collections::HashSet, fs, path::PathBuf};

/// A home of its own, in which notes are kept.
pub struct Home(pub PathBuf);

impl Home {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kamerbrief-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn say(&self, args: &[&str], input: &str) -> Said {
        let mut command = program(args);
        command.env("HOME", &self.0);
        run_with(command, input.as_bytes())
    }

    fn sheet(&self, args: &[&str]) -> Said {
        self.say(&[&["sheet"], args].concat(), "")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn with_notes(name: &str) -> Home {
    let home = Home::new(name);
    let lines = "4.2\nnoteer Wie <b>betaalt</b> & wanneer?\n5.1\nbladwijzer\nq\n";
    assert_eq!(home.say(&["--linear"], lines).code, 0);
    home
}

#[test]
fn the_sheet_has_what_one_takes_into_the_room() {
    let home = with_notes("sheet-text");
    let text = home.sheet(&[]).fine();
    for part in [
        "1  Mensenrechtennota consequent uitvoeren",
        "Reactie (duiding van de makers)",
        "● onderschreven, nota al in uitvoering",
        "Gevraagd: 3 van 6 beantwoord (duiding van de makers)",
        "◌ geen zin gevonden: ‘met kracht, urgentie en lef’ (1.0)",
        "gezocht: kracht, urgentie, lef, moed",
        "✕ nee: ‘het uitwerken van nieuwe landenstrategieën, zoals door de AIV voorgesteld’ (2.2)",
        "- toezegging: ‘De aanbeveling ten aanzien van de rapporten",
        "- beperking: ‘Door bezuinigingen op ontwikkelingshulp gebeurt dit met minder budget.’ (3.3)",
        "): Wie <b>betaalt</b> & wanneer? ‘Nederland bevordert digitale veiligheid",
        "- notitie (",
        "Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 4, tweede alinea",
        "- bladwijzer: ‘De Europese Commissie speelt",
    ] {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
    let wrapped = home.sheet(&["--width", "60"]).fine();
    let told = wrapped
        .lines()
        .filter(|line| !line.contains("Kamerstukken"));
    for line in told {
        assert!(line.chars().count() <= 60, "{line}");
    }
}

#[test]
fn parts_of_it_are_asked_for() {
    let home = with_notes("sheet-only");
    let headings = |only: &str| -> Vec<String> {
        let text = home.sheet(&["--only", only, "--format", "md"]).fine();
        let lines = text.lines().filter(|line| line.starts_with("## "));
        lines.map(|line| line[3..4].to_owned()).collect()
    };
    assert_eq!(headings("3,8"), ["3", "8", "B"]);
    assert_eq!(headings("8.2, 3"), ["3", "8", "B"]);
    assert_eq!(headings("notes"), ["4", "5", "B"]);
    assert_eq!(headings("notes,5"), ["5", "B"]);
    let notes = home.sheet(&["--only", "notes"]).fine();
    assert!(
        notes.contains("Wie <b>betaalt</b>") && !notes.contains("Gevraagd"),
        "{notes}"
    );
    assert_eq!(home.sheet(&["--only", "notes,3"]).code, 1);
    assert!(
        home.sheet(&["--only", "12"])
            .refusal()
            .contains("geen onderdeel 12")
    );
    assert!(home.sheet(&["--only", "vier"]).refusal().contains("vier"));
    let refused = home.sheet(&["--format", "json"]).refusal();
    assert!(refused.contains("text, md, html"), "{refused}");
}

/// Values of an attribute in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let rest = page.split(start.as_str()).skip(1);
    rest.map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn the_page_stands_by_itself_and_its_links_lead_somewhere() {
    let home = with_notes("sheet-html");
    for (arguments, language) in [(&[][..], "nl"), (&["--lang", "en"], "en")] {
        let page = home
            .sheet(&[&["--format", "html"], arguments].concat())
            .fine();
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{language}\">")));
        for part in ["<script", "http:", "https:", "@import", "url(", "src="] {
            assert!(!page.contains(part), "{part}");
        }
        let ids = values(&page, "id");
        let unique: HashSet<_> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len());
        for id in ["4", "4.2", "0.3"] {
            assert!(unique.contains(id), "{id}");
        }
        let links = values(&page, "href");
        assert!(links.len() > 60);
        for link in links {
            assert!(unique.contains(link.strip_prefix('#').unwrap()), "{link}");
        }
        assert!(page.contains("<mark>Wie &lt;b&gt;betaalt&lt;/b&gt; &amp; wanneer?</mark>"));
        for tag in ["ul", "li", "section", "q", "dl", "strong", "main", "nav"] {
            let opened = page.matches(&format!("<{tag}>")).count()
                + page.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}

#[test]
fn of_another_letter_it_says_that_asks_are_known_by_rule() {
    let home = Home::new("sheet-other");
    let letter = "Den Haag, 3 mei 2021\n\nGeachte voorzitter,\n\nAanbeveling 1 en 2: Stel een register van <lobbyisten> in.\n\nReactie van het kabinet\n\nHet kabinet zal een register van lobbyisten opzetten.\n";
    let path = file("sheet-other.txt", letter);
    let page = home.sheet(&["-l", &path, "--format", "html"]).fine();
    for part in [
        "<section id=\"1-en-2\">",
        "(herkend aan signaalwoorden)",
        "&lt;lobbyisten&gt;",
        "<strong>toezegging</strong>",
    ] {
        assert!(page.contains(part), "{part} is not in:\n{page}");
    }
    assert!(!page.contains("duiding van de makers"), "{page}");
}

/// Questions of members of parliament, one of them answered together with others.
const QUESTIONS: &str = "AH 12

2025Z00001

Antwoord van minister Jansen (Financiën) (ontvangen 3 maart 2026)

Vraag 1

Kent u het bericht <‘Geld’>?

Antwoord 1

Ja.

Vraag 3, 4 en 5

Wat gaat u doen?

Antwoord 3, 4 en 5

Ik zal de Kamer informeren.

Dat doe ik voor de zomer.
";

#[test]
fn questions_stand_on_it_with_their_answers() {
    let home = Home::new("sheet-questions");
    let path = file("sheet-questions.txt", QUESTIONS);
    let text = home.sheet(&["-l", &path]).fine();
    let parts = [
        "Vraag",
        "‘Kent u het bericht <‘Geld’>?’ (1.0)",
        "Antwoord",
        "‘Ja.’ (1.2)",
    ];
    for part in parts {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
    for only in ["3, 4 en 5", "3,4 en 5"] {
        let text = home.sheet(&["-l", &path, "--only", only]).fine();
        assert!(
            text.contains("‘Dat doe ik voor de zomer.’ (3, 4 en 5.3)"),
            "{text}"
        );
        assert!(!text.contains("‘Ja.’"), "{text}");
    }
    let both = home.sheet(&["-l", &path, "--only", "1, 3, 4 en 5"]).fine();
    assert!(both.contains("‘Ja.’") && both.contains("zomer"), "{both}");
}

#[test]
fn several_letters_stand_on_one_page_each_with_anchors_of_its_own() {
    let home = with_notes("sheet-several");
    let questions = file("sheet-several.txt", QUESTIONS);
    let own = file(
        "sheet-several-own.txt",
        home.say(&["show", "--format", "text"], "").fine(),
    );
    let page = home
        .sheet(&["-l", &questions, "-l", &own, "--format", "html"])
        .fine();
    let ids = values(&page, "id");
    let unique: HashSet<_> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len());
    for link in values(&page, "href") {
        assert!(unique.contains(link.strip_prefix('#').unwrap()), "{link}");
    }
    assert_eq!(page.matches("<article ").count(), 2);
    assert_eq!(page.matches("<h1").count(), 1);
    let text = home.sheet(&["-l", &questions, "-l", &own]).fine();
    assert!(
        text.contains("(3, 4 en 5.3)") && text.contains("zomer"),
        "{text}"
    );
    let only = home
        .sheet(&[
            "-l",
            &questions,
            "-l",
            &own,
            "--only",
            "3, 4 en 5",
            "--format",
            "md",
        ])
        .fine();
    assert_eq!(
        only.lines().filter(|line| line.starts_with("# ")).count(),
        1,
        "{only}"
    );
    let refused = home
        .sheet(&["-l", &questions, "-l", &own, "--only", "77"])
        .refusal();
    assert!(refused.contains("77"), "{refused}");
}
