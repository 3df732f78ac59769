//! [`Palette`]: a picture in 256 colors, if so many will do.
//!
//! A map has a dozen colors, and hundreds where letters and lines fade into what is beneath. Areas keep their very color.
//! Single pixels keep theirs while there is room, and take one near it, which nobody can tell apart, when there is little.

use resvg::tiny_skia::{ColorU8, PremultipliedColorU8};

/// As many colors as a PNG's palette can hold.
const MOST: usize = 256;
/// Pixels of one color side by side, from which on they are an area.
const AREA: usize = 4;
/// A color as near as this, of 255 steps, is taken at once: nobody can tell.
const CLOSE: u8 = 4;
/// Colors looked up before the picture counts as a colorful one.
const MOST_SEEN: usize = 1 << 13;
/// Slots to find colors by; a power of two, and twice as many as can be in use.
const SLOTS: usize = MOST_SEEN * 2;

/// Pixels compared at a time: most stand in long runs, and are like those above them.
const MANY: usize = 16;

/// Red, green, blue and how opaque.
type Pixel = [u8; 4];

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

/// Pixels side by side in one row.
#[derive(Clone, Copy)]
enum Run {
    /// As many of one color.
    Of(u8, u16),
    /// As many like those above them.
    Above(u16),
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
        let mut above: &[Pixel] = &[];
        for row in pixels.as_chunks().0.chunks_exact(width) {
            if row == above {
                self.runs.push(Run::Above(width as u16));
            } else if above.is_empty() {
                self.look(row)?;
            } else {
                self.look_where_unlike(row, above)?;
            }
            above = row;
        }
        Some(())
    }

    /// Looks at the pixels of a row that are not like those above: most are, and what they are is known.
    fn look_where_unlike(&mut self, row: &[Pixel], above: &[Pixel]) -> Option<()> {
        let mut done = 0;
        while done < row.len() {
            let first = done + alike(&row[done..], &above[done..]);
            let last = first + unlike(&row[first..], &above[first..]);
            // Enough of their neighbors is looked at as well to tell whether they are part of an area.
            let reach = |at: usize| if first < last { AREA.min(at) } else { 0 };
            let (first, last) = (first - reach(first - done), last + reach(row.len() - last));
            if first > done {
                self.runs.push(Run::Above((first - done) as u16));
            }
            self.look(&row[first..last])?;
            done = last;
        }
        Some(())
    }

    fn look(&mut self, mut pixels: &[Pixel]) -> Option<()> {
        while let Some(&color) = pixels.first() {
            let length = run(pixels, color);
            let index = self.index(u32::from_be_bytes(color), length >= AREA)?;
            self.runs.push(Run::Of(index, length as u16));
            pixels = &pixels[length..];
        }
        Some(())
    }

    /// Hands out the rows as numbers of colors.
    ///
    /// # Errors
    ///
    /// When `put` has one.
    pub(super) fn each_row<E>(&self, width: usize, mut put: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        let mut row = vec![0; width];
        let mut at = 0;
        for run in &self.runs {
            match *run {
                Run::Above(length) => at += usize::from(length),
                Run::Of(index, length) => {
                    let start = at;
                    at += usize::from(length);
                    row[start..at].fill(index);
                }
            }
            if at == width {
                put(&row)?;
                at = 0;
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
            96..144 => CLOSE,
            144..208 => 8,
            _ => 32,
        };
        let color = color.to_be_bytes();
        let far = |other: u32| color.into_iter().zip(other.to_be_bytes()).map(|(one, other)| one.abs_diff(other));
        let near = |other: u32, most: u8| far(other).all(|far| far <= most);
        let found = self.colors.iter().position(|other| near(*other, CLOSE)).or_else(|| {
            let others = self.colors.iter().enumerate().filter(|(_, other)| near(**other, enough));
            others.min_by_key(|(_, other)| far(**other).max()).map(|(index, _)| index)
        });
        found.map(|index| index as u8)
    }
}

/// How many pixels at the start have this color.
fn run(pixels: &[Pixel], color: Pixel) -> usize {
    let count = |pixels: &[Pixel]| pixels.iter().take_while(|pixel| **pixel == color).count();
    let short = count(&pixels[..pixels.len().min(MANY)]);
    if short < MANY {
        return short;
    }
    let many = [color; MANY];
    let long = pixels.as_chunks().0.iter().take_while(|pixels| **pixels == many).count() * MANY;
    long + count(&pixels[long..])
}

/// How many pixels at the start are like those above them.
fn alike(row: &[Pixel], above: &[Pixel]) -> usize {
    let many = row.as_chunks::<MANY>().0.iter().zip(above.as_chunks::<MANY>().0);
    let long = many.take_while(|(row, above)| row == above).count() * MANY;
    long + row[long..].iter().zip(&above[long..]).take_while(|(row, above)| row == above).count()
}

/// How many pixels at the start are mixed with ones that are unlike those above them.
fn unlike(row: &[Pixel], above: &[Pixel]) -> usize {
    let many = row.chunks(MANY).zip(above.chunks(MANY));
    many.take_while(|(row, above)| row != above).map(|(row, _)| row.len()).sum()
}
