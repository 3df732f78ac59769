// What the compiled library is, before it is built.

declare module '*/wardley_wasm' {
  export class Library {
    answer(question: string): string;
    addFont(bytes: Uint8Array): boolean;
    free(): void;
  }
  export default function init(from: { module_or_path: unknown }): Promise<unknown>;
  export function initSync(from: { module: unknown }): unknown;
}
