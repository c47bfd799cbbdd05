/**
 * A random draw, made again in this browser: the rule of shared/records/planning/DRAW.md. tests/draws/draw.test.ts holds it
 * to the same figures as the library.
 */
import type { DrawCommitted as Committed, DrawRevealed as Revealed } from '../api/planning_types'
import { hex, utf8, type Bytes } from '../base/bytes'
import { sha256, sha256Hex } from '../crypto/sha256'

export interface Pool {
  sites: Map<string, string[]>
  inspectors: string[]
}

/** Why a draw is not the one that was committed: the key of a sentence under `draws.fault`. */
export type DrawFault = 'pool_differs' | 'bad_pool' | 'draw_excluded' | 'draw_short' | 'draw_differs' | 'exclusion_late'
export class NotDrawn extends Error {
  constructor(readonly fault: DrawFault) {
    super(fault)
  }
}

export const kHead = 'plumb-pool-v1'

export function readPool(text: string): Pool {
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.shift() !== kHead) throw new NotDrawn('bad_pool')
  const pool: Pool = { sites: new Map(), inspectors: [] }
  const sites = new Set<string>()
  for (const line of lines) {
    const [what, ...rest] = line.split('\t')
    if (rest.some((part) => part === '')) throw new NotDrawn('bad_pool')
    if (what === 'inspector' && rest.length === 1) pool.inspectors.push(rest[0]!)
    else if (what === 'site' && rest.length === 2 && !sites.has(rest[1]!)) {
      sites.add(rest[1]!)
      pool.sites.set(rest[0]!, [...(pool.sites.get(rest[0]!) ?? []), rest[1]!])
    } else throw new NotDrawn('bad_pool')
  }
  if (pool.sites.size === 0) throw new NotDrawn('bad_pool')
  return pool
}

export async function seedOf(checkpoint: Revealed['checkpoint'], pool: string): Promise<string> {
  return hex(await sha256(utf8(`plumb-draw-v1 ${checkpoint.size} ${checkpoint.root} ${pool}`)))
}

/** Fisher and Yates from the front, by numbers of which none is preferred. */
async function shuffled(ids: string[], seed: string, label: string): Promise<string[]> {
  const out = [...ids]
  let next = 0
  const below = async (m: bigint) => {
    const most = 2n ** 64n - (2n ** 64n % m)
    for (;;) {
      const digest = await sha256(utf8(`${seed}\n${label}\n${next++}`))
      const n = new DataView(digest.buffer, digest.byteOffset, 8).getBigUint64(0)
      if (n < most) return Number(n % m)
    }
  }
  for (let i = 0; i + 1 < out.length; ++i) {
    const j = i + (await below(BigInt(out.length - i)))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

/** A site that was drawn and excluded: who stands in for it, and how many of the result came before it. */
export interface PassedOver {
  site: string
  stratum: string
  standsIn: string
  before: number
}

export interface Traced extends Pick<Revealed, 'teams' | 'drawn'> {
  passed: PassedOver[]
  /** Who is in no team: one too many. */
  spare: string[]
}

export async function drawAgain(committed: Committed, pool: Pool, checkpoint: Revealed['checkpoint'], excluded: string[]): Promise<Pick<Revealed, 'teams' | 'drawn'>> {
  const { teams, drawn } = await traced(committed, pool, checkpoint, excluded)
  return { teams, drawn }
}

/** The result with how it came about. */
export async function traced(committed: Committed, pool: Pool, checkpoint: Revealed['checkpoint'], excluded: string[]): Promise<Traced> {
  const everyone = new Set([...pool.inspectors, ...[...pool.sites.values()].flat()])
  if (excluded.some((id) => !everyone.has(id))) throw new NotDrawn('draw_excluded')
  const out = new Set(excluded)
  const seed = await seedOf(checkpoint, committed.pool)
  const people = (await shuffled(pool.inspectors, seed, 'inspector')).filter((id) => !out.has(id))
  const teams: Revealed['teams'] = []
  for (let i = 0; i + committed.team <= people.length; i += committed.team) teams.push({ persons: people.slice(i, i + committed.team) })
  if (teams.length === 0) throw new NotDrawn('draw_short')
  const drawn: Revealed['drawn'] = []
  const passed: PassedOver[] = []
  for (const { name, permille } of committed.strata) {
    const ids = pool.sites.get(name) ?? []
    const wanted = Math.floor((ids.length * permille + 999) / 1000)
    const order = await shuffled(ids, seed, `site ${name}`)
    const first = order.filter((id) => !out.has(id)).slice(0, wanted)
    if (first.length < wanted) throw new NotDrawn('draw_short')
    // Those behind the first `wanted` of the order stand in, in their order, for those of them that are excluded.
    const standIns = first.filter((id) => order.indexOf(id) >= wanted)
    for (const [place, site] of order.slice(0, wanted).entries()) {
      if (!out.has(site)) continue
      passed.push({ site, stratum: name, standsIn: standIns.shift()!, before: drawn.length + order.slice(0, place).filter((id) => !out.has(id)).length })
    }
    for (const site of first) drawn.push({ site, stratum: name, team: (drawn.length % teams.length) + 1 })
  }
  return { teams, drawn, passed, spare: people.slice(teams.length * committed.team) }
}

/** Everybody who is excluded, by the commitment or by the reveal. */
export const excludedIds = (committed: Pick<Committed, 'excluded'>, revealed: Pick<Revealed, 'excluded'>) => [...(committed.excluded ?? []), ...(revealed.excluded ?? [])].map((one) => one.id)

/**
 * Where the commitment says who is excluded, a later exclusion is for a reason that arose on its day or after, and not
 * after the reveal's own, and stands once; throws NotDrawn.
 */
export function checkLate(committed: Pick<Committed, 'excluded'>, revealed: Pick<Revealed, 'excluded'>, day: string, revealedOn: string): void {
  if (!committed.excluded) return
  const said = new Set(committed.excluded.map((one) => one.id))
  for (const { id, arose } of revealed.excluded ?? []) {
    if (said.has(id) || arose === undefined || arose < day || arose > revealedOn) throw new NotDrawn('exclusion_late')
    said.add(id)
  }
}

/** The pool that was committed, from its own bytes; throws NotDrawn. */
export async function committedPool(committed: Committed, bytes: Bytes): Promise<Pool> {
  if ((await sha256Hex(bytes)) !== committed.pool) throw new NotDrawn('pool_differs')
  const pool = readPool(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  const counts = committed.strata.every(({ name, of }) => pool.sites.get(name)?.length === of)
  if (!counts || pool.sites.size !== committed.strata.length || pool.inspectors.length !== committed.inspectors) throw new NotDrawn('pool_differs')
  return pool
}

/** Draws once more from the pool's own bytes and compares; throws NotDrawn. Gives the seed. */
export async function replay(committed: Committed, revealed: Revealed, bytes: Bytes): Promise<string> {
  const pool = await committedPool(committed, bytes)
  const again = await drawAgain(committed, pool, revealed.checkpoint, excludedIds(committed, revealed))
  const plain = (r: Pick<Revealed, 'teams' | 'drawn'>) => JSON.stringify([r.teams.map((t) => t.persons), r.drawn.map((d) => [d.site, d.stratum, d.team])])
  if (plain(again) !== plain(revealed)) throw new NotDrawn('draw_differs')
  return seedOf(revealed.checkpoint, committed.pool)
}
