//! What the live preview shows: [`Preview`], which the watching thread fills and every window listens to.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::json;

use crate::cli::watch::http::Stream;
use crate::cli::watch::pictures::Pictures;
use crate::cli::watch::preview_map::PreviewMap;

/// How often a silent connection hears that we are still there, so that one whose window is gone is noticed.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// What the page shows.
#[derive(Default)]
pub(crate) struct Preview {
    /// Whether the page may write the maps.
    edit: bool,
    posted: Mutex<Posted>,
    news: Condvar,
}

#[derive(Default)]
struct Posted {
    /// Counts what was posted.
    version: u64,
    /// When a map came or went.
    list: u64,
    sheets: BTreeMap<u64, (u64, Arc<PreviewMap>)>,
}

impl Preview {
    /// Shows the newest of a map.
    pub(crate) fn post(&self, preview_map: PreviewMap) {
        let mut posted = self.posted();
        posted.version += 1;
        let version = posted.version;
        if posted.sheets.insert(preview_map.id, (version, Arc::new(preview_map))).is_none() {
            posted.list = version;
        }
        self.news.notify_all();
    }

    /// Shows only the maps of these numbers from now on.
    pub(crate) fn keep(&self, ids: impl Fn(u64) -> bool) {
        let mut posted = self.posted();
        let before = posted.sheets.len();
        posted.sheets.retain(|&id, _| ids(id));
        if posted.sheets.len() != before {
            posted.version += 1;
            posted.list = posted.version;
            self.news.notify_all();
        }
    }

    /// One whose page may write the maps.
    pub(crate) fn for_editing() -> Self {
        Self { edit: true, ..Self::default() }
    }

    /// Whether the page may write the maps.
    pub(crate) fn edits(&self) -> bool {
        self.edit
    }

    /// A map that is shown.
    pub(crate) fn map(&self, id: u64) -> Option<Arc<PreviewMap>> {
        Some(self.posted().sheets.get(&id)?.1.clone())
    }

    /// The pictures of a map that are shown.
    pub(crate) fn pictures(&self, id: u64) -> Option<Pictures> {
        self.posted().sheets.get(&id)?.1.pictures.clone()
    }

    /// Shows a map laid out anew, if there is such a map.
    pub(crate) fn show_anew(&self, id: u64) -> Option<()> {
        let mut posted = self.posted();
        let preview_map = posted.sheets.get(&id)?.1.anew();
        posted.version += 1;
        let version = posted.version;
        posted.sheets.insert(id, (version, Arc::new(preview_map)));
        self.news.notify_all();
        Some(())
    }

    /// A panic elsewhere leaves nothing half-posted.
    fn posted(&self) -> MutexGuard<'_, Posted> {
        self.posted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends a window what is new, for as long as it listens.
    ///
    /// # Errors
    ///
    /// When it does not any more.
    pub(crate) fn send_events(&self, window: &mut Stream) -> io::Result<()> {
        window.write_all(b"retry: 500\n\n")?;
        let mut known = 0;
        loop {
            let (events, version) = self.news(known);
            window.more_time();
            window.write_all(events.as_bytes())?;
            known = version.max(1);
        }
    }

    /// What is new to someone who knows all up to `known`: events, and up to where they reach. Waits for news a while.
    fn news(&self, known: u64) -> (String, u64) {
        let wait = |posted: &mut Posted| posted.version <= known;
        let waited =
            self.news.wait_timeout_while(self.posted(), HEARTBEAT, wait).unwrap_or_else(PoisonError::into_inner);
        let posted = waited.0;
        let mut events = String::new();
        if posted.version <= known {
            events.push_str(": still here\n\n");
        }
        for (version, preview_map) in posted.sheets.values() {
            if *version > known {
                event(&mut events, "map", &preview_map.json(self.edit));
            }
        }
        if posted.list > known || known == 0 {
            event(&mut events, "all", &json!(posted.sheets.keys().collect::<Vec<_>>()).to_string());
        }
        (events, posted.version)
    }
}

/// JSON has no line breaks in it, so that one line of data is enough.
fn event(events: &mut String, name: &str, data: &str) {
    events.push_str("event: ");
    events.push_str(name);
    events.push_str("\ndata: ");
    events.push_str(data);
    events.push_str("\n\n");
}
