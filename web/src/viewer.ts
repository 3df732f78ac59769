// One picture that can be moved, zoomed and traced: what the live page, the playground and a map as a page of its own share.

export interface View {
  x: number;
  y: number;
  zoom: number;
  fitted: boolean;
}

const TRACED = '.wm-component, .wm-anchor, .wm-submap, .wm-movement';

/** What of the picture an event is about: a component, an anchor, a submap or a movement. */
export const traced = (target: EventTarget | null): SVGGElement | null =>
  target instanceof Element ? target.closest<SVGGElement>(TRACED) : null;

export class Viewer {
  view: View = { x: 0, y: 0, zoom: 1, fitted: true };
  /** How far the pointer went since it was pressed, in pixels. What goes farther than a few is no click. */
  moved = 0;
  /** Whether the pointer that is pressed does something else than move the picture. */
  busy = false;
  private readonly fingers = new Map<number, [number, number]>();
  private hover = 0;

  /** `frame` is what is seen of `map`, which holds the picture. */
  constructor(readonly frame: HTMLElement, readonly map: HTMLElement, private readonly placed: () => void = () => {}) {
    frame.addEventListener('wheel', event => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), this.inFrame(event));
    }, { passive: false });
    frame.addEventListener('pointerdown', event => {
      this.fingers.set(event.pointerId, this.inFrame(event));
      if (this.fingers.size === 1) this.moved = 0;
    });
    addEventListener('pointermove', event => this.follow(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      addEventListener(end, event => { this.fingers.delete(event.pointerId); frame.classList.remove('moving'); });
    }
    map.addEventListener('pointerover', event => {
      const over = traced(event.target);
      clearTimeout(this.hover);
      if (this.busy) return;
      this.hover = window.setTimeout(() => this.trace(over?.dataset.name ?? null), over ? 90 : 30);
    });
    map.addEventListener('pointerleave', () => { clearTimeout(this.hover); this.trace(null); });
    addEventListener('resize', () => this.refit());
  }

  get svg(): SVGSVGElement | null {
    return this.map.querySelector('svg');
  }

  /** Shows a picture in the place of the last one; none if it is empty. Scripts in it never run: it is made a document first. */
  show(svg: string): void {
    if (!svg) return this.map.replaceChildren();
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    this.map.replaceChildren(document.importNode(drawn, true));
    this.map.classList.remove('tracing');
    this.refit();
  }

  get size(): [number, number] {
    const box = this.svg?.viewBox.baseVal;
    return box ? [box.width, box.height] : [1, 1];
  }

  fit(): void {
    const [width, height] = this.size;
    const box = this.frame.getBoundingClientRect();
    const zoom = Math.min(box.width / width, box.height / height) || 1;
    this.view = { zoom, fitted: true, x: (box.width - width * zoom) / 2, y: (box.height - height * zoom) / 2 };
    this.place();
  }

  /** Fits the picture again if it was fitted, else leaves it where it is. */
  refit(): void {
    if (this.view.fitted) this.fit(); else this.place();
  }

  zoom(factor: number, at?: [number, number]): void {
    const box = this.frame.getBoundingClientRect();
    const [x, y] = at ?? [box.width / 2, box.height / 2];
    const old = this.view;
    const zoom = Math.min(20, Math.max(0.05, old.zoom * factor));
    const real = zoom / old.zoom;
    this.view = { zoom, fitted: false, x: x - (x - old.x) * real, y: y - (y - old.y) * real };
    this.place();
  }

  move(dx: number, dy: number): void {
    this.view = { ...this.view, fitted: false, x: this.view.x + dx, y: this.view.y + dy };
    this.place();
  }

  /** Where in the picture a pointer is. */
  point(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const [x, y] = this.inFrame(event);
    return { x: (x - this.view.x) / this.view.zoom, y: (y - this.view.y) / this.view.zoom };
  }

  /** Fades all but what needs the thing of this name, and what it needs. */
  trace(name: string | null): void {
    for (const g of this.map.querySelectorAll('.traced')) g.classList.remove('traced');
    this.map.classList.toggle('tracing', name !== null);
    if (name === null) return;
    const names = new Set([name]);
    for (const link of this.map.querySelectorAll<SVGGElement>('.wm-link, .wm-movement')) {
      const { from, to } = link.dataset;
      if (from !== name && to !== name) continue;
      link.classList.add('traced');
      names.add(from ?? '').add(to ?? '');
    }
    for (const g of this.map.querySelectorAll<SVGGElement>('[data-name]')) {
      if (names.has(g.dataset.name ?? '') && !g.matches('.wm-link')) g.classList.add('traced');
    }
  }

  private place(): void {
    const { x, y, zoom } = this.view;
    const [width, height] = this.size;
    this.svg?.setAttribute('width', String(width * zoom));
    this.svg?.setAttribute('height', String(height * zoom));
    this.map.style.transform = `translate(${x}px, ${y}px)`;
    this.placed();
  }

  private inFrame(event: { clientX: number; clientY: number }): [number, number] {
    const box = this.frame.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private follow(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const now = this.inFrame(event);
    if (this.fingers.size === 1) {
      this.moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
      if (this.moved > 4 && !this.busy) {
        this.frame.classList.add('moving');
        this.move(now[0] - before[0], now[1] - before[1]);
      }
    } else {
      const other = [...this.fingers].find(([id]) => id !== event.pointerId)![1];
      const distance = (point: [number, number]) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
      this.moved += 9;
      this.zoom(distance(now) / distance(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
    }
    this.fingers.set(event.pointerId, now);
  }
}
