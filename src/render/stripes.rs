//! Gentle shades as stripes of plain colors: the same pixels, for a tenth of what a gradient costs to paint.

use crate::scene::{Fill, Ink, Point, Scene, Shape};
use crate::theme::Color;

/// Replaces shaded rectangles by stripes, if each color lasts for some pixels at this scale.
pub(super) fn stripe(scene: &mut Scene, scale: f64) {
    for item in &mut scene.items {
        if item.shapes.iter().any(|shape| stripes(shape, scale).is_some()) {
            let shapes = std::mem::take(&mut item.shapes);
            item.shapes = shapes.into_iter().flat_map(|shape| stripes(&shape, scale).unwrap_or(vec![shape])).collect();
        }
    }
}

fn stripes(shape: &Shape, scale: f64) -> Option<Vec<Shape>> {
    let Shape::Rect { corner, width, height, rounding, fill: Some(fill), stroke: None } = shape else { return None };
    let (from, to) = match fill {
        Fill::Plain(_) => return None,
        Fill::Edges(from, to) | Fill::Across(from, to) => (*from, *to),
    };
    let opaque = from.color.alpha == 255 && to.color.alpha == 255;
    // More pixels in a row are not painted, so no stripe is lost.
    let columns = (width * scale).clamp(0.0, f64::from(u16::MAX)) as u32;
    if !opaque || *rounding > 0.0 || steepness(fill, width * scale) > 0.25 {
        return None;
    }
    let color = |column: u32| {
        let at = (f64::from(column) + 0.5) / f64::from(columns);
        let part = match fill {
            Fill::Edges(..) => (at.min(1.0 - at) / 0.3).min(1.0),
            Fill::Plain(_) | Fill::Across(..) => at,
        };
        between(from.color, to.color, part)
    };
    let mut stripes = Vec::new();
    let mut first = 0;
    for column in 1..=columns {
        if column < columns && color(column) == color(first) {
            continue;
        }
        let left = f64::from(first) / scale;
        // One pixel more than it needs lies beneath the next one, so that nothing shines through between them.
        let right = (f64::from(column + 1) / scale).min(*width);
        stripes.push(Shape::Rect {
            corner: Point::new(corner.x + left, corner.y),
            width: if column == columns { width - left } else { right - left },
            height: *height,
            rounding: 0.0,
            fill: Some(Fill::Plain(Ink { color: color(first), slot: from.slot })),
            stroke: None,
        });
        first = column;
    }
    Some(stripes)
}

/// By how many of 255 steps a color changes from one pixel to the next.
pub(super) fn steepness(fill: &Fill, pixels: f64) -> f64 {
    let (from, to, pixels) = match fill {
        Fill::Plain(_) => return 0.0,
        Fill::Edges(edge, middle) => (edge.color, middle.color, pixels * 0.3),
        Fill::Across(left, right) => (left.color, right.color, pixels),
    };
    let parts = [(from.red, to.red), (from.green, to.green), (from.blue, to.blue), (from.alpha, to.alpha)];
    let steps = parts.into_iter().map(|(from, to)| from.abs_diff(to)).max().unwrap_or(0);
    f64::from(steps) / pixels.max(1.0)
}

fn between(from: Color, to: Color, part: f64) -> Color {
    let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * part).round() as u8;
    Color { red: mix(from.red, to.red), green: mix(from.green, to.green), blue: mix(from.blue, to.blue), alpha: 255 }
}
