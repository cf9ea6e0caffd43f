//! What the reader looked like and where it was: taken over at the start, given out where it was chosen.

use crate::{
    app::{
        App,
        geometry::{MEASURES, Size},
        kept::Looks,
    },
    built_in::THEMES,
    letter::Place,
    reading::flow::Flow,
};

impl App {
    pub(in crate::app) fn take_looks(&mut self, looks: &Looks) {
        if let Some(theme) = &looks.theme {
            let known = THEMES.iter().position(|(name, _)| name == theme);
            self.theme = known.unwrap_or(self.theme);
        }
        let has = &mut self.arrangement;
        has.measure = looks
            .measure
            .unwrap_or(has.measure)
            .clamp(MEASURES.0, MEASURES.1);
        has.sidebar = looks.sidebar.unwrap_or(has.sidebar);
        has.compare = looks.compare.unwrap_or(has.compare);
    }

    /// What the reader looks like from now on is how it began: only what is chosen after that is kept.
    pub fn begin(&mut self) {
        self.keeping.began = self.looks();
    }

    pub(in crate::app) fn looks(&self) -> Looks {
        let (theme, _) = THEMES[self.theme % THEMES.len()];
        Looks {
            theme: Some(theme.to_owned()),
            measure: Some(self.arrangement.measure),
            sidebar: Some(self.arrangement.sidebar),
            compare: Some(self.arrangement.compare),
            ..Looks::default()
        }
    }

    /// The looks that were chosen, at some time since the reader began.
    pub(in crate::app) fn chosen_looks(&self) -> Looks {
        fn chosen<T: PartialEq>(
            now: Option<T>,
            began: Option<&T>,
            before: Option<&T>,
        ) -> Option<T> {
            now.filter(|now| before.is_some() || began != Some(now))
        }
        let (now, began, before) = (self.looks(), &self.keeping.began, &self.keeping.chosen);
        Looks {
            theme: chosen(now.theme, began.theme.as_ref(), before.theme.as_ref()),
            measure: chosen(now.measure, began.measure.as_ref(), before.measure.as_ref()),
            sidebar: chosen(now.sidebar, began.sidebar.as_ref(), before.sidebar.as_ref()),
            compare: chosen(now.compare, began.compare.as_ref(), before.compare.as_ref()),
            ..Looks::default()
        }
    }

    /// Goes on where the reader was, as far as that is still known.
    pub fn resume(&mut self) {
        if let Some(place) = self.keeping.place {
            self.show_at(place);
            self.keeping.resumes = true;
        }
    }

    /// Says where the reader goes on, once that shows.
    pub(in crate::app) fn tell_resumed(&mut self) {
        if self.size != Size::default() && std::mem::take(&mut self.keeping.resumes) {
            let address = self.words.address(&self.letter, self.here());
            let says = self.words.marks.resumed.replace("{}", &address);
            self.say_at_start(&says);
        }
    }

    /// The place to go on from; nothing at the start of the letter. Before anything shows it is the one that
    /// is kept.
    pub(in crate::app) fn resumable(&self) -> Option<Place> {
        if self.size == Size::default() {
            return self.keeping.place;
        }
        let first = Flow::first_top(&self.letter, &self.letter.sections()[0]);
        Some(self.place()).filter(|place| *place != first.place)
    }
}
