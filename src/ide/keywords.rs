//! What each keyword is for, and the form of its statement as a snippet.

use crate::vocabulary::Keyword;

/// The form of the keyword's statement, with `${1:…}` where something is to be filled in, and what it says. None for keywords
/// that nobody should begin a line with any more.
pub fn about(keyword: Keyword) -> Option<(&'static str, &'static str)> {
    Some(match keyword {
        Keyword::Component => {
            ("component ${1:Name} [${2:0.5}, ${3:0.5}]", "Something that is needed, at `[visibility, evolution]`.")
        }
        Keyword::Anchor => ("anchor ${1:User} [${2:0.95}, ${3:0.5}]", "A user, or a need that the chain hangs from."),
        Keyword::Submap => {
            ("submap ${1:Name} [${2:0.5}, ${3:0.5}] url(${4:id})", "A component that stands for another map.")
        }
        Keyword::Pipeline => (
            "pipeline ${1:Name} {\n  component ${2:Form} [${3:0.4}]\n  component ${4:Form} [${5:0.6}]\n}",
            "Several forms of one thing, side by side.",
        ),
        Keyword::Evolve => (
            "evolve ${1:Name} ${2:0.8}",
            "A component moves on: to a number, a stage, or a new name (`evolve A -> B 0.8`).",
        ),
        Keyword::Note => ("note ${1:Text} [${2:0.1}, ${3:0.1}]", "Free text at a place."),
        Keyword::Title => ("title ${1:Title}", "What the map is called."),
        Keyword::Style => ("style ${1:wardley}", "How the map looks."),
        Keyword::Size => ("size [${1:1100}, ${2:700}]", "Width and height of the plot in pixels."),
        Keyword::Annotation => (
            "annotation ${1:1} [${2:0.5}, ${3:0.5}] ${4:Text}",
            "A numbered mark, at one place or several, with its text in the legend.",
        ),
        Keyword::Annotations => ("annotations [${1:0.9}, ${2:0.02}]", "Where the legend of the annotations stands."),
        Keyword::Evolution => (
            "evolution ${1:Genesis} -> ${2:Custom} -> ${3:Product} -> ${4:Commodity}",
            "Other names for the stages, from left to right.",
        ),
        Keyword::ValueChain => (
            "valuechain ${1:Visible} -> ${2:Aware} -> ${3:Unaware} -> ${4:Invisible}",
            "Names for the levels, from the top.",
        ),
        Keyword::Pioneers => {
            ("pioneers [${1:0.9}, ${2:0.05}, ${3:0.6}, ${4:0.25}]", "Where people explore: two corners of an area.")
        }
        Keyword::Settlers => {
            ("settlers [${1:0.9}, ${2:0.3}, ${3:0.6}, ${4:0.6}]", "Where people make products: two corners of an area.")
        }
        Keyword::TownPlanners => (
            "townplanners [${1:0.5}, ${2:0.7}, ${3:0.1}, ${4:0.95}]",
            "Where people industrialize: two corners of an area.",
        ),
        Keyword::Accelerator => ("accelerator ${1:Name} [${2:0.5}, ${3:0.5}]", "What speeds evolution up."),
        Keyword::Deaccelerator => ("deaccelerator ${1:Name} [${2:0.5}, ${3:0.5}]", "What slows evolution down."),
        Keyword::Url => ("url ${1:id} [${2:https://}]", "An address, by an id that `url(id)` names."),
        Keyword::Purpose => ("purpose ${1:Why}", "Why there is this map."),
        Keyword::Scope => ("scope ${1:What}", "What the map is about."),
        Keyword::Include => ("include ${1:other.wm}", "The statements of another file, relative to this one."),
        _ => return None,
    })
}

/// A snippet as it reads with its defaults.
pub fn bare(snippet: &str) -> String {
    let mut bare = String::with_capacity(snippet.len());
    let mut rest = snippet;
    while let Some((before, behind)) = rest.split_once("${") {
        bare.push_str(before);
        let (inner, after) = behind.split_once('}').unwrap_or((behind, ""));
        bare.push_str(inner.split_once(':').map_or("", |(_, default)| default));
        rest = after;
    }
    bare + rest
}
