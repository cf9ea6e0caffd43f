//! Opens what lies over the text, or says why there is nothing to open.

use super::{
    App, Overlay,
    asks::AskCard,
    copy::CopyMenu,
    left_out::LeftOutList,
    message::{Portion, TablePart, Turn},
    overview::{Table, TableMenu},
    themes::Themes,
    timeline::Timeline,
    trail::TrailList,
};

impl App {
    /// Opens the list of themes and goes on to the next.
    pub(super) fn open_themes(&mut self) {
        let mut themes = Themes::over(self.theme);
        let outcome = themes.choose(Turn::On, 1, self.under());
        self.overlay = Some(Overlay::Themes(themes));
        self.apply(outcome);
    }

    /// Opens the timeline at the year that the table of who and when shows; from another table that table first.
    pub(super) fn open_timeline(&mut self) {
        if self.reader.overview.table != Table::When {
            self.show_whens();
            return;
        }
        let shown = self.reader.overview.sheet().kind;
        let rows = self.reader.year_rows();
        let chosen = rows.iter().position(|row| {
            let year = row.year.map_or(0, |year| year as usize);
            Some(year) == shown
        });
        let chosen = chosen.unwrap_or_default();
        self.overlay = Some(Overlay::Timeline(Timeline { chosen }));
    }

    /// Opens the list of the trail at the newest place, or says that there is none yet.
    pub(super) fn open_trail(&mut self) {
        let stops = self.reader.trail();
        if stops.is_empty() {
            self.notice = Some(self.words.trail.none.to_owned());
            return;
        }
        let chosen = stops.len() - 1;
        self.overlay = Some(Overlay::Trail(TrailList { stops, chosen }));
    }

    /// Opens the list of what was left out of the letter, or says that nothing was.
    pub(super) fn open_left_out(&mut self) {
        let rows = self.reader.letter.left_out();
        if rows.is_empty() {
            self.notice = Some(self.words.reader.nothing_left_out.to_owned());
            return;
        }
        self.overlay = Some(Overlay::LeftOut(LeftOutList { rows, chosen: 0 }));
    }

    /// Opens the card of the recommendation that is read; whether it has one.
    pub(super) fn open_asks(&mut self) -> bool {
        let section = self.reader.letter.section_of(self.reader.here());
        let card = AskCard::of(&self.reader, section);
        let has_one = card.is_some();
        if let Some(card) = card {
            self.overlay = Some(Overlay::Asks(card));
        }
        has_one
    }

    /// Opens that card, or says that there is none.
    pub(super) fn show_asks(&mut self) {
        if !self.open_asks() {
            self.notice = Some(self.words.overview.no_asks_here.to_owned());
        }
    }

    /// Opens the menu of what can be copied from here.
    pub(super) fn open_copy(&mut self) {
        let chosen = if self.reader.selection.is_some() {
            Portion::Selection
        } else {
            Portion::Paragraph
        };
        self.overlay = Some(Overlay::Copy(CopyMenu { chosen }));
    }

    /// Opens the menu of what can be copied from the table that shows, where it has a row.
    pub(super) fn open_table_menu(&mut self) {
        let chosen = TablePart::Row;
        if self.reader.chosen_row().is_some() {
            self.overlay = Some(Overlay::TableCopy(TableMenu { chosen }));
        }
    }
}
