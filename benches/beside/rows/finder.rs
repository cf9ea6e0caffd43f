//! The finder, beside `fzf` over the same names.

use super::{Bench, Lines, typed};
use crate::{
    inside::Call,
    made::Names,
    measure::Keys,
    pairs::{Pairs, Two},
    table::{
        Goal::{AtMost, Times},
        Line,
        Unit::Milliseconds,
    },
};
use kamerbrief::{
    catalogue::{Catalogue, Mentions},
    letter,
};
use std::{io, time::Duration};

/// Over the names that the embedded letter holds.
pub fn letter(bench: &Bench) -> Lines {
    let (letter, catalogue) = (letter::embedded(), Catalogue::embedded());
    let mentions = Mentions::find(&letter, catalogue);
    let entities = catalogue.entities().enumerate();
    let here = entities.filter(|(index, _)| mentions.of(*index).len() > 0);
    let names = Names(here.map(|(_, entity)| entity.name.clone()).collect());
    let [time, ..] = by_turns(bench, &names, bench.reader())?;
    let quantity = format!("finder over {} names: key to frame", names.0.len());
    Ok(vec![time.line(&quantity, Milliseconds, Times(0.5))])
}

/// Over so many made names.
pub fn many<const COUNT: usize>(bench: &Bench) -> Lines {
    let here = bench.made.role("names", &COUNT.to_string())?;
    let [time, _, first] = by_turns(bench, &Names::new(COUNT), here)?;
    let quantity = |what: &str| format!("finder over {COUNT} names: {what}");
    // What fzf does first is to show the letter that was typed: nothing to compare with.
    let first = Line {
        beside: String::new(),
        ratio: String::new(),
        ..first.line(&quantity("first letter"), Milliseconds, AtMost(16.0))
    };
    Ok(vec![
        time.line(&quantity("key to frame"), Milliseconds, Times(1.0)),
        first,
    ])
}

fn by_turns(bench: &Bench, names: &Names, here: Call) -> io::Result<[Pairs; 3]> {
    let queries = names.queries(bench.keys(24));
    let keys = |before| Keys {
        before,
        measured: queries.clone(),
        after: b"",
        quiet: Duration::from_millis(100),
    };
    let fzf = bench.made.call("fzf", &[]).reading(bench.made.list(names)?);
    let two = Two {
        here: (here, keys(b"f")),
        whose: "fzf",
        beside: (fzf, keys(b"")),
    };
    two.by_turns(bench.pairs(3), typed)
}
