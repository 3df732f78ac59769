//! One painter per thing, and the order in which they draw.

mod annotations;
mod arrow;
mod attitudes;
mod axes;
mod background;
pub(super) mod badges;
mod cells;
mod components;
mod debug;
pub(super) mod drawing;
mod forces;
mod hand;
mod inertia;
mod levels;
pub(super) mod lines;
mod links;
mod movements;
mod notes;
pub(super) mod panel;
mod pipelines;
pub(super) mod sheet;
pub(super) mod stages;
pub(super) mod streams;
mod symbols;
pub(super) mod title;
mod yielding;

use super::labels::Placed;
use crate::problem::Problem;
use annotations::Legend;
use drawing::Drawing;
use sheet::Sheet;
use stages::StageNames;
use title::Heading;

/// Everything but the texts whose places are not known yet, back to front; and the legend, if its place is not known.
pub(super) fn unlabeled(
    sheet: &Sheet,
    heading: &Heading,
    stages: &StageNames,
    problems: &mut Vec<Problem>,
) -> (Drawing, Option<Legend>) {
    let mut drawing = Drawing::default();
    components::own(sheet, &mut drawing);
    movements::own(sheet, &mut drawing);
    background::draw(sheet, &mut drawing);
    axes::draw(sheet, stages, &mut drawing);
    title::draw(sheet, heading, &mut drawing);
    attitudes::draw(sheet, &mut drawing);
    pipelines::draw(sheet, &mut drawing);
    let laid = links::lay(sheet);
    streams::draw(sheet, &laid, &mut drawing);
    links::draw(sheet, &laid, &mut drawing, problems);
    movements::draw(sheet, &mut drawing);
    inertia::draw(sheet, &mut drawing);
    components::draw(sheet, &mut drawing);
    badges::draw(sheet, &mut drawing);
    forces::draw(sheet, &mut drawing);
    notes::draw(sheet, &mut drawing);
    annotations::draw(sheet, &mut drawing);
    let legend = annotations::legend(sheet, &mut drawing);
    (drawing, legend)
}

/// Adds the texts where they were placed, the legend, and what a theme or `debug` asks for.
pub(super) fn finish(sheet: &Sheet, legend: Option<Legend>, placed: &[Placed], debug: bool, drawing: &mut Drawing) {
    drawing.letter(sheet, placed);
    if let Some(legend) = legend {
        annotations::place_legend(sheet, &legend, placed, drawing);
    }
    if sheet.theme.by_hand {
        hand::draw(&mut drawing.items);
    }
    yielding::yield_to_texts(&mut drawing.items, sheet.plane.picture);
    if debug {
        debug::draw(sheet, placed, drawing);
    }
}
