//! Applying fixes ends, and what is fixed is not told again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wardley::resolve::NoIncludes;
use wardley::source::Source;

fuzz_target!(|bytes: &[u8]| {
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    for _ in 0..4 {
        let reading = wardley::read(Source::new("fuzz", text.clone()), &mut NoIncludes);
        let mut fixes: Vec<_> = reading.problems.iter().filter_map(|problem| problem.fix()).collect();
        fixes.sort_by_key(|fix| fix.span);
        let mut end = usize::MAX;
        for fix in fixes.iter().rev().filter(|fix| fix.span.source.0 == 0) {
            let range = fix.span.range();
            if range.end < end {
                end = range.start;
                text.replace_range(range, &fix.replacement);
            }
        }
    }
});
