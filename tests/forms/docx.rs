//! The made-up letter as a Word document: its numbers stand in a part of their own, its notes in another.

use super::made::{ADDRESSEE, BLOCKS, Block, DATE, NAME, NOTES, OFFICE, Part, parts};

/// The document, byte for byte.
pub fn letter() -> Vec<u8> {
    let mut text = String::new();
    for words in [ADDRESSEE, DATE] {
        text += &paragraph("", words);
    }
    for block in BLOCKS {
        text += &match block {
            Block::Paragraph(words) => paragraph("", words),
            Block::Heading(words) => paragraph("<w:pStyle w:val=\"Kop1\"/>", words),
            Block::Item(_, words) => paragraph(
                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>",
                words,
            ),
        };
    }
    for words in [OFFICE, NAME] {
        text += &paragraph("", words);
    }
    document(&text)
}

/// A document with this text.
pub fn document(text: &str) -> Vec<u8> {
    let word = |name: &str, inner: &str| {
        format!(
            "<?xml version=\"1.0\"?><w:{name} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{inner}</w:{name}>"
        )
    };
    let notes: String = NOTES
        .iter()
        .enumerate()
        .map(|(index, words)| {
            let id = index + 2;
            format!("<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> {words}</w:t></w:r></w:p></w:footnote>")
        })
        .collect();
    let separator = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>";
    zip(&[
        (
            "word/document.xml",
            word("document", &format!("<w:body>{text}</w:body>")),
        ),
        (
            "word/footnotes.xml",
            word("footnotes", &format!("{separator}{notes}")),
        ),
        (
            "word/styles.xml",
            word(
                "styles",
                "<w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style>\
                 <w:style w:styleId=\"Kop2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Kop1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>",
            ),
        ),
        (
            "word/numbering.xml",
            word(
                "numbering",
                "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
                 <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>\
                 <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/></w:num>",
            ),
        ),
        (
            "word/footer1.xml",
            word("ftr", "<w:p><w:r><w:t>Pagina 1 van 1</w:t></w:r></w:p>"),
        ),
    ])
}

fn paragraph(properties: &str, words: &str) -> String {
    let run = |set: &str, words: &str| {
        let words = words.replace('&', "&amp;");
        format!("<w:r><w:rPr>{set}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    let part = |part| match part {
        Part::Words(words) => run("", words),
        Part::Italic(words) => run("<w:i/>", words),
        Part::Mark(number) => format!(
            "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{}\"/></w:r>",
            number + 1
        ),
    };
    let inner: String = parts(words).into_iter().map(part).collect();
    format!("<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>")
}

/// A ZIP file of these parts, unpacked, as the format allows.
pub fn zip(parts: &[(&str, String)]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    let small = |count: usize| u16::try_from(count).unwrap().to_le_bytes();
    let large = |count: usize| u32::try_from(count).unwrap().to_le_bytes();
    for (name, text) in parts {
        let start = bytes.len();
        let sizes = [[0; 4], large(text.len()), large(text.len())].concat();
        bytes.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0");
        bytes.extend(
            [
                sizes.as_slice(),
                &small(name.len()),
                &[0, 0],
                name.as_bytes(),
                text.as_bytes(),
            ]
            .concat(),
        );
        list.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0");
        list.extend(
            [
                sizes.as_slice(),
                &small(name.len()),
                &[0; 12],
                &large(start),
                name.as_bytes(),
            ]
            .concat(),
        );
    }
    let at = bytes.len();
    let end = [
        &[0; 4][..],
        &small(parts.len()),
        &small(parts.len()),
        &large(list.len()),
        &large(at),
        &[0, 0],
    ]
    .concat();
    bytes.extend(list);
    bytes.extend(b"PK\x05\x06");
    bytes.extend(end);
    bytes
}

#[cfg(test)]
mod tests {
    use super::{
        super::{outline, read},
        *,
    };
    use kamerbrief::{
        letter::{Form, Kind, Language},
        source,
    };

    #[test]
    fn numbers_that_word_counts_stand_before_their_words() {
        let heading = |style: &str, words: &str| {
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
            )
        };
        let text = "<w:p><w:r><w:t>Hier staat een alinea met tekst.</w:t></w:r></w:p>";
        let gone = "<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>ook weg</w:t></w:r></w:moveFrom></w:p>";
        let row = "<w:tr><w:tc><w:p><w:r><w:t>Jaar</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Som</w:t></w:r></w:p></w:tc></w:tr>";
        let document = document(&format!(
            "{}{text}{}{text}{gone}<w:tbl>{row}</w:tbl>",
            heading("Kop2", "Doel"),
            heading("Kop2", "Middelen")
        ));
        let letter = read(document);
        assert_eq!(letter.form, Form::Docx);
        let headings: Vec<_> = letter
            .sections()
            .iter()
            .filter_map(|section| letter.heading(section))
            .collect();
        assert_eq!(headings, ["1.1 Doel", "1.2 Middelen"]);
        assert_eq!(outline(&letter).last().unwrap(), "2.2 Jaar Som []");
        let last = letter.paragraphs().len() - 1;
        assert!(matches!(letter.kind(last), Kind::Row { .. }) && letter.cells(last).len() == 2);
    }

    #[test]
    fn the_head_of_a_ministry_is_read_from_lines_and_tables() {
        let p = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
        let cell = |words: &str| format!("<w:tc>{}</w:tc>", p(words));
        let row = |label: &str, words: &str| format!("<w:tr>{}{}</w:tr>", cell(label), cell(words));
        let broken = |words: &str| {
            let lines: Vec<&str> = words.split('|').map(str::trim).collect();
            let words = lines.join("</w:t><w:br/><w:t>");
            format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
        };
        let told = "Hierbij de reactie op het advies van de raad, dat u met belangstelling las.";
        let in_a_table = [
            p("Ministerie van Voorbeelden"),
            p("&gt; Retouradres Postbus 1 2500 AA Den Haag"),
            p("De Voorzitter van de Tweede Kamer der Staten-Generaal"),
            format!(
                "<w:tbl>{}{}</w:tbl>",
                row("Datum", "14 maart 2024"),
                row("Betreft", "Reactie op het advies over brieven")
            ),
            p("Geachte voorzitter,"),
            p(told),
            broken("De Minister van Voorbeelden, | | A.B. de Vries"),
        ]
        .concat();
        let in_lines = [
            p("Ministerie van Voorbeelden"),
            broken("&gt; Retouradres Postbus 1 2500 AA Den Haag | De Voorzitter van de Tweede Kamer | der Staten-Generaal"),
            broken("Datum 14 maart 2024 | Betreft Reactie op het advies over brieven"),
            p("Geachte voorzitter,"),
            p(told),
            broken("De Minister van Voorbeelden, | | A.B. de Vries"),
        ]
        .concat();
        for text in [in_a_table, in_lines] {
            let letter = read(document(&text));
            let facts = &letter.facts;
            assert_eq!(
                facts.title.as_deref(),
                Some("Reactie op het advies over brieven")
            );
            assert_eq!(facts.date.unwrap().to_string(), "2024-03-14");
            assert_eq!(facts.chamber.unwrap().roman(), "II");
            assert_eq!(letter.signatories().len(), 1);
            assert_eq!(letter.signatories()[0].name, "A.B. de Vries");
            assert_eq!(
                outline(&letter)[..2],
                [
                    "0.1 Geachte voorzitter, []".to_owned(),
                    format!("0.2 {told} []")
                ]
            );
        }
    }

    #[test]
    fn what_is_packed_and_no_letter_is_refused_in_a_sentence() {
        for bytes in [
            zip(&[("mimetype", "application/epub+zip".to_owned())]),
            b"PK\x03\x04".to_vec(),
            zip(&[("word/document.xml", String::new())]),
        ] {
            let error = source::read(bytes).unwrap_err();
            assert!(!error.say(Language::Dutch).is_empty());
        }
    }
}
