//! What lies over the text answers with an outcome, and only few files say what lies there.

use crate::code;

/// The overlays that still act on the program themselves, by mode; beside them stands the text. The list only ever
/// shrinks: what is new answers as `OnTop` does.
const ACTING: [&str; 4] = ["Search", "List", "Overview", "Narrow"];

/// The files that say what lies over the text.
const COVERING: [&str; 15] = [
    "app/apply.rs",
    "app/card.rs",
    "app/collecting.rs",
    "app/finder.rs",
    "app/found.rs",
    "app/library.rs",
    "app/library/across.rs",
    "app/library/going.rs",
    "app/opening.rs",
    "app/overview.rs",
    "app/overview/notes.rs",
    "app/overview/when.rs",
    "app/own_note.rs",
    "app/search.rs",
    "app/update.rs",
];

/// The longest file of the reader and its face before its tests, in lines.
const LONGEST: usize = 400;

#[test]
fn what_lies_over_the_text_answers_with_an_outcome() {
    let code = code();
    let mut named = Vec::new();
    for (name, code) in &code {
        if ["app/update.rs", "app/mouse.rs"].contains(&name.as_str()) {
            // What a mode means there for each key, press, text and turn of the wheel.
            let arms = code.lines().map(str::trim);
            let arms = arms.filter(|line| line.starts_with("Mode::") && line.contains("=>"));
            named.extend(arms.flat_map(|line| line.split("=>").next().unwrap().split('|')));
        }
    }
    assert!(named.len() > 8, "only {named:?} were seen");
    for mode in named {
        let mode = mode.trim().trim_start_matches("Mode::");
        let mode = mode.split(' ').next().unwrap();
        // The note that is typed is kept where the program ends.
        let is_text = ["Reading", "Select", "OwnNote"].contains(&mode);
        assert!(
            is_text || ACTING.contains(&mode),
            "{mode} acts on the program instead of answering with an outcome"
        );
    }
}

#[test]
fn few_files_say_what_lies_over_the_text() {
    for (name, code) in code() {
        let covers = code.contains("self.overlay = ") || code.contains("self.overlay.take()");
        assert_eq!(
            covers,
            COVERING.contains(&name.as_str()),
            "{name} says what lies over the text, or no longer does"
        );
    }
}

#[test]
fn no_file_of_the_reader_is_too_long() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (name, _) in code() {
        if !name.starts_with("app/") && !name.starts_with("tui/") {
            continue;
        }
        let text = std::fs::read_to_string(root.join(&name)).unwrap();
        let lines = text.split("#[cfg(test)]").next().unwrap().lines().count();
        assert!(
            lines <= LONGEST,
            "{name} has {lines} lines before its tests"
        );
    }
}
