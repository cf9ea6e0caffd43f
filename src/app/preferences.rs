//! What the settings say, taken over: at the start, and when their file is read again.
//!
//! What was chosen by key holds until the file says something else than when it was chosen: so the newest wins,
//! and a setting that stays as it was changes nothing.

use super::{App, kept::Looks};
use crate::settings::{ReadAgain, Settings};

impl App {
    /// Takes over settings, with what is wrong in their file, in sentences.
    pub fn take_settings(&mut self, settings: Settings, complaints: Vec<String>) {
        let was = std::mem::replace(&mut self.settings, Box::new(settings));
        let is = &self.settings;
        if was.theme != is.theme {
            self.theme = is.theme_named(&is.theme).unwrap_or(self.theme);
        }
        let has = &mut self.reader.arrangement;
        if was.measure != is.measure {
            has.measure = is.measure;
        }
        if was.sidebar != is.sidebar {
            has.sidebar = is.sidebar;
        }
        if was.compare != is.compare {
            has.compare = is.compare;
        }
        if was.symbols != is.symbols {
            has.signs = is.symbols;
        }
        if was.hyphenation != is.hyphenation {
            has.hyphens = is.hyphenation;
        }
        if was.justification != is.justification {
            has.edge = is.justification;
        }
        if was.citation != is.citation {
            self.style = is.citation;
        }
        match complaints.as_slice() {
            [] => {}
            [only] => self.warn(only),
            [first, others @ ..] => {
                let more = self.words.settings().more;
                let more = more.replace("{}", &others.len().to_string());
                self.warn(&format!("{first} {more}"));
            }
        }
        self.complaints = complaints;
    }

    /// Takes over settings that were read again, or says why they could not be.
    pub(super) fn take_settings_again(&mut self, read: ReadAgain) {
        match read {
            Ok((settings, complaints)) => {
                self.take_settings(settings, complaints);
                self.notice = Some(self.words.settings().read_again.to_owned());
            }
            Err(sentence) => self.warning = Some(sentence),
        }
    }

    /// What is to be said when the terminal has been given back: of the letter, of files that are left, and of the
    /// file of settings.
    pub fn parting(&self) -> impl Iterator<Item = &str> {
        let complaints = self.complaints.iter().map(String::as_str);
        let left = self.left_files.iter().map(String::as_str);
        self.reader.parting().chain(left).chain(complaints)
    }

    /// What the settings say of the looks, over which others may have been chosen.
    #[must_use]
    pub fn set_looks(&self) -> Looks {
        Looks::of(&self.settings)
    }
}
