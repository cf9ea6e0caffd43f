//! kamerbrief.
pub mod letter;
pub mod reading;

pub mod catalogue;
