//! `wardley themes`: the themes there are.

use crate::cli::commands::Verb;
use crate::cli::failure::{Failure, Status};
use crate::cli::terminal;
use crate::theme::Theme;

#[derive(clap::Args)]
#[command(about = Self::ABOUT, after_help = "A map asks for one with the line `style NAME`; `wardley render --theme NAME` overrides it.")]
pub(super) struct Args {}

impl Verb for Args {
    const ABOUT: &str = "Lists the themes there are";

    fn run(&self) -> Result<Status, Failure> {
        let auto = ("auto", "light or dark, as the page or the reader's screen is (SVG)");
        let themes = Theme::ALL.into_iter().map(|theme| (theme.name, theme.about)).chain([auto]);
        let lines: Vec<_> = themes.map(|(name, about)| format!("{name:<12} {about}\n")).collect();
        terminal::result(lines.concat().as_bytes())
    }
}
