//! What is wrong in a file of settings: where, what, and what would be right.

use crate::letter::in_message;

/// Something in the file that cannot be used; all else in it can.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The line it stands in, counted from 1; none where it is about the file as a whole.
    pub line: Option<usize>,
    sentence: fn(&Sentences) -> &'static str,
    /// What is filled in, by name.
    filled: Vec<(&'static str, String)>,
}

/// What can be wrong, in the words of the interface. A name in braces stands for what is filled in.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // each field says in its language what it says
pub struct Sentences {
    pub line: &'static str,
    pub meant: &'static str,
    pub possible: &'static str,
    pub no_toml: &'static str,
    pub toml_twice: &'static str,
    pub toml_head: &'static str,
    pub toml_list: &'static str,
    pub toml_braces: &'static str,
    pub toml_two_signs: &'static str,
    pub toml_no_sign: &'static str,
    pub toml_no_value: &'static str,
    pub toml_value: &'static str,
    pub toml_quote: &'static str,
    pub toml_backslash: &'static str,
    pub toml_rest: &'static str,
    pub toml_name: &'static str,
    pub toml_sign: &'static str,
    pub toml_deep: &'static str,
    pub toml_number: &'static str,
    pub any_text: &'static str,
    pub no_keys: &'static str,
    pub no_lines: &'static str,
    pub no_setting: &'static str,
    pub no_value: &'static str,
    pub no_mode: &'static str,
    pub no_act: &'static str,
    pub no_key: &'static str,
    pub no_digit: &'static str,
    pub two_acts: &'static str,
    pub taken: &'static str,
    pub no_way_out: &'static str,
    pub no_role: &'static str,
    pub no_colour: &'static str,
}

impl Fault {
    /// What is wrong with a line.
    #[must_use]
    pub fn new(line: usize, sentence: fn(&Sentences) -> &'static str) -> Self {
        Self {
            line: Some(line),
            sentence,
            filled: Vec::new(),
        }
    }

    /// With what a name in the sentence stands for, which the user wrote or is known.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.filled.push((name, in_message(&value.into())));
        self
    }

    /// With what would be right: the known word that is nearest, or all where none is near.
    #[must_use]
    pub fn with_known<'a>(mut self, written: &str, known: impl Iterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.collect();
        let (name, value) = match nearest(written, &known) {
            Some(near) => ("meant", near.to_owned()),
            None => ("possible", known.join(", ")),
        };
        self.filled.push((name, value));
        self
    }

    /// The sentence, with the line it is about in front.
    #[must_use]
    pub fn say(&self, words: &Sentences) -> String {
        let mut values: Vec<(&str, String)> = self.filled.clone();
        for (name, sentence) in [("meant", words.meant), ("possible", words.possible)] {
            let right = self.filled.iter().find(|(known, _)| *known == name);
            if let Some((_, value)) = right {
                values.push(("right", sentence.replace("{}", value)));
            }
        }
        let said = filled((self.sentence)(words), &values);
        match self.line {
            Some(line) => format!("{}: {said}", words.line.replace("{}", &line.to_string())),
            None => said,
        }
    }
}

/// A sentence with its names in braces replaced. What is put in is not looked at again: it may have braces.
fn filled(sentence: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        filled.extend([before, value.map_or("", |(_, value)| value)]);
        rest = after;
    }
    filled + rest
}

/// The known word that a written one is a slip away from, or two in a long one.
fn nearest<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let allowed = if written.chars().count() < 6 { 1 } else { 2 };
    let nearest = known
        .iter()
        .map(|word| (slips(written, word), *word))
        .min()?;
    (nearest.0 <= allowed).then_some(nearest.1)
}

/// How many characters have to be added, left out or replaced to make one word of another (Levenshtein).
fn slips(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (above, a) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = above + 1;
        for (left, b) in other.chars().enumerate() {
            let replaced = corner + usize::from(a != b);
            corner = row[left + 1];
            row[left + 1] = replaced.min(corner + 1).min(row[left] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (one, other, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("meassure", "measure", 1),
            ("teme", "theme", 1),
            ("theme", "theme", 0),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(slips(one, other), expected, "{one} {other}");
            assert_eq!(slips(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn only_what_is_near_is_meant() {
        let known = ["theme", "mouse", "measure"];
        assert_eq!(nearest("teme", &known), Some("theme"));
        assert_eq!(nearest("mesure", &known), Some("measure"));
        assert_eq!(nearest("colour", &known), None);
    }
}
