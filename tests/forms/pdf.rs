//! The made-up letter as a tagged PDF, as a ministry's word processor writes it: letterhead and page numbers
//! are no part of the text, an empty paragraph parts paragraphs, notes stand in the tree where they are
//! called.

use super::made::{BLOCKS, Block, NAME, NOTES, OFFICE, Part, parts};

/// How many characters a line has, at most.
const LINE: usize = 70;

/// Where lines start.
const LEFT: f64 = 80.0;

/// How wide words are: a letter is half as wide as high, a blank a quarter.
fn wide(words: &str, size: i32) -> f64 {
    let width = |c| if c == ' ' { 0.25 } else { 0.5 };
    f64::from(size) * words.chars().map(width).sum::<f64>()
}

/// What a page shows, and what the tree says of it.
struct Page {
    content: String,
    marks: usize,
    y: i32,
    /// Where the next words of the line start.
    x: f64,
    blanks: Blanks,
}

/// What stands between words.
#[derive(Clone, Copy, Debug)]
pub enum Blanks {
    /// A blank.
    Shown,
    /// Nothing: the pen is moved.
    Moved,
    /// Nothing: each word is shown at a place of its own.
    Placed,
}

impl Page {
    /// Shows words from a place on a line, outside any mark.
    fn show(&mut self, x: f64, y: i32, font: &str, size: i32, words: &str) {
        match self.blanks {
            Blanks::Shown => {}
            Blanks::Moved => return self.show_moved(x, y, font, size, words),
            Blanks::Placed => return self.show_placed(x, y, font, size, words),
        }
        self.content += &format!(
            "BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({}) Tj ET\n",
            escaped(words)
        );
    }

    /// The same with a move in place of every blank, and small ones within words as kerning makes them.
    fn show_moved(&mut self, x: f64, y: i32, font: &str, size: i32, words: &str) {
        let mut pieces = String::new();
        for (at, word) in words.split(' ').enumerate() {
            if at > 0 {
                pieces += "-250 ";
            }
            let middle = (word.len() / 2..word.len()).find(|at| word.is_char_boundary(*at));
            let (start, end) = word.split_at(middle.unwrap_or(0));
            pieces += &format!("({})-60({})60 ", escaped(start), escaped(end));
        }
        self.content += &format!("BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm [{pieces}] TJ ET\n");
    }

    /// The same with every word at a place of its own; every letter is half as wide as high.
    fn show_placed(&mut self, x: f64, y: i32, font: &str, size: i32, words: &str) {
        let mut at = x;
        for word in words.split(' ') {
            self.content += &format!(
                "BT /{font} {size} Tf 1 0 0 1 {at:.2} {y} Tm ({}) Tj ET\n",
                escaped(word)
            );
            at += wide(word, size) + wide(" ", size);
        }
    }

    fn artifact(&mut self, x: i32, y: i32, words: &str) {
        let x = f64::from(x);
        self.content += "/Artifact <</Type /Pagination>> BDC\n";
        self.show(x, y, "F1", 7, words);
        self.content += "EMC\n";
    }

    fn next_line(&mut self) {
        self.y -= 12;
        self.x = LEFT;
    }

    /// Shows words under a mark of their own, broken into lines; gives the mark.
    fn marked(&mut self, tag: &str, font: &str, size: i32, raise: i32, words: &str) -> usize {
        let mark = self.marks;
        self.marks += 1;
        self.content += &format!("/{tag} <</MCID {mark}>> BDC\n");
        let mut rest = words;
        while rest.len() > LINE {
            let at = rest[..LINE].rfind(' ').unwrap() + 1;
            self.show(self.x, self.y, font, size, &rest[..at]);
            self.next_line();
            rest = &rest[at..];
        }
        self.show(self.x, self.y + raise, font, size, rest);
        self.x += wide(rest, size);
        self.content += "EMC\n";
        mark
    }
}

/// Words in the one-byte encoding of Windows, as a string of a PDF.
fn escaped(words: &str) -> String {
    words
        .chars()
        .map(|c| match c {
            '(' | ')' | '\\' => format!("\\{c}"),
            'é' => "\\351".to_owned(),
            c => c.to_string(),
        })
        .collect()
}

/// A list whose items are tagged in all the ways that programs tag them: with a label apart, with one in the words, with
/// a list within, with two paragraphs, without a body.
pub fn items() -> Vec<u8> {
    let mut page = Page {
        content: String::new(),
        marks: 0,
        y: 480,
        x: LEFT,
        blanks: Blanks::Shown,
    };
    let mut tag = |name: &str, words: &str| {
        let mark = page.marked(name, "F1", 9, 0, words);
        page.next_line();
        format!("<</S /{name} /Pg 3 0 R /K {mark}>>")
    };
    let [date, lead] =
        ["Den Haag, 12 maart 2024", "Wij doen het volgende:"].map(|words| tag("P", words));
    let [one, brief] = [tag("Lbl", "1."), tag("P", "Elke brief wordt korter:")];
    let [kort, heel] = [tag("P", "- heel kort;"), tag("P", "- of korter.")];
    let inner =
        format!("<</S /L /K [<</S /LI /K [<</S /LBody /K [{kort}]>>]>> <</S /LI /K [{heel}]>>]>>");
    let first = format!("<</S /LI /K [{one} <</S /LBody /K [{brief} {inner}]>>]>>");
    // The label and its words are two stretches of one paragraph, and nothing but a gap lies between them.
    let two = page.marked("P", "F1", 9, 0, "2.");
    page.x += 30.0;
    let mee = page.marked("P", "F1", 9, 0, "Bijlagen tellen mee.");
    page.next_line();
    let second = format!("<</S /LI /K [<</S /LBody /K [<</S /P /Pg 3 0 R /K [{two} {mee}]>>]>>]>>");
    let mut tag = |name: &str, words: &str| {
        let mark = page.marked(name, "F1", 9, 0, words);
        page.next_line();
        format!("<</S /{name} /Pg 3 0 R /K {mark}>>")
    };
    let [three, noot, more] = [
        tag("Lbl", "c)"),
        tag("P", "Noten niet."),
        tag("P", "Dat scheelt."),
    ];
    let third = format!("<</S /LI /K [{three} <</S /LBody /K [{noot} {more}]>>]>>");
    let after = tag("P", "Dat is alles.");
    file(
        &page.content,
        &format!("{date}\n{lead}\n<</S /L /K [{first} {second} {third}]>>\n{after}"),
    )
}

/// The file, byte for byte.
pub fn letter() -> Vec<u8> {
    with(Blanks::Shown)
}

/// The same file with this between its words.
pub fn with(blanks: Blanks) -> Vec<u8> {
    let mut page = Page {
        content: String::new(),
        marks: 0,
        y: 480,
        x: LEFT,
        blanks,
    };
    page.artifact(80, 700, "> Retouradres Postbus 1 2500 AA Den Haag");
    page.artifact(
        80,
        680,
        "De Voorzitter van de Tweede Kamer der Staten-Generaal",
    );
    page.artifact(80, 540, "Datum");
    page.artifact(131, 540, "12 maart 2024");
    page.artifact(80, 528, "Betreft");
    page.artifact(131, 528, "Reactie op het advies De kleine lettertjes");
    page.artifact(460, 30, "Pagina 1 van 1");
    let mut tree = Vec::new();
    let mut listed = Vec::new();
    for block in BLOCKS {
        match block {
            Block::Item(label, words) => {
                let label = page.marked("Lbl", "F1", 9, 0, &format!("{label} "));
                let body = page.marked("LBody", "F1", 9, 0, words);
                listed.push(format!(
                    "<</S /LI /K [<</S /Lbl /Pg 3 0 R /K {label}>> <</S /LBody /K [<</S /P /Pg 3 0 R /K {body}>>]>>]>>"
                ));
                page.next_line();
                continue;
            }
            _ if !listed.is_empty() => tree.push(format!(
                "<</S /L /K [{}]>>",
                std::mem::take(&mut listed).join(" ")
            )),
            _ => {}
        }
        let (tag, words) = match block {
            Block::Heading(words) => ("H1", words),
            Block::Paragraph(words) | Block::Item(_, words) => ("P", words),
        };
        let mut inner = Vec::new();
        let mut notes = Vec::new();
        for part in parts(words) {
            match part {
                Part::Words(words) => inner.push(page.marked("P", "F1", 9, 0, words).to_string()),
                Part::Italic(words) => inner.push(page.marked("P", "F2", 9, 0, words).to_string()),
                Part::Mark(number) => {
                    let mark = page.marked("Link", "F1", 6, 3, &number.to_string());
                    inner.push(format!("<</S /Link /Pg 3 0 R /K {mark}>>"));
                    let text =
                        page.marked("P", "F1", 7, 0, &format!("{number} {}", NOTES[number - 1]));
                    notes.push(format!(
                        "<</S /Footnote /K [<</S /P /Pg 3 0 R /K {text}>>]>>"
                    ));
                }
            }
        }
        tree.push(format!("<</S /{tag} /Pg 3 0 R /K [{}]>>", inner.join(" ")));
        tree.extend(notes);
        let empty = page.marked("P", "F1", 9, 0, " ");
        tree.push(format!("<</S /P /Pg 3 0 R /K {empty}>>"));
        page.next_line();
    }
    for words in [OFFICE, NAME] {
        let mark = page.marked("P", "F1", 9, 0, words);
        tree.push(format!("<</S /P /Pg 3 0 R /K {mark}>>"));
        page.next_line();
    }
    file(&page.content, &tree.join("\n"))
}

/// Puts a page and a tree into a file, with the table of where its objects start.
fn file(content: &str, tree: &str) -> Vec<u8> {
    let font = |name: &str| {
        let letters = "500 ".repeat(255 - 32);
        format!(
            "<</Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [250 {letters}]>>"
        )
    };
    let objects = [
        "<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot 7 0 R>>"
            .to_owned(),
        "<</Type /Pages /Kids [3 0 R] /Count 1>>".to_owned(),
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 \
         /Resources <</Font <</F1 5 0 R /F2 6 0 R>>>>>>"
            .to_owned(),
        format!(
            "<</Length {}>>\nstream\n{content}\nendstream",
            content.len()
        ),
        font("Verdana"),
        font("Verdana-Italic"),
        format!(
            "<</Type /StructTreeRoot /RoleMap <</Footnote /Note>> /K [<</S /Document /K [{tree}]>>]>>"
        ),
    ];
    let mut bytes = b"%PDF-1.6\n".to_vec();
    let mut starts = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        starts.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).into_bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for start in starts {
        bytes.extend(format!("{start:010} 00000 n \n").into_bytes());
    }
    bytes.extend(
        format!(
            "trailer\n<</Size {} /Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
            objects.len() + 1
        )
        .into_bytes(),
    );
    bytes
}
