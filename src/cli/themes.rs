//! `wardley themes`: the looks there are.

use super::failure::{Failure, Status};
use super::terminal;
use crate::theme::Theme;

pub(super) const ABOUT: &str = "Lists the looks there are";

#[derive(clap::Args)]
#[command(about = ABOUT, after_help = "A map asks for one with the line `style NAME`; `wardley render --theme NAME` overrides it.")]
pub(super) struct Args {}

/// Prints each theme's name and what it looks like.
pub(super) fn run(_: &Args) -> Result<Status, Failure> {
    let auto = ("auto", "light or dark, as the page or the reader's screen is (SVG)");
    let themes = Theme::ALL.into_iter().map(|theme| (theme.name, theme.about)).chain([auto]);
    let lines: Vec<_> = themes.map(|(name, about)| format!("{name:<12} {about}\n")).collect();
    terminal::result(lines.concat().as_bytes())
}
