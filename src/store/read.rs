//! Reading a file to its end, or standard input.

use super::error::{LIMIT, StoreError, Task};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// The bytes of a file; `-` is standard input.
///
/// # Errors
/// [`StoreError`] when it cannot be read to its end, or is larger than any letter.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_for(path, Task::Read)
}

/// The bytes of a file of bookmarks and notes; `-` is standard input.
///
/// # Errors
/// [`StoreError`] when it cannot be read to its end, or is larger than any letter.
pub fn read_notes(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_for(path, Task::ReadNotes)
}

fn read_for(path: &Path, task: Task) -> Result<Vec<u8>, StoreError> {
    let limit = LIMIT * 1_000_000;
    let bytes = if path == Path::new("-") {
        to_end(io::stdin().lock(), 0, limit)
    } else {
        File::open(path).and_then(|file| {
            let size = file.metadata().map_or(0, |about| about.len());
            to_end(file, size, limit)
        })
    };
    bytes.map_err(|cause| StoreError {
        path: path.to_owned(),
        cause,
        task,
    })
}

/// Reads all there is, which should be this many bytes, and no more than the limit.
pub(super) fn to_end(source: impl Read, size: u64, limit: usize) -> io::Result<Vec<u8>> {
    let size = usize::try_from(size).unwrap_or(limit).min(limit);
    let mut bytes = Vec::with_capacity(size + 1);
    source.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}
