import { describe, expect, it } from 'vitest'
import type { KnownPlan, PlanVersion } from '../../src/api/planning_types'
import { bodyOf, changesOf, decisionOf, draftOf, emptyPlan, lacksOf, mayDecide, monthsTogether, newestOf, publishedOf, readStrata, shownOf, strataText } from '../../src/plans/plan_draft'
import { bodyFault } from '../../src/verify/body'

const id = '0198d2c4-7a10-7c3e-8f21-0000000000e1'
const hash = '897abbb178d59a98b5bbc2f51aa5ef612730a437bd717f8a5b344d8a747d987f'
const batch = { name: '四季度抽查', kind: 'routine', checklist: '6a', programme: '', from: '2026-10-01', until: '2026-12-31', quota: 22, team: 2, strata: 'D 50%，A 5%', months: [] as { stratum: string; n: number[] }[] }
const full = () => ({ ...emptyPlan(2026), title: ' 2026 年度计划 ', basis: '国办发〔2024〕54号', region: '6203', batches: [{ ...batch }] })
const keys = (draft: ReturnType<typeof full>) => lacksOf(draft).map((l) => l.key)

describe('an annual plan that is written', () => {
  it('says what is missing until it can be signed, of batches with their number', () => {
    expect(lacksOf(emptyPlan(2026))).toEqual([{ key: 'region' }, { key: 'title' }, { key: 'basis' }, { key: 'name', n: 1 }, { key: 'checklist', n: 1 }, { key: 'quota', n: 1 }])
    expect(lacksOf(full())).toEqual([])
    expect(keys({ ...full(), year: 99 })).toContain('year')
    expect(keys({ ...full(), most: 0 })).toEqual(['most'])
    expect(keys({ ...full(), batches: [] })).toEqual(['batches'])
    expect(lacksOf({ ...full(), batches: [batch, { ...batch }] })).toEqual([{ key: 'name', n: 2 }])
    for (const wrong of [{ from: '2025-12-31' }, { until: '2026-09-30' }, { from: '2026-02-30' }]) expect(keys({ ...full(), batches: [{ ...batch, ...wrong }] })).toEqual(['days'])
    for (const quota of [0, 1.5, '' as const]) expect(keys({ ...full(), batches: [{ ...batch, quota: quota as number }] })).toEqual(['quota'])
    expect(keys({ ...full(), batches: [{ ...batch, strata: 'A' }] })).toEqual(['strata'])
    expect(lacksOf({ ...full(), before: { of: id, version: hash } })).toEqual([{ key: 'why' }])
  })

  it('reads strata and shares, and orders them as the line has to have them', () => {
    expect(readStrata('D 50%，A 5% ; B 12.5％')).toEqual([{ name: 'A', permille: 50 }, { name: 'B', permille: 125 }, { name: 'D', permille: 500 }])
    expect(readStrata(' ')).toEqual([])
    for (const wrong of ['A', 'A 5', 'A 101%', 'A 5.25%', 'A 5%，A 6%', '5%', 'A -5%']) expect(readStrata(wrong), wrong).toBeNull()
    expect(readStrata(strataText(readStrata('B 12.5%，A 5%')!))).toEqual(readStrata('A 5%，B 12.5%'))
  })

  it('becomes bodies that every reader takes', () => {
    for (const draft of [full(), { ...full(), most: 2 }, { ...full(), batches: [{ ...batch, strata: '', kind: 'special' }] }, { ...full(), batches: [{ ...batch, checklist: '', programme: 'gs-zones-2026' }] }, { ...full(), before: { of: id, version: hash }, why: '扩大' }])
      expect(bodyFault('plan.proposed', bodyOf(draft, 'zhao'))).toBeNull()
    expect(bodyOf(full(), 'zhao').title).toBe('2026 年度计划')
    expect(JSON.stringify(bodyOf({ ...full(), batches: [{ ...batch, strata: '' }] }, 'zhao'))).not.toContain('strata')
  })

  it('keeps the months of a table as long as they fit what stands in the form', () => {
    const n = (...months: number[]) => Array.from({ length: 12 }, (_, i) => months[i - 9] ?? 0)
    const months = [{ stratum: 'A', n: n(2, 2, 2) }, { stratum: 'D', n: n(5, 5, 6) }]
    const draft = { ...full(), batches: [{ ...batch, months }] }
    expect(lacksOf(draft)).toEqual([])
    expect(bodyFault('plan.proposed', bodyOf(draft, 'zhao'))).toBeNull()
    expect(JSON.stringify(bodyOf(draft, 'zhao'))).toContain('"name":"D","permille":500,"months":[0,0,0,0,0,0,0,0,0,5,5,6]')
    for (const wrong of [{ quota: 23 }, { strata: 'A 5%' }, { until: '2026-11-30' }]) expect(keys({ ...full(), batches: [{ ...batch, months, ...wrong }] })).toEqual(['months'])
    const own = { ...full(), batches: [{ ...batch, strata: '', months: [{ stratum: '', n: n(22) }] }] }
    expect(bodyFault('plan.proposed', bodyOf(own, 'zhao'))).toBeNull()
    expect(monthsTogether(months).slice(9)).toEqual([7, 7, 8])
  })

  it('says what does not count as a visit with its source, and whose place it takes with the reason', () => {
    const draft = { ...full(), most: 2, uncounted: [{ what: 'acceptance', source: '' }] }
    expect(keys(draft)).toEqual(['uncounted'])
    const said = { ...draft, uncounted: [{ what: 'acceptance', source: ' 县局〔2026〕3号 ' }], supersedes: id, supersedesWhy: '' }
    expect(keys(said)).toEqual(['supersedes'])
    const body = bodyOf({ ...said, supersedesWhy: '机构改革' }, 'zhao')
    expect(bodyFault('plan.proposed', body)).toBeNull()
    expect(body).toMatchObject({ uncounted: [{ what: 'acceptance', source: '县局〔2026〕3号' }], supersedes: { of: id, why: '机构改革' } })
    expect(keys({ ...draft, uncounted: [{ what: 'recheck', source: 'a' }, { what: 'recheck', source: 'b' }] })).toEqual(['uncounted'])
  })

  it('tells what a version changes of the one before', () => {
    const version = (...batches: object[]) => ({ says: { batches } }) as unknown as PlanVersion
    const a = { name: 'a', quota: 1, strata: [{ name: 'A', permille: 50 }] }
    const b = { name: 'b', quota: 1 }
    expect(changesOf(version(a, b), version(a, b))).toEqual({ other: [], gone: [] })
    expect(changesOf(version(b, a), version(a, b))).toEqual({ other: [], gone: [] })
    const more = { ...a, quota: 2 }
    const share = { ...a, strata: [{ name: 'A', permille: 60 }] }
    expect(changesOf(version(more), version(a, b))).toEqual({ other: [more], gone: ['b'] })
    expect(changesOf(version(share, b), version(a))).toEqual({ other: [share, b], gone: [] })
  })

  it('is corrected, decided and published by its newest version, while the published one is shown', () => {
    const says = bodyOf(full(), 'zhao') as unknown as PlanVersion['says']
    const first = { id, state: 'published', hash: 'a'.repeat(64), says } as PlanVersion
    const second = { id: 'second', state: 'proposed', hash, says: { ...says, person: 'sun' } } as PlanVersion
    const plan = { id, region: '6203', state: 'proposed', versions: [first, second], in_force: id } as KnownPlan
    expect(newestOf(plan).hash).toBe(hash)
    expect(shownOf(plan)).toBe(first)
    expect(shownOf({ ...plan, in_force: null })).toBe(second)
    const again = draftOf(plan)
    expect(again.before).toEqual({ of: id, version: hash })
    expect(bodyOf({ ...again, why: '扩大' }, 'zhao').batches).toEqual(says.batches)
    expect(mayDecide(plan, 'sun')).toBe(false)
    expect(mayDecide(plan, 'zhao')).toBe(true)
    expect(mayDecide({ ...plan, state: 'approved' }, 'zhao')).toBe(false)
    expect(bodyFault('plan.approved', decisionOf(plan, 'zhao', ''))).toBeNull()
    expect(bodyFault('plan.refused', decisionOf(plan, 'zhao', ' '))).toBe('body.reason')
    expect(bodyFault('plan.published', publishedOf(plan, ' 门户网站 '))).toBeNull()
    expect(bodyFault('plan.published', publishedOf(plan, ' '))).toBe('body.where')
  })
})
