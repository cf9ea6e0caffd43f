//! Many letters: a folder of ten to ten thousand, beside one letter's start and `rg` over the same words.

use super::{Bench, Lines, whole::whole};
use crate::{
    inside::Call,
    made::PROGRAM,
    measure::{self, Keys, count, median},
    table::{
        Goal::{self, AtMost, Times},
        Line,
        Unit::{self, Megabytes, Milliseconds},
    },
};
use std::time::Duration;

/// Closes the list, and looks in all letters.
const OPEN: &[u8] = b"\x03Af";

pub fn many<const COUNT: usize>(bench: &Bench) -> Lines {
    let shelf = bench.made.shelf(COUNT)?;
    let call = bench.made.call(PROGRAM, &[&shelf.letters]);
    let times = bench.pairs(if COUNT < 10_000 { 10 } else { 3 }).max(2);
    let sight = |call: &Call, words: &str| measure::first_sight(call, words);
    let all = format!("{0}/{0}", COUNT + 1);
    let (mut alone, mut first, mut read, mut again) = (vec![], vec![], vec![], vec![]);
    for _ in 0..times {
        alone.push(measure::full_frame(&bench.reader())?);
        bench.made.forget()?;
        first.push(sight(&call, "000000.txt").or_else(|_| sight(&call, "20 000, nr. 1"))?);
        bench.made.forget()?;
        read.push(sight(&call, &all)?);
        again.push(sight(&call, &all)?);
    }
    let name = |quantity: &str| format!("{COUNT} letters: {quantity}");
    let mut lines = vec![
        line(
            &name("first screen"),
            (&first, "one", &alone),
            Milliseconds,
            Times(2.0),
        ),
        line(
            &name("all read, second start"),
            (&again, "first", &read),
            Milliseconds,
            Times(0.3),
        ),
    ];
    let keys = |typed: &[&str], before| Keys {
        before,
        measured: bench.cycle(typed, 24),
        after: b"",
        quiet: Duration::from_millis(if COUNT < 10_000 { 300 } else { 2_000 }),
    };
    let names = measure::press(&call, &keys(&["c", "i", "v", "\x15"], OPEN))?;
    lines.push(line(
        &name("first change at a key over all names"),
        (&[names.first], "", &[]),
        Milliseconds,
        AtMost(16.0),
    ));
    let absent = measure::press(&call, &keys(&["zzqqxzzqq", "\x15"], OPEN))?;
    let rg = whole(
        "rg",
        &[
            "-c",
            "landrechtloos",
            shelf.texts.to_str().unwrap_or_default(),
        ],
    )?;
    let found = measure::press(&call, &keys(&["landrechtloos", "\x15"], OPEN))?;
    lines.push(line(
        &name("search over all, all hits"),
        (&[found.frame], "rg", &[rg]),
        Milliseconds,
        Times(1.0),
    ));
    lines.push(line(
        &name("search over all, first hits"),
        (&[found.first], "rg", &[rg]),
        Milliseconds,
        Times(1.0),
    ));
    lines.push(line(
        &name("an absent word, all kinder ways"),
        (&[absent.first], "rg", &[rg]),
        Milliseconds,
        Times(1.0),
    ));
    let memory = measure::memory(&call)?;
    let bytes = count(shelf.bytes);
    lines.push(line(
        &name("most memory"),
        (&[memory], "text", &[bytes]),
        Megabytes,
        Times(3.0),
    ));
    Ok(lines)
}

/// A line of figures here and beside.
fn line(
    quantity: &str,
    (here, whose, beside): (&[f64], &str, &[f64]),
    unit: Unit,
    goal: Goal,
) -> Line {
    let here = median(here);
    let has_other = !beside.is_empty();
    let beside = median(beside);
    let ratio = here / beside;
    Line {
        quantity: quantity.to_owned(),
        here: unit.say(here),
        beside: if has_other {
            format!("{whose} {}", unit.say(beside))
        } else {
            String::new()
        },
        ratio: if has_other {
            format!("{ratio:.2}x")
        } else {
            String::new()
        },
        goal: goal.say(unit),
        met: match goal {
            Times(times) => ratio <= times,
            AtMost(most) => here <= most,
        },
    }
}
