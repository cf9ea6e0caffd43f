//! Nothing that is read acts on a terminal: controls, escape sequences, bidirectional and zero-width
//! characters in letters, names of files, queries, pastes and arguments are shown as visible marks,
//! on every screen and in every form of print.
//!
//! The texts are arbitrary, from a fixed seed, and shrunk where one of them comes through.

#[path = "../common/mod.rs"]
mod common;

mod commands;
mod json;
mod nasty;
mod screens;
mod stream;
