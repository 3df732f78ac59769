// In the panel: shows the picture, and makes edits of what is clicked, dragged and typed there.

import type { Box, Edit, FromPreview, Item, Picture, Point, ToPreview } from "./shapes";

declare function acquireVsCodeApi(): { postMessage(message: FromPreview): void };

const code = acquireVsCodeApi();
const map = document.getElementById("map") as HTMLElement;
const told = document.getElementById("told") as HTMLElement;
const SVG = "http://www.w3.org/2000/svg";

let picture: Picture | undefined;
let drawing: SVGSVGElement | undefined;
let over: SVGGElement | undefined;
let scale = 0; // 0: as large as there is room
let selected: string | undefined; // an item's name and kind: ids change with the text
let line: number | undefined;
let mode: "add" | "link" | undefined;

/** What is being dragged: an item or its label from where to where, or a link that is being drawn. */
interface Drag { what: "move" | "moveLabel" | "connect"; item: Item; start: Point; now: Point; moved: boolean }
let drag: Drag | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToPreview>) => {
  switch (data.show) {
    case "picture":
      picture = data.picture;
      show();
      break;
    case "line":
      line = data.line;
      mark();
      break;
    case "stale":
      document.body.classList.add("stale");
      break;
    case "refused":
      say(data.why);
  }
});

function say(text: string): void {
  told.textContent = text;
  told.title = text;
}

/** Puts the new picture in the place of the old one, at once: there is never none. */
function show(): void {
  if (!picture || drag?.moved) {
    return;
  }
  const parsed = new DOMParser().parseFromString(picture.svg, "image/svg+xml").documentElement;
  const fresh = document.importNode(parsed, true) as unknown as SVGSVGElement;
  const layer = document.createElementNS(SVG, "g");
  layer.id = "over";
  fresh.append(layer);
  if (drawing) {
    drawing.replaceWith(fresh);
  } else {
    map.append(fresh);
  }
  [drawing, over] = [fresh, layer];
  document.body.classList.remove("stale");
  const count = (severity: string) => picture!.problems.filter((problem) => problem.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const parts = [errors && `${errors} error${errors > 1 ? "s" : ""}`, warnings && `${warnings} warning${warnings > 1 ? "s" : ""}`];
  say(parts.filter(Boolean).join(", "));
  size();
  mark();
}

function size(): void {
  if (!drawing || !picture) {
    return;
  }
  const fit = Math.min(map.clientWidth / picture.width, map.clientHeight / picture.height);
  const by = scale || fit;
  drawing.setAttribute("width", String(picture.width * by));
  drawing.setAttribute("height", String(picture.height * by));
}

/** Where in the picture the pointer is. */
function at(event: MouseEvent): Point {
  const box = drawing!.getBoundingClientRect();
  const by = picture!.width / box.width;
  return { x: (event.clientX - box.left) * by, y: (event.clientY - box.top) * by };
}

const holds = (box: Box | null | undefined, { x, y }: Point, by = 0): boolean =>
  !!box && x >= box.x - by && x <= box.x + box.width + by && y >= box.y - by && y <= box.y + box.height + by;

function distance({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** What is under the pointer: symbols before labels before lines before areas; of several the one in front. */
function under(point: Point): { item: Item; label: boolean } | undefined {
  const items = [...(picture?.items ?? [])].reverse();
  const wide = (item: Item) => item.kind === "attitude" || item.kind === "pipeline";
  const symbol = items.find((item) => !wide(item) && holds(item.box, point, 4));
  if (symbol) {
    return { item: symbol, label: false };
  }
  const label = items.find((item) => !wide(item) && holds(item.label?.box, point, 2));
  if (label) {
    return { item: label, label: true };
  }
  const near = (item: Item) => item.line.slice(1).some((to, index) => distance(point, item.line[index], to) < 5);
  const link = items.find(near) ?? items.find((item) => wide(item) && holds(item.box, point));
  return link && { item: link, label: false };
}

const key = (item: Item): string => `${item.kind} ${item.name}`;
const chosen = (): Item | undefined => picture?.items.find((item) => key(item) === selected);

/** Marks what is selected, what the cursor's line says, and what is being dragged. */
function mark(): void {
  if (!over || !picture) {
    return;
  }
  over.replaceChildren();
  const frame = (box: Box, name: string, by = 3) => {
    const rect = document.createElementNS(SVG, "rect");
    const { x, y, width, height } = box;
    Object.entries({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by, rx: 4, class: name }).forEach(
      ([attribute, value]) => rect.setAttribute(attribute, String(value)),
    );
    over!.append(rect);
  };
  const course = (points: Point[], name: string) => {
    const path = document.createElementNS(SVG, "polyline");
    path.setAttribute("points", points.map(({ x, y }) => `${x},${y}`).join(" "));
    path.setAttribute("class", name);
    over!.append(path);
  };
  const outline = (item: Item, name: string) => {
    if (item.box) {
      frame(item.box, name);
    } else {
      course(item.line, name);
    }
  };
  for (const item of picture.items) {
    const { range } = item;
    if (line !== undefined && range && range.start.line <= line && range.end.line >= line) {
      outline(item, "line");
    }
  }
  const own = chosen();
  if (own) {
    outline(own, "selected");
  }
  if (drag?.moved) {
    const { item, start, now, what } = drag;
    if (what === "connect") {
      course([item.at, now], "drawn");
      return;
    }
    const box = what === "moveLabel" ? item.label!.box : item.box;
    if (box) {
      frame({ ...box, x: box.x + now.x - start.x, y: box.y + now.y - start.y }, "dragged", 0);
    }
  }
}

/** The parts of the drawing that follow a drag: shapes and texts of the item, by the name that the picture gives them. */
function follow(): void {
  if (!drag || drag.what === "connect" || !drawing) {
    return;
  }
  const { item, start, now, what } = drag;
  const name = item.kind === "movement" ? item.name.split(" → ").pop()! : item.name;
  const groups = drawing.querySelectorAll<SVGGElement>(`.wm-${item.kind}`);
  const group = [...groups].find((one) => one.getAttribute("data-name") === name);
  const shift = `translate(${now.x - start.x} ${now.y - start.y})`;
  if (what === "move") {
    if (item.kind !== "movement") {
      group?.setAttribute("transform", shift);
    }
  } else {
    group?.querySelectorAll("text").forEach((text) => text.setAttribute("transform", shift));
  }
}

const ask = (edit: Edit): void => code.postMessage({ ask: "edit", edit });

map.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || !drawing || !picture) {
    return;
  }
  const point = at(event);
  const found = under(point);
  if (mode === "add" && !found) {
    leave();
    code.postMessage({ ask: "name", edit: { do: "add", kind: "component", to: point } });
    return;
  }
  selected = found && key(found.item);
  mark();
  if (!found) {
    return;
  }
  const { item, label } = found;
  const connects = (mode === "link" || event.altKey) && item.can.includes("connect");
  const what = connects ? "connect" : label && item.can.includes("moveLabel") ? "moveLabel" : "move";
  if (item.can.includes(what)) {
    drag = { what, item, start: point, now: point, moved: false };
    map.setPointerCapture(event.pointerId);
  }
});

map.addEventListener("pointermove", (event) => {
  if (!drawing || !picture) {
    return;
  }
  const point = at(event);
  if (!drag) {
    const found = under(point);
    const can = found?.item.can ?? [];
    map.style.cursor = mode ? "crosshair" : can.includes("move") ? "grab" : found ? "pointer" : "";
    map.title = found?.item.name ?? "";
    return;
  }
  drag.now = point;
  drag.moved ||= Math.hypot(point.x - drag.start.x, point.y - drag.start.y) > 3;
  if (drag.moved) {
    map.style.cursor = "grabbing";
    follow();
    mark();
  }
});

map.addEventListener("pointerup", (event) => {
  if (!drag || !picture) {
    return;
  }
  const { what, item, start, now, moved } = drag;
  drag = undefined;
  map.releasePointerCapture(event.pointerId);
  if (!moved) {
    open(item);
    return;
  }
  leave();
  if (what === "connect") {
    const target = under(now)?.item;
    if (target?.can.includes("connect") && target.id !== item.id) {
      ask({ do: "connect", from: item.id, to: target.id });
    } else {
      show();
    }
    return;
  }
  const from = what === "moveLabel" ? item.label!.at : item.at;
  ask({ do: what, id: item.id, to: { x: from.x + now.x - start.x, y: from.y + now.y - start.y } });
});

map.addEventListener("pointercancel", stop);

map.addEventListener("click", (event) => {
  const found = picture && drawing && under(at(event));
  if (found && !found.item.can.includes("move")) {
    open(found.item);
  }
});

map.addEventListener("dblclick", (event) => {
  if (!picture || !drawing) {
    return;
  }
  const point = at(event);
  const found = under(point);
  if (found?.item.can.includes("rename")) {
    rename(found.item);
  } else if (!found) {
    code.postMessage({ ask: "name", edit: { do: "add", kind: "component", to: point } });
  }
});

function open(item: Item): void {
  if (item.uri && item.range) {
    code.postMessage({ ask: "open", uri: item.uri, range: item.range });
  }
}

function rename(item: Item): void {
  const old = item.kind === "movement" ? item.name.split(" → ").pop() : item.name;
  code.postMessage({ ask: "name", edit: { do: "rename", id: item.id }, old });
}

/** Nothing is dragged any more; the picture is as the text has it. */
function stop(): void {
  drag = undefined;
  leave();
  show();
}

function enter(next: "add" | "link"): void {
  mode = mode === next ? undefined : next;
  for (const name of ["add", "link"] as const) {
    document.getElementById(name)!.setAttribute("aria-pressed", String(mode === name));
  }
}

function leave(): void {
  mode = undefined;
  document.querySelectorAll("#bar [aria-pressed]").forEach((button) => button.setAttribute("aria-pressed", "false"));
}

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

map.addEventListener("keydown", (event) => {
  if (!picture) {
    return;
  }
  const item = chosen();
  const command = event.ctrlKey || event.metaKey;
  const step = ARROWS[event.key];
  if (command && event.key === "z") {
    code.postMessage({ ask: event.shiftKey ? "redo" : "undo" });
  } else if (event.key === "Escape") {
    selected = undefined;
    stop();
  } else if (event.key === "Tab") {
    const items = picture.items.filter((one) => one.can.includes("move"));
    const next = items.findIndex((one) => key(one) === selected) + (event.shiftKey ? -1 : 1);
    if (next < 0 || next >= items.length) {
      return;
    }
    selected = key(items[next]);
    say(items[next].name);
    mark();
  } else if (step && item?.can.includes("move")) {
    const [width, height] = [picture.plot.width / 100, picture.plot.height / 100];
    const far = event.shiftKey ? 5 : 1;
    ask({ do: "move", id: item.id, to: { x: item.at.x + step.x * width * far, y: item.at.y + step.y * height * far } });
  } else if (event.key === "Enter" && item) {
    open(item);
  } else if (event.key === "F2" && item?.can.includes("rename")) {
    rename(item);
  } else if (event.key === "Delete" && item?.can.includes("remove")) {
    ask({ do: "remove", id: item.id });
  } else if (event.key === "+" || event.key === "-" || event.key === "0") {
    zoom(event.key);
  } else {
    return;
  }
  event.preventDefault();
});

function zoom(way: string): void {
  const now = drawing && picture ? drawing.getBoundingClientRect().width / picture.width : 1;
  scale = way === "0" ? 0 : Math.min(8, Math.max(0.1, now * (way === "+" ? 1.25 : 0.8)));
  size();
}

map.addEventListener("wheel", (event) => {
  if (event.ctrlKey) {
    event.preventDefault();
    zoom(event.deltaY < 0 ? "+" : "-");
  }
}, { passive: false });

const button = (id: string, press: () => void): void => document.getElementById(id)!.addEventListener("click", press);
button("fit", () => zoom("0"));
button("in", () => zoom("+"));
button("out", () => zoom("-"));
button("add", () => enter("add"));
button("link", () => enter("link"));
button("undo", () => code.postMessage({ ask: "undo" }));
button("export", () => code.postMessage({ ask: "export" }));
new ResizeObserver(size).observe(map);
code.postMessage({ ask: "ready" });
