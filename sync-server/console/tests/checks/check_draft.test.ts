import { describe, expect, it } from 'vitest'
import type { KnownCheck } from '../../src/api/planning_types'
import { bodyOf, decisionOf, emptyDraft, isOver, lacksOf, mayDecide } from '../../src/checks/check_draft'
import { bodyFault } from '../../src/verify/body'

const id = '0198d2c4-7a10-7c3e-8f21-0000000000c1'
const hash = '897abbb178d59a98b5bbc2f51aa5ef612730a437bd717f8a5b344d8a747d987f'
const today = '2026-11-25'
const full = () => ({ ...emptyDraft(), site: 'veg', checklist: '6a', reason: '年度计划', basis: '标准化法', team: ['wang', 'li'], planned: '2026-12-05' })

describe('a check that is written', () => {
  it('says what is missing until it can be signed', () => {
    expect(lacksOf(emptyDraft(), today)).toEqual(['site', 'checklist', 'reason', 'basis', 'team', 'planned'])
    expect(lacksOf(full(), today)).toEqual([])
    expect(lacksOf({ ...full(), team: ['wang'] }, today)).toEqual(['team'])
    expect(lacksOf({ ...full(), planned: '2026-11-24' }, today)).toEqual(['planned'])
    expect(lacksOf({ ...full(), planned: '2026-11-24', urgent: '连夜举报' }, today)).toEqual([])
    expect(lacksOf({ ...full(), made: 1.5 }, today)).toEqual(['year'])
    expect(lacksOf({ ...full(), most: 0 }, today)).toEqual(['year'])
  })

  it('asks why where the cap is reached, and only there', () => {
    const reached = { ...full(), made: 2, most: 2 }
    expect(isOver(reached)).toBe(true)
    expect(lacksOf(reached, today)).toEqual(['over'])
    expect(bodyFault('check.proposed', bodyOf({ ...reached, over: '群众举报' }, 'zhao'))).toBeNull()
    expect(isOver({ ...reached, kind: 'special', uncounted: true })).toBe(false)
    // Only a special check may not count, whatever was ticked before.
    expect(isOver({ ...reached, uncounted: true })).toBe(true)
  })

  it('becomes a body that every reader takes', () => {
    for (const draft of [full(), { ...full(), items: ' 投入品\n\n记录 ' }, { ...full(), urgent: ' 举报 ' }, { ...full(), kind: 'special', uncounted: true }])
      expect(bodyFault('check.proposed', bodyOf(draft, 'zhao'))).toBeNull()
    expect(bodyOf({ ...full(), items: ' 投入品\n\n记录 ' }, 'zhao').items).toEqual(['投入品', '记录'])
    expect(bodyOf(full(), 'zhao')).not.toHaveProperty('urgent')
  })

  it('is decided by somebody who neither proposed it nor goes there', () => {
    const check = { id, hash, state: 'proposed', says: bodyOf(full(), 'zhao') } as unknown as KnownCheck
    for (const own of ['zhao', 'wang', 'li']) expect(mayDecide(check, own)).toBe(false)
    expect(mayDecide(check, 'sun')).toBe(true)
    expect(mayDecide({ ...check, state: 'refused' }, 'sun')).toBe(false)
    expect(bodyFault('check.approved', decisionOf(check, 'sun', ''))).toBeNull()
    expect(bodyFault('check.refused', decisionOf(check, 'sun', '已查两次'))).toBeNull()
    expect(bodyFault('check.refused', decisionOf(check, 'sun', ' '))).toBe('body.reason')
  })
})
