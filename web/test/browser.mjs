// What the tests share: a server of files, a browser, a running `wardley watch --serve`.

import { spawn } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const command = process.env.WARDLEY ?? join(root, 'target/debug/wardley');

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', svg: 'image/svg+xml', webmanifest: 'application/manifest+json' };

/** Serves a folder below `/some/path/`, as any server of files does. */
export function serve(folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname.replace(/^\/some\/path\//, '').replace(/^$/, 'index.html');
    const file = join(folder, normalize('/' + path));
    if (!request.url.startsWith('/some/path/') || !existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[file.split('.').at(-1)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve({
    url: `http://127.0.0.1:${server.address().port}/some/path/`,
    stop: () => new Promise(done => { server.closeAllConnections(); server.close(done); }),
  })));
}

/** A browser. Errors in a page's own scripts fail the test at the end. */
export async function open() {
  const browser = await chromium.launch({ executablePath: process.env.WARDLEY_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const errors = [];
  return {
    errors,
    async page(url, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.on('pageerror', error => errors.push(error.stack));
      page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
      if (url) await page.goto(url);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Starts `wardley watch` in a folder; gives the page's address. */
export async function watch(folder, ...words) {
  const child = spawn(command, ['watch', ...words, '--serve=127.0.0.1:0'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const url = await new Promise((resolve, reject) => {
    child.stderr.on('data', data => {
      said += data;
      const shown = /showing at (\S+)/.exec(said);
      if (shown) resolve(shown[1]);
    });
    child.on('exit', () => reject(new Error(said)));
  });
  return { url, stop: () => new Promise(done => { child.removeAllListeners('exit'); child.on('exit', done); child.kill(); }) };
}

/** Puts a text in the place of the editor's, as somebody types it. */
export async function write(page, text) {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

export const text = page => page.evaluate(() => [...document.querySelectorAll('.cm-line')].map(line => line.textContent).join('\n'));

/** The middle of the symbol of a component, on the screen. */
export async function symbol(page, name) {
  const box = await page.locator(`#map [data-name="${name}"] circle`).first().boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

export async function drag(page, from, to) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}
