// A text that was changed here and in its file: what to do about it.

import { diff3Merge } from 'node-diff3';

import { $, element } from './dom';

export type Choice = { do: 'mine' | 'theirs' | 'later' } | { do: 'merge'; text: string };

/** Both changes to a text in one, line by line; where both changed the same lines both stand, marked, and `clashes` counts that. */
export function merged(base: string, mine: string, theirs: string): { text: string; clashes: number } {
  let clashes = 0;
  const lines: string[] = [];
  for (const part of diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), { excludeFalseConflicts: true })) {
    if (part.ok) lines.push(...part.ok);
    if (part.conflict) {
      clashes++;
      lines.push('// <<<<<<< here', ...part.conflict.a, '// ======= in the file', ...part.conflict.b, '// >>>>>>>');
    }
  }
  return { text: lines.join('\n'), clashes };
}

/** Asks what is to become of a text that was changed here and in its file. Nothing is lost whatever the answer: it can be undone. */
export function conflict(name: string, base: string, mine: string, theirs: string): Promise<Choice> {
  const dialog = $<HTMLDialogElement>('conflict');
  const merge = merged(base, mine, theirs);
  return new Promise(resolve => {
    let choice: Choice = { do: 'later' };
    const button = (words: string, title: string, made: Choice) => element('button', {
      textContent: words, title, onclick: () => { choice = made; dialog.close(); },
    });
    const clashes = merge.clashes === 0 ? 'no line was changed on both sides' : `${merge.clashes} ${merge.clashes === 1 ? 'place was' : 'places were'} changed on both sides; they will be marked`;
    dialog.replaceChildren(
      element('h2', { textContent: `${name} was changed here and in its file` }),
      element('p', { textContent: 'Neither is lost: what is chosen can be undone.' }),
      element('div', { className: 'choices' },
        button('Merge both', clashes, { do: 'merge', text: merge.text }),
        button('Keep mine', 'Writes what is here over what is in the file', { do: 'mine' }),
        button("Take the file's", 'Drops what was changed here', { do: 'theirs' })),
      element('p', { className: 'note', textContent: `Merge both: ${clashes}.` }));
    dialog.onclose = () => resolve(choice);
    if (!dialog.open) dialog.showModal();
  });
}
