//! Reads a PDF. A ministry's letter has a tree of tags that says what each stretch of a page is; official
//! typesetting marks its blocks. Where neither stands in a file it is a picture of pages, and none of its words
//! can be had.

mod content;
mod font;
mod gaps;
mod letterhead;
mod marked;
mod run;
mod tagged;
mod text;
mod tree;
mod words;

use super::draft::Draft;
use content::Interpreter;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use run::Run;

/// How many pages are read, at most.
const PAGES: usize = 5_000;

/// Why a file that begins as a PDF cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// It is encrypted, and an empty password does not open it.
    Encrypted,
    /// It is damaged beyond reading.
    Damaged,
    /// It holds no text: pictures of pages.
    Scan,
    /// It holds text, but nothing says in which order it is read and what belongs to the page only.
    Untagged,
}

/// Reads a PDF from its bytes.
///
/// # Errors
/// [`PdfError`] where no text with an order can be had.
pub fn read(bytes: Vec<u8>) -> Result<Draft, PdfError> {
    let whole = is_whole(&bytes);
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected
            | DecryptionError::UnsupportedAlgorithm
            | DecryptionError::MissingIDEntry
            | DecryptionError::InvalidEncryption,
        ) => PdfError::Encrypted,
        LoadPdfError::Invalid => PdfError::Damaged,
    })?;
    let pages = pdf.pages();
    let shown = |mut interpreter: Interpreter| {
        for (index, page) in pages.iter().enumerate().take(PAGES) {
            interpreter.page(index, page);
        }
        interpreter
    };
    let mut interpreter = shown(Interpreter::default());
    if gaps::are_all(&interpreter.runs) {
        interpreter = shown(Interpreter::by_gaps());
    }
    let runs = &interpreter.runs;
    if runs.iter().all(|run| run.text.trim().is_empty()) {
        return Err(if whole {
            PdfError::Scan
        } else {
            PdfError::Damaged
        });
    }
    let body = body(runs);
    let mut draft = match tree::read(&pdf) {
        Some(tree) => {
            let mut reader = tagged::Reader::new(runs, body);
            reader.tag(&tree);
            let mut draft = reader.draft;
            letterhead::read(runs, &mut draft);
            draft
        }
        None if runs.iter().any(|run| run.mark.is_some()) => marked::read(runs, body),
        None if whole => return Err(PdfError::Untagged),
        None => return Err(PdfError::Damaged),
    };
    link_notes(&mut draft);
    draft.pages = u32::try_from(pages.len()).ok();
    draft.damage = (!whole).then(|| "the end of the file is missing".to_owned());
    Ok(draft)
}

/// So many bytes at the end of a file hold the mark of its end.
const END: usize = 64 * 1024;

/// Whether the mark stands at the end of a file that is written last: without it the file was cut off.
fn is_whole(bytes: &[u8]) -> bool {
    let end = &bytes[bytes.len().saturating_sub(END)..];
    end.windows(5).any(|five| five == b"%%EOF")
}

/// The size of the font in which most of the text is set, in points.
fn body(runs: &[Run]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = Vec::new();
    for run in runs
        .iter()
        .filter(|run| !run.artifact && run.mark.is_some())
    {
        let count = run.text.chars().count();
        let known = sizes
            .iter()
            .position(|(size, _)| (size - run.size).abs() < 0.05);
        match known {
            Some(at) => sizes[at].1 += count,
            // A file that sets every word in a size of its own has no body to speak of.
            None if sizes.len() < 1000 => sizes.push((run.size, count)),
            None => {}
        }
    }
    let most = sizes.into_iter().max_by_key(|&(_, count)| count);
    most.map_or(10.0, |(size, _)| size.abs()).max(1.0)
}

/// Leads every mark to the note of its number: the next one of those that come, as numbers may start again.
fn link_notes(draft: &mut Draft) {
    let mut from = 0;
    for block in &mut draft.blocks {
        for mark in &mut block.text.marks {
            let ahead = draft.notes[from..]
                .iter()
                .position(|note| note.label == mark.label);
            mark.note = ahead.map(|at| from + at);
            if let Some(at) = ahead {
                from += at + 1;
            }
        }
    }
}
