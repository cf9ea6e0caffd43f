//! The faces that are talked with: the screen, and the conversation in lines.

use super::{
    configured::settings,
    editor,
    opened::Opened,
    reader::{keep, keep_nothing, kept, kept_of, reader, recall_nothing, save, save_apart},
    rest::Rest,
    said::{DONE, UNUSABLE, refuse},
};
use crate::{
    app::{
        App,
        library::{Brought, Loaded},
        listed::Listed,
        message::{Act, Message},
        words::Words,
    },
    cli::{Desk, Paper, args::Opening},
    letter,
    library::Held,
    linear::{
        Conversation,
        talk::{self, Around, Prompt},
    },
    store::{self, cache::Cache, settings::Configured},
    tui::terminal::{self, Load},
};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Where the lines of a conversation come from: standard input, unless the letter does; then the terminal.
pub(super) fn lines(letters: &[PathBuf]) -> Option<(Box<dyn BufRead>, Prompt)> {
    if letters.iter().any(|letter| letter == Path::new("-")) {
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

/// The reader of the letter that was opened first, and of several the rest, which is still to be read.
fn first(
    (opened, rest): (Opened, Option<Rest>),
    words: Words,
    opening: &Opening,
    configured: Configured,
) -> Result<(App, Option<Rest>), String> {
    let letter = opened.library.letters.first();
    let letter = letter.map_or_else(letter::embedded, |held| held.letter.clone());
    let language = words.language;
    let mut app = reader(letter, words, opening, configured)?;
    let rest = rest.map(|rest| Rest {
        cache: Cache::usual().filter(|_| !opening.fresh),
        ..rest
    });
    if let Some(rest) = &rest {
        let brought = |held: Held| Brought {
            row: Listed::of(&held, &kept_of(&held.letter), language),
            named: Vec::new(),
            held,
        };
        let letters = opened.library.letters.into_iter().map(brought);
        app.open_letters(letters.collect(), opened.library.unread);
        app.begin_loading(rest.loading());
    }
    Ok((app, rest))
}

/// Reads by ear; of several letters all are read before the first line is said.
pub(super) fn converse(
    opened: (Opened, Option<Rest>),
    words: Words,
    opening: &Opening,
    configured: Configured,
    (mut lines, prompt): (Box<dyn BufRead>, Prompt),
) -> ExitCode {
    let (failed, language) = (words.cli().error_output, words.language);
    let (mut app, rest) = match first(opened, words, opening, configured) {
        Ok(opened) => opened,
        Err(sentence) => return refuse(&sentence),
    };
    if let Some(rest) = rest {
        rest.load(language, &mut |loaded| {
            app.update(Message::Loaded(Box::new(loaded)));
            true
        });
    }
    let desk = Desk::new(app.reader().letter.clone(), words, Paper::default());
    let mut conversation = Conversation::new(app, desk);
    let around = Around {
        keep: if opening.fresh { keep_nothing } else { keep },
        copy: terminal::copy,
        edit: editor::edit_beside,
        recall: if opening.fresh { recall_nothing } else { kept },
        save,
        settings,
        clock: store::clock::seconds_since_midnight,
    };
    let mut out = io::stdout().lock();
    let talked = talk::talk(&mut conversation, &mut lines, &mut out, prompt, around);
    let (unkept, parting) = conversation.unkept();
    for sentence in parting {
        let _ = writeln!(io::stderr(), "kamerbrief: {sentence}");
    }
    if let Some(signal) = editor::told_to_end() {
        let _ = terminal::act_as_unheard(signal);
    }
    match talked {
        Ok(()) => ExitCode::from(if unkept { UNUSABLE } else { DONE }),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(DONE),
        Err(error) => refuse(&failed.replace("{}", &store::cause(&error, language))),
    }
}

/// Reads on the screen; of several letters the rest is read while it stands.
pub(super) fn read(
    opened: Opened,
    rest: Option<Rest>,
    words: Words,
    opening: &Opening,
    configured: Configured,
) -> ExitCode {
    let Ok(keys) = terminal::keys() else {
        return refuse(words.cli().no_keys);
    };
    let (refusal, language) = (words.cli().terminal, words.language);
    let (mut app, rest) = match first((opened, rest), words, opening, configured) {
        Ok(opened) => opened,
        Err(sentence) => return refuse(&sentence),
    };
    let mut load = None;
    if let Some(rest) = rest {
        load = Some(Box::new(move |tell: &mut dyn FnMut(Loaded) -> bool| {
            rest.load(language, tell);
        }) as Load);
        if opening.at.is_none() && opening.find.is_none() {
            app.update(Message::Act(Act::Letters));
        }
    }
    let options = terminal::Options {
        no_mouse: opening.no_mouse,
        no_links: opening.no_links,
        save,
        save_apart,
        recall: if opening.fresh { recall_nothing } else { kept },
        keep: if opening.fresh { keep_nothing } else { keep },
        edit: editor::edit,
        settings,
        clock: store::clock::seconds_since_midnight,
    };
    let ended = terminal::run(&mut app, &keys, options, load);
    if let Some(text) = app.unsaved_basket() {
        let _ = write!(io::stdout(), "{text}");
    }
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
        Err(error) => refuse(&refusal.replace("{}", &store::cause(&error, language))),
    }
}
