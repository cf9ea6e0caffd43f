//! What a source sets apart shows on the screen as it is set: emphasis, lists, tables, headings, notes, pages.
//! What is drawn around the words is never among them.

mod common;

use common::Journey;
use kamerbrief::{
    app::message::Effect,
    letter::{Kind, Language, Letter, Role},
    source,
};
use ratatui::style::Modifier;

/// A letter by its own headings, with all that a source can set apart.
fn letter() -> Letter {
    let body = "<al>Aan de Voorzitter van de Tweede Kamer</al><al>Den Haag, 12 maart 2024</al>\
        <al>Dit volgt uit het <nadruk type=\"cur\">Handboek brieven</nadruk> en is \
        <nadruk type=\"vet\">belangrijk</nadruk>.<noot id=\"n1\" type=\"voet\"><noot.nr>1</noot.nr>\
        <noot.al>Zie het advies over de kleine lettertjes.</noot.al></noot></al>\
        <al>Wij doen het volgende:</al>\
        <lijst type=\"1\"><li><li.nr>1.</li.nr><al>elke brief telt ten hoogste vier bladzijden, en wie daar \
        niet aan toe komt mag het ook over meer bladzijden verdelen;</al></li><li><li.nr>2.</li.nr><al>bijlagen \
        tellen mee:</al><lijst type=\"ndash\"><li><li.nr>–</li.nr><al>altijd.</al></li></lijst></li></lijst>\
        <table><tgroup cols=\"3\"><thead><row><entry><al>Soort</al></entry><entry><al>2024</al></entry>\
        <entry><al>2025</al></entry></row></thead><tbody><row><entry><al>Brieven</al></entry><entry><al>1.200</al>\
        </entry><entry><al>90</al></entry></row><row><entry><al>Brieven met een onderwerp dat op geen enkele regel \
        past en dus over meer regels moet lopen dan een</al></entry><entry><al>7</al></entry><entry><al>8</al></entry>\
        </row></tbody></tgroup></table>";
    let xml = format!(
        "<officiele-publicatie><kamerstuk><kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar \
         2023-2024</tekstregel></kamerstukkop><dossier><dossiernummer><dossiernr>36 123</dossiernr></dossiernummer>\
         <titel>Begroting</titel></dossier><stuk><stuknr>Nr. <ondernummer kamer=\"2\">17</ondernummer></stuknr>\
         <titel>BRIEF</titel><algemeen><vrije-tekst><tekst>{body}</tekst><divisie><kop><nr>1</nr><titel>Aanpak van \
         de brieven</titel></kop><tekst><al>Zo doen wij dat.</al></tekst><divisie><kop><nr>1.1</nr><titel>Nader\
         </titel></kop><tekst><al>En dit hoort daarbij.</al></tekst></divisie></divisie></vrije-tekst></algemeen>\
         </stuk></kamerstuk></officiele-publicatie>"
    );
    source::read(xml.into_bytes()).unwrap()
}

fn journey(columns: u16, rows: u16) -> Journey {
    Journey::with(letter(), Language::Dutch, columns, rows)
}

/// The row of the screen that a text stands in, from that text on, and its column.
fn row_of(screen: &str, text: &str) -> (usize, String) {
    let found = screen.lines().find_map(|line| {
        let at = line.find(text)?;
        Some((line[..at].chars().count(), line[at..].to_owned()))
    });
    found.unwrap_or_else(|| panic!("‘{text}’ does not show:\n{screen}"))
}

#[test]
fn emphasis_shows_without_colour_too() {
    let journey = journey(100, 40);
    let looks = |word: &str| {
        let (x, y) = journey.cell_of(word);
        journey.buffer_in(&kamerbrief::tui::theme::Theme::at(5))[(x, y)].modifier
    };
    assert!(looks("Handboek").contains(Modifier::ITALIC));
    assert!(looks("belangrijk").contains(Modifier::BOLD));
    assert!(looks("volgt").is_empty());
}

#[test]
fn points_of_a_list_hang_behind_their_labels() {
    let screen = journey(100, 40).screen();
    let (label, row) = row_of(&screen, "1.  elke brief");
    assert!(row.starts_with("1.  elke"));
    let (below, _) = row_of(&screen, "daar niet aan toe komt");
    assert_eq!(below, label + 4, "{screen}");
    let (inner, _) = row_of(&screen, "– altijd");
    assert_eq!(inner, label + 2, "{screen}");
}

#[test]
fn tables_stand_in_columns_and_stack_where_there_is_no_room() {
    let screen = journey(100, 40).screen();
    let line = |text: &str| screen.lines().find(|line| line.contains(text)).unwrap();
    let (head, first, last) = (line("Soort"), line("Brieven  "), line("regels moet"));
    let ends = |row: &str, figure: &str| {
        row.rfind(figure)
            .map(|at| row[..at].chars().count() + figure.len())
    };
    assert_eq!(ends(head, "2024"), ends(first, "1.200"), "{screen}");
    assert_eq!(ends(head, "2025"), ends(first, "90"), "{screen}");
    // What stands behind a cell of several rows stands on its last.
    assert_eq!(ends(head, "2024"), ends(last, "7"), "{screen}");
    let narrow = journey(24, 70).screen();
    assert!(
        narrow.contains("2024: 7") && narrow.contains("2025: 90"),
        "{narrow}"
    );
    for word in ["Soort", "1.200", "een onderwerp"] {
        assert!(narrow.contains(word), "{word}: {narrow}");
    }
}

#[test]
fn a_note_stands_in_a_card_and_under_its_section() {
    let mut journey = journey(100, 40);
    assert!(journey.shows("¹  Zie het advies over de kleine lettertjes."));
    assert!(journey.shows("0.n1"));
    // Found as all the letter says, and gone to by its address.
    journey
        .press("/")
        .type_text("kleine lettertjes")
        .press("Enter");
    assert!(journey.shows("1/1"), "{}", journey.screen());
    journey.press("Esc :").type_text("0.n1").press("Enter");
    assert!(journey.footer().contains("0.n1"), "{}", journey.footer());
    journey.press("g e e e Enter");
    assert!(journey.shows("Noot 1"), "{}", journey.screen());
}

#[test]
fn what_is_drawn_is_not_what_is_copied() {
    let letter = letter();
    for paragraph in 0..letter.paragraphs().len() {
        let words = letter.paragraph(paragraph);
        let drawn = |c: char| matches!(c, '¹' | '─' | '│');
        assert!(!words.contains(drawn) && !words.contains("  "), "{words}");
        if letter.paragraphs()[paragraph].role == Role::Note {
            assert_eq!(words, "Zie het advies over de kleine lettertjes.");
        }
        if let Kind::Row { .. } = letter.kind(paragraph) {
            let cells = letter.cells(paragraph).iter();
            let cells: Vec<_> = cells.map(|cell| &words[cell.text.clone()]).collect();
            assert_eq!(cells.join(" "), words);
        }
    }
}

#[test]
fn a_press_on_a_cell_points_at_its_words() {
    let mut journey = journey(100, 40);
    let (x, y) = journey.cell_of("1.200");
    journey.drag((x, y), &[(x + 4, y)]);
    assert_eq!(journey.with_role("selected"), ["1.200"]);
    let (x, y) = journey.cell_of("bijlagen");
    journey.press("Esc").drag((x, y), &[(x + 7, y)]);
    assert_eq!(journey.with_role("selected"), ["bijlagen"]);
}

#[test]
fn headings_stand_in_the_sidebar_by_their_level() {
    let screen = journey(100, 40).screen();
    let (outer, _) = row_of(&screen, "1 Aanpak");
    let (inner, _) = row_of(&screen, "1.1 Nader");
    assert_eq!(inner, outer + 2, "{screen}");
}

#[test]
fn what_was_left_out_is_one_key_away() {
    let mut journey = journey(80, 24);
    journey.press("D");
    assert!(journey.shows("Weggelaten, want geen deel van de brief:"));
    assert!(
        journey.shows("Vergaderjaar 2023-2024"),
        "{}",
        journey.screen()
    );
    journey.press("y");
    let copied =
        |effect: &Effect| matches!(effect, Effect::Copy(text) if text.contains("Vergaderjaar"));
    assert!(journey.effects.iter().any(copied), "{:?}", journey.effects);
    journey.press("j j k Esc");
    assert!(journey.shows("Handboek brieven"));
    let mut journey = Journey::start(80, 24);
    journey.press("D");
    assert!(
        journey
            .footer()
            .contains("Uit deze bron is niets weggelaten.")
    );
}

#[test]
fn every_place_of_a_set_letter_has_one_row_at_every_width() {
    let letter = letter();
    for width in [1, 7, 20, 33, 60, 80, 200] {
        let mut flow = kamerbrief::reading::flow::Flow::default();
        flow.set_width(width);
        for paragraph in 0..letter.paragraphs().len() {
            let words = letter.paragraph(paragraph);
            let mut at = 0;
            for (row, pieces) in flow.rows_of(&letter, paragraph) {
                assert!(words[at..row.start].trim().is_empty(), "{width}: {words}");
                let shown: String = pieces
                    .iter()
                    .map(|piece| &words[piece.text.clone()])
                    .collect();
                let own: String = words[row.start..row.end].split_whitespace().collect();
                assert_eq!(shown.replace(' ', ""), own, "{width}");
                at = row.end;
            }
            assert_eq!(at, words.len(), "{width}: {words}");
        }
    }
}
