//! kamerbrief: a terminal browser for letters of the Dutch cabinet to parliament.
//!
//! ```text
//!  36 800 XVII, nr. 9 · Kabinetsreactie ‘Krimpende maatschappelijke ruimte’        31 oktober 2025
//! ────────────────────────────────┬────────────────────────────────────────────────────────────────
//!    0″ Inleiding                 │  Aanbeveling 4 · Mondiaal aanjagen, online      ≡ huidige inzet
//!  ● 1  Mensenrechtennota         │  4.0  ▎ Speel op het mondiale niveau een aanjagende rol bij
//!       consequent uitvoeren      │       ▎ initiatieven die zijn gericht op het beschermen en …
//!  …                              │
//! ▌≡ 4  Mondiaal aanjagen, online │       Reactie van het kabinet
//!  …                              │▌ 4.1  Nederland hecht grote waarde aan het beschermen en
//!  ● ja ◐ deels ≡ staand beleid   │▌      vergroten van maatschappelijke ruimte. We steunen …
//!                                 │
//!  Genoemd in 4                   │  4.2  Nederland bevordert digitale veiligheid via het Digital
//!  ○ FOC                        3 │       Defenders Partnership (DDP), een initiatief van de …
//! ────────────────────────────────┴────────────────────────────────────────────────────────────────
//!  4.1 · 40 % van de brief    f zoek naam  / zoek tekst  o overzicht  ? toetsen  q afsluiten
//! ```
//!
//! The house, from left to right; a module imports only from its left:
//!
//! ```text
//! text -> letter -> catalogue -> reading -> keys -> settings -> app -> tui, cli -> linear -> main
//!        (a letter) (who, what)  (wrap,  (what they         (state) (two faces) (a third)
//!                                 find)    mean)              store (files) beside them
//! ```
//!
//! - `built_in`: the data that is part of the program; everybody's left.
//! - [`text`]: words as such: what a character counts for when texts are compared.
//! - [`letter`]: the letter as data: one text, sections, paragraphs, addresses, places; read from
//!   plain text; what is ours beside it: titles, stances, statements.
//! - [`catalogue`]: organisations, instruments and other names, and where they are mentioned;
//!   abbreviations, and who explains them; figures and dates.
//! - [`reading`]: rows of text, sentences, the fuzzy finder, search, echoes, citations, the jumplist. Pure
//!   functions.
//! - [`keys`]: keys by name, what they can mean, and the keymap that says what they do.
//! - [`library`]: the letters that are open together, and what each is called.
//! - [`settings`]: all that can be set, as one value, and how its file is read.
//! - [`app`]: the reader without a terminal: one state, one message type, one update.
//! - [`tui`]: draws the state; takes the terminal and gives it back; waits for keys; copies.
//! - [`cli`]: the commands that print.
//! - [`linear`]: the reader for ears: a conversation in lines, which uses both the state and the commands.
//! - [`store`]: reads files, and writes what is saved.
//! - [`run`]: carries out a call: gets the letters and hands them to one of the faces.
//!
//! A key press becomes a message by the keymap, changes the state in [`app::App::update`], and is
//! drawn by [`tui::view`]. A place is a point in the text ([`letter::Place`]), never a row.

pub mod app;
mod built_in;
pub mod catalogue;
pub mod cli;
pub mod keys;
pub mod letter;
pub mod library;
pub mod linear;
pub mod reading;
pub mod run;
pub mod settings;
pub mod source;
pub mod store;
pub mod text;
pub mod tui;

#[cfg(test)]
#[path = "../tests/common/random.rs"]
mod random;
