//! The file in which the user's editor writes a note. It lies in a folder of its own that nobody else can look into:
//! editors write more files beside the one they were given.

use super::{StoreError, Task, state, whole_name};
use crate::letter::visible_line;
use std::{
    env, fs,
    io::{self, ErrorKind},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    process,
};

/// A file that an editor is to write. It stays where it is until [`Draft::remove`].
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
}

/// What stands in such a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Drafted {
    /// This text.
    Text(String),
    /// What is no text, or far longer than anybody writes.
    Else,
    /// There is no such file any more.
    Gone,
}

/// How many folders of one name are tried.
const FOLDERS: usize = 100;

/// The most that is read of one, in bytes.
const MOST: usize = 1_000_000;

impl Draft {
    /// A new file with this text, whose name starts so.
    ///
    /// # Errors
    /// [`StoreError`] when there can be none.
    pub fn new(stem: &str, text: &str) -> Result<Self, StoreError> {
        let name = format!("{stem}.txt");
        // Where nothing can be kept, as without a home, a note can still be written.
        let kept = state::folder().map(|folder| folder.join("editor"));
        let made = kept.map(|folder| make(&folder, &name, text));
        if let Some(Ok(path)) = made {
            return Ok(Self { path });
        }
        let folder = env::temp_dir();
        match make(&folder, &name, text) {
            Ok(path) => Ok(Self { path }),
            Err(cause) => Err(StoreError {
                path: folder,
                cause,
                task: Task::Write,
            }),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its path as a message names it: whole, so that it can be found by it.
    #[must_use]
    pub fn name(&self) -> String {
        whole_name(&self.path)
    }

    /// What stands in it now.
    #[must_use]
    pub fn read(&self) -> Drafted {
        match state::read(&self.path, MOST) {
            Ok(None) => Drafted::Gone,
            Ok(Some(bytes)) => String::from_utf8(bytes).map_or(Drafted::Else, Drafted::Text),
            Err(_) => Drafted::Else,
        }
    }

    /// Takes it away, with what the editor left beside it.
    pub fn remove(self) {
        if let Some(folder) = self.path.parent() {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Makes a file in a new folder within this one, both for nobody else; which file.
fn make(within: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let private = |recursive: bool| {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(recursive).mode(0o700);
        builder
    };
    private(true).create(within)?;
    for number in 0..FOLDERS {
        let folder = within.join(format!("kamerbrief-{}-{number}", process::id()));
        match private(false).create(&folder) {
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {}
            Err(cause) => return Err(cause),
            Ok(()) => {
                let path = folder.join(visible_line(name).replace('/', "-"));
                state::write(&path, text)?;
                return Ok(path);
            }
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
