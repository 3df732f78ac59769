//! The example projects below `examples/docs`, each built by its real host.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::needs;
use crate::shell::Shell;

/// A copy of an example project.
struct Project(Shell);

impl Project {
    /// A copy of `examples/FOLDER`.
    fn of(folder: &str) -> Self {
        let shell = Shell::new();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(folder), &shell.path(""));
        Self(shell)
    }

    /// Runs a host that knows where the command is.
    fn run(&self, host: &Path, arguments: &str) -> Output {
        let command = env!("CARGO_BIN_EXE_wardley");
        let own = Path::new(command).parent().expect("a folder").to_owned();
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([own].into_iter().chain(env::split_paths(&path))).expect("a path");
        let mut host = Command::new(host);
        host.args(arguments.split_whitespace()).current_dir(self.0.path(""));
        host.env("WARDLEY", command).env("PATH", path).env("PYTHONPATH", ".");
        host.output().expect("the host")
    }

    /// Runs a host, which must succeed.
    fn build(&self, host: &Path, arguments: &str) {
        let output = self.run(host, arguments);
        assert!(output.status.success(), "{} {arguments}: {}", host.display(), said(&output));
    }

    /// Puts a mistake into a page.
    fn spoil(&self, page: &str) {
        let text = self.0.read(page);
        self.0.write(page, text.replacen("Rider -> Ride -> Bicycle", "Rider -> Ride -> Bicyclette", 1));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a writable folder");
    for entry in fs::read_dir(from).expect("a readable folder") {
        let path = entry.expect("a readable folder").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a copy");
        }
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// What one of poppler's tools prints.
fn poppler(project: &Project, tool: &str, arguments: &str) -> String {
    let output = project.run(Path::new(tool), arguments);
    assert!(output.status.success(), "{tool} {arguments}: {}", said(&output));
    said(&output)
}

/// Two whole maps stand in a page of HTML, the labels as they were written, and no two ids are the same.
fn shows_two_maps(page: &str) {
    let mut ids = Vec::new();
    let mut words = String::new();
    let mut maps = 0;
    for rest in page.split("<figure class=\"wardley\"").skip(1) {
        let inside = rest.split_once('>').expect("a figure").1;
        let picture = inside.split("</figure>").next().expect("a figure");
        let document = roxmltree::Document::parse(picture).unwrap_or_else(|error| panic!("{error}: {picture}"));
        ids.extend(document.descendants().filter_map(|node| node.attribute("id").map(str::to_owned)));
        for text in document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()) {
            words.extend([text, " "]);
        }
        let style = document.descendants().find(|node| node.has_tag_name("style")).and_then(|node| node.text());
        assert!(style.is_some_and(|style| style.contains("light-dark(")), "the picture follows its page");
        maps += 1;
    }
    assert_eq!(maps, 2, "{page}");
    assert!(words.contains("Locks *with* _code_ & <chip>") && words.contains("Workshop"), "{words}");
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert!(count >= 6 && ids.len() == count, "{ids:?}");
}

#[test]
#[ignore = "needs mdbook"]
fn mdbook_shows_both_maps() {
    for host in needs::programs("mdbook", "--version") {
        let project = Project::of("docs/mdbook");
        project.build(&host, "build");
        shows_two_maps(&project.0.read("book/two-maps.html"));
        let book = project.0.read("book.toml");
        project.0.write("book.toml", format!("{book}strict = true\n"));
        project.build(&host, "build");
        project.spoil("src/two-maps.md");
        let output = project.run(&host, "build");
        assert!(!output.status.success() && said(&output).contains("two-maps.md:9:"), "{}", said(&output));
        Project::of("guide").build(&host, "build");
    }
}

#[test]
#[ignore = "needs mkdocs"]
fn mkdocs_with_material_shows_both_maps() {
    for host in needs::programs("mkdocs", "--version") {
        let project = Project::of("docs/mkdocs");
        project.build(&host, "build --strict");
        shows_two_maps(&project.0.read("site/index.html"));
        project.spoil("docs/index.md");
        assert!(project.run(&host, "build").status.success());
        let output = project.run(&host, "build --strict");
        assert!(!output.status.success() && said(&output).contains("Bicyclette"), "{}", said(&output));
    }
}

#[test]
#[ignore = "needs sphinx-build"]
fn sphinx_shows_both_maps() {
    for host in needs::programs("sphinx-build", "--version") {
        let project = Project::of("docs/sphinx");
        project.build(&host, "-W -b html . _build/html");
        shows_two_maps(&project.0.read("_build/html/index.html"));
        project.build(&host, "-W -b latex . _build/latex");
        let pictures =
            project.0.files().iter().filter(|file| file.contains("latex/wardley-") && file.contains(".pdf")).count();
        assert_eq!(pictures, 2);
        for (builder, file) in [("text", "index.txt"), ("man", "mapsinsphinx.1"), ("texinfo", "mapsinsphinx.texi")] {
            project.build(&host, &format!("-W -b {builder} . _build/{builder}"));
            let page = project.0.read(&format!("_build/{builder}/{file}"));
            assert!(page.contains("Lending Bicycles") && page.contains("Workshop"), "{page}");
        }
        project.spoil("index.rst");
        let output = project.run(&host, "-W -b html . _build/html");
        assert!(!output.status.success() && said(&output).contains("index.rst:4: WARNING"), "{}", said(&output));
    }
}

#[test]
#[ignore = "needs asciidoctor"]
fn asciidoctor_shows_both_maps() {
    for host in needs::programs("asciidoctor", "--version") {
        let project = Project::of("docs/asciidoctor");
        project.build(&host, "-r ./wardley_block.rb --failure-level WARN index.adoc");
        shows_two_maps(&project.0.read("index.html"));
        project.build(&host, "-r ./wardley_block.rb -b docbook index.adoc");
        let book = project.0.read("index.xml");
        for picture in project.0.files().iter().filter(|file| file.contains(".png")) {
            assert!(book.contains(&format!("<imagedata fileref=\"{picture}\"")), "{book}");
        }
        assert!(!book.contains("<svg") && book.contains("<phrase>A Wardley map: Lending Bicycles"), "{book}");
        project.spoil("index.adoc");
        project.build(&host, "-r ./wardley_block.rb index.adoc");
        let output = project.run(&host, "-r ./wardley_block.rb --failure-level WARN index.adoc");
        assert!(!output.status.success() && said(&output).contains("index.adoc: line 4: "), "{}", said(&output));
    }
}

#[test]
#[ignore = "needs pandoc"]
fn pandoc_shows_both_maps() {
    for host in needs::programs("pandoc", "--version") {
        let project = Project::of("docs/pandoc");
        project.build(&host, "index.md --lua-filter wardley.lua -o index.html");
        shows_two_maps(&project.0.read("index.html"));
        project.build(&host, "index.md --lua-filter wardley.lua -o index.docx");
        let document = project.0.bytes("index.docx");
        assert!(document.windows(11).filter(|bytes| bytes == b"word/media/").count() >= 2);
    }
}

#[test]
#[ignore = "needs asciidoctor-pdf and pdfimages and pdftotext"]
fn asciidoctor_pdf_shows_both_maps() {
    for host in needs::programs("asciidoctor-pdf", "--version") {
        let project = Project::of("docs/asciidoctor");
        project.build(&host, "-r ./wardley_block.rb --failure-level WARN index.adoc");
        assert!(!poppler(&project, "pdftotext", "index.pdf -").contains("<svg"));
        let images = poppler(&project, "pdfimages", "-list index.pdf");
        assert_eq!(images.lines().filter(|line| line.contains(" image ")).count(), 2, "{images}");
    }
}

#[test]
#[ignore = "needs pandoc and weasyprint and pdftotext"]
fn pandoc_makes_pdf_with_both_maps() {
    for host in needs::programs("pandoc", "--version") {
        let project = Project::of("docs/pandoc");
        project.build(&host, "index.md --lua-filter wardley.lua --pdf-engine weasyprint -o index.pdf");
        let page = poppler(&project, "pdftotext", "index.pdf -");
        // What moves stands there twice.
        for (name, count) in [("Bicycle", 1), ("Spare Parts", 1), ("Workshop", 2)] {
            assert_eq!(page.lines().filter(|line| *line == name).count(), count, "{name}: {page}");
        }
        project.build(&host, "index.md --lua-filter wardley.lua --extract-media . -o index.tex");
        let pictures: Vec<_> = project.0.files().into_iter().filter(|file| file.starts_with("wardley-")).collect();
        let drawn: String = pictures.iter().map(|file| poppler(&project, "pdftotext", &format!("{file} -"))).collect();
        assert!(pictures.len() == 2 && drawn.contains("Bicycle") && drawn.contains("Workshop"), "{pictures:?} {drawn}");
    }
}

#[test]
#[ignore = "needs hugo"]
fn hugo_shows_both_maps() {
    for host in needs::programs("hugo", "version") {
        let project = Project::of("docs/hugo");
        let command = PathBuf::from(env!("CARGO_BIN_EXE_wardley"));
        project.build(&command, "render assets/maps --inline --theme auto --for page");
        project.build(&host, "");
        shows_two_maps(&project.0.read("public/index.html"));
    }
}

/// `VitePress` is not installed for a machine but for a project: `WARDLEY_VITEPRESS` names the folder `node_modules` it stands in.
#[test]
#[ignore = "needs WARDLEY_VITEPRESS"]
fn vitepress_shows_both_maps() {
    let modules = needs::variable("WARDLEY_VITEPRESS");
    let project = Project::of("docs/vitepress");
    std::os::unix::fs::symlink(&modules, project.0.path("node_modules")).expect("a link");
    let host = modules.join(".bin/vitepress");
    project.build(&host, "build");
    shows_two_maps(&project.0.read(".vitepress/dist/index.html"));
}

#[test]
#[ignore = "needs make"]
fn make_follows_includes() {
    follows_includes("make", "docs/make", "Nothing to be done");
}

#[test]
#[ignore = "needs ninja"]
fn ninja_follows_includes() {
    follows_includes("ninja", "docs/ninja", "no work to do");
}

fn follows_includes(name: &str, folder: &str, idle: &str) {
    for host in needs::programs(name, "--version") {
        let project = Project::of(folder);
        project.build(&host, "");
        let picture = project.0.read("shop.svg");
        let again = said(&project.run(&host, ""));
        assert!(again.contains(idle), "{again}");
        // Build tools compare times, and some file systems count whole seconds.
        let later = std::time::SystemTime::now() + std::time::Duration::from_secs(2);
        project.0.write("people.wm", "anchor Rider [0.9, 0.3]\n");
        let file = fs::File::options().write(true).open(project.0.path("people.wm")).expect("a file");
        file.set_modified(later).expect("a time");
        project.build(&host, "");
        assert_ne!(project.0.read("shop.svg"), picture);
    }
}

#[test]
fn kroki() {
    let project = Project::of("docs/kroki");
    let ran = project.0.feed("render - --theme plain", &project.0.bytes("repair.wm"));
    assert!(ran.status == 0 && ran.err.is_empty() && crate::shell::is_svg(&ran.out));
    project.0.write("secret.wm", "component Secret [0.5, 0.5]\n");
    let ran = project.0.feed("render -", b"include secret.wm\n");
    assert!(ran.status != 0 && !ran.err.is_empty(), "{ran:?}");
    assert!(!String::from_utf8_lossy(&ran.out).contains("Secret"));
}
