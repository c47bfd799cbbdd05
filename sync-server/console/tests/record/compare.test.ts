import { describe, expect, it } from 'vitest'
import { compare } from '../../src/record/compare'
import type { Row, RowSection } from '../../src/record/rows'

const row = (id: string, more: Partial<Row> = {}): Row => ({ id, no: id, text: id, guidance: '', item: null, verdict: 'pass', points: 4000, max: 4000, veto: false, judgement: '', answers: [], na: '', note: '', findings: [], files: [], attention: false, ...more })
const section = (...rows: Row[]): RowSection[] => [{ id: 's', title: '', points: null, max: null, rows }]
const answer = (words: string) => [{ label: '', words, limits: '', out: false }]

describe('an inspection beside a self-assessment', () => {
  it('shows what differs first: verdicts, points, answers, what one side alone has; the rest in the document’s order', () => {
    const mine = section(row('1'), row('2', { points: 2000 }), row('3', { verdict: 'fail' }), row('4', { answers: answer('5') }), row('5'), row('6', { verdict: 'fail', veto: true }))
    const theirs = section(row('1'), row('2'), row('3'), row('4', { answers: answer('7') }), row('6', { verdict: 'fail' }), row('7'))
    expect(compare(mine, theirs).map((c) => [c.id, c.difference])).toEqual([['3', 'verdict'], ['6', 'verdict'], ['2', 'points'], ['4', 'answer'], ['5', 'one_sided'], ['7', 'one_sided'], ['1', 'none']])
  })
  it('takes notes for no difference', () => {
    expect(compare(section(row('1', { note: 'a' })), section(row('1', { note: 'b' })))[0]!.difference).toBe('none')
  })
})
