//! No two files import one another, straight or by way of others: each can be read behind those it imports.
//!
//! An import is a `use`, or a path in the code, that leads to a file of `src`; one through a `pub use` leads to where
//! the name is at home. `mod` is no import, and neither is a `pub use` of a name that the file itself does not use.
//! Tests are left out.

use crate::code;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The files that still import one another, by knot: what is left to be parted. A path ends in `/` where a whole
/// folder is meant. It only ever shrinks: what is in no knot any more must go from here.
const KNOTS: [&[&str]; 1] = [&["letter/"]];

/// Whether a path of the list means a file.
fn means(path: &str, file: &str) -> bool {
    path == file || (path.ends_with('/') && file.starts_with(path))
}

/// A path of the code: `["super", "flow", "Flow"]`.
pub type Names = Vec<String>;

/// The files by their place in the tree of modules: `["reading", "flow", "run"]`, and nothing for `lib.rs`.
type Modules = BTreeMap<Names, String>;

/// What the files import, and what they pass on by `pub use` under which name.
struct Imports {
    modules: Modules,
    passed_on: BTreeMap<String, BTreeMap<String, Names>>,
}

fn place_of(file: &str) -> Names {
    let bare = file.trim_end_matches(".rs").trim_end_matches("/mod");
    match bare {
        "lib" => Vec::new(),
        bare => bare.split('/').map(str::to_owned).collect(),
    }
}

/// The words and signs of code, without what stands in strings.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(c) = rest.chars().next() {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let length = match c {
            _ if is_part(c) => rest.find(|c| !is_part(c)).unwrap_or(rest.len()),
            '"' => string(rest, &tokens),
            '\'' => character(rest),
            ':' if rest.starts_with("::") => 2,
            c => c.len_utf8(),
        };
        let (token, behind) = rest.split_at(length);
        if !token.starts_with(['"', '\'']) {
            tokens.push(token);
        }
        rest = behind.trim_start();
    }
    tokens
}

/// How many bytes of this are the string that it starts with; a raw one ends behind as many signs as stand before it.
fn string(rest: &str, before: &[&str]) -> usize {
    let signs = before
        .iter()
        .rev()
        .take_while(|token| **token == "#")
        .count();
    let raw = before
        .iter()
        .rev()
        .nth(signs)
        .is_some_and(|token| matches!(*token, "r" | "br"));
    if raw {
        let end = ["\"", &"#".repeat(signs)].concat();
        return rest[1..]
            .find(&end)
            .map_or(rest.len(), |at| 1 + at + end.len());
    }
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// How many bytes of this are the character, or the start of a lifetime, that it starts with.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(rest.len(), |at| at + 4),
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The paths of the tree of one `use`, from a place in the tokens up to its end.
fn paths(tokens: &[&str], at: &mut usize, before: &[String], found: &mut Vec<Names>) {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(*at) {
        match *token {
            "{" => {
                *at += 1;
                while tokens
                    .get(*at)
                    .is_some_and(|token| *token != "}" && *token != ";")
                {
                    paths(tokens, at, &path, found);
                    if tokens.get(*at).is_some_and(|token| *token == ",") {
                        *at += 1;
                    }
                }
                *at += 1;
                return;
            }
            "," | "}" | ";" => break,
            // What follows is another name for it.
            "as" => *at += 2,
            "::" => *at += 1,
            _ => {
                path.push((*token).to_owned());
                *at += 1;
            }
        }
    }
    found.push(path);
}

/// The paths that code imports, and those that it passes on.
pub fn paths_in(code: &str) -> [Vec<Names>; 2] {
    let tokens = tokens(code);
    let (mut imported, mut passed_on) = (Vec::new(), Vec::new());
    let mut words = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            let before = at.checked_sub(1).map(|before| tokens[before]);
            let is_passed_on = matches!(before, Some("pub" | ")"));
            at += 1;
            let found = if is_passed_on {
                &mut passed_on
            } else {
                &mut imported
            };
            paths(&tokens, &mut at, &[], found);
        } else if tokens[at] == "mod" {
            at += 2;
        } else if tokens[at..].starts_with(&["pub", "(", "in"]) {
            // Who may see it is no import.
            at += tokens[at..]
                .iter()
                .take_while(|token| **token != ")")
                .count();
        } else if is_word(tokens[at]) {
            let is_field = at > 0 && tokens[at - 1] == ".";
            let mut path = vec![tokens[at].to_owned()];
            while tokens.get(at + 1).is_some_and(|token| *token == "::")
                && tokens.get(at + 2).is_some_and(|token| is_word(token))
            {
                path.push(tokens[at + 2].to_owned());
                at += 2;
            }
            at += 1;
            if !is_field {
                words.insert(path[0].clone());
            }
            if path.len() > 1 {
                imported.push(path);
            }
        } else {
            at += 1;
        }
    }
    let used = passed_on
        .iter()
        .filter(|path| path.last().is_some_and(|name| words.contains(name)));
    imported.extend(used.cloned().collect::<Vec<_>>());
    [imported, passed_on]
}

impl Imports {
    /// The file that a path leads to, from a file; none where it leads out of the crate.
    fn file(&self, from: &str, path: &[String], steps: usize) -> Option<&str> {
        let own = place_of(from);
        let (mut place, mut rest) = match path.first()?.as_str() {
            "crate" => (Vec::new(), &path[1..]),
            "self" => (own, &path[1..]),
            "super" => {
                let up = path.iter().take_while(|name| *name == "super").count();
                (own[..own.len().checked_sub(up)?].to_vec(), &path[up..])
            }
            first => {
                let below = [&own[..], &[first.to_owned()]].concat();
                self.modules.contains_key(&below).then_some((own, path))?
            }
        };
        while let Some(next) = rest.first() {
            let below = [&place[..], std::slice::from_ref(next)].concat();
            if !self.modules.contains_key(&below) {
                break;
            }
            (place, rest) = (below, &rest[1..]);
        }
        let file = self.modules.get(&place)?;
        let passed_on = rest.first().and_then(|name| self.passed_on[file].get(name));
        if let Some(passed_on) = passed_on.filter(|_| steps > 0) {
            let path = [&passed_on[..], &rest[1..]].concat();
            if let Some(home) = self.file(file, &path, steps - 1) {
                return Some(home);
            }
        }
        Some(file)
    }
}

/// Which files each file imports.
fn imported(code: &[(String, String)]) -> BTreeMap<&str, BTreeSet<&str>> {
    let files = code.iter().filter(|(file, _)| file != "main.rs");
    let modules = files
        .clone()
        .map(|(file, _)| (place_of(file), file.clone()));
    let mut imports = Imports {
        modules: modules.collect(),
        passed_on: BTreeMap::new(),
    };
    let mut imported = BTreeMap::new();
    for (file, code) in files {
        let [paths, passed_on] = paths_in(code);
        imported.insert(file.as_str(), paths);
        let names = passed_on.into_iter();
        let names = names.filter_map(|path| Some((path.last()?.clone(), path)));
        imports.passed_on.insert(file.clone(), names.collect());
    }
    let by_name: BTreeMap<&str, &str> = imported.keys().map(|file| (*file, *file)).collect();
    let files_of = |(file, paths): (&&'_ str, &Vec<Names>)| {
        let found = paths.iter().filter_map(|path| imports.file(file, path, 5));
        let others = found.filter(|other| other != file);
        others.map(|other| by_name[other]).collect()
    };
    imported
        .iter()
        .map(|(file, paths)| (*file, files_of((file, paths))))
        .collect()
}

/// All files that a file leads to, by however many steps.
fn reached<'file>(
    imports: &BTreeMap<&'file str, BTreeSet<&'file str>>,
    from: &str,
) -> BTreeSet<&'file str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = imports[from].iter().copied().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(&imports[file]);
        }
    }
    reached
}

/// The files that lead to one another, by knot.
fn knots<'file>(imports: &BTreeMap<&'file str, BTreeSet<&'file str>>) -> BTreeSet<Vec<&'file str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports
        .keys()
        .map(|file| (*file, reached(imports, file)))
        .collect();
    let knot = |file: &&'file str| -> Vec<&'file str> {
        let others = reached[file]
            .iter()
            .filter(|other| reached[*other].contains(file));
        others.copied().collect()
    };
    imports
        .keys()
        .map(knot)
        .filter(|knot| knot.len() > 1)
        .collect()
}

#[test]
fn no_two_files_import_one_another() {
    let code = code();
    let imports = imported(&code);
    let count: usize = imports.values().map(BTreeSet::len).sum();
    assert!(count > 500, "only {count} imports were seen");
    let found = knots(&imports);
    let is_within = |knot: &[&str], known: &[&str]| {
        let known = |file: &&str| known.iter().any(|path| means(path, file));
        knot.iter().all(known)
    };
    let mut says = String::new();
    for knot in &found {
        if KNOTS.iter().any(|known| is_within(knot, known)) {
            continue;
        }
        says += "these import one another:\n";
        for file in knot {
            let others = imports[file].iter().filter(|other| knot.contains(other));
            writeln!(says, "  {file} imports {:?}", others.collect::<Vec<_>>()).unwrap();
        }
    }
    for known in KNOTS {
        let own = found.iter().filter(|knot| is_within(knot, known)).flatten();
        for path in known {
            if !own.clone().any(|file| means(path, file)) {
                writeln!(says, "{path} is in no knot any more: take it from the list").unwrap();
            }
        }
    }
    assert!(says.is_empty(), "{says}");
}

#[test]
fn what_a_path_leads_to_is_seen() {
    let code: Vec<(String, String)> = [
        ("lib.rs", "pub mod a; pub mod b;"),
        ("a/mod.rs", "pub use one::One; mod one; use super::b::{self, Two, deep::{Three as T}};"),
        ("c.rs", "pub use crate::a::one::Used; pub use crate::b::Unused; fn f() -> Used { self.Unused }"),
        ("a/one.rs", "fn f(x: super::super::b::Two) { let y = '\"'; crate::b::g(\"crate::lost::in_a_string\") }"),
        ("b.rs", "pub mod deep; use std::fmt;"),
        ("b/deep.rs", "use crate::a::One; pub(in crate::c) fn f() {}"),
    ]
    .map(|(file, code)| (file.to_owned(), code.to_owned()))
    .to_vec();
    let imports = imported(&code);
    assert_eq!(imports["a/mod.rs"], BTreeSet::from(["b.rs", "b/deep.rs"]));
    assert_eq!(imports["a/one.rs"], BTreeSet::from(["b.rs"]));
    assert_eq!(imports["b.rs"], BTreeSet::new());
    assert_eq!(imports["c.rs"], BTreeSet::from(["a/one.rs"]));
    assert_eq!(imports["b/deep.rs"], BTreeSet::from(["a/one.rs"]));
    assert_eq!(knots(&imports), BTreeSet::new());
}
