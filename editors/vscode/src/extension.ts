// The extension: starts `wardley lsp`, and opens the map beside its text.

import { execFile } from "node:child_process";
import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, State, type ServerOptions } from "vscode-languageclient/node";
import { Preview } from "./panel";

let client: LanguageClient | undefined;

/** The command as the settings name it. */
function command(): string {
  return vscode.workspace.getConfiguration("wardley").get<string>("command", "wardley");
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("wardley.preview", () => preview(context)),
    vscode.commands.registerCommand("wardley.export", exportMap),
    vscode.commands.registerCommand("wardley.explain", explain),
    vscode.commands.registerCommand("wardley.restart", async () => {
      await stop();
      await start();
    }),
    vscode.commands.registerCommand("wardley.showReferences", showReferences),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("wardley.command")) {
        await stop();
        await start();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function start(): Promise<void> {
  const server: ServerOptions = { command: command(), args: ["lsp"] };
  client = new LanguageClient("wardley", "Wardley Maps", server, {
    documentSelector: [{ language: "wardley" }, { language: "markdown", scheme: "file" }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{wm,owm,wardley}") },
    middleware: {
      // The code of a problem is a link to its explanation.
      handleDiagnostics(uri, diagnostics, next) {
        for (const one of diagnostics) {
          if (typeof one.code === "string") {
            const target = `command:wardley.explain?${encodeURIComponent(JSON.stringify([one.code]))}`;
            one.code = { value: one.code, target: vscode.Uri.parse(target) };
          }
        }
        next(uri, diagnostics);
      },
    },
  });
  try {
    await client.start();
  } catch {
    client = undefined;
    const settings = "Open Settings";
    const chosen = await vscode.window.showErrorMessage(
      `The command \`${command()}\` cannot be run. Install it (cargo install wardley), or name it in the settings.`,
      settings,
    );
    if (chosen === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "wardley.command");
    }
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.state === State.Running) {
    await running.stop();
  }
}

function preview(context: vscode.ExtensionContext): void {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !client) {
    return;
  }
  Preview.show(context, editor, () => client);
}

/** Draws the map as it is in the editor, saved or not. */
async function exportMap(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document ?? Preview.current()?.document;
  if (!document) {
    return;
  }
  const beside = document.uri.with({ path: document.uri.path.replace(/\.[^./]*$/, "") + ".svg" });
  const target = await vscode.window.showSaveDialog({
    defaultUri: beside,
    filters: { "SVG picture": ["svg"], "PNG picture": ["png"], "PDF document": ["pdf"] },
  });
  if (target) {
    await draw(document, target.fsPath);
  }
}

export async function draw(document: vscode.TextDocument, file: string): Promise<void> {
  const folder = document.uri.scheme === "file" ? path.dirname(document.uri.fsPath) : path.dirname(file);
  const format = path.extname(file).slice(1).toLowerCase() || "svg";
  // A saved map may include others; one that is not can only be drawn as it stands.
  const saved = document.uri.scheme === "file" && !document.isDirty;
  const input = saved ? document.uri.fsPath : "-";
  await new Promise<void>((resolve) => {
    const running = execFile(command(), ["render", input, "-o", file, "--format", format], { cwd: folder }, (error, _, told) => {
      if (error && error.code !== 1) {
        void vscode.window.showErrorMessage(told.trim() || error.message);
      } else {
        void vscode.window.showInformationMessage(`Drawn: ${file}`);
      }
      resolve();
    });
    running.stdin?.end(saved ? undefined : document.getText());
  });
}

/** What a code means, with an example, in a document of its own. */
async function explain(code?: string): Promise<void> {
  const asked = code ?? (await vscode.window.showInputBox({ prompt: "Which code?", placeHolder: "unknown-component" }));
  if (!asked || !client) {
    return;
  }
  const told = await client.sendRequest<string>("wardley/explain", { code: asked });
  const content = `# ${asked}\n\n${told}\n`;
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

interface ServerRange { start: { line: number; character: number }; end: { line: number; character: number } }

/** The places that a lens counts, as the editor shows references. */
async function showReferences(
  uri: string,
  at: { line: number; character: number },
  places: { uri: string; range: ServerRange }[],
): Promise<void> {
  const position = new vscode.Position(at.line, at.character);
  const locations = places.map(
    ({ uri, range: { start, end } }) =>
      new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(start.line, start.character, end.line, end.character)),
  );
  await vscode.commands.executeCommand("editor.action.showReferences", vscode.Uri.parse(uri), position, locations);
}
