//! Text and where in it: [`Source`], [`Span`], [`Place`].

use std::sync::OnceLock;

/// Which of several texts a [`Span`] points into. The text that was asked for is number 0; included files follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(crate) u16);

/// A stretch of one text, in bytes, end excluded. Both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text it points into.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets into `source`.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        Self { source, start: start as u32, end: end as u32 }
    }

    /// The smallest span that holds both. Both must be of one source.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { source: self.source, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// An empty span at the start of this one.
    #[must_use]
    pub fn before(self) -> Self {
        Self { end: self.start, ..self }
    }

    /// An empty span at the end of this one.
    #[must_use]
    pub fn after(self) -> Self {
        Self { start: self.end, ..self }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The byte range, for slicing the source's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Where a piece of a tree stands: a [`Span`] that equals any other. So two pieces are equal when they say the same, wherever.
#[derive(Clone, Copy, Default, Eq)]
pub struct Where(pub Span);

impl Where {
    /// The smallest one that holds both. Both must be of one source.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self(self.0.to(other.0))
    }

    /// An empty one at the start of this one.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.before())
    }

    /// An empty one at the end of this one.
    #[must_use]
    pub fn after(self) -> Self {
        Self(self.0.after())
    }
}

impl PartialEq for Where {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl std::ops::Deref for Where {
    type Target = Span;

    fn deref(&self) -> &Span {
        &self.0
    }
}

impl From<Span> for Where {
    fn from(span: Span) -> Self {
        Self(span)
    }
}

impl std::fmt::Debug for Where {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A position for people: line and column, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// A text and the name to report it under.
#[derive(Clone, Debug, Default)]
pub struct Source {
    name: String,
    text: String,
    /// How many lines stand before it in the text that it is a part of, and how many characters before each of its lines.
    before: [usize; 2],
    line_starts: OnceLock<Vec<u32>>,
}

impl Source {
    /// A source named `name` (a path, or `<stdin>`) holding `text`. A byte order mark at the start is dropped. A line ends with
    /// LF or CRLF from here on: a CR alone, which ends a line too, becomes an LF, so that every span stays where it is.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        if has_lone_return(&text) {
            text = with_line_feeds(&text);
        }
        Self { name: name.into(), text, before: [0, 0], line_starts: OnceLock::new() }
    }

    /// A part of the text named `name`, whose first line begins at `first` there, and all others in the same column.
    pub fn of_part(name: impl Into<String>, text: impl Into<String>, first: Place) -> Self {
        Self { before: [first.line, first.column].map(|at| at.saturating_sub(1)), ..Self::new(name, text) }
    }

    /// The name to report it under.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text under `span`, which must be a span of this source.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Line and column of a byte offset. An offset past the end is the place after the last character.
    pub fn place(&self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start as usize <= offset);
        let start = starts[line - 1] as usize;
        let [lines, columns] = self.before;
        Place { line: line + lines, column: self.text[start..offset].chars().count() + 1 + columns }
    }

    /// The text of line `line` (from 1) without its line ending, or `None` past the end.
    pub fn line(&self, line: usize) -> Option<&str> {
        let starts = self.line_starts();
        let start = *starts.get(line.checked_sub(1)?)? as usize;
        let end = starts.get(line).map_or(self.text.len(), |&next| next as usize);
        Some(self.text[start..end].trim_end_matches(['\n', '\r']))
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at as u32 + 1);
            std::iter::once(0).chain(ends).collect()
        })
    }
}

fn has_lone_return(text: &str) -> bool {
    text.match_indices('\r').any(|(at, _)| !text[at + 1..].starts_with('\n'))
}

/// The text with an LF for every CR that no LF follows.
fn with_line_feeds(text: &str) -> String {
    let mut rest = text.chars().peekable();
    let mut fixed = String::with_capacity(text.len());
    while let Some(character) = rest.next() {
        let lone = character == '\r' && rest.peek() != Some(&'\n');
        fixed.push(if lone { '\n' } else { character });
    }
    fixed
}

/// The texts one map was read from: the one asked for, then what it includes, in the order of reading.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Adds a text and returns its number.
    pub fn add(&mut self, source: Source) -> SourceId {
        self.0.push(source);
        SourceId((self.0.len() - 1) as u16)
    }

    /// The text with this number.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0 as usize]
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).slice(span)
    }

    /// Line and column at which a span starts.
    pub fn place(&self, span: Span) -> Place {
        self.get(span.source).place(span.start as usize)
    }

    /// All texts, the one asked for first.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }
}
