//! What is seen of a program: what it wrote, when, and how the picture on its screen changed.
//!
//! What is written is put on the model of a screen only after it was read, so that the model costs
//! the program nothing, and chunk by chunk, so that it is known which one changed the picture.

use crate::{pty::SIZE, terminal};
use std::time::Duration;

/// What a program wrote in one go.
struct Chunk {
    at: Duration,
    bytes: Vec<u8>,
}

/// Another picture on the screen.
pub struct Change {
    /// When what made it was read.
    pub at: Duration,
    /// The rows of the screen.
    pub rows: String,
}

/// What is seen of a program.
pub struct Seen {
    chunks: Vec<Chunk>,
    /// How many chunks are on the screen.
    shown: usize,
    terminal: vt100::Parser,
    picture: String,
    /// Each change of the picture up to what was last looked at.
    pub changes: Vec<Change>,
}

impl Seen {
    /// An empty screen.
    pub fn new() -> Self {
        let terminal = terminal::screen(SIZE);
        Self {
            chunks: Vec::new(),
            shown: 0,
            picture: terminal.screen().contents_formatted(),
            terminal,
            changes: Vec::new(),
        }
    }

    /// Notes what was written.
    pub fn write(&mut self, at: Duration, bytes: Vec<u8>) {
        self.chunks.push(Chunk { at, bytes });
    }

    /// Puts what was written on the screen and notes when the picture changed.
    pub fn look(&mut self) -> &vt100::Screen {
        for chunk in &self.chunks[self.shown..] {
            self.terminal.process(&chunk.bytes);
            let picture = self.terminal.screen().contents_formatted();
            if picture != self.picture {
                self.picture = picture;
                self.changes.push(Change {
                    at: chunk.at,
                    rows: self.terminal.screen().contents(),
                });
            }
        }
        self.shown = self.chunks.len();
        self.terminal.screen()
    }

    /// Bytes written so far.
    pub fn written(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.bytes.len()).sum()
    }

    /// The last chunk, and the one before.
    pub fn last(&self) -> [&[u8]; 2] {
        let mut chunks = self.chunks.iter().rev().map(|chunk| &chunk.bytes[..]);
        [(); 2].map(|()| chunks.next().unwrap_or_default())
    }

    /// All that was written.
    pub fn output(&self) -> Vec<u8> {
        let bytes = self.chunks.iter().flat_map(|chunk| &chunk.bytes);
        bytes.copied().collect()
    }
}
