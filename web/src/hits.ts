// What of a picture is under a pointer.

import type { Box, Item, Point } from './protocol';

/** An item and which part of it was hit. */
export interface Hit {
  item: Item;
  part: 'symbol' | 'label';
}

/** What a pointer at `point` means: symbols before labels, labels before the rest, later ones before earlier. `slack` is in pixels of the picture. */
export function hit(items: Item[], point: Point, slack: number): Hit | null {
  let label: Hit | null = null;
  let area: Hit | null = null;
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]!;
    if (item.kind === 'link') continue;
    const large = item.kind === 'attitude' || item.kind === 'pipeline';
    if (item.box && within(item.box, point, large ? 0 : slack)) {
      if (!large) return { item, part: 'symbol' };
      area ??= { item, part: 'symbol' };
    }
    if (!label && item.label && within(item.label.box, point, 1)) label = { item, part: 'label' };
  }
  return label ?? area ?? link(items, point, slack);
}

function within(box: Box, point: Point, slack: number): boolean {
  return point.x >= box.x - slack && point.x <= box.x + box.width + slack
    && point.y >= box.y - slack && point.y <= box.y + box.height + slack;
}

function link(items: Item[], point: Point, slack: number): Hit | null {
  for (const item of items) {
    if (item.kind !== 'link') continue;
    for (let at = 1; at < item.line.length; at++) {
      if (distance(point, item.line[at - 1]!, item.line[at]!) <= slack) return { item, part: 'symbol' };
    }
  }
  return null;
}

function distance(point: Point, from: Point, to: Point): number {
  const along = { x: to.x - from.x, y: to.y - from.y };
  const length = along.x * along.x + along.y * along.y || 1;
  const share = Math.max(0, Math.min(1, ((point.x - from.x) * along.x + (point.y - from.y) * along.y) / length));
  return Math.hypot(point.x - from.x - share * along.x, point.y - from.y - share * along.y);
}
