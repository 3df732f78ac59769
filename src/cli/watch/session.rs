//! The maps that are watched, and drawing those that changed: [`Session`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use crate::cli::failure::{Failure, Status};
use crate::cli::files::inputs::{self, Input, Kind};
use crate::cli::files::outputs::{self, Format, Job, Output};
use crate::cli::parallel;
use crate::cli::picture::Renderer;
use crate::cli::picture::args::DrawArgs;
use crate::cli::picture::links::Links;
use crate::cli::picture::publish::Outcome;
use crate::cli::terminal::plain;
use crate::cli::watch::events::{Cause, Events};
use crate::cli::watch::folders::Folders;
use crate::cli::watch::pictures::Pictures;
use crate::cli::watch::preview::Preview;
use crate::cli::watch::preview_map::{self, PreviewMap};
use crate::cli::watch::watched::{Attempt, Watched};

/// So many maps are drawn before anything is kept of them.
const AT_ONCE: usize = 256;

/// All maps that are watched.
pub(crate) struct Session {
    draw: DrawArgs,
    format: Format,
    renderer: Arc<Renderer>,
    /// What the page shows, if there is a page.
    preview: Option<Arc<Preview>>,
    /// By the one name of each map's file.
    maps: BTreeMap<PathBuf, Watched>,
    /// From map to map.
    links: Links,
    /// How many maps there ever were; the next one's number.
    count: u64,
    /// What was wrong with finding maps, so that it is reported once.
    reported: String,
    /// Where changes come from.
    pub(crate) folders: Folders,
    /// Where fonts are.
    fonts: Folders,
}

/// What became of a change.
#[derive(Default)]
pub(crate) struct Update {
    /// What there is to say.
    pub(crate) message: String,
    /// How many pictures were drawn.
    pub(crate) drawn: usize,
}

/// Where the pictures go. Each map has its own: a document of many would have to be drawn as a whole at every change.
fn plan(draw: &DrawArgs, inputs: Vec<Input>, format: Option<Format>) -> Result<(Vec<Job>, Format), Failure> {
    let (jobs, format) = outputs::plan(inputs, draw.output.as_deref(), format)?;
    if outputs::is_document(&jobs, format) {
        return Err(Failure::usage(
            "each watched map has a picture of its own: give -o a folder (DIR/), or leave it away",
        ));
    }
    Ok((jobs, format))
}

impl Session {
    /// Gets ready.
    pub(crate) fn new(draw: &DrawArgs, preview: Option<Arc<Preview>>) -> Result<Self, Failure> {
        let found = inputs::find(&draw.inputs, Kind::Maps, None);
        let (_, format) = plan(draw, found.inputs, draw.format())?;
        let mut fonts = Folders::default();
        draw.look.font.iter().for_each(|font| fonts.add_file(&font.path));
        Ok(Self {
            draw: draw.clone(),
            format,
            renderer: Arc::new(Renderer::new(draw.look.clone(), format)?),
            preview,
            maps: BTreeMap::new(),
            links: Links::default(),
            count: 0,
            reported: String::new(),
            folders: Folders::default(),
            fonts,
        })
    }

    /// What is watched, in words.
    pub(crate) fn watched(&self) -> String {
        let named = named(&self.draw.inputs);
        match (self.maps.len(), self.draw.inputs.as_slice()) {
            (1, [input]) if !input.is_dir() => named,
            (1, _) => format!("{named} (1 map)"),
            (count, _) => format!("{named} ({count} maps)"),
        }
    }

    /// Where the pictures go, in words.
    pub(crate) fn written(&self) -> String {
        let mut outputs = self.maps.values().map(|map| &map.job.output);
        match (&self.draw.output, outputs.next(), outputs.next()) {
            (Some(output), ..) => named(std::slice::from_ref(output)),
            (None, Some(Output::File(path)), None) => named(std::slice::from_ref(path)),
            _ => format!(".{} files beside them", self.format.ending()),
        }
    }

    /// Finds the maps anew. Returns what is wrong with that, if it is something new.
    pub(crate) fn look_around(&mut self) -> Option<String> {
        let found = inputs::find(&self.draw.inputs, Kind::Maps, None);
        let mut wrong: String = found.failures.iter().map(Failure::line).collect();
        match plan(&self.draw, found.inputs, Some(self.format)) {
            Ok((jobs, _)) => self.take(jobs),
            Err(failure) => wrong += &failure.line(),
        }
        self.find_folders();
        if self.reported == wrong {
            return None;
        }
        self.reported.clone_from(&wrong);
        Some(wrong)
    }

    fn take(&mut self, jobs: Vec<Job>) {
        let links = Links::of(&jobs);
        let mut before = std::mem::take(&mut self.maps);
        for job in jobs {
            let Some(key) = job.input.path().map(inputs::identity) else { continue };
            let map = if let Some(map) = before.remove(&key) {
                map.with(job)
            } else {
                self.count += 1;
                Watched::new(self.count, job)
            };
            self.maps.insert(key, map);
        }
        // A map that is gone may come back, as when it is saved by putting another file in its place.
        before.retain(|_, map| map.may_come_back());
        self.maps.append(&mut before);
        if self.links != links {
            self.links = links;
            // Where pictures lead to may be another place now.
            self.maps.values_mut().for_each(Watched::redirect);
        }
        if let Some(preview) = &self.preview {
            preview.keep(|id| self.maps.values().any(|map| map.id == id));
        }
    }

    fn find_folders(&mut self) {
        let mut folders = Folders::default();
        for input in &self.draw.inputs {
            if input.is_dir() {
                folders.add_input(input);
            } else {
                folders.add_file(input);
            }
        }
        self.draw.look.font.iter().for_each(|font| folders.add_file(&font.path));
        for map in self.maps.values() {
            map.paths().for_each(|path| folders.add_file(path));
            if let Output::File(path) = &map.job.output {
                folders.add_output(path);
            }
        }
        self.folders = folders;
    }

    /// When maps are to be looked at again although nothing happens.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.maps.values().filter_map(Watched::due).min()
    }

    /// Takes all pictures as they are now for those that were drawn.
    pub(crate) fn accept(&mut self) {
        self.maps.values_mut().for_each(Watched::accept);
    }

    /// Draws what `cause` says may have changed, if its content did. Nothing is waited for: what is missing now and may come back
    /// is looked at again when it is [`due`](Self::due).
    pub(crate) fn follow(&mut self, cause: &Cause, events: &mut Events) -> Update {
        let mut update = Update::default();
        if self.concerns_more_than_files(cause, events) {
            update.message.extend(self.look_around());
        }
        // Fonts are large and hardly ever change: they are not compared, but read again when something happens to them.
        let fonts = matches!(cause, Cause::Paths(_))
            && concerns(cause, |path| self.fonts.is_file(path) || self.fonts.is_folder(path))
            && self.renew_renderer(&mut update);
        let now = Instant::now();
        let is_to_be_drawn = |map: &mut Watched| {
            let concerned = concerns(cause, |path| map.concerns(path)) || map.due().is_some_and(|due| due <= now);
            let restore = *cause == Cause::Anything || concerns(cause, |path| map.is_file(path));
            fonts || concerned && map.is_to_be_drawn(restore)
        };
        let keys: Vec<PathBuf> =
            self.maps.iter_mut().filter_map(|(key, map)| is_to_be_drawn(map).then(|| key.clone())).collect();
        keys.chunks(AT_ONCE).for_each(|keys| self.draw(keys, &mut update));
        if !update.message.is_empty() {
            self.find_folders();
        }
        update
    }

    /// Whether folders were renamed, maps came or went, or nothing is known of what happened.
    fn concerns_more_than_files(&self, cause: &Cause, events: &mut Events) -> bool {
        let Cause::Paths(paths) = cause else { return true };
        let mut more = false;
        for path in paths {
            if self.folders.is_folder(path) {
                for folder in self.folders.all().iter().filter(|folder| folder.starts_with(path)) {
                    events.forget(folder);
                }
            }
            more |= !self.folders.is_output(path) && (!self.folders.is_file(path) || !path.exists());
        }
        more
    }

    fn renew_renderer(&mut self, update: &mut Update) -> bool {
        match Renderer::new(self.draw.look.clone(), self.format) {
            Ok(renderer) => self.renderer = Arc::new(renderer),
            Err(failure) => update.message += &failure.line(),
        }
        true
    }

    /// Draws these maps, on all cores.
    fn draw(&mut self, keys: &[PathBuf], update: &mut Update) {
        let mut attempts = Vec::new();
        let draw = |at: usize| {
            let map = keys.get(at).and_then(|key| self.maps.get(key))?;
            Some(map.draw(&self.renderer, &self.links, &self.draw))
        };
        parallel::in_order(keys.len(), draw, |attempt| attempts.push(attempt));
        for (key, attempt) in keys.iter().zip(attempts) {
            if let (Some(map), Some(mut attempt)) = (self.maps.get_mut(key), attempt) {
                let took = format!("{:.1} ms", attempt.took.as_secs_f64() * 1000.0);
                if map.has_been(&mut attempt) {
                    update.message += &attempt.outcome.message;
                    update.message += &line(&map.job, &attempt.outcome, &took);
                }
                update.drawn += usize::from(attempt.outcome.drawn);
                if let Some(preview) = &self.preview {
                    preview.post(preview_map(map, attempt, took, preview.pictures(map.id), &self.renderer));
                }
            }
        }
    }
}

/// Whether what happened concerns something, given whether what happens at a path does.
fn concerns(cause: &Cause, path: impl Fn(&Path) -> bool) -> bool {
    match cause {
        Cause::Paths(paths) => paths.iter().any(|one| path(one)),
        Cause::Anything => true,
        Cause::Due => false,
    }
}

/// One line for one map.
fn line(job: &Job, outcome: &Outcome, took: &str) -> String {
    let name = job.input.name();
    plain(&match (&job.output, outcome.drawn) {
        (Output::File(path), true) => format!("{name} → {} in {took}\n", path.display()),
        (_, true) => format!("{name} drawn in {took}\n"),
        (_, false) if outcome.status == Status::InOut => format!("{name} not drawn; waiting for it\n"),
        (_, false) => format!("{name} not drawn; its last good picture stays\n"),
    })
}

/// The newest of a map for the page. Where it was not drawn, the pictures `before` stay.
fn preview_map(
    map: &Watched,
    attempt: Attempt,
    took: String,
    before: Option<Pictures>,
    renderer: &Arc<Renderer>,
) -> PreviewMap {
    let Attempt { outcome, failure, drawing, .. } = attempt;
    let path = map.job.input.name();
    let name = Path::new(&path).file_stem().map_or_else(|| path.clone(), |stem| stem.to_string_lossy().into_owned());
    let problems = match &drawing {
        Some(drawing) => preview_map::problems(drawing),
        None => failure.iter().map(|failure| preview_map::failure(failure)).collect(),
    };
    let text =
        drawing.as_ref().and_then(|drawing| drawing.sources.iter().next()).map(|source| source.text().to_owned());
    let lines = drawing.as_ref().map(preview_map::lines).unwrap_or_default();
    let read: Vec<PathBuf> = drawing.as_ref().map(|drawing| drawing.read().collect()).unwrap_or_default();
    let file = map.job.input.path().unwrap_or(Path::new("")).to_owned();
    let laid = drawing.and_then(|drawing| drawing.laid).filter(|_| outcome.drawn);
    let pictures = laid.map(|laid| Pictures::new(laid, before.as_ref(), renderer)).or(before);
    let picture = match &map.job.output {
        Output::File(picture) => picture.display().to_string(),
        Output::Stdout => String::new(),
    };
    PreviewMap {
        id: map.id,
        name,
        path,
        file,
        picture,
        good: outcome.drawn,
        took,
        pictures,
        problems,
        text: text.unwrap_or_default(),
        read,
        lines,
    }
}

/// Several paths in one line.
fn named(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}
