//! The timeline by ear: the years one by one, or what one of them holds.

use super::Conversation;
use crate::{
    app::{
        message::{Act, Message},
        overview::Table,
    },
    letter::in_message,
};

impl Conversation {
    /// The years that the letter names and how often, a line each; or the times of one of them.
    pub(super) fn timeline(&mut self, rest: &str) -> String {
        self.act(Act::Timeline);
        while self.app.has_more() {
            self.send(Message::Spare);
        }
        let rows = self.app.reader().year_rows();
        let name = |year: Option<u32>| self.app.year_name(year.map_or(0, |year| year as usize));
        let mut text = String::new();
        if rest.is_empty() {
            for row in &rows {
                text += &self.words[0]
                    .year
                    .replace("{year}", &name(row.year))
                    .replace("{all}", &(row.named + row.running).to_string())
                    .replace("{named}", &row.named.to_string())
                    .replace("{running}", &row.running.to_string());
                text.push('\n');
            }
            if rows.is_empty() {
                text += &[self.app.words().timeline.nothing, "\n"].concat();
            }
        } else if let Some(row) = rows.iter().find(|row| name(row.year) == rest) {
            self.app.show_year(row.year);
            for &id in &self.app.reader().overview.sheet().rows {
                let cells = self.app.row_cells(Table::When, id);
                let full = cells.into_iter().filter(|cell| !cell.is_empty());
                text += &(full.collect::<Vec<_>>().join("; ") + "\n");
            }
        } else {
            text = self.words[0].no_year.replace("{}", &in_message(rest)) + "\n";
        }
        self.act(Act::Close);
        text + self.app.words().when_read_by(&self.app.reader().letter) + ".\n"
    }
}
