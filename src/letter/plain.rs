//! Reads a letter from plain text.
//!
//! A plain text has a head (`head`), then running text whose lines tell in one of several ways where its
//! paragraphs end (`shape`; `wrap` for the page that the built-in letter was copied from). A recommendation
//! starts with its heading at the start of a paragraph, numbers going up; the letter closes with the offices
//! and names of those who sign, and what its source adds under them.

mod buffer;
mod builder;
mod endnotes;
mod head;
mod page;
mod shape;
mod table;
mod wrap;

use super::{
    Facts, Kind, Letter, Ours, Paragraph, Role,
    marks::{self, Sought},
    pair::{self, only_an_answer, place_answers},
    parts::{Whole, item as is_item},
    signed::close,
};
use builder::{Builder, Parts};
use head::Head;
pub(super) use table::Placed;

/// The head of a plain text, with the facts that it gives.
pub(super) struct Begun {
    head: Head,
    pub(super) facts: Facts,
}

/// How many lines at the start of a text are its head, and the facts that they give.
pub(crate) fn head(source: &str) -> (usize, Facts) {
    let (head, facts) = head::read(source);
    (head.lines, facts)
}

/// Whether a line addresses somebody.
pub(crate) fn is_salutation(line: &str) -> bool {
    head::salutation(line)
}

/// What looks like note marks in a text, by what they weigh: the bytes and the number of each.
pub(crate) fn marks(text: &str) -> Vec<(std::ops::Range<usize>, u32)> {
    let found = marks::find(text, Sought::from(1)).into_iter();
    found.map(|mark| (mark.range, mark.number)).collect()
}

/// The label of an item of a list at the start of a line: how many bytes it takes, its space included.
pub(crate) fn label(line: &str) -> Option<usize> {
    wrap::label(line)
}

/// Whether a title or a name cannot end with these words.
pub(crate) fn left_open(words: &str) -> bool {
    wrap::left_open(words)
}

/// The number that the text of a note begins with, and how many bytes that takes with the space behind it.
pub(super) fn note_label(line: &str) -> Option<(u32, usize)> {
    endnotes::label(line)
}

/// Reads the head of the text.
pub(super) fn begin(source: &str) -> Begun {
    let (head, facts) = head::read(source);
    Begun { head, facts }
}

/// The facts that the lines of a head give.
pub(crate) fn facts(head: &str) -> Facts {
    begin(head).facts
}

/// Whether a line is one of a letterhead: a label with its value.
pub(crate) fn is_labelled(line: &str) -> bool {
    head::is_labelled(line)
}

/// Reads the text, which holds at least one line that is not blank, with what is ours for it.
pub(super) fn read(source: String, begun: Begun, ours: &'static Ours) -> Letter {
    let Begun { head, facts } = begun;
    let start = head.start(&source);
    let (shape, sureness) = shape::of(source[start..].split('\n'));
    let end = start + page::end(&source[start..]);
    let first = if head::marked(&source[..start]) { 2 } else { 1 };
    let known = page::labels(&source[end..]);
    let sought = Sought {
        first,
        known: &known,
    };
    let mut marks = marks::find(&source[start..end], sought);
    for mark in &mut marks {
        mark.range = start + mark.range.start..start + mark.range.end;
    }
    let starts = pair::find(lines_of(&source[start..end], shape));
    let first_line = source[..start].matches('\n').count();
    let tables = table::find(&source[start..end]);
    let mut builder = Builder::new(source, ours, shape, marks);
    builder.pairs(starts, first_line);
    builder.tables(tables, first_line);
    for _ in 0..head.lines {
        builder.head();
    }
    builder.rest_of_head(head.bytes);
    while builder.before(end) {
        builder.line();
    }
    builder.end();
    while builder.furniture() {}
    let Parts {
        text,
        mut paragraphs,
        mut sections,
        mut marks,
        mut open_ends,
        furniture,
        mut rows,
        feet: left_out,
    } = builder.finish();
    place_answers(&text, &mut paragraphs, &sections);
    let added = paragraphs.len() - furniture;
    Whole {
        text: &text,
        paragraphs: &mut paragraphs,
        sections: &mut sections,
        marks: &mut marks,
        open_ends: &mut open_ends,
        rows: &mut rows,
    }
    .part();
    let furniture = paragraphs.len() - added;
    close(&text, &mut paragraphs, &mut sections, furniture);
    let (mut kinds, labels) = items(&text, &paragraphs[..furniture], &rows);
    kinds.extend(rows.iter().map(|row| (row.paragraph, row.kind)));
    kinds.sort_unstable_by_key(|(paragraph, _)| *paragraph);
    let cells = rows.into_iter().map(|row| (row.paragraph, row.cells));
    let notes = page::notes(&text, &paragraphs, furniture);
    let leads = page::leads(&marks, &notes);
    let setting = super::Setting {
        kinds,
        labels,
        cells: cells.collect(),
        notes,
        leads,
        left_out,
        ..super::Setting::default()
    };
    let mut letter = Letter {
        text,
        paragraphs,
        sections,
        marks,
        open_ends,
        setting,
        hidden: Vec::new(),
        facts,
        form: shape.form(),
        sureness,
        ours,
        stances: Vec::new(),
    };
    letter.stances = letter.judge();
    letter
}

/// Items of lists and the label of each, by paragraph.
type Items = (Vec<(usize, Kind)>, Vec<(usize, Box<str>)>);

/// The paragraphs that are items of lists, by the label that each starts with, and those labels.
fn items(text: &str, paragraphs: &[Paragraph], rows: &[Placed]) -> Items {
    let is_row = |index: usize| {
        rows.binary_search_by_key(&index, |row| row.paragraph)
            .is_ok()
    };
    let labelled = paragraphs
        .iter()
        .enumerate()
        .filter_map(|(index, paragraph)| {
            let words = &text[paragraph.start..paragraph.end];
            let running = matches!(paragraph.role, Role::Response | Role::Recommendation);
            let length =
                wrap::label(words).filter(|_| running && is_item(words) && !is_row(index))?;
            let label: Box<str> = words[..length].trim_end().into();
            Some(((index, Kind::Item { depth: 1 }), (index, label)))
        });
    labelled.unzip()
}

/// A line with one space where it has white space.
fn tidy(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of running text, each with whether a paragraph may start with it: behind a blank line and, where it is
/// `Aanbeveling 1:`, behind one that ends a sentence.
fn lines_of(text: &str, shape: shape::Shape) -> impl Iterator<Item = pair::Piece<'_>> + Clone {
    let mut before = "";
    text.split('\n').map(move |line| {
        let line = line.trim();
        let before = std::mem::replace(&mut before, line);
        let runs_in = || {
            let ends = before.ends_with(['.', '?', '!', ':']);
            let length = ends.then(|| pair::heading_length(line)).flatten();
            length.is_some_and(|length| line[..length].ends_with(':'))
        };
        pair::Piece {
            words: line,
            label: None,
            may_start: before.is_empty() || shape != shape::Shape::Blank || runs_in(),
        }
    })
}

/// Whether a line starts with the heading of a question, or of the answer to one.
fn question(line: &str) -> bool {
    let heading = |word: &str| {
        let rest = line.strip_prefix(word)?.trim_start();
        Some(rest.is_empty() || rest.starts_with(|c: char| c == ':' || c.is_ascii_digit()))
    };
    ["Vraag", "Vragen", "Antwoord", "Antwoorden"]
        .into_iter()
        .any(|word| heading(word) == Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    fn letter(source: &str) -> Letter {
        read(source.to_owned(), begin(source), Ours::of(None))
    }

    fn outline(letter: &Letter) -> Vec<String> {
        let line = |index: usize| match letter.address(index) {
            Some(address) if !letter.head().contains(&index) => {
                format!("{address} {}", letter.paragraph(index))
            }
            _ => format!("- {}", letter.paragraph(index)),
        };
        (0..letter.paragraphs().len()).map(line).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        let source = "Aan de Voorzitter van de Eerste Kamer\nDen Haag, 3 mei 2021\n\nGeachte voorzitter,\n\nEen eerste\n\
                      alinea.\n\nAanbeveling 1\n\nDoe dit.\n\nEn dat.\n\nReactie\n\nHet kabinet\ndoet dat.\n\n\
                      Aanbeveling 2: Laat na.\n\nAanbeveling 4 raakt hieraan.\n\nDe Minister van X,\n\nA. Naam\n";
        assert_eq!(
            outline(&letter(source)),
            [
                "- Aan de Voorzitter van de Eerste Kamer",
                "- Den Haag, 3 mei 2021",
                "0.1 Geachte voorzitter,",
                "0.2 Een eerste alinea.",
                "1.0 Doe dit.",
                "1.0 En dat.",
                "1.1 Reactie",
                "1.2 Het kabinet doet dat.",
                "2.0 Laat na.",
                "2.1 Aanbeveling 4 raakt hieraan.",
                "3.1 De Minister van X,",
                "3.2 A. Naam",
            ]
        );
    }

    #[test]
    fn a_text_without_recommendations_is_shown_whole() {
        let read = letter("Een titel\n\nWat tekst.\nNog wat.\n\nAanbeveling zonder nummer.");
        assert_eq!(
            outline(&read),
            [
                "0.1 Een titel",
                "0.2 Wat tekst. Nog wat.",
                "0.3 Aanbeveling zonder nummer."
            ]
        );
        assert_eq!((read.recommendations(), read.sections().len()), (0, 1));
    }

    #[test]
    fn odd_letters_are_letters_all_the_same() {
        for (source, expected) in [
            ("x", vec!["0.1 x"]),
            ("\n\n x\r\n\r\ny\r\n", vec!["0.1 x", "0.2 y"]),
            ("Aanbeveling 1:", vec!["1.0 "]),
            (
                "Aanbeveling 1:\nAanbeveling 2: Doe\n\niets",
                vec!["1.0 ", "2.0 Doe", "2.1 iets"],
            ),
            ("De Minister van X,", vec!["0.1 De Minister van X,"]),
            ("3 mei 2021", vec!["- 3 mei 2021"]),
        ] {
            assert_eq!(outline(&letter(source)), expected, "{source:?}");
        }
    }

    #[test]
    fn a_long_line_goes_on_and_a_short_one_ends() {
        let long = "a".repeat(81);
        let short = "é".repeat(80);
        let read = letter(&format!("{long}\n{short}\n{short}\n{long}"));
        let lengths: Vec<_> = (0..read.paragraphs().len())
            .map(|p| read.paragraph(p).chars().count())
            .collect();
        assert_eq!(lengths, [81 + 1 + 80, 80, 81]);
    }

    #[test]
    fn a_line_too_long_for_a_head_is_running_text() {
        let words = "Den Haag, 3 mei 2021 ".to_owned() + &"en zo voort ".repeat(100);
        let read = letter(&format!("Nr. 9\n{words}"));
        assert_eq!(read.facts.date, None);
        assert_eq!(
            outline(&read),
            ["- Nr. 9".to_owned(), format!("0.1 {}", words.trim_end())]
        );
    }

    #[test]
    fn blank_lines_win_over_a_first_line_of_another_shape() {
        let source = "Brief regering : Reactie\nDen Haag, 3 mei 2021\n\nAanbeveling 1: Doe dit\nen laat dat.\n\n\
                      Het kabinet doet dit\nniet-\ngouvernementeel, in-\nen buiten de EU.\n\nDe Minister van X,\nA. Naam\n";
        let read = letter(source);
        assert_eq!(
            outline(&read),
            [
                "- Brief regering : Reactie",
                "- Den Haag, 3 mei 2021",
                "1.0 Doe dit en laat dat.",
                "1.1 Het kabinet doet dit niet-gouvernementeel, in- en buiten de EU.",
                "2.1 De Minister van X, A. Naam",
            ]
        );
        let signed = read.signatories();
        assert_eq!(signed.len(), 1);
        assert_eq!(
            (&*signed[0].office, &*signed[0].name),
            ("De Minister van X", "A. Naam")
        );
    }

    #[test]
    fn lines_of_a_fixed_width_end_where_the_next_word_had_room() {
        let source = "Brief regering : Reactie\nDen Haag, 3 mei 2021\n\
            Het kabinet dankt de raad voor het rapport dat in het voorjaar gepubliceerd\n\
            werd, en dat ingaat op de ruimte die mensen en hun organisaties in Nederland\n\
            en daarbuiten hebben, en op die van de maatschappelijke\n\
            mensenrechtenorganisaties die daarbuiten werken. Dat is dan een hele zin.\n\
            Er is nog meer te zeggen over het rapport, dat in het voorjaar gepubliceerd\n\
            werd.\n\
            Aanbeveling 1: Laat brieven korter zijn dan de brieven die er nu zijn en geef.\n\
            Nederland doet dat al, zoals ook uit deze brief blijkt die korter is dan alle\n\
            andere.\n";
        let read = letter(source);
        assert_eq!(read.form, super::super::Form::FixedWidthText);
        let starts: Vec<String> = outline(&read)
            .iter()
            .map(|line| line.split(' ').take(3).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            starts,
            [
                "- Brief regering",
                "- Den Haag,",
                "0.1 Het kabinet",
                "0.2 Er is",
                "1.0 Laat brieven",
                "1.1 Nederland doet"
            ]
        );
    }

    #[test]
    fn a_recommendation_starts_behind_any_sentence_too() {
        let source = "Geachte voorzitter,\n\nHierbij de reactie.\nAanbeveling 1: Wees consequent.\n\nDat doen wij.\n\n\
            Naar aanleiding van\nAanbeveling 3: is dat zo.\n\nAanbeveling 2: Doe meer.\n\nNee.\n";
        let read = letter(source);
        let lines = outline(&read).into_iter();
        let asked = lines.filter(|line| line.split(' ').next().unwrap().ends_with(".0"));
        let asked: Vec<String> = asked.collect();
        assert_eq!(asked, ["1.0 Wees consequent.", "2.0 Doe meer."]);
    }

    #[test]
    fn what_stands_under_the_end_is_no_running_text() {
        let source = "36 800\nNr. 9\n\nHet kabinet doet dit.1\n\nDe Minister van X, A. Naam\n\n\nX Noot\n1\n\nZie daar.\n\nNaar boven\n";
        let read = letter(source);
        assert_eq!(
            outline(&read),
            [
                "- 36 800",
                "- Nr. 9",
                "0.1 Het kabinet doet dit.",
                "1.1 De Minister van X, A. Naam",
                "1.2 X Noot",
                "1.3 1",
                "1.4 Zie daar.",
                "1.5 Naar boven",
            ]
        );
        let mark = read.marks()[0];
        assert_eq!(read.note_words(mark).as_deref(), Some("Zie daar."));
        assert_eq!(read.signatories()[0].name, "A. Naam");
    }

    #[test]
    fn the_buffer_of_the_source_takes_every_letter() {
        const LINES: [&str; 22] = [
            "",
            "Vraag 1",
            "Vraag 2: Hoe dan?",
            "Antwoord 1",
            "Antwoord op vraag 2",
            "Mededeling:",
            "1. Waarom?",
            "2.",
            "Ten eerste beveelt de raad dit aan.",
            "Ten tweede beveelt de raad dat aan.",
            "De raad doet aanbevelingen:",
            "1. Schrijf korter.",
            "De eerste aanbeveling neem ik over.",
            "Aanbeveling 1:",
            "Aanbeveling 2: Doe",
            "Aanbeveling 3 – Laat",
            "Aanbeveling 4",
            "kort, één.",
            "Reactie",
            "De Minister van X,",
            "een regel die langer is dan de tachtig tekens waarmee een alinea van een pagina ophoudt, «é»",
            "merk.1 op,2 dat «dit»3 telt",
        ];
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let mut random = Random(7);
        for _ in 0..5_000 {
            const ENDS: [&str; 6] = ["\n", "\n", " \n", "\n\n", "\r\n", "\r"];
            let mut source = String::new();
            for _ in 0..=random.below(12) {
                source += random.pick(&LINES);
                source += random.pick(&ENDS);
            }
            let Ok(read) = super::super::read(source.as_str()) else {
                assert_eq!(bare(&source), "");
                continue;
            };
            let mut words = String::new();
            for section in read.sections() {
                // What is answered further down is the heading of its answer and a paragraph of its own.
                let mut own = read.paragraphs.iter();
                let heading = &section.heading;
                if !own.any(|own| own.start <= heading.start && heading.end <= own.end) {
                    words += read.heading(section).unwrap_or_default();
                }
                for paragraph in section.paragraphs.clone() {
                    let text = read.paragraph(paragraph);
                    let mut from = 0;
                    for mark in read.marks_in(paragraph) {
                        words += &text[from..mark.byte];
                        words += &mark.number.to_string();
                        from = mark.byte;
                    }
                    words += &text[from..];
                }
            }
            // The marks of a heading stand behind it: of figures only the number is the same.
            let letters = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
            assert_eq!(
                letters(&bare(&words)),
                letters(&bare(&source)),
                "{source:?}"
            );
            let figures = |text: &str| text.chars().filter(char::is_ascii_digit).count();
            assert_eq!(figures(&words), figures(&source), "{source:?}");
        }
    }
}
