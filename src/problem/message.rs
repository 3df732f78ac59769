//! What is wrong, in one line that names the thing.

use super::{Axis, Problem, Reading, Role, Unknown};

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl std::error::Error for Problem {}

impl Problem {
    /// One line without a full stop, such as ``no component is named `Kettel` ``.
    #[allow(clippy::too_many_lines, reason = "one line for each mistake, to be read side by side")]
    pub fn message(&self) -> String {
        match self {
            Self::UnknownStatement { why, .. } => unknown(why),
            Self::KeywordCase { keyword, .. } => format!("keywords are written in lower case: `{keyword}`"),
            Self::MissingName { keyword, .. } => format!("this `{keyword}` has no name"),
            Self::MissingValue { keyword, .. } => format!("nothing follows `{keyword}`"),
            Self::MissingWhitespace { .. } => "no whitespace before this `[`".to_owned(),
            Self::UnclosedBracket { .. } => "this `[` is never closed".to_owned(),
            Self::BarePosition { .. } => {
                "these numbers are read as part of the name: a position stands in brackets".to_owned()
            }
            Self::UnclosedQuote { .. } => "this quote is never closed".to_owned(),
            Self::UnclosedComment { .. } => {
                "this comment is never closed, so the rest of the text is not read".to_owned()
            }
            Self::StrayText { text, .. } => format!("{} belongs to nothing", shown(text)),
            Self::MissingEnd { .. } => "this link has a name on one side only".to_owned(),
            Self::ReadAs { taken, other, .. } => {
                format!("this line is read as {}, not as {}", reading(*taken), reading(*other))
            }
            Self::LegacyForm { form, .. } => format!("{form} is an older form"),
            Self::LineTooLong { limit, .. } => format!("this line is longer than {limit} bytes and is not read"),
            Self::TextTooLong { limit, unit, .. } => format!("this text is longer than {limit} {unit} and is not read"),
            Self::InvalidCharacter { character, .. } => {
                format!("the character {} cannot be shown", code_point(*character))
            }
            Self::InvalidUtf8 { count: 1, .. } => "one byte sequence here is not UTF-8".to_owned(),
            Self::InvalidUtf8 { count, .. } => format!("{count} byte sequences are not UTF-8, the first of them here"),
            Self::NotText { .. } => "this is not a text".to_owned(),
            Self::MissingGlyph { characters, .. } => format!("no font at hand can draw {}", glyphs(characters)),
            Self::UnclosedBrace { .. } => "this `{` is never closed".to_owned(),
            Self::StrayBrace { .. } => "this brace belongs to no pipeline".to_owned(),
            Self::MalformedNumber { text, read, .. } => {
                format!("{} is not a number; it is read as {read}", shown(text))
            }
            Self::DecimalComma { instead, .. } => format!("decimals stand behind a point; this is read as {instead}"),
            Self::MissingPart { part, .. } => format!("{part} is missing here"),
            Self::OneNumber { taken, .. } => {
                format!("a position has two numbers; this one is read as {}", taken.name())
            }
            Self::ExtraPart { expected: 1, .. } => "only one number belongs here".to_owned(),
            Self::ExtraPart { expected, .. } => format!("only {expected} numbers belong here"),
            Self::OutOfRange { axis, value, used, .. } => {
                format!("{} runs from 0 to 1; {value} is drawn at {used}", axis.name())
            }
            Self::BadSize { what, .. } => format!("{what} must be above 0 and at most 100000"),
            Self::SwappedPosition { first, second, .. } => {
                format!("visibility comes first: {} and {} look exchanged", shown(first), shown(second))
            }
            Self::UnknownWord { word, .. } => format!("{} is neither a stage nor a level of this map", shown(word)),
            Self::WrongAxis { word, axis: Axis::Visibility, .. } => {
                format!("{} is a stage of evolution, where a visibility belongs", shown(word))
            }
            Self::WrongAxis { word, axis: Axis::Evolution, .. } => {
                format!("{} is a level of visibility, where an evolution belongs", shown(word))
            }
            Self::MissingPosition { keyword, .. } => format!("this `{keyword}` has no position"),
            Self::UnknownMetric { name, .. } => {
                format!("no input and no stream is named {}, so this work does not drive it", shown(name))
            }
            Self::PositionOnLink { .. } => "a link has no position of its own".to_owned(),
            Self::IgnoredSetting { key, .. } => format!("{} means nothing here", shown(key)),
            Self::RemarkInName { .. } => "this `#` is a part of the name".to_owned(),
            Self::RunawayLabel { x, y, .. } => {
                format!("this offset takes the label far away from its component ({x}, {y})")
            }
            Self::HiddenLabel { .. } => "this offset leaves the picture, so there is no label".to_owned(),
            Self::LabelText { .. } => "`label` takes an offset in pixels, not a text".to_owned(),
            Self::UnknownComponent { name, role, .. } => match role {
                Role::Link => format!("no component is named {}, so this link is left out", shown(name)),
                Role::Evolve => format!("no component is named {}, so nothing moves", shown(name)),
                Role::Pipeline => format!("no component is named {}, so it has no pipeline", shown(name)),
                Role::Place(word) => {
                    format!("no component is named {}, so this `{word}` is not shown there", shown(name))
                }
                Role::Property(word) => format!("no component is named {}, so `{word}` says nothing", shown(name)),
            },
            Self::NameDiffers { name, defined, .. } => {
                format!("{} is written {} where it is defined", shown(name), shown(&defined.name))
            }
            Self::DuplicateName { name, .. } => format!("{} is defined a second time", shown(name)),
            Self::RepeatedComponent { name, .. } => {
                format!("{} is written twice at one place, so it is one component", shown(name))
            }
            Self::SelfLink { name, .. } => format!("{} is linked to itself", shown(name)),
            Self::DuplicateLink { from, to, .. } => format!("{} and {} are linked already", shown(from), shown(to)),
            Self::DuplicateEvolve { name, .. } => format!("{} evolves a second time", shown(name)),
            Self::IdleEvolve { name, .. } => format!("{} evolves to where it is already", shown(name)),
            Self::MissingTarget { name, .. } => format!("nothing says where {} evolves to", shown(name)),
            Self::ReversedRange { .. } => "this range runs from right to left".to_owned(),
            Self::ChildOutsideRange { name, pipeline, .. } => {
                format!("{} stands outside the range of the pipeline {}", shown(name), shown(pipeline))
            }
            Self::EmptyPipeline { name, .. } => format!("nothing says how far the pipeline {} reaches", shown(name)),
            Self::NestedPipeline { name, .. } => {
                format!("{} stands in a pipeline, so it cannot have one of its own", shown(name))
            }
            Self::UnknownUrl { id, .. } => format!("no `url` has the id {}", shown(id)),
            Self::ForbiddenAddress { scheme: Some(scheme), .. } => {
                format!("addresses that begin with {} are left out", shown(scheme))
            }
            Self::ForbiddenAddress { scheme: None, .. } => "this is not an address that can be opened".to_owned(),
            Self::UnknownDecorator { word, .. } => format!("{} is no decorator", shown(word)),
            Self::ConflictingMethods { word, kept, .. } => format!("`{word}` is left out: `{kept}` is said already"),
            Self::IgnoredModifier { modifier, keyword, .. } => format!("`{modifier}` means nothing behind `{keyword}`"),
            Self::UnknownStyle { name, .. } => format!("there is no style {}; the map is drawn plain", shown(name)),
            Self::StageCount { count, .. } => {
                format!("an axis needs at least two names, and this one has {}", amount(*count))
            }
            Self::StageBoundary { text, .. } => {
                format!("the boundary {} is outside 0 to 1, or left of the one before", shown(text))
            }
            Self::RepeatedStatement { keyword, last_wins: true, .. } => {
                format!("a second `{keyword}`: this one counts")
            }
            Self::RepeatedStatement { keyword, last_wins: false, .. } => {
                format!("a second `{keyword}`: the first one counts")
            }
            Self::IncludeMissing { path, reason, .. } => format!("{} cannot be read: {reason}", shown(path)),
            Self::IncludeCycle { path, .. } => format!("{} includes itself", shown(path)),
            Self::IncludeOff { path, .. } => format!("{} is not read: files cannot be included here", shown(path)),
            Self::TooManyIncludes { limit, .. } => format!("a map can include {limit} files, and this is one more"),
            Self::LabelCollision { name, other: Some(other), .. } => {
                format!("the label of {} finds no room beside {}", shown(name), shown(&other.name))
            }
            Self::LabelCollision { name, other: None, .. } => {
                format!("the label of {} finds no free place", shown(name))
            }
            Self::SamePlace { name, other, .. } => format!("{} stands on top of {}", shown(name), shown(&other.name)),
            Self::LinkWithoutLength { from, to, .. } => {
                format!("{} and {} are in one place, so their link cannot be seen", shown(from), shown(to))
            }
            Self::EmptyMap { .. } => "there is nothing on this map".to_owned(),
            Self::NoAnchor { .. } => "whose needs does this map show? It has no anchor".to_owned(),
            Self::Isolated { name, .. } => {
                format!("why is {} here? It needs nothing, and nothing needs it", shown(name))
            }
            Self::UphillNeed { from, to, .. } => {
                format!("does {} need {}? What is needed is the more visible of the two", shown(from), shown(to))
            }
            Self::Cycle { names, .. } => format!("which comes first? These need each other in a ring: {}", ring(names)),
            Self::NoEvolution { name, .. } => format!("how evolved is {}? Nothing says so", shown(name)),
            Self::SwappedMap { .. } => "is this map on its side? Its needs run across instead of down".to_owned(),
            Self::SecondNorthStar { .. } => "there is a second North Star; the map has one at most".to_owned(),
            Self::UnmeasuredMetric { name, .. } => format!("{} stands nowhere on the map", shown(name)),
            Self::InputCount { count, .. } => {
                format!(
                    "the North Star has {count} input{}; three to five can be kept in mind",
                    if *count == 1 { "" } else { "s" }
                )
            }
            Self::VanityMetric { name, word, .. } => {
                format!("perhaps {} lags behind or flatters: {word} is what follows", shown(name))
            }
            Self::NoPurpose { .. } => "there is a North Star, and no purpose".to_owned(),
            Self::EmptyPhrase { word, .. } => format!("perhaps everybody could say this: {word}"),
            Self::IdleWork { name, .. } => format!("{} drives nothing; is it worth doing?", shown(name)),
            Self::UndrivenInput { name, .. } => format!("nobody works on {}", shown(name)),
            Self::LowScore { percent, .. } => format!("only {percent} % of all effort drives an input or a stream"),
            Self::StreamMetric { name, other, .. } => match other {
                Some(other) => format!("{} has the metric of {}", shown(name), shown(other)),
                None => format!("{} has no metric", shown(name)),
            },
            Self::StreamStart { name, .. } => format!("{} starts at no user", shown(name)),
            Self::StreamAgainst { name, from, to, .. } => {
                format!("{} runs from {} to {}, and the need runs the other way", shown(name), shown(from), shown(to))
            }
            Self::UnknownCode { code, .. } => format!("there is no problem {}", shown(code)),
        }
    }
}

fn unknown(why: &Unknown) -> String {
    match why {
        Unknown::Plain => "this line is neither a statement nor a link".to_owned(),
        Unknown::Resembles { written, .. } | Unknown::ForeignWord { written, .. } => {
            format!("{} is no keyword", shown(written))
        }
        Unknown::Incomplete { keyword, .. } => format!("what follows `{keyword}` is not what it needs"),
        Unknown::Glued { keyword, mark, .. } => format!("whitespace follows `{keyword}`, not `{mark}`"),
        Unknown::Parentheses { numbers } => format!("positions stand in brackets, not in parentheses: ({numbers})"),
        Unknown::BareComponent => "this line has a position but no keyword".to_owned(),
        Unknown::ForeignArrow { written, .. } => format!("{} is no arrow", shown(written)),
        Unknown::Markup => "this is no part of a map".to_owned(),
    }
}

fn reading(reading: Reading) -> String {
    match reading {
        Reading::Link => "a link".to_owned(),
        Reading::Statement(keyword) => format!("the statement `{keyword}`"),
    }
}

fn ring(names: &[String]) -> String {
    const SHOWN: usize = 6;
    let mut pieces: Vec<String> = names.iter().take(SHOWN).map(|name| shown(name)).collect();
    if names.len() > SHOWN {
        pieces.push(format!("… {} more …", names.len() - SHOWN));
    }
    pieces.extend(names.first().map(|name| shown(name)));
    pieces.join(" -> ")
}

fn glyphs(characters: &[char]) -> String {
    const SHOWN: usize = 8;
    let mut pieces: Vec<String> =
        characters.iter().take(SHOWN).map(|&character| format!("`{character}` ({})", code_point(character))).collect();
    if characters.len() > SHOWN {
        pieces.push(format!("{} more", characters.len() - SHOWN));
    }
    pieces.join(", ")
}

fn amount(count: usize) -> String {
    match count {
        0 => "none".to_owned(),
        1 => "one".to_owned(),
        more => more.to_string(),
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A piece of the author's text as it can be quoted in a line: marked off, on one line, not too long, and without
/// characters that could take over a terminal or turn the reading direction.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = String::from("`");
    for (count, character) in text.chars().enumerate() {
        match character {
            _ if count == LONGEST => {
                shown.push('…');
                break;
            }
            '\n' => shown.push_str("\\n"),
            '\t' => shown.push_str("\\t"),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => shown.push('\u{fffd}'),
            control if control.is_control() => shown.push('\u{fffd}'),
            other => shown.push(other),
        }
    }
    shown.push('`');
    shown
}
