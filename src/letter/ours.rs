//! What the makers of this program add to a letter they know: a short title for each section, and
//! the paragraph breaks that the layout of its source hides. All of it is data in `assets/letter`.

use super::{Letter, Section, Twin};
use crate::built_in::{self, built_in};
use serde::Deserialize;

/// The files of ours, by the id of the letter they belong to.
const KNOWN: [(&str, &str); 1] = [("kst-36800-XVII-9", built_in!("letter/kst-36800-XVII-9"))];

/// What is ours for one letter; empty for a letter that we do not know.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ours {
    title: Option<Twin>,
    #[serde(default, rename = "break")]
    breaks: Vec<Break>,
    #[serde(default, rename = "section")]
    sections: Vec<Titled>,
}

/// The first words of a paragraph that the layout does not show to be one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Break {
    before: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Titled {
    number: u32,
    title: Twin,
}

impl Ours {
    /// What is ours for the letter with this id.
    pub(super) fn of(id: &str) -> Self {
        let source = KNOWN
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, source)| *source);
        source.map(built_in::read).unwrap_or_default()
    }

    /// The first words of each paragraph whose start the layout hides.
    pub(super) fn breaks(&self) -> impl Iterator<Item = &str> {
        self.breaks.iter().map(|hidden| hidden.before.as_str())
    }
}

impl Letter {
    /// Our short title of a section.
    #[must_use]
    pub fn title(&self, section: &Section) -> Option<&Twin> {
        self.ours
            .sections
            .iter()
            .find(|titled| titled.number == section.number)
            .map(|titled| &titled.title)
    }

    /// Our short title of the whole letter.
    #[must_use]
    pub fn short_title(&self) -> Option<&Twin> {
        self.ours.title.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use crate::letter::embedded;

    #[test]
    fn our_files_can_be_read() {
        for (_, source) in super::KNOWN {
            crate::built_in::read::<super::Ours>(source);
        }
    }

    #[test]
    fn our_data_fits_the_embedded_letter() {
        let letter = embedded();
        assert!(letter.short_title().is_some());
        for section in letter.sections() {
            assert!(
                letter.title(section).is_some(),
                "section {} has no title",
                section.number
            );
        }
        assert_eq!(letter.ours.sections.len(), letter.sections().len());
        for start in letter.ours.breaks() {
            let found = (0..letter.paragraphs().len())
                .filter(|&index| letter.paragraph(index).starts_with(start));
            assert_eq!(
                found.count(),
                1,
                "no paragraph, or more than one, starts with ‘{start}’"
            );
            let hidden = crate::letter::source::embedded_source()
                .matches(start)
                .count();
            assert_eq!(hidden, 1, "‘{start}’ does not stand in the source once");
        }
    }
}
