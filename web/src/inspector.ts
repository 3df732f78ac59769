// What is selected, in words, and what can be done with it.

import { $, element } from './dom';
import type { Can, Item, Picture } from './protocol';
import type { Workspace } from './workspace';

interface Act {
  name: string;
  key: string;
  title: string;
  can: Can | 'placeLabel';
  does(item: Item): void;
}

export class Inspector {
  private readonly acts: Act[];
  private item: Item | null = null;
  private reaching: Item | null = null;

  constructor(private readonly workspace: Workspace) {
    const change = workspace.change.bind(workspace);
    this.acts = [
      { name: 'Rename', key: 'F2', title: 'Another name, everywhere (F2)', can: 'rename', does: item => workspace.rename(item) },
      { name: 'Connect', key: 'c', title: 'Link it to what it needs: then choose that (c)', can: 'connect', does: item => this.reach(item) },
      { name: 'Evolve', key: 'e', title: 'Give it a movement, a step to the right (e)', can: 'evolve', does: item => this.evolve(item) },
      { name: 'Release label', key: 'r', title: 'Leave its label to the layout (r)', can: 'placeLabel', does: item => void change({ do: 'placeLabel', id: item.id }) },
      { name: 'Remove', key: 'Delete', title: 'Remove it and its links (Delete)', can: 'remove', does: item => void change({ do: 'remove', id: item.id }) },
    ];
  }

  /** Shows what is selected. */
  show(item: Item | null, picture: Picture | null): void {
    if (this.reaching && item && item.id !== this.reaching.id) return this.arrive(item);
    const same = this.item?.name === item?.name && this.item?.kind === item?.kind;
    this.item = item;
    const bar = $('inspector');
    bar.hidden = !item;
    if (!item) return;
    const words = element('span', { className: 'what' }, element('b', { textContent: item.name.split('\n')[0] ?? '' }), ` ${place(item, picture)}`);
    if (same && bar.firstChild) return bar.firstChild.replaceWith(words);
    const acts = this.workspace.free() ? this.acts.filter(act => able(item, act.can)) : [];
    bar.replaceChildren(words, ...acts.map(act => element('button', { textContent: act.name, title: act.title, onclick: () => { if (this.item) act.does(this.item); } })));
  }

  /** Says where something is now, to those who do not see it. */
  announce(item: Item | null, picture: Picture | null): void {
    if (item) $('announced').textContent = `${item.name} ${place(item, picture)}`;
  }

  /** What a key does with what is selected. */
  act(key: string): (() => void) | null {
    const item = this.item;
    const act = this.acts.find(act => act.key === key || key === 'Backspace' && act.key === 'Delete');
    return item && act && able(item, act.can) ? () => act.does(item) : null;
  }

  private reach(item: Item): void {
    this.reaching = item;
    this.workspace.say(`What does ${item.name} need? Click it, or go to it with Tab and press Enter. Escape ends this.`);
    const end = (event: KeyboardEvent) => {
      if (event.key === 'Escape') this.reaching = null;
      if (event.key === 'Escape' || !this.reaching) removeEventListener('keydown', end, true);
    };
    addEventListener('keydown', end, true);
  }

  private arrive(to: Item): void {
    const from = this.reaching;
    this.reaching = null;
    this.workspace.say('');
    if (!from) return;
    if (to.can.includes('connect')) void this.workspace.change({ do: 'connect', from: from.id, to: to.id });
    this.workspace.select(from);
  }

  /** Whether the next thing that is chosen is what the selected one needs. */
  get reaches(): boolean {
    return this.reaching !== null;
  }

  private evolve(item: Item): void {
    const plot = this.workspace.picture()?.plot;
    if (!plot) return;
    const to = Math.min(plot.x + plot.width * 0.98, item.at.x + plot.width * 0.15);
    void this.workspace.change({ do: 'evolve', id: item.id, to: { x: to, y: item.at.y } });
  }
}

function able(item: Item, can: Act['can']): boolean {
  return can === 'placeLabel' ? item.label !== null && item.can.includes('moveLabel') : item.can.includes(can);
}

/** `component · visibility 0.43, evolution 0.35` */
export function place(item: Item, picture: Picture | null): string {
  const plot = picture?.plot;
  if (!plot || !item.box || item.kind === 'legend') return item.kind;
  const evolution = (item.at.x - plot.x) / plot.width;
  const visibility = 1 - (item.at.y - plot.y) / plot.height;
  return `${item.kind} · visibility ${visibility.toFixed(2)}, evolution ${evolution.toFixed(2)}`;
}
