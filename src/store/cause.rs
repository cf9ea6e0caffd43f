//! Why the system would not do something, in the language of the screen. Its own words are English; they are for what no
//! kind is known of.

use crate::letter::Language;
use std::io::{self, ErrorKind};

/// Why the system would not do something, as a part of a sentence.
#[must_use]
pub fn cause(error: &io::Error, language: Language) -> String {
    let said = said(error.kind()).or_else(|| numbered(error.raw_os_error()?));
    match (said, language) {
        (Some((dutch, _)), Language::Dutch) => dutch.to_owned(),
        (Some((_, english)), Language::English) => english.to_owned(),
        (None, _) => error.to_string(),
    }
}

/// In Dutch and in English.
type Said = (&'static str, &'static str);

/// By the kinds that the library knows.
const fn said(kind: ErrorKind) -> Option<Said> {
    Some(match kind {
        ErrorKind::NotFound => ("dat bestaat niet", "there is no such thing"),
        ErrorKind::PermissionDenied => (
            "dat mag niet van het systeem",
            "the system does not allow it",
        ),
        ErrorKind::AlreadyExists => ("dat bestaat al", "it is there already"),
        ErrorKind::NotADirectory => (
            "een deel van het pad is geen map",
            "a part of the path is no folder",
        ),
        ErrorKind::IsADirectory => ("dat is een map", "that is a folder"),
        ErrorKind::DirectoryNotEmpty => ("de map is niet leeg", "the folder is not empty"),
        ErrorKind::ReadOnlyFilesystem => (
            "de schijf kan alleen gelezen worden",
            "the disk can only be read",
        ),
        ErrorKind::StorageFull => ("de schijf is vol", "the disk is full"),
        ErrorKind::QuotaExceeded => ("de toegewezen ruimte is vol", "the space allotted is full"),
        ErrorKind::FileTooLarge => ("het bestand wordt te groot", "the file becomes too large"),
        ErrorKind::InvalidFilename => (
            "de naam is te lang of kan niet",
            "the name is too long or cannot be",
        ),
        ErrorKind::ArgumentListTooLong => ("de aanroep is te lang", "the call is too long"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => {
            ("een ander gebruikt het", "somebody else uses it")
        }
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted => (
            "de netwerkschijf is niet bereikbaar",
            "the network disk cannot be reached",
        ),
        ErrorKind::BrokenPipe => ("wie de uitvoer las, is weg", "who read the output is gone"),
        ErrorKind::TimedOut => ("het duurde te lang", "it took too long"),
        ErrorKind::Interrupted => ("het werd onderbroken", "it was interrupted"),
        ErrorKind::UnexpectedEof => ("het hield te vroeg op", "it ended too early"),
        ErrorKind::WriteZero => ("er kan niets meer bij", "nothing more can be added"),
        ErrorKind::OutOfMemory => ("het geheugen is vol", "the memory is full"),
        ErrorKind::Unsupported => ("dat kan dit systeem niet", "this system cannot do it"),
        ErrorKind::InvalidInput => (
            "daar kan het systeem niets mee",
            "the system has no use for it",
        ),
        ErrorKind::InvalidData => ("de inhoud is geen tekst", "what it holds is no text"),
        _ => return None,
    })
}

/// By number, what the library has no kind for; these are the same on all systems of the Unix family.
const fn numbered(number: i32) -> Option<Said> {
    Some(match number {
        5 => (
            "de schijf of de terminal geeft een fout",
            "the disk or the terminal fails",
        ),
        6 => ("het apparaat is er niet", "the device is not there"),
        8 => ("dat is geen programma", "that is no program"),
        9 => ("het is gesloten", "it is closed"),
        23 | 24 => ("er zijn te veel bestanden open", "too many files are open"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_said_in_the_language_of_the_screen() {
        for (number, dutch, english) in [
            (2, "dat bestaat niet", "there is no such thing"),
            (
                5,
                "de schijf of de terminal geeft een fout",
                "the disk or the terminal fails",
            ),
            (8, "dat is geen programma", "that is no program"),
            (
                13,
                "dat mag niet van het systeem",
                "the system does not allow it",
            ),
            (
                20,
                "een deel van het pad is geen map",
                "a part of the path is no folder",
            ),
            (
                24,
                "er zijn te veel bestanden open",
                "too many files are open",
            ),
            (28, "de schijf is vol", "the disk is full"),
            (
                30,
                "de schijf kan alleen gelezen worden",
                "the disk can only be read",
            ),
        ] {
            let error = io::Error::from_raw_os_error(number);
            assert_eq!(cause(&error, Language::Dutch), dutch);
            assert_eq!(cause(&error, Language::English), english);
        }
        let unknown = io::Error::other("what no kind is known of");
        assert_eq!(cause(&unknown, Language::Dutch), "what no kind is known of");
    }
}
