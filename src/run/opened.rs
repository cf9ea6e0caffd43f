//! The letters that were asked for, from files, folders and standard input.

use crate::{
    app::words::Words,
    letter::{self, Letter},
    library::Library,
    source, store,
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
            let letter = letter_in(path, words)?;
            return Ok(opened(vec![(Some(store::name(path)), letter)], Asked::One));
        }
        _ => {}
    }
    let mut letters = Vec::new();
    let mut unread = Vec::new();
    let mut lacks = false;
    let mut known = store::folder::Known::default();
    for path in paths {
        let found = store::folder::is_one(path).then(|| store::folder::files(path, &mut known));
        let (files, named) = match found.transpose() {
            Ok(Some(files)) => (files, false),
            Ok(None) => (vec![path.clone()], true),
            Err(error) => {
                unread.push(error.say(words.language));
                lacks = true;
                continue;
            }
        };
        let (files, others): (Vec<_>, Vec<_>) = files
            .into_iter()
            .partition(|file| named || may_be_letter(file));
        if !others.is_empty() {
            unread.push(passed_over(path, &others, words));
        }
        for file in files.into_iter().filter(|file| named || !is_metadata(file)) {
            match letter_in(&file, words) {
                Ok(letter) => letters.push((Some(store::name(&file)), letter)),
                Err(sentence) => {
                    unread.push(sentence);
                    lacks |= named;
                }
            }
        }
    }
    if letters.is_empty() {
        let folder = paths.iter().map(|path| store::name(path)).next();
        let none = words.cli().error_no_letters;
        let none = none.replace("{}", &folder.unwrap_or_default());
        return Err(unread.into_iter().next().unwrap_or(none));
    }
    Ok(Opened {
        library: Library::new(letters, unread),
        asked: Asked::Several,
        lacks,
    })
}

/// Whether a file of a folder is to be read, by its name.
fn may_be_letter(file: &Path) -> bool {
    file.extension().is_none_or(|extension| {
        let own = extension.to_string_lossy().to_lowercase();
        EXTENSIONS.contains(&own.as_str())
    })
}

/// What the names of letters end in.
const EXTENSIONS: [&str; 8] = ["txt", "text", "xml", "html", "htm", "xhtml", "docx", "pdf"];

/// That files of a folder were passed over; the first few by name.
fn passed_over(folder: &Path, files: &[PathBuf], words: &Words) -> String {
    let short = |file: &PathBuf| store::name(file.strip_prefix(folder).unwrap_or(file));
    let mut names: Vec<String> = files.iter().take(NAMED).map(short).collect();
    if files.len() > NAMED {
        names.push(format!("… (+{})", files.len() - NAMED));
    }
    let sentence = words
        .cli()
        .passed_over
        .replace("{files}", &names.join(", "));
    sentence.replace("{folder}", &store::name(folder))
}

/// How many files are named that were passed over.
const NAMED: usize = 8;

/// Whether a file of a folder is the metadata of the letter beside it.
fn is_metadata(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == METADATA)
}

/// The file with the metadata of an official publication, which lies beside it.
const METADATA: &str = "metadata.xml";

/// The letter in a file; else what is wrong, in one sentence.
fn letter_in(path: &Path, words: &Words) -> Result<Letter, String> {
    let bytes = store::read(path).map_err(|error| error.say(words.language))?;
    let mut letter = source::read(bytes)
        .map_err(|error| format!("{}: {}", store::name(path), error.say(words.language)))?;
    let beside = path.with_file_name(METADATA);
    if letter.form == letter::Form::OfficialXml
        && beside.is_file()
        && let Ok(metadata) = store::read(&beside)
    {
        source::add_metadata(&mut letter, &metadata);
    }
    Ok(letter)
}
