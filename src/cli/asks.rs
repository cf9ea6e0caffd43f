//! `list asks` and `list implied`: what is asked for, how far the letter answers it, and with which words.

use super::{
    Desk,
    json::{self, MAKER, RULE, SpanJson},
    table::Table,
};
use crate::{
    app::stance::verdict_sign,
    letter::{Answer, Ask, Label, Letter, Span},
    reading::asks,
};
use serde::Serialize;

/// The columns of both tables.
pub const HEAD: [&str; 8] = [
    "section",
    "verdict",
    "ask",
    "how",
    "addresses",
    "reading",
    "looked for",
    "answers",
];

/// Which column of them is running text.
pub const TOLD: usize = 7;

#[derive(Serialize)]
pub struct AskJson<'a> {
    recommendation: Label,
    text: String,
    start: usize,
    end: usize,
    verdict: &'static str,
    reading: &'static str,
    answers: Vec<AnswerJson<'a>>,
}

/// An ask that only an answer shows; its address is that of the words that show it.
#[derive(Serialize)]
pub struct ImpliedJson<'a> {
    #[serde(flatten)]
    span: SpanJson<'a>,
    verdict: &'static str,
    reading: &'static str,
    answers: Vec<AnswerJson<'a>>,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    how: &'static str,
    #[serde(flatten)]
    span: SpanJson<'a>,
}

/// The asks of a table with this verdict, or all.
pub fn asks(letter: &Letter, table: Table, verdict: Option<&str>) -> Vec<Ask> {
    let mut all = if table == Table::Implied {
        letter.implied_asks()
    } else {
        asks::asks(letter)
    };
    all.retain(|ask| verdict.is_none_or(|verdict| ask.verdict.id() == verdict));
    all
}

/// Whose reading the asks of a letter are.
pub fn read_by(letter: &Letter) -> &'static str {
    if letter.knows_asks() { MAKER } else { RULE }
}

/// What is said of them beside them.
pub fn about(desk: &Desk, table: Table) -> &'static str {
    match table {
        Table::Implied => desk.words.cli().implied_are,
        _ => desk.words.asks_are(desk.letter.knows_asks()),
    }
}

fn answers<'a>(letter: &'a Letter, ask: &Ask) -> Vec<AnswerJson<'a>> {
    let json = |answer: &Answer| AnswerJson {
        how: answer.how.id(),
        span: json::span(letter, answer.span),
    };
    ask.answers.iter().map(json).collect()
}

/// Those of the recommendations as JSON.
pub fn json<'a>(letter: &'a Letter, asks: &[Ask]) -> Vec<AskJson<'a>> {
    let json = |ask: &Ask| {
        let text = letter.paragraph(ask.span.paragraph);
        let start = text[..ask.span.start].chars().count();
        AskJson {
            recommendation: letter.section_of_ask(ask).number,
            text: letter.own_words(ask.span).into_owned(),
            start,
            end: start + letter.words(ask.span).chars().count(),
            verdict: ask.verdict.id(),
            reading: read_by(letter),
            answers: answers(letter, ask),
        }
    };
    asks.iter().map(json).collect()
}

/// Those that only an answer shows, as JSON.
pub fn implied_json<'a>(letter: &'a Letter, asks: &[Ask]) -> Vec<ImpliedJson<'a>> {
    let json = |ask: &Ask| ImpliedJson {
        span: json::span(letter, ask.span),
        verdict: ask.verdict.id(),
        reading: read_by(letter),
        answers: answers(letter, ask),
    };
    asks.iter().map(json).collect()
}

/// An ask as a row of cells.
pub fn row(desk: &Desk, ask: &Ask) -> Vec<String> {
    let (letter, words) = (&desk.letter, &desk.words);
    let each = |told: &dyn Fn(&Answer) -> String, with: &str| {
        let all: Vec<String> = ask.answers.iter().map(told).collect();
        all.join(with)
    };
    vec![
        letter.section_of_ask(ask).number.to_string(),
        words.verdict(ask.verdict).to_owned(),
        letter.words(ask.span).to_owned(),
        each(&|answer| words.how(answer.how).to_owned(), ", "),
        each(&|answer| words.address(letter, answer.span.paragraph), ", "),
        read_by(letter).to_owned(),
        ask.looked.join(", "),
        each(&|answer| letter.words(answer.span).to_owned(), " / "),
    ]
}

/// The asks under the titles of their sections, under each what takes it up; last whose reading it is.
pub fn text(desk: &Desk, table: Table, asks: &[Ask]) -> String {
    let (letter, words, paper) = (&desk.letter, &desk.words, desk.paper);
    let all = self::asks(letter, table, None);
    let mut printed = String::new();
    let mut last = None;
    for ask in asks {
        let section = letter.section_of(ask.span.paragraph);
        if last != Some(section) {
            let own = &letter.sections()[section];
            let title = letter.title(own).map(|title| title.get(words.language));
            let heading = [own.number.to_string(), title.unwrap_or_default().to_owned()].join("  ");
            let count = match table {
                Table::Asks => {
                    let within = asks::in_section(letter, &all, section);
                    format!(" · {}", words.answered(within))
                }
                _ => String::new(),
            };
            printed += &paper.heading(&(heading.trim_end().to_owned() + &count));
            last = Some(section);
        }
        printed += &lines(desk, ask);
    }
    if !asks.is_empty() {
        printed += "\n";
        printed += &paper.paragraph("", about(desk, table), &[]);
    }
    printed
}

/// An ask with its verdict, and under it what takes it up, or what was looked for.
fn lines(desk: &Desk, ask: &Ask) -> String {
    let (letter, words, paper) = (&desk.letter, &desk.words, desk.paper);
    let told = |verdict: &str, span: Span| format!("{verdict}: {}", letter.words(span));
    let sign = format!("{}  ", verdict_sign(ask.verdict));
    let mut printed = paper.paragraph(&sign, &told(words.verdict(ask.verdict), ask.span), &[]);
    if !ask.looked.is_empty() {
        let looked = words
            .cli()
            .asks_looked
            .replace("{}", &ask.looked.join(", "));
        printed += &paper.paragraph("   ", &looked, &[]);
    }
    for answer in &ask.answers {
        let margin = format!("   {:<4} ", words.address(letter, answer.span.paragraph));
        printed += &paper.paragraph(&margin, &told(words.how(answer.how), answer.span), &[]);
    }
    printed
}
