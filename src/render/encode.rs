//! Pixels as PNG. Packing takes longer than painting, and a palette makes it many times faster: a map has few colors.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use tiny_skia::{ColorU8, Pixmap, PremultipliedColorU8};

use super::paint::Painting;

/// Rows painted at a time: few enough that they stay in the processor's cache.
const BAND: u32 = 64;

/// The PNG with a palette; `None` if there are more than 256 colors.
pub(super) fn palette_png(painting: &Painting) -> Option<Vec<u8>> {
    let mut palette = Palette::default();
    let mut indices = Vec::with_capacity(painting.width as usize * painting.height as usize);
    each_band(painting, |pixels| palette.push_indices(pixels, &mut indices))?;
    let colors = || palette.colors.iter().map(PremultipliedColorU8::demultiply);
    let mut out = Vec::with_capacity(indices.len() / 16);
    let mut encoder = Encoder::new(&mut out, painting.width, painting.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(colors().flat_map(|color| [color.red(), color.green(), color.blue()]).collect::<Vec<u8>>());
    if colors().any(|color| color.alpha() < 255) {
        encoder.set_trns(colors().map(ColorU8::alpha).collect::<Vec<u8>>());
    }
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::NoFilter);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&indices));
    written.expect("memory can be written to, and the sizes agree");
    Some(out)
}

/// The PNG with red, green, blue and how opaque in each pixel.
pub(super) fn true_color_png(painting: &Painting) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, painting.width, painting.height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut bytes = Vec::with_capacity(painting.width as usize * painting.height as usize * 4);
    each_band(painting, |pixels| {
        for pixel in pixels {
            let color = pixel.demultiply();
            bytes.extend([color.red(), color.green(), color.blue(), color.alpha()]);
        }
        Some(())
    });
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&bytes));
    written.expect("memory can be written to, and the sizes agree");
    out
}

/// Paints band after band, until `take` has enough.
fn each_band(painting: &Painting, mut take: impl FnMut(&[PremultipliedColorU8]) -> Option<()>) -> Option<()> {
    let mut band = Pixmap::new(painting.width, BAND.min(painting.height)).expect("a picture has pixels");
    for top in (0..painting.height).step_by(BAND as usize) {
        let rows = BAND.min(painting.height - top);
        band.data_mut().fill(0);
        painting.paint(top, band.as_mut());
        take(&band.pixels()[..(rows * painting.width) as usize])?;
    }
    Some(())
}

/// Up to 256 colors.
struct Palette {
    colors: Vec<PremultipliedColorU8>,
    /// Places in `colors` plus one, found by a color's hash and the places after it; 0 where there is none.
    places: [u16; 1024],
}

impl Default for Palette {
    fn default() -> Self {
        Self { colors: Vec::with_capacity(256), places: [0; 1024] }
    }
}

impl Palette {
    /// The number of each pixel's color. `None` when there are too many colors.
    fn push_indices(&mut self, pixels: &[PremultipliedColorU8], indices: &mut Vec<u8>) -> Option<()> {
        for run in pixels.chunk_by(|one, next| one == next) {
            let index = self.index(run[0])?;
            indices.resize(indices.len() + run.len(), index);
        }
        Some(())
    }

    fn index(&mut self, color: PremultipliedColorU8) -> Option<u8> {
        let bytes = u32::from_be_bytes([color.red(), color.green(), color.blue(), color.alpha()]);
        let mut at = (bytes.wrapping_mul(0x9e37_79b1) >> 22) as usize;
        loop {
            match self.places[at].checked_sub(1) {
                Some(place) if self.colors[usize::from(place)] == color => return Some(place as u8),
                Some(_) => at = (at + 1) % self.places.len(),
                None if self.colors.len() == 256 => return None,
                None => {
                    self.colors.push(color);
                    self.places[at] = self.colors.len() as u16;
                    return Some((self.colors.len() - 1) as u8);
                }
            }
        }
    }
}
