//! Real maps, read from the folder that `WARDLEY_CORPUS` names. They are not part of this project.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use wardley::map::Map;
use wardley::problem::Severity;
use wardley::read;
use wardley::resolve::NoIncludes;
use wardley::source::Source;

use crate::needs;

/// The maps of the corpus.
pub(crate) fn maps() -> Vec<PathBuf> {
    let mut maps = Vec::new();
    let mut folders = vec![needs::corpus()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a readable folder") {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "owm" || ending == "wm" || ending == "mmd") {
                maps.push(path);
            }
        }
    }
    maps.sort();
    maps
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn everything_that_is_written_is_on_the_map() {
    let mut wrong = String::new();
    for path in maps() {
        let text = std::fs::read_to_string(&path).expect("a readable map");
        let reading = read(Source::new("map", &*text), &mut NoIncludes);
        let errors = reading.problems.iter().filter(|problem| problem.severity() == Severity::Error);
        let mut complaints: Vec<String> = errors.map(wardley::problem::Problem::message).collect();
        complaints.extend(Glance::at(&text).missing_on(&reading.map));
        for complaint in complaints {
            writeln!(wrong, "{}: {complaint}", path.display()).expect("a string takes it");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What a reader sees who knows the keywords and arrows and nothing else.
#[derive(Default)]
struct Glance {
    names: Vec<String>,
    /// What is written of each component up to its first bracket's end: a line that says so again adds nothing.
    places: BTreeSet<String>,
    evolves: Vec<String>,
    pipelines: Vec<String>,
    notes: usize,
    annotations: usize,
    areas: usize,
    forces: usize,
    links: BTreeSet<(String, String)>,
}

impl Glance {
    fn at(text: &str) -> Self {
        let mut glance = Self::default();
        let mut in_comment = false;
        for line in text.lines() {
            in_comment |= line.contains("/*");
            if in_comment {
                in_comment = !line.contains("*/");
                continue;
            }
            let line = line.split("//").next().unwrap_or_default().trim();
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            let name = name(rest);
            match word {
                "component" | "anchor" | "submap" if !name.is_empty() => {
                    glance.places.insert(format!("{name} {}", bracket(rest)));
                    glance.names.push(name);
                }
                "evolve" => glance.evolves.push(first_of_movement(rest)),
                "pipeline" => glance.pipelines.push(name),
                "note" => glance.notes += 1,
                "annotation" if rest.contains('[') => glance.annotations += 1,
                "pioneers" | "settlers" | "townplanners" => glance.areas += 1,
                "accelerator" | "deaccelerator" => glance.forces += 1,
                "title" | "evolution" | "y-axis" => {}
                _ => glance.links.extend(link(line)),
            }
        }
        glance
    }

    fn missing_on(&self, map: &Map) -> Vec<String> {
        let known: BTreeSet<&str> = self.names.iter().map(String::as_str).collect();
        let among = |names: &[String]| names.iter().filter(|name| known.contains(name.as_str())).count();
        let moving: BTreeSet<&String> = self.evolves.iter().filter(|name| known.contains(name.as_str())).collect();
        let counts = [
            ("components", self.places.len(), map.components.len()),
            ("pipelines", among(&self.pipelines), map.pipelines.len()),
            ("movements", moving.len(), map.movements.len()),
            ("notes", self.notes, map.notes.len()),
            ("annotations", self.annotations, map.annotations.len()),
            ("areas", self.areas, map.attitudes.len()),
            ("accelerators", self.forces, map.forces.len()),
        ];
        let fewer = counts.iter().filter(|(_, written, read)| read < written);
        let mut missing: Vec<String> =
            fewer.map(|(what, written, read)| format!("{read} of {written} {what}")).collect();
        let end = |end: wardley::map::End| map.component(end.component).name.replace('\n', " ");
        let read: BTreeSet<(String, String)> = map.links.iter().map(|link| (end(link.from), end(link.to))).collect();
        let links =
            self.links.iter().filter(|(from, to)| from != to && known.contains(&**from) && known.contains(&**to));
        missing.extend(links.filter(|&link| !read.contains(link)).map(|(from, to)| format!("no link {from} -> {to}")));
        missing
    }
}

/// The first bracket.
fn bracket(text: &str) -> &str {
    let rest = text.split_once('[').map_or("", |(_, rest)| rest);
    rest.split(']').next().unwrap_or_default()
}

/// The name at the start, up to a bracket.
fn name(text: &str) -> String {
    if let Some(quoted) = text.trim().strip_prefix('"')
        && let Some((name, rest)) = quoted.split_once('"')
        && (rest.trim().is_empty() || rest.trim().starts_with(['[', '{', ':']))
    {
        return name.replace("\\n", " ");
    }
    let end = [" [", " {", " (", " label ["].iter().filter_map(|mark| text.find(mark)).min().unwrap_or(text.len());
    // A parenthesis belongs to the name unless it ends the line or a bracket follows.
    let end = if text[end..].starts_with(" (") { text.find(" [").unwrap_or(text.len()) } else { end };
    text[..end].split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn first_of_movement(text: &str) -> String {
    let text = text.split("->").next().unwrap_or_default();
    let words: Vec<&str> = text.split_whitespace().take_while(|word| !word.contains('.') && *word != "label").collect();
    name(&words.join(" "))
}

fn link(line: &str) -> Option<(String, String)> {
    let (from, to) = ["+<>", "+>", "+<", "->"].iter().find_map(|arrow| line.split_once(arrow))?;
    Some((name(from.trim()), name(to.split(';').next()?.trim())))
}
