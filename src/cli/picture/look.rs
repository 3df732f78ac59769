//! The options that say how a map looks.

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, RangedU64ValueParser};

use crate::cli::picture::fonts::{FontFile, font_file};
use crate::scene::Ground;
use crate::theme::{Color, Theme};

/// How pictures look.
#[derive(Clone, Default, clap::Args)]
#[command(next_help_heading = "Picture")]
pub(crate) struct Options {
    /// The theme, whatever the map asks for; auto is light or dark as the page or the reader's screen is
    #[arg(long, value_name = "NAME", value_parser = themes())]
    pub(crate) theme: Option<String>,

    /// What the picture stands on: none, or a color as #rrggbb; else the paper of its theme, and none with --theme auto --inline
    #[arg(long, value_name = "COLOR", value_parser = ground)]
    pub(crate) background: Option<Ground>,

    /// Width and height of the whole picture in pixels, whatever the map asks for; `size` in a map is that of the plot alone
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub(crate) size: Option<(f64, f64)>,

    /// Where the picture is looked at: on a screen, in a page's column of text, on a slide
    #[arg(long = "for", value_name = "MEDIUM")]
    pub(crate) medium: Option<Medium>,

    /// Text size of labels in pixels; all that is written and drawn is in proportion
    #[arg(long, value_name = "PX", value_parser = text_size)]
    pub(crate) text_size: Option<f64>,

    /// How many of a PNG's pixels are drawn for one of the picture's; 2 if not given
    #[arg(long, value_name = "N", value_parser = scale)]
    pub(crate) scale: Option<f64>,

    /// How many pixels wide a PNG is, instead of --scale; with --height, as large as fits into both
    #[arg(long, value_name = "N", conflicts_with = "scale", value_parser = pixels())]
    pub(crate) width: Option<u32>,

    /// How many pixels high a PNG is, instead of --scale
    #[arg(long, value_name = "N", conflicts_with = "scale", value_parser = pixels())]
    pub(crate) height: Option<u32>,

    /// What the author's `label [x, y]` is worth
    #[arg(long, value_name = "HOW", default_value = "hint")]
    pub(crate) labels: Labels,

    /// Whether metrics, work and streams stand in a panel below the map, where it speaks of any
    #[arg(long, value_name = "WHETHER", default_value = "on")]
    pub(crate) panel: Panel,

    /// One line of SVG to put into a page or a Markdown text, as wide as there is room
    #[arg(long)]
    pub(crate) inline: bool,

    /// What the SVG's ids begin with; else it is made from the text
    #[arg(long, value_name = "P")]
    pub(crate) id_prefix: Option<String>,

    /// Whether the SVG's text stays text or becomes outlines that need no font
    #[arg(long, value_name = "HOW", default_value = "live")]
    pub(crate) text: Text,

    /// The language that a PDF or a page says it is in
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(crate) lang: String,

    /// Put the map's text, and what it includes, into the picture (SVG, PNG, HTML); `wardley convert` gives it back
    #[arg(long)]
    pub(crate) embed_source: bool,

    /// A font for what the built-in one lacks, such as Chinese, or a face of a collection (FILE#2); may be given again
    #[arg(long, value_name = "FILE", value_parser = font_file)]
    pub(crate) font: Vec<FontFile>,

    /// Show over the picture how it came about: what labels kept clear of, every place they could have had, at what cost
    #[arg(long, value_name = "WHAT")]
    pub(crate) debug: Option<Debug>,
}

/// Where a picture is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Medium {
    /// 1280 × 800 pixels, more where labels find no room
    Screen,
    /// About 720 × 480 pixels, as high as the map needs, letters of 12 pixels or more
    Page,
    /// 1280 × 720 pixels, letters of 16 pixels or more
    Slide,
}

/// What can be shown of how a picture came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Debug {
    /// How labels were placed
    Layout,
}

/// Whether there is a panel below the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Panel {
    /// It is drawn
    #[default]
    On,
    /// It is left out
    Off,
}

/// What an author's label offsets are worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Labels {
    /// Nothing, all labels are placed anew
    Auto,
    /// They are kept where they read well
    #[default]
    Hint,
    /// They are kept whatever happens
    Pinned,
}

/// How an SVG holds its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Text {
    /// As text, to be searched and copied
    #[default]
    Live,
    /// As outlines
    Paths,
}

fn themes() -> PossibleValuesParser {
    let named = Theme::ALL.into_iter().map(|theme| match theme.name {
        "colour" => PossibleValue::new("colour").alias("color"),
        name => PossibleValue::new(name),
    });
    PossibleValuesParser::new(named.chain([PossibleValue::new("auto")]))
}

/// `1200x800`
pub(crate) fn size(text: &str) -> Result<(f64, f64), String> {
    let (width, height) = text.split_once(['x', 'X', '×']).ok_or("write it as WIDTHxHEIGHT, such as 1200x800")?;
    let side = |side: &str| match side.trim().parse::<u16>() {
        Ok(side @ 200..=10_000) => Ok(f64::from(side)),
        _ => Err("each side is a number of pixels from 200 to 10000"),
    };
    Ok((side(width)?, side(height)?))
}

fn ground(text: &str) -> Result<Ground, String> {
    match (text, Color::from_hex(text)) {
        ("none", _) => Ok(Ground::None),
        (_, Some(color)) => Ok(Ground::Color(color)),
        _ => Err("write none, or a color such as #ffffff".to_owned()),
    }
}

fn text_size(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(size) if (4.0..=100.0).contains(&size) => Ok(size),
        _ => Err("it is a number of pixels from 4 to 100".to_owned()),
    }
}

fn pixels() -> RangedU64ValueParser<u32> {
    RangedU64ValueParser::new().range(1..=65_535)
}

fn scale(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(scale) if (0.1..=10.0).contains(&scale) => Ok(scale),
        _ => Err("it is a number from 0.1 to 10".to_owned()),
    }
}
