import { describe, expect, it } from 'vitest'
import { added, at, markOf, moved, placed, resized, stretched, type Point } from '../../src/assess/marking'
import { readMarks, writeMarks, type Mark, type MarkKind } from '../../src/record/marks'

const kOf = 'a'.repeat(64)
const kKinds: MarkKind[] = ['arrow', 'ellipse', 'line', 'text', 'mosaic']
const stroke = (...points: Point[]) => points

describe('marks over a photo', () => {
  it('are what a hand drew, the corners in their order', () => {
    expect(markOf('ellipse', 'blue', stroke([5000, 4000], [2000, 1000]), '')).toMatchObject({ color: 'blue', points: [[2000, 1000], [5000, 4000]] })
    expect(markOf('arrow', 'red', stroke([5000, 4000], [2000, 1000]), '')!.points).toEqual([[5000, 4000], [2000, 1000]])
    expect(markOf('text', 'red', stroke([1, 2]), ' 未上锁 ')).toMatchObject({ points: [[1, 2]], text: '未上锁' })
  })

  it('are none where nothing was meant', () => {
    for (const kind of kKinds) expect(markOf(kind, 'red', stroke([10, 10]), ''), kind).toBeNull()
    expect(markOf('arrow', 'red', stroke([10, 10], [20, 20]), '')).toBeNull()
    expect(markOf('mosaic', 'red', stroke([10, 10], [5000, 20]), '')).toBeNull()
  })

  it('are read by every reader, whatever was drawn', () => {
    let seed = 7
    const next = (most: number) => (seed = (seed * 48271) % 2147483647) % (most + 1)
    for (let i = 0; i < 400; ++i) {
      const kind = kKinds[i % kKinds.length]!
      let drawn: Point[] = []
      for (let p = 0; p < 2 + next(700); ++p) drawn = stretched(drawn, kind, at(next(14_000) - 2000, next(14_000) - 2000))
      let mark = markOf(kind, (['red', 'yellow', 'blue'] as const)[next(2)]!, drawn, kind === 'text' ? '未上锁' : '')
      for (let m = 0; mark && m < 6; ++m) mark = (next(1) ? moved : resized)(mark, next(9000) - 4500, next(9000) - 4500)
      if (mark) expect(readMarks(writeMarks(kOf, [mark]))?.marks, JSON.stringify(mark).slice(0, 300)).toEqual([mark])
    }
  })

  it('can be put down and moved by keys', () => {
    for (const kind of kKinds) {
      const mark = placed(kind, 'red', '未上锁')!
      expect(writeMarks(kOf, [mark]), kind).not.toBe('')
      expect(moved(mark, 20_000, 0).points.every(([x]) => x <= 10_000), 'stopped by the edge').toBe(true)
    }
    expect(placed('text', 'red', ' ')).toBeNull()
  })

  it('are a hundred at most, and a layer that nobody would read is none', () => {
    let all: Mark[] = []
    for (let i = 0; i < 120; ++i) all = added(all, placed('arrow', 'red', ''))
    expect(all).toHaveLength(100)
    expect(writeMarks(kOf, [...all, ...all])).toBe('')
    expect(writeMarks('short', all)).toBe('')
  })
})
