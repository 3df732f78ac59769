//! Measuring and breaking labels.

use divan::Bencher;
use wardley::text::{Fonts, wraps};

fn name(number: usize) -> String {
    const WORDS: [&str; 7] = ["Customer", "experience", "Cup of Tea", "platform", "Hot Water", "(internal)", "Kettle"];
    format!("{} {} {number}", WORDS[number % 7], WORDS[number / 7 % 7])
}

#[divan::bench(args = [10, 10_000])]
fn wraps_of(bencher: Bencher, labels: usize) {
    let names: Vec<String> = (0..labels).map(name).collect();
    let fonts = Fonts::shipped();
    bencher.bench(|| names.iter().map(|name| wraps(&fonts, name, 12.0, false).len()).sum::<usize>());
}

#[divan::bench(args = [10, 10_000])]
fn wraps_of_accented(bencher: Bencher, labels: usize) {
    let names: Vec<String> = (0..labels).map(|number| name(number).replace('e', "é")).collect();
    let fonts = Fonts::shipped();
    bencher.bench(|| names.iter().map(|name| wraps(&fonts, name, 12.0, false).len()).sum::<usize>());
}

/// What the first map of a process pays for its first letter that is not ASCII.
#[divan::bench]
fn first_accent() -> f64 {
    Fonts::shipped().width("Café", 12.0, false)
}
