// The panel beside a text that shows its map: asks the server for the picture after every change, and for the edits of
// what is dragged in it.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { draw } from "./extension";
import type { Edit, FromPreview, Picture, Range, ToPreview } from "./shapes";

type Client = () => LanguageClient | undefined;

export class Preview {
  private static readonly all = new Map<string, Preview>();
  private readonly panel: vscode.WebviewPanel;
  private readonly ends: vscode.Disposable[] = [];
  private asking = false;
  private again = false;
  private picture: Picture | undefined;

  /** The preview of an editor's text, opened if it is not. */
  static show(context: vscode.ExtensionContext, editor: vscode.TextEditor, client: Client): void {
    const key = editor.document.uri.toString();
    const open = Preview.all.get(key);
    if (open) {
      open.panel.reveal(undefined, true);
    } else {
      Preview.all.set(key, new Preview(context, editor.document, editor.selection.active, client));
    }
  }

  /** The preview that has the focus, if one has. */
  static current(): Preview | undefined {
    return [...Preview.all.values()].find(({ panel }) => panel.active);
  }

  private constructor(
    context: vscode.ExtensionContext,
    readonly document: vscode.TextDocument,
    private place: vscode.Position,
    private readonly client: Client,
  ) {
    const name = vscode.workspace.asRelativePath(document.uri).split("/").pop() ?? "map";
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.panel = vscode.window.createWebviewPanel("wardley.preview", `Map: ${name}`, column, {
      enableScripts: true,
      retainContextWhenHidden: true,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, "dist"), vscode.Uri.joinPath(context.extensionUri, "media")],
    });
    const { webview } = this.panel;
    const script = webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, "dist", "preview.js"));
    const style = webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, "media", "preview.css"));
    webview.html = page(script, style, webview.cspSource);
    this.ends.push(
      this.panel.onDidDispose(() => this.end()),
      webview.onDidReceiveMessage((message: FromPreview) => void this.hear(message)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) {
          void this.refresh();
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
        if (textEditor.document === this.document) {
          this.place = selections[0].active;
          if (this.document.languageId === "markdown" && kind !== undefined) {
            void this.refresh();
          }
          this.send({ show: "line", line: this.place.line });
        }
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("wardley.preview")) {
          void this.refresh();
        }
      }),
      vscode.window.onDidChangeActiveColorTheme(() => void this.refresh()),
    );
  }

  private end(): void {
    Preview.all.delete(this.document.uri.toString());
    this.ends.forEach((end) => end.dispose());
  }

  private send(message: ToPreview): void {
    void this.panel.webview.postMessage(message);
  }

  private look(): { theme?: string } {
    const theme = vscode.workspace.getConfiguration("wardley").get<string>("preview.theme", "auto");
    const { kind } = vscode.window.activeColorTheme;
    const dark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
    if (theme === "auto") {
      return dark ? { theme: "dark" } : {};
    }
    return theme === "map" ? {} : { theme };
  }

  /** What a request is about. */
  private about(): object {
    const client = this.client();
    const uri = client?.code2ProtocolConverter.asUri(this.document.uri) ?? this.document.uri.toString();
    return { textDocument: { uri }, position: this.place, steady: true, ...this.look() };
  }

  /** Draws anew; while one picture is being drawn, at most one more waits. The last picture stays until the next is there. */
  private async refresh(): Promise<void> {
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    do {
      this.again = false;
      try {
        const picture = await this.client()?.sendRequest<Picture>("wardley/render", this.about());
        if (picture) {
          this.picture = picture;
          this.send({ show: "picture", picture });
        }
      } catch {
        this.send({ show: "stale" });
      }
    } while (this.again);
    this.asking = false;
  }

  private async hear(message: FromPreview): Promise<void> {
    switch (message.ask) {
      case "ready":
        return this.refresh();
      case "open":
        return this.open(message.uri, message.range);
      case "edit":
        return this.edit(message.edit);
      case "name":
        return this.named(message);
      case "undo":
      case "redo":
        await this.open(this.document.uri.toString());
        return void vscode.commands.executeCommand(message.ask);
      case "export":
        return this.export();
    }
  }

  /** Puts the cursor where an item is written. */
  private async open(uri: string, range?: Range): Promise<void> {
    const target = vscode.Uri.parse(uri);
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
    const document = shown?.document ?? (await vscode.workspace.openTextDocument(target));
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
    const editor = await vscode.window.showTextDocument(document, { viewColumn });
    if (range) {
      const { start, end } = range;
      const selected = new vscode.Range(start.line, start.character, end.line, end.character);
      editor.selection = new vscode.Selection(selected.start, selected.end);
      editor.revealRange(selected, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  /** Asks the server for the edits and makes them, as one step of undo. */
  private async edit(edit: Edit): Promise<void> {
    const client = this.client();
    if (!client) {
      return;
    }
    try {
      const about = this.about() as { textDocument: object };
      const textDocument = { ...about.textDocument, version: this.picture?.version };
      const answer = await client.sendRequest<{ edit?: object; refused?: string }>("wardley/edit", { ...about, textDocument, edit });
      if (answer.refused) {
        this.send({ show: "refused", why: answer.refused });
      } else if (answer.edit) {
        const change = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
        await vscode.workspace.applyEdit(change);
      }
    } catch (error) {
      this.send({ show: "refused", why: String(error) });
    }
    // What was dragged goes back to where the text says it is, if nothing changed.
    await this.refresh();
  }

  /** Asks for a name, and then for the edit that needs it. */
  private async named({ edit, old }: { edit: Edit; old?: string }): Promise<void> {
    const name = await vscode.window.showInputBox({ prompt: old ? `Another name for “${old}”` : "Its name", value: old });
    if (name) {
      await this.edit({ ...edit, name });
    }
  }

  private async export(): Promise<void> {
    const beside = this.document.uri.with({ path: this.document.uri.path.replace(/\.[^./]*$/, "") + ".svg" });
    const filters = { "SVG picture": ["svg"], "PNG picture": ["png"], "PDF document": ["pdf"] };
    const target = await vscode.window.showSaveDialog({ defaultUri: beside, filters });
    if (target) {
      await draw(this.document, target.fsPath);
    }
  }
}

function page(script: vscode.Uri, style: vscode.Uri, source: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${source} data:; font-src ${source} data:; style-src ${source} 'unsafe-inline'; script-src ${source}">
<link rel="stylesheet" href="${style}">
<title>Map</title>
</head>
<body>
<div id="bar" role="toolbar" aria-label="Map">
  <button id="fit" title="Fit the window (0)">Fit</button>
  <button id="in" title="Larger (+)">+</button>
  <button id="out" title="Smaller (-)">−</button>
  <button id="add" title="A new component: then click where it stands (or double-click there)">Add</button>
  <button id="link" title="A new link: then drag from who needs to what is needed (or hold Alt)">Link</button>
  <button id="undo" title="Undo in the text">Undo</button>
  <button id="export" title="Save as SVG, PNG or PDF">Export</button>
  <span id="told" role="status"></span>
</div>
<main id="map" tabindex="0" aria-label="The map: Tab and Shift+Tab select, arrows move, Enter opens the line, F2 renames, Delete removes"></main>
<script src="${script}"></script>
</body>
</html>`;
}
