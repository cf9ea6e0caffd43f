//! What runs in the pseudo-terminals, each in an environment that is the same everywhere.

use portable_pty::CommandBuilder;

/// The program.
pub fn kamerbrief() -> CommandBuilder {
    clean(CommandBuilder::new(env!("CARGO_BIN_EXE_kamerbrief")))
}

/// A shell that carries out a script in which `$0` is the program.
pub fn shell(script: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_kamerbrief")]);
    clean(command)
}

/// A command without the environment of whoever runs the tests.
pub fn clean(mut command: CommandBuilder) -> CommandBuilder {
    command.env_clear();
    for (name, value) in [
        ("PATH", "/usr/bin:/bin"),
        // Nothing can be kept there for another test.
        ("HOME", "/dev/null"),
        ("TERM", "xterm-256color"),
        ("LANG", "nl_NL.UTF-8"),
    ] {
        command.env(name, value);
    }
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}
