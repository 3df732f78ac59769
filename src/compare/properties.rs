//! What is said of things, compared.

use super::Property;
use crate::map::{Component, ComponentKind, LabelOffset, Method, Properties};

/// The property of where a label stands: a matter of looks.
pub(super) const LABEL: &str = "label";

/// A property that differs, or nothing.
pub(super) fn property(name: &'static str, old: Option<String>, new: Option<String>) -> Option<Property> {
    (old != new).then_some(Property { name, old, new })
}

/// A property that is there or not, where that differs.
pub(super) fn flag(name: &'static str, old: bool, new: bool) -> Option<Property> {
    let word = |given: bool| given.then(|| "yes".to_owned());
    property(name, word(old), word(new))
}

/// What differs in what is said of a component.
pub(super) fn of_component(old: &Component, new: &Component) -> Vec<Property> {
    let kind = |kind: ComponentKind| {
        let word = match kind {
            ComponentKind::Component => "component",
            ComponentKind::Anchor => "anchor",
            ComponentKind::Submap => "submap",
        };
        Some(word.to_owned())
    };
    let mut found: Vec<Property> = property("kind", kind(old.kind), kind(new.kind)).into_iter().collect();
    found.extend(of_properties(old.properties, new.properties));
    found.extend(property("address", old.href.clone(), new.href.clone()));
    found.extend(property("description", old.description.clone(), new.description.clone()));
    found.extend(label(old.label, new.label));
    found
}

/// What differs in decorators.
pub(super) fn of_properties(old: Properties, new: Properties) -> Vec<Property> {
    let method = |properties: Properties| {
        let word = match properties.method? {
            Method::Build => "build",
            Method::Buy => "buy",
            Method::Outsource => "outsource",
        };
        Some(word.to_owned())
    };
    [
        property("method", method(old), method(new)),
        flag("market", old.market, new.market),
        flag("ecosystem", old.ecosystem, new.ecosystem),
        flag("inertia", old.inertia, new.inertia),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where a label stands, where that differs.
pub(super) fn label(old: Option<LabelOffset>, new: Option<LabelOffset>) -> Option<Property> {
    let words = |label: Option<LabelOffset>| {
        label.map(|label| format!("{}, {}{}", label.x, label.y, if label.pinned { " (pinned)" } else { "" }))
    };
    property(LABEL, words(old), words(new))
}
