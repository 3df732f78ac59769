//! The scene as PNG: painted by resvg with the letters of [`Fonts`], in bands of rows, with a palette where one suffices.

use super::encode::{palette_png, true_color_png};
use super::paint::Painting;
use crate::scene::Scene;
use crate::text::Fonts;

/// What may be chosen about a PNG.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Pixels of the picture for each pixel that the scene is shown at. Default: 2. Of no effect where a width or a height is asked for.
    pub scale: f64,
    /// How many pixels wide. Default: as the scale says. With a height as well, the picture is as large as fits into both.
    pub width: Option<u32>,
    /// How many pixels high. Default: as the scale says.
    pub height: Option<u32>,
}

impl Default for Options {
    fn default() -> Self {
        Self { scale: 2.0, width: None, height: None }
    }
}

/// Why there is no PNG.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum PngError {
    /// It would have more pixels than [`MOST_PIXELS`], or more than 65,535 in a row.
    TooLarge {
        /// Pixels in a row.
        width: f64,
        /// Rows.
        height: f64,
    },
    /// It would have no pixel: the scene or the scale is 0, below, or no number.
    Empty,
    /// It would hold more than a million shapes.
    TooMany,
}

/// A picture of more pixels is refused: 16,384 by 16,384.
pub const MOST_PIXELS: f64 = 268_435_456.0;

impl std::fmt::Display for PngError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge { width, height } => {
                write!(formatter, "a picture of {width:.0}×{height:.0} pixels is too large")
            }
            Self::Empty => formatter.write_str("a picture without a pixel"),
            Self::TooMany => formatter.write_str("a picture of more than a million shapes"),
        }
    }
}

impl std::error::Error for PngError {}

/// The PNG of a scene.
///
/// # Errors
///
/// When the picture would have no pixel, or too many.
pub fn png(scene: &Scene, fonts: &Fonts, options: &Options) -> Result<Vec<u8>, PngError> {
    let scale = scale(scene, options);
    let size = |length: f64| (length * scale - 1e-6).ceil();
    let (width, height) = (size(scene.width), size(scene.height));
    if !(width >= 1.0 && height >= 1.0) {
        return Err(PngError::Empty);
    }
    if width > f64::from(u16::MAX) || height > f64::from(u16::MAX) || width * height > MOST_PIXELS {
        return Err(PngError::TooLarge { width, height });
    }
    let painting = Painting::of(scene, fonts, scale, width as u32, height as u32).ok_or(PngError::TooMany)?;
    Ok(palette_png(&painting).unwrap_or_else(|| true_color_png(&painting)))
}

fn scale(scene: &Scene, options: &Options) -> f64 {
    let across = options.width.map(|width| f64::from(width) / scene.width);
    let down = options.height.map(|height| f64::from(height) / scene.height);
    match (across, down) {
        (Some(across), Some(down)) => across.min(down),
        (Some(scale), None) | (None, Some(scale)) => scale,
        (None, None) => options.scale * scene.zoom,
    }
}
