//! What ought to stand on the screen: the library's own drawing, without a terminal.

use crossterm::event::{Event, KeyCode};
use kamerbrief::{
    app::{App, keymap, message::Message, words::Words},
    catalogue::Catalogue,
    letter::{self, Language},
    tui::{theme::Theme, view},
};
use ratatui::{Terminal, backend::TestBackend};

/// The reader on the embedded letter, in Dutch, with nothing left to find out.
pub fn reader() -> App {
    let mut app = App::new(letter::embedded(), Catalogue::embedded(), words());
    while app.wants_time() {
        app.update(Message::Spare);
    }
    app
}

/// The words of its interface.
pub fn words() -> Words {
    Words::of(Language::Dutch)
}

/// The rows of a screen of so many columns and rows after these messages, without the blanks at
/// their ends.
pub fn picture((columns, rows): (u16, u16), messages: &[Message]) -> Vec<String> {
    let mut app = reader();
    app.update(Message::Resize { columns, rows });
    for message in messages {
        app.update(message.clone());
    }
    drawn(&app)
}

/// Keys that lead to each kind of screen.
pub const SCREENS: [&str; 12] = [
    "",
    "z",
    "f",
    "frve",
    "?",
    "e\r",
    "y",
    "v",
    "/ruimte",
    "/ruimte\t",
    ":4",
    "4maNagaan",
];

/// Gives the state keys that are characters, Enter and Tab, as the program does.
pub fn press(app: &mut App, keys: &str) {
    for key in keys.chars() {
        let code = match key {
            '\r' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            key => KeyCode::Char(key),
        };
        let event = Event::Key(code.into());
        if let Some(message) = keymap::message(app.keymap(), app.mode(), event) {
            app.update(message);
        }
    }
}

/// The rows of the screen that shows a state.
pub fn drawn(app: &App) -> Vec<String> {
    let (columns, rows) = (app.reader().size.columns, app.reader().size.rows);
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal
        .draw(|frame| view(app, &Theme::at(0), frame))
        .unwrap();
    let cells = terminal.backend().buffer().content();
    cells
        .chunks(usize::from(columns))
        .map(|row| {
            let text: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            text.trim_end().to_owned()
        })
        .collect()
}
