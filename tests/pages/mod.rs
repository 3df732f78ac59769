//! Maps in pages: in Markdown, in a book, and pictures that lead to each other.

mod book;
mod markdown;
mod names;
mod openings;
mod properties;
mod render;
