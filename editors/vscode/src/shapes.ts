// What goes between the server, the extension and the preview. The server's shapes are those of editors/PROTOCOL.md.

export interface Point { x: number; y: number }
export interface Box { x: number; y: number; width: number; height: number }
export interface Range { start: { line: number; character: number }; end: { line: number; character: number } }
export type Can = "move" | "moveLabel" | "connect" | "evolve" | "rename" | "remove";

export interface Item {
  id: string;
  kind: string;
  name: string;
  uri: string | null;
  range: Range | null;
  at: Point;
  box: Box | null;
  label: { at: Point; box: Box } | null;
  line: Point[];
  can: Can[];
}

export interface Problem { code: string; severity: "error" | "warning" | "note"; message: string; help: string | null; uri: string; range: Range }

export interface Picture {
  version: number | null;
  svg: string;
  width: number;
  height: number;
  plot: Box;
  title: string;
  items: Item[];
  problems: Problem[];
}

export interface Edit { do: string; id?: string; from?: string; to?: Point | string; kind?: string; name?: string }

/** From the extension to the preview. */
export type ToPreview =
  | { show: "picture"; picture: Picture }
  | { show: "line"; line: number }
  | { show: "stale" }
  | { show: "refused"; why: string };

/** From the preview to the extension. */
export type FromPreview =
  | { ask: "ready" | "undo" | "redo" | "export" }
  | { ask: "open"; uri: string; range: Range }
  | { ask: "edit"; edit: Edit }
  | { ask: "name"; edit: Edit; old?: string };
