//! The library for browsers and Node: [`Library`] answers questions in JSON.

use wardley::service::{Drawn, Question, Service, Texts};
use wardley::text::Fonts;
use wasm_bindgen::prelude::*;

/// The library, with the fonts it measures text with and the last picture it made.
#[wasm_bindgen]
pub struct Library {
    fonts: Fonts,
    before: Option<Drawn>,
}

#[wasm_bindgen]
impl Library {
    /// A library with the fonts that are part of it: Latin, Greek and Cyrillic.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        let fonts = Fonts::cut(
            include_bytes!("../fonts/WardleySans-Regular.ttf"),
            include_bytes!("../fonts/WardleySans-Bold.ttf"),
        );
        Self { fonts, before: None }
    }

    /// Adds a font (TrueType or OpenType) for other scripts; says whether it is one.
    #[wasm_bindgen(js_name = addFont)]
    pub fn add_font(&mut self, bytes: Vec<u8>) -> bool {
        self.fonts.add(bytes).is_ok()
    }

    /// Answers a question.
    pub fn answer(&mut self, question: &str) -> String {
        let question = match Question::from_json(question) {
            Ok(question) => question,
            Err(error) => return Question::refusal(&error),
        };
        let answer = Service::new(&self.fonts).answer(&question, &mut Texts(&question.files), self.before.as_ref());
        if question.steady && answer.drawn.is_some() {
            self.before = answer.drawn;
        }
        answer.json
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}
