// Files that the browser hands out.

import { element } from './dom';
import type { Form, Picture } from './protocol';

/** What a map can be exported as. */
export const exports: { form: Form | 'svg' | 'png'; ending: string; type: string; words: string; more: string }[] = [
  { form: 'svg', ending: '.svg', type: 'image/svg+xml', words: 'SVG', more: 'sharp at every size' },
  { form: 'png', ending: '.png', type: 'image/png', words: 'PNG', more: 'for documents and slides' },
  { form: 'mermaid', ending: '.mmd', type: 'text/plain', words: 'Mermaid', more: 'wardley-beta, which GitHub draws' },
  { form: 'owm', ending: '.owm', type: 'text/plain', words: 'OnlineWardleyMaps', more: 'as that page writes it' },
  { form: 'json', ending: '.json', type: 'application/json', words: 'JSON', more: 'all that is said of the map' },
  { form: 'dot', ending: '.dot', type: 'text/plain', words: 'Graphviz', more: 'the value chain as a graph' },
];

/** Saves a file under this name, as downloads are. */
export function save(blob: Blob, name: string): void {
  const a = element('a', { href: URL.createObjectURL(blob), download: name });
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60_000);
}

/** So many pixels of a PNG for one of the picture, as the command has it. */
const SCALE = 2;

/** A picture as PNG, painted by the browser. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = element('canvas', { width: picture.width * SCALE, height: picture.height * SCALE });
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error('the picture is too large for a PNG')), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}
