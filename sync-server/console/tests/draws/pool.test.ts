/** The pool that is frozen: who is in it, who is not and why, its one form, and the body that names it. */
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/crypto/sha256'
import { committedPool, readPool } from '../../src/draws/draw'
import { byBytes } from '../../src/base/bytes'
import { committedBody, freeze, lacksWithout, poolText } from '../../src/draws/pool'
import { emptySite, type Site } from '../../src/sites/site'
import { bodyFault } from '../../src/verify/body'

const site = (id: string, risk_grade: string, region = '620321'): Site => ({ ...emptySite(), id, name: `站 ${id}`, region, risk_grade })
const person = (id: string, until: string | null = null) => ({ id, name: id, until })
const asked = { region: '6203', strata: [{ name: 'A', permille: 50 }, { name: 'D', permille: 500 }], team: 2, until: '2026-12-31' }

describe('a pool', () => {
  it('has the sites of the region by their class and the inspectors whose certificates hold; the rest is told with the reason', async () => {
    const frozen = await freeze(asked, [site('s2', 'A'), site('s1', 'A'), site('s3', 'D'), site('s4', 'B'), site('s5', ''), site('far', 'A', '630100')], [person('p2', '2026-12-31'), person('p1'), person('p3', '2026-12-30')])
    expect(frozen.text).toBe('plumb-pool-v1\ninspector\tp1\ninspector\tp2\nsite\tA\ts1\nsite\tA\ts2\nsite\tD\ts3\n')
    expect(frozen.sha256).toBe(await sha256Hex(frozen.bytes))
    expect(frozen.left.map((l) => [l.id, l.why, l.detail])).toEqual([['s4', 'other_stratum', 'B'], ['s5', 'no_grade', ''], ['p3', 'certificate_over', '2026-12-30']])
    expect(frozen.strata).toEqual([{ name: 'A', of: 2, permille: 50, drawn: 1 }, { name: 'D', of: 1, permille: 500, drawn: 1 }])
    expect(frozen.lacks).toEqual([])
    const plan = { of: '0198d2c4-7a10-7c3e-8f21-0000000000e1', batch: '四季度' }
    const body = committedBody(frozen, ' 抽查 ', 2, plan)
    expect(bodyFault('draw.committed', { ...body })).toBeNull()
    expect(body.title).toBe('抽查')
    expect(body.excluded, 'nobody is excluded, and the line says so').toEqual([])
    const bound = committedBody(frozen, '抽查', 2, plan, [{ id: 's1', reason: ' 停产 ' }])
    expect(bodyFault('draw.committed', { ...bound })).toBeNull()
    expect(bound.excluded).toEqual([{ id: 's1', reason: '停产' }])
    expect(lacksWithout(frozen, bound.excluded!, 2)).toEqual([])
    expect(lacksWithout(frozen, [...bound.excluded!, { id: 's2', reason: '停产' }], 2)).toEqual([{ key: 'stratum_short', name: 'A' }])
    expect(lacksWithout(frozen, [{ id: 'p1', reason: '出差' }], 2)).toEqual([{ key: 'people_short' }])
    expect(await committedPool(body, frozen.bytes)).toEqual(readPool(frozen.text))
  })
  it('says what is lacking', async () => {
    expect((await freeze(asked, [site('s1', 'A')], [person('p1'), person('p2')])).lacks).toEqual([{ key: 'stratum_empty', name: 'D' }])
    expect((await freeze(asked, [site('s1', 'A'), site('s2', 'D')], [person('p1')])).lacks).toEqual([{ key: 'people_short' }])
    expect((await freeze({ ...asked, strata: [] }, [site('s1', 'A')], [person('p1'), person('p2')])).lacks).toEqual([{ key: 'strata_none' }])
  })
  it('is in the order of bytes, which UTF-16 does not keep', () => {
    expect(['\u{20000}', '\uffee', 'a', 'Z'].sort(byBytes)).toEqual(['Z', 'a', '\uffee', '\u{20000}'])
    const pool = { sites: new Map([['高', ['b', 'a']], ['中', ['c']]]), inspectors: ['y', 'x'] }
    expect(poolText(pool)).toBe('plumb-pool-v1\ninspector\tx\ninspector\ty\nsite\t中\tc\nsite\t高\ta\nsite\t高\tb\n')
  })
})
