//! `wardley` compiles Wardley maps written as text into pictures.
//!
//! ```
//! let options = wardley::Options::default();
//! let drawing = wardley::draw("component Cup of Tea [0.8, 0.6]", &options);
//! assert!(drawing.problems.is_empty());
//! let picture: String = drawing.svg();
//! ```
//!
//! Who wants the parts calls them one by one:
//!
//! ```
//! use wardley::{layout, render::svg, resolve::NoIncludes, source::Source, text::Fonts};
//!
//! let reading = wardley::read(Source::new("tea.wm", "component Cup of Tea [0.8, 0.6]"), &mut NoIncludes);
//! let drawing = layout::layout(&reading.map, layout::theme_of(&reading.map), &Fonts::shipped(), &layout::Options::default());
//! let picture = svg::svg(&drawing.scene, &svg::Options::default());
//! assert!(picture.starts_with("<svg") && reading.problems.is_empty());
//! ```
//!
//! # From text to picture
//!
//! ```text
//!           parse             resolve           layout         svg, png, pdf
//!  Source ─────────▶ ast::File ───────▶ Map ───────────▶ Scene ─────────────▶ bytes
//!    │  problems  │      problems        │     ▲   ▲
//!    └────────────┴──────────▶ Problems  │   Theme Fonts
//! ```
//!
//! | module | what it holds | what it does not know |
//! |---|---|---|
//! | [`source`] | texts, and where in them something stands | anything else |
//! | [`syntax`] | what was written, line by line; the only place that knows the grammar | that names refer to things |
//! | [`map`] | what it means: every reference an id, every coordinate in range or absent | pixels, colors |
//! | [`resolve`] | from what was written to what it means; the questions a strategist would ask | |
//! | [`problem`] | every mistake a text can hold: message, place, help and fix | how it is shown |
//! | [`geometry`] | points, segments, rectangles | anything else |
//! | [`theme`] | sizes and colors, named for what they do | maps |
//! | [`text`] | how wide words are; the shipped font | |
//! | [`layout`] | where everything stands | formats of pictures |
//! | [`scene`] | shapes at fixed places, painted, each with its role and its line of the text | maps, themes, SVG |
//! | [`edit`] | changes to a text: a place, a name, a link; nothing else of it changes | protocols, pixels |
//! | [`ide`] | what can be seen of a text at a place, and what of it in the picture | protocols |
//! | [`render`] | a scene as SVG, as PNG (feature `png`) or as PDF (feature `pdf`) | |
//! | [`brief`](mod@brief) | a map in words, on one page | |
//! | [`compare`](mod@compare) | what changed between two versions of a map, and both on one map | |
//! | [`format`](mod@format) | a text in its one canonical form | names, positions: the map stays the same |
//! | [`pin`] | the places that the layout chose, written into the text | |
//! | [`convert`] | a map for Mermaid, OWM, Graphviz, and as JSON both ways (feature `serde`), with what is lost | |
//! | [`service`] | what a page asks about a text and is answered, as JSON (feature `serde`) | where its library is |
//!
//! # What holds everywhere
//!
//! 1. Reading never fails: it gives what it understood and a list of problems. Only the caller decides what is fatal.
//! 2. The library prints nothing, reads no files, and looks at neither clock nor environment. A text that includes others asks
//!    a [`resolve::Load`] that the caller hands in.
//! 3. Every visible mark is an item of the [`scene::Scene`]. A renderer adds nothing.
//! 4. The same input gives the same bytes: no order of hashes, no function whose last digits differ between machines.
//! 5. No recursion as deep as the input, nothing quadratic in its lines, no panic on any text.

// What pest derives names it, because pest is used without its `std` feature, which would look at the stack at every step.
extern crate alloc;

pub mod brief;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
pub mod compare;
pub mod convert;
mod draw;
pub mod edit;
pub mod format;
pub mod geometry;
pub mod ide;
pub mod layout;
pub mod map;
pub mod pin;
pub mod problem;
pub mod render;
pub mod resolve;
pub mod scene;
#[cfg(feature = "serde")]
pub mod service;
pub mod source;
pub mod syntax;
pub mod text;
pub mod theme;
pub mod vocabulary;

pub use draw::{Drawing, Options, draw};

use map::Map;
use problem::Problem;
use resolve::{Allowed, Load, Reference, Resolved};
use source::{Source, Sources};
use syntax::ast;

/// What a text says, and what is to be said about it.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Reading {
    /// The text and all it includes; every span points into one of them.
    pub sources: Sources,
    /// The texts as they are written, line by line, in the order of reading.
    pub files: Vec<ast::File>,
    /// What they mean.
    pub map: Map,
    /// Every name in them that means a component or what it becomes, in the order of the texts.
    pub references: Vec<Reference>,
    /// What is wrong with them, in the order of the texts, without what their authors do not want to be told.
    pub problems: Vec<Problem>,
    /// What that is; the problems of a later pass want to be asked too.
    pub allowed: Allowed,
}

/// Reads a text and what it includes. This never fails: what could not be understood is reported in [`Reading::problems`], and
/// the map holds everything else.
pub fn read(source: Source, load: &mut dyn Load) -> Reading {
    let mut sources = Sources::default();
    let id = sources.add(source);
    let parsed = syntax::parse(sources.get(id), id);
    let Resolved { files, map, references, problems: resolved } = resolve::resolve(parsed.file, &mut sources, load);
    let mut problems = parsed.problems;
    problems.extend(resolved);
    let (allowed, unknown) = Allowed::read(&files, &sources);
    problems.extend(unknown);
    problems.retain(|problem| !allowed.allows(problem));
    problems.sort_by_key(Problem::span);
    Reading { sources, files, map, references, problems, allowed }
}

// The examples in the README are tested with those above.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
