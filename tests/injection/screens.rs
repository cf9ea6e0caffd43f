//! Every screen, the bytes that are written for it, and what leaves by a copy.

use crate::{
    common::Journey,
    nasty::{check, harmless, is_trick, letter, source, text},
    stream,
};
use kamerbrief::{
    app::{
        App,
        copy::{Portion, Way},
        geometry::{Arrangement, Signs},
        kept::{Anchor, Kept, KeptMark},
        message::{Act, Effect, Message},
    },
    letter::Language,
    tui::{draw, terminal::screen::Screen, theme::Theme, view},
};
use proptest::{prelude::*, test_runner::TestCaseResult};
use ratatui::{Terminal, backend::TestBackend, layout};

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (44, 12), (12, 4)];

/// Fails where a cell of the screen holds anything but a character that stands there.
fn shows(app: &App, of: &str) -> TestCaseResult {
    let size = app.reader().size;
    let mut terminal = Terminal::new(TestBackend::new(size.columns, size.rows)).unwrap();
    let theme = Theme::at(0);
    terminal.draw(|frame| view(app, &theme, frame)).unwrap();
    for cell in terminal.backend().buffer().content() {
        let symbol = cell.symbol();
        harmless(symbol, of)?;
        prop_assert!(!symbol.contains('\n'), "{of}: a line end in a cell");
        prop_assert!(
            symbol.is_empty() || unicode_width::UnicodeWidthStr::width(symbol) > 0,
            "{of}: {symbol:?} takes no cell"
        );
    }
    Ok(())
}

/// Fails where other sequences than ours are written for the screen.
fn writes(app: &App, of: &str) -> TestCaseResult {
    let mut bytes = Vec::new();
    let size = layout::Size::new(app.reader().size.columns, app.reader().size.rows);
    let theme = Theme::at(1);
    Screen::new(&mut bytes)
        .show(size, layout::Rect::ZERO, |buffer| draw(app, &theme, buffer))
        .unwrap();
    stream::check(&bytes).map_err(|found| TestCaseError::fail(format!("{of}: {found}")))
}

fn seen(journey: &Journey, of: &str) -> TestCaseResult {
    shows(&journey.app, of)?;
    writes(&journey.app, of)
}

/// Opens one screen after the other and puts the text into each that takes one.
fn visit(journey: &mut Journey, typed: &str) -> TestCaseResult {
    let paste = || Message::Paste(typed.to_owned());
    journey.press("j");
    seen(journey, "the reader")?;
    for (keys, of) in [("f", "the finder"), ("/", "the search"), ("L", "the list")] {
        journey.press(keys).tell(paste());
        seen(journey, of)?;
        journey.press("Enter");
        seen(journey, "what it found")?;
        journey.press("n e");
        seen(journey, "a mention")?;
        journey.press("Esc Esc");
    }
    journey.press(":").tell(paste());
    seen(journey, "an address")?;
    journey.press("Enter");
    seen(journey, "a refused address")?;
    journey.press("Esc a").tell(paste());
    seen(journey, "a note that is typed")?;
    journey.press("Enter");
    seen(journey, "a note that was kept")?;
    for mark in journey.app.reader().marks() {
        harmless(&mark.note, "a note")?;
        prop_assert!(!mark.note.contains('\n'));
    }
    journey.press("} {");
    seen(journey, "a note that is told")?;
    journey.press("?").tell(paste());
    seen(journey, "the help")?;
    journey.press("Esc Esc");
    for section in ["0", "1", "2", "9"] {
        journey.press(section);
        seen(journey, "a section")?;
        for _ in 0..4 {
            journey.press("e Enter");
            seen(journey, "a card")?;
            journey.press("Esc");
        }
        journey.press("v s w y");
        seen(journey, "the copy menu")?;
        journey.press("n j");
        seen(journey, "the copy menu with note marks")?;
        journey.press("Esc Esc");
        copies(journey)?;
    }
    Ok(())
}

/// Copies every portion, and has the text shown to be selected by hand.
fn copies(journey: &mut Journey) -> TestCaseResult {
    for portion in Portion::ALL {
        journey.press("y").tell(Message::Act(Act::Take(portion)));
        let Some(Effect::Copy(text)) = journey.effects.pop() else {
            continue;
        };
        let control = text.chars().find(|&c| c.is_control() && c != '\n');
        prop_assert!(control.is_none(), "{portion:?}: {control:?} in {text:?}");
        if portion == Portion::Link {
            let of_a_link = |c: char| c.is_ascii_alphanumeric() || "/.:-".contains(c);
            prop_assert!(text.chars().all(of_a_link), "{text:?}");
        }
        journey.tell(Message::Copied(Way::Unknown, text.clone()));
        seen(journey, "a text to be selected by hand")?;
        journey.press("w");
        let Some(Effect::Save { stem, text: saved }) = journey.effects.pop() else {
            panic!("nothing to save");
        };
        prop_assert_eq!(saved, text);
        let of_a_name = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
        prop_assert!(stem.chars().all(of_a_name), "{stem:?}");
        journey.press("Esc");
    }
    Ok(())
}

#[test]
fn what_is_drawn_acts_on_nothing() {
    let sizes = prop::sample::select(SIZES.as_slice());
    let cases = (source(), text(4), sizes, any::<bool>());
    check(24, &cases, |(source, typed, (columns, rows), plain)| {
        let Some(letter) = letter(&source) else {
            return Ok(());
        };
        let mut journey = Journey::with(letter, Language::Dutch, columns, rows);
        if plain {
            journey.app.set_arrangement(Arrangement {
                signs: Signs::Ascii,
                ..journey.app.reader().arrangement
            });
        }
        visit(&mut journey, &typed)
    });
}

#[test]
fn what_is_looked_for_from_the_start_and_before_acts_on_nothing() {
    check(40, &text(4), |typed| {
        let mut journey = Journey::start(0, 0);
        journey.app.remember(vec![typed.clone()]);
        journey.app.start_with(&typed);
        journey.resize(80, 24);
        seen(&journey, "the finder at the start")?;
        journey.press("Esc / Up");
        seen(&journey, "an earlier search")?;
        for kept in journey.app.searches() {
            harmless(kept, "a search that is kept")?;
            prop_assert!(!kept.contains('\n'));
        }
        Ok(())
    });
}

#[test]
fn what_was_kept_by_whomever_acts_on_nothing() {
    check(40, &(text(4), text(4)), |(note, words)| {
        let mut journey = Journey::start(0, 0);
        let first = journey
            .app
            .reader()
            .letter
            .paragraph(8)
            .chars()
            .take(64)
            .collect();
        let mark = |words: String| KeptMark {
            anchor: Anchor {
                paragraph: 8,
                address: Some(note.clone()),
                words,
                around: None,
            },
            bookmark: true,
            note: note.clone(),
            ..KeptMark::default()
        };
        let kept = Kept {
            marks: vec![mark(first), mark(words)],
            read: Vec::new(),
            ..Kept::default()
        };
        journey.tell(Message::Marks(Ok(Box::new(kept))));
        journey.resize(80, 24);
        seen(&journey, "the start")?;
        journey.press("} {");
        prop_assert!(journey.app.reader().mark_at(8).is_some());
        journey.app.start_at(8);
        seen(journey.press("t"), "its paragraph")?;
        seen(journey.press("{ }"), "a note that is told")?;
        seen(journey.press("a"), "a note that was kept")?;
        for lost in journey.app.reader().lost_marks() {
            for text in [
                Some(lost.note),
                Some(lost.anchor.words),
                lost.anchor.address,
            ] {
                harmless(&text.unwrap_or_default(), "what has no paragraph")?;
            }
        }
        Ok(())
    });
}

#[test]
fn marks_stand_where_the_tricks_were() {
    let letter = letter("Aan \u{202e}wie\x1b[31m dit\u{200b} leest\u{ad}.").unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 80, 24);
    assert!(journey.shows("Aan �wie␛[31m dit� leest‧."));
    journey.tell(Message::Act(Act::Find));
    journey.tell(Message::Paste("\x1b]0;x\x07\n\u{202e}".into()));
    // What cannot be seen is no part of what is looked for.
    assert!(journey.shows("> ␛]0;x␇  "), "{}", journey.screen());
    let mut journey = Journey::start(0, 0);
    journey.app.start_with("\x1b]0;x\x07\n\u{202e}");
    journey.resize(80, 24);
    // What cannot be seen is no part of what is looked for.
    assert!(journey.shows("> ␛]0;x␇  "), "{}", journey.screen());
}

#[test]
fn a_copy_holds_the_letters_own_words_and_shows_marks() {
    let own = "Aan \u{202e}wie\u{2069} dit\u{200b} leest\u{ad}: ";
    let letter = letter(&format!("{own}\x1b[31mrood")).unwrap();
    let mut journey = Journey::with(letter, Language::Dutch, 80, 24);
    journey.press("y");
    assert!(journey.shows("Aan �wie� dit� leest‧: ␛[31mrood"));
    journey.press("p");
    let text = format!("{own}␛[31mrood");
    assert_eq!(journey.effects.pop(), Some(Effect::Copy(text.clone())));
    assert!(text.contains(is_trick));
    journey.tell(Message::Copied(Way::Unknown, text));
    assert!(journey.shows("Aan �wie� dit� leest‧: ␛[31mrood"));
}
