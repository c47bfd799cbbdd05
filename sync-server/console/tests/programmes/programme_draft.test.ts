import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, emptyProgramme, emptyTarget, lacksOf } from '../../src/programmes/programme_draft'
import type { Programme } from '../../src/programmes/programme'
import { emptyCriterion, emptyRule, ruleDraftOf, ruleLacks, ruleOf, type RuleDraft } from '../../src/programmes/rule_draft'
import { bodyFault } from '../../src/verify/body'

const kPublished: Programme = {
  id: 'gs-agri-zones', title: { zh: '示范区', en: 'Zones' }, source: { zh: '甘肃省规划' }, kind: '示范区', sector: '种植', region: '62', checklists: ['c1', 'c3'],
  targets: [{ title: { zh: '国家级示范区' }, at_least: 120, unit: { zh: '个' }, by: '2026-12-31', measure: { what: 'sites', level: '国家级' } }, { title: { zh: '普及率' }, at_least: 50, source: { zh: '年度通知' } }],
  panel: { experts: 5, least: 3, drop: { highest: 1, lowest: 1, from: 5 }, method: 'mean', limit: 15500, criteria: [{ id: 'results', title: { zh: '建设成效', en: 'Results' }, points: 40000 }, { id: 'c1', title: { zh: '档案' }, points: 60500 }] },
}
const rule = (change: Partial<RuleDraft> = {}): RuleDraft => ({ ...emptyRule(), criteria: [{ id: '', title: { zh: '成效', en: '' }, points: '100' }], ...change })

describe('a programme that is written', () => {
  it('says again what was published, where nothing is changed', () => expect(bodyOf(draftOf(kPublished))).toEqual(kPublished))
  it('that is published is one that server and tablets take', () => {
    expect(bodyFault('programme.published', bodyOf(draftOf(kPublished)))).toBeNull()
    expect(bodyFault('programme.published', bodyOf({ ...emptyProgramme(), id: 'x', title: { zh: '项目', en: '' }, scored: true, rule: rule() }))).toBeNull()
  })
  it('lacks region, number and name at first; a place is needed of whoever may not publish everywhere', () => {
    expect(lacksOf(emptyProgramme(), false)).toEqual(['region', 'id', 'title'])
    expect(lacksOf(emptyProgramme(), true)).toEqual(['id', 'title'])
  })
  it('says each fault of its targets once, and asks each for its document', () => {
    const target = { ...emptyTarget(), title: { zh: '合格率' }, atLeast: '101', measure: 'pass_rate' as const, by: '明天' }
    const draft = { ...draftOf(kPublished), source: { zh: '' }, targets: [target, { ...emptyTarget(), atLeast: '-1' }, target] }
    expect(lacksOf(draft, false)).toEqual(['targetShare', 'targetDay', 'targetSource', 'targetTitle', 'targetNumber'])
  })
  it('without experts says no rule, whatever stands in the folded fields', () => expect(bodyOf({ ...draftOf(kPublished), scored: false })).not.toHaveProperty('panel'))
})

describe('a rule of a panel', () => {
  it('is read and written without a change', () => expect(ruleOf(ruleDraftOf(kPublished.panel!))).toEqual(kPublished.panel))
  it.each<[string, Partial<RuleDraft>]>([
    ['experts', { experts: '0' }], ['experts', { experts: '26', least: '3' }], ['experts', { experts: '3.5' }], ['least', { least: '6' }], ['least', { least: '0' }],
    ['drop', { drops: true, highest: '0', lowest: '0' }], ['drop', { drops: true, highest: 'x' }], ['from', { drops: true, from: '2' }], ['from', { drops: true, from: '6' }],
    ['limit', { limit: '0' }], ['limit', { limit: '1.2345' }], ['criteria', { criteria: [] }], ['criteria', { criteria: Array.from({ length: 41 }, () => rule().criteria[0]!) }],
    ['titles', { criteria: [{ ...emptyCriterion(), points: '1' }] }], ['points', { criteria: [{ id: '', title: { zh: 'a' }, points: '0' }] }], ['points', { criteria: [{ id: '', title: { zh: 'a' }, points: '1000.001' }] }],
  ])('tells of %s what is wrong', (lack, change) => expect(ruleLacks(rule(change))).toEqual([lack]))
  it('at its bounds is taken', () => {
    for (const change of [{ experts: '25', least: '25' }, { experts: '1', least: '1' }, { drops: true, from: '3' }, { drops: true, highest: '0', lowest: '1', from: '2' }, { limit: '0.001' }, { criteria: [{ id: '', title: { zh: 'a' }, points: '1000' }] }]) {
      expect(ruleLacks(rule(change))).toEqual([])
      expect(bodyFault('programme.published', { id: 'x', title: { zh: 'a' }, panel: ruleOf(rule(change)) })).toBeNull()
    }
  })
  it('gives a new criterion an id that none has, and leaves those that stand', () => {
    const criteria = [{ id: 'c1', title: { zh: 'a' }, points: '1' }, { id: '', title: { zh: 'b' }, points: '2' }, { id: '', title: { zh: 'c' }, points: '3' }]
    expect(ruleOf(rule({ criteria })).criteria.map((one) => one.id)).toEqual(['c1', 'c2', 'c3'])
  })
})
