//! The folder in which something is kept for the next time, and how the files in it are read and written.
//!
//! Anything may lie there: a pipe would never end, and a file without an end would take all memory. What is
//! kept is nobody else's: others may neither read it nor see that it is there.

use super::to_end;
use etcetera::BaseStrategy;
use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

/// The folder, where the system has a place for such: never one that depends on the folder the program is
/// started in, as with a home that is no absolute path.
pub fn folder() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    let folder = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    folder.is_absolute().then(|| folder.join("kamerbrief"))
}

/// Whether a file is refused because it cannot be one of ours.
pub fn is_foreign(cause: &io::Error) -> bool {
    matches!(
        cause.kind(),
        ErrorKind::InvalidData | ErrorKind::FileTooLarge
    )
}

/// The bytes of a file; none where there is none.
///
/// # Errors
/// When it cannot be read, is no file or is larger than `most` bytes ([`is_foreign`]).
pub fn read(path: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
    match fs::metadata(path) {
        // Whoever cannot have such a folder has nothing in it.
        Err(cause) if matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(cause) => Err(cause),
        Ok(about) if !about.is_file() => Err(ErrorKind::InvalidData.into()),
        Ok(about) => to_end(File::open(path)?, about.len(), most).map(Some),
    }
}

/// The file to write: where there is a link, what it leads to. A link that leads nowhere, as to a disk that
/// is not there now, stays.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path).or_else(|cause| match fs::symlink_metadata(path) {
        Ok(about) if about.is_symlink() => Err(cause),
        _ => Ok(path.to_owned()),
    })
}

/// Makes the folder of a file; which one.
pub fn make_folder(path: &Path) -> io::Result<&Path> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    Ok(folder)
}

/// Writes a new file and puts it in the place of the old one, so that there is a whole one at any time.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let new = path.with_extension(format!("{}.new", std::process::id()));
    let written = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&new)
        .and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

/// The most that is kept under a name, in bytes.
const MOST: usize = 1_000_000;

/// What is kept under a name; nothing where it cannot be read. Of what is no text the rest is.
pub fn kept(name: &str) -> String {
    let bytes = folder().and_then(|folder| read(&folder.join(name), MOST).ok()?);
    String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
}

/// Keeps a text for the next time. It is a convenience: where it cannot be written, or what is there cannot
/// be read, nothing is said.
pub fn keep(name: &str, text: &str) {
    if let Some(folder) = folder().filter(|_| text.len() <= MOST) {
        let _ = keep_in(&folder.join(name), text);
    }
}

fn keep_in(path: &Path, text: &str) -> io::Result<()> {
    let path = real(path)?;
    read(&path, MOST)?;
    make_folder(&path)?;
    write(&path, text)
}
