//! Who and what is named: the entities, and their mentions in a letter.
//!
//! The catalogue is data (`assets/catalogue.toml`). Mentions are computed from it by one scan over
//! the text, never stored.

mod abbreviations;
mod compact;
mod entity;
mod figures;
mod found;
mod gazetteer;
mod known;
mod mentions;
mod of_letter;
mod persons;
mod references;
mod scan;
mod tokens;
mod written_out;

pub use abbreviations::{Abbreviation, AbbreviationReading, Abbreviations};
pub use entity::{Entity, Explainer, Kind};
pub use figures::{Figure, FigureKind, Figures, first_deadline};
pub use known::Catalogue;
pub use mentions::{Mention, Mentions};
