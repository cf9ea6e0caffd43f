//! kamerbrief.
pub mod letter;
pub mod reading;

pub mod app;
pub mod catalogue;
pub mod cli;
pub mod store;
pub mod tui;
