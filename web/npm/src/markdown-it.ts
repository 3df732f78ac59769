// For markdown-it: VitePress, Eleventy and all else that reads Markdown with it. In a browser, `await init()` first.

import { figure, isMap, type FenceOptions } from './fences.js';

interface Token {
  info: string;
  content: string;
  map: [number, number] | null;
}

type Rule = (tokens: Token[], at: number, ...more: unknown[]) => string;

/** Draws the fences that hold maps. */
export default function markdownItWardley(md: { renderer: { rules: Record<string, unknown> } }, options: FenceOptions = {}): void {
  const before = md.renderer.rules['fence'] as Rule | undefined;
  const rule: Rule = (tokens, at, ...more) => {
    const token = tokens[at]!;
    if (isMap(token.info, options)) return figure(token.content, (token.map?.[0] ?? 0) + 1, options).html + '\n';
    return before ? before(tokens, at, ...more) : '';
  };
  md.renderer.rules['fence'] = rule;
}
