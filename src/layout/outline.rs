//! How far a symbol reaches.

use super::labels::Outline;
use crate::map::{Component, ComponentKind, Properties};
use crate::theme::Sizes;

/// The radius of a component that has no pipeline of its own.
pub(super) fn radius_of(component: &Component, sizes: &Sizes) -> f64 {
    outline(component, component.properties, false, sizes).radius()
}

/// How far the symbol of a component with these properties reaches; `parent` says whether it has a pipeline.
pub(super) fn outline(component: &Component, properties: Properties, parent: bool, sizes: &Sizes) -> Outline {
    if component.kind == ComponentKind::Anchor {
        return Outline::Circle(0.0);
    }
    let edge = sizes.component_stroke / 2.0;
    let ring = if properties.method.is_some() { sizes.method_ring } else { 0.0 };
    if properties.ecosystem {
        Outline::Circle(sizes.ecosystem + ring)
    } else if properties.market {
        Outline::Circle(sizes.market + ring)
    } else if properties.method.is_some() {
        Outline::Circle(sizes.method)
    } else if parent {
        Outline::Box(sizes.parent + edge, sizes.parent + edge)
    } else if component.kind == ComponentKind::Submap {
        Outline::Circle(sizes.submap + edge)
    } else {
        Outline::Circle(sizes.component + edge)
    }
}
