//! Reading by ear where several letters are open, and that all that a key can do can be asked for in words.

use kamerbrief::{
    app::{
        App,
        kept::{Changes, Kept, Saved},
        keymap::Mode,
        library::Brought,
        own_note::edited::Edited,
        words::Words,
    },
    catalogue::Catalogue,
    cli::{Desk, Paper},
    keys::Keymap,
    letter::{self, Language, Letter},
    library::Held,
    linear::{
        Conversation,
        talk::{Around, Prompt, talk},
    },
    settings::Settings,
};
use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};

/// Made for these tests; nobody sent it.
fn made(day: u32, about: &str) -> Letter {
    let text = format!(
        "Den Haag, {day} maart 2021\n\nBetreft: Brief over {about}\n\nGeachte voorzitter,\n\nDeze brief gaat over \
         {about}.\n\nAanbeveling 1\n\nSteun {about}.\n\nHet kabinet steunt {about} en het fruit.\n\nDe Minister van \
         Buitenlandse Zaken,\n\nS.A. Blok\n"
    );
    letter::read(text).unwrap()
}

/// A conversation about three letters and a file that could not be read.
fn conversation(language: Language) -> Conversation {
    let brought = |file: Option<&str>, letter| {
        let held = Held::new(file.map(str::to_owned), letter);
        Brought::of(held, &Kept::default(), language)
    };
    let letters = vec![
        brought(Some("map/appels.txt"), made(1, "appels")),
        brought(Some("map/peren.txt"), made(2, "peren")),
        brought(None, letter::embedded()),
    ];
    let words = Words::of(language);
    let first = made(1, "appels");
    let mut app = App::new(first.clone(), Catalogue::embedded(), words);
    app.begin();
    app.open_letters(
        letters,
        vec!["map/kapot.pdf: deze pdf is beschadigd".into()],
    );
    Conversation::new(app, Desk::new(first, words, Paper::default()))
}

fn around() -> Around {
    let keep = |changes: &Changes, _: &dyn Fn(Saved)| Saved::Kept {
        kept: Box::new(changes.added_to(Kept::default())),
        aside: None,
    };
    Around {
        keep,
        copy: |_| None,
        edit: |_, _| (Edited::default(), false),
        recall: |_| Ok(Box::default()),
        save: |stem, _| Ok(format!("{stem}.txt")),
        settings: || Ok((Settings::default(), Vec::new())),
        clock: || None,
    }
}

/// What is said after these lines.
fn heard(conversation: &mut Conversation, lines: &str) -> String {
    let mut out = Vec::new();
    talk(
        conversation,
        &mut lines.as_bytes(),
        &mut out,
        Prompt::Left,
        around(),
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}

/// Asserts that all this is said after these lines, in this order.
#[track_caller]
fn says(language: Language, lines: &str, turns: &[&str]) -> String {
    let text = heard(&mut conversation(language), lines);
    let mut from = 0;
    for turn in turns {
        let at = text[from..].find(turn);
        from += at.unwrap_or_else(|| panic!("{turn:?} is not said in its turn in\n{text}"));
    }
    text
}

#[test]
fn the_letters_are_listed_in_any_order_and_narrowed() {
    says(
        Language::Dutch,
        "brieven\nbrieven op titel\nbrieven peren\nbrieven\nbrieven wolken\nbrieven op kleur\n",
        &[
            "Brieven die open zijn: 3",
            "3 van de 3 brieven, op datum.",
            "1: 36 800 XVII, nr. 9, 2025-10-31",
            "2: peren.txt, 2021-03-02, Brief over peren; van S.A. Blok; aanbevelingen: 1",
            "3: appels.txt, 2021-03-01",
            "deze brief leest u",
            "map/kapot.pdf: deze pdf is beschadigd",
            "3 van de 3 brieven, op titel.",
            "1: appels.txt",
            "2: peren.txt",
            "1 van de 3 brieven, op titel.\n1: peren.txt, 2021-03-02, Brief over peren; van S.A. Blok; aanbevelingen: 1; \
             ongelezen onderdelen: 3\n3 van de 3 brieven, op titel.",
            "0 van de 3 brieven",
            "0 van de 3 brieven",
        ],
    );
    says(
        Language::English,
        "letters by date\n",
        &[
            "Letters open: 3",
            "3 of the 3 letters, by date.",
            "1: 36 800 XVII, nr. 9",
        ],
    );
}

#[test]
fn a_letter_is_gone_to_by_its_number_and_back_again() {
    says(
        Language::Dutch,
        "1.1\nbrieven\nopen 9\nopen 1\n4.2\nlijst\nciteer\nterug\nterug\nwaar ben ik\nvooruit\nopen 1\n",
        &[
            "1.1: Het kabinet steunt appels",
            "Er is geen brief 9 in de lijst",
            "Kamerstuk 36 800 XVII, nr. 9, Kabinetsreactie",
            "4.2: Nederland bevordert",
            "‘lijst’ is geen opdracht",
            "36800 XVII, nr. 9, reactie op aanbeveling 4, tweede alinea",
            "1.1: Het kabinet steunt appels",
            "U bent bij 1.1",
        ],
    );
    // The letter that is read already is said again.
    says(
        Language::Dutch,
        "open 3\n",
        &["Brief over appels", "Brief over appels"],
    );
}

#[test]
fn what_is_left_in_a_letter_is_kept_before_another_is_gone_to() {
    let text = says(
        Language::Dutch,
        "1.1\nnoteer navragen bij de boer\nopen 1\nterug\nnotities\n",
        &[
            "Notitie bij 1.1 bewaard",
            "36 800 XVII, nr. 9",
            "Eigen notitie: navragen bij de boer",
            "Bladwijzers en notities: 1.",
            "Eigen notitie: navragen bij de boer",
        ],
    );
    assert!(!text.contains("niet bewaard"), "{text}");
}

#[test]
fn all_letters_are_looked_through_and_a_place_is_gone_to_in_another() {
    says(
        Language::Dutch,
        "overal fruit\nvindplaats 9\nvindplaats 1\nwaar ben ik\nvolgende treffer\nterug\noveral zeppelin\nzoek appels\n",
        &[
            "peren.txt:\n1: 1.1, Het kabinet steunt peren en het fruit.",
            "appels.txt:\n2: 1.1, Het kabinet steunt appels en het fruit.",
            "Gevonden plaatsen: 2, brieven: 2",
            "Er is geen vindplaats 9",
            "1.1: Het kabinet steunt peren en het fruit.",
            "U bent bij 1.1",
            "‘zeppelin’ staat in geen van de 3 brieven",
            "appels",
        ],
    );
    says(
        Language::Dutch,
        "overal ehrm\n",
        &[
            "Europees Hof voor de Rechten van de Mens (EHRM)",
            "36 800 XVII, nr. 9:\n1: ",
        ],
    );
    says(
        Language::English,
        "everywhere fruit\nfound 2\n",
        &[
            "Places found: 2, letters: 2",
            "1.1: Het kabinet steunt appels",
        ],
    );
}

#[test]
fn what_is_saved_marked_and_set_is_told() {
    says(
        Language::Dutch,
        "open 1\n4.1\nvolgende naam\nverzamel\nstijl bibtex\nstijl krant\nhaal weg 1\nleg terug\nbewaar mandje\nbewaar \
         vergaderblad\nbewaar niets\necho\ngelezen\nalles ongelezen\ninstellingen\noverzicht uitspraken \
         veiligheid\noverzicht uitspraken zeppelin\n",
        &[
            "CIVICUS.",
            "In het mandje (1): 4.1",
            "@misc",
            "‘krant’ is geen stijl",
            "Uit het mandje gehaald",
            "4.1",
            "mandje",
            "kst-36800-XVII-9-vergaderblad.html.txt",
            "‘niets’ is geen opdracht",
            "4.1: ",
            "gelezen",
            "De instellingen zijn opnieuw gelezen.",
            "veiligheid",
            "In dit overzicht staat niets met ‘zeppelin’.",
        ],
    );
}

#[test]
fn with_one_letter_there_is_no_list() {
    let words = Words::of(Language::Dutch);
    let app = App::new(letter::embedded(), Catalogue::embedded(), words);
    let mut one = Conversation::new(app, Desk::new(letter::embedded(), words, Paper::default()));
    let text = heard(&mut one, "brieven\nopen 2\noveral ehrm\nvindplaats 1\n");
    assert_eq!(text.matches("Er is één brief open").count(), 3, "{text}");
    assert!(text.contains("Er is geen vindplaats 1"), "{text}");
}

/// What only moves or changes what is seen, or types into a line: by ear there is nothing of that.
const FOR_EYES: [&str; 22] = [
    "row-on",
    "row-back",
    "half-on",
    "half-back",
    "page-on",
    "page-back",
    "digit",
    "find-again",
    "search-list",
    "select",
    "compare",
    "beside-on",
    "beside-back",
    "sidebar",
    "zen",
    "measure-on",
    "measure-back",
    "theme",
    "palette",
    "close",
    "redraw",
    "suspend",
];

#[test]
fn whatever_a_key_of_the_text_does_can_be_asked_for_in_words() {
    let words = Words::of(Language::Dutch);
    let text = fs::read_to_string("assets/keys.toml").unwrap();
    let reading = text
        .split("[reading]")
        .nth(1)
        .unwrap()
        .split("\n[")
        .next()
        .unwrap();
    let mut tried = 0;
    for line in reading.lines().filter(|line| line.contains(" = ")) {
        let (act, keys) = line.split_once(" = ").unwrap();
        if FOR_EYES.contains(&act) {
            continue;
        }
        tried += 1;
        let keys = keys.trim_matches(['[', ']']).split(", ");
        let typed = keys
            .map(|key| key.trim_matches('"'))
            .filter(|key| key.chars().count() == 1);
        let known = |key: &str| {
            let app = App::new(letter::embedded(), Catalogue::embedded(), words);
            let desk = Desk::new(letter::embedded(), words, Paper::default());
            let mut one = Conversation::new(app, desk);
            !one.answer(key).text.contains("is geen opdracht")
        };
        let typed: Vec<&str> = typed.collect();
        // These have words alone: their keys are no signs.
        let worded = ["jump-back", "jump-on", "editor", "settings", "card", "asks"].contains(&act);
        assert!(
            worded || typed.iter().any(|key| known(key)),
            "{act}: {typed:?}"
        );
    }
    assert!(tried > 30, "{tried}");
    assert!(
        Keymap::default()
            .key(Mode::Reading, kamerbrief::app::message::Act::Letters)
            .is_some()
    );
}

#[test]
fn a_folder_of_letters_is_heard_in_a_pipe() {
    let home = std::env::temp_dir().join(format!("kamerbrief-heard-{}", std::process::id()));
    let folder = home.join("brieven");
    fs::create_dir_all(&folder).unwrap();
    for about in ["appels", "peren"] {
        let text = format!(
            "Den Haag, 1 maart 2021\n\nGeachte voorzitter,\n\nDeze brief gaat over {about}.\n"
        );
        fs::write(folder.join(format!("{about}.txt")), text).unwrap();
    }
    let run = |lines: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kamerbrief"))
            .args(["--linear", "--lang", "nl"])
            .arg(&folder)
            .env("HOME", &home)
            .env_remove("XDG_STATE_HOME")
            .env_remove("XDG_CACHE_HOME")
            .env_remove("XDG_CONFIG_HOME")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(lines.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let text = run("brieven op titel\nbrieven peren\nopen 1\nbladwijzer\n");
    assert!(text.contains("Brieven die open zijn: 3"), "{text}");
    assert!(
        text.contains("1: peren.txt, 2021-03-01") && text.contains("Bladwijzer bij 0.1"),
        "{text}"
    );
    let text = run("brieven peren\nopen 1\nnotities\n");
    assert!(text.contains("Bladwijzers en notities: 1."), "{text}");
    fs::remove_dir_all(&home).unwrap();
}
