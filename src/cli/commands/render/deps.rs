//! `--deps`: which files pictures were made from, for build tools.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::json;

use crate::cli::failure::{Failure, Status};
use crate::cli::files::write::write as write_file;
use crate::cli::terminal;
use crate::source::Sources;

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
    /// Those of a picture of these texts, drawn with these fonts.
    pub(super) fn of(output: &Path, sources: &Sources, fonts: &[PathBuf]) -> Self {
        let inputs = sources.iter().map(|source| source.name().into()).chain(fonts.iter().cloned());
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
        Format::Make => deps.iter().map(rule).collect(),
        Format::Json => {
            let list: Vec<_> =
                deps.iter().map(|deps| json!({ "output": deps.output, "inputs": deps.inputs })).collect();
            format!("{:#}\n", json!(list))
        }
    };
    if path.as_os_str() == "-" {
        return terminal::result(text.as_bytes());
    }
    write_file(path, text.as_bytes()).map_err(|error| Failure::inout("write", path.display(), &error))?;
    Ok(Status::Fine)
}

fn rule(deps: &Deps) -> String {
    let inputs: Vec<_> = deps.inputs.iter().map(|input| escaped(input)).collect();
    format!("{}: {}\n", escaped(&deps.output), inputs.join(" "))
}

/// What make would split or expand is written so that it does not.
fn escaped(path: &Path) -> String {
    path.display().to_string().replace('\\', "/").replace(' ', "\\ ").replace('#', "\\#").replace('$', "$$")
}
