/** The burden guard: the published cap, the sites of one enterprise, and when one visit more is too many. */
import { describe, expect, it } from 'vitest'
import type { KnownPlan } from '../../src/api/planning_types'
import { capOf, isOver, sitesOfEnterprise } from '../../src/tasks/burden'

const plan = (region: string, year: number, most: number | undefined, in_force: string | null = 'v') => ({ id: 'p', regions: 'p', region, in_force, versions: [{ id: 'v', says: { year, most, batches: [] } }] }) as unknown as KnownPlan

describe('the cap', () => {
  it('is the lowest that a plan in force states for the place and the year', () => {
    const plans = [plan('62', 2026, 3), plan('6203', 2026, 2), plan('63', 2026, 1), plan('62', 2025, 1), plan('62', 2026, undefined), plan('62', 2026, 1, null)]
    expect(capOf(plans, '620321', 2026)).toBe(2)
    expect(capOf(plans, '620100', 2026)).toBe(3)
    expect(capOf(plans, '620100', 2027)).toBeNull()
    expect(capOf([{ ...plan('6203', 2026, 2), regions: 'another' }], '620321', 2026), 'of a plan that is not its region’s nothing holds').toBeNull()
  })
  it('is for an enterprise: all sites with its credit code', () => {
    const all = [{ id: 'a', code: '91620100MA00000072' }, { id: 'b', code: '91620100MA00000072' }, { id: 'c', code: '' }, { id: 'd', code: '' }]
    expect(sitesOfEnterprise('b', all)).toEqual(['a', 'b'])
    expect(sitesOfEnterprise('c', all)).toEqual(['c'])
    expect(sitesOfEnterprise('elsewhere', all)).toEqual(['elsewhere'])
  })
  it('is reached by what was made and what is open; a task that is assigned anew is no other visit', () => {
    expect(isOver({ made: 1, open: 0, most: 2 })).toBe(false)
    expect(isOver({ made: 1, open: 1, most: 2 })).toBe(true)
    expect(isOver({ made: 1, open: 1, most: 2 }, true)).toBe(false)
    expect(isOver({ made: 2, open: 1, most: 2 }, true)).toBe(true)
    expect(isOver({ made: 9, open: 9, most: null })).toBe(false)
  })
})
