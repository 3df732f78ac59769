//! What happens when the process is asked to end.

use crate::cli::failure::Status;
use crate::cli::files::write;

/// From now on Ctrl-C, and being told to end or that the terminal is gone, leaves no unfinished file behind. `status` is how the
/// process ends then; without one, as interrupted programs do.
pub(crate) fn clean_up_when_asked_to_end(status: Option<Status>) {
    let end = move || {
        write::abandon();
        std::process::exit(status.map_or(130, |status| status as i32));
    };
    // Without a handler the process ends too, and a later run cleans up.
    let _ = ctrlc::set_handler(end);
}
