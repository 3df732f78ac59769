//! Glyphs as paths, for those that no embedded font holds.

use crate::geometry::Point;
use crate::scene::PathPart;
use crate::text::{Fonts, Glyph, Pen};

/// The outlines of glyphs of a line that starts at (0, 0), in pixels. `slant` is how far they lean to the right for each
/// pixel up.
pub(super) fn outlines(fonts: &Fonts, glyphs: &[Glyph], bold: bool, size: f64, slant: f64) -> Vec<PathPart> {
    let mut drawn = Drawn { parts: Vec::new(), glyph: [0.0, 0.0], size, slant };
    for glyph in glyphs {
        drawn.glyph = [glyph.x, glyph.y];
        fonts.draw(glyph.letter, bold, &mut drawn);
    }
    drawn.parts
}

struct Drawn {
    parts: Vec<PathPart>,
    /// Where the glyph stands, in em.
    glyph: [f64; 2],
    size: f64,
    slant: f64,
}

impl Drawn {
    fn point(&self, x: f32, y: f32) -> Point {
        let (x, y) = (self.glyph[0] + f64::from(x), self.glyph[1] + f64::from(y));
        Point::new((x - y * self.slant) * self.size, y * self.size)
    }
}

impl Pen for Drawn {
    fn move_to(&mut self, x: f32, y: f32) {
        self.parts.push(PathPart::Move(self.point(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.parts.push(PathPart::Line(self.point(x, y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.parts.push(PathPart::Quad(self.point(cx, cy), self.point(x, y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.parts.push(PathPart::Cubic(self.point(ax, ay), self.point(bx, by), self.point(x, y)));
    }

    fn close(&mut self) {
        self.parts.push(PathPart::Close);
    }
}
