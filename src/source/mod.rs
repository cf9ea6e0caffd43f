//! From bytes to a letter: which form they have, who reads it, and how what was read becomes a letter.
//!
//! The form is known by what the bytes are, never by a file's name. A reader of a form makes a
//! [`draft::Draft`]; `build` makes the letter of it. A further form is a file here, a line in [`read`], and a
//! [`Form`].

mod build;
mod counted;
mod docx;
pub mod draft;
mod html;
mod notes;
mod odt;
mod pdf;
mod printed;
mod steps;
mod weighed;
mod words;
mod xml;
mod zip;

use crate::letter::{self, Form, Language, Letter, LetterError};
use html::HtmlError;
use pdf::PdfError;
use xml::XmlError;
use zip::Zip;

/// Why bytes are no letter that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// They are text, and no letter.
    Text(LetterError),
    /// They are a PDF without text that can be read.
    Pdf(PdfError),
    /// They are a web page without a letter.
    Page(HtmlError),
    /// They are XML of something else.
    Xml(XmlError),
    /// They are a file of packed parts that cannot be unpacked, or only to far more than a letter holds.
    Packed,
    /// They are a document that only opens with a password.
    Locked,
    /// They are of a form that is not read, and this is what it is called.
    Form(&'static str),
}

/// Reads a letter from its bytes, whatever their form.
///
/// # Errors
/// [`SourceError`] where they hold no letter, or none that can be read.
pub fn read(bytes: impl Into<Vec<u8>>) -> Result<Letter, SourceError> {
    let bytes = bytes.into();
    match letter::form_of_bytes(&bytes) {
        Some("PDF") => {
            let draft = pdf::read(bytes).map_err(SourceError::Pdf)?;
            return made(draft, Form::Pdf);
        }
        Some(letter::ZIP) => return packed(bytes),
        Some(name) => return Err(SourceError::Form(name)),
        None => {}
    }
    let text =
        letter::decoded(bytes).map_err(|at| SourceError::Text(LetterError::NotText { at }))?;
    match letter::form_of_text(&text) {
        Some("HTML") => made(html::read(&text).map_err(SourceError::Page)?, Form::WebPage),
        Some("XML") => made(
            xml::read(&text).map_err(SourceError::Xml)?,
            Form::OfficialXml,
        ),
        Some(name) => Err(SourceError::Form(name)),
        None => {
            let text = letter::unquoted(&text).unwrap_or(text);
            match printed::read(letter::single_spaced(&text).as_ref().unwrap_or(&text)) {
                Some(draft) if !draft.blocks.is_empty() => made(draft, Form::FixedWidthText),
                // What is no page, or of which nothing but notes and the feet of pages would be left.
                _ => letter::read_text(text).map_err(SourceError::Text),
            }
        }
    }
}

/// Adds to a letter what the metadata says that lies beside it, where that is about this letter; what the letter
/// says itself stays. Tells whether it was.
pub fn add_metadata(letter: &mut Letter, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some((id, said)) = xml::metadata::read(&text) else {
        return false;
    };
    let own = letter.facts.id();
    if id.is_some() && own.is_some() && id != own {
        return false;
    }
    let facts = &mut letter.facts;
    facts.title = facts.title.take().or(said.title);
    facts.date = facts.date.or(said.date);
    true
}

/// Reads a file in which parts are packed, if they are those of a document of a word processor.
fn packed(bytes: Vec<u8>) -> Result<Letter, SourceError> {
    let zip = Zip::open(bytes).ok_or(SourceError::Packed)?;
    if docx::is_one(&zip) {
        let draft = docx::read(&zip).ok_or(SourceError::Packed)?;
        return made(draft, Form::Docx);
    }
    if odt::is_one(&zip) {
        if odt::is_encrypted(&zip) {
            return Err(SourceError::Locked);
        }
        let draft = odt::read(&zip).ok_or(SourceError::Packed)?;
        return made(draft, Form::Odt);
    }
    Err(SourceError::Form(packed_form(&zip)))
}

/// What a file of packed parts is called that is no such document, by a part that only its kind has.
fn packed_form(zip: &Zip) -> &'static str {
    const KINDS: [(&str, &str); 5] = [
        ("xl/", "Excel"),
        ("ppt/", "PowerPoint"),
        ("META-INF/container.xml", "EPUB"),
        ("META-INF/manifest.xml", "OpenDocument"),
        ("word/", "Word"),
    ];
    let has = |start: &str| zip.names().any(|name| name.starts_with(start));
    let known = KINDS.into_iter().find(|(start, _)| has(start));
    known.map_or("ZIP", |(_, name)| name)
}

fn made(draft: draft::Draft, form: Form) -> Result<Letter, SourceError> {
    if draft.blocks.is_empty() {
        return Err(SourceError::Text(LetterError::Empty));
    }
    Ok(build::letter(draft, form))
}

impl SourceError {
    /// What is wrong and what to do, in one sentence that follows on a file's name.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        let dutch = language == Language::Dutch;
        let pick = |nl: &str, en: &str| if dutch { nl.to_owned() } else { en.to_owned() };
        match self {
            Self::Text(error) => error.say(language),
            Self::Form(name) if dutch => {
                format!(
                    "dit is {name}; dat wordt niet gelezen, kies de brief als PDF, DOCX, ODT, XML, webpagina of tekst"
                )
            }
            Self::Form(name) => {
                format!(
                    "this is {name}, which is not read; choose the letter as PDF, DOCX, ODT, XML, web page or text"
                )
            }
            Self::Packed => pick(
                "dit bestand is beschadigd en niet uit te pakken; haal het opnieuw op",
                "this file is damaged and cannot be unpacked; fetch it again",
            ),
            Self::Locked => pick(
                "dit document is beveiligd met een wachtwoord; bewaar het zonder wachtwoord",
                "this document is locked with a password; save it without one",
            ),
            Self::Pdf(PdfError::Encrypted) => pick(
                "deze pdf is beveiligd; open de tekst op officielebekendmakingen.nl",
                "this PDF is encrypted; open the text on officielebekendmakingen.nl",
            ),
            Self::Pdf(PdfError::Damaged) => pick(
                "deze pdf is beschadigd; haal het bestand opnieuw op",
                "this PDF is damaged; fetch the file again",
            ),
            Self::Pdf(PdfError::Scan) => pick(
                "deze pdf is een scan, zonder tekst; de tekst op officielebekendmakingen.nl kan wel worden gelezen",
                "this PDF is a scan without text; the text on officielebekendmakingen.nl can be read",
            ),
            Self::Pdf(PdfError::Untagged) => pick(
                "in deze pdf staat niet in welke volgorde de tekst hoort; open de tekst op officielebekendmakingen.nl",
                "this PDF does not say in which order its text is read; open the text on officielebekendmakingen.nl",
            ),
            Self::Page(HtmlError::Landing { title }) => {
                let title = letter::visible_line(title);
                if dutch {
                    format!(
                        "deze pagina kondigt de brief ‘{title}’ aan, maar bevat hem niet; open de pdf waarnaar ze verwijst"
                    )
                } else {
                    format!(
                        "this page announces the letter ‘{title}’ without its text; open the PDF it links to"
                    )
                }
            }
            Self::Page(HtmlError::NoText) => pick(
                "op deze pagina staat geen lopende tekst; kies de pagina met de brief zelf",
                "there is no running text on this page; choose the page with the letter itself",
            ),
            Self::Xml(XmlError::Other { root }) => {
                let root = letter::visible_line(root);
                if dutch {
                    format!(
                        "deze xml is geen kamerstuk (het buitenste element is <{root}>); kies de xml van een kamerstuk"
                    )
                } else {
                    format!(
                        "this XML is no parliamentary paper (its outermost element is <{root}>); choose the XML of one"
                    )
                }
            }
            Self::Xml(XmlError::NoElement) => pick(
                "in deze xml staat geen enkel element; kies de xml van een kamerstuk",
                "there is no element in this XML; choose the XML of a parliamentary paper",
            ),
        }
    }
}
