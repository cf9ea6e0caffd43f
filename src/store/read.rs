//! Reading a file to its end, or standard input.

use super::error::{LIMIT, StoreError, Task};
use std::{
    fs::{self, File},
    io::{self, Read},
    os::unix::fs::FileTypeExt,
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
        refuse_device(path)
            .and_then(|()| File::open(path))
            .and_then(|file| {
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

/// A device has no end, waits for somebody, or does something when it is opened. The one that is empty is as good as
/// an empty file, and is what calls are given that want none.
fn refuse_device(path: &Path) -> io::Result<()> {
    let kind = fs::metadata(path)?.file_type();
    let is_device = kind.is_char_device() || kind.is_block_device() || kind.is_socket();
    if is_device && path != Path::new("/dev/null") {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    Ok(())
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
