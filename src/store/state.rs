//! The folder in which something is kept for the next time, and how the files in it are read and written.
//!
//! Anything may lie there: a pipe would never end, and a file without an end would take all memory. So only
//! plain files are read and written. A link is followed, as editors do, but what it leads to is never
//! replaced or renamed: that is somebody else's. What is kept is nobody else's: others may neither read it
//! nor see that it is there.

use super::read::to_end;
use etcetera::BaseStrategy;
use rustix::{
    fs::{FlockOperation, OFlags, flock},
    process::{Pid, test_kill_process},
};
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

/// Whether what was asked for is a folder, a device or a pipe, which is neither read nor written.
pub fn is_no_file(cause: &io::Error) -> bool {
    cause.kind() == ErrorKind::InvalidInput
}

/// Opens a plain file without waiting for anybody, as a pipe would, and without letting go of anything.
fn open(path: &Path, options: &mut fs::OpenOptions) -> io::Result<File> {
    let plain = |about: fs::Metadata| {
        let refused = io::Error::from(ErrorKind::InvalidInput);
        if about.is_file() {
            Ok(())
        } else {
            Err(refused)
        }
    };
    // To open some devices is to act on them.
    fs::metadata(path).and_then(plain)?;
    let flags = i32::try_from((OFlags::NONBLOCK | OFlags::NOCTTY).bits());
    let file = options.custom_flags(flags.unwrap_or_default()).open(path)?;
    file.metadata().and_then(plain)?;
    Ok(file)
}

/// The bytes of a file; nothing where there is none.
///
/// # Errors
/// When it cannot be read, is no plain file ([`is_no_file`]), or is larger than `most` bytes
/// ([`ErrorKind::FileTooLarge`]).
pub fn read(path: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
    match open(path, File::options().read(true)) {
        // Whoever cannot have such a folder has nothing in it.
        Err(cause) if matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(cause) => Err(cause),
        Ok(file) => {
            let size = file.metadata()?.len();
            to_end(file, size, most).map(Some)
        }
    }
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

/// Waits until no other reader writes in this folder, and says when it has to; it may write when what comes
/// back is dropped. On a file system that has no locks nobody waits, and the last one wins.
pub fn wait_for_turn(folder: &Path, waits: &dyn Fn()) -> Option<File> {
    let folder = File::open(folder).ok()?;
    if flock(&folder, FlockOperation::NonBlockingLockExclusive)
        == Err(rustix::io::Errno::WOULDBLOCK)
    {
        waits();
        while flock(&folder, FlockOperation::LockExclusive) == Err(rustix::io::Errno::INTR) {}
    }
    sweep(&folder);
    Some(folder)
}

/// Whether there is a plain file, which may be replaced or renamed, or a link; nothing where there is neither.
///
/// # Errors
/// Where there is something else ([`is_no_file`]).
pub fn is_link(path: &Path) -> io::Result<Option<bool>> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_symlink() => Ok(Some(true)),
        Ok(about) if about.is_file() => Ok(Some(false)),
        Ok(_) => Err(ErrorKind::InvalidInput.into()),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// Writes a new file and puts it in the place of the old one, so that there is a whole one at any time; what a
/// link leads to is written itself. When this is done it is on the disk.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let link = is_link(path)? == Some(true);
    let new = path.with_extension(format!("{}.new", std::process::id()));
    let written = write_new(&new, text).and_then(|()| {
        if link {
            return write_through(path, text);
        }
        fs::rename(&new, path)?;
        path.parent().map_or(Ok(()), sync)
    });
    if written.is_err() || link {
        let _ = fs::remove_file(&new);
    }
    written
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let _ = fs::remove_file(path);
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Writes what a link leads to, which need not be there yet; where that fails halfway, what was there stands
/// there again.
fn write_through(path: &Path, text: &str) -> io::Result<()> {
    let before = match fs::read(path) {
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            return write_new(&led_to(path)?, text);
        }
        before => before?,
    };
    let fill = |bytes: &[u8]| {
        let mut file = open(path, File::options().write(true))?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync_all()
    };
    fill(text.as_bytes()).inspect_err(|_| {
        let _ = fill(&before);
    })
}

/// Where a chain of links leads that has nothing at its end.
fn led_to(path: &Path) -> io::Result<PathBuf> {
    /// As many as the system follows.
    const LINKS: usize = 40;
    let mut end = path.to_owned();
    for _ in 0..LINKS {
        if is_link(&end)? != Some(true) {
            return Ok(end);
        }
        let link = fs::read_link(&end)?;
        end = end.parent().unwrap_or(Path::new("/")).join(link);
    }
    Err(ErrorKind::InvalidInput.into())
}

/// Has the names in a folder on the disk, where the file system can say so.
fn sync(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(cause) if cause.kind() == ErrorKind::InvalidInput => Ok(()),
        done => done,
    }
}

/// Takes away what a program that was killed had begun to write here.
fn sweep(folder: &File) {
    let Ok(names) = rustix::fs::Dir::read_from(folder) else {
        return;
    };
    for name in names.flatten() {
        let name = name.file_name();
        let left = name
            .to_str()
            .is_ok_and(|name| owner(name).is_some_and(is_gone));
        if left {
            let _ = rustix::fs::unlinkat(folder, name, rustix::fs::AtFlags::empty());
        }
    }
}

/// The process that a new file is named by.
fn owner(name: &str) -> Option<Pid> {
    let (_, process) = name.strip_suffix(".new")?.rsplit_once('.')?;
    let digits = process.bytes().all(|byte| byte.is_ascii_digit());
    Pid::from_raw(process.parse().ok().filter(|_| digits)?)
}

fn is_gone(process: Pid) -> bool {
    test_kill_process(process) == Err(rustix::io::Errno::SRCH)
}

/// The most that is kept under a name, in bytes.
const MOST: usize = 1_000_000;

/// What is kept under a name; nothing where it cannot be read. Of what is no text the rest is.
pub fn kept(name: &str) -> String {
    folder().map_or_else(String::new, |folder| {
        let bytes = read(&folder.join(name), MOST).ok().flatten();
        String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
    })
}

/// Keeps under a name what `change` makes of what is kept there now. It is a convenience: where it cannot be
/// written, or what is there cannot be read, nothing is said.
pub fn keep(name: &str, waits: &dyn Fn(), change: impl FnOnce(String) -> String) {
    if let Some(folder) = folder() {
        let _ = keep_in(&folder.join(name), waits, change);
    }
}

fn keep_in(path: &Path, waits: &dyn Fn(), change: impl FnOnce(String) -> String) -> io::Result<()> {
    let folder = make_folder(path)?;
    let _turn = wait_for_turn(folder, waits);
    let now = read(path, MOST)?.unwrap_or_default();
    let text = change(String::from_utf8_lossy(&now).into_owned());
    if text.len() > MOST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    write(path, &text)
}
