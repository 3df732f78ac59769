// For remark: Astro, Docusaurus, Next and all else that reads Markdown with it.

import { init } from 'wardley-map';
import { figure, isMap, type FenceOptions } from './fences.js';

export interface RemarkOptions extends FenceOptions {
  /** Whether the Markdown becomes MDX, which takes no HTML. Default: whether the file's name ends in `.mdx`. Docusaurus: `true`. */
  mdx?: boolean;
}

interface Node {
  type: string;
  lang?: string | null;
  value?: string;
  position?: { start: { line: number } };
  children?: Node[];
  [more: string]: unknown;
}

interface File {
  extname?: string;
  message(reason: string, place?: { line: number; column: number }): unknown;
}

/** Draws the fences that hold maps. What is wrong with them becomes messages of the file. */
export default function remarkWardley(options: RemarkOptions = {}): (tree: unknown, file: unknown) => Promise<void> {
  const { mdx, ...fences } = options;
  return async (tree, file) => {
    await init();
    const page = file as File;
    draw(tree as Node, page, fences, mdx ?? page.extname === '.mdx');
  };
}

function draw(root: Node, file: File, options: FenceOptions, mdx: boolean): void {
  // No recursion: how deep a page is nested is its author's business.
  const open = [root];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    const children = parent.children ?? [];
    children.forEach((node, at) => {
      if (node.type !== 'code' || !isMap(node.lang, options)) return void open.push(node);
      const line = node.position?.start.line ?? 0;
      const { html, problems } = figure(node.value ?? '', line, options);
      children[at] = mdx ? jsx(html) : { type: 'html', value: html };
      for (const problem of problems) {
        const { start } = problem.range;
        file.message(problem.message, { line: line + 1 + start.line, column: 1 + start.character });
      }
    });
  }
}

/** The same as an element of MDX. */
function jsx(html: string): Node {
  const literal = { type: 'Literal', value: html, raw: JSON.stringify(html) };
  const key = { type: 'Identifier', name: '__html' };
  const object = { type: 'ObjectExpression', properties: [{ type: 'Property', key, value: literal, kind: 'init', method: false, shorthand: false, computed: false }] };
  const estree = { type: 'Program', sourceType: 'module', comments: [], body: [{ type: 'ExpressionStatement', expression: object }] };
  const value = { type: 'mdxJsxAttributeValueExpression', value: `{__html: ${literal.raw}}`, data: { estree } };
  return { type: 'mdxJsxFlowElement', name: 'div', attributes: [{ type: 'mdxJsxAttribute', name: 'dangerouslySetInnerHTML', value }], children: [] };
}
