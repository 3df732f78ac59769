//! Texts that a map may include and that no file holds: [`Texts`].

use std::collections::BTreeMap;

use crate::resolve::{Load, LoadError};
use crate::source::Source;

/// Includes what is here by name.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a>(pub &'a BTreeMap<String, String>);

impl Load for Texts<'_> {
    fn load(&mut self, _: &str, path: &str) -> Result<Source, LoadError> {
        if self.0.is_empty() {
            return Err(LoadError::Off);
        }
        let name = path.trim_start_matches("./");
        match self.0.get(name) {
            Some(text) => Ok(Source::new(name, text.as_str())),
            None => Err(LoadError::Failed("no text of this name was given".to_owned())),
        }
    }
}
