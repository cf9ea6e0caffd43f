//! The file of settings: all that can stand in it changes something that shows, and what is wrong in it is said
//! with its line and what would be right.

mod common;

use common::Journey;
use kamerbrief::{
    app::{
        keymap::Mode,
        message::{Effect, Message},
        words::Words,
    },
    keys::{Keymap, PRESETS, Scope, act::Act},
    letter::{self, Language},
    settings::{self, SETTINGS, Settings},
};
use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

/// What a file says, of which nothing is wrong.
#[track_caller]
fn good(text: &str) -> Settings {
    let (settings, faults) = settings::read(text, Vec::new());
    assert!(faults.is_empty(), "{text}: {faults:?}");
    settings
}

/// What is wrong in a file, in Dutch.
fn wrong(text: &str) -> Vec<String> {
    let words = Words::of(Language::Dutch);
    let (_, faults) = settings::read(text, Vec::new());
    let said = faults
        .iter()
        .map(|fault| fault.say(&words.settings().wrong));
    said.collect()
}

/// The reader with these settings.
fn reader(text: &str, columns: u16, rows: u16) -> Journey {
    let mut journey = Journey::start(columns, rows);
    journey.app.take_settings(good(text), Vec::new());
    journey.resize(columns, rows);
    journey
}

/// A folder of a test's own, without what an earlier run left there.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("config/kamerbrief")).unwrap();
    folder
}

/// The program with its settings in a folder.
fn program(folder: &std::path::Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kamerbrief"))
        .args(args)
        .env_clear()
        .env("LANG", "nl_NL.UTF-8")
        .env("HOME", folder)
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_STATE_HOME", folder.join("state"))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn what_is_printed_changes_nothing_and_says_all() {
    let folder = folder("settings-printed");
    let others = "theme = \"donker\"\nmeasure = 64\nlanguage = \"en\"\nmouse = false\n[keys]\npreset = \"vim\"\n\
        [keys.reading]\nzen = [\"Z\", \"Ctrl-z\"]\ntheme = []\n\"half-on\" = \"d\"\n[keys.everywhere]\nsuspend = []\n";
    for before in ["", others] {
        let file = folder.join("before.toml");
        fs::write(&file, before).unwrap();
        let asked = ["--print-config", "--config", file.to_str().unwrap()];
        let printed = program(&folder, &asked);
        assert!(
            printed.status.success() && printed.stderr.is_empty(),
            "{printed:?}"
        );
        let printed = text(&printed.stdout);
        assert_eq!(good(&printed), good(before), "{printed}");
        for setting in SETTINGS {
            assert!(
                printed.contains(&format!("\n{} = ", setting.id)),
                "{}",
                setting.id
            );
        }
        for act in Act::ALL {
            assert!(
                printed.contains(&format!("{} = [", act.id())),
                "{}",
                act.id()
            );
        }
        fs::write(&file, &printed).unwrap();
        assert_eq!(text(&program(&folder, &asked).stdout), printed);
    }
}

#[test]
fn every_line_of_what_is_printed_may_be_used() {
    let folder = folder("settings-used");
    let printed = text(&program(&folder, &["--print-config"]).stdout);
    let lines = printed.lines().map(|line| match line.strip_prefix("# ") {
        Some(rest) if rest.contains(" = [") => rest,
        _ => line,
    });
    let all: Vec<_> = lines.collect();
    assert_eq!(good(&all.join("\n")), Settings::default());
}

#[test]
fn every_setting_has_words_in_both_languages() {
    for language in [Language::Dutch, Language::English] {
        let words = Words::of(language);
        let about = &words.settings().about;
        for setting in SETTINGS {
            assert!(
                about.get(setting.id).is_some(),
                "{} in {language:?}",
                setting.id
            );
        }
        assert_eq!(about.iter().count(), SETTINGS.len());
    }
}

#[test]
fn settings_show() {
    let plain = Journey::start(100, 30).screen();
    for (line, columns) in [
        ("symbols = \"ascii\"", 100),
        ("sidebar = false", 100),
        ("measure = 44", 100),
        ("compare = \"on\"", 100),
        ("hyphenation = false", 60),
        ("justification = true", 100),
    ] {
        let plain = if columns == 100 {
            plain.clone()
        } else {
            Journey::start(columns, 30).screen()
        };
        assert_ne!(reader(line, columns, 30).screen(), plain, "{line}");
    }
    assert_eq!(reader("theme = \"donker\"", 100, 30).app.theme(), 2);
    let styles = |line: &str| {
        let mut journey = reader(line, 100, 30);
        journey.press("4 y c");
        format!("{:?}", journey.effects)
    };
    assert_ne!(styles("citation = \"bibtex\""), styles(""));
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_what_would_be_right() {
    for (file, said) in [
        (
            "teme = \"dag\"",
            "regel 1: ‘teme’ is geen instelling; bedoeld is misschien ‘theme’",
        ),
        (
            "\n\nkleur = 3",
            "regel 3: ‘kleur’ is geen instelling; mogelijk zijn theme, measure, ",
        ),
        (
            "theme = \"paars\"",
            "regel 1: theme kan niet ‘\"paars\"’ zijn; mogelijk zijn \"terminal\"",
        ),
        (
            "measure = 300",
            "regel 1: measure kan niet ‘300’ zijn; mogelijk zijn 40 … 120",
        ),
        (
            "measure = \"80\"",
            "regel 1: measure kan niet ‘\"80\"’ zijn",
        ),
        (
            "mouse = \"ja\"",
            "regel 1: mouse kan niet ‘\"ja\"’ zijn; mogelijk zijn true, false",
        ),
        (
            "name = 5",
            "regel 1: name kan niet ‘5’ zijn; elke tekst tussen aanhalingstekens kan, bijvoorbeeld \"A. Jansen\"",
        ),
        (
            "folder = true",
            "regel 1: folder kan niet ‘true’ zijn; elke tekst",
        ),
        (
            "keys = \"vim\"",
            "regel 1: keys kan niet ‘\"vim\"’ zijn; schrijf een regel [keys] en daaronder preset = \"vim\"",
        ),
        (
            "keys = 3",
            "regel 1: keys kan niet ‘3’ zijn; schrijf een regel [keys] en daaronder preset = \"default\"",
        ),
        (
            "[keys]\npreset = 5",
            "regel 2: preset kan niet ‘5’ zijn; mogelijk zijn default, less, vim",
        ),
        (
            "[keys]\nreading = \"vim\"",
            "regel 2: [keys.reading] kan niet ‘\"vim\"’ zijn; schrijf een regel [keys.reading] en daaronder",
        ),
        (
            "[keys]\npreset = \"emacs\"",
            "regel 2: preset kan niet ‘emacs’ zijn; mogelijk zijn default, less, vim",
        ),
        (
            "[keys.lezen]",
            "regel 1: [keys.lezen] bestaat niet; mogelijk zijn reading",
        ),
        (
            "[keys.reeding]",
            "regel 1: [keys.reeding] bestaat niet; bedoeld is misschien ‘reading’",
        ),
        (
            "[keys.reading]\nzenn = [\"Z\"]",
            "regel 2: ‘zenn’ staat niet bij [keys.reading]; bedoeld is misschien ‘zen’",
        ),
        (
            "[keys.finder]\nzen = [\"Ctrl-t\"]",
            "regel 2: ‘zen’ staat niet bij [keys.finder]; mogelijk zijn choose-on",
        ),
        (
            "[keys.reading]\nzen = [\"Hyper-x\"]",
            "regel 2: ‘Hyper-x’ is geen toets; schrijf een teken of een van Space",
        ),
        ("[keys.reading]\nzen = 3", "regel 2: zen kan niet ‘3’ zijn"),
        (
            "[keys.reading]\ndigit = [\"x\"]",
            "regel 2: bij digit horen cijfers; ‘x’ is er geen",
        ),
        (
            "[keys.reading]\nzen = [\"Z\"]\n\ntheme = [\"t\", \"Z\"]",
            "regel 4: toets Z staat in [keys.reading] hier bij theme en op regel 2 bij zen; regel 2 geldt",
        ),
        (
            "[keys.reading]\nzen = [\"z\", \"q\"]",
            "regel 2: toets q staat in [keys.reading] hier bij zen en in de toetsen van ‘default’ bij quit; \
             deze regel geldt, geef quit een eigen regel",
        ),
        (
            "[keys.reading]\nquit = []\n[keys.everywhere]\ninterrupt = []",
            "regel 4: in [keys.reading] leidt geen toets meer naar buiten; daarom doet Ctrl-c dat",
        ),
    ] {
        let faults = wrong(file);
        assert_eq!(faults.len(), 1, "{file}: {faults:?}");
        assert!(faults[0].starts_with(said), "{file}: {}", faults[0]);
    }
    // Who gives the other a line of its own knows what he does.
    good("[keys.reading]\nzen = [\"z\", \"q\"]\nquit = [\"Q\"]");
}

/// What the parser calls wrong is said in the language of the screen, by its kind, and what would be right.
#[test]
fn what_is_no_toml_is_said_by_its_kind() {
    for (file, line, said) in [
        ("theme = ", 1, "achter = staat geen waarde"),
        ("theme = # licht", 1, "achter = staat geen waarde"),
        ("mouse = true\nmouse = false", 2, "‘mouse’ staat al eerder"),
        (
            "[keys]\n[keys.reading]\n[keys]",
            3,
            "‘keys’ staat al eerder",
        ),
        (
            "language = nl",
            1,
            "‘nl’ is geen waarde; schrijf een tekst tussen rechte aanhalingstekens",
        ),
        ("mouse = True", 1, "‘True’ is geen waarde"),
        ("mouse = yes # ja", 1, "‘yes’ is geen waarde"),
        ("theme = “licht”", 1, "‘“licht”’ is geen waarde"),
        ("theme = in licht", 1, "‘in licht’ is geen waarde"),
        ("\ntheme", 2, "er staat geen = tussen naam en waarde"),
        ("mouse: true", 1, "er staat geen ="),
        ("; opmerking", 1, "er staat geen ="),
        ("measure == 80", 1, "er staat een = te veel"),
        ("= 4", 1, "de naam voor = ontbreekt"),
        (
            "name = \"Jan",
            1,
            "een tekst heeft aan beide kanten een aanhalingsteken",
        ),
        (
            "name = 'Jan",
            1,
            "een tekst heeft aan beide kanten een aanhalingsteken",
        ),
        (
            "folder = \"C:\\brieven\\x\"",
            1,
            "een \\ betekent hier iets bijzonders; schrijf \\\\, of",
        ),
        ("[keys", 1, "de kop boven een tabel heeft twee haken"),
        (
            "[keys.reading]\nzen = [\"z\"",
            2,
            "een lijst heeft twee haken",
        ),
        (
            "[keys.reading]\nzen = [\"z\" \"y\"]",
            2,
            "een lijst heeft twee haken",
        ),
        (
            "keys = { preset = \"vim\"",
            1,
            "een tabel op één regel heeft twee accolades",
        ),
        (
            "measure = 80 mouse = true",
            1,
            "achter de waarde staat nog iets",
        ),
        ("measure = 080", 1, "dit is geen getal"),
        ("measure = 8_", 1, "dit is geen getal"),
        ("measure = 0x5G", 1, "dit is geen getal"),
    ] {
        let faults = settings::read(file, Vec::new()).1;
        let dutch = Words::of(Language::Dutch);
        let english = Words::of(Language::English);
        let fault = faults.first().unwrap_or_else(|| panic!("{file}"));
        let dutch = fault.say(&dutch.settings().wrong);
        let english = fault.say(&english.settings().wrong);
        assert!(
            dutch.starts_with(&format!("regel {line}: {said}")),
            "{file}: {dutch}"
        );
        assert!(
            english.starts_with(&format!("line {line}: ")) && !english.contains('{'),
            "{file}: {english}"
        );
        for word in ["expected", "invalid", "unclosed", "duplicate", "missing"] {
            assert!(!dutch.contains(word), "{file}: {dutch}");
        }
    }
}

#[test]
fn what_is_right_beside_what_is_wrong_holds() {
    let (settings, faults) = settings::read(
        "teme = 1\nmeasure = 60\n= 4\nmouse = false\n[keys.reading]\nzen = [\"Z\", \"Hyper-x\"]",
        Vec::new(),
    );
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert_eq!((settings.measure, settings.mouse), (60, false));
    assert_eq!(
        settings.keymap.key(Mode::Reading, Act::Zen),
        kamerbrief::keys::Key::named("Z")
    );
}

#[test]
fn keys_can_be_bound_twice_moved_and_unbound_in_every_mode() {
    let mut journey = reader(
        "[keys.reading]\noverview = [\"R\", \"Ctrl-t\"]\nfind = []\n[keys.overview]\nclose = [\"x\"]\n\
         [keys.finder]\naccept = [\"Ctrl-y\"]\n[keys.everywhere]\nhelp = [\"F2\"]",
        100,
        30,
    );
    assert!(
        journey.footer().contains("R overzicht"),
        "{}",
        journey.footer()
    );
    assert!(
        !journey.footer().contains("zoek naam"),
        "{}",
        journey.footer()
    );
    for (keys, mode) in [
        ("f", Mode::Reading),
        ("o", Mode::Reading),
        ("R", Mode::Overview),
        ("Esc", Mode::Overview),
        ("x", Mode::Reading),
        ("Ctrl-t", Mode::Overview),
        ("x", Mode::Reading),
        ("F", Mode::Finder),
        ("Enter", Mode::Finder),
        ("Esc", Mode::Reading),
    ] {
        journey.press(keys);
        assert_eq!(journey.app.mode(), mode, "{keys}");
    }
    journey.press("? Tab");
    assert!(journey.shows("R Ctrl-t"), "{}", journey.screen());
}

/// A key that nothing has.
const FREE: &str = "F11";

#[test]
fn every_line_of_keys_that_is_printed_changes_what_a_key_does() {
    let usual = Keymap::default();
    let mut seen = 0;
    for scope in Scope::all() {
        for act in Keymap::acts_of(scope) {
            // A section and a table are named by the digit itself.
            let key = match act {
                Act::Digit | Act::TableDigit => "8",
                _ => FREE,
            };
            let line = format!("[keys.{}]\n{} = [\"{key}\"]", scope.id(), act.id());
            let (settings, faults) = settings::read(&line, Vec::new());
            let modes = Mode::ALL.into_iter().filter(|mode| match scope {
                Scope::In(own) => own == *mode,
                Scope::Line => mode.takes_text(),
                Scope::Everywhere => true,
            });
            for mode in modes {
                let key = kamerbrief::keys::Key::named(key).unwrap();
                let means = |keymap: &Keymap| {
                    let mut bound = keymap.bindings(mode);
                    bound.find(|(bound, _)| *bound == key).map(|(_, act)| act)
                };
                assert_eq!(means(&settings.keymap), Some(act), "{line} {faults:?}");
                assert!(key.to_string() != FREE || means(&usual).is_none());
                seen += 1;
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn any_act_is_found_by_its_name_and_run_also_without_a_key() {
    let mut journey = reader("[keys.reading]\nzen = []\n", 100, 30);
    let before = journey.screen();
    journey.press("z");
    assert!(!journey.app.reader().arrangement.zen);
    journey
        .press("Ctrl-k")
        .type_text("alleen de tekst")
        .press("Enter");
    assert!(journey.app.reader().arrangement.zen && journey.screen() != before);
    // Over another screen what that can do stands first, and is done there.
    journey
        .press("o Ctrl-k")
        .type_text("volgende tabel")
        .press("Enter");
    assert_eq!(journey.app.mode(), Mode::Overview);
}

#[test]
fn no_preset_leaves_anything_without_a_key() {
    let usual = Keymap::default();
    for (name, _) in PRESETS {
        let keymap = Keymap::preset(name).unwrap();
        for mode in Mode::ALL {
            for (_, act) in usual.bindings(mode) {
                assert!(
                    keymap.key(mode, act).is_some(),
                    "{} in {mode:?} of {name}",
                    act.id()
                );
            }
        }
        good(&format!("keys.preset = \"{name}\""));
    }
    let mut journey = reader("[keys]\npreset = \"less\"", 100, 30);
    let top = journey.screen();
    journey.press("f");
    assert_eq!(journey.app.mode(), Mode::Reading);
    assert_ne!(journey.screen(), top);
}

#[test]
fn a_key_reads_the_file_again_and_leaves_what_was_chosen_since() {
    let mut journey = reader("measure = 60", 100, 30);
    journey.press("s Ctrl-r");
    assert_eq!(journey.effects.last(), Some(&Effect::ReadSettings));
    let read = |text: &str| Message::Settings(Box::new(Ok((good(text), Vec::new()))));
    journey.tell(read("measure = 50\nsymbols = \"ascii\""));
    assert_eq!(
        (
            journey.app.reader().arrangement.measure,
            journey.app.reader().arrangement.sidebar
        ),
        (50, false)
    );
    assert!(
        journey.shows("opnieuw gelezen") && journey.shows("-----"),
        "{}",
        journey.screen()
    );
    journey.press("+").tell(read("measure = 50"));
    assert_eq!(journey.app.reader().arrangement.measure, 54);
}

#[test]
fn faults_show_in_the_reader_and_are_said_at_the_end() {
    let mut journey = Journey::with(letter::embedded(), Language::Dutch, 80, 24);
    let complaints = vec![
        "config.toml, regel 1: fout".to_owned(),
        "config.toml, regel 2: fout".to_owned(),
    ];
    journey
        .app
        .take_settings(Settings::default(), complaints.clone());
    journey.tell(Message::Marks(Ok(Box::default())));
    assert!(
        journey.shows("config.toml, regel 1: fout (en nog 1;"),
        "{}",
        journey.screen()
    );
    journey.press("j");
    assert!(!journey.shows("config.toml"));
    assert!(
        journey
            .app
            .parting()
            .eq(complaints.iter().map(String::as_str))
    );
}

#[test]
fn the_file_is_found_and_what_is_wrong_with_it_said() {
    let folder = folder("settings-found");
    let file = folder.join("config/kamerbrief/config.toml");
    fs::write(
        &file,
        "citation = \"kamerstuk\"\nlanguage = \"en\"\nteme = 1\n",
    )
    .unwrap();
    let said = program(&folder, &["cite", "4"]);
    assert_eq!(said.status.code(), Some(0));
    assert!(
        text(&said.stdout).starts_with("Kamerstuk 36 800 XVII"),
        "{said:?}"
    );
    let complaint = text(&said.stderr);
    assert!(
        complaint.contains("config.toml, line 3: ‘teme’ is no setting; perhaps ‘theme’"),
        "{complaint}"
    );
    // The manual has the keys as they are.
    fs::write(&file, "[keys.reading]\noverview = [\"Ctrl-t\"]\n").unwrap();
    let manual = program(&folder, &["man"]);
    assert!(
        text(&manual.stdout).contains("Ctrl\\-t\\fR\n") && manual.stderr.is_empty(),
        "{manual:?}"
    );
    fs::write(
        &file,
        "citation = \"kamerstuk\"\nlanguage = \"en\"\nteme = 1\n",
    )
    .unwrap();
    // The call goes before the file.
    let said = program(
        &folder,
        &["cite", "4", "--style", "leidraad", "--lang", "nl"],
    );
    assert!(
        text(&said.stdout).starts_with("Kamerstukken II"),
        "{said:?}"
    );
    assert!(text(&said.stderr).contains("regel 3"), "{said:?}");
    // One that is named stands in for it.
    let said = program(&folder, &["cite", "4", "--config", "/dev/null"]);
    assert!(
        text(&said.stdout).starts_with("Kamerstukken II") && said.stderr.is_empty(),
        "{said:?}"
    );
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    let said = program(&folder, &["cite"]);
    assert_eq!(said.status.code(), Some(0));
    assert!(
        text(&said.stderr).contains("config.toml: is een map; kies een bestand met instellingen"),
        "{said:?}"
    );
}

#[test]
fn a_theme_of_the_users_own_has_its_place_behind_the_others() {
    let folder = folder("settings-themes");
    let themes = folder.join("config/kamerbrief/themes");
    fs::create_dir_all(&themes).unwrap();
    fs::write(
        themes.join("zee.toml"),
        "base = \"donker\"\nhit = { bg = \"blue\" }\n",
    )
    .unwrap();
    let printed = text(&program(&folder, &["--print-config"]).stdout);
    assert!(
        printed.contains("\"contrast\", \"mono\", \"zee\""),
        "{printed}"
    );
    for (name, code) in [("zee", 0), ("licht", 0), ("dag", 0), ("meer", 2)] {
        let said = program(&folder, &["--theme", name]);
        assert_eq!(said.status.code(), Some(code), "{name} {said:?}");
        let complaint = text(&said.stderr);
        assert!(
            code == 0 || complaint.contains("contrast, mono, zee"),
            "{complaint}"
        );
    }
    fs::write(
        folder.join("config/kamerbrief/config.toml"),
        "theme = \"zee\"\n",
    )
    .unwrap();
    assert_eq!(text(&program(&folder, &["cite"]).stderr), "");
    fs::write(themes.join("zee.toml"), "hitt = {}\n").unwrap();
    let complaint = text(&program(&folder, &["cite"]).stderr);
    assert!(
        complaint.contains("zee.toml, regel 1: ‘hitt’ is niets in een thema"),
        "{complaint}"
    );
}

#[test]
fn a_file_that_is_named_and_not_there_is_refused() {
    let folder = folder("settings-missing");
    for args in [
        &["--config", "/no/such.toml"][..],
        &["check", "--config=/no/such.toml"],
    ] {
        let said = program(&folder, args);
        assert_eq!((said.status.code(), said.stdout.len()), (Some(2), 0));
        let complaint = text(&said.stderr);
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
        assert!(
            complaint.contains("/no/such.toml: bestaat niet"),
            "{complaint}"
        );
    }
}
