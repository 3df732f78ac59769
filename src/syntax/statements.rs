//! What the grammar found, as statements.

use pest::iterators::Pair;

use super::ast::{
    AnnotationStatement, AttitudeStatement, AttitudeWord, AxisStatement, ComponentStatement, ComponentWord, Decorator,
    EvolveStatement, ForceStatement, Keyword, MetricWord, NoteStatement, PipelineStatement, PropertyStatement,
    StageName, Statement, Text,
};
use super::groups;
use super::links::link;
use super::modifiers::push_modifier;
use super::numbers::{bracket, part};
use super::parser::{At, Rule};
use super::strategy;
use super::words::{plain_text, text};

pub(super) fn statement(pair: Pair<Rule>, at: At) -> Statement {
    let span = at.span(&pair);
    match pair.as_rule() {
        Rule::header => Statement::MermaidHeader(span),
        Rule::words_line => words_line(pair, at),
        Rule::step => Statement::Words(Keyword::Step, rest(pair, at)),
        Rule::value => Statement::Words(Keyword::Value, rest(pair, at)),
        Rule::north_star => strategy::metric(pair, MetricWord::NorthStar, at),
        Rule::input => strategy::metric(pair, MetricWord::Input, at),
        Rule::work => strategy::work(pair, at),
        Rule::stream => strategy::stream(pair, at),
        Rule::include => Statement::Include(text(&first(pair, Rule::include_path), at)),
        Rule::size => Statement::Size(bracket(first(pair, Rule::bracket), at)),
        Rule::annotations => Statement::Annotations(bracket(first(pair, Rule::bracket), at)),
        Rule::evolution => Statement::Evolution(axis(pair, at)),
        Rule::value_chain => Statement::ValueChain(axis(pair, at)),
        Rule::y_axis => Statement::YAxis(axis(pair, at)),
        Rule::x_axis => Statement::XAxis(axis(pair, at)),
        Rule::component => Statement::Component(component(pair, at)),
        Rule::url => url(pair, at),
        Rule::evolve => Statement::Evolve(evolve(pair, at)),
        Rule::pipeline => Statement::Pipeline(pipeline(pair, at)),
        Rule::class => Statement::Class(groups::class(pair, at)),
        Rule::area => Statement::Area(groups::area(pair, at)),
        Rule::key => Statement::Key(span, pair.into_inner().next().map(|inner| bracket(inner, at))),
        Rule::open => Statement::Open(span),
        Rule::close => Statement::Close(span),
        Rule::note => Statement::Note(note(pair, at)),
        Rule::annotation => Statement::Annotation(annotation(pair, at)),
        Rule::attitude => attitude(pair, at),
        Rule::force => Statement::Force(force(pair, at)),
        Rule::property => property(pair, at),
        Rule::link | Rule::short_link => Statement::Link(link(pair, at)),
        _ => Statement::Unknown(span),
    }
}

fn words_line(pair: Pair<Rule>, at: At) -> Statement {
    let keyword = first(pair.clone(), Rule::words_keyword).as_str().trim_end_matches(':').trim_end();
    Statement::Words(Keyword::from_word(keyword).unwrap_or(Keyword::Title), rest(pair, at))
}

/// The words behind a keyword; empty, at the keyword's end, where there are none.
pub(super) fn rest(pair: Pair<Rule>, at: At) -> Text {
    let span = at.span(&pair).after();
    pair.into_inner()
        .find(|inner| inner.as_rule() == Rule::words)
        .map_or(Text { span, ..Text::default() }, |words| plain_text(&words, at))
}

pub(super) fn first(pair: Pair<Rule>, rule: Rule) -> Pair<Rule> {
    pair.into_inner().find(|inner| inner.as_rule() == rule).expect("the grammar demands one")
}

fn axis(pair: Pair<Rule>, at: At) -> AxisStatement {
    let mut axis = AxisStatement { span: at.span(&pair), hide: false, names: Vec::new() };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::hide => axis.hide = true,
            Rule::stage => axis.names.push(stage(inner, at)),
            _ => {}
        }
    }
    // `evolution` alone, or with `--hide` alone, names nothing.
    if axis.names.len() == 1 && axis.names[0].name.text.is_empty() && axis.names[0].end.is_none() {
        axis.names.clear();
    }
    axis
}

fn stage(pair: Pair<Rule>, at: At) -> StageName {
    let mut stage = StageName { name: Text { span: at.span(&pair), ..Text::default() }, end: None };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::stage_name => stage.name = text(&inner, at),
            Rule::stage_end => stage.end = Some(part(&inner, at)),
            // Mermaid writes the boundary between the halves of a name.
            Rule::stage_half => {
                let half = text(&inner, at);
                stage.name.text = format!("{} / {}", stage.name.text, half.text);
                stage.name.span = stage.name.span.to(half.span);
            }
            _ => {}
        }
    }
    stage
}

fn component(pair: Pair<Rule>, at: At) -> ComponentStatement {
    let whole = at.span(&pair);
    let mut statement = ComponentStatement {
        word: ComponentWord::Component,
        keyword: whole,
        name: Text::default(),
        position: None,
        modifiers: Vec::new(),
    };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::component_word => {
                statement.word = ComponentWord::from_word(inner.as_str()).unwrap_or(statement.word);
                statement.keyword = at.span(&inner);
                statement.name.span = statement.keyword.after();
            }
            Rule::name => statement.name = text(&inner, at),
            Rule::bracket if statement.position.is_none() => statement.position = Some(bracket(inner, at)),
            _ => push_modifier(inner, at, &mut statement.modifiers),
        }
    }
    statement
}

fn url(pair: Pair<Rule>, at: At) -> Statement {
    let mut id = Text { span: at.span(&pair).after(), ..Text::default() };
    let mut address = None;
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::url_id => id = text(&inner, at),
            Rule::url_address => {
                let inner = first(inner, Rule::url_text);
                address = Some(Text { text: inner.as_str().trim().to_owned(), span: at.span(&inner), quoted: false });
            }
            _ => {}
        }
    }
    Statement::Url { id, address }
}

fn evolve(pair: Pair<Rule>, at: At) -> EvolveStatement {
    let span = at.span(&pair);
    let mut evolve = EvolveStatement {
        span,
        name: Text { span: span.after(), ..Text::default() },
        rename: None,
        target: None,
        from: None,
        modifiers: Vec::new(),
    };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::evolve_name | Rule::loose_name => evolve.name = text(&inner, at),
            Rule::rename | Rule::loose_rename => {
                let name =
                    inner.into_inner().find(|pair| matches!(pair.as_rule(), Rule::evolve_name | Rule::loose_name));
                evolve.rename = name.map(|name| text(&name, at));
            }
            Rule::target => evolve.target = Some(part(&inner, at)),
            Rule::target_range => {
                for end in inner.into_inner() {
                    match end.as_rule() {
                        Rule::target_from => evolve.from = Some(part(&end, at)),
                        Rule::target => evolve.target = Some(part(&end, at)),
                        _ => {}
                    }
                }
            }
            // `evolve A [0.4, 0.7]`: a position; the component moves along the evolution axis only.
            Rule::bracket if evolve.target.is_none() => evolve.target = bracket(inner, at).parts.pop(),
            _ => push_modifier(inner, at, &mut evolve.modifiers),
        }
    }
    evolve
}

fn pipeline(pair: Pair<Rule>, at: At) -> PipelineStatement {
    let span = at.span(&pair);
    let mut pipeline = PipelineStatement {
        span,
        name: Text { span: span.after(), ..Text::default() },
        range: None,
        modifiers: Vec::new(),
        open: None,
    };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::pipeline_name => pipeline.name = text(&inner, at),
            Rule::bracket if pipeline.range.is_none() => pipeline.range = Some(bracket(inner, at)),
            Rule::open => pipeline.open = Some(at.span(&inner)),
            _ => push_modifier(inner, at, &mut pipeline.modifiers),
        }
    }
    pipeline
}

fn note(pair: Pair<Rule>, at: At) -> NoteStatement {
    let span = at.span(&pair);
    let mut note = NoteStatement {
        span,
        text: Text { span: span.after(), ..Text::default() },
        position: None,
        modifiers: Vec::new(),
    };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::note_text => note.text = text(&inner, at),
            Rule::bracket if note.position.is_none() => note.position = Some(bracket(inner, at)),
            _ => push_modifier(inner, at, &mut note.modifiers),
        }
    }
    note
}

fn annotation(pair: Pair<Rule>, at: At) -> AnnotationStatement {
    let span = at.span(&pair);
    let mut annotation = AnnotationStatement {
        span,
        number: Text { span: span.before(), ..Text::default() },
        positions: Vec::new(),
        text: None,
    };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::annotation_number => annotation.number = text(&inner, at),
            Rule::bracket => annotation.positions.push(bracket(inner, at)),
            Rule::annotation_text => annotation.text = Some(text(&inner, at)),
            _ => {}
        }
    }
    annotation
}

fn attitude(pair: Pair<Rule>, at: At) -> Statement {
    let span = at.span(&pair);
    let mut word = AttitudeWord::Pioneers;
    let (mut area, mut name) = (None, None);
    let mut extents = Vec::new();
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::attitude_word => word = AttitudeWord::from_word(inner.as_str()).unwrap_or(word),
            Rule::attitude_name => name = Some(text(&inner, at)),
            Rule::attitude_text => name = name.or_else(|| Some(text(&inner, at))),
            Rule::bracket => area = Some(bracket(inner, at)),
            Rule::extent => extents.push(part(&inner, at)),
            _ => {}
        }
    }
    let mut extents = extents.into_iter();
    let extent = extents.next().zip(extents.next());
    Statement::Attitude(AttitudeStatement { span, word, area, extent, name })
}

fn force(pair: Pair<Rule>, at: At) -> ForceStatement {
    let span = at.span(&pair);
    let mut force = ForceStatement {
        span,
        against: false,
        name: Text { span: span.after(), ..Text::default() },
        position: None,
        modifiers: Vec::new(),
    };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::force_word => force.against = Keyword::from_word(inner.as_str()) == Some(Keyword::Deaccelerator),
            Rule::name => force.name = text(&inner, at),
            Rule::bracket if force.position.is_none() => force.position = Some(bracket(inner, at)),
            _ => push_modifier(inner, at, &mut force.modifiers),
        }
    }
    force
}

fn property(pair: Pair<Rule>, at: At) -> Statement {
    let span = at.span(&pair);
    let mut property = Decorator::Build;
    let mut name = Text::default();
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::property_word => property = Decorator::from_word(inner.as_str()).unwrap_or(property),
            Rule::property_name => name = text(&inner, at),
            _ => {}
        }
    }
    Statement::Property(PropertyStatement { span, property, name })
}
