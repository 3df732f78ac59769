// The npm package as somebody uses it who installed it: its README runs, TypeScript takes it, pages show its element.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { command, open, root, serve } from './browser.mjs';

let folder;
const run = (program, ...words) => execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardley-npm-'));
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: join(root, 'web/npm'), encoding: 'utf8' }).trim();
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  run('npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', `./${packed}`, 'markdown-it@15.0.3', 'remark@15.0.1');
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('the snippets of the README run', () => {
  const readme = readFileSync(join(root, 'web/npm/README.md'), 'utf8');
  const snippets = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(found => found[1]);
  assert.ok(snippets.length >= 4, `${snippets.length} snippets`);
  copyFileSync(join(root, 'examples/tea-shop.wm'), join(folder, 'tea.wm'));
  snippets.forEach((snippet, at) => {
    writeFileSync(join(folder, `snippet-${at}.mjs`), snippet);
    const said = run('node', `snippet-${at}.mjs`);
    for (const [, expected] of snippet.matchAll(/console\.log\(.*\); \/\/ (.*)/g)) assert.ok(said.includes(expected), `${expected} is not said by:\n${snippet}\nbut ${said}`);
  });
});

test('TypeScript knows its types', () => {
  writeFileSync(join(folder, 'types.ts'), `
import { init, render, check, format, convert, edit, complete, hover, addFont, type Picture, type Item } from 'wardley-map';
import remarkWardley from 'wardley-map/remark';
import markdownItWardley from 'wardley-map/markdown-it';
import { WardleyMap } from 'wardley-map/element';
await init();
const picture: Picture = render('component A [0.5, 0.5]', { theme: 'dark', size: [800, 500] });
const item: Item | undefined = picture.items[0];
const changed = edit('component A [0.5, 0.5]', { do: 'move', id: item!.id, to: { x: 1, y: 2 } });
if ('refused' in changed) console.log(changed.refused); else console.log(changed.text, changed.edits[0]?.newText);
console.log(check('').length, format(''), convert('', 'mermaid').lost, complete('', { line: 0, character: 0 }), hover('', { line: 0, character: 0 }));
console.log(addFont, remarkWardley({ mdx: true }), markdownItWardley, WardleyMap);
// @ts-expect-error: there is no such form
convert('', 'pdf');
`);
  run(join(root, 'web/node_modules/.bin/tsc'), '--pretty', 'false', '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--skipLibCheck', 'false', '--lib', 'es2023,dom', 'types.ts');
});

test('Markdown of both kinds shows maps where they stand, and reports what is wrong', async () => {
  writeFileSync(join(folder, 'pages.mjs'), `
import MarkdownIt from 'markdown-it';
import { remark } from 'remark';
import markdownItWardley from 'wardley-map/markdown-it';
import remarkWardley from 'wardley-map/remark';
const page = 'before\\n\\n\`\`\`wardley\\ncomponent <Tea> [0.5, 0.5]\\nTea -> Nothing\\n\`\`\`\\n\\n\`\`\`js\\nlet x;\\n\`\`\`\\n';
const wrong = [];
console.log('IT', new MarkdownIt().use(markdownItWardley, { report: (problem, line) => wrong.push(problem.code + line) }).render(page), wrong.join());
const file = await remark().use(remarkWardley).process(page);
console.log('REMARK', String(file), file.messages.map(message => message.line + ': ' + message.reason).join());
const tree = remark().parse(page);
const mdx = await remark().use(remarkWardley, { mdx: true }).run(tree);
console.log('MDX', mdx.children[1].type, mdx.children[1].attributes[0].value.data.estree.body[0].expression.properties[0].value.value.slice(0, 8));
`);
  const said = run('node', 'pages.mjs');
  assert.match(said, /IT <p>before<\/p>\n<figure class="wardley"[^>]*><svg[^\n]*&lt;Tea&gt;[^\n]*<\/figure>\n<pre><code class="language-js">/);
  assert.match(said, /unknown-component3/);
  assert.match(said, /REMARK before\n\n<figure class="wardley"[^>]*><svg/);
  assert.match(said, / 5: .*Nothing/);
  assert.match(said, /MDX mdxJsxFlowElement <figure /);
});

test('a bundled page shows the element, and its picture is that of the command', async () => {
  const from = createRequire(join(folder, 'package.json'));
  writeFileSync(join(folder, 'page.mjs'), "import 'wardley-map/element';");
  await build({ entryPoints: [join(folder, 'page.mjs')], bundle: true, format: 'esm', outfile: join(folder, 'site/page.js'), absWorkingDir: folder, logLevel: 'error' });
  copyFileSync(join(from.resolve('wardley-map'), '../wardley.wasm'), join(folder, 'site/wardley.wasm'));
  const map = readFileSync(join(root, 'examples/tea-shop.wm'), 'utf8');
  writeFileSync(join(folder, 'site/tea.wm'), map);
  writeFileSync(join(folder, 'site/index.html'), `<!doctype html><link rel="icon" href="data:,"><script type="module" src="page.js"></script>
<wardley-map id="file" src="tea.wm"></wardley-map>
<wardley-map id="inside" theme="dark">
  title Inside
  component Cup [0.8, 0.6]
</wardley-map>`);
  const [site, browser] = [await serve(join(folder, 'site')), await open()];
  try {
    const page = await browser.page(site.url);
    await page.waitForFunction(() => [...document.querySelectorAll('wardley-map')].every(map => map.shadowRoot.querySelector('svg')));
    const text = await page.evaluate(() => document.querySelector('#file').shadowRoot.querySelector('svg').textContent);
    const expected = execFileSync(command, ['render', '-q', '-', '-o', '-'], { input: map }).toString();
    assert.equal(text.replace(/\s+/g, ''), await page.evaluate(svg => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement.textContent.replace(/\s+/g, ''), expected));
    await page.evaluate(() => { document.querySelector('#inside').text = 'title Changed\n'; });
    await page.waitForFunction(() => document.querySelector('#inside').shadowRoot.textContent.includes('Changed'));
    assert.deepEqual(browser.errors, []);
  } finally {
    await browser.close();
    await site.stop();
  }
});
