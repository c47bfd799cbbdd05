// The page without a network: every file of one build, kept under the hash of them all, taken whole or not at all. What speaks
// to the server (/v1, /log) and the public pages are never answered from here. A newer build waits until a page asks for it.
// The build (service_worker.plugin.ts) fills in the two names; the tests run this very text.
const kVersion = '__VERSION__'
const kFiles = __FILES__
const kPrefix = 'plumbline-'
const kCache = kPrefix + kVersion

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kCache).then((cache) => cache.addAll(kFiles.map((file) => new Request(file, { cache: 'reload' })))))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await self.clients.claim()
      // Another tab may still be at work with the build before this one, and load more of it.
      if ((await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).length > 1) return
      for (const name of await caches.keys()) if (name.startsWith(kPrefix) && name !== kCache) await caches.delete(name)
    })(),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (/^\/(v1|log|verify|published)(\/|$)/.test(url.pathname) || url.pathname === '/sw.js') return
  const page = request.mode === 'navigate'
  if (!page && !/^\/(assets\/|icon\.svg$)/.test(url.pathname)) return
  event.respondWith(
    (async () => {
      const own = await caches.open(kCache)
      const kept = (await own.match(page ? '/' : request)) ?? (page ? undefined : await caches.match(request))
      return kept ?? fetch(request)
    })(),
  )
})
