//! What the page shows of a map, and by which rule that stays where it was: [`Pictures`].

use std::sync::Arc;

use crate::cli::files::outputs::Format;
use crate::cli::picture::{Laid, Renderer};
use crate::layout::Previous;
use crate::service::{Drawn, Question};
use crate::theme::Theme;

/// The pictures of a map: the one that is shown, and the one that files hold.
#[derive(Clone)]
pub(crate) struct Pictures {
    /// The one that is shown. The next version of the map stays near it.
    shown: Arc<Picture>,
    /// The map laid out without regard to earlier versions, as it is in files.
    fresh: Arc<Picture>,
    renderer: Arc<Renderer>,
}

struct Picture {
    laid: Laid,
    light: String,
    dark: String,
}

impl Picture {
    /// Both shades are the same drawing, as with `--theme auto`: nothing moves between them.
    fn of(laid: Laid, renderer: &Renderer) -> Self {
        let mut scene = laid.layout.scene.repainted(&Theme::DARK.palette);
        let dark = renderer.file(&scene);
        scene.clone_from(&laid.layout.scene);
        scene.dark = None;
        Self { light: renderer.file(&scene), dark, laid }
    }
}

impl Pictures {
    /// Those of a map that was laid out, after those `before`.
    ///
    /// While somebody writes a map, its labels and what the layout placed stay where they were. Not if something could then be
    /// read less well than in a layout that starts anew.
    pub(crate) fn new(fresh: Laid, before: Option<&Self>, renderer: &Arc<Renderer>) -> Self {
        let held = before.map(|before| {
            let Laid { map, layout } = &before.shown.laid;
            let layout = renderer.lay_out(&fresh.map, Some(Previous { map, layout }));
            Laid { map: fresh.map.clone(), layout }
        });
        let held = held.filter(|held| held.layout.problems.len() <= fresh.layout.problems.len());
        let fresh = Arc::new(Picture::of(fresh, renderer));
        let held = held.map(|held| Picture::of(held, renderer)).filter(|held| held.light != fresh.light);
        Self { shown: held.map_or_else(|| fresh.clone(), Arc::new), fresh, renderer: renderer.clone() }
    }

    /// Those that show the map laid out anew.
    pub(crate) fn anew(&self) -> Self {
        Self { shown: self.fresh.clone(), ..self.clone() }
    }

    /// How they were drawn.
    pub(crate) fn renderer(&self) -> &Renderer {
        &self.renderer
    }

    /// What is shown, as the picture that a question is asked before. `text` is what it was drawn from.
    pub(crate) fn drawn(&self, text: &str, question: &Question) -> Drawn {
        let Laid { map, layout } = &self.shown.laid;
        let (theme, size) = (question.theme.clone(), question.size);
        Drawn { text: text.to_owned(), map: map.clone(), layout: layout.clone(), theme, size }
    }

    /// Whether what is shown differs from what files hold.
    pub(crate) fn held(&self) -> bool {
        !Arc::ptr_eq(&self.shown, &self.fresh)
    }

    /// What is shown, in the look asked for.
    pub(crate) fn light(&self) -> &str {
        &self.shown.light
    }

    /// What is shown, in the dark theme's colors.
    pub(crate) fn dark(&self) -> &str {
        &self.shown.dark
    }

    /// The picture as an SVG file.
    pub(crate) fn svg(&self) -> Vec<u8> {
        self.fresh.light.clone().into_bytes()
    }

    /// The picture as a PNG file.
    pub(crate) fn png(&self) -> Option<Vec<u8>> {
        self.renderer.picture(&self.fresh.laid.layout.scene, Format::Png).ok()
    }
}
