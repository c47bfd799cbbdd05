import { describe, expect, it } from 'vitest'
import { inOrderOf, newestOn, standingsOn } from '../../src/folds/versions'

const versions = [
  { id: 'a', region: '62', from: '2026-01-01', index: 1 },
  { id: 'a', region: '6203', from: '2026-02-01', index: 2 },
  { id: 'a', region: '63', from: '2026-02-01', index: 3 },
  { id: 'b', region: '62', from: '2026-01-01', index: 4 },
  { id: 'b', region: '62', from: '2026-03-01', index: 5 },
  { id: 'b', region: '62', from: '2027-01-01', index: 6 },
]

describe('what is published in versions', () => {
  it('holds in the place that it is for, whatever has its id elsewhere', () => {
    const standings = standingsOn('2026-06-01', versions, newestOn)
    expect(versions.map((one) => standings.get(one))).toEqual(['holds', 'holds', 'holds', 'over', 'holds', 'comes'])
    expect(inOrderOf(standings).map((one) => one.index)).toEqual([5, 3, 2, 1, 6, 4])
  })
  it('is put out by what the place above publishes anew under its id', () => {
    const above = { id: 'a', region: '62', from: '2026-05-01', index: 7 }
    const standings = standingsOn('2026-06-01', [...versions, above], newestOn)
    expect([versions[0]!, versions[1]!, versions[2]!, above].map((one) => standings.get(one))).toEqual(['over', 'over', 'holds', 'holds'])
  })
})
