import { describe, expect, it } from 'vitest'
import { compareVisits } from '../../src/record/compare_visits'
import type { Row, RowSection } from '../../src/record/rows'

const row = (id: string, more: Partial<Row> = {}): Row => ({ id, no: id, text: id, guidance: '', item: null, verdict: 'pass', points: 4000, max: 4000, veto: false, judgement: '', answers: [], na: '', note: '', findings: [], files: [], attention: false, ...more })
const section = (...rows: Row[]): RowSection[] => [{ id: 's', title: '', points: null, max: null, rows }]
const told = (now: RowSection[], then: RowSection[]) => compareVisits(now, then).map((i) => [i.id, i.change])

describe('a check beside the one before it', () => {
  it('shows what got worse first, a veto above all, then by verdict, then by points', () => {
    const then = section(row('1'), row('2'), row('3'), row('4'), row('5', { verdict: 'fail', points: 0 }), row('6'))
    const now = section(row('1'), row('2', { verdict: 'part', points: 2000 }), row('3', { verdict: 'fail', points: 0 }), row('4', { verdict: 'fail', points: 0, veto: true }), row('5'), row('7'))
    expect(told(now, then)).toEqual([['4', 'worse'], ['3', 'worse'], ['2', 'worse'], ['5', 'better'], ['7', 'new'], ['6', 'gone'], ['1', 'same']])
  })
  it('compares shares of points, since a checklist may give an item others in its next version', () => {
    expect(told(section(row('1', { points: 8000, max: 8000 })), section(row('1')))).toEqual([['1', 'same']])
    expect(told(section(row('1', { points: 4000, max: 8000 })), section(row('1')))).toEqual([['1', 'worse']])
  })
  it('takes what was not judged on one side for neither better nor worse', () => {
    expect(told(section(row('1', { verdict: 'na', points: null, max: null })), section(row('1', { verdict: 'fail' })))).toEqual([['1', 'other']])
    expect(told(section(row('1', { verdict: 'na', points: null })), section(row('1', { verdict: 'na', points: null })))).toEqual([['1', 'same']])
  })
})
