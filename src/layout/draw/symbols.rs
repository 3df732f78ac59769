//! The symbols: circle and square, method, market, ecosystem, submap.

use super::sheet::Sheet;
use crate::geometry::{Point, Rect};
use crate::layout::labels::{Footprint, Outline};
use crate::layout::mark::Mark;
use crate::map::{ComponentKind, Method, Properties};
use crate::scene::{Fill, PathPart, Shape, Stroke};
use crate::theme::Slot;

/// What a symbol stands for, besides its properties.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) kind: ComponentKind,
    /// It has a pipeline.
    pub(super) square: bool,
    /// It is the state that something moves to.
    pub(super) moved: bool,
    /// Its author said where it stands.
    pub(super) placed: bool,
}

/// A symbol with its middle here, back to front. An anchor has none: its name is its symbol.
pub(super) fn shapes(sheet: &Sheet, center: Point, properties: Properties, look: Look) -> Vec<Shape> {
    if look.kind == ComponentKind::Anchor {
        return Vec::new();
    }
    let mut shapes = Vec::new();
    shapes.extend(properties.method.map(|method| disc(sheet, center, method, properties)));
    if properties.ecosystem {
        shapes.extend(ecosystem(sheet, center, look));
    }
    if properties.market {
        shapes.extend(market(sheet, center, look));
    }
    if !properties.market && !properties.ecosystem {
        shapes.extend(plain(sheet, center, look));
    }
    shapes
}

/// What labels have to keep clear of. An anchor's point is a disc of one pixel.
pub(super) fn form(mark: &Mark) -> Footprint {
    match mark.outline {
        Outline::Circle(radius) => Footprint::Disc(mark.center, radius.max(1.0)),
        Outline::Box(width, height) => Footprint::Box(Rect::around(mark.center, width, height)),
    }
}

fn plain(sheet: &Sheet, center: Point, look: Look) -> Vec<Shape> {
    let sizes = sheet.sizes();
    let (stroke, fill) =
        if look.moved { (Slot::MovedStroke, Slot::MovedFill) } else { (Slot::ComponentStroke, Slot::ComponentFill) };
    let edge = edge(sheet, stroke, sizes.component_stroke, look);
    // What nobody has placed yet is hollow, so that its dashes show in every theme.
    let fill = if look.placed { fill } else { Slot::MovedFill };
    if look.kind == ComponentKind::Submap {
        let mut shapes = vec![sheet.circle(center, sizes.submap, Slot::SubmapFill, Some(edge))];
        shapes.extend(chain(center, &sheet.stroke(stroke, 1.2)));
        shapes
    } else if look.square {
        vec![Shape::Rect {
            corner: Point::new(center.x - sizes.parent, center.y - sizes.parent),
            width: 2.0 * sizes.parent,
            height: 2.0 * sizes.parent,
            rounding: 0.0,
            fill: Some(sheet.fill(fill)),
            stroke: Some(edge),
        }]
    } else {
        vec![sheet.circle(center, sizes.component, fill, Some(edge))]
    }
}

/// The edge of a symbol: dashed where nobody has said yet where it stands.
fn edge(sheet: &Sheet, slot: Slot, width: f64, look: Look) -> Stroke {
    if look.placed { sheet.stroke(slot, width) } else { sheet.dashed(slot, width, [2.0, 2.0]) }
}

/// The disc under something built, bought or outsourced; around a market or ecosystem it shows as a ring.
fn disc(sheet: &Sheet, center: Point, method: Method, properties: Properties) -> Shape {
    let sizes = sheet.sizes();
    let (stroke, fill) = match method {
        Method::Build => (Slot::BuildStroke, Slot::BuildFill),
        Method::Buy => (Slot::BuyStroke, Slot::BuyFill),
        Method::Outsource => (Slot::OutsourceStroke, Slot::OutsourceFill),
    };
    let radius = if properties.ecosystem {
        sizes.ecosystem + sizes.method_ring
    } else if properties.market {
        sizes.market + sizes.method_ring
    } else {
        sizes.method
    };
    sheet.circle(center, radius - 0.5, fill, Some(sheet.stroke(stroke, 1.0)))
}

/// Three dealers, each trading with both others.
fn market(sheet: &Sheet, center: Point, look: Look) -> Vec<Shape> {
    let (stroke, fill) =
        if look.moved { (Slot::MovedStroke, Slot::MovedFill) } else { (Slot::MarketStroke, Slot::MarketFill) };
    let dealers = [(0.0, -10.0), (9.0, 5.0), (-9.0, 5.0)].map(|(x, y)| Point::new(center.x + x, center.y + y));
    let trade = Shape::Path {
        parts: vec![
            PathPart::Move(dealers[0]),
            PathPart::Line(dealers[1]),
            PathPart::Line(dealers[2]),
            PathPart::Close,
        ],
        fill: None,
        stroke: Some(sheet.stroke(stroke, 2.0)),
    };
    let mut shapes =
        vec![sheet.circle(center, sheet.sizes().market - 0.5, fill, Some(edge(sheet, stroke, 1.0, look))), trade];
    shapes.extend(dealers.map(|dealer| sheet.circle(dealer, 4.5, fill, Some(sheet.stroke(stroke, 2.0)))));
    shapes
}

/// Rings around a hatched disc.
fn ecosystem(sheet: &Sheet, center: Point, look: Look) -> Vec<Shape> {
    let radius = sheet.sizes().ecosystem;
    let slot = if look.moved { Slot::MovedStroke } else { Slot::EcosystemStroke };
    let rim = sheet.stroke(slot, 1.0);
    let inner = radius * 5.0 / 6.0;
    vec![
        sheet.circle(center, radius - 0.5, Slot::EcosystemFill, Some(edge(sheet, slot, 1.0, look))),
        sheet.circle(center, inner, Slot::EcosystemInside, Some(rim.clone())),
        hatching(center, inner, rim.clone()),
        sheet.circle(center, radius / 3.0, Slot::EcosystemInside, Some(rim)),
    ]
}

/// Lines rising to the right across a disc, 6 pixels apart.
fn hatching(center: Point, radius: f64, stroke: Stroke) -> Shape {
    let half = (0.5_f64).sqrt();
    let mut parts = Vec::new();
    let count = (radius / 6.0).floor() as i32;
    for line in -count..=count {
        let off = f64::from(line) * 6.0;
        let reach = (radius * radius - off * off).max(0.0).sqrt();
        let at = |along: f64| Point::new(center.x + (off + along) * half, center.y + (off - along) * half);
        parts.extend([PathPart::Move(at(-reach)), PathPart::Line(at(reach))]);
    }
    Shape::Path { parts, fill: None, stroke: Some(Stroke { width: 0.8, ..stroke }) }
}

/// Two links of a chain, lying from lower left to upper right: the sign of something that leads elsewhere.
fn chain(center: Point, stroke: &Stroke) -> [Shape; 2] {
    // A link is a stadium along the rising diagonal: two straight sides and two round ends.
    let link = |middle: Point| {
        let (half, round, bulge) = (1.6, 1.5, 2.0);
        let at = |along: f64, aside: f64| Point::new(middle.x + along + aside, middle.y - along + aside);
        Shape::Path {
            parts: vec![
                PathPart::Move(at(-half, -round)),
                PathPart::Line(at(half, -round)),
                PathPart::Cubic(at(half + bulge, -round), at(half + bulge, round), at(half, round)),
                PathPart::Line(at(-half, round)),
                PathPart::Cubic(at(-half - bulge, round), at(-half - bulge, -round), at(-half, -round)),
                PathPart::Close,
            ],
            fill: None::<Fill>,
            stroke: Some(stroke.clone()),
        }
    };
    [link(Point::new(center.x - 1.9, center.y + 1.9)), link(Point::new(center.x + 1.9, center.y - 1.9))]
}
