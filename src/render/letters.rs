//! Text drawn as outlines.

use super::number;
use crate::geometry::Point;
use crate::scene::{Text, Weight};
use crate::text::{Outlines, Pen};

/// How far slanted letters lean to the right for each pixel up: as Arial's own slanted letters, 12 degrees.
pub(super) const SLANT: f64 = 0.2126;

/// Writes the outlines of a line of text as the data of a path, at its place but not turned.
///
/// Points are told by their distance from the one before: most of them are near, and short numbers are read fast.
pub(super) fn write(letters: &mut Outlines<'_>, text: &Text, out: &mut String) {
    let slant = if text.italic { SLANT } else { 0.0 };
    let mut written = Written { start: text.start(), slant, out, at: [0, 0] };
    letters.line(&text.content, text.size, text.weight == Weight::Bold, &mut written);
}

struct Written<'a> {
    start: Point,
    slant: f64,
    out: &'a mut String,
    /// Where the last part ended, in hundredths of a pixel.
    at: [i64; 2],
}

impl Written<'_> {
    fn place(&self, x: f32, y: f32) -> [i64; 2] {
        let (x, y) = (f64::from(x), f64::from(y));
        [self.start.x + x - y * self.slant, self.start.y + y].map(number::hundredths)
    }

    /// A part that bends towards all points but the last and ends there.
    fn part<const N: usize>(&mut self, command: char, points: [(f32, f32); N]) {
        self.out.push(command);
        let from = self.at;
        for (number, (x, y)) in points.into_iter().enumerate() {
            self.at = self.place(x, y);
            self.distance(self.at[0] - from[0], number == 0);
            self.distance(self.at[1] - from[1], false);
        }
    }

    fn distance(&mut self, hundredths: i64, first: bool) {
        if !first && hundredths >= 0 {
            self.out.push(' ');
        }
        number::push_hundredths(self.out, hundredths);
    }
}

impl Pen for Written<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = [0, 0];
        self.part('M', [(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let [right, down] = self.place(x, y);
        let (command, distance) = match [right - self.at[0], down - self.at[1]] {
            [distance, 0] => ('h', distance),
            [0, distance] => ('v', distance),
            _ => return self.part('l', [(x, y)]),
        };
        self.out.push(command);
        self.distance(distance, true);
        self.at = [right, down];
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.part('q', [(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.part('c', [(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.out.push('Z');
    }
}
