//! The letters that were asked for, from files, folders and standard input: all at once for what prints, and for
//! the screen only as many as its first picture needs.

use super::{
    files::{Files, letter_in},
    rest::Rest,
};
use crate::{
    app::words::Words,
    letter::{self, Letter},
    library::{Held, Library},
    store,
};
use std::path::{Path, PathBuf};

/// The letters that were asked for.
pub(super) struct Opened {
    pub library: Library,
    pub asked: Asked,
    /// Whether a file that was named, not only found in a folder, could not be read.
    pub lacks: bool,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Nothing, which is the letter that is built in.
    Nothing,
    /// One file.
    One,
    /// Several files, or a folder.
    Several,
}

impl Opened {
    /// The one letter; the first where there are several.
    pub fn one(self) -> Letter {
        let mut letters = self.library.letters.into_iter();
        letters
            .next()
            .map_or_else(letter::embedded, |held| held.letter)
    }
}

/// The letters in these files and folders, or the embedded one; else what is wrong, in one sentence. Of several,
/// what cannot be read does not keep the others from being opened.
pub(super) fn open(paths: &[PathBuf], words: &Words) -> Result<Opened, String> {
    let opened = |letters, asked| Opened {
        library: Library::new(letters, Vec::new()),
        asked,
        lacks: false,
    };
    match paths {
        [] => return Ok(opened(vec![(None, letter::embedded())], Asked::Nothing)),
        [path] if !store::folder::is_one(path) => {
            let letter = letter_in(path, words.language)?;
            return Ok(opened(vec![(Some(store::name(path)), letter)], Asked::One));
        }
        _ => {}
    }
    let mut files = Files::of(paths, words);
    let mut letters = Vec::new();
    let mut lacks = files.lacks;
    let mut unread = std::mem::take(&mut files.unread);
    for file in files.left {
        match letter_in(&file.path, words.language) {
            Ok(letter) => letters.push((Some(store::name(&file.path)), letter)),
            Err(sentence) => {
                unread.push(sentence);
                lacks |= file.is_named;
            }
        }
    }
    if letters.is_empty() {
        return Err(no_letters(paths, unread, words));
    }
    Ok(Opened {
        library: Library::new(letters, unread),
        asked: Asked::Several,
        lacks,
    })
}

/// The letters that the first picture needs of several files or a folder, and the files that are left to be read. A
/// letter on standard input is among the first: what is typed there may only be taken before the keys are.
pub(super) fn begin(paths: &[PathBuf], words: &Words) -> Result<(Opened, Rest), String> {
    let mut files = Files::of(paths, words);
    let mut library = Library::default();
    library.unread = std::mem::take(&mut files.unread);
    let mut rest = Rest {
        all: files.left.len(),
        read: 0,
        left: files.left,
        before: Vec::new(),
        cache: None,
    };
    let is_input = |rest: &Rest| rest.left.iter().any(|file| file.path == Path::new("-"));
    while rest.read < TRIED && library.letters.is_empty() || is_input(&rest) {
        let Some(file) = rest.left.pop_front() else {
            break;
        };
        rest.read += 1;
        match letter_in(&file.path, words.language) {
            Ok(letter) => {
                library.add(Held::new(Some(store::name(&file.path)), letter));
            }
            Err(sentence) => library.unread.push(sentence),
        }
    }
    if library.letters.is_empty() {
        if rest.left.is_empty() {
            return Err(no_letters(paths, library.unread, words));
        }
        library.add(Held::new(None, letter::embedded()));
    }
    let before = library.letters.iter().map(|held| held.letter.clone());
    rest.before = before.collect();
    let opened = Opened {
        library,
        asked: Asked::Several,
        lacks: files.lacks,
    };
    Ok((opened, rest))
}

/// A library of the letter that is built in alone, and why it has no others.
pub(super) fn nothing(sentence: String) -> (Opened, Rest) {
    let library = Library::new(vec![(None, letter::embedded())], vec![sentence]);
    let opened = Opened {
        library,
        asked: Asked::Several,
        lacks: true,
    };
    (opened, Rest::default())
}

/// How many files are read at most before the first picture, to find one that holds a letter.
const TRIED: usize = 8;

/// What is wrong where nothing that was asked for holds a letter.
pub(super) fn no_letters(paths: &[PathBuf], unread: Vec<String>, words: &Words) -> String {
    let folder = paths.iter().map(|path| store::name(path)).next();
    let none = words.cli().error_no_letters;
    let none = none.replace("{}", &folder.unwrap_or_default());
    unread.into_iter().next().unwrap_or(none)
}
