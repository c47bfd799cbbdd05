/** The draws of tests/unit/records/cases/draw.json and draws.json (strata of every kind), made by this code: equal to what the library made. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { sha256Hex } from '../../src/crypto/sha256'
import { checkLate, drawAgain, excludedIds, NotDrawn, readPool, replay, seedOf, traced } from '../../src/draws/draw'
import { drawnOf, poolText } from '../../src/draws/pool'
import type { DrawCommitted as Committed, DrawRevealed as Revealed } from '../../src/api/planning_types'

const golden = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/draw.json', import.meta.url), 'utf8')) as { pool: string; seed: string; committed: Committed; revealed: Revealed }
const ids = (letter: string, n: number, stratum: string) => Array.from({ length: n }, (_, i) => `site\t${stratum}\t${letter}-${101 + i}`)
const lines = [...['p-chen', 'p-li', 'p-sun', 'p-wang', 'p-zhao'].map((p) => `inspector\t${p}`), ...ids('a', 42, 'A'), ...ids('d', 9, 'D')].sort()
const pool = utf8(['plumb-pool-v1', ...lines, ''].join('\n'))
const { committed, revealed } = golden

async function fault(run: Promise<unknown>): Promise<string> {
  return run.then(() => '', (e: unknown) => (e instanceof NotDrawn ? e.fault : String(e)))
}

describe('a draw', () => {
  it('comes out as the library makes it, down to the order', async () => {
    expect(await sha256Hex(pool)).toBe(golden.pool)
    expect(await seedOf(revealed.checkpoint, committed.pool)).toBe(golden.seed)
    expect(await replay(committed, revealed, pool)).toBe(golden.seed)
    const again = await drawAgain(committed, readPool(new TextDecoder().decode(pool)), revealed.checkpoint, revealed.excluded!.map((e) => e.id))
    expect(again).toEqual({ teams: revealed.teams, drawn: revealed.drawn })
  })

  it('of another pool, checkpoint, exclusion or result is told', async () => {
    expect(await fault(replay(committed, revealed, pool.slice(0, -1)))).toBe('pool_differs')
    const other = utf8('plumb-pool-v1\nsite\tA\ta-101\n')
    expect(await fault(replay({ ...committed, pool: await sha256Hex(other) }, revealed, other))).toBe('pool_differs')
    expect(await fault(replay(committed, { ...revealed, checkpoint: { ...revealed.checkpoint, size: 18378 } }, pool))).toBe('draw_differs')
    expect(await fault(replay(committed, { ...revealed, excluded: [...revealed.excluded!, { id: 'a-136', reason: 'x' }] }, pool))).toBe('draw_differs')
    expect(await fault(replay(committed, { ...revealed, excluded: [{ id: 'nobody', reason: 'x' }] }, pool))).toBe('draw_excluded')
    expect(await fault(replay(committed, { ...revealed, drawn: revealed.drawn.slice(1) }, pool))).toBe('draw_differs')
    expect(await fault(replay(committed, { ...revealed, teams: [...revealed.teams].reverse() }, pool))).toBe('draw_differs')
    const all = ['p-chen', 'p-li', 'p-sun', 'p-wang'].map((id) => ({ id, reason: 'x' }))
    expect(await fault(replay(committed, { ...revealed, excluded: all }, pool))).toBe('draw_short')
  })

  it('has a pool of one form', () => {
    for (const text of ['', 'plumb-pool-v1', 'plumb-pool-v1\n', 'plumb-pool-v1\nsite\tA\n', 'plumb-pool-v1\nsite\tA\tx\nsite\tB\tx\n', 'plumb-pool-v1\nsite\t\tx\n', 'plumb-pool-v1\nother\tx\n', 'x\nsite\tA\tx\n'])
      expect(() => readPool(text), text).toThrow(NotDrawn)
  })
})

interface Golden {
  name: string
  pool: string
  seed: string
  committed: Committed
  revealed: Revealed
}
const all = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/draws.json', import.meta.url), 'utf8')) as Golden[]

describe('golden draws with strata', () => {
  it('are all there', () => expect(all.length).toBe(6))
  it.each(all.map((g) => [g.name, g] as const))('%s', async (_, { pool, seed, committed, revealed }) => {
    const read = readPool(pool)
    expect(poolText(read)).toBe(pool)
    expect(await replay(committed, revealed, utf8(pool))).toBe(seed)
    for (const { name, of, permille } of committed.strata) expect(revealed.drawn.filter((d) => d.stratum === name).length).toBe(drawnOf(of, permille))
    // Who stands in: take the exclusions away, and exactly the excluded sites come back in the places that are told.
    const ids = excludedIds(committed, revealed)
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

describe('who is excluded after the commitment', () => {
  const bound = { excluded: [{ id: 'a', reason: 'x' }] }
  const late = (arose?: string, id = 'b') => fault(Promise.resolve().then(() => checkLate(bound, { excluded: [{ id, reason: 'x', ...(arose && { arose }) }] }, '2026-11-16', '2026-11-18')))
  it('is so for what arose on its day or after, and is none of those that it bound', async () => {
    expect(await late('2026-11-16')).toBe('')
    expect(await late('2026-11-15')).toBe('exclusion_late')
    expect(await late()).toBe('exclusion_late')
    expect(await late('2026-11-16', 'a')).toBe('exclusion_late')
    expect(await late('2026-11-18')).toBe('')
    expect(await late('2026-11-19'), 'after the reveal').toBe('exclusion_late')
    const b = { id: 'b', reason: 'x', arose: '2026-11-17' }
    expect(() => checkLate(bound, { excluded: [b, b] }, '2026-11-16', '2026-11-18'), 'twice').toThrow('exclusion_late')
    expect(() => checkLate({}, { excluded: [{ id: 'b', reason: 'x' }] }, '2026-11-16', '2026-11-18'), 'before the rule').not.toThrow()
  })
})
