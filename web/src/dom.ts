// Short ways to the page's elements.

/** The element of this id, which the page has. */
export function $<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

type Properties<K extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[K], 'style'>> & { attributes_?: Record<string, string> };

/** A new element. `attributes_` holds what is no property. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, properties: Properties<K> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const { attributes_: attributes, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes ?? {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** What is remembered from visit to visit. A private window remembers nothing. */
export const memory = {
  get(key: string): string | null {
    try { return localStorage.getItem('wardley-' + key); } catch { return null; }
  },
  set(key: string, value: string): void {
    try { localStorage.setItem('wardley-' + key, value); } catch { /* private */ }
  },
};

/** Whether keys pressed now are meant for a text. */
export function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}
