//! How long each step takes. `cargo bench`, or `cargo bench layout` for some of it.

mod pipeline;
mod synthetic;

fn main() {
    divan::main();
}
