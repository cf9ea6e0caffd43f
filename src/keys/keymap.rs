//! The keymap: in each mode what keys mean. What a key does, the help, the footer's hints, the manual and the
//! README's tables all come from it.

use super::{Key, Mode, Scope, act::Act};
use crate::built_in::built_in;
use std::cell::OnceCell;

/// The presets by name: the keys of the first, and the lines in which each other differs from it.
pub const PRESETS: [(&str, &str); 3] = [
    ("default", built_in!("keys", "lines")),
    ("less", built_in!("keys/less", "lines")),
    ("vim", built_in!("keys/vim", "lines")),
];

/// What keys mean. Every key means one thing in a mode.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    /// For each scope its keys, those of one act together, in the order in which the help shows them; read when
    /// they are first asked for, since the start needs those of one mode only.
    scopes: [OnceCell<Vec<(Key, Act)>>; Scope::COUNT],
    /// The preset it stands on, by its place among all.
    preset: usize,
}

impl PartialEq for Keymap {
    fn eq(&self, other: &Self) -> bool {
        self.preset == other.preset
            && Scope::all().all(|scope| self.scope(scope) == other.scope(scope))
    }
}

impl Eq for Keymap {}

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

/// Gives an act these keys and no others, where it stood; takes them from all other acts.
fn rebind(bound: &mut Vec<(Key, Act)>, act: Act, keys: &[Key]) {
    bound.retain(|(key, other)| *other == act || !keys.contains(key));
    let at = bound.iter().position(|(_, other)| *other == act);
    bound.retain(|(_, other)| *other != act);
    let at = at.unwrap_or(bound.len());
    bound.splice(at..at, keys.iter().map(|key| (*key, act)));
}

fn heading(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

impl Keymap {
    /// The keys of the preset with this name.
    #[must_use]
    pub fn preset(name: &str) -> Option<Self> {
        let preset = PRESETS.iter().position(|(known, _)| *known == name)?;
        Some(Self {
            preset,
            ..Self::default()
        })
    }

    /// The name of the preset it stands on.
    #[must_use]
    pub fn preset_name(&self) -> &'static str {
        PRESETS[self.preset].0
    }

    /// What can have keys in a scope, in the order in which the help shows it.
    pub fn acts_of(scope: Scope) -> impl Iterator<Item = Act> {
        lines(PRESETS[0].1, scope).map(|(act, _)| act)
    }

    fn scope(&self, scope: Scope) -> &[(Key, Act)] {
        self.scopes[scope.index()].get_or_init(|| {
            let mut bound = Vec::new();
            for (act, keys) in lines(PRESETS[0].1, scope) {
                bound.extend(keys.into_iter().map(|key| (key, act)));
            }
            if self.preset > 0 {
                for (act, keys) in lines(PRESETS[self.preset].1, scope) {
                    rebind(&mut bound, act, &keys);
                }
            }
            bound
        })
    }

    fn scope_mut(&mut self, scope: Scope) -> &mut Vec<(Key, Act)> {
        self.scope(scope);
        let own = self.scopes[scope.index()].get_mut();
        own.expect("a scope that was asked for is there")
    }

    /// Gives an act these keys in a scope and no others, and takes them from all other acts there.
    pub fn bind(&mut self, scope: Scope, act: Act, keys: &[Key]) {
        rebind(self.scope_mut(scope), act, keys);
    }

    /// Takes a key from whatever has it in a scope.
    pub fn free(&mut self, scope: Scope, key: Key) {
        self.scope_mut(scope).retain(|(bound, _)| *bound != key);
    }

    /// The act that has a key in a scope itself.
    #[must_use]
    pub fn own_act(&self, scope: Scope, key: Key) -> Option<Act> {
        let mut own = self.scope(scope).iter();
        own.find(|(bound, _)| *bound == key).map(|(_, act)| *act)
    }

    /// The keys that an act has in a scope itself.
    pub fn own_keys(&self, scope: Scope, act: Act) -> impl Iterator<Item = Key> {
        let own = self.scope(scope).iter();
        own.filter(move |(_, bound)| *bound == act)
            .map(|(key, _)| *key)
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
