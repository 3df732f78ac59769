//! When a text stands in quotes: [`written`]. This is the only rule of quoting.

use super::ast::{
    AnnotationStatement, Arrow, ArrowKind, AttitudeStatement, AttitudeWord, AxisStatement, Bracket, ClassStatement,
    ComponentStatement, ComponentWord, EvolveStatement, LinkStatement, NoteStatement, Part, PipelineStatement,
    StageName, Statement, StreamStatement, Text, Value,
};
use super::lines::parse;
use super::print::print;
use crate::source::{Source, SourceId, Where};
use crate::vocabulary::{Dialect, Keyword, ModifierWord};

/// What a text is, which decides where it will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A component's name: in its own statement, in links, before a movement's target, before a brace.
    Name,
    /// A movement's new name: wherever a name stands, and behind an arrow.
    NewName,
    /// The text of a note.
    Note,
    /// The text of an annotation.
    Annotation,
    /// The name of an area of people.
    Area,
    /// The name of a stage or level.
    Stage,
    /// The name of a metric, of work or a stream, and any name between brackets.
    Listed,
    /// The name of a class.
    Class,
}

/// What OWM takes for a statement, whatever follows, so that no link may begin with it.
const RESERVED: [Keyword; 21] = [
    Keyword::Evolution,
    Keyword::ValueChain,
    Keyword::Anchor,
    Keyword::Evolve,
    Keyword::Component,
    Keyword::Style,
    Keyword::Build,
    Keyword::Buy,
    Keyword::Outsource,
    Keyword::Title,
    Keyword::Annotation,
    Keyword::Pipeline,
    Keyword::Note,
    Keyword::Pioneers,
    Keyword::Settlers,
    Keyword::TownPlanners,
    Keyword::Submap,
    Keyword::Url,
    Keyword::Accelerator,
    Keyword::Deaccelerator,
    Keyword::Size,
];

/// The words of Mermaid's grammar that begin no keyword of ours. Mermaid reads them even where a longer word begins with them.
const MERMAID: [&str; 3] = ["acc", "evol", "wardley"];

/// The text as it must be written to be read as what it is: bare where that is safe, else in quotes.
pub fn written(text: &str, role: Role, dialect: Dialect) -> Text {
    let bare = match dialect {
        Dialect::Owm => reads_bare(text, role),
        Dialect::Mermaid => is_bare_in_mermaid(text),
    };
    Text { text: text.to_owned(), span: Where::default(), quoted: !bare }
}

/// The text in quotes, as the map language, Mermaid and Graphviz read it.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// The statement that a line says, if it is one line without comments.
fn read_line(line: &str) -> Option<Statement> {
    let mut lines = parse(&Source::new("", line), SourceId::default()).file.lines;
    if lines.len() != 1 || !lines[0].comments.is_empty() {
        return None;
    }
    lines.pop()?.statement
}

/// Whether the text without quotes is read as what it is, wherever it may stand.
fn reads_bare(text: &str, role: Role) -> bool {
    let bare = || Text { text: text.to_owned(), ..Text::default() };
    match role {
        Role::Name | Role::NewName => {
            let lower = text.to_lowercase();
            !lower.starts_with(['"', '\''])
                && !RESERVED.iter().any(|word| lower.starts_with(word.word()))
                && reads_back(&component(bare()))
                && reads_back(&link(bare(), bare()))
                && reads_back(&evolve(bare(), None))
                && reads_back(&pipeline(bare()))
                && (role == Role::Name || reads_back(&evolve(Text { text: "A".to_owned(), ..bare() }, Some(bare()))))
        }
        Role::Note => reads_back(&Statement::Note(NoteStatement {
            span: Where::default(),
            text: bare(),
            position: Some(bracket(&[0.5, 0.5])),
            modifiers: Vec::new(),
        })),
        Role::Annotation => reads_back(&Statement::Annotation(AnnotationStatement {
            span: Where::default(),
            number: Text { text: "1".to_owned(), ..Text::default() },
            positions: vec![bracket(&[0.5, 0.5])],
            text: Some(bare()),
        })),
        Role::Area => reads_back(&Statement::Attitude(AttitudeStatement {
            span: Where::default(),
            word: AttitudeWord::Pioneers,
            area: Some(bracket(&[0.5, 0.5, 0.4, 0.6])),
            extent: None,
            name: Some(bare()),
        })),
        Role::Listed => reads_back(&Statement::Stream(StreamStatement {
            span: Where::default(),
            name: bare(),
            path: vec![bare(), bare()],
            metric: None,
            time: None,
        })),
        Role::Class => {
            let color = Text { text: "#000000".to_owned(), ..Text::default() };
            reads_back(&Statement::Class(ClassStatement { span: Where::default(), name: bare(), color, stray: None }))
        }
        Role::Stage => {
            let stage = |end: Option<f64>| StageName { name: bare(), end: end.map(number) };
            let names = vec![stage(None), stage(Some(0.5)), stage(None)];
            reads_back(&Statement::Evolution(AxisStatement { span: Where::default(), hide: false, names }))
        }
    }
}

/// Whether the statement, printed, is read as itself.
fn reads_back(statement: &Statement) -> bool {
    let line = print(statement, Dialect::Owm).and_then(|line| read_line(&line));
    match line {
        // The arrow of a movement may always be one of a link.
        Some(Statement::Either { statement: read, .. }) => {
            matches!(statement, Statement::Evolve(EvolveStatement { rename: Some(_), .. })) && *read == *statement
        }
        Some(read) => read == *statement,
        None => false,
    }
}

/// In Mermaid words of letters and digits are names, unless they begin as a word of its grammar does.
fn is_bare_in_mermaid(text: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_alphabetic())
            && word.chars().all(|next| next.is_ascii_alphanumeric())
    };
    let lower = text.to_ascii_lowercase();
    let modifiers = [ModifierWord::Label.word(), ModifierWord::Pin.word()];
    let mut taken = Keyword::ALL.iter().map(|keyword| keyword.word()).chain(modifiers).chain(MERMAID);
    text.split(' ').all(word) && !taken.any(|word| lower.starts_with(word))
}

fn component(name: Text) -> Statement {
    Statement::Component(ComponentStatement {
        word: ComponentWord::Component,
        keyword: Where::default(),
        name,
        position: Some(bracket(&[0.5, 0.5])),
        modifiers: Vec::new(),
    })
}

fn link(from: Text, to: Text) -> Statement {
    let arrow = Arrow { kind: ArrowKind::Need, text: None, span: Where::default() };
    Statement::Link(LinkStatement { span: Where::default(), ends: vec![from, to], arrows: vec![arrow], context: None })
}

fn evolve(name: Text, rename: Option<Text>) -> Statement {
    let (span, target) = (Where::default(), Some(number(0.5)));
    Statement::Evolve(EvolveStatement { span, name, rename, target, from: None, modifiers: Vec::new() })
}

fn pipeline(name: Text) -> Statement {
    let (span, open) = (Where::default(), Some(Where::default()));
    Statement::Pipeline(PipelineStatement { span, name, range: None, modifiers: Vec::new(), open })
}

fn bracket(numbers: &[f64]) -> Bracket {
    let parts = numbers.iter().copied().map(number).collect();
    Bracket { parts, span: Where::default(), closed: true }
}

fn number(value: f64) -> Part {
    Part { value: Value::Number(value), span: Where::default() }
}
