import { beforeEach, describe, expect, it } from 'vitest'
import { parseLine } from '../../src/line/line'
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
