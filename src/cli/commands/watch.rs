//! `wardley watch`: draws maps, and draws them again whenever they change.

use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::picture::args::DrawArgs;
use crate::cli::terminal::{self, signals};
use crate::cli::watch::events::{self, Cause, Events};
use crate::cli::watch::preview::Preview;
use crate::cli::watch::server;
use crate::cli::watch::session::Session;

const MORE: &str = "\
Draws maps, and draws them again whenever they, or what they include, change. Ctrl-C ends it.

A map with errors never replaces the last good picture, and never ends the watching. New maps in a folder are picked up.";

const EXAMPLES: &str = "\
Examples:
  wardley watch tea.wm                     keeps tea.svg as tea.wm is
  wardley watch tea.wm --serve --open      shows the map in the browser and follows it
  wardley watch tea.wm --edit --open       a page to write and drag in, which saves to tea.wm
  wardley watch maps/ -o pictures/ -f png  every map below maps/
  wardley watch tea.wm --exec 'make site'  runs a command after each picture
  wardley watch /net/maps --poll=500       where a network drive reports no changes";

#[derive(clap::Args)]
#[command(about = Self::ABOUT, long_about = MORE, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    draw: DrawArgs,

    /// Show the maps in a page on this machine, by default at 127.0.0.1:7878 or the next free port
    #[arg(long, value_name = "ADDR:PORT", num_args = 0..=1, require_equals = true, default_missing_value = server::ADDRESS)]
    serve: Option<String>,

    /// Answer requests for the page under this name too, not only under IP addresses and localhost
    #[arg(long, value_name = "NAME", requires = "serve")]
    allow_host: Vec<String>,

    /// Let that page write the maps; without this nothing in it ever touches a file
    #[arg(long)]
    edit: bool,

    /// Open that page in the browser
    #[arg(long)]
    open: bool,

    /// Look at the files every so many milliseconds instead of waiting for the system to report changes
    #[arg(long, value_name = "MS", num_args = 0..=1, require_equals = true, default_missing_value = "300",
        value_parser = clap::value_parser!(u64).range(10..=3_600_000))]
    poll: Option<u64>,

    /// Run a command (in a shell) after each picture that was drawn
    #[arg(long, value_name = "CMD")]
    exec: Option<String>,

    /// Keep what was said before on the screen
    #[arg(long)]
    no_clear: bool,
}

impl Verb for Args {
    const ABOUT: &str = "Draws maps again whenever they change, with a live preview";
    const HIDDEN: &[&str] = &["inline", "id_prefix"];

    /// Draws all that is asked for, and again and again until Ctrl-C.
    fn run(&self) -> Result<Status, Failure> {
        if self.draw.inputs.iter().any(|input| input.as_os_str() == "-") {
            return Err(Failure::usage("standard input cannot be watched: name a file"));
        }
        if self.draw.output.as_deref().is_some_and(|output| output.as_os_str() == "-") {
            return Err(Failure::usage("a watched picture needs a file to be in: -o FILE, -o DIR/, or leave -o away"));
        }
        if self.draw.look.inline {
            return Err(Failure::usage("--inline is for SVG in a page; watch keeps pictures in files"));
        }
        signals::clean_up_when_asked_to_end(Some(Status::Fine));
        let preview = Arc::new(if self.edit { Preview::for_editing() } else { Preview::default() });
        let address = if self.open || self.edit {
            Some(self.serve.as_deref().unwrap_or(server::ADDRESS))
        } else {
            self.serve.as_deref()
        };
        let page = address.map(|address| page(&preview, address, &self.allow_host)).transpose()?;
        let mut session = Session::new(&self.draw, page.is_some().then_some(preview))?;
        let (mut events, why) = Events::new(self.poll.map(Duration::from_millis));
        let clears = !self.no_clear && terminal::watched();
        session.look_around();
        let head = head(&session, page.as_deref(), self.poll);
        if clears {
            terminal::show(terminal::CLEAR_SCREEN);
        }
        terminal::say(&head);
        if let Some(why) = why {
            polling(&why);
        }
        if let Some(page) = page.filter(|_| self.open)
            && let Err(error) = open::that_detached(&page)
        {
            terminal::say(&format!("cannot open a browser ({error}); the page is {page}\n"));
        }
        let mut cause = Cause::Anything;
        loop {
            if let Some(why) = events.watch(session.folders.all()) {
                polling(&why);
            }
            let update = session.follow(&cause, &mut events);
            if !update.message.is_empty() {
                if clears && !matches!(cause, Cause::Anything) {
                    terminal::show(terminal::CLEAR_SCREEN);
                    terminal::say(&head);
                }
                terminal::show(&update.message);
            }
            if let Some(command) = self.exec.as_ref().filter(|_| update.drawn > 0) {
                execute(command);
                session.accept();
            }
            events.watch(session.folders.all());
            cause = events.next(|path| session.folders.matters(path), session.due());
        }
    }
}

fn page(preview: &Arc<Preview>, address: &str, hosts: &[String]) -> Result<String, Failure> {
    server::serve(preview, address, hosts).map_err(|error| Failure::inout("serve at", address, &error))
}

/// What is watched, where it writes, where it shows.
fn head(session: &Session, page: Option<&str>, poll: Option<u64>) -> String {
    let mut head = format!("watching {}\nwriting to {}\n", session.watched(), session.written());
    head.extend(page.map(|page| format!("showing at {page}\n")));
    head.extend(poll.map(|poll| format!("looking every {poll} ms\n")));
    head + "\n"
}

fn polling(why: &str) {
    let interval = events::POLL.as_millis();
    terminal::say(&format!("the system reports no changes here ({why}); looking every {interval} ms instead\n"));
}

/// Runs the user's command. It does not end the watching, however it ends.
fn execute(command: &str) {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    match Command::new(shell).arg(flag).arg(command).status() {
        Ok(status) if status.success() => {}
        Ok(status) => terminal::say(&format!("`{command}` ended with {status}\n")),
        Err(error) => terminal::say(&format!("cannot run `{command}`: {error}\n")),
    }
}
