//! The menu of what can be copied: each text exactly, and shown before it is taken.

use crate::{assert_footer, assert_reading, common::Journey, paragraph_at, start_at};
use kamerbrief::{
    app::{
        copy::{Portion, Way},
        keymap::Mode,
        message::{Effect, Message},
    },
    letter,
};

const SOURCE: &str = include_str!("../../assets/letter/kst-36800-XVII-9.txt");

fn copied(journey: &Journey, portion: Portion) -> String {
    journey
        .app
        .under()
        .copied(portion)
        .expect("something to copy")
}

#[test]
fn a_paragraph_is_copied_in_the_words_of_the_source() {
    let source = SOURCE.split_whitespace().collect::<Vec<_>>().join(" ");
    let letter = letter::embedded();
    let mut compared = 0;
    for index in 0..letter.paragraphs().len() {
        // The lines of the head share an address.
        let address = letter
            .address(index)
            .filter(|_| !letter.head().contains(&index));
        let Some(address) = address else {
            continue;
        };
        // So narrow that much is hyphenated on the screen.
        let mut journey = start_at(&address.to_string(), 30, 12);
        journey.press("y p");
        let [Effect::Copy(text)] = &journey.effects[..] else {
            panic!("{address}: {:?}", journey.effects);
        };
        assert_eq!(text, letter.paragraph(index), "{address}");
        assert!(!text.contains('\n') && !text.contains(['\u{ad}', '¹', '⁷']));
        if letter.marks_in(index).is_empty() {
            assert!(source.contains(text.as_str()), "{address}: {text}");
            compared += 1;
        }
    }
    assert!(compared > 30, "{compared}");
}

#[test]
fn note_marks_come_along_when_asked_for() {
    let mut journey = start_at("5.4", 120, 36);
    let without = copied(&journey, Portion::Paragraph);
    assert!(without.contains("rechtspositie van maatschappelijke organisaties. Deze herziening"));
    assert!(!without.contains('['));
    journey.press("y");
    assert!(journey.shows("zonder nootcijfers"));
    journey.press("n");
    assert!(journey.shows("met nootcijfers") && !journey.shows("zonder nootcijfers"));
    let with = copied(&journey, Portion::Paragraph);
    assert!(with.contains("organisaties.[4] Deze herziening"), "{with}");
    assert_eq!(with.replace("[4]", ""), without);
    for portion in [Portion::Quote, Portion::Response] {
        assert_eq!(copied(&journey, portion).matches("[4]").count(), 1);
    }
    assert!(!copied(&journey, Portion::Citation).contains('['));
    journey.press("p");
    assert_eq!(journey.effects, [Effect::Copy(with)]);
    // The last paragraph of 7 ends with its mark.
    let mut journey = start_at("7.1", 120, 36);
    journey.press("y n");
    assert!(copied(&journey, Portion::Paragraph).ends_with("digitale context.[6]"));
    journey.press("n");
    assert!(copied(&journey, Portion::Paragraph).ends_with("digitale context."));
}

#[test]
fn the_citation_is_made_in_each_style() {
    let mut journey = start_at("4.2", 120, 36);
    journey.press("y");
    let mut styles = Vec::new();
    for starts in [
        "Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 4, tweede alinea",
        "Kamerstuk 36 800 XVII, nr. 9, reactie op aanbeveling 4, tweede alinea",
        "[Kamerstukken II 2025/26, 36800 XVII, nr. 9](https://zoek.officielebekendmakingen.nl/kst-36800-XVII-9.html), reactie",
        "@misc{kst-36800-XVII-9-4.2,\n",
        "[\n  {\n    \"id\": \"kst-36800-XVII-9-4.2\",\n",
    ] {
        let text = copied(&journey, Portion::Citation);
        assert!(text.starts_with(starts), "{text}");
        styles.push(text);
        journey.press("Tab");
    }
    assert_eq!(
        copied(&journey, Portion::Citation),
        styles[0],
        "round again"
    );
    journey.press("Tab c");
    assert_eq!(journey.effects, [Effect::Copy(styles[1].clone())]);
    // The style stays for the next time, and is that of a quote as well.
    assert_eq!(copied(&journey, Portion::Citation), styles[1]);
    assert!(copied(&journey, Portion::Quote).ends_with(&format!("({})", styles[1])));
}

#[test]
fn each_portion_is_exactly_itself() {
    let journey = start_at("4.2", 120, 36);
    let letter = &journey.app.reader().letter;
    let paragraph = |address: &str| letter.paragraph(paragraph_at(letter, address)).to_owned();
    let cited =
        "Kamerstukken II 2025/26, 36800 XVII, nr. 9, reactie op aanbeveling 4, tweede alinea";
    for (portion, expected) in [
        (Portion::Paragraph, paragraph("4.2")),
        (Portion::Citation, cited.to_owned()),
        (Portion::Quote, format!("‘{}’ ({cited})", paragraph("4.2"))),
        (
            Portion::Link,
            "https://zoek.officielebekendmakingen.nl/kst-36800-XVII-9.html".to_owned(),
        ),
        (
            Portion::Response,
            ["4.1", "4.2", "4.3", "4.4"].map(paragraph).join("\n\n"),
        ),
        (Portion::Recommendation, paragraph("4.0")),
    ] {
        assert_eq!(copied(&journey, portion), expected, "{portion:?}");
    }
    assert_eq!(journey.app.under().copied(Portion::Selection), None);
    assert!(copied(&journey, Portion::Recommendation).starts_with("Speel op het mondiale"));
}

#[test]
fn the_effect_carries_the_text_of_the_menu() {
    for at in ["0.2", "4.0", "4.2", "5.3", "8.4", "9.1"] {
        for before in ["y", "y n", "y Tab Tab", "e v y"] {
            let offered: Vec<_> = start_at(at, 80, 24)
                .press(before)
                .app
                .under()
                .offered()
                .collect();
            assert!(offered.len() >= 4);
            for (index, (portion, text)) in offered.iter().enumerate() {
                // By its key, and by going down to it.
                let key = match portion {
                    Portion::Paragraph => "p",
                    Portion::Citation => "c",
                    Portion::Quote => "t",
                    Portion::Link => "l",
                    Portion::Response => "r",
                    Portion::Recommendation => "a",
                    Portion::Selection => "s",
                };
                let mut journey = start_at(at, 80, 24);
                journey.press(before).press(key);
                assert_eq!(
                    journey.effects,
                    [Effect::Copy(text.clone())],
                    "{at} {portion:?}"
                );
                assert_reading(&journey);
                let mut journey = start_at(at, 80, 24);
                journey.press(before);
                for _ in 0..10 {
                    journey.press("Up");
                }
                for _ in 0..index {
                    journey.press("Down");
                }
                journey.press("Enter");
                assert_eq!(
                    journey.effects,
                    [Effect::Copy(text.clone())],
                    "{at} {portion:?}"
                );
            }
        }
    }
}

#[test]
fn the_menu_shows_what_each_row_would_copy() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        let mut journey = start_at("4.2", columns, rows);
        journey.press("y");
        insta::assert_snapshot!(format!("copy_menu_{columns}x{rows}"), journey.picture());
    }
    let mut journey = start_at("4.2", 80, 24);
    journey.press("y Down Tab Tab Tab");
    insta::assert_snapshot!("copy_menu_bibtex", journey.screen());
    let mut journey = start_at("0.1", 80, 24);
    insta::assert_snapshot!("copy_menu_opening", journey.press("y").screen());
    let mut journey = start_at("4.1", 80, 24);
    insta::assert_snapshot!("copy_menu_selection", journey.press("e v w w y").screen());
}

#[test]
fn what_is_not_there_is_not_copied() {
    let mut journey = start_at("0.1", 80, 24);
    for key in ["r", "a", "s"] {
        journey.press("y").press(key);
        assert!(journey.effects.is_empty(), "{key}: {:?}", journey.effects);
        assert_reading(&journey);
        assert_footer(&journey, "Dat is hier niet te kopiëren.");
    }
    journey.press("y");
    assert!(!journey.shows("selectie") && !journey.shows("reactie  "));
    journey.press("Esc");
    assert_reading(&journey);
}

#[test]
fn the_paragraph_under_the_cursor_is_the_one_that_is_copied() {
    let mut journey = Journey::start(120, 36);
    journey.press("4");
    let letter = &journey.app.reader().letter;
    let first = letter.paragraph(paragraph_at(letter, "4.1")).to_owned();
    let third = letter.paragraph(paragraph_at(letter, "4.3")).to_owned();
    // Without a cursor it is the response under the recommendation, as the footer says.
    assert!(journey.footer().starts_with(" 4.1 "));
    assert_eq!(copied(&journey, Portion::Paragraph), first);
    journey.press("} }");
    assert!(
        journey.footer().starts_with(" 4.3 "),
        "{}",
        journey.footer()
    );
    assert_eq!(copied(&journey, Portion::Paragraph), third);
    assert!(journey.press("y").shows("Kopiëren · 4.3"));
}

#[test]
fn the_footer_says_which_way_a_copy_went() {
    for (way, says) in [
        (Way::Tmux, "Gekopieerd via tmux."),
        (Way::Terminal, "Gekopieerd via de terminal (OSC 52)."),
        (Way::Program("wl-copy"), "Gekopieerd met wl-copy."),
    ] {
        let mut journey = start_at("4.1", 80, 24);
        let text = copied(&journey, Portion::Paragraph);
        journey.press("y p").tell(Message::Copied(way, text));
        assert_reading(&journey);
        assert_footer(&journey, says);
        assert!(
            !journey.press("j").shows("Gekopieerd"),
            "until the next key"
        );
    }
}

#[test]
fn a_text_that_may_not_have_arrived_is_shown_to_be_selected() {
    let mut journey = start_at("4.1", 80, 24);
    let text = copied(&journey, Portion::Paragraph);
    journey
        .press("y p")
        .tell(Message::Copied(Way::Unknown, text.clone()));
    assert_eq!(journey.app.mode(), Mode::Shown);
    insta::assert_snapshot!("shown_by_hand", journey.screen());
    let words: Vec<&str> = text.split(' ').collect();
    let screen = journey.screen();
    let shown: Vec<&str> = screen.split_whitespace().collect();
    assert!(
        shown.windows(words.len()).any(|run| run == words),
        "nothing but the words, unbroken"
    );
    journey.effects.clear();
    journey.press("w");
    let stem = "kamerbrief-4.1".to_owned();
    let saved = Effect::Save {
        stem,
        text: text.clone(),
    };
    assert_eq!(journey.effects, [saved]);
    journey.tell(Message::Written(Ok("kamerbrief-4.1.txt".into())));
    assert_reading(&journey);
    assert_footer(&journey, "Opgeslagen als kamerbrief-4.1.txt.");
    journey.tell(Message::Written(Err("dat mag hier niet".into())));
    assert_footer(&journey, "dat mag hier niet");
    for key in ["Esc", "Enter"] {
        journey.tell(Message::Copied(Way::Unknown, text.clone()));
        journey.press(key);
        assert_reading(&journey);
    }
}

#[test]
fn what_is_selected_is_saved_under_its_own_address() {
    let mut journey = Journey::start(120, 36);
    journey.press("4 } v y s");
    let Some(Effect::Copy(text)) = journey.effects.pop() else {
        panic!("something is copied");
    };
    journey.tell(Message::Copied(Way::Unknown, text.clone()));
    journey.press("w");
    let stem = "kamerbrief-4.2".to_owned();
    assert_eq!(journey.effects, [Effect::Save { stem, text }]);
}

#[test]
fn a_text_longer_than_the_screen_can_be_gone_through() {
    let mut journey = Journey::start(60, 12);
    journey.press("5 y r");
    let Some(Effect::Copy(text)) = journey.effects.pop() else {
        panic!("something is copied");
    };
    journey.tell(Message::Copied(Way::Unknown, text));
    assert!(journey.shows("↓ "), "{}", journey.screen());
    for _ in 0..80 {
        journey.press("j");
    }
    assert!(
        journey.shows("(online) maatschappelijke ruimte.") && !journey.shows("↓ "),
        "{}",
        journey.screen()
    );
    journey.press("k");
    assert!(
        journey.shows("↓ 1"),
        "a key back is a row back: {}",
        journey.screen()
    );
}
