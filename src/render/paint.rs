//! [`Painting`]: a scene as pixels, one band of rows after the other, so that a large picture needs little memory.

use resvg::tiny_skia::{PixmapMut, Transform};
use resvg::usvg::{self, Tree};

use super::backdrop::Backdrop;
use super::svg::{Options, svg};
use crate::scene::{Fill, Scene, Shape};
use crate::text::Fonts;

/// A scene to be painted.
pub(super) struct Painting {
    /// Pixels in a row.
    pub(super) width: u32,
    /// Rows.
    pub(super) height: u32,
    /// Pixels for each pixel that the scene is shown at.
    pub(super) density: f64,
    backdrop: Backdrop,
    tree: Tree,
    scale: f32,
    colorful: bool,
    opaque: bool,
}

impl Painting {
    /// Prepares a scene; `scale` pixels for each of the scene's.
    ///
    /// resvg gets the letters as outlines: they are the ones that were measured, whatever fonts a system has, and nothing has
    /// to be shaped again. It gets the colors as attributes: it knows no style sheet that asks for the reader's preference.
    ///
    /// `None` if there are more shapes than resvg takes, which is a million.
    pub(super) fn of(scene: &Scene, fonts: &Fonts, scale: f64, width: u32, height: u32) -> Option<Self> {
        let (colorful, opaque) = (is_colorful(scene, scale), is_opaque(scene));
        let density = scale / scene.zoom;
        let mut scene = Scene { dark: None, zoom: 1.0, ..scene.clone() };
        let backdrop = Backdrop::take(&mut scene, scale);
        let drawn = svg(&scene, &Options { inline: false, id_prefix: Some("p"), paths: Some(fonts), steps: false });
        let tree = Tree::from_str(&drawn, &usvg::Options::default()).ok()?;
        // Else the last row or column is covered in part.
        let is_whole = |length: f64| (length * scale).fract() < 1e-9;
        let opaque = opaque && is_whole(scene.width) && is_whole(scene.height);
        Some(Self { width, height, density, backdrop, tree, scale: scale as f32, colorful, opaque })
    }

    /// Whether colors change from pixel to pixel somewhere, so that a palette would show as steps.
    pub(super) fn is_colorful(&self) -> bool {
        self.colorful
    }

    /// Whether the first shape covers everything.
    pub(super) fn is_opaque(&self) -> bool {
        self.opaque
    }

    /// Paints the rows from `top` on, which may be above the picture.
    pub(super) fn paint(&self, top: i32, mut band: PixmapMut<'_>) {
        self.backdrop.paint(top, &mut band);
        let shift = Transform::from_scale(self.scale, self.scale).post_translate(0.0, -top as f32);
        resvg::render(&self.tree, shift, &mut band);
    }
}

/// Whether a shape is shaded so steeply that its pixels do not even come in fours.
fn is_colorful(scene: &Scene, scale: f64) -> bool {
    shapes(scene).any(|shape| {
        let (fill, width) = match shape {
            Shape::Rect { fill, width, .. } => (fill, *width),
            Shape::Circle { fill, radius, .. } => (fill, radius * 2.0),
            // How wide a path is does not matter: no path of a map is shaded.
            Shape::Path { fill, .. } => (fill, 0.0),
            Shape::Line { .. } | Shape::Text(_) => return false,
        };
        fill.is_some_and(|fill| steepness(&fill, width * scale) > 0.25)
    })
}

/// By how many of 255 steps a color changes from one pixel to the next.
fn steepness(fill: &Fill, pixels: f64) -> f64 {
    let (from, to, pixels) = match fill {
        Fill::Plain(_) => return 0.0,
        Fill::Edges(edge, middle) => (edge.color, middle.color, pixels * 0.3),
        Fill::Across(left, right) => (left.color, right.color, pixels),
    };
    let parts = [(from.red, to.red), (from.green, to.green), (from.blue, to.blue), (from.alpha, to.alpha)];
    let steps = parts.into_iter().map(|(from, to)| from.abs_diff(to)).max().unwrap_or(0);
    f64::from(steps) / pixels.max(1.0)
}

fn is_opaque(scene: &Scene) -> bool {
    shapes(scene).next().is_some_and(|shape| match shape {
        Shape::Rect { corner, width, height, rounding, fill: Some(Fill::Plain(ink)), .. } => {
            let covers = corner.x <= 0.0
                && corner.y <= 0.0
                && corner.x + width >= scene.width
                && corner.y + height >= scene.height;
            covers && *rounding <= 0.0 && ink.color.alpha == 255
        }
        _ => false,
    })
}

fn shapes(scene: &Scene) -> impl Iterator<Item = &Shape> {
    scene.items.iter().flat_map(|item| &item.shapes)
}
