//! Components, anchors and submaps: symbol, label, tooltip, address.

use super::drawing::{Drawing, around};
use super::sheet::Sheet;
use super::symbols::{self, Look};
use crate::layout::labels::{Hint, Kind, ObstacleKind};
use crate::map::{Component, ComponentId, ComponentKind};
use crate::scene::{Item, Role};
use crate::theme::Slot;

/// Wants the label of every component, in the order of the components.
pub(super) fn own(sheet: &Sheet, drawing: &mut Drawing) {
    let mut rows = vec![None; sheet.map.components.len()];
    for (id, pipeline) in sheet.map.pipelines() {
        for child in &pipeline.children {
            rows[child.0 as usize] = Some(id.0);
        }
    }
    for (id, component) in sheet.map.components() {
        let mark = sheet.marks.component(id);
        let (kind, slot) = match component.kind {
            ComponentKind::Anchor => (Kind::Anchor, Slot::AnchorLabel),
            _ if rows[id.0 as usize].is_some() => (Kind::Child, Slot::Label),
            ComponentKind::Component | ComponentKind::Submap => (Kind::Component, Slot::Label),
        };
        let hidden = component.label.is_some_and(|label| label.hides);
        let text = if hidden { "" } else { component.name.as_str() };
        let mut owner = around(kind, mark.center, mark.outline, text, sheet);
        // The name of an anchor is its symbol: links lead to it. OWM takes no offset for it either.
        let label = component.label.filter(|label| kind != Kind::Anchor || label.pinned);
        owner.hint = label.map(|label| Hint { x: label.x, y: label.y, pinned: label.pinned });
        owner.row = rows[id.0 as usize];
        drawing.own(owner, slot);
    }
}

pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    for (id, component) in sheet.map.components() {
        one(sheet, id, component, drawing);
    }
}

fn one(sheet: &Sheet, id: ComponentId, component: &Component, drawing: &mut Drawing) {
    let mark = sheet.marks.component(id);
    let look = Look {
        kind: component.kind,
        square: sheet.marks.is_parent(id),
        moved: false,
        placed: sheet.places.components[id.0 as usize].placed,
    };
    let role = match component.kind {
        ComponentKind::Component => Role::Component,
        ComponentKind::Anchor => Role::Anchor,
        ComponentKind::Submap => Role::Submap,
    };
    let item = drawing.add(Item {
        role,
        name: component.name.replace('\n', " "),
        tooltip: component.description.clone(),
        href: component.href.clone(),
        span: Some(component.span),
        shapes: symbols::shapes(sheet, mark.center, component.properties, look),
        ..Item::default()
    });
    let label = id.0 as usize;
    drawing.put_label(label, item);
    drawing.block(ObstacleKind::Symbol, symbols::form(mark), vec![label]);
}
