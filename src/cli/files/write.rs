//! Writing files: whole or not at all, and not again what is already there.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

/// What the names of files begin with that are not finished. The number of the process that writes them follows.
const UNFINISHED: &str = ".wardley-";
/// How many links in a row are followed to a file that does not exist yet.
const LINKS: usize = 40;

/// Makes `bytes` the content of the file `path`, which need not exist, nor its folder. A file that holds them already is not
/// touched. Whoever reads it meanwhile finds the old content or the new one, never a part.
///
/// # Errors
///
/// When the folder or the file cannot be made, or the file is read-only. What was there before is then still there.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {
            if about.len() == bytes.len() as u64 && fs::read(path)? == bytes {
                return Ok(());
            }
            if about.permissions().readonly() {
                return Err(io::Error::new(ErrorKind::PermissionDenied, "it is read-only"));
            }
            // Behind a link it is the file that changes, not the link.
            replace(&fs::canonicalize(path)?, bytes, Some(about.permissions()))
        }
        Ok(about) if about.is_dir() => Err(ErrorKind::IsADirectory.into()),
        // Devices and pipes cannot be replaced.
        Ok(_) => OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let path = led_to(path)?;
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            replace(&path, bytes, None)
        }
        Err(error) => Err(error),
    }
}

/// Where links lead that end at a file which does not exist; `path` itself where it is none.
fn led_to(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.with_file_name("").join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links lead to it"))
}

/// Makes `bytes` the content of the file `path`, which holds `before`. If it turns out to hold something else, because another
/// program has written it at the same moment, that stays and is returned.
///
/// # Errors
///
/// When the file cannot be made. What was there before is then still there.
pub(crate) fn write_over(path: &Path, before: &[u8], bytes: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let path = fs::canonicalize(path)?;
    let new = beside(&path, bytes, Some(fs::metadata(&path)?.permissions()))?;
    let now = fs::read(&path)?;
    if now != before {
        return Ok(Some(now));
    }
    if !exchange(new.file.path(), &path)? {
        return new.finish(&path).map(|()| None);
    }
    // What was there is now under the other name. Had another program written in between, it goes back.
    let now = fs::read(new.file.path())?;
    if now == before {
        return Ok(None);
    }
    exchange(new.file.path(), &path)?;
    if fs::read(new.file.path())? != bytes {
        // Yet another program has written meanwhile: the newest counts.
        exchange(new.file.path(), &path)?;
    }
    Ok(Some(fs::read(&path)?))
}

/// Gives two files each other's names in one step; says whether the system can.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Gives two files each other's names in one step; says whether the system can.
#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Writes a new file beside `path` and gives it that name. `permissions` are those of the file that is replaced.
fn replace(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    beside(path, bytes, permissions)?.finish(path)
}

/// A new file in the folder of `path`, with another name; gone when dropped.
fn beside(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<Unfinished> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = Unfinished::create(folder)?;
    new.file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        new.file.as_file().set_permissions(permissions)?;
    }
    Ok(new)
}

/// A file that is being written. It goes when it is dropped, and when the process is asked to end.
struct Unfinished {
    file: NamedTempFile<File>,
}

/// The unfinished files of this process, and the folders in which those of others were looked for.
struct Open {
    files: BTreeSet<PathBuf>,
    swept: BTreeSet<PathBuf>,
}

static OPEN: Mutex<Open> = Mutex::new(Open { files: BTreeSet::new(), swept: BTreeSet::new() });

fn open() -> MutexGuard<'static, Open> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Unfinished {
    fn create(folder: &Path) -> io::Result<Self> {
        let prefix = format!("{UNFINISHED}{}-", std::process::id());
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666)); // less the umask
        let mut open = open();
        if open.swept.insert(folder.to_owned()) {
            sweep(folder);
        }
        let file = builder.tempfile_in(folder)?;
        open.files.insert(file.path().to_owned());
        Ok(Self { file })
    }

    fn finish(self, path: &Path) -> io::Result<()> {
        let unfinished = self.file.path().to_owned();
        let done = self.file.persist(path).map(drop).map_err(|error| error.error);
        open().files.remove(&unfinished);
        done
    }
}

/// Removes what is unfinished, for good: nothing is written any more after that. For the moment before the process ends.
pub(crate) fn abandon() {
    let open = open();
    for file in &open.files {
        // What cannot be removed now is removed by a later run.
        let _ = fs::remove_file(file);
    }
    // The lock stays taken.
    std::mem::forget(open);
}

/// Removes the unfinished files of processes that were killed.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(UNFINISHED)?.split('-').next()?.parse().ok());
        if process.is_some_and(|process| !is_running(process)) {
            // It may be gone, or another's.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether there may be a process of this number. Where the system does not say, there may.
fn is_running(process: u32) -> bool {
    !Path::new("/proc/self").exists() || Path::new("/proc").join(process.to_string()).exists()
}
