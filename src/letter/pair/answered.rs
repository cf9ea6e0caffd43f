//! Where the answer to what a section answers starts.

use super::{Pair, answer, asked::asks, only_an_answer, voice};
use crate::letter::{Paragraph, Role, Section, SectionKind, parts::item};
use std::cell::LazyCell;

/// Parts what is answered from the answer, by the heading that the answer has or by who speaks.
pub(crate) fn place_answers(text: &str, paragraphs: &mut [Paragraph], sections: &[Section]) {
    for section in sections
        .iter()
        .filter(|section| section.kind == SectionKind::Recommendation)
    {
        let own = &mut paragraphs[section.paragraphs.clone()];
        let words = |paragraph: &Paragraph| &text[paragraph.start..paragraph.end];
        let heading = own
            .iter()
            .position(|paragraph| answer(words(paragraph)).is_some());
        let Some(heading) = heading else {
            // A question without a heading of its answer has none here.
            let by_number = text[section.heading.clone()].starts_with(|c: char| c.is_ascii_digit());
            let asked = match section.pair {
                Pair::Question if by_number => asked(own, words),
                Pair::Question => own.len(),
                _ => advised(own, words),
            };
            for paragraph in &mut own[..asked] {
                paragraph.role = Role::Recommendation;
            }
            continue;
        };
        for paragraph in &mut own[..heading] {
            paragraph.role = Role::Recommendation;
        }
        own[heading].role = if only_an_answer(words(&own[heading])) {
            Role::ResponseHeading
        } else {
            Role::Response
        };
        for paragraph in &mut own[heading + 1..] {
            paragraph.role = Role::Response;
        }
    }
}

/// How many paragraphs of a section that goes by its number ask: the first, and those up to the last question that only
/// other questions and items of a list stand before.
fn asked<'text>(own: &[Paragraph], words: impl Fn(&Paragraph) -> &'text str) -> usize {
    let answer = own.iter().position(|paragraph| {
        let words = words(paragraph);
        !asks(words) && !item(words) && !words.ends_with(':')
    });
    answer.unwrap_or(own.len()).max(1)
}

/// How many paragraphs of a section without a heading over the answer are the council's: its list, what it quotes to
/// the end, and further paragraphs in which the council speaks and the cabinet does not, where it does after them.
fn advised<'text>(own: &[Paragraph], words: impl Fn(&Paragraph) -> &'text str) -> usize {
    let mut count = own
        .iter()
        .take_while(|paragraph| paragraph.role == Role::Recommendation)
        .count();
    let cabinet = || {
        own.iter()
            .rposition(|later| voice::is_cabinets(words(later)))
    };
    let last = LazyCell::new(cabinet);
    let quotes = |paragraphs: &[Paragraph]| -> isize {
        paragraphs.iter().map(|own| open_quotes(words(own))).sum()
    };
    let mut open = quotes(&own[..count]);
    let mut listed_above = false;
    while count > 0 && count < own.len() {
        let (above, next) = (words(&own[count - 1]), words(&own[count]));
        if own[count].role != Role::Response {
            break;
        }
        let listed = item(next) && (above.ends_with(':') || listed_above);
        let further = open > 0 || voice::is_councils(next) && !voice::is_cabinets(next);
        let answered = || last.is_some_and(|last| last > count);
        if !(listed || further && answered()) {
            break;
        }
        listed_above = listed;
        open += open_quotes(next);
        count += 1;
    }
    count
}

/// How many quotations are open behind a text that were not before it.
fn open_quotes(text: &str) -> isize {
    let count = |signs: [char; 2]| isize::try_from(text.matches(signs).count()).unwrap_or(0);
    count(['«', '“']) - count(['»', '”'])
}

#[cfg(test)]
mod tests {
    use crate::letter::read;

    #[test]
    fn a_recommendation_goes_on_while_the_council_speaks() {
        for (text, recommended) in [
            ("Doe dit.\n\nHet kabinet doet dat.", 1),
            // Further words of the council, before those of the cabinet.
            (
                "Doe dit.\n\nDe raad wijst op de kosten.\n\nHet kabinet doet dat.",
                2,
            ),
            ("«Doe dit.\n\nEn dat.»\n\nHet kabinet doet dat.", 2),
            (
                "Doe dit:\n\na. snel;\n\nb. goed.\n\nHet kabinet doet dat.",
                3,
            ),
            // The cabinet says what the council says, or says nothing.
            (
                "Doe dit.\n\nDe raad wijst daar terecht op, vindt het kabinet.\n\nDat doen wij.",
                1,
            ),
            ("Doe dit.\n\nDe raad wijst op de kosten.\n\nDat klopt.", 1),
            ("Doe dit.\n\na. Dat doen wij.\n\nHet kabinet ook.", 1),
        ] {
            let source = format!("Den Haag, 3 mei 2021\n\nAanbeveling 1: {text}\n");
            let letter = read(source.as_str()).unwrap();
            let section = &letter.sections()[1];
            assert_eq!(letter.recommendation(section).len(), recommended, "{text}");
        }
    }
}
