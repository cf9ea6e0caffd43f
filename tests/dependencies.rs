//! What the program is built from: licences and sources that `deny.toml` allows, and nothing else.
//!
//! `cargo deny check` says more, known faults among it, and reads the same file; here is what can be
//! checked with no more than a toolchain and without a network.

use std::{fs, path::Path, process::Command};
use toml::{Table, Value};

fn table(name: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The texts in a list of `deny.toml`.
fn listed(section: &str, list: &str) -> Vec<String> {
    let texts = table("deny.toml")[section][list]
        .as_array()
        .unwrap()
        .clone();
    texts
        .iter()
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}

/// Whether a licence expression (SPDX) can be met with these licences only.
fn is_met(expression: &str, licences: &[String]) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let mut words = spaced.split_whitespace().rev().collect::<Vec<_>>();
    let met = any(&mut words, licences);
    assert!(words.is_empty(), "{expression} is no licence expression");
    met
}

/// Takes alternatives from the end of the words.
fn any(words: &mut Vec<&str>, licences: &[String]) -> bool {
    let mut met = every(words, licences);
    while words.pop_if(|word| *word == "OR").is_some() {
        met |= every(words, licences);
    }
    met
}

/// Takes licences that all hold.
fn every(words: &mut Vec<&str>, licences: &[String]) -> bool {
    let mut met = one(words, licences);
    while words.pop_if(|word| *word == "AND").is_some() {
        met &= one(words, licences);
    }
    met
}

/// Takes one licence, or an expression in brackets.
fn one(words: &mut Vec<&str>, licences: &[String]) -> bool {
    let word = words.pop().expect("a licence");
    if word == "(" {
        let met = any(words, licences);
        assert_eq!(words.pop(), Some(")"));
        return met;
    }
    let mut licence = word.to_owned();
    if words.pop_if(|word| *word == "WITH").is_some() {
        licence = format!("{licence} WITH {}", words.pop().expect("an exception"));
    }
    licences.contains(&licence)
}

#[test]
fn licence_expressions_are_read_as_they_are_meant() {
    let licences = ["MIT", "Zlib"].map(str::to_owned);
    for (expression, met) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("Apache-2.0 OR MIT", true),
        ("Unlicense/MIT", true),
        ("Apache-2.0 AND MIT", false),
        ("(Apache-2.0 OR MIT) AND Zlib", true),
        ("Apache-2.0 OR MIT AND Unicode-3.0", false),
        ("Apache-2.0 WITH LLVM-exception OR MIT", true),
        ("MIT WITH LLVM-exception", false),
    ] {
        assert_eq!(is_met(expression, &licences), met, "{expression}");
    }
}

#[test]
fn every_licence_is_one_that_is_allowed() {
    let allowed = listed("licenses", "allow");
    let tree = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["tree", "--offline", "--locked", "--edges", "normal,build"])
        .args(["--prefix", "none", "--format", "{l}|{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&tree.stderr);
    assert!(tree.status.success(), "{said}");
    let tree = String::from_utf8(tree.stdout).unwrap();
    assert!(tree.lines().count() > 20, "{tree}");
    for line in tree.lines() {
        let (licence, package) = line.split_once('|').unwrap();
        assert!(
            is_met(licence, &allowed),
            "{package} has the licence ‘{licence}’, which deny.toml does not allow"
        );
    }
}

#[test]
fn every_package_comes_from_a_registry_that_is_allowed() {
    let allowed = listed("sources", "allow-registry");
    let lock = table("Cargo.lock");
    let packages = lock["package"].as_array().unwrap();
    let text = |package: &Value, name: &str| {
        let value = package.get(name)?;
        value.as_str().map(str::to_owned)
    };
    let mut own = 0;
    for package in packages {
        let name = text(package, "name").unwrap();
        let Some(source) = text(package, "source") else {
            assert_eq!(name, "kamerbrief", "a folder of this machine");
            own += 1;
            continue;
        };
        let registry = source.strip_prefix("registry+");
        assert!(
            registry.is_some_and(|registry| allowed.iter().any(|allowed| allowed == registry)),
            "{name} comes from {source}, which deny.toml does not allow"
        );
        let checksum = text(package, "checksum");
        assert!(checksum.is_some_and(|sum| sum.len() == 64), "{name}");
    }
    assert_eq!(own, 1);
}
