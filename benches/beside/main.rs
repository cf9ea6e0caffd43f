//! The speed table: this program beside `less`, `vim`, `fzf` and `grep`, where they are installed.
//!
//! ```sh
//! cargo bench --bench beside                          # the whole table, some minutes
//! cargo bench --bench beside -- start scroll large    # the rows of these names
//! cargo bench --bench beside -- --quick               # fewer pairs and keys
//! ```
//!
//! Each program runs in a pseudo-terminal of its own of 120x40, in an environment without settings
//! ([`inside`]). This program plays the terminal: it answers what terminals are asked, stamps what is
//! written with the time as it reads it, and puts it on a model of a screen afterwards ([`pty`], [`seen`]).
//!
//! - The programs compared run by turns, one pair after the other, after a first pair that does not
//!   count. A figure is the median over the pairs, the ratio the median of the ratios of the pairs:
//!   absolute times drift from machine to machine and from minute to minute, ratios within a pair hold.
//! - A *frame* is the last change of the picture before the terminal is silent: for 150 ms after the
//!   start, 40 ms after a key (longer where much is to be done for one). The time of a frame is when
//!   the chunk that made it was read; the silence is not counted. The start counts from the execution.
//! - Before a key comes a pause of chance of up to 20 ms. Nothing sleeps: each wait takes output.
//! - Memory is the peak of the resident set; idle time is counted in the run time and the switches of
//!   the threads, from a second after the last change.
//! - *x1000* is the embedded letter a thousand times over, the long paragraph a hundred in one line;
//!   the names for the finder are made up, the same each time. They stand in a folder for temporary
//!   files, which is removed at the end.

mod inside;
mod made;
mod measure;
mod pairs;
mod pty;
#[path = "../../tests/common/random.rs"]
mod random;
mod rows;
mod seen;
mod shelf;
mod table;
#[path = "../../tests/common/terminal.rs"]
mod terminal;

use made::Made;
use rows::{Bench, ROWS, Row};
use std::{env, io, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let ended = inside::play(env::args_os().skip(1)).unwrap_or_else(|| {
        let args: Vec<String> = env::args().skip(1).collect();
        // Where tests are run, all that is to be seen is that it can be built.
        if args.iter().any(|arg| arg == "--bench") {
            bench(&args)
        } else {
            Ok(())
        }
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("beside: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the rows that the arguments ask for.
fn bench(args: &[String]) -> io::Result<()> {
    let (options, names): (Vec<&String>, Vec<&String>) =
        args.iter().partition(|arg| arg.starts_with('-'));
    for name in &names {
        if !ROWS.iter().any(|row| row.is_named(name)) {
            let known = ROWS.map(|row| row.name).join(" ");
            let sentence = format!("no row is named {name}; these are: {known}");
            return Err(io::Error::other(sentence));
        }
    }
    let bench = Bench {
        made: Made::new()?,
        quick: options.iter().any(|option| *option == "--quick"),
    };
    let asked = |row: &&Row| names.is_empty() || names.iter().any(|name| row.is_named(name));
    println!("{}", table::Head);
    for row in ROWS.iter().filter(asked) {
        if let Some(program) = row.beside.filter(|program| !is_installed(program)) {
            println!("{}: skipped, because {program} is not installed", row.name);
            continue;
        }
        match (row.measure)(&bench) {
            Ok(lines) => lines.iter().for_each(|line| println!("{line}")),
            Err(error) => println!("{}: not measured: {error}", row.name),
        }
    }
    Ok(())
}

/// Whether a program can be called by its name.
fn is_installed(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| Path::new(&folder).join(program).is_file())
}
