//! What can be looked up.

/// Something that can be looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An entity, by index in the catalogue.
    Entity(usize),
    /// An abbreviation, by index among those of the letter.
    Abbreviation(usize),
    /// A section, by index.
    Section(usize),
}
