//! Text whose full rows end straight at the right. Whatever the cells between its words, it is the same text: what
//! the mouse takes, what is selected, found and copied.

use crate::{common::Journey, start_at};
use kamerbrief::{
    app::message::Effect,
    reading::flow::Show,
    settings::{Edge, Settings},
};

/// The reader at 4.1, with full rows that end straight.
fn straight(columns: u16, rows: u16) -> Journey {
    let mut journey = start_at("4.1", columns, rows);
    let settings = Settings {
        justification: Edge::Straight,
        ..Settings::default()
    };
    journey.app.take_settings(settings, Vec::new());
    journey.resize(columns, rows);
    journey
}

/// The words that show in a row, each with its first cell; and the words that stand there in the letter.
type Words = (Vec<(u16, String)>, Vec<String>);

/// The words of a row of the text.
fn words(journey: &Journey, row: u16) -> Option<Words> {
    let reader = journey.app.reader();
    let area = reader.regions().text;
    let line = reader.page().get(usize::from(row - area.y))?;
    let Show::Text(shown) = line.show else {
        return None;
    };
    let text = &reader.letter.paragraph(line.paragraph)[shown.start..shown.end];
    let screen = journey.screen();
    let cells = screen.lines().nth(usize::from(row)).unwrap_or_default();
    let cells: Vec<char> = cells.chars().chain(" ".repeat(999).chars()).collect();
    let (start, end) = (usize::from(area.x), usize::from(area.right()));
    let mut words: Vec<(u16, String)> = Vec::new();
    for at in start..end {
        match cells[at] {
            ' ' => {}
            c if at > start && cells[at - 1] != ' ' => words.last_mut()?.1.push(c),
            c => words.push((u16::try_from(at).unwrap(), c.to_string())),
        }
    }
    if words.first().is_some_and(|(_, first)| first == "▎") {
        words.remove(0);
    }
    let own = text.split(' ').map(str::to_owned).collect();
    Some((words, own))
}

#[test]
fn every_word_is_taken_where_it_shows() {
    let mut widened = 0;
    for (columns, rows) in [(120, 36), (80, 24), (170, 40)] {
        let mut journey = straight(columns, rows);
        let area = journey.app.reader().regions().text;
        for row in area.y..area.bottom() {
            let Some((shown, own)) = words(&journey, row) else {
                continue;
            };
            if shown.iter().map(|(_, word)| word).ne(&own) {
                // A mark of a note and a hyphen of ours are no part of the text.
                let marked = |word: &String| {
                    word.contains(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷']) || word.ends_with('-')
                };
                assert!(
                    shown.iter().any(|(_, word)| marked(word)),
                    "{shown:?} {own:?}"
                );
                continue;
            }
            let mut end = None;
            for (start, word) in shown {
                let last = start + u16::try_from(word.chars().count()).unwrap() - 1;
                // Where it ends at the cell it began in, a drag is a press.
                if start < last {
                    journey.drag((start, row), &[(last, row)]);
                    let span = journey.app.reader().selection.unwrap();
                    assert_eq!(journey.app.reader().letter.words(span), word);
                }
                if end.is_some_and(|end| end + 2 < start) {
                    widened += 1;
                    // Both cells of a wide blank are the one blank.
                    for blank in [start - 2, start - 1] {
                        journey.drag((blank, row), &[(last, row)]);
                        let span = journey.app.reader().selection.unwrap();
                        let taken = journey.app.reader().letter.words(span);
                        assert_eq!(taken, format!(" {word}"));
                    }
                }
                journey.press("Esc");
                end = Some(last);
            }
        }
    }
    assert!(widened > 40, "{widened}");
}

#[test]
fn what_is_selected_or_found_is_marked_without_holes_and_copied_as_it_is() {
    let mut journey = straight(120, 36);
    let area = journey.app.reader().regions().text;
    let mut tried = 0;
    for row in area.y..area.bottom() {
        let Some((shown, own)) = words(&journey, row) else {
            continue;
        };
        let (first, last) = (&shown[0], &shown[shown.len() - 1]);
        let end = last.0 + u16::try_from(last.1.chars().count()).unwrap() - 1;
        let is_wide = usize::from(end + 1 - first.0) > own.join(" ").chars().count();
        if !is_wide || shown.iter().map(|(_, word)| word).ne(&own) {
            continue;
        }
        tried += 1;
        journey.drag((first.0, row), &[(end, row)]);
        let screen = journey.screen();
        let line: Vec<char> = screen
            .lines()
            .nth(usize::from(row))
            .unwrap()
            .chars()
            .collect();
        let cells: String = line[usize::from(first.0)..=usize::from(end)]
            .iter()
            .collect();
        assert_eq!(journey.with_role("selected"), [cells.as_str()]);
        journey.press("y Enter Esc Esc Esc");
        // The same words, found by typing them: also where a blank is wide.
        let pair = (1..shown.len()).find(|&at| {
            let before = shown[at - 1].0 + u16::try_from(shown[at - 1].1.chars().count()).unwrap();
            before + 1 < shown[at].0
        });
        let at = pair.unwrap();
        let phrase = format!("{} {}", own[at - 1], own[at]);
        journey.press("/").type_text(&phrase).press("Enter");
        let wide = format!("{}  {}", own[at - 1], own[at]);
        assert!(journey.shows(&wide), "{wide}: {}", journey.screen());
        let found = journey.with_role("focus");
        assert_eq!(found, [wide], "{}", journey.roles());
        journey.press("Esc Esc");
        let copied = journey
            .effects
            .iter()
            .rev()
            .find_map(|effect| match effect {
                Effect::Copy(text) => Some(text.clone()),
                _ => None,
            });
        assert!(copied.unwrap().starts_with(&own.join(" ")));
        // The search may have scrolled.
        journey = straight(120, 36);
    }
    assert!(tried > 5, "{tried}");
}
