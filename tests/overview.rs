//! Journeys through the overview: its tables, what narrows and sorts them, where rows lead, what is copied.

mod common;

use common::Journey;
use kamerbrief::{
    app::{
        copy::Way,
        message::{Effect, Message, Turn},
        overview::TablePart,
    },
    letter::{self, Language, Span},
};

/// The overview of the embedded letter on a screen of this size.
fn overview(columns: u16, rows: u16) -> Journey {
    let mut journey = Journey::start(columns, rows);
    journey.press("o");
    journey
}

/// The words of the letter that the cursor is on.
fn pointed(journey: &Journey) -> &str {
    let span: Span = journey.app.reader().focus.expect("a cursor");
    journey.app.reader().letter.words(span)
}

fn copied(journey: &mut Journey) -> String {
    match journey.effects.pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied: {other:?}"),
    }
}

#[test]
fn one_key_shows_where_every_recommendation_stands() {
    let journey = overview(120, 36);
    assert_eq!(journey.keys, 1);
    insta::assert_snapshot!(journey.picture());
    insta::assert_snapshot!("recommendations_80x24", overview(80, 24).screen());
    insta::assert_snapshot!("recommendations_60x20", overview(60, 20).screen());
}

#[test]
fn every_table_fits_every_screen() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
        let mut journey = overview(columns, rows);
        for (key, table) in [
            ("2", "statements"),
            ("3", "figures"),
            ("4", "named"),
            ("5", "short"),
            ("6", "notes"),
            ("7", "asks"),
            ("8", "when"),
        ] {
            let name = format!("{table}_{columns}x{rows}");
            insta::assert_snapshot!(name, journey.press(key).screen());
        }
    }
    insta::assert_snapshot!("named_20x5", overview(20, 5).press("4").screen());
}

#[test]
fn one_key_shows_what_is_not_answered() {
    let mut journey = Journey::start(120, 36);
    journey.press("U");
    assert_eq!(
        (
            journey.keys,
            journey.app.reader().overview.sheet().rows.len()
        ),
        (1, 7)
    );
    for words in [
        "◌ geen zin gevonden",
        "met kracht, urgentie en lef",
        "gezocht: kracht, urgentie, lef, moed",
        "duiding van de makers",
    ] {
        assert!(journey.shows(words), "{words}:\n{}", journey.screen());
    }
    // What is not answered leads to the ask, and from there to what touches on it.
    journey.press("j Enter");
    assert_eq!(pointed(&journey), "met kracht, urgentie en lef");
    journey.press("]");
    assert_eq!(
        pointed(&journey),
        "Het kabinet onderschrijft deze aanbeveling"
    );
    // What is answered leads to the words that answer it.
    journey.press("Backspace");
    assert!(journey.app.shows_overview());
    let mut journey = overview(120, 36);
    journey.press("7 Enter");
    let led = pointed(&journey);
    assert!(led.starts_with("Het kabinet onderschrijft deze"), "{led}");
}

#[test]
fn where_all_is_answered_or_nothing_asked_it_is_said() {
    let one = "Den Haag, 3 mei 2021\n\nGeachte voorzitter,\n\nAanbeveling 1: Stel een register van lobbyisten in.\n\nReactie van het kabinet\n\nHet kabinet zal een register van lobbyisten opzetten.\n";
    for (text, rows, says) in [
        (one, 1, "Bij elke vraag is een zin gevonden"),
        ("Dag.\n", 0, "geen aanbevelingen die iets vragen"),
    ] {
        let letter = letter::read(text).unwrap();
        let mut journey = Journey::with(letter, Language::Dutch, 120, 36);
        journey.press("U");
        assert_eq!(journey.app.reader().overview.sheet().rows.len(), rows);
        assert!(journey.shows(says), "{}", journey.screen());
    }
}

#[test]
fn one_key_writes_the_meeting_sheet() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 m P");
    let Some(Effect::Save { stem, text }) = journey.effects.pop() else {
        panic!("nothing is written");
    };
    assert_eq!(stem, "kst-36800-XVII-9-vergaderblad.html");
    assert!(text.starts_with("<!DOCTYPE html>") && text.contains("bladwijzer"));
}

#[test]
fn in_english_too() {
    let mut journey = Journey::with(letter::embedded(), Language::English, 120, 36);
    insta::assert_snapshot!(journey.press("o").screen());
}

#[test]
fn it_opens_at_the_section_that_shows_and_as_it_was_left() {
    let mut journey = Journey::start(120, 36);
    journey.press("6 o");
    assert_eq!(journey.app.reader().chosen_row(), Some(6));
    journey.press("j Tab j j o 2 o");
    let sheet = journey.app.reader().overview.sheet();
    assert_eq!(sheet.chosen, 2);
    assert_eq!(journey.press("BackTab").app.reader().chosen_row(), Some(7));
}

#[test]
fn a_row_leads_to_the_sentence_that_proves_it_and_back_leads_to_the_row() {
    let mut journey = overview(80, 24);
    journey.press("j j Enter");
    assert!(pointed(&journey).contains("nieuwe landenstrategieën"));
    assert!(journey.footer().contains("duiding 1/3"));
    journey.press("]");
    assert!(pointed(&journey).starts_with("Het kabinet onderschrijft de aanbeveling van de AIV"));
    journey.press("]");
    assert!(pointed(&journey).ends_with("Het no-harm-principe staat hierbij centraal."));
    journey.press("Backspace");
    assert!(journey.shows("duiding van de makers") && journey.app.shows_overview());
    assert_eq!(journey.app.reader().chosen_row(), Some(2));
    journey.press("j Enter");
    assert!(pointed(&journey).ends_with("gebeurt dit met minder budget."));
    // A jump from the text leads back to the text, and only then to the row.
    journey.press("5 Backspace");
    assert!(!journey.app.shows_overview());
    journey.press("Ctrl-o");
    assert_eq!(journey.app.reader().chosen_row(), Some(3));
    assert!(journey.app.shows_overview());
}

#[test]
fn the_title_of_a_section_leads_to_the_words_that_carry_its_stance() {
    let mut journey = Journey::start(120, 36);
    journey.press("8 Enter");
    assert_eq!(
        pointed(&journey),
        "Veel van de aanbevelingen op dit terrein zijn onderdeel van staand beleid."
    );
    journey.press("]");
    assert!(pointed(&journey).ends_with("is daar geen ruimte voor."));
    journey.press("]");
    assert!(pointed(&journey).ends_with("zonder nationale koppen."));
    let mut journey = Journey::start(120, 36);
    journey.press("7");
    let (column, row) = journey.cell_of("Aanbeveling 7 · ");
    journey.click(column, row);
    assert!(pointed(&journey).contains("onderschrijft deze aanbeveling"));
    // With something under the cursor, Enter opens its card.
    journey.press("4 e Enter");
    assert!(journey.shows("CIVICUS"), "{}", journey.screen());
}

#[test]
fn every_stance_that_shows_says_whose_reading_it_is() {
    for (columns, rows) in [(120, 36), (100, 30), (80, 24), (60, 20), (44, 14)] {
        let mut journey = Journey::start(columns, rows);
        for section in 0..=8 {
            journey.press(&section.to_string());
            let signs = journey.screen().matches(['●', '◐', '≡']).count();
            assert!(
                signs == 0 || journey.shows("duiding van de makers"),
                "{section} at {columns}x{rows}:\n{}",
                journey.screen()
            );
        }
    }
}

#[test]
fn statements_are_gone_through_and_shown_by_kind() {
    let mut journey = overview(120, 36);
    journey.press("2 V");
    let screen = journey.screen();
    assert!(screen.contains("3 · op adres"), "{screen}");
    assert!(screen.contains("voorgesteld.") && !screen.contains("meenemen"));
    journey.press("V");
    assert!(journey.shows("10 · op adres") && journey.shows("budget."));
    journey.press("j j Enter");
    assert!(pointed(&journey).starts_with("Dit, gecombineerd met de bezuinigingsopdracht"));
    assert!(
        journey.footer().contains("toezeggingen en voornemens 3/10"),
        "{}",
        journey.footer()
    );
    journey.press("]");
    assert!(pointed(&journey).starts_with("Hiermee zullen er vanaf 2026 minder posten"));
    journey.press("Backspace v v");
    assert!(journey.shows("53 · op adres"), "{}", journey.screen());
}

#[test]
fn rows_are_sorted_in_other_orders() {
    let mut journey = overview(120, 36);
    journey.press("s");
    let order = &journey.app.reader().overview.sheet().rows;
    assert_eq!(order, &[1, 5, 7, 0, 2, 3, 6, 4, 8]);
    journey.press("4");
    let first = |journey: &Journey| {
        let entity = journey.app.reader().overview.sheet().rows[0];
        journey.app.reader().entity(entity).name.clone()
    };
    assert_eq!(first(&journey), "Adviesraad Internationale Vraagstukken");
    journey.press("j j s");
    assert_eq!(first(&journey), "A. de Vries");
    let chosen = journey.app.reader().chosen_row().unwrap();
    assert_eq!(
        journey.app.reader().entity(chosen).name,
        "Mensenrechtenfonds"
    );
    journey.press("5 s");
    let most = journey.app.reader().overview.sheet().rows[0];
    assert_eq!(journey.app.reader().abbreviation(most).short, "EU");
}

#[test]
fn what_is_typed_narrows_every_table_until_it_is_taken_away() {
    let mut journey = overview(120, 36);
    journey.press("2 /").type_text("mensenrechtenFONDS 2026");
    assert!(journey.shows("1 · op adres") && journey.shows("/mensenrechtenFONDS 2026"));
    journey.press("Enter Enter");
    assert!(pointed(&journey).contains("vanaf 2026"));
    journey.press("Backspace");
    assert!(journey.shows("/mensenrechtenFONDS 2026"));
    journey.press("4");
    assert!(journey.shows("Geen rij past bij ‘mensenrechtenFONDS 2026’."));
    journey.press("Enter y");
    assert!(journey.app.shows_overview());
    journey.press("Esc");
    assert!(journey.shows("79 · op aantal") && journey.app.shows_overview());
    journey.press("Esc");
    assert!(journey.app.overlay().is_none());
    journey.press("o /").type_text("rve").press("Esc");
    assert!(journey.shows("79 · op aantal"), "{}", journey.screen());
}

#[test]
fn a_cell_leads_to_the_first_mention_in_its_section() {
    let mut journey = overview(120, 36);
    journey.press("4 j Right");
    assert!(journey.shows("in 2: aanbeveling 0×, reactie 2× · Europese Unie"));
    journey.press("Right");
    assert!(journey.shows("in 5: aanbeveling 2×, reactie 6× · Europese Unie"));
    journey.press("Right Enter");
    assert_eq!(pointed(&journey), "Europese Unie");
    assert!(
        journey.footer().starts_with(" 5.0 "),
        "{}",
        journey.footer()
    );
    assert!(journey.footer().contains("EU 3/10"), "{}", journey.footer());
    journey.press("Backspace Left Enter");
    assert!(
        journey.footer().starts_with(" 2.1 "),
        "{}",
        journey.footer()
    );
    journey.press("Backspace Left Left Enter");
    assert!(journey.footer().contains("EU 1/10"), "{}", journey.footer());
}

#[test]
fn the_counts_of_a_row_add_up() {
    let mut journey = overview(120, 36);
    journey.press("4");
    let app = &journey.app;
    for &entity in &app.reader().overview.sheet().rows {
        let sections = 0..app.reader().letter.sections().len();
        let sum: usize = sections
            .map(|section| app.reader().heat(entity, section).sum())
            .sum();
        assert_eq!(sum, app.reader().mentions.of(entity).len());
    }
}

#[test]
fn a_row_or_the_table_is_copied_in_three_forms() {
    let mut journey = overview(120, 36);
    journey.press("2 V y Enter");
    let row = copied(&mut journey);
    assert!(
        row.starts_with("0.3 · afwijzing · het kabinet · Tegelijkertijd ziet het kabinet"),
        "{row}"
    );
    assert!(!row.contains('\n') && journey.app.shows_overview());
    journey.press("y Tab t");
    let table = copied(&mut journey);
    assert!(
        table.starts_with("| adres | soort | wie | termijn | zin |\n| --- |"),
        "{table}"
    );
    assert_eq!(
        table.lines().filter(|line| line.starts_with("| ")).count(),
        5
    );
    assert!(
        table.contains("Kamerstukken II 2025/26, 36800 XVII, nr. 9"),
        "{table}"
    );
    assert!(table.contains("duiding zijn van de makers"), "{table}");
    journey.press("y Tab r");
    let row = copied(&mut journey);
    assert_eq!(row.split('\t').count(), 6, "{row}");
    assert!(row.ends_with("\tduiding van de makers"), "{row}");
    journey.press("y t");
    let table = copied(&mut journey);
    assert!(
        table.starts_with("adres\tsoort\twie\ttermijn\tzin\tduiding\n"),
        "{table}"
    );
    let signed = table
        .lines()
        .filter(|line| line.ends_with("\tduiding van de makers"));
    assert_eq!(signed.count(), 3, "{table}");
    journey.press("y Tab Tab r");
    let row = copied(&mut journey);
    assert!(row.contains("| duiding van de makers |"), "{row}");
    journey.press("y Tab Esc");
    journey.press("4 j y t");
    let table = copied(&mut journey);
    let wanted = "Europese Unie\torganisatie\t\t\t2\t\t\t2+6\t\t\t\t\t10";
    assert!(table.contains(wanted), "{table}");
    assert!(table.starts_with("naam\tsoort\t0\t1\t2\t"), "{table}");
}

#[test]
fn the_menu_shows_what_would_be_copied_and_goes_back_to_the_table() {
    let mut journey = overview(80, 24);
    journey.press("2 y j");
    insta::assert_snapshot!(journey.screen());
    journey.press("Esc");
    assert!(journey.app.shows_overview());
    journey.press("y Enter");
    journey.tell(Message::Copied(Way::Unknown, "tekst".to_owned()));
    journey.press("Esc");
    assert!(journey.app.shows_overview());
}

#[test]
fn bookmarks_and_notes_stand_in_a_table_of_their_own() {
    let mut journey = overview(80, 24);
    journey.press("6");
    assert!(journey.shows("Nog geen bladwijzers of notities"));
    journey
        .press("Enter y Esc 4 m 5 a")
        .type_text("Vraag: welk budget?")
        .press("Enter");
    journey
        .press("2 m a")
        .type_text("Nu ook een notitie")
        .press("Enter o");
    insta::assert_snapshot!("notes_of_ones_own", journey.screen());
    journey.press("/").type_text("budget").press("Enter Enter");
    assert!(
        journey.footer().starts_with(" 5.1 "),
        "{}",
        journey.footer()
    );
    // What is taken away in the text is gone from the table on the way back.
    journey.press("a Ctrl-u Enter Backspace");
    assert!(
        journey.shows("Geen rij past bij ‘budget’."),
        "{}",
        journey.screen()
    );
    journey.press("Esc y Tab t");
    let table = copied(&mut journey);
    assert!(
        table.contains("| 2.0 | bladwijzer | Nu ook een notitie | Hanteer als"),
        "{table}"
    );
    assert!(table.contains("36800 XVII, nr. 9.") && !table.contains("makers"));
    assert!(
        table.contains("| 4.1 | bladwijzer |  | Nederland hecht grote waarde"),
        "{table}"
    );
}

#[test]
fn the_mouse_chooses_rows_and_tables() {
    let mut journey = overview(120, 36);
    let (column, row) = journey.cell_of("Cijfers en datums");
    journey.click(column, row);
    assert!(journey.shows("herkend volgens vaste regels"));
    journey.wheel(10, 20, Turn::On).wheel(10, 20, Turn::On);
    assert_eq!(journey.app.reader().overview.sheet().chosen, 2);
    let (column, row) = journey.cell_of("Toezeggingen");
    journey.click(column, row);
    let (column, row) = journey.cell_of("afwijzingen");
    journey.click(column, row);
    assert!(journey.shows("3 · op adres"), "{}", journey.screen());
    let (column, row) = journey.cell_of("landenstrategieën");
    journey.click(column, row);
    assert!(pointed(&journey).contains("landenstrategieën"));
}

#[test]
fn a_long_table_scrolls_so_that_the_chosen_row_is_whole() {
    let mut journey = overview(60, 20);
    journey.press("2");
    for _ in 0..60 {
        journey.press("j");
        let chosen = journey.app.reader().overview.sheet().chosen;
        let lines = journey.app.row_lines(chosen);
        let last = &lines[lines.len().min(13) - 1].last().unwrap().text;
        assert!(journey.shows(last), "{last}\n{}", journey.screen());
        assert!(journey.screen().matches('▌').count() == lines.len().min(13));
    }
    assert_eq!(journey.app.reader().overview.sheet().chosen, 52);
    journey.press("g");
    assert_eq!(journey.app.reader().overview.sheet().first, 0);
    journey.press("G PgUp");
    assert!(journey.app.reader().overview.sheet().chosen < 52);
}

#[test]
fn another_letter_says_what_nobody_has_read_in_it() {
    let source =
        "Aanbeveling 1: Doe dit.\n\nDat doen wij in 2026.\n\nAanbeveling 2: En dat.\n\nNee.\n";
    let letter = letter::read(source.as_bytes()).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 80, 24);
    journey.press("o");
    assert_eq!(journey.screen().matches("onbekend").count(), 2);
    journey.press("j Enter");
    assert!(
        journey.footer().starts_with(" 2.1 "),
        "{}",
        journey.footer()
    );
    journey.press("o 2");
    assert!(journey.shows("Voor deze brief zijn geen uitspraken aangewezen"));
    journey.press("Enter j k y s v 3");
    assert!(journey.shows("1 · op adres") && journey.shows("2026"));
    journey.press("4");
    assert!(journey.shows("geen naam die het programma kent"));
    journey.press("Right Enter 5");
    assert!(journey.shows("In deze brief staan geen afkortingen."));
}

#[test]
fn without_lines_a_table_still_reads() {
    use kamerbrief::app::geometry::{Arrangement, Signs};
    let mut journey = overview(80, 24);
    journey.app.set_arrangement(Arrangement {
        signs: Signs::Ascii,
        ..journey.app.reader().arrangement
    });
    insta::assert_snapshot!("named_ascii", journey.press("4").screen());
}

#[test]
fn no_quote_behind_a_stance_hides_behind_a_number() {
    for (columns, rows) in [(120, 36), (80, 24), (200, 50)] {
        let mut journey = overview(columns, rows);
        journey.press("Home");
        for section in 0..=8 {
            let section = &journey.app.reader().letter.sections()[section];
            let stance = journey
                .app
                .reader()
                .letter
                .stance(section)
                .expect("a stance");
            let quotes: Vec<String> = stance
                .quotes
                .iter()
                .map(|quote| {
                    let words = journey.app.reader().letter.words(*quote).split(' ');
                    words.take(3).collect::<Vec<_>>().join(" ")
                })
                .collect();
            for quote in quotes {
                assert!(journey.shows(&quote), "{quote}:\n{}", journey.screen());
            }
            journey.press("j");
        }
    }
}

#[test]
fn statements_are_ordered_and_filtered_by_who_and_term() {
    let mut journey = overview(120, 36);
    journey.press("2");
    assert!(
        journey.shows("wie") && journey.shows("termijn"),
        "{}",
        journey.screen()
    );
    let first = |journey: &Journey| {
        let at = journey.app.reader().overview.sheet().rows[0];
        journey.app.reader().statements()[at]
    };
    journey.press("s s");
    assert!(journey.shows("op wie"));
    assert!(first(&journey).who.is_some());
    journey.press("s");
    assert!(journey.shows("op termijn"));
    assert!(first(&journey).term.is_some());
    let all = journey.app.reader().overview.sheet().rows.len();
    journey.press("/").type_text("het kabinet").press("Enter");
    let some = journey.app.reader().overview.sheet().rows.len();
    assert!(0 < some && some < all, "{some} of {all}");
}

#[test]
fn rows_have_air_between_them_where_there_is_room() {
    for (keys, airy) in [("2", true), ("3", true), ("4", false)] {
        let mut journey = overview(120, 36);
        journey.press(keys);
        let list = journey.app.overview_regions().list;
        let screen = journey.screen();
        let lines: Vec<&str> = screen.lines().collect();
        let blank = |row: u16| lines[usize::from(row)].trim().is_empty();
        let blanks = (list.y..list.bottom() - 1)
            .filter(|&row| blank(row))
            .count();
        assert_eq!(blanks > 3, airy, "{screen}");
    }
}

#[test]
fn back_leads_to_the_very_row_that_was_left() {
    let mut journey = overview(100, 30);
    journey.press("2 j j Enter o 3 Enter Ctrl-o");
    assert!(journey.shows("herkend volgens vaste regels"));
    journey.press("Esc Ctrl-o");
    assert!(journey.shows("wat het kabinet toezegt"));
    assert_eq!(journey.app.reader().overview.sheet().chosen, 2);
}

#[test]
fn a_note_that_is_chosen_stays_chosen_when_another_is_made_before_it() {
    let mut journey = Journey::start(100, 20);
    journey.press("3 m 7 m o 6 j");
    let chosen = |journey: &Journey| {
        let screen = journey.screen();
        screen.lines().any(|line| line.starts_with(" ▌ 7.1"))
    };
    assert!(chosen(&journey));
    journey.press("Esc 1 m o");
    assert!(chosen(&journey), "{}", journey.screen());
}

#[test]
fn a_sentence_without_an_end_is_not_told_with_each_of_its_figures() {
    let text = "in 2024 gaf Nederland 5 miljoen euro en ".repeat(2000);
    let size = text.len();
    let letter = letter::read(format!("Dag\n\n{text}.\n").as_bytes()).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 100, 30);
    journey.press("o 3");
    let whole = journey.app.copied_table(TablePart::Whole).len();
    assert!(whole < 20 * size, "{whole} bytes of {size}");
    let first = journey.app.first_of_table(TablePart::Whole, 30).len();
    assert!(first < 20_000, "{first} bytes are made to be looked at");
    assert!(journey.shows("…"), "{}", journey.screen());
}

#[test]
fn the_longest_sentence_of_the_letter_is_told_whole() {
    let mut journey = overview(120, 36);
    journey.press("3");
    let table = journey.app.copied_table(TablePart::Whole);
    assert!(!table.contains('…'), "{table}");
}

#[test]
fn a_table_without_rows_offers_nothing_to_do_with_them() {
    let mut journey = overview(120, 36);
    assert!(journey.footer().contains("Enter ga erheen") && journey.footer().contains("y kopieer"));
    let footer = journey.press("6").footer();
    assert!(
        !footer.contains("Enter") && !footer.contains("kopieer"),
        "{footer}"
    );
    assert!(
        !footer.contains("volgorde") && footer.contains("Esc sluit"),
        "{footer}"
    );
}
