//! Stems: what the forms of a Dutch word have in common.
//!
//! A few rules, no list of words: rather two forms are kept apart than two words taken for one. English
//! words come through nearly as they are.

/// The fewest letters that are left of a word.
const LEFT: usize = 4;

/// What the forms of a folded word have in common: plural, inflection and the commonest endings of verbs
/// and of nouns made from them are taken off, and what an ending changes in spelling is undone. It need
/// not be a word. Rather two forms are kept apart than two words taken for one.
pub(super) fn stem(folded: &str) -> String {
    let folded = match folded.strip_suffix("heden") {
        Some(start) => &[start, "heid"].concat(),
        None => folded,
    };
    let mut stem: Vec<char> = folded.chars().collect();
    while let Some(left) = shorter(&stem) {
        stem.truncate(left);
        even(&mut stem);
    }
    even(&mut stem);
    stem.into_iter().collect()
}

/// How many letters a word has without its last ending.
fn shorter(word: &[char]) -> Option<usize> {
    // Endings with the fewest letters they leave; the first that fits is taken off.
    const ENDINGS: [(&str, usize); 8] = [
        ("heid", 5),
        ("ingen", 5),
        ("ing", 5),
        ("en", LEFT),
        ("e", LEFT),
        ("s", LEFT),
        ("d", 6),
        ("t", 5),
    ];
    ENDINGS.iter().find_map(|(ending, least)| {
        let left = word.len().checked_sub(ending.len())?;
        let ends = word[left..].iter().copied().eq(ending.chars());
        let fits = ends && left >= *least && comes_off(&word[..left], ending);
        fits.then_some(left)
    })
}

/// Whether what stands before an ending may stand there: `ambassade·s`, not `proce·s`.
fn comes_off(before: &[char], ending: &str) -> bool {
    let after = |ends: &[&str]| {
        ends.iter().any(|end| {
            let start = before.len().checked_sub(end.len());
            start.is_some_and(|start| before[start..].iter().copied().eq(end.chars()))
        })
    };
    match ending {
        "s" => after(&[
            "er", "el", "em", "en", "or", "ie", "ade", "a", "o", "ing", "uze",
        ]),
        "d" => after(&["m", "er", "el", "g"]),
        "t" => after(&["m", "k", "p", "n", "r", "l", "f", "g"]),
        _ => true,
    }
}

/// Undoes what an ending does to the letters before it: `gestelde` and `gestel`, `landen` and `land`,
/// `keuze` and `keus`, `scholen` and `school`.
fn even(stem: &mut Vec<char>) {
    let [.., before, last] = stem[..] else { return };
    if before == last {
        stem.pop();
        return;
    }
    if let Some(last) = stem.last_mut() {
        *last = match *last {
            'v' => 'f',
            'z' => 's',
            other => other,
        };
    }
    let count = stem.len();
    if count > LEFT && stem[count - 2] == stem[count - 3] && "aeou".contains(stem[count - 2]) {
        stem.remove(count - 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for forms in [
            &[
                "beschermen",
                "beschermt",
                "beschermd",
                "bescherming",
                "beschermingen",
            ][..],
            &["versterken", "versterkt", "versterking"],
            &["bevorderen", "bevordert", "bevorderd", "bevordering"],
            &["vrijheid", "vrijheden"],
            &["maatschappelijk", "maatschappelijke"],
            &["politiek", "politieke"],
            &["europees", "europese"],
            &["multilateraal", "multilaterale"],
            &["recht", "rechten"],
            &["ambassade", "ambassades"],
            &["initiatief", "initiatieven"],
            &["keuze", "keuzes", "keuzen"],
            &["proces", "processen"],
            &["school", "scholen"],
            &["mens", "mensen"],
            &["resolutie", "resoluties"],
            &["beginsel", "beginselen"],
            &["donor", "donoren", "donors"],
            &["innoveer", "innoveert", "innoveren"],
            &["draag", "draagt", "dragen"],
            &["actief", "actieve"],
            &["veilig", "veilige", "veiligheid"],
            &["idee", "ideeen"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form} and {}", forms[0]);
            }
        }
    }

    #[test]
    fn different_words_have_different_stems() {
        for (one, other) in [
            ("politie", "politiek"),
            ("vrij", "vrijheid"),
            ("diplomatie", "diplomatiek"),
            ("belang", "belangrijk"),
            ("europa", "europese"),
            ("mensen", "mening"),
            ("over", "overheid"),
            ("ruim", "ruimte"),
            ("markt", "merk"),
            ("project", "proces"),
            ("burger", "burgerlijk"),
            ("organisatie", "organiseren"),
            ("recht", "richting"),
        ] {
            assert_ne!(stem(one), stem(other), "{one} and {other}");
        }
    }

    #[test]
    fn any_word_has_a_stem_and_a_stem_is_its_own() {
        for word in ["", "e", "en", "日本語", "heidheid", "ingen"] {
            let stem = stem(word);
            assert!(stem.is_empty() == word.is_empty());
            assert_eq!(super::stem(&stem), stem, "{word}");
        }
        let letter = crate::letter::embedded();
        for paragraph in 0..letter.paragraphs().len() {
            for word in letter
                .paragraph(paragraph)
                .split(|c: char| !c.is_alphabetic())
            {
                let stem = stem(&crate::text::fold::fold(word));
                assert_eq!(super::stem(&stem), stem, "{word}");
            }
        }
    }
}
