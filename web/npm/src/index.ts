// For browsers and bundlers.

import { start, type Source } from './library.js';

export * from './functions.js';

/** Gets ready. To be awaited once before anything else; `from` is where the compiled library is, if not beside this module. */
export function init(from: Source = new URL('./wardley.wasm', import.meta.url)): Promise<void> {
  return start(from);
}
