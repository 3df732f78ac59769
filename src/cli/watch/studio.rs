//! The maps that are watched, and drawing those that changed: [`Studio`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::events::{Cause, Events};
use super::folders::Folders;
use super::named;
use super::pictures::Pictures;
use super::reads::Reads;
use super::serve::Board;
use super::sheet::{self, Sheet};
use crate::cli::draw::{Artist, Drawing};
use crate::cli::failure::{Failure, Status};
use crate::cli::inputs::{self, Input};
use crate::cli::links::Links;
use crate::cli::output::{self, Format, Job, Output};
use crate::cli::render::{Outcome, Wish, publish};
use crate::cli::source::{self, Content};
use crate::source::Source;

/// All maps that are watched.
pub(super) struct Studio {
    wish: &'static Wish,
    format: Format,
    artist: Arc<Artist<'static>>,
    /// What the page shows, if there is a page.
    board: Option<Arc<Board>>,
    /// By the one name of each map's file.
    maps: BTreeMap<PathBuf, Watched>,
    /// From map to map.
    links: Links,
    /// How many maps there ever were; the next one's number.
    count: u64,
    /// What was wrong with finding maps, so that it is told once.
    told: String,
    /// Where changes come from.
    pub(super) folders: Folders,
}

struct Watched {
    id: u64,
    job: Job,
    reads: Reads,
    /// The names of the files in `reads`.
    names: Folders,
    /// Whether its picture leads anywhere.
    leads: bool,
}

impl Watched {
    fn has_read(&mut self, reads: Reads) {
        self.names = Folders::default();
        reads.paths().for_each(|path| self.names.add_file(path));
        self.reads = reads;
    }
}

/// What became of a change.
#[derive(Default)]
pub(super) struct Said {
    /// What there is to say.
    pub(super) message: String,
    /// How many pictures were drawn.
    pub(super) drawn: usize,
}

impl Studio {
    /// Gets ready.
    pub(super) fn new(wish: &Wish, board: Option<Arc<Board>>) -> Result<Self, Failure> {
        // The preview's threads draw in this look until the process ends.
        let wish: &'static Wish = Box::leak(Box::new(wish.clone()));
        let found = inputs::find(&wish.inputs);
        let (_, format) = output::plan(found.inputs, wish.output.as_deref(), wish.format)?;
        Ok(Self {
            wish,
            format,
            artist: Arc::new(Artist::new(&wish.look, format)?),
            board,
            maps: BTreeMap::new(),
            links: Links::default(),
            count: 0,
            told: String::new(),
            folders: Folders::default(),
        })
    }

    /// What is watched, in words.
    pub(super) fn watched(&self) -> String {
        let named = named(&self.wish.inputs);
        match (self.maps.len(), self.wish.inputs.as_slice()) {
            (1, [input]) if !input.is_dir() => named,
            (1, _) => format!("{named} (1 map)"),
            (count, _) => format!("{named} ({count} maps)"),
        }
    }

    /// Where the pictures go, in words.
    pub(super) fn written(&self) -> String {
        let mut outputs = self.maps.values().map(|map| &map.job.output);
        match (&self.wish.output, outputs.next(), outputs.next()) {
            (Some(output), ..) => named(std::slice::from_ref(output)),
            (None, Some(Output::File(path)), None) => named(std::slice::from_ref(path)),
            _ => format!(".{} files beside them", self.format.ending()),
        }
    }

    /// Finds the maps anew. Returns what is wrong with that, if it is something new.
    pub(super) fn look_around(&mut self) -> Option<String> {
        let found = inputs::find(&self.wish.inputs);
        let mut wrong: String = found.failures.iter().map(Failure::line).collect();
        match output::plan(found.inputs, self.wish.output.as_deref(), Some(self.format)) {
            Ok((jobs, _)) => self.take(jobs),
            Err(failure) => wrong += &failure.line(),
        }
        self.find_folders();
        if self.told == wrong {
            return None;
        }
        self.told.clone_from(&wrong);
        Some(wrong)
    }

    fn take(&mut self, jobs: Vec<Job>) {
        let links = Links::of(&jobs);
        let mut before = std::mem::take(&mut self.maps);
        for job in jobs {
            let Input::File { path, .. } = &job.input else { continue };
            let key = inputs::identity(path);
            let map = if let Some(map) = before.remove(&key) {
                Watched { job, ..map }
            } else {
                self.count += 1;
                Watched { id: self.count, job, reads: Reads::default(), names: Folders::default(), leads: false }
            };
            self.maps.insert(key, map);
        }
        if self.links != links {
            self.links = links;
            // Where it leads to may be another place now. What was read from nothing is drawn in any case.
            self.maps.values_mut().filter(|map| map.leads).for_each(|map| map.reads = Reads::default());
        }
        if let Some(board) = &self.board {
            board.keep(|id| self.maps.values().any(|map| map.id == id));
        }
    }

    fn find_folders(&mut self) {
        let mut folders = Folders::default();
        for input in &self.wish.inputs {
            if input.is_dir() {
                folders.add_input(input);
            } else {
                folders.add_file(input);
            }
        }
        self.wish.look.font.iter().for_each(|font| folders.add_file(font));
        for map in self.maps.values() {
            map.reads.paths().for_each(|path| folders.add_file(path));
            if let Output::File(path) = &map.job.output {
                folders.add_output(path);
            }
        }
        self.folders = folders;
    }

    /// Draws what `cause` says may have changed, if its content did.
    pub(super) fn follow(&mut self, cause: &Cause, events: &mut Events) -> Said {
        let mut said = Said::default();
        if self.concerns_more_than_files(cause, events) {
            for map in self.maps.values() {
                map.reads.settle();
            }
            said.message.extend(self.look_around());
        }
        // Fonts are large and hardly ever change: they are not compared, but read again when something happens to them.
        let fonts = matches!(cause, Cause::Paths(_)) && concerns(cause, &self.fonts()) && self.renew_artist(&mut said);
        for key in self.maps.keys().cloned().collect::<Vec<_>>() {
            let map = &self.maps[&key];
            let new = map.reads.paths().next().is_none();
            if !fonts && !new && !concerns(cause, &map.names) {
                continue;
            }
            map.reads.settle();
            if fonts || !map.reads.hold() {
                self.draw(&key, &mut said);
            }
        }
        if !said.message.is_empty() {
            self.find_folders();
        }
        said
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
            more |= !self.folders.is_file(path) || !path.exists();
        }
        more
    }

    fn fonts(&self) -> Folders {
        let mut fonts = Folders::default();
        self.wish.look.font.iter().for_each(|font| fonts.add_file(font));
        fonts
    }

    fn renew_artist(&mut self, said: &mut Said) -> bool {
        match Artist::new(&self.wish.look, self.format) {
            Ok(artist) => self.artist = Arc::new(artist),
            Err(failure) => said.message += &failure.line(),
        }
        true
    }

    fn draw(&mut self, key: &Path, said: &mut Said) {
        let start = Instant::now();
        let Some(map) = self.maps.get_mut(key) else { return };
        let (outcome, drawing) = attempt(map, &self.artist, &self.links, self.wish);
        let took = format!("{:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
        said.message += &outcome.message;
        said.message += &line(&map.job, &outcome, &took);
        said.drawn += usize::from(outcome.drawn);
        if let Some(board) = &self.board {
            board.post(sheet(map, drawing, &outcome, took, board.pictures(map.id), &self.artist));
        }
    }
}

/// Draws a map and remembers what it was made from.
fn attempt(map: &mut Watched, artist: &Artist, links: &Links, wish: &Wish) -> (Outcome, Option<Drawing>) {
    let Input::File { path, .. } = map.job.input.clone() else { unreachable!("only files are watched") };
    let drawn = source::read(&map.job.input).and_then(|content| match content {
        Content::Map(source, mended) => artist.draw_changed(source, mended, true, |scene| links.lead(scene, &map.job)),
        Content::Other(problem) => Ok(Drawing::none(Source::new(map.job.input.name(), ""), problem)),
    });
    let result = drawn.map(|mut drawing| {
        map.has_read(Reads::of(&path, &drawing));
        let mut items = drawing.laid.iter().flat_map(|laid| &laid.layout.scene.items);
        map.leads = items.any(|item| item.href.is_some());
        // An error never replaces the last good picture.
        if drawing.problems.iter().any(|problem| problem.severity() == crate::problem::Severity::Error) {
            drawing.picture = None;
        }
        (publish(&drawing, &map.job.output, wish), drawing)
    });
    match result {
        Ok((Ok(outcome), drawing)) => (outcome, Some(drawing)),
        Ok((Err(failure), drawing)) => (Outcome::of(&failure), Some(drawing)),
        Err(failure) => {
            map.has_read(Reads::nothing(&path));
            (Outcome::of(&failure), None)
        }
    }
}

/// Whether what happened may have changed one of these files.
fn concerns(cause: &Cause, files: &Folders) -> bool {
    match cause {
        Cause::Paths(paths) => paths.iter().any(|path| files.is_file(path) || files.is_folder(path)),
        Cause::Anything | Cause::End => true,
    }
}

/// One line for one map.
fn line(job: &Job, outcome: &Outcome, took: &str) -> String {
    let name = job.input.name();
    match (&job.output, outcome.drawn) {
        (Output::File(path), true) => format!("{name} → {} in {took}\n", path.display()),
        (_, true) => format!("{name} drawn in {took}\n"),
        (_, false) if outcome.status == Status::InOut => format!("{name} not drawn; waiting for it\n"),
        (_, false) => format!("{name} not drawn; its last good picture stays\n"),
    }
}

/// The newest of a map for the page. Where it was not drawn, the pictures `before` stay.
fn sheet(
    map: &Watched,
    drawing: Option<Drawing>,
    outcome: &Outcome,
    took: String,
    before: Option<Pictures>,
    artist: &Arc<Artist<'static>>,
) -> Sheet {
    let path = map.job.input.name();
    let name = Path::new(&path).file_stem().map_or_else(|| path.clone(), |stem| stem.to_string_lossy().into_owned());
    let problems = match &drawing {
        Some(drawing) => sheet::problems(drawing),
        None => vec![sheet::failure(&outcome.message)],
    };
    let text =
        drawing.as_ref().and_then(|drawing| drawing.sources.iter().next()).map(|source| source.text().to_owned());
    let lines = drawing.as_ref().map(sheet::lines).unwrap_or_default();
    let laid = drawing.and_then(|drawing| drawing.laid).filter(|_| outcome.drawn);
    let pictures = laid.map(|laid| Pictures::new(laid, before.as_ref(), artist)).or(before);
    let picture = match &map.job.output {
        Output::File(picture) => picture.display().to_string(),
        Output::Stdout => String::new(),
    };
    Sheet {
        id: map.id,
        name,
        path,
        picture,
        good: outcome.drawn,
        took,
        pictures,
        problems,
        text: text.unwrap_or_default(),
        lines,
    }
}
