//! A scene as text, one shape a line, so that a diff shows what moved and what looks different.

use std::fmt::Write as _;

use wardley::geometry::Point;
use wardley::scene::{Anchor, Fill, Ink, PathPart, Scene, Shape, Stroke, Weight};

/// The whole scene.
pub(crate) fn dump(scene: &Scene) -> String {
    let mut out = format!("{} x {} {:?}\n{}\n", scene.width, scene.height, scene.title, scene.description);
    for item in &scene.items {
        write!(out, "{} {:?}", item.role.word(), item.name).expect("a string takes it");
        if let Some((from, to)) = &item.ends {
            write!(out, " {from:?} to {to:?}").expect("a string takes it");
        }
        for (what, text) in [("tooltip", &item.tooltip), ("href", &item.href)] {
            if let Some(text) = text {
                write!(out, " {what} {text:?}").expect("a string takes it");
            }
        }
        if let Some(span) = item.span {
            write!(out, " at {}..{}", span.start, span.end).expect("a string takes it");
        }
        out.push('\n');
        for shape in &item.shapes {
            writeln!(out, "    {}", line(shape)).expect("a string takes it");
        }
    }
    out
}

/// Every point of a path, those that it is bent towards included.
pub(crate) fn points(parts: &[PathPart]) -> Vec<Point> {
    parts
        .iter()
        .flat_map(|part| match *part {
            PathPart::Move(to) | PathPart::Line(to) => vec![to],
            PathPart::Quad(a, to) => vec![a, to],
            PathPart::Cubic(a, b, to) => vec![a, b, to],
            PathPart::Close => Vec::new(),
        })
        .collect()
}

fn line(shape: &Shape) -> String {
    match shape {
        Shape::Circle { center, radius, fill, stroke } => {
            format!("circle {} r {}{}", point(*center), number(*radius), paint(fill.as_ref(), stroke.as_ref()))
        }
        Shape::Rect { corner, width, height, rounding, fill, stroke } => {
            let rounding = if *rounding > 0.0 { format!(" rounded {}", number(*rounding)) } else { String::new() };
            let paint = paint(fill.as_ref(), stroke.as_ref());
            format!("rect {} {} x {}{rounding}{paint}", point(*corner), number(*width), number(*height))
        }
        Shape::Line { from, to, stroke } => {
            format!("line {} {}{}", point(*from), point(*to), paint(None, Some(stroke)))
        }
        Shape::Path { parts, fill, stroke } => {
            let parts: Vec<String> = parts.iter().map(part).collect();
            format!("path {}{}", parts.join(" "), paint(fill.as_ref(), stroke.as_ref()))
        }
        Shape::Text(text) => {
            let anchor = match text.anchor {
                Anchor::Start => "starts",
                Anchor::Middle => "centered",
                Anchor::End => "ends",
            };
            let mut line = format!("{:?} {anchor} at {} size {}", text.content, point(text.at), number(text.size));
            for (yes, word) in
                [(text.weight == Weight::Bold, " bold"), (text.italic, " italic"), (text.label, " label")]
            {
                line.push_str(if yes { word } else { "" });
            }
            if text.turned != 0.0 {
                write!(line, " turned {}", number(text.turned)).expect("a string takes it");
            }
            format!("{line} {} wide {}", ink(text.ink), number(text.width))
        }
        other => panic!("{other:?}"),
    }
}

fn part(part: &PathPart) -> String {
    match part {
        PathPart::Move(to) => format!("M {}", point(*to)),
        PathPart::Line(to) => format!("L {}", point(*to)),
        PathPart::Quad(a, to) => format!("Q {} {}", point(*a), point(*to)),
        PathPart::Cubic(a, b, to) => format!("C {} {} {}", point(*a), point(*b), point(*to)),
        PathPart::Close => "Z".to_owned(),
    }
}

fn paint(fill: Option<&Fill>, stroke: Option<&Stroke>) -> String {
    let mut paint = String::new();
    match fill {
        None => {}
        Some(Fill::Plain(one)) => write!(paint, " fill {}", ink(*one)).expect("a string takes it"),
        Some(Fill::Edges(edge, middle)) => {
            write!(paint, " fill {} at the edges, {}", ink(*edge), ink(*middle)).expect("a string takes it");
        }
        Some(Fill::Across(left, right)) => {
            write!(paint, " fill {} to {}", ink(*left), ink(*right)).expect("a string takes it");
        }
        Some(other) => panic!("{other:?}"),
    }
    if let Some(stroke) = stroke {
        write!(paint, " stroke {} {}", ink(stroke.ink), number(stroke.width)).expect("a string takes it");
        if !stroke.dashes.is_empty() {
            let dashes: Vec<String> = stroke.dashes.iter().map(|&dash| number(dash)).collect();
            write!(paint, " dashed {}", dashes.join("-")).expect("a string takes it");
        }
    }
    paint
}

fn ink(ink: Ink) -> String {
    ink.slot.word().to_owned()
}

fn point(point: Point) -> String {
    format!("{},{}", number(point.x), number(point.y))
}

/// Two decimals, without zeros at the end.
fn number(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
