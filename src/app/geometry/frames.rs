//! Where stands what lies over the text: the finder and the lists, frames in the middle, and boxes in the pane.

use super::{Area, FLAT, Size, percent};

/// The regions of the finder, which takes the place of the panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FinderRegions {
    /// The whole of it.
    pub frame: Area,
    /// The line in which the query is typed.
    pub prompt: Area,
    /// The kinds to choose from.
    pub kinds: Area,
    /// The list of matches.
    pub list: Area,
    /// The preview, if there is room for it.
    pub preview: Option<Area>,
}

/// The regions of the finder on a screen of this size.
#[must_use]
pub fn finder(size: Size) -> FinderRegions {
    let ruled = u16::from(size.rows >= FLAT);
    let frame = Area {
        x: 0,
        y: 1 + ruled,
        width: size.columns,
        height: size.rows.saturating_sub(2 + 2 * ruled),
    };
    let inside = frame.inner(1, 0);
    let line = |row: u16| Area {
        y: inside.y + row,
        height: 1.min(inside.height.saturating_sub(row)),
        ..inside
    };
    let above = if ruled == 1 { 3 } else { 2 };
    let body = Area {
        y: inside.y + above,
        height: inside.height.saturating_sub(above),
        ..inside
    };
    let (list, preview) = if size.rows < 16 {
        (body, None)
    } else if size.columns >= 90 {
        let width = percent(55, body.width);
        let right = Area {
            x: body.x + width + 3,
            width: body.width.saturating_sub(width + 4),
            ..body
        };
        (Area { width, ..body }, Some(right))
    } else {
        let height = percent(55, body.height);
        let below = Area {
            y: body.y + height + 1,
            height: body.height - height - 1,
            ..body
        };
        (Area { height, ..body }, Some(below))
    };
    FinderRegions {
        frame,
        prompt: line(0),
        kinds: line(1),
        list,
        preview,
    }
}

/// The rows of the list of what a search found: as wide as the finder, without a preview.
#[must_use]
pub fn list(size: Size) -> Area {
    let at = finder(size);
    let y = at.prompt.y + 2;
    Area {
        x: at.prompt.x,
        y,
        width: at.prompt.width,
        height: at.frame.bottom().saturating_sub(y),
    }
}

/// The frame of a card or the help: centred, at most this large.
#[must_use]
pub fn overlay(size: Size, width: u16, height: u16) -> Area {
    let width = width.min(size.columns);
    let height = height.min(size.rows);
    Area {
        x: (size.columns - width) / 2,
        y: (size.rows - height) / 2,
        width,
        height,
    }
}

/// The widest that a card is, in cells: as the text with its gutter.
pub(in crate::app) const WIDEST: u16 = 92;

/// A frame in a pane around so many lines, at the end of the pane that leaves this row of it in view; at its top
/// where that is none.
pub(in crate::app) fn frame(pane: Area, lines: usize, row: Option<usize>) -> Area {
    let width = WIDEST.min(pane.width);
    let height = u16::try_from(lines + 2)
        .unwrap_or(u16::MAX)
        .min(pane.height);
    let high = row.is_some_and(|row| row < usize::from(pane.height / 2));
    Area {
        x: pane.x + (pane.width - width) / 2,
        y: if high { pane.bottom() - height } else { pane.y },
        width,
        height,
    }
}
