//! [`Medium`]: where a picture is looked at, and the sizes that this asks for.

use crate::map::Map;

/// Where a picture is looked at. It gives the sizes that nobody asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub enum Medium {
    /// On a screen, as large as it is: 1280 × 800 pixels, more where labels find no room.
    #[default]
    Screen,
    /// In a column of text 650 to 750 pixels wide: about 720 × 480 pixels, as high as what is on the map needs, and no letter
    /// below 12 pixels.
    Page,
    /// On a slide, and read from afar: 1280 × 720 pixels, and no letter below 16 pixels.
    Slide,
}

/// How high a page's map is without anything on it, with each thing on it more, at least and at most. Pixels.
const PAGE: (f64, f64, f64, f64) = (240.0, 22.0, 320.0, 640.0);

impl Medium {
    /// Text size of labels in pixels. The smallest letters have 11/12 of it.
    pub(super) fn text_size(self) -> f64 {
        match self {
            Self::Screen => 12.0,
            Self::Page => 13.25,
            Self::Slide => 17.5,
        }
    }

    /// Width and height of the picture in pixels, before labels are placed.
    pub(super) fn size(self, map: &Map) -> (f64, f64) {
        match self {
            Self::Screen => (1280.0, 800.0),
            Self::Page => {
                let (empty, each, least, most) = PAGE;
                let things = map.components.len() + map.movements.len() + map.notes.len();
                (720.0, (empty + each * things as f64).clamp(least, most))
            }
            Self::Slide => (1280.0, 720.0),
        }
    }

    /// Whether the picture may grow in width and in height so that labels find room. What is shown in a column would only
    /// be shown smaller if it were wider.
    pub(super) fn grows(self) -> (bool, bool) {
        match self {
            Self::Screen => (true, true),
            Self::Page => (false, true),
            Self::Slide => (false, false),
        }
    }
}
