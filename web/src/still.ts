// A map as a page of its own, without a server: moved, zoomed and traced, with what is said of each thing beside it.

import { $, element, writing } from './dom';
import { Viewer, traced } from './viewer';

const viewer = new Viewer($('view'), $('map'));
const about = $('about');

/** What the thing of this name needs, and what needs it, as the picture's links say. */
function neighbors(name: string): Record<string, string[]> {
  const links = [...$('map').querySelectorAll<SVGGElement>('.wm-link')].map(link => link.dataset);
  return {
    needs: links.filter(link => link.from === name).map(link => link.to ?? ''),
    'needed by': links.filter(link => link.to === name).map(link => link.from ?? ''),
  };
}

function tell(thing: SVGGElement | null): void {
  const name = thing?.dataset.name ?? '';
  about.hidden = name === '';
  const said = thing?.querySelector(':scope > title')?.textContent ?? '';
  const lines = Object.entries(neighbors(name)).filter(([, names]) => names.length > 0)
    .map(([word, names]) => element('div', {}, `${word}: ${[...new Set(names)].join(', ')}`));
  about.replaceChildren(element('b', { textContent: name }), ...said && said !== name ? [element('div', { textContent: said })] : [], ...lines);
  viewer.trace(name || null);
}

$('view').addEventListener('click', event => {
  if (viewer.moved <= 4) tell(traced(event.target));
});
$('in').onclick = () => viewer.zoom(1.25);
$('out').onclick = () => viewer.zoom(0.8);
$('fit').onclick = () => viewer.fit();

const keys: Record<string, () => void> = {
  '+': () => viewer.zoom(1.25), '=': () => viewer.zoom(1.25), '-': () => viewer.zoom(0.8), '0': () => viewer.fit(), 'f': () => viewer.fit(),
  ArrowLeft: () => viewer.move(60, 0), ArrowRight: () => viewer.move(-60, 0), ArrowUp: () => viewer.move(0, 60), ArrowDown: () => viewer.move(0, -60),
  Escape: () => tell(null),
};
addEventListener('keydown', event => {
  const action = keys[event.key];
  if (!action || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
  event.preventDefault();
  action();
});
viewer.fit();
