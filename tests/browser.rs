//! The page that `wardley watch --serve` shows, in a real browser. `WARDLEY_CHROMIUM` names it: Chromium or what is made of it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::needs;
use crate::page::{BAKERY, served};
use crate::shell::Shell;
use crate::watch::{PATIENCE, Watch, through_a_rename};

/// A browser that is told what to do through a pipe: one JSON object after the other, with a zero byte behind each.
struct Browser {
    child: Child,
    told: Option<ChildStdin>,
    said: Receiver<Value>,
    count: u64,
    /// The page's, once there is one.
    session: Option<Value>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Opens a page.
    fn open(address: &str) -> Self {
        let chromium = needs::variable("WARDLEY_CHROMIUM");
        let profile = tempfile::tempdir().expect("a folder for temporary files");
        let mut shell = Command::new("sh");
        // It listens at 3 and answers at 4.
        shell.args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null"]).arg(chromium);
        shell.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
        ]);
        shell.args([
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1200,800",
            "--remote-debugging-pipe",
        ]);
        shell.arg(format!("--user-data-dir={}", profile.path().display()));
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = shell.spawn().expect("a shell");
        let told = child.stdin.take();
        let said = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, receiver) = channel();
        thread::spawn(move || {
            let mut messages = said.split(0).map_while(Result::ok);
            messages.try_for_each(|message| sender.send(serde_json::from_slice(&message).expect("JSON")))
        });
        let mut browser = Self { child, told, said: receiver, count: 0, session: None, _profile: profile };
        let target = browser.ask("Target.createTarget", &json!({ "url": "about:blank" }));
        let attached =
            browser.ask("Target.attachToTarget", &json!({ "targetId": target["targetId"], "flatten": true }));
        browser.session = Some(attached["sessionId"].clone());
        browser.ask("Runtime.enable", &json!({}));
        browser.ask("Page.navigate", &json!({ "url": format!("http://{address}/") }));
        browser
    }

    /// Asks the browser, or its page, and returns its answer. A mistake in the page's own script ends the test.
    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.count += 1;
        let mut message = json!({ "id": self.count, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = session.clone();
        }
        write!(self.told.as_mut().expect("a pipe"), "{message}\0").expect("an open pipe");
        loop {
            let answer = self.said.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{method} is not answered"));
            assert_ne!(answer["method"].as_str(), Some("Runtime.exceptionThrown"), "{answer}");
            if answer["id"].as_u64() == Some(self.count) {
                assert!(answer["error"].is_null(), "{method}: {answer}");
                return answer["result"].clone();
            }
        }
    }

    /// What an expression of JavaScript is in the page.
    fn value(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true });
        self.ask("Runtime.evaluate", &params)["result"]["value"].clone()
    }

    /// Waits until an expression is true in the page.
    fn see(&mut self, expression: &str) {
        let start = Instant::now();
        while self.value(expression) != true {
            assert!(start.elapsed() < PATIENCE, "{expression}: {}", self.value("document.body.innerText"));
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Clicks into the middle of what a selector finds.
    fn click(&mut self, selector: &str) {
        let at = self.value(&format!(
            "(({{ x, y, width, height }}) => ({{ x: x + width / 2, y: y + height / 2, button: 'left', clickCount: 1 }}))(
                document.querySelector({selector:?}).getBoundingClientRect())"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let mut params = at.clone();
            params["type"] = kind.into();
            self.ask("Input.dispatchMouseEvent", &params);
        }
    }

    /// Presses a key.
    fn press(&mut self, key: &str) {
        for kind in ["keyDown", "keyUp"] {
            self.ask("Input.dispatchKeyEvent", &json!({ "type": kind, "key": key, "text": key }));
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It ends when nobody speaks to it any more.
        self.told = None;
        let start = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && start.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(10));
        }
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
#[ignore = "needs WARDLEY_CHROMIUM"]
fn the_live_page_shows_the_map_what_is_wrong_with_it_and_that_it_is_held() {
    let shell = Shell::with(&[("tea.wm", BAKERY)]);
    let watch = Watch::start(&shell, "tea.wm --serve=127.0.0.1:0");
    let mut browser = Browser::open(&served(&watch));
    let text = |name: &str| format!("document.querySelector('#map svg')?.textContent.includes({name:?})");
    let shows = |id: &str| format!("document.querySelector({id:?}).checkVisibility()");
    browser.see(&text("Flour"));
    assert_eq!(browser.value(&shows("#problems")), false);
    assert_eq!(browser.value(&shows("#held")), false);

    browser.click("#map [data-name=Flour] circle");
    browser.see("document.querySelector('#source .here')?.textContent === 'component Flour'");

    shell.write("tea.wm", format!("{BAKERY}include nowhere.wm\n"));
    browser.see("document.querySelector('#problems').innerText.includes('nowhere.wm')");
    browser.see("document.querySelector('#map.stale')?.checkVisibility()");
    assert_eq!(browser.value(&text("Flour")), true, "the last good picture");

    through_a_rename(&shell, "tea.wm", &format!("{BAKERY}component Van\nGuest -> Van\n"));
    browser.see(&text("Van"));
    assert_eq!(browser.value(&shows("#problems")), false);
    assert_eq!(browser.value(&shows("#held")), true);
    browser.click("#held");
    browser.see(&format!("!{}", shows("#held")));

    let paper = "document.querySelector('#map .wm-background rect').getAttribute('fill')";
    let before = browser.value(paper);
    browser.press("d");
    browser.see(&format!("{paper} !== {before}"));
}
