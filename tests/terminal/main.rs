//! The program in a real terminal: what it shows, what keys, mouse and pastes do, and that it gives
//! the terminal back however it ends.
//!
//! What stands on the screen is compared with what the library draws for the same messages
//! ([`picture`]), and, so that the two cannot be wrong together, with words of the letter.
#![cfg(unix)]

mod basket;
mod blocked;
mod clipboard;
mod contested;
mod editor;
mod ends;
mod folder;
mod idle;
mod input;
mod kept;
mod library;
mod links;
mod marks;
mod monkey;
mod opens;
mod picture;
mod program;
mod pty;
#[path = "../common/random.rs"]
mod random;
mod replies;
mod seen;
mod sequences;
mod settings;
mod shells;
mod sizes;
mod slow;
mod stops;
#[path = "../injection/stream.rs"]
mod stream;
mod streams;
mod surroundings;
#[path = "../common/terminal.rs"]
mod terminal;
