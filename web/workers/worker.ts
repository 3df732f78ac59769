// The library in a thread of its own.

import init, { Library } from '../wasm/built/wardley_wasm';

const library = init({ module_or_path: 'wardley.wasm' }).then(() => new Library());

onmessage = async ({ data }: MessageEvent<{ id: number; question: string }>) => {
  postMessage({ id: data.id, answer: (await library).answer(data.question) });
};
