//! The file of settings: where it is, and what it says.

use super::{
    error::{StoreError, Task, name},
    read::read,
    state,
};
use crate::{
    letter::{Language, in_message},
    settings::{self, Fault, OwnTheme, Sentences, Settings},
};
use etcetera::BaseStrategy;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What a file of settings says; without one, what is so by default.
#[derive(Debug, Default)]
pub struct Configured {
    /// The settings.
    pub settings: Settings,
    /// Which file they are from.
    file: PathBuf,
    faults: Vec<Fault>,
    /// Why it could not be read at all.
    unread: Option<StoreError>,
}

impl Configured {
    /// What is so by default, because the file could not be read.
    #[must_use]
    pub fn unread(error: StoreError) -> Self {
        Self {
            unread: Some(error),
            ..Self::default()
        }
    }

    /// Whether nothing is wrong in the file.
    #[must_use]
    pub const fn is_faultless(&self) -> bool {
        self.faults.is_empty() && self.unread.is_none()
    }

    /// The folder of letters to open where nothing is named; `~` is the user's own.
    #[must_use]
    pub fn folder(&self) -> Option<PathBuf> {
        let set = self.settings.folder.as_str();
        let own = || etcetera::home_dir().ok();
        match set.strip_prefix('~') {
            _ if set.is_empty() => None,
            Some("") => own(),
            Some(below) if below.starts_with('/') => Some(own()?.join(&below[1..])),
            _ => Some(PathBuf::from(set)),
        }
    }

    /// What is wrong in the file, in sentences that name it.
    #[must_use]
    pub fn complaints(&self, words: &Sentences, language: Language) -> Vec<String> {
        let file = name(&self.file);
        let unread = self.unread.iter().map(|error| error.say(language));
        let faults = self.faults.iter();
        let said = faults.map(|fault| format!("{file}, {}", fault.say(words)));
        unread.chain(said).collect()
    }
}

/// What the file says that was asked for, or else the one in the user's folder of settings, if it is there.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn settings(asked: Option<&Path>) -> Result<Configured, StoreError> {
    let Some(file) = asked.map(Path::to_owned).or_else(usual) else {
        return Ok(Configured::default());
    };
    let bytes = match asked {
        Some(_) => read(&file).map(Some).map_err(|error| error.cause),
        None => state::read(&file, MOST),
    };
    let bytes = bytes.map_err(|cause| StoreError {
        path: file.clone(),
        cause: told(&file, cause),
        task: Task::ReadSettings,
    })?;
    let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let themes = themes(&file);
    let (settings, faults) = settings::read(&text.unwrap_or_default(), themes);
    Ok(Configured {
        settings,
        file,
        faults,
        unread: None,
    })
}

/// The user's own themes: the files in the folder `themes` beside the file of settings, by name.
fn themes(settings: &Path) -> Vec<OwnTheme> {
    let folder = settings.with_file_name("themes");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut themes: Vec<OwnTheme> = files.filter_map(|file| theme(&file.path())).collect();
    themes.sort_by(|one, other| one.name.cmp(&other.name));
    themes
}

fn theme(file: &Path) -> Option<OwnTheme> {
    file.extension().filter(|extension| *extension == "toml")?;
    let bytes = state::read(file, MOST).ok()??;
    Some(OwnTheme {
        name: in_message(&file.file_stem()?.to_string_lossy()),
        file: name(file),
        text: String::from_utf8_lossy(&bytes).into_owned(),
    })
}

/// The most that a file in the user's folder may have, in bytes.
const MOST: usize = 1_000_000;

/// Why a file in the user's folder could not be read.
fn told(file: &Path, cause: io::Error) -> io::Error {
    if state::is_no_file(&cause) && file.is_dir() {
        return io::ErrorKind::IsADirectory.into();
    }
    cause
}

/// The file in the user's folder of settings.
fn usual() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    let folder = folders.config_dir();
    folder
        .is_absolute()
        .then(|| folder.join("kamerbrief/config.toml"))
}
