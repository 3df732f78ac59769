//! The steps of a map's story: [`number`], [`step`].
//!
//! One layout, of the whole map, serves all steps, so that nothing ever stands elsewhere. A step shows everything up to its
//! end; what it does not add itself stands back.

mod caption;

use std::collections::HashMap;

use super::Layout;
use super::restyle::quiet;
use crate::map::{ComponentId, End, Map};
use crate::scene::{Item, Role, Scene, Shape, Text};
use crate::source::Span;
use crate::text::Fonts;
use crate::theme::Theme;

/// Says of every item of a map's drawing in which step it appears.
pub(super) fn number(map: &Map, scene: &mut Scene) {
    if map.steps.list.is_empty() {
        return;
    }
    let numbers = numbers(map);
    for item in &mut scene.items {
        item.step = item.span.map_or(0, |span| {
            let written = map.steps.of(span);
            numbers.get(&(item.role, span)).map_or(written, |&step| step.max(written))
        });
    }
}

/// The steps of what appears no sooner than what it hangs on.
fn numbers(map: &Map) -> HashMap<(Role, Span), u32> {
    let component = |id: ComponentId| map.steps.of(map.component(id).span);
    let end = |end: End| {
        let moved = end.moved.map_or(0, |id| map.steps.of(map.movement(id).span));
        component(end.component).max(moved)
    };
    let mut numbers = HashMap::new();
    for link in &map.links {
        let step = numbers.entry((Role::Link, link.span)).or_insert(u32::MAX);
        *step = end(link.from).max(end(link.to)).min(*step);
    }
    for movement in &map.movements {
        for role in [Role::Movement, Role::Inertia] {
            numbers.insert((role, movement.span), component(movement.component));
        }
    }
    for pipeline in &map.pipelines {
        numbers.insert((Role::Pipeline, pipeline.span), component(pipeline.parent));
    }
    numbers
}

/// The drawing of one step, from 1, with its caption. `past_is_quiet` says whether what earlier steps show stands back.
pub fn step(map: &Map, layout: &Layout, step: u32, past_is_quiet: bool, theme: &Theme, fonts: &Fonts) -> Scene {
    let whole = &layout.scene;
    let mut scene = Scene { items: Vec::new(), ..whole.clone() };
    let mut added = Vec::new();
    for item in whole.items.iter().filter(|item| item.step <= step) {
        let mut item = item.clone();
        if item.role == Role::Legend {
            shorten(&mut item, map, step);
        }
        // What belongs to all is as new in the first step as what that adds.
        let is_new = item.step == step || step == 1;
        if item.step == step && matches!(item.role, Role::Component | Role::Anchor | Role::Submap | Role::Movement) {
            added.push(item.name.clone());
        }
        if past_is_quiet && !is_new && !is_frame(item.role) {
            quiet(&mut item);
        }
        scene.items.push(item);
    }
    let caption = caption::text(map, step);
    scene.items.push(caption::item(map, layout, &caption, theme, fonts));
    scene.title = if whole.title.is_empty() { caption.clone() } else { format!("{}, {caption}", whole.title) };
    scene.description = if added.is_empty() { caption } else { format!("{caption}. New: {}.", added.join(", ")) };
    scene
}

/// Whether an item belongs to the frame of the map, which never stands back.
fn is_frame(role: Role) -> bool {
    matches!(role, Role::Background | Role::Title | Role::Axis | Role::Stage | Role::Level | Role::Legend | Role::Debug)
}

/// Leaves out of the legend what later steps annotate; where nothing is left, the box as well.
fn shorten(legend: &mut Item, map: &Map, step: u32) {
    let mut shown =
        map.annotations.iter().filter(|mark| !mark.text.trim().is_empty()).map(|mark| map.steps.of(mark.span) <= step);
    let text = |shape: &Shape| if let Shape::Text(Text { at, .. }) = shape { Some(at.x) } else { None };
    let left = legend.shapes.iter().filter_map(text).fold(f64::INFINITY, f64::min);
    let mut keep = true;
    legend.shapes.retain(|shape| {
        let Some(x) = text(shape) else { return true };
        // Further lines of one annotation are indented.
        if x <= left + 0.5 {
            keep = shown.next().unwrap_or(true);
        }
        keep
    });
    if !legend.shapes.iter().any(|shape| text(shape).is_some()) {
        legend.shapes.clear();
    }
}
