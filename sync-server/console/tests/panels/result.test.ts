// The cases that shared/records/panel/result.h and this page are both held to.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { resultOf, type PanelRule } from '../../src/panels/result'

interface Case {
  why: string
  rule: PanelRule
  totals: number[]
  result: { dropped: number[]; range: number; deviation: number; wide: boolean; points?: number }
}
const cases: Case[] = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/panels.json', import.meta.url), 'utf8'))

describe('the result of a panel', () => {
  it.each(cases)('$why', ({ rule, totals, result }) => {
    const { scores, ...figures } = resultOf(rule, totals.map((points, i) => ({ person: String(i), points })))
    expect({ dropped: scores.flatMap((one, i) => (one.dropped ? [i] : [])), ...figures }).toEqual(result)
    expect(scores.map((one) => one.points)).toEqual(totals)
  })
})
