// The little form that asks for a name where something is to stand.

import { $, element } from './dom';
import type { Point } from './protocol';
import type { Viewer } from './viewer';

type New = 'component' | 'anchor' | 'submap' | 'note';

export class Naming {
  private readonly form = element('form', { id: 'naming', hidden: true });
  private readonly input = element('input', { required: true, autocomplete: 'off', attributes_: { 'aria-label': 'Name' } });
  private readonly kind = element('select', { attributes_: { 'aria-label': 'Kind' } });
  private at: Point = { x: 0, y: 0 };
  private done: (name: string, kind: New) => void = () => {};

  constructor(private readonly viewer: Viewer) {
    this.form.append(this.kind, this.input, element('button', { textContent: 'OK' }));
    viewer.frame.append(this.form);
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      const name = this.input.value.trim();
      if (!name) return;
      this.close();
      this.done(name, this.kind.value as New);
    });
    this.form.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
    this.form.addEventListener('focusout', event => {
      if (!(event.relatedTarget instanceof Node && this.form.contains(event.relatedTarget))) this.form.hidden = true;
    });
    for (const name of ['pointerdown', 'dblclick'] as const) this.form.addEventListener(name, event => event.stopPropagation());
  }

  /** Asks for a name, and of which kind it is where there are several. */
  ask(at: Point, kinds: New[], name: string, done: (name: string, kind: New) => void): void {
    this.at = at;
    this.done = done;
    this.kind.replaceChildren(...kinds.map(kind => element('option', { textContent: kind, value: kind })));
    this.kind.hidden = kinds.length < 2;
    this.input.value = name;
    this.input.placeholder = kinds.length > 0 ? 'name' : '';
    this.form.hidden = false;
    this.place();
    this.input.focus();
    this.input.select();
  }

  place(): void {
    if (this.form.hidden) return;
    const { x, y, zoom } = this.viewer.view;
    const frame = this.viewer.frame.getBoundingClientRect();
    const within = (value: number, most: number) => Math.max(4, Math.min(most - 4, value));
    this.form.style.left = within(x + this.at.x * zoom, frame.width - this.form.offsetWidth) + 'px';
    this.form.style.top = within(y + this.at.y * zoom + 10, frame.height - this.form.offsetHeight) + 'px';
  }

  private close(): void {
    this.form.hidden = true;
    $('view').focus();
  }
}
