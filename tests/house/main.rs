//! The house rules that a compiler does not check: a module imports only from its left, and every
//! package has one home.

mod circles;
mod overlays;

use circles::paths_in;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The modules from left to right; those in one group do not import one another.
const ORDER: [&[&str]; 13] = [
    &["text"],
    &["letter"],
    &["source"],
    &["catalogue"],
    &["reading"],
    &["library"],
    &["keys"],
    &["settings"],
    &["app"],
    &["store"],
    &["tui", "cli"],
    &["linear"],
    &["run"],
];

/// Where a package is at home. A path ends in `/` where a whole folder is.
const HOMES: [(&str, &[&str]); 29] = [
    ("postcard", &["store/cache.rs"]),
    ("toml", &["settings/", "tui/own_theme.rs"]),
    ("encoding_rs", &["letter/decode.rs"]),
    (
        "quick_xml",
        &[
            "source/xml/",
            "source/docx/",
            "source/odt/",
            "source/steps.rs",
        ],
    ),
    ("miniz_oxide", &["source/zip.rs"]),
    ("html5gum", &["source/html/page.rs"]),
    ("hayro_syntax", &["source/pdf/"]),
    ("hayro_cmap", &["source/pdf/font.rs"]),
    ("textwrap", &["reading/layout.rs"]),
    ("hypher", &["reading/layout.rs"]),
    ("fuzzy_matcher", &["reading/finder/score.rs"]),
    ("unicode_normalization", &["text/"]),
    (
        "crossterm",
        &["keys/key.rs", "app/keymap.rs", "tui/terminal/"],
    ),
    ("ratatui", &["tui/"]),
    (
        "clap",
        &[
            "cli/args.rs",
            "cli/completions.rs",
            "cli/completions/",
            "cli/grammar.rs",
            "cli/man.rs",
            "cli/refusal.rs",
        ],
    ),
    ("clap_complete", &["cli/completions.rs"]),
    (
        "serde_json",
        &[
            "built_in.rs",
            "cli/json.rs",
            "reading/bibliography.rs",
            "store/marks/",
        ],
    ),
    ("shell_words", &["run/editor.rs"]),
    ("similar", &["app/kept/both.rs", "reading/verify/align.rs"]),
    ("signal_hook", &["tui/terminal/signals.rs"]),
    (
        "rustix",
        &["tui/terminal/", "store/state.rs", "store/streams.rs"],
    ),
    ("tui_input", &["app/"]),
    ("etcetera", &["store/"]),
    ("tz", &["store/clock.rs"]),
    ("memchr", &["reading/search/scan.rs"]),
    ("unicode_segmentation", &["app/select.rs"]),
    ("unicode_width", &["reading/", "app/", "tui/", "cli/"]),
    (
        "thiserror",
        &["letter/address.rs", "letter/source.rs", "store/"],
    ),
    // What is read from assets and files, kept, or written as JSON says so where it is declared.
    (
        "serde",
        &[
            "built_in.rs",
            "letter/",
            "catalogue/",
            "reading/",
            "settings/",
            "app/words.rs",
            "app/words/",
            "store/",
            "tui/theme.rs",
            "cli/",
            "linear/words.rs",
        ],
    ),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
    {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file with its path below `src` and its code, comments and tests left out.
fn code() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |path: PathBuf| {
        let name = path
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        (name, lines.collect::<Vec<_>>().join("\n"))
    };
    sources(&root).into_iter().map(read).collect()
}

/// Whether code names a path's first segment: `name::` not preceded by a letter or another `::`.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|group| group.contains(&module))
}

#[test]
fn a_module_imports_only_from_its_left() {
    let mut checked = 0;
    for (name, code) in code() {
        let Some((module, _)) = name.split_once('/') else {
            continue;
        };
        let own = rank(module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        for path in paths_in(&code).concat() {
            let import = path.get(1).filter(|_| path[0] == "crate");
            let Some((import, other)) = import.and_then(|import| Some((import, rank(import)?)))
            else {
                continue;
            };
            checked += 1;
            assert!(
                other < own || import == module,
                "{name} imports {import}, which is not to its left"
            );
        }
    }
    assert!(checked > 40, "only {checked} imports were seen");
}

#[test]
fn every_package_has_one_home() {
    let code = code();
    for (package, homes) in HOMES {
        let at_home = |name: &str| {
            homes
                .iter()
                .any(|home| name == *home || (home.ends_with('/') && name.starts_with(home)))
        };
        let users: Vec<_> = code
            .iter()
            .filter(|(_, code)| names(code, package))
            .map(|(name, _)| name.as_str())
            .collect();
        assert!(
            users.iter().any(|name| at_home(name)),
            "{package} is used nowhere"
        );
        for name in users {
            assert!(at_home(name), "{package} is used in {name}, away from home");
        }
    }
}

#[test]
fn every_package_and_every_room_is_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let (_, listed) = manifest.split_once("[dependencies]\n").unwrap();
    for line in listed.lines().take_while(|line| !line.is_empty()) {
        let package = line.split(' ').next().unwrap().replace('-', "_");
        // Its crate has another name than the package.
        let name = if package == "tz_rs" { "tz" } else { &package };
        assert!(
            HOMES.iter().any(|(home, _)| *home == name),
            "{name} has no home"
        );
    }
    for path in fs::read_dir(root.join("src")).unwrap() {
        let path = path.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(
            !path.is_dir() || rank(name).is_some(),
            "{name} has no place in the order"
        );
    }
}

#[test]
fn the_core_knows_no_terminal_and_no_files() {
    for (name, code) in code() {
        if [
            "text/",
            "letter/",
            "catalogue/",
            "reading/",
            "keys/",
            "settings/",
            "app/",
        ]
        .iter()
        .any(|core| name.starts_with(core))
        {
            for outside in [
                "std::fs",
                "std::io",
                "std::env",
                "std::process",
                "println!",
                "eprintln!",
            ] {
                assert!(!code.contains(outside), "{name} uses {outside}");
            }
        }
    }
}

#[test]
fn every_file_says_what_lives_in_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["src", "tests", "benches"] {
        for path in sources(&root.join(folder)) {
            assert!(
                fs::read_to_string(&path).unwrap().starts_with("//! "),
                "{}",
                path.display()
            );
        }
    }
}
