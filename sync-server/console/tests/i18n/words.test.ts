// Figures, and both languages whole.
import { describe, expect, it } from 'vitest'
import { en } from '../../src/i18n/en'
import { points, round } from '../../src/i18n/words'
import { zh } from '../../src/i18n/zh'

describe('words', () => {
  it('points are exact', () => {
    expect([78200, 100000, 57692, 500, 0, -1500].map(points)).toEqual(['78.2', '100.0', '57.692', '0.5', '0.0', '-1.5'])
    expect([100000, 20500].map(round)).toEqual(['100', '20.5'])
  })
  it('English has every sentence that Chinese has, with the same places', () => {
    const flat = (o: object, path = ''): [string, string][] => Object.entries(o).flatMap(([k, v]) => (typeof v === 'string' ? [[`${path}${k}`, v] as [string, string]] : flat(v as object, `${path}${k}.`)))
    const places = (t: string) => [...t.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()
    const [z, e] = [new Map(flat(zh)), new Map(flat(en))]
    expect([...e.keys()].sort()).toEqual([...z.keys()].sort())
    for (const [k, t] of z) if (k !== 'say.files.ok') expect(places(e.get(k)!), k).toEqual(places(t))
    for (const [k, t] of [...z, ...e]) expect(/[@|]/.test(t), k).toBe(false)
  })
})
