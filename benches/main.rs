//! How long each step takes. `cargo bench`, or `cargo bench layout` for some of it.

mod pipeline;
mod places;
mod synthetic;
mod text;

fn main() {
    divan::main();
}
