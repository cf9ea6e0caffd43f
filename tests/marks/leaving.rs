//! Bookmarks and notes: making them, seeing them, taking them off.

use crate::{assert_footer, at, common::Journey, left};
use kamerbrief::{
    app::{
        Overlay,
        geometry::Signs,
        keymap::Mode,
        message::{Effect, Message},
        own_note::LONGEST,
    },
    letter::{self, Language},
    reading::flow::{Line, Show},
};

/// The sign in the margin beside the row that holds these words.
#[track_caller]
fn sign_beside(journey: &Journey, words: &str) -> char {
    let (_, row) = journey.cell_of(words);
    let screen = journey.screen();
    let line = screen.lines().nth(usize::from(row)).unwrap();
    line.chars().nth(margin(journey).into()).unwrap_or(' ')
}

/// The column of the signs beside the text.
fn margin(journey: &Journey) -> u16 {
    let regions = journey.app.reader().regions();
    // On a tiny screen there is no address between the sign and the bar.
    regions.text.x - if regions.gutter > 2 { 2 } else { 1 }
}

#[test]
fn a_bookmark_is_put_and_taken_off_with_one_key() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 m");
    assert_eq!(left(&journey), ["4.1 ★"]);
    assert_footer(&journey, "Bladwijzer bij 4.1 · m haalt hem weer weg");
    assert!(matches!(journey.effects[..], [Effect::Keep(_)]));
    journey.press("m");
    assert!(left(&journey).is_empty());
    assert_footer(&journey, "Bladwijzer bij 4.1 weggehaald");
    assert!(matches!(
        journey.effects[..],
        [Effect::Keep(_), Effect::Keep(_)]
    ));
    journey.press("} } m 2 m");
    assert_eq!(
        left(&journey),
        ["2.0 ★", "4.3 ★"],
        "in the order of the letter"
    );
}

#[test]
fn signs_stand_in_the_margin_on_every_screen() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (39, 20), (20, 8)] {
        for (signs, bookmark, note) in [(Signs::Drawn, '★', '✎'), (Signs::Ascii, '*', '!')] {
            for (sidebar, zen) in [(true, false), (false, false), (true, true)] {
                let mut journey = at("4.1", columns, rows);
                let mut arrangement = journey.app.reader().arrangement;
                (arrangement.signs, arrangement.sidebar) = (signs, sidebar);
                arrangement.zen = zen;
                journey.app.set_arrangement(arrangement);
                journey.press("Ctrl-l");
                let case = format!("{columns}x{rows} {signs:?} {sidebar} {zen}");
                assert_eq!(sign_beside(&journey, "Nederland hecht"), ' ', "{case}");
                journey.press("m");
                assert_eq!(sign_beside(&journey, "Nederland hecht"), bookmark, "{case}");
                let row = journey.app.reader().margin()[0].row;
                journey.press("a").type_text("Nagaan").press("Enter");
                assert_eq!(sign_beside(&journey, "Nederland hecht"), note, "{case}");
                let rows: Vec<_> = journey
                    .app
                    .reader()
                    .margin()
                    .iter()
                    .map(|sign| sign.row)
                    .collect();
                assert_eq!(rows, [row, row + 1], "{case}: both stand there");
                let marks = journey.with_role("mark");
                assert!(marks.iter().any(|mark| mark.contains(bookmark)), "{case}");
            }
        }
    }
}

#[test]
fn both_columns_have_signs_while_comparing() {
    for (columns, rows) in [(120, 36), (80, 24), (160, 40)] {
        let mut journey = Journey::start(columns, rows);
        journey.press("4 c");
        if journey.app.reader().regions().beside.is_none() {
            journey.press("c");
        }
        let beside = journey
            .app
            .reader()
            .regions()
            .beside
            .expect("two columns")
            .text;
        let start = journey.app.reader().beside()[0].paragraph;
        journey.app.start_at(start);
        journey
            .resize(columns, rows)
            .press("m a")
            .type_text("Advies")
            .press("Enter Esc }");
        journey.press("m");
        assert_eq!(left(&journey)[0], "4.0 ★ Advies");
        let signs = journey.app.reader().margin();
        let of = |paragraph| {
            let own = signs.iter().filter(|sign| sign.paragraph == paragraph);
            own.map(|sign| sign.column).collect::<Vec<_>>()
        };
        assert_eq!(of(start), [beside.x - 2; 2]);
        let response = journey.app.reader().marks()[1].paragraph;
        assert_eq!(of(response), [journey.app.reader().regions().text.x - 2]);
        journey.click(beside.x - 2, beside.y);
        assert!(journey.shows("Notitie bij 4.0"), "{}", journey.screen());
    }
}

#[test]
fn the_sign_stays_while_any_of_its_paragraph_shows() {
    let mut journey = at("4.2", 80, 24);
    journey.press("m");
    let paragraph = journey.app.reader().marks()[0].paragraph;
    let mut seen = 0;
    for _ in 0..60 {
        journey.press("j");
        let page = journey.app.reader().page();
        let shows = page.iter().any(|line| line.paragraph == paragraph);
        let top = journey.app.reader().regions().text.y;
        let first = journey.app.reader().margin().first().map(|sign| sign.row);
        let words = |line: &&Line| matches!(line.show, Show::Text(_));
        let row = page
            .iter()
            .position(|line| line.paragraph == paragraph && words(&line));
        let row = row.map(|row| top + u16::try_from(row).unwrap());
        assert_eq!(first, row);
        seen += usize::from(shows);
    }
    assert!(seen > 3);
}

#[test]
fn a_note_is_written_shown_changed_and_removed() {
    let mut journey = at("4.2", 80, 24);
    journey.press("a");
    assert!(journey.shows("Notitie bij 4.2") && journey.shows("een eigen notitie bij deze"));
    assert_footer(&journey, "Enter bewaar");
    journey.type_text("Wie betaalt?").press("Enter");
    assert_eq!(left(&journey), ["4.2 Wie betaalt?"]);
    assert_footer(&journey, "Notitie bij 4.2 bewaard");
    assert!(matches!(journey.effects.pop(), Some(Effect::Keep(_))));
    // It shows when the cursor comes to its paragraph, and goes with the next key.
    assert!(!journey.press("{").footer().contains("Wie betaalt"));
    assert_footer(journey.press("}"), "Notitie: Wie betaalt?");
    assert!(!journey.press("t").footer().contains("Wie betaalt"));
    journey.press("{ e");
    while journey.app.reader().focus.unwrap().paragraph < journey.app.reader().marks()[0].paragraph
    {
        journey.press("e");
    }
    assert_footer(&journey, "Notitie: Wie betaalt?");
    journey.press("a").type_text(" En wanneer?");
    assert!(journey.shows("Wie betaalt? En wanneer?"));
    journey.press("Esc");
    assert_eq!(
        left(&journey),
        ["4.2 Wie betaalt?"],
        "Esc leaves it as it was"
    );
    journey.press("a Ctrl-u").type_text("Nagaan").press("Enter");
    assert_eq!(left(&journey), ["4.2 Nagaan"]);
    journey.effects.clear();
    journey.press("a Enter");
    assert_eq!(journey.effects, [], "nothing has changed");
    journey.press("a Ctrl-u Space Enter");
    assert!(left(&journey).is_empty());
    assert_footer(&journey, "Notitie bij 4.2 verwijderd");
    journey
        .press("a Enter m a")
        .type_text("x")
        .press("Enter a Ctrl-u Enter");
    assert_eq!(left(&journey), ["4.2 ★"], "the bookmark stays");
}

#[test]
fn a_line_of_the_head_can_be_marked_too() {
    let mut journey = Journey::start(80, 24);
    journey.press("{ {");
    journey.app.start_at(0);
    journey.press("t m a").type_text("Van wie?").press("Enter");
    assert_eq!(left(&journey), ["kop ★ Van wie?"]);
    assert_footer(&journey, "Notitie bij kop bewaard");
}

#[test]
fn a_long_note_shows_whole_where_it_is_written() {
    let words: Vec<String> = (0..60).map(|word| format!("woord{word}")).collect();
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        for address in ["4.1", "4.3"] {
            let mut journey = at(address, columns, rows);
            journey.press("a").tell(Message::Paste(words.join(" ")));
            let screen = journey.screen();
            for word in &words {
                assert!(
                    screen.contains(word.as_str()),
                    "{word} at {columns}x{rows}:\n{screen}"
                );
            }
            journey.press("Enter");
            assert_eq!(journey.app.reader().marks()[0].note, words.join(" "));
        }
    }
}

#[test]
fn the_box_follows_the_cursor_where_a_note_does_not_fit() {
    let words: Vec<String> = (0..200).map(|word| format!("woord{word}")).collect();
    for (columns, rows) in [(80, 24), (30, 8), (20, 5)] {
        let mut journey = at("4.1", columns, rows);
        journey.press("a").tell(Message::Paste(words.join(" ")));
        assert!(journey.shows("woord199") && !journey.shows("woord0 "));
        journey.press("Home");
        assert!(journey.shows("woord0 ") && !journey.shows("woord199"));
        for _ in 0..300 {
            journey.press("Right");
            let Some(Overlay::OwnNote(note)) = &journey.app.overlay() else {
                panic!("no note is written");
            };
            let inside = journey.app.reader().own_note_frame(note).inner(2, 1);
            let (row, cell) = journey.app.reader().own_note_rows(note).cursor;
            assert!(row < usize::from(inside.height) && cell < usize::from(inside.width));
        }
    }
}

#[test]
fn the_paragraph_stays_in_view_while_its_note_is_written() {
    for address in ["4.1", "4.2", "4.3"] {
        let mut journey = at("4.0", 120, 36);
        journey.press(":").type_text(address).press("Enter");
        let row = journey.app.reader().reading_row().unwrap();
        journey.press("a");
        let Some(Overlay::OwnNote(note)) = &journey.app.overlay() else {
            panic!("no note is written");
        };
        let (frame, text) = (
            journey.app.reader().own_note_frame(note),
            journey.app.reader().regions().text,
        );
        let row = text.y + u16::try_from(row).unwrap();
        assert!(!(frame.y..frame.bottom()).contains(&row), "{address}");
    }
}

#[test]
fn a_note_takes_pastes_and_has_an_end() {
    let mut journey = at("4.1", 80, 24);
    journey.press("a").type_text("ab").press("Left");
    journey.tell(Message::Paste("één\nregel\x1b[31m ".into()));
    journey.press("Enter");
    assert_eq!(left(&journey), ["4.1 aéén␊regel␛[31m b"]);
    journey
        .press("a Home")
        .tell(Message::Paste("é".repeat(2 * LONGEST)));
    assert_footer(&journey, "Een notitie is hoogstens 4000 tekens lang.");
    journey.type_text("x").press("Enter");
    let note = &journey.app.reader().marks()[0].note;
    assert_eq!(note.chars().count(), LONGEST);
    assert!(note.starts_with("éé") && note.ends_with("éaéén␊regel␛[31m b"));
}

#[test]
fn a_note_that_nobody_gave_up_is_taken_over_at_the_end() {
    let mut journey = at("4.1", 80, 24);
    journey.app.finish_own_note();
    journey
        .press("a")
        .type_text("half ge")
        .app
        .finish_own_note();
    assert_eq!(left(&journey), ["4.1 half ge"]);
    assert_eq!(journey.app.mode(), Mode::Reading);
    journey.press("a End").type_text("typt").press("F1");
    journey.app.finish_own_note();
    assert_eq!(left(&journey), ["4.1 half getypt"], "also under the help");
    journey.press("a Ctrl-u").app.finish_own_note();
    assert_eq!(
        left(&journey),
        ["4.1 half getypt"],
        "nothing was typed instead"
    );
}

#[test]
fn the_mouse_opens_the_note_of_a_sign() {
    let mut journey = at("4.1", 80, 24);
    journey.press("m } a").type_text("Nagaan").press("Enter {");
    let column = margin(&journey);
    let (_, bookmarked) = journey.cell_of("Nederland hecht");
    let (_, noted) = journey.cell_of("Nederland bevordert");
    journey.click(column, bookmarked);
    assert_eq!(journey.app.mode(), Mode::Reading);
    assert_eq!(
        journey.app.reader().focus.unwrap().paragraph,
        journey.app.reader().marks()[0].paragraph
    );
    journey.click(column, noted + 1);
    assert_eq!(journey.app.mode(), Mode::Reading, "no sign stands there");
    journey.click(column, noted);
    assert!(journey.shows("Notitie bij 4.2") && journey.shows("│ Nagaan"));
    journey.click(column, noted);
    assert_eq!(
        journey.app.mode(),
        Mode::OwnNote,
        "a press does not give it up"
    );
}

#[test]
fn english_has_the_same() {
    let mut journey = Journey::with(letter::embedded(), Language::English, 80, 24);
    journey.press("4 m");
    assert_footer(&journey, "Bookmark at 4.1 · m removes it");
    journey.press("a").type_text("Check").press("Enter } {");
    assert_footer(&journey, "Your note: Check");
}

#[test]
fn a_note_and_a_bookmark_on_one_row_stand_side_by_side() {
    let mut journey = Journey::start(80, 24);
    journey
        .press("9 } m a")
        .type_text("Wie is dit?")
        .press("Enter");
    let row = journey.screen();
    let row = row
        .lines()
        .find(|row| row.contains("D.M. van Weel"))
        .unwrap();
    assert!(row.contains("▌★9.2✎ D.M."), "{row}");
}
