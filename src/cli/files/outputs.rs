//! Where pictures go, and in which format.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use clap::ValueEnum;

use crate::cli::failure::Failure;
use crate::cli::files::inputs::{Input, identity};

/// What kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Lines and letters, sharp at every size
    Svg,
    /// Pixels
    Png,
    /// Pages for print and documents; many maps are the pages of one file
    Pdf,
    /// A page to be moved and zoomed, in a file that needs no other
    Html,
}

impl Format {
    /// The ending of files in this format.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Html => "html",
        }
    }

    /// The format that the ending of a file says.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?;
        Self::value_variants().iter().copied().find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}

/// Where the dark one of a pair of pictures goes: `tea.svg` → `tea.dark.svg`.
pub(crate) fn dark_of(file: &Path) -> PathBuf {
    let mut ending = OsString::from("dark.");
    ending.push(file.extension().unwrap_or_default());
    file.with_extension(ending)
}

/// One picture to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Job {
    pub(crate) input: Input,
    pub(crate) output: Output,
}

/// Where one picture goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl Output {
    /// Which file, if it is one.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(path),
        }
    }
}

/// Where the pictures go, as asked for.
enum Target<'a> {
    Beside,
    Stdout,
    File(&'a Path),
    Folder(&'a Path),
}

impl<'a> Target<'a> {
    fn of(output: Option<&'a Path>) -> Self {
        match output {
            None => Self::Beside,
            Some(path) if path.as_os_str() == "-" => Self::Stdout,
            Some(path) if ends_in_separator(path) || path.is_dir() => Self::Folder(path),
            Some(path) => Self::File(path),
        }
    }
}

/// Where one picture goes that belongs to no single input, and in which format it is: the one asked for, else that of the
/// ending, else SVG.
///
/// # Errors
///
/// When a folder is given.
pub(crate) fn single(output: &Path, format: Option<Format>) -> Result<(Output, Format), Failure> {
    let format_of = |path: &Path| format.or_else(|| Format::of(path)).unwrap_or(Format::Svg);
    match Target::of(Some(output)) {
        Target::Folder(folder) => {
            Err(Failure::usage(format!("{} is a folder; the picture needs a name of its own", folder.display())))
        }
        Target::Beside | Target::Stdout => Ok((Output::Stdout, format_of(output))),
        Target::File(path) => Ok((Output::File(path.to_owned()), format_of(path))),
    }
}

/// Says where each input's picture goes and in which format all are. `output` is `-o`, `format` is `-f`. Several PDFs that
/// go to one file are the pages of one document.
pub(crate) fn plan(
    inputs: Vec<Input>,
    output: Option<&Path>,
    format: Option<Format>,
) -> Result<(Vec<Job>, Format), Failure> {
    let target = Target::of(output);
    let format = match &target {
        Target::File(path) => format_of(path, format)?,
        _ => format.unwrap_or(Format::Svg),
    };
    if inputs.len() > 1 && matches!(target, Target::File(_) | Target::Stdout) && format != Format::Pdf {
        let message =
            format!("{} maps for one picture: give -o a folder (DIR/) or a PDF, or leave it away", inputs.len());
        return Err(Failure::usage(message));
    }
    let jobs = inputs
        .into_iter()
        .map(|input| Ok(Job { output: place(&input, &target, format)?, input }))
        .collect::<Result<Vec<_>, Failure>>()?;
    distinct(&jobs, is_document(&jobs, format))?;
    Ok((jobs, format))
}

/// Whether several maps are the pages of one document.
pub(crate) fn is_document(jobs: &[Job], format: Format) -> bool {
    format == Format::Pdf && jobs.len() > 1 && jobs.windows(2).all(|pair| pair[0].output == pair[1].output)
}

/// The format of a picture that is to be `path`: what `-f` says, else its ending. They may not contradict each other.
fn format_of(path: &Path, asked: Option<Format>) -> Result<Format, Failure> {
    match (asked, Format::of(path), path.extension()) {
        (Some(asked), Some(ending), _) if asked != ending => {
            let (asked, path) = (asked.ending(), path.display());
            Err(Failure::usage(format!("-f {asked} contradicts the ending of -o {path}")))
        }
        (Some(format), ..) | (None, Some(format), _) => Ok(format),
        (None, None, None) => Ok(Format::Svg),
        (None, None, Some(ending)) => {
            let known = Format::value_variants().iter().map(|format| format!(".{}", format.ending()));
            let known = known.collect::<Vec<_>>().join(", ");
            let ending = ending.display();
            Err(Failure::usage(format!("no picture ends in .{ending}: end it in one of {known}, or say which with -f")))
        }
    }
}

fn place(input: &Input, target: &Target, format: Format) -> Result<Output, Failure> {
    Ok(match (target, input) {
        (Target::Stdout, _) | (Target::Beside, Input::Stdin { .. }) => Output::Stdout,
        (Target::File(path), _) => Output::File(path.to_path_buf()),
        (Target::Beside, Input::File { path, .. }) => Output::File(path.with_extension(format.ending())),
        (Target::Folder(folder), Input::File { inner, .. }) => {
            Output::File(folder.join(inner).with_extension(format.ending()))
        }
        (Target::Folder(_), Input::Stdin { .. }) => {
            return Err(Failure::usage("standard input has no name to call its picture by: give -o a file"));
        }
    })
}

/// No two inputs may write one file but as pages of it, and none may write over an input.
///
/// # Errors
///
/// When one would.
pub(crate) fn distinct(jobs: &[Job], as_pages: bool) -> Result<(), Failure> {
    let files = || {
        jobs.iter().filter_map(|job| if let Output::File(path) = &job.output { Some((path, &job.input)) } else { None })
    };
    let mut writers = BTreeMap::new();
    for (path, input) in files() {
        if let Some(other) = writers.insert(identity(path), input).filter(|_| !as_pages) {
            let (one, two, path) = (other.name(), input.name(), path.display());
            return Err(Failure::usage(format!("{one} and {two} would both be drawn into {path}")));
        }
    }
    let outputs: Vec<&Path> = files().map(|(path, _)| path.as_path()).collect();
    spare(&outputs, jobs.iter().filter_map(|job| job.input.path()))
}

/// Refuses to write over what is read, by whatever name the file goes: with dots, through links, in other letters.
///
/// # Errors
///
/// When one of the outputs is one of the inputs.
pub(crate) fn spare<'a>(outputs: &[&Path], inputs: impl Iterator<Item = &'a Path>) -> Result<(), Failure> {
    let written: BTreeMap<Key, &Path> = outputs.iter().map(|path| (Key::of(path), *path)).collect();
    for input in inputs {
        if let Some(output) = written.get(&Key::of(input)) {
            let (output, input) = (output.display(), input.display());
            return Err(Failure::usage(format!("{output} would be written over {input}, which is read")));
        }
    }
    Ok(())
}

/// What makes two names name one file.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A file that exists: its device and its number there.
    #[cfg(unix)]
    Number(u64, u64),
    /// Any other.
    Path(PathBuf),
}

impl Key {
    fn of(path: &Path) -> Self {
        let path = identity(path);
        #[cfg(unix)]
        if let Ok(about) = std::fs::metadata(&path) {
            use std::os::unix::fs::MetadataExt;
            return Self::Number(about.dev(), about.ino());
        }
        Self::Path(path)
    }
}

fn ends_in_separator(path: &Path) -> bool {
    let dots = matches!(path.components().next_back(), Some(Component::CurDir | Component::ParentDir));
    dots || path.as_os_str().as_encoded_bytes().last().is_some_and(|&byte| std::path::is_separator(byte as char))
}
