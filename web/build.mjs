// `node build.mjs watch|still|playground|npm`: makes of the sources what is served, opened or published.

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const at = (...path) => join(web, ...path);
const read = path => readFileSync(path, 'utf8');

/** Maps to begin with: those of the project's examples, and nearly empty ones. */
const maps = {
  name: 'maps',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^examples$/ }, () => ({ path: 'examples', namespace: 'maps' }));
    onLoad({ filter: /.*/, namespace: 'maps' }, () => {
      const folder = ending => {
        const from = ending === 'examples' ? join(root, 'examples') : at('templates');
        return readdirSync(from).filter(name => name.endsWith('.wm')).sort((a, b) => (b === 'tea-shop.wm') - (a === 'tea-shop.wm') || a.localeCompare(b)).map(name => {
          const text = read(join(from, name));
          return { name, title: /^title (.*)$/m.exec(text)?.[1] ?? name, text };
        });
      };
      return { contents: `export const examples = ${JSON.stringify(folder('examples'))};\nexport const templates = ${JSON.stringify(folder('templates'))};\n`, loader: 'js' };
    });
  },
};

const common = { bundle: true, minify: true, target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning', absWorkingDir: web };
const script = (from, options = {}) => build({ ...common, entryPoints: [at(from)], format: 'iife', write: false, plugins: [maps], ...options }).then(made => made.outputFiles[0].text);
const style = () => build({ ...common, entryPoints: [at('src/page.css')], write: false }).then(made => made.outputFiles[0].text);
const page = from => read(at('src', from)).replace('<!-- bar -->', read(at('src/bar.html')).trim()).replace('<!-- room -->', read(at('src/room.html')).trim());

const makes = {
  /** The page that the command holds. */
  async watch() {
    const to = join(root, 'src/cli/watch');
    writeFileSync(join(to, 'page.js'), await script('src/watch.ts'));
    writeFileSync(join(to, 'page.css'), await style());
    writeFileSync(join(to, 'page.html'), page('watch.html'));
  },

  /** A map as a page of its own. */
  async still() {
    const to = join(root, 'src/render/html');
    writeFileSync(join(to, 'page.js'), await script('src/still.ts'));
    const { outputFiles } = await build({ ...common, entryPoints: [at('src/still.css')], write: false });
    writeFileSync(join(to, 'page.css'), outputFiles[0].text);
  },

  /** The playground: a folder for any server of files. */
  async playground() {
    const to = at('dist');
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to);
    const files = new Map([
      ['index.html', page('playground.html')],
      ['page.css', await style()],
      ['page.js', await script('src/playground.ts')],
      ['worker.js', await script('workers/worker.ts', { define: { 'import.meta.url': '""' } })],
      ['wardley.wasm', readFileSync(at('wasm/built/wardley_wasm_bg.wasm'))],
      ['icon.svg', read(at('src/icon.svg'))],
      ['manifest.webmanifest', read(at('src/manifest.webmanifest'))],
    ]);
    const hash = createHash('sha256');
    for (const [name, content] of files) {
      hash.update(content);
      writeFileSync(join(to, name), content);
    }
    const version = JSON.stringify('wardley-' + hash.digest('hex').slice(0, 12));
    writeFileSync(join(to, 'sw.js'), await script('workers/sw.ts', { define: { VERSION: version, FILES: JSON.stringify(['./', ...files.keys()]) } }));
  },

  /** What is published as `wardley-map`. */
  async npm() {
    const to = at('npm/dist');
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });
    const module = (entry, options = {}) => build({ ...common, minify: false, entryPoints: [at('npm/src', entry + '.ts')], outfile: join(to, entry + '.js'), format: 'esm', external: ['./*'], ...options });
    for (const entry of ['index', 'browser', 'shared', 'element', 'remark', 'markdown-it']) await module(entry, entry === 'shared' ? { external: [] } : {});
    cpSync(at('wasm/built/wardley_wasm_bg.wasm'), join(to, 'wardley.wasm'));
  },
};

const make = makes[process.argv[2]];
if (!make) throw new Error('node build.mjs watch|playground|npm');
await make();
