//! [`Painting`]: a scene as pixels, one band of rows after the other, so that a large picture needs little memory.

use std::cell::OnceCell;

use tiny_skia::{FillRule, IntRect, Paint, Path, PixmapMut, PremultipliedColorU8, Rect, Stroke, Transform};

use super::hair::Hair;
use super::marks::Maker;
use super::rim::Rim;
use crate::scene::Scene;
use crate::text::Fonts;

/// A scene to be painted.
pub(super) struct Painting {
    /// Pixels in a row.
    pub(super) width: u32,
    /// Rows.
    pub(super) height: u32,
    /// What is painted, back to front.
    marks: Vec<Mark>,
    colorful: bool,
}

/// One thing painted, in pixels of the picture.
pub(super) struct Mark {
    pub(super) path: Path,
    pub(super) paint: Paint<'static>,
    pub(super) kind: Kind,
}

/// How it is painted.
pub(super) enum Kind {
    Rect(Rect),
    /// A rectangle on whole pixels, opaque, each of its rows like the first.
    Rows(IntRect),
    Area,
    Line(Stroke),
    Hair(Hair, Stroke),
    /// The rim of letters. Where all beneath has its color already it is not seen, which is nearly everywhere; so it is
    /// made only where it is.
    Rim {
        color: PremultipliedColorU8,
        width: f32,
        rim: OnceCell<Option<Rim>>,
    },
}

impl Painting {
    /// Prepares a scene; `scale` pixels for each of the scene's.
    pub(super) fn of(scene: &Scene, fonts: &Fonts, scale: f64, width: u32, height: u32) -> Self {
        let maker = Maker::of(scene, fonts, scale);
        Self { width, height, marks: maker.marks, colorful: maker.colorful }
    }

    /// Whether colors change from pixel to pixel somewhere, so that a palette would show as steps.
    pub(super) fn is_colorful(&self) -> bool {
        self.colorful
    }

    /// Whether the first mark covers everything.
    pub(super) fn is_opaque(&self) -> bool {
        self.marks.first().is_some_and(|mark| {
            let Kind::Rect(rect) = mark.kind else { return false };
            let covers = rect.left() <= 0.0 && rect.top() <= 0.0;
            let covers = covers && rect.right() >= self.width as f32 && rect.bottom() >= self.height as f32;
            covers && mark.paint.shader.is_opaque()
        })
    }

    /// Paints the rows from `top` on, which may be above the picture.
    pub(super) fn paint(&self, top: i32, mut band: PixmapMut<'_>) {
        let (first, last) = (top as f32, (top + band.height().cast_signed()) as f32);
        let shift = Transform::from_translate(0.0, -first);
        for mark in &self.marks {
            let reach = mark.reach();
            let bounds = mark.path.bounds();
            if bounds.top() - reach >= last || bounds.bottom() + reach <= first {
                continue;
            }
            match &mark.kind {
                Kind::Rect(rect) => {
                    if let Some(rect) = Rect::from_xywh(rect.x(), rect.y() - first, rect.width(), rect.height()) {
                        band.fill_rect(rect, &mark.paint, Transform::identity(), None);
                    }
                }
                Kind::Rows(rect) => paint_rows(&mut band, *rect, top, &mark.paint),
                Kind::Area => band.fill_path(&mark.path, &mark.paint, FillRule::Winding, shift, None),
                Kind::Line(stroke) => band.stroke_path(&mark.path, &mark.paint, stroke, shift, None),
                Kind::Hair(hair, stroke) => {
                    if let Some(path) = hair.within(first, last) {
                        band.stroke_path(&path, &mark.paint, stroke, Transform::identity(), None);
                    }
                }
                Kind::Rim { color, width, rim } => {
                    if has_only(&band, bounds, reach, first, *color) {
                        continue;
                    }
                    if let Some(rim) = rim.get_or_init(|| Rim::of(&mark.path, *width)) {
                        rim.paint(&mut band, top, *color);
                    }
                }
            }
        }
    }
}

impl Mark {
    /// How far it reaches beyond its path; mitered corners stand out at most four times half the width.
    fn reach(&self) -> f32 {
        match &self.kind {
            Kind::Rect(_) | Kind::Rows(_) | Kind::Area => 1.0,
            Kind::Line(stroke) | Kind::Hair(_, stroke) => stroke.width * 2.0 + 1.0,
            Kind::Rim { width, .. } => width / 2.0 + 1.0,
        }
    }
}

/// Paints the first row, which is what takes the time where colors change from left to right, and copies it.
fn paint_rows(band: &mut PixmapMut<'_>, rect: IntRect, top: i32, paint: &Paint<'_>) {
    let clamp = |value: i32, most: u32| value.clamp(0, most.cast_signed()) as usize;
    let (left, right) = (clamp(rect.left(), band.width()), clamp(rect.right(), band.width()));
    let (first, last) = (clamp(rect.top() - top, band.height()), clamp(rect.bottom() - top, band.height()));
    let Some(row) = Rect::from_ltrb(left as f32, first as f32, right as f32, first as f32 + 1.0) else { return };
    if first >= last {
        return;
    }
    band.fill_rect(row, paint, Transform::identity(), None);
    let width = band.width() as usize;
    let pixels = band.pixels_mut();
    for row in first + 1..last {
        pixels.copy_within(first * width + left..first * width + right, row * width + left);
    }
}

/// Whether all pixels around `bounds` have this color.
fn has_only(band: &PixmapMut<'_>, bounds: Rect, reach: f32, first: f32, color: PremultipliedColorU8) -> bool {
    let clamp = |value: f32, most: u32| value.clamp(0.0, most as f32) as usize;
    let (left, right) = (clamp(bounds.left() - reach, band.width()), clamp(bounds.right() + reach + 1.0, band.width()));
    let top = clamp(bounds.top() - reach - first, band.height());
    let bottom = clamp(bounds.bottom() + reach + 1.0 - first, band.height());
    let band = band.as_ref();
    let rows = band.pixels().chunks_exact(band.width() as usize).skip(top).take(bottom.saturating_sub(top));
    rows.flat_map(|row| &row[left..right]).all(|pixel| *pixel == color)
}
