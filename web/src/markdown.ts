// The little Markdown that explanations are written in: paragraphs, `code`, **bold**, lists. Never HTML.

import { element } from './dom';

/** Shows an explanation. */
export function markdown(text: string): HTMLElement {
  const shown = element('div', { className: 'explanation' });
  for (const part of text.split(/\n{2,}/)) {
    const lines = part.split('\n').filter(line => line.trim() && !/^!\[/.test(line) && !/^(---|```)/.test(line));
    if (lines.length === 0) continue;
    const list = lines.every(line => /^[-*] /.test(line));
    const block = element(list ? 'ul' : 'p');
    lines.forEach((line, at) => {
      if (list) return block.append(element('li', {}, ...inline(line.slice(2))));
      if (at > 0) block.append(element('br'));
      block.append(...inline(line.replace(/^#+ /, '')));
    });
    shown.append(block);
  }
  return shown;
}

function inline(text: string): (Node | string)[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).filter(Boolean).map(part => {
    if (part.startsWith('`') && part.length > 2) return element('code', { textContent: part.slice(1, -1) });
    if (part.startsWith('**') && part.length > 4) return element('b', { textContent: part.slice(2, -2) });
    return part.replace(/\\([\\`*_[\]<>])/g, '$1');
  });
}
