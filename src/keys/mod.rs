//! What keys mean: a key and its name (`key`), what a key can mean (`act`, `parts`), where it does (`mode`), and
//! the keymap that holds it all, made from `assets/keys.toml`.

pub mod act;
mod key;
mod keymap;
mod mode;
pub mod parts;

pub use key::Key;
pub use keymap::{Keymap, PRESETS};
pub use mode::{Mode, Scope};
