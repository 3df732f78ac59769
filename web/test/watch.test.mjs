// The page of `wardley watch --edit`, in a real browser.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { drag, open, symbol, text, watch, write } from './browser.mjs';

const TEA = 'title Tea\ncomponent Kettle [0.43, 0.35] // boils\ncomponent Power [0.10, 0.70]\nKettle -> Power\n';
let folder, browser, server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wardley-'));
  writeFileSync(join(folder, 'tea.wm'), TEA);
  server = await watch(folder, 'tea.wm', '--edit');
  browser = await open();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => readFileSync(join(folder, 'tea.wm'), 'utf8');
async function page() {
  const page = await browser.page(server.url);
  await page.waitForFunction(() => document.querySelectorAll('#map .wm-component').length === 2 && document.querySelector('#items button'));
  return page;
}
const saved = async (page, expected) => {
  await page.waitForFunction(() => document.querySelector('#save').disabled);
  assert.equal(file(), expected);
};

test('a drag is a draft until it is saved, and other windows follow', async () => {
  const first = await page();
  const second = await first.context().newPage();
  await second.goto(server.url);
  await second.waitForSelector('#map .wm-component');
  await first.bringToFront();
  const [x, y] = await symbol(first, 'Kettle');
  await drag(first, [x, y], [x + 100, y]);
  await first.waitForFunction(() => !document.querySelector('#save').disabled);
  const moved = await text(first);
  assert.match(moved, /Kettle \[0\.43, 0\.[45]\d\] \/\/ boils/);
  assert.equal(file(), TEA);
  await second.waitForFunction(moved => [...document.querySelectorAll('.cm-line')].map(line => line.textContent).join('\n') === moved, moved);
  await first.keyboard.press('ControlOrMeta+s');
  await saved(first, moved);
  await saved(second, moved);
  writeFileSync(join(folder, 'tea.wm'), TEA);
  await first.waitForFunction(() => document.body.innerText.includes('[0.43, 0.35]'));
  await first.context().close();
});

for (const [choice, expected] of [
  ['Merge both', TEA.replace('title Tea', 'title Mine').replace('0.70', '0.80')],
  ['Keep mine', TEA.replace('title Tea', 'title Mine')],
  ["Take the file's", TEA.replace('0.70', '0.80')],
]) {
  test(`a file that changed meanwhile: ${choice}`, async () => {
    writeFileSync(join(folder, 'tea.wm'), TEA);
    const one = await page();
    await one.waitForFunction(() => document.body.innerText.includes('[0.10, 0.70]'));
    await write(one, TEA.replace('title Tea', 'title Mine'));
    await one.waitForFunction(() => document.querySelector('#map svg').textContent.includes('Mine'));
    writeFileSync(join(folder, 'tea.wm'), TEA.replace('0.70', '0.80'));
    await one.locator('#conflict button', { hasText: choice }).click();
    if (choice === 'Merge both') await one.locator('#save').click();
    await saved(one, expected);
    await one.context().close();
    writeFileSync(join(folder, 'tea.wm'), TEA);
  });
}

test('who does not have the key can draw but not save', async () => {
  const one = await browser.page(server.url.replace(/#.*/, ''));
  await one.waitForSelector('#map .wm-component');
  await write(one, TEA.replace('title Tea', 'title Drawn'));
  await one.waitForFunction(() => document.querySelector('#map svg').textContent.includes('Drawn'));
  assert.equal(await one.locator('#save').isVisible(), false);
  await one.keyboard.press('ControlOrMeta+s');
  assert.equal(file(), TEA);
  await one.context().close();
});

test('nothing in the page failed', () => assert.deepEqual(browser.errors, []));
