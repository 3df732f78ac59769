//! [`Palette`]: the colors of a picture, if 256 of them will do.
//!
//! A map has a dozen colors, and hundreds where letters and lines fade into what is beneath. Areas keep their very color.
//! Single pixels keep theirs while there is room, and take one near it, which nobody can tell apart, when there is little.

use resvg::tiny_skia::PremultipliedColorU8;

/// As many colors as a PNG's palette can hold.
const MOST: usize = 256;
/// Pixels of one color side by side, from which on they are an area.
const AREA: usize = 4;
/// Colors looked up before the picture counts as a colorful one.
const MOST_SEEN: usize = 1 << 13;
/// Slots to find colors by; a power of two, and twice as many as can be in use.
const SLOTS: usize = MOST_SEEN * 2;

/// Up to 256 colors, in the order in which they came.
pub(super) struct Palette {
    colors: Vec<PremultipliedColorU8>,
    /// Every color seen and what stands for it, found by the color's hash and the slots after it.
    seen: Vec<Option<Seen>>,
    count: usize,
}

#[derive(Clone, Copy)]
struct Seen {
    color: PremultipliedColorU8,
    index: u8,
    exact: bool,
}

/// How many pixels at the start have one color. Most runs are long, so they are compared by the dozen.
fn run(pixels: &[PremultipliedColorU8]) -> usize {
    const MANY: usize = 16;
    let first = pixels[0];
    let all = |pixels: &&[PremultipliedColorU8]| pixels.iter().fold(true, |all, pixel| all & (*pixel == first));
    let run = pixels.chunks_exact(MANY).take_while(all).count() * MANY;
    run + pixels[run..].iter().take_while(|pixel| **pixel == first).count()
}

impl Default for Palette {
    fn default() -> Self {
        Self { colors: Vec::with_capacity(MOST), seen: vec![None; SLOTS], count: 0 }
    }
}

impl Palette {
    /// The colors, by their numbers.
    pub(super) fn colors(&self) -> &[PremultipliedColorU8] {
        &self.colors
    }

    /// Adds the number of each pixel's color to `indices`. `None` when there are too many colors.
    pub(super) fn push_indices(
        &mut self,
        pixels: &[PremultipliedColorU8],
        width: usize,
        indices: &mut Vec<u8>,
    ) -> Option<()> {
        let mut above: &[PremultipliedColorU8] = &[];
        for row in pixels.chunks_exact(width) {
            if row == above {
                indices.extend_from_within(indices.len() - width..);
                continue;
            }
            let mut start = 0;
            while start < width {
                let run = run(&row[start..]);
                let index = self.index(row[start], run >= AREA)?;
                indices.resize(indices.len() + run, index);
                start += run;
            }
            above = row;
        }
        Some(())
    }

    fn index(&mut self, color: PremultipliedColorU8, area: bool) -> Option<u8> {
        let bytes = u32::from_be_bytes([color.red(), color.green(), color.blue(), color.alpha()]);
        let mut slot = bytes.wrapping_mul(0x9e37_79b1) as usize >> 8 & (SLOTS - 1);
        while let Some(seen) = self.seen[slot] {
            if seen.color == color {
                if seen.exact || !area {
                    return Some(seen.index);
                }
                break;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if self.count == MOST_SEEN {
            return None;
        }
        self.count += usize::from(self.seen[slot].is_none());
        let near = if area { None } else { self.near(color) };
        let index = near.or_else(|| self.add(color))?;
        self.seen[slot] = Some(Seen { color, index, exact: near.is_none() });
        Some(index)
    }

    fn add(&mut self, color: PremultipliedColorU8) -> Option<u8> {
        (self.colors.len() < MOST).then(|| {
            self.colors.push(color);
            (self.colors.len() - 1) as u8
        })
    }

    /// The nearest color, if it is near enough for how little room there is.
    fn near(&self, color: PremultipliedColorU8) -> Option<u8> {
        let enough = match self.colors.len() {
            0..96 => return None,
            96..144 => 4,
            144..208 => 8,
            _ => 32,
        };
        let far = |other: &PremultipliedColorU8| {
            let parts = [
                color.red().abs_diff(other.red()),
                color.green().abs_diff(other.green()),
                color.blue().abs_diff(other.blue()),
                color.alpha().abs_diff(other.alpha()),
            ];
            parts.into_iter().max().unwrap_or(0)
        };
        let nearest = self.colors.iter().map(far).enumerate().min_by_key(|(_, far)| *far);
        nearest.filter(|(_, far)| *far <= enough).map(|(index, _)| index as u8)
    }
}
