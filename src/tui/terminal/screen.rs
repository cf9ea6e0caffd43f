//! The screen of a terminal: what shows on it, and the fewest bytes that make it show the next frame.
//!
//! Where the text was scrolled nearly all cells differ, though the terminal can move the rows itself
//! and needs but the new one. So the rows of the pane that scrolls are looked up in what shows, and
//! moved by the terminal where more of them stay than come; only what still differs is sent, in one
//! write. A frame like the one before it sends nothing.
//!
//! This takes the place of ratatui's `Terminal`, which compares two frames more and cannot scroll: a
//! key would take twice the time and four times the bytes.

use super::{
    ansi::{CellWriter, Row},
    packed::{LongSymbols, PackedCell, write_number},
};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
};
use std::{
    io::{self, Write},
    ops::Range,
};

/// So many rows tell how far the text has moved.
const KNOWN_BY: usize = 3;

/// A terminal may wait with showing what follows until [`SHOW`], so that nobody sees rows that have
/// moved and a sidebar that has not come back yet.
const HOLD: &[u8] = b"\x1b[?2026h";

/// The frame is whole.
const SHOW: &[u8] = b"\x1b[?2026l";

/// The bytes that the frames of most screens fit in.
const FRAME: usize = 8192;

/// The screen of a terminal.
#[derive(Debug)]
pub struct Screen<W> {
    to: W,
    /// The bytes of a frame, until it is whole.
    frame: Vec<u8>,
    /// What is drawn on; between frames, what shows.
    drawn: Buffer,
    /// What shows, row by row; nothing behind a frame that was drawn whole. To have it made up only for
    /// the next frame lets the first one come sooner.
    shown: Vec<PackedCell>,
    /// What is to show.
    wanted: Vec<PackedCell>,
    /// An empty row.
    blank: Vec<PackedCell>,
    long: LongSymbols,
    /// Where the terminal's cursor shows.
    cursor: Option<Position>,
    /// Whether the next frame is drawn whole.
    anew: bool,
}

/// How far rows have moved up, or down where it is less than nothing.
type Shift = isize;

impl<W: Write> Screen<W> {
    /// A screen of no size yet; frames are written to `to`, each in one write.
    pub fn new(to: W) -> Self {
        Self {
            to,
            frame: Vec::with_capacity(FRAME),
            drawn: Buffer::empty(Rect::ZERO),
            shown: Vec::new(),
            wanted: Vec::new(),
            blank: Vec::new(),
            long: LongSymbols::default(),
            cursor: None,
            anew: true,
        }
    }

    /// Where frames go.
    pub const fn output(&mut self) -> &mut W {
        &mut self.to
    }

    /// Empties the screen, so that the next frame is drawn whole.
    pub fn clear(&mut self) {
        self.anew = true;
    }

    /// Shows what `draw` puts into an empty frame of this size in cells, with the cursor where it says. In
    /// the pane it names rows move when the reader scrolls.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn show(
        &mut self,
        size: Size,
        pane: Rect,
        draw: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, size));
        let anew = std::mem::take(&mut self.anew) || self.drawn.area != area;
        if anew {
            self.frame.extend_from_slice(b"\x1b[?25l\x1b[m\x1b[2J");
            self.cursor = None;
            self.long = LongSymbols::default();
            self.shown.clear();
        } else if self.shown.is_empty() {
            pack(&self.drawn.content, &mut self.long, &mut self.shown);
        }
        if self.drawn.area == area {
            self.drawn.reset();
        } else {
            self.drawn = Buffer::empty(area);
            self.blank = vec![PackedCell::BLANK; usize::from(area.width)];
        }
        let cursor = draw(&mut self.drawn);
        let moved = if anew {
            self.draw_whole();
            true
        } else {
            pack(&self.drawn.content, &mut self.long, &mut self.wanted);
            let moved = self.draw_changes(pane.intersection(area));
            std::mem::swap(&mut self.shown, &mut self.wanted);
            moved
        };
        self.draw_cursor(cursor, moved);
        self.flush()
    }

    /// Puts all that is drawn into the frame, for a screen that is empty.
    fn draw_whole(&mut self) {
        let mut writer = CellWriter::new(&mut self.frame, None);
        let width = self.blank.len().max(1);
        for (y, cells) in self.drawn.content.chunks(width).enumerate() {
            pack(cells, &mut self.long, &mut self.wanted);
            let packed = &self.wanted;
            writer.row(&self.blank, Row { packed, cells, y });
        }
        writer.lift();
    }

    /// How far the rows of the pane have moved: where those in its middle stood before tells it. It pays
    /// where more rows stay than come.
    fn shift(&self, rows: &Range<usize>, columns: &Range<usize>) -> Option<Shift> {
        if columns.is_empty() {
            return None;
        }
        let width = self.blank.len();
        let words = |row: usize| &row_of(&self.wanted, width, row)[columns.clone()];
        let stood = |row: usize| &row_of(&self.shown, width, row)[columns.clone()];
        let middle = rows.start.midpoint(rows.end);
        let first = (middle..rows.end).find(|row| !words(*row).iter().all(|it| it.is_blank()))?;
        let known = first..rows.end.min(first + KNOWN_BY);
        let shift = rows.clone().find_map(|before| {
            let shift = before.cast_signed() - first.cast_signed();
            let same = |row: usize| {
                row.checked_add_signed(shift)
                    .is_some_and(|before| rows.contains(&before) && words(row) == stood(before))
            };
            known.clone().all(same).then_some(shift)
        })?;
        (shift != 0 && shift.unsigned_abs() < rows.len() / 2).then_some(shift)
    }

    /// Has the terminal move rows, and moves them in what shows. Lines are deleted and inserted within
    /// a scroll region, which consoles know that cannot scroll by more than one. The cursor ends in the
    /// corner, where it is put when the region is the whole screen again.
    fn move_rows(&mut self, rows: &Range<usize>, shift: Shift) {
        let by = shift.unsigned_abs();
        self.sequence(&[rows.start + 1, rows.end], b'r');
        self.sequence(&[rows.start + 1], b'H');
        let letter = if shift > 0 { b'M' } else { b'L' };
        match by {
            1 => self.sequence(&[], letter),
            _ => self.sequence(&[by], letter),
        }
        self.sequence(&[], b'r');
        let width = self.blank.len();
        let cells = &mut self.shown[rows.start * width..rows.end * width];
        let gone = by * width;
        if shift > 0 {
            cells.rotate_left(gone);
            let kept = cells.len() - gone;
            cells[kept..].fill(PackedCell::BLANK);
        } else {
            cells.rotate_right(gone);
            cells[..gone].fill(PackedCell::BLANK);
        }
    }

    fn sequence(&mut self, numbers: &[usize], letter: u8) {
        self.frame.extend_from_slice(b"\x1b[");
        for (index, number) in numbers.iter().enumerate() {
            if index > 0 {
                self.frame.push(b';');
            }
            write_number(*number, &mut self.frame);
        }
        self.frame.push(letter);
    }

    /// Puts what differs from what shows into the frame; says whether that is anything.
    fn draw_changes(&mut self, pane: Rect) -> bool {
        let before = self.frame.len();
        let rows = usize::from(pane.top())..usize::from(pane.bottom());
        let columns = usize::from(pane.left())..usize::from(pane.right());
        let shift = self.shift(&rows, &columns);
        if let Some(shift) = shift {
            self.frame.extend_from_slice(HOLD);
            self.move_rows(&rows, shift);
        }
        let width = self.blank.len();
        let mut writer = CellWriter::new(&mut self.frame, shift.map(|_| (0, 0)));
        for y in 0..usize::from(self.drawn.area.height) {
            let row = Row {
                packed: row_of(&self.wanted, width, y),
                cells: row_of(&self.drawn.content, width, y),
                y,
            };
            writer.row(row_of(&self.shown, width, y), row);
        }
        writer.lift();
        if shift.is_some() {
            self.frame.extend_from_slice(SHOW);
        }
        self.frame.len() > before
    }

    /// Moves the cursor, or shows or hides it. What was drawn has moved it.
    fn draw_cursor(&mut self, wanted: Option<Position>, moved: bool) {
        match (self.cursor, wanted) {
            (Some(_), None) => self.frame.extend_from_slice(b"\x1b[?25l"),
            (from, Some(to)) if moved || from != Some(to) => {
                self.sequence(&[usize::from(to.y) + 1, usize::from(to.x) + 1], b'H');
                if from.is_none() {
                    self.frame.extend_from_slice(b"\x1b[?25h");
                }
            }
            _ => {}
        }
        self.cursor = wanted;
    }
}

/// Puts what cells show in the place of what was there.
fn pack(cells: &[Cell], long: &mut LongSymbols, into: &mut Vec<PackedCell>) {
    into.clear();
    into.extend(cells.iter().map(|cell| PackedCell::of(cell, long)));
}

fn row_of<T>(cells: &[T], width: usize, row: usize) -> &[T] {
    &cells[row * width..(row + 1) * width]
}

/// What is written beside a frame: in front of it what readies the terminal, behind it links. It may move
/// the cursor, but changes no cell.
impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let written = self.to.write_all(&self.frame);
        self.frame.clear();
        written.and_then(|()| self.to.flush())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;
    use ratatui::style::{Color, Modifier, Style};

    const AREA: Rect = Rect::new(0, 0, 48, 16);
    const PANE: Rect = Rect::new(13, 2, 33, 12);

    fn style(random: &mut Random) -> Style {
        const COLOURS: [Color; 5] = [
            Color::Reset,
            Color::Cyan,
            Color::LightRed,
            Color::Indexed(123),
            Color::Rgb(1, 22, 233),
        ];
        const FIRST: [Modifier; 3] = [Modifier::empty(), Modifier::BOLD, Modifier::DIM];
        const SECOND: [Modifier; 3] = [Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
        if random.one_in(2) {
            return Style::new();
        }
        Style::new()
            .fg(random.pick(&COLOURS))
            .bg(random.pick(&COLOURS))
            .add_modifier(random.pick(&FIRST))
            .add_modifier(random.pick(&SECOND))
    }

    fn words(random: &mut Random) -> String {
        const WORDS: [&str; 8] = [
            "ruimte ",
            "de ",
            "  ",
            "             ",
            "één ",
            "日本 ",
            "▎",
            "2025/26 ",
        ];
        (0..random.below(8)).map(|_| random.pick(&WORDS)).collect()
    }

    /// What a screen is made of: rows of the sidebar, and many more rows of text than show.
    struct Sight {
        side: Vec<(String, Style)>,
        text: Vec<(String, Style)>,
        top: u16,
    }

    impl Sight {
        fn some(random: &mut Random) -> Self {
            let rows = |random: &mut Random, count: u16| {
                (0..count).map(|_| (words(random), style(random))).collect()
            };
            Self {
                side: rows(random, AREA.height),
                text: rows(random, 60),
                top: random.to(39),
            }
        }

        fn change(&mut self, random: &mut Random) {
            let side = random.below(self.side.len());
            let text = random.below(self.text.len());
            match random.below(8) {
                0 => *self = Self::some(random),
                1 => self.side[side] = (words(random), style(random)),
                2 => self.text[text] = (words(random), style(random)),
                3 => self.top = random.to(47),
                4 | 5 => self.top = self.top.saturating_sub(random.to(3)),
                _ => self.top = (self.top + random.to(3)).min(47),
            }
        }

        fn draw(&self, buffer: &mut Buffer) {
            for (y, (words, style)) in (0..).zip(&self.side) {
                buffer.set_stringn(0, y, words, 12, *style);
            }
            let shown = &self.text[usize::from(self.top)..];
            for (y, (words, style)) in (PANE.y..PANE.bottom()).zip(shown) {
                buffer.set_stringn(PANE.x, y, words, usize::from(PANE.width), *style);
            }
        }
    }

    fn colour(of: vt100::Color) -> Color {
        match of {
            vt100::Color::Default => Color::Reset,
            vt100::Color::Idx(6) => Color::Cyan,
            vt100::Color::Idx(9) => Color::LightRed,
            vt100::Color::Idx(index) => Color::Indexed(index),
            vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
        }
    }

    /// What a terminal shows, as the buffer it was to show.
    fn seen(terminal: &vt100::Screen) -> Buffer {
        let mut buffer = Buffer::empty(AREA);
        for y in 0..AREA.height {
            for x in 0..AREA.width {
                let cell = terminal.cell(y, x).unwrap();
                let mut modifier = Modifier::empty();
                modifier.set(Modifier::BOLD, cell.bold());
                modifier.set(Modifier::DIM, cell.dim());
                modifier.set(Modifier::ITALIC, cell.italic());
                modifier.set(Modifier::UNDERLINED, cell.underline());
                modifier.set(Modifier::REVERSED, cell.inverse());
                let style = Style::new()
                    .fg(colour(cell.fgcolor()))
                    .bg(colour(cell.bgcolor()))
                    .add_modifier(modifier);
                let symbol = match cell.contents() {
                    "" => " ",
                    symbol => symbol,
                };
                buffer[(x, y)].set_symbol(symbol).set_style(style);
                if cell.is_wide_continuation() {
                    buffer[(x, y)].reset();
                }
            }
        }
        buffer
    }

    #[test]
    fn after_any_frames_the_terminal_shows_the_last() {
        let mut random = Random(1);
        let mut moved = 0;
        for round in 0..40 {
            let mut screen = Screen::new(vt100::Parser::new(
                AREA.height.try_into().unwrap(),
                AREA.width.try_into().unwrap(),
                0,
            ));
            let mut sight = Sight::some(&mut random);
            for step in 0..60 {
                let mut wanted = Buffer::empty(AREA);
                sight.draw(&mut wanted);
                let cursor = random.one_in(2).then(|| Position::new(step % 40, 3));
                let size = AREA.as_size();
                screen
                    .show(size, PANE, |buffer| {
                        sight.draw(buffer);
                        cursor
                    })
                    .unwrap();
                let terminal = screen.to.screen();
                for (seen, wanted) in seen(terminal).content.iter().zip(&wanted.content) {
                    // In which colour a blank would be written, nobody sees.
                    let [shows, is_to] = [seen, wanted]
                        .map(|cell| PackedCell::of(cell, &mut LongSymbols::default()));
                    assert_eq!(shows, is_to, "{seen:?} for {wanted:?}, {step} of {round}");
                }
                assert_eq!(terminal.hide_cursor(), cursor.is_none());
                if let Some(Position { x, y }) = cursor {
                    assert_eq!(terminal.cursor_position(), (y, x));
                }
                let before = sight.top;
                sight.change(&mut random);
                moved += u32::from(before != sight.top);
                if random.one_in(20) {
                    screen.clear();
                }
            }
        }
        assert!(moved > 500, "rows moved in {moved} frames only");
    }

    #[test]
    fn a_pane_may_lie_outside_a_small_screen() {
        for (width, height) in [(1, 1), (9, 9), (48, 2), (13, 16)] {
            let mut screen = Screen::new(Vec::new());
            for text in ["een", "twee"] {
                let draw = |buffer: &mut Buffer| {
                    buffer.set_stringn(0, 0, text, usize::from(width), Style::new());
                    None
                };
                let size = Size::new(width, height);
                screen.show(size, PANE, draw).unwrap();
            }
        }
    }

    /// Counts what is written to it.
    #[derive(Default)]
    struct Counted(usize, usize);

    impl Write for Counted {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += 1;
            self.1 += bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_frame_is_one_write_and_the_same_frame_none() {
        let mut screen = Screen::new(Counted::default());
        let size = AREA.as_size();
        let rows: Vec<String> = (0..40)
            .map(|row| format!("{row} woorden").repeat(3))
            .collect();
        let mut show = |top: usize| {
            let draw = |buffer: &mut Buffer| {
                for (y, row) in (PANE.y..PANE.bottom()).zip(&rows[top..]) {
                    buffer.set_stringn(PANE.x, y, row, usize::from(PANE.width), Style::new());
                }
                None
            };
            let Counted(writes, bytes) = screen.to;
            screen.show(size, PANE, draw).unwrap();
            (screen.to.0 - writes, screen.to.1 - bytes)
        };
        let (writes, whole) = show(0);
        assert_eq!((writes, show(0)), (1, (0, 0)));
        for (top, least) in [(1, 5), (3, 3), (0, 3), (30, 1)] {
            let (writes, bytes) = show(top);
            assert_eq!(writes, 1);
            assert!(bytes * least < whole * 2, "{bytes} of {whole} for {top}");
        }
    }
}
