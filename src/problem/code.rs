//! The table of codes and severities.

use super::Problem;
use crate::source::Span;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A question worth asking; the map is drawn as written.
    Note,
    /// The map is drawn, but not quite as written, or not as meant.
    Warning,
    /// Something written has no meaning and is left out.
    Error,
}

impl Severity {
    /// `note`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Every code with its severity, in the order of [`Problem`]'s variants.
pub fn codes() -> &'static [(&'static str, Severity)] {
    CODES
}

macro_rules! table {
    ($($variant:ident $code:literal $severity:ident,)*) => {
        const CODES: &[(&str, Severity)] = &[$(($code, Severity::$severity)),*];

        impl Problem {
            /// The name that stays: in `allow(…)`, in reports (`wardley::unknown-component`), in JSON.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),* }
            }

            /// How much it matters.
            pub fn severity(&self) -> Severity {
                match self { $(Self::$variant { .. } => Severity::$severity),* }
            }

            /// The place it is about.
            pub fn span(&self) -> Span {
                match self { $(Self::$variant { span, .. } => *span),* }
            }
        }
    };
}

table! {
    UnknownStatement "unknown-statement" Warning,
    KeywordCase "keyword-case" Note,
    MissingName "missing-name" Warning,
    MissingValue "missing-value" Warning,
    MissingWhitespace "missing-whitespace" Note,
    UnclosedBracket "unclosed-bracket" Warning,
    BarePosition "bare-position" Warning,
    UnclosedQuote "unclosed-quote" Warning,
    UnclosedComment "unclosed-comment" Warning,
    RemarkInName "remark-in-name" Warning,
    StrayText "stray-text" Warning,
    MissingEnd "missing-end" Warning,
    ReadAs "read-as" Note,
    LegacyForm "legacy-form" Note,
    LineTooLong "line-too-long" Error,
    TextTooLong "text-too-long" Error,
    InvalidCharacter "invalid-character" Warning,
    InvalidUtf8 "invalid-utf8" Warning,
    NotText "not-text" Error,
    MissingGlyph "missing-glyph" Warning,
    UnclosedBrace "unclosed-brace" Warning,
    StrayBrace "stray-brace" Warning,
    MalformedNumber "malformed-number" Warning,
    DecimalComma "decimal-comma" Warning,
    MissingPart "missing-part" Warning,
    OneNumber "one-number" Warning,
    ExtraPart "extra-part" Warning,
    OutOfRange "out-of-range" Warning,
    BadSize "bad-size" Warning,
    SwappedPosition "swapped-position" Warning,
    UnknownWord "unknown-word" Warning,
    WrongAxis "wrong-axis" Warning,
    MissingPosition "missing-position" Warning,
    PositionOnLink "position-on-link" Warning,
    RunawayLabel "runaway-label" Warning,
    HiddenLabel "hidden-label" Note,
    LabelText "label-text" Warning,
    UnknownComponent "unknown-component" Warning,
    UnknownMetric "unknown-metric" Warning,
    NameDiffers "name-differs" Warning,
    DuplicateName "duplicate-name" Warning,
    RepeatedComponent "repeated-component" Note,
    SelfLink "self-link" Warning,
    DuplicateLink "duplicate-link" Warning,
    DuplicateEvolve "duplicate-evolve" Warning,
    IdleEvolve "idle-evolve" Warning,
    MissingTarget "missing-target" Warning,
    ReversedRange "reversed-range" Warning,
    ChildOutsideRange "child-outside-range" Warning,
    EmptyPipeline "empty-pipeline" Note,
    NestedPipeline "nested-pipeline" Warning,
    UnknownUrl "unknown-url" Warning,
    ForbiddenAddress "forbidden-address" Warning,
    UnknownDecorator "unknown-decorator" Warning,
    ConflictingMethods "conflicting-methods" Warning,
    IgnoredModifier "ignored-modifier" Warning,
    UnknownStyle "unknown-style" Warning,
    StageCount "stage-count" Warning,
    StageBoundary "stage-boundary" Warning,
    RepeatedStatement "repeated-statement" Warning,
    IgnoredSetting "ignored-setting" Note,
    IncludeMissing "include-missing" Error,
    IncludeCycle "include-cycle" Error,
    IncludeOff "include-off" Error,
    TooManyIncludes "too-many-includes" Error,
    LabelCollision "label-collision" Warning,
    SamePlace "same-place" Warning,
    LinkWithoutLength "link-without-length" Warning,
    EmptyMap "empty-map" Warning,
    NoAnchor "no-anchor" Note,
    Isolated "isolated-component" Note,
    UphillNeed "uphill-need" Note,
    Cycle "cycle" Note,
    NoEvolution "no-evolution" Note,
    SwappedMap "swapped-map" Note,
    SecondNorthStar "second-north-star" Warning,
    UnmeasuredMetric "unmeasured-metric" Note,
    InputCount "input-count" Note,
    VanityMetric "vanity-metric" Note,
    NoPurpose "no-purpose" Note,
    EmptyPhrase "empty-phrase" Note,
    IdleWork "idle-work" Note,
    UndrivenInput "undriven-input" Note,
    LowScore "low-value-score" Note,
    StreamMetric "stream-metric" Note,
    StreamStart "stream-start" Note,
    StreamAgainst "stream-against-links" Warning,
    UnknownCode "unknown-code" Warning,
}
