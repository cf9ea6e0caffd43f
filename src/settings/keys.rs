//! Reads the keys of one's own: the preset they stand on, and for each mode which keys an act has.
//!
//! A line says all keys of its act; an empty one takes them away. Of two lines that want one key the first has
//! it; a key that the preset had for another act is taken from it. Both are said, the second unless the file
//! has a line for the other act too: whoever wrote that knows.

use super::{
    Fault, Settings,
    file::{File, Name, Value, in_order},
};
use crate::keys::{Key, Keymap, Mode, PRESETS, Scope, act::Act};

/// A line of the file: an act with its keys.
struct Line {
    scope: Scope,
    act: Act,
    keys: Vec<Key>,
    /// Which line, counted from 1.
    number: usize,
}

/// Reads the table of keys into the settings; what is wrong in it.
pub(super) fn read(file: &File, value: &Value, settings: &mut Settings) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut lines = Vec::new();
    let mut preset = PRESETS[0].0;
    let Some(table) = value.get_ref().as_table() else {
        let written = value.get_ref().as_str().unwrap_or_default();
        let known = PRESETS.iter().find(|(known, _)| *known == written);
        let preset = known.map_or(preset, |(known, _)| known);
        let fault = Fault::new(file.line(value.span()), |words| words.no_keys);
        let fault = fault.with("value", file.written(value.span()));
        return vec![fault.with("preset", preset)];
    };
    for (name, value) in in_order(table) {
        let line = file.line(name.span());
        if name.get_ref() == "preset" {
            let written = match value.get_ref().as_str() {
                Some(name) => name.to_owned(),
                None => file.written(value.span()),
            };
            match PRESETS.iter().find(|(known, _)| *known == written) {
                Some((known, _)) => preset = known,
                None => faults.push(
                    Fault::new(line, |words| words.no_value)
                        .with("name", "preset")
                        .with("value", written)
                        .with("possible", PRESETS.map(|(known, _)| known).join(", ")),
                ),
            }
            continue;
        }
        let scope = Scope::named(name.get_ref());
        let acts = value.get_ref().as_table();
        if let (Some(scope), None) = (scope, acts) {
            let fault = Fault::new(line, |words| words.no_lines).with("mode", scope.id());
            faults.push(fault.with("value", file.written(value.span())));
            continue;
        }
        let Some((scope, acts)) = scope.zip(acts) else {
            let fault =
                Fault::new(line, |words| words.no_mode).with("name", name.get_ref().as_ref());
            let known = Scope::all().map(Scope::id).chain(["preset"]);
            faults.push(fault.with_known(name.get_ref(), known));
            continue;
        };
        for (name, value) in in_order(acts) {
            match line_of(file, scope, name, value) {
                Ok((line, wrong)) => {
                    lines.push(line);
                    faults.extend(wrong);
                }
                Err(fault) => faults.push(fault),
            }
        }
    }
    let mut keymap = Keymap::preset(preset).unwrap_or_default();
    faults.extend(bind(&mut keymap, lines, preset));
    settings.keymap = keymap;
    faults
}

/// The line of an act, and which of its keys are none.
fn line_of(
    file: &File,
    scope: Scope,
    name: &Name,
    value: &Value,
) -> Result<(Line, Vec<Fault>), Fault> {
    let number = file.line(name.span());
    let written: &str = name.get_ref();
    let known = || Keymap::acts_of(scope);
    let Some(act) = known().find(|act| act.id() == written) else {
        let fault = Fault::new(number, |words| words.no_act);
        let fault = fault.with("name", written).with("mode", scope.id());
        return Err(fault.with_known(written, known().map(Act::id)));
    };
    let one = value.get_ref().as_str().map(|name| (number, name));
    let list = value.get_ref().as_array().into_iter().flatten();
    let several = list.map(|key| {
        let name = key.get_ref().as_str().unwrap_or_default();
        (file.line(key.span()), name)
    });
    let (mut keys, mut faults) = (Vec::new(), Vec::new());
    for (line, name) in one.into_iter().chain(several) {
        match Key::named(name) {
            Some(key) if takes_digits(act) && key.digit().is_none() => faults.push(
                Fault::new(line, |words| words.no_digit)
                    .with("act", act.id())
                    .with("name", name),
            ),
            Some(key) if keys.contains(&key) => {}
            Some(key) => keys.push(key),
            None => faults.push(
                Fault::new(line, |words| words.no_key)
                    .with("name", name)
                    .with("keys", Key::names().collect::<Vec<_>>().join(", ")),
            ),
        }
    }
    let is_list = value.get_ref().is_array() || value.get_ref().is_str();
    if !is_list || (keys.is_empty() && !faults.is_empty()) {
        let fault = Fault::new(number, |words| words.no_value).with("name", written);
        let fault = fault
            .with("value", file.written(value.span()))
            .with("possible", "[\"j\", \"Down\"], []");
        return Err(faults.into_iter().next().unwrap_or(fault));
    }
    Ok((
        Line {
            scope,
            act,
            keys,
            number,
        },
        faults,
    ))
}

const fn takes_digits(act: Act) -> bool {
    matches!(act, Act::Digit | Act::TableDigit)
}

/// Binds the keys of all lines; says of which there are two meanings.
fn bind(keymap: &mut Keymap, mut lines: Vec<Line>, preset: &'static str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for at in 0..lines.len() {
        let (before, rest) = lines.split_at_mut(at);
        let line = &mut rest[0];
        let mut keys = std::mem::take(&mut line.keys);
        keys.retain(|key| {
            let mut before = before.iter().filter(|other| other.scope == line.scope);
            let other = before.find(|other| other.act != line.act && other.keys.contains(key));
            if let Some(other) = other {
                let fault = Fault::new(line.number, |words| words.two_acts);
                let fault = fault.with("other", other.number.to_string());
                faults.push(about(fault, *key, line, other.act));
            }
            other.is_none()
        });
        line.keys = keys;
    }
    for line in &lines {
        for key in &line.keys {
            let holder = keymap.own_act(line.scope, *key);
            let holder = holder.filter(|holder| {
                let known = |other: &Line| other.scope == line.scope && other.act == *holder;
                !lines.iter().any(known)
            });
            if let Some(holder) = holder {
                let fault = Fault::new(line.number, |words| words.taken);
                faults.push(about(fault.with("preset", preset), *key, line, holder));
            }
        }
        keymap.bind(line.scope, line.act, &line.keys);
    }
    faults.extend(keep_a_way_out(keymap, &lines));
    faults
}

fn about(fault: Fault, key: Key, line: &Line, holder: Act) -> Fault {
    let fault = fault.with("key", key.name()).with("mode", line.scope.id());
    fault.with("act", line.act.id()).with("holder", holder.id())
}

/// Where no key is left that closes what shows or ends the program, Ctrl-c does.
fn keep_a_way_out(keymap: &mut Keymap, lines: &[Line]) -> Option<Fault> {
    let leads_out = |mode: Mode| {
        let out = [Act::Quit, Act::Interrupt, Act::Close];
        // In the text there is nothing to close.
        let out = if mode == Mode::Reading {
            &out[..2]
        } else {
            &out
        };
        out.iter().any(|act| keymap.key(mode, *act).is_some())
    };
    let shut = Mode::ALL.into_iter().find(|mode| !leads_out(*mode))?;
    let interrupt = Key::named("Ctrl-c")?;
    keymap.bind(Scope::Everywhere, Act::Interrupt, &[interrupt]);
    keymap.free(Scope::In(shut), interrupt);
    let scopes = [Scope::In(shut), Scope::Everywhere];
    let last = lines.iter().rfind(|line| scopes.contains(&line.scope));
    let fault = Fault::new(last.map_or(1, |line| line.number), |words| words.no_way_out);
    Some(fault.with("mode", shut.id()))
}
