//! A folder of its own for each test, and the command run in it as a user would.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A map without fault.
pub(crate) const TEA: &str = "title Tea\nanchor Guest [0.95, 0.6]\ncomponent Cup [0.8, 0.6]\nGuest -> Cup\n";

/// A user without rights.
#[cfg(unix)]
const NOBODY: u32 = 65_534;

pub(crate) fn is_svg(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.starts_with("<svg") && text.trim_end().ends_with("</svg>"))
}

/// An empty folder that goes away with the test.
pub(crate) struct Shell {
    folder: TempDir,
    /// Where a user without rights finds the command, if that is who runs it.
    nobody: Option<TempDir>,
}

/// What one run of the command left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: Vec<u8>,
    pub(crate) err: String,
}

impl Shell {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder for temporary files"), nobody: None }
    }

    /// A folder with these files in it.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let shell = Self::new();
        for (path, text) in files {
            shell.write(path, text);
        }
        shell
    }

    /// The same folder for a user who may do only what the rights of its files say. Whoever is none already gives the files
    /// away to one.
    #[cfg(unix)]
    pub(crate) fn for_nobody(mut self) -> Self {
        use std::os::unix::fs::{MetadataExt, chown};
        if self.folder.path().metadata().expect("a folder").uid() != 0 {
            return self;
        }
        let own = tempfile::tempdir().expect("a folder for temporary files");
        fs::copy(env!("CARGO_BIN_EXE_wardley"), own.path().join("wardley")).expect("a copy");
        let give = |path: PathBuf| chown(path, Some(NOBODY), Some(NOBODY)).expect("a new owner");
        [own.path().to_owned(), self.path("")].into_iter().for_each(give);
        let folders = |path: &String| Path::new(path).ancestors().map(Path::to_owned).collect::<Vec<_>>();
        self.files().iter().flat_map(folders).for_each(|path| give(self.folder.path().join(path)));
        self.nobody = Some(own);
        self
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file in the folder")).expect("a writable folder");
        fs::write(path, bytes).expect("a writable folder");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path)).expect("text")
    }

    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// All files, below all folders, hidden ones too.
    pub(crate) fn files(&self) -> Vec<String> {
        fn walk(folder: &Path, root: &Path, files: &mut Vec<String>) {
            for entry in fs::read_dir(folder).expect("a readable folder") {
                let path = entry.expect("a readable folder").path();
                if path.is_dir() {
                    walk(&path, root, files);
                } else {
                    files.push(path.strip_prefix(root).expect("below").display().to_string());
                }
            }
        }
        let mut files = Vec::new();
        walk(self.folder.path(), self.folder.path(), &mut files);
        files.sort();
        files
    }

    /// The command in this folder, its words separated by blanks.
    pub(crate) fn command(&self, line: &str) -> Command {
        let own = self.nobody.as_ref().map(|folder| folder.path().join("wardley"));
        let mut command = Command::new(own.as_deref().unwrap_or(Path::new(env!("CARGO_BIN_EXE_wardley"))));
        #[cfg(unix)]
        if self.nobody.is_some() {
            std::os::unix::process::CommandExt::uid(&mut command, NOBODY);
        }
        command.args(line.split_whitespace()).current_dir(self.folder.path()).env_remove("NO_COLOR");
        command
    }

    /// Runs `wardley LINE`.
    pub(crate) fn run(&self, line: &str) -> Ran {
        self.feed(line, b"")
    }

    /// Runs `wardley LINE` with this on its standard input.
    pub(crate) fn feed(&self, line: &str, input: &[u8]) -> Ran {
        let mut command = self.command(line);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command");
        let mut stdin = child.stdin.take().expect("a pipe");
        std::thread::scope(|scope| {
            // A command that has seen enough closes its input.
            scope.spawn(move || drop(stdin.write_all(input)));
            let output = child.wait_with_output().expect("an end");
            Ran {
                status: output.status.code().expect("an exit status"),
                out: output.stdout,
                err: String::from_utf8(output.stderr).expect("text"),
            }
        })
    }

    /// Runs `wardley LINE`, which must succeed and have nothing to say but its result and where that is.
    pub(crate) fn fine(&self, line: &str) -> Vec<u8> {
        let ran = self.run(line);
        let more = ran.err.lines().find(|line| !line.contains(" → ") || line.contains("warning"));
        assert_eq!((ran.status, more), (0, None), "wardley {line}");
        ran.out
    }

    /// Runs `wardley LINE`, which must fail with this status and say this once.
    pub(crate) fn fails(&self, line: &str, status: i32, message: &str) {
        let ran = self.run(line);
        assert_eq!(ran.status, status, "wardley {line}: {ran:?}");
        assert_eq!(ran.err.matches(message).count(), 1, "wardley {line} says: {}", ran.err);
        assert!(ran.out.is_empty(), "wardley {line} prints: {}", String::from_utf8_lossy(&ran.out));
    }
}
