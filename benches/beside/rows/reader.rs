//! The reader on the embedded letter, beside `less` on the same text.

use super::{Bench, Lines, typed};
use crate::{
    inside::Call,
    measure::{self, Ending, Idle, faults},
    pairs::Two,
    table::{
        Goal::{AtMost, Times},
        Line,
        Unit::{Bytes, Megabytes, Milliseconds},
    },
};
use rustix::process::Signal;
use std::time::Duration;

pub fn start(bench: &Bench) -> Lines {
    let two = bench.reader_and_less();
    let [pairs] = two.by_turns(bench.pairs(20), |call| Ok([measure::full_frame(call)?]))?;
    Ok(vec![pairs.line(
        "start to full frame",
        Milliseconds,
        Times(1.3),
    )])
}

pub fn scroll(bench: &Bench) -> Lines {
    let Two {
        here,
        whose,
        beside,
    } = bench.reader_and_less();
    let two = Two {
        here: (here, bench.scrolling()),
        whose,
        beside: (beside, bench.scrolling()),
    };
    let [time, bytes, _] = two.by_turns(bench.pairs(5), typed)?;
    Ok(vec![
        time.line("scroll key to frame", Milliseconds, Times(3.0)),
        bytes.line("a scrolled row, with the sidebar", Bytes, AtMost(1000.0)),
    ])
}

pub fn idle(bench: &Bench) -> Lines {
    let time = Duration::from_secs(if bench.quick { 2 } else { 5 });
    let say = |Idle { cpu, wakes, bytes }| format!("{cpu:.2}/{wakes}/{bytes}");
    let Two {
        here,
        whose,
        beside,
    } = bench.reader_and_less();
    let beside = measure::idle(&beside, b"", time)?;
    let screens = [("reader", &b""[..]), ("finder", b"f"), ("keys", b"?")];
    let lines = screens.into_iter().map(|(screen, key)| {
        let spent = measure::idle(&here, key, time)?;
        Ok(Line {
            quantity: format!("idle, {screen}: CPU ms / wake-ups / bytes"),
            here: say(spent),
            beside: format!("{whose} {}", say(beside)),
            goal: say(Idle::default()),
            met: spent == Idle::default(),
            ..Line::default()
        })
    });
    lines.collect()
}

pub fn burst(bench: &Bench) -> Lines {
    let figures = |call: &Call| Ok([measure::burst(call, &[b'j'; 500])?]);
    let [pairs] = bench.reader_and_less().by_turns(bench.pairs(10), figures)?;
    Ok(vec![pairs.line(
        "500 keys at once to the last frame",
        Milliseconds,
        Times(0.5),
    )])
}

pub fn memory(bench: &Bench) -> Lines {
    let two = bench.reader_and_less();
    let [pairs] = two.by_turns(bench.pairs(5), |call| Ok([measure::memory(call)?]))?;
    Ok(vec![pairs.line("most memory", Megabytes, AtMost(6e6))])
}

pub fn mute(bench: &Bench) -> Lines {
    let two = Two {
        here: bench.reader().mute(),
        whose: "own",
        beside: bench.reader(),
    };
    let [pairs] = two.by_turns(bench.pairs(20), |call| Ok([measure::full_frame(call)?]))?;
    Ok(vec![pairs.line(
        "start on a mute terminal",
        Milliseconds,
        Times(1.1),
    )])
}

/// Ctrl-C does not end `less`, and nobody can make it panic.
pub fn ends(bench: &Bench) -> Lines {
    let Two {
        here,
        whose,
        beside,
    } = bench.reader_and_less();
    let panics = bench.made.role("panics", "")?;
    let quit = Ending::Key(b"q");
    let [term, hup] = [Signal::TERM, Signal::HUP].map(Ending::Signal);
    let own = [
        faults(&here, quit)?,
        faults(&here, Ending::Key(b"\x03"))?,
        faults(&here, term)?,
        faults(&here, hup)?,
        faults(&panics, Ending::Key(b"]"))?,
    ];
    let [by_key, by_term, by_hup] = [
        faults(&beside, quit)?,
        faults(&beside, term)?,
        faults(&beside, hup)?,
    ];
    Ok(vec![Line {
        quantity: "terminal faults: q, Ctrl-C, TERM, HUP, panic".to_owned(),
        here: own.map(|faults| faults.to_string()).join(" "),
        beside: format!("{whose} {by_key} - {by_term} {by_hup} -"),
        goal: "0 0 0 0 0".to_owned(),
        met: own == [0; 5],
        ..Line::default()
    }])
}
