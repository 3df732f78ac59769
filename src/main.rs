//! The command `wardley`.

fn main() -> std::process::ExitCode {
    wardley::cli::run()
}
