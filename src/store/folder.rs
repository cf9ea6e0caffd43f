//! The files below a folder.

use super::{StoreError, Task};
use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

/// The most files that are taken from one folder with all below it.
const MOST: usize = 200_000;

/// The files and folders that were found already, by the paths that no link is in.
#[derive(Debug, Default)]
pub struct Known(HashSet<PathBuf>);

impl Known {
    /// Whether what lies at a path was not found before; it is now.
    fn is_new(&mut self, path: &Path) -> bool {
        fs::canonicalize(path).is_ok_and(|whole| self.0.insert(whole))
    }
}

/// Whether there is a folder at a path.
#[must_use]
pub fn is_one(path: &Path) -> bool {
    path.is_dir()
}

/// The files below a folder, in the order of their paths: each once, also where several links lead to it, and
/// none where links lead in a circle, and none of those known already. What is hidden, and what is no file (a pipe, a device), is passed over.
///
/// # Errors
/// [`StoreError`] when the folder itself cannot be read.
pub fn files(folder: &Path, known: &mut Known) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    let mut first = true;
    while let Some(path) = folders.pop() {
        let is_first = std::mem::take(&mut first);
        let inside = fs::canonicalize(&path).and_then(|whole| {
            let new = known.0.insert(whole);
            new.then(|| fs::read_dir(&path)).transpose()
        });
        let inside = match inside {
            Ok(Some(inside)) => inside,
            Ok(None) => continue,
            Err(cause) if is_first => {
                return Err(StoreError {
                    path,
                    cause,
                    task: Task::Read,
                });
            }
            // Its name is among the files, and reading it says why it cannot be read.
            Err(_) => {
                found.push(path);
                continue;
            }
        };
        for file in inside.flatten() {
            let hidden = file.file_name().as_encoded_bytes().starts_with(b".");
            if hidden || found.len() >= MOST {
                continue;
            }
            let path = file.path();
            match fs::metadata(&path) {
                Ok(about) if about.is_dir() => folders.push(path),
                Ok(about) if about.is_file() && known.is_new(&path) => found.push(path),
                // A link in a circle of links leads nowhere, as one whose file is gone does.
                Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    Ok(found)
}
