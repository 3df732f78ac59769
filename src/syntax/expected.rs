//! A line of no known form, read again to say why: [`explain`].

use crate::problem::{Problem, Unknown, near};
use crate::source::Span;
use crate::vocabulary::Keyword;

/// What other tools, and people who remember them, call things, with what this language has for it.
const FOREIGN: &[(&str, &str)] = &[
    ("edge", "`A -> B`, on a line of its own"),
    ("link", "`A -> B`, on a line of its own"),
    ("connect", "`A -> B`, on a line of its own"),
    ("dependency", "`A -> B`, on a line of its own"),
    ("node", "`component`"),
    ("element", "`component`"),
    ("capability", "`component`"),
    ("user", "`anchor`"),
    ("actor", "`anchor`"),
    ("customer", "`anchor`"),
    ("need", "`component`"),
    ("text", "`note`"),
    ("comment", "a line that begins with `//`"),
    ("description", "a `note`, or a text in quotes behind a component"),
    ("theme", "`style`"),
    ("movement", "`evolve`"),
    ("move", "`evolve`"),
    ("group", "a `pipeline`, or an attitude such as `pioneers`"),
];

/// Arrows of other languages.
const ARROWS: &[&str] = &["==>", "=>", "→", "⟶", "➜", "–>", "—>", "~>", "--", "<-"];

/// What is wrong with a line that the grammar does not know. `line` is its text under `span`, without whitespace and comments around it.
pub(crate) fn explain(line: &str, span: Span) -> Problem {
    Problem::UnknownStatement { span, why: why(line, span) }
}

fn why(line: &str, span: Span) -> Unknown {
    let first = first_word(line);
    let word = Span { end: span.start + first.len() as u32, ..span };
    let rest = &line[first.len()..];
    if is_markup(line) {
        return Unknown::Markup;
    }
    if let Some((keyword, mark)) = glued(line) {
        let end = span.start + (keyword.len() + mark.len_utf8()) as u32;
        return Unknown::Glued { word: Span { end, ..span }, keyword, mark };
    }
    if let Some(arrow) = foreign_arrow(line, span) {
        let written = line[(arrow.start - span.start) as usize..(arrow.end - span.start) as usize].to_owned();
        return Unknown::ForeignArrow { arrow, written };
    }
    if let Some(word) = verb_of_need(line, span) {
        let written = line[(word.start - span.start) as usize..(word.end - span.start) as usize].trim().to_owned();
        return Unknown::ForeignArrow { arrow: word, written };
    }
    if let Some(&(_, instead)) =
        FOREIGN.iter().find(|(foreign, _)| first.eq_ignore_ascii_case(foreign)).filter(|_| !rest.is_empty())
    {
        return Unknown::ForeignWord { word, written: first.to_owned(), instead };
    }
    if let Some((keyword, example)) = Keyword::from_word(first).and_then(|word| Some((word.word(), example(word)?))) {
        return Unknown::Incomplete { keyword, example };
    }
    let names = ["user", "customer", "users", "customers"].iter().any(|name| first.eq_ignore_ascii_case(name));
    if let Some(keyword) = near::nearest(first, keywords()).filter(|_| !rest.is_empty() && !names) {
        return Unknown::Resembles { word, written: first.to_owned(), keyword };
    }
    if ends_in_position(line) {
        return Unknown::BareComponent;
    }
    if let Some(numbers) = in_parentheses(line) {
        return Unknown::Parentheses { numbers };
    }
    Unknown::Plain
}

fn keywords() -> impl Iterator<Item = &'static str> {
    Keyword::ALL.iter().filter(|keyword| example(**keyword).is_some()).map(|keyword| keyword.word())
}

fn first_word(line: &str) -> &str {
    line.split([' ', '\t', '\u{a0}', '[', '(', '"']).next().unwrap_or_default()
}

/// `component:Kettle`, `component=Kettle`: the keyword and what stands in the whitespace's place.
fn glued(line: &str) -> Option<(&'static str, char)> {
    let letters = line.find(|character: char| !character.is_ascii_alphabetic())?;
    let mark = line[letters..].chars().next().filter(|mark| [':', '='].contains(mark))?;
    let keyword = keywords().find(|keyword| line[..letters].eq_ignore_ascii_case(keyword))?;
    Some((keyword, mark))
}

/// Markdown fences, tags, rules and dots. A line is short before it is looked through.
fn is_markup(line: &str) -> bool {
    let fence = line.starts_with("```") || line.starts_with("~~~");
    let tag = line.starts_with('<') && line.ends_with('>') && !line.contains("->");
    fence || tag || line.chars().all(|character| ".…-=*_".contains(character))
}

/// The first arrow of another language that has something on both sides.
fn foreign_arrow(line: &str, span: Span) -> Option<Span> {
    let (at, arrow) =
        ARROWS.iter().filter_map(|arrow| line.find(arrow).map(|at| (at, *arrow))).min_by_key(|&(at, _)| at)?;
    let sides = !line[..at].trim().is_empty() && !line[at + arrow.len()..].trim().is_empty();
    let start = span.start + at as u32;
    sides.then(|| Span { start, end: start + arrow.len() as u32, ..span })
}

/// `A needs B`: the verb between two names, with nothing of a position behind them.
fn verb_of_need(line: &str, span: Span) -> Option<Span> {
    let verbs = [" needs ", " need ", " depends on ", " requires ", " uses "];
    let (at, verb) = verbs.iter().find_map(|verb| Some((line.find(verb)?, verb)))?;
    let sides = !line[..at].trim().is_empty() && !line[at + verb.len()..].trim().is_empty();
    let start = span.start + at as u32 + 1;
    (sides && !line.contains('[')).then(|| Span { start, end: start + verb.trim().len() as u32, ..span })
}

/// `Name(60, 100)`: what stands between the parentheses, if that is two numbers.
fn in_parentheses(line: &str) -> Option<String> {
    let (name, numbers) = line.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let number = |part: &str| part.trim().parse().is_ok_and(f64::is_finite);
    let two = numbers.split_once(',').is_some_and(|(first, second)| number(first) && number(second));
    (two && !name.trim().is_empty()).then(|| numbers.to_owned())
}

/// Whether a bracket with a number in it stands behind a name.
fn ends_in_position(line: &str) -> bool {
    line.split_once('[').is_some_and(|(name, bracket)| {
        let number = bracket.trim_start().starts_with(|first: char| first.is_ascii_digit() || first == '.');
        !name.trim().is_empty() && number && bracket.contains(']')
    })
}

/// A line that shows what the keyword is for; none for those that nobody should write any more.
pub(super) fn example(keyword: Keyword) -> Option<&'static str> {
    Some(match keyword {
        Keyword::Component => "component Kettle [0.43, 0.35]",
        Keyword::Anchor => "anchor Guest [0.95, 0.6]",
        Keyword::Submap => "submap Power [0.1, 0.7]",
        Keyword::Pipeline => "pipeline Kettle [0.3, 0.6]",
        Keyword::Evolve => "evolve Kettle 0.62",
        Keyword::Note => "note Boils [0.5, 0.4]",
        Keyword::Title => "title Tea Shop",
        Keyword::Style => "style wardley",
        Keyword::Size => "size [900, 600]",
        Keyword::Annotation => "annotation 1 [0.43, 0.35] Boils",
        Keyword::Annotations => "annotations [0.1, 0.1]",
        Keyword::Evolution => "evolution Novel -> Emerging -> Good -> Best",
        Keyword::ValueChain => "valuechain Visible -> Aware -> Unaware -> Invisible",
        Keyword::Pioneers | Keyword::Explorers => "pioneers [0.9, 0.1, 0.6, 0.3]",
        Keyword::Settlers | Keyword::Villagers => "settlers [0.9, 0.3, 0.6, 0.6]",
        Keyword::TownPlanners => "townplanners [0.9, 0.6, 0.6, 0.9]",
        Keyword::Accelerator => "accelerator Demand [0.5, 0.5]",
        Keyword::Deaccelerator => "deaccelerator Rules [0.5, 0.5]",
        Keyword::Url => "url shop [https://example.org/shop]",
        Keyword::Include => "include kitchen.wm",
        Keyword::NorthStar => "northstar Cups enjoyed [Cup of Tea]",
        Keyword::Input => "input Minutes to boil [Kettle]",
        Keyword::Value => "value Guests come back",
        Keyword::Work => "work Buy a boiler [Minutes to boil] effort 5",
        Keyword::Stream => "stream Serving [Guest, Cup of Tea, Kettle]",
        Keyword::Step => "step What changes",
        Keyword::Inertia => "component Kettle [0.43, 0.35] inertia",
        Keyword::Build => "component Kettle [0.43, 0.35] (build)",
        Keyword::Buy => "component Kettle [0.43, 0.35] (buy)",
        Keyword::Outsource => "component Kettle [0.43, 0.35] (outsource)",
        Keyword::Market => "component Tea [0.6, 0.7] (market)",
        Keyword::Ecosystem => "component Tea [0.6, 0.7] (ecosystem)",
        Keyword::Purpose => "purpose Merchants are paid the day they sell",
        Keyword::Class => "class Ours #0b7a55",
        Keyword::Area => "area Regulated [Ledger, Checks]",
        Keyword::Key => "key [0.05, 0.05]",
        Keyword::Scope => "scope Card payments in Europe, not lending",
        Keyword::YAxis | Keyword::XAxis | Keyword::Header | Keyword::AccTitle | Keyword::AccDescr => return None,
    })
}
