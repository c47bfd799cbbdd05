// A draft filled by the engine as it was built for the page (skipped where this machine could not build it).
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { fromUtf8, utf8 } from '../../src/base/bytes'
import { DraftStore, type Draft } from '../../src/assess/draft_store'
import { Filling, newDraft } from '../../src/assess/filling'
import { contributionOf } from '../../src/assess/contribution'
import { contributorsOf, prepare } from '../../src/assess/statement'
import { replayed, type TrailEntry } from '../../src/assess/trail'
import type { AssessmentRow } from '../../src/folds/assessment'
import type { Line } from '../../src/line/line'
import { Seal } from '../../src/storage/sealed'
import { bodyFault } from '../../src/verify/body'
import { builtEngine } from '../built_engine'
import { memory } from '../support'

const engine = await builtEngine()
const document = readFileSync(new URL('../../../../assets/checklists/6a.json', import.meta.url), 'utf8')
const fixture = JSON.parse(readFileSync(new URL('../../../../tests/unit/checklist/fixtures/6a-pass.json', import.meta.url), 'utf8')) as { answers: Record<string, string>; na: Record<string, string> }
const round = { site: 's1', region: '620321', round: 'r1', checklist: { id: '6a', version: '1', sha256: 'a'.repeat(64) } }
const at = new Date('2026-11-22T00:00:00.000Z')
const row = (items: AssessmentRow['items']): AssessmentRow => ({ site: 's1', region: '620321', round: 'r1', checklist: '6a', items })
const by = 'f'.repeat(64)
const theirs = (answers: Record<string, string>, place = 7) => ({ answers, by, kid: 'kid-c', at: '2026-11-22T09:00:00.000+08:00', place })
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])

describe.skipIf(!engine)('a self-assessment in the browser', () => {
  let store: ReturnType<typeof memory>
  let drafts: DraftStore
  let checklist: number
  const open = (draft: Draft) => new Filling(engine!, checklist, draft, drafts, () => Promise.resolve(true))
  const verdict = (f: Filling, id: string) => f.form.view.value.sections.flatMap((s) => s.items).find((i) => i.id === id)!.verdict

  beforeEach(async () => {
    store = memory()
    drafts = new DraftStore(store, await Seal.open(store))
    checklist = engine!.ask<{ checklist: number }>({ do: 'open', document }).checklist
    return () => void engine!.ask({ do: 'close', checklist })
  })

  it('is on disk with each answer, and goes on from there', async () => {
    const one = open(newDraft(round, at))
    one.change({ set: 'i1', value: 'pass' })
    one.change({ set: 'i2_where', value: '2 号棚' })
    await one.save()
    expect(one.state.saved).toBe('saved')
    one.close()
    const again = open((await drafts.read(round))!)
    expect(verdict(again, '1')).toBe('pass')
    expect((again.form.view.value.answers.answers as Record<string, string>).i2_where).toBe('2 号棚')
    again.change({ set: 'i1', value: 'fail' })
    again.change({ set: 'i1', value: 'pass' })
    expect(again.draft.value.trail!.map((e) => [e.run, e.id, e.old, e.new])).toEqual([[1, 'i1', '', 'pass'], [1, 'i2_where', '', '2 号棚'], [2, 'i1', 'pass', 'fail'], [2, 'i1', 'fail', 'pass']])
    again.close()
  })

  it('holds the files that a colleague’s part brought, and sends them with what is signed here', () => {
    const sha256 = 'd'.repeat(64)
    const files = [{ sha256, size: 9, type: 'application/pdf', role: 'document', item: '1' }]
    const lines = new Map([[by, { payload: { files } } as unknown as Line]])
    const one = open(newDraft(round, at))
    one.merge(row({ '1': theirs({ i1: 'pass' }, Infinity) }), lines)
    expect(one.draft.value.files[0]).toMatchObject({ sha256, elsewhere: true })
    one.brought = [sha256]
    one.merge(row({ '1': theirs({ i1: 'pass' }, Infinity) }), lines)
    expect(one.draft.value.files[0]).not.toHaveProperty('elsewhere')
    one.close()
  })

  it('says where it is not saved, and saves once there is room', async () => {
    const one = open(newDraft(round, at))
    const write = store.write
    store.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
    one.change({ set: 'i1', value: 'pass' })
    await one.save()
    expect(one.state.saved).toBe('full')
    expect(await one.addFile('1', { name: 'a.png', bytes: png })).toBe('full')
    expect(one.draft.value.files).toEqual([])
    expect(verdict(one, '1')).toBe('pass')
    store.write = write
    await one.save()
    expect(one.state.saved).toBe('saved')
    expect(((await drafts.read(round))!.answers.answers as Record<string, string>).i1).toBe('pass')
    one.close()
  })

  it('of a test is signed as one, beside the draft that counts', async () => {
    const real = open(newDraft(round, at))
    real.change({ set: 'i1', value: 'fail' })
    await real.save()
    const one = open(newDraft({ ...round, test: true }, at))
    one.change({ set: 'i1', value: 'pass' })
    await one.save()
    const me = { kid: 'me', name: '质量员丙' }
    const { line } = await prepare(engine!, checklist, one.draft.value, contributorsOf(null, [], null, new Map([['1', true]]), me), me, at)
    expect([line.type, line.body.test, line.body.round]).toEqual(['assessment.submitted', true, 'r1'])
    expect((await prepare(engine!, checklist, real.draft.value, [], me, at)).line.body).not.toHaveProperty('test')
    expect(verdict(open((await drafts.read(round))!), '1')).toBe('fail')
    expect(verdict(open((await drafts.read({ ...round, test: true }))!), '1')).toBe('pass')
    expect(await drafts.names()).toHaveLength(2)
    one.close()
    real.close()
  })

  it('writes nothing once another tab has it, or its line is on its way', async () => {
    const one = open(newDraft(round, at))
    one.change({ set: 'i1', value: 'pass' })
    await one.save()
    one.state.locked = true
    one.change({ set: 'i1', value: 'fail' })
    await one.save()
    expect(((await drafts.read(round))!.answers.answers as Record<string, string>).i1).toBe('pass')
    one.state.locked = false
    await store.write(await one.signed('assessment.submitted')({ hash: 'c'.repeat(64) }))
    one.change({ set: 'i1', value: 'fail' })
    expect(((await drafts.read(round))!.answers.answers as Record<string, string>).i1).toBe('pass')
    one.close()
  })

  it('takes a file once an item, counts photos for the engine, and drops what is removed', async () => {
    const one = open(newDraft(round, at))
    expect(await one.addFile('1', { name: 'a.png', bytes: png })).toBe(null)
    expect(await one.addFile('1', { name: 'b.png', bytes: png })).toBe('doubled')
    expect(await one.addFile('1', { name: 'b.exe', bytes: utf8('MZ') })).toBe('unknown_kind')
    const item = () => one.form.view.value.sections.flatMap((s) => s.items).find((i) => i.id === '1')!
    expect(item().photos).toBe(1)
    one.removeFile('1', one.draft.value.files[0]!.sha256)
    expect([item().photos, one.draft.value.files.length]).toEqual([0, 0])
    one.close()
  })

  it('takes in what colleagues contributed, and never over what was changed here', async () => {
    const one = open(newDraft(round, at))
    one.change({ set: 'i4', value: 'pass' })
    const said = row({ 1: theirs({ i1: 'fail' }), 4: theirs({ i4: 'fail' }) })
    const line = { payload: { files: [{ sha256: 'd'.repeat(64), size: 9, type: 'image/png', role: 'evidence', item: '1' }] } } as unknown as Line
    const lines = new Map([[by, line]])
    const merge = one.merge(said, lines)
    expect([merge.taken, merge.divergent.map((d) => d.item), Object.keys(merge.changed)]).toEqual([['1'], ['4'], []])
    expect([verdict(one, '1'), verdict(one, '4')]).toEqual(['fail', 'pass'])
    expect(one.draft.value.files).toMatchObject([{ sha256: 'd'.repeat(64), item: '1', elsewhere: true }])
    // Mine stays, and is contributed next, after theirs.
    expect(Object.keys(one.merge(said, lines, -1, { 4: 'mine' }).changed)).toEqual(['4'])
    expect(one.merge(said, lines).divergent).toEqual([])
    // Theirs again, by a later line: it differs from what stands here, so the person is asked again.
    const later = row({ 4: theirs({ i4: 'part' }, 9) })
    expect(one.merge(later, lines).divergent.map((d) => d.item)).toEqual(['4'])
    expect(one.merge(later, lines, -1, { 4: 'theirs' }).taken).toEqual(['4'])
    expect(verdict(one, '4')).toBe('part')
    one.close()
  })

  it('contributes whole items that changed since, and nothing twice', async () => {
    const one = open(newDraft(round, at))
    one.change({ set: 'i1', value: 'pass' })
    one.change({ note: '1', value: '见照片' })
    await one.addFile('1', { name: 'a.png', bytes: png })
    const { line, given } = contributionOf(one.draft.value, one.merge(null, new Map()))
    expect(line.body).toEqual({ round: 'r1', checklist: round.checklist, items: { 1: { answers: { i1: 'pass' }, note: '见照片' } } })
    expect(bodyFault('assessment.contributed', line.body)).toBe(null)
    expect(line.files).toMatchObject([{ role: 'evidence', item: '1', kept: `draft/s1/r1/file/${one.draft.value.files[0]!.sha256}` }])
    one.draft.value = { ...one.draft.value, base: { ...one.draft.value.base, ...given.base } }
    expect(one.merge(null, new Map()).changed).toEqual({})
    one.change({ set: 'i1', value: '' })
    one.change({ note: '1', value: '' })
    one.removeFile('1', one.draft.value.files[0]!.sha256)
    expect(contributionOf(one.draft.value, one.merge(null, new Map())).line.body.items).toEqual({ 1: { answers: {} } })
    one.close()
  })

  it('states what the engine reckons, of one moment, and who filled which items', async () => {
    const draft = newDraft(round, at)
    draft.answers = { answers: fixture.answers, na: fixture.na, notes: {} }
    const one = open(draft)
    const merge = one.merge(row({ 5: theirs({ i5: 'pass' }) }), new Map())
    const me = { kid: 'kid-m', name: '负责人' }
    const changed = new Map(Object.entries(merge.changed).map(([item, content]) => [item, Object.keys(content).length > 0]))
    const contributors = contributorsOf(row({ 5: theirs({ i5: 'pass' }) }), [], null, changed, me)
    const { line, score } = await prepare(engine!, checklist, one.draft.value, contributors, me, new Date('2026-11-22T10:00:00.000Z'))
    expect(line.type).toBe('assessment.submitted')
    expect(score).toEqual(line.body.score)
    expect(bodyFault('assessment.submitted', line.body)).toBe(null)
    // The server's own check, in the same engine.
    expect(engine!.ask<{ same: boolean }>({ do: 'recompute', checklist, body: line.body }).same).toBe(true)
    // The trail leads to what is signed, and goes along by the hash that is stated.
    const trail = line.files!.find((f) => f.role === 'trail')!
    expect(trail).toMatchObject({ sha256: line.body.trail, type: 'application/x-ndjson' })
    const entries = fromUtf8((trail as { bytes: Uint8Array<ArrayBuffer> }).bytes).split('\n').slice(1, -1).map((text) => JSON.parse(text) as TrailEntry)
    expect(replayed(entries).answers).toEqual(line.body.answers)
    expect(contributors.find((c) => c.kid === 'kid-c')).toEqual({ kid: 'kid-c', items: ['5'] })
    expect(contributors.find((c) => c.kid === 'kid-m')!.items).not.toContain('5')
    expect(line.body.finished).toMatch(new RegExp(`\\${String(line.body.zone)}$`))
    one.close()
  })
})
