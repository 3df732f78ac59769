// Keeps the page for when there is no network. A new version is fetched beside the page that is open and shown from the next visit on.

export {};
declare const self: ServiceWorkerGlobalScope;
/** Made anew by every build. */
declare const VERSION: string;
declare const FILES: string[];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(VERSION).then(cache => cache.addAll(FILES.map(file => new Request(file, { cache: 'reload' })))).then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  const old = caches.keys().then(keys => Promise.all(keys.filter(key => key.startsWith('wardley-') && key !== VERSION).map(key => caches.delete(key))));
  event.waitUntil(old.then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  event.respondWith(caches.open(VERSION).then(cache => cache.match(event.request, { ignoreSearch: true })).then(found => found ?? fetch(event.request)));
});
