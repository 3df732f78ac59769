//! Lines of text: glyphs at the places that were measured, each with the characters it stands for.

use pdf_writer::types::TextRenderingMode;
use pdf_writer::{Name, Str, TextStr};

use super::super::letters::SLANT;
use super::fonts::{Embedded, FaceKey};
use super::outlines::outlines;
use super::page::{Painter, short};
use crate::scene::{Text, Weight};
use crate::text::{Fonts, Glyph, printable};

/// The face and the glyph that stands, unseen, for characters whose outlines are drawn.
const UNSEEN: (FaceKey, u16) = ((0, false), 0);

/// Glyphs in a row that one operator shows.
struct Run {
    face: FaceKey,
    /// Where its first glyph stands, in em from the start of the line: to the right and down.
    at: [f64; 2],
    /// Numbers in the embedded font, how wide each is in 1/1000 em, and where it stands to the right, in em.
    glyphs: Vec<(u16, f32, f64)>,
    /// The characters, where the glyphs alone do not say them.
    text: Option<String>,
    /// Whether the glyphs are seen.
    seen: bool,
}

/// Writes a line of text.
pub(super) fn write(painter: &mut Painter<'_, '_>, text: &Text) {
    let bold = text.weight == Weight::Bold;
    let content: String = text.content.chars().map(printable).collect();
    let glyphs = painter.embedded.fonts.line(&content, bold).glyphs;
    let (runs, drawn) = runs(painter.embedded, &content, &glyphs, bold);
    let slant = if text.italic { SLANT } else { 0.0 };
    let placement = Placement::of(text);
    painter.set(Some(text.ink), None);
    if !drawn.is_empty() {
        let parts = outlines(painter.embedded.fonts, &drawn, bold, text.size, slant);
        painter.content.save_state().transform(placement.matrix([1.0, 0.0, 0.0, 1.0], [0.0, 0.0]));
        painter.path(&parts);
        painter.content.fill_nonzero().restore_state();
    }
    let content = &mut painter.content;
    content.begin_text();
    let (mut face, mut seen) = (None, true);
    for run in &runs {
        if face.replace(run.face) != Some(run.face) {
            content.set_font(Name(Embedded::name(run.face).as_bytes()), short(text.size));
        }
        if seen != run.seen {
            seen = run.seen;
            let mode = if seen { TextRenderingMode::Fill } else { TextRenderingMode::Invisible };
            content.set_text_rendering_mode(mode);
        }
        // Glyphs go up where the page's pixels go down.
        content.set_text_matrix(placement.matrix([1.0, 0.0, slant, -1.0], run.at.map(|em| em * text.size)));
        if let Some(text) = &run.text {
            let mut mark = content.begin_marked_content_with_properties(Name(b"Span"));
            mark.properties().actual_text(TextStr(text));
        }
        show(content, run);
        if run.text.is_some() {
            content.end_marked_content();
        }
    }
    if !seen {
        content.set_text_rendering_mode(TextRenderingMode::Fill);
    }
    content.end_text();
}

/// Shows the glyphs of a run, each moved from where the font's widths alone would put it.
fn show(content: &mut pdf_writer::Content, run: &Run) {
    let mut operation = content.show_positioned();
    let mut items = operation.items();
    let mut bytes = Vec::new();
    let mut pen = run.at[0] * 1000.0;
    for &(number, width, x) in &run.glyphs {
        let back = (pen - x * 1000.0).round();
        if back != 0.0 {
            if !bytes.is_empty() {
                items.show(Str(&bytes));
                bytes.clear();
            }
            items.adjust(back as f32);
            pen -= back;
        }
        bytes.extend(number.to_be_bytes());
        pen += f64::from(width);
    }
    items.show(Str(&bytes));
}

/// The runs of a line, and the glyphs that no embedded font holds, which are drawn.
fn runs(embedded: &mut Embedded<'_>, content: &str, glyphs: &[Glyph], bold: bool) -> (Vec<Run>, Vec<Glyph>) {
    let starts = cluster_starts(content, glyphs);
    let mut runs: Vec<Run> = Vec::new();
    let mut drawn = Vec::new();
    for cluster in glyphs.chunk_by(|a, b| a.cluster == b.cluster) {
        let start = cluster[0].cluster;
        let end = starts.iter().copied().find(|&next| next > start).unwrap_or(content.len());
        let text = content.get(start..end).unwrap_or_default();
        let keys: Option<Vec<(FaceKey, u16)>> = cluster
            .iter()
            .map(|glyph| {
                let (face, bold, id) = Fonts::file_of(glyph.letter, bold)?;
                embedded.holds((face, bold)).then_some(((face, bold), id))
            })
            .collect();
        let Some(keys) = keys else {
            drawn.extend_from_slice(cluster);
            push_unseen(&mut runs, embedded, cluster[0], text);
            continue;
        };
        // Where one glyph is one cluster, the font says what it means; the first meaning of a glyph is the font's.
        let alone = keys.len() == 1;
        let mut said = alone;
        let mut placed = Vec::new();
        for (glyph, &(face, id)) in cluster.iter().zip(&keys) {
            let found = embedded.glyph(face, id, if alone { text } else { "" });
            said &= !found.differs;
            placed.push((face, glyph, (found.number, found.width, glyph.x)));
        }
        for (at, (face, glyph, shown)) in placed.into_iter().enumerate() {
            let text = (!said).then(|| if at == 0 { text.to_owned() } else { String::new() });
            match runs.last_mut() {
                Some(run) if run.goes_on(face, glyph, text.as_deref(), at > 0) => run.glyphs.push(shown),
                _ => runs.push(Run { face, at: [glyph.x, glyph.y], glyphs: vec![shown], text, seen: true }),
            }
        }
    }
    (runs, drawn)
}

impl Run {
    /// Whether a glyph can be shown with those before it: plain ones with plain ones, those of a cluster with its first.
    fn goes_on(&self, face: FaceKey, glyph: &Glyph, text: Option<&str>, inside: bool) -> bool {
        let plain = text.is_none() && self.text.is_none();
        self.seen && self.face == face && (self.at[1] - glyph.y).abs() < 1e-9 && (plain || inside)
    }
}

/// Puts characters into the text without showing them, in one piece with such characters before.
fn push_unseen(runs: &mut Vec<Run>, embedded: &mut Embedded<'_>, glyph: Glyph, text: &str) {
    if let Some(Run { seen: false, text: Some(before), .. }) = runs.last_mut() {
        return before.push_str(text);
    }
    let (face, id) = UNSEEN;
    let placed = embedded.glyph(face, id, "");
    let glyphs = vec![(placed.number, placed.width, glyph.x)];
    runs.push(Run { face, at: [glyph.x, glyph.y], glyphs, text: Some(text.to_owned()), seen: false });
}

/// Where the clusters of a line start, in the order of the text.
fn cluster_starts(content: &str, glyphs: &[Glyph]) -> Vec<usize> {
    let mut starts: Vec<usize> = glyphs.iter().map(|glyph| glyph.cluster).collect();
    starts.push(content.len());
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Where a line of text starts, and how it is turned.
struct Placement {
    start: [f64; 2],
    /// Cosine and sine of the angle.
    turn: [f64; 2],
}

impl Placement {
    fn of(text: &Text) -> Self {
        let [cosine, sine] = turn(text.turned);
        let before = text.start().x - text.at.x;
        let start = [text.at.x + before * cosine, text.at.y + before * sine];
        Self { start, turn: [cosine, sine] }
    }

    /// The matrix of the page for what is first changed by the four numbers of `shape` and moved by `shift`.
    fn matrix(&self, shape: [f64; 4], shift: [f64; 2]) -> [f32; 6] {
        let [cosine, sine] = self.turn;
        let turned = |[x, y]: [f64; 2]| [x * cosine - y * sine, x * sine + y * cosine];
        let [a, b] = turned([shape[0], shape[1]]);
        let [c, d] = turned([shape[2], shape[3]]);
        let [e, f] = turned(shift);
        let fine = |value: f64| ((value * 10_000.0).round() / 10_000.0) as f32;
        [fine(a), fine(b), fine(c), fine(d), short(self.start[0] + e), short(self.start[1] + f)]
    }
}

/// Cosine and sine of an angle in degrees, by their series: the platform's differ in their last digits.
fn turn(degrees: f64) -> [f64; 2] {
    let quarters = (degrees / 90.0).round();
    let rest = (degrees - quarters * 90.0) * std::f64::consts::PI / 180.0;
    let square = rest * rest;
    let cosine = 1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0)));
    let sine = rest * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0)));
    match quarters.rem_euclid(4.0) as u8 {
        0 => [cosine, sine],
        1 => [-sine, cosine],
        2 => [-cosine, -sine],
        _ => [sine, -cosine],
    }
}

#[cfg(test)]
mod tests {
    use super::turn;

    #[test]
    fn angles_are_turned_as_circles_are() {
        for (degrees, expected) in [
            (0.0, [1.0, 0.0]),
            (-90.0, [0.0, -1.0]),
            (180.0, [-1.0, 0.0]),
            (30.0, [0.866_025_404, 0.5]),
            (210.0, [-0.866_025_404, -0.5]),
        ] {
            let found = turn(degrees);
            let near = found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-6);
            assert!(near, "{degrees}: {found:?}");
        }
    }
}
