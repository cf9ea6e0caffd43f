//! Plays steps on a reader, and finds the few of many that are to blame.

use crate::{invariants, steps::Step};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use kamerbrief::{
    app::{
        App,
        copy::Way,
        geometry::{Arrangement, Signs},
        kept::{Anchor, Changes, Kept, KeptMark, KeptSection, Saved},
        keymap::{self, Mode},
        library::Brought,
        message::{Effect, Message},
        own_note::edited::{Edited, EditorFault, note_of},
        words::Words,
    },
    catalogue::Catalogue,
    letter::{self, Language, Letter},
    library::Held,
};
use std::{
    collections::HashSet,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    time::Duration,
};

/// What a run begins with.
pub struct Start<'letter> {
    pub letter: &'letter dyn Fn() -> Letter,
    pub signs: Signs,
}

/// How many seconds go by with a step.
const PACE: u64 = 20;

/// How many steps may be taken again to find the few that matter.
const AGAIN: usize = 200_000;

/// Plays all steps: the modes that were seen; or which step failed, counted from 0, and why.
pub fn play(start: &Start, steps: &[Step]) -> Result<HashSet<Mode>, (usize, String)> {
    let words = Words::of(Language::Dutch);
    let mut app = App::new((start.letter)(), Catalogue::embedded(), words);
    app.set_arrangement(Arrangement {
        signs: start.signs,
        ..app.reader().arrangement
    });
    // More than are remembered.
    app.remember((0..60).map(|past| format!("zoek {past}")).collect());
    app.update(Message::Marks(Ok(Box::new(kept()))));
    let brought = |file: Option<&str>, letter| {
        let held = Held::new(file.map(str::to_owned), letter);
        Brought::of(held, &Kept::default(), Language::Dutch)
    };
    let letters = vec![
        brought(Some("een.txt"), (start.letter)()),
        brought(None, letter::embedded()),
    ];
    app.open_letters(letters, vec!["kapot\u{202e}.pdf: beschadigd".to_owned()]);
    let mut disk = kept();
    let mut seen = HashSet::new();
    for (index, step) in steps.iter().enumerate() {
        // Time goes by, so that there is a trail.
        let seconds = PACE * u64::try_from(index).unwrap_or_default();
        app.update(Message::At(Duration::from_secs(seconds)));
        // The panic has been told by then; what it says is not needed here.
        let taken = catch_unwind(AssertUnwindSafe(|| take(&mut app, &mut disk, step)));
        match taken {
            Ok(Ok(())) => {}
            Ok(Err(why)) => return Err((index, why)),
            Err(panic) => {
                let why = panic.downcast_ref::<String>().cloned();
                let why = why.or_else(|| Some((*panic.downcast_ref::<&str>()?).to_owned()));
                return Err((index, format!("panicked: {}", why.unwrap_or_default())));
            }
        }
        seen.insert(app.mode());
    }
    Ok(seen)
}

/// What was kept of another letter, or is broken.
fn kept() -> Kept {
    let mark = |paragraph: usize, words: &str, note: &str| KeptMark {
        anchor: Anchor {
            paragraph,
            address: Some("4.2".to_owned()),
            words: words.to_owned(),
            around: None,
        },
        bookmark: paragraph.is_multiple_of(2),
        note: note.to_owned(),
        ..KeptMark::default()
    };
    let section = |number, bytes, seen: &[(usize, usize)]| KeptSection {
        number,
        bytes,
        seen: seen.iter().map(|&(start, end)| start..end).collect(),
        ..KeptSection::default()
    };
    Kept {
        marks: vec![
            mark(usize::MAX, "x", "\x1b[2J\n\u{202e}van een ander"),
            mark(3, "x", ""),
            mark(0, "", "nergens bij"),
            mark(1, "Nog een letter", "weg"),
        ],
        read: vec![
            section(0, 1, &[(0, usize::MAX), (9, 3)]),
            section(4, 3069, &[(7, 9), (0, 8), (3000, usize::MAX)]),
            section(u32::MAX, 1, &[(0, 1)]),
        ],
        ..Kept::default()
    }
}

fn take(app: &mut App, disk: &mut Kept, step: &Step) -> Result<(), String> {
    match step {
        Step::Does(event) => happen(app, disk, event.clone()),
        Step::Looks => return invariants::draw(app),
        Step::Escapes => {
            for _ in 0..5 {
                let escape = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);
                happen(app, disk, Event::Key(escape));
            }
            if app.mode() != Mode::Reading || app.overlay().is_some() {
                return Err(format!("{:?} is not left by Esc", app.mode()));
            }
        }
    }
    invariants::hold(app)
}

/// Tells the reader of an event, and what became of what it asked for.
fn happen(app: &mut App, disk: &mut Kept, event: Event) {
    let message = keymap::message(app.keymap(), app.mode(), event);
    match message.and_then(|message| app.update(message)) {
        Some(Effect::Copy(text)) => {
            let ways = [
                Way::Unknown,
                Way::Tmux,
                Way::Unknown,
                Way::Terminal,
                Way::Program("xclip"),
            ];
            let way = ways[text.len() % ways.len()].clone();
            app.update(Message::Copied(way, text));
        }
        Some(Effect::Save { stem, text }) => {
            let written = (text.len() % 2 == 0).then_some(stem);
            app.update(Message::Written(written.ok_or("vol".to_owned())));
        }
        Some(Effect::Keep(changes)) => keep(app, disk, &changes),
        Some(Effect::EditNote { stem, text }) => {
            let edited = edited(&stem, &text);
            if let Some(Effect::Keep(changes)) = app.update(Message::Edited(edited)) {
                keep(app, disk, &changes);
            }
        }
        Some(Effect::ReadSettings) => {
            let read = Box::new(Err("het bestand is er niet".to_owned()));
            app.update(Message::Settings(read));
        }
        Some(Effect::Recall) => {
            app.update(Message::Recalled(Ok(Box::default())));
        }
        // The shell around the reader would end, stop or draw.
        Some(Effect::Quit | Effect::Suspend | Effect::Redraw | Effect::StopLoading) | None => {}
    }
}

/// What comes of a note in an editor: by its length another thing.
fn edited(stem: &str, text: &str) -> Edited {
    let file = || format!("{stem}.txt");
    let program = || "ed".to_owned();
    let (note, fault) = match text.len() % 5 {
        0 => (Some("geschreven␊in een editor".to_owned()), None),
        1 => (note_of(text).ok(), None),
        2 => (None, Some(EditorFault::NoText { file: file() })),
        3 => (Some(String::new()), None),
        _ => (
            Some("gered".to_owned()),
            Some(EditorFault::Failed {
                program: program(),
                code: None,
            }),
        ),
    };
    Edited { note, fault }
}

/// Keeps what the reader gives out, or cannot; and what it gives out when it hears of that.
fn keep(app: &mut App, disk: &mut Kept, changes: &Changes) {
    let full = app.reader().marks().len() % 5 == 4;
    let saved = if full {
        Saved::Failed("vol".to_owned())
    } else {
        *disk = changes.added_to(std::mem::take(disk));
        let kept = Box::new(disk.clone());
        Saved::Kept { kept, aside: None }
    };
    for saved in [Saved::Waits, saved] {
        match app.update(Message::Saved(saved)) {
            Some(Effect::Keep(changes)) => keep(app, disk, &changes),
            Some(Effect::Recall) => {
                app.update(Message::Recalled(Ok(Box::default())));
            }
            _ => {}
        }
    }
}

/// The fewest steps found that still fail, and why they do.
pub fn shrink(start: &Start, mut steps: Vec<Step>) -> (Vec<Step>, String) {
    let before = take_hook();
    set_hook(Box::new(|_| {}));
    let mut why = String::new();
    let mut again = AGAIN;
    let mut chunk = steps.len();
    let mut fails = |steps: &mut Vec<Step>| match play(start, steps) {
        Ok(_) => false,
        Err((index, sentence)) => {
            steps.truncate(index + 1);
            why = sentence;
            true
        }
    };
    fails(&mut steps);
    while chunk > 0 && again > 0 {
        let mut at = 0;
        while at < steps.len() && again > 0 {
            let mut fewer = steps.clone();
            fewer.drain(at..(at + chunk).min(steps.len()));
            again = again.saturating_sub(fewer.len());
            if fails(&mut fewer) {
                steps = fewer;
            } else {
                at += chunk;
            }
        }
        chunk /= 2;
    }
    fails(&mut steps);
    set_hook(before);
    (steps, why)
}
