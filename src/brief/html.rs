//! A brief as a page of HTML.

use std::fmt::Write as _;

use super::{Brief, Line, Piece};

/// Plain, narrow, and readable on paper.
const STYLE: &str = "body{font:16px/1.5 Arial,Helvetica,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\
h1,h2{line-height:1.2}h2{margin-top:1.8rem;font-size:1.15rem}figure{margin:1rem 0}svg{max-width:100%;height:auto}\
@media print{body{margin:0;max-width:none}}";

impl Brief {
    /// As a page of HTML without scripts, with the map's picture as SVG to stand in a page (`--inline`).
    pub fn html(&self, picture: &str) -> String {
        let title = escaped(self.title.as_deref().unwrap_or("A Wardley map"));
        let mut page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
             </head>\n<body>\n<h1>{title}</h1>\n"
        );
        // A failing write into a string there is not.
        for (what, said) in [("Purpose", &self.purpose), ("Scope", &self.scope)] {
            if let Some(said) = said {
                let _ = writeln!(page, "<p><em>{what}:</em> {}</p>", escaped(said));
            }
        }
        page.push_str(picture);
        for section in &self.sections {
            let _ = writeln!(page, "<h2>{}</h2>\n<ul>", section.heading);
            for line in &section.lines {
                let _ = writeln!(page, "<li>{}</li>", of_line(line));
            }
            page.push_str("</ul>\n");
        }
        page.push_str("</body>\n</html>\n");
        page
    }
}

fn of_line(line: &Line) -> String {
    let pieces = line.0.iter().map(|piece| match piece {
        Piece::Words(words) => escaped(words),
        Piece::Name(name) => format!("<strong>{}</strong>", escaped(name)),
    });
    pieces.collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
