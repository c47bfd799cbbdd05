import { beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '../../src/api/problem'
import { utf8 } from '../../src/base/bytes'
import { signEs256 } from '../../src/crypto/own_key'
import { parseLine } from '../../src/line/line'
import { Author, type AuthorSource } from '../../src/people/author'
import { sha256Hex } from '../../src/crypto/sha256'
import { kChain, kFiles, kOutbox, type Outbox } from '../../src/storage/kept'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
const draft = (verb: string, of: string, hash: string) => ({ type: `review.${verb}`, region: '620321', site: 'yongchang-veg', body: { of, hash, comment: '请补充', items: [{ item: '1', comment: '看不清' }] } })
const pushes = () => b.server.calls.filter((c: { method: string; target: string }) => c.method === 'POST' && c.target.startsWith('/v1/records')).map((c: { body: string }) => c.body)

beforeEach(async () => {
  b = await makeBrowser()
  await b.watch.refresh()
})

describe('a decision', () => {
  it('is a line of one’s own chain that names what was seen, proved in the log', async () => {
    const hash = (await b.verify(b.ids.veto)).current.line.hash
    const out = await b.author.sign(draft('returned', b.ids.veto, hash), b.ids.veto)
    const line = await parseLine(out.line)
    expect(line.payload).toMatchObject({ type: 'review.returned', seq: 1, prev: '', region: '620321', seen: { size: b.watch.seen!.size, root: b.watch.seen!.root } })
    expect(await b.author.deliver()).toMatchObject({ status: 'accepted', proved: true, of: b.ids.veto })
    const v = await b.verify(b.ids.veto)
    expect(v.status).toBe('returned')
    expect(v.reviews.at(-1)).toMatchObject({ good: true })
    const next = await b.author.sign(draft('accepted', b.ids.lacking, 'a'.repeat(64)), b.ids.lacking)
    expect((await parseLine(next.line)).payload).toMatchObject({ seq: 2, prev: out.hash })
  })

  it('is on disk before it is sent; a lost answer is repeated with the very same bytes', async () => {
    const hash = (await b.verify(b.ids.veto)).current.line.hash
    const out = await b.author.sign(draft('accepted', b.ids.veto, hash), b.ids.veto)
    expect(pushes()).toEqual([])
    expect((await b.store.get<Outbox>(kOutbox))!.line).toBe(out.line)
    b.world.faults.losePush = true
    await expect(b.author.deliver()).rejects.toMatchObject({ code: 'offline' })
    expect((await b.store.get<Outbox>(kOutbox))!.line).toBe(out.line)
    b.world.faults.losePush = false
    expect(await b.author.deliver()).toMatchObject({ status: 'accepted', proved: true })
    expect(pushes()).toEqual([`${out.line}\n`, `${out.line}\n`])
    expect(b.world.records.get(b.ids.veto)!.reviews.length).toBe(1)
    expect(await b.store.get(kOutbox)).toBeUndefined()
    expect(await b.store.get(kChain)).toEqual({ seq: 1, prev: out.hash })
  })

  it('waits for the one before it', async () => {
    await b.author.sign(draft('accepted', b.ids.veto, 'a'.repeat(64)), b.ids.veto)
    await expect(b.author.sign(draft('accepted', b.ids.lacking, 'a'.repeat(64)), b.ids.lacking)).rejects.toMatchObject({ code: 'line_waiting' })
  })

  it('takes the text of its form along: forgotten with the line in the log, back in its place when the server refuses', async () => {
    const typed = { name: 'typed/review/x', sealed: { iv: new Uint8Array(12), data: utf8('sealed') } }
    const none = async () => ({})
    await b.store.write({ [typed.name]: typed.sealed })
    b.world.faults.refuse = 'wrong_region'
    await b.author.sign(draft('accepted', b.ids.veto, 'a'.repeat(64)), b.ids.veto, undefined, none, typed)
    expect(await b.store.get(typed.name)).toBeUndefined()
    expect(await b.author.deliver()).toMatchObject({ status: 'refused' })
    expect(await b.store.get(typed.name)).toEqual(typed.sealed)
    // What was typed meanwhile stays.
    const newer = { iv: new Uint8Array(12), data: utf8('newer') }
    await b.author.sign(draft('accepted', b.ids.veto, 'a'.repeat(64)), b.ids.veto, undefined, none, typed)
    await b.store.write({ [typed.name]: newer })
    expect(await b.author.deliver()).toMatchObject({ status: 'refused' })
    expect(await b.store.get(typed.name)).toEqual(newer)
    b.world.faults.refuse = undefined
    const { hash } = (await b.verify(b.ids.veto)).current.line
    await b.author.sign(draft('accepted', b.ids.veto, hash), b.ids.veto, undefined, none, typed)
    expect(await b.author.deliver()).toMatchObject({ status: 'accepted' })
    expect(await b.store.get(typed.name)).toBeUndefined()
  })

  it('that the server refuses leaves its number free, with the reason told', async () => {
    b.world.faults.refuse = 'wrong_region'
    await b.author.sign(draft('accepted', b.ids.veto, 'a'.repeat(64)), b.ids.veto)
    expect(await b.author.deliver()).toMatchObject({ status: 'refused', code: 'wrong_region' })
    b.world.faults.refuse = undefined
    const out = await b.author.sign(draft('accepted', b.ids.veto, 'a'.repeat(64)), b.ids.veto)
    expect(out.seq).toBe(1)
  })

  it('goes on from the server’s chain when this profile is older than its last line', async () => {
    b.world.members.get(b.identity.kid)!.chain = { size: 4, prev: 'c'.repeat(64) }
    const out = await b.author.sign(draft('accepted', b.ids.veto, 'a'.repeat(64)), b.ids.veto)
    expect((await parseLine(out.line)).payload).toMatchObject({ seq: 5, prev: 'c'.repeat(64) })
  })

  it('goes on from its own chain when the server has forgotten some of it', async () => {
    await b.store.write({ [kChain]: { seq: 6, prev: 'd'.repeat(64) } })
    const out = await b.author.sign(draft('accepted', b.ids.veto, 'a'.repeat(64)), b.ids.veto)
    expect(out.seq).toBe(7)
  })

  it('is not signed when the server has another line under the same number', async () => {
    await b.store.write({ [kChain]: { seq: 4, prev: 'd'.repeat(64) } })
    b.world.members.get(b.identity.kid)!.chain = { size: 4, prev: 'c'.repeat(64) }
    await expect(b.author.sign(draft('accepted', b.ids.veto, 'a'.repeat(64)), b.ids.veto)).rejects.toMatchObject({ code: 'own_fork' })
    expect(await b.store.get(kOutbox)).toBeUndefined()
  })

  it('that the server claims without proof is not called proved', async () => {
    const push = b.api.push.bind(b.api)
    b.api.push = async (line, have) => ({ ...(await push(line, have)), inclusion: {} })
    const hash = (await b.verify(b.ids.veto)).current.line.hash
    await b.author.sign(draft('accepted', b.ids.veto, hash), b.ids.veto)
    expect(await b.author.deliver()).toMatchObject({ status: 'accepted', proved: false })
  })
})

describe('a file of a line', () => {
  const bytes = new TextEncoder().encode('drawn by hand') as Uint8Array<ArrayBuffer>
  const withFile = async () => ({ ...draft('accepted', b.ids.veto, (await b.verify(b.ids.veto)).current.line.hash), files: [{ sha256: await sha256Hex(bytes), type: 'image/png', role: 'signature', bytes }] })
  const uploads = () => b.server.calls.filter((c) => c.target.startsWith('/v1/uploads')).map((c) => c.method)

  it('is named by it, kept with it in one write, and follows it', async () => {
    const given = await withFile()
    const [file] = given.files
    const out = await b.author.sign(given, b.ids.veto)
    expect((await parseLine(out.line)).payload.files).toMatchObject([{ sha256: file!.sha256, size: bytes.length, type: 'image/png', role: 'signature' }])
    expect(b.store.writes.at(-1)).toMatchObject({ [kOutbox]: out, [kFiles]: [{ sha256: file!.sha256, of: out.hash }] })
    // Not before its line.
    await b.author.deliverFiles()
    expect(uploads()).toEqual([])
    await b.author.deliver()
    await b.author.deliverFiles()
    expect(uploads()).toEqual(['POST', 'PATCH'])
    expect([...b.world.files.get(file!.sha256).bytes]).toEqual([...bytes])
    expect(await b.store.get(kFiles)).toEqual([])
    await b.author.deliverFiles()
    expect(uploads().length).toBe(2)
  })

  it('comes before a line that the server judges by it', async () => {
    const sha256 = await sha256Hex(bytes)
    await b.author.sign({ type: 'checklist.published', body: { id: 'x', version: '1', title: { zh: '一' }, sha256 }, files: [{ sha256, type: 'application/json', role: 'checklist', bytes }] }, '')
    b.world.faults.cutUpload = true
    await expect(b.author.deliver()).rejects.toMatchObject({ code: 'offline' })
    expect(await b.store.get(kFiles)).toHaveLength(1)
    b.world.faults.cutUpload = false
    expect(await b.author.deliver()).toMatchObject({ status: 'accepted' })
    expect([...b.world.files.get(sha256).bytes]).toEqual([...bytes])
    expect(await b.store.get(kFiles)).toEqual([])
  })

  it('that is gone from this browser holds back none behind it, and is told', async () => {
    const given = await withFile()
    const gone = { sha256: 'a'.repeat(64), size: 3, type: 'image/png', role: 'evidence', item: '1', kept: 'nowhere' }
    await b.author.sign({ ...given, files: [gone, ...given.files] }, b.ids.veto)
    await b.author.deliver()
    await expect(b.author.deliverFiles()).rejects.toThrow(/aaaaaaaa/)
    expect([...b.world.files.get(given.files[0]!.sha256).bytes]).toEqual([...bytes])
    expect(await b.store.get(kFiles)).toHaveLength(1)
  })

  it('that was cut on its way goes on where it was cut', async () => {
    const given = await withFile()
    await b.author.sign(given, b.ids.veto)
    await b.author.deliver()
    b.world.faults.cutUpload = true
    await expect(b.author.deliverFiles()).rejects.toMatchObject({ code: 'offline' })
    expect(await b.store.get(kFiles)).toHaveLength(1)
    b.world.faults.cutUpload = false
    await b.author.deliverFiles()
    expect([...b.world.files.get(given.files[0]!.sha256).bytes]).toEqual([...bytes])
    expect(await b.store.get(kFiles)).toEqual([])
  })

  it('goes with the line where the server refuses that', async () => {
    b.world.faults.refuse = 'wrong_region'
    await b.author.sign(await withFile(), b.ids.veto)
    await b.author.deliver()
    await b.author.deliverFiles()
    expect([uploads(), await b.store.get(kFiles)]).toEqual([[], []])
  })
})

// What is signed without a network: it goes on from this browser's own chain, waits, and is one record however often it is sent.
describe('a line that is signed without a network', () => {
  let away: boolean
  let author: Author
  const uploads: string[] = []
  const offline = () => Promise.reject(new Problem(0, 'offline', 'no network'))
  const returned = (of: string, hash: string) => ({ type: 'review.returned', region: '620321', site: 'yongchang-veg', body: { of, hash, comment: '请补充' } })

  beforeEach(() => {
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
  it('goes on from the chain that this browser keeps, and what goes along is written with it', async () => {
    await b.store.write({ [kChain]: { seq: 4, prev: 'a'.repeat(64) } })
    b.store.writes.length = 0
    const out = await author.sign(returned(b.ids.veto, 'a'.repeat(64)), 'draft/s/r', 'mark', async (o) => ({ 'draft/s/r': o.hash }))
    expect((await parseLine(out.line)).payload).toMatchObject({ seq: 5, prev: 'a'.repeat(64) })
    expect(b.store.writes).toHaveLength(1)
    expect(b.store.values.get('draft/s/r')).toBe(out.hash)
    await expect(author.deliver()).rejects.toMatchObject({ code: 'offline' })
    expect(b.store.values.get(kOutbox)).toMatchObject({ hash: out.hash })
  })
  it('is one record, sent twice', async () => {
    const hash = (await b.verify(b.ids.veto)).current.line.hash
    await author.sign(returned(b.ids.veto, hash), 'draft/s/r', 'mark')
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
    await author.sign({ ...returned(b.ids.veto, 'a'.repeat(64)), files: [file] }, 'draft/s/r', 'mark')
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
    const out = await author.sign({ ...returned(b.ids.veto, hash), files: [{ ...file, kept: 'one', release: true }, { ...file, role: 'document', kept: 'two' }, { ...file, sha256: 'e'.repeat(64), kept: '' }] }, 'draft/s/r')
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
