//! `--print-config`: all settings as they are, as a file that says what each is for and what it can be.

use crate::{
    app::words::{SettingsWords, Words},
    keys::{Keymap, PRESETS, Scope},
    reading::layout,
    settings::{Possible, SETTINGS, Settings, written},
};

/// How wide comments are, in cells, without the sign before them.
const WIDTH: usize = 96;

/// The file.
pub fn print(settings: &Settings, words: &Words) -> String {
    let own = words.settings();
    let mut file = String::new();
    comment(&mut file, own.head);
    for setting in SETTINGS {
        file.push('\n');
        comment(&mut file, about(own, setting.id));
        let possible = match setting.possible {
            Possible::OneOf(possible) => possible(settings).join(", "),
            Possible::Text(such_as) => own.any_text.replace("{}", &written(such_as)),
        };
        comment(&mut file, &format!("{}: {possible}", own.possible));
        let value = (setting.value)(settings);
        file.extend([setting.id, " = ", &value, "\n"]);
    }
    print_keys(&settings.keymap, words, &mut file);
    file
}

fn about(words: &SettingsWords, id: &str) -> &'static str {
    words.about.get(id).copied().unwrap_or_default()
}

/// The keys of all acts: those of the preset in comments, so that another preset can be chosen.
fn print_keys(keymap: &Keymap, words: &Words, file: &mut String) {
    let own = words.settings();
    let preset = Keymap::preset(keymap.preset_name()).unwrap_or_default();
    file.push('\n');
    comment(file, own.keys);
    file.push_str("[keys]\n");
    comment(file, own.preset);
    let presets = PRESETS.map(|(name, _)| written(name)).join(", ");
    comment(file, &format!("{}: {presets}", own.possible));
    let name = written(keymap.preset_name());
    file.extend(["preset = ", &name, "\n"]);
    for scope in Scope::all() {
        file.push('\n');
        comment(
            file,
            match scope {
                Scope::In(mode) => words.mode(mode),
                Scope::Everywhere => own.everywhere,
                Scope::Line => own.line,
            },
        );
        file.extend(["[keys.", scope.id(), "]\n"]);
        for act in Keymap::acts_of(scope) {
            let keys: Vec<_> = keymap.own_keys(scope, act).collect();
            let usual = preset.own_keys(scope, act).eq(keys.iter().copied());
            let keys: Vec<_> = keys.iter().map(|key| written(&key.name())).collect();
            let line = format!("{} = [{}]", act.id(), keys.join(", "));
            let told = words.acts.get(act.id()).copied().unwrap_or_default();
            let sign = if usual { "# " } else { "" };
            file.extend([sign, &format!("{line:<40} # "), told, "\n"]);
        }
    }
}

/// A text as a comment of as many lines as it takes.
fn comment(file: &mut String, text: &str) {
    for row in layout::wrap_whole(text, WIDTH) {
        file.extend(["# ", &text[row.start..row.end], "\n"]);
    }
}
