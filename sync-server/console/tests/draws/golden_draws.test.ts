/** The draws of tests/unit/records/cases/draws.json, which the library made: strata of every kind, made again by this code. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { drawAgain, readPool, replay, traced } from '../../src/draws/draw'
import { drawnOf, poolText } from '../../src/draws/pool'
import type { DrawCommitted as Committed, DrawRevealed as Revealed } from '../../src/api/types'

interface Golden {
  name: string
  pool: string
  seed: string
  committed: Committed
  revealed: Revealed
}
const all = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/draws.json', import.meta.url), 'utf8')) as Golden[]

describe('golden draws with strata', () => {
  it('are all there', () => expect(all.length).toBe(5))
  it.each(all.map((g) => [g.name, g] as const))('%s', async (_, { pool, seed, committed, revealed }) => {
    const read = readPool(pool)
    expect(poolText(read)).toBe(pool)
    expect(await replay(committed, revealed, utf8(pool))).toBe(seed)
    for (const { name, of, permille } of committed.strata) expect(revealed.drawn.filter((d) => d.stratum === name).length).toBe(drawnOf(of, permille))
    // Who stands in: take the exclusions away, and exactly the excluded sites come back in the places that are told.
    const ids = (revealed.excluded ?? []).map((e) => e.id)
    const { passed, spare } = await traced(committed, read, revealed.checkpoint, ids)
    const without = await drawAgain(committed, read, revealed.checkpoint, [])
    const sites = revealed.drawn.map((d) => d.site)
    const before = without.drawn.map((d) => d.site)
    expect(new Set(passed.map((p) => p.site))).toEqual(new Set(before.filter((s) => ids.includes(s))))
    expect(new Set(passed.map((p) => p.standsIn))).toEqual(new Set(sites.filter((s) => !before.includes(s))))
    for (const p of passed) expect(p.before).toBe(before.slice(0, before.indexOf(p.site)).filter((s) => !ids.includes(s)).length + extra(p.stratum))
    expect(spare.length).toBeLessThan(committed.team)
    /** Sites that stand in for others in the strata before it come before it, too. */
    function extra(stratum: string): number {
      return passed.filter((p) => p.stratum < stratum).length
    }
  })
})
