// For Node and what is like it. There is nothing to wait for: the library is loaded when it is first needed.

import { readFileSync } from 'node:fs';

import { start, startLater, type Source } from './library.js';

export * from './functions.js';

const bytes = () => readFileSync(new URL('./wardley.wasm', import.meta.url));
startLater(bytes);

/** Gets ready. Need not be called in Node. */
export function init(from: Source = bytes()): Promise<void> {
  return start(from);
}
