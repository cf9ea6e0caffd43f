//! The standard streams as they were given to the program.

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    fs::{FileType, OFlags, fcntl_getfl, fstat, makedev, tell},
    io::ioctl_fionread,
};
use std::io;

/// How long it is waited for the first byte in a pipe, in nanoseconds: who writes has been started together
/// with this program. By then the answer is printed.
const WAIT: i64 = 100_000_000;

/// Whether there is something on standard input: a file that is not at its end, a pipe with bytes in it, or one
/// that is still open for writing. Nothing is read. A terminal, `/dev/null` and a pipe that was closed without a
/// word have nothing.
#[must_use]
pub fn input_has_something() -> bool {
    let input = io::stdin();
    let Ok(about) = fstat(&input) else {
        return false;
    };
    match FileType::from_raw_mode(about.st_mode) {
        FileType::RegularFile => {
            tell(&input).is_ok_and(|at| u64::try_from(about.st_size).is_ok_and(|size| at < size))
        }
        FileType::Fifo | FileType::Socket => {
            let mut ends = [PollFd::new(&input, PollFlags::IN)];
            let wait = Timespec {
                tv_sec: 0,
                tv_nsec: WAIT,
            };
            match poll(&mut ends, Some(&wait)) {
                Ok(0) => true,
                Ok(_) => ioctl_fionread(&input).is_ok_and(|bytes| bytes > 0),
                Err(_) => false,
            }
        }
        _ => false,
    }
}

/// Whether nothing can be written to the standard output, since the program was started with it closed: it is open
/// for reading only then, and leads nowhere (`closed.c`).
#[must_use]
pub fn output_is_closed() -> bool {
    let output = io::stdout();
    let is_null = || {
        fstat(&output).is_ok_and(|about| {
            FileType::from_raw_mode(about.st_mode) == FileType::CharacterDevice
                && about.st_rdev == makedev(1, 3)
        })
    };
    cfg!(target_os = "linux")
        && fcntl_getfl(&output).is_ok_and(|flags| flags & OFlags::ACCMODE == OFlags::RDONLY)
        && is_null()
}
