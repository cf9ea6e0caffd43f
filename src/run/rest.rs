//! The letters of a library that are read while its list stands already.

use super::{
    files::{WantedFile, letter_in},
    reader::kept_of,
};
use crate::{
    app::library::{Brought, Loaded, Loading},
    letter::{self, Language, Letter},
    library::{Held, names},
    store,
};
use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// How long is read until the reader hears of it, at first and at most: a list that changes more often cannot be
/// read, and is made anew each time.
const LOTS: (Duration, Duration) = (Duration::from_millis(8), Duration::from_millis(64));

/// What is left to be read.
#[derive(Debug, Default)]
pub(super) struct Rest {
    pub left: VecDeque<WantedFile>,
    /// The letters that were read before.
    pub before: Vec<Letter>,
    /// How many files were read before.
    pub read: usize,
    /// How many there are with those.
    pub all: usize,
}

impl Rest {
    /// How far it is.
    pub const fn loading(&self) -> Loading {
        Loading {
            read: self.read,
            all: self.all,
        }
    }

    /// Reads all files, and the letter that is built in, and tells of each lot of them, until no more is wanted.
    pub fn load(self, language: Language, tell: &mut dyn FnMut(Loaded) -> bool) {
        let before = self.before.iter().map(names::of_letter).enumerate();
        let mut lot = Loaded {
            named: before.collect(),
            ..Loaded::default()
        };
        let mut read = self.read;
        let (mut since, mut most) = (Instant::now(), LOTS.0);
        for file in self.left {
            match letter_in(&file.path, language) {
                Ok(letter) => {
                    lot.letters
                        .push(listed(Some(store::name(&file.path)), letter, language));
                }
                Err(sentence) => lot.unread.push(sentence),
            }
            read += 1;
            if since.elapsed() >= most {
                lot.read = read;
                if !tell(std::mem::take(&mut lot)) {
                    return;
                }
                (since, most) = (Instant::now(), LOTS.1.min(most * 2));
            }
        }
        lot.letters.push(listed(None, letter::embedded(), language));
        (lot.read, lot.is_last) = (read, true);
        tell(lot);
    }
}

/// A letter with its row.
fn listed(file: Option<String>, letter: Letter, language: Language) -> Brought {
    let held = Held::new(file, letter);
    let kept = kept_of(&held.letter);
    Brought::of(held, &kept, language)
}
