//! The document around the pages: catalog, outline, and what it says of itself.

use pdf_writer::types::{ActionType, AnnotationType, StructRole};
use pdf_writer::writers::StructTreeRoot;
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, Settings, Str, TextStr};

use super::Options;
use super::fonts::{Embedded, FaceKey};
use super::page::{Link, Page};

/// Numbers for objects, each once.
pub(super) struct Numbers(i32);

impl Numbers {
    pub(super) fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// Writes without line breaks and blanks that only please readers of the source.
pub(super) const COMPACT: Settings = Settings { pretty: false };

/// The objects of one page that others point to.
struct Ids {
    page: Ref,
    figure: Ref,
    outline: Ref,
}

/// The bytes of the document.
///
/// # Errors
///
/// The face of a font that cannot be embedded after all.
pub(super) fn write(pages: &[Page], embedded: &Embedded<'_>, options: &Options<'_>) -> Result<Vec<u8>, FaceKey> {
    let mut numbers = Numbers(0);
    let mut pdf = Pdf::with_settings(COMPACT);
    pdf.set_version(1, 7);
    let [catalog, tree, information, structure, outline] = std::array::from_fn(|_| numbers.next());
    let ids: Vec<Ids> =
        pages.iter().map(|_| Ids { page: numbers.next(), figure: numbers.next(), outline: numbers.next() }).collect();
    let fonts = embedded.write(&mut pdf, &mut numbers)?;

    let title = options.title.or(if let [page] = pages { Some(page.scene.title.as_str()) } else { None });
    let mut info = pdf.document_info(information);
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        info.title(TextStr(title));
    }
    info.producer(TextStr("wardley"));
    info.finish();

    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(options.language)).pair(Name(b"StructTreeRoot"), structure);
    root.viewer_preferences().display_doc_title(true);
    root.mark_info().marked(true);
    if pages.len() > 1 {
        root.outlines(outline);
    }
    root.finish();

    pdf.pages(tree).kids(ids.iter().map(|ids| ids.page)).count(count(pages));
    for (at, page) in pages.iter().enumerate() {
        write_page(&mut pdf, &mut numbers, page, at, &ids, tree, &fonts);
    }
    write_structure(&mut pdf, &mut numbers, structure, pages, &ids);
    if pages.len() > 1 {
        write_outline(&mut pdf, outline, pages, &ids);
    }
    Ok(pdf.finish())
}

fn write_page(
    pdf: &mut Pdf,
    numbers: &mut Numbers,
    page: &Page,
    at: usize,
    ids: &[Ids],
    tree: Ref,
    fonts: &[(String, Ref)],
) {
    let content = numbers.next();
    let links: Vec<Ref> = page.links.iter().map(|_| numbers.next()).collect();
    let shadings = page.shadings.write(pdf, numbers);
    let mut dict = pdf.page(ids[at].page);
    dict.parent(tree).media_box(Rect::new(0.0, 0.0, page.width, page.height)).contents(content);
    dict.struct_parents(i32::try_from(at).unwrap_or(i32::MAX));
    if !links.is_empty() {
        dict.annotations(links.iter().copied());
    }
    let mut resources = dict.resources();
    let mut named = resources.fonts();
    for (name, font) in fonts {
        named.pair(Name(name.as_bytes()), *font);
    }
    named.finish();
    let mut named = resources.shadings();
    for (name, shading) in &shadings {
        named.pair(Name(name.as_bytes()), *shading);
    }
    named.finish();
    let mut named = resources.ext_g_states();
    for opacity in &page.opacities {
        let mut state = named.insert(Name(opacity.name().as_bytes())).start::<pdf_writer::writers::ExtGraphicsState>();
        state.non_stroking_alpha(opacity.fill()).stroking_alpha(opacity.stroke());
    }
    named.finish();
    resources.finish();
    dict.finish();
    let packed = pack(&page.content);
    pdf.stream(content, &packed).filter(pdf_writer::Filter::FlateDecode);
    for (link, id) in page.links.iter().zip(links) {
        write_link(pdf, link, id, ids);
    }
}

fn write_link(pdf: &mut Pdf, link: &Link, id: Ref, ids: &[Ids]) {
    let mut annotation = pdf.annotation(id);
    annotation.subtype(AnnotationType::Link).rect(link.area).border(0.0, 0.0, 0.0, None);
    annotation.contents(TextStr(&link.name));
    let inside = link.address.strip_prefix("#page=").and_then(|number| number.parse::<usize>().ok());
    let mut action = annotation.action();
    match inside.and_then(|number| ids.get(number.checked_sub(1)?)) {
        Some(ids) => action.action_type(ActionType::GoTo).destination().page(ids.page).fit(),
        None => drop(action.action_type(ActionType::Uri).uri(Str(link.address.as_bytes()))),
    }
}

/// What readers that speak read out: each page is one figure, with the description of its map.
fn write_structure(pdf: &mut Pdf, numbers: &mut Numbers, structure: Ref, pages: &[Page], ids: &[Ids]) {
    let parents: Vec<Ref> = pages.iter().map(|_| numbers.next()).collect();
    let mut root = pdf.indirect(structure).start::<StructTreeRoot>();
    root.children().items(ids.iter().map(|ids| ids.figure));
    let mut by_page = root.parent_tree();
    let mut entries = by_page.nums();
    for (key, &parent) in (0..).zip(&parents) {
        entries.insert(key, parent);
    }
    entries.finish();
    by_page.finish();
    root.parent_tree_next_key(count(pages));
    root.finish();
    for ((page, own), parent) in pages.iter().zip(ids).zip(parents) {
        let mut figure = pdf.struct_element(own.figure);
        figure.kind(StructRole::Figure).parent(structure);
        figure.pair(Name(b"Pg"), own.page);
        if !page.scene.title.is_empty() {
            figure.title(TextStr(&page.scene.title));
        }
        if !page.scene.description.is_empty() {
            figure.alt(TextStr(&page.scene.description));
        }
        figure.children().marked_content_id(0);
        figure.finish();
        pdf.indirect(parent).array().item(own.figure);
    }
}

fn write_outline(pdf: &mut Pdf, outline: Ref, pages: &[Page], ids: &[Ids]) {
    if let ([first, ..], [.., last]) = (ids, ids) {
        pdf.outline(outline).first(first.outline).last(last.outline).count(count(pages));
    }
    for (at, page) in pages.iter().enumerate() {
        let mut item = pdf.outline_item(ids[at].outline);
        let number = format!("{}", at + 1);
        let title = Some(page.scene.title.as_str()).filter(|title| !title.is_empty()).unwrap_or(&number);
        item.title(TextStr(title)).parent(outline);
        if at > 0 {
            item.prev(ids[at - 1].outline);
        }
        if let Some(next) = ids.get(at + 1) {
            item.next(next.outline);
        }
        item.dest().page(ids[at].page).fit();
    }
}

fn count(pages: &[Page]) -> i32 {
    i32::try_from(pages.len()).unwrap_or(i32::MAX)
}

/// Packs bytes as `FlateDecode` reads them.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}
