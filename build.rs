//! Has the command start faster.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let target = |what| std::env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    // Drawing a map takes so little that a good part of a run is spent on moving the program to a place in memory chosen at
    // random: thousands of addresses in it are to be written anew. At a fixed place nothing is.
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
