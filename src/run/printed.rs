//! The commands that print: over one letter or over several.

use super::{
    opened::{Asked, Opened},
    reader::{kept_of, reader_of},
    said::{UNUSABLE, print, refuse, say},
};
use crate::{
    app::{
        App,
        listed::Listed,
        meeting::{self, MeetingSheet, Wanted},
        words::Words,
    },
    cli::{
        self, Desk, Paper, Printout, Several,
        args::{Colour, Command, Format, SheetForm},
    },
    letter::{self, AddressError, Letter},
    library::Held,
    reading::{search::Query, verify},
    store,
    tui::terminal,
};
use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Takes a quotation that is not in the call from standard input; else what is wrong, in one sentence.
pub(super) fn take_quote(
    command: &mut Command,
    letters: &[PathBuf],
    words: &Words,
) -> Result<(), String> {
    let Command::Verify { quote } = command else {
        return Ok(());
    };
    let input = Path::new("-");
    if quote.is_none() {
        if letters.iter().any(|letter| letter == input) {
            return Err(words.cli().error_two_inputs.to_owned());
        }
        let bytes = store::read(input).map_err(|error| error.say(words.language))?;
        *quote = Some(String::from_utf8_lossy(&bytes).into_owned());
    }
    if quote
        .as_deref()
        .is_some_and(|quote| Query::new(quote).is_none())
    {
        return Err(words.cli().error_nothing_sought.to_owned());
    }
    if quote
        .as_ref()
        .is_some_and(|quote| quote.len() > verify::LONGEST)
    {
        let longest = verify::LONGEST.to_string();
        return Err(words.cli().error_long_quote.replace("{}", &longest));
    }
    Ok(())
}

/// What is printed on. A terminal of which nobody knows whether it knows colours gets none.
pub(super) fn paper(width: Option<usize>, colour: Colour) -> Paper {
    let terminal = io::stdout().is_terminal();
    Paper {
        width: width.or_else(|| terminal.then(terminal::width)),
        colour: match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && !terminal::no_colour() && !terminal::is_dumb(),
        },
        terminal,
    }
}

/// Carries out a command over the letters.
pub(super) fn carry_out(
    command: &Command,
    format: Format,
    opened: Opened,
    words: Words,
    paper: Paper,
) -> ExitCode {
    if opened.asked == Asked::Several {
        return over_several(command, format, &opened, &words, paper);
    }
    let desk = Desk::new(opened.one(), words, paper);
    match cli::run(command, format, &desk) {
        Ok(printout) => print_whole(&printout, &desk.words),
        Err(error) => refuse(&error.say(desk.words.language)),
    }
}

/// Says which letter was answered from, where another stands ready to be read that is not asked for.
pub(super) fn say_which(words: &Words) {
    if store::streams::input_has_something() {
        say(&cli::answered_from(&letter::embedded(), words));
    }
}

/// Carries out a command over one letter after the other.
fn over_several(
    command: &Command,
    format: Format,
    opened: &Opened,
    words: &Words,
    paper: Paper,
) -> ExitCode {
    opened
        .library
        .unread
        .iter()
        .for_each(|sentence| say(sentence));
    let mut several = Several::new(command, format);
    for held in &opened.library.letters {
        several.add(held, &mut Desk::new(held.letter.clone(), *words, paper));
    }
    match several.printout(paper, words) {
        Ok(printout) => ended(print_whole(&printout, words), opened),
        Err(error) => refuse(&error.say(words.language)),
    }
}

/// Prints what has to do with one's own notes: of one letter after the other.
pub(super) fn own(
    format: Format,
    opened: Opened,
    words: &Words,
    paper: Paper,
    printout: impl Fn(&Desk, &App) -> Result<Printout<'static>, AddressError>,
) -> ExitCode {
    let printed = |letter: &Letter, paper| {
        let desk = Desk::new(letter.clone(), *words, paper);
        let app = reader_of(letter, words)?;
        if let Some(sentence) = app.warning() {
            say(sentence);
        }
        printout(&desk, &app).map_err(|error| error.say(words.language))
    };
    if opened.asked != Asked::Several {
        return match printed(&opened.one(), paper) {
            Ok(printout) => print_whole(&printout, words),
            Err(sentence) => refuse(&sentence),
        };
    }
    opened
        .library
        .unread
        .iter()
        .for_each(|sentence| say(sentence));
    let mut several = Several::new(&Command::Check, format);
    for held in &opened.library.letters {
        match printed(&held.letter, cli::beside_name(paper, held)) {
            Ok(printout) => several.take(held, &printout),
            Err(sentence) => return refuse(&sentence),
        }
    }
    match several.printout(paper, words) {
        Ok(printout) => ended(print_whole(&printout, words), &opened),
        Err(error) => refuse(&error.say(words.language)),
    }
}

/// Prints the meeting sheets of the letters, one after the other. Those letters are passed over that have none of the
/// sections that are wanted, unless none has them.
pub(super) fn sheets(
    wanted: &Wanted,
    form: SheetForm,
    opened: &Opened,
    words: &Words,
    paper: Paper,
) -> ExitCode {
    for sentence in &opened.library.unread {
        say(sentence);
    }
    let (mut sheets, mut refused) = (Vec::new(), None);
    for held in &opened.library.letters {
        let app = match reader_of(&held.letter, words) {
            Ok(app) => app,
            Err(sentence) => return refuse(&sentence),
        };
        if let Some(sentence) = app.warning() {
            say(sentence);
        }
        match meeting::gather(app.reader(), words, wanted) {
            Ok(sheet) => sheets.push(MeetingSheet {
                id: held.id.clone(),
                ..sheet
            }),
            Err(error) => refused = Some(error),
        }
    }
    match refused.filter(|_| sheets.is_empty()) {
        Some(error) => refuse(&error.say(words.language)),
        None => ended(
            print_whole(&cli::sheets(sheets, words, form, paper), words),
            opened,
        ),
    }
}

/// Prints which letters there are.
pub(super) fn letters(format: Format, opened: &Opened, words: &Words) -> ExitCode {
    opened
        .library
        .unread
        .iter()
        .for_each(|sentence| say(sentence));
    let row = |held: &Held| Listed::of(held, &kept_of(&held.letter), words.language);
    let rows: Vec<Listed> = opened.library.letters.iter().map(row).collect();
    ended(print_whole(&cli::letters(&rows, format), words), opened)
}

/// Prints which sentences come back in a later letter.
pub(super) fn repeats(format: Format, opened: &Opened, words: &Words) -> ExitCode {
    opened
        .library
        .unread
        .iter()
        .for_each(|sentence| say(sentence));
    let printout = cli::repeats(&opened.library, format, words);
    ended(print_whole(&printout, words), opened)
}

/// How a call over several letters ends: a file that was named and could not be read is not passed over.
fn ended(code: ExitCode, opened: &Opened) -> ExitCode {
    if opened.lacks {
        ExitCode::from(UNUSABLE)
    } else {
        code
    }
}

/// Prints what a command came to, and says what is to be said beside it.
fn print_whole(printout: &Printout, words: &Words) -> ExitCode {
    if let Some(aside) = &printout.aside {
        say(aside);
    }
    print(&printout.text, printout.found, words)
}
