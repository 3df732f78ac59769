// Maps in fences of Markdown.

import { render } from 'wardley-map';
import type { Problem, RenderOptions } from './library.js';

export interface FenceOptions extends Omit<RenderOptions, 'inline' | 'name'> {
  /** The words behind the fence that make it a map. Default: `wardley`, `wm`, `owm`. */
  languages?: string[];
  /** Hears of what is wrong with a map, and of the line (from 1) of its fence. */
  report?: (problem: Problem, line: number) => void;
}

/** Whether the words behind a fence make it a map. */
export function isMap(info: string | null | undefined, options: FenceOptions): boolean {
  return (options.languages ?? ['wardley', 'wm', 'owm']).includes((info ?? '').trim().split(/[\s{]/)[0]!.toLowerCase());
}

/** A map as one line of HTML. */
export function figure(text: string, line: number, options: FenceOptions): { html: string; problems: Problem[] } {
  const { languages: _, report, ...look } = options;
  const { svg, problems } = render(text, { theme: 'auto', ...look, inline: true });
  for (const problem of problems) report?.(problem, line);
  return { html: svg.trim(), problems };
}
