//! Words as such, of whichever text: what they count for when they are compared.

pub mod dotted;
pub mod fold;
pub mod plain;
pub mod raised;
pub mod unmarked;
pub mod words;
