import { describe, expect, it } from 'vitest'
import type { PanelRule } from '../../src/api/panel_rule'
import { lacksOf, pointsOf, pointsText, scoredBody } from '../../src/panels/panel_draft'

const rule: PanelRule = { experts: 3, least: 2, method: 'mean', criteria: [{ id: 'a', title: { zh: '成效' }, points: 60000 }, { id: 'b', title: { zh: '档案' }, points: 40000 }] }

describe('a sheet', () => {
  it('takes points as people type them, exactly', () => {
    expect(pointsOf('86.5')).toBe(86500)
    expect(pointsOf(' 7 ')).toBe(7000)
    expect(pointsOf('0.001')).toBe(1)
    for (const none of ['', '-1', '1e3', '1.2345', '1,5', 'a', '12345']) expect(pointsOf(none), none).toBe(null)
  })
  it('writes them so that they are read again', () => {
    for (const n of [0, 1, 10, 500, 86500, 100000, 88167]) expect(pointsOf(pointsText(n))).toBe(n)
    expect(pointsText(86500)).toBe('86.5')
  })
  it('lacks whatever has no points, or more than there are', () => {
    expect(lacksOf(rule, {})).toEqual(['a', 'b'])
    expect(lacksOf(rule, { a: '60.001', b: '40' })).toEqual(['a'])
    expect(lacksOf(rule, { a: '60', b: '0' })).toEqual([])
  })
  it('is signed in the order of the criteria', () => {
    const panel = { id: 'p', rule } as never
    expect(scoredBody(panel, 'me', { b: '1', a: '2.5' }, ' ')).toEqual({ of: 'p', person: 'me', points: [{ id: 'a', points: 2500 }, { id: 'b', points: 1000 }] })
    expect(scoredBody(panel, 'me', { b: '1', a: '2.5' }, ' 好 ')).toMatchObject({ opinion: '好' })
  })
})
