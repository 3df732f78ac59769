//! `--steps` and `--step`: a map shown step by step.

use std::path::{Path, PathBuf};

use clap::{ArgAction, ValueEnum};

use crate::cli::failure::Failure;
use crate::cli::files::outputs::{Job, Output};
use crate::cli::picture::{Laid, Renderer};

/// How the steps of a map are drawn.
#[derive(Clone, clap::Args)]
#[command(next_help_heading = "Steps")]
pub(super) struct StepArgs {
    /// Draw each step of a map beside the whole: NAME-1.svg, NAME-2.svg, ...
    #[arg(long, conflicts_with = "step")]
    pub(super) steps: bool,

    /// Draw one step of the map instead of the whole: its number or its name
    #[arg(long, value_name = "N|NAME")]
    step: Option<String>,

    /// Whether what earlier steps have shown stands back
    #[arg(long, value_name = "WHEN", action = ArgAction::Set, default_value = "on")]
    quiet_past: QuietPast,
}

/// Whether what earlier steps have shown stands back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum QuietPast {
    /// It is drawn quieter
    On,
    /// It is drawn as ever
    Off,
}

impl StepArgs {
    /// Whether there is more to draw than the whole, or something else.
    pub(super) fn are_asked_for(&self) -> bool {
        self.steps || self.step.is_some()
    }

    /// Puts the step that was asked for in the place of the whole.
    ///
    /// # Errors
    ///
    /// When the map has no such step.
    pub(super) fn choose(&self, renderer: &Renderer, laid: &mut Laid, name: &str) -> Result<(), Failure> {
        let Some(step) = &self.step else { return Ok(()) };
        let steps = &laid.map.steps;
        let Some(number) = steps.find(step) else {
            let names: Vec<&str> = steps.list.iter().map(|step| step.name.as_str()).collect();
            let known =
                if names.is_empty() { "it has none".to_owned() } else { format!("they are {}", names.join(", ")) };
            return Err(Failure::usage(format!("{name} has no step {step}; {known}")));
        };
        laid.layout.scene = renderer.step(laid, number, self.quiet_past == QuietPast::On);
        Ok(())
    }

    /// The pictures of all steps, each with where it goes, if they are asked for.
    ///
    /// # Errors
    ///
    /// When a picture would have too many pixels.
    pub(super) fn pictures(
        &self,
        renderer: &Renderer,
        laid: &Laid,
        job: &Job,
    ) -> Result<Vec<(Vec<u8>, Output)>, Failure> {
        let Output::File(path) = &job.output else { return Ok(Vec::new()) };
        let count = if self.steps { laid.map.steps.list.len() as u32 } else { 0 };
        let one = |step: u32| {
            let scene = renderer.step(laid, step, self.quiet_past == QuietPast::On);
            Ok((renderer.bytes(&scene)?, Output::File(step_of(path, step))))
        };
        (1..=count).map(one).collect()
    }
}

/// Where the picture of a step goes: `tea.svg` → `tea-2.svg`.
fn step_of(path: &Path, step: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    path.with_file_name(format!("{stem}-{step}{ending}"))
}
