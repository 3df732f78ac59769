// The playground, in a real browser.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { command, drag, open, root, serve, symbol, text, write } from './browser.mjs';

const TEA = 'title Tea\ncomponent Kettle [0.43, 0.35] // boils\ncomponent Power [0.10, 0.70]\nKettle -> Power\n';
let site, browser, page;

before(async () => {
  site = await serve(join(root, 'web/dist'));
  browser = await open();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

const shows = words => page.waitForFunction(words => document.querySelector('#map svg')?.textContent.includes(words), words);
const until = (what, ...more) => page.waitForFunction(what, ...more);
async function tea() {
  page = await browser.page(site.url);
  await shows('Tea Shop');
  await write(page, TEA);
  await until(() => document.querySelectorAll('#map .wm-component').length === 2);
}
const says = async expected => {
  await until(expected => [...document.querySelectorAll('.cm-line')].map(line => line.textContent).join('\n') === expected, expected);
  assert.equal(await text(page), expected);
};

test('a map is there within a second, and what is typed is drawn', async () => {
  page = await browser.page();
  const start = Date.now();
  await page.goto(site.url);
  await shows('Tea Shop');
  const took = Date.now() - start;
  console.log(`# first picture after ${took} ms`);
  await write(page, TEA.replace('Kettle', 'Samovar'));
  await shows('Samovar');
  assert.deepEqual(browser.errors, []);
  await page.context().close();
});

test('dragging a symbol moves it in the text, one step to undo', async () => {
  await tea();
  const [x, y] = await symbol(page, 'Kettle');
  await drag(page, [x, y], [x + 120, y]);
  await until(() => !document.body.innerText.includes('[0.43, 0.35]'));
  const moved = await text(page);
  assert.match(moved, /^title Tea\ncomponent Kettle \[0\.43, 0\.\d\d\] \/\/ boils\ncomponent Power \[0\.10, 0\.70\]\nKettle -> Power\n$/);
  const [now] = await symbol(page, 'Kettle');
  assert.ok(Math.abs(now - x - 120) < 5, `${now} is not ${x + 120}`);
  await page.locator('#undo').click();
  await says(TEA);
  await page.locator('#redo').click();
  await says(moved);
  await page.context().close();
});

test('a label that is dragged stays where it was let go', async () => {
  await tea();
  const box = await page.locator('#map [data-name="Power"] text').first().boundingBox();
  const from = [box.x + box.width / 2, box.y + box.height / 2];
  await drag(page, from, [from[0] - 70, from[1] - 40]);
  await until(() => document.querySelector('.cm-content').innerText.includes('label ['));
  await until(([x, y]) => {
    const now = document.querySelector('#map [data-name="Power"] text').getBoundingClientRect();
    return Math.abs(now.x - x + 70) < 4 && Math.abs(now.y - y + 40) < 4;
  }, [box.x, box.y]);
  await page.context().close();
});

test('the handle links to what it needs, and the map takes something new', async () => {
  await tea();
  await write(page, TEA.replace('Kettle -> Power\n', ''));
  await until(() => document.querySelectorAll('#map .wm-link').length === 0);
  await page.mouse.click(...await symbol(page, 'Kettle'));
  const handle = await page.locator('#overlay .handle circle').boundingBox();
  await drag(page, [handle.x + 8, handle.y + 8], await symbol(page, 'Power'));
  await until(() => document.querySelectorAll('#map .wm-link').length === 1);
  assert.match(await text(page), /^Kettle -> Power$/m);

  const [x, y] = await symbol(page, 'Kettle');
  await page.mouse.dblclick(x + 150, y - 60);
  await page.locator('#naming input').fill('Tap water');
  await page.keyboard.press('Enter');
  await until(() => document.querySelector('#map [data-name="Tap water"]'));
  assert.match(await text(page), /component Tap water \[0\.\d\d, 0\.\d\d\]/);
  await page.context().close();
});

test('the keyboard reaches all of it', async () => {
  await tea();
  await page.locator('#items button', { hasText: 'Kettle' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await says(TEA.replace('[0.43, 0.35]', '[0.44, 0.36]'));
  await page.keyboard.press('F2');
  await page.keyboard.type('Samovar');
  await page.keyboard.press('Enter');
  await says(TEA.replace('[0.43, 0.35]', '[0.44, 0.36]').replaceAll('Kettle', 'Samovar'));
  await page.locator('#items button', { hasText: 'Samovar' }).focus();
  await page.keyboard.press('Delete');
  await until(() => !document.querySelector('#map [data-name="Samovar"]'));
  const left = await text(page);
  assert.ok(left.includes('component Power [0.10, 0.70]') && !left.includes('Samovar'), left);
  await page.keyboard.press('ControlOrMeta+z');
  await until(() => document.querySelector('#map [data-name="Samovar"]'));
  await page.context().close();
});

test('problems are listed, and their fixes are one click', async () => {
  await tea();
  await write(page, TEA.replace('component Kettle', 'compnent Kettle'));
  await page.locator('#problems .fix').first().click();
  await says(TEA);
  await page.context().close();
});

test('a shared link holds the map; a broken one says so', async () => {
  await tea();
  await page.locator('#share').click();
  await until(() => location.hash.startsWith('#map='));
  const link = page.url();
  await page.context().close();
  page = await browser.page(link);
  await shows('Kettle');
  assert.equal(await text(page), TEA);
  await page.goto(site.url + '#map=AAAA');
  await until(() => document.querySelector('#said').innerText.includes('no map'));
  await page.context().close();
});

test('it works without a network after the first visit', async () => {
  page = await browser.page(site.url);
  await shows('Tea Shop');
  await until(() => navigator.serviceWorker.ready.then(ready => ready.active?.state === 'activated'));
  await page.context().setOffline(true);
  await page.reload();
  await shows('Tea Shop');
  await write(page, TEA);
  await shows('Kettle');
  await page.context().close();
});

test('exports are what the command makes of every map', async () => {
  page = await browser.page(site.url);
  await shows('Tea Shop');
  const corpus = process.env.WARDLEY_CORPUS;
  const folders = [join(root, 'examples'), ...(corpus ? [corpus] : [])];
  const maps = folders.flatMap(folder => readdirSync(folder, { recursive: true }).filter(name => /\.(wm|owm)$/.test(name) && !name.includes('guide')).map(name => join(folder, name)));
  assert.ok(maps.length >= 10, `${maps.length} maps`);
  for (const map of maps) {
    const source = readFileSync(map, 'utf8').replace(/^\ufeff/, '');
    if (/^\s*include\b/m.test(source)) continue;
    const expected = execFileSync(command, ['render', '-q', '-', '-o', '-'], { input: source }).toString();
    await page.evaluate(source => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([source], 'map.wm'));
      dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, source);
    await page.locator('#export summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export button', { hasText: 'SVG' }).click()]);
    assert.equal(readFileSync(await download.path(), 'utf8'), expected, map);
  }
  console.log(`# ${maps.length} maps`);
  await page.locator('#export summary').click();
  const [png] = await Promise.all([page.waitForEvent('download'), page.locator('#export button', { hasText: 'PNG' }).click()]);
  assert.equal(readFileSync(await png.path()).subarray(1, 4).toString(), 'PNG');
  await page.context().close();
});

test('no map runs a script, not from a link either', async () => {
  page = await browser.page(site.url);
  await shows('Tea Shop');
  await page.evaluate(() => { window.harm = 0; });
  const attack = 'alert(1);window.harm=1';
  const hostile = [
    `title <script>${attack}</script>`, `component <img src=x onerror=${attack}> [0.5, 0.5]`, `component "]]><svg onload=${attack}>" [0.4, 0.4]`,
    `url bad [javascript:${attack}]`, 'component Link [0.3, 0.3] url(bad)', `component Free [0.6, 0.6] url(javascript:${attack})`,
    `note </text><script>${attack}</script> [0.2, 0.2]`, `annotation 1 [0.1, 0.1] <iframe srcdoc="<script>${attack}</script>">`, `style "><script>${attack}</script>`,
  ].join('\n') + '\n';
  await write(page, hostile);
  await until(() => document.querySelectorAll('#map .wm-component').length >= 3);
  for (const name of ['', 'Link', 'Free']) await page.locator(name ? `#map [data-name="${name}"]` : '#map svg').first().click({ force: true });
  await page.locator('#share').click();
  await until(() => location.hash.startsWith('#map='));
  const link = page.url();
  const inside = await page.evaluate(() => [window.harm, document.querySelectorAll('#map script, #map foreignObject, #map iframe, #map img, #map [onload], #map [onerror]').length,
    [...document.querySelectorAll('#map a')].filter(a => /^\s*(javascript|data):/i.test(a.getAttribute('href') ?? '')).length]);
  assert.deepEqual(inside, [0, 0, 0]);
  await page.context().close();
  page = await browser.page();
  let dialogs = 0;
  page.on('dialog', dialog => { dialogs++; void dialog.dismiss(); });
  await page.goto(link);
  await until(() => document.querySelectorAll('#map .wm-component').length >= 3);
  assert.deepEqual([await page.evaluate(() => window.harm ?? 0), dialogs], [0, 0]);
  await page.context().close();
});

/** Milliseconds from a key to the picture that shows it: the 95th of a hundred. */
async function keystrokes(count) {
  page = await browser.page(site.url);
  await shows('Tea Shop');
  const at = (number, step) => (0.05 + 0.9 * ((number * step) % count) / count).toFixed(2);
  let map = 'title Speed\n';
  for (let number = 0; number < count; number++) map += `component Thing ${number} [${at(number, 7919)}, ${at(number, 104729)}]\n`;
  for (let number = 1; number < count; number++) map += `Thing ${number >> 1} -> Thing ${number}\n`;
  await write(page, map + '\ntitle ');
  await until(count => document.querySelectorAll('#map .wm-component').length === count, count);
  const took = await page.evaluate(async () => {
    const took = [];
    for (let key = 0; key < 60; key++) {
      const drawn = new Promise(resolve => {
        const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
        observer.observe(document.querySelector('#map'), { childList: true });
      });
      const start = performance.now();
      document.execCommand('insertText', false, 'abcdefghij'[key % 10]);
      await drawn;
      took.push(performance.now() - start);
      await new Promise(resolve => setTimeout(resolve, 30));
    }
    return took.slice(10).sort((a, b) => a - b);
  });
  await page.context().close();
  return { median: took[25], p95: took[47] };
}

for (const [count, most] of [[40, 16], [300, 100]]) {
  test(`${count} components are drawn within ${most} ms of a key`, async () => {
    const { median, p95 } = await keystrokes(count);
    console.log(`# ${count} components: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
    assert.ok(median < most, `median ${median} ms`);
  });
}

test('nothing in the page failed', () => assert.deepEqual(browser.errors, []));
