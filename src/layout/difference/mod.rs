//! Two versions of a map in one picture: [`difference`].
//!
//! The map of both is laid out once. Then what is new is drawn in a color of its own with a `+`, what was removed gray, dashed
//! and struck, what moved with a ghost and a thin arrow from there; whatever did not change stands back.

mod key;
mod strike;

use super::labels::Site;
use super::restyle::{dash, quiet, recolor, widen};
use super::{Layout, Options, layout};
use crate::compare::{Changes, Fate, Thing, Union, summary, text};
use crate::geometry::{direction, distance};
use crate::scene::{Ink, Item, PathPart, Role, Shape, Stroke};
use crate::text::Fonts;
use crate::theme::{Slot, Theme};

/// Dashes of what was removed, and of ghosts.
const DASHES: [f64; 2] = [4.0, 3.0];
/// How many times as wide as usual the lines of what is new are, so that they stand out without color.
const WIDER: f64 = 1.8;

/// Draws the union of two versions, and a key below it. `changes` are those it was made of.
pub fn difference(union: &Union, changes: &Changes, theme: &Theme, fonts: &Fonts, options: &Options) -> Layout {
    let mut drawn = layout(&union.map, theme, fonts, options);
    // The bar of what a ghost had to overcome says nothing.
    drawn.scene.items.retain(|item| item.role != Role::Inertia || fate(union, item) != Some(&Fate::Ghost));
    for item in &mut drawn.scene.items {
        let fate = fate(union, item);
        dress(item, fate, theme);
        rename(union, item);
    }
    let arrows = arrows(union, &drawn, theme);
    drawn.scene.items.extend(arrows);
    let title = union.map.title.as_ref().map_or_else(|| "A map".to_owned(), |title| title.text.clone());
    drawn.scene.title = format!("{title}: {}", summary(changes));
    text(changes).trim_end().clone_into(&mut drawn.scene.description);
    key::draw(&mut drawn.scene, changes, theme, fonts);
    drawn
}

/// What became of what an item draws; `None` where nothing did.
fn fate<'a>(union: &'a Union, item: &Item) -> Option<&'a Fate> {
    let span = item.span?;
    things(item.role).iter().find_map(|&thing| union.fates.get(&(thing, span)))
}

/// What an item of a role may draw.
fn things(role: Role) -> &'static [Thing] {
    match role {
        Role::Component | Role::Anchor | Role::Submap => &[Thing::Component, Thing::Anchor, Thing::Submap],
        Role::Link => &[Thing::Link],
        Role::Movement => &[Thing::Movement],
        Role::Inertia => &[Thing::Movement, Thing::Component, Thing::Anchor, Thing::Submap],
        Role::Pipeline => &[Thing::Pipeline],
        Role::Note => &[Thing::Note],
        Role::Annotation => &[Thing::Annotation],
        Role::Attitude => &[Thing::Attitude],
        Role::Force => &[Thing::Force],
        Role::Metric => &[Thing::NorthStar, Thing::Input],
        Role::Work => &[Thing::Work],
        Role::Stream => &[Thing::Stream],
        Role::Panel => &[Thing::Value],
        _ => &[],
    }
}

/// Draws an item as what became of it wants.
fn dress(item: &mut Item, fate: Option<&Fate>, theme: &Theme) {
    match fate {
        // The frame of the map stays as it is.
        None if things(item.role).is_empty() => {}
        None => quiet(item),
        Some(Fate::Added) => {
            recolor(item, Slot::Added, &theme.palette);
            widen(item, WIDER);
        }
        Some(Fate::Removed) => {
            recolor(item, Slot::Removed, &theme.palette);
            dash(item, DASHES);
            strike::all(item, theme);
        }
        Some(Fate::Ghost) => {
            recolor(item, Slot::Removed, &theme.palette);
            dash(item, DASHES);
        }
        Some(Fate::Changed { was }) => {
            if let Some(was) = was {
                strike::last(item, was, theme);
            }
        }
    }
}

/// Gives an item the name that it has on the map, as against the one that was drawn.
fn rename(union: &Union, item: &mut Item) {
    let real = |name: &mut String| {
        if let Some(real) = union.names.get(name) {
            name.clone_from(real);
        }
    };
    match &mut item.ends {
        Some((from, to)) => {
            real(from);
            real(to);
            item.name = if item.role == Role::Link { format!("{from} -> {to}") } else { to.clone() };
        }
        None => real(&mut item.name),
    }
}

/// Thin arrows from where components were to where they are.
fn arrows(union: &Union, drawn: &Layout, theme: &Theme) -> Vec<Item> {
    const HEAD: f64 = 7.0;
    /// An anchor has no symbol: its arrow keeps off its name.
    const NAME: f64 = 7.0;
    let ink = Ink { slot: Slot::Label, color: theme.palette.color(Slot::Label) };
    let stroke = || Stroke { ink, width: 1.0, dashes: Vec::new() };
    let mut items = Vec::new();
    for ghost in &union.ghosts {
        let (from, to) = (ghost.from.0 as usize, ghost.to.0 as usize);
        let [start, end] = [from, to].map(|at| drawn.labels[at].site.middle());
        let reach = |at: usize| match drawn.labels[at].site {
            Site::Symbol { outline, .. } => outline.radius().max(NAME) + 1.0,
            _ => NAME,
        };
        if distance(start, end) <= reach(from) + reach(to) {
            continue;
        }
        let way = direction(start, end);
        let (start, tip) = (start.step(way, reach(from), 0.0), end.step(way, -reach(to), 0.0));
        let head = HEAD.min(distance(start, tip));
        let side = |aside: f64| tip.step(way, -head, aside);
        items.push(Item {
            role: Role::Ghost,
            name: union.map.component(ghost.to).name.replace('\n', " "),
            shapes: vec![
                Shape::Line { from: start, to: tip, stroke: stroke() },
                Shape::Path {
                    parts: vec![
                        PathPart::Move(side(0.4 * head)),
                        PathPart::Line(tip),
                        PathPart::Line(side(-0.4 * head)),
                    ],
                    fill: None,
                    stroke: Some(stroke()),
                },
            ],
            ..Item::default()
        });
        rename(union, items.last_mut().expect("just pushed"));
    }
    items
}
