import { beforeEach, describe, expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { draftName, DraftStore, fileName, isFull, type Draft } from '../../src/assess/draft_store'
import { Seal, SealBroken } from '../../src/storage/sealed'
import { memory } from '../support'

const draft: Draft = { site: 's1', region: '620321', round: 'r1', checklist: { id: 'c', version: '1', sha256: 'a'.repeat(64) }, started: '2026-11-22T08:00:00.000+08:00', answers: { answers: { q: '是' } }, files: [], base: {} }
let store: ReturnType<typeof memory>
let drafts: DraftStore

beforeEach(async () => {
  store = memory()
  drafts = new DraftStore(store, await Seal.open(store))
})

describe('a draft', () => {
  it('is read as it was written, and nothing of it lies open', async () => {
    await drafts.write(draft)
    expect(await drafts.read(draft)).toEqual(draft)
    expect(JSON.stringify([...store.values])).not.toContain('是')
    expect(await drafts.names()).toEqual([draftName(draft)])
  })
  it('and its file are written in one transaction', async () => {
    const file = { sha256: 'b'.repeat(64), size: 3, type: 'text/plain', role: 'document', item: '1', name: 'x.txt' }
    store.writes.length = 0
    await drafts.writeWithFile({ ...draft, files: [file] }, file.sha256, utf8('abc'))
    expect(store.writes.map((w) => Object.keys(w).sort())).toEqual([[draftName(draft), fileName(draft, file.sha256), 'drafts'].sort()])
    expect(await drafts.file(draft, file.sha256)).toEqual(utf8('abc'))
  })
  it('stands as it did where the disk is full', async () => {
    await drafts.write(draft)
    const write = store.write
    store.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
    const fault: unknown = await drafts.write({ ...draft, answers: {} }).catch((e: unknown) => e)
    expect(isFull(fault)).toBe(true)
    store.write = write
    expect(await drafts.read(draft)).toEqual(draft)
  })
  it('that was swapped with another is not read', async () => {
    await drafts.write(draft)
    await drafts.write({ ...draft, round: 'r2' })
    store.values.set(draftName(draft), store.values.get(draftName({ site: 's1', round: 'r2' })))
    await expect(drafts.read(draft)).rejects.toBeInstanceOf(SealBroken)
  })
  it('goes with its files, but for those that wait to be sent', async () => {
    const files = ['b', 'c'].map((c) => ({ sha256: c.repeat(64), size: 1, type: 'text/plain', role: 'document', item: '1', name: c }))
    for (const f of files) await drafts.writeWithFile({ ...draft, files }, f.sha256, utf8(f.name))
    await drafts.remove({ ...draft, files }, new Set([fileName(draft, files[1]!.sha256)]))
    expect(await drafts.read(draft)).toBe(null)
    expect(await drafts.names()).toEqual([])
    expect(await drafts.file(draft, files[0]!.sha256)).toBe(null)
    expect(await drafts.file(draft, files[1]!.sha256)).toEqual(utf8('c'))
  })
})
