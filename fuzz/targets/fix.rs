//! Applying fixes ends, and what is fixed is not told again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wardley::problem::{Problem, apply};
use wardley::resolve::NoIncludes;
use wardley::source::Source;

fuzz_target!(|bytes: &[u8]| {
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    for _ in 0..4 {
        let reading = wardley::read(Source::new("fuzz", text.clone()), &mut NoIncludes);
        (text, _) = apply(reading.problems.iter().filter_map(Problem::fix), &text);
    }
});
