//! What the page shows of a map, and by which rule that stays where it was: [`Pictures`].

use std::sync::Arc;

use crate::cli::draw::{Artist, Laid};
use crate::cli::output::Format;
use crate::layout::Previous;
use crate::theme::Theme;

/// The pictures of a map: the one that is shown, and the one that files hold.
#[derive(Clone)]
pub(super) struct Pictures {
    /// The one that is shown. The next version of the map stays near it.
    shown: Arc<Picture>,
    /// The map laid out without regard to earlier versions, as it is in files.
    fresh: Arc<Picture>,
    artist: Arc<Artist<'static>>,
}

struct Picture {
    laid: Laid,
    light: String,
    dark: String,
}

impl Picture {
    /// Both shades are the same drawing, as with `--theme auto`: nothing moves between them.
    fn of(laid: Laid, artist: &Artist) -> Self {
        let mut scene = laid.layout.scene.repainted(&Theme::DARK.palette);
        let dark = artist.file(&scene);
        scene.clone_from(&laid.layout.scene);
        scene.dark = None;
        Self { light: artist.file(&scene), dark, laid }
    }
}

impl Pictures {
    /// Those of a map that was laid out, after those `before`.
    ///
    /// While somebody writes a map, its labels and what the layout placed stay where they were. Not if something could then be
    /// read less well than in a layout that starts anew.
    pub(super) fn new(fresh: Laid, before: Option<&Self>, artist: &Arc<Artist<'static>>) -> Self {
        let held = before.map(|before| {
            let Laid { map, layout } = &before.shown.laid;
            let layout = artist.lay_out(&fresh.map, Some(Previous { map, layout }));
            Laid { map: fresh.map.clone(), layout }
        });
        let held = held.filter(|held| held.layout.problems.len() <= fresh.layout.problems.len());
        let fresh = Arc::new(Picture::of(fresh, artist));
        let held = held.map(|held| Picture::of(held, artist)).filter(|held| held.light != fresh.light);
        Self { shown: held.map_or_else(|| fresh.clone(), Arc::new), fresh, artist: artist.clone() }
    }

    /// Those that show the map laid out anew.
    pub(super) fn anew(&self) -> Self {
        Self { shown: self.fresh.clone(), ..self.clone() }
    }

    /// Whether what is shown differs from what files hold.
    pub(super) fn held(&self) -> bool {
        !Arc::ptr_eq(&self.shown, &self.fresh)
    }

    /// What is shown, in the look asked for.
    pub(super) fn light(&self) -> &str {
        &self.shown.light
    }

    /// What is shown, in the dark theme's colors.
    pub(super) fn dark(&self) -> &str {
        &self.shown.dark
    }

    /// The picture as an SVG file.
    pub(super) fn svg(&self) -> Vec<u8> {
        self.fresh.light.clone().into_bytes()
    }

    /// The picture as a PNG file.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        self.artist.picture(&self.fresh.laid.layout.scene, Format::Png).ok()
    }
}
