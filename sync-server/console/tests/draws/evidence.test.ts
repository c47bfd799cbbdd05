/** What the log says of a draw, proved here: its two lines, who wrote in between, and the checkpoint that decides. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { DrawCommitted, KnownDraw } from '../../src/api/planning_types'
import { utf8 } from '../../src/base/bytes'
import { sha256Hex } from '../../src/crypto/sha256'
import { decidingOf, judgeDeciding, NotProved, proveCheckpoint, proveDraw } from '../../src/draws/evidence'
import { DrawWaits, goneSince, readyToReveal, resultOf, revealedBody, search } from '../../src/draws/reveal'
import { bodyFault } from '../../src/verify/body'
import { write } from '../fake/keys.mjs'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
const at = '2026-11-22T18:00:00.000+08:00'
let pool: string
let committed: DrawCommitted

/** A line of the log that the caller's feed gives. */
function say(author: unknown, type: string, body: object, region = '62', site?: string) {
  const made = b.world.append(write(author, type, at, { region, ...(site && { site }) }, body))
  b.world.publications.push({ id: '', ...made })
  return made as { index: number; payload: { id: string } }
}
const knownOf = (made: { index: number; payload: { id: string } }, more: Partial<KnownDraw> = {}): KnownDraw => ({ id: made.payload.id, index: made.index, region: '62', at, author: '', state: 'committed', committed, ...more })
const context = () => ({ api: b.api, watch: b.watch, trustLog: b.trustLog })
async function fault(run: Promise<unknown>): Promise<string> {
  return run.then(() => '', (e: unknown) => (e instanceof NotProved ? e.fault : e instanceof DrawWaits ? 'waits' : ((e as { fault?: string }).fault ?? String(e))))
}
const feedback = { standard: 'GB 2763-2026', text: 'x' }

beforeEach(async () => {
  b = await makeBrowser()
  const people = [b.wang, b.li].map((who: { name: string }) => b.world.personOf(who.name)).sort()
  pool = ['plumb-pool-v1', ...people.map((p: string) => `inspector\t${p}`), 'site\tA\tsite-1', 'site\tA\tsite-2', 'site\tA\tsite-3', ''].join('\n')
  committed = { rule: 'plumb-draw-v1', title: '抽查', pool: await sha256Hex(utf8(pool)), strata: [{ name: 'A', of: 3, permille: 334 }], inspectors: 2, team: 2 }
})

describe('which checkpoint decides', () => {
  // The table of tests/unit/records/deciding_test.cpp: 0 the drawer, 1 another, '' nobody's, null not at hand.
  const judged = (authors: (string | null)[], size: number) => judgeDeciding(10, 'drawer', size, (i) => authors[i - 11] ?? null)
  it('is the one just behind the first line of another person', () => {
    expect(judged(['other'], 12)).toBe('proved')
    expect(judged(['drawer', '', 'other'], 14)).toBe('proved')
    expect(judged(['drawer', 'other', 'other'], 14)).toBe('wrong')
    expect(judged(['other', 'drawer'], 13)).toBe('wrong')
    expect(judged(['drawer'], 12)).toBe('wrong')
    expect(judged([''], 12)).toBe('wrong')
    expect(judged([], 11)).toBe('wrong')
  })
  it('is not known where lines between are not at hand, and wrong where one that is there refutes it', () => {
    expect(judged([null, 'other'], 13)).toBe('unknown')
    expect(judged([null, 'other', 'other'], 14)).toBe('wrong')
  })
})

describe('a draw in the log', () => {
  it('is believed by its own line, signed by who may, and not by what the server says of it', async () => {
    const made = say(b.reviewer, 'draw.committed', committed)
    const proved = await proveDraw(context(), knownOf(made, { committed: { ...committed, title: '别的' } }))
    expect(proved.committed.title).toBe('抽查')
    expect(proved.drawer).toBe(b.world.personOf(b.reviewer.name))
    expect(await fault(proveDraw(context(), knownOf(made, { index: made.index - 1 })))).toBe('line_unproved')
    expect(await fault(proveDraw(context(), { ...knownOf(made), id: '0198d2c4-7a10-7c3e-8f21-0000000000d1' }))).toBe('line_unproved')
    const forged = say(b.wang, 'draw.committed', committed)
    expect(await fault(proveDraw(context(), knownOf(forged)))).toBe('line_unproved')
    b.world.faults.tamper = (line: string) => line.replace('抽查', '改了')
    expect(await fault(proveDraw(context(), knownOf(made)))).toBe('line_unproved')
  })

  it('is decided by the tree behind the next person’s line; an older or another one is refused', async () => {
    const made = say(b.reviewer, 'draw.committed', committed)
    say(b.reviewer, 'standard.feedback', feedback)
    const next = say(b.wang, 'standard.feedback', feedback)
    const root = b.world.log.root().toString('base64')
    say(b.li, 'standard.feedback', feedback)
    const proved = await proveDraw(context(), knownOf(made))
    const size = next.index + 1
    await proveCheckpoint(context(), proved, { size, root })
    expect(await decidingOf(context(), proved, size)).toBe('proved')
    expect(await decidingOf(context(), proved, size + 1)).toBe('wrong')
    expect(await decidingOf(context(), proved, size - 1)).toBe('wrong')
    expect(await fault(proveCheckpoint(context(), proved, { size: made.index + 1, root }))).toBe('checkpoint_old')
    expect(await fault(proveCheckpoint(context(), proved, { size: size + 1, root }))).toBe('checkpoint_wrong')
    expect(await fault(proveCheckpoint(context(), proved, { size: size + 500, root }))).toBe('checkpoint_wrong')
    // A line of another region that the caller's feed leaves out.
    b.world.publications.splice(b.world.publications.findIndex((p: { index: number }) => p.index === made.index + 1), 1)
    expect(await decidingOf(context(), proved, size)).toBe('unknown')
  })

  it('is revealed once somebody else has written, with exclusions, and as the body is judged', async () => {
    const made = say(b.reviewer, 'draw.committed', committed)
    let deciding: { size: number; root: string } | null = null
    let bytes = utf8(pool)
    const source = { ...context(), api: Object.assign(Object.create(b.api) as typeof b.api, { draw: () => Promise.resolve({ ...knownOf(made), deciding }), file: () => Promise.resolve(bytes) }) }
    expect(await fault(readyToReveal(source, knownOf(made)))).toBe('waits')
    const next = say(b.wang, 'standard.feedback', feedback)
    deciding = { size: next.index + 1, root: b.world.log.root().toString('base64') }
    const ready = await readyToReveal(source, knownOf(made))
    expect(ready.deciding).toBe('proved')
    const first = (await resultOf(ready, [])).drawn.map((d) => d.site)
    const excluded = [{ id: first[0]!, reason: ' 已注销 ' }]
    const result = await resultOf(ready, excluded)
    expect(result.drawn.map((d) => d.site)).not.toContain(first[0])
    const body = revealedBody(made.payload.id, ready, excluded, result)
    expect(bodyFault('draw.revealed', { ...body })).toBeNull()
    expect(body.excluded).toEqual([{ id: first[0], reason: '已注销' }])
    expect(revealedBody(made.payload.id, ready, [], result)).not.toHaveProperty('excluded')
    // Who left, and what is published no more, has to be excluded.
    expect(goneSince(ready, '62', (site) => site !== 'site-2')).toEqual([{ id: 'site-2', why: 'unpublished' }])
    b.world.change(b.admin, 'key.revoked', b.wang, at, { reason: '调离' })
    const after = await readyToReveal(source, knownOf(made))
    expect(goneSince(after, '62', () => true)).toEqual([{ id: b.world.personOf(b.wang.name), why: 'left' }])
    bytes = utf8(pool.replace('site-3', 'site-4'))
    expect(await fault(readyToReveal(source, knownOf(made)))).toBe('pool_differs')
    deciding = { ...deciding, size: made.index + 1 }
    expect(await fault(readyToReveal(source, knownOf(made)))).toBe('checkpoint_old')
  })

  it('finds whom to exclude by name or id', () => {
    const sites = [{ id: 'site-1', name: '设施蔬菜' }, { id: 'site-2', name: '马铃薯' }]
    const people = [{ id: 'p1', name: '蔬检员' }]
    expect(search('蔬', sites, people, []).map((one) => [one.id, one.what])).toEqual([['site-1', 'site'], ['p1', 'inspector']])
    expect(search('SITE-2', sites, people, []).map((one) => one.id)).toEqual(['site-2'])
    expect(search('蔬', sites, people, ['site-1']).map((one) => one.id)).toEqual(['p1'])
    expect(search('  ', sites, people, [])).toEqual([])
  })
})
