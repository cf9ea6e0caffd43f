//! Cards: what an entity is and where it stands, or that a note has no text in the source.

use super::{
    App, Hits, Overlay, geometry,
    geometry::Area,
    message::{Act, Reach, Turn},
    reader::Stop,
};
use crate::letter::NoteMark;

/// A card over the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it tells of.
    pub subject: CardSubject,
    /// Which of the entity's mentions is chosen, by index.
    pub chosen: usize,
}

/// What a card tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSubject {
    /// An entity, by index.
    Entity(usize),
    /// A note mark.
    Note(NoteMark),
}

/// Rows of an entity's card above the list of its mentions: border, name, kind, explanation (two),
/// whose explanation it is, a blank, the heading.
pub const ABOVE_LIST: u16 = 8;

/// Rows of a note's card, borders included.
const NOTE_ROWS: u16 = 10;

/// The widest that a card is, in cells.
const WIDEST: u16 = 84;

impl App {
    /// The frame of a card: in the pane of the text, at the end of it that leaves what is under
    /// the cursor in view.
    #[must_use]
    pub fn card_frame(&self, subject: CardSubject) -> Area {
        let height = match subject {
            CardSubject::Entity(entity) => {
                let mentions = u16::try_from(self.mentions.of(entity).len()).unwrap_or(u16::MAX);
                mentions.saturating_add(ABOVE_LIST + 1)
            }
            CardSubject::Note(_) => NOTE_ROWS,
        };
        let main = self.regions().main;
        let height = height.min(main.height);
        let width = WIDEST.min(main.width);
        let row = self.focus.and_then(|span| self.row_of(span.place()));
        let high = row.is_some_and(|row| row < usize::from(main.height / 2));
        let y = if high { main.bottom() - height } else { main.y };
        Area {
            x: main.x + (main.width - width) / 2,
            y,
            width,
            height,
        }
    }

    /// The rows in which a card lists mentions.
    #[must_use]
    pub fn card_list(&self, subject: CardSubject) -> Area {
        let inside = self.card_frame(subject).inner(2, 1);
        let above = (ABOVE_LIST - 1).min(inside.height);
        Area {
            y: inside.y + above,
            height: inside.height - above,
            ..inside
        }
    }

    /// Opens the card of what is under the cursor, or of the first thing on the screen that has
    /// one.
    pub(super) fn open_card(&mut self) {
        let Some(stop) = self.under_cursor().or_else(|| self.first_stop_shown()) else {
            self.notice = Some(self.words.reader.no_card.clone());
            return;
        };
        self.focus = Some(stop.span());
        let (subject, chosen) = match stop {
            Stop::Mention(mention) => {
                let at = self
                    .mentions
                    .of(mention.entity)
                    .position(|span| span == mention.span);
                (CardSubject::Entity(mention.entity), at.unwrap_or_default())
            }
            Stop::Note(mark) => (CardSubject::Note(mark), 0),
        };
        self.overlay = Some(Overlay::Card(Card { subject, chosen }));
    }

    pub(super) fn card_act(&mut self, act: Act) {
        match act {
            Act::Choose(turn, Reach::Row) => self.choose_in_card(turn, 1),
            Act::Choose(turn, _) => self.choose_in_card(turn, 10),
            Act::Accept => self.accept_card(),
            Act::Close => self.overlay = None,
            _ => {}
        }
    }

    pub(super) fn choose_in_card(&mut self, turn: Turn, rows: usize) {
        let Some(Overlay::Card(card)) = &mut self.overlay else {
            return;
        };
        let CardSubject::Entity(entity) = card.subject else {
            return;
        };
        let last = self.mentions.of(entity).len().saturating_sub(1);
        card.chosen = match turn {
            Turn::On => (card.chosen + rows).min(last),
            Turn::Back => card.chosen.saturating_sub(rows),
        };
    }

    /// Jumps to the mention that is chosen in the card and closes it.
    fn accept_card(&mut self) {
        let Some(Overlay::Card(card)) = self.overlay.take() else {
            return;
        };
        let CardSubject::Entity(entity) = card.subject else {
            return;
        };
        let spans: Vec<_> = self.mentions.of(entity).collect();
        let Some(&span) = spans.get(card.chosen) else {
            return;
        };
        if self.focus != Some(span) {
            self.jump_to(span);
        }
        self.hits = Some(Hits {
            name: self.short_name(entity),
            spans,
            at: card.chosen,
        });
        self.tell_hit(false);
    }

    pub(super) fn press_card(&mut self, column: u16, row: u16) {
        let Some(Overlay::Card(Card { subject, chosen })) = self.overlay else {
            return;
        };
        let rows = self.card_list(subject);
        if let (CardSubject::Entity(entity), true) = (subject, rows.holds(column, row)) {
            let count = self.mentions.of(entity).len();
            let first = geometry::window(chosen, count, usize::from(rows.height));
            let pressed = first + usize::from(row - rows.y);
            if pressed < count {
                self.overlay = Some(Overlay::Card(Card {
                    subject,
                    chosen: pressed,
                }));
                self.accept_card();
            }
        } else if !self.card_frame(subject).holds(column, row) {
            self.overlay = None;
        }
    }
}
