import { describe, expect, it } from 'vitest'
import { layChain } from '../../src/members/chain_layout'

const line = (seq: number, hash: string, prev: string, index = seq) => ({ index, seq, hash, prev, received: '2026-11-22T00:00:00Z' })

describe('a chain that is drawn', () => {
  it('is one row of points where it is whole', () => {
    const { points, links } = layChain([line(1, 'a', ''), line(2, 'b', 'a'), line(3, 'c', 'b')])
    expect(points.map((p) => [p.seq, p.branch, p.missing])).toEqual([[1, false, false], [2, false, false], [3, false, false]])
    expect(links.map((l) => l.kind)).toEqual(['good', 'good'])
  })
  it('parts where one number stands twice, and each branch keeps to itself', () => {
    const { points, links } = layChain([line(5, 'a', ''), line(6, 'b', 'a', 6), line(6, 'B', 'a', 8), line(7, 'C', 'B', 9), line(7, 'c', 'b', 10)])
    expect(points.filter((p) => p.branch).map((p) => p.label)).toEqual(['6′', '7′'])
    expect(points.filter((p) => !p.branch).map((p) => [p.seq, p.doubled])).toEqual([[5, false], [6, true], [7, true]])
    expect(links.filter((l) => l.kind === 'fork').length).toBe(2)
  })
  it('has a hole where numbers never came', () => {
    const { points, links } = layChain([line(87, 'a', ''), line(91, 'b', 'x')])
    expect(points.map((p) => p.label)).toEqual(['87', '88–90', '91'])
    expect(links.every((l) => l.kind === 'gap')).toBe(true)
  })
})
