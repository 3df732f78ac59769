//! Pixels as PNG. Packing takes longer than painting, and a palette makes it many times faster: a map has few colors.

use std::io::Write;

use png::{BitDepth, ColorType, Compression, Encoder, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::{ColorU8, PremultipliedColorU8};

use super::canvas::Canvas;
use super::paint::Painting;
use super::palette::Palette;

/// Pixels painted at a time, in bands of rows. A map at its usual size is one band: a line thinner than a pixel that comes in over
/// a band's edge is painted a little beside its place. At twice the size lines are wider, and memory begins to count.
const BAND: u32 = 1_200_000;
/// Rows painted and thrown away above and below each band: where lines are cut, their ends are seen.
const MARGIN: u32 = 2;

/// The PNG with a palette; `None` if that cannot hold the colors.
pub(super) fn palette_png(painting: &Painting) -> Option<Vec<u8>> {
    if painting.is_colorful() {
        return None;
    }
    let width = painting.width as usize;
    let mut palette = Palette::default();
    each_band(painting, |pixels| palette.take(pixels, width))?;
    let mut out = Vec::new();
    let mut encoder = encoder(&mut out, painting);
    encoder.set_color(ColorType::Indexed);
    encoder
        .set_palette(palette.colors().flat_map(|color| [color.red(), color.green(), color.blue()]).collect::<Vec<_>>());
    if palette.colors().any(|color| color.alpha() < 255) {
        encoder.set_trns(palette.colors().map(ColorU8::alpha).collect::<Vec<_>>());
    }
    pack(encoder, |writer| palette.each_row(width, |row| writer.write_all(row)));
    Some(out)
}

/// The PNG with red, green and blue in each pixel, and how opaque it is where not all are.
pub(super) fn true_color_png(painting: &Painting) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = encoder(&mut out, painting);
    let opaque = painting.is_opaque();
    encoder.set_color(if opaque { ColorType::Rgb } else { ColorType::Rgba });
    pack(encoder, |writer| {
        let mut written = Ok(());
        let mut bytes = Vec::new();
        each_band(painting, |pixels| {
            bytes.clear();
            for pixel in pixels.chunks_exact(4) {
                let color = PremultipliedColorU8::from_rgba(pixel[0], pixel[1], pixel[2], pixel[3])?.demultiply();
                bytes.extend([color.red(), color.green(), color.blue()]);
                bytes.extend((!opaque).then_some(color.alpha()));
            }
            written = writer.write_all(&bytes);
            written.is_ok().then_some(())
        });
        written
    });
    out
}

/// An encoder that knows the size of a picture, and how large it is to be shown.
fn encoder<'a>(out: &'a mut Vec<u8>, painting: &Painting) -> Encoder<'a, &'a mut Vec<u8>> {
    /// Pixels of the screen in a meter: 96 to the inch.
    const SCREEN: f64 = 96.0 / 0.0254;
    let mut encoder = Encoder::new(out, painting.width, painting.height);
    let density = (SCREEN * painting.density).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: density, yppu: density, unit: Unit::Meter }));
    encoder
}

/// Writes a picture row by row.
fn pack(mut encoder: Encoder<'_, &mut Vec<u8>>, rows: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) {
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    // Most rows are like the one above, and what is left then packs in a fraction of the time.
    encoder.set_filter(Filter::Up);
    let written = encoder.write_header().and_then(|mut writer| {
        let mut writer = writer.stream_writer()?;
        rows(&mut writer)?;
        writer.finish()
    });
    written.expect("memory can be written to, and the rows are as many as said");
}

/// Paints band after band, until `take` has enough.
fn each_band(painting: &Painting, mut take: impl FnMut(&[u8]) -> Option<()>) -> Option<()> {
    let row = painting.width as usize * 4;
    let height = (BAND / painting.width).clamp(1, painting.height);
    let mut band = Canvas::new(painting.width, height + 2 * MARGIN);
    for top in (0..painting.height).step_by(height as usize) {
        let rows = height.min(painting.height - top) as usize;
        if !painting.is_opaque() {
            band.clear();
        }
        painting.paint(top.cast_signed() - MARGIN.cast_signed(), band.pixels());
        take(&band.bytes()[MARGIN as usize * row..][..rows * row])?;
    }
    Some(())
}
