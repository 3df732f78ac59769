//! What is wrong with a picture, counted.

use wardley::geometry::Point;
use wardley::layout::Layout;
use wardley::map::Map;
use wardley::scene::Role;

use super::drawn::{Drawn, Link, Words};
use super::geometry::{Frame, cross, distance};

/// What is wrong with one picture.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// Texts of symbols and links.
    pub(super) labels: usize,
    /// Pairs of labels on each other.
    pub(super) on_label: usize,
    /// Pairs of a text and a symbol of something else.
    pub(super) on_symbol: usize,
    /// Labels on their own symbol.
    pub(super) on_own: usize,
    /// Pairs of a label and a link through it.
    pub(super) crossings: usize,
    /// Labels through which a link runs that belongs to something else.
    pub(super) struck: usize,
    /// Texts that leave the picture.
    pub(super) outside: usize,
    /// Pairs of a note and another text.
    pub(super) on_note: usize,
    /// Pairs of a text, and the circle of an annotation or the box of the legend.
    pub(super) on_mark: usize,
    /// Pairs of children of one pipeline of which the symbols or the labels collide.
    pub(super) children: usize,
    /// Pairs of a label and the box of a pipeline whose line runs through it.
    pub(super) on_line: usize,
    /// Labels with another symbol nearer than their own, and no leader.
    pub(super) doubtful: usize,
    /// Labels that a link of something else parts from their symbol, and no leader joins to it.
    pub(super) parted: usize,
    /// Pairs of a link and a symbol that is none of its ends.
    pub(super) through: usize,
    /// The same if every link were straight.
    pub(super) straight_through: usize,
    /// Pairs of symbols on each other.
    pub(super) symbols: usize,
    /// Labels with a leader.
    pub(super) leaders: usize,
}

impl Counts {
    /// What there is to count, by the word for it in a table.
    pub(super) fn terms(&self) -> [(&'static str, usize); 16] {
        [
            ("LL", self.on_label),
            ("LN", self.on_symbol),
            ("own", self.on_own),
            ("LX", self.crossings),
            ("struck", self.struck),
            ("OUT", self.outside),
            ("NOTE", self.on_note),
            ("ANN", self.on_mark),
            ("PC", self.children),
            ("LP", self.on_line),
            ("AMB", self.doubtful),
            ("parted", self.parted),
            ("TN", self.through),
            ("straight TN", self.straight_through),
            ("NN", self.symbols),
            ("leaders", self.leaders),
        ]
    }

    /// Whether every label can be read.
    pub(super) fn is_clean(&self) -> bool {
        self.on_label == 0 && self.on_symbol == 0
    }

    pub(super) fn of(map: &Map, layout: &Layout) -> Self {
        let drawn = Drawn::of(map, layout);
        let mut counts = Self { leaders: drawn.leaders, ..Self::default() };
        counts.words(&drawn);
        counts.symbols(&drawn);
        counts.children(&drawn);
        counts
    }

    fn words(&mut self, drawn: &Drawn) {
        for (at, words) in drawn.words.iter().enumerate() {
            self.outside += usize::from(words.lines.iter().any(|line| leaves(line, drawn.size)));
            if words.role == Role::Legend {
                continue;
            }
            let touched = drawn.marks.iter().filter(|mark| words.lines.iter().any(|line| mark.is_under(line)));
            self.on_mark += touched.count();
            for other in drawn.words[..at].iter().filter(|other| other.role != Role::Legend && on(words, other)) {
                let note = words.role == Role::Note || other.role == Role::Note;
                *(if note { &mut self.on_note } else { &mut self.on_label }) += 1;
            }
            for (number, symbol) in drawn.symbols.iter().enumerate() {
                let hit = words.lines.iter().any(|line| symbol.form.is_under(line));
                let own = words.symbol == Some(number);
                *(if own { &mut self.on_own } else { &mut self.on_symbol }) += usize::from(hit);
            }
            let ends = drawn.ends.iter().filter(|end| words.lines.iter().any(|line| end.is_under(line)));
            self.on_symbol += ends.count();
            if words.role != Role::Note {
                self.label(at, words, drawn);
            }
        }
    }

    fn label(&mut self, at: usize, words: &Words, drawn: &Drawn) {
        self.labels += 1;
        let through = |link: &&Link| {
            link.words != Some(at) && words.lines.iter().any(|line| strikes(&link.points, |a, b| line.is_struck(a, b)))
        };
        let links: Vec<&Link> = drawn.links.iter().filter(through).collect();
        self.crossings += links.len();
        if words.role != Role::Link {
            let foreign = |link: &&Link| link.ends.0 != words.name && link.ends.1 != words.name;
            self.struck += usize::from(links.iter().any(foreign));
        }
        let cuts = |frame: &Frame| words.lines.iter().any(|line| is_cut(line, frame));
        self.on_line += drawn.pipelines.iter().filter(|(frame, _)| cuts(frame)).count();
        if let Some(own) = words.symbol {
            let center = drawn.symbols[own].form.center();
            let ways = words.lines.iter().map(|line| (line.distance(center), line.nearest(center)));
            let (_, nearest) = ways.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, center));
            let parts = |link: &&Link| {
                let foreign = link.ends.0 != words.name && link.ends.1 != words.name;
                foreign && strikes(&link.points, |a, b| cross((a, b), (center, nearest)))
            };
            self.parted += usize::from(!words.led && drawn.links.iter().any(|link| parts(&link)));
            let far = |symbol: usize| {
                let distances = words.lines.iter().map(|line| drawn.symbols[symbol].form.distance(line));
                distances.fold(f64::MAX, f64::min)
            };
            let own = far(own);
            self.doubtful += usize::from(!words.led && (0..drawn.symbols.len()).any(|symbol| far(symbol) < own - 0.01));
        }
    }

    fn symbols(&mut self, drawn: &Drawn) {
        for (at, symbol) in drawn.symbols.iter().enumerate() {
            self.symbols += drawn.symbols[..at].iter().filter(|other| symbol.form.covers(&other.form)).count();
            for link in &drawn.links {
                let ends = [link.points[0], link.points[link.points.len() - 1]];
                self.through += usize::from(is_through(link, &link.points, at, drawn));
                self.straight_through += usize::from(is_through(link, &ends, at, drawn));
            }
        }
    }

    fn children(&mut self, drawn: &Drawn) {
        for (_, children) in &drawn.pipelines {
            for (at, &child) in children.iter().enumerate() {
                let child = &drawn.symbols[child];
                let collide = |other: &&usize| {
                    let other = &drawn.symbols[**other];
                    let words = child.words.zip(other.words);
                    child.form.covers(&other.form) || words.is_some_and(|(a, b)| on(&drawn.words[a], &drawn.words[b]))
                };
                self.children += children[..at].iter().filter(collide).count();
            }
        }
    }
}

/// Whether a link on this course runs through a symbol that is none of its ends, nor in the place of one.
fn is_through(link: &Link, course: &[Point], symbol: usize, drawn: &Drawn) -> bool {
    let symbol = &drawn.symbols[symbol];
    let is_end = |name: &str| name == link.ends.0 || name == link.ends.1;
    if is_end(&symbol.name) || !strikes(course, |a, b| symbol.form.is_struck(a, b)) {
        return false;
    }
    let mut ends = drawn.symbols.iter().filter(|other| is_end(&other.name));
    ends.all(|end| distance(end.form.center(), symbol.form.center()) > 1.0)
}

fn strikes(course: &[Point], hit: impl Fn(Point, Point) -> bool) -> bool {
    course.windows(2).any(|ends| hit(ends[0], ends[1]))
}

fn on(a: &Words, b: &Words) -> bool {
    a.lines.iter().any(|line| b.lines.iter().any(|other| line.covers(other)))
}

fn leaves(line: &Frame, (width, height): (f64, f64)) -> bool {
    line.left < 0.0 || line.top < 0.0 || line.right > width || line.bottom > height
}

/// Whether one of the four lines of a box runs through a line of text.
fn is_cut(line: &Frame, frame: &Frame) -> bool {
    let point = Point::new;
    let corners = [
        point(frame.left, frame.top),
        point(frame.right, frame.top),
        point(frame.right, frame.bottom),
        point(frame.left, frame.bottom),
    ];
    (0..4).any(|at| line.is_struck(corners[at], corners[(at + 1) % 4]))
}
