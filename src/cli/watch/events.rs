//! What happens in folders: [`Events`] says when files may have changed. It watches folders, never files: a file that is saved by
//! renaming another one over it is a new file each time, and whoever watched the old one hears nothing any more.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How long nothing may happen before a burst of events counts as over. Editors save in several steps within a millisecond or two.
const QUIET: Duration = Duration::from_millis(15);
/// How long a burst may last before it is looked at all the same.
const BURST: Duration = Duration::from_millis(100);
/// How often files are looked at although no event came: watching is not reliable on every file system.
const SAFETY: Duration = Duration::from_secs(3);

/// Why files should be looked at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Something happened at these paths.
    Paths(BTreeSet<PathBuf>),
    /// Time has passed, or events were lost: anything may have changed.
    Anything,
    /// The time has come that was asked for.
    Due,
}

/// A source of events.
pub(crate) struct Events {
    /// None where folders are looked at in intervals instead.
    watcher: Option<RecommendedWatcher>,
    interval: Duration,
    folders: BTreeSet<PathBuf>,
    signals: Receiver<Signal>,
    /// Keeps `signals` open where nothing is listened to.
    _sender: Sender<Signal>,
}

enum Signal {
    Paths(Vec<PathBuf>),
    Lost,
}

impl Events {
    /// Starts listening; `poll` asks for looking in intervals instead. The text says why it is in intervals although not asked for.
    pub(crate) fn new(poll: Option<Duration>) -> (Self, Option<String>) {
        let (sender, signals) = channel();
        let (watcher, folders, interval) = (None, BTreeSet::new(), poll.unwrap_or(SAFETY));
        let mut events = Self { watcher, interval, folders, signals, _sender: sender.clone() };
        if poll.is_some() {
            return (events, None);
        }
        let listen = move |event: notify::Result<Event>| {
            let signal = match event {
                Ok(event) if event.need_rescan() => Signal::Lost,
                Ok(event) if is_change(event.kind) => Signal::Paths(event.paths),
                Ok(_) => return,
                Err(_) => Signal::Lost,
            };
            // Nobody listens any more when the process ends.
            let _ = sender.send(signal);
        };
        match notify::recommended_watcher(listen) {
            Ok(watcher) => {
                events.watcher = Some(watcher);
                (events, None)
            }
            Err(error) => (events.polling(), Some(error.to_string())),
        }
    }

    fn polling(mut self) -> Self {
        self.watcher = None;
        self.interval = POLL;
        self
    }

    /// Watches exactly these folders, none of what is below them. Those that do not exist are left out. Returns what was wrong
    /// where watching failed; then files are looked at in intervals from now on.
    pub(crate) fn watch(&mut self, folders: BTreeSet<PathBuf>) -> Option<String> {
        let watcher = self.watcher.as_mut()?;
        for gone in self.folders.difference(&folders) {
            // A folder that was removed is not watched any more anyway.
            let _ = watcher.unwatch(gone);
        }
        let mut failed = None;
        for new in folders.difference(&self.folders).filter(|folder| folder.is_dir()) {
            if let Err(error) = watcher.watch(new, RecursiveMode::NonRecursive) {
                failed = failed.or(new.is_dir().then(|| error.to_string()));
            }
        }
        self.folders = folders.into_iter().filter(|folder| folder.is_dir()).collect();
        if failed.is_some() {
            self.watcher = None;
            self.interval = POLL;
        }
        failed
    }

    /// Forgets a folder, so that the next [`Events::watch`] watches what stands at its path then. Another folder may have taken
    /// its name, and a watch stays with the old one.
    pub(crate) fn forget(&mut self, folder: &Path) {
        if self.folders.remove(folder)
            && let Some(watcher) = &mut self.watcher
        {
            let _ = watcher.unwatch(folder);
        }
    }

    /// Waits until something happens to a path that `matters`, and then for the end of the burst; or until a point in time.
    pub(crate) fn next(&self, matters: impl Fn(&Path) -> bool, until: Option<Instant>) -> Cause {
        let mut paths = BTreeSet::new();
        let mut since: Option<Instant> = None;
        loop {
            if since.is_some_and(|since| since.elapsed() >= BURST) {
                return Cause::Paths(paths);
            }
            let left = until.map_or(Duration::MAX, |until| until.saturating_duration_since(Instant::now()));
            let wait = if since.is_some() { QUIET } else { self.interval.min(left) };
            match self.signals.recv_timeout(wait) {
                Ok(Signal::Paths(new)) => paths.extend(new.into_iter().filter(|path| matters(path))),
                Err(_) if since.is_some() => return Cause::Paths(paths),
                Err(_) if left <= self.interval => return Cause::Due,
                Ok(Signal::Lost) | Err(_) => return Cause::Anything,
            }
            if since.is_none() && !paths.is_empty() {
                since = Some(Instant::now());
            }
        }
    }
}

/// How often files are looked at where they cannot be watched and the user named no interval.
pub(crate) const POLL: Duration = Duration::from_millis(300);

/// Whether an event can mean new content. Reading a file is an event too, and we read what we watch; so is a new date.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)))
}
