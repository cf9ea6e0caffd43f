//! Abbreviations that are typed with dots between their letters (`E.U.`, `A.I.V.`), as letters without them.

use std::borrow::Cow;

/// A text in which letters with a dot between each two have none: `M.R.F.` is `MRF`. One letter with a dot is an
/// initial, and stays.
#[must_use]
pub fn undotted(text: &str) -> Cow<'_, str> {
    if !text.contains('.') {
        return Cow::Borrowed(text);
    }
    let pieces = text.split_inclusive(char::is_whitespace);
    Cow::Owned(
        pieces
            .map(|piece| of_piece(piece).unwrap_or_else(|| piece.to_owned()))
            .collect(),
    )
}

/// A piece between spaces without the dots of its abbreviation, with the signs around it; none where it has none.
fn of_piece(piece: &str) -> Option<String> {
    let is_around = |c: char| !c.is_alphanumeric();
    let start = piece.len() - piece.trim_start_matches(is_around).len();
    let rest = &piece[start..];
    let end = start
        + rest
            .find(|c: char| !c.is_alphanumeric() && c != '.')
            .unwrap_or(rest.len());
    let letters: Vec<&str> = piece[start..end].trim_end_matches('.').split('.').collect();
    let are_single = letters.iter().all(|one| {
        let mut chars = one.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    });
    (letters.len() > 1 && are_single)
        .then(|| [&piece[..start], &letters.concat(), &piece[end..]].concat())
}

#[cfg(test)]
mod tests {
    use super::undotted;

    #[test]
    fn letters_with_dots_between_are_an_abbreviation() {
        for (typed, plain) in [
            ("E.U.", "EU"),
            ("de A.I.V., (v.n.)", "de AIV, (vn)"),
            ("E.K.V.’s", "EKV’s"),
            ("R.v.E", "RvE"),
            ("D. van Weel", "D. van Weel"),
            ("art. 3.2 nr. 9.", "art. 3.2 nr. 9."),
            ("www.oeso.org ... .", "www.oeso.org ... ."),
            ("dit. Dat", "dit. Dat"),
        ] {
            assert_eq!(undotted(typed), plain, "{typed}");
        }
    }
}
