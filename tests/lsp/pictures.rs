//! Requests of our own: the picture, and the edits that dragging in it makes.

#![allow(clippy::needless_pass_by_value, reason = "what is sent is written where it is sent")]

use serde_json::{Value, json};

use super::client::{Client, edited};

const URI: &str = "file:///maps/tea.wm";
const TEXT: &str = "anchor Guest [0.95, 0.6]\ncomponent Cup [0.80, 0.60]\ncomponent Pot [0.40, 0.30] // keep\nGuest -> Cup\nevolve Pot 0.70\nnote Hm [0.10, 0.10]\n";

fn item<'a>(picture: &'a Value, id: &str) -> &'a Value {
    picture["items"].as_array().expect("items").iter().find(|item| item["id"] == id).expect("the item")
}

/// Asks for an edit and gives the text after it.
fn after(client: &mut Client, edit: Value) -> String {
    let params = json!({ "textDocument": { "uri": URI, "version": 1 }, "edit": edit });
    let answer = client.ask("wardley/edit", params);
    edited(TEXT, &answer["edit"]["changes"][URI])
}

#[test]
fn a_picture_says_what_is_where() {
    let mut client = Client::new();
    client.open(URI, TEXT);
    let picture = client.about("wardley/render", URI);
    assert_eq!(picture["version"], 1);
    assert!(picture["svg"].as_str().expect("a picture").starts_with("<svg"));
    let pot = item(&picture, "component-2");
    assert_eq!((pot["kind"].as_str(), pot["name"].as_str()), (Some("component"), Some("Pot")));
    assert_eq!(pot["range"], json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 26 } }));
    let plot = &picture["plot"];
    let number = |value: &Value| value.as_f64().expect("a number");
    let right = number(&plot["x"]) + 0.3 * number(&plot["width"]);
    assert!((number(&pot["at"]["x"]) - right).abs() < 0.01, "{pot}");
    assert!(item(&picture, "link-0")["line"].as_array().is_some_and(|line| line.len() >= 2));
    assert_eq!(item(&picture, "note-0")["can"], json!(["move", "rename", "remove"]));
    let dark = client.ask("wardley/render", json!({ "textDocument": { "uri": URI }, "theme": "dark" }));
    assert_ne!(dark["svg"], picture["svg"]);
    let unknown = client.ask_all("wardley/render", json!({ "textDocument": { "uri": URI }, "theme": "pink" }));
    assert_eq!(unknown["error"]["message"], "there is no theme `pink`");
}

#[test]
fn what_is_dragged_moves_in_the_text() {
    let mut client = Client::new();
    client.open(URI, TEXT);
    let picture = client.about("wardley/render", URI);
    let at = |id: &str, right: f64, down: f64| {
        let from = &item(&picture, id)["at"];
        json!({ "x": from["x"].as_f64().unwrap_or(0.0) + right, "y": from["y"].as_f64().unwrap_or(0.0) + down })
    };
    let width = picture["plot"]["width"].as_f64().expect("a width");
    let moved =
        after(&mut client, json!({ "do": "move", "id": "component-2", "to": at("component-2", width / 10.0, 0.2) }));
    assert_eq!(moved, TEXT.replace("[0.40, 0.30] // keep", "[0.40, 0.40] // keep"));
    let moved =
        after(&mut client, json!({ "do": "move", "id": "movement-0", "to": at("movement-0", width / 10.0, 40.0) }));
    assert_eq!(moved, TEXT.replace("Pot 0.70", "Pot 0.80"));
    let label = json!({ "do": "moveLabel", "id": "component-2", "to": at("component-2", 30.0, 40.0) });
    let labeled = after(&mut client, label);
    assert_eq!(labeled, TEXT.replace("0.30]", "0.30] label [30, 40] pin"), "the layout would move it");
    let user = json!({ "do": "moveLabel", "id": "component-0", "to": at("component-0", 30.0, 40.0) });
    assert_eq!(
        after(&mut client, user),
        TEXT.replace("0.6]", "0.6] label [30, 40] pin"),
        "an anchor's label stays only so"
    );
    let link = after(&mut client, json!({ "do": "connect", "from": "component-1", "to": "component-2" }));
    assert_eq!(link, TEXT.replace("Guest -> Cup\n", "Guest -> Cup\nCup -> Pot\n"));
    let renamed = after(&mut client, json!({ "do": "rename", "id": "component-1", "name": "Mug" }));
    assert_eq!(renamed, TEXT.replace("Cup", "Mug"));
    let removed = after(&mut client, json!({ "do": "remove", "id": "component-1" }));
    assert_eq!(removed, TEXT.replace("component Cup [0.80, 0.60]\n", "").replace("Guest -> Cup\n", ""));
    let evolved =
        after(&mut client, json!({ "do": "evolve", "id": "component-1", "to": at("component-1", width / 5.0, 0.0) }));
    assert_eq!(evolved, TEXT.replace("0.70\n", "0.70\nevolve Cup 0.80\n"));
}

#[test]
fn what_cannot_be_done_is_refused_with_a_reason() {
    let mut client = Client::new();
    client.open(URI, TEXT);
    let mut refusal = |version: u64, edit: Value| {
        let answer =
            client.ask("wardley/edit", json!({ "textDocument": { "uri": URI, "version": version }, "edit": edit }));
        answer["refused"].as_str().unwrap_or_default().to_owned()
    };
    let point = json!({ "x": 1, "y": 1 });
    assert_eq!(
        refusal(7, json!({ "do": "move", "id": "component-0", "to": point })),
        "the text has changed since this picture was drawn"
    );
    assert_eq!(
        refusal(1, json!({ "do": "move", "id": "component-9", "to": point })),
        "this is not on the map any more"
    );
    assert_eq!(
        refusal(1, json!({ "do": "connect", "from": "component-0", "to": "component-1" })),
        "`Guest` and `Cup` are linked already"
    );
    let nonsense = client.ask_all("wardley/edit", json!({ "textDocument": { "uri": URI }, "edit": { "do": "fly" } }));
    assert_eq!(nonsense["error"]["code"], -32602);
}
