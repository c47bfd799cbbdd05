// Contributions by file: which are taken and which refused, by the cases that the tablet is held to as well; how they lie here, and how they come into the log.
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { fromUtf8, utf8 } from '../../src/base/bytes'
import { draftName, DraftStore, fileName, handedName, keyOf, type Draft } from '../../src/assess/draft_store'
import { HandedStore } from '../../src/assess/handed'
import { ownParts, partName, partText } from '../../src/assess/own_parts'
import { formatPart, judgePart, kMostPartBytes, PartFault, readPart, trustFor, type AskedPart, type GivenPart } from '../../src/assess/part_file'
import { rowOf, testOf, type RoundHere } from '../../src/assess/rounds_here'
import type { OwnLine } from '../../src/assess/own_feed'
import { parseLine } from '../../src/line/line'
import { Author } from '../../src/people/author'
import { kCarried, type Outbox } from '../../src/storage/kept'
import { Seal } from '../../src/storage/sealed'
import { buildTrust } from '../../src/trust/chain'
import { Facts } from '../../src/trust/facts'
import { memory } from '../support'

interface Placed {
  index: number
  line: string
}
interface Case {
  name: string
  text: string
  code?: string
  items?: string[]
  version?: string
  missing?: number
  later?: true
  open?: true
  closed?: true
}
const cases = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/contribution_files.json', import.meta.url), 'utf8')) as { root: string; asked: { site: string; round: string; checklist: string; log: string; own: string }; trust: Placed[]; trust_more: Placed[]; log: Placed[]; log_more: Placed[]; cases: Case[] }
const placed = (lines: Placed[]) => lines.map(({ index, line }) => ({ index, text: line }))
const book = (lines: Placed[]) => buildTrust(cases.root, [], placed(lines))
const before = await book(cases.trust)
const later = await book([...cases.trust, ...cases.trust_more])
const own = async (lines: Placed[]): Promise<OwnLine[]> =>
  Promise.all(lines.map(async ({ index, line }) => {
    const parsed = await parseLine(line)
    return { index, line: parsed, person: later.devices.get(parsed.kid)!.person }
  }))
const facts = new Facts()
for (const { index, line, person } of await own(cases.log)) facts.add(line.payload, index, { kid: line.kid, person: person.id })
const { site, round, checklist, log, own: ownKid } = cases.asked
const asked: AskedPart = { site, round, checklist, logKey: log, ownKid, closed: false }
const submitted = rowOf(await own(cases.log_more), site, round, checklist)
const judged = async (one: Case) => judgePart(readPart(utf8(one.text)), { ...asked, closed: one.closed === true }, one.later && !one.open ? submitted : null, one.later ? later : before, facts)
const good = cases.cases.filter((c) => !c.code)
const named = (name: string) => judged(cases.cases.find((c) => c.name === name)!)

describe('a file that a colleague gave', () => {
  for (const one of cases.cases)
    it(`${one.name}: ${one.code ?? 'is taken'}`, async () => {
      if (one.code) return void (await expect(judged(one)).rejects.toMatchObject({ code: one.code }))
      expect(await judged(one)).toMatchObject({ items: one.items, version: one.version, missing: one.missing })
    })
  it('has the one form that tablets write, byte for byte', () => {
    expect(good.length).toBeGreaterThan(3)
    for (const one of good) expect(formatPart(readPart(utf8(one.text)))).toBe(one.text)
  })
  it('that is larger than any part is not read', () => {
    const most = { length: kMostPartBytes + 1, subarray: () => new Uint8Array() } as unknown as Uint8Array
    expect(() => readPart(most)).toThrow(expect.objectContaining({ code: 'part_too_large' }) as Error)
  })
  it('with bytes that are no letters was damaged', () => {
    const bytes = utf8(good[0]!.text)
    bytes[200] = 0xff
    expect(() => readPart(bytes)).toThrow(expect.objectContaining({ code: 'part_changed' }) as Error)
  })
  it('with the log’s proof is another kind of file', () => {
    expect(() => readPart(utf8(good[0]!.text.replace(',"logged":false', '')))).toThrow(PartFault)
  })
})

describe('what was taken', () => {
  const key = { site, round }
  let store: ReturnType<typeof memory>
  let seal: Seal
  let handed: HandedStore
  const draft: Draft = { ...key, region: '620321', checklist: { id: checklist, version: '1', sha256: 'a'.repeat(64) }, started: '2026-11-22T08:00:00.000+08:00', answers: {}, files: [], base: {} }

  beforeEach(async () => {
    store = memory()
    seal = await Seal.open(store)
    handed = new HandedStore(store, seal)
  })
  const unsealed = async (name: string) => (store.values.has(name) ? seal.unseal(name, store.values.get(name) as never) : null)
  const isOpen = (word: string) => [...store.values.values()].some((v) => JSON.stringify(v).includes(word))

  it('lies sealed with its files, in one write, once', async () => {
    const given = await named('a part with a document')
    expect(await handed.add(key, given)).toBe(true)
    expect(store.writes.filter((w) => handedName(key) in w)).toHaveLength(1)
    const sha = given.files[0]!.sha256
    expect(fromUtf8((await new DraftStore(store, seal).file(key, sha))!)).toContain('%PDF')
    expect(isOpen('assessment.contributed')).toBe(false)
    expect(await handed.add(key, given)).toBe(false)
    expect((await handed.lines(key, [])).map((l) => [l.line.hash, l.person.id])).toEqual([[given.line.hash, given.person.id]])
  })
  it('brings with a second file what the first did not hold', async () => {
    const given = await named('a part with a document')
    await handed.add(key, { ...given, files: given.files.map((f) => ({ ...f, bytes: null })) })
    expect((await handed.read(key))[0]!.here).toEqual([])
    await handed.add(key, given)
    expect((await handed.read(key)).map((h) => h.here)).toEqual([[given.files[0]!.sha256]])
  })
  it('stands behind the log’s lines until the log has it', async () => {
    const given = await named('a part')
    await handed.add(key, given)
    const lines = await handed.lines(key, [])
    expect(rowOf(lines, site, round, checklist)!.items['1']).toMatchObject({ answers: { i1: 'pass' }, kid: given.line.kid, place: Infinity })
    expect(await handed.lines(key, [{ index: 9, line: given.line, person: given.person }])).toEqual([])
  })
  it('that cannot be kept changes nothing', async () => {
    const write = store.write
    store.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
    await expect(handed.add(key, await named('a part'))).rejects.toThrow(DOMException)
    store.write = write
    expect(await handed.read(key)).toEqual([])
  })
  it('goes with its draft', async () => {
    const drafts = new DraftStore(store, seal)
    await drafts.write(draft)
    await handed.add(key, await named('a part with a document'))
    await drafts.remove(draft)
    expect([...store.values.keys()].filter((name) => name.startsWith(draftName(key)))).toEqual([])
  })
  it('goes to the log before what was signed here, in its author’s order, and is not sent twice', async () => {
    const pushed: string[] = []
    const first = await named('a part')
    const second = await named('a part with every kind of letter')
    for (const one of [second, first]) await handed.add(key, one)
    const refused = new Set<string>()
    const source = {
      push: async (line: string) => {
        const { hash, payload } = await parseLine(line)
        pushed.push(payload.id)
        return { results: [refused.has(hash) ? { hash, status: 'refused', code: 'round_closed', detail: 'too late' } : { hash, status: 'accepted', index: 1 }], checkpoint: '', consistency: [] }
      },
      chain: () => Promise.resolve({ size: 0, prev: '' }),
      upload: () => Promise.resolve(),
    }
    const author = new Author({ alg: 'ES256', kid: ownKid, sign: () => Promise.resolve(new Uint8Array(64)) }, source as never, { seen: null, take: () => Promise.reject(new Error('not asked')) } as never, store, undefined, unsealed)
    await store.write({ outbox: { line: 'x', hash: 'y' } as unknown as Outbox })
    // The own line is no line here: what stands before it went.
    await expect(author.deliver()).rejects.toThrow()
    expect(pushed).toEqual([first.line.payload.id, second.line.payload.id])
    expect(await store.names(kCarried)).toEqual([])
    // What cannot be opened holds back nothing.
    await store.write({ [`${kCarried}lost`]: { kept: 'lost' }, lost: { iv: new Uint8Array(12), data: new Uint8Array(20) } })
    // One that is refused is told, and offered again.
    const third = await named('a part with a document')
    refused.add(third.line.hash)
    await handed.add(key, third)
    expect(await author.bringCarried()).toBe(false)
    expect((await handed.lines(key, [])).find((l) => l.refused)).toMatchObject({ line: { hash: third.line.hash }, refused: { code: 'round_closed', detail: 'too late' } })
    refused.clear()
    expect(await author.bringCarried()).toBe(true)
    expect(await store.names(kCarried)).toEqual([`${kCarried}lost`])
  })
})

describe('what is given away', () => {
  const key = { site, round }
  const trust = placed(cases.trust).map((l) => ({ ...l, digest: new Uint8Array(), good: true }))
  const giving = async (files = new Map<string, Uint8Array<ArrayBuffer>>()) => ({ drafts: { file: async (_: unknown, sha: string) => files.get(sha) ?? null }, lines: await own(cases.log), trustLog: { held: async () => ({ book: before, lines: trust }) }, identity: { log }, seen: null })
  const giver = async (): Promise<GivenPart> => named('a part with a document')

  it('is what waits, and what of the log’s lines still stands', async () => {
    const { line, person } = await named('a part')
    const newer = await named('a part with every kind of letter')
    const logged = [{ index: 20, line, person }]
    const waiting = { line: fromUtf8(newer.line.bytes), hash: newer.line.hash, of: draftName(key), type: 'assessment.contributed', seq: 9 }
    const row = rowOf(logged, site, round, checklist)
    expect((await ownParts(key, row, logged, line.kid, waiting)).map((p) => [p.line.hash, p.index, p.items])).toEqual([[line.hash, 20, 1], [newer.line.hash, undefined, 1]])
    const both = [...logged, { index: 21, line: newer.line, person }]
    expect((await ownParts(key, rowOf(both, site, round, checklist), both, line.kid, waiting)).map((p) => p.index)).toEqual([21])
    expect(await ownParts(key, row, logged, 'somebody else', null)).toEqual([])
  })
  it('is taken by whoever has the same root, with its files', async () => {
    const given = await giver()
    const part = { line: given.line, items: 1 }
    const text = await partText(key, part, await giving(new Map([[given.files[0]!.sha256, given.files[0]!.bytes!]])))
    expect(await judgePart(readPart(utf8(text)), asked, null, before, facts)).toMatchObject({ missing: 0, items: ['1'] })
    const without = await partText(key, part, await giving())
    expect(await judgePart(readPart(utf8(without)), asked, null, before, facts)).toMatchObject({ missing: 1 })
    // By itself it proves who signed it.
    const proof = readPart(utf8(text))
    const alone = await buildTrust(cases.root, [], placed(proof.trust))
    expect(alone.devices.get(given.line.kid)!.person).toEqual(given.person)
    expect(proof.context.length).toBeGreaterThan(0)
    for (const { line } of proof.context) expect(alone.devices.has((await parseLine(line)).kid)).toBe(true)
  })
  it('carries no trust line that it does not need, and every change of a right', async () => {
    const gone = (await parseLine(readPart(utf8(cases.cases.find((c) => c.code === 'key_revoked')!.text)).line)).kid
    const all = [...cases.trust, ...cases.trust_more]
    const found = await trustFor([gone], later, placed(all))
    expect(found.map((l) => l.index)).toContain(later.devices.get(gone)!.revoked!.index)
    expect(found.length).toBeLessThan(all.length)
    expect((await book(found.map(({ line, index }) => ({ line, index })))).devices.get(gone)!.revoked).not.toBeNull()
  })
  it('has a name that every system takes', async () => {
    const { line } = await giver()
    expect(partName(['自评', '永昌/蔬菜: 一区', '质量员丙'], { line, items: 1 })).toMatch(/^自评-永昌 蔬菜 一区-质量员丙-\d{8}-\d{6}\.json$/)
  })
})

describe('a test', () => {
  it('lies beside what counts, under names that neither mistakes', () => {
    const key = { site: 's1', round: 'r1' }
    const test = { ...key, test: true as const }
    expect(draftName(test)).not.toBe(draftName(key))
    expect([keyOf(draftName(key)), keyOf(draftName(test))]).toEqual([key, test])
    expect(fileName(test, 'a').startsWith(`${draftName(key)}/file/`)).toBe(false)
  })
  it('is of no round’s progress, whatever became of that, and goes on until the round is closed', () => {
    const round = { row: { submitted: {} }, step: 'accepted', open: false, closed: false } as unknown as RoundHere
    expect(testOf(round)).toMatchObject({ row: null, step: 'not_begun', open: true, test: true })
    expect(testOf({ ...round, closed: true }).open).toBe(false)
  })
})
