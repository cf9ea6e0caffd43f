//! `list timeline`: every time that the letter names, from early to late, with who it is said of; and how much each
//! year holds.

use super::{
    Desk,
    json::{self, MAKER, RULE, SpanJson},
};
use crate::{
    app::tables::Teller,
    catalogue::Figures,
    letter::Letter,
    reading::{
        sentence, signals,
        when::{self, When, Years},
    },
};
use serde::Serialize;
use std::borrow::Cow;

/// The columns.
pub const HEAD: [&str; 8] = [
    "from", "to", "address", "when", "who", "kind", "sentence", "reading",
];

/// How long the longest bar is, in characters.
const BAR: usize = 40;

#[derive(Serialize)]
struct WhenJson<'a> {
    who: Option<Cow<'a, str>>,
    when: Cow<'a, str>,
    from: Option<u32>,
    to: Option<u32>,
    kind: &'static str,
    statement: Option<&'static str>,
    reading: &'static str,
    #[serde(flatten)]
    span: SpanJson<'a>,
    sentence: Cow<'a, str>,
}

/// The times of a letter of this kind, or all, from early to late.
pub fn whens(letter: &Letter, kind: Option<&str>) -> Vec<When> {
    let statements = signals::statements(letter);
    let mut all = when::of_statements(letter, &statements);
    all.extend(when::of_figures(
        letter,
        &statements,
        Figures::find(letter).all(),
    ));
    all.retain(|when| kind.is_none_or(|kind| when.kind.id() == kind));
    all.sort_by_key(|when| (when.order(), when.span));
    all
}

const fn read_by(when: &When) -> &'static str {
    if when.by_rule { RULE } else { MAKER }
}

/// All as JSON.
pub fn json<'a>(
    letter: &'a Letter,
    whens: &'a [When],
) -> impl Iterator<Item = impl Serialize + 'a> + 'a {
    whens.iter().map(|when| {
        let whole = sentence::whole(letter, when.span);
        WhenJson {
            who: when.who.map(|who| letter.own_words(who)),
            when: letter.own_words(when.span),
            from: when.years.map(|(first, _)| first),
            to: when.years.map(|(_, last)| last),
            kind: when.kind.id(),
            statement: when.statement.map(crate::letter::StatementKind::id),
            reading: read_by(when),
            span: json::span(letter, when.span),
            sentence: letter.own_words(whole),
        }
    })
}

/// All as rows of cells.
pub fn rows<'a>(desk: &'a Desk, whens: &'a [When]) -> impl Iterator<Item = Vec<String>> + 'a {
    let teller = Teller {
        letter: &desk.letter,
        words: &desk.words,
    };
    let year = |year: Option<u32>| year.map_or_else(String::new, |year| year.to_string());
    whens.iter().map(move |when| {
        let mut cells = vec![
            year(when.years.map(|(first, _)| first)),
            year(when.years.map(|(_, last)| last)),
        ];
        cells.extend(teller.when(when));
        cells.push(read_by(when).to_owned());
        cells
    })
}

/// Each time with who it is said of and its sentence, then a bar for each year, then whose reading it is.
pub fn text(desk: &Desk, whens: &[When]) -> String {
    let (words, paper) = (&desk.words, desk.paper);
    let mut printed = String::new();
    for row in rows(desk, whens) {
        let [_, _, address, when, who, kind, sentence, _] = &row[..] else {
            continue;
        };
        let told = [when.as_str(), who, kind]
            .into_iter()
            .filter(|part| !part.is_empty());
        printed += &paper.heading(&told.collect::<Vec<_>>().join(" · "));
        printed += &paper.paragraph(&format!("   {address:<4} "), sentence, &[]);
    }
    if !printed.is_empty() {
        printed += "\n";
        printed += &bars(desk, whens);
        printed += "\n";
        printed += &paper.paragraph("", words.when_read_by(&desk.letter), &[]);
    }
    printed
}

/// The years, each with a bar of what names it and of the periods that run through it.
fn bars(desk: &Desk, whens: &[When]) -> String {
    let mut years = Years::default();
    years.add(whens);
    let most = years.all().map(|(_, held)| held.named + held.running).max();
    let most = most.unwrap_or_default().max(BAR);
    let bar = |sign: &str, count: usize| {
        let cells = (count * BAR / most).max(usize::from(count > 0));
        sign.repeat(cells)
    };
    let line = |name: &str, named: usize, running: usize| {
        let bars = [bar("█", named), bar("░", running)].concat();
        format!("{name}  {bars} {}\n", named + running)
    };
    let mut printed: String = years
        .all()
        .map(|(year, held)| line(&year.to_string(), held.named, held.running))
        .collect();
    if years.without() > 0 {
        printed += &line(desk.words.timeline.no_year, years.without(), 0);
    }
    let told = desk.words.timeline.legend;
    let told = told.replace("{named}", "█").replace("{running}", "░");
    printed + &desk.paper.paragraph("", &told, &[])
}
