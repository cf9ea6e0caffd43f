//! Names that letters of any ministry use (`assets/gazetteer.toml`). They are read only for a letter that we do
//! not know, whose own names stand in the catalogue.

use super::{Catalogue, Entity, Kind, scan::Scanner};
use crate::built_in::{self, built_in};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    group: Vec<Group>,
}

/// Names of which one line says what they are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: Kind,
    nl: String,
    en: String,
    names: Vec<String>,
}

/// The catalogue, and behind it the names of any letter.
pub(super) fn catalogue() -> &'static Catalogue {
    static READ: LazyLock<Catalogue> = LazyLock::new(|| {
        let base = Catalogue::embedded();
        let entities = entities();
        Catalogue {
            letter: base.letter.clone(),
            base: Some(base),
            scanner: Scanner::new(&entities),
            entities,
        }
    });
    &READ
}

fn entities() -> Vec<Entity> {
    let file: File = built_in::read(built_in!("gazetteer"));
    file.group
        .iter()
        .flat_map(|group| group.names.iter().map(|name| entity(group, name)))
        .collect()
}

/// `Name (NM); another form`. Who writes `en` may write `&` too.
fn entity(group: &Group, written: &str) -> Entity {
    let mut forms = written.split("; ");
    let first = forms.next().unwrap_or(written);
    let parted = first
        .strip_suffix(')')
        .and_then(|first| first.rsplit_once(" ("));
    let (name, short) = parted.map_or((first, None), |(name, short)| (name, Some(short)));
    let others = forms.filter(|form| Some(*form) != short);
    let signs = (written.split("; ").map(|form| form.trim_end_matches(')')))
        .map(|form| form.rsplit_once(" (").map_or(form, |(name, _)| name))
        .filter(|form| form.contains(" en "))
        .map(|form| form.replace(" en ", " & "));
    Entity {
        abbreviation: short.map(str::to_owned),
        aliases: others.map(str::to_owned).chain(signs).collect(),
        ..Entity::new(name, group.kind, &group.nl, &group.en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_name_stands_twice_or_in_the_catalogue_too() {
        let known: HashSet<&str> = Catalogue::embedded()
            .entities()
            .flat_map(Entity::forms)
            .collect();
        let own = entities();
        let mut met = HashSet::new();
        let twice: Vec<&str> = own
            .iter()
            .flat_map(Entity::forms)
            .filter(|form| known.contains(form) || !met.insert(*form))
            .collect();
        assert_eq!(twice, [""; 0]);
        assert!(own.len() > 300, "{}", own.len());
    }
}
