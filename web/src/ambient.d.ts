// What the build puts in, and what browsers have that TypeScript does not know yet.

declare module 'examples' {
  export const examples: { name: string; title: string; text: string }[];
  export const templates: { name: string; title: string; text: string }[];
}

interface Window {
  showOpenFilePicker(): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}
