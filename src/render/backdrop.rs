//! [`Backdrop`]: the paper and the plot beneath a map. They are most of the pixels, and each of their rows is like the first, so
//! one row is painted and copied; to shade every pixel anew takes longer than all the rest of the picture.

use resvg::tiny_skia::{
    Color, GradientStop, IntRect, LinearGradient, Paint, PixmapMut, Point, Rect, Shader, SpreadMode, Transform,
};

use crate::scene::{Fill, Ink, Scene, Shape};

/// Opaque rectangles on whole pixels, back to front.
pub(super) struct Backdrop(Vec<(IntRect, Paint<'static>)>);

impl Backdrop {
    /// Takes the shapes out of a scene that can be painted row by row: those before the first that cannot.
    pub(super) fn take(scene: &mut Scene, scale: f64) -> Self {
        let mut rects = Vec::new();
        for item in &mut scene.items {
            let count = item.shapes.iter().map_while(|shape| rect(shape, scale)).map(|found| rects.push(found)).count();
            item.shapes.drain(..count);
            if !item.shapes.is_empty() {
                break;
            }
        }
        Self(rects)
    }

    /// Paints the rows from `top` on.
    pub(super) fn paint(&self, top: i32, band: &mut PixmapMut<'_>) {
        let width = band.width() as usize;
        for (rect, paint) in &self.0 {
            let clamp = |value: i32, most: u32| value.clamp(0, most.cast_signed()) as usize;
            let (left, right) = (clamp(rect.left(), band.width()), clamp(rect.right(), band.width()));
            let (first, last) = (clamp(rect.top() - top, band.height()), clamp(rect.bottom() - top, band.height()));
            let row = Rect::from_ltrb(left as f32, first as f32, right as f32, first as f32 + 1.0);
            let Some(row) = row.filter(|_| first < last && left < right) else { continue };
            band.fill_rect(row, paint, Transform::identity(), None);
            let pixels = band.pixels_mut();
            for row in first + 1..last {
                pixels.copy_within(first * width + left..first * width + right, row * width + left);
            }
        }
    }
}

fn rect(shape: &Shape, scale: f64) -> Option<(IntRect, Paint<'static>)> {
    let Shape::Rect { corner, width, height, rounding, fill: Some(fill), stroke: None } = shape else { return None };
    let bounds = [corner.x, corner.y, corner.x + width, corner.y + height].map(|length| length * scale);
    let whole = bounds.iter().all(|length| (length - length.round()).abs() < 1e-6 && length.abs() < 1e6);
    let [left, top, right, bottom] = bounds.map(|length| length.round() as i32);
    let shader = shader(fill, left as f32, right as f32)?;
    let fits = whole && *rounding <= 0.0 && shader.is_opaque();
    let bounds = IntRect::from_ltrb(left, top, right, bottom).filter(|_| fits)?;
    Some((bounds, Paint { shader, ..Paint::default() }))
}

fn shader(fill: &Fill, left: f32, right: f32) -> Option<Shader<'static>> {
    let color = |ink: &Ink| Color::from_rgba8(ink.color.red, ink.color.green, ink.color.blue, ink.color.alpha);
    let stops = match fill {
        Fill::Plain(ink) => return Some(Shader::SolidColor(color(ink))),
        Fill::Edges(edge, middle) => vec![(0.0, edge), (0.3, middle), (0.7, middle), (1.0, edge)],
        Fill::Across(from, to) => vec![(0.0, from), (1.0, to)],
    };
    let stops = stops.into_iter().map(|(at, ink)| GradientStop::new(at, color(ink))).collect();
    let ends = [left, right].map(|x| Point::from_xy(x, 0.0));
    LinearGradient::new(ends[0], ends[1], stops, SpreadMode::Pad, Transform::identity())
}
