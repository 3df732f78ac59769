// What is on the map as a list, for keyboards and screen readers: going through it selects in the picture.

import { $, element } from './dom';
import { place } from './inspector';
import type { Item, Picture } from './protocol';
import type { Workspace } from './workspace';

export class ItemList {
  private buttons = new Map<string, HTMLButtonElement>();

  constructor(private readonly workspace: Workspace) {}

  /** Lists what is in a picture. What had the focus keeps it. */
  fill(picture: Picture): void {
    const list = $('items');
    const focused = list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
    const links = new Map<string, string[]>();
    for (const item of picture.items) {
      const [from, to] = item.kind === 'link' ? item.name.split(' → ') : [];
      if (from && to) links.set(from, [...links.get(from) ?? [], to]);
    }
    this.buttons = new Map();
    const rows = picture.items.filter(item => item.kind !== 'link').map(item => {
      const needs = links.get(item.name);
      const button = element('button', {
        textContent: `${item.name}, ${place(item, picture)}${needs ? `; needs ${needs.join(', ')}` : ''}`,
        onfocus: () => { if (!this.workspace.reaches && this.workspace.selected()?.id !== item.id) this.workspace.select(item); },
        onclick: () => this.workspace.select(item),
      });
      button.dataset.key = key(item);
      this.buttons.set(key(item), button);
      return element('li', {}, button);
    });
    list.replaceChildren(...rows);
    // What is no more leaves the focus to the map.
    if (focused) (this.buttons.get(focused) ?? $('view')).focus({ preventScroll: true });
  }

  /** Marks what is selected. */
  mark(item: Item | null): void {
    for (const [name, button] of this.buttons) button.setAttribute('aria-pressed', String(item !== null && name === key(item)));
  }
}

const key = (item: Item) => `${item.kind} ${item.name}`;
