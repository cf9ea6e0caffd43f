//! A theme of the user's own: the roles that its file names, on top of a built-in theme.

use super::theme::{Look, Theme};
use crate::{
    built_in::THEMES,
    settings::{Fault, File, OwnTheme, Sentences, Settings, in_order, with_broken},
};
use ratatui::style::{Color, Modifier, Style};
use toml::de::{DeTable, DeValue};

/// Where a theme has the look of a role.
type Role = fn(&mut Theme) -> &mut Look;

/// Every role by its name in the file.
pub(super) const ROLES: [(&str, Role); 22] = [
    ("text", |theme| &mut theme.text),
    ("faint", |theme| &mut theme.faint),
    ("title", |theme| &mut theme.title),
    ("accent", |theme| &mut theme.accent),
    ("bar", |theme| &mut theme.bar),
    ("organisation", |theme| &mut theme.organisation),
    ("instrument", |theme| &mut theme.instrument),
    ("other", |theme| &mut theme.other),
    ("note", |theme| &mut theme.note),
    ("focus", |theme| &mut theme.focus),
    ("hit", |theme| &mut theme.hit),
    ("near", |theme| &mut theme.near),
    ("echo", |theme| &mut theme.echo),
    ("hedge", |theme| &mut theme.hedge),
    ("selected", |theme| &mut theme.selected),
    ("chosen", |theme| &mut theme.chosen),
    ("matched", |theme| &mut theme.matched),
    ("key", |theme| &mut theme.key),
    ("notice", |theme| &mut theme.notice),
    ("mark", |theme| &mut theme.mark),
    ("italic", |theme| &mut theme.italic),
    ("bold", |theme| &mut theme.bold),
];

/// What a look can have besides colours.
const MODIFIERS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// The theme of a file, and what in it cannot be used.
#[must_use]
pub fn read(own: &OwnTheme) -> (Theme, Vec<Fault>) {
    let file = File::new(&own.text);
    let (table, broken) = file.table();
    let mut faults = Vec::new();
    let mut theme = Theme::at(0);
    let all = in_order(table.get_ref());
    for (name, value) in &all {
        if name.get_ref() == "base" {
            let base = value.get_ref().as_str();
            match base.and_then(|base| Settings::default().theme_named(base)) {
                Some(base) => theme = Theme::at(base),
                None => faults.push(
                    Fault::new(file.line(name.span()), |words| words.no_value)
                        .with("name", "base")
                        .with("value", file.written(value.span()))
                        .with("possible", THEMES.map(|(name, _)| name).join(", ")),
                ),
            }
        }
    }
    for (name, value) in all {
        let written: &str = name.get_ref();
        if written == "base" {
            continue;
        }
        let role = ROLES.into_iter().find(|(known, _)| *known == written);
        if let Some(((_, role), parts)) = role.zip(value.get_ref().as_table()) {
            *role(&mut theme) = look(file, parts, &mut faults);
        } else {
            let fault = Fault::new(file.line(name.span()), |words| words.no_role);
            let known = ROLES.into_iter().map(|(known, _)| known).chain(["base"]);
            faults.push(fault.with("name", written).with_known(written, known));
        }
    }
    (theme, with_broken(faults, broken))
}

/// The look that a table says: `{ fg = "#154273", bold = true }`.
impl Theme {
    /// The theme that a count falls on, among those of the user's own too.
    #[must_use]
    pub fn of(settings: &Settings, count: usize) -> Self {
        let number = settings.theme_at(count);
        match number.checked_sub(THEMES.len()) {
            Some(own) => read(&settings.themes[own]).0,
            None => Self::at(number),
        }
    }
}

fn look(file: File, parts: &DeTable, faults: &mut Vec<Fault>) -> Look {
    let mut style = Style::default();
    for (name, value) in in_order(parts) {
        let written: &str = name.get_ref();
        let modifier = MODIFIERS.into_iter().find(|(known, _)| *known == written);
        let taken = match (written, modifier) {
            ("fg", _) => colour(value.get_ref()).map(|colour| style = style.fg(colour)),
            ("bg", _) => colour(value.get_ref()).map(|colour| style = style.bg(colour)),
            (_, Some((_, modifier))) => value.get_ref().as_bool().map(|on| {
                if on {
                    style = style.add_modifier(modifier);
                }
            }),
            _ => {
                let fault = Fault::new(file.line(name.span()), |words| words.no_role);
                let known = MODIFIERS.into_iter().map(|(known, _)| known);
                faults.push(
                    fault
                        .with("name", written)
                        .with_known(written, ["fg", "bg"].into_iter().chain(known)),
                );
                continue;
            }
        };
        if taken.is_none() {
            faults.push(
                Fault::new(file.line(name.span()), |words| words.no_colour)
                    .with("name", written)
                    .with("value", file.written(value.span())),
            );
        }
    }
    Look(style)
}

fn colour(value: &DeValue) -> Option<Color> {
    match value {
        DeValue::Integer(number) => number.as_str().parse().ok().map(Color::Indexed),
        value => value.as_str()?.parse().ok(),
    }
}

/// What is wrong in the user's own themes, in sentences that name their files.
#[must_use]
pub fn complaints(themes: &[OwnTheme], words: impl Fn() -> Sentences) -> Vec<String> {
    let mut complaints = Vec::new();
    for theme in themes {
        let (_, faults) = read(theme);
        if !faults.is_empty() {
            let words = words();
            complaints.extend(
                faults
                    .iter()
                    .map(|fault| format!("{}, {}", theme.file, fault.say(&words))),
            );
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::words::Words, letter::Language};
    use std::collections::HashMap;

    fn own(text: &str) -> OwnTheme {
        OwnTheme {
            name: "eigen".into(),
            file: "eigen.toml".into(),
            text: text.into(),
        }
    }

    #[test]
    fn a_file_changes_what_it_names() {
        let (theme, faults) = read(&own(
            "hit = { fg = 16, bg = \"#ffcc00\", bold = true, italic = false }\nbase = \"donker\"\n",
        ));
        assert!(faults.is_empty(), "{faults:?}");
        let base = Theme::at(2);
        let hit = Look(
            Style::new()
                .fg(Color::Indexed(16))
                .bg(Color::Rgb(255, 204, 0))
                .add_modifier(Modifier::BOLD),
        );
        assert_eq!(theme, Theme { hit, ..base });
    }

    #[test]
    fn every_role_has_its_name() {
        // These look as the letter has them, in a theme that says nothing of it.
        const UNSAID: [&str; 2] = ["italic", "bold"];
        for (index, (_, source)) in THEMES.into_iter().enumerate() {
            let known: HashMap<&str, Look> = crate::built_in::read(source);
            assert_eq!(known.len() + UNSAID.len(), ROLES.len(), "{index}");
            for (name, _) in ROLES.into_iter().filter(|(name, _)| !UNSAID.contains(name)) {
                assert!(known.contains_key(name), "{name}");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_holds() {
        let text = "textt = {}\nhit = { fg = \"paars\", bold = true }\nnear = { vet = true }\nbase = \"wit\"\n= 3";
        let (theme, faults) = read(&own(text));
        assert_eq!(faults.len(), 5, "{faults:?}");
        assert_eq!(theme.hit, Look(Style::new().add_modifier(Modifier::BOLD)));
        let words = Words::of(Language::Dutch);
        let said = complaints(&[own(text)], || words.settings().wrong.clone());
        for (line, expected) in [
            "eigen.toml, regel 1: ‘textt’ is niets in een thema; bedoeld is misschien ‘text’",
            "eigen.toml, regel 2: fg kan niet ‘\"paars\"’ zijn; een kleur is #rrggbb",
            "eigen.toml, regel 3: ‘vet’ is niets in een thema; mogelijk zijn fg, bg, bold",
            "eigen.toml, regel 4: base kan niet ‘\"wit\"’ zijn; mogelijk zijn terminal, licht",
            "eigen.toml, regel 5: de naam voor = ontbreekt",
        ]
        .into_iter()
        .enumerate()
        {
            assert!(said[line].starts_with(expected), "{}", said[line]);
        }
    }
}
