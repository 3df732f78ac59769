//! [`Rim`]: what stands around letters so that lines beneath leave them readable.
//!
//! A stroke along every curve of every letter takes longer than all the rest of a picture. Here the letters are painted
//! once, and the painted spreads by half the rim's width.

use tiny_skia::{FillRule, Mask, Path, PixmapMut, PremultipliedColorU8, Rect, Transform};

/// How much of each pixel around some letters the rim covers.
pub(super) struct Rim {
    /// The first pixel.
    left: i32,
    /// The first row.
    top: i32,
    width: usize,
    /// 255 where the rim covers all of a pixel.
    coverage: Vec<u8>,
}

impl Rim {
    /// The rim of `width` around letters; half of it lies outside of them.
    pub(super) fn of(path: &Path, width: f32) -> Option<Self> {
        // A narrow rim is spread in half pixels.
        let fine = if width < 4.0 { 2 } else { 1 };
        let (place, columns, rows) = frame(path.bounds(), width)?;
        let mut mask = Mask::new(columns * fine, rows * fine)?;
        let scale = fine as f32;
        let shift = Transform::from_translate(-place.0 as f32, -place.1 as f32).post_scale(scale, scale);
        mask.fill_path(path, FillRule::Winding, true, shift);
        let spread = spread(mask.data(), (columns * fine) as usize, width / 2.0 * scale);
        let coverage = if fine == 2 { halved(&spread, (columns * fine) as usize) } else { spread };
        Some(Self { left: place.0, top: place.1, width: columns as usize, coverage })
    }

    /// Paints those rows of it that fall into the band, whose first row is `first`.
    pub(super) fn paint(&self, band: &mut PixmapMut<'_>, first: i32, color: PremultipliedColorU8) {
        let (width, height) = (band.width().cast_signed(), band.height().cast_signed());
        let color = [color.red(), color.green(), color.blue(), color.alpha()].map(u32::from);
        let pixels = band.data_mut();
        for (row, coverage) in (self.top - first..).zip(self.coverage.chunks_exact(self.width)) {
            if row < 0 || row >= height {
                continue;
            }
            for (column, &covered) in (self.left..width).zip(coverage) {
                if covered == 0 || column < 0 {
                    continue;
                }
                let at = (row * width + column) as usize * 4;
                let covered = u32::from(covered);
                let rest = 255 - part(color[3], covered);
                for (below, above) in pixels[at..at + 4].iter_mut().zip(color) {
                    *below = (part(above, covered) + part(u32::from(*below), rest)).min(255) as u8;
                }
            }
        }
    }
}

/// `of` × `value`, both as parts of 255.
fn part(value: u32, of: u32) -> u32 {
    (value * of + 127) / 255
}

/// The pixels that a rim can reach: the first, and how many in a row and in a column.
fn frame(bounds: Rect, width: f32) -> Option<((i32, i32), u32, u32)> {
    let reach = width / 2.0 + 1.0;
    let (left, top) = ((bounds.left() - reach).floor(), (bounds.top() - reach).floor());
    let (columns, rows) = ((bounds.right() + reach - left).ceil(), (bounds.bottom() + reach - top).ceil());
    // Beyond this no picture reaches.
    let near = |value: f32| value.abs() < 1e6;
    (near(left) && near(top) && near(columns) && near(rows)).then_some((
        (left as i32, top as i32),
        columns as u32,
        rows as u32,
    ))
}

/// Each value becomes the largest within the radius; at the radius it fades over one pixel.
fn spread(values: &[u8], width: usize, radius: f32) -> Vec<u8> {
    let mut spread = values.to_vec();
    let reach = radius.ceil() as isize;
    for down in -reach..=reach {
        for across in -reach..=reach {
            let distance = ((down * down + across * across) as f32).sqrt();
            let weight = ((radius + 0.5 - distance).clamp(0.0, 1.0) * 256.0) as u16;
            let shift = down * width.cast_signed() + across;
            if weight == 0 || shift == 0 {
                continue;
            }
            let (to, from) = if shift < 0 { (0, -shift as usize) } else { (shift as usize, 0) };
            let count = values.len().saturating_sub(to + from);
            // The frame leaves room at both sides, so what runs over a row's end is 0.
            for (to, from) in spread[to..to + count].iter_mut().zip(&values[from..from + count]) {
                *to = (*to).max(((u16::from(*from) * weight) >> 8) as u8);
            }
        }
    }
    spread
}

/// Every four values as their mean.
fn halved(values: &[u8], width: usize) -> Vec<u8> {
    let mut halved = Vec::with_capacity(values.len() / 4);
    for rows in values.chunks_exact(width * 2) {
        let (upper, lower) = rows.split_at(width);
        halved.extend(upper.chunks_exact(2).zip(lower.chunks_exact(2)).map(|(upper, lower)| {
            let sum: u16 = upper.iter().chain(lower).map(|value| u16::from(*value)).sum();
            ((sum + 2) / 4) as u8
        }));
    }
    halved
}
