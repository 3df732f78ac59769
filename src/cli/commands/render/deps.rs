//! `--deps`: which files pictures were made from, for build tools.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::json;

use crate::cli::failure::{Failure, Status};
use crate::cli::files::write::write as write_file;
use crate::cli::terminal;

/// How dependencies are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A rule for each picture, as make and ninja read them
    #[default]
    Make,
    /// A list of objects with `output` and `inputs`
    Json,
}

/// One picture and the files it was made from.
pub(super) struct Deps {
    pub(super) output: PathBuf,
    pub(super) inputs: Vec<PathBuf>,
}

impl Deps {
    /// Those of a picture that was made from these files.
    pub(super) fn of(output: &Path, inputs: impl Iterator<Item = PathBuf>) -> Self {
        Self { output: output.to_owned(), inputs: inputs.collect() }
    }
}

/// One entry for each picture, where several maps are pages of one.
pub(super) fn joined(deps: Vec<Deps>) -> Vec<Deps> {
    let mut joined: Vec<Deps> = Vec::new();
    let mut known = BTreeSet::new();
    for Deps { output, mut inputs } in deps {
        inputs.retain(|input| known.insert((output.clone(), input.clone())));
        match joined.iter_mut().find(|other| other.output == output) {
            Some(other) => other.inputs.append(&mut inputs),
            None => joined.push(Deps { output, inputs }),
        }
    }
    joined
}

/// Writes the dependencies of all pictures to `path`, or to standard output for `-`.
pub(super) fn write(path: &Path, format: Format, deps: &[Deps]) -> Result<Status, Failure> {
    let text = match format {
        Format::Make => deps.iter().flat_map(rule).collect(),
        Format::Json => {
            // JSON has no words for names that are no UTF-8.
            let name = |path: &PathBuf| path.to_string_lossy().into_owned();
            let entry = |deps: &Deps| {
                let inputs: Vec<String> = deps.inputs.iter().map(name).collect();
                json!({ "output": name(&deps.output), "inputs": inputs })
            };
            let list: Vec<_> = deps.iter().map(entry).collect();
            format!("{:#}\n", json!(list)).into_bytes()
        }
    };
    if path.as_os_str() == "-" {
        return terminal::result(&text);
    }
    write_file(path, &text).map_err(|error| Failure::inout("write", path.display(), &error))?;
    Ok(Status::Fine)
}

fn rule(deps: &Deps) -> Vec<u8> {
    let inputs: Vec<_> = deps.inputs.iter().map(|input| escaped(input)).collect();
    [escaped(&deps.output), b": ".to_vec(), inputs.join(&b' '), b"\n".to_vec()].concat()
}

/// What make would split or expand is written so that it does not. A line feed make cannot read in any spelling.
fn escaped(path: &Path) -> Vec<u8> {
    let mut escaped = Vec::new();
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => escaped.push(b'/'),
            b' ' | b'#' => escaped.extend([b'\\', byte]),
            b'$' => escaped.extend(b"$$"),
            byte => escaped.push(byte),
        }
    }
    escaped
}
