//! What can be chosen from, each by its name in files.

/// What lines and signs of ours are drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// With what Unicode has for them.
    #[default]
    Drawn,
    /// With what ASCII has.
    Ascii,
}

impl Signs {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Drawn, Self::Ascii];

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Drawn => "unicode",
            Self::Ascii => "ascii",
        }
    }
}

/// Whether a recommendation stands beside the response to it, as the user has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compare {
    /// Where the screen is wide enough for it to cost nothing.
    #[default]
    ByWidth,
    /// Wherever there is room for it.
    On,
    /// Nowhere.
    Off,
}

impl Compare {
    /// All.
    pub const ALL: [Self; 3] = [Self::ByWidth, Self::On, Self::Off];

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::ByWidth => "by-width",
            Self::On => "on",
            Self::Off => "off",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|compare| compare.id() == name)
    }
}

/// The narrowest and the widest measure that can be set, in cells.
pub const MEASURES: (u16, u16) = (40, 120);

/// How a copy goes to the clipboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// By whichever of these is there and works, tmux first.
    #[default]
    Auto,
    /// By tmux.
    Tmux,
    /// By the terminal, with OSC 52.
    Terminal,
    /// By a program of the platform, such as `wl-copy`.
    Program,
}

impl Clipboard {
    /// All.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Tmux, Self::Terminal, Self::Program];

    /// Its name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Tmux => "tmux",
            Self::Terminal => "terminal",
            Self::Program => "program",
        }
    }
}
