//! Numbers in sentences: with each its word for one and for more.

/// A sentence with a number filled in: `{notes}` is the number, `{notes:notitie|notities}` the word that fits it.
#[must_use]
pub fn counted(sentence: &str, name: &str, count: usize) -> String {
    let mut told = sentence.replace(&format!("{{{name}}}"), &count.to_string());
    let start = format!("{{{name}:");
    while let Some(at) = told.find(&start) {
        let rest = &told[at + start.len()..];
        let (words, behind) = rest.split_once('}').unwrap_or((rest, ""));
        let (one, more) = words.split_once('|').unwrap_or((words, words));
        let word = if count == 1 { one } else { more };
        told = [&told[..at], word, behind].concat();
    }
    told
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn a_number_has_the_word_that_fits_it() {
        let sentence = "{notes} {notes:notitie|notities} en {there}; {notes:is|zijn} er";
        for (count, told) in [
            (0, "0 notities en {there}; zijn er"),
            (1, "1 notitie en {there}; is er"),
            (2, "2 notities en {there}; zijn er"),
        ] {
            assert_eq!(counted(sentence, "notes", count), told);
        }
    }
}
