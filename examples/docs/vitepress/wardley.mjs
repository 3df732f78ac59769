// A markdown-it plugin: fences of `wardley` (or owm, wardleymap, wm) become pictures. VitePress, and whoever else uses markdown-it.
// WARDLEY names the command where it is not on the PATH; WARDLEY_STRICT=1 ends the build because of a warning.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

const words = new Set(['wardley', 'owm', 'wardleymap', 'wm']);

export function wardley(md, options = {}) {
  const command = options.command ?? process.env.WARDLEY ?? 'wardley';
  const strict = options.strict ?? Boolean(process.env.WARDLEY_STRICT);
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, at, config, env, self) => {
    const token = tokens[at];
    if (!words.has(token.info.trim().split(/[\s{,]/)[0])) return fence(tokens, at, config, env, self);
    const id = 'w' + createHash('sha256').update(token.content).digest('hex').slice(0, 8) + '-' + at;
    const args = ['render', '-', '--inline', '--theme', 'auto', '--for', 'page', '--id-prefix', id, ...(strict ? ['--strict'] : [])];
    const done = spawnSync(command, args, { input: token.content, encoding: 'utf8' });
    const place = `${env?.relativePath ?? 'page'}:${(token.map?.[0] ?? 0) + 1}`;
    if (done.error) throw new Error(`${place}: cannot run ${command}: ${done.error.message}`);
    if (done.stderr.trim()) console.warn(`${place}: a Wardley map: ${done.stderr.trim()}`);
    if (done.status !== 0) {
      if (strict) throw new Error(`${place}: this map cannot be drawn`);
      return '<p><strong>This map cannot be drawn.</strong></p>';
    }
    // Vue reads {{ }} in pages, and a label may hold them. It also takes <style> out of pages. What stands in v-html it lets be.
    const svg = JSON.stringify(done.stdout.trim());
    return `<div v-html="${svg.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}"></div>\n`;
  };
}
