//! [`Palette`]: a picture in 256 colors, if so many will do.
//!
//! A map has a dozen colors, and hundreds where letters and lines fade into what is beneath. Areas keep their very color.
//! Single pixels keep theirs while there is room, and take one near it, which nobody can tell apart, when there is little.

use resvg::tiny_skia::{ColorU8, PremultipliedColorU8};

/// As many colors as a PNG's palette can hold.
const MOST: usize = 256;
/// Pixels of one color side by side, from which on they are an area.
const AREA: usize = 4;
/// Colors looked up before the picture counts as a colorful one.
const MOST_SEEN: usize = 1 << 13;
/// Slots to find colors by; a power of two, and twice as many as can be in use.
const SLOTS: usize = MOST_SEEN * 2;

/// A picture in up to 256 colors.
pub(super) struct Palette {
    /// Red, green, blue and how opaque, multiplied, from the highest byte on; in the order in which they came.
    colors: Vec<u32>,
    /// Every color seen and what stands for it, found by the color's hash and the slots after it.
    seen: Vec<Option<Seen>>,
    count: usize,
    /// The pixels so far, from left to right and from above.
    runs: Vec<Run>,
}

#[derive(Clone, Copy)]
struct Seen {
    color: u32,
    index: u8,
    exact: bool,
}

/// Pixels of one color side by side. A run of none stands for a row like the one above.
#[derive(Clone, Copy)]
struct Run {
    index: u8,
    length: u16,
}

impl Default for Palette {
    fn default() -> Self {
        Self { colors: Vec::with_capacity(MOST), seen: vec![None; SLOTS], count: 0, runs: Vec::new() }
    }
}

impl Palette {
    /// The colors, by their numbers.
    pub(super) fn colors(&self) -> impl Iterator<Item = ColorU8> {
        let color = |color: &u32| {
            let [red, green, blue, alpha] = color.to_be_bytes();
            PremultipliedColorU8::from_rgba(red, green, blue, alpha).map(|color| color.demultiply())
        };
        self.colors.iter().filter_map(color)
    }

    /// Takes in rows of `width` pixels, each red, green, blue and how opaque. `None` when there are too many colors.
    pub(super) fn take(&mut self, pixels: &[u8], width: usize) -> Option<()> {
        let mut above: &[u8] = &[];
        for row in pixels.chunks_exact(width * 4) {
            if row == above {
                self.runs.push(Run { index: 0, length: 0 });
                continue;
            }
            let mut rest = row;
            while let Some(color) = rest.first_chunk::<4>() {
                let length = run(rest, *color);
                let index = self.index(u32::from_be_bytes(*color), length >= AREA)?;
                self.runs.push(Run { index, length: length as u16 });
                rest = &rest[length * 4..];
            }
            above = row;
        }
        Some(())
    }

    /// Hands out the rows as numbers of colors.
    ///
    /// # Errors
    ///
    /// When `put` has one.
    pub(super) fn each_row<E>(&self, width: usize, mut put: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        let mut row = Vec::with_capacity(width);
        for run in &self.runs {
            if run.length > 0 {
                if row.len() == width {
                    row.clear();
                }
                row.resize(row.len() + usize::from(run.length), run.index);
            }
            if row.len() == width {
                put(&row)?;
            }
        }
        Ok(())
    }

    fn index(&mut self, color: u32, area: bool) -> Option<u8> {
        let mut slot = color.wrapping_mul(0x9e37_79b1) as usize >> 8 & (SLOTS - 1);
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

    fn add(&mut self, color: u32) -> Option<u8> {
        (self.colors.len() < MOST).then(|| {
            self.colors.push(color);
            (self.colors.len() - 1) as u8
        })
    }

    /// The nearest color, if it is near enough for how little room there is.
    fn near(&self, color: u32) -> Option<u8> {
        let enough = match self.colors.len() {
            0..96 => return None,
            96..144 => 4,
            144..208 => 8,
            _ => 32,
        };
        let color = color.to_be_bytes();
        let far = |other: &u32| {
            let parts = color.into_iter().zip(other.to_be_bytes());
            parts.fold(0, |far, (one, other)| far.max(one.abs_diff(other)))
        };
        // One as near as can be told is taken at once.
        let close = self.colors.iter().position(|other| far(other) <= 4);
        let found = close.or_else(|| {
            let nearest = self.colors.iter().map(far).enumerate().min_by_key(|(_, far)| *far);
            nearest.filter(|(_, far)| *far <= enough).map(|(index, _)| index)
        });
        found.map(|index| index as u8)
    }
}

/// How many pixels at the start have this color.
fn run(pixels: &[u8], color: [u8; 4]) -> usize {
    /// Most pixels stand in long runs, which are compared sixteen at a time.
    const MANY: usize = 16;
    let (pixels, _) = pixels.as_chunks::<4>();
    let count = |pixels: &[[u8; 4]]| pixels.iter().take_while(|pixel| **pixel == color).count();
    let short = count(&pixels[..pixels.len().min(MANY)]);
    if short < MANY {
        return short;
    }
    let many = [color; MANY];
    let long = pixels.chunks_exact(MANY).take_while(|pixels| **pixels == many).count() * MANY;
    long + count(&pixels[long..])
}
