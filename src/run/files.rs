//! Which files were asked for, by name and in folders, and the letter in one.

use crate::{
    app::words::Words,
    letter::{self, Language, Letter},
    source, store,
};
use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
};

/// The files that were asked for.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Those that are still to be read, in the order in which they were asked for.
    pub left: VecDeque<WantedFile>,
    /// What need not or cannot be read: one sentence each.
    pub unread: Vec<String>,
    /// Whether a folder that was named cannot be read.
    pub lacks: bool,
}

/// A file that was asked for.
#[derive(Debug)]
pub(super) struct WantedFile {
    pub path: PathBuf,
    /// Whether it was named, not only found in a folder.
    pub is_named: bool,
}

impl Files {
    /// The files at these paths and, where one is a folder, those in it that may be letters.
    pub fn of(paths: &[PathBuf], words: &Words) -> Self {
        let mut all = Self::default();
        let mut known = store::folder::Known::default();
        for path in paths {
            if !store::folder::is_one(path) {
                if known.is_new_file(path) {
                    all.left.push_back(WantedFile {
                        path: path.clone(),
                        is_named: true,
                    });
                }
                continue;
            }
            match store::folder::files(path, &mut known) {
                Ok(files) => all.take_folder(path, files, words),
                Err(error) => {
                    all.unread.push(error.say(words.language));
                    all.lacks = true;
                }
            }
        }
        all
    }

    /// Takes the files of a folder, but for those that are no letters by their names.
    fn take_folder(&mut self, folder: &Path, files: Vec<PathBuf>, words: &Words) {
        let (files, others): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|file| may_be_letter(file));
        if !others.is_empty() {
            self.unread.push(passed_over(folder, &others, words));
        }
        let letters = files.into_iter().filter(|file| !is_metadata(file));
        self.left.extend(letters.map(|path| WantedFile {
            path,
            is_named: false,
        }));
    }
}

/// Whether a file of a folder is to be read, by its name.
fn may_be_letter(file: &Path) -> bool {
    file.extension().is_none_or(|extension| {
        let own = extension.to_string_lossy().to_lowercase();
        EXTENSIONS.contains(&own.as_str())
    })
}

/// What the names of letters end in.
const EXTENSIONS: [&str; 9] = [
    "txt", "text", "xml", "html", "htm", "xhtml", "docx", "odt", "pdf",
];

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
pub(super) fn letter_in(path: &Path, language: Language) -> Result<Letter, String> {
    let bytes = store::read(path).map_err(|error| error.say(language))?;
    letter_of(path, bytes, language)
}

/// The file with the metadata of the letter in a file.
pub(super) fn metadata_of(path: &Path) -> PathBuf {
    path.with_file_name(METADATA)
}

/// The letter in the bytes of a file; else what is wrong, in one sentence.
pub(super) fn letter_of(path: &Path, bytes: Vec<u8>, language: Language) -> Result<Letter, String> {
    let mut letter = source::read(bytes)
        .map_err(|error| format!("{}: {}", store::name(path), error.say(language)))?;
    let beside = metadata_of(path);
    if letter.form == letter::Form::OfficialXml
        && beside.is_file()
        && let Ok(metadata) = store::read(&beside)
    {
        source::add_metadata(&mut letter, &metadata);
    }
    Ok(letter)
}
