//! A key in the finder over 100, 10 000 and 100 000 names, beside nucleo-matcher over the same.
//!
//! Each query is typed letter by letter, each letter ranked; the rate is keys a second. The names are
//! made of Dutch-like pieces and are the same at every run.

#[path = "../tests/common/random.rs"]
mod random;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kamerbrief::reading::finder::{Finder, Source};
use nucleo_matcher::{
    Config, Matcher,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};
use random::Random;
use std::hint::black_box;

/// The names of a first letter, of a name well known, with a letter left out, and of two words.
const QUERIES: [(&str, &str); 4] = [
    ("first letter", "r"),
    ("name", "mensenrechten"),
    ("misspelt", "klimatrecht"),
    ("two words", "raad water"),
];

const BODIES: [&str; 10] = [
    "Raad",
    "Commissie",
    "Ministerie",
    "Fonds",
    "Stichting",
    "Verdrag",
    "Platform",
    "Instituut",
    "Netwerk",
    "Richtlijn",
];
const LINKS: [&str; 5] = ["van", "voor", "voor de", "van het", "inzake"];
const STARTS: [&str; 16] = [
    "mensen",
    "maat",
    "water",
    "land",
    "rechts",
    "zorg",
    "kinder",
    "handels",
    "vrijheids",
    "klimaat",
    "vredes",
    "arbeids",
    "samen",
    "volks",
    "burger",
    "natuur",
];
const ENDS: [&str; 14] = [
    "rechten", "schap", "werk", "heid", "beheer", "bestuur", "kracht", "vorm", "plicht", "verkeer",
    "steun", "spraak", "zicht", "geving",
];

fn names(count: usize) -> Vec<String> {
    let mut random = Random(1);
    let mut name = |index: usize| {
        let body = random.pick(&BODIES);
        let word = format!("{}{}", random.pick(&STARTS), random.pick(&ENDS));
        match index % 3 {
            0 => format!("{body} {} {word}", random.pick(&LINKS)),
            1 => format!("{word}{}", body.to_lowercase()),
            _ => format!(
                "{body} {} {word} en {}",
                random.pick(&LINKS),
                random.pick(&STARTS)
            ),
        }
    };
    (0..count).map(&mut name).collect()
}

fn type_in_finder(finder: &mut Finder, query: &str) -> usize {
    finder.rank("");
    (1..=query.len())
        .map(|length| finder.rank(&query[..length]).len())
        .sum()
}

fn type_in_nucleo(matcher: &mut Matcher, names: &[String], query: &str) -> usize {
    let asked = |text| {
        Pattern::new(
            text,
            CaseMatching::Ignore,
            Normalization::Smart,
            AtomKind::Fuzzy,
        )
    };
    (1..=query.len())
        .map(|length| asked(&query[..length]).match_list(names, matcher).len())
        .sum()
}

fn keys(criterion: &mut Criterion) {
    for count in [100, 10_000, 100_000] {
        let names = names(count);
        let mut finder = Finder::default();
        for name in &names {
            finder.add([(name.as_str(), Source::Written)], 0);
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut group = criterion.benchmark_group(format!("finder, {count} names"));
        group.sample_size(10);
        for (label, query) in QUERIES {
            group.throughput(Throughput::Elements(query.len() as u64));
            group.bench_function(BenchmarkId::new(label, "kamerbrief"), |bencher| {
                bencher.iter(|| type_in_finder(&mut finder, black_box(query)));
            });
            group.bench_function(BenchmarkId::new(label, "nucleo"), |bencher| {
                bencher.iter(|| type_in_nucleo(&mut matcher, &names, black_box(query)));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, keys);
criterion_main!(benches);
