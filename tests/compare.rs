//! Comparing: a recommendation beside the response to it, and the words that come back.

mod common;

use common::Journey;
use kamerbrief::{
    app::{
        geometry::{Arrangement, Compare},
        keymap::Mode,
        message::{Effect, Turn},
    },
    letter::{self, Language, Role},
    reading::flow::{Line, Show},
};

/// A reader that compares, after these keys.
fn comparing(columns: u16, rows: u16, keys: &str) -> Journey {
    let mut journey = Journey::start(columns, rows);
    journey.app.set_arrangement(Arrangement {
        compare: Compare::On,
        ..journey.app.reader().arrangement
    });
    journey.press(keys);
    journey
}

/// The words of a row.
fn words<'app>(journey: &'app Journey, line: &Line) -> &'app str {
    match line.show {
        Show::Text(row) => {
            &journey.app.reader().letter.paragraph(line.paragraph)[row.start..row.end]
        }
        _ => "",
    }
}

fn first_words(journey: &Journey) -> [String; 2] {
    let first = |lines: &[Line]| {
        let mut words = lines.iter().map(|line| words(journey, line));
        words
            .find(|words| !words.is_empty())
            .unwrap_or_default()
            .to_owned()
    };
    [
        first(journey.app.reader().beside()),
        first(journey.app.reader().page()),
    ]
}

#[test]
fn recommendation_and_response_stand_side_by_side() {
    let mut journey = Journey::start(120, 36);
    insta::assert_snapshot!("wide", journey.press("4 c w").picture());
    let mut journey = Journey::start(80, 24);
    insta::assert_snapshot!("usual", journey.press("3 c").picture());
    let mut journey = Journey::start(160, 40);
    insta::assert_snapshot!("by_itself", journey.press("5").picture());
}

#[test]
fn in_one_column_echoes_are_marked_as_well() {
    let mut journey = Journey::start(80, 24);
    insta::assert_snapshot!("one_column", journey.press("4 w").picture());
    journey.press("w");
    assert_eq!(journey.with_role("echo"), [""; 0]);
    assert!(journey.footer().contains("niet meer aangewezen"));
}

#[test]
fn what_echoes_is_marked_alike_on_both_sides() {
    for (number, echoed) in [
        ("1", "consistent"),
        ("4", "versterken"),
        ("8", "bedrijfsleven"),
    ] {
        let mut journey = comparing(250, 60, number);
        assert_eq!(journey.with_role("echo"), [""; 0]);
        journey.press("w");
        let marked = journey.with_role("echo");
        let count = marked
            .iter()
            .filter(|marked| marked.contains(echoed))
            .count();
        assert!(count >= 2, "{echoed} in {marked:?}");
        let footer = journey.footer();
        assert!(footer.contains(" woorden keren terug, op "), "{footer}");
    }
    // They are those of the section that shows.
    let mut journey = comparing(250, 60, "4 w 3");
    assert!(
        journey
            .with_role("echo")
            .iter()
            .any(|marked| marked.contains("persvrijheid"))
    );
    assert!(journey.press("0").with_role("echo").is_empty());
    assert!(
        journey
            .press("w w")
            .footer()
            .contains("Hier is geen aanbeveling")
    );
}

#[test]
fn the_recommendation_stays_while_the_response_scrolls() {
    let mut journey = comparing(120, 36, "5");
    let [left, right] = first_words(&journey);
    let page = journey.app.reader().page().to_vec();
    for key in ["j", "d", "G"] {
        journey.press(key);
        assert_eq!(first_words(&journey)[0], left, "{key}");
        assert!(journey.shows("Aanbeveling 5"));
        assert_ne!(journey.app.reader().page(), page, "{key}");
    }
    journey.press("g");
    assert_eq!(first_words(&journey), [left, right]);
    assert_eq!(journey.app.reader().section(), 5);
}

#[test]
fn the_whole_letter_comes_by_in_both_columns() {
    for (columns, rows) in [(160, 40), (120, 36), (80, 24), (80, 12), (70, 8)] {
        for key in ["j", "d", "Space"] {
            let mut journey = comparing(columns, rows, "0");
            let mut seen = vec![0; journey.app.reader().letter.paragraphs().len()];
            let mut shown = None;
            let pages = |journey: &Journey| {
                [journey.app.reader().beside(), journey.app.reader().page()].concat()
            };
            while shown.as_ref() != Some(&pages(&journey)) {
                shown = Some(pages(&journey));
                for line in journey
                    .app
                    .reader()
                    .beside()
                    .iter()
                    .chain(journey.app.reader().page())
                {
                    if let Show::Text(row) = line.show {
                        seen[line.paragraph] = seen[line.paragraph].max(row.end);
                    }
                }
                journey.press(key);
            }
            for (index, end) in seen.into_iter().enumerate() {
                let whole = journey.app.reader().letter.paragraph(index).len();
                assert_eq!(end, whole, "paragraph {index} at {columns}x{rows}");
            }
            for _ in 0..4000 {
                journey.press("k");
            }
            assert_eq!(journey.app.reader().place(), letter::Place::default());
        }
    }
}

#[test]
fn responses_follow_one_another_each_with_its_recommendation_beside_it() {
    let mut journey = comparing(120, 36, "4");
    let mut seams = 0;
    while journey.app.reader().section() < 9 {
        let text = journey.app.reader().page();
        for (row, line) in text.iter().enumerate() {
            let own = |line: &Line| journey.app.reader().letter.section_of(line.paragraph);
            let beside = journey.app.reader().beside().get(row + 1);
            if line.show == Show::Title && own(line) < 9 && row + 2 < text.len() {
                assert_eq!(beside.map(own), Some(own(line)), "beside its beginning");
                seams += 1;
            }
        }
        let page = text.to_vec();
        let section = journey.app.reader().section();
        journey.press("j");
        if journey.app.reader().page() != page {
            assert_eq!(
                journey.app.reader().page()[..20],
                page[1..21],
                "no row turns a page"
            );
        }
        assert!(journey.app.reader().section() <= section + 1);
        if journey.app.reader().page() == page && journey.app.reader().section() == section {
            break;
        }
    }
    assert!(seams > 20, "{seams}");
}

#[test]
fn each_column_scrolls_by_itself_where_it_is_longer() {
    let mut journey = comparing(80, 24, "2");
    let [left, right] = first_words(&journey);
    assert!(journey.shows("↓"), "the recommendation goes on");
    let beside = journey.app.reader().regions().beside.unwrap().text;
    let text = journey.app.reader().regions().text;
    journey.wheel(text.x, text.y, Turn::On);
    assert_eq!(first_words(&journey)[0], left);
    assert_ne!(first_words(&journey)[1], right);
    let scrolled = first_words(&journey)[1].clone();
    journey.wheel(beside.x, beside.y, Turn::On);
    assert_ne!(first_words(&journey)[0], left);
    assert_eq!(first_words(&journey)[1], scrolled);
    assert!(journey.shows("↑"), "the recommendation begins higher up");
    journey.press("( ( ( ( ( ( (");
    assert_eq!(first_words(&journey), [left.clone(), scrolled.clone()]);
    journey.press(")");
    assert_ne!(first_words(&journey)[0], left);
    assert_eq!(first_words(&journey)[1], scrolled);
    // One that shows whole does not scroll: the wheel turns the response.
    let mut journey = comparing(120, 36, "4");
    let [left, right] = first_words(&journey);
    journey.press(")");
    assert!(
        journey
            .footer()
            .contains("De hele aanbeveling staat al op het scherm.")
    );
    let beside = journey.app.reader().regions().beside.unwrap().text;
    journey.wheel(beside.x, beside.y, Turn::On);
    assert_eq!(first_words(&journey)[0], left);
    assert_ne!(first_words(&journey)[1], right);
    assert!(
        Journey::start(80, 24)
            .press("2 )")
            .footer()
            .contains("alleen bij vergelijken (c) apart")
    );
}

#[test]
fn a_jump_into_the_recommendation_shows_it_and_leaves_the_response() {
    let mut journey = comparing(80, 24, "2 ) ) ) G");
    let response = first_words(&journey)[1].clone();
    let top = journey.app.reader().beside()[0];
    // The first words of the recommendation do not show any more.
    journey.press("/").type_text("Hanteer als").press("Enter");
    assert_ne!(journey.app.reader().beside()[0], top);
    assert_eq!(journey.with_role("focus"), ["Hanteer als"]);
    assert_eq!(first_words(&journey)[1], response);
    assert!(journey.footer().starts_with(" 2.0"));
    // Nor do they after this, until the search is given up.
    journey.press("Esc ) ) )");
    let before = first_words(&journey);
    journey.press("/").type_text("Hanteer als");
    assert_ne!(first_words(&journey), before);
    journey.press("Esc");
    assert_eq!(first_words(&journey), before);
    for (address, column) in [("3.0", 0), ("7.0", 0), ("4.2", 1), ("4.0", 0)] {
        journey.press(":").type_text(address).press("Enter");
        let here = journey.app.reader().here();
        let role = journey.app.reader().letter.paragraphs()[here].role;
        assert_eq!(role == Role::Recommendation, column == 0, "{address}");
        assert!(journey.footer().starts_with(&format!(" {address}")));
        let lines = [journey.app.reader().beside(), journey.app.reader().page()][column];
        assert!(lines.iter().any(|line| line.paragraph == here), "{address}");
    }
    journey.press("Ctrl-o");
    assert!(journey.footer().starts_with(" 4.2"));
}

#[test]
fn paragraphs_and_names_are_stepped_through_in_the_order_of_the_text() {
    let mut journey = comparing(120, 36, "6");
    let mut addresses = Vec::new();
    for key in ["{", "}", "}", "{", "{", "{"] {
        journey.press(key);
        addresses.push(
            journey
                .footer()
                .split_whitespace()
                .next()
                .unwrap()
                .to_owned(),
        );
    }
    assert_eq!(addresses, ["6.0", "6.1", "6.2", "6.1", "6.0", "5.4"]);
    let mut journey = comparing(120, 36, "6 e");
    assert!(journey.footer().starts_with(" 6.0"));
    let named = journey
        .app
        .reader()
        .letter
        .words(journey.app.reader().focus.unwrap());
    assert!(named.starts_with("richtlijn"), "{named}");
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode::Card);
    journey.press("Esc e");
    assert!(journey.footer().starts_with(" 6.1"));
    // In a response that was scrolled the next name is looked for there.
    journey.press("Esc 6 j j j j e");
    assert!(journey.footer().starts_with(" 6.1"));
}

#[test]
fn the_mouse_acts_in_the_column_it_is_over() {
    let mut journey = comparing(160, 36, "6");
    let (column, row) = journey.cell_of("Strengthening");
    let beside = journey.app.reader().regions().beside.unwrap().text;
    assert!(beside.holds(column, row));
    journey.click(column, row);
    assert_eq!(journey.app.mode(), Mode::Card);
    journey.press("Esc Esc");
    // A drag out of a column selects to its edge.
    let (from, to) = (
        journey.cell_of("bilaterale"),
        journey.cell_of("Tegelijkertijd"),
    );
    journey.drag(from, &[(to.0, from.1)]);
    assert_eq!(journey.app.mode(), Mode::Select);
    let selected = journey
        .app
        .reader()
        .letter
        .words(journey.app.reader().selection.unwrap());
    assert!(
        selected.starts_with("bilaterale") && selected.len() < 40,
        "{selected}"
    );
    journey.press("Enter Enter");
    let copied = journey
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Copy(_)));
    assert!(copied, "{:?}", journey.effects);
    journey.press("Esc");
    let from = journey.cell_of("reikwijdte");
    journey.drag(from, &[(from.0 + 5, from.1)]);
    let selected = journey
        .app
        .reader()
        .letter
        .words(journey.app.reader().selection.unwrap());
    assert_eq!(selected, "reikwi");
}

#[test]
fn the_stance_over_both_columns_leads_to_its_words() {
    let mut journey = comparing(120, 36, "6");
    let title = journey.app.reader().regions().line;
    journey.click(title.right() - 2, title.y);
    assert!(!journey.with_role("focus").is_empty());
    let mut journey = comparing(120, 36, "6 Enter");
    assert!(!journey.with_role("focus").is_empty());
    assert_eq!(journey.app.mode(), Mode::Reading);
    // Also where the response was scrolled.
    journey.press("Esc 6 d Enter");
    assert!(!journey.with_role("focus").is_empty());
    assert_eq!(journey.app.mode(), Mode::Reading);
}

#[test]
fn a_selection_is_followed_in_its_column() {
    let mut journey = comparing(80, 12, "2");
    let (column, row) = journey.cell_of("Hanteer");
    journey.drag((column, row), &[(column + 3, row)]);
    journey.press("p");
    let before = first_words(&journey);
    journey.press("b");
    assert_ne!(first_words(&journey)[0], before[0], "its end shows");
    assert_eq!(first_words(&journey)[1], before[1]);
}

#[test]
fn the_place_stays_when_columns_come_and_go() {
    let mut journey = Journey::start(120, 36);
    journey.press(": 4 . 2 Enter");
    for _ in 0..2 {
        journey.press("c");
        assert!(journey.footer().starts_with(" 4.2"));
        assert!(first_words(&journey)[1].starts_with("Nederland bevordert"));
    }
    journey.press("4");
    for beside in [true, false, true] {
        journey.press("c");
        assert_eq!(!journey.app.reader().beside().is_empty(), beside);
        assert!(journey.shows("Aanbeveling 4"));
    }
    journey.press("2").resize(80, 24).press(") ) )");
    let top = journey.app.reader().beside()[0];
    journey.resize(160, 40).resize(80, 24);
    assert_eq!(journey.app.reader().beside()[0], top);
}

#[test]
fn columns_come_by_themselves_where_they_cost_nothing_unless_turned_off() {
    let mut journey = Journey::start(150, 40);
    let beside = |journey: &Journey| !journey.app.reader().beside().is_empty();
    assert!(beside(&journey), "the head of the letter");
    assert!(beside(journey.press("4")));
    assert!(!beside(journey.resize(149, 40)));
    assert!(!beside(journey.resize(150, 40).press("c")));
    assert_eq!(journey.app.reader().arrangement.compare, Compare::Off);
    assert!(beside(journey.press("c")));
    assert_eq!(journey.app.reader().arrangement.compare, Compare::On);
    assert!(beside(journey.resize(80, 24)));
    assert!(!beside(journey.press("9")), "nothing is beside the closing");
    assert!(beside(journey.press("8")) && journey.app.reader().regions().sidebar.is_none());
    assert!(!beside(journey.resize(60, 20)));
}

#[test]
fn where_nothing_can_be_compared_that_is_said() {
    let says = |journey: &mut Journey, sentence: &str| {
        journey.press("c");
        assert!(journey.footer().contains(sentence), "{}", journey.footer());
        assert!(journey.app.reader().beside().is_empty());
        assert_eq!(journey.app.reader().arrangement.compare, Compare::ByWidth);
    };
    says(
        &mut Journey::start(60, 20),
        "Vergelijken: vanaf 70 tekens breed.",
    );
    let plain = letter::read("Brief.\n\nZonder aanbevelingen.").unwrap();
    let mut plain = Journey::with(plain, Language::Dutch, 160, 40);
    says(
        &mut plain,
        "geen genummerde aanbevelingen om te vergelijken",
    );
    let mut opening = Journey::start(120, 36);
    assert!(
        opening
            .press("c")
            .footer()
            .contains("Voortaan staat de reactie naast de aanbeveling")
    );
    assert!(!opening.press("4").app.reader().beside().is_empty());
}

#[test]
fn nothing_but_the_text_is_two_columns_too() {
    let journey = comparing(120, 36, "4 z");
    assert!(journey.app.reader().regions().sidebar.is_none());
    assert!(!journey.app.reader().beside().is_empty());
    assert!(journey.shows("Reactie van het kabinet"));
}

#[test]
fn the_help_says_what_an_echo_is_not() {
    for (language, sentence) in [
        (
            Language::Dutch,
            "Een echo is geen antwoord, en geen echo geen afwijzing.",
        ),
        (
            Language::English,
            "An echo is no answer, and its absence no refusal.",
        ),
    ] {
        let mut journey = Journey::with(letter::embedded(), language, 100, 40);
        journey.press("? Tab");
        for _ in 0..900 {
            journey.press("Down");
        }
        let screen = journey.screen().replace(['│', '\n'], " ");
        let words: Vec<_> = screen.split_whitespace().collect();
        assert!(words.join(" ").contains(sentence), "{screen}");
    }
}

/// Room that is left over under a recommendation says what the current paragraph is made of.
#[test]
fn under_the_recommendation_stands_what_the_paragraph_is_made_of() {
    let mut journey = Journey::start(200, 40);
    journey.press("4");
    for says in [
        "In 4.1:",
        "CIVICUS · organisatie",
        "voortzetting: ‘",
        "duiding van de makers",
    ] {
        assert!(journey.shows(says), "{says}\n{}", journey.screen());
    }
    journey.press("}");
    assert!(journey.shows("In 4.2:") && !journey.shows("In 4.1:"));
    assert!(journey.shows("Digital Defenders Partnership · instrument"));
    // Where a note is, its words stand there; where there is no room, nothing does.
    journey.press("1");
    assert!(journey.shows("In 1.1:"), "{}", journey.screen());
    let mut low = Journey::start(200, 12);
    low.press("4");
    assert!(!low.shows("In 4.1:"), "{}", low.screen());
    let mut one = Journey::start(120, 36);
    one.press("4");
    assert!(!one.shows("In 4.1:"));
}
