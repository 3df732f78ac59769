// The list of what is wrong with the text.

import { element } from './dom';
import type { Problem } from './protocol';

/** Lists problems below the map. `fixAll` is offered where several can be fixed. */
export function list(into: HTMLElement, problems: Problem[], name: string, does: { point(problem: Problem): void; fix(problems: Problem[]): void }): void {
  const told = problems.filter(problem => problem.severity !== 'note');
  into.hidden = told.length === 0;
  const fixable = told.filter(problem => problem.fix);
  const rows = told.map(problem => row(problem, name, does));
  if (fixable.length > 1) {
    rows.unshift(element('div', { className: 'all' },
      element('button', { className: 'fix', textContent: `Fix all ${fixable.length}`, onclick: () => does.fix(fixable) })));
  }
  into.replaceChildren(...rows);
}

function row(problem: Problem, name: string, does: { point(problem: Problem): void; fix(problems: Problem[]): void }): HTMLElement {
  const { line, character } = problem.range.start;
  const other = problem.uri && problem.uri !== name ? `${problem.uri}:` : '';
  const button = element('button', { className: 'problem', title: problem.code, onclick: () => does.point(problem) },
    element('span', { className: 'place', textContent: `${other}${line + 1}:${character + 1} ` }),
    element('b', { textContent: `${problem.severity}: ` }), problem.message);
  const fixed = element('div', { className: 'row ' + problem.severity }, button);
  if (problem.fix) fixed.append(element('button', { className: 'fix', textContent: problem.fix.title, onclick: () => does.fix([problem]) }));
  if (problem.help) fixed.append(element('div', { className: 'help', textContent: problem.help }));
  return fixed;
}
