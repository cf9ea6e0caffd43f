//! Letters that are read while the list stands already: how far that is, and what it brings.

use super::{Brought, Letters, Loaded, Loading, folded};
use crate::{
    app::{App, words::Words},
    letter::visible_line,
};

impl Letters {
    /// Takes over letters that were read. The one that is chosen stays chosen.
    pub(super) fn take(&mut self, loaded: Loaded) {
        let known = self.rows.len();
        for (letter, named) in loaded.named {
            self.names.add(letter, named);
        }
        for Brought { held, row, named } in loaded.letters {
            let is_known = held.file.is_none() && self.library.with_id(&held.id).is_some();
            if is_known {
                continue;
            }
            self.names.add(self.rows.len(), named);
            let others = self.library.add(held);
            self.rows.push(row);
            self.folded.push(String::new());
            self.left.push(None);
            for at in others.into_iter().flatten().chain([self.rows.len() - 1]) {
                let (row, held) = (&mut self.rows[at], &self.library.letters[at]);
                row.name.clone_from(&held.name);
                row.id.clone_from(&held.id);
                self.folded[at] = folded(row);
            }
        }
        self.look_in_new(known);
        let unread = loaded.unread.iter().map(|line| visible_line(line));
        self.unread.extend(unread);
        if let Some(loading) = &mut self.loading {
            loading.read = loaded.read;
        }
        if loaded.is_last {
            self.loading = None;
        }
        let before = self.shown.len();
        let chosen = self.chosen_letter();
        self.narrow();
        match chosen {
            Some(row) => self.choose(row),
            None if before == 0 => self.chosen = 0,
            // A sentence under the letters.
            None => self.chosen = (self.chosen + self.shown.len()).saturating_sub(before),
        }
    }

    /// Gives up reading on, and says what is not read; nothing where all is read.
    pub(super) fn stop_loading(&mut self, words: &Words) -> Option<String> {
        let Loading { read, all } = self.loading.take()?;
        let stopped = words.library.stopped;
        let sentence = stopped
            .replace("{read}", &read.to_string())
            .replace("{all}", &all.to_string());
        let was_sentence = self.chosen_letter().is_none();
        self.unread.insert(0, sentence.clone());
        self.chosen += usize::from(was_sentence && self.unread.len() > 1);
        Some(sentence)
    }
}

impl App {
    /// Says that letters are still being read, which come in by [`super::super::message::Message::Loaded`].
    pub fn begin_loading(&mut self, loading: Loading) {
        if let Some(letters) = &mut self.letters {
            letters.loading = Some(loading);
        }
    }

    /// Whether letters are still being read.
    #[must_use]
    pub(in crate::app) fn is_loading(&self) -> bool {
        let letters = self.letters.as_ref();
        letters.is_some_and(|letters| letters.loading.is_some())
    }

    /// Takes over letters that were read, unless reading on was given up.
    pub(in crate::app) fn take_loaded(&mut self, loaded: Loaded) {
        if let Some(letters) = &mut self.letters
            && letters.loading.is_some()
        {
            letters.take(loaded);
        }
    }
}
