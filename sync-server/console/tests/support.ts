// What several tests need: a store in memory, and a browser enrolled with the fake server.
import { readFileSync } from 'node:fs'
import { Api, OpenApi } from '../src/api/client'
import { TokenSource } from '../src/api/token'
import { signEs256 } from '../src/crypto/own_key'
import { enrol } from '../src/people/enrol'
import { parseVerifierKey } from '../src/log/checkpoint'
import { LogWatch, type Alarm } from '../src/log/watch'
import { Author } from '../src/people/author'
import type { KeyValue } from '../src/storage/database'
import { parseInvitation } from '../src/trust/invitation'
import { TrustLog } from '../src/trust/trust_log'
import { verifyRecord } from '../src/verify/record'
import { makeDemo } from './fake/demo.mjs'
import { makeServer } from './fake/server.mjs'

// The fake world is plain JavaScript; what the tests reach into is loose on purpose.
export interface Demo {
  world: any
  admin: any
  wang: any
  li: any
  reviewer: any
  ids: Record<'veto' | 'amended' | 'lacking' | 'swapped' | 'accepted' | 'returned', string>
}

export interface FakeServer {
  asFetch: typeof fetch
  calls: { method: string; target: string; body: string }[]
  dropTokens(): void
}

export function memory(): KeyValue & { values: Map<string, unknown>; writes: Record<string, unknown>[] } {
  const values = new Map<string, unknown>()
  const writes: Record<string, unknown>[] = []
  return {
    values,
    writes,
    get: async <T>(key: string) => values.get(key) as T | undefined,
    async write(changes) {
      writes.push(changes)
      for (const [k, v] of Object.entries(changes)) v === undefined ? values.delete(k) : values.set(k, v)
    },
    names: async (prefix) => [...values.keys()].filter((name) => name.startsWith(prefix)),
    clear: async () => values.clear(),
  }
}

export async function makeBrowser(now = new Date('2026-11-22T10:20:00.000Z')) {
  return makeBrowserOn(makeDemo(now) as Demo, now)
}

/** One more browser, which has seen nothing of the log yet. */
export async function makeBrowserOn(demo: Demo, now = new Date('2026-11-22T10:20:00.000Z')) {
  const server: FakeServer = makeServer(demo.world)
  const send = server.asFetch
  const store = memory()
  const invite = demo.world.invite(demo.admin, '孙审核', [{ role: 'supervisor', regions: ['62'], sites: [] }], now.toISOString())
  const invitation = await parseInvitation(demo.world.uri(invite, 'http://127.0.0.1'))
  const identity = await enrol(invitation, '浏览器', new OpenApi(send), store, now)
  const api = new Api(new TokenSource(identity, identity.origin, send, () => now.getTime()), send)
  const alarms: (Alarm | null)[] = []
  const watch = new LogWatch(await parseVerifierKey(identity.log), api, store, (_, alarm) => alarms.push(alarm))
  await watch.open()
  const author = new Author({ alg: 'ES256', kid: identity.kid, sign: (m) => signEs256(identity.privateKey, m) }, api, watch, store, () => now)
  const trustLog = new TrustLog(identity.root, identity.rootKey, api, store)
  const verify = async (id: string) => verifyRecord(id, await api.record(id), { root: identity.root, rootKey: identity.rootKey, watch, trustLog })
  return { ...demo, server, send, store, invite, invitation, identity, api, watch, trustLog, author, alarms, verify }
}

const records = readFileSync(new URL('../../../shared/record/RECORDS.md', import.meta.url), 'utf8').split('\n')

/** The body that RECORDS.md shows of a type: the first JSON block below the heading that names it. */
export function example(type: string): Record<string, unknown> {
  const below = records.slice(records.findIndex((l) => l.startsWith('### ') && l.includes(`\`${type}\``))).join('\n')
  return JSON.parse(/```json\n([\s\S]*?)\n```/.exec(below)![1]!)
}
