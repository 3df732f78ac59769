//! Text is as wide as the shaper, and so resvg, has it; lines break where they read well.

#![expect(clippy::float_cmp, reason = "the same measure is the same bits")]

mod width;
mod wrap;
