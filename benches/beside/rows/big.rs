//! Letters far larger than any: the embedded one a thousand times over, and a long one in one line.

use super::{Bench, Lines, typed};
use crate::{
    inside::Call,
    made::{PROGRAM, size},
    measure::{self, Keys},
    pairs::Two,
    table::{
        Goal::{AtMost, Times},
        Unit::{Megabytes, Milliseconds},
    },
};
use std::time::Duration;

/// A line near the top of the letter.
const TOP: &str = "Den Haag, 31 oktober 2025";

/// The key to the section of the big letter that holds all but the first copy.
const LONG_SECTION: &[u8] = b"8";

pub fn start(bench: &Bench) -> Lines {
    let two = bench.with_vim(&bench.made.big()?);
    let figures = |call: &Call| Ok([measure::first_sight(call, TOP)?]);
    let [pairs] = two.by_turns(bench.pairs(10), figures)?;
    Ok(vec![pairs.line(
        "x1000: start to first frame",
        Milliseconds,
        Times(1.0),
    )])
}

/// Beside the small letter: a key must not cost more because the letter is long.
pub fn scroll(bench: &Bench) -> Lines {
    let big = bench.made.call(PROGRAM, &[&bench.made.big()?]);
    let in_section = Keys {
        before: LONG_SECTION,
        ..bench.scrolling()
    };
    let two = Two {
        here: (big, in_section),
        whose: "own",
        beside: (bench.reader(), bench.scrolling()),
    };
    let [pairs, ..] = two.by_turns(bench.pairs(5), typed)?;
    Ok(vec![pairs.line(
        "x1000: scroll key to frame",
        Milliseconds,
        Times(1.15),
    )])
}

pub fn end(bench: &Bench) -> Lines {
    let file = bench.made.big()?;
    let Two {
        here,
        whose,
        beside,
    } = bench.with_less(bench.made.call(PROGRAM, &[&file]), &file);
    let keys = |before| Keys {
        before,
        measured: bench.cycle(&["G", "g"], 40),
        after: b"",
        quiet: Duration::from_millis(200),
    };
    let two = Two {
        here: (here, keys(LONG_SECTION)),
        whose,
        beside: (beside, keys(b"")),
    };
    let [pairs, ..] = two.by_turns(bench.pairs(5), typed)?;
    Ok(vec![pairs.line(
        "x1000: to the end or back",
        Milliseconds,
        Times(3.0),
    )])
}

pub fn memory(bench: &Bench) -> Lines {
    let file = bench.made.big()?;
    let size = size(&file)?;
    let figures = |call: &Call| Ok([measure::memory(call)? - size]);
    let [pairs] = bench.with_vim(&file).by_turns(bench.pairs(3), figures)?;
    Ok(vec![pairs.line(
        "x1000: most memory, over the file’s size",
        Megabytes,
        AtMost(2.0 * size),
    )])
}

pub fn search(bench: &Bench) -> Lines {
    let Two {
        here,
        whose,
        beside,
    } = bench.with_vim(&bench.made.big()?);
    let keys = || Keys {
        before: b"",
        // Two words: at a second time one would give the picture that is there.
        measured: bench.cycle(&["/zzqqx\r", "/xqqzz\r"], 8),
        after: b"\x1b",
        quiet: Duration::from_secs(1),
    };
    let two = Two {
        here: (here, keys()),
        whose,
        beside: (beside, keys()),
    };
    let [pairs, ..] = two.by_turns(bench.pairs(3), typed)?;
    Ok(vec![pairs.line(
        "x1000: search for a word that is absent",
        Milliseconds,
        Times(1.0),
    )])
}

pub fn paragraph(bench: &Bench) -> Lines {
    let file = bench.made.paragraph()?;
    let Two {
        here,
        whose,
        beside,
    } = bench.with_less(bench.made.call(PROGRAM, &[&file]), &file);
    let keys = || Keys {
        quiet: Duration::from_millis(200),
        ..bench.scrolling()
    };
    let two = Two {
        here: (here, keys()),
        whose,
        beside: (beside, keys()),
    };
    let [pairs, ..] = two.by_turns(bench.pairs(3), typed)?;
    let quantity = format!("a paragraph of {:.1} MB: scroll key", size(&file)? / 1e6);
    Ok(vec![pairs.line(&quantity, Milliseconds, Times(1.0))])
}
