//! What runs in the pseudo-terminals, each in an environment that is the same everywhere.

use std::{
    path::{Path, PathBuf},
    process::{self, Command},
    sync::atomic::{AtomicUsize, Ordering},
};

/// The program.
pub fn kamerbrief() -> Command {
    clean(Command::new(env!("CARGO_BIN_EXE_kamerbrief")))
}

/// A shell that carries out a script in which `$0` is the program.
pub fn shell(script: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_kamerbrief")]);
    clean(command)
}

/// A home that nobody else has, in which nothing is kept yet.
fn new_home() -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    PathBuf::from(format!("{HOMES}{}-{number}", process::id()))
}

/// How the names of such homes begin.
const HOMES: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/home-");

/// Whether this is such a home.
pub fn is_new_home(home: &Path) -> bool {
    home.to_str().is_some_and(|home| home.starts_with(HOMES))
}

/// A command without the environment of whoever runs the tests.
pub fn clean(mut command: Command) -> Command {
    command.env_clear();
    command.env("HOME", new_home());
    for (name, value) in [
        ("PATH", "/usr/bin:/bin"),
        ("TERM", "xterm-256color"),
        ("LANG", "nl_NL.UTF-8"),
        ("SHELL", "/bin/sh"),
    ] {
        command.env(name, value);
    }
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}
