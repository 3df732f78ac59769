//! All maps of a run as the pages of one document.

use super::deps::{self, Deps};
use super::tally::Tally;
use super::{Args, Series, out_of_date};
use crate::cli::failure::{Failure, Status};
use crate::cli::files::outputs::Job;
use crate::cli::files::reading;
use crate::cli::picture::links::Links;
use crate::cli::picture::publish::{Outcome, put};
use crate::cli::terminal::progress::Progress;
use crate::cli::{parallel, terminal};
use crate::scene::Scene;

/// What became of one map, its page, and what that was made from.
type Page = (Outcome, Option<Scene>, Option<Deps>);

/// Draws a document in each look. Where a map cannot be read or forbids its picture (`--strict`), there is none: one with fewer
/// pages would take the place of one that has them.
pub(super) fn run(series: &[Series], args: &Args, mut tally: Tally) -> Result<Status, Failure> {
    let jobs: Vec<Job> = series.iter().flat_map(|series| series.jobs.iter().cloned()).collect();
    let mut progress = Progress::new(jobs.len(), args.draw.quiet);
    let mut deps = Vec::new();
    for one in series {
        let mut pages: Vec<(&Job, Scene)> = Vec::new();
        let mut jobs = one.jobs.iter();
        parallel::in_order(
            one.jobs.len(),
            |at| page(one, &one.jobs[at], args),
            |(outcome, scene, made_from)| {
                progress.step(&outcome.message);
                tally.add(&outcome);
                deps.extend(made_from);
                pages.extend(jobs.next().zip(scene));
            },
        );
        write(one, pages, args, &mut tally)?;
    }
    progress.clear();
    if !args.draw.quiet && !args.check {
        terminal::say(&tally.summary(&jobs, &args.draw.place()));
    }
    if let Some(path) = &args.deps {
        tally.status = tally.status.max(deps::write(path, args.deps_format, &deps::joined(deps))?);
    }
    Ok(tally.status)
}

fn page(series: &Series, job: &Job, args: &Args) -> Page {
    let drawing = match reading::open(&job.input).and_then(|opened| series.renderer.arrange(opened)) {
        Ok(drawing) => drawing,
        Err(failure) => return (Outcome::of(&failure), None, None),
    };
    let mut outcome = Outcome::new(&drawing, &args.draw);
    outcome.drawn = drawing.laid.is_some() && !(args.draw.is_strict() && outcome.status != Status::Fine);
    let deps = args.made_from(&drawing, job);
    let scene = drawing.laid.filter(|_| outcome.drawn).map(|laid| laid.layout.scene);
    (outcome, scene, deps)
}

fn write(series: &Series, mut pages: Vec<(&Job, Scene)>, args: &Args, tally: &mut Tally) -> Result<(), Failure> {
    let complete = pages.len() == series.jobs.len();
    let Some(output) = pages.first().map(|(job, _)| job.output.clone()).filter(|_| complete) else {
        tally.nothing_drawn();
        return Ok(());
    };
    let links = Links::of_pages(pages.iter().map(|(job, _)| &job.input));
    for (job, scene) in &mut pages {
        links.lead(scene, job);
    }
    let scenes: Vec<&Scene> = pages.iter().map(|(_, scene)| scene).collect();
    let document = series.renderer.document(&scenes);
    if !args.check {
        return put(&document, &output);
    }
    if let Some(message) = out_of_date(&document, &output) {
        terminal::say(&message);
        tally.status = tally.status.max(Status::Problems);
    }
    Ok(())
}
