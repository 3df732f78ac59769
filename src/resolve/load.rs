//! How `include` gets at other texts: the caller's [`Load`].

use crate::source::Source;

/// Reads the texts that a map includes. The library itself reads no files: who calls it decides what may be read.
pub trait Load {
    /// The text at `path`, as it is written behind `include` in the text named `from`. Its name must be the same however
    /// it was reached: that is how a text is known that was read before.
    ///
    /// # Errors
    ///
    /// [`LoadError::Off`] where nothing can be included, else [`LoadError::Failed`] with the reason.
    fn load(&mut self, from: &str, path: &str) -> Result<Source, LoadError>;
}

/// Why an included text cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoadError {
    /// Nothing can be included here, whatever its path.
    Off,
    /// This text cannot be read; holds the reason in words (`no such file`).
    Failed(String),
}

/// Includes nothing: for texts that come from nowhere in particular, such as standard input.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoIncludes;

impl Load for NoIncludes {
    fn load(&mut self, _: &str, _: &str) -> Result<Source, LoadError> {
        Err(LoadError::Off)
    }
}
