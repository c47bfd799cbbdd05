import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, lacksOf, stateOf } from '../../src/rounds/round_draft'
import { bodyFault } from '../../src/verify/body'

const checklist = { id: 'demo', version: '1', sha256: 'a'.repeat(64) }
const draft = { ...draftOf(null, '2026-11-28', '62'), id: 'gs-2026', zh: '自评', checklist: checklist.sha256, closes: '2026-12-20' }

describe('a round', () => {
  it('is signed in the form of its type', () => {
    expect(lacksOf(draft, [])).toEqual([])
    expect(bodyFault('round.published', bodyOf(draft, checklist))).toBe(null)
    expect(bodyOf({ ...draft, for: 'sites', sites: ['a', 'b'] }, checklist, true)).toMatchObject({ sites: ['a', 'b'], closed: true })
    expect(bodyOf(draft, checklist)).not.toHaveProperty('closed')
  })
  it('says what is missing', () => {
    expect(lacksOf(draftOf(null, '2026-11-28', '62'), [])).toEqual(['id', 'title', 'checklist', 'days'])
    expect(lacksOf(draft, ['gs-2026'])).toEqual(['taken'])
    expect(lacksOf({ ...draft, closes: '2026-11-01' }, [])).toEqual(['days'])
    expect(lacksOf({ ...draft, for: 'sites', sites: [] }, [])).toEqual(['sites'])
  })
  it('is edited from what was published', () => {
    const round = { id: 'r', title: { zh: '轮', en: 'R' }, checklist, opens: '2026-11-01', closes: '2026-11-30', sites: ['x', 'y'], region: '6203' }
    const { closed: _, ...body } = bodyOf(draftOf(round, '2026-11-28', '62'), checklist)
    expect({ ...body, region: '6203' }).toEqual(round)
  })
  it('runs from its first day to its last', () => {
    const r = { opens: '2026-11-10', closes: '2026-11-20' }
    expect(['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map((d) => stateOf(r, d))).toEqual(['future', 'running', 'running', 'over'])
    expect(stateOf({ ...r, closed: true }, '2026-11-12')).toBe('closed')
  })
})
