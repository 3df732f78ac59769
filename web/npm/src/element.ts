// `<wardley-map>`: a map in a page, from a file (`src`) or from the text inside.

import { init, render } from 'wardley-map';
import type { Problem } from './library.js';

export class WardleyMap extends HTMLElement {
  static readonly observedAttributes = ['src', 'theme', 'width', 'height'];
  private readonly root = this.attachShadow({ mode: 'open' });
  private count = 0;
  private readonly observer = new MutationObserver(() => void this.draw());
  /** What is wrong with the map that is shown. */
  problems: Problem[] = [];

  connectedCallback(): void {
    this.observer.observe(this, { childList: true, characterData: true, subtree: true });
    void this.draw();
  }

  disconnectedCallback(): void {
    this.observer.disconnect();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.draw();
  }

  /** The text of the map. */
  get text(): string {
    return this.textContent ?? '';
  }

  set text(text: string) {
    this.textContent = text;
  }

  private async draw(): Promise<void> {
    const count = ++this.count;
    const [from, theme] = [this.getAttribute('src'), this.getAttribute('theme')];
    const [width, height] = [Number(this.getAttribute('width')), Number(this.getAttribute('height'))];
    try {
      await init();
      const text = from === null ? undented(this.text) : await fetched(from);
      if (count !== this.count) return;
      const picture = render(text, { theme: theme ?? undefined, size: width && height ? [width, height] : undefined });
      // Made a document first, so that nothing in it is ever taken for anything but a picture.
      const svg = document.importNode(new DOMParser().parseFromString(picture.svg, 'image/svg+xml').documentElement, true) as unknown as SVGElement;
      svg.setAttribute('style', 'display:block;max-width:100%;height:auto');
      this.root.replaceChildren(svg);
      this.problems = picture.problems;
      this.dispatchEvent(new CustomEvent('drawn', { detail: { problems: picture.problems } }));
    } catch (error) {
      if (count !== this.count) return;
      this.root.textContent = String(error);
      this.dispatchEvent(new CustomEvent('failed', { detail: { error } }));
    }
  }
}

async function fetched(from: string): Promise<string> {
  const answer = await fetch(from);
  if (!answer.ok) throw new Error(`${from}: ${answer.status} ${answer.statusText}`);
  return answer.text();
}

/** Text inside of HTML is indented as that is. */
function undented(text: string): string {
  const lines = text.replace(/^\s*\n/, '').trimEnd().split('\n');
  const depth = Math.min(...lines.filter(line => line.trim()).map(line => /^\s*/.exec(line)![0].length), 80);
  return lines.map(line => line.slice(depth)).join('\n') + '\n';
}

if (!customElements.get('wardley-map')) customElements.define('wardley-map', WardleyMap);
