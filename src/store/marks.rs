//! What is kept of a letter, as JSON: one file a letter, in the folder for what programs remember.
//!
//! A file is written beside the old one and takes its place at once, so there is a whole one at any time.
//! Before it is written the old one is read again, while other readers that do the same wait: what they
//! wrote is not lost (see [`crate::app::kept`]). A file that cannot be understood is never overwritten.

mod fields;
mod form;
pub mod imported;
mod json;

use super::{cause::cause, error::whole_name as name, state};
use crate::{
    app::kept::{Changes, Kept, sketch::Sketch},
    letter::Language,
};
use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

/// The largest file, in bytes.
const LIMIT: usize = 16_000_000;

/// How the names begin under which letters without an id are kept.
const NAMELESS: &str = "text-";

/// Why nothing could be read or kept.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.say(Language::English))]
pub enum MarksError {
    /// The system has no folder for it.
    NoFolder,
    /// The file is there and cannot be read.
    Unread {
        /// The file.
        path: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// The file is there and not understood.
    Broken {
        /// The file.
        path: PathBuf,
    },
    /// What is there is no plain file.
    NoFile {
        /// What is there.
        path: PathBuf,
    },
    /// A newer program wrote the file, in a form that cannot be added to.
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// There is more than a file that is understood can hold.
    TooMuch {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be written.
    Unwritten {
        /// The file.
        path: PathBuf,
        /// Why not.
        cause: io::Error,
    },
}

impl MarksError {
    /// What is wrong, where, and what becomes of it, in one sentence.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::NoFolder, Language::Dutch) => {
                "Niet bewaard: dit systeem noemt geen map om iets in te bewaren.".into()
            }
            (Self::NoFolder, Language::English) => {
                "Not kept: this system names no folder to keep anything in.".into()
            }
            (Self::Unread { path, cause: why }, Language::Dutch) => format!(
                "De bewaarde bladwijzers en notities kunnen niet gelezen worden ({}): {}",
                cause(why, language),
                name(path)
            ),
            (Self::Unread { path, cause: why }, Language::English) => format!(
                "The bookmarks and notes that were kept cannot be read ({}): {}",
                cause(why, language),
                name(path)
            ),
            (Self::Broken { path }, Language::Dutch) => format!(
                "De bewaarde bladwijzers en notities zijn onleesbaar; dit bestand wordt niet overschreven: {}",
                name(path)
            ),
            (Self::Broken { path }, Language::English) => format!(
                "The bookmarks and notes that were kept make no sense; this file is not overwritten: {}",
                name(path)
            ),
            (Self::NoFile { path }, Language::Dutch) => format!(
                "Niet bewaard: dit is geen gewoon bestand; haal het weg of geef het een andere naam: {}",
                name(path)
            ),
            (Self::NoFile { path }, Language::English) => format!(
                "Not kept: this is no plain file; remove it or give it another name: {}",
                name(path)
            ),
            (Self::Newer { path }, Language::Dutch) => format!(
                "Niet bewaard: een nieuwere kamerbrief heeft dit bestand geschreven; gebruik die, het blijft zoals het is: {}",
                name(path)
            ),
            (Self::Newer { path }, Language::English) => format!(
                "Not kept: a newer kamerbrief wrote this file; use that one, the file stays as it is: {}",
                name(path)
            ),
            (Self::TooMuch { path }, Language::Dutch) => format!(
                "Niet bewaard: een notitie is te lang, of het zijn er te veel; dit bestand blijft zoals het was: {}",
                name(path)
            ),
            (Self::TooMuch { path }, Language::English) => format!(
                "Not kept: a note is too long, or there are too many; this file stays as it was: {}",
                name(path)
            ),
            (Self::Unwritten { path, cause: why }, Language::Dutch) => format!(
                "Niet bewaard ({}): in {} kan niet geschreven worden.",
                cause(why, language),
                name(path)
            ),
            (Self::Unwritten { path, cause: why }, Language::English) => format!(
                "Not kept ({}): {} cannot be written.",
                cause(why, language),
                name(path)
            ),
        }
    }
}

/// What was written.
#[derive(Debug)]
pub struct Written {
    /// All that is kept now.
    pub kept: Kept,
    /// The name that a file which was not understood has now.
    pub aside: Option<PathBuf>,
}

/// The file in which is kept what belongs to the letter of this name ([`crate::letter::Letter::name`]).
fn file(letter: &str) -> Result<PathBuf, MarksError> {
    let folder = state::folder().ok_or(MarksError::NoFolder)?;
    Ok(folder.join("marks").join(format!("{letter}.json")))
}

/// What is kept of the letter of this name; nothing where there is no file or no folder for it. A letter that
/// has none and no id is recognised by what `sketch` gives, for its text may have changed.
///
/// # Errors
/// [`MarksError`] when there is a file that cannot be read or understood.
pub fn kept<'sketch>(
    letter: &str,
    sketch: impl FnOnce() -> Option<&'sketch Sketch>,
) -> Result<Kept, MarksError> {
    let Ok(path) = file(letter) else {
        return Ok(Kept::default());
    };
    let own = read(&path)?;
    if own.version > 0 || !letter.starts_with(NAMELESS) {
        return Ok(own);
    }
    let folder = path.parent().unwrap_or(&path);
    Ok(recognised(folder, sketch).unwrap_or(own))
}

/// What is kept of the letter without an id that is most like this one, if any is enough.
fn recognised<'sketch>(
    folder: &Path,
    sketch: impl FnOnce() -> Option<&'sketch Sketch>,
) -> Option<Kept> {
    let is_nameless = |path: &PathBuf| {
        let name = path.file_stem().and_then(|name| name.to_str());
        let ours = path.extension().is_some_and(|ends| ends == "json");
        ours && name.is_some_and(|name| name.starts_with(NAMELESS))
    };
    let files = fs::read_dir(folder).ok()?.flatten().map(|file| file.path());
    let mut files: Vec<PathBuf> = files.filter(is_nameless).collect();
    // The order in which a folder has its files is nobody's choice.
    files.sort();
    let sketch = (!files.is_empty()).then(sketch).flatten()?;
    let kept = files.iter().filter_map(|path| read(path).ok());
    let like = kept.filter_map(|kept| {
        let likeness = kept.sketch.as_ref()?.likeness(sketch)?;
        Some((likeness, kept))
    });
    Some(like.max_by_key(|(likeness, _)| *likeness)?.1)
}

/// Adds these changes to what is kept of their letter. Where another reader writes it waits, and says so by
/// `waits`. A file that is not understood is set aside for bookmarks and notes, and stays for less.
///
/// # Errors
/// [`MarksError`] when it cannot be written, or what is there cannot be read or must stay.
pub fn change(changes: &Changes, waits: &dyn Fn()) -> Result<Written, MarksError> {
    let unreadable = if changes.marks.is_empty() {
        Unreadable::Stays
    } else {
        Unreadable::IsSetAside
    };
    let add = |kept| changes.added_to(kept);
    change_file(&file(&changes.name)?, unreadable, waits, add)
}

/// Puts something beside what is kept of the letter of this name, at the moment of writing. Where another reader writes
/// it waits, and says so by `waits`.
///
/// # Errors
/// [`MarksError`] when it cannot be written, or what is there cannot be read.
pub fn add(
    letter: &str,
    waits: &dyn Fn(),
    add: impl FnOnce(Kept) -> Kept,
) -> Result<Written, MarksError> {
    change_file(&file(letter)?, Unreadable::Stays, waits, add)
}

/// What becomes of a file that is not understood when something is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unreadable {
    /// It stays, and nothing is written.
    Stays,
    /// It is given another name, where it is a plain one, and a new file takes its place.
    IsSetAside,
}

fn change_file(
    path: &Path,
    unreadable: Unreadable,
    waits: &dyn Fn(),
    change: impl FnOnce(Kept) -> Kept,
) -> Result<Written, MarksError> {
    let failed = |cause| {
        fault(path, cause, |path, cause| MarksError::Unwritten {
            path,
            cause,
        })
    };
    let folder = state::make_folder(path).map_err(failed)?;
    let _turn = state::wait_for_turn(folder, waits);
    let mut aside = None;
    let now = match read(path) {
        Err(MarksError::Broken { .. })
            if unreadable == Unreadable::IsSetAside && is_our_own(path) =>
        {
            aside = Some(free_name(path).map_err(failed)?);
            Kept::default()
        }
        other => other?,
    };
    if form::is_beyond(&now) {
        return Err(MarksError::Newer {
            path: path.to_owned(),
        });
    }
    let kept = change(now);
    let json = form::written(&kept).filter(|json| json.len() <= LIMIT);
    let Some(json) = json else {
        return Err(MarksError::TooMuch {
            path: path.to_owned(),
        });
    };
    if let Some(aside) = &aside {
        fs::rename(path, aside).map_err(failed)?;
    }
    state::write(path, &json).map_err(failed)?;
    Ok(Written { kept, aside })
}

/// Whether it is a plain file, and no link to what is somebody else's.
fn is_our_own(path: &Path) -> bool {
    matches!(state::is_link(path), Ok(Some(false)))
}

/// A name for a file to be set aside that no other has.
fn free_name(path: &Path) -> io::Result<PathBuf> {
    let named = |number: usize| match number {
        1 => path.with_extension("broken"),
        number => path.with_extension(format!("broken-{number}")),
    };
    let is_free = |aside: &PathBuf| fs::symlink_metadata(aside).is_err();
    let free = (1..1000).map(named).find(is_free);
    free.ok_or_else(|| ErrorKind::AlreadyExists.into())
}

fn read(path: &Path) -> Result<Kept, MarksError> {
    let bytes = match state::read(path, LIMIT) {
        Ok(None) => return Ok(Kept::default()),
        Ok(Some(bytes)) => Some(bytes),
        Err(cause) if cause.kind() == ErrorKind::FileTooLarge => None,
        Err(cause) => {
            return Err(fault(path, cause, |path, cause| MarksError::Unread {
                path,
                cause,
            }));
        }
    };
    let mut kept =
        bytes
            .and_then(|bytes| form::read(&bytes))
            .ok_or_else(|| MarksError::Broken {
                path: path.to_owned(),
            })?;
    let name = path.file_stem().and_then(|name| name.to_str());
    name.unwrap_or_default().clone_into(&mut kept.name);
    Ok(kept)
}

/// What is wrong with a file: with what is no plain one that alone.
fn fault(
    path: &Path,
    cause: io::Error,
    other: impl FnOnce(PathBuf, io::Error) -> MarksError,
) -> MarksError {
    let path = path.to_owned();
    if state::is_no_file(&cause) {
        MarksError::NoFile { path }
    } else {
        other(path, cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::kept::{Anchor, Around, KeptMark, KeptPlace, KeptSection};
    use serde_json::{Value, json};
    use std::{
        os::unix::fs::{MetadataExt, PermissionsExt, symlink},
        thread,
    };

    /// A folder of a test's own, gone when it has passed.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let name = format!("kamerbrief-{}-marks-{name}", std::process::id());
            let path = std::env::temp_dir().join(name);
            let _ = fs::remove_dir_all(&path);
            fs::create_dir(&path).unwrap();
            Self(path)
        }

        /// The names of the files in it.
        fn names(&self) -> Vec<String> {
            let files = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<_> = files
                .map(|file| file.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            if !thread::panicking() {
                let _ = fs::remove_dir_all(&self.0);
            }
        }
    }

    /// Nobody else writes.
    fn alone() {
        panic!("it has to wait");
    }

    fn mark(paragraph: usize, note: &str) -> KeptMark {
        KeptMark {
            anchor: Anchor {
                paragraph,
                address: (paragraph > 0).then(|| "4.2".to_owned()),
                words: "Nederland bevordert".to_owned(),
                around: (paragraph > 0).then(|| Around {
                    before: "het vorige".to_owned(),
                    alike: 2,
                    ..Around::default()
                }),
            },
            bookmark: note.is_empty(),
            note: note.to_owned(),
            ..KeptMark::default()
        }
    }

    fn some() -> Kept {
        Kept {
            name: "kst-1".to_owned(),
            version: 2,
            sketch: Some(Sketch {
                head: Some(7),
                paragraphs: vec![1, u32::MAX],
                ..Sketch::default()
            }),
            place: Some(KeptPlace {
                anchor: mark(22, "").anchor,
                byte: 17,
                current: 2,
                ..KeptPlace::default()
            }),
            marks: vec![mark(0, ""), mark(22, "\"Wie\u{1b}\u{202e}\n\"")],
            read: vec![KeptSection {
                number: 4,
                bytes: 3069,
                seen: vec![0..10, 3000..3069],
                ..KeptSection::default()
            }],
            ..Kept::default()
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = Folder::new("round");
        let path = folder.0.join("new").join("kst-1.json");
        assert_eq!(read(&path).unwrap(), Kept::default());
        let written = change_file(&path, Unreadable::IsSetAside, &alone, |kept| {
            assert_eq!(kept, Kept::default());
            some()
        });
        assert_eq!(written.unwrap().kept, some());
        let again = change_file(&path, Unreadable::Stays, &alone, |kept| {
            assert_eq!(kept, some());
            kept
        });
        assert!(again.unwrap().aside.is_none());
        assert_eq!(read(&path).unwrap(), some());
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        let files = fs::read_dir(path.parent().unwrap()).unwrap();
        assert_eq!(files.count(), 1, "nothing else is left");
    }

    #[test]
    fn what_makes_no_sense_is_never_overwritten() {
        let whole = form::written(&some()).unwrap();
        let long = whole.replace("Nederland bevordert", &"x".repeat(64_001));
        for (name, bytes) in [
            ("empty", Vec::new()),
            ("no-json", b"notities".to_vec()),
            ("cut", whole.as_bytes()[..whole.len() / 2].to_vec()),
            ("list", b"[]".to_vec()),
            ("null", b"null".to_vec()),
            ("type", whole.replace(":true", ":\"ja\"").into_bytes()),
            ("negative", whole.replace(":22", ":-22").into_bytes()),
            (
                "huge-number",
                whole
                    .replace(":22", ":99999999999999999999999")
                    .into_bytes(),
            ),
            ("no-version", b"{\"marks\": [], \"read\": []}".to_vec()),
            (
                "no-version-yet",
                whole.replace("\"version\":2", "\"version\":0").into_bytes(),
            ),
            ("more", (whole.clone() + "{}").into_bytes()),
            (
                "no-text",
                b"{\"version\": 1, \"marks\": [\xff], \"read\": []}".to_vec(),
            ),
            ("deep", "[".repeat(100_000).into_bytes()),
            ("long", long.into_bytes()),
            ("large", " ".repeat(17_000_000).into_bytes()),
        ] {
            let folder = Folder::new(&format!("broken-{name}"));
            let path = folder.0.join("kst-1.json");
            fs::write(&path, &bytes).unwrap();
            let error = read(&path).unwrap_err();
            assert!(
                matches!(error, MarksError::Broken { .. }),
                "{name}: {error}"
            );
            assert!(error.to_string().contains("kst-1.json"), "{error}");
            let kept = change_file(&path, Unreadable::Stays, &alone, |_| panic!("{name}"));
            assert!(matches!(kept, Err(MarksError::Broken { .. })), "{name}");
            assert!(fs::read(&path).unwrap() == bytes, "{name}");
            for aside in ["kst-1.broken", "kst-1.broken-2"] {
                fs::write(&path, &bytes).unwrap();
                let written =
                    change_file(&path, Unreadable::IsSetAside, &alone, |_| some()).unwrap();
                assert_eq!(written.aside, Some(folder.0.join(aside)));
                assert!(fs::read(folder.0.join(aside)).unwrap() == bytes, "{name}");
                assert_eq!(read(&path).unwrap(), some());
            }
            assert_eq!(folder.names().len(), 3, "{name}: {:?}", folder.names());
        }
    }

    /// What a file says, as JSON.
    fn said(path: &Path) -> Value {
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
    }

    #[test]
    fn a_file_of_today_and_one_of_tomorrow_keep_what_is_not_known() {
        let folder = Folder::new("tomorrow");
        let path = folder.0.join("kst-1.json");
        change_file(&path, Unreadable::Stays, &alone, |_| some()).unwrap();
        let today = said(&path);
        let version = today["version"].as_u64().unwrap();
        for (name, version) in [
            ("today", version),
            ("tomorrow", version + 1),
            ("later", 900),
        ] {
            let mut json = today.clone();
            json["version"] = version.into();
            json["library"] = json!({"id": 7, "huge": 18_446_744_073_709_551_615_u64});
            json["marks"][1]["colour"] = json!(["red", 1e300, null]);
            json["read"][0]["speed"] = json!(4.25);
            json["sketch"]["way"] = json!("anders");
            json["place"]["column"] = json!(3);
            fs::write(&path, json.to_string()).unwrap();
            let kept = read(&path).unwrap();
            assert_eq!(kept.marks[1].note, some().marks[1].note, "{name}");
            let change = |mut kept: Kept| {
                kept.marks[1].note = "anders".to_owned();
                kept.read[0].seen.push(0..3069);
                kept.read[0].seen.drain(..2);
                kept
            };
            let written = change_file(&path, Unreadable::IsSetAside, &alone, change).unwrap();
            assert_eq!(written.aside, None, "{name}");
            json["marks"][1]["note"] = "anders".into();
            json["read"][0]["seen"] = json!([[0, 3069]]);
            assert_eq!(said(&path), json, "{name}");
        }
        assert_eq!(folder.names(), ["kst-1.json"]);
    }

    #[test]
    fn of_a_newer_file_all_is_used_that_is_understood_and_the_rest_stays() {
        let folder = Folder::new("newer");
        let path = folder.0.join("kst-1.json");
        let strange = [
            json!({"paragraph": "4.2", "words": "Nederland", "note": {"text": "rijk"}}),
            json!("een nieuw soort notitie"),
            json!({"paragraph": 3, "note": "x".repeat(64_001)}),
        ];
        let mut json =
            json!({"version": 3, "marks": [{"paragraph": 22, "note": "Wie?"}], "read": 5});
        for strange in &strange {
            json["marks"].as_array_mut().unwrap().push(strange.clone());
        }
        fs::write(&path, json.to_string()).unwrap();
        assert_eq!(read(&path).unwrap().marks[0].note, "Wie?");
        // What was read is kept in a way that nothing can be added to.
        let error = change_file(&path, Unreadable::IsSetAside, &alone, |kept| kept).unwrap_err();
        assert!(matches!(error, MarksError::Newer { .. }), "{error}");
        for language in [Language::Dutch, Language::English] {
            assert!(error.say(language).contains("kst-1.json"));
        }
        assert_eq!(said(&path), json);
        json["read"] = json!([{"section": [4]}, {"section": 5, "bytes": 9, "seen": []}]);
        fs::write(&path, json.to_string()).unwrap();
        let add = |mut kept: Kept| {
            kept.marks.push(mark(30, "Waar?"));
            kept
        };
        change_file(&path, Unreadable::IsSetAside, &alone, add).unwrap();
        let now = said(&path);
        let marks = now["marks"].as_array().unwrap();
        assert_eq!(marks.len(), 5);
        assert!(strange.iter().all(|strange| marks.contains(strange)));
        assert!(
            now["read"]
                .as_array()
                .unwrap()
                .contains(&json!({"section": [4]}))
        );
        assert_eq!(now["version"], 3);
        assert_eq!(read(&path).unwrap().marks.len(), 2);
        assert_eq!(folder.names(), ["kst-1.json"]);
    }

    #[test]
    fn what_is_no_plain_file_is_refused_and_left_alone() {
        let folder = Folder::new("no-file");
        let path = folder.0.join("kst-1.json");
        let refused = |path: &Path| {
            let errors = [
                read(path).unwrap_err(),
                change_file(path, Unreadable::IsSetAside, &alone, |_| some()).unwrap_err(),
            ];
            for error in errors {
                assert!(matches!(error, MarksError::NoFile { .. }), "{error}");
                let said = error.say(Language::Dutch);
                assert!(said.contains("geen gewoon bestand") && said.contains("kst-1.json"));
            }
        };
        fs::create_dir(&path).unwrap();
        refused(&path);
        assert!(path.is_dir());
        let link = folder.0.join("link").join("kst-1.json");
        fs::create_dir(folder.0.join("link")).unwrap();
        for to in [
            path.as_path(),
            Path::new("/dev/null"),
            Path::new("/dev/zero"),
        ] {
            symlink(to, &link).unwrap();
            refused(&link);
            assert_eq!(fs::read_link(&link).unwrap(), to);
            fs::remove_file(&link).unwrap();
        }
        fs::remove_dir(&path).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(made.unwrap().success());
        refused(&path);
        symlink(&path, &link).unwrap();
        refused(&link);
        assert_eq!(folder.names(), ["kst-1.json", "link"]);
    }

    #[test]
    fn what_a_link_leads_to_is_never_replaced_or_renamed() {
        let folder = Folder::new("link-broken");
        fs::create_dir(folder.0.join("elders")).unwrap();
        let (path, real) = (
            folder.0.join("kst-1.json"),
            folder.0.join("elders/brief.txt"),
        );
        fs::write(&real, "een brief").unwrap();
        symlink(&real, &path).unwrap();
        let error = change_file(&path, Unreadable::IsSetAside, &alone, |_| some()).unwrap_err();
        assert!(matches!(error, MarksError::Broken { .. }), "{error}");
        assert_eq!(fs::read_to_string(&real).unwrap(), "een brief");
        // What is written through a link stays the file that it was.
        fs::write(&real, form::written(&some()).unwrap() + &" ".repeat(9000)).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        let number = fs::metadata(&real).unwrap().ino();
        change_file(&path, Unreadable::IsSetAside, &alone, |kept| kept).unwrap();
        assert_eq!(read(&path).unwrap(), some());
        let about = fs::metadata(&real).unwrap();
        assert_eq!((about.ino(), about.mode() & 0o777), (number, 0o640));
        assert_eq!(folder.names(), ["elders", "kst-1.json"]);
        assert_eq!(fs::read_dir(folder.0.join("elders")).unwrap().count(), 1);
    }

    #[test]
    fn what_was_left_half_written_is_swept_when_nobody_owns_it() {
        let folder = Folder::new("swept");
        let path = folder.0.join("kst-1.json");
        let living = format!("kst-2.{}.new", std::os::unix::process::parent_id());
        for name in [
            living.as_str(),
            "kst-1.4999999.new",
            "kst-9.4999998.new",
            "kst-1.x.new",
            "4999997.new",
        ] {
            fs::write(folder.0.join(name), "half").unwrap();
        }
        change_file(&path, Unreadable::Stays, &alone, |_| some()).unwrap();
        let mut left = ["4999997.new", "kst-1.json", "kst-1.x.new", living.as_str()];
        left.sort_unstable();
        assert_eq!(folder.names(), left);
    }

    #[test]
    fn who_has_to_wait_for_another_reader_says_so_and_waits_as_long_as_it_takes() {
        let folder = Folder::new("waits");
        let path = folder.0.join("kst-1.json");
        let turn = state::wait_for_turn(&folder.0, &alone).unwrap();
        let (says, told) = std::sync::mpsc::channel();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| {
                let waits = || says.send(()).unwrap();
                change_file(&path, Unreadable::Stays, &waits, |mut kept| {
                    kept.marks.push(mark(30, "van de een"));
                    kept
                })
            });
            told.recv().unwrap();
            // What is written while it waits is there when its turn comes.
            let json = form::written(&some()).unwrap();
            state::write(&path, &json).unwrap();
            drop(turn);
            assert_eq!(waiting.join().unwrap().unwrap().kept.marks.len(), 3);
        });
        assert!(told.try_recv().is_err(), "it is said once");
    }

    #[test]
    fn a_letter_without_an_id_is_recognised_by_its_sketch() {
        let folder = Folder::new("sketch");
        let kept = |name: &str, paragraphs: std::ops::Range<u32>| {
            let kept = Kept {
                sketch: Some(Sketch {
                    head: None,
                    paragraphs: paragraphs.collect(),
                    ..Sketch::default()
                }),
                ..some()
            };
            let path = folder.0.join(format!("{name}.json"));
            fs::write(path, form::written(&kept).unwrap()).unwrap();
        };
        kept("text-1", 0..10);
        kept("text-2", 0..12);
        kept("kst-3", 0..13);
        fs::write(folder.0.join("text-4.json"), "broken").unwrap();
        let name_of = |paragraphs: std::ops::Range<u32>| {
            let sketch = Sketch {
                head: None,
                paragraphs: paragraphs.collect(),
                ..Sketch::default()
            };
            recognised(&folder.0, || Some(&sketch)).map(|kept| kept.name)
        };
        assert_eq!(name_of(0..13).as_deref(), Some("text-2"));
        assert_eq!(name_of(0..9).as_deref(), Some("text-1"));
        assert_eq!(name_of(9..20), None);
    }

    #[test]
    fn where_nothing_can_be_written_it_says_so() {
        let folder = Folder::new("unwritten");
        fs::write(folder.0.join("file"), "no folder").unwrap();
        let path = folder.0.join("file").join("kst-1.json");
        assert_eq!(read(&path).unwrap(), Kept::default());
        let error = change_file(&path, Unreadable::IsSetAside, &alone, |_| some()).unwrap_err();
        for (language, says) in [
            (Language::Dutch, "Niet bewaard"),
            (Language::English, "Not kept"),
        ] {
            let said = error.say(language);
            assert!(
                said.starts_with(says) && said.contains("kst-1.json"),
                "{said}"
            );
        }
        assert_eq!(folder.names(), ["file"]);
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = Folder::new("link");
        let (path, real) = (folder.0.join("kst-1.json"), folder.0.join("elders.json"));
        fs::write(&real, form::written(&Kept::default()).unwrap()).unwrap();
        symlink(&real, &path).unwrap();
        change_file(&path, Unreadable::Stays, &alone, |_| some()).unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert_eq!(read(&path).unwrap(), some());
    }

    #[test]
    fn what_a_link_leads_to_is_made_where_it_is_not_there_yet() {
        let folder = Folder::new("link-ahead");
        fs::create_dir(folder.0.join("elders")).unwrap();
        let (path, real) = (folder.0.join("kst-1.json"), folder.0.join("elders/b.json"));
        symlink("elders/a.json", &path).unwrap();
        symlink("b.json", folder.0.join("elders/a.json")).unwrap();
        change_file(&path, Unreadable::Stays, &alone, |_| some()).unwrap();
        assert_eq!(read(&path).unwrap(), some());
        let about = fs::symlink_metadata(&real).unwrap();
        assert!(about.is_file() && about.mode() & 0o777 == 0o600);
        // A circle leads nowhere.
        fs::remove_file(&real).unwrap();
        symlink("a.json", &real).unwrap();
        change_file(&path, Unreadable::Stays, &alone, |_| some()).unwrap_err();
        assert_eq!(folder.names(), ["elders", "kst-1.json"]);
    }

    #[test]
    fn a_link_to_nothing_stays_as_it_is() {
        let folder = Folder::new("dangling");
        let path = folder.0.join("kst-1.json");
        symlink(folder.0.join("away").join("elders.json"), &path).unwrap();
        assert_eq!(read(&path).unwrap(), Kept::default());
        let error = change_file(&path, Unreadable::IsSetAside, &alone, |_| some()).unwrap_err();
        assert!(matches!(error, MarksError::Unwritten { .. }), "{error}");
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert_eq!(folder.names(), ["kst-1.json"]);
    }

    #[test]
    fn a_file_that_is_understood_still_is_when_written_anew() {
        let folder = Folder::new("compact");
        let path = folder.0.join("kst-1.json");
        let marks = (0..100_000).map(|at| {
            format!(
                r#"{{"paragraph":{at},"address":"0.{at}","words":"{}","bookmark":true,"note":""}}"#,
                "x".repeat(64)
            )
        });
        let marks = marks.collect::<Vec<_>>().join(",");
        let json = format!(r#"{{"version":1,"marks":[{marks}],"read":[]}}"#);
        assert!((13_000_000..16_000_000).contains(&json.len()));
        fs::write(&path, json).unwrap();
        let written = change_file(&path, Unreadable::Stays, &alone, |mut kept| {
            kept.marks.push(mark(100_000, ""));
            kept
        });
        assert_eq!(written.unwrap().kept.marks.len(), 100_001);
        assert_eq!(read(&path).unwrap().marks.len(), 100_001);
    }

    #[test]
    fn what_could_not_be_read_again_is_not_written() {
        let folder = Folder::new("too-much");
        let path = folder.0.join("kst-1.json");
        change_file(&path, Unreadable::Stays, &alone, |_| some()).unwrap();
        let long = |count: usize, bytes: usize| Kept {
            name: "kst-1".to_owned(),
            version: 2,
            marks: (0..count).map(|at| mark(at, &"x".repeat(bytes))).collect(),
            read: Vec::new(),
            ..Kept::default()
        };
        for kept in [long(1, 64_001), long(300, 60_000)] {
            let error = change_file(&path, Unreadable::IsSetAside, &alone, |_| kept).unwrap_err();
            assert!(matches!(error, MarksError::TooMuch { .. }), "{error}");
            for (language, says) in [
                (Language::Dutch, "Niet bewaard: "),
                (Language::English, "Not kept: "),
            ] {
                let said = error.say(language);
                assert!(
                    said.starts_with(says) && said.contains("kst-1.json"),
                    "{said}"
                );
            }
            assert_eq!(read(&path).unwrap(), some());
            assert_eq!(folder.names(), ["kst-1.json"]);
        }
        change_file(&path, Unreadable::Stays, &alone, |_| long(1, 64_000)).unwrap();
        assert_eq!(read(&path).unwrap(), long(1, 64_000));
    }

    #[test]
    fn of_many_writers_at_once_none_loses_what_another_wrote() {
        const WRITERS: usize = 4;
        const TIMES: usize = 10;
        let folder = Folder::new("many");
        let path = folder.0.join("kst-1.json");
        thread::scope(|scope| {
            for writer in 0..WRITERS {
                let path = &path;
                scope.spawn(move || {
                    for time in 0..TIMES {
                        let add = |mut kept: Kept| {
                            kept.marks.push(mark(writer * TIMES + time, "x"));
                            kept
                        };
                        change_file(path, Unreadable::Stays, &|| {}, add).unwrap();
                    }
                });
            }
        });
        let mut all: Vec<_> = read(&path).unwrap().marks;
        all.sort_by_key(|mark| mark.anchor.paragraph);
        let paragraphs: Vec<_> = all.iter().map(|mark| mark.anchor.paragraph).collect();
        assert_eq!(paragraphs, (0..WRITERS * TIMES).collect::<Vec<_>>());
    }
}
