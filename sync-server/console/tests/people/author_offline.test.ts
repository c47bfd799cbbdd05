// What is signed without a network: it goes on from this browser's own chain, waits, and is one record however often it is sent.
import { beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '../../src/api/problem'
import { utf8 } from '../../src/base/bytes'
import { sha256Hex } from '../../src/crypto/sha256'
import { parseLine } from '../../src/line/line'
import { Author, type AuthorSource } from '../../src/people/author'
import { signEs256 } from '../../src/crypto/own_key'
import { kChain, kFiles, kOutbox } from '../../src/storage/kept'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
let away: boolean
let author: Author
const offline = () => Promise.reject(new Problem(0, 'offline', 'no network'))
const uploads: string[] = []
const draft = (of: string, hash: string) => ({ type: 'review.returned', region: '620321', site: 'yongchang-veg', body: { of, hash, comment: '请补充' } })

beforeEach(async () => {
  b = await makeBrowser()
  await b.watch.refresh()
  away = true
  uploads.length = 0
  const source: AuthorSource = {
    push: (line, have) => (away ? offline() : b.api.push(line, have)),
    chain: () => (away ? offline() : b.api.chain()),
    upload: async (sha256) => (away ? offline() : void uploads.push(sha256)),
  }
  const unsealed = async (name: string) => (b.store.values.get(name) as Uint8Array<ArrayBuffer> | undefined) ?? null
  author = new Author({ alg: 'ES256', kid: b.identity.kid, sign: (m) => signEs256(b.identity.privateKey, m) }, source, b.watch, b.store, () => new Date('2026-11-22T10:20:00.000Z'), unsealed)
})

describe('a line that is signed without a network', () => {
  it('goes on from the chain that this browser keeps, and what goes along is written with it', async () => {
    await b.store.write({ [kChain]: { seq: 4, prev: 'a'.repeat(64) } })
    b.store.writes.length = 0
    const out = await author.sign(draft(b.ids.veto, 'a'.repeat(64)), 'draft/s/r', 'mark', async (o) => ({ 'draft/s/r': o.hash }))
    expect((await parseLine(out.line)).payload).toMatchObject({ seq: 5, prev: 'a'.repeat(64) })
    expect(b.store.writes).toHaveLength(1)
    expect(b.store.values.get('draft/s/r')).toBe(out.hash)
    await expect(author.deliver()).rejects.toMatchObject({ code: 'offline' })
    expect(b.store.values.get(kOutbox)).toMatchObject({ hash: out.hash })
  })
  it('is one record, sent twice', async () => {
    const hash = (await b.verify(b.ids.veto)).current.line.hash
    await author.sign(draft(b.ids.veto, hash), 'draft/s/r', 'mark')
    away = false
    b.world.faults.losePush = true
    await expect(author.deliver()).rejects.toMatchObject({ code: 'offline' })
    b.world.faults.losePush = false
    expect(await author.deliver()).toMatchObject({ status: 'accepted', of: 'draft/s/r' })
    expect(await author.outcome('mark')).toMatchObject({ status: 'accepted' })
    expect(b.world.records.get(b.ids.veto)!.reviews.length).toBe(1)
  })
  it('that the server refuses leaves its files where they lie', async () => {
    const bytes = utf8('照片')
    const file = { sha256: await sha256Hex(bytes), type: 'image/png', role: 'evidence', size: bytes.length, item: '1', kept: 'draft/s/r/file/x', release: true }
    await b.store.write({ [file.kept]: bytes })
    await author.sign({ ...draft(b.ids.veto, 'a'.repeat(64)), files: [file] }, 'draft/s/r', 'mark')
    away = false
    b.world.faults.refuse = 'round_closed'
    expect(await author.deliver()).toMatchObject({ status: 'refused', code: 'round_closed' })
    expect(await author.outcome('mark')).toMatchObject({ status: 'refused', code: 'round_closed' })
    expect([b.store.values.get(kFiles), b.store.values.get(file.kept)]).toEqual([[], bytes])
  })
  it('brings a sealed file after itself, and lets go of it only where it is told to', async () => {
    const bytes = utf8('照片')
    const hash = (await b.verify(b.ids.veto)).current.line.hash
    const file = { sha256: await sha256Hex(bytes), type: 'image/png', role: 'evidence', size: bytes.length, item: '1' }
    await b.store.write({ one: bytes, two: bytes })
    const out = await author.sign({ ...draft(b.ids.veto, hash), files: [{ ...file, kept: 'one', release: true }, { ...file, role: 'document', kept: 'two' }, { ...file, sha256: 'e'.repeat(64), kept: '' }] }, 'draft/s/r')
    expect((await parseLine(out.line)).payload.files.map((f) => [f.sha256, f.item])).toEqual([[file.sha256, '1'], [file.sha256, '1'], ['e'.repeat(64), '1']])
    await author.deliverFiles()
    expect(uploads).toEqual([])
    away = false
    await author.deliver()
    await author.deliverFiles()
    expect(uploads).toContain(file.sha256)
    expect([b.store.values.has('one'), b.store.values.has('two')]).toEqual([false, true])
  })
})
