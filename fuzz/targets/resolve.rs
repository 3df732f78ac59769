//! Any bytes become a map whose every reference is good, and problems that can be told. What a text includes is itself, or
//! the text behind the first `\0`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wardley::resolve::{Allowed, Load, LoadError, questions};
use wardley::source::Source;

struct Other(String);

impl Load for Other {
    fn load(&mut self, _: &str, path: &str) -> Result<Source, LoadError> {
        Ok(Source::new(path, self.0.clone()))
    }
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (text, other) = text.split_once('\0').unwrap_or((&text, &text));
    let reading = wardley::read(Source::new("fuzz", text), &mut Other(other.to_owned()));
    let map = &reading.map;
    for link in &map.links {
        let (from, to) = (map.component(link.from.component), map.component(link.to.component));
        assert!(link.from.moved.is_none_or(|id| map.movement(id).component == link.from.component), "{from:?} {to:?}");
    }
    let (_, unknown) = Allowed::read(&reading.files, &reading.sources);
    for problem in reading.problems.into_iter().chain(questions(map)).chain(unknown) {
        assert!(!problem.message().contains('\u{1b}'));
        problem.help();
        let spans = problem.labels().into_iter().map(|label| label.span).chain(problem.fix().map(|fix| fix.span));
        assert!(spans.into_iter().all(|span| reading.sources.get(span.source).text().get(span.range()).is_some()));
    }
});
