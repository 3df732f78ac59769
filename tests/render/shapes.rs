//! A scene that holds every shape, built by hand.

use wardley::geometry::Point;
use wardley::scene::{Anchor, Fill, Ink, Item, PathPart, Role, Scene, Shape, Stroke, Text, Weight};
use wardley::text::Fonts;
use wardley::theme::{Color, Slot, Theme};

pub(crate) fn ink(slot: Slot) -> Ink {
    Ink { color: Theme::WARDLEY.palette.color(slot), slot }
}

pub(crate) fn stroke(slot: Slot, width: f64) -> Stroke {
    Stroke { ink: ink(slot), width, dashes: Vec::new() }
}

pub(crate) fn text(content: &str, x: f64, y: f64) -> Text {
    Text {
        content: content.to_owned(),
        at: Point::new(x, y),
        size: 12.0,
        weight: Weight::Regular,
        italic: false,
        anchor: Anchor::Start,
        ink: ink(Slot::Label),
        turned: 0.0,
        label: true,
        width: Fonts::shipped().width(content, 12.0, false),
    }
}

fn item(role: Role, name: &str, shapes: Vec<Shape>) -> Item {
    Item { role, name: name.to_owned(), shapes, ..Item::default() }
}

fn rect(x: f64, y: f64, width: f64, height: f64, fill: Fill) -> Shape {
    Shape::Rect { corner: Point::new(x, y), width, height, rounding: 0.0, fill: Some(fill), stroke: None }
}

/// Every shape, paint and anchor once.
pub(crate) fn scene() -> Scene {
    Scene {
        zoom: 1.0,
        width: 300.0,
        height: 200.0,
        title: "Tea".to_owned(),
        description: "Cup of Tea, product, moving to commodity.".to_owned(),
        items: vec![background(), axis(), attitude(), link(), movement(), component(), anchor()],
        dark: None,
    }
}

fn background() -> Item {
    let paper = rect(0.0, 0.0, 300.0, 200.0, Fill::Plain(ink(Slot::Paper)));
    let plot = rect(20.0, 20.0, 260.0, 160.0, Fill::Edges(ink(Slot::PlotEdge), ink(Slot::Plot)));
    item(Role::Background, "", vec![paper, plot])
}

fn axis() -> Item {
    let line =
        Shape::Line { from: Point::new(20.0, 180.0), to: Point::new(280.0, 180.0), stroke: stroke(Slot::Axis, 1.0) };
    let caption = Text { turned: -90.0, anchor: Anchor::End, label: false, ..text("Visible", 15.0, 60.0) };
    let stage = Text { italic: true, label: false, ..text("Genesis", 30.0, 195.0) };
    item(Role::Axis, "", vec![line, Shape::Text(caption), Shape::Text(stage)])
}

fn attitude() -> Item {
    let pale = Ink { color: Color::rgb(0x11_88cc).with_alpha(64), slot: Slot::PioneersFill };
    let area = Shape::Rect {
        corner: Point::new(200.0, 120.0),
        width: 60.0,
        height: 40.5,
        rounding: 4.0,
        fill: Some(Fill::Plain(pale)),
        stroke: Some(stroke(Slot::PioneersStroke, 2.0)),
    };
    let band = rect(205.0, 165.0, 50.0, 10.0, Fill::Across(ink(Slot::Movement), pale));
    item(Role::Attitude, "", vec![area, band])
}

fn link() -> Item {
    let parts = vec![
        PathPart::Move(Point::new(100.0, 50.0)),
        PathPart::Quad(Point::new(110.333, 75.126), Point::new(120.0, 100.0)),
        PathPart::Cubic(Point::new(130.0, 100.0), Point::new(140.0, 110.0), Point::new(150.0, 120.0)),
    ];
    let line = Shape::Path { parts, fill: None, stroke: Some(stroke(Slot::Link, 1.0)) };
    Item { ends: Some(("Public".to_owned(), "Cup of Tea".to_owned())), ..item(Role::Link, "", vec![line]) }
}

fn movement() -> Item {
    let shaft = Shape::Line {
        from: Point::new(127.0, 100.0),
        to: Point::new(190.0, 100.0),
        stroke: Stroke { dashes: vec![4.0, 2.5], ..stroke(Slot::Movement, 1.5) },
    };
    let head = vec![
        PathPart::Move(Point::new(200.0, 100.0)),
        PathPart::Line(Point::new(190.0, 96.0)),
        PathPart::Line(Point::new(190.0, 104.0)),
        PathPart::Close,
    ];
    let head = Shape::Path { parts: head, fill: Some(Fill::Plain(ink(Slot::Movement))), stroke: None };
    item(Role::Movement, "Cup of Tea", vec![shaft, head])
}

fn component() -> Item {
    let circle = Shape::Circle {
        center: Point::new(120.0, 100.0),
        radius: 5.0,
        fill: Some(Fill::Plain(ink(Slot::ComponentFill))),
        stroke: Some(stroke(Slot::ComponentStroke, 1.0)),
    };
    let label = text("Cup of Tea", 130.0, 92.0);
    Item {
        tooltip: Some("What the public <came> for".to_owned()),
        href: Some("https://tea.example/?cup=1&size=2".to_owned()),
        ..item(Role::Component, "Cup of Tea", vec![circle, Shape::Text(label)])
    }
}

fn anchor() -> Item {
    let label = Text {
        anchor: Anchor::Middle,
        weight: Weight::Bold,
        width: Fonts::shipped().width("Public", 12.0, true),
        ..text("Public", 100.0, 40.0)
    };
    item(Role::Anchor, "Public", vec![Shape::Text(label)])
}
