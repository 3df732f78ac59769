//! What a page asks and is answered: JSON in, JSON out.

use serde_json::{Value, json};
use wardley::layout::{self, layout};
use wardley::render::svg::{self, svg};
use wardley::resolve::NoIncludes;
use wardley::service::{Answer, Question, Service, Texts};
use wardley::source::Source;
use wardley::text::Fonts;

const TEA: &str =
    "title Tëa Shop\ncomponent Kettle [0.43, 0.35] // boils\n\ncomponent Power [0.10, 0.80]\nKettle -> Power\n";

fn answer(question: &Value) -> Value {
    let question = Question::from_json(&question.to_string()).expect("a question");
    let Answer { json, .. } = Service::new(&Fonts::shipped()).answer(&question, &mut Texts(&question.files), None);
    serde_json::from_str(&json).expect("JSON")
}

fn item<'a>(picture: &'a Value, name: &str) -> &'a Value {
    let items = picture["items"].as_array().expect("items");
    items.iter().find(|item| item["name"] == name).unwrap_or_else(|| panic!("no {name} in {picture}"))
}

#[test]
fn a_picture_is_that_of_the_library() {
    let picture = answer(&json!({ "text": TEA }));
    let reading = wardley::read(Source::new("tea.wm", TEA), &mut NoIncludes);
    let options = layout::Options { labels: layout::labels::Mode::Hint, ..layout::Options::default() };
    let layout = layout(&reading.map, layout::theme_of(&reading.map), &Fonts::shipped(), &options);
    assert_eq!(picture["svg"], svg(&layout.scene, &svg::Options::default()));
    assert_eq!((&picture["title"], &picture["problems"]), (&json!("Tëa Shop"), &json!([])));
    assert_eq!(item(&picture, "Kettle")["range"]["start"], json!({ "line": 1, "character": 0 }));
}

#[test]
fn ranges_count_utf_16_and_a_fix_stands_with_its_problem() {
    let text = "component 𝕋 [0.4, 0.3]\nComponent Ü𝕋 [0.5, 0.5]\n𝕋 -> Ü𝕋 [0.1, 0.2]\n";
    let problems = answer(&json!({ "ask": "check", "text": text, "name": "a.wm" }));
    let on_link = problems.as_array().expect("problems").iter().find(|one| one["range"]["start"]["line"] == 2);
    let on_link = on_link.expect("a problem on the link");
    assert_eq!(on_link["uri"], "a.wm");
    let start = "𝕋 -> Ü𝕋 ".encode_utf16().count();
    assert_eq!(on_link["range"]["start"]["character"], json!(start), "{on_link}");
    let fixed = answer(&json!({ "ask": "fixAll", "text": text }));
    assert_eq!(fixed["text"], "component 𝕋 [0.4, 0.3]\ncomponent Ü𝕋 [0.5, 0.5]\n𝕋 -> Ü𝕋 \n");
    let fixes = problems.as_array().expect("problems").iter().map(|one| &one["fix"]["edits"][0]["newText"]);
    assert!(fixes.into_iter().any(|text| text == "component"), "{problems}");
}

#[test]
fn a_drag_changes_one_place_and_can_be_looked_at_before() {
    let picture = answer(&json!({ "text": TEA }));
    let (kettle, plot) = (item(&picture, "Kettle"), &picture["plot"]);
    let x = plot["x"].as_f64().expect("a number") + 0.5 * plot["width"].as_f64().expect("a number");
    let edit = json!({ "do": "move", "id": kettle["id"], "to": { "x": x, "y": kettle["at"]["y"] } });
    let changed = answer(&json!({ "ask": "edit", "text": TEA, "edit": edit, "draw": true }));
    assert_eq!(changed["text"], TEA.replace("[0.43, 0.35]", "[0.43, 0.50]"));
    let seen = item(&changed["picture"], "Kettle")["at"]["x"].as_f64().expect("a number");
    assert!((seen - x).abs() < 0.01, "{seen} is not {x}");
    let refused = answer(&json!({ "ask": "edit", "text": TEA, "edit": { "do": "remove", "id": "component-9" } }));
    assert!(refused["refused"].is_string(), "{refused}");
}

#[test]
fn a_steady_picture_stays_near_the_one_before_and_is_meant_by_drags() {
    let fonts = Fonts::shipped();
    let service = Service::new(&fonts);
    let ask = |text: &str, before| {
        let question = Question { text: text.to_owned(), steady: true, ..Question::default() };
        service.answer(&question, &mut NoIncludes, before)
    };
    let text = "anchor Guest\ncomponent Bread\ncomponent Oven\nGuest -> Bread\nBread -> Oven\n";
    let first = ask(text, None).drawn.expect("a picture");
    let more = format!("{text}component Van\nGuest -> Van\ncomponent Mill\nBread -> Mill\n");
    let place = |answer: &Answer| item(&serde_json::from_str(&answer.json).expect("JSON"), "Oven")["at"].clone();
    let (fresh, steady) = (ask(&more, None), ask(&more, Some(&first)));
    assert_eq!(place(&steady), place(&ask(text, None)));
    assert_ne!(place(&fresh), place(&steady));
    assert_eq!(place(&ask(&more, steady.drawn.as_ref())), place(&steady));
}

#[test]
fn maps_in_other_forms_go_in_and_out_and_others_are_included_by_name() {
    let converted = answer(&json!({ "ask": "convert", "text": TEA, "to": "mermaid" }));
    assert!(converted["text"].as_str().expect("a text").starts_with("wardley-beta"));
    assert_eq!(converted["lost"], json!(["2:31: 1 comment is left out"]));
    let json = answer(&json!({ "ask": "convert", "text": TEA, "to": "json" }));
    let back = answer(&json!({ "text": json["text"] }));
    assert_eq!(back["title"], "Tëa Shop");
    let broken = answer(&json!({ "text": "{\"version\": 1, \"links\": 3}" }));
    assert!(broken["error"].is_string());

    let including = "include more.wm\nOven -> Power\n";
    let files = json!({ "more.wm": "component Oven [0.5, 0.5]\ncomponent Power [0.1, 0.9]\n" });
    let whole = answer(&json!({ "text": including, "files": files }));
    assert_eq!((&whole["problems"], &item(&whole, "Oven")["uri"]), (&json!([]), &json!("more.wm")));
    assert_ne!(answer(&json!({ "text": including }))["problems"], json!([]));
}

#[test]
fn who_writes_is_helped() {
    let text = "component Tëa 𝕋 [0.4, 0.3]\ncomponent Pot [0.2, 0.5] // old\nTëa 𝕋 -> P";
    let list = answer(&json!({ "ask": "complete", "text": text, "position": { "line": 2, "character": 11 } }));
    let pot = list.as_array().expect("a list").iter().find(|one| one["label"] == "Pot").expect("Pot");
    let start = json!({ "line": 2, "character": 10 });
    assert_eq!((&pot["insert"], &pot["kind"], &pot["range"]["start"]), (&json!("Pot"), &json!("name"), &start));
    let found = answer(&json!({ "ask": "hover", "text": text, "position": { "line": 2, "character": 2 } }));
    assert!(found["text"].as_str().expect("an explanation").contains("Tëa"), "{found}");
    assert_eq!(
        answer(&json!({ "ask": "hover", "text": text, "position": { "line": 9, "character": 2 } })),
        Value::Null
    );
    let drawn = answer(&json!({ "text": text, "tokens": true }));
    let kinds: Vec<_> = drawn["tokens"].as_array().expect("tokens").iter().map(|token| &token["kind"]).collect();
    assert_eq!(
        kinds,
        [
            "keyword", "name", "number", "number", "keyword", "name", "number", "number", "comment", "name", "arrow",
            "name"
        ]
    );
}

#[test]
fn what_is_no_question_is_answered_with_an_error() {
    for nonsense in ["", "{\"ask\": \"everything\"}", "{\"size\": [1]}"] {
        assert!(Question::from_json(nonsense).is_err(), "{nonsense}");
    }
    assert!(answer(&json!({ "ask": "edit", "text": TEA }))["error"].is_string());
}
