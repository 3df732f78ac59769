// The playground: the same page with the library in the browser. Nothing that is written here leaves it.

import { examples, templates } from 'examples';
import { $, element, memory } from './dom';
import { exports, pngOf, save as saveAs } from './files';
import { fold, keys, shade, shades } from './page';
import { readLink, writeLink } from './share';
import { Workspace, type Ask } from './workspace';
import type { Picture } from './protocol';

let name = memory.get('name') ?? 'map.wm';
let handle: FileSystemFileHandle | null = null;
let saved = '';

// ---- The library works beside the page, so that no map, however large, keeps anyone from writing.
const worker = new Worker('worker.js');
const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
let count = 0;
worker.onmessage = ({ data }: MessageEvent<{ id: number; answer: string }>) => {
  const answer = JSON.parse(data.answer) as { error?: string };
  const one = waiting.get(data.id);
  waiting.delete(data.id);
  if (answer && typeof answer.error === 'string') one?.reject(new Error(answer.error)); else one?.resolve(answer);
};
worker.onerror = () => space.say('the library cannot be loaded');
const ask: Ask = question => new Promise((resolve, reject) => {
  waiting.set(++count, { resolve: resolve as (answer: unknown) => void, reject });
  worker.postMessage({ id: count, question: JSON.stringify(question) });
});

const space = new Workspace({
  ask,
  shown: () => ({ name, steady: true, dark: shades.dark }),
  free: () => true,
  changed: () => {
    memory.set('draft', space.editor.text);
    memory.set('name', name);
    offer();
    title();
  },
  drawn: (picture, took) => {
    $('state').textContent = `${took.toFixed(1)} ms`;
    $('empty').hidden = picture.items.length > 0;
    title(picture);
  },
  lead: href => { if (/^(https?:|mailto:)/i.test(href)) window.open(href, '_blank', 'noopener'); },
});
const { editor } = space;

function title(picture = space.picture()): void {
  $('name').textContent = name + (editor.text === saved ? '' : ' ·');
  document.title = (picture?.title || name) + ' – wardley';
}

// ---- Opening
function open(text: string, as: string, is: FileSystemFileHandle | null = null): void {
  name = as;
  handle = is;
  saved = text;
  editor.open(text);
  space.select(null);
  space.viewer.fit();
}

async function openFile(file: File, is: FileSystemFileHandle | null = null): Promise<void> {
  if (file.size > 4_000_000) return space.say(`${file.name} is too large for a map`);
  open(await file.text(), file.name, is);
}

async function pick(): Promise<void> {
  if ('showOpenFilePicker' in window) {
    const picked = await window.showOpenFilePicker().catch(() => []);
    if (picked[0]) await openFile(await picked[0].getFile(), picked[0]);
    return;
  }
  const input = element('input', { type: 'file', accept: '.wm,.owm,.mmd,.mermaid,.json,.txt,.wardley' });
  input.onchange = () => { if (input.files?.[0]) void openFile(input.files[0]); };
  input.click();
}

/** What is no text of the map language itself can be made one. */
function offer(): void {
  const text = editor.text.trimStart();
  const form = /^(---[\s\S]*?---\s*)?wardley-beta\b/.test(text) ? 'Mermaid' : /^\{\s*"/.test(text) ? 'JSON' : null;
  $('offer').hidden = form === null;
  if (form) $('offered').textContent = `This is ${form}. It is drawn as it is; to drag in it, make it a text of the map language.`;
}

async function translate(): Promise<void> {
  const { text, lost } = await space.convert('wm');
  editor.replace(text);
  name = name.replace(/(\.[^.]*)?$/, '.wm');
  if (lost.length > 0) space.say(`left out: ${lost.join('; ')}`);
}

// ---- Saving
async function save(): Promise<void> {
  const text = editor.text;
  try {
    if (!handle && 'showSaveFilePicker' in window) handle = await window.showSaveFilePicker({ suggestedName: name });
    if (handle) {
      const stream = await handle.createWritable();
      await stream.write(text);
      await stream.close();
      name = handle.name;
    } else {
      saveAs(new Blob([text], { type: 'text/plain' }), name);
    }
    saved = text;
    space.say('saved');
    title();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) space.say(`not saved: ${String(error)}`);
  }
}

/** The picture as `wardley render` draws it. */
const rendered = () => ask<Picture>({ ask: 'render', text: editor.text, name });

async function share(): Promise<void> {
  const link = new URL(location.href);
  link.hash = await writeLink(editor.text);
  history.replaceState(null, '', link);
  const said = link.href.length > 8000 ? ' It is long: some programs cut such links.' : '';
  try {
    await navigator.clipboard.writeText(link.href);
    space.say('The link is copied. It holds the whole map: who has it has the map, and no server sees it.' + said);
  } catch {
    space.say('The link stands in the address bar. It holds the whole map.' + said);
  }
}

async function fromLink(): Promise<boolean> {
  if (!location.hash.startsWith('#map=')) return false;
  try {
    const text = await readLink(location.hash);
    if (text !== editor.text) open(text, 'shared.wm');
    return true;
  } catch {
    space.say('This link holds no map: it may have been cut.');
    return false;
  }
}

// ---- Menus
function fill(menu: string, rows: [string, string, () => void][]): void {
  const details = $<HTMLDetailsElement>(menu);
  details.querySelector('div')!.replaceChildren(...rows.map(([words, more, does]) => element('button', {
    onclick: () => { details.open = false; does(); },
  }, words, element('small', { textContent: more }))));
}
fill('examples', [...templates, ...examples].map(({ name, title, text }) => [title, name, () => open(text, name)]));
fill('export', exports.map(one => [one.words, one.more, () => {
  const as = name.replace(/\.[^.]*$/, '') + one.ending;
  void (async () => {
    try {
      if (one.form === 'svg') saveAs(new Blob([(await rendered()).svg], { type: 'image/svg+xml' }), as);
      else if (one.form === 'png') saveAs(await pngOf(await rendered()), as);
      else {
        const { text, lost } = await space.convert(one.form);
        saveAs(new Blob([text], { type: one.type }), as);
        if (lost.length > 0) space.say(`left out: ${lost.join('; ')}`);
      }
    } catch (error) { space.say(String(error)); }
  })();
}]));
addEventListener('click', event => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.menu[open]')) if (!menu.contains(event.target as Node)) menu.open = false;
});
addEventListener('keydown', event => {
  const menu = event.key === 'Escape' ? document.querySelector<HTMLDetailsElement>('.menu[open]') : null;
  if (menu) { menu.open = false; menu.querySelector('summary')?.focus(); event.preventDefault(); }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const act = { s: save, o: pick }[event.key];
  if (act) { event.preventDefault(); void act(); }
}, true);
$('open').onclick = () => void pick();
$('save').onclick = () => void save();
$('share').onclick = () => void share();
$('translate').onclick = () => void translate();
$('help').onclick = () => $<HTMLDialogElement>('helping').showModal();

// ---- Dropping and pasting
addEventListener('dragover', event => { event.preventDefault(); document.body.classList.add('dropping'); });
addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
addEventListener('drop', event => {
  document.body.classList.remove('dropping');
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  event.stopPropagation();
  void openFile(file);
}, true);
addEventListener('paste', event => {
  if (event.defaultPrevented || event.target instanceof HTMLElement && event.target.closest('.cm-editor, input')) return;
  const text = event.clipboardData?.getData('text/plain');
  if (text?.trim()) open(text, 'pasted.wm');
});
addEventListener('hashchange', () => void fromLink());

keys(space, { '?': () => $<HTMLDialogElement>('helping').showModal() });
shade(() => void (editor.text && space.draw()));
fold(space.viewer);
void (async () => {
  if (await fromLink()) return;
  const draft = memory.get('draft');
  const first = examples[0]!;
  if (draft?.trim()) open(draft, name); else open(first.text, first.name);
})();

if ('serviceWorker' in navigator && location.protocol !== 'file:') void navigator.serviceWorker.register('sw.js').catch(() => {});
