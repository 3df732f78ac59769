//! Writing files: whole or not at all, and not again what is already there.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::Path;

/// Makes `bytes` the content of the file `path`, which need not exist, nor its folder. A file that holds them already is not
/// touched. Whoever reads it meanwhile finds the old content or the new one, never a part.
///
/// # Errors
///
/// When the folder or the file cannot be made. What was there before is then still there.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {
            if about.len() == bytes.len() as u64 && fs::read(path)? == bytes {
                return Ok(());
            }
            // Behind a link it is the file that changes, not the link.
            replace(&fs::canonicalize(path)?, bytes, Some(about.permissions()))
        }
        Ok(about) if about.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        // Devices and pipes cannot be replaced.
        Ok(_) => OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            replace(path, bytes, None)
        }
        Err(error) => Err(error),
    }
}

/// Writes a new file beside `path` and gives it that name. `permissions` are those of the file that is replaced.
fn replace(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".wardley-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666)); // less the umask
    let mut new = builder.tempfile_in(folder)?;
    new.write_all(bytes)?;
    if let Some(permissions) = permissions {
        new.as_file().set_permissions(permissions)?;
    }
    new.persist(path).map_err(|error| error.error)?;
    Ok(())
}
