//! Links between maps: where a map names another one that is drawn in the same run, its picture leads to the other's picture.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cli::files::inputs::{Input, identity};
use crate::cli::files::outputs::{Job, Output};
use crate::cli::files::paths::between;
use crate::scene::Scene;

/// Where the picture of each map of a run goes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Links(BTreeMap<PathBuf, PathBuf>);

impl Links {
    /// Those of these jobs. A single one has nowhere to lead to but itself.
    pub(crate) fn of(jobs: &[Job]) -> Self {
        let pictures = jobs.iter().filter_map(|job| match (&job.input, &job.output) {
            (Input::File { path, .. }, Output::File(picture)) => Some((identity(path), picture.clone())),
            _ => None,
        });
        if jobs.len() > 1 { Self(pictures.collect()) } else { Self::default() }
    }

    /// Lets addresses in the drawing of `job` that name a map of the run lead to its picture.
    pub(crate) fn lead(&self, scene: &mut Scene, job: &Job) {
        let (Input::File { path, .. }, Output::File(picture)) = (&job.input, &job.output) else { return };
        if self.0.is_empty() {
            return;
        }
        for item in &mut scene.items {
            let Some(href) = &item.href else { continue };
            let (file, rest) = href.split_at(href.find(['#', '?']).unwrap_or(href.len()));
            let Some(other) = (!file.is_empty()).then(|| identity(&path.with_file_name("").join(Path::new(file))))
            else {
                continue;
            };
            if let Some(target) = self.0.get(&other) {
                item.href = Some(between(picture, target) + rest);
            }
        }
    }
}
