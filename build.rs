//! Turns our data into JSON. People write it as TOML, in `assets`; the program reads it at every start,
//! and JSON is read in a fraction of the time. It also spares every start the loading of a library.
//! The keys become lines, which keep their order; the words become Rust.

#[path = "build/words.rs"]
mod words;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use toml::de::{DeTable, DeValue};

fn main() {
    println!("cargo::rerun-if-changed=assets");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is made"));
    turn(Path::new("assets"), &out);
    words::write(&out.join("words.rs"));
    link_unwinding(&out.join("link"));
    link_closed(&out.join("closed.o"));
}

/// Links what leaves a closed standard output closed, which Rust's own start would open (`src/closed.c`). Where
/// no C compiler links for this machine, such an output cannot be told from one that leads nowhere.
fn link_closed(made: &Path) {
    println!("cargo::rerun-if-changed=src/closed.c");
    let args = ["-c", "-O2", "-fPIC", "src/closed.c", "-o"];
    if is_own_linux()
        && linker()
            .args(args)
            .arg(made)
            .status()
            .is_ok_and(|end| end.success())
    {
        println!("cargo::rustc-link-arg-bins={}", made.display());
    }
}

/// Whether the program is made for this very Linux, so that the C compiler that links it can be asked.
fn is_own_linux() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    let native = env::var("TARGET") == env::var("HOST");
    native && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu")
}

/// The C compiler that links.
fn linker() -> Command {
    Command::new(env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into()))
}

/// Links what unwinds the stack into the program. Rust's own library asks for it by the name of a shared
/// library of GCC's, `libgcc_s`; to have that loaded takes a twentieth of the time to the first frame. So
/// the linker is led to a folder where the name stands for the archives of the same code, if the compiler
/// that links has them; else all stays as it is.
fn link_unwinding(folder: &Path) {
    if !is_own_linux() {
        return;
    }
    let asked = linker().arg("-print-file-name=libgcc_eh.a").output();
    // Where there is none, the compiler repeats its name.
    let found = asked.is_ok_and(|answer| {
        let path = String::from_utf8_lossy(&answer.stdout);
        let path = Path::new(path.trim());
        path.is_absolute() && path.is_file()
    });
    let script = || {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("libgcc_s.so"), "GROUP ( -lgcc_eh -lgcc )\n")
    };
    if found && script().is_ok() {
        println!("cargo::rustc-link-arg-bins=-L{}", folder.display());
    }
}

/// Turns all TOML files of a folder, and of those in it, into JSON files of the same names.
fn turn(folder: &Path, out: &Path) {
    let to = out.join(folder);
    fs::create_dir_all(&to).expect("the folder for what is made can be written to");
    for file in fs::read_dir(folder).expect("the assets can be read") {
        let path = file.expect("the assets can be read").path();
        if path.is_dir() {
            turn(&path, out);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            let text = fs::read_to_string(&path).expect("the assets can be read");
            let (made, extension) =
                if path.starts_with("assets/keys") || path.ends_with("keys.toml") {
                    (key_lines(&path, &text), "lines")
                } else {
                    (json(&path, &text), "json")
                };
            let name = path.with_extension(extension);
            fs::write(out.join(name), made).expect("the folder for what is made can be written to");
        }
    }
}

fn json(path: &Path, text: &str) -> String {
    let data: toml::Value =
        toml::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::to_string(&data).expect("TOML holds nothing that JSON cannot")
}

/// A table of keys as lines, in its order: `[scope]`, and under it `act key key` for each act.
fn key_lines(path: &Path, text: &str) -> String {
    let table = DeTable::parse(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = String::new();
    for (scope, acts) in in_order(table.get_ref()) {
        lines.extend(["[", scope, "]\n"]);
        for (act, keys) in in_order(acts.as_table().expect("a scope holds acts")) {
            let keys = keys.as_array().expect("an act has a list of keys").iter();
            let keys = keys.map(|key| key.get_ref().as_str().expect("a key is a name"));
            let line: Vec<&str> = [act].into_iter().chain(keys).collect();
            lines += &(line.join(" ") + "\n");
        }
    }
    lines
}

/// What a table holds, in the order in which it was written.
fn in_order<'a>(table: &'a DeTable) -> Vec<(&'a str, &'a DeValue<'a>)> {
    let mut all: Vec<_> = table.iter().collect();
    all.sort_by_key(|(name, _)| name.span().start);
    let all = all.into_iter();
    all.map(|(name, value)| (name.get_ref().as_ref(), value.get_ref()))
        .collect()
}
