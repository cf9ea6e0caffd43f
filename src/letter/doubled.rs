//! Copies with a blank line after every line, as line ends of Windows become that were written twice: the lines go on
//! over the blank ones, and none of those parts paragraphs.

use super::plain::label;

/// So many lines at the start of a text are looked at.
const SAMPLE: usize = 2000;

/// A line of more characters was broken by nobody.
const UNBROKEN: usize = 200;

/// The same text without the blank line after every line; nothing where it is no such copy.
pub(crate) fn single_spaced(text: &str) -> Option<String> {
    is_doubled(text).then(|| single(text))
}

/// A line of fewer characters is not as good as full.
const NARROW: usize = 40;

/// Whether blank lines stand behind nearly all lines, and sentences go on over them as only broken lines do: from a
/// line that is as good as full to one that starts with a small letter.
fn is_doubled(text: &str) -> bool {
    let (mut pairs, mut apart) = (0, 0);
    // Of each line that a single blank one follows on: its width, and whether its sentence goes on.
    let mut widths: Vec<(usize, bool)> = Vec::new();
    let mut before: Option<&str> = None;
    let mut blank = 0;
    for line in text.lines().take(SAMPLE).map(str::trim) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if let Some(before) = before {
            pairs += 1;
            apart += usize::from(blank > 0);
            if blank == 1 {
                widths.push((before.chars().count(), goes_on(before, line)));
            }
        }
        before = Some(line);
        blank = 0;
    }
    widths.sort_unstable();
    // A few lines are wider than the text: of tables, and addresses of sites.
    let widest = widths.len().saturating_sub(1 + widths.len() / 10);
    let width = widths.get(widest).map_or(0, |(width, _)| *width);
    let full = |(own, goes_on): &&(usize, bool)| *goes_on && *own >= NARROW && own * 4 >= width * 3;
    let going_on = widths.iter().filter(full).count();
    width <= UNBROKEN && apart * 10 >= pairs * 9 && going_on >= 3 && going_on * 4 >= pairs
}

/// Whether the next line goes on with the sentence of a line, and neither is part of a list.
fn goes_on(line: &str, next: &str) -> bool {
    next.starts_with(char::is_lowercase)
        && label(next).is_none()
        && !line.ends_with(['.', ':', ';', '?', '!'])
}

/// Takes out the blank lines that were put behind the others: one between two lines, and every second of more.
fn single(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines() {
        if line.trim().is_empty() {
            blank += 1;
            continue;
        }
        single.extend(std::iter::repeat_n('\n', blank / 2));
        blank = 0;
        single.push_str(line);
        single.push('\n');
    }
    single
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str =
        "Het kabinet dankt de raad voor het rapport dat in het voorjaar gepubliceerd
werd en dat ingaat op de ruimte die mensen en hun organisaties in Nederland en
daarbuiten hebben om zich te verenigen en te uiten.

Het kabinet deelt de zorgen over die ruimte en het feit dat er sprake is van een
wereldwijde negatieve spiraal, waarin rechten die juist die ruimte moeten
beschermen steeds vaker geschonden worden.
";

    #[test]
    fn a_blank_line_after_every_line_parts_nothing() {
        let doubled = LETTER.replace('\n', "\n\n");
        assert_eq!(single_spaced(&doubled).as_deref(), Some(LETTER));
        // Where the blank lines of the letter were not written twice, or carry white space.
        let once = doubled.replace("\n\n\n\n", "\n\n\n");
        assert_eq!(single_spaced(&once).as_deref(), Some(LETTER));
        let spaced = LETTER.replace('\n', "\r\n \r\n");
        let read = single_spaced(&spaced).unwrap();
        assert_eq!(read.replace('\r', ""), LETTER);
    }

    #[test]
    fn blank_lines_that_part_paragraphs_stay() {
        let paragraphs = LETTER
            .replace(" \n", " ")
            .replace('\n', " ")
            .replace(". ", ".\n\n");
        let list = "Wij doen het volgende, namelijk:\n\nbrieven korter maken\n\nheldere taal gebruiken\n\n\
                    afkortingen uitleggen\n\nbijlagen meetellen en daarover met uw Kamer in gesprek gaan";
        let labelled = "Wij doen het volgende en noemen dat\n\na. brieven korter maken\n\nb. heldere taal\n\nc. meer";
        for text in [
            LETTER,
            &paragraphs,
            list,
            labelled,
            "",
            "een\n\ntwee\n\ndrie",
        ] {
            assert_eq!(single_spaced(text), None, "{text}");
        }
    }
}
