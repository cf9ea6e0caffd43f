//! The kinds of figures.

/// What sort of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKind {
    /// Money: `€ 1,5 miljoen`.
    Amount,
    /// A share: `12,5%`, `5 tot 10 procent`.
    Percentage,
    /// How many there are of something, or which one in a row: `42 landen`, `zesde prioriteit`.
    Number,
    /// A day, a month or another part of a year: `10 april 2025`, `juni 2023`, `zomer van 2024`.
    Date,
    /// A year: `2024`.
    Year,
    /// A stretch of time: with two ends (`2022–2027`), with one (`sinds 2018`, `tot en met 2027`), as a
    /// length (`drie jaar`), or what something is for (`voor 2025`).
    Period,
    /// When something must be done at the latest: `uiterlijk 1 juli 2026`, `binnen zes weken`.
    Deadline,
}

impl FigureKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Amount,
        Self::Percentage,
        Self::Number,
        Self::Date,
        Self::Year,
        Self::Period,
        Self::Deadline,
    ];

    /// The stable English name, as JSON gives it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Percentage => "percentage",
            Self::Number => "number",
            Self::Date => "date",
            Self::Year => "year",
            Self::Period => "period",
            Self::Deadline => "deadline",
        }
    }
}

/// A kind, and the byte behind a figure of it.
pub(super) type Found = (FigureKind, usize);
