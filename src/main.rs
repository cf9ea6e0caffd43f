//! Puts the house together: reads the settings and the call, and has what was asked carried out.

use kamerbrief::{
    app::words::Words,
    cli::args::{self, Parsed},
    run,
    store::{self, settings::Configured},
};
use std::{ffi::OsString, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let asked = args::config(&args);
    let (configured, unread) = match store::settings::settings(asked.as_deref()) {
        Ok(configured) => (configured, None),
        Err(error) if asked.is_some() => (Configured::default(), Some(error)),
        Err(error) => (Configured::unread(error), None),
    };
    let words = Words::of(run::speak(&args, &configured));
    if store::streams::output_is_closed() {
        return run::refuse(words.cli().error_closed);
    }
    if let Some(error) = unread {
        return run::refuse(&error.say(words.language));
    }
    match args::parse(&args, &words, &configured.settings) {
        Parsed::Request(request) => run::run(request, words, configured),
        Parsed::Words(text) => {
            run::complain(&configured, &words);
            run::print(&text, true, &words)
        }
        Parsed::Refused(sentence) => run::refuse(&sentence),
    }
}
