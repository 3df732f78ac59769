//! What a page asks about a text, and the answers, as JSON: the same for a page whose library is in the browser and for one that a
//! server answers. The shapes are those of `editors/PROTOCOL.md`.
//!
//! ```
//! use wardley::{resolve::NoIncludes, service::{Question, Service}, text::Fonts};
//!
//! let question = Question::from_json(r#"{"ask": "format", "text": "component Tea [.8,.6]"}"#).expect("a question");
//! let answer = Service::new(&Fonts::shipped()).answer(&question, &mut NoIncludes, None);
//! assert_eq!(answer.json, r#"{"text":"component Tea [0.80, 0.60]\n"}"#);
//! ```

mod draw;
mod question;
mod range;
mod texts;
mod writing;

pub use draw::Drawn;
pub use question::{Ask, Position, Question};
pub use texts::Texts;

use serde_json::{Value, json};

use crate::Reading;
use crate::convert::{self, Converted};
use crate::edit::{self, Edit};
use crate::format::format;
use crate::ide;
use crate::layout::Layout;
use crate::problem::Problem;
use crate::resolve::Load;
use crate::source::{Source, SourceId};
use crate::text::Fonts;

/// Answers questions. It remembers nothing: who asks may hand in the picture before.
#[derive(Clone, Copy)]
pub struct Service<'a> {
    fonts: &'a Fonts,
}

/// What is answered.
#[derive(Debug)]
pub struct Answer {
    /// The answer, or `{"error": …}` where the question makes no sense.
    pub json: String,
    /// The picture that was made for it, if the question was for one.
    pub drawn: Option<Drawn>,
}

impl<'a> Service<'a> {
    /// A service that measures text with these fonts.
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts }
    }

    /// Answers a question. `load` reads what a text includes. `before` is what its asker looks at: that picture is meant where it
    /// is of the same text, and what is drawn stays near it where that is asked for.
    pub fn answer(&self, question: &Question, load: &mut dyn Load, before: Option<&Drawn>) -> Answer {
        if question.ask == Ask::Format {
            let source = Source::new(question.name(), question.text.as_str());
            let file = crate::syntax::parse(&source, SourceId::default()).file;
            return Answer { json: json!({ "text": format(&source, &file) }).to_string(), drawn: None };
        }
        let reading = match read(question, load) {
            Ok(reading) => reading,
            Err(why) => return Answer { json: Question::refusal(&why), drawn: None },
        };
        let draw = draw::Draw { fonts: self.fonts, question, before };
        let mut drawn = None;
        let json = match question.ask {
            Ask::Render => {
                let layout = draw.layout(&reading.map);
                let mut answer = draw.picture(&reading, &layout);
                if question.tokens {
                    answer["tokens"] = writing::tokens(&reading);
                }
                drawn = Some(draw.drawn(&reading, layout));
                answer
            }
            Ask::Check => problems(&reading, &draw.layout(&reading.map)),
            Ask::FixAll => {
                let layout = draw.layout(&reading.map);
                changed(&reading, &edit::fix_all(&all_problems(&reading, &layout), SourceId::default()))
            }
            Ask::Pin => changed(&reading, &edit::pin(&reading, &draw.layout(&reading.map).places)),
            Ask::Convert => converted(&convert::convert(&reading, question.to, || draw.layout(&reading.map)), &reading),
            Ask::Edit => edited(question, &reading, &draw, load),
            Ask::Complete => writing::completions(question, &reading),
            Ask::Hover => writing::hover(question, &reading, &draw.layout(&reading.map)),
            Ask::Format => Value::Null,
        };
        Answer { json: json.to_string(), drawn }
    }
}

fn read(question: &Question, load: &mut dyn Load) -> Result<Reading, String> {
    convert::read(Source::new(question.name(), question.text.as_str()), load).map_err(|error| error.to_string())
}

fn edited(question: &Question, reading: &Reading, draw: &draw::Draw, load: &mut dyn Load) -> Value {
    let Some(request) = &question.edit else { return json!({ "error": "`edit` is missing" }) };
    let layout = draw.layout(&reading.map);
    let edits = match ide::edits(reading, &layout, request, &|map| draw.layout(map)) {
        Ok(edits) => edits,
        Err(refused) => return json!({ "refused": refused.to_string() }),
    };
    let mut answer = changed(reading, &edits);
    if question.draw {
        let question = Question { text: applied(reading, &edits), ..question.clone() };
        if let Ok(reading) = read(&question, load) {
            let draw = draw::Draw { question: &question, ..*draw };
            answer["picture"] = draw.picture(&reading, &draw.layout(&reading.map));
        }
    }
    answer
}

/// What the text has become, and how.
fn changed(reading: &Reading, edits: &[Edit]) -> Value {
    let source = reading.sources.get(SourceId::default());
    let edit = |edit: &Edit| json!({ "range": range::range(source, edit.span), "newText": edit.text });
    json!({ "edits": edits.iter().map(edit).collect::<Vec<_>>(), "text": applied(reading, edits) })
}

fn applied(reading: &Reading, edits: &[Edit]) -> String {
    edit::applied(reading.sources.get(SourceId::default()).text(), SourceId::default(), edits)
}

/// All that is wrong with a text, that of its picture included.
fn all_problems(reading: &Reading, layout: &Layout) -> Vec<Problem> {
    let drawn = layout.problems.iter().filter(|problem| !reading.allowed.allows(problem));
    let mut problems: Vec<Problem> = reading.problems.iter().chain(drawn).cloned().collect();
    problems.sort_by_key(Problem::span);
    problems
}

fn problems(reading: &Reading, layout: &Layout) -> Value {
    let problems = all_problems(reading, layout);
    problems.iter().map(|problem| problem_json(reading, problem)).collect()
}

/// A problem with the change that fixes it.
fn problem_json(reading: &Reading, problem: &Problem) -> Value {
    let mut json = ide::json::problem(problem, &|span| range::written(&reading.sources, span));
    let fix = problem.fix().filter(|fix| fix.span.source == SourceId::default()).map(|fix| {
        let edit = Edit::new(fix.span, fix.replacement);
        let source = reading.sources.get(SourceId::default());
        let title = match edit.text.trim() {
            "" => "Fix: leave it out".to_owned(),
            text => format!("Fix: {text}"),
        };
        json!({ "title": title, "edits": [{ "range": range::range(source, edit.span), "newText": edit.text }] })
    });
    json["fix"] = fix.into();
    json
}

fn converted(converted: &Converted, reading: &Reading) -> Value {
    let lost = converted.losses.iter().map(|loss| {
        let place = reading.sources.place(loss.span);
        format!("{}:{}: {}", place.line, place.column, loss.reason)
    });
    json!({ "text": converted.text, "lost": lost.collect::<Vec<_>>() })
}
