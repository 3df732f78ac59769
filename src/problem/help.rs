//! What to write instead.

use super::message::shown;
use super::scripts;
use super::{Axis, Problem, Role, Unknown};

impl Problem {
    /// Advice, where there is any better than the message itself.
    #[allow(clippy::too_many_lines, reason = "one sentence for each mistake, to be read side by side")]
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::UnknownStatement { why, .. } => unknown(why),
            Self::KeywordCase { keyword, .. } => format!("write `{keyword}`; other programs read nothing else"),
            Self::MissingName { keyword, .. } => format!("write the name behind it: `{keyword} Kettle [0.43, 0.35]`"),
            Self::MissingValue { example, .. } => format!("write it like this: `{example}`"),
            Self::MissingWhitespace { .. } => "with whitespace there, other programs read this line too".to_owned(),
            Self::UnclosedBracket { .. } => "put a `]` behind the last number".to_owned(),
            Self::BarePosition { position, .. } => format!("write `{position}`, or put a name that ends so in quotes"),
            Self::UnclosedQuote { .. } => r#"put a `"` at the end of the name; inside quotes, write `\"`"#.to_owned(),
            Self::UnclosedComment { .. } => "put `*/` where the comment ends, or use `//` for one line".to_owned(),
            Self::StrayText { .. } => "put it into the name, into a `note`, or behind `//`".to_owned(),
            Self::MissingEnd { .. } => "write both names: `Cup of Tea -> Hot Water`".to_owned(),
            Self::ReadAs { .. } => "put quotes around a name to have it read as a name".to_owned(),
            Self::LegacyForm { instead, .. } => format!("it works; today one writes `{instead}`"),
            Self::LineTooLong { .. } => "break it into several statements, one on each line".to_owned(),
            Self::TextTooLong { .. } => "is this a map? Maps are short".to_owned(),
            Self::InvalidCharacter { .. } => "delete it; it often comes along when text is copied".to_owned(),
            Self::InvalidUtf8 { .. } => "save the file as UTF-8".to_owned(),
            Self::NotText { .. } => "a map is a text file, in UTF-8".to_owned(),
            Self::MissingGlyph { characters, .. } => match scripts::fonts(characters).as_slice() {
                [] => "name a font that has them: `--font FILE`".to_owned(),
                fonts => format!("name a font that has them with `--font FILE`: {}", fonts.join(", ")),
            },
            Self::UnclosedBrace { .. } => {
                "put a `}` on a line of its own behind the pipeline's last component".to_owned()
            }
            Self::StrayBrace { .. } => "braces stand behind a `pipeline`, around its components".to_owned(),
            Self::MalformedNumber { .. } => match self.fix() {
                Some(fix) => format!("did you mean `{}`?", fix.replacement),
                None => "write a number such as 0.55".to_owned(),
            },
            Self::DecimalComma { instead, .. } => format!("write `{instead}`"),
            Self::OneNumber { taken: Axis::Visibility, .. } => {
                "write the visibility (1 is at the top), then the evolution (1 is at the right)".to_owned()
            }
            Self::OneNumber { taken: Axis::Evolution, .. } => {
                "the pipeline gives its components their visibility; write the evolution alone".to_owned()
            }
            Self::OutOfRange { value, .. } if *value > 1.0 && *value <= 100.0 && value.fract() == 0.0 => {
                format!("is this a percentage? Write {}", value / 100.0)
            }
            Self::SwappedPosition { first, second, .. } => format!("write `[{second}, {first}]`"),
            Self::UnknownWord { stages, levels, near, .. } => {
                let meant = near.as_ref().map(|near| format!("did you mean {}? ", shown(near))).unwrap_or_default();
                format!("{meant}The stages are {}; the levels are {}", list(stages), list(levels))
            }
            Self::WrongAxis { .. } => "visibility comes first, then evolution".to_owned(),
            Self::MissingPosition { .. } => {
                "write `[visibility, evolution]` behind it, as in `[0.43, 0.35]`".to_owned()
            }
            Self::UnknownMetric { name, .. } => format!("define it: `input {}`", shown(name).trim_matches('`')),
            Self::PositionOnLink { .. } => "write the position where the component is defined".to_owned(),
            Self::IgnoredSetting { .. } => "of such settings, theme, title, width and height are used".to_owned(),
            Self::RemarkInName { .. } => "a remark at the end of a line begins with `//`".to_owned(),
            Self::RunawayLabel { .. } => "take the offset out: labels find their place without one".to_owned(),
            Self::HiddenLabel { .. } => "take the offset out, if the name is to be seen".to_owned(),
            Self::LabelText { .. } => {
                "for another name, write `evolve Old Name -> New Name 0.8`; for a remark, a `note`".to_owned()
            }
            Self::UnknownComponent { near: Some(near), .. } => {
                format!("did you mean {}?", shown(&near.name))
            }
            Self::UnknownComponent { commented: Some(_), .. } => {
                "take its definition out of the comment, or put this line into one too".to_owned()
            }
            Self::UnknownComponent { name, role: Role::Link, .. } => {
                format!("define it: `component {}`", shown(name).trim_matches('`'))
            }
            Self::NameDiffers { defined, .. } => {
                format!("write {}; other programs may leave this out", shown(&defined.name))
            }
            Self::DuplicateName { .. } => "give one of them another name, or delete it".to_owned(),
            Self::RepeatedComponent { .. } => "one line says it all: join the two".to_owned(),
            Self::SelfLink { .. } => {
                "a component cannot be its own need; delete the link or write the name that is meant".to_owned()
            }
            Self::DuplicateEvolve { .. } => "a component moves once: keep one of the two".to_owned(),
            Self::IdleEvolve { .. } => "write another target, or delete the line".to_owned(),
            Self::MissingTarget { name, .. } => {
                let name = shown(name);
                let name = name.trim_matches('`');
                format!("write a number or a stage behind the name: `evolve {name} 0.8`, `evolve {name} commodity`")
            }
            Self::ReversedRange { low, high, .. } => format!("write `[{low}, {high}]`"),
            Self::ChildOutsideRange { .. } => {
                "widen the range, or leave it out: the box reaches all its components".to_owned()
            }
            Self::EmptyPipeline { .. } => {
                "write a range (`pipeline Power [0.3, 0.7]`) or its components in braces".to_owned()
            }
            Self::NestedPipeline { .. } => {
                "a pipeline belongs to a component outside of all braces: define it there".to_owned()
            }
            Self::UnknownUrl { id, near, .. } => match near {
                Some(near) => format!("did you mean {}?", shown(&near.name)),
                None => format!("define it: `url {} [https://example.org]`", shown(id).trim_matches('`')),
            },
            Self::ForbiddenAddress { .. } => {
                "addresses begin with `https:`, `http:` or `mailto:`, or are a path".to_owned()
            }
            Self::UnknownDecorator { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::UnknownStyle { near: Some(near), .. } | Self::UnknownCode { near: Some(near), .. } => {
                format!("did you mean `{near}`?")
            }
            Self::UnknownDecorator { near: None, .. } => {
                "decorators are build, buy, outsource, market, ecosystem and inertia".to_owned()
            }
            Self::ConflictingMethods { .. } => "a component is built, bought or outsourced: keep one".to_owned(),
            Self::UnknownStyle { near: None, .. } => {
                "styles are plain, wardley, colour, handwritten and dark".to_owned()
            }
            Self::StageCount { .. } => {
                "write the names with arrows between them: `Novel -> Emerging -> Good -> Best`".to_owned()
            }
            Self::StageBoundary { .. } => {
                "boundaries rise from left to right: `Novel@0.2 -> Emerging@0.5 -> Good`".to_owned()
            }
            Self::RepeatedStatement { .. } => "keep one of the two".to_owned(),
            Self::IncludeMissing { .. } => "paths are relative to the file that includes".to_owned(),
            Self::IncludeCycle { .. } => "delete this line, or move what both need into a file of its own".to_owned(),
            Self::IncludeOff { .. } => "name the map as a file instead of writing it to standard input".to_owned(),
            Self::LabelCollision { .. } => "draw the map larger (`size [1600, 1000]`), or shorten the name".to_owned(),
            Self::SamePlace { .. } => "move one of them a little".to_owned(),
            Self::EmptyMap { .. } => "begin with a component: `component Kettle [0.43, 0.35]`".to_owned(),
            Self::NoAnchor { .. } => "put the user at the top: `anchor Public [0.95, 0.6]`".to_owned(),
            Self::NoEvolution { .. } => {
                "write its stage: `[genesis]`, `[custom]`, `[product]` or `[commodity]`".to_owned()
            }
            Self::SwappedMap { .. } => "positions are `[visibility, evolution]`: up first, then right".to_owned(),
            Self::SecondNorthStar { .. } => "make it an `input`, or leave one of them out".to_owned(),
            Self::UnmeasuredMetric { .. } => {
                "say in brackets at which component it is measured, or what it runs through".to_owned()
            }
            Self::InputCount { .. } => "perhaps say what drives it: `input NAME [component]`".to_owned(),
            Self::VanityMetric { .. } => "what do users get, when it goes well?".to_owned(),
            Self::NoPurpose { .. } => "say why: `purpose TEXT`".to_owned(),
            Self::EmptyPhrase { .. } => "say it so that somebody else would not".to_owned(),
            Self::IdleWork { .. } => "say in brackets which input or stream it drives, or stop".to_owned(),
            Self::UndrivenInput { .. } => "perhaps it is good as it is; else say which work drives it".to_owned(),
            Self::LowScore { .. } => "are we working on the right things?".to_owned(),
            Self::StreamMetric { .. } => "one metric of its own says whether a stream flows: `metric \"…\"`".to_owned(),
            Self::StreamStart { .. } => "a stream begins with who gets something of it: an `anchor`".to_owned(),
            Self::StreamAgainst { .. } => "turn the path around, or the link".to_owned(),
            Self::UnknownCode { near: None, .. } => "`wardley check --explain list` lists them all".to_owned(),
            _ => return None,
        };
        Some(help)
    }
}

fn unknown(why: &Unknown) -> String {
    match why {
        Unknown::Plain => "a remark can stand behind `//`, a text on the map in a `note`".to_owned(),
        Unknown::Resembles { keyword, .. } => format!("did you mean `{keyword}`?"),
        Unknown::Incomplete { example, .. } => format!("write it like this: `{example}`"),
        Unknown::Glued { keyword, .. } => format!("write `{keyword}`, a space, then the name"),
        Unknown::Parentheses { .. } => {
            "write `component Name [visibility, evolution]`, both from 0 to 1: 1 is at the top and at the right"
                .to_owned()
        }
        Unknown::BareComponent => "put `component` before the name".to_owned(),
        Unknown::ForeignArrow { .. } => "a need is written `->`".to_owned(),
        Unknown::ForeignWord { instead, .. } => format!("here one writes {instead}"),
        Unknown::Markup => "delete it; it came along when the map was copied".to_owned(),
    }
}

fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| shown(word)).collect();
    words.join(", ")
}
