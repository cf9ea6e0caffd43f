//! The rows of paragraphs as they are wrapped and kept, and what stands where in them.

use super::{
    super::{
        layout::{Edge, Row},
        stretch,
    },
    Flow, KEPT,
    grid::Grid,
    rows::{self, Piece},
    run::past_aside,
    shown::Spot,
};
use crate::letter::{Kind, Letter};

impl Flow {
    /// How wide the column of a paragraph is.
    fn width_of(&self, letter: &Letter, paragraph: usize) -> usize {
        match self.apart {
            Some(width) if past_aside(letter, paragraph) != paragraph => width,
            _ => self.width,
        }
    }

    /// All rows of one paragraph, each with what stands where in it.
    pub fn rows_of(&mut self, letter: &Letter, paragraph: usize) -> Vec<(Row, Vec<Piece>)> {
        let mut rows = Vec::new();
        for stretch in 0..=stretch::last(letter.paragraph(paragraph)) {
            let row = 0;
            rows.extend_from_slice(self.rows(
                letter,
                Spot {
                    paragraph,
                    stretch,
                    row,
                },
            ));
        }
        let pieces = |row| self.pieces(letter, paragraph, row).collect();
        rows.into_iter().map(|row| (row, pieces(row))).collect()
    }

    /// What stands where in a row of text that was among those shown.
    pub fn pieces(
        &self,
        letter: &Letter,
        paragraph: usize,
        row: Row,
    ) -> impl Iterator<Item = Piece> {
        let grid = match letter.kind(paragraph) {
            Kind::Row { table, .. } => self.grids.get(&table),
            _ => None,
        };
        let (first, others) = match grid {
            Some(grid) => (None, grid.pieces(letter, paragraph, row)),
            None if self.edge == Edge::Straight => {
                let width = self.width_of(letter, paragraph);
                (None, rows::straight(letter, paragraph, row, width))
            }
            None => rows::pieces(letter, paragraph, row),
        };
        first.into_iter().chain(others)
    }

    fn wrapped(&mut self, letter: &Letter, spot: Spot) -> Vec<Row> {
        let width = self.width_of(letter, spot.paragraph);
        if let Kind::Row { table, .. } = letter.kind(spot.paragraph) {
            let grid = self.grids.entry(table);
            let grid = grid.or_insert_with(|| Grid::of(letter, spot.paragraph, width));
            return grid.rows(letter, spot.paragraph);
        }
        rows::wrap(letter, spot.paragraph, spot.stretch, width, self.hyphens)
    }

    /// The wrapped rows of the stretch that a spot is in, in bytes of the paragraph's text.
    pub(super) fn rows(&mut self, letter: &Letter, spot: Spot) -> &[Row] {
        let key = (spot.paragraph, spot.stretch);
        if !self.kept.contains_key(&key) {
            let rows = self.wrapped(letter, spot);
            if self.held + rows.len() > KEPT {
                self.forget();
            }
            self.held += rows.len();
            self.kept.insert(key, rows);
        }
        &self.kept[&key]
    }
}
