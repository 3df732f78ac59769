// A map in a link: compressed, behind `#`, which browsers send to nobody.

/** No map is larger than this, in bytes; what a link unpacks to is cut off there. */
const MOST = 2_000_000;

/** What stands behind a page's address for this text. */
export async function writeLink(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return 'map=' + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text of a link. Fails where it holds none. */
export async function readLink(hash: string): Promise<string> {
  const letters = atob(hash.replace(/^#?map=/, '').replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(letters, letter => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST) throw new Error('too large');
    text += decoder.decode(value, { stream: true });
  }
}
