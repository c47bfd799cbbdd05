// The very text that is served, run against a cache and a network of our own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serviceWorkerOf } from '../../service_worker.plugin'

type Handler = (event: Record<string, unknown>) => void

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-'))
  for (const path of ['assets', 'verify']) mkdirSync(join(folder, path))
  for (const [file, text] of [['index.html', 'page'], ['icon.svg', 'icon'], ['assets/a-1.js', 'script'], ['verify/index.html', 'public'], ['sw.js', 'old']]) writeFileSync(join(folder, file!), text!)
})
afterEach(() => rmSync(folder, { recursive: true }))

function browser(script: string, tabs = 1) {
  const caches = new Map<string, Map<string, string>>()
  const handlers = new Map<string, Handler>()
  const fetched: string[] = []
  const pathOf = (request: unknown) => new URL(typeof request === 'string' ? request : (request as { url: string }).url, 'https://here').pathname
  const self = {
    location: { origin: 'https://here' },
    skipped: 0,
    skipWaiting: () => void self.skipped++,
    clients: { claim: async () => undefined, matchAll: async () => Array.from({ length: tabs }) },
    addEventListener: (name: string, handler: Handler) => void handlers.set(name, handler),
  }
  const fetchNow = async (request: unknown) => {
    fetched.push(pathOf(request))
    return `net ${pathOf(request)}`
  }
  const open = async (name: string) => {
    if (!caches.has(name)) caches.set(name, new Map())
    const cache = caches.get(name)!
    return { addAll: async (all: unknown[]) => all.forEach((r) => cache.set(pathOf(r), `kept ${pathOf(r)}`)), match: async (r: unknown) => cache.get(pathOf(r)) }
  }
  const scope = {
    self, URL, fetch: fetchNow,
    Request: class { constructor(readonly url: string) {} },
    caches: { open, keys: async () => [...caches.keys()], delete: async (name: string) => caches.delete(name), match: async (r: unknown) => [...caches.values()].map((c) => c.get(pathOf(r))).find(Boolean) },
  }
  runInNewContext(script, scope)
  const run = async (name: string) => {
    let done: Promise<unknown> = Promise.resolve()
    handlers.get(name)!({ waitUntil: (p: Promise<unknown>) => (done = p) })
    await done
  }
  const ask = async (path: string, more: Record<string, unknown> = {}): Promise<string | null> => {
    let answer: Promise<unknown> | null = null
    handlers.get('fetch')!({ request: { url: new URL(path, 'https://here').href, method: 'GET', mode: 'cors', ...more }, respondWith: (p: Promise<unknown>) => (answer = p) })
    return answer === null ? null : ((await answer) as string)
  }
  return { run, ask, caches, fetched, self, message: (data: unknown) => handlers.get('message')!({ data }) }
}

describe('the page without a network', () => {
  it('is every file of one build, but for the public page and the worker itself', async () => {
    const b = browser(serviceWorkerOf(folder))
    await b.run('install')
    expect([...[...b.caches.values()][0]!.keys()].sort()).toEqual(['/', '/assets/a-1.js', '/icon.svg'])
    expect([await b.ask('/', { mode: 'navigate' }), await b.ask('/assets/a-1.js'), await b.ask('/icon.svg')]).toEqual(['kept /', 'kept /assets/a-1.js', 'kept /icon.svg'])
    expect(b.fetched).toEqual([])
  })
  it('never stands between the page and the server, the log, or the public page', async () => {
    const b = browser(serviceWorkerOf(folder))
    await b.run('install')
    for (const path of ['/v1/records', '/log/checkpoint', '/verify/', '/published', '/published/0198d2c4', '/sw.js', 'https://elsewhere/assets/a-1.js']) expect(await b.ask(path, { mode: 'navigate' }), path).toBe(null)
    // A path that only begins like one of them is the application's.
    expect(await b.ask('/publishedly', { mode: 'navigate' })).not.toBe(null)
    expect(await b.ask('/', { method: 'POST' })).toBe(null)
  })
  it('has another version where one byte differs, or a file is added', () => {
    const version = () => /kVersion = '([0-9a-f]{16})'/.exec(serviceWorkerOf(folder))![1]
    const first = version()
    expect(version()).toBe(first)
    writeFileSync(join(folder, 'verify/index.html'), 'another public page')
    expect(version()).toBe(first)
    writeFileSync(join(folder, 'assets/a-1.js'), 'scripT')
    const second = version()
    expect(second).not.toBe(first)
    writeFileSync(join(folder, 'assets/b-2.js'), '')
    expect(version()).not.toBe(second)
  })
  it('is replaced when the page says so, and the build before stays while another tab is at work', async () => {
    const old = readFileSync(join(folder, 'index.html'), 'utf8')
    expect(old).toBe('page')
    for (const [tabs, left] of [[1, 1], [2, 2]] as const) {
      const b = browser(serviceWorkerOf(folder), tabs)
      b.caches.set('plumbline-before', new Map([['/assets/old-0.js', 'kept old']]))
      b.caches.set('somebody else', new Map())
      await b.run('install')
      expect(b.self.skipped).toBe(0)
      b.message('anything')
      expect(b.self.skipped).toBe(0)
      b.message('take-over')
      expect(b.self.skipped).toBe(1)
      await b.run('activate')
      expect([...b.caches.keys()].filter((n) => n.startsWith('plumbline-')).length).toBe(left)
      expect(b.caches.has('somebody else')).toBe(true)
      expect(await b.ask('/assets/old-0.js')).toBe(left === 2 ? 'kept old' : 'net /assets/old-0.js')
    }
  })
})
