//! [`Lines`]: bytes of a text, and lines and columns as the protocol counts them.

use serde_json::{Value, json};

/// In what columns are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-16 code units, which every client knows.
    #[default]
    Utf16,
    /// Bytes of UTF-8.
    Utf8,
}

/// Where the lines of a text start. A line ends with LF, CRLF or CR.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        Self { starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect() }
    }

    /// The byte at a position. One behind the end of a line is its end, one behind the last line the end of the text.
    pub(super) fn offset(&self, text: &str, encoding: Encoding, position: &Value) -> usize {
        let number = |name: &str| position.get(name).and_then(Value::as_u64).unwrap_or(0) as usize;
        let (line, character) = (number("line"), number("character"));
        let Some(&start) = self.starts.get(line) else { return text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        let written = text[start..end].trim_end_matches(['\n', '\r']);
        let mut column = 0;
        for (at, mark) in written.char_indices() {
            if column >= character {
                return start + at;
            }
            column += match encoding {
                Encoding::Utf16 => mark.len_utf16(),
                Encoding::Utf8 => mark.len_utf8(),
            };
        }
        start + written.len()
    }

    /// The position of a byte.
    pub(super) fn position(&self, text: &str, encoding: Encoding, offset: usize) -> Value {
        let (line, column) = self.place(text, encoding, offset);
        json!({ "line": line, "character": column })
    }

    /// Line and column of a byte, both from 0.
    pub(super) fn place(&self, text: &str, encoding: Encoding, offset: usize) -> (usize, usize) {
        let offset = (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let before = &text[self.starts[line]..offset];
        let column = match encoding {
            Encoding::Utf16 => before.chars().map(char::len_utf16).sum(),
            Encoding::Utf8 => before.len(),
        };
        (line, column)
    }

    pub(super) fn range(&self, text: &str, encoding: Encoding, range: std::ops::Range<usize>) -> Value {
        let (start, end) = (self.position(text, encoding, range.start), self.position(text, encoding, range.end));
        json!({ "start": start, "end": end })
    }
}
