//! Notes: free text.

use super::cells::cell;
use super::drawing::{Drawing, owner};
use super::sheet::Sheet;
use crate::layout::labels::{Kind, Site};
use crate::scene::{Item, Role, Weight};
use crate::theme::Slot;

pub(super) fn draw(sheet: &Sheet, drawing: &mut Drawing) {
    for (note, spot) in sheet.map.notes.iter().zip(&sheet.places.notes) {
        let item = drawing.add(Item {
            role: Role::Note,
            name: note.text.replace('\n', " "),
            span: Some(note.span),
            ..Item::default()
        });
        let point = sheet.plane.point(spot);
        let site = cell(sheet, &note.position).map_or(Site::Start(point), |cell| Site::Cell(cell, point));
        let label = drawing.own(
            owner(Kind::Note, site, &note.text, (sheet.sizes().note, sheet.sizes().note_line), Weight::Bold),
            Slot::Note,
        );
        drawing.put_label(label, item);
    }
}
