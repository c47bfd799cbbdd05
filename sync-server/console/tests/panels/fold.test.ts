import { describe, expect, it } from 'vitest'
import type { Payload } from '../../src/line/line'
import { foldPanel, isOver, panelOf, type FoldedPanel } from '../../src/panels/fold'
import { judgePanel } from '../../src/panels/judged'

const kPanel = 'p1'
const payload = (id: string, type: string, body: Record<string, unknown>) => ({ id, type, body }) as unknown as Payload
const assigned = payload(kPanel, 'panel.assigned', { of: 'i', programme: 'z', rule: { experts: 2, least: 1, method: 'mean', criteria: [{ id: 'a', title: { zh: '甲' }, points: 100 }] }, experts: ['ann', 'bea'], until: '2026-12-20', person: 'head' })
const sheet = (id: string, person: string, points: number, criterion = 'a') => payload(id, 'panel.scored', { of: kPanel, person, points: [{ id: criterion, points }] })
const closed = payload('c', 'panel.closed', { of: kPanel, person: 'head', reason: '够了' })
const walk = (...lines: Payload[]) => lines.reduce<FoldedPanel | null>(foldPanel, null)

describe('a panel', () => {
  it('takes one sheet of each expert, and is over with the last', () => {
    const panel = walk(assigned, sheet('1', 'ann', 50), sheet('2', 'ann', 60), sheet('3', 'bea', 101), sheet('4', 'bea', 10, 'b'), sheet('5', 'dan', 1), sheet('6', 'bea', 70))!
    expect(panel.sheets.map((one) => one.id)).toEqual(['1', '6'])
    expect(isOver(panel)).toBe(true)
    expect(foldPanel(panel, closed)).toBe(panel)
  })
  it('is over when it is closed, and takes nothing then', () => {
    const panel = walk(assigned, sheet('1', 'ann', 50), closed, sheet('2', 'bea', 60))!
    expect([panel.sheets.length, isOver(panel), panel.closed]).toEqual([1, true, 'c'])
  })
  it('is nothing without the line that assigns it', () => {
    expect(walk(sheet('1', 'ann', 50))).toBe(null)
  })
  it('is held against what the server tells', () => {
    const lines = [assigned, sheet('1', 'ann', 50), sheet('2', 'bea', 70)].map((p, index) => ({ index, line: { payload: p }, author: {} })) as never
    const panel = panelOf(kPanel, lines)!
    const told = { id: kPanel, of: 'i', rule: panel.says.rule, experts: [{ person: 'ann' }, { person: 'bea' }], over: true, sheets: [{ id: '1', says: panel.sheets[0]!.says }], result: { scores: [{ person: 'ann', points: 50, dropped: false }, { person: 'bea', points: 70, dropped: false }], points: 60, range: 20, deviation: 14, wide: false } }
    expect(judgePanel(told as never, lines)).toMatchObject({ state: 'ok', result: { points: 60 } })
    expect(judgePanel({ ...told, result: { ...told.result, points: 61 } } as never, lines).state).toBe('differs')
    expect(judgePanel({ ...told, id: 'other' } as never, lines).state).toBe('missing')
  })
})
