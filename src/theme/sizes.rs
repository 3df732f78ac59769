//! [`Sizes`]: how big things are.

/// How big things are, in pixels. Where `OnlineWardleyMaps` draws a thing, the size is its size, unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Sizes {
    /// Text size of labels. OWM has 12 to 14; at 12 every label of a dense map finds room.
    pub label: f64,
    /// From one line of a label to the next.
    pub label_line: f64,
    /// Text size of stage names and captions of axes.
    pub axis_text: f64,
    /// From one line of a stage name to the next.
    pub axis_line: f64,
    /// Text size of the title.
    pub title: f64,
    /// From one line of the title to the next.
    pub title_line: f64,
    /// Text size of notes.
    pub note: f64,
    /// From one line of a note to the next.
    pub note_line: f64,
    /// Text size of texts on links.
    pub link_text: f64,
    /// Text size of small captions: attitudes, levels, `Uncharted`.
    pub caption: f64,

    /// How wide the lines of the axes are.
    pub axis_stroke: f64,
    /// How long the head of an axis is.
    pub axis_head: f64,
    /// Dash and gap of dividers.
    pub divider_dashes: [f64; 2],

    /// Radius of a component.
    pub component: f64,
    /// How wide its edge is.
    pub component_stroke: f64,
    /// Half the side of the square of a pipeline's parent.
    pub parent: f64,
    /// Radius of a submap, which holds the sign of a link.
    pub submap: f64,
    /// How wide a link is.
    pub link_stroke: f64,
    /// Dash and gap of a dashed link.
    pub link_dashes: [f64; 2],
    /// How wide the band of a flow is.
    pub flow: f64,
    /// How wide the arrow of a movement is.
    pub movement_stroke: f64,
    /// Dash and gap of that arrow.
    pub movement_dashes: [f64; 2],
    /// How long an arrow head is.
    pub head: f64,
    /// How wide the bar of inertia is.
    pub inertia: f64,
    /// How far it reaches up, and down, from the middle.
    pub inertia_reach: f64,

    /// How high a pipeline's box is with its children in one row.
    pub pipeline: f64,
    /// How far it reaches beyond the middles of its outer children.
    pub pipeline_reach: f64,
    /// How far the middles of a second row of children lie below the first.
    pub pipeline_row: f64,

    /// Radius of the disc of something built, bought or outsourced.
    pub method: f64,
    /// Radius of a market's disc.
    pub market: f64,
    /// How far the ring of a sourced market or ecosystem reaches beyond its disc. OWM hides it under the disc.
    pub method_ring: f64,
    /// Radius of an ecosystem's outer disc; its inner ones have 5/6 and 1/3 of it.
    pub ecosystem: f64,

    /// Radius of an annotation's circle. OWM has 15, which hides too much.
    pub annotation: f64,
    /// How wide its edge is.
    pub annotation_stroke: f64,
    /// Text size of the legend.
    pub legend: f64,
    /// From one line of the legend to the next.
    pub legend_line: f64,
    /// Half the length of an accelerator's arrow.
    pub force: f64,
}

impl Sizes {
    pub(super) const PLAIN: Self = Self {
        label: 12.0,
        label_line: 14.0,
        axis_text: 13.0,
        axis_line: 14.0,
        title: 20.0,
        title_line: 24.0,
        note: 12.0,
        note_line: 15.0,
        link_text: 11.0,
        caption: 11.0,
        axis_stroke: 1.0,
        axis_head: 10.0,
        divider_dashes: [2.0, 2.0],
        component: 5.0,
        component_stroke: 1.0,
        parent: 5.0,
        submap: 9.0,
        link_stroke: 1.0,
        link_dashes: [6.0, 4.0],
        flow: 10.0,
        movement_stroke: 1.0,
        movement_dashes: [5.0, 5.0],
        head: 9.0,
        inertia: 6.0,
        inertia_reach: 10.0,
        pipeline: 22.0,
        pipeline_reach: 15.0,
        pipeline_row: 20.0,
        method: 15.0,
        market: 18.0,
        method_ring: 4.0,
        ecosystem: 30.0,
        annotation: 11.0,
        annotation_stroke: 2.0,
        legend: 12.0,
        legend_line: 17.0,
        force: 19.0,
    };
}
