//! Puts together all that can be found in a letter: names, abbreviations and sections, each with its fields.

use super::{Filter, Stock};
use crate::{
    app::{Subject, Under},
    catalogue::Kind,
    reading::finder,
};

/// How much a section stands behind an entity that matches alike, in the finder's points.
const SECTION_WEIGHT: i64 = -120;

/// How much an abbreviation does.
const ABBREVIATION_WEIGHT: i64 = -60;

/// All that can be found in a letter, as far as it is known.
pub(super) fn stock(under: Under) -> Stock {
    let reader = under.reader;
    let catalogue = &reader.catalogue;
    let named = finder::named(&reader.catalogue, &reader.mentions);
    let loose = reader.loose_abbreviations();
    let shows = |kind: &Kind| {
        named
            .iter()
            .any(|&index| catalogue.entity(index).kind == *kind)
    };
    let mut stock = Stock::default();
    stock.filters.push(Filter::All);
    let kinds = Kind::ALL.into_iter().filter(shows).map(Filter::Kind);
    stock.filters.extend(kinds);
    stock
        .filters
        .extend((!loose.is_empty()).then_some(Filter::Abbreviations));
    stock.filters.push(Filter::Sections);
    for index in named {
        stock.subjects.push(Subject::Entity(index));
        stock.finder.add(finder::fields(catalogue.entity(index)), 0);
    }
    let abbreviations = loose.into_iter().map(Subject::Abbreviation);
    let sections = (0..reader.letter.sections().len()).map(Subject::Section);
    let others = abbreviations
        .map(|subject| (subject, ABBREVIATION_WEIGHT))
        .chain(sections.map(|subject| (subject, SECTION_WEIGHT)));
    for (subject, weight) in others {
        let fields = under.fields(subject);
        let fields = fields.iter().map(|(text, source)| (text.as_str(), *source));
        stock.subjects.push(subject);
        stock.finder.add(fields, weight);
    }
    stock
}
