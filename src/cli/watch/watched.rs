//! One map that is watched: what its picture was made from, and whether that still stands where it was put: [`Watched`].

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use crate::cli::failure::Failure;
use crate::cli::files::outputs::{Job, Output};
use crate::cli::files::reading;
use crate::cli::picture::args::DrawArgs;
use crate::cli::picture::links::Links;
use crate::cli::picture::publish::{Outcome, publish};
use crate::cli::picture::{Drawing, Laid, Renderer};
use crate::cli::watch::folders::Folders;
use crate::cli::watch::reads::{Reads, State};
use crate::problem::Severity;

/// How long a file may be missing or empty before that is believed. Some editors empty a file first and fill it then; others
/// remove it and put a new one in its place.
const SETTLE: Duration = Duration::from_millis(250);

/// A map and what is known of it.
pub(crate) struct Watched {
    /// The same as long as the map is watched.
    pub(crate) id: u64,
    pub(crate) job: Job,
    /// What its picture was made from; nothing yet where it was never drawn.
    reads: Option<Reads>,
    /// The names of the files in `reads`.
    names: Folders,
    /// Whether its picture leads anywhere.
    leads: bool,
    /// The picture as it was written last; none where that failed, or there was nothing to write.
    written: Option<Stamp>,
    /// Whether a picture could not be written, and is to be tried again.
    unwritten: bool,
    /// When it is to be looked at again, because something of it is missing that may come back.
    due: Option<Instant>,
    /// Until when it is kept although it is no more among the maps that are found.
    leaving: Option<Instant>,
    /// What was said last of a picture that could not be written.
    said: String,
}

/// By which a file is known that nobody has changed since it was written.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    changed: Option<SystemTime>,
}

impl Stamp {
    fn of(output: &Output) -> Option<Self> {
        let about = fs::metadata(output.path()?).ok()?;
        Some(Self { length: about.len(), changed: about.modified().ok() })
    }
}

/// What came of drawing a map.
pub(crate) struct Attempt {
    pub(crate) outcome: Outcome,
    /// Why nothing could be read or written.
    pub(crate) failure: Option<String>,
    pub(crate) drawing: Option<Drawing>,
    pub(crate) took: Duration,
    reads: Reads,
    written: Option<Stamp>,
    unwritten: bool,
}

impl Watched {
    pub(crate) fn new(id: u64, job: Job) -> Self {
        Self {
            id,
            job,
            reads: None,
            names: Folders::default(),
            leads: false,
            written: None,
            unwritten: false,
            due: None,
            leaving: None,
            said: String::new(),
        }
    }

    /// The same map, its picture going elsewhere perhaps.
    pub(crate) fn with(self, job: Job) -> Self {
        let before = Self { leaving: None, ..self };
        if before.job == job { before } else { Self { job, reads: None, ..before } }
    }

    /// Has it drawn again whatever happens, if its picture leads anywhere.
    pub(crate) fn redirect(&mut self) {
        if self.leads {
            self.reads = None;
        }
    }

    /// The files that its picture was made from.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.reads.iter().flat_map(Reads::paths)
    }

    /// Whether what happened at `path` may have changed one of these files, or the picture.
    pub(crate) fn concerns(&self, path: &Path) -> bool {
        self.reads.is_none() || self.is_file(path) || self.names.is_folder(path) || self.names.is_output(path)
    }

    /// Whether it is one of these files.
    pub(crate) fn is_file(&self, path: &Path) -> bool {
        self.names.is_file(path)
    }

    /// When it is to be looked at again although nothing happens.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.due.into_iter().chain(self.leaving).min()
    }

    /// Whether it is kept for a while, now that it is no more among the maps that are found.
    pub(crate) fn may_come_back(&mut self) -> bool {
        let leaving = *self.leaving.get_or_insert_with(|| Instant::now() + SETTLE);
        self.reads.is_some() && Instant::now() < leaving
    }

    /// Whether it is to be drawn now. What is missing or empty, but was not, gets some time to come back. A picture that is
    /// gone is drawn again at once; one that somebody else wrote stays until the map is saved or, with `restore`, until now.
    pub(crate) fn is_to_be_drawn(&mut self, restore: bool) -> bool {
        let Some(reads) = &self.reads else { return true };
        let state = reads.state();
        if state == State::Gone {
            match self.due {
                None => {
                    self.due = Some(Instant::now() + SETTLE);
                    return false;
                }
                Some(due) if Instant::now() < due => return false,
                Some(_) => {}
            }
        }
        self.due = None;
        let stands = || match (self.written, Stamp::of(&self.job.output)) {
            (Some(_), None) => false,
            (Some(written), Some(now)) => written == now || !restore,
            (None, _) => true,
        };
        state != State::Same || self.unwritten && restore || !stands()
    }

    /// Takes the picture as it is now for the one that was written: the user's own command may have changed it.
    pub(crate) fn accept(&mut self) {
        if self.written.is_some() {
            self.written = Stamp::of(&self.job.output).or(self.written);
        }
    }

    /// Draws it.
    pub(crate) fn draw(&self, renderer: &Renderer, links: &Links, draw: &DrawArgs) -> Attempt {
        let start = Instant::now();
        let lead = |laid: &mut Laid| {
            links.lead(&mut laid.layout.scene, &self.job);
            Ok(())
        };
        let drawn = reading::open(&self.job.input).and_then(|opened| renderer.draw_changed(opened, lead));
        let path = self.job.input.path().unwrap_or(Path::new(""));
        match drawn {
            Ok(mut drawing) => {
                let reads = Reads::of(path, &drawing);
                // An error never replaces the last good picture.
                if drawing.problems.iter().any(|problem| problem.severity() == Severity::Error) {
                    drawing.picture = None;
                }
                let published = publish(&drawing, &self.job.output, draw);
                let drawn = published.as_ref().is_ok_and(|outcome| outcome.drawn);
                let written = if drawn { Stamp::of(&self.job.output) } else { self.written };
                let unwritten = published.is_err();
                let failure = published.as_ref().err().map(|failure| failure.message().to_owned());
                let outcome = published.unwrap_or_else(|failure| Outcome::of(&failure));
                Attempt { outcome, failure, drawing: Some(drawing), took: start.elapsed(), reads, written, unwritten }
            }
            Err(failure) => self.nothing(&failure, path, start),
        }
    }

    fn nothing(&self, failure: &Failure, path: &Path, start: Instant) -> Attempt {
        Attempt {
            outcome: Outcome::of(failure),
            failure: Some(failure.message().to_owned()),
            drawing: None,
            took: start.elapsed(),
            reads: Reads::nothing(path),
            written: self.written,
            unwritten: false,
        }
    }

    /// Remembers what came of it. Returns whether there is anything new to say: what cannot be written is tried again and again.
    pub(crate) fn has_been(&mut self, attempt: &mut Attempt) -> bool {
        let reads = std::mem::take(&mut attempt.reads);
        self.names = Folders::default();
        reads.paths().for_each(|path| self.names.add_file(path));
        if let Some(picture) = self.job.output.path() {
            self.names.add_output(picture);
        }
        self.reads = Some(reads);
        if let Some(laid) = attempt.drawing.as_ref().and_then(|drawing| drawing.laid.as_ref()) {
            self.leads = laid.layout.scene.items.iter().any(|item| item.href.is_some());
        }
        self.written = attempt.written;
        self.unwritten = attempt.unwritten;
        let said = if attempt.unwritten { attempt.outcome.message.clone() } else { String::new() };
        let new = said.is_empty() || said != self.said;
        self.said = said;
        new
    }
}
