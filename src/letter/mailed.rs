//! A letter that came in a mail, with the marks of a quotation before its lines (`> `, `>> `). They are no words of it.

/// So many lines at the start of a text are looked at.
const SAMPLE: usize = 1000;

/// So many quoted lines are no chance.
const LEAST: usize = 5;

/// The text without the marks of a quotation, where most of its lines have them.
pub(crate) fn unquoted(text: &str) -> Option<String> {
    let written = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (mut all, mut quoted) = (0, 0);
    for line in written().take(SAMPLE) {
        all += 1;
        quoted += usize::from(line.starts_with('>'));
    }
    if quoted < LEAST || quoted * 5 < all * 3 {
        return None;
    }
    let bare = text.split('\n').map(|line| {
        let mut rest = line;
        while let Some(behind) = rest.trim_start_matches(' ').strip_prefix('>') {
            // One blank belongs to each mark.
            rest = behind.strip_prefix(' ').unwrap_or(behind);
        }
        rest
    });
    let bare = bare.collect::<Vec<_>>().join("\n");
    (!bare.trim().is_empty()).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    const LETTER: &str = "Van: Jansen, P. <p.jansen@voorbeeld.nl>\nVerzonden: dinsdag 3 juni 2025 10:12\nAan: Vries, K. de\n\
        Onderwerp: RE: Reactie op het advies\n\nGeachte voorzitter,\n\nHierbij stuur ik u de reactie van het kabinet op het \
        advies van de Raad.\n\nAanbeveling 1: Schrijf korter en leg steeds uit wat de Kamer van u te horen krijgt\nen waarom.\n\n\
        Het kabinet doet dit.\n\nAanbeveling 2: Leg uit.\n\nHet kabinet doet dat.\n\nDe minister van X,\n\nA. Naam";

    fn quoted(mark: &str) -> String {
        let lines = LETTER.split('\n');
        lines.map(|line| [mark, line].concat() + "\n").collect()
    }

    #[test]
    fn a_quoted_mail_reads_as_the_letter_in_it() {
        let outline = |text: String| {
            let letter = letter::read(text).unwrap();
            let words = (0..letter.paragraphs().len()).map(|at| letter.paragraph(at).to_owned());
            let signed = letter.signatories().len();
            (
                words.collect::<Vec<_>>(),
                letter.recommendations(),
                signed,
                letter.facts.title,
            )
        };
        let own = outline(LETTER.to_owned());
        assert_eq!(
            (own.1, own.2, own.3.as_deref()),
            (2, 1, Some("Reactie op het advies"))
        );
        for mark in ["> ", ">> ", ">", "> > ", " > "] {
            assert_eq!(outline(quoted(mark)), own, "{mark}");
        }
        let forwarded = outline(["FW: Reactie\n\nZie hieronder.\n\n", &quoted("> ")].concat());
        assert_eq!(
            (forwarded.1, forwarded.2, forwarded.3),
            (own.1, own.2, own.3)
        );
    }

    #[test]
    fn a_mark_here_and_there_is_a_word() {
        assert_eq!(
            unquoted("> Retouradres Postbus 1\n\nGeachte voorzitter,\n\nTekst.\n> 5 procent"),
            None
        );
        assert_eq!(unquoted("een\n>twee"), None);
    }
}
