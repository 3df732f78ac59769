//! The fonts of `--font`: read once in a run, when the first map needs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::cli::failure::{Failure, reason};
use crate::layout::lacks_glyphs;
use crate::map::Map;
use crate::text::Fonts;

/// A font file, and which face of it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FontFile {
    pub(crate) path: PathBuf,
    face: u32,
}

/// `FILE`, or `FILE#N` for a face of a collection, counted from 0.
pub(crate) fn font_file(text: &str) -> Result<FontFile, String> {
    if text.is_empty() {
        return Err("name a file".to_owned());
    }
    let whole = FontFile { path: text.into(), face: 0 };
    let Some((path, face)) = text.rsplit_once('#').filter(|_| !Path::new(text).exists()) else { return Ok(whole) };
    match face.parse() {
        Ok(face) => Ok(FontFile { path: path.into(), face }),
        Err(_) => Ok(whole),
    }
}

/// The shipped font, and with it those asked for.
pub(crate) struct FontSet {
    files: Vec<FontFile>,
    shipped: Fonts,
    all: OnceLock<Result<Fonts, Failure>>,
}

impl FontSet {
    /// Gets ready to read these files.
    ///
    /// # Errors
    ///
    /// When one of them is no file.
    pub(crate) fn of(files: &[FontFile]) -> Result<Self, Failure> {
        for FontFile { path, .. } in files {
            let about = fs::metadata(path).map_err(|error| Failure::cannot("read", path.display(), &reason(&error)))?;
            if !about.is_file() {
                return Err(Failure::cannot("read", path.display(), "not a file"));
            }
        }
        Ok(Self { files: files.to_vec(), shipped: Fonts::shipped(), all: OnceLock::new() })
    }

    /// The fonts to draw a map with.
    pub(crate) fn for_map(&self, map: &Map) -> &Fonts {
        if lacks_glyphs(map, &self.shipped) { self.all() } else { self.in_use() }
    }

    /// All fonts.
    pub(crate) fn all(&self) -> &Fonts {
        if !self.files.is_empty() {
            let _ = self.all.get_or_init(|| self.load());
        }
        self.in_use()
    }

    /// The fonts read so far. Where the shipped one has all characters, the others change nothing.
    pub(crate) fn in_use(&self) -> &Fonts {
        self.all.get().and_then(|all| all.as_ref().ok()).unwrap_or(&self.shipped)
    }

    /// What hindered reading them, once a map needed them.
    pub(crate) fn failure(&self) -> Option<Failure> {
        self.all.get().and_then(|all| all.as_ref().err().cloned())
    }

    fn load(&self) -> Result<Fonts, Failure> {
        let mut fonts = Fonts::shipped();
        for FontFile { path, face } in &self.files {
            let bytes = fs::read(path).map_err(|error| Failure::cannot("read", path.display(), &reason(&error)))?;
            fonts
                .add_face(bytes, *face)
                .map_err(|error| Failure::cannot("draw with", path.display(), &error.to_string()))?;
        }
        Ok(fonts)
    }
}
