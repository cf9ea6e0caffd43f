//! Turns our data into JSON. People write it as TOML, in `assets`; the program reads it at every start,
//! and JSON is read in a fraction of the time. It also spares every start the loading of a library.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

fn main() {
    println!("cargo::rerun-if-changed=assets");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is made"));
    turn(Path::new("assets"), &out);
    link_unwinding(&out.join("link"));
}

/// Links what unwinds the stack into the program. Rust's own library asks for it by the name of a shared
/// library of GCC's, `libgcc_s`; to have that loaded takes a twentieth of the time to the first frame. So
/// the linker is led to a folder where the name stands for the archives of the same code, if the compiler
/// that links has them; else all stays as it is.
fn link_unwinding(folder: &Path) {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    let native = env::var("TARGET") == env::var("HOST");
    if !native || !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    let linker = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let asked = Command::new(linker)
        .arg("-print-file-name=libgcc_eh.a")
        .output();
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
            let data: toml::Value =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let json = serde_json::to_string(&data).expect("TOML holds nothing that JSON cannot");
            let name = path.with_extension("json");
            fs::write(out.join(name), json).expect("the folder for what is made can be written to");
        }
    }
}
