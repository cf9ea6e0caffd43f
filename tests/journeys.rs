//! Journeys through the reader: keys in, screens out.

mod common;

use common::Journey;
use kamerbrief::{
    app::{
        App, Overlay,
        copy::Portion,
        geometry::{Arrangement, Signs},
        help,
        keymap::Mode,
        message::{Effect, Message, Turn},
        typed::LONGEST_LINE,
    },
    letter::{self, Language},
    reading::flow::{Line, Show},
};

#[test]
fn the_letter_opens_at_its_head() {
    insta::assert_snapshot!(Journey::start(120, 36).picture());
}

#[test]
fn a_digit_opens_its_recommendation() {
    insta::assert_snapshot!(Journey::start(120, 36).press("4").picture());
    insta::assert_snapshot!(
        "recommendation_3_small",
        Journey::start(80, 24).press("3").picture()
    );
    insta::assert_snapshot!(
        "recommendation_8_narrow",
        Journey::start(60, 20).press("8").picture()
    );
    insta::assert_snapshot!("closing", Journey::start(80, 24).press("9").picture());
}

#[test]
fn a_screen_too_small_says_so() {
    insta::assert_snapshot!(Journey::start(15, 4).screen());
}

#[test]
fn english_is_the_twin_of_dutch() {
    let mut journey = Journey::with(letter::embedded(), Language::English, 80, 24);
    insta::assert_snapshot!(journey.press("4").screen());
}

#[test]
fn the_whole_letter_comes_by_when_scrolling_down_and_again_on_the_way_up() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (20, 5)] {
        for key in ["j", "Space", "d"] {
            let mut journey = Journey::start(columns, rows);
            let mut seen = vec![0; journey.app.reader().letter.paragraphs().len()];
            let mut last: Option<Vec<Line>> = None;
            loop {
                for line in journey.app.reader().page() {
                    if let Show::Text(row) = line.show {
                        seen[line.paragraph] = seen[line.paragraph].max(row.end);
                    }
                }
                if last.as_deref() == Some(journey.app.reader().page()) {
                    break;
                }
                last = Some(journey.app.reader().page().to_vec());
                journey.press(key);
            }
            for (index, end) in seen.into_iter().enumerate() {
                assert_eq!(
                    end,
                    journey.app.reader().letter.paragraph(index).len(),
                    "paragraph {index} at {columns}x{rows}"
                );
            }
            let back = if key == "j" { "k" } else { "b" };
            for _ in 0..4000 {
                journey.press(back);
            }
            assert!(
                journey.app.reader().place() == letter::Place::default(),
                "{columns}x{rows} {key}"
            );
        }
    }
}

#[test]
fn sections_follow_one_another_under_their_titles() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (200, 60)] {
        let mut journey = Journey::start(columns, rows);
        let line = journey.app.reader().regions().line;
        let mut section = 0;
        // No row turns a page: each key moves what shows by one row.
        loop {
            let page = journey.app.reader().page().to_vec();
            journey.press("j");
            let now = journey.app.reader().page();
            if now == page {
                break;
            }
            assert_eq!(now[..now.len() - 1], page[1..], "at {columns}x{rows}");
            let next = journey.app.reader().section();
            assert!(next == section || next == section + 1);
            section = next;
            let screen = journey.screen();
            let shown = screen.lines().nth(usize::from(line.y)).unwrap();
            if (1..9).contains(&section) {
                assert!(shown.contains(&format!("Aanbeveling {section}")), "{shown}");
            }
        }
        let last = journey.app.reader().page().last().unwrap();
        assert_eq!(
            last.paragraph + 1,
            journey.app.reader().letter.paragraphs().len()
        );
        journey.press("4 G");
        assert_eq!(
            journey.app.reader().section(),
            4,
            "its end is no other section"
        );
        journey.press("0 g k");
        assert_eq!(journey.app.reader().place(), letter::Place::default());
    }
}

#[test]
fn a_section_chosen_starts_at_the_top_of_the_pane() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (200, 60)] {
        for section in 0..10 {
            let mut journey = Journey::start(columns, rows);
            journey.press(&section.to_string());
            assert_eq!(journey.app.reader().section(), section);
            let first = journey.app.reader().page()[0].paragraph;
            let own = journey.app.reader().letter.sections()[section]
                .paragraphs
                .clone();
            assert!(own.contains(&first), "{section} at {columns}x{rows}");
            assert_ne!(
                journey.app.reader().page()[0].show,
                Show::Title,
                "it stands over the text"
            );
        }
    }
}

#[test]
fn all_of_the_letter_takes_few_pages() {
    // As few as the rows of the letter, its titles and what parts paragraphs allow.
    for (columns, rows, most) in [(120, 40, 10), (120, 36, 12), (80, 24, 38), (60, 20, 36)] {
        let mut journey = Journey::start(columns, rows);
        let mut presses = 0;
        while journey.app.reader().page().last().unwrap().paragraph + 1
            < journey.app.reader().letter.paragraphs().len()
        {
            journey.press("Space");
            presses += 1;
        }
        assert!(presses <= most, "{presses} at {columns}x{rows}");
    }
}

#[test]
fn the_footer_says_where_in_the_whole_letter_one_is() {
    let mut journey = Journey::start(120, 36);
    let far = |journey: &Journey| {
        let footer = journey.footer();
        let (_, far) = footer.split_once(" · ").unwrap();
        far.split_once(" %").unwrap().0.parse::<usize>().unwrap()
    };
    let mut before = far(&journey);
    assert!(
        before < 10 && journey.footer().contains(" % van de brief"),
        "{}",
        journey.footer()
    );
    for key in ["4", "}", "}", "8", "9", "G"] {
        let now = far(journey.press(key));
        assert!(now > before && now < 100, "{key}: {before} {now}");
        before = now;
    }
    let short = letter::read("Kort.").unwrap();
    let mut short = Journey::with(short, Language::English, 80, 24);
    short.press("k");
    assert!(
        short.footer().contains("0 % of the letter"),
        "{}",
        short.footer()
    );
}

#[test]
fn sections_are_chosen_by_digit_and_arrow() {
    let mut journey = Journey::start(80, 24);
    for (keys, section) in [
        ("4", 4),
        ("l", 5),
        ("Right", 6),
        ("J", 7),
        ("h", 6),
        ("Left", 5),
        ("K", 4),
        ("9", 9),
        ("l", 9),
        ("0", 0),
        ("h", 0),
    ] {
        assert_eq!(
            journey.press(keys).app.reader().section(),
            section,
            "{keys}"
        );
    }
}

#[test]
fn paragraphs_are_stepped_through_with_their_address() {
    let mut journey = Journey::start(80, 24);
    let mut addresses = Vec::new();
    journey.press("4");
    for _ in 0..5 {
        addresses.push(
            journey
                .footer()
                .split_whitespace()
                .next()
                .unwrap()
                .to_owned(),
        );
        journey.press("}");
    }
    assert_eq!(addresses, ["4.1", "4.2", "4.3", "4.4", "5.0"]);
    journey.press("{ {");
    assert!(journey.footer().starts_with(" 4.4"));
}

#[test]
fn a_place_survives_any_resize() {
    let mut journey = Journey::start(120, 36);
    journey.press("3 d d");
    let place = journey.app.reader().place();
    let page = journey.app.reader().page().to_vec();
    for (columns, rows) in [
        (80, 24),
        (20, 5),
        (200, 60),
        (60, 20),
        (31, 7),
        (15, 3),
        (120, 36),
    ] {
        journey.resize(columns, rows);
    }
    assert_eq!(journey.app.reader().place(), place);
    assert_eq!(journey.app.reader().page(), page);
}

#[test]
fn mentions_and_note_marks_are_stepped_through_in_the_order_of_the_text() {
    let mut journey = Journey::start(200, 36);
    journey.press("1");
    let mut under = Vec::new();
    for _ in 0..5 {
        under.push(journey.press("e").with_role("focus").join(" "));
    }
    assert_eq!(
        under,
        [
            "Mensenrechten, Democratie en Internationale Rechtsorde",
            "Minister-President",
            "Minister van Buitenlandse Zaken",
            "Mensenrechten, Democratie en Internationale Rechtsorde",
            "¹",
        ]
    );
    journey.press("E E E E");
    assert_eq!(
        journey.with_role("focus").join(" "),
        "Mensenrechten, Democratie en Internationale Rechtsorde"
    );
    journey.press("Esc");
    assert!(journey.with_role("focus").is_empty());
}

#[test]
fn every_mention_and_mark_of_the_letter_can_be_reached_and_has_a_card() {
    let mut journey = Journey::start(80, 24);
    let paragraphs = 0..journey.app.reader().letter.paragraphs().len();
    let expected: usize = paragraphs
        .map(|index| journey.app.reader().stops_in(index).len())
        .sum();
    assert!(
        expected
            > journey.app.reader().mentions.all().len() + journey.app.reader().letter.marks().len()
    );
    let mut seen = Vec::new();
    while !journey
        .press("e")
        .footer()
        .contains("Geen verdere vermeldingen")
    {
        seen.push(
            journey
                .app
                .reader()
                .focus
                .expect("a mention under the cursor"),
        );
        assert!(
            !journey.with_role("focus").is_empty(),
            "{:?} does not show",
            journey.app.reader().focus
        );
        journey.press("Enter");
        assert_eq!(journey.app.mode(), kamerbrief::app::keymap::Mode::Card);
        journey.press("Esc");
    }
    assert_eq!(seen.len(), expected);
    assert!(seen.is_sorted());
}

#[test]
fn a_card_tells_what_it_is_and_where_else_it_stands() {
    let mut journey = Journey::start(120, 36);
    journey.press("f").type_text("rve").press("Enter Enter");
    insta::assert_snapshot!(journey.picture());
    journey.press("Down Down Enter");
    assert!(journey.footer().contains("RvE 3/3"), "{}", journey.footer());
}

/// Enter explains what is named under the cursor. Without a cursor it goes to the quote behind our reading of
/// the section, and stays there; from other words it goes nowhere.
#[test]
fn enter_does_what_can_be_foreseen() {
    for section in ["0", "1", "2", "3", "4", "5", "6", "7", "8"] {
        let mut journey = Journey::start(120, 36);
        journey.press(section).press("Enter");
        let quote = journey.app.reader().focus.expect("a quote");
        let number: usize = section.parse().unwrap();
        let stance = journey
            .app
            .reader()
            .letter
            .stance(&journey.app.reader().letter.sections()[number]);
        assert_eq!(quote, stance.unwrap().quotes[0]);
        journey.press("Enter Enter");
        assert_eq!(journey.app.reader().focus, Some(quote), "{section}");
        assert!(journey.app.overlay().is_none(), "{section}");
    }
    for words in ["krapte", "bezuinigingen", "meenemen in de beleidsvorming"] {
        let mut journey = Journey::start(120, 36);
        journey.press("/").type_text(words).press("Enter");
        let found = journey.app.reader().focus;
        journey.press("Enter");
        assert_eq!(journey.app.reader().focus, found, "{words}");
        assert!(journey.shows("Hier staat geen naam met uitleg."), "{words}");
    }
    for words in ["Raad van", "steunen organisaties zoals CIVICUS", "EHRM"] {
        let mut journey = Journey::start(120, 36);
        journey.press("/").type_text(words).press("Enter Enter");
        assert_eq!(journey.app.mode(), Mode::Card, "{words}");
    }
    let mut journey = Journey::start(120, 36);
    journey.press("9 Enter");
    assert!(journey.shows("Hier staat geen naam met uitleg."));
}

/// A name that is too long for its place gives way to the short form that people use for it.
#[test]
fn long_names_are_shown_by_their_short_form() {
    for (section, shown, cut) in [
        ("0", &["○ AIV ", "□ AIV-advies "][..], "Adviesraad I"),
        ("2", &["○ IAO ", "□ IVESCR "], "Internationaal V"),
        (
            "3",
            &["□ MDIR-nota ", "○ IOB ", "□ IOB-evaluatie "],
            "Directie I",
        ),
        (
            "8",
            &["□ CS3D ", "□ OESO-richtlijnen ", "○ IWI "],
            "Richtlijn i",
        ),
    ] {
        let mut journey = Journey::start(120, 36);
        journey.press(section);
        let area = journey.app.reader().regions().sidebar.unwrap();
        let screen = journey.screen();
        let rows = screen
            .lines()
            .map(|line| line.chars().take(usize::from(area.width)));
        let sidebar: String = rows
            .map(|row| row.chain(['\n']).collect::<String>())
            .collect();
        for name in shown {
            assert!(sidebar.contains(name), "{name}: {sidebar}");
        }
        assert!(!sidebar.contains(cut), "{sidebar}");
    }
    let mut journey = Journey::start(60, 20);
    journey.press("o 4");
    for name in ["○ AIV ", "○ IOB ", "◇ Minister van BZ ", "□ CS3D "] {
        assert!(journey.shows(name), "{}", journey.screen());
    }
    let mut journey = Journey::start(60, 20);
    journey.press("f").type_text("rechtsorde");
    assert!(
        journey.shows("MDIR-nota · Mensenrechten, "),
        "{}",
        journey.screen()
    );
    let mut english = Journey::with(letter::embedded(), Language::English, 80, 28);
    english.press("8");
    assert!(english.shows("OECD Guidelines "), "{}", english.screen());
}

#[test]
fn a_note_mark_says_that_the_source_holds_no_text() {
    let mut journey = Journey::start(80, 24);
    journey.press("1 e e e e e Enter");
    insta::assert_snapshot!(journey.screen());
}

#[test]
fn the_finder_jumps_and_its_hits_are_gone_through() {
    let mut journey = Journey::start(120, 36);
    journey.press("f").type_text("raad");
    insta::assert_snapshot!(journey.picture());
    journey.press("Right");
    assert!(journey.shows("2/3"));
    journey.press("Enter");
    assert!(journey.footer().contains("RvE 2/3"));
    assert_eq!(journey.with_role("focus"), ["RvE"]);
    journey.press("]");
    assert!(journey.footer().contains("RvE 3/3"));
    journey.press("]");
    assert!(
        journey
            .footer()
            .contains("RvE 1/3 · verder vanaf de andere kant"),
        "{}",
        journey.footer()
    );
    journey.press("[ [");
    assert!(journey.footer().contains("RvE 2/3"));
    journey.press("F");
    assert!(journey.shows("> raad"));
    journey.press("Esc Ctrl-o");
    assert_eq!(journey.app.reader().place(), letter::Place::default());
}

#[test]
fn queries_put_the_right_thing_first() {
    for (query, first) in [
        ("financien", "Ministerie van Financiën"),
        ("mens hof", "Europees Hof voor de Rechten van de Mens"),
        ("ehrm", "Europees Hof voor de Rechten van de Mens"),
        ("RVE", "Raad van Europa"),
        ("civic", "CIVICUS"),
        ("zorgplicht", "CS3D"),
        ("econ zaken", "Ministerie van Economische Zaken"),
        ("oeso richt", "OESO-richtlijnen"),
        ("mensenrechtenfonds", "Mensenrechtenfonds"),
        ("aanbeveling 6", "Richtlijn voor ambassades doorvoeren"),
        ("6", "Richtlijn voor ambassades doorvoeren"),
        ("persvrijheid", "Persvrijheid en rechten"),
    ] {
        let mut journey = Journey::start(120, 36);
        journey.press("f").type_text(query);
        let row = journey.screen().lines().nth(5).unwrap().to_owned();
        assert!(row.contains(first), "{query}: {row}");
    }
    let mut journey = Journey::start(120, 36);
    journey.press("f").type_text("qwxz");
    assert!(journey.shows("Niets gevonden voor ‘qwxz’."));
    journey.press("Enter");
    assert!(journey.shows("Niets gevonden"), "nothing is chosen");
}

#[test]
fn kinds_are_cycled_and_narrow_the_list() {
    let mut journey = Journey::start(120, 36);
    journey.press("f Tab");
    assert_eq!(journey.with_role("chosen")[0], "organisaties");
    assert!(!journey.shows("Mensenrechtenfonds"));
    journey.press("Tab");
    assert!(journey.shows("Mensenrechtenfonds") && !journey.shows("CIVICUS"));
    journey.press("BackTab BackTab BackTab");
    assert_eq!(journey.with_role("chosen")[0], "onderdelen");
    journey.type_text("ambassades").press("Enter");
    assert_eq!(journey.app.reader().section(), 6);
}

#[test]
fn the_finder_fits_small_screens() {
    let mut journey = Journey::start(80, 24);
    insta::assert_snapshot!(journey.press("f").type_text("zorgplicht").screen());
    journey.resize(60, 14);
    insta::assert_snapshot!("finder_without_preview", journey.screen());
}

#[test]
fn jumps_go_back_and_forward() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 7");
    journey.press("Backspace");
    assert_eq!(journey.app.reader().section(), 4);
    journey.press("Ctrl-o");
    assert_eq!(journey.app.reader().section(), 0);
    journey.press("Ctrl-o");
    assert!(journey.footer().contains("Geen eerdere plaats"));
    journey.press("Tab Tab");
    assert_eq!(journey.app.reader().section(), 7);
    assert!(journey.shows("Aanbeveling 7"), "with its title");
}

#[test]
fn the_help_shows_the_keymap_and_narrows() {
    let mut journey = Journey::start(80, 24);
    let screen = journey.press("?").screen();
    // How many more there are changes with each new key.
    let (before, more) = screen.split_once("nog ").unwrap();
    let more = more.trim_start_matches(|c: char| c.is_ascii_digit());
    insta::assert_snapshot!([before, "nog 00", more].concat());
    journey.type_text("vermelding");
    insta::assert_snapshot!("help_narrowed", journey.screen());
    journey.press("Ctrl-u Tab");
    let mut shown = String::new();
    for _ in 0..40 {
        shown += &journey.press("PgDn").screen();
    }
    assert!(journey.shows("afwijzing. "), "the last words");
    for words in ["In de hulp", "het register van toezeggingen"] {
        assert!(shown.contains(words), "{words} never shows");
    }
    journey.press("Esc");
    assert!(journey.shows("Inleiding"));
    journey.press("f F1 Esc");
    assert!(journey.shows("> "), "the finder is back");
}

#[test]
fn the_help_is_one_screen_of_signs_and_of_the_keys_here() {
    for (mode, keys) in WAYS {
        let mut journey = Journey::start(120, 36);
        journey.press(keys).press("F1");
        if mode == Mode::Help {
            assert_ne!(journey.app.mode(), mode, "the help closes itself");
            continue;
        }
        for sign in [
            "● ja · ◐ deels · ≡ staand beleid · ✕ nee · ◌ geen standpunt",
            "★ bladwijzer",
        ] {
            assert!(journey.shows(sign), "{mode:?} does not explain {sign}");
        }
        assert!(journey.shows(journey.app.words().mode(mode)), "{mode:?}");
        let screen = journey.screen();
        let Some(Overlay::Help(open, _)) = &journey.app.overlay() else {
            panic!("no help in {mode:?}:\n{screen}");
        };
        let list = help::list(journey.app.reader().size);
        let rows = help::rows(journey.app.words(), journey.app.keymap(), open, list);
        assert!(rows.len() <= usize::from(list.height), "{mode:?}");
    }
}

#[test]
fn rows_of_the_help_are_run() {
    for (keys, typed, mode) in [
        ("?", "open het overzicht", Mode::Overview),
        ("?", "kopieermenu", Mode::Menu),
        ("4 ?", "naar een onderdeel", Mode::Goto),
        ("o ?", "filter", Mode::Narrow),
    ] {
        let mut journey = Journey::start(80, 24);
        journey.press(keys).type_text(typed).press("Enter");
        assert_eq!(journey.app.mode(), mode, "{typed}");
    }
    let mut journey = Journey::start(80, 24);
    journey.press("?").type_text("afsluiten").press("Enter");
    assert_eq!(journey.effects, [Effect::Quit]);
    // What holds elsewhere is not done here.
    let mut journey = Journey::start(80, 24);
    journey
        .press("?")
        .type_text("kopieer de hele tabel")
        .press("Enter");
    assert_eq!(journey.app.mode(), Mode::Help);
    assert!(
        journey
            .footer()
            .contains("Bij het kopiëren uit een tabel: t"),
        "{}",
        journey.footer()
    );
    let mut journey = Journey::start(80, 24);
    journey.press("?").type_text("open het overzicht");
    let (column, row) = journey.cell_of("open het overzicht ");
    assert_eq!(journey.app.mode(), Mode::Help);
    let (column, row) = if row < 4 {
        (column, row + 3)
    } else {
        (column, row)
    };
    journey.click(column, row);
    assert_eq!(journey.app.mode(), Mode::Overview);
}

#[test]
fn the_sidebar_explains_the_signs_that_occur() {
    let journey = Journey::start(120, 36);
    assert!(
        journey.shows("● ja ◐ deels ≡ staand beleid"),
        "{}",
        journey.screen()
    );
    assert!(!journey.shows("✕ nee"));
}

#[test]
fn escape_never_quits_and_q_does() {
    let mut journey = Journey::start(80, 24);
    journey.press("Esc Esc f Esc ? Esc 4 e Enter Esc Esc");
    assert!(journey.effects.is_empty());
    journey.press("q");
    assert_eq!(journey.effects, [Effect::Quit]);
}

/// How to get into each mode from the opening screen.
const WAYS: [(Mode, &str); 16] = [
    (Mode::Finder, "f"),
    (Mode::Search, "/"),
    (Mode::List, "/ r u i m t e Tab"),
    (Mode::Goto, ":"),
    (Mode::Select, "v"),
    (Mode::Menu, "y"),
    (Mode::Card, "e Enter"),
    (Mode::Concordance, "e Enter c"),
    (Mode::Overview, "o"),
    (Mode::Narrow, "o /"),
    (Mode::TableMenu, "o y"),
    (Mode::Timeline, "W W"),
    (Mode::Themes, "t"),
    (Mode::OwnNote, "a"),
    (Mode::Help, "?"),
    (Mode::Help, "o ?"),
];

#[test]
fn ctrl_c_copies_a_selection_closes_what_lies_over_the_text_and_quits_else() {
    for (mode, keys) in WAYS {
        let mut journey = Journey::start(80, 24);
        journey.press(keys);
        assert_eq!(journey.app.mode(), mode, "{keys}");
        let selected = journey.app.under().copied(Portion::Selection);
        journey.press("Ctrl-c");
        assert_ne!(journey.app.mode(), mode, "{keys}");
        let copied = (mode == Mode::Select).then(|| Effect::Copy(selected.expect("a selection")));
        let kept: Vec<_> = journey
            .effects
            .iter()
            .filter(|effect| !matches!(effect, Effect::Keep(_)))
            .collect();
        assert_eq!(kept, Vec::from_iter(&copied), "{keys}");
    }
    assert_eq!(
        Journey::start(80, 24).press("Ctrl-c").effects,
        [Effect::Quit]
    );
}

#[test]
fn a_letter_that_quits_does_not_copy_or_write_elsewhere() {
    for (mode, keys) in WAYS {
        let mut journey = Journey::start(80, 24);
        journey.press(keys).press("q");
        assert!(
            journey.effects.iter().all(|effect| *effect == Effect::Quit),
            "{mode:?}: {:?}",
            journey.effects
        );
    }
    let mut journey = Journey::start(80, 24);
    journey.press("4 y q");
    assert_eq!(journey.app.mode(), Mode::Reading);
    journey.press("o y q");
    assert_eq!(journey.app.mode(), Mode::Overview);
    assert!(journey.effects.is_empty());
}

#[test]
fn a_key_that_means_nothing_says_which_shows_the_keys() {
    for (keys, hint) in [
        ("Q", "? toont de toetsen"),
        ("4 #", "? toont de toetsen"),
        ("o @", "? toont de toetsen"),
        ("y Q", "? toont de toetsen"),
        ("e Enter Ctrl-x", "? toont de toetsen"),
        ("f Ctrl-x", "F1 toont de toetsen"),
    ] {
        let mut journey = Journey::start(80, 24);
        journey.press(keys);
        assert!(
            journey.footer().contains(hint),
            "{keys}: {}",
            journey.footer()
        );
        journey.press("Down");
        assert!(!journey.footer().contains(hint), "{keys}");
    }
}

#[test]
fn hands_from_elsewhere_find_their_keys() {
    let (mut ours, mut theirs) = (Journey::start(80, 24), Journey::start(80, 24));
    ours.press("/").type_text("ruimte").press("Enter n n");
    theirs
        .press("Ctrl-f")
        .type_text("ruimte")
        .press("Enter F3 F3");
    assert_eq!(ours.screen(), theirs.screen());
    assert!(ours.footer().contains("3/"), "{}", ours.footer());
    theirs.press("o Ctrl-f");
    assert_eq!(theirs.app.mode(), Mode::Narrow);
}

#[test]
fn enter_without_a_cursor_leads_to_the_words_behind_the_stance() {
    for keys in ["6 Enter", "6 d Enter", "6 j j Enter", "6 e Esc Enter"] {
        let mut journey = Journey::start(80, 24);
        journey.press(keys);
        assert_eq!(journey.app.mode(), Mode::Reading, "{keys}");
        assert!(
            journey.footer().contains("duiding 1/"),
            "{keys}: {}",
            journey.footer()
        );
    }
    let mut journey = Journey::start(80, 24);
    journey.press("9 Enter");
    assert!(
        journey
            .footer()
            .contains("Hier staat geen naam met uitleg.")
    );
}

#[test]
fn the_mouse_points_at_what_it_shows() {
    let mut journey = Journey::start(120, 36);
    let row = |journey: &Journey, text: &str| {
        let screen = journey.screen();
        u16::try_from(screen.lines().position(|line| line.contains(text)).unwrap()).unwrap()
    };
    let at = row(&journey, "Mondiaal aanjagen");
    journey.click(8, at);
    assert_eq!(journey.app.reader().section(), 4);
    let at = row(&journey, "○ CIVICUS");
    journey.click(5, at);
    assert!(journey.footer().contains("CIVICUS 1/2"));
    assert_eq!(journey.with_role("focus"), ["CIVICUS"]);
    journey.click(5, at);
    assert!(journey.footer().contains("CIVICUS 2/2"));
    let screen = journey.screen();
    let line = screen
        .lines()
        .position(|line| line.contains("Digital Defenders Partnership"))
        .unwrap();
    let byte = screen.lines().nth(line).unwrap().find("Digital").unwrap();
    let column = screen.lines().nth(line).unwrap()[..byte].chars().count();
    journey.click(
        u16::try_from(column).unwrap() + 3,
        u16::try_from(line).unwrap(),
    );
    assert!(journey.shows("instrument · DDP"));
    journey.click(2, 1);
    assert!(
        !journey.shows("instrument · DDP"),
        "a press beside the card closes it"
    );
    let before = journey.app.reader().place();
    journey.wheel(60, 10, Turn::On);
    assert_ne!(journey.app.reader().place(), before);
    journey.wheel(60, 10, Turn::Back);
    assert_eq!(journey.app.reader().place(), before);
}

#[test]
fn a_paste_without_end_is_taken_as_far_as_a_line_goes() {
    let typed = |app: &App| match &app.overlay() {
        Some(Overlay::Goto(goto)) => goto.input.value().to_owned(),
        Some(Overlay::Help(help, _)) => help.input.value().to_owned(),
        Some(Overlay::Narrow) => app.reader().overview.input.value().to_owned(),
        Some(Overlay::Finder) => app.reader().find.as_ref().unwrap().input.value().to_owned(),
        Some(Overlay::Search) => app
            .reader()
            .search
            .as_ref()
            .unwrap()
            .input
            .value()
            .to_owned(),
        other => panic!("{other:?} takes no text"),
    };
    for open in ["/", "f", ":", "?", "o /"] {
        let mut journey = Journey::start(80, 24);
        journey.press(open).type_text("ab").press("Left");
        journey.tell(Message::Paste("é".repeat(100_000)));
        let expected = format!("a{}b", "é".repeat(LONGEST_LINE - 2));
        assert_eq!(typed(&journey.app), expected, "{open}");
        journey.type_text("c").press("Backspace").type_text("d");
        let expected = format!("a{}db", "é".repeat(LONGEST_LINE - 3));
        assert_eq!(typed(&journey.app), expected, "{open}");
    }
}

#[test]
fn pasted_text_is_one_line_without_controls() {
    let mut journey = Journey::start(80, 24);
    journey
        .press("f")
        .tell(Message::Paste("raad\nvan\x1b[31m".into()));
    assert!(journey.shows("> raad van␛[31m"), "{}", journey.screen());
}

#[test]
fn sidebar_zen_measure_and_theme_change_what_shows() {
    let mut journey = Journey::start(120, 36);
    assert!(journey.press("s").shows("0  Inleiding") && !journey.shows("No harm als uitgangspunt"));
    journey.press("s z");
    assert!(!journey.shows("36 800 XVII, nr. 9 ·") && journey.shows("Brief regering"));
    assert!(
        journey.with_role("organisation").is_empty(),
        "the text is plain"
    );
    journey.press("z");
    let width = journey.app.reader().regions().text.width;
    let shown = |journey: &Journey| journey.app.reader().regions().text.width;
    let narrower = shown(journey.press("-"));
    assert!((width - 4..width).contains(&narrower), "{narrower}");
    assert_eq!(shown(journey.press("- + +")), width, "one undoes the other");
    assert_eq!(shown(journey.press("+")), width, "there is no more room");
    assert_eq!(shown(journey.press("-")), narrower);
    let theme = journey.app.theme();
    assert_eq!(journey.press("t").app.theme(), theme + 1);
}

#[test]
fn a_letter_without_recommendations_is_shown_whole_and_says_so() {
    let letter =
        letter::read("Aan wie dit leest\n\nDe Raad van Europa en de EU.\n\nGroet.".as_bytes())
            .unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 80, 24);
    insta::assert_snapshot!(journey.picture());
    journey.press("5");
    assert!(journey.footer().contains("Er is geen onderdeel 5."));
    journey.press("f").type_text("rve").press("Enter");
    assert_eq!(journey.with_role("focus"), ["Raad van Europa"]);
}

#[test]
fn in_ascii_lines_and_signs_are_plain_and_the_letter_is_itself() {
    let mut journey = Journey::start(120, 36);
    journey.app.set_arrangement(Arrangement {
        signs: Signs::Ascii,
        ..journey.app.reader().arrangement
    });
    let screen = journey.press("3").screen();
    assert!(
        screen.contains("3.0  | Zet in het bijzonder in"),
        "{screen}"
    );
    assert!(
        screen.contains("o IOB ") && screen.contains("# Mensenrechtenfonds"),
        "{screen}"
    );
    assert!(screen.contains("(2026–2030)2"), "{screen}");
    let drawn = |c: char| matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}' | '\u{2070}'..='\u{209f}');
    for keys in ["f", "Esc ?", "Esc y", "Esc e Enter"] {
        let screen = journey.press(keys).screen();
        assert!(!screen.contains(drawn), "{keys}: {screen}");
    }
}

#[test]
fn signs_of_the_letter_stay_where_ours_are_spelled() {
    const OWN: &str = "│ ● → ▌ ² ★ Σ";
    let source = format!("Dag lezer,\n\nDe Raad van Europa {OWN} en meer.\n");
    let letter = letter::read(source.as_bytes()).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 0, 0);
    journey.app.set_arrangement(Arrangement {
        signs: Signs::Ascii,
        ..journey.app.reader().arrangement
    });
    journey.resize(100, 30);
    for (keys, typed) in [
        ("l", ""),
        ("/", "raad"),
        ("Enter y", ""),
        ("Esc e Enter", ""),
        ("Esc f", "raad"),
        ("Esc a", "zie │ ● →"),
        ("Enter o 6", ""),
    ] {
        let screen = journey.press(keys).type_text(typed).screen();
        let own = if typed.contains('●') { typed } else { OWN };
        assert!(
            screen.contains(own) || keys == "Esc e Enter",
            "{keys}: {screen}"
        );
        let ours = screen.replace(OWN, "").replace("│ ● →", "");
        let line = |c: char| matches!(c, '\u{2500}'..='\u{259f}');
        assert!(!ours.contains(line), "{keys}: {ours}");
    }
}

#[test]
fn a_name_wanted_from_the_start_stands_in_its_context() {
    let mut journey = Journey::start(80, 24);
    journey.app.start_with("ehrm");
    journey.resize(120, 36);
    assert!(
        journey.footer().contains("EHRM 1/2"),
        "{}",
        journey.footer()
    );
    let row = journey
        .app
        .reader()
        .reading_row()
        .expect("the mention shows");
    assert!(row > 3, "it stands in row {row}");
    journey.app.start_with("qwxz");
    journey.resize(80, 24);
    assert!(
        journey.shows("Niets gevonden voor ‘qwxz’."),
        "{}",
        journey.screen()
    );
}

#[test]
fn numbers_of_sections_that_are_no_numbers_stand_apart_from_the_titles() {
    let source = "Geachte voorzitter,\n\nVraag 7a\nKent u het bericht?\n\nAntwoord op vraag 7a\nJa.\n\n\
                  Vraag 8 en 9\nWat gaat u doen?\n\nAntwoord op vraag 8 en 9\nNiets.\n";
    let letter = letter::read(source).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 120, 36);
    let screen = journey.resize(120, 36).screen();
    for row in [
        " Vragen  ",
        "       7a  Kent u het bericht?",
        "   8 en 9  Wat gaat u doen?",
    ] {
        assert!(screen.contains(row), "{row}: {screen}");
    }
}
