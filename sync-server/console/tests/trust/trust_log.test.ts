import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '../../src/api/problem'
import { openCheckpoint, parseVerifierKey, type Checkpoint } from '../../src/log/checkpoint'
import { kTrust } from '../../src/storage/kept'
import { TrustLog } from '../../src/trust/trust_log'
import { makeServer } from '../fake/server.mjs'
import { makeWorld } from '../fake/world.mjs'
import { memory } from '../support'

const at = '2026-11-20T08:00:00.000+08:00'
const grant = (role: string, ...regions: string[]) => [{ role, regions, sites: [] }]

let w: any
let admin: any
let inspector: any
let asked: string[]
let store: ReturnType<typeof memory>

beforeEach(() => {
  w = makeWorld()
  admin = w.enrol(w.root, '管理员', grant('administrator', '62'), at)
  w.log.append('a line')
  inspector = w.enrol(admin, '检查员', grant('inspector', '6203'), at)
  store = memory()
  asked = []
})

/** Calls of the fake server, without its tokens. */
function open() {
  const server = makeServer(w)
  const trust = async (after: number, size: number) => {
    asked.push(`${after}/${size}`)
    const answer = await server.trust(after, size)
    return answer.body.toString()
  }
  return new TrustLog(w.root.key.kid, null, { trust }, store)
}

async function checkpoint(size?: number, log = w.log): Promise<Checkpoint> {
  return openCheckpoint(log.checkpoint(size), await parseVerifierKey(log.key))
}

describe('all trust lines of the log', () => {
  it('are fetched once, kept, and asked for again only where the checkpoint counts more', async () => {
    const first = open()
    const told = await first.asOf(await checkpoint())
    expect([told.completeness, told.held, told.count]).toEqual(['whole', 4, 4])
    expect(told.book.devices.has(inspector.key.kid)).toBe(true)
    w.log.append('another line')
    await first.asOf(await checkpoint())
    const second = open()
    expect((await second.asOf(await checkpoint())).completeness).toBe('whole')
    expect(asked).toEqual(['0/5'])
    const made = w.change(admin, 'key.revoked', inspector, at)
    const grown = await second.asOf(await checkpoint())
    expect([grown.completeness, grown.book.devices.get(inspector.key.kid)!.revoked!.index]).toEqual(['whole', made.index])
    expect(asked).toEqual(['0/5', '5/7'])
    expect((store.values.get(kTrust) as unknown[]).length).toBe(5)
  })

  it('are judged anew when the page is opened again, without computing their signatures once more', async () => {
    w.change(inspector, 'key.revoked', admin, at)
    w.change(admin, 'key.revoked', inspector, at)
    const before = await open().asOf(await checkpoint())
    const newest = await checkpoint()
    const verify = vi.spyOn(crypto.subtle, 'verify')
    const after = await open().asOf(newest)
    // Only of the line that was not believed.
    expect(verify).toHaveBeenCalledTimes(1)
    verify.mockRestore()
    expect([...after.book.devices]).toEqual([...before.book.devices])
    expect([...after.book.refused]).toEqual([[5, 'not_administrator']])
  })

  it('come in pages, and an older checkpoint is judged by its own count', async () => {
    w.faults.trustPage = 3
    const log = open()
    expect((await log.asOf(await checkpoint())).completeness).toBe('whole')
    expect(asked).toEqual(['0/5', '4/5'])
    expect((await log.asOf(await checkpoint(2))).completeness).toBe('whole')
    expect(asked.length).toBe(2)
  })

  it('a withheld revocation shows, and so does a withheld key', async () => {
    const log = open()
    await log.asOf(await checkpoint())
    w.change(admin, 'key.revoked', inspector, at)
    w.faults.withhold = (text: string) => text.includes('key.revoked')
    const told = await log.asOf(await checkpoint())
    expect([told.completeness, told.held, told.count]).toEqual(['withheld', 4, 5])
    // Another line after it does not make up for it.
    w.enrol(admin, '乙', grant('inspector', '6203'), at)
    expect((await log.asOf(await checkpoint())).completeness).toBe('withheld')
    w.faults.withhold = undefined
    expect((await log.asOf(await checkpoint())).completeness).toBe('whole')
  })

  it.each([
    ['a page that is not proved', (page: string) => page.replace(/proof .*\n/, '')],
    ['a line forged', (page: string) => page.replace('"inspector"', '"supervisor"')],
    ['a place moved', (page: string) => page.replace(/^3 /m, '2 ')],
    ['two lines in each other’s places', (page: string) => page.replace(/^0 (.*)\n1 (.*)\n/, '0 $2\n1 $1\n')],
    ['a line left out', (page: string) => page.replace(/^3 .*\n/m, '')],
    ['nothing at all', () => ''],
    ['no page of a feed', () => '<html>'],
  ])('are not whole by %s', async (_, change) => {
    const server = makeServer(w)
    const log = new TrustLog(w.root.key.kid, null, { trust: async (a, s) => change((await server.trust(a, s)).body.toString()) }, store)
    const told = await log.asOf(await checkpoint())
    expect([told.completeness, told.held]).toEqual(['withheld', 0])
    expect(store.values.has(kTrust)).toBe(false)
  })

  it('are fetched anew where what is kept is of another log', async () => {
    await open().asOf(await checkpoint())
    const other = makeWorld()
    other.enrol(other.root, '别处', grant('administrator', '62'), at)
    w.log = Object.assign(w.log, other.log)
    w.root = other.root
    const told = await open().asOf(await checkpoint())
    expect([told.completeness, told.held, told.book.devices.size]).toEqual(['whole', 2, 1])
  })

  it('are not counted by an older server: that is said, and nothing is asked', async () => {
    w.log.silent = true
    expect((await open().asOf(await checkpoint())).completeness).toBe('unsaid')
    expect(asked).toEqual([])
  })

  it('that the server refuses to give are withheld; one that is away or busy may give them later', async () => {
    let problem = new Problem(404, 'not_found', '')
    const source = { trust: () => Promise.reject(problem) }
    const log = new TrustLog(w.root.key.kid, null, source, store)
    expect((await log.asOf(await checkpoint())).completeness).toBe('withheld')
    for (const status of [0, 401, 429, 503]) {
      problem = new Problem(status, 'x', '')
      await expect(log.asOf(await checkpoint())).rejects.toBe(problem)
    }
  })
})
