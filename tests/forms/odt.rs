//! The made-up letter as an `OpenDocument` text: its lists lie in each other, and its notes stand where they are called.

use super::{
    docx::zip,
    made::{ADDRESSEE, BLOCKS, Block, DATE, NAME, NOTES, OFFICE, Part, parts},
};

/// The document, byte for byte.
pub fn letter() -> Vec<u8> {
    let mut text = String::new();
    for words in [ADDRESSEE, DATE] {
        text += &paragraph(words);
    }
    let mut list = String::new();
    for block in BLOCKS {
        let Block::Item(_, words) = block else {
            text += &listed(&std::mem::take(&mut list));
            text += &match block {
                Block::Heading(words) => format!(
                    "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">{}</text:h>",
                    inner(words)
                ),
                Block::Paragraph(words) | Block::Item(_, words) => paragraph(words),
            };
            continue;
        };
        list += &format!("<text:list-item>{}</text:list-item>", paragraph(words));
    }
    text += &listed(&list);
    for words in [OFFICE, NAME] {
        text += &paragraph(words);
    }
    document(&text)
}

fn listed(items: &str) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!("<text:list text:style-name=\"L1\">{items}</text:list>")
}

/// The part in which styles and the feet of pages stand.
const AROUND: &str = r#"<office:document-styles>
  <office:styles>
    <style:style style:name="Heading" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="Heading_20_1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"/>
    <style:style style:name="Kop" style:family="paragraph" style:parent-style-name="Heading_20_1"/>
    <style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
    <text:outline-style style:name="Outline">
      <text:outline-level-style text:level="1" style:num-format=""/>
      <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
    </text:outline-style>
  </office:styles>
  <office:master-styles><style:master-page><style:footer><text:p>Pagina 1 van 1</text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>"#;

/// The styles that the text has for itself.
const OWN: &str = r#"<office:automatic-styles>
  <style:style style:name="T1" style:family="text" style:parent-style-name="Emphasis"/>
  <style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
  <style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
  <style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
  <text:list-style style:name="L1">
    <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
    <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
    <text:list-level-style-bullet text:level="3" text:bullet-char="&#xF0B7;"/>
  </text:list-style>
</office:automatic-styles>"#;

/// A document with this text.
pub fn document(text: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content>{OWN}<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    zip(&[
        (
            "mimetype",
            "application/vnd.oasis.opendocument.text".to_owned(),
        ),
        ("content.xml", content),
        ("styles.xml", AROUND.to_owned()),
    ])
}

fn paragraph(words: &str) -> String {
    format!(
        "<text:p text:style-name=\"Standard\">{}</text:p>",
        inner(words)
    )
}

fn inner(words: &str) -> String {
    let part = |part| match part {
        Part::Words(words) => words.replace('&', "&amp;"),
        Part::Italic(words) => format!("<text:span text:style-name=\"T1\">{words}</text:span>"),
        Part::Mark(number) => {
            let told = NOTES[number - 1].replace('&', "&amp;");
            format!(
                "<text:note text:note-class=\"footnote\"><text:note-citation>{number}</text:note-citation>\
                 <text:note-body><text:p>{told}</text:p></text:note-body></text:note>"
            )
        }
    };
    parts(words).into_iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{outline, read},
        *,
    };
    use kamerbrief::{
        letter::{Emphasis, Form, Kind, Language},
        source,
    };

    fn p(words: &str) -> String {
        format!("<text:p>{words}</text:p>")
    }

    fn texts(text: &str) -> Vec<String> {
        let letter = read(document(text));
        assert_eq!(letter.form, Form::Odt);
        let all = 0..letter.paragraphs().len();
        all.map(|index| letter.paragraph(index).to_owned())
            .collect()
    }

    #[test]
    fn lists_are_counted_where_they_stand() {
        let item = |inner: &str| format!("<text:list-item>{inner}</text:list-item>");
        let list = |attributes: &str, inner: &str| {
            format!("<text:list text:style-name=\"L1\" {attributes}>{inner}</text:list>")
        };
        let inner = |inner: &str| format!("<text:list>{inner}</text:list>");
        let deep = inner(&item(&inner(&item(&p("diep")))));
        let text = [
            list(
                "xml:id=\"eerst\"",
                &[
                    item(&[p("een"), p("nog een alinea")].concat()),
                    item(&[p("twee"), inner(&[item(&p("sub")), item(&p("sub"))].concat())].concat()),
                    item(&[p("drie"), deep].concat()),
                ]
                .concat(),
            ),
            p("Tussendoor."),
            list("text:continue-numbering=\"true\"", &item(&p("vier"))),
            list("", &item(&p("opnieuw"))),
            list("text:continue-list=\"eerst\"", &item(&p("weer vier"))),
            "<text:list text:style-name=\"L1\"><text:list-header><text:p>kop</text:p></text:list-header>\
             <text:list-item text:start-value=\"9\"><text:p>negen</text:p></text:list-item></text:list>"
                .to_owned(),
        ]
        .concat();
        assert_eq!(
            texts(&text),
            [
                "1. een",
                "nog een alinea",
                "2. twee",
                "2.a) sub",
                "2.b) sub",
                "3. drie",
                "• diep",
                "Tussendoor.",
                "4. vier",
                "1. opnieuw",
                "4. weer vier",
                "kop",
                "9. negen",
            ]
        );
    }

    #[test]
    fn what_is_not_shown_is_no_text() {
        let text = [
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>",
            "<text:p>Hier<text:s text:c=\"3\"/>staat<text:tab/>een<text:line-break/>zin<office:annotation><dc:creator>Iemand</dc:creator><text:p>een opmerking</text:p></office:annotation>\
             <text:span text:style-name=\"T3\"> verborgen</text:span>.<draw:frame><draw:text-box><text:p>In een kader.</text:p></draw:text-box></draw:frame></text:p>",
            "<text:table-of-content><text:index-body><text:p>Inhoud 3</text:p></text:index-body></text:table-of-content>",
        ]
        .concat();
        let letter = read(document(&text));
        assert_eq!(outline(&letter), ["0.1 Hier staat een zin. []"]);
        let left = letter.setting().left_out.iter();
        let left: Vec<&str> = left.map(|out| out.words.as_str()).collect();
        assert_eq!(left, ["In een kader.", "Inhoud 3", "Pagina 1 van 1"]);
    }

    #[test]
    fn headings_tables_and_what_is_set_apart() {
        let cell = |words: &str| format!("<table:table-cell>{}</table:table-cell>", p(words));
        let row = |inner: &str| format!("<table:table-row>{inner}</table:table-row>");
        let wide = "<table:table-cell table:number-columns-spanned=\"2\"><text:p>Samen</text:p></table:table-cell><table:covered-table-cell/>";
        let table = format!(
            "<table:table><table:table-header-rows>{}</table:table-header-rows>{}{}</table:table>",
            row(&[cell("Jaar"), cell("Som")].concat()),
            row(&[cell("2024"), cell("10")].concat()),
            row(wide)
        );
        let text = [
            "<text:h text:outline-level=\"1\">Inleiding</text:h>",
            &p("Een alinea met <text:span text:style-name=\"T1\">nadruk</text:span> en m<text:span text:style-name=\"T2\">2</text:span>."),
            "<text:h text:outline-level=\"2\">Doel</text:h>",
            "<text:p text:style-name=\"P1\">Alles vet.</text:p>",
            &table,
        ]
        .concat();
        let letter = read(document(&text));
        let headings: Vec<_> = letter
            .sections()
            .iter()
            .filter_map(|section| letter.heading(section))
            .collect();
        assert_eq!(headings, ["Inleiding", "1 Doel"]);
        let last = letter.paragraphs().len() - 1;
        assert!(matches!(letter.kind(last), Kind::Row { .. }));
        assert_eq!(letter.cells(last - 1).len(), 2);
        let words = |index: usize| letter.paragraph(index);
        let first = (0..=last).find(|&index| words(index).starts_with("Een alinea"));
        let set: Vec<_> = letter.emphasis_in(first.unwrap()).iter().collect();
        assert_eq!(set.len(), 2, "{set:?}");
        assert_eq!(set[0].1, Emphasis::Italic);
        assert_eq!(set[1].1, Emphasis::Superscript);
    }

    #[test]
    fn what_cannot_be_read_is_refused_in_a_sentence() {
        let kind = (
            "mimetype",
            "application/vnd.oasis.opendocument.text".to_owned(),
        );
        let locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
        for (parts, says) in [
            (
                vec![
                    kind.clone(),
                    ("content.xml", "xx".to_owned()),
                    ("META-INF/manifest.xml", locked.to_owned()),
                ],
                "wachtwoord",
            ),
            (
                vec![
                    (
                        "mimetype",
                        "application/vnd.oasis.opendocument.spreadsheet".to_owned(),
                    ),
                    ("content.xml", "<office:spreadsheet/>".to_owned()),
                    ("META-INF/manifest.xml", String::new()),
                ],
                "OpenDocument",
            ),
            (
                vec![kind.clone(), ("content.xml", String::new())],
                "geen tekst",
            ),
        ] {
            let error = source::read(zip(&parts)).unwrap_err();
            let said = error.say(Language::Dutch);
            assert!(said.contains(says), "{said}");
        }
        // What is cut off is read as far as it goes, and said to be damaged.
        let text = "<office:document-content><office:body><office:text><text:p>Een zin.</text:p><text:p>Nog een <text:s";
        let letter = read(zip(&[kind, ("content.xml", text.to_owned())]));
        assert_eq!(outline(&letter), ["0.1 Een zin. []", "0.2 Nog een []"]);
        assert!(letter.setting().damage.is_some());
    }
}
