'use strict';
// The preview: a list of maps, one of them shown. The server pushes what changed; the picture is swapped in place, so that zoom
// and place stay. Nothing here asks anyone but the server that gave the page.
const $ = id => document.getElementById(id);
const maps = new Map();            // id → the newest of that map
const views = new Map();           // id → {x, y, zoom, fitted}
let shown = null;
const wish = new URLSearchParams(location.hash.slice(1));

const remembered = key => { try { return localStorage.getItem('wardley-' + key); } catch { return null; } };
const remember = (key, value) => { try { localStorage.setItem('wardley-' + key, value); } catch { /* private window */ } };

// ---- Light and dark
let dark = (remembered('shade') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
function shade() {
  document.documentElement.classList.toggle('dark', dark);
  remember('shade', dark ? 'dark' : 'light');
  if (shown !== null) show(shown);
}

// ---- The list
function list() {
  $('maps').replaceChildren(...[...maps.values()].map((map, at) => {
    const button = document.createElement('button');
    button.textContent = map.name;
    button.title = map.path + (at < 9 ? ` (${at + 1})` : '');
    button.className = map.good ? '' : 'bad';
    button.setAttribute('aria-current', map.id === shown);
    button.onclick = () => show(map.id);
    return button;
  }));
  $('maps').querySelector('[aria-current=true]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

// ---- One map
function show(id) {
  const map = maps.get(id);
  if (!map) return;
  shown = id;
  location.replace('#map=' + encodeURIComponent(map.path));
  document.title = (map.good ? '' : '● ') + map.name;
  const picture = dark ? map.dark : map.svg;
  if (picture) {
    const drawn = new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement;
    $('map').replaceChildren(document.importNode(drawn, true));
    for (const [a, kind] of [[$('svg'), 'svg'], [$('png'), 'png']]) {
      a.href = `/map/${id}.${kind}`;
      a.download = `${map.name}.${kind}`;
    }
  } else {
    $('map').replaceChildren();
  }
  $('map').classList.toggle('stale', !map.good);
  $('map').classList.remove('tracing');
  if (!views.has(id)) views.set(id, { x: 0, y: 0, zoom: 1, fitted: true });
  tell(map);
  text(map);
  list();
  // Last: what was said may have taken room.
  if (view().fitted) fit(); else place();
}

function tell(map) {
  $('problems').hidden = map.problems.length === 0;
  $('problems').replaceChildren(...map.problems.flatMap(problem => {
    const button = document.createElement('button');
    button.className = problem.severity;
    const place = Object.assign(document.createElement('span'), { className: 'place', textContent: problem.place + ' ' });
    const severity = Object.assign(document.createElement('b'), { textContent: problem.severity + ': ' });
    button.append(place, severity, problem.message);
    button.onclick = () => point(problem.line);
    const help = Object.assign(document.createElement('div'), { className: 'help', textContent: problem.help ?? '' });
    return problem.help ? [button, help] : [button];
  }));
  $('held').hidden = !map.held;
  state(map.good ? map.took : 'not drawn; this is the last good picture', !map.good);
}

function state(words, away) {
  $('state').textContent = words;
  $('state').classList.toggle('away', Boolean(away));
}

// ---- The text
function text(map) {
  $('source').replaceChildren(...map.text.split('\n').map((line, at) => {
    const row = document.createElement('div');
    row.dataset.line = at + 1;
    row.textContent = line || '\u200b';
    return row;
  }));
}

function point(line) {
  if (!line) return;
  $('source').hidden = false;
  for (const row of $('source').querySelectorAll('.here')) row.classList.remove('here');
  const row = $('source').children[line - 1];
  row?.classList.add('here');
  row?.scrollIntoView({ block: 'center' });
  if (view().fitted) fit();
}

// ---- Needs and needed by
const item = target => target.closest?.('.wm-component, .wm-anchor, .wm-submap, .wm-movement');
function trace(name) {
  const map = $('map');
  for (const g of map.querySelectorAll('.traced')) g.classList.remove('traced');
  map.classList.toggle('tracing', name !== null);
  if (name === null) return;
  const names = new Set([name]);
  for (const link of map.querySelectorAll('.wm-link, .wm-movement')) {
    const { from, to } = link.dataset;
    if (from !== name && to !== name) continue;
    link.classList.add('traced');
    names.add(from).add(to);
  }
  for (const g of map.querySelectorAll('[data-name]')) {
    if (names.has(g.dataset.name) && !g.matches('.wm-link')) g.classList.add('traced');
  }
}
let hover = 0;
$('map').addEventListener('pointerover', event => {
  const over = item(event.target);
  clearTimeout(hover);
  hover = setTimeout(() => trace(over ? over.dataset.name : null), over ? 90 : 30);
});
$('map').addEventListener('pointerleave', () => { clearTimeout(hover); trace(null); });

// ---- Moving and zooming
const view = () => views.get(shown) ?? { x: 0, y: 0, zoom: 1, fitted: true };
const size = () => { const svg = $('map').querySelector('svg'); return svg ? [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height] : [1, 1]; };
function place() {
  const { x, y, zoom } = view();
  const [width, height] = size();
  const svg = $('map').querySelector('svg');
  svg?.setAttribute('width', width * zoom);
  svg?.setAttribute('height', height * zoom);
  $('map').style.transform = `translate(${x}px, ${y}px)`;
}
function fit() {
  const [width, height] = size();
  const box = $('view').getBoundingClientRect();
  const zoom = Math.min(box.width / width, box.height / height) || 1;
  views.set(shown, { zoom, fitted: true, x: (box.width - width * zoom) / 2, y: (box.height - height * zoom) / 2 });
  place();
}
function zoom(factor, at) {
  const box = $('view').getBoundingClientRect();
  const [px, py] = at ?? [box.width / 2, box.height / 2];
  const old = view();
  const next = Math.min(20, Math.max(0.05, old.zoom * factor));
  const real = next / old.zoom;
  views.set(shown, { zoom: next, fitted: false, x: px - (px - old.x) * real, y: py - (py - old.y) * real });
  place();
}
function move(dx, dy) {
  const old = view();
  views.set(shown, { ...old, fitted: false, x: old.x + dx, y: old.y + dy });
  place();
}
const inView = event => { const box = $('view').getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
$('view').addEventListener('wheel', event => { event.preventDefault(); zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), inView(event)); }, { passive: false });
const fingers = new Map();
let moved = 0;
$('view').addEventListener('pointerdown', event => { fingers.set(event.pointerId, inView(event)); if (fingers.size === 1) moved = 0; });
addEventListener('pointermove', event => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = inView(event);
  if (fingers.size === 1) {
    moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
    if (moved > 4) { $('view').classList.add('moving'); move(now[0] - before[0], now[1] - before[1]); }
  } else {
    const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
    const distance = point => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
    moved += 9;
    zoom(distance(now) / distance(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
  }
  fingers.set(event.pointerId, now);
});
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, event => { fingers.delete(event.pointerId); $('view').classList.remove('moving'); });
$('map').addEventListener('click', event => {
  const a = event.target.closest('a');
  if (moved > 4) { event.preventDefault(); return; }
  if (a) { event.preventDefault(); lead(a.getAttribute('href')); return; }
  const g = item(event.target);
  if (g) point(maps.get(shown)?.lines[g.dataset.name]);
});
// To another map of the list, or out of the page in a window of its own.
function lead(href) {
  const plain = path => { try { return decodeURIComponent(path); } catch { return path; } };
  const file = (picture, from) => { const at = new URL(picture, from); return at.origin + plain(at.pathname); };
  const here = new URL(maps.get(shown).picture, location);
  const other = [...maps.values()].find(map => file(map.picture, location) === file(href, here));
  if (other) show(other.id);
  else if (new URL(href, here).origin !== location.origin) open(href, '_blank', 'noopener');
}
addEventListener('resize', () => { if (view().fitted) fit(); });

// ---- Buttons and keys
const step = by => { const ids = [...maps.keys()]; const at = ids.indexOf(shown); if (ids.length) show(ids[(at + by + ids.length) % ids.length]); };
// The server lays the shown map out anew and tells all windows.
const anew = () => { if (maps.get(shown)?.held) fetch(`/map/${shown}/anew`, { method: 'POST' }); };
const does = {
  '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), '0': fit, f: fit,
  d: () => { dark = !dark; shade(); }, t: () => { $('source').hidden = !$('source').hidden; if (view().fitted) fit(); },
  n: () => step(1), p: () => step(-1), ']': () => step(1), '[': () => step(-1),
  ArrowLeft: () => move(60, 0), ArrowRight: () => move(-60, 0), ArrowUp: () => move(0, 60), ArrowDown: () => move(0, -60),
  l: anew,
  Escape: () => { $('source').hidden = true; if (view().fitted) fit(); },
};
for (let at = 1; at <= 9; at++) does[at] = () => { const id = [...maps.keys()][at - 1]; if (id !== undefined) show(id); };
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !does[event.key]) return;
  event.preventDefault();
  does[event.key]();
});
$('in').onclick = does['+']; $('out').onclick = does['-']; $('fit').onclick = fit; $('shade').onclick = does.d; $('text').onclick = does.t; $('held').onclick = anew;

// ---- What the server says. The browser connects again by itself.
const events = new EventSource('/events');
events.addEventListener('map', event => {
  const map = JSON.parse(event.data);
  maps.set(map.id, map);
  if (shown === null && (!wish.get('map') || wish.get('map') === map.path)) show(map.id);
  else if (shown === map.id) show(map.id);
  else list();
});
events.addEventListener('all', event => {
  const ids = new Set(JSON.parse(event.data));
  for (const id of maps.keys()) if (!ids.has(id)) maps.delete(id);
  if (!maps.has(shown)) { shown = null; const id = maps.keys().next().value; if (id !== undefined) show(id); }
  list();
  if (maps.size === 0) state('waiting for a map');
});
events.onerror = () => state('no connection; trying again', true);
events.onopen = () => { if (shown !== null) tell(maps.get(shown)); };
shade();
