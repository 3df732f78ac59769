//! Map × theme → scene: what stands where, and how it is drawn.
//!
//! [`place`] gives every component its place on the map, `plane` turns places into pixels, one file for each thing draws it,
//! [`labels`] finds a place for every text, all at once.

#[doc(hidden)]
pub mod bends;
mod description;
mod difference;
mod draw;
mod grid;
mod label;
pub mod labels;
mod mark;
mod medium;
mod outline;
pub mod place;
mod plane;
mod report;
mod restyle;
mod rows;
mod steps;

use crate::geometry::{Point, Rect};
use crate::map::{Evolution, Map, Style, Visibility};
use crate::problem::Problem;
use crate::scene::Scene;
use crate::text::Fonts;
use crate::theme::Theme;
use draw::sheet::Sheet;
use draw::stages::StageNames;
use draw::title::Heading;
use labels::{Conflict, Placement};
use mark::Marks;
use place::{Places, Plot};
use plane::{Frame, Plane};
use rows::Rows;

pub use difference::difference;
pub use label::Label;
pub use medium::Medium;
pub use report::lacks_glyphs;
pub use steps::step;

/// How a map is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// Width and height of the whole picture in pixels. By default what the map asks for, else what suits the medium.
    pub size: Option<(f64, f64)>,
    /// Text size of labels in pixels; all else that is written and drawn is in proportion. By default what suits the medium.
    pub text_size: Option<f64>,
    /// Where the picture is looked at. By default on a screen.
    pub medium: Medium,
    /// What an author's `label [x, y]` is worth. By default it is kept where it reads well.
    pub labels: labels::Mode,
    /// Whether to draw over the picture what the label solver saw, weighed and chose. By default not.
    pub debug: bool,
    /// Whether to leave out the panel below the map, where the map speaks of metrics, work or streams. By default it is drawn.
    pub without_panel: bool,
    /// An earlier version of the map and how it was laid out: what has no place of its own stays where it was as far as it
    /// can. By default none, so that a picture depends on its text alone.
    pub previous: Option<Previous<'a>>,
}

/// An earlier version of a map, while somebody is writing it.
#[derive(Clone, Copy, Debug)]
pub struct Previous<'a> {
    /// The earlier version.
    pub map: &'a Map,
    /// How it was laid out.
    pub layout: &'a Layout,
}

/// A map laid out.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Layout {
    /// The drawing.
    pub scene: Scene,
    /// What could not be drawn so that it can be read.
    pub problems: Vec<Problem>,
    /// Where everything stands on the map.
    pub places: Places,
    /// Where the texts stand: first those of the components, then those of the movements, then all others.
    pub labels: Vec<Label>,
    /// Where the plot lies in the picture: evolution 0 to 1 from left to right, visibility 1 to 0 from top to bottom.
    pub plot: Rect,
    /// How many times its usual size the plot has, so that labels find room; 1 where somebody asked for a size.
    pub scale: f64,
}

impl Layout {
    /// The place on the map of a point in the picture; of a point outside the plot, the nearest in it.
    pub fn spot(&self, point: Point) -> (Visibility, Evolution) {
        let right = (point.x - self.plot.left) / self.plot.width();
        let down = (point.y - self.plot.top) / self.plot.height();
        (Visibility::new(1.0 - down), Evolution::new(right))
    }

    /// The point in the picture of a place on the map.
    pub fn point(&self, visibility: Visibility, evolution: Evolution) -> Point {
        let (right, down) = (evolution.get() * self.plot.width(), (1.0 - visibility.get()) * self.plot.height());
        Point::new(self.plot.left + right, self.plot.top + down)
    }
}

/// The theme that a map asks for, or the default one.
pub fn theme_of(map: &Map) -> &'static Theme {
    match map.style {
        None | Some(Style::Plain) => Theme::PLAIN,
        Some(Style::Wardley) => Theme::WARDLEY,
        Some(Style::Colour) => Theme::COLOUR,
        Some(Style::Handwritten) => Theme::HANDWRITTEN,
        Some(Style::Dark) => Theme::DARK,
    }
}

/// Lays out a map. Never fails: what cannot be drawn well is drawn as well as can be, and told.
pub fn layout(map: &Map, theme: &Theme, fonts: &Fonts, options: &Options) -> Layout {
    let text_size = options.text_size.filter(|size| *size > 0.0).unwrap_or(options.medium.text_size());
    let zoom = text_size / theme.sizes.label;
    let frame = Frame::of(map, options, zoom);
    let mut layout = enlarged(map, theme, fonts, options, frame);
    layout.scene.zoom = zoom;
    layout
}

/// Lays out a map, in a frame that grows where it may until labels find room.
fn enlarged(map: &Map, theme: &Theme, fonts: &Fonts, options: &Options, frame: Frame) -> Layout {
    if !frame.grows() {
        return attempt(map, theme, fonts, options, frame, 1.0).0;
    }
    let mut scale = options.previous.map_or(1.0, |previous| previous.layout.scale.max(1.0));
    loop {
        let (layout, crowded) = attempt(map, theme, fonts, options, frame, scale);
        if !crowded || scale >= LARGEST || is_hopeless(&layout) {
            return layout;
        }
        scale *= ENLARGEMENT;
    }
}

/// Whether the labels would fill more than half of even the largest picture. No search finds them all room there.
fn is_hopeless(layout: &Layout) -> bool {
    let enlarged = LARGEST / layout.scale;
    let room = layout.scene.width * layout.scene.height * enlarged * enlarged;
    let filled = layout.labels.iter().map(|label| label.placed.bounds.width() * label.placed.bounds.height());
    filled.sum::<f64>() > room / 2.0
}

/// How much a plot grows, whose size nobody asked for, when its labels find no room, ...
const ENLARGEMENT: f64 = 1.15;
/// ... and at which size it is large enough: three times enlarged.
const LARGEST: f64 = 1.5;

/// Where everything of a map stands on the map, without a picture: found in a fraction of the time that [`layout`] takes.
pub fn places(map: &Map) -> Places {
    let plane = Plane::new(Frame::of(map, &Options::default(), 1.0), 1.0, 0.0, 0.0);
    place::places(map, Plot { width: plane.plot.width(), height: plane.plot.height() }, None)
}

/// Draws the map with its plot that many times the usual size; also tells whether labels cover each other or symbols.
fn attempt(map: &Map, theme: &Theme, fonts: &Fonts, options: &Options, frame: Frame, scale: f64) -> (Layout, bool) {
    let width = Plane::plot_width(frame, scale);
    let heading = Heading::of(map, theme, fonts, width);
    let stages = StageNames::of(map, theme, fonts, width);
    let above = heading.above(theme);
    let below = stages.lines().saturating_sub(2) as f64 * theme.sizes.axis_line;
    let plane = Plane::new(frame, scale, above, below);
    let earlier = options.previous.map(|previous| (previous.map, &previous.layout.places));
    let places = place::places(map, Plot { width: plane.plot.width(), height: plane.plot.height() }, earlier);
    let rows = Rows::of(map, &places, &plane, &theme.sizes);
    let marks = Marks::of(map, &places, &plane, &rows, &theme.sizes);
    let sheet = Sheet { map, theme, fonts, places: &places, plane, marks };

    let mut problems = Vec::new();
    let (mut drawing, legend) = draw::unlabeled(&sheet, &heading, &stages, &mut problems);
    drawing.task.area = label_area(&plane);
    drawing.task.mode = options.labels;
    drawing.task.trace = options.debug;
    if let Some(previous) = options.previous {
        drawing.remember(&previous.layout.labels);
    }
    let placement = labels::place(&drawing.task, fonts);
    draw::finish(&sheet, legend, &placement.labels, options.debug, &mut drawing);
    let panel = if options.without_panel { 0.0 } else { draw::panel::draw(&sheet, &mut drawing) };
    report::missing_glyphs(&sheet, &mut problems);
    report::same_places(&sheet, &mut problems);
    report::collisions(&drawing, &placement, &mut problems);
    let mut scene = Scene {
        width: plane.picture.0,
        height: plane.picture.1 + panel,
        zoom: 1.0,
        title: description::title(map),
        description: description::description(map, &places),
        items: drawing.items,
        dark: None,
    };
    steps::number(map, &mut scene);
    let crowded = crowded(&placement);
    let labels = std::iter::zip(drawing.task.owners, placement.labels)
        .map(|(owner, placed)| Label { kind: owner.kind, text: owner.text, site: owner.site, placed })
        .collect();
    (Layout { scene, problems, places, labels, plot: plane.plot, scale }, crowded)
}

/// Whether more room would help: labels cover each other or a symbol.
fn crowded(placement: &Placement) -> bool {
    placement.conflicts.iter().any(|conflict| !matches!(conflict, Conflict::Outside(_)))
}

/// Where labels may stand: the plot; right of it; and above it, beside the title, for what stands at the very top.
fn label_area(plane: &Plane) -> Rect {
    const UP: f64 = 30.0;
    let top = (plane.plot.top - UP).max(4.0);
    Rect::new(plane.plot.left + 2.0, top, plane.picture.0 - 4.0, plane.plot.bottom - 2.0)
}
