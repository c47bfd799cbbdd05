import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/line/line'
import { historyOf } from '../../src/verify/history'

const said = (hash: string, kid: string, type: string, body: Record<string, unknown> = {}) => ({ line: { hash, kid, payload: { id: hash, type, body: { of: 'h1', ...body } } } as unknown as Line })
const first = said('h1', 'wang', 'inspection.submitted')
const amended = (hash: string, kid = 'wang') => said(hash, kid, 'inspection.amended')
const review = (verb: string, of: string, kid = 'zhao') => said(`${verb}-${of}`, kid, `review.${verb}`, { hash: of })
const told = (...lines: { line: Line }[]) => {
  const { status, newest, version } = historyOf('h1', lines)
  return [status, newest?.line.hash ?? null, version]
}

describe('where an inspection stands', () => {
  it('is as its lines say, in log order', () => {
    expect(told(first)).toEqual(['submitted', 'h1', 1])
    expect(told(first, review('returned', 'h1'))).toEqual(['returned', 'h1', 1])
    expect(told(first, review('returned', 'h1'), amended('h2'))).toEqual(['submitted', 'h2', 2])
    expect(told(first, review('returned', 'h1'), amended('h2'), review('accepted', 'h2'))).toEqual(['accepted', 'h2', 2])
  })
  it('is closed by an acceptance', () => {
    expect(told(first, review('accepted', 'h1'), amended('h2'), review('returned', 'h1'))).toEqual(['accepted', 'h1', 1])
  })
  it('is changed by no review of another version, no review of one’s own, no amendment by another key, no line about another record', () => {
    expect(told(first, amended('h2'), review('accepted', 'h1'))).toEqual(['submitted', 'h2', 2])
    expect(told(first, review('accepted', 'h1', 'wang'))).toEqual(['submitted', 'h1', 1])
    expect(told(first, amended('h2', 'li'))).toEqual(['submitted', 'h1', 1])
    expect(told(first, said('h3', 'zhao', 'review.accepted', { of: 'other', hash: 'h1' }))).toEqual(['submitted', 'h1', 1])
  })
  it('is accepted by the second of two persons where an item with a veto failed', () => {
    const vetoed = said('h1', 'wang', 'inspection.submitted', { score: { vetoes: ['2'] } })
    const agrees = (kid: string, person: string) => said(`by-${kid}`, kid, 'review.accepted', { hash: 'h1', person })
    expect(told(vetoed, agrees('zhao', 'Zhao'))).toEqual(['submitted', 'h1', 1])
    expect(historyOf('h1', [vetoed, agrees('zhao', 'Zhao')]).agreed?.line.hash).toBe('by-zhao')
    expect(told(vetoed, agrees('zhao', 'Zhao'), agrees('zhao2', 'Zhao'))).toEqual(['submitted', 'h1', 1])
    expect(told(vetoed, agrees('zhao', 'Zhao'), agrees('sun', 'Sun'))).toEqual(['accepted', 'h1', 1])
    // From before that rule, and not after it.
    expect(told(vetoed, review('accepted', 'h1'))).toEqual(['accepted', 'h1', 1])
    expect(told(vetoed, agrees('zhao', 'Zhao'), review('accepted', 'h1', 'sun'))).toEqual(['submitted', 'h1', 1])
    expect(historyOf('h1', [vetoed, agrees('zhao', 'Zhao'), review('returned', 'h1')]).agreed).toBeNull()
  })
  it('is nowhere without its submission', () => {
    expect(told()).toEqual(['submitted', null, 0])
    expect(told(amended('h2'), review('accepted', 'h2'))).toEqual(['submitted', null, 0])
  })
})
