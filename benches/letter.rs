//! What opening a letter costs: reading it, finding the names in it, wrapping it, reading on where it
//! is one endless paragraph.
//!
//! `cargo bench --bench letter`

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kamerbrief::{
    catalogue::{Abbreviations, Catalogue, Mentions},
    letter::{self, Letter, source::embedded_source},
    reading::{
        flow::{Flow, Top},
        layout::{self, Hyphens},
    },
};
use std::hint::black_box;

/// How often the embedded letter stands in the letters that are read.
const TIMES: [usize; 3] = [1, 100, 1000];

fn throughput(letter: &Letter) -> Throughput {
    let all = 0..letter.paragraphs().len();
    let bytes: usize = all.map(|index| letter.paragraph(index).len()).sum();
    Throughput::Bytes(bytes as u64)
}

fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    group.sample_size(20);
    for times in TIMES {
        let source = embedded_source().repeat(times);
        group.throughput(Throughput::Bytes(source.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(times), |bencher| {
            bencher.iter_batched(
                || source.clone().into_bytes(),
                letter::read,
                criterion::BatchSize::PerIteration,
            );
        });
    }
}

fn names(criterion: &mut Criterion) {
    let catalogue = Catalogue::embedded();
    let letter = letter::embedded();
    let mut group = criterion.benchmark_group("names");
    group.throughput(throughput(&letter));
    group.bench_function("mentions", |bencher| {
        bencher.iter(|| Mentions::find(black_box(&letter), catalogue));
    });
    group.bench_function("abbreviations", |bencher| {
        bencher.iter(|| Abbreviations::find(black_box(&letter)));
    });
}

/// The whole letter, balanced paragraph by paragraph, and its words as one paragraph, which is too
/// long for that and is filled row by row; at a width with hyphens and at one without.
fn wrap(criterion: &mut Criterion) {
    let letter = letter::embedded();
    let texts: Vec<&str> = (0..letter.paragraphs().len())
        .map(|index| letter.paragraph(index))
        .collect();
    let whole = texts.join(" ");
    let mut group = criterion.benchmark_group("wrap");
    group.throughput(throughput(&letter));
    for width in [48, 80] {
        group.bench_function(BenchmarkId::new("balanced", width), |bencher| {
            let rows = |text: &&str| layout::wrap(text, width, Hyphens::default()).len();
            bencher.iter(|| black_box(&texts).iter().map(rows).sum::<usize>());
        });
        group.bench_function(BenchmarkId::new("filled", width), |bencher| {
            bencher.iter(|| layout::wrap(black_box(&whole), width, Hyphens::default()));
        });
    }
}

/// A screen further down, and to the end, in one paragraph of 2.3 MB whose rows are not known.
fn one_paragraph(criterion: &mut Criterion) {
    let words: Vec<&str> = embedded_source().split_whitespace().collect();
    let Ok(letter) = letter::read((words.join(" ") + " ").repeat(100)) else {
        return;
    };
    let mut group = criterion.benchmark_group("one paragraph");
    let fresh = || {
        let mut flow = Flow::default();
        flow.set_width(80);
        flow
    };
    group.bench_function("screen", |bencher| {
        bencher.iter(|| {
            let mut flow = fresh();
            let top = flow.down(&letter, Top::default(), 40);
            flow.page(&letter, top, 40)
        });
    });
    group.bench_function("end", |bencher| {
        bencher.iter(|| fresh().last_top(&letter, 0, 40));
    });
}

criterion_group!(benches, parse, names, wrap, one_paragraph);
criterion_main!(benches);
