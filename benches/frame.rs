//! What a frame costs: opening the letter, taking a key into the state, drawing, and the overview.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use kamerbrief::{
    app::{
        App,
        message::{Act, Message, Reach, Turn},
        overview::Table,
        words::Words,
    },
    catalogue::Catalogue,
    letter::{self, Language},
    tui::{theme::Theme, view},
};
use ratatui::{Terminal, backend::TestBackend};
use std::hint::black_box;

/// The cells of the screen, across and down.
const SIZE: (u16, u16) = (120, 40);

/// The reader on the embedded letter, after these messages.
fn reader(messages: &[Message]) -> App {
    let words = Words::of(Language::Dutch);
    let mut app = App::new(letter::embedded(), Catalogue::embedded(), words);
    let (columns, rows) = SIZE;
    app.update(Message::Resize { columns, rows });
    for message in messages {
        app.update(message.clone());
    }
    app
}

fn open(criterion: &mut Criterion) {
    criterion.bench_function("open the embedded letter", |bencher| {
        bencher.iter(|| black_box(reader(&[])));
    });
}

fn update(criterion: &mut Criterion) {
    let mut app = reader(&[]);
    // A screen down and up again, or the end of the letter would be all that is measured.
    let turns = [[Turn::On; 40], [Turn::Back; 40]];
    let mut turns = turns.as_flattened().iter().copied().cycle();
    criterion.bench_function("take a scroll key", |bencher| {
        bencher.iter(|| {
            if let Some(turn) = turns.next() {
                app.update(Message::Act(Act::Scroll(turn, Reach::Row)));
            }
        });
    });
}

fn draw(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("draw");
    for (screen, messages) in [
        ("reader", &[][..]),
        ("finder", &[Message::Act(Act::Find)]),
        ("keys", &[Message::Act(Act::Help)]),
        ("overview", &[Message::Act(Act::Overview)]),
    ] {
        let app = reader(messages);
        let theme = Theme::at(0);
        let (columns, rows) = SIZE;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("never fails");
        group.bench_function(screen, |bencher| {
            bencher.iter(|| {
                terminal
                    .draw(|frame| view(&app, &theme, frame))
                    .expect("never fails");
            });
        });
    }
    group.finish();
}

/// From the text to each table of the overview.
fn overview(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open the overview at");
    for table in Table::ALL {
        let number = table as u32 + 1;
        group.bench_function(format!("{table:?}"), |bencher| {
            bencher.iter_batched(
                || reader(&[]),
                |mut app| {
                    app.update(Message::Act(Act::Overview));
                    app.update(Message::Section(number));
                    app
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(frames, open, update, draw, overview);
criterion_main!(frames);
