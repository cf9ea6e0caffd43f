//! kamerbrief.
pub mod letter;
pub mod reading;

pub mod catalogue;
pub mod app;
pub mod tui;
