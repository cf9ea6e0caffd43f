//! The letters of a library that are read while its list stands already.

use super::{
    files::{WantedFile, letter_in, letter_of, metadata_of},
    reader::kept_of,
};
use crate::{
    app::{
        library::{Brought, Loaded, Loading},
        listed::Listed,
    },
    catalogue::Entity,
    letter::{self, Language, Letter},
    library::{Held, names},
    store::{
        self,
        cache::{Cache, Source, sum_of},
    },
};
use std::{
    collections::VecDeque,
    path::Path,
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
    /// What was kept when they were read before; none where nothing is to be kept.
    pub cache: Option<Cache>,
}

/// A letter with who and what it names, and how often.
type Known = (Letter, Vec<(Entity, usize)>);

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
            let name = store::name(&file.path);
            match known(&file.path, self.cache.as_ref(), language) {
                Ok(known) => lot.letters.push(brought(Some(name), known, language)),
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
        let own = letter::embedded();
        let named = names::of_letter(&own);
        lot.letters.push(brought(None, (own, named), language));
        (lot.read, lot.is_last) = (read, true);
        tell(lot);
        if let Some(cache) = self.cache {
            cache.trim();
        }
    }
}

/// What is known of the letter in a file: what was kept of it, else it is read and kept; or what is wrong with it, in
/// one sentence.
fn known(path: &Path, cache: Option<&Cache>, language: Language) -> Result<Known, String> {
    let source = || Source::of(path, &metadata_of(path));
    let kept = cache.and_then(|cache| Some((cache, source()?)));
    let Some((cache, before)) = kept else {
        let letter = letter_in(path, language)?;
        let named = names::of_letter(&letter);
        return Ok((letter, named));
    };
    if let Some(known) = cache.recall(&before) {
        return Ok(known);
    }
    let bytes = store::read(path).map_err(|error| error.say(language))?;
    let sum = sum_of(&bytes);
    let letter = letter_of(path, bytes, language)?;
    let named = names::of_letter(&letter);
    let known = (letter, named);
    // A file that changed meanwhile is read again the next time.
    if source().as_ref() == Some(&before) {
        cache.keep(&before, sum, &known);
    }
    Ok(known)
}

/// A letter with its row.
fn brought(file: Option<String>, (letter, named): Known, language: Language) -> Brought {
    let held = Held::new(file, letter);
    Brought {
        row: Listed::of(&held, &kept_of(&held.letter), language),
        named,
        held,
    }
}
