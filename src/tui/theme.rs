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
    pub hedge: Look,
    pub selected: Look,
    pub chosen: Look,
    pub matched: Look,
    pub key: Look,
    pub notice: Look,
    pub mark: Look,
    #[serde(default = "italic")]
    pub italic: Look,
    #[serde(default = "bold")]
    pub bold: Look,
}

/// What the letter has in italics, in a theme that says nothing of it.
const fn italic() -> Look {
    Look(Style::new().add_modifier(Modifier::ITALIC))
}

/// What the letter has in bold, in a theme that says nothing of it.
const fn bold() -> Look {
    Look(Style::new().add_modifier(Modifier::BOLD))
}

/// The looks of one role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look(pub Style);

/// The theme without colours, for `NO_COLOR`.
pub const MONO: usize = 5;

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
    use crate::{settings::Settings, tui::own_theme};

    #[test]
    fn every_theme_can_be_read() {
        for (index, (name, source)) in THEMES.iter().enumerate() {
            let theme = built_in::read::<Theme>(source);
            let settings = Settings::default();
            assert_eq!(settings.theme_named(name), Some(index));
            assert_eq!(Theme::of(&settings, index), theme);
        }
        assert_eq!(THEMES[MONO].0, "mono");
        assert_eq!(Settings::default().theme_named("geen"), None);
        assert_eq!(Settings::default().theme_named("nacht"), Some(2));
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

    /// Red, green and blue of a colour, from 0 to 1.
    fn parts(colour: Color) -> [f64; 3] {
        let Color::Rgb(red, green, blue) = colour else {
            panic!("{colour} is not known to the letter");
        };
        [red, green, blue].map(|part| f64::from(part) / 255.0)
    }

    /// How much lighter one colour is than the other, as WCAG 2 has it: from 1 to 21.
    fn contrast(one: Color, other: Color) -> f64 {
        let light = |colour| {
            let [red, green, blue] = parts(colour).map(|part| {
                if part <= 0.03928 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
        };
        let (one, other) = (light(one), light(other));
        (one / other).max(other / one)
    }

    #[test]
    fn all_text_can_be_read_on_what_it_stands_on() {
        for (name, least) in [
            ("licht", 4.5),
            ("donker", 4.5),
            ("rijks", 4.5),
            ("contrast", 7.0),
        ] {
            let settings = Settings::default();
            let mut theme = Theme::at(settings.theme_named(name).unwrap());
            let (ink, paper) = (theme.text.0.fg.unwrap(), theme.text.0.bg.unwrap());
            let echo = theme.echo.0.bg.unwrap();
            for (role, of) in own_theme::ROLES {
                let look = of(&mut theme).0;
                let found = contrast(look.fg.unwrap_or(ink), look.bg.unwrap_or(paper));
                assert!(found >= least, "{role} in {name}: {found}");
                if ["organisation", "instrument", "other", "note", "text"].contains(&role) {
                    let found = contrast(look.fg.unwrap_or(ink), echo);
                    assert!(found >= least, "{role} that is echoed in {name}: {found}");
                }
            }
            assert!(theme.text.0.add_modifier.is_empty());
        }
    }

    /// How far apart two colours are for who cannot tell red from green (deuteranopia), from 0 to 1.73.
    fn apart_without_red_and_green(one: Color, other: Color) -> f64 {
        let seen = |colour| {
            let [red, green, blue] = parts(colour);
            [
                0.625 * red + 0.375 * green,
                0.7 * red + 0.3 * green,
                0.3 * green + 0.7 * blue,
            ]
        };
        let (one, other) = (seen(one), seen(other));
        let squares = one.iter().zip(other).map(|(a, b)| (a - b).powi(2));
        squares.sum::<f64>().sqrt()
    }

    #[test]
    fn kinds_differ_also_for_who_cannot_tell_red_from_green() {
        for name in ["licht", "donker", "rijks", "contrast"] {
            let theme = Theme::at(Settings::default().theme_named(name).unwrap());
            let kinds = [theme.organisation, theme.instrument, theme.other];
            for (index, one) in kinds.iter().enumerate() {
                for other in &kinds[..index] {
                    let (a, b) = (one.0.fg.unwrap(), other.0.fg.unwrap());
                    let apart = apart_without_red_and_green(a, b);
                    assert!(apart > 0.15, "{a} and {b} in {name}: {apart}");
                    // Nor by colour alone.
                    assert_ne!(one.0.add_modifier, other.0.add_modifier, "{name}");
                }
            }
            let marks = (theme.hit.0.bg.unwrap(), theme.near.0.bg.unwrap());
            assert!(
                apart_without_red_and_green(marks.0, marks.1) > 0.15,
                "{name}"
            );
        }
    }
}
