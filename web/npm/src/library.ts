// What the package does, wherever it runs.

import initAsync, { initSync, Library } from '../../wasm/built/wardley_wasm';
import type { Change, Changed, Completion, Converted, Form, Hover, Picture, Position, Problem, RenderOptions } from '../../src/protocol.js';

export type * from '../../src/protocol.js';

let library: Library | null = null;
let load: () => unknown = () => {
  throw new Error('wardley-map is not ready: `await init()` first');
};

/** What the compiled library can be loaded from. */
export type Source = URL | string | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module;

/** Loads the compiled library. */
export async function start(from: Source): Promise<void> {
  if (library) return;
  await initAsync({ module_or_path: from });
  library ??= new Library();
}

/** Lets the library be loaded when it is first needed, where that can be done at once. */
export function startLater(bytes: () => BufferSource): void {
  load = () => {
    initSync({ module: bytes() });
    library = new Library();
  };
}

function ready(): Library {
  if (!library) load();
  return library!;
}

function ask<T>(question: object): T {
  const answer = JSON.parse(ready().answer(JSON.stringify(question))) as { error?: string };
  if (answer && typeof answer.error === 'string') throw new Error(answer.error);
  return answer as T;
}

/**
 * Draws a map. Never fails because of what the text says: what could not be understood is in `problems`, and the picture shows all
 * else. The SVG is that of `wardley render`, byte for byte.
 */
export function render(text: string, options: RenderOptions = {}): Picture {
  return ask({ ask: 'render', text, ...options });
}

/** All that is wrong with a text. */
export function check(text: string, options: RenderOptions = {}): Problem[] {
  return ask({ ask: 'check', text, ...options });
}

/** The text in its one canonical form. */
export function format(text: string): string {
  return ask<{ text: string }>({ ask: 'format', text }).text;
}

/** The map in another form, and what that cannot say. A text in Mermaid's form or a map in JSON can be converted, too. */
export function convert(text: string, to: Form, options: RenderOptions = {}): Converted {
  return ask({ ask: 'convert', text, to, ...options });
}

/** What a change in the picture makes of the text. The ids and points are those of `render` with the same text and options. */
export function edit(text: string, change: Change, options: RenderOptions = {}): Changed {
  return ask({ ask: 'edit', text, edit: change, ...options });
}

/** What could stand at a place. */
export function complete(text: string, position: Position, options: RenderOptions = {}): Completion[] {
  return ask({ ask: 'complete', text, position, ...options });
}

/** What stands at a place, explained in Markdown. */
export function hover(text: string, position: Position, options: RenderOptions = {}): Hover | null {
  return ask({ ask: 'hover', text, position, ...options });
}

/** Adds a font (TrueType or OpenType) for scripts other than Latin, Greek and Cyrillic, whose letters are not measured else. */
export function addFont(bytes: Uint8Array): void {
  if (!ready().addFont(bytes)) throw new Error('not a font that can be read (TrueType or OpenType is)');
}
