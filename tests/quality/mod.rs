//! How well real maps can be read: what is wrong with their pictures is counted from what is drawn, by rules and geometry of
//! its own, and held against what must be reached. `cargo test quality -- --nocapture` prints the figures.

mod count;
mod drawn;
mod edits;
mod geometry;
mod maps;
mod table;

use wardley::layout::labels::Mode;
use wardley::layout::{Layout, Options, layout};
use wardley::map::Map;
use wardley::text::Fonts;
use wardley::theme::Theme;

use maps::Real;
use table::{Row, Share};

/// A picture to be drawn of every map.
struct Setup {
    what: &'static str,
    /// Its size; none where it may grow.
    size: Option<(f64, f64)>,
    labels: Mode,
    theme: Theme,
}

impl Setup {
    fn new(what: &'static str, size: Option<(f64, f64)>, labels: Mode) -> Self {
        Self { what, size, labels, theme: Theme::PLAIN.clone() }
    }

    /// With letters of 14 pixels.
    fn large(what: &'static str, size: Option<(f64, f64)>) -> Self {
        let mut setup = Self::new(what, size, Mode::Auto);
        setup.theme.sizes.label = 14.0;
        setup.theme.sizes.label_line = 16.0;
        setup
    }

    fn draw(&self, map: &Map) -> Layout {
        let options = Options { size: self.size, labels: self.labels, ..Options::default() };
        layout(map, &self.theme, &Fonts::shipped(), &options)
    }

    /// The figures for the maps that people drew, and for all others.
    fn measure(&self, maps: &[Real]) -> [Row; 2] {
        let shares = maps::each(maps, |real| Share::of(&real.map, &self.draw(&real.map)));
        [true, false].map(|human| {
            let of_kind = maps.iter().zip(&shares).filter(|(real, _)| real.human == human);
            let row = Row::of(of_kind.map(|(real, share)| (real.file.as_str(), share)));
            println!("{:<22}{}{row}", self.what, if human { "human " } else { "others" });
            row
        })
    }
}

const USUAL: Option<(f64, f64)> = Some((1280.0, 800.0));

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn labels_of_real_maps_can_be_read() {
    let maps = maps::real();
    let [human, others] = Setup::new("1280 x 800", USUAL, Mode::Auto).measure(&maps);
    for row in [&human, &others] {
        row.must_be_clean();
        for term in ["own", "OUT", "ANN", "NOTE"] {
            assert_eq!(row.sum(term), 0, "{term}");
        }
        assert!(row.mean("PC") <= 0.12);
        assert!(row.share("struck") <= 0.07);
        assert!(row.share("leaders") <= 0.05);
    }
    assert!(human.mean("LX") <= 5.5 && others.mean("LX") <= 1.0);
    assert!(human.mean("AMB") <= 0.4 && others.mean("AMB") <= 0.1);
    assert!(human.mean("parted") <= 2.0 && others.mean("parted") <= 1.0);
    let [human, others] = Setup::new("1280 x 800, hints", USUAL, Mode::Hint).measure(&maps);
    for row in [&human, &others] {
        row.must_be_clean();
        // Of the labels of all maps together a twentieth is struck.
        for (term, most) in [("struck", 0.07), ("LP", 0.01), ("AMB", 0.01)] {
            assert!(row.share(term) <= most, "{term} {}", row.share(term));
        }
    }
    // An author's offset is kept where it reads well, no more.
    assert!(human.kept() >= 0.45 && others.kept() >= 0.35);
    for row in Setup::new("1100 x 800", Some((1100.0, 800.0)), Mode::Auto).measure(&maps) {
        row.must_be_clean();
    }
    let [human, others] = Setup::new("900 x 600", Some((900.0, 600.0)), Mode::Auto).measure(&maps);
    others.must_be_clean();
    // One map has 140 labels; so small, it has no room for them.
    assert!(human.clean() >= 0.93);
    for row in Setup::large("1280 x 800, 14 px", USUAL).measure(&maps) {
        assert!(row.clean() >= 0.99);
    }
    for setup in [Setup::new("growing", None, Mode::Auto), Setup::large("growing, 14 px", None)] {
        for row in setup.measure(&maps) {
            row.must_be_clean();
        }
    }
}

#[test]
#[ignore = "needs WARDLEY_CORPUS"]
fn links_keep_clear_of_symbols_that_the_layout_has_placed() {
    let mut maps = maps::real();
    Setup::new("heights as given", USUAL, Mode::Auto).measure(&maps);
    for real in &mut maps {
        real.map = edits::without_heights(&real.map);
    }
    for row in Setup::new("heights dropped", USUAL, Mode::Auto).measure(&maps) {
        row.must_be_clean();
        assert!(row.mean("NN") <= 0.5);
        assert!(row.mean("straight TN") <= 2.0);
    }
}
