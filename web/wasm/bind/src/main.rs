//! `bind IN.wasm OUT/`: writes the glue between JavaScript and the compiled library.

use wasm_bindgen_cli_support::Bindgen;

fn main() {
    let mut words = std::env::args().skip(1);
    let (Some(from), Some(to)) = (words.next(), words.next()) else {
        eprintln!("bind IN.wasm OUT/");
        std::process::exit(2);
    };
    let made = Bindgen::new().input_path(from).web(true).and_then(|bindgen| {
        bindgen.omit_default_module_path(true).remove_name_section(true).remove_producers_section(true).generate(to)
    });
    if let Err(error) = made {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}
