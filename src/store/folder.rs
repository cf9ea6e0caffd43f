//! The files below a folder.

use super::error::{StoreError, Task};
use std::{
    collections::HashSet,
    fs::{self, DirEntry, Metadata},
    io,
    os::unix::fs::{DirEntryExt, MetadataExt},
    path::{Path, PathBuf},
};

/// The most files that are taken from one folder with all below it.
const MOST: usize = 200_000;

/// The files and folders that were found already, by the numbers that their disk and they have.
#[derive(Debug, Default)]
pub struct Known(HashSet<(u64, u64)>);

impl Known {
    /// Whether the file at a path was not found before, by whatever name; it is now. What is no file, or is not there, is
    /// always new: reading it tells.
    #[must_use]
    pub fn is_new_file(&mut self, path: &Path) -> bool {
        let about = fs::metadata(path).ok().filter(Metadata::is_file);
        about.is_none_or(|about| self.is_new(&about))
    }

    /// Whether what has these numbers was not found before; it is now.
    fn is_new(&mut self, about: &Metadata) -> bool {
        self.0.insert((about.dev(), about.ino()))
    }
}

/// What lies in a folder.
enum Inside {
    Folder,
    File {
        is_new: bool,
    },
    /// What may not be looked at. Reading it says so.
    Closed,
    /// What is nothing to read: a pipe, a device, a link that leads nowhere or in a circle.
    Nothing,
}

impl Inside {
    /// What lies in a folder of a disk. Only a link has to be followed to know: of many files each look counts.
    fn of(file: &DirEntry, disk: u64, known: &mut Known) -> Self {
        match file.file_type() {
            Ok(kind) if kind.is_dir() => return Self::Folder,
            Ok(kind) if kind.is_file() => {
                let is_new = known.0.insert((disk, file.ino()));
                return Self::File { is_new };
            }
            Ok(kind) if !kind.is_symlink() => return Self::Nothing,
            _ => {}
        }
        match fs::metadata(file.path()) {
            Ok(about) if about.is_dir() => Self::Folder,
            Ok(about) if about.is_file() => Self::File {
                is_new: known.is_new(&about),
            },
            Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => Self::Closed,
            _ => Self::Nothing,
        }
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
        let inside = fs::metadata(&path).and_then(|about| {
            let inside = known.is_new(&about).then(|| fs::read_dir(&path));
            Ok(inside.transpose()?.map(|inside| (inside, about.dev())))
        });
        let (inside, disk) = match inside {
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
            match Inside::of(&file, disk, known) {
                Inside::Folder => folders.push(file.path()),
                Inside::File { is_new: true } | Inside::Closed => found.push(file.path()),
                Inside::File { is_new: false } | Inside::Nothing => {}
            }
        }
    }
    found.sort();
    Ok(found)
}
