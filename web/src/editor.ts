// The text: CodeMirror with what the library knows of maps.

import { acceptCompletion, autocompletion, completionKeymap, snippet, type Completion as Option, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, invertedEffects, isolateHistory, redo, undo } from '@codemirror/commands';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, Prec, StateEffect, StateField, Transaction, type ChangeSpec, type Text } from '@codemirror/state';
import { Decoration, EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers, type DecorationSet } from '@codemirror/view';

import type { Completion, Hover, Position, Problem, Range, TextEdit, Token } from './protocol';
import { markdown } from './markdown';

/** What the editor asks about its text. */
export interface Questions {
  complete(text: string, at: Position): Promise<Completion[]>;
  hover(text: string, at: Position): Promise<Hover | null>;
}

/** Marks a change that comes from elsewhere: it is nothing that the user did here. */
const foreign = Annotation.define<boolean>();

const pointed = StateEffect.define<number | null>();
const colored = StateEffect.define<DecorationSet>();

/** The line that somebody points at in the picture or in the list of problems. */
const here = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    lines = lines.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(pointed)) lines = effect.value === null ? Decoration.none : Decoration.set(Decoration.line({ class: 'here' }).range(effect.value));
    }
    return lines;
  },
  provide: field => EditorView.decorations.from(field),
});

const colors = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(colored)) return effect.value;
    return marks.map(transaction.changes);
  },
  provide: field => EditorView.decorations.from(field),
});

export class Editor {
  private readonly view: EditorView;
  private readonly readOnly = new Compartment();

  constructor(parent: HTMLElement, private readonly questions: Questions, private readonly changed: (byUser: boolean) => void, private readonly moved: (line: number) => void) {
    this.view = new EditorView({ parent, state: this.state('') });
  }

  get text(): string {
    return this.view.state.sliceDoc();
  }

  get readsOnly(): boolean {
    return this.view.state.readOnly;
  }

  /** Opens a text: with nothing to undo, every line end as it is written. */
  open(text: string): void {
    this.view.setState(this.state(text));
    this.changed(false);
  }

  /** Takes the text as it became elsewhere. What is the same stays, the cursor and what can be undone too. */
  take(text: string): void {
    const before = this.text;
    if (lineEnd(text) !== lineEnd(before)) return this.open(text);
    if (text === before) return;
    const [from, to, insert] = difference(this.view.state.doc, this.view.state.toText(text));
    this.view.dispatch({ changes: { from, to, insert }, annotations: [foreign.of(true), Transaction.addToHistory.of(false)] });
  }

  /** Makes edits: one step to undo. */
  edit(edits: TextEdit[], userEvent = 'input.edit'): void {
    const changes: ChangeSpec[] = edits.map(edit => ({ ...this.span(edit.range), insert: this.view.state.toText(edit.newText) }));
    this.view.dispatch({ changes, userEvent, annotations: isolateHistory.of('full') });
  }

  /** Puts another text in the place of all: one step to undo. */
  replace(text: string): void {
    if (lineEnd(text) !== lineEnd(this.text)) text = text.replaceAll('\r\n', '\n').replaceAll('\n', lineEnd(this.text));
    const [from, to, insert] = difference(this.view.state.doc, this.view.state.toText(text));
    this.view.dispatch({ changes: { from, to, insert }, userEvent: 'input.replace', annotations: isolateHistory.of('full') });
  }

  undo(): void { undo(this.view); }
  redo(): void { redo(this.view); }
  focus(): void { this.view.focus(); }

  /** Shows the line (from 0) that is meant. */
  point(line: number): void {
    const doc = this.view.state.doc;
    if (line < 0 || line >= doc.lines) return;
    const { from } = doc.line(line + 1);
    this.view.dispatch({ effects: [pointed.of(from), EditorView.scrollIntoView(from, { y: 'center' })] });
  }

  /** Puts the cursor behind the line (from 0) that is meant. */
  enter(line: number): void {
    this.point(line);
    const doc = this.view.state.doc;
    if (line < doc.lines) this.view.dispatch({ selection: { anchor: doc.line(line + 1).to } });
    this.focus();
  }

  /** Underlines what is wrong. Fixes can be taken at the place itself. */
  problems(problems: Problem[], fix: (problem: Problem) => void): void {
    const severity = { error: 'error', warning: 'warning', note: 'info' } as const;
    const diagnostics = problems.map((problem): Diagnostic => {
      const { from, to } = this.span(problem.range);
      return {
        from, to, severity: severity[problem.severity],
        message: problem.help ? `${problem.message}\n${problem.help}` : problem.message,
        actions: problem.fix ? [{ name: problem.fix.title, apply: () => fix(problem) }] : [],
      };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Colors the words of the text. */
  color(tokens: Token[]): void {
    const marks = tokens.map(token => {
      const { from, to } = this.span(token.range);
      return { from, to, value: Decoration.mark({ class: 'token-' + token.kind }) };
    });
    const fitting = marks.filter(mark => mark.to > mark.from);
    this.view.dispatch({ effects: colored.of(Decoration.set(fitting, true)) });
  }

  private span(range: Range): { from: number; to: number } {
    const from = this.offset(range.start);
    return { from, to: Math.max(from, this.offset(range.end)) };
  }

  private offset({ line, character }: Position): number {
    const doc = this.view.state.doc;
    if (line >= doc.lines) return doc.length;
    const { from, to } = doc.line(line + 1);
    return Math.min(to, from + character);
  }

  private position(offset: number): Position {
    const line = this.view.state.doc.lineAt(offset);
    return { line: line.number - 1, character: offset - line.from };
  }

  private state(text: string): EditorState {
    return EditorState.create({
      doc: text.split(lineEnd(text)).length ? EditorState.create({ extensions: EditorState.lineSeparator.of(lineEnd(text)) }).toText(text) : text,
      extensions: [
        EditorState.lineSeparator.of(lineEnd(text)),
        this.readOnly.of([]),
        lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), history(), drawSelection(), highlightSelectionMatches(), lintGutter(),
        here, colors, EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Text of the map', spellcheck: 'false', autocapitalize: 'off' }),
        autocompletion({ override: [context => this.complete(context)], icons: false }),
        hoverTooltip((_, offset) => this.hover(offset)),
        Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorView.updateListener.of(update => {
          if (update.docChanged) this.changed(!update.transactions.some(transaction => transaction.annotation(foreign)));
          if (update.selectionSet && update.view.hasFocus && !update.docChanged) this.moved(this.position(update.state.selection.main.head).line);
        }),
      ],
    });
  }

  private async complete(context: CompletionContext): Promise<CompletionResult | null> {
    const word = context.matchBefore(/[^\s[\]()]*/);
    if (!context.explicit && !word?.text && !/(-> |[[(]|, |^(?:evolve|pipeline|style|include) )$/.test(context.state.doc.lineAt(context.pos).text.slice(0, context.pos - context.state.doc.lineAt(context.pos).from))) return null;
    const found = await this.questions.complete(context.state.sliceDoc(), this.position(context.pos));
    if (context.aborted || found.length === 0) return null;
    const { from, to } = this.span(found[0]!.range);
    const options = found.map((one, at): Option => ({
      label: one.label, detail: one.detail, type: one.kind, boost: -Math.min(98, at),
      apply: one.snippet ? snippet(one.insert.replace(/\$(\d+)/g, '${$1}').replaceAll('${0}', '${}')) : one.insert,
    }));
    return { from, to, options, validFor: /^(\S[^[\](){}]*)?$/ };
  }

  private async hover(offset: number) {
    const found = await this.questions.hover(this.text, this.position(offset));
    if (!found) return null;
    const { from, to } = this.span(found.range);
    return { pos: from, end: to, create: () => ({ dom: markdown(found.text) }) };
  }
}

/** By what the lines of a text end: only where all end so is it `\r\n`; then nothing that is written changes it. */
function lineEnd(text: string): string {
  return text.includes('\r\n') && !/(^|[^\r])\n/.test(text) ? '\r\n' : '\n';
}

/** Where two texts differ: from, to in the first, and what the second has there. */
function difference(before: Text, after: Text): [number, number, Text] {
  const [old, now] = [before.toString(), after.toString()];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === now.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && old.charCodeAt(old.length - 1 - end) === now.charCodeAt(now.length - 1 - end)) end++;
  return [start, old.length - end, after.slice(start, now.length - end)];
}
