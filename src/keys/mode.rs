//! Where keys hold: in a mode, or in several.

/// What the keys act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The text.
    Reading,
    /// The finder.
    Finder,
    /// The line in which a search is typed.
    Search,
    /// The list of what a search found.
    List,
    /// The list of the letters that are open together.
    Letters,
    /// What is found in all letters that are open.
    Across,
    /// The line in which an address is typed.
    Goto,
    /// A selection in the text.
    Select,
    /// The menu of what can be copied.
    Menu,
    /// A text to be selected by hand.
    Shown,
    /// A card.
    Card,
    /// The concordance of what a card tells of.
    Concordance,
    /// The list of what was left out of the letter.
    LeftOut,
    /// The overview.
    Overview,
    /// The line in which is typed what narrows its tables.
    Narrow,
    /// The menu of what can be copied from a table.
    TableMenu,
    /// The timeline.
    Timeline,
    /// The trail.
    Trail,
    /// The list of themes.
    Themes,
    /// The line in which a note of one's own is typed.
    OwnNote,
    /// The box in which a quotation is typed.
    Verify,
    /// What came of looking for it.
    Verified,
    /// The basket.
    Basket,
    /// The help.
    Help,
}

impl Mode {
    /// All modes, in the order in which the help shows them.
    pub const ALL: [Self; 24] = [
        Self::Reading,
        Self::Finder,
        Self::Search,
        Self::List,
        Self::Letters,
        Self::Across,
        Self::Goto,
        Self::Select,
        Self::Menu,
        Self::Shown,
        Self::Card,
        Self::Concordance,
        Self::LeftOut,
        Self::Overview,
        Self::Narrow,
        Self::TableMenu,
        Self::Timeline,
        Self::Trail,
        Self::Themes,
        Self::OwnNote,
        Self::Verify,
        Self::Verified,
        Self::Basket,
        Self::Help,
    ];

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Finder => "finder",
            Self::Search => "search",
            Self::List => "list",
            Self::Letters => "letters",
            Self::Across => "across",
            Self::Goto => "goto",
            Self::Select => "select",
            Self::Menu => "copy",
            Self::Shown => "shown",
            Self::Card => "card",
            Self::Concordance => "concordance",
            Self::LeftOut => "left-out",
            Self::Overview => "overview",
            Self::Narrow => "narrow",
            Self::TableMenu => "copy-table",
            Self::Timeline => "timeline",
            Self::Trail => "trail",
            Self::Themes => "themes",
            Self::OwnNote => "own-note",
            Self::Verify => "verify",
            Self::Verified => "verified",
            Self::Basket => "basket",
            Self::Help => "help",
        }
    }

    /// Whether characters without a binding are typed into a line.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Finder
                | Self::Search
                | Self::List
                | Self::Letters
                | Self::Across
                | Self::Goto
                | Self::OwnNote
                | Self::Verify
                | Self::Narrow
                | Self::Help
        )
    }
}

/// How far a binding reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In one mode.
    In(Mode),
    /// In every mode that has no other use for the key.
    Everywhere,
    /// In every mode in which a line is typed, and that has no other use for the key.
    Line,
}

impl Scope {
    /// How many there are.
    pub(super) const COUNT: usize = Mode::ALL.len() + 2;

    /// All, in the order in which files have them.
    pub fn all() -> impl Iterator<Item = Self> {
        let modes = Mode::ALL.into_iter().map(Self::In);
        modes.chain([Self::Everywhere, Self::Line])
    }

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::In(mode) => mode.id(),
            Self::Everywhere => "everywhere",
            Self::Line => "line",
        }
    }

    /// The scope with this name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::all().find(|scope| scope.id() == id)
    }

    /// Its place among all.
    pub(super) const fn index(self) -> usize {
        match self {
            Self::In(mode) => mode as usize,
            Self::Everywhere => Mode::ALL.len(),
            Self::Line => Mode::ALL.len() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_has_a_name_and_a_place_of_its_own() {
        for (index, scope) in Scope::all().enumerate() {
            assert_eq!(Scope::named(scope.id()), Some(scope));
            assert_eq!(scope.index(), index);
        }
        assert_eq!(Scope::all().count(), Scope::COUNT);
    }
}
