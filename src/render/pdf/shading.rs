//! [`Shadings`]: areas whose color changes from left to right.

use pdf_writer::types::FunctionShadingType;
use pdf_writer::{Finish, Pdf, Ref};

use super::document::Numbers;
use super::page::{parts_of, short};
use crate::scene::Fill;
use crate::theme::Color;

/// The shadings of a page, each with where it starts and ends.
#[derive(Default)]
pub(super) struct Shadings(Vec<(Fill, [f64; 2])>);

impl Shadings {
    /// The name of a shading, which is added if it is new.
    pub(super) fn name(&mut self, fill: Fill, area: [f64; 2]) -> String {
        let known = self.0.iter().position(|known| *known == (fill, area));
        let at = known.unwrap_or_else(|| {
            self.0.push((fill, area));
            self.0.len() - 1
        });
        format!("S{at}")
    }

    /// Writes them; each with its name.
    pub(super) fn write(&self, pdf: &mut Pdf, numbers: &mut Numbers) -> Vec<(String, Ref)> {
        let write = |(at, (fill, [left, right])): (usize, &(Fill, [f64; 2]))| {
            let stops = match fill {
                Fill::Plain(ink) => vec![(0.0, ink), (1.0, ink)],
                Fill::Edges(edge, middle) => vec![(0.0, edge), (0.3, middle), (0.7, middle), (1.0, edge)],
                Fill::Across(from, to) => vec![(0.0, from), (1.0, to)],
            };
            let ramps: Vec<Ref> = stops
                .windows(2)
                .map(|pair| {
                    let id = numbers.next();
                    let mut ramp = pdf.exponential_function(id);
                    ramp.domain([0.0, 1.0])
                        .c0(parts_of(on_white(pair[0].1.color)))
                        .c1(parts_of(on_white(pair[1].1.color)))
                        .n(1.0);
                    id
                })
                .collect();
            let whole = numbers.next();
            let mut function = pdf.stitching_function(whole);
            function.domain([0.0, 1.0]).functions(ramps.iter().copied());
            function.bounds(stops[1..stops.len() - 1].iter().map(|stop| stop.0));
            function.encode(ramps.iter().flat_map(|_| [0.0, 1.0]));
            function.finish();
            let id = numbers.next();
            let mut shading = pdf.function_shading(id);
            shading.shading_type(FunctionShadingType::Axial).color_space().device_rgb();
            shading.coords([short(*left), 0.0, short(*right), 0.0]).function(whole).extend([true, true]);
            (format!("S{at}"), id)
        };
        self.0.iter().enumerate().map(write).collect()
    }
}

/// What a color looks like on paper: shadings are opaque here.
fn on_white(color: Color) -> Color {
    let part = |part: u8| {
        let (part, alpha) = (u32::from(part), u32::from(color.alpha));
        ((part * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    Color { red: part(color.red), green: part(color.green), blue: part(color.blue), alpha: 255 }
}
