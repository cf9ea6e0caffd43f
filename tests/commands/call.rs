//! Runs the program with its input and output in pipes.

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

/// What a call came to.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// What was printed by a call that found something and had nothing to complain of.
    #[track_caller]
    pub fn fine(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// The one line on standard error of a call that could not be carried out.
    #[track_caller]
    pub fn refusal(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{}", self.err);
        assert!(self.err.starts_with("kamerbrief: "), "{}", self.err);
        assert!(self.err.ends_with('\n'), "{}", self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        assert!(!self.err.contains('\x1b'), "{}", self.err);
        self.err
    }
}

fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("LANG", "nl_NL.UTF-8")
        .env("TERM", "xterm-256color")
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// The program with these arguments.
pub fn program(args: &[&str]) -> Command {
    let mut command = command(env!("CARGO_BIN_EXE_kamerbrief"));
    command.args(args);
    command
}

/// A shell with a script in which `$0` is the program and `$1` and on are these arguments.
#[cfg(unix)]
pub fn shell(script: &str, args: &[&str]) -> Command {
    let mut command = command("/bin/sh");
    command
        .args(["-c", script, env!("CARGO_BIN_EXE_kamerbrief")])
        .args(args);
    command
}

/// Runs a command to its end with this on its standard input.
pub fn run_with(mut command: Command, input: &[u8]) -> Said {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Beside the reading of the output, or each would wait for the other. Who does not read its
    // input breaks the pipe, and that is no fault.
    let writes = std::thread::spawn(move || drop(to.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writes.join().unwrap();
    Said {
        code: output.status.code().expect("no signal ends it"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs a command to its end with nothing on its standard input.
pub fn run(command: Command) -> Said {
    run_with(command, b"")
}

/// What the program says to these arguments.
pub fn kamerbrief(args: &[&str]) -> Said {
    run(program(args))
}

/// A new file of this test run.
pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path.into_os_string().into_string().unwrap()
}
