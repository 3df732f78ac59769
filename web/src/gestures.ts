// What a pointer does in the picture: select, drag, connect, add, rename. Each becomes a change of the text.

import { hit, type Hit } from './hits';
import type { Change, Item, Picture, Point } from './protocol';
import type { Overlay } from './overlay';
import { traced, type Viewer } from './viewer';

/** What the page does for a gesture. */
export interface Hands {
  /** What is shown. */
  picture(): Picture | null;
  /** Whether the text may be changed. */
  free(): boolean;
  /** What is selected. */
  selected(): Item | null;
  select(item: Item | null): void;
  /** Shows where the text defines this name. */
  point(name: string): void;
  /** Shows what a change would make of the picture; the text stays. */
  preview(change: Change | null): void;
  /** Changes the text. */
  change(change: Change): Promise<boolean>;
  /** Asks for a name at a point of the picture. `from` is what will need the new component. */
  name(at: Point, from: Item | null): void;
  rename(item: Item): void;
  /** A link of the picture leads here. */
  lead(href: string): void;
}

type Drag =
  | { does: 'move' | 'label'; item: Item; start: Point; from: Point }
  | { does: 'connect'; item: Item };

/** How far around a symbol a pointer still means it, in pixels of the screen. */
const SLACK = 6;
const FINGER = 14;

export class Gestures {
  private drag: Drag | null = null;
  private pressed = false;

  constructor(private readonly viewer: Viewer, private readonly overlay: Overlay, private readonly hands: Hands) {
    // The viewer counts how far the pointer goes; it must hear of the press first.
    viewer.frame.addEventListener('pointerdown', event => this.press(event));
    overlay.handle.addEventListener('pointerdown', event => {
      const item = hands.selected();
      if (item && hands.free()) this.take({ does: 'connect', item }, event);
    });
    addEventListener('pointermove', event => this.move(event));
    addEventListener('pointerup', event => void this.drop(event));
    addEventListener('pointercancel', () => this.cancel());
    addEventListener('keydown', event => { if (event.key === 'Escape' && this.drag) { event.stopPropagation(); this.cancel(); } }, true);
    viewer.frame.addEventListener('click', event => this.click(event));
    viewer.frame.addEventListener('dblclick', event => this.double(event));
  }

  private under(event: PointerEvent | MouseEvent): Hit | null {
    const touch = 'pointerType' in event && event.pointerType === 'touch';
    return hit(this.hands.picture()?.items ?? [], this.viewer.point(event), (touch ? FINGER : SLACK) / this.viewer.view.zoom);
  }

  private press(event: PointerEvent): void {
    this.pressed = event.button === 0 && !(event.target instanceof Element && event.target.closest('form, button, #inspector'));
    if (!this.pressed || this.drag || !this.hands.free()) return;
    const found = this.under(event);
    if (!found) return;
    const { item, part } = found;
    if (event.shiftKey && item.can.includes('connect')) return this.take({ does: 'connect', item }, event);
    const start = this.viewer.point(event);
    if (part === 'label' && item.label && item.can.includes('moveLabel')) this.take({ does: 'label', item, start, from: item.label.at }, event);
    else if (part === 'symbol' && item.can.includes('move')) this.take({ does: 'move', item, start, from: item.at }, event);
  }

  private take(drag: Drag, event: PointerEvent): void {
    this.drag = drag;
    this.viewer.busy = true;
    this.viewer.trace(null);
    if (drag.does === 'connect') event.preventDefault();
  }

  private move(event: PointerEvent): void {
    const drag = this.drag;
    if (!drag) {
      const found = this.hands.free() && event.target instanceof Node && this.viewer.frame.contains(event.target) ? this.under(event) : null;
      const can = found && found.item.can.includes(found.part === 'label' ? 'moveLabel' : 'move');
      this.viewer.frame.classList.toggle('grabs', Boolean(can));
      return;
    }
    if (this.viewer.moved <= 4) return;
    const point = this.viewer.point(event);
    if (drag.does === 'connect') {
      const target = this.target(event, drag.item);
      this.overlay.reach(drag.item.at, point, target?.box ?? null);
    } else {
      if (this.hands.selected()?.id !== drag.item.id) this.hands.select(drag.item);
      this.hands.preview(change(drag, point));
    }
  }

  private async drop(event: PointerEvent): Promise<void> {
    const drag = this.drag;
    const pressed = this.pressed;
    this.pressed = false;
    if (drag) this.release();
    if (pressed && this.viewer.moved <= 4) return this.tap(event);
    if (!drag || this.viewer.moved <= 4) return;
    const point = this.viewer.point(event);
    if (drag.does === 'connect') {
      const target = this.target(event, drag.item);
      if (target) await this.hands.change({ do: 'connect', from: drag.item.id, to: target.id });
      else if (event.target instanceof Node && this.viewer.frame.contains(event.target)) this.hands.name(point, drag.item);
      return;
    }
    if (!await this.hands.change(change(drag, point))) this.hands.preview(null);
  }

  private cancel(): void {
    this.pressed = false;
    if (!this.drag) return;
    this.release();
    this.hands.preview(null);
  }

  private release(): void {
    this.drag = null;
    this.viewer.busy = false;
    this.overlay.release();
  }

  private target(event: PointerEvent, from: Item): Item | null {
    const item = this.under(event)?.item;
    return item && item.id !== from.id && item.can.includes('connect') ? item : null;
  }

  /** Links of the picture are the page's to follow: those that a pointer pressed are followed by `tap`. */
  private click(event: MouseEvent): void {
    const a = event.target instanceof Element ? event.target.closest('a') : null;
    if (!a) return;
    event.preventDefault();
    if (event.detail === 0) this.hands.lead(a.getAttribute('href') ?? '');
  }

  /** A press and a release at one place. Browsers make no click of it where the picture was drawn anew in between. */
  private tap(event: PointerEvent): void {
    const a = event.target instanceof Element ? event.target.closest('a') : null;
    if (a && !event.shiftKey) return this.hands.lead(a.getAttribute('href') ?? '');
    const found = this.under(event)?.item;
    const name = traced(event.target)?.dataset.name;
    // A picture that the text was not asked about yet says of itself what is in it.
    if (!found && name && !this.hands.picture()) return this.hands.point(name);
    this.hands.select(found ?? null);
  }

  private double(event: MouseEvent): void {
    if (!this.hands.free() || event.target instanceof Element && event.target.closest('form, button')) return;
    const found = this.under(event);
    if (found && found.item.kind !== 'attitude' && found.item.kind !== 'link') {
      if (found.item.can.includes('rename')) this.hands.rename(found.item);
    } else {
      this.hands.name(this.viewer.point(event), null);
    }
  }
}

function change(drag: Drag & { does: 'move' | 'label' }, point: Point): Change {
  const to = { x: drag.from.x + point.x - drag.start.x, y: drag.from.y + point.y - drag.start.y };
  return { do: drag.does === 'move' ? 'move' : 'moveLabel', id: drag.item.id, to };
}
