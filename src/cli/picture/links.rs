//! Links between maps: where a map names another one that is drawn in the same run, its picture leads to the
//! other's picture, or to its page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cli::files::inputs::{Input, identity};
use crate::cli::files::outputs::{Job, Output};
use crate::cli::files::paths::between;
use crate::scene::Scene;

/// Where each map of a run is drawn.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Links(BTreeMap<PathBuf, Place>);

/// Where a map is drawn.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    /// In a picture of its own.
    Picture(PathBuf),
    /// On this page of the document that holds all, counted from 1.
    Page(usize),
}

impl Links {
    /// Those of these jobs. A single one has nowhere to lead to but itself.
    pub(crate) fn of(jobs: &[Job]) -> Self {
        let pictures = jobs.iter().filter_map(|job| match (&job.input, &job.output) {
            (Input::File { path, .. }, Output::File(picture)) => {
                Some((identity(path), Place::Picture(picture.clone())))
            }
            _ => None,
        });
        if jobs.len() > 1 { Self(pictures.collect()) } else { Self::default() }
    }

    /// Those of the pages of one document.
    pub(crate) fn of_pages<'a>(maps: impl Iterator<Item = &'a Input>) -> Self {
        let pages = maps.zip(1..).filter_map(|(input, page)| match input {
            Input::File { path, .. } => Some((identity(path), Place::Page(page))),
            Input::Stdin { .. } => None,
        });
        Self(pages.collect())
    }

    /// Lets addresses in the drawing of `job` that name a map of the run lead to its picture.
    pub(crate) fn lead(&self, scene: &mut Scene, job: &Job) {
        let Input::File { path, .. } = &job.input else { return };
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
            match (self.0.get(&other), &job.output) {
                (Some(Place::Picture(target)), Output::File(picture)) => {
                    item.href = Some(between(picture, target) + rest);
                }
                (Some(Place::Page(page)), _) => item.href = Some(format!("#page={page}")),
                _ => {}
            }
        }
    }
}
