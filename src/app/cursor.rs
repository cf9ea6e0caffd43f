//! Where one is in a list: which row is chosen, which rows show around it, and which one is pressed.

use super::geometry::Area;
use crate::keys::{act::Act, parts::Turn};
use std::ops::Range;

/// Where the mouse was pressed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pressed {
    pub(super) column: u16,
    pub(super) row: u16,
    /// What the hint does that stood there then: what shows in the footer may be other when it is released.
    pub(super) hint: Option<Act>,
}

/// How many rows a notch of the wheel goes on where there are many.
pub(super) const NOTCH: usize = 3;

/// The row that stands so many behind (or before) another in a list of so many rows; the ends hold.
pub(super) fn moved(from: usize, turn: Turn, by: usize, count: usize) -> usize {
    match turn {
        Turn::On => from.saturating_add(by).min(count.saturating_sub(1)),
        Turn::Back => from.saturating_sub(by),
    }
}

/// What stands next to one of so many, by index; behind the last comes the first.
pub(super) const fn around(from: usize, turn: Turn, count: usize) -> usize {
    match turn {
        Turn::On => (from + 1) % count,
        Turn::Back => (from + count - 1) % count,
    }
}

/// How many rows a page of a list goes on: one less than show, so that one row is seen twice.
pub(super) fn page(list: Area) -> usize {
    usize::from(list.height).max(2) - 1
}

/// The row that shows in a cell of a list of so many rows, one of which is chosen.
pub(super) fn pressed(
    list: Area,
    chosen: usize,
    count: usize,
    (column, row): (u16, u16),
) -> Option<usize> {
    if !list.holds(column, row) {
        return None;
    }
    let first = window(chosen, count, usize::from(list.height));
    let at = first + usize::from(row - list.y);
    (at < count).then_some(at)
}

/// The first row of a list of `len` rows to show in `height` rows so that `chosen` shows, in the
/// middle where it can.
#[must_use]
pub fn window(chosen: usize, len: usize, height: usize) -> usize {
    chosen
        .saturating_sub(height / 2)
        .min(len.saturating_sub(height))
}

/// The first row of so many to show in `height` rows so that all of these show, or the first of them where not all
/// fit.
#[must_use]
pub fn window_of(rows: Range<usize>, len: usize, height: usize) -> usize {
    let first = window(rows.start, len, height);
    let least = rows.end.saturating_sub(height).min(rows.start);
    first.max(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_holds_what_is_chosen() {
        for len in 0..40 {
            for height in 1..20 {
                for chosen in 0..len {
                    let first = window(chosen, len, height);
                    assert!(first <= chosen && chosen < first + height);
                }
            }
        }
    }
}
