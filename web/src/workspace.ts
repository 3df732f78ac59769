// The text, its picture and what is wrong with it, kept together: whoever changes one sees the others follow.

import { $, writing } from './dom';
import { Editor } from './editor';
import { Gestures, type Hands } from './gestures';
import { Inspector } from './inspector';
import { ItemList } from './itemlist';
import { Naming } from './naming';
import { Overlay } from './overlay';
import { list } from './problems';
import type { Change, Changed, Completion, Converted, Form, Hover, Item, Picture, Point, Problem, Shown, TextEdit, Token } from './protocol';
import { Viewer } from './viewer';

/** The library, wherever it is. Everything that is asked is about a text. */
export type Ask = <T>(question: { ask: string; text: string } & Record<string, unknown>) => Promise<T>;

/** What the page around it decides. */
export interface Around {
  ask: Ask;
  /** How pictures look. */
  shown(): Shown;
  /** Whether the text may be changed. */
  free(): boolean;
  /** The text changed. */
  changed(byUser: boolean): void;
  /** A picture is shown that belongs to the text. */
  drawn(picture: Picture, took: number): void;
  lead(href: string): void;
  /** The line (from 0) on which a name is defined, as far as that is known before the text was drawn. */
  lineOf?(name: string): number | undefined;
}

type Key = Pick<Item, 'kind' | 'name'>;

export class Workspace implements Hands {
  readonly viewer: Viewer;
  readonly editor: Editor;
  private readonly overlay: Overlay;
  private readonly inspector: Inspector;
  private readonly items: ItemList;
  private readonly naming: Naming;
  /** The last picture and the text that it shows. */
  private last: { text: string; picture: Picture } | null = null;
  private chosen: Key | null = null;
  private drawing: Promise<void> | null = null;
  private again = false;
  private wanted: Change | null = null;
  private previewing = false;
  private previewed = false;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly around: Around) {
    this.viewer = new Viewer($('view'), $('map'), () => { this.overlay?.place(); this.naming?.place(); });
    this.overlay = new Overlay(this.viewer);
    this.naming = new Naming(this.viewer);
    this.inspector = new Inspector(this);
    this.items = new ItemList(this);
    this.editor = new Editor($('source'), {
      complete: (text, position) => around.ask<Completion[]>({ ask: 'complete', text, position, ...around.shown() }),
      hover: (text, position) => around.ask<Hover | null>({ ask: 'hover', text, position, ...around.shown() }),
    }, byUser => { around.changed(byUser); void this.draw(); }, line => this.choose(this.itemAt(line), false));
    new Gestures(this.viewer, this.overlay, this);
    $('view').addEventListener('keydown', event => this.key(event));
  }

  picture(): Picture | null { return this.last?.picture ?? null; }
  free(): boolean { return this.around.free(); }
  selected(): Item | null { return this.find(this.chosen); }
  get reaches(): boolean { return this.inspector.reaches; }
  lead(href: string): void { this.around.lead(href); }

  point(name: string): void {
    const line = this.around.lineOf?.(name);
    if (line !== undefined) this.editor.point(line);
  }

  /** Shows what another drew of the text as it is now, until the text changes. */
  adopt(svg: string): void {
    this.viewer.show(svg);
    this.overlay.place();
  }

  /** Draws the text as it is now. Of many changes in a row the last one counts. */
  draw(): Promise<void> {
    this.again = true;
    this.drawing ??= this.drawAll().finally(() => { this.drawing = null; });
    return this.drawing;
  }

  private async drawAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      const start = performance.now();
      const text = this.editor.text;
      const picture = await this.around.ask<Picture & { tokens?: Token[] }>({ ask: 'render', text, tokens: true, ...this.around.shown() });
      this.last = { text, picture };
      this.show(picture);
      if (this.editor.text === text) {
        this.editor.color(picture.tokens ?? []);
        this.editor.problems(picture.problems.filter(problem => this.isHere(problem)), problem => void this.fix([problem]));
        list($('problems'), picture.problems, this.around.shown().name ?? '', {
          point: problem => { if (this.isHere(problem)) this.editor.enter(problem.range.start.line); },
          fix: problems => void this.fix(problems),
        });
      }
      this.around.drawn(picture, performance.now() - start);
      this.viewer.refit();
    }
  }

  private show(picture: Picture): void {
    this.previewed = false;
    this.viewer.show(picture.svg);
    this.items.fill(picture);
    this.choose(this.selected(), false);
  }

  private isHere(problem: Problem): boolean {
    return !problem.uri || problem.uri === this.around.shown().name;
  }

  private find(key: Key | null): Item | null {
    return key ? this.picture()?.items.find(item => item.kind === key.kind && item.name === key.name) ?? null : null;
  }

  private itemAt(line: number): Item | null {
    return this.picture()?.items.find(item => item.range?.start.line === line && item.kind !== 'link') ?? null;
  }

  select(item: Item | null): void {
    this.choose(item, true);
  }

  private choose(item: Item | null, points: boolean): void {
    this.chosen = item && { kind: item.kind, name: item.name };
    this.overlay.select(item);
    this.inspector.show(item, this.picture());
    this.items.mark(item);
    if (points && item?.range && this.isHere({ uri: item.uri ?? '' } as Problem)) this.editor.point(item.range.start.line);
  }

  preview(change: Change | null): void {
    this.wanted = change;
    if (change) void this.previewAll();
    else if (this.previewed && this.last) this.show(this.last.picture);
  }

  private async previewAll(): Promise<void> {
    if (this.previewing || !this.last) return;
    this.previewing = true;
    while (this.wanted && this.last) {
      const change = this.wanted;
      this.wanted = null;
      const text: string = this.last.text;
      const changed = await this.around.ask<Changed & { picture?: Picture }>({ ask: 'edit', text, edit: change, draw: true, ...this.around.shown() });
      if (!('picture' in changed) || !changed.picture || !this.viewer.busy || this.last?.text !== text) continue;
      this.previewed = true;
      this.viewer.show(changed.picture.svg);
      const id = 'id' in change ? change.id : '';
      this.overlay.select(changed.picture.items.find(item => item.id === id) ?? null);
    }
    this.previewing = false;
  }

  /** Makes a change after those before it. */
  change(change: Change): Promise<boolean> {
    const made = this.queue.then(() => this.make(change));
    this.queue = made.catch(() => false);
    return made;
  }

  private async make(change: Change): Promise<boolean> {
    this.wanted = null;
    const text: string = await this.current();
    const before = 'id' in change ? this.picture()?.items.find(item => item.id === change.id) : undefined;
    const changed = await this.around.ask<Changed>({ ask: 'edit', text, edit: change, ...this.around.shown() });
    if ('refused' in changed) return this.say(changed.refused), false;
    if (this.editor.text !== text) return this.say('the text changed meanwhile'), false;
    this.editor.edit(changed.edits, 'input.' + change.do);
    if (change.do === 'rename' && before) this.chosen = { kind: before.kind, name: change.name };
    if (change.do === 'add') this.chosen = { kind: change.kind, name: change.name };
    await this.draw();
    return true;
  }

  /** The text that is drawn and written: they are the same when nothing is left to draw. */
  private async current(): Promise<string> {
    while (this.last?.text !== this.editor.text) await this.draw();
    return this.editor.text;
  }

  /** Adds something and, if asked for, what needs it to it: one step to undo. */
  private async add(kind: 'component' | 'anchor' | 'submap' | 'note', name: string, to: Point, from: Item | null): Promise<void> {
    if (!from) return void await this.change({ do: 'add', kind, name, to });
    const text = await this.current();
    const shown = this.around.shown();
    const added = await this.around.ask<Changed & { picture?: Picture }>({ ask: 'edit', text, edit: { do: 'add', kind, name, to }, draw: true, ...shown });
    if ('refused' in added) return this.say(added.refused);
    const item = added.picture?.items.find(item => item.kind === kind && item.name === name);
    const linked = await this.around.ask<Changed>({ ask: 'edit', text: added.text, edit: { do: 'connect', from: from.id, to: item?.id }, ...shown });
    if ('refused' in linked) return this.say(linked.refused);
    this.chosen = { kind, name };
    this.editor.replace(linked.text);
  }

  name(at: Point, from: Item | null): void {
    this.naming.ask(at, from ? ['component'] : ['component', 'anchor', 'note', 'submap'], '', (name, kind) => void this.add(kind, name, at, from));
  }

  /** Asks for something new in the middle of what is seen. */
  nameInMiddle(): void {
    const box = $('view').getBoundingClientRect();
    this.name(this.viewer.point({ clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }), null);
  }

  rename(item: Item): void {
    const name = item.kind === 'movement' ? item.name.slice(item.name.lastIndexOf('→') + 1).trim() : item.name;
    this.naming.ask(item.at, [], name, name => void this.change({ do: 'rename', id: item.id, name }));
  }

  /** Fixes problems: one alone, or all there are. */
  async fix(problems: Problem[]): Promise<void> {
    const text = await this.current();
    if (problems.length === 1 && problems[0]?.fix) return this.editor.edit(problems[0].fix.edits, 'input.fix');
    const { edits } = await this.around.ask<{ edits: TextEdit[] }>({ ask: 'fixAll', text, ...this.around.shown() });
    this.editor.edit(edits, 'input.fix');
  }

  async format(): Promise<void> {
    const text = this.editor.text;
    const { text: formatted } = await this.around.ask<{ text: string }>({ ask: 'format', text });
    if (this.editor.text === text) this.editor.replace(formatted);
  }

  convert(to: Form): Promise<Converted> {
    return this.around.ask<Converted>({ ask: 'convert', text: this.editor.text, to, ...this.around.shown() });
  }

  /** Tells the user something in passing. */
  say(words: string): void {
    const said = $('said');
    said.textContent = words;
    said.hidden = !words;
    clearTimeout(this.silence);
    this.silence = window.setTimeout(() => { said.hidden = true; }, 6000);
  }
  private silence = 0;

  /** Steps of a hundredth with the arrows. */
  nudge(item: Item, dx: number, dy: number): void {
    const plot = this.picture()?.plot;
    if (!plot || !item.can.includes('move')) return;
    const step = (): Promise<boolean> => {
      const now = this.find(item);
      if (!now) return Promise.resolve(false);
      return this.make({ do: 'move', id: now.id, to: { x: now.at.x + dx * plot.width / 100, y: now.at.y + dy * plot.height / 100 } });
    };
    this.queue = this.queue.then(step).then(made => { if (made) this.inspector.announce(this.find(item), this.picture()); }).catch(() => false);
  }

  private key(event: KeyboardEvent): void {
    if (event.defaultPrevented || writing(event.target)) return;
    if (this.free() && (event.ctrlKey || event.metaKey) && !event.altKey) {
      const key = event.key.toLowerCase();
      if (key === 'z' || key === 'y') {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) this.editor.redo(); else this.editor.undo();
      }
      return;
    }
    const item = this.selected();
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); return this.select(null); }
    if (event.key === 'Enter' && this.reaches) return;
    if (event.key === 'Enter' && item.range && !(event.target instanceof HTMLButtonElement && event.target.closest('#inspector'))) {
      event.preventDefault();
      return this.editor.enter(item.range.start.line);
    }
    if (!this.free()) return;
    const step = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, [number, number]>)[event.key];
    const act = step ? () => this.nudge(item, ...step) : this.inspector.act(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}
