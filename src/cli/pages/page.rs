//! A page, the maps in it, and how their pictures are to stand there.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::failure::Failure;
use crate::cli::files::outputs::Format;
use crate::cli::files::sources;
use crate::cli::pages::fences::{Blocks, Fence, blocks};
use crate::cli::pages::marks::{Comments, Marked, marked, shared_out};
use crate::cli::pages::picture::{MapRenderer, Picture};
use crate::cli::picture::look;

/// How and where pictures are to stand.
#[derive(clap::Args)]
pub(crate) struct Placing {
    /// Where the pictures go, else beside their page
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: Option<PathBuf>,

    /// What becomes of the block
    #[arg(long, value_enum, default_value_t = Mode::Below)]
    pub(crate) mode: Mode,

    /// What kind of pictures
    #[arg(short, long, value_enum, default_value_t = Format::Svg)]
    pub(crate) format: Format,
}

/// Where a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Mode {
    /// The picture stands below the block
    Below,
    /// The block moves into a file beside the picture, which takes its place
    Replace,
    /// The picture stands first; the block can be unfolded
    Details,
}

/// Reads pages and draws their maps.
pub(crate) struct PageReader {
    light: MapRenderer,
    dark: Option<MapRenderer>,
}

/// A page and its maps.
pub(crate) struct Page {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    pub(crate) maps: Vec<Map>,
    /// What is to be said about blocks that get no picture.
    pub(crate) left: Vec<String>,
}

/// A map on a page.
pub(crate) struct Map {
    pub(crate) fence: Fence,
    /// Where the last run put its picture.
    pub(crate) marked: Option<Marked>,
    pub(crate) picture: Picture,
    pub(crate) dark: Option<Vec<u8>>,
}

impl PageReader {
    /// Gets ready to draw.
    ///
    /// # Errors
    ///
    /// When options do not go with each other, or a font cannot be read.
    pub(crate) fn new(look: &look::Options, format: Format) -> Result<Self, Failure> {
        if format == Format::Html {
            return Err(Failure::usage("a page shows pictures: SVG, PNG or PDF"));
        }
        if look.inline {
            return Err(Failure::usage("--inline is for SVG in a page; md puts pictures into files"));
        }
        // Two files instead of one that is both: pages choose between them, and some readers draw only the light one.
        let in_theme = |theme: Option<&str>| {
            let (theme, medium) = (theme.map(str::to_owned), look.medium.or(Some(look::Medium::Page)));
            MapRenderer::new(look::Options { theme, medium, ..look.clone() }, format)
        };
        if look.theme.as_deref() == Some("auto") {
            return Ok(Self { light: in_theme(None)?, dark: Some(in_theme(Some("dark"))?) });
        }
        Ok(Self { light: in_theme(look.theme.as_deref())?, dark: None })
    }

    /// Reads a page and draws its maps.
    ///
    /// # Errors
    ///
    /// When the page, or a file that holds a map of it, cannot be read.
    pub(crate) fn page(&self, path: &Path) -> Result<Page, Failure> {
        let text = sources::page(path)?;
        let name = path.display().to_string();
        let Blocks { fences, code } = blocks(&text);
        let (fences, open): (Vec<_>, Vec<_>) =
            fences.into_iter().filter(|fence| fence.file.is_none()).partition(|fence| fence.closed);
        let left =
            open.iter().map(|fence| format!("{name}:{}: this map has no end: close its block\n", fence.line - 1));
        let (shares, moved) = shared_out(&text, &fences, marked(&text, Comments::of(path), &code));
        let mut maps = Vec::new();
        for (fence, marked) in fences.into_iter().zip(shares) {
            maps.push(Map {
                picture: self.light.fenced(path, &fence)?,
                dark: self.dark(|renderer| renderer.fenced(path, &fence))?,
                fence,
                marked,
            });
        }
        // Maps that a run with `--mode replace` moved into files.
        for marked in moved {
            let fence = marked.as_fence(&text);
            let file = path.with_file_name("").join(fence.file.as_deref().unwrap_or(Path::new("")));
            maps.push(Map {
                picture: self.light.file(&file)?,
                dark: self.dark(|renderer| renderer.file(&file))?,
                fence,
                marked: Some(marked),
            });
        }
        maps.sort_by_key(|map| map.fence.range.start);
        let left = left.collect();
        Ok(Page { path: path.to_owned(), text, maps, left })
    }

    fn dark(&self, draw: impl Fn(&MapRenderer) -> Result<Picture, Failure>) -> Result<Option<Vec<u8>>, Failure> {
        self.dark.as_ref().map(|renderer| draw(renderer).map(|picture| picture.bytes)).transpose().map(Option::flatten)
    }
}
