// The page of `wardley watch --serve`: a list of maps, one of them shown. The server pushes what changed; the picture is swapped in
// place, so that zoom and place stay. Nothing here asks anyone but the server that gave the page.

import { conflict, type Choice } from './conflict';
import { $, element } from './dom';
import { fold, keys, shade, shades } from './page';
import { list } from './problems';
import type { View } from './viewer';
import { Workspace, type Ask } from './workspace';

/** A map as the server tells of it. */
interface Sheet {
  id: number;
  name: string;
  path: string;
  picture: string;
  good: boolean;
  took: string;
  svg: string | null;
  dark: string | null;
  held: boolean;
  problems: { severity: string; place: string; line: number | null; message: string; help: string | null }[];
  text: string;
  /** On which line, from 1, a name is defined. */
  lines: Record<string, number>;
  /** Whether the text can be saved from here. */
  edit: boolean;
}

const sheets = new Map<number, Sheet>();
const views = new Map<number, View>();
/** Texts that are not saved, and what the file held when they were begun. */
const drafts = new Map<number, { text: string; base: string }>();
let shown: number | null = null;
/** What the file of the shown map held when its text was read. */
let base = '';
const wish = new URLSearchParams(location.hash.slice(1));
/** What this page must know to write maps: it stands in the address that `wardley watch --edit` says. */
const key = wish.get('key') ?? '';
const sheet = () => shown === null ? undefined : sheets.get(shown);

const ask: Ask = async question => {
  const answer = await fetch(`/map/${shown}/ask`, { method: 'POST', body: JSON.stringify(question), headers: { 'Content-Type': 'application/json' } });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};

const space = new Workspace({
  ask,
  shown: () => ({ name: sheet()?.path, steady: true, dark: shades.dark }),
  free: () => sheet() !== undefined,
  changed: byUser => { if (byUser) draft(); marks(); },
  drawn: (_, took) => { if (dirty()) state(`${took.toFixed(1)} ms, not saved`); else settle(true); },
  lead,
  lineOf: name => { const line = sheet()?.lines[name]; return line && line - 1; },
});
const { viewer, editor } = space;

const dirty = () => shown !== null && editor.text !== base;

// ---- The list
function lists(): void {
  $('maps').replaceChildren(...[...sheets.values()].map((map, at) => {
    const button = element('button', {
      textContent: map.name, title: map.path + (at < 9 ? ` (${at + 1})` : ''), className: map.good ? '' : 'bad',
      attributes_: { 'aria-current': String(map.id === shown) }, onclick: () => open(map.id),
    });
    button.classList.toggle('draft', map.id === shown ? dirty() : drafts.has(map.id));
    return button;
  }));
  $('maps').querySelector('[aria-current=true]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

// ---- One map
function open(id: number): void {
  const map = sheets.get(id);
  if (!map) return;
  leave();
  shown = id;
  location.replace(`#map=${encodeURIComponent(map.path)}${key && `&key=${key}`}`);
  viewer.view = views.get(id) ?? { x: 0, y: 0, zoom: 1, fitted: true };
  const kept = drafts.get(id);
  base = kept?.base ?? map.text;
  settle();
  editor.open(kept?.text ?? map.text);
  follow(map);
}

function leave(): void {
  if (shown === null) return;
  views.set(shown, viewer.view);
  if (dirty()) drafts.set(shown, { text: editor.text, base }); else drafts.delete(shown);
}

/** Takes what the server tells of the shown map. */
function follow(map: Sheet): void {
  if (editor.text === map.text) base = map.text;
  else if (editor.text === base) {
    base = map.text;
    editor.take(map.text);
  } else if (map.text !== base) void collide(map);
  if (!dirty()) settle();
  void space.draw();
  marks();
}

/** Shows the map as it is in the file: its last good picture and what is wrong with it now. */
function settle(asked = false): void {
  const map = sheet();
  if (!map || dirty()) return;
  space.adopt((shades.dark ? map.dark : map.svg) ?? '');
  $('map').classList.toggle('stale', !map.good);
  $('held').hidden = !map.held;
  // Until the text was asked about; and what hinders the drawing may be no part of the text.
  if (!asked || map.problems.some(problem => !problem.place)) {
    list($('problems'), map.problems.map(problem => ({
      code: '', severity: problem.severity as 'error', message: problem.message, help: problem.help, fix: null,
      uri: map.path, range: { start: at(problem), end: at(problem) },
    })), map.path, { point: problem => editor.enter(problem.range.start.line), fix: () => {} });
    viewer.refit();
  }
  state(map.good ? map.took : 'not drawn; this is the last good picture', !map.good);
}

function at(problem: Sheet['problems'][number]) {
  return { line: (problem.line ?? 1) - 1, character: Number(problem.place.split(':').at(-1) || 1) - 1 };
}

function marks(): void {
  const map = sheet();
  if (!map) return;
  document.title = (dirty() || !map.good ? '● ' : '') + map.name;
  $('map').classList.toggle('stale', !map.good && !dirty());
  $('held').hidden = !map.held || dirty();
  $('save').hidden = !map.edit || !key;
  ($('save') as HTMLButtonElement).disabled = !dirty();
  for (const kind of ['svg', 'png']) {
    const a = $<HTMLAnchorElement>(kind);
    a.href = `/map/${map.id}.${kind}`;
    a.download = `${map.name}.${kind}`;
  }
  lists();
}

function state(words: string, away = false): void {
  $('state').textContent = words;
  $('state').classList.toggle('away', away);
}

// ---- Saving
async function save(force = false): Promise<void> {
  const map = sheet();
  if (!map?.edit || !key || !dirty() && !force) return;
  const text = editor.text;
  const answer = await fetch(`/map/${map.id}/save`, {
    method: 'POST', body: JSON.stringify({ base, text }),
    headers: { 'Content-Type': 'application/json', 'X-Wardley-Key': key },
  });
  if (answer.ok) {
    base = text;
    drafts.delete(map.id);
    space.say('saved');
    marks();
  } else if (answer.status === 409) {
    await collide({ ...map, text: (await answer.json() as { text: string }).text });
  } else {
    space.say('not saved: ' + await answer.text());
  }
}

/** The file is not what the page read any more, and the page not either: nobody's work is lost. */
async function collide(map: Sheet): Promise<void> {
  const choice: Choice = await conflict(map.name, base, editor.text, map.text);
  if (choice.do === 'later') return;
  base = map.text;
  if (choice.do === 'theirs') editor.replace(map.text);
  if (choice.do === 'merge') editor.replace(choice.text);
  marks();
  if (choice.do === 'mine') await save(true);
}

// ---- Windows of one browser follow each other before anything is saved.
const windows = new BroadcastChannel('wardley');
function draft(): void {
  const map = sheet();
  if (map) windows.postMessage({ path: map.path, text: editor.text, base });
}
windows.onmessage = ({ data }: MessageEvent<{ path: string; text: string; base: string }>) => {
  const map = [...sheets.values()].find(map => map.path === data.path);
  if (!map) return;
  if (map.id !== shown) return void drafts.set(map.id, data);
  base = data.base;
  editor.take(data.text);
};
addEventListener('beforeunload', event => {
  leave();
  if ([...drafts.keys()].some(id => key && sheets.get(id)?.edit)) event.preventDefault();
});

// ---- To another map of the list, or out of the page in a window of its own.
function lead(href: string): void {
  const plain = (path: string) => { try { return decodeURIComponent(path); } catch { return path; } };
  const file = (picture: string, from: string | URL) => { const at = new URL(picture, from); return at.origin + plain(at.pathname); };
  const here = new URL(sheet()?.picture ?? '', location.href);
  const other = [...sheets.values()].find(map => file(map.picture, location.href) === file(href, here));
  if (other) open(other.id);
  else if (new URL(href, here).origin !== location.origin) window.open(href, '_blank', 'noopener');
}

// ---- Buttons and keys
const step = (by: number) => {
  const ids = [...sheets.keys()];
  const next = ids[(ids.indexOf(shown ?? -1) + by + ids.length) % ids.length];
  if (next !== undefined) open(next);
};
/** The server lays the shown map out anew and tells all windows. */
const anew = () => { if (sheet()?.held) void fetch(`/map/${shown}/anew`, { method: 'POST' }); };
keys(space, {
  n: () => step(1), p: () => step(-1), ']': () => step(1), '[': () => step(-1), l: anew,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map(at => [at, () => { const id = [...sheets.keys()][at - 1]; if (id !== undefined) open(id); }])),
});
shade(() => { settle(); if (shown !== null) void space.draw(); });
fold(viewer);
$('held').onclick = anew;
$('save').onclick = () => void save();
addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    void save();
  }
});

// ---- What the server says. The browser connects again by itself.
const events = new EventSource('/events');
events.addEventListener('map', event => {
  const map = JSON.parse(event.data) as Sheet;
  sheets.set(map.id, map);
  if (shown === null && (!wish.get('map') || wish.get('map') === map.path)) open(map.id);
  else if (shown === map.id) follow(map);
  else lists();
});
events.addEventListener('all', event => {
  const ids = new Set(JSON.parse(event.data) as number[]);
  for (const id of sheets.keys()) if (!ids.has(id)) sheets.delete(id);
  if (shown === null || !sheets.has(shown)) {
    shown = null;
    const id = sheets.keys().next().value;
    if (id !== undefined) open(id);
  }
  lists();
  if (sheets.size === 0) state('waiting for a map');
});
events.onerror = () => state('no connection; trying again', true);
events.onopen = () => settle();
