//! kamerbrief: a terminal browser for letters of the Dutch cabinet to parliament.
use kamerbrief::{app::App, catalogue::Catalogue, letter, tui::terminal};

fn main() -> std::io::Result<()> {
    let keys = terminal::keys()?;
    let mut app = App::new(letter::embedded(), Catalogue::embedded(), letter::Language::Dutch);
    app.theme = terminal::theme(None);
    terminal::run(&mut app, &keys, terminal::Options::default())
}
