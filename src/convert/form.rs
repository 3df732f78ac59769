//! A map in any form: [`convert`].

#[cfg(feature = "serde")]
use super::json;
use super::{Converted, Loss, dot, mermaid, owm, wm};
use crate::Reading;
use crate::format::format;
use crate::layout::Layout;
use crate::map::Dialect;
use crate::source::Span;

/// The forms that a map can be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(rename_all = "camelCase"))]
pub enum Form {
    /// The map language in its canonical form.
    #[default]
    Wm,
    /// What OnlineWardleyMaps draws.
    Owm,
    /// Mermaid's wardley-beta.
    Mermaid,
    /// The value chain as a graph, for Graphviz.
    Dot,
    /// All that is said of the map.
    #[cfg(feature = "serde")]
    Json,
}

/// A map in another form. `layout` is asked where the form needs places of things that have none.
pub fn convert(reading: &Reading, form: Form, layout: impl FnOnce() -> Layout) -> Converted {
    let map = &reading.map;
    let mut converted = match (form, reading.files.as_slice()) {
        #[cfg(feature = "serde")]
        (Form::Json, _) => return Converted { text: json(map, &reading.sources, None), losses: Vec::new() },
        // What is in the map language already stays as it is written, comments and all.
        (Form::Wm, [file]) if map.dialect == Dialect::Owm => {
            return Converted { text: format(reading.sources.get(file.source), file), losses: Vec::new() };
        }
        (Form::Wm, _) => wm(map, &layout().places),
        (Form::Mermaid, _) => mermaid(map, &layout().places),
        (Form::Owm, _) => owm(map, &layout().places),
        (Form::Dot, _) => dot(map),
    };
    converted.losses.extend(comments(reading));
    converted
}

/// The loss of the authors' comments.
fn comments(reading: &Reading) -> Option<Loss> {
    let comments = reading.files.iter().flat_map(|file| &file.lines).flat_map(|line| &line.comments);
    let comments: Vec<Span> = comments.copied().filter(|comment| !comment.is_empty()).collect();
    let first = *comments.first()?;
    let reason = match comments.len() {
        1 => "1 comment is left out".to_owned(),
        count => format!("{count} comments are left out"),
    };
    Some(Loss { span: first, reason })
}
