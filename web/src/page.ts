// What every page has around the workspace: shades, the bar's buttons, keys.

import { $, memory, writing } from './dom';
import type { Viewer } from './viewer';
import type { Workspace } from './workspace';

/** Whether the page is dark. */
export const shades = { dark: (memory.get('shade') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark' };

let reshade = () => {};

/** Lets the page be light or dark; calls `changed` now and whenever that changes. */
export function shade(changed: () => void): void {
  reshade = () => {
    document.documentElement.classList.toggle('dark', shades.dark);
    changed();
  };
  reshade();
  $('shade').onclick = toggleShade;
}

function toggleShade(): void {
  shades.dark = !shades.dark;
  memory.set('shade', shades.dark ? 'dark' : 'light');
  reshade();
}

/** Lets the text be shown or not. Remembers which. */
export function fold(viewer: Viewer): void {
  $('side').hidden = memory.get('text') === 'hidden';
  $('text').onclick = () => toggleText(viewer);
}

function toggleText(viewer: Viewer): void {
  $('side').hidden = !$('side').hidden;
  memory.set('text', $('side').hidden ? 'hidden' : 'shown');
  viewer.refit();
}

/** Keys that are pressed outside of texts, and the buttons of the bar. */
export function keys(space: Workspace, more: Record<string, () => void>): void {
  const { viewer, editor } = space;
  const does: Record<string, () => void> = {
    '+': () => viewer.zoom(1.25), '=': () => viewer.zoom(1.25), '-': () => viewer.zoom(0.8), '0': () => viewer.fit(), f: () => viewer.fit(),
    d: toggleShade, t: () => toggleText(viewer),
    ArrowLeft: () => viewer.move(60, 0), ArrowRight: () => viewer.move(-60, 0), ArrowUp: () => viewer.move(0, 60), ArrowDown: () => viewer.move(0, -60),
    a: () => { if (space.free()) space.nameInMiddle(); },
    ...more,
  };
  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    const act = does[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  $('in').onclick = does['+']!;
  $('out').onclick = does['-']!;
  $('fit').onclick = () => viewer.fit();
  $('undo').onclick = () => editor.undo();
  $('redo').onclick = () => editor.redo();
  $('add').onclick = () => space.nameInMiddle();
  $('format').onclick = () => void space.format();
}
