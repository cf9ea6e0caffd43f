//! Tables whose cells tabs part, as text copied from a table has them: written with strokes, as the reader of plain text
//! knows tables. A tab is a blank elsewhere.

use super::{
    byte, parts,
    plain::label,
    signed::{is_name, is_office},
};

/// The text with strokes between the cells of its tables, where it has any.
pub(super) fn with_strokes(text: &str) -> Option<String> {
    byte::find(b'\t', text.as_bytes())?;
    let lines: Vec<&str> = text.split('\n').collect();
    let counts: Vec<usize> = lines.iter().map(|line| columns(line)).collect();
    let is_row = |at: usize| {
        let same = |other: Option<&usize>| other == Some(&counts[at]);
        let above = at.checked_sub(1).and_then(|above| counts.get(above));
        counts[at] > 1 && (same(above) || same(counts.get(at + 1)))
    };
    if !(0..lines.len()).any(is_row) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        if is_row(at) {
            out += &["|", &line.trim_end_matches(' ').replace('\t', "|"), "|"].concat();
        } else {
            out += line;
        }
    }
    Some(out)
}

/// How many columns a row has that a line may be; 0 where it is none.
fn columns(line: &str) -> usize {
    if !line.contains('\t') || line.contains('|') {
        return 0;
    }
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let first = cells[0];
    // An item or a heading with its number, and those who sign beside one another.
    let counted = label(&[first, " "].concat()).is_some()
        || first.contains('.') && parts::numbered(&[first, " x"].concat()).is_some();
    let signed = cells.iter().any(|cell| is_office(cell))
        || cells.iter().all(|cell| is_name(cell)) && cells.len() == 2;
    let is_row = filled > 1 && !counted && !signed;
    if is_row { cells.len() } else { 0 }
}
