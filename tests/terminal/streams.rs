//! Standard input, output and error, each a terminal, closed, nothing (`/dev/null`), a file or a pipe,
//! in every combination; with a terminal of the process to read keys from, and without.

use crate::{
    folder::Folder,
    picture::{picture, words},
    program::shell,
    pty::Pty,
    seen::{Fate, Modes},
};
use kamerbrief::letter;
use std::{fmt::Write, fs};

/// Wide enough for a sentence in one row.
const SIZE: (u16, u16) = (150, 30);

/// What a standard stream is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stream {
    Terminal,
    Closed,
    Nothing,
    File,
    Pipe,
}

const STREAMS: [Stream; 5] = [
    Stream::Terminal,
    Stream::Closed,
    Stream::Nothing,
    Stream::File,
    Stream::Pipe,
];

/// The three of a process.
#[derive(Clone, Copy, Debug)]
struct Streams {
    input: Stream,
    output: Stream,
    error: Stream,
}

impl Streams {
    /// Each with each.
    fn all() -> impl Iterator<Item = Self> {
        let with = |input, output| {
            STREAMS.map(move |error| Self {
                input,
                output,
                error,
            })
        };
        let inputs = STREAMS.into_iter();
        inputs.flat_map(move |input| {
            STREAMS
                .into_iter()
                .flat_map(move |output| with(input, output))
        })
    }

    /// Where files and pipes stand, below a folder.
    fn name(self) -> String {
        format!("{:?}-{:?}-{:?}", self.input, self.output, self.error)
    }

    /// Lines of a shell in the folder that run the program so and keep its exit code.
    fn script(self, arguments: &str) -> String {
        let name = self.name();
        let mut script = String::new();
        let mut redirected = String::new();
        for (stream, number, arrow, file) in [
            (self.input, 0, "<", "in"),
            (self.output, 1, ">", "out"),
            (self.error, 2, ">", "err"),
        ] {
            let file = format!("{name}.{file}");
            let target = match stream {
                Stream::Terminal => continue,
                Stream::Closed => "&-".to_owned(),
                Stream::Nothing => "/dev/null".to_owned(),
                Stream::File => file,
                Stream::Pipe => {
                    let pipe = format!("{file}.pipe");
                    let (from, to) = if number == 0 {
                        (&file, &pipe)
                    } else {
                        (&pipe, &file)
                    };
                    // What stands on the other side of the pipe ends with the program.
                    writeln!(script, "mkfifo {pipe}; cat <{from} >{to} &").unwrap();
                    pipe
                }
            };
            write!(redirected, " {number}{arrow}{target}").unwrap();
        }
        let kept = format!("{name}.code");
        writeln!(script, r#""$0" {arguments}{redirected}"#).unwrap();
        writeln!(script, "code=$?; echo $code >{kept}; wait").unwrap();
        script
    }

    /// Runs the program so in a terminal, which can be the terminal of the process.
    fn open(self, arguments: &str, folder: &Folder, controlling: bool) -> Pty {
        self.give_input(folder);
        let script = self.script(arguments) + "exit $code";
        open(&script, folder, controlling)
    }

    /// The letter, where input comes from a file or a pipe.
    fn give_input(self, folder: &Folder) {
        let path = folder.0.join(format!("{}.in", self.name()));
        fs::write(path, SOURCE).unwrap();
    }

    /// What arrived on standard error, if it went to a file or a pipe.
    fn complaint(self, folder: &Folder) -> String {
        match self.error {
            Stream::File | Stream::Pipe => folder.read(&format!("{}.err", self.name())),
            Stream::Terminal | Stream::Closed | Stream::Nothing => String::new(),
        }
    }
}

fn open(script: &str, folder: &Folder, controlling: bool) -> Pty {
    let mut command = shell(script);
    command.current_dir(&folder.0);
    if controlling {
        Pty::open(command, SIZE)
    } else {
        Pty::open_without_session(command, SIZE)
    }
}

const SOURCE: &str = include_str!("../../assets/letter/kst-36800-XVII-9.txt");

/// The letter as it is printed where standard output is no terminal.
fn printed() -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_kamerbrief"))
        .arg("show")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Asserts that the one sentence was said, and only where it could be.
#[track_caller]
fn assert_said(sentence: &str, streams: Streams, folder: &Folder, pty: &Pty) {
    let line = format!("kamerbrief: {sentence}");
    let seen = pty.seen();
    let rows: Vec<_> = seen
        .rows()
        .into_iter()
        .filter(|row| !row.is_empty())
        .collect();
    assert!(!seen.bytes.contains(&b'\x1b'), "{streams:?}");
    match streams.error {
        Stream::Terminal => assert_eq!(rows, [line], "{streams:?}"),
        Stream::File | Stream::Pipe => {
            assert_eq!(streams.complaint(folder), line + "\n", "{streams:?}");
            assert!(rows.is_empty(), "{streams:?}");
        }
        Stream::Closed | Stream::Nothing => assert!(rows.is_empty(), "{streams:?}"),
    }
}

/// Asserts that the reader opens, takes keys, and complains of nothing.
#[track_caller]
fn assert_reads(streams: Streams, folder: &Folder, mut pty: Pty) {
    let rows = picture(SIZE, &[]);
    pty.wait_for(&format!("the reader with {streams:?}"), |seen| {
        seen.modes() == Modes::TAKEN && seen.rows() == rows
    });
    pty.send("q");
    assert_eq!(pty.wait_for_end(), Fate::Exited(0), "{streams:?}");
    assert_eq!(streams.complaint(folder), "", "{streams:?}");
}

#[test]
fn on_a_terminal_it_reads_wherever_keys_come_from() {
    for controlling in [true, false] {
        let folder = Folder::new(&format!("streams-{controlling}"));
        for streams in Streams::all().filter(|streams| streams.output == Stream::Terminal) {
            let mut pty = streams.open("", &folder, controlling);
            if controlling || streams.input == Stream::Terminal {
                assert_reads(streams, &folder, pty);
            } else {
                assert_eq!(pty.wait_for_end(), Fate::Exited(2), "{streams:?}");
                assert_said(words().cli().no_keys, streams, &folder, &pty);
            }
        }
    }
}

/// The exit code where standard output is no terminal, and what is said on standard error.
fn answer(streams: Streams) -> (u8, Option<&'static str>) {
    let words = words();
    let words = words.cli();
    match (streams.output, streams.input) {
        (Stream::Closed, _) => (2, Some(words.error_closed)),
        (_, Stream::File | Stream::Pipe) => (0, Some(words.answered_from)),
        _ => (0, None),
    }
}

#[test]
fn elsewhere_it_prints_the_letter_and_says_what_it_is_not() {
    let printed = printed();
    assert!(printed.starts_with("Brief regering") && printed.contains("Ondertekenaars"));
    for controlling in [true, false] {
        let folder = Folder::new(&format!("prints-{controlling}"));
        let elsewhere = Streams::all().filter(|streams| streams.output != Stream::Terminal);
        let all: Vec<_> = elsewhere.collect();
        let mut script = String::new();
        let mut at_terminal = String::new();
        for streams in &all {
            streams.give_input(&folder);
            script += &streams.script("");
            if let (Stream::Terminal, Some(sentence)) = (streams.error, answer(*streams).1) {
                at_terminal += &line(sentence);
            }
        }
        let mut pty = open(&script, &folder, controlling);
        assert_eq!(pty.wait_for_end(), Fate::Exited(0));
        let written = String::from_utf8_lossy(&pty.seen().bytes).replace('\r', "");
        assert_eq!(written, at_terminal, "nothing else goes to the terminal");
        for streams in all {
            let name = streams.name();
            let (code, sentence) = answer(streams);
            assert_eq!(
                folder.read(&format!("{name}.code")),
                format!("{code}\n"),
                "{streams:?}"
            );
            if matches!(streams.error, Stream::File | Stream::Pipe) {
                let said = sentence.map(line).unwrap_or_default();
                assert_eq!(streams.complaint(&folder), said, "{streams:?}");
            }
            if matches!(streams.output, Stream::File | Stream::Pipe) {
                assert_eq!(folder.read(&format!("{name}.out")), printed, "{streams:?}");
            }
        }
    }
}

/// A sentence as it is said of the letter of the program.
fn line(sentence: &str) -> String {
    let embedded = "de ingebouwde brief (Kamerstuk 36 800 XVII, nr. 9)";
    format!("kamerbrief: {}\n", sentence.replace("{letter}", embedded))
}

#[test]
fn the_letter_comes_from_standard_input_where_that_has_one() {
    let folder = Folder::new("streams-letter");
    let no_letter = letter::read(b"").unwrap_err().say(words().language);
    for streams in Streams::all().filter(|streams| streams.output == Stream::Terminal) {
        let mut pty = streams.open("-", &folder, true);
        match streams.input {
            Stream::File | Stream::Pipe => assert_reads(streams, &folder, pty),
            Stream::Terminal => {
                // Typed, and ended as one ends what one types.
                pty.send("Geachte voorzitter, dag.\n\x04");
                pty.wait_for("the reader", |seen| {
                    seen.modes() == Modes::TAKEN && seen.says("0.1  Geachte voorzitter, dag.")
                });
                pty.send("q");
                assert_eq!(pty.wait_for_end(), Fate::Exited(0), "{streams:?}");
            }
            Stream::Closed | Stream::Nothing => {
                assert_eq!(pty.wait_for_end(), Fate::Exited(2), "{streams:?}");
                assert_said(&format!("-: {no_letter}"), streams, &folder, &pty);
            }
        }
    }
}
