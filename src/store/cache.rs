//! What was read of letters, kept in the folder for what can be made again: one file a letter.
//!
//! It is taken for what it is only where all of this holds: its bytes have the sum that stands before them, this very
//! program wrote it, and the letter's file is the one that it was read from. That it is, the size and the time of the
//! file say, and where they cannot, as soon after it was written, the sum of its bytes. Whatever does not hold,
//! the letter is read anew, as it is without this folder, which may be deleted at any time.
//!
//! A file is written beside the old one and takes its place at once, so of two programs each finds a whole one. Where
//! the folder grows beyond half a gigabyte, what was written first goes first.

use super::state;
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    fs::{self, Metadata},
    os::unix::{ffi::OsStrExt, fs::MetadataExt},
    path::{Path, PathBuf},
    process,
    time::SystemTime,
};

/// The most that is kept, in bytes. Three quarters of it are left when it grew beyond that.
const MOST: u64 = 512 * 1024 * 1024;

/// The largest file, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// What the files end in.
const ENDING: &str = "letter";

/// A file may be written again within so many nanoseconds without another time: no clock of a disk is coarser.
const TICK: i128 = 2_000_000_000;

/// What is kept of letters.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
    /// The program, by the size and time of its file: another reads letters otherwise.
    program: Stamp,
    most: u64,
}

/// The size of a file and when it was last changed in any way, in nanoseconds; zeros where there is none. That time
/// nobody can set back.
type Stamp = (u64, i128);

/// A letter's file, and that with its metadata, as they were before it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    path: PathBuf,
    stamps: [Stamp; 2],
}

/// What stands before what is kept.
#[derive(Serialize, Deserialize)]
struct Head {
    program: Stamp,
    /// The whole path of the letter's file.
    path: Vec<u8>,
    stamps: [Stamp; 2],
    /// When it was read.
    at: i128,
    /// The sum of its bytes.
    sum: u64,
}

impl Source {
    /// A letter's file as it is now, with the file beside it that has its metadata; none where it is no plain file.
    #[must_use]
    pub fn of(path: &Path, metadata: &Path) -> Option<Self> {
        let own = fs::metadata(path).ok().filter(Metadata::is_file)?;
        let beside = fs::metadata(metadata).ok();
        Some(Self {
            path: std::path::absolute(path).ok()?,
            stamps: [stamp(&own), beside.as_ref().map(stamp).unwrap_or_default()],
        })
    }
}

fn stamp(about: &Metadata) -> Stamp {
    let nanoseconds = i128::from(about.ctime()) * 1_000_000_000 + i128::from(about.ctime_nsec());
    (about.size(), nanoseconds)
}

impl Cache {
    /// The cache in its usual folder; none where the system has no place for one.
    #[must_use]
    pub fn usual() -> Option<Self> {
        let folders = etcetera::choose_base_strategy().ok()?;
        let folder = folders.cache_dir();
        folder
            .is_absolute()
            .then(|| Self::at(folder.join("kamerbrief"), MOST))
            .flatten()
    }

    /// A cache in a folder, of so many bytes at most.
    #[must_use]
    pub fn at(folder: PathBuf, most: u64) -> Option<Self> {
        let program = std::env::current_exe().and_then(fs::metadata).ok()?;
        Some(Self {
            folder,
            program: stamp(&program),
            most,
        })
    }

    /// What is kept of a letter's file, where it is that of this very file.
    #[must_use]
    pub fn recall<T: DeserializeOwned>(&self, source: &Source) -> Option<T> {
        let bytes = state::read(&self.file(source), LARGEST).ok()??;
        let (sum, kept) = bytes.split_first_chunk()?;
        if u64::from_le_bytes(*sum) != sum_of(kept) {
            return None;
        }
        let (head, rest) = postcard::take_from_bytes::<Head>(kept).ok()?;
        let same = head.program == self.program && head.path == source.path.as_os_str().as_bytes();
        let [own, beside] = source.stamps;
        if !same || head.stamps[0].0 != own.0 || head.stamps[1] != beside {
            return None;
        }
        let is_sure = head.stamps == source.stamps
            && [own, beside].iter().all(|(_, time)| head.at - time > TICK);
        if !is_sure && fs::read(&source.path).ok().map(|bytes| sum_of(&bytes)) != Some(head.sum) {
            return None;
        }
        // One whose metadata may have been written again since is read anew.
        if !is_sure && beside != Stamp::default() {
            return None;
        }
        let (kept, left) = postcard::take_from_bytes(rest).ok()?;
        left.is_empty().then_some(kept)
    }

    /// Keeps what was read of a letter's file, whose bytes had this sum. Where that cannot be, nothing is said.
    pub fn keep<T: Serialize>(&self, source: &Source, sum: u64, kept: &T) {
        let _ = self.try_keep(source, sum, kept);
    }

    fn try_keep<T: Serialize>(&self, source: &Source, sum: u64, kept: &T) -> Option<()> {
        let head = Head {
            program: self.program,
            path: source.path.as_os_str().as_bytes().to_vec(),
            stamps: source.stamps,
            at: now()?,
            sum,
        };
        let written = postcard::to_extend(&head, vec![0; 8]).ok()?;
        let mut written = postcard::to_extend(kept, written).ok()?;
        if written.len() > LARGEST {
            return None;
        }
        let sum = sum_of(&written[8..]);
        written[..8].copy_from_slice(&sum.to_le_bytes());
        let file = self.file(source);
        state::make_folder(&file).ok()?;
        let new = file.with_extension(format!("{}.new", process::id()));
        let done = fs::write(&new, &written).and_then(|()| fs::rename(&new, &file));
        if done.is_err() {
            let _ = fs::remove_file(&new);
        }
        done.ok()
    }

    /// Deletes what was written first, where more is kept than may be.
    pub fn trim(&self) {
        let Ok(inside) = fs::read_dir(&self.folder) else {
            return;
        };
        let ours = |path: &Path| {
            let ending = path.extension().and_then(|ending| ending.to_str());
            matches!(ending, Some(ENDING | "new"))
        };
        let files = inside.flatten().filter(|file| ours(&file.path()));
        let mut files: Vec<(SystemTime, u64, PathBuf)> = files
            .filter_map(|file| {
                let about = file.metadata().ok().filter(Metadata::is_file)?;
                Some((about.modified().ok()?, about.len(), file.path()))
            })
            .collect();
        let mut all: u64 = files.iter().map(|(_, size, _)| size).sum();
        if all <= self.most {
            return;
        }
        files.sort();
        for (_, size, path) in files {
            if all <= self.most / 4 * 3 {
                return;
            }
            if fs::remove_file(path).is_ok() {
                all -= size;
            }
        }
    }

    fn file(&self, source: &Source) -> PathBuf {
        let name = sum_of(source.path.as_os_str().as_bytes());
        self.folder.join(format!("{name:016x}.{ENDING}"))
    }
}

fn now() -> Option<i128> {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()?;
    i128::try_from(since.as_nanos()).ok()
}

/// A sum of bytes. It changes with every word of eight bytes that changes alone: each step can be taken back.
#[must_use]
pub fn sum_of(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut sum = (bytes.len() as u64).wrapping_mul(ODD);
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        sum = (sum ^ u64::from_le_bytes(word)).wrapping_mul(ODD);
        sum ^= sum >> 29;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue::Entity, letter::Letter, library::names, source};

    type Kept = (Letter, Vec<(Entity, usize)>);

    /// A folder of a test's own with a letter in it, and a cache.
    struct Place {
        folder: PathBuf,
        cache: Cache,
    }

    impl Place {
        fn new(name: &str) -> Self {
            let folder = format!("kamerbrief-{}-cache-{name}", process::id());
            let folder = std::env::temp_dir().join(folder);
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            let cache = Cache::at(folder.join("cache"), 1 << 20).unwrap();
            Self { folder, cache }
        }

        fn letter(&self, name: &str, text: &str) -> Source {
            let path = self.folder.join(name);
            fs::write(&path, text).unwrap();
            self.source(name)
        }

        fn source(&self, name: &str) -> Source {
            Source::of(&self.folder.join(name), &self.folder.join("metadata.xml")).unwrap()
        }

        /// Reads a letter without the cache and keeps it.
        fn keep(&self, source: &Source) -> String {
            let bytes = fs::read(&source.path).unwrap();
            let sum = sum_of(&bytes);
            let letter = source::read(bytes).unwrap();
            let kept: Kept = (letter.clone(), names::of_letter(&letter));
            self.cache.keep(source, sum, &kept);
            format!("{kept:?}")
        }

        fn recall(&self, source: &Source) -> Option<String> {
            let kept: Option<Kept> = self.cache.recall(source);
            kept.map(|kept| format!("{kept:?}"))
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }

    const TEXT: &str = "Den Haag, 3 maart 2021\n\nGeachte voorzitter,\n\nCIVICUS telt 3 kersen.\n";

    #[test]
    fn what_is_kept_is_what_was_read_whatever_is_ours_for_it() {
        let place = Place::new("same");
        for (name, text) in [("a.txt", TEXT), ("b.txt", crate::letter::embedded_source())] {
            let source = place.letter(name, text);
            assert_eq!(place.recall(&source), None);
            let read = place.keep(&source);
            assert_eq!(place.recall(&source), Some(read));
        }
        // Gone, it is read anew.
        fs::remove_dir_all(&place.cache.folder).unwrap();
        assert_eq!(place.recall(&place.source("a.txt")), None);
    }

    #[test]
    fn whatever_byte_is_damaged_nothing_else_is_taken_for_it() {
        let place = Place::new("damage");
        let source = place.letter("a.txt", TEXT);
        let read = place.keep(&source);
        let file = place.cache.file(&source);
        let whole = fs::read(&file).unwrap();
        let outcome = |bytes: &[u8]| {
            fs::write(&file, bytes).unwrap();
            place.recall(&source)
        };
        for at in 0..whole.len() {
            for change in [1, 0x80, 0xff] {
                let mut damaged = whole.clone();
                damaged[at] ^= change;
                assert_eq!(outcome(&damaged), None, "byte {at}");
            }
            assert_eq!(outcome(&whole[..at]), None, "cut at {at}");
        }
        assert_eq!(outcome(&[&whole[..], b"x"].concat()), None);
        assert_eq!(outcome(&whole), Some(read));
    }

    #[test]
    fn a_letter_that_has_changed_is_read_anew() {
        let place = Place::new("changed");
        let source = place.letter("a.txt", TEXT);
        let read = place.keep(&source);
        // As long, and written within the tick of the disk's clock.
        let other = TEXT.replace("kersen", "druifn");
        let changed = place.letter("a.txt", &other);
        assert_eq!(place.recall(&changed), None);
        let same_time = Source {
            stamps: source.stamps,
            ..changed
        };
        assert_eq!(
            place.recall(&same_time),
            None,
            "the time alone says nothing yet"
        );
        // Written again as it was, it is the same.
        assert_eq!(place.recall(&place.letter("a.txt", TEXT)), Some(read));
        let longer = place.letter("a.txt", &format!("{TEXT}Nog iets.\n"));
        assert_eq!(place.recall(&longer), None);
        // With other metadata, or read by another program, it is another letter.
        let source = place.letter("a.txt", TEXT);
        place.keep(&source);
        assert!(place.recall(&source).is_some());
        fs::write(place.folder.join("metadata.xml"), "<a/>").unwrap();
        assert_eq!(place.recall(&place.source("a.txt")), None);
        let mut other = place.cache.clone();
        other.program.0 += 1;
        assert!(other.recall::<Kept>(&source).is_none());
    }

    #[test]
    fn it_is_bounded_and_leaves_what_is_not_its_own() {
        let place = Place::new("bound");
        let sources: Vec<Source> = (0..20)
            .map(|number| {
                let source = place.letter(&format!("{number}.txt"), TEXT);
                place.keep(&source);
                source
            })
            .collect();
        fs::write(place.cache.folder.join("iets.anders"), [0; 9000]).unwrap();
        let size = || -> u64 {
            let inside = fs::read_dir(&place.cache.folder).unwrap().flatten();
            let own = inside.filter(|file| file.path().extension().unwrap() == ENDING);
            own.map(|file| file.metadata().unwrap().len()).sum()
        };
        let all = size();
        let small = Cache {
            most: all / 2,
            ..place.cache.clone()
        };
        small.trim();
        assert!(size() <= all / 2 && size() > 0, "{} of {all}", size());
        assert!(place.cache.folder.join("iets.anders").exists());
        let left = sources
            .iter()
            .filter(|source| place.recall(source).is_some());
        assert!(left.count() > 2);
        place.cache.trim();
        assert!(size() > 0);
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_no_fault() {
        let place = Place::new("closed");
        let source = place.letter("a.txt", TEXT);
        fs::write(place.folder.join("vol"), "").unwrap();
        let cache = Cache::at(place.folder.join("vol/cache"), 1 << 20).unwrap();
        cache.keep(&source, 0, &1_u8);
        assert_eq!(cache.recall::<u8>(&source), None);
        cache.trim();
    }
}
