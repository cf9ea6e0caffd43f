//! The keymap: in each mode what keys mean. What a key does, the help, the footer's hints, the manual and the
//! README's tables all come from it.

use super::{Key, Mode, Scope, act::Act};
use crate::built_in::built_in;
use std::cell::OnceCell;

/// The presets by name: the keys of the first, and the lines in which each other differs from it.
pub const PRESETS: [(&str, &str); 1] = [("default", built_in!("keys", "lines"))];

/// What keys mean. Every key means one thing in a mode.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    /// For each scope its keys, those of one act together, in the order in which the help shows them; read when
    /// they are first asked for, since the start needs those of one mode only.
    scopes: [OnceCell<Vec<(Key, Act)>>; Scope::COUNT],
}

/// The lines of a scope in a preset: acts, each with its keys. `build.rs` makes them of TOML: `[scope]`, and
/// `act key key` for each act in it.
///
/// # Panics
/// When there is something unknown in them; a test reads all.
fn lines(source: &'static str, scope: Scope) -> impl Iterator<Item = (Act, Vec<Key>)> {
    let from = source
        .lines()
        .skip_while(move |line| heading(line) != Some(scope.id()));
    let own = from.skip(1).take_while(|line| heading(line).is_none());
    own.map(|line| {
        let mut words = line.split(' ');
        let act = words.next().and_then(Act::named).expect("an act");
        let keys = words.map(|name| Key::named(name).expect("a key"));
        (act, keys.collect())
    })
}

fn heading(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

impl Keymap {
    fn scope(&self, scope: Scope) -> &[(Key, Act)] {
        self.scopes[scope.index()].get_or_init(|| {
            let lines = lines(PRESETS[0].1, scope);
            let pairs = |(act, keys): (Act, Vec<Key>)| keys.into_iter().map(move |key| (key, act));
            lines.flat_map(pairs).collect()
        })
    }

    /// What keys mean in a mode: its own first, then those it shares.
    pub fn bindings(&self, mode: Mode) -> impl Iterator<Item = (Key, Act)> {
        let own = self.scope(Scope::In(mode));
        let line: &[_] = if mode.takes_text() {
            self.scope(Scope::Line)
        } else {
            &[]
        };
        let shared = self.scope(Scope::Everywhere).iter().chain(line);
        let free = |(key, _): &&(Key, Act)| !own.iter().any(|(taken, _)| taken == key);
        own.iter().chain(shared.filter(free)).copied()
    }

    /// What a key means in a mode, if anything.
    #[must_use]
    pub fn act(&self, mode: Mode, key: Key) -> Option<Act> {
        let mut bindings = self.bindings(mode);
        bindings
            .find(|(bound, _)| *bound == key)
            .map(|(_, act)| act)
    }

    /// The first key of an act in a mode, if it has one.
    #[must_use]
    pub fn key(&self, mode: Mode, act: Act) -> Option<Key> {
        let mut bindings = self.bindings(mode);
        bindings
            .find(|(_, bound)| *bound == act)
            .map(|(key, _)| key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn all(keymap: &Keymap) -> impl Iterator<Item = (Mode, Key, Act)> {
        let modes = Mode::ALL.into_iter();
        modes.flat_map(|mode| {
            keymap
                .bindings(mode)
                .map(move |(key, act)| (mode, key, act))
        })
    }

    #[test]
    fn no_key_stands_twice_in_a_mode() {
        let mut seen = HashSet::new();
        for (mode, key, _) in all(&Keymap::default()) {
            assert!(seen.insert((mode, key)), "{key} stands twice in {mode:?}");
        }
    }

    #[test]
    fn every_act_stands_in_the_keymap() {
        let lines = Scope::all().flat_map(|scope| lines(PRESETS[0].1, scope));
        let named: HashSet<_> = lines.map(|(act, _)| act).collect();
        for act in Act::ALL {
            assert!(named.contains(act), "{} stands nowhere", act.id());
        }
    }

    #[test]
    fn dead_keys_mean_nothing_by_default() {
        for (_, key, _) in all(&Keymap::default()) {
            for dead in ['\'', '"', '^', '~', '`'] {
                assert_ne!(key.typed(), Some(dead), "{dead} is a dead key");
            }
        }
    }
}
