// The bodies that RECORDS.md shows, read by the console's own readers: what is written there is all there.
import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/line/line'
import { readInspection } from '../../src/record/inspection'
import { remarksOf } from '../../src/record/last_review'
import type { VerifiedLine } from '../../src/verify/record'
import { example } from '../support'

const line = (type: string) => ({ payload: { type, body: example(type), files: [] } }) as unknown as Line

describe('the examples of RECORDS.md', () => {
  it('are inspections', () => {
    const read = readInspection(line('inspection.submitted'))
    expect(read).toMatchObject({ kind: 'supervision', checklist: { id: 'demo', version: '1' }, team: ['检查员甲', '检查员乙'], notes: { 2: '第 3 页没有施药人' } })
    expect(read.findings).toEqual([{ item: '2', severity: 'minor', text: '施药记录缺施药人', where: '2 号棚', due: '2026-12-06' }])
    expect(read.party).toMatchObject({ name: '陈负责', role: '基地负责人', refused: null, absent: '' })
    expect(read.score).toMatchObject({ points: 83333, max: 100000, grade: 'good', vetoes: [], sections: [{ id: 's1', points: 10000, max: 12000 }] })
    expect([...read.score!.items!]).toEqual([
      ['1', { verdict: 'pass', points: 8000, max: 8000 }],
      ['2', { verdict: 'part', points: 2000, max: 4000 }],
    ])
  })
  it('are amendments', () => {
    const read = readInspection(line('inspection.amended'))
    expect(read).toMatchObject({ reason: '补拍 3 号棚记录全页', na: { 3: '无冷库' }, party: { refused: { reason: '不认可判定', witness: '村委会 马某' } } })
    expect([...read.score!.items!].map(([id, i]) => [id, i.verdict, i.points, i.max])).toEqual([
      ['1', 'pass', 8000, 8000], ['2', 'pass', 4000, 4000], ['3', 'na', 0, 0], ['4', 'fail', 0, 0], ['5', 'open', 0, 0], ['j1', 'pass', 2000, 2000],
    ])
  })
  it('are reviews', () => {
    for (const type of ['review.accepted', 'review.returned']) {
      const read = { line: line(type) } as VerifiedLine
      expect(remarksOf(read)).toEqual([{ item: '2', comment: '照片只拍到半页，看不到日期。' }])
    }
  })
  it('says that nobody was there to sign, and why', () => {
    const line = { payload: { body: { party: { absent: '自评' } } } } as never
    expect(readInspection(line).party).toEqual({ name: '', role: '', signature: '', strokes: null, refused: null, absent: '自评' })
  })
})
