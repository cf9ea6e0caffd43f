//! The buffer in which the text of a letter is made out of its source, from its start on. The text never
//! outgrows what has been read of the source, so a big letter is held in memory once.

use crate::letter::{byte, source::as_text};
use std::ops::Range;

/// The text made so far, then a gap, then what is still to be read of the source.
pub(super) struct Buffer {
    bytes: Vec<u8>,
    /// Where the text ends that is made.
    made: usize,
    /// Where the next line starts.
    unread: usize,
    /// How many lines were read.
    lines: usize,
}

impl Buffer {
    pub(super) fn new(source: String) -> Self {
        Self {
            bytes: source.into_bytes(),
            made: 0,
            unread: 0,
            lines: 0,
        }
    }

    /// Where the text ends that is made.
    pub(super) const fn made(&self) -> usize {
        self.made
    }

    /// Where the next line starts in the source.
    pub(super) const fn unread(&self) -> usize {
        self.unread
    }

    /// How many lines were read.
    pub(super) const fn lines(&self) -> usize {
        self.lines
    }

    /// The bytes of the next line, without white space around it.
    pub(super) fn next_line(&mut self) -> Option<Range<usize>> {
        let (line, after) = self.line_from(self.unread)?;
        self.unread = after;
        self.lines += 1;
        Some(line)
    }

    /// The bytes of the start of the next line, so many, without white space around it; the line goes on
    /// behind it.
    pub(super) fn next_bytes(&mut self, count: usize) -> Range<usize> {
        let line = self.trimmed(self.unread..self.unread + count);
        self.unread += count;
        line
    }

    /// The line that starts at a byte of the source, and where the next one starts.
    fn line_from(&self, start: usize) -> Option<(Range<usize>, usize)> {
        let rest = self.bytes.get(start..)?;
        let length = byte::find(b'\n', rest).unwrap_or(rest.len());
        let line = &rest[..length];
        let ends = [line.first(), line.last()];
        let range = start..start + length;
        let bare = ends.into_iter().flatten().all(u8::is_ascii_graphic);
        let after = range.end + 1;
        Some((if bare { range } else { self.trimmed(range) }, after))
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let words = self.words(range.clone());
        let start = range.start + (words.len() - words.trim_start().len());
        start..start + words.trim().len()
    }

    /// The next two lines, which are still to be read.
    pub(super) fn coming(&self) -> [&str; 2] {
        let Some((next, after)) = self.line_from(self.unread) else {
            return [""; 2];
        };
        let then = self.line_from(after).map(|(line, _)| self.words(line));
        [self.words(next), then.unwrap_or_default()]
    }

    /// What is still to be read, as it stands in the source.
    pub(super) fn rest(&self) -> &[u8] {
        self.bytes.get(self.unread..).unwrap_or_default()
    }

    /// The words in a range of the buffer that starts and ends between characters.
    pub(super) fn words(&self, range: Range<usize>) -> &str {
        str::from_utf8(&self.bytes[range]).unwrap_or_default()
    }

    /// The last bytes of the text that is made.
    pub(super) fn last(&self, count: usize) -> &[u8] {
        &self.bytes[self.made.saturating_sub(count)..self.made]
    }

    /// Adds what stands in a range of the source.
    pub(super) fn copy(&mut self, range: Range<usize>) {
        let length = range.len();
        self.bytes.copy_within(range, self.made);
        self.made += length;
    }

    /// Adds one byte, in the place of one that was read or behind all that was.
    pub(super) fn put(&mut self, byte: u8) {
        match self.bytes.get_mut(self.made) {
            Some(place) => *place = byte,
            None => self.bytes.push(byte),
        }
        self.made += 1;
    }

    pub(super) fn finish(mut self) -> String {
        self.bytes.truncate(self.made);
        as_text(self.bytes)
    }
}
