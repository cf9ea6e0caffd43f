//! The strip beside the text.

use crate::{assert_footer, common::Journey, paragraph_at};
use StripCell::{Blank, Bookmark, Hit, OwnNote, Shown};
use kamerbrief::{
    app::{
        geometry::{Arrangement, Signs},
        strip::StripCell,
    },
    letter::{self, Language, Place, Span, source::embedded_source},
};

/// The cells of the strip, none where it does not show.
fn cells(journey: &Journey) -> Vec<StripCell> {
    let area = journey.app.reader().strip_area();
    area.map_or(Vec::new(), |area| journey.app.reader().strip(area))
}

#[test]
fn it_shows_only_where_it_says_something() {
    let mut journey = Journey::start(80, 24);
    assert!(cells(journey.press("4")).is_empty(), "nothing to show");
    journey.press("/").type_text("digitale").press("Enter");
    assert!(cells(&journey).contains(&Hit) && cells(&journey).contains(&Shown));
    assert!(
        cells(journey.press("9")).is_empty(),
        "nothing is in this section"
    );
    assert!(!cells(journey.press("4")).is_empty());
    assert!(cells(journey.resize(80, 100)).is_empty(), "all of it shows");
    journey.resize(80, 24);
    assert!(
        cells(journey.press("Esc")).is_empty(),
        "the hits are put away"
    );
    assert!(!cells(journey.press("]")).is_empty());
    assert!(cells(journey.press("Esc")).is_empty());
    journey.press("f").type_text("civicus").press("Enter");
    assert!(cells(&journey).contains(&Hit));
    journey.press("Esc m");
    assert!(cells(&journey).contains(&Bookmark) && !cells(&journey).contains(&Hit));
    assert!(cells(journey.press("z")).is_empty(), "the text only");
    journey.press("z");
    assert!(cells(journey.resize(39, 20)).is_empty(), "no room");
}

/// The cells as they are by counting through all that could stand there.
fn plainly(journey: &Journey, height: usize) -> Vec<StripCell> {
    let app = &journey.app;
    let paragraphs = &app.reader().letter.sections()[app.reader().section()].paragraphs;
    let last = paragraphs.end - 1;
    let offset = |paragraph, byte| app.reader().letter.offset(Place { paragraph, byte });
    let start = offset(paragraphs.start, 0);
    let whole = offset(last, app.reader().letter.paragraph(last).len()) - start;
    let cell = |byte: usize| ((byte - start) * height / whole).min(height - 1);
    let mut cells = vec![Blank; height];
    let shown = app.reader().shown_bytes().unwrap();
    cells[cell(shown.start)..=cell(shown.end - 1)].fill(Shown);
    let hits: &[Span] = app
        .reader()
        .search
        .as_ref()
        .map_or(&[], |search| search.hits());
    for span in hits
        .iter()
        .filter(|span| paragraphs.contains(&span.paragraph))
    {
        cells[cell(offset(span.paragraph, span.start))] = Hit;
    }
    let marks = app.reader().marks().iter().rev();
    for mark in marks.filter(|mark| paragraphs.contains(&mark.paragraph)) {
        let sign = if mark.note.is_empty() {
            Bookmark
        } else {
            OwnNote
        };
        cells[cell(offset(mark.paragraph, 0))] = sign;
    }
    cells
}

#[test]
fn each_thing_stands_at_its_height_by_bytes() {
    let mut shown = 0;
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (40, 9)] {
        for typed in ["de ", "digitale", "mensenrechten"] {
            let mut journey = Journey::start(columns, rows);
            journey
                .press("4 } m } } a")
                .type_text("Nagaan")
                .press("Enter 8 m");
            journey.press("/").type_text(typed).press("Enter");
            for section in ["0", "1", "3", "4", "5", "8"] {
                journey.press(section);
                for _ in 0..6 {
                    if let Some(area) = journey.app.reader().strip_area() {
                        shown += 1;
                        let height = usize::from(area.height);
                        assert_eq!(
                            cells(&journey),
                            plainly(&journey, height),
                            "{typed} in {section}"
                        );
                    }
                    journey.press("d");
                }
            }
        }
    }
    assert!(shown > 100, "{shown}");
}

#[test]
fn a_row_that_scrolls_changes_two_cells_at_most() {
    for (columns, rows) in [(120, 40), (120, 36), (80, 24), (60, 20)] {
        for section in 0..9 {
            let mut journey = Journey::start(columns, rows);
            journey.press(&section.to_string()).press("m");
            let mut before = cells(&journey);
            let mut changed = 0;
            let mut scrolled = 0;
            while !before.is_empty() && journey.app.reader().section() == section {
                let top = journey.app.reader().place();
                journey.press("j");
                if journey.app.reader().place() == top {
                    // The end of the letter shows.
                    break;
                }
                let now = cells(&journey);
                if journey.app.reader().section() == section {
                    let differ = before.iter().zip(&now).filter(|(one, other)| one != other);
                    let count = differ.count();
                    assert!(count <= 2, "{count} cells in {section} at {columns}x{rows}");
                    changed += count;
                    scrolled += 1;
                }
                before = now;
            }
            assert!(changed <= 2 * scrolled);
        }
    }
}

#[test]
fn a_press_goes_there() {
    let mut journey = Journey::start(80, 24);
    journey.press("4 } } m 4");
    journey.press("/").type_text("digitale").press("Enter g");
    let area = journey.app.reader().strip_area().unwrap();
    let shown = cells(&journey);
    let row = |cell: usize| area.y + u16::try_from(cell).unwrap();
    let hit = shown.iter().rposition(|cell| *cell == Hit).unwrap();
    journey.click(area.x, row(hit));
    let focus = journey.app.reader().focus.unwrap();
    assert_eq!(journey.app.reader().letter.words(focus), "digitale");
    let search = journey.app.reader().search.as_ref().unwrap();
    assert_eq!(search.hits()[search.at], focus, "n goes on from there");
    let number = format!("{}/{}", search.at + 1, search.hits().len());
    assert_footer(&journey, &number);
    let mark = shown.iter().position(|cell| *cell == Bookmark).unwrap();
    journey.click(area.x, row(mark));
    let paragraph = paragraph_at(&journey.app.reader().letter, "4.3");
    assert_eq!(journey.app.reader().focus.unwrap().paragraph, paragraph);
    journey.press("Backspace");
    let blank = shown.iter().rposition(|cell| *cell == Blank).unwrap();
    journey.press("g").click(area.x, row(blank));
    assert_ne!(cells(&journey)[blank], Blank, "that part shows now");
    journey.click(area.x, area.y);
    assert!(
        journey.shows("Aanbeveling 4"),
        "the first cell is the start"
    );
}

#[test]
fn it_is_drawn_at_the_right_of_the_text_in_ascii_too() {
    for (signs, hit, bookmark, thumb) in
        [(Signs::Drawn, '•', '★', '▐'), (Signs::Ascii, '-', '*', '|')]
    {
        let mut journey = Journey::start(80, 24);
        journey.app.set_arrangement(Arrangement {
            signs,
            ..journey.app.reader().arrangement
        });
        journey.press("4 m } }");
        journey.press("/").type_text("digitale").press("Enter");
        let area = journey.app.reader().strip_area().unwrap();
        assert_eq!(area.x, 79);
        let screen = journey.screen();
        let drawn: Vec<char> = screen
            .lines()
            .map(|line| line.chars().nth(79).unwrap_or(' '))
            .collect();
        let rows = usize::from(area.y)..usize::from(area.bottom());
        for (drawn, cell) in drawn[rows].iter().zip(cells(&journey)) {
            let sign = match cell {
                Blank => ' ',
                Shown => thumb,
                Hit => hit,
                Bookmark => bookmark,
                OwnNote => panic!("no note was made"),
            };
            assert_eq!(*drawn, sign);
        }
    }
}

#[test]
fn many_hits_in_a_big_section_are_looked_up_by_cell() {
    let letter = letter::read(embedded_source().repeat(30)).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 100, 40);
    journey.press("8 /").type_text("e").press("Enter");
    assert!(journey.app.reader().search.as_ref().unwrap().hits().len() > 50_000);
    assert!(cells(&journey).iter().all(|cell| *cell == Hit));
    journey
        .press("/")
        .type_text("geopolitieke")
        .press("Enter 8");
    let height = usize::from(journey.app.reader().strip_area().unwrap().height);
    assert_eq!(cells(&journey), plainly(&journey, height));
}

#[test]
fn hits_that_are_gone_through_in_another_order_show_where_they_stand() {
    for (keys, hits) in [("2 Enter", 3), ("3 Enter", 3), ("4 Enter", 3)] {
        let mut journey = Journey::start(80, 15);
        journey.press(keys);
        let found = cells(&journey).iter().filter(|cell| **cell == Hit).count();
        assert_eq!(found, hits, "{keys}: {:?}", cells(&journey));
        let area = journey.app.reader().strip_area().unwrap();
        let row = cells(&journey)
            .iter()
            .position(|cell| *cell == Hit)
            .unwrap();
        let first = journey
            .app
            .reader()
            .hits
            .as_ref()
            .unwrap()
            .spans
            .iter()
            .min()
            .copied();
        journey.click(area.x, area.y + u16::try_from(row).unwrap());
        assert_eq!(journey.app.reader().focus, first, "{keys}");
    }
    let mut journey = Journey::start(80, 15);
    journey.press("o 2 s Enter 3");
    assert!(cells(&journey).contains(&Hit), "{}", journey.screen());
}
