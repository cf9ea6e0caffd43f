//! The line in which an address is typed.

use tui_input::Input;

/// The line in which an address is typed.
#[derive(Clone, Debug, Default)]
pub struct Goto {
    /// What is typed.
    pub input: Input,
    /// Why it leads nowhere, once that was tried.
    pub refusal: Option<String>,
    /// What was typed before the line was completed, and how many times it was.
    pub(super) completing: Option<(String, usize)>,
    /// How many acts that are named so were passed by.
    pub(super) chosen: usize,
}

impl Goto {
    /// The line as it opens.
    pub(in crate::app) fn with(input: Input) -> Self {
        Self {
            input,
            ..Self::default()
        }
    }
}
