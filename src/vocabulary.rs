//! Every word of the language, once. The grammar spells them too, for it must read them; a test holds it, the JSON schema and
//! what is written about the language to these lists.
//!
//! Each list is an enum with `word` (as it is written), `from_word` (in any letter case, other spellings too) and `ALL`.

/// Enums of words. A word that several lists share is taken from the first of them; behind `or` stand other spellings.
macro_rules! words {
    ($($(#[$about:meta])+ $name:ident {
        $($(#[$doc:meta])+ $variant:ident = $word:expr $(, or $other:expr)*;)+
    })+) => {$(
        $(#[$about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])+ $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];
            /// All spellings with what they mean, in order.
            pub const SPELLINGS: &[(&str, Self)] =
                &[$(($word, Self::$variant), $(($other, Self::$variant),)*)+];

            /// As it is written.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one that is written like this, in any letter case.
            pub fn from_word(word: &str) -> Option<Self> {
                let mut spellings = Self::SPELLINGS.iter();
                spellings.find(|(spelling, _)| spelling.eq_ignore_ascii_case(word)).map(|(_, meant)| *meant)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const WORDS: &[&str] = &[$($word,)+];
                let written = String::deserialize(deserializer)?;
                let known = Self::ALL.iter().copied().find(|known| known.word() == written);
                known.ok_or_else(|| serde::de::Error::unknown_variant(&written, WORDS))
            }
        }
    )+};
}

words! {
    /// What begins a statement.
    #[non_exhaustive]
    Keyword {
        /// A component of the value chain.
        Component = "component";
        /// A user or a need that the chain hangs from.
        Anchor = "anchor";
        /// A component that stands for another map.
        Submap = "submap";
        /// Several forms of one thing, side by side.
        Pipeline = "pipeline";
        /// A movement.
        Evolve = "evolve";
        /// Free text at a place.
        Note = "note";
        /// What the map is called.
        Title = "title";
        /// The look.
        Style = "style";
        /// The size of the plot.
        Size = "size";
        /// A numbered remark.
        Annotation = "annotation";
        /// Where the legend of the annotations stands.
        Annotations = "annotations";
        /// The horizontal axis.
        Evolution = "evolution";
        /// The vertical axis.
        ValueChain = "valuechain";
        /// Where people explore.
        Pioneers = "pioneers";
        /// Where people make products.
        Settlers = "settlers";
        /// Where people industrialize.
        TownPlanners = "townplanners";
        /// Mermaid's other word for pioneers.
        Explorers = "explorers";
        /// Mermaid's other word for settlers.
        Villagers = "villagers";
        /// What speeds evolution up.
        Accelerator = "accelerator";
        /// What slows evolution down.
        Deaccelerator = "deaccelerator";
        /// An address with a name of its own.
        Url = "url";
        /// The statements of another text.
        Include = "include";
        /// The one metric that matters most.
        NorthStar = "northstar";
        /// A leading metric that drives the North Star.
        Input = "input";
        /// What the business gets.
        Value = "value";
        /// Current work.
        Work = "work";
        /// A value stream.
        Stream = "stream";
        /// A step of the map's story.
        Step = "step";
        /// Resistance to movement, said apart from the component.
        Inertia = "inertia";
        /// A method, said apart from the component.
        Build = "build";
        /// A method, said apart from the component.
        Buy = "buy";
        /// A method, said apart from the component.
        Outsource = "outsource";
        /// A component drawn as a market, a legacy form.
        Market = "market";
        /// A component drawn as an ecosystem, a legacy form.
        Ecosystem = "ecosystem";
        /// The vertical axis, as OWM once had it.
        YAxis = "y-axis";
        /// The horizontal axis, as OWM once had it.
        XAxis = "x-axis";
        /// The first line in Mermaid's spelling.
        Header = "wardley-beta";
        /// Why there is the map.
        Purpose = "purpose";
        /// What the map is about, and what it is not about.
        Scope = "scope";
        /// A meaning that people give, with its color.
        Class = "class";
        /// A soft hull around components.
        Area = "area";
        /// A legend of what occurs on the map.
        Key = "key";
        /// A title for screen readers.
        AccTitle = "accTitle";
        /// A description for screen readers.
        AccDescr = "accDescr";
    }

    /// What begins a component's statement.
    #[non_exhaustive]
    ComponentWord {
        /// A component of the value chain.
        Component = Keyword::Component.word();
        /// A user or a need.
        Anchor = Keyword::Anchor.word();
        /// A component that stands for another map.
        Submap = Keyword::Submap.word();
        /// A legacy form of a component with a decorator.
        Market = Keyword::Market.word();
        /// A legacy form of a component with a decorator.
        Ecosystem = Keyword::Ecosystem.word();
    }

    /// What begins the statement of a metric.
    MetricWord {
        /// The one that matters most.
        NorthStar = Keyword::NorthStar.word();
        /// One that drives it.
        Input = Keyword::Input.word();
    }

    /// What is said of work and of streams, behind their names.
    SaidWord {
        /// How much work takes.
        Effort = "effort";
        /// What is measured of a stream.
        Metric = "metric";
        /// How long a stream takes to give value.
        Time = "time";
    }

    /// What begins the statement of an area of people.
    #[non_exhaustive]
    AttitudeWord {
        /// They explore.
        Pioneers = Keyword::Pioneers.word();
        /// They make products.
        Settlers = Keyword::Settlers.word();
        /// They industrialize.
        TownPlanners = Keyword::TownPlanners.word();
        /// Pioneers, in Mermaid.
        Explorers = Keyword::Explorers.word();
        /// Settlers, in Mermaid.
        Villagers = Keyword::Villagers.word();
    }

    /// What may stand behind a name and its position, each with its own arguments.
    #[non_exhaustive]
    ModifierWord {
        /// The offset of a label.
        Label = "label";
        /// Holds a label where it is.
        Pin = "pin";
        /// An address.
        Url = Keyword::Url.word();
        /// Resistance to movement.
        Inertia = Keyword::Inertia.word();
        /// A movement on the component's own line, a legacy form.
        Evolve = Keyword::Evolve.word();
        /// Before a color, in a decorator's parenthesis.
        Color = "color";
    }

    /// A word in a decorator's parenthesis.
    #[non_exhaustive]
    Decorator {
        /// Built in house.
        Build = Keyword::Build.word();
        /// Bought.
        Buy = Keyword::Buy.word();
        /// Outsourced.
        Outsource = Keyword::Outsource.word();
        /// Drawn as a market.
        Market = Keyword::Market.word();
        /// Drawn as an ecosystem.
        Ecosystem = Keyword::Ecosystem.word();
        /// Resists movement.
        Inertia = Keyword::Inertia.word();
    }

    /// The kinds of components.
    #[derive(Default)]
    #[non_exhaustive]
    ComponentKind {
        /// A component of the value chain.
        #[default]
        Component = Keyword::Component.word();
        /// A user or a need that the chain hangs from.
        Anchor = Keyword::Anchor.word();
        /// A component that stands for another map.
        Submap = Keyword::Submap.word();
    }

    /// How a component is sourced.
    #[non_exhaustive]
    Method {
        /// Built in house.
        Build = Keyword::Build.word();
        /// Bought.
        Buy = Keyword::Buy.word();
        /// Outsourced.
        Outsource = Keyword::Outsource.word();
    }

    /// The attitudes of people.
    #[non_exhaustive]
    AttitudeKind {
        /// They explore.
        Pioneers = Keyword::Pioneers.word(), or Keyword::Explorers.word();
        /// They turn the half-baked into the useful.
        Settlers = Keyword::Settlers.word(), or Keyword::Villagers.word();
        /// They industrialize.
        TownPlanners = Keyword::TownPlanners.word();
    }

    /// The looks a map can ask for.
    #[non_exhaustive]
    Style {
        /// Black on white.
        Plain = "plain";
        /// As Simon Wardley draws.
        Wardley = "wardley";
        /// Colorful.
        Colour = "colour", or ModifierWord::Color.word();
        /// As by hand.
        Handwritten = "handwritten";
        /// Light on black.
        Dark = "dark";
    }

    /// Which way something flows along a link.
    Flow {
        /// Along the need (`+>`).
        Forward = "forward";
        /// Against it (`+<`).
        Back = "back";
        /// Both ways (`+<>`).
        Both = "both";
    }

    /// What stands between two ends of a link.
    #[non_exhaustive]
    ArrowKind {
        /// A need.
        Need = "->";
        /// Drawn dashed. Mermaid draws only this one so.
        Dashed = "-.->";
        /// Drawn dashed, but not by Mermaid.
        Long = "-->";
        /// As the one before.
        Longer = "--->";
        /// Mermaid's short form. A link only if a defined name stands on a side of it.
        Short = ">";
        /// Something flows along.
        Flow = "+>";
        /// Something flows back.
        FlowBack = "+<";
        /// Something flows both ways.
        FlowBoth = "+<>";
    }

    /// The stages of evolution everyone knows, from the left.
    Stage {
        /// Novel and unsure.
        Genesis = "genesis";
        /// Made for one.
        Custom = "custom", or "custom-built";
        /// Made for many, or rented.
        Product = "product", or "rental";
        /// Like all others of its kind.
        Commodity = "commodity", or "utility";
    }

    /// The levels of visibility everyone knows, from the top.
    Level {
        /// Users see it.
        Visible = "visible";
        /// Users know of it.
        Aware = "aware";
        /// Users do not know of it.
        Unaware = "unaware";
        /// Users cannot see it.
        Invisible = "invisible";
    }

    /// Which third of a stage a word before it names.
    Third {
        /// The first.
        Early = "early";
        /// The second.
        Mid = "mid", or "middle";
        /// The last.
        Late = "late";
    }

    /// Whose defaults hold: stage boundaries and the meaning of `size` differ.
    #[derive(Default)]
    Dialect {
        /// `OnlineWardleyMaps`, and this language, which is a superset of it.
        #[default]
        Owm = "owm";
        /// Mermaid: the text began with `wardley-beta`.
        Mermaid = "mermaid";
    }
}

/// Hides an axis, behind its keyword.
pub const HIDE: &str = "--hide";

/// What stands in a position's place for the layout to choose.
pub const OPEN: &str = "_";
