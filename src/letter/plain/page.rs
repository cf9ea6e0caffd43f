//! What pages and sites leave in a plain text that is none of the letter's: page numbers, feet, and all that
//! stands under its end.

/// Where the letter ends in its running text, in bytes: before its notes and what a site adds.
pub(super) fn end(text: &str) -> usize {
    // What ends a letter is near its end; of much text only so many bytes are searched.
    const TAIL: usize = 400_000;
    let mut from = text.len().saturating_sub(TAIL);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        if ends_a_letter(line.trim()) {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Whether a line is the first of what a site puts under a letter.
fn ends_a_letter(line: &str) -> bool {
    matches!(line, "X Noot" | "XNoot" | "Naar boven")
}

/// Whether a line in the running text is the foot or the head of a page.
pub(super) fn of_a_page(line: &str) -> bool {
    let numbers = ["Pagina ", "P agina "]
        .iter()
        .find_map(|word| line.strip_prefix(word)?.split_once(" van "));
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(page, all)| number(page) && number(all)) || line.starts_with("ISSN 0921")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_ends_before_its_notes_and_what_a_site_adds() {
        for (text, letter) in [
            ("een\ntwee\n", "een\ntwee\n"),
            ("een\n\nX Noot\n1\nZie daar.\n", "een\n\n"),
            ("een\n  XNoot\n1", "een\n"),
            ("een\nNaar boven", "een\n"),
            ("X Noot is een kop", "X Noot is een kop"),
        ] {
            assert_eq!(&text[..end(text)], letter);
        }
    }

    #[test]
    fn feet_of_pages() {
        for line in ["Pagina 1 van 7", "P agina 2 van 7", "ISSN 0921 - 7371"] {
            assert!(of_a_page(line), "{line}");
        }
        for line in [
            "Pagina 3 van het rapport",
            "Pagina",
            "pagina 3",
            "op Pagina 1",
        ] {
            assert!(!of_a_page(line), "{line}");
        }
    }
}
