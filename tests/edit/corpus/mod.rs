//! Two thousand random edits of each kind to real maps, and to the maps of these tests: only what had to change changed.

mod places;
mod things;

use wardley::Reading;
use wardley::edit::{Edit, Refused, applied};
use wardley::map::{ComponentId, Coordinate, Evolution, LabelOffset, Map, Position, Visibility};
use wardley::source::SourceId;

use super::reading;
use crate::corpus;
use crate::random::Random;

/// So many of each kind where there are real maps, else a tenth.
const EDITS: usize = 2000;

/// Whether there are real maps.
fn has_corpus() -> bool {
    std::env::var_os("WARDLEY_CORPUS").is_some()
}

/// All maps that edits are tried on.
fn texts() -> Vec<String> {
    let examples = crate::golden::inputs("examples", "wm");
    let real = if has_corpus() { corpus::maps() } else { Vec::new() };
    let all = real.into_iter().chain(examples);
    all.map(|path| std::fs::read_to_string(path).expect("a readable map")).collect()
}

/// Makes random edits and looks at what became of text and map. `edit` makes one, `meant` makes of the map before what it should be;
/// it also gets the map after, to take from it what is not exactly foreseen.
fn try_all(
    seed: u64,
    edit: impl Fn(&Reading, &mut Random) -> Option<Result<Vec<Edit>, Refused>>,
    meant: impl Fn(&Map, &Map, &str) -> Result<Map, String>,
) {
    let texts = texts();
    let readings: Vec<Reading> = texts.iter().map(|text| reading(text)).collect();
    let wanted = if has_corpus() { EDITS } else { EDITS / 10 };
    let mut random = Random(seed);
    let (mut made, mut refused, mut wrong) = (0, 0, Vec::new());
    for _ in 0..wanted * 4 {
        if made == wanted {
            break;
        }
        let at = random.below(texts.len());
        let (text, before) = (&texts[at], &readings[at]);
        let Some(edits) = edit(before, &mut random) else { continue };
        let Ok(edits) = edits else {
            refused += 1;
            continue;
        };
        made += 1;
        let shown: Vec<String> =
            edits.iter().map(|edit| format!("{:?} becomes {:?}\n", &text[edit.span.range()], edit.text)).collect();
        let shown = shown.concat();
        if let Err(why) = keeps_apart(text, &edits) {
            wrong.push(format!("{why}: {shown}"));
            continue;
        }
        let now = applied(text, SourceId::default(), &edits);
        let after = reading(&now);
        match meant(&before.map, &after.map, &shown) {
            Ok(map) if is_meant(&map, &after.map) => {}
            Ok(map) => wrong.push(format!("{shown}{}", difference(&bare(&map), &bare(&after.map)))),
            Err(why) => wrong.push(format!("{why}: {shown}")),
        }
    }
    println!("{made} made, {refused} refused, {} wrong", wrong.len());
    assert!(
        wrong.is_empty(),
        "{} of {made}:\n{}",
        wrong.len(),
        wrong.iter().take(4).cloned().collect::<Vec<_>>().join("\n\n")
    );
    assert!(made >= wanted * 9 / 10 && refused <= made / 2, "{made} made, {refused} refused");
}

/// Edits do not overlap, and what they take away lies within a line, unless it is whole lines.
fn keeps_apart(text: &str, edits: &[Edit]) -> Result<(), String> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    if edits.windows(2).any(|pair| pair[0].span.end > pair[1].span.start) {
        return Err("edits overlap".to_owned());
    }
    for edit in edits {
        let gone = &text[edit.span.range()];
        if gone.trim_end_matches(['\n', '\r']).trim_start_matches(['\n', '\r']).contains(['\n', '\r']) {
            return Err("an edit reaches over a line's end".to_owned());
        }
        if gone.contains("//") && !gone.contains("://") {
            return Err("a comment is gone".to_owned());
        }
    }
    Ok(())
}

/// Whether the map is the one that was meant. A label that its author put far away is hidden where that leaves the picture, which
/// a component's place decides.
fn is_meant(meant: &Map, is: &Map) -> bool {
    let (mut meant, is) = (bare(meant), bare(is));
    let far = |label: Option<LabelOffset>| label.is_none_or(|label| label.hides);
    let labels = meant.components.iter_mut().map(|one| &mut one.label);
    let labels = labels.chain(meant.movements.iter_mut().map(|one| &mut one.label));
    let now = is.components.iter().map(|one| one.label).chain(is.movements.iter().map(|one| one.label));
    for (label, now) in labels.zip(now) {
        if far(*label) && far(now) {
            *label = now;
        }
    }
    meant == is
}

/// The map as far as edits say what becomes of it: pipelines get their children by place, anchors their implied links by movement.
fn bare(map: &Map) -> Map {
    let mut map = map.clone().placeless();
    map.links.retain(|link| !link.implied);
    map.links.sort_by_key(|link| format!("{link:?}"));
    for pipeline in map.pipelines.iter_mut().filter(|pipeline| !pipeline.braces) {
        pipeline.children.clear();
    }
    // Bands are drawn where a level is named, which the last move away from one ends.
    map.value_chain.bands = false;
    map
}

fn difference(meant: &Map, is: &Map) -> String {
    let (meant, is) = (format!("{meant:#?}"), format!("{is:#?}"));
    let lines = std::iter::zip(meant.lines(), is.lines()).filter(|(a, b)| a != b).take(6);
    lines.map(|(a, b)| format!("meant {a}\n   is {b}\n")).collect::<Vec<_>>().concat()
}

fn component(before: &Reading, random: &mut Random) -> Option<ComponentId> {
    let count = before.map.components.len();
    (count > 0).then(|| ComponentId::at(random.below(count)))
}

/// A place asked for, remembered in the edit's own text: the tests compare what came of it.
fn anywhere(random: &mut Random) -> Position {
    let coordinate = |random: &mut Random| if random.below(4) == 0 { None } else { Some(random.part()) };
    Position {
        visibility: coordinate(random).map_or(Coordinate::Unknown, |to| Coordinate::Given(Visibility::new(to))),
        evolution: coordinate(random).map_or(Coordinate::Unknown, |to| Coordinate::Given(Evolution::new(to))),
    }
}

/// What should be after a move from `from` to `to`, given what is there now.
fn arrived<T: Copy + PartialEq>(
    from: Coordinate<T>,
    to: Coordinate<T>,
    is: Coordinate<T>,
    value: fn(T) -> f64,
) -> bool {
    let Some(target) = to.given() else { return is == from };
    match is {
        Coordinate::Given(is) => (value(is) - value(target)).abs() <= 0.005 + 1e-9,
        Coordinate::Within(low, high) => (value(low) - 1e-9..=value(high) + 1e-9).contains(&value(target)),
        Coordinate::Unknown => false,
    }
}
