//! What the reader looked like and where it was: taken over at the start, given out where it was chosen.

use crate::{
    app::{
        App, Reader,
        geometry::{MEASURES, Size},
        keeping::{Resumes, Stood},
        kept::Looks,
    },
    reading::flow::Flow,
};

impl Reader {
    /// Goes on where the reader was, as far as that is still known.
    pub(in crate::app) fn resume(&mut self) {
        if let Some(Stood { place, current }) = self.keeping.stood {
            self.show_at(place);
            self.begin_at(current);
            self.keeping.resumes = Resumes::Untold;
        }
    }

    /// Takes notice that something was done since the reader said where it goes on.
    pub(in crate::app) fn done_since(&mut self) {
        if self.keeping.resumes == Resumes::Told {
            self.keeping.resumes = Resumes::No;
        }
    }

    /// Where to go on; nothing at the start of the letter. Before anything shows it is the one that
    /// is kept.
    pub(super) fn resumable(&self) -> Option<Stood> {
        if self.size == Size::default() {
            return self.keeping.stood;
        }
        let first = Flow::default().section_top(&self.letter, 0);
        let stands = Stood {
            place: self.place(),
            current: self.current,
        };
        Some(stands).filter(|stands| stands.place != first.place)
    }
}

impl App {
    /// Takes over what the reader looked like at an earlier time.
    pub fn take_looks(&mut self, looks: &Looks) {
        if let Some(theme) = &looks.theme {
            let known = self.settings.theme_named(theme);
            self.theme = known.unwrap_or(self.theme);
        }
        let has = &mut self.reader.arrangement;
        has.measure = looks
            .measure
            .unwrap_or(has.measure)
            .clamp(MEASURES.0, MEASURES.1);
        has.sidebar = looks.sidebar.unwrap_or(has.sidebar);
        has.compare = looks.compare.unwrap_or(has.compare);
    }

    /// What the reader looks like now is how it began: only what is chosen after that is to be kept.
    pub fn begin(&mut self) {
        self.reader.keeping.began = self.looks();
    }

    pub(in crate::app) fn looks(&self) -> Looks {
        let theme = self.settings.theme_at(self.theme);
        let theme = self.settings.theme_names().nth(theme);
        Looks {
            theme: theme.map(str::to_owned),
            measure: Some(self.reader.arrangement.measure),
            sidebar: Some(self.reader.arrangement.sidebar),
            compare: Some(self.reader.arrangement.compare),
        }
    }

    /// The looks that were chosen since the reader began, or since they were last given out.
    pub(in crate::app) fn chosen_looks(&self) -> Looks {
        fn chosen<T: PartialEq>(now: Option<T>, began: Option<&T>) -> Option<T> {
            now.filter(|now| began != Some(now))
        }
        let (now, began) = (self.looks(), &self.reader.keeping.began);
        Looks {
            theme: chosen(now.theme, began.theme.as_ref()),
            measure: chosen(now.measure, began.measure.as_ref()),
            sidebar: chosen(now.sidebar, began.sidebar.as_ref()),
            compare: chosen(now.compare, began.compare.as_ref()),
        }
    }

    /// Says where the reader goes on, once that shows.
    pub(in crate::app) fn tell_resumed(&mut self) {
        if self.reader.size != Size::default() && self.reader.keeping.resumes == Resumes::Untold {
            self.reader.keeping.resumes = Resumes::Told;
            let address = self.words.address(&self.reader.letter, self.reader.here());
            self.notice = Some(self.words.marks.resumed.replace("{}", &address));
        }
    }

    /// To the start of the letter where the reader still says that this leads there; whether it did.
    pub(in crate::app) fn begins_anew(&mut self) -> bool {
        let begins = self.reader.keeping.resumes == Resumes::Told;
        if begins {
            self.go_to_number(0);
        }
        begins
    }
}
