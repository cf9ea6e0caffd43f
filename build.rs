//! Turns our data into JSON. People write it as TOML, in `assets`; the program reads it at every start,
//! and JSON is read in a fraction of the time.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

fn main() {
    println!("cargo::rerun-if-changed=assets");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is made"));
    turn(Path::new("assets"), &out);
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
