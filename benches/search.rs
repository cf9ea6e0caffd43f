//! What a key costs in a search over 22 kB, 2 MB and 22 MB, beside one plain pass over the text for
//! the same bytes.
//!
//! `cargo bench --bench search`

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kamerbrief::{
    app::{
        App,
        message::{Act, Message},
        words::Words,
    },
    catalogue::Catalogue,
    letter::{self, Language, Letter, Place, source::embedded_source},
    reading::{
        near,
        search::{self, Query},
    },
};
use std::hint::black_box;

/// How often the embedded letter stands in the letters that are searched.
const TIMES: [usize; 3] = [1, 100, 1000];

/// A word that is not there, one that is, and a letter that is everywhere.
const TYPED: [&str; 3] = ["afwezigheid", "geopolitiek", "e"];

fn big(times: usize) -> Letter {
    letter::read(embedded_source().repeat(times)).unwrap_or_else(|_| letter::embedded())
}

fn plain_pass(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("plain pass");
    group.sample_size(20);
    for times in TIMES {
        let source = embedded_source().repeat(times);
        group.throughput(Throughput::Bytes(source.len() as u64));
        for typed in TYPED {
            group.bench_function(BenchmarkId::new(typed, times), |bencher| {
                let bytes = source.as_bytes();
                bencher.iter(|| memchr::memmem::find_iter(bytes, black_box(typed)).count());
            });
        }
    }
}

/// The first hit, which shows at once, and all of them.
fn matches(criterion: &mut Criterion) {
    for times in TIMES {
        let letter = big(times);
        let mut group = criterion.benchmark_group(format!("search in {times}"));
        group.sample_size(20);
        for typed in TYPED {
            let Some(query) = Query::new(typed) else {
                continue;
            };
            group.bench_function(BenchmarkId::new("first", typed), |bencher| {
                bencher.iter(|| search::first_from(&letter, black_box(&query), Place::default()));
            });
            group.bench_function(BenchmarkId::new("all", typed), |bencher| {
                bencher.iter(|| search::matches(&letter, black_box(&query)));
            });
            group.bench_function(BenchmarkId::new("near", typed), |bencher| {
                bencher.iter(|| near::near(&letter, black_box(typed)));
            });
        }
    }
}

/// A search opened, its first key typed, and given up: what the reader does before it draws.
fn key(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("key");
    group.sample_size(20);
    for times in TIMES {
        let mut app = App::new(
            big(times),
            Catalogue::embedded(),
            Words::of(Language::Dutch),
        );
        let (columns, rows) = (120, 40);
        app.update(Message::Resize { columns, rows });
        group.bench_function(BenchmarkId::from_parameter(times), |bencher| {
            bencher.iter(|| {
                app.update(Message::Act(Act::Search));
                app.update(Message::Type('e'));
                app.update(Message::Act(Act::Close));
            });
        });
    }
}

criterion_group!(benches, plain_pass, matches, key);
criterion_main!(benches);
