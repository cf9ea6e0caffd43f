//! What the makers of this program add to a letter they know: a short title for each section, what its
//! response comes to, and the paragraph breaks that the layout of its source hides; beside them, to be read
//! when they are wanted, its statements and what it asks for. All of it is data in `assets/letter`, read once at most.

use super::{Letter, Section, Stance, Twin, ask::Asks, stance::Judged, statement::Statements};
use crate::built_in::{self, built_in};
use serde::Deserialize;
use std::sync::LazyLock;

/// The files of ours for a letter.
struct Known {
    id: &'static str,
    ours: LazyLock<Ours>,
    statements: LazyLock<Statements>,
    asks: LazyLock<Asks>,
}

/// The letters that we know.
static KNOWN: [Known; 1] = [Known {
    id: "kst-36800-XVII-9",
    ours: LazyLock::new(|| built_in::read(built_in!("letter/kst-36800-XVII-9"))),
    statements: LazyLock::new(|| built_in::read(built_in!("letter/kst-36800-XVII-9.statements"))),
    asks: LazyLock::new(|| built_in::read(built_in!("letter/kst-36800-XVII-9.asks"))),
}];

/// What is ours for a letter that we do not know.
static NOTHING: Ours = Ours {
    title: None,
    breaks: Vec::new(),
    sections: Vec::new(),
};

/// What is ours for one letter; empty for a letter that we do not know.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ours {
    title: Option<Twin>,
    #[serde(default, rename = "break")]
    breaks: Vec<Break>,
    #[serde(default, rename = "section")]
    sections: Vec<Titled>,
}

/// The first words of a paragraph that the layout does not show to be one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Break {
    before: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Titled {
    number: u32,
    title: Twin,
    stance: Option<Judged>,
}

impl Ours {
    /// What is ours for the letter with this id.
    pub(crate) fn of(id: Option<&str>) -> &'static Self {
        known(id).map_or(&NOTHING, |known| &known.ours)
    }

    /// The stances that stand in a letter, whose ours these are.
    pub(super) fn stances(&self, letter: &Letter) -> Vec<Stance> {
        self.judged()
            .filter_map(|(section, judged)| judged.stance(section, letter))
            .collect()
    }

    /// What we have judged, each with the number of its section.
    pub(super) fn judged(&self) -> impl Iterator<Item = (u32, &Judged)> + Clone {
        let sections = self.sections.iter();
        sections.filter_map(|titled| Some((titled.number, titled.stance.as_ref()?)))
    }

    /// The first words of each paragraph whose start the layout hides.
    pub(super) fn breaks(&self) -> impl Iterator<Item = &str> {
        self.breaks.iter().map(|hidden| hidden.before.as_str())
    }
}

/// What is ours, kept as the id of the letter that it is for.
pub(super) mod by_id {
    use super::{KNOWN, NOTHING, Ours};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::sync::LazyLock;

    #[allow(clippy::trivially_copy_pass_by_ref)] // so it is given
    pub fn serialize<S: Serializer>(ours: &&'static Ours, to: S) -> Result<S::Ok, S::Error> {
        let is_own = |known: &&super::Known| std::ptr::eq(LazyLock::force(&known.ours), *ours);
        let nothing: &Ours = &NOTHING;
        let mut known = KNOWN.iter().filter(|_| !std::ptr::eq(*ours, nothing));
        let known = known.find(is_own);
        known.map(|known| known.id).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static Ours, D::Error> {
        let id = Option::<String>::deserialize(from)?;
        Ok(Ours::of(id.as_deref()))
    }
}

/// The letter with this id, if we know it.
fn known(id: Option<&str>) -> Option<&'static Known> {
    KNOWN.iter().find(|known| id == Some(known.id))
}

impl Statements {
    /// Those that we found in the letter with this id; none where nobody has looked for them.
    pub(crate) fn of(id: Option<&str>) -> Option<&'static Self> {
        known(id).map(|known| &*known.statements)
    }
}

impl Asks {
    /// Those that we found in the letter with this id; none where nobody has looked for them.
    pub(super) fn of(id: Option<&str>) -> Option<&'static Self> {
        known(id).map(|known| &*known.asks)
    }
}

impl Letter {
    /// Our short title of a section.
    #[must_use]
    pub fn title(&self, section: &Section) -> Option<&Twin> {
        self.ours
            .sections
            .iter()
            .find(|titled| section.number == titled.number)
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
        for known in &super::KNOWN {
            assert!(!known.ours.sections.is_empty(), "{}", known.id);
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
