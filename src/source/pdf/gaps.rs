//! Text that was set without blanks: words are parted by where the next one starts. Where a file shows blanks, a gap
//! means nothing, as letters may be set apart and words pushed together; where it shows next to none, gaps are all there
//! is.

use super::run::Run;

/// So wide a gap parts words, of the size of the font; letters that are set apart stand closer.
const WIDE: f64 = 0.17;

/// Fewer characters tell nothing.
const LEAST: usize = 200;

/// Of so many characters one at least is a blank in any language that has them.
const BLANK: usize = 40;

/// Whether the text that was shown has as good as no blanks.
pub(super) fn are_all(runs: &[Run]) -> bool {
    let (mut all, mut blanks) = (0, 0);
    for run in runs.iter().filter(|run| !run.artifact) {
        for c in run.text.chars() {
            all += 1;
            blanks += usize::from(c.is_whitespace());
        }
    }
    all >= LEAST && blanks * BLANK < all
}

/// Whether a gap of this width parts words in a font of this size, in the same unit.
pub(super) fn parts(gap: f64, size: f64) -> bool {
    gap > WIDE * size.abs()
}

/// Whether a run that starts here, on the base line `y`, stands apart from the one before it on its line.
pub(super) fn part(before: Option<&Run>, page: usize, [x, y]: [f64; 2], size: f64) -> bool {
    before.is_some_and(|before| {
        let same = before.page == page && (before.y - y).abs() < size * 0.5;
        same && !before.text.ends_with(' ') && parts(x - before.end, size)
    })
}
