//! Puts the house together: reads the call, gets the letter, and hands over to one of the faces.

use kamerbrief::{
    app::{
        App,
        geometry::Arrangement,
        kept::{Changes, Kept, Saved},
        message::Message,
        words::Words,
    },
    catalogue::{Catalogue, Mentions},
    cli::{
        self, Desk, Paper, Printout,
        args::{self, Colour, Command, Face, Format, Opening, Parsed, Task},
    },
    letter::{self, AddressError, Language, Letter},
    linear::{
        Conversation,
        talk::{self, Around, Prompt},
    },
    reading::verify,
    settings::ReadAgain,
    source,
    store::{self, settings::Configured},
    tui::{own_theme, terminal},
};
use std::{
    ffi::OsString,
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal, Write},
    path::Path,
    process::ExitCode,
    sync::OnceLock,
};

/// Found and printed.
const DONE: u8 = 0;
/// Nothing found.
const NOTHING: u8 = 1;
/// Arguments or input that cannot be used.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let asked = args::config(&args);
    let (configured, unread) = match store::settings::settings(asked.as_deref()) {
        Ok(configured) => (configured, None),
        Err(error) => (Configured::default(), Some(error)),
    };
    let spoken = args::language(&args, configured.settings.language, locale().as_deref());
    let words = Words::of(*LANGUAGE.get_or_init(|| spoken));
    if store::streams::output_is_closed() {
        return refuse(words.cli().error_closed);
    }
    if let Some(error) = unread {
        let sentence = error.say(words.language);
        if asked.is_some() {
            return refuse(&sentence);
        }
        let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
    }
    let mut request = match args::parse(&args, &words, &configured.settings) {
        Parsed::Request(request) => request,
        Parsed::Words(text) => {
            complain(&configured, &words);
            return print(&text, true, &words);
        }
        Parsed::Refused(sentence) => return refuse(&sentence),
    };
    if let Task::Print { command, .. } = &mut request.task
        && let Err(sentence) = take_quote(command, request.letter.as_deref(), &words)
    {
        return refuse(&sentence);
    }
    let letter = match open(request.letter.as_deref(), &words) {
        Ok(letter) => letter,
        Err(sentence) => return refuse(&sentence),
    };
    let named = if request.letter.is_some() {
        Named::Yes
    } else {
        Named::No
    };
    if let Task::Read(opening) = &request.task
        && opening.face == Face::Ears
        && let Some(lines) = lines(request.letter.as_deref())
    {
        return converse(letter, words, opening, configured, lines);
    }
    match request.task {
        Task::Read(opening) if io::stdout().is_terminal() && !terminal::is_dumb() => {
            read(letter, words, &opening, configured)
        }
        Task::Read(_) if io::stdout().is_terminal() => refuse(words.cli().dumb),
        Task::Read(opening) => {
            complain(&configured, &words);
            let command = match opening.find {
                Some(query) => Command::Find { query, kind: None },
                None => Command::Show {
                    addresses: opening.at.into_iter().collect(),
                },
            };
            let desk = desk(letter, words, paper(None, Colour::Auto));
            carry_out(&command, Format::Text, &desk, named)
        }
        Task::Notes {
            format,
            width,
            colour,
        } => own(
            letter,
            words,
            configured,
            paper(width, colour),
            |desk, app| Ok(cli::notes(desk, app, format)),
        ),
        Task::Sheet {
            wanted,
            form,
            width,
            colour,
        } => own(
            letter,
            words,
            configured,
            paper(width, colour),
            |desk, app| cli::sheet(desk, app, &wanted, form),
        ),
        Task::Print {
            command,
            format,
            width,
            colour,
        } => {
            complain(&configured, &words);
            let desk = desk(letter, words, paper(width, colour));
            carry_out(&command, format, &desk, named)
        }
    }
}

/// Prints what has to do with one's own notes.
fn own(
    letter: Letter,
    words: Words,
    configured: Configured,
    paper: Paper,
    printout: impl FnOnce(&Desk, &App) -> Result<Printout, AddressError>,
) -> ExitCode {
    let desk = desk(letter.clone(), words.clone(), paper);
    let printed = reader(letter, words, &Opening::default(), configured).and_then(|app| {
        if let Some(sentence) = app.warning() {
            let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
        }
        printout(&desk, &app).map_err(|error| error.say(desk.words.language))
    });
    match printed {
        Ok(printout) => print(&printout.text, printout.found, &desk.words),
        Err(sentence) => refuse(&sentence),
    }
}

/// Takes a quotation that is not in the call from standard input; else what is wrong, in one sentence.
fn take_quote(command: &mut Command, letter: Option<&Path>, words: &Words) -> Result<(), String> {
    let Command::Verify { quote } = command else {
        return Ok(());
    };
    let input = Path::new("-");
    if quote.is_none() {
        if letter == Some(input) {
            return Err(words.cli().error_two_inputs.to_owned());
        }
        let bytes = store::read(input).map_err(|error| error.say(words.language))?;
        *quote = Some(String::from_utf8_lossy(&bytes).into_owned());
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
fn paper(width: Option<usize>, colour: Colour) -> Paper {
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

/// The locale for messages, by the environment.
fn locale() -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    set("LC_ALL")
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"))
}

/// The letter in a file, or the embedded one; else what is wrong, in one sentence.
fn open(path: Option<&Path>, words: &Words) -> Result<Letter, String> {
    let Some(path) = path else {
        return Ok(letter::embedded());
    };
    let bytes = store::read(path).map_err(|error| error.say(words.language))?;
    let mut letter = source::read(bytes)
        .map_err(|error| format!("{}: {}", store::name(path), error.say(words.language)))?;
    let beside = path.with_file_name("metadata.xml");
    if letter.form == letter::Form::OfficialXml
        && beside.is_file()
        && let Ok(metadata) = store::read(&beside)
    {
        source::add_metadata(&mut letter, &metadata);
    }
    Ok(letter)
}

/// The reader as it opens: with what was kept of the letter, at the place that was asked for.
fn reader(
    letter: Letter,
    words: Words,
    opening: &Opening,
    configured: Configured,
) -> Result<App, String> {
    let place = opening.at.map(|at| letter.locate(at)).transpose();
    let place = place.map_err(|error| error.say(words.language))?;
    let place = place.map(|paragraphs| paragraphs.start);
    let mut app = App::new(letter, Catalogue::embedded(), words);
    let complaints = complaints(&configured, app.words());
    app.take_settings(configured.settings, complaints);
    let signs = opening.signs;
    let arrangement = app.reader().arrangement;
    app.set_arrangement(Arrangement {
        signs,
        ..arrangement
    });
    if !opening.fresh {
        app.remember(store::searches());
        app.take_looks(&store::looks(&app.set_looks()));
        let kept = kept(&app);
        app.update(Message::Marks(kept));
    }
    let asked_theme = opening.theme.as_deref();
    let asked_theme = asked_theme.and_then(|name| app.settings().theme_named(name));
    if let Some(theme) = terminal::theme(asked_theme) {
        app.set_theme(theme);
    }
    app.begin();
    match (place, &opening.find) {
        (None, None) => app.resume(),
        (place, query) => {
            if let Some(paragraph) = place {
                app.start_at(paragraph);
            }
            if let Some(query) = query {
                app.start_with(query);
            }
        }
    }
    Ok(app)
}

/// Where the lines of a conversation come from: standard input, unless the letter does; then the terminal.
fn lines(letter: Option<&Path>) -> Option<(Box<dyn BufRead>, Prompt)> {
    if letter == Some(Path::new("-")) {
        let terminal = File::open("/dev/tty").ok();
        return terminal
            .filter(|_| io::stdout().is_terminal())
            .map(|terminal| (Box::new(BufReader::new(terminal)) as _, Prompt::Shown));
    }
    let prompt = if io::stdin().is_terminal() {
        Prompt::Shown
    } else if store::streams::input_has_something() {
        Prompt::Left
    } else {
        return None;
    };
    Some((Box::new(io::stdin().lock()), prompt))
}

/// Reads by ear.
fn converse(
    letter: Letter,
    words: Words,
    opening: &Opening,
    configured: Configured,
    (mut lines, prompt): (Box<dyn BufRead>, Prompt),
) -> ExitCode {
    let desk = desk(letter.clone(), words.clone(), Paper::default());
    let failed = words.cli().error_output;
    let app = match reader(letter, words, opening, configured) {
        Ok(app) => app,
        Err(sentence) => return refuse(&sentence),
    };
    let mut conversation = Conversation::new(app, desk);
    let around = Around {
        keep: if opening.fresh { keep_nothing } else { keep },
        copy: terminal::copy,
    };
    let mut out = io::stdout().lock();
    let talked = talk::talk(&mut conversation, &mut lines, &mut out, prompt, around);
    let (unkept, parting) = conversation.unkept();
    for sentence in parting {
        let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
    }
    match talked {
        Ok(()) => ExitCode::from(if unkept { UNUSABLE } else { DONE }),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(DONE),
        Err(error) => refuse(&failed.replace("{}", &error.to_string())),
    }
}

fn read(letter: Letter, words: Words, opening: &Opening, configured: Configured) -> ExitCode {
    let Ok(keys) = terminal::keys() else {
        return refuse(words.cli().no_keys);
    };
    let refusal = words.cli().terminal;
    let mut app = match reader(letter, words, opening, configured) {
        Ok(app) => app,
        Err(sentence) => return refuse(&sentence),
    };
    let options = terminal::Options {
        no_mouse: opening.no_mouse,
        no_links: opening.no_links,
        save,
        save_apart,
        keep: if opening.fresh { keep_nothing } else { keep },
        settings,
    };
    let ended = terminal::run(&mut app, &keys, options);
    for sentence in app.parting() {
        let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
    }
    match ended {
        Ok(None) if app.reader().has_unkept_marks() => ExitCode::from(UNUSABLE),
        Ok(None) => ExitCode::from(DONE),
        Ok(Some(signal)) => {
            // It does not come back.
            let _ = terminal::act_as_unheard(signal);
            ExitCode::from(UNUSABLE)
        }
        Err(error) => refuse(&refusal.replace("{}", &error.to_string())),
    }
}

/// What was kept of the letter at an earlier time, or why it cannot be read.
fn kept(app: &App) -> Result<Box<Kept>, String> {
    let kept = store::marks::kept(app.reader().letter_name(), || app.reader().sketch());
    kept.map(Box::new)
        .map_err(|error| error.say(app.words().language))
}

/// Keeps what the reader gives out.
fn keep(changes: &Changes, says: &dyn Fn(Saved)) -> Saved {
    store::keep(changes, language(), says)
}

/// Keeps nothing, which was asked for.
fn keep_nothing(_: &Changes, _: &dyn Fn(Saved)) -> Saved {
    Saved::Unwanted
}

/// Writes a text to a new file; says what is wrong in the language of the call.
fn save(stem: &str, text: &str) -> Result<String, String> {
    store::save(stem, text).map_err(|error| error.say(language()))
}

/// Writes a text to a new file that nobody else reads; says what is wrong in the language of the call.
fn save_apart(stem: &str, text: &str) -> Result<String, String> {
    store::save_apart(stem, text).map_err(|error| error.say(language()))
}

/// The language of the call, known once the settings are.
static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// The language of the call.
fn language() -> Language {
    LANGUAGE.get().copied().unwrap_or_default()
}

/// Reads the settings again, with what is wrong in them; or says why they cannot be.
fn settings() -> ReadAgain {
    let args: Vec<OsString> = std::env::args_os().collect();
    let read = store::settings::settings(args::config(&args).as_deref());
    let configured = read.map_err(|error| error.say(language()))?;
    let complaints = complaints(&configured, &Words::of(language()));
    Ok((configured.settings, complaints))
}

/// What is wrong in the file of settings, in sentences; the words for that are read only where something is.
fn complaints(configured: &Configured, words: &Words) -> Vec<String> {
    let mut complaints = Vec::new();
    if !configured.is_faultless() {
        complaints = configured.complaints(&words.settings().wrong);
    }
    let own = &configured.settings.themes;
    complaints.extend(own_theme::complaints(own, || {
        words.settings().wrong.clone()
    }));
    complaints
}

/// Says on standard error what is wrong in the file of settings.
fn complain(configured: &Configured, words: &Words) {
    for sentence in complaints(configured, words) {
        let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
    }
}

/// Whether a letter was named, or it is the built-in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Yes,
    No,
}

fn desk(letter: Letter, words: Words, paper: Paper) -> Desk {
    let catalogue = Catalogue::embedded().with_signatories(&letter);
    let mentions = Mentions::find(&letter, &catalogue);
    Desk {
        letter,
        catalogue,
        mentions,
        words,
        paper,
    }
}

fn carry_out(command: &Command, format: Format, desk: &Desk, named: Named) -> ExitCode {
    match cli::run(command, format, desk) {
        Ok(printout) => {
            if let Some(aside) = &printout.aside {
                let _ = writeln!(io::stderr(), "kamerbrief: {aside}");
            }
            let code = print(&printout.text, printout.found, &desk.words);
            // A letter that stands ready to be read, and is not, is not passed over in silence.
            let asks_input = matches!(command, Command::Verify { .. });
            if named == Named::No && !asks_input && store::streams::input_has_something() {
                let _ = writeln!(io::stderr(), "kamerbrief: {}", cli::answered_from(desk));
            }
            code
        }
        Err(error) => refuse(&error.say(desk.words.language)),
    }
}

/// Writes to standard output; a reader that has gone is no fault.
fn print(text: &str, found: bool, words: &Words) -> ExitCode {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Ok(()) => ExitCode::from(if found { DONE } else { NOTHING }),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(DONE),
        Err(error) => refuse(&words.cli().error_output.replace("{}", &error.to_string())),
    }
}

/// Says on standard error what is wrong.
fn refuse(sentence: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
    ExitCode::from(UNUSABLE)
}
