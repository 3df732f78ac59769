// What is drawn over the picture while somebody works in it: the frame of the selection, the handle to connect from, the line.

import type { Box, Item, Point } from './protocol';
import type { Viewer } from './viewer';

const SVG = 'http://www.w3.org/2000/svg';

export class Overlay {
  private readonly root = document.createElementNS(SVG, 'svg');
  private readonly frame = this.add('rect', 'frame');
  private readonly tail = this.add('rect', 'frame label');
  private readonly line = this.add('line', 'rubber');
  private readonly target = this.add('rect', 'frame target');
  /** A pointer that is pressed here begins a link. */
  readonly handle = this.add('g', 'handle');
  private item: Item | null = null;
  private rubber: [Point, Point, Box | null] | null = null;

  constructor(private readonly viewer: Viewer) {
    this.root.id = 'overlay';
    this.root.setAttribute('aria-hidden', 'true');
    const title = document.createElementNS(SVG, 'title');
    title.textContent = 'Drag to what it needs';
    const circle = document.createElementNS(SVG, 'circle');
    circle.setAttribute('r', '8');
    const arrow = document.createElementNS(SVG, 'path');
    arrow.setAttribute('d', 'M-4 0H4M1 -3L4 0L1 3');
    this.handle.append(title, circle, arrow);
    viewer.frame.append(this.root);
    this.place();
  }

  /** Frames an item, or nothing. */
  select(item: Item | null): void {
    this.item = item;
    this.place();
  }

  /** Draws a line from an item to a pointer, and frames what it would reach. */
  reach(from: Point, to: Point, target: Box | null): void {
    this.rubber = [from, to, target];
    this.place();
  }

  release(): void {
    this.rubber = null;
    this.place();
  }

  /** To be called whenever the picture moves. */
  place(): void {
    const item = this.item;
    this.box(this.frame, item?.box ?? null, 4);
    this.box(this.tail, item?.label?.box ?? null, 2);
    this.box(this.target, this.rubber?.[2] ?? null, 5);
    this.handle.style.display = item?.box && item.can.includes('connect') && !this.rubber ? '' : 'none';
    if (item?.box) {
      const at = this.at({ x: item.box.x + item.box.width, y: item.box.y });
      this.handle.setAttribute('transform', `translate(${at.x + 15} ${at.y - 11})`);
    }
    this.line.style.display = this.rubber ? '' : 'none';
    if (this.rubber) {
      const [from, to] = [this.at(this.rubber[0]), this.at(this.rubber[1])];
      for (const [name, value] of Object.entries({ x1: from.x, y1: from.y, x2: to.x, y2: to.y })) this.line.setAttribute(name, String(value));
    }
  }

  private box(shape: SVGElement, box: Box | null, air: number): void {
    shape.style.display = box ? '' : 'none';
    if (!box) return;
    const { x, y } = this.at(box);
    const zoom = this.viewer.view.zoom;
    const sides = { x: x - air, y: y - air, width: box.width * zoom + 2 * air, height: box.height * zoom + 2 * air };
    for (const [name, value] of Object.entries(sides)) shape.setAttribute(name, String(value));
  }

  private at(point: Point): Point {
    const { x, y, zoom } = this.viewer.view;
    return { x: x + point.x * zoom, y: y + point.y * zoom };
  }

  private add(tag: 'rect' | 'line' | 'g', name: string): SVGElement {
    const shape = document.createElementNS(SVG, tag);
    shape.setAttribute('class', name);
    shape.style.display = 'none';
    this.root.append(shape);
    return shape;
  }
}
