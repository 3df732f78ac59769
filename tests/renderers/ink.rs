//! How much of a text can be seen in a picture.

use resvg::tiny_skia::Pixmap;
use wardley::scene::{Scene, Text};

/// A picture of some size, as brightness from 0 to 1.
pub(super) struct Picture {
    width: usize,
    height: usize,
    light: Vec<f64>,
}

impl Picture {
    pub(super) fn decode(png: &[u8]) -> Self {
        let map = Pixmap::decode_png(png).expect("a PNG");
        let light = map.pixels().iter().map(|pixel| {
            // On white, where nothing is.
            let bare = 255.0 - f64::from(pixel.alpha());
            let [red, green, blue] =
                [pixel.red(), pixel.green(), pixel.blue()].map(|part| (f64::from(part) + bare) / 255.0);
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        });
        Self { width: map.width() as usize, height: map.height() as usize, light: light.collect() }
    }

    /// The brightness of what stands between two corners, given in pixels of a scene.
    fn between(&self, scene: &Scene, (left, top): (f64, f64), (right, bottom): (f64, f64)) -> Vec<f64> {
        let x = |x: f64| ((x / scene.width * self.width as f64).round().max(0.0) as usize).min(self.width);
        let y = |y: f64| ((y / scene.height * self.height as f64).round().max(0.0) as usize).min(self.height);
        (y(top)..y(bottom)).flat_map(|row| &self.light[row * self.width..][x(left)..x(right)]).copied().collect()
    }
}

/// Which part of a text's box is nearer to the text's color than to that of the ground.
pub(super) fn ink(picture: &Picture, scene: &Scene, text: &Text) -> f64 {
    let color = text.ink.color;
    let [red, green, blue] = [color.red, color.green, color.blue].map(|part| f64::from(part) / 255.0);
    let ink = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let (low, high) = corners(text);
    let mut light = picture.between(scene, low, high);
    light.sort_by(f64::total_cmp);
    let ground = light[light.len() / 2];
    // So little apart, letters and ground are the same.
    if (ground - ink).abs() < 0.1 {
        return 0.0;
    }
    light.iter().filter(|light| (*light - ink).abs() < (*light - ground).abs()).count() as f64 / light.len() as f64
}

/// Two corners of the box that a text fills, with a pixel around it.
#[allow(clippy::disallowed_methods, reason = "no picture hangs on it")]
fn corners(text: &Text) -> ((f64, f64), (f64, f64)) {
    let start = text.start();
    let (x, y) = (start.x - text.at.x, start.y - text.at.y);
    let (left, top, right, bottom) = (x - 1.0, y - 0.76 * text.size, x + text.width + 1.0, y + 0.24 * text.size);
    let (sin, cos) = text.turned.to_radians().sin_cos();
    let turn = |x: f64, y: f64| (text.at.x + x * cos - y * sin, text.at.y + x * sin + y * cos);
    let corners = [turn(left, top), turn(right, top), turn(left, bottom), turn(right, bottom)];
    let least = |value: fn(&(f64, f64)) -> f64| corners.iter().map(value).fold(f64::INFINITY, f64::min);
    let most = |value: fn(&(f64, f64)) -> f64| corners.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
    ((least(|at| at.0), least(|at| at.1)), (most(|at| at.0), most(|at| at.1)))
}
