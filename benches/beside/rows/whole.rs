//! Whole processes without a terminal, and the binary itself.

use super::{Bench, Lines};
use crate::{
    made::{LETTER, PROGRAM, size as size_of},
    pairs::Two,
    table::{
        Goal::{AtMost, Times},
        Line,
        Unit::{Megabytes, Milliseconds},
    },
};
use std::{
    io,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

pub fn find(bench: &Bench) -> Lines {
    let two = Two {
        here: (PROGRAM, &["find", "civicus"][..]),
        whose: "grep",
        beside: ("grep", &["-i", "civicus", LETTER]),
    };
    let figures = |(program, args): &(&str, &[&str])| Ok([whole(program, args)?]);
    let [pairs] = two.by_turns(bench.pairs(100), figures)?;
    Ok(vec![pairs.line(
        "`find civicus`, the whole process",
        Milliseconds,
        Times(3.0),
    )])
}

/// From before a command is started until it has ended and all it wrote into a pipe is read; ms.
pub fn whole(program: &str, args: &[&str]) -> io::Result<f64> {
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::null());
    let since = Instant::now();
    let output = command.output()?;
    let time = since.elapsed();
    if !output.status.success() || output.stdout.is_empty() {
        return Err(io::Error::other(format!("{program} found nothing")));
    }
    Ok(time.as_secs_f64() * 1e3)
}

pub fn size(_: &Bench) -> Lines {
    const MOST: f64 = 4e6;
    let size = size_of(Path::new(PROGRAM))?;
    Ok(vec![Line {
        quantity: "the release binary".to_owned(),
        here: Megabytes.say(size),
        goal: AtMost(MOST).say(Megabytes),
        met: size <= MOST,
        ..Line::default()
    }])
}
