// What is written in the form and the body that is signed; every body has the form that its type asks for.
import { describe, expect, it } from 'vitest'
import { beginAct, bodyOf, clausesOf, dueDays, lacksOf, type Origin } from '../../src/board/act_draft'
import { kBuiltinCalendar, readYear } from '../../src/base/working_days'
import { statusOn } from '../../src/board/standards'
import { kActTypes, type ActKind } from '../../src/folds/act'
import type { CaseRow, FindingRow } from '../../src/folds/case_row'
import { bodyFault } from '../../src/verify/body'

const id = '0198d2c4-7a10-7c3e-8f21-000000000001'
const hash = 'a'.repeat(64)
const finding = (more: Partial<FindingRow> = {}): FindingRow => ({ item: '2', severity: 'minor', state: 'reported', text: '缺签字', order: '0198d2c4-7a10-7c3e-8f21-000000000002', ...more })
const row = { standing: { id, kid: 'k', newest: hash, status: 'accepted', version: 1 }, findings: [finding()], orders: [], ignored: [], archived: '', site: 's', region: '620321', kind: 'supervision', checklist: { id: 'demo', version: '1', sha256: hash }, at: '2026-11-10T09:00:00.000+08:00' } as CaseRow
const origin = (more: Partial<Origin> = {}): Origin => ({ row, day: '2026-11-10', today: '2026-11-28', itemOf: () => undefined, calendar: kBuiltinCalendar, statedDue: () => '', ...more })
const sources = { today: '2026-11-28', calendar: kBuiltinCalendar, signature: '' }
const begin = (kind: ActKind, f = finding(), o = origin()) => beginAct(kind, [f], f.item, o, kind === 'ordered' ? { office: '县局' } : {})

describe('an act that is written', () => {
  it.each(Object.keys(kActTypes).filter((k) => !['reported', 'objected', 'extensionRequested'].includes(k)) as ActKind[])('%s is signed in the form of its type', (kind) => {
    const f = finding({ request: '0198d2c4-7a10-7c3e-8f21-000000000003', asked: '2026-12-20' })
    const draft = begin(kind, f)
    for (const e of draft.entries) Object.assign(e, { text: '说明', requirement: '改正' })
    draft.to = '执法队'
    expect(lacksOf(draft)).toEqual([])
    const body = bodyOf(draft, row, f, sources)
    expect(bodyFault(kActTypes[kind], body), JSON.stringify(body)).toBe(null)
    if (kind !== 'archived') expect((body.findings as { item: string }[]).map((x) => x.item)).toEqual(['2'])
  })

  it('says what is missing before anything is shown for signing', () => {
    expect(lacksOf({ ...begin('ordered'), office: ' ' })).toEqual(['requirement', 'office'])
    expect(lacksOf(begin('rejected'))).toEqual(['reason'])
    expect(lacksOf(begin('handedOver'))).toEqual(['reason', 'to'])
    expect(lacksOf(begin('verified'))).toEqual([])
    const none = begin('verified')
    none.entries[0]!.chosen = false
    expect(lacksOf(none)).toEqual(['finding'])
    const refused = begin('delivered')
    refused.delivery.how = 'refused'
    expect(lacksOf(refused)).toEqual(['refused'])
  })

  it('that is delivered in person names who signed, and the hash of what was drawn', () => {
    for (const kind of ['ordered', 'delivered'] as const) {
      const draft = begin(kind)
      Object.assign(draft.entries[0]!, { requirement: '改正' })
      draft.delivery.how = 'in_person'
      expect(lacksOf(draft)).toEqual(['signer', 'signature'])
      Object.assign(draft.delivery, { name: ' 陈负责 ', strokes: [[{ x: 1, y: 1 }]], witness: '不说' })
      expect(lacksOf(draft)).toEqual([])
      const body = bodyOf(draft, row, finding(), { ...sources, signature: hash })
      expect(body.delivery).toEqual({ how: 'in_person', name: '陈负责', signature: hash })
      expect(bodyFault(kActTypes[kind], body)).toBe(null)
      // Without the drawing no reader takes it.
      expect(bodyFault(kActTypes[kind], bodyOf(draft, row, finding(), sources))).not.toBe(null)
    }
  })

  it('is due by a published year where the log has one', () => {
    const draft = begin('ordered', finding({ state: 'found' }))
    draft.entries[0]!.days = 30
    expect(dueDays(draft, '2026-11-28', kBuiltinCalendar).counted).toBe('calendar')
    const year = readYear(2027, { source: '通知', off: ['2027-01-01/2027-01-03'], worked: [] })!
    const due = dueDays(draft, '2026-11-28', new Map([...kBuiltinCalendar, [2027, year]]))
    expect([due.counted, due.days.get('2'), due.sources.at(-1)]).toEqual(['working', '2027-01-11', '通知'])
  })

  it('states nothing of a finding that was not chosen, and nothing that is blank', () => {
    const draft = beginAct('ordered', [finding(), finding({ item: '3' })], '2', origin(), { office: '县局' })
    draft.entries[1]!.chosen = false
    draft.entries[0]!.requirement = ' 改正 '
    const body = bodyOf(draft, row, finding(), sources)
    expect(Object.keys(body)).toEqual(['of', 'hash', 'office', 'count', 'delivery', 'findings'])
    expect(body.findings).toEqual([{ item: '2', facts: '缺签字', requirement: '改正', due: dueDays(draft, '2026-11-28', kBuiltinCalendar).days.get('2') }])
  })

  it('takes the day that the inspection stated, or that was asked for', () => {
    const stated = begin('ordered', finding({ state: 'found' }), origin({ today: '2026-11-23', statedDue: () => '2026-11-27' }))
    expect(dueDays(stated, '2026-11-23', kBuiltinCalendar).days.get('2')).toBe('2026-11-27')
    const asked = begin('extended', finding({ request: 'r', asked: '2026-12-20' }))
    expect(dueDays(asked, '2026-11-28', kBuiltinCalendar).days.get('2')).toBe('2026-12-20')
  })

  it('counts in calendar days, all of them, where one day reaches into a year that nobody announced', () => {
    const draft = beginAct('ordered', [finding(), finding({ item: '3' })], '2', origin(), {})
    draft.entries[0]!.days = 3
    draft.entries[1]!.days = 60
    const due = dueDays(draft, '2026-11-28', kBuiltinCalendar)
    expect([due.counted, ...due.days.values()]).toEqual(['calendar', '2026-12-01', '2027-01-27'])
    expect(due.sources).toEqual([])
    draft.entries[1]!.chosen = false
    expect(dueDays(draft, '2026-11-28', kBuiltinCalendar).days.get('2')).toBe('2026-12-02')
  })
})

describe('a cited clause', () => {
  it('has its force and its status on the day of the check, a mandatory one first', () => {
    const item = { standards: [{ ref: 'GB/T 20014.2-2013', title: {}, clause: '4.1', force: 'recommended' }, { ref: 'GB 2763-2021', title: {}, clause: '4', force: 'mandatory' }] } as never
    expect(clausesOf(item, '2026-01-10')).toEqual([
      { standard: 'GB 2763-2021', clause: '4', force: 'mandatory', status: 'in_force' },
      { standard: 'GB/T 20014.2-2013', clause: '4.1', force: 'recommended', status: 'in_force' },
    ])
    expect(clausesOf(item, '2026-11-28')[0]!.status).toBe('replaced')
  })
  it('is judged by dates, and not guessed', () => {
    expect(statusOn('GB 2763-2026', '2026-02-28')).toBe('upcoming')
    expect(statusOn('gb 2763—2026', '2026-03-01')).toBe('in_force')
    expect(statusOn('GB/T 24421.2', '2020-01-01')).toBe('in_force') // the edition of 2009
    expect(statusOn('GB/T 24421.2-2009', '2023-03-17')).toBe('replaced')
    expect(statusOn('NY/T 0000-2000', '2026-01-01')).toBe('')
  })
})
