// What the library is asked and what it answers, as `editors/PROTOCOL.md` has it.

/** Where in a text: line and UTF-16 code unit in it, both from 0. */
export interface Position {
  line: number;
  character: number;
}

/** A stretch of a text, its end excluded. */
export interface Range {
  start: Position;
  end: Position;
}

/** Pixels of a picture, from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export type Severity = 'error' | 'warning' | 'note';

/** One change to a text. */
export interface TextEdit {
  range: Range;
  newText: string;
}

/** A change that fixes a problem. */
export interface Fix {
  title: string;
  edits: TextEdit[];
}

export interface Problem {
  code: string;
  severity: Severity;
  message: string;
  help: string | null;
  /** The text it is in: the name of the map, or of a text that it includes. */
  uri: string;
  range: Range;
  fix: Fix | null;
}

export type Kind =
  | 'component' | 'anchor' | 'submap' | 'movement' | 'note' | 'annotation' | 'legend'
  | 'force' | 'attitude' | 'pipeline' | 'link' | 'inertia' | 'market' | 'ecosystem';

export type Can = 'move' | 'moveLabel' | 'connect' | 'evolve' | 'rename' | 'remove';

/** Something in a picture that the text says. */
export interface Item {
  /** Names it in an edit of this version of the text. */
  id: string;
  kind: Kind;
  /** A link's and a movement's is `from → to`. */
  name: string;
  uri: string | null;
  range: Range | null;
  /** Where it stands: what `move` moves. */
  at: Point;
  /** Its symbol; null for a link. */
  box: Box | null;
  label: { at: Point; box: Box } | null;
  /** A link's course. */
  line: Point[];
  can: Can[];
}

/** A map's picture and what is in it. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
  /** Evolution 0…1 from left to right, visibility 1…0 from top to bottom. */
  plot: Box;
  title: string;
  /** Back to front. */
  items: Item[];
  problems: Problem[];
}

/** A change asked for in a picture. Points are pixels of it. */
export type Change =
  | { do: 'move'; id: string; to: Point }
  | { do: 'moveLabel'; id: string; to: Point }
  | { do: 'placeLabel'; id: string }
  | { do: 'connect'; from: string; to: string }
  | { do: 'add'; kind: 'component' | 'anchor' | 'submap' | 'note'; name: string; to: Point }
  | { do: 'evolve'; id: string; to: Point }
  | { do: 'rename'; id: string; name: string }
  | { do: 'remove'; id: string };

/** What comes of a change: edits of the text, or a sentence that says why there are none. */
export type Changed = { edits: TextEdit[]; text: string } | { refused: string };

export interface Completion {
  label: string;
  kind: 'keyword' | 'name' | 'word' | 'url';
  detail: string;
  /** What stands in the place of `range`. */
  insert: string;
  /** Whether `$1`, `${1:name}` and `$0` in it are places to write. */
  snippet: boolean;
  range: Range;
}

export interface Hover {
  /** Markdown. */
  text: string;
  range: Range;
}

/** A stretch of the text and what it is. */
export interface Token {
  range: Range;
  kind: 'keyword' | 'name' | 'number' | 'word' | 'decorator' | 'arrow' | 'text' | 'comment';
}

export type Form = 'wm' | 'owm' | 'mermaid' | 'dot' | 'json';

/** A map in another form, and in sentences what it does not say any more. */
export interface Converted {
  text: string;
  lost: string[];
}

export interface RenderOptions {
  /** The map's name, under which problems are reported and from which it includes. Default: `map.wm`. */
  name?: string;
  /** `plain`, `wardley`, `colour`, `handwritten`, `dark` or `auto`. Default: what the map asks for. */
  theme?: string;
  /** Width and height of the picture in pixels. Default: what the map asks for, else 1280 × 800. */
  size?: [number, number];
  /** What the author's label offsets are worth. Default: `hint`. */
  labels?: 'auto' | 'hint' | 'pinned';
  /** One line in a `<figure>`, to stand in a page. Default: a document of its own. */
  inline?: boolean;
  /** What the ids in the picture begin with. Default: made from the picture. */
  idPrefix?: string;
  /** The texts that the map may include, by name. Default: none. */
  files?: Record<string, string>;
}

/** How a page shows a map: what has no place of its own stays near where it was; colors can be a dark page's. */
export interface Shown extends RenderOptions {
  steady?: boolean;
  dark?: boolean;
}
