//! Themes: what each role looks like. A theme is a file in `assets/themes`.

use crate::built_in::{self, THEMES};
use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Deserializer};

/// What a stretch of the screen is, and so what it looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // each field is the role it names
pub struct Theme {
    pub text: Look,
    pub faint: Look,
    pub title: Look,
    pub accent: Look,
    pub bar: Look,
    pub organisation: Look,
    pub instrument: Look,
    pub other: Look,
    pub note: Look,
    pub focus: Look,
    pub hit: Look,
    pub near: Look,
    pub echo: Look,
    pub selected: Look,
    pub chosen: Look,
    pub matched: Look,
    pub key: Look,
    pub notice: Look,
    pub mark: Look,
}

/// The looks of one role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look(pub Style);

/// The theme without colours, for `NO_COLOR`.
pub const MONO: usize = 3;

impl Theme {
    /// The theme that this count falls on.
    ///
    /// # Panics
    /// Never: a test reads every theme.
    #[must_use]
    pub fn at(count: usize) -> Self {
        let (_, source) = THEMES[count % THEMES.len()];
        built_in::read(source)
    }

    /// The theme without colours of its own in text, for rows that have a colour as a whole.
    #[must_use]
    pub fn plain(&self) -> Self {
        let line = Look(Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED));
        let bold = Look(Style::new().add_modifier(Modifier::BOLD));
        Self {
            matched: line,
            title: bold,
            chosen: self.chosen,
            ..Self::default()
        }
    }

    /// The number of the theme with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<usize> {
        THEMES.iter().position(|(known, _)| *known == name)
    }
}

impl<'de> Deserialize<'de> for Look {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        #[allow(clippy::struct_excessive_bools)] // as the file has them
        struct Parts {
            fg: Option<String>,
            bg: Option<String>,
            bold: bool,
            dim: bool,
            italic: bool,
            underline: bool,
            reverse: bool,
        }
        let parts = Parts::deserialize(source)?;
        let colour = |name: Option<String>| {
            name.map(|name| {
                name.parse::<Color>()
                    .map_err(|_| serde::de::Error::custom(format!("no colour: {name}")))
            })
            .transpose()
        };
        let mut style = Style {
            fg: colour(parts.fg)?,
            bg: colour(parts.bg)?,
            ..Style::default()
        };
        for (wanted, modifier) in [
            (parts.bold, Modifier::BOLD),
            (parts.dim, Modifier::DIM),
            (parts.italic, Modifier::ITALIC),
            (parts.underline, Modifier::UNDERLINED),
            (parts.reverse, Modifier::REVERSED),
        ] {
            if wanted {
                style = style.add_modifier(modifier);
            }
        }
        Ok(Self(style))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_can_be_read() {
        for (index, (name, source)) in THEMES.iter().enumerate() {
            let theme = built_in::read::<Theme>(source);
            assert_eq!((Theme::named(name), Theme::at(index)), (Some(index), theme));
        }
        assert_eq!(THEMES[MONO].0, "mono");
        assert_eq!(Theme::named("geen"), None);
    }

    #[test]
    fn without_colour_a_choice_and_the_kinds_can_still_be_told_apart() {
        let mono = Theme::at(MONO);
        let looks = [
            mono.text,
            mono.organisation,
            mono.instrument,
            mono.other,
            mono.chosen,
            mono.focus,
        ];
        for (index, look) in looks.iter().enumerate() {
            assert_eq!((look.0.fg, look.0.bg), (None, None));
            assert!(!looks[..index].contains(look));
        }
    }
}
