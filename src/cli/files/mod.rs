//! Files: which maps are meant, what is in them, where pictures go, how a file is written.

pub(crate) mod includes;
pub(crate) mod inputs;
pub(crate) mod outputs;
pub(crate) mod paths;
pub(crate) mod reading;
pub(crate) mod sources;
pub(crate) mod write;
