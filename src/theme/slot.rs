//! [`Slot`] and [`Palette`]: the colors of a theme, named for what they do.

use super::Color;

macro_rules! slots {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// What a color is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Slot { $($(#[$doc])* $name,)* }

        impl Slot {
            /// Every slot, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word for it, as in the CSS variable `--wardley-WORD`.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

slots! {
    /// The background of the picture.
    Paper = "paper",
    /// The plot's left and right edge.
    PlotEdge = "plot-edge",
    /// The plot's middle.
    Plot = "plot",
    /// Axis lines.
    Axis = "axis",
    /// Lines between stages, and between levels.
    Divider = "divider",
    /// Stage names and captions of axes.
    AxisText = "axis-text",
    /// The title.
    Title = "title",
    /// What stands below the title.
    Subtitle = "subtitle",
    /// A component's edge.
    ComponentStroke = "component-stroke",
    /// A component's inside.
    ComponentFill = "component-fill",
    /// A component's label.
    Label = "label",
    /// An anchor's label.
    AnchorLabel = "anchor-label",
    /// A link.
    Link = "link",
    /// The text on a link.
    LinkText = "link-text",
    /// The band under a flow.
    Flow = "flow",
    /// The arrow of a movement, and links to what has moved.
    Movement = "movement",
    /// The edge of a moved component.
    MovedStroke = "moved-stroke",
    /// The inside of a moved component.
    MovedFill = "moved-fill",
    /// The label of a moved component.
    MovedLabel = "moved-label",
    /// The bar of inertia.
    Inertia = "inertia",
    /// The edge of a pipeline's box.
    PipelineStroke = "pipeline-stroke",
    /// The inside of a pipeline's box.
    PipelineFill = "pipeline-fill",
    /// The ring of something built.
    BuildStroke = "build-stroke",
    /// The disc of something built.
    BuildFill = "build-fill",
    /// The ring of something bought.
    BuyStroke = "buy-stroke",
    /// The disc of something bought.
    BuyFill = "buy-fill",
    /// The ring of something outsourced.
    OutsourceStroke = "outsource-stroke",
    /// The disc of something outsourced.
    OutsourceFill = "outsource-fill",
    /// The disc and the marks of a market.
    MarketStroke = "market-stroke",
    /// The inside of a market.
    MarketFill = "market-fill",
    /// Rings and hatching of an ecosystem.
    EcosystemStroke = "ecosystem-stroke",
    /// The outer ring of an ecosystem.
    EcosystemFill = "ecosystem-fill",
    /// The hatched disc and the middle of an ecosystem.
    EcosystemInside = "ecosystem-inside",
    /// The inside of a submap.
    SubmapFill = "submap-fill",
    /// Notes.
    Note = "note",
    /// The edge of annotation circles and of the legend.
    AnnotationStroke = "annotation-stroke",
    /// The inside of annotation circles and of the legend.
    AnnotationFill = "annotation-fill",
    /// The text in them.
    AnnotationText = "annotation-text",
    /// The edge of an area of pioneers.
    PioneersStroke = "pioneers-stroke",
    /// An area of pioneers.
    PioneersFill = "pioneers-fill",
    /// The edge of an area of settlers.
    SettlersStroke = "settlers-stroke",
    /// An area of settlers.
    SettlersFill = "settlers-fill",
    /// The edge of an area of town planners.
    TownPlannersStroke = "town-planners-stroke",
    /// An area of town planners.
    TownPlannersFill = "town-planners-fill",
    /// The caption of an area.
    AttitudeText = "attitude-text",
    /// The edge of an accelerator's arrow.
    ForceStroke = "force-stroke",
    /// The inside of an accelerator's arrow.
    ForceFill = "force-fill",
    /// What a newer version of a map adds.
    Added = "added",
    /// What it removes, and where things were.
    Removed = "removed",
    /// The first stream, and every eighth behind it.
    Stream1 = "stream-1",
    /// The second stream.
    Stream2 = "stream-2",
    /// The third stream.
    Stream3 = "stream-3",
    /// The fourth stream.
    Stream4 = "stream-4",
    /// The fifth stream.
    Stream5 = "stream-5",
    /// The sixth stream.
    Stream6 = "stream-6",
    /// The seventh stream.
    Stream7 = "stream-7",
    /// The eighth stream.
    Stream8 = "stream-8",
    /// The number of a stream, on its color.
    StreamText = "stream-text",
    /// The inside of a metric's badge.
    MetricFill = "metric-fill",
    /// Edge and letter of a metric's badge.
    MetricText = "metric-text",
    /// Text, boxes and lines of the panel below the map.
    Panel = "panel",
}

/// A color for every [`Slot`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette(pub [Color; Slot::ALL.len()]);

impl Palette {
    /// A palette from a color for every slot. As a constant it compiles only if no slot is forgotten.
    pub(super) const fn new(colors: &[(Slot, Color)]) -> Self {
        let mut palette = Self([Color::rgb(0); Slot::ALL.len()]);
        let mut known = [false; Slot::ALL.len()];
        let mut at = 0;
        while at < colors.len() {
            let (slot, color) = colors[at];
            palette.0[slot as usize] = color;
            known[slot as usize] = true;
            at += 1;
        }
        at = 0;
        while at < known.len() {
            assert!(known[at], "a slot has no color");
            at += 1;
        }
        palette
    }

    /// The same palette with another color in one slot.
    #[must_use]
    pub(crate) const fn with(mut self, slot: Slot, color: Color) -> Self {
        self.0[slot as usize] = color;
        self
    }

    /// The color in a slot.
    pub fn color(&self, slot: Slot) -> Color {
        self.0[slot as usize]
    }
}
