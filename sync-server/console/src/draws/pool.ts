/**
 * Who may be drawn for a plan's batch, frozen as a text whose hash is committed: the published sites and inspectors that this
 * browser proved, and whoever stays out by rule, with the reason. The text's form is that of shared/records/planning/DRAW.md.
 */
import { byBytes, type Bytes, utf8 } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import type { Site } from '../sites/site'
import type { Inspector } from '../trust/inspectors'
import type { DrawCommitted, Exclusion } from '../api/planning_types'
import { kHead, type Pool } from './draw'

/** Of draw.committed: the role and the type of the pool's file (draw_lines.h, store/draws.h). */
export const kPoolRole = 'pool'
export const kPoolType = 'text/plain'

export interface PoolAsked {
  region: string
  /** Of the batch: ascending by bytes. */
  strata: { name: string; permille: number }[]
  team: number
  /** The batch's last day: whose certificate ends before it is not drawn. */
  until: string
}

/** Why somebody is not in the pool: the key of a sentence under `draws.left`. */
export interface LeftOut {
  id: string
  name: string
  what: 'site' | 'inspector'
  why: 'no_grade' | 'other_stratum' | 'certificate_over'
  detail?: string
}

export interface Frozen {
  pool: Pool
  text: string
  bytes: Bytes
  sha256: string
  /** How much of each is drawn. */
  strata: { name: string; of: number; permille: number; drawn: number }[]
  left: LeftOut[]
  /** Why nothing can be drawn of it: keys under `draws.lacks`. */
  lacks: { key: 'stratum_empty' | 'stratum_short' | 'people_short' | 'strata_none'; name?: string }[]
}

export function poolText(pool: Pool): string {
  const lines = [...pool.inspectors.map((id) => `inspector\t${id}`), ...[...pool.sites].flatMap(([stratum, ids]) => ids.map((id) => `site\t${stratum}\t${id}`))]
  return [kHead, ...[...new Set(lines)].sort(byBytes), ''].join('\n')
}

/** Rounded up, as the library does. */
export const drawnOf = (of: number, permille: number) => Math.floor((of * permille + 999) / 1000)

export async function freeze(asked: PoolAsked, sites: readonly Site[], inspectors: readonly Inspector[]): Promise<Frozen> {
  const pool: Pool = { sites: new Map(), inspectors: [] }
  const left: LeftOut[] = []
  const wanted = new Map(asked.strata.map((s) => [s.name, [] as string[]]))
  for (const { id, name, region, risk_grade } of sites) {
    if (!region.startsWith(asked.region)) continue
    const ids = wanted.get(risk_grade)
    if (ids) ids.push(id)
    else left.push({ id, name, what: 'site', why: risk_grade === '' ? 'no_grade' : 'other_stratum', detail: risk_grade })
  }
  for (const { id, name, until } of inspectors) {
    if (until !== null && until < asked.until) left.push({ id, name, what: 'inspector', why: 'certificate_over', detail: until })
    else pool.inspectors.push(id)
  }
  pool.inspectors.sort(byBytes)
  const strata = [...asked.strata].sort((a, b) => byBytes(a.name, b.name)).map(({ name, permille }) => {
    const ids = wanted.get(name)!.sort(byBytes)
    if (ids.length > 0) pool.sites.set(name, ids)
    return { name, of: ids.length, permille, drawn: drawnOf(ids.length, permille) }
  })
  const lacks: Frozen['lacks'] = strata.filter((s) => s.of === 0).map((s) => ({ key: 'stratum_empty', name: s.name }))
  if (strata.length === 0) lacks.push({ key: 'strata_none' })
  if (pool.inspectors.length < asked.team) lacks.push({ key: 'people_short' })
  const text = poolText(pool)
  const bytes = utf8(text)
  return { pool, text, bytes, sha256: await sha256Hex(bytes), strata, left, lacks }
}

/** Whether enough is left with these exclusions, whatever the seed: keys under `draws.lacks`. */
export function lacksWithout(frozen: Frozen, excluded: readonly Exclusion[], team: number): Frozen['lacks'] {
  const out = new Set(excluded.map((one) => one.id))
  const lacks: Frozen['lacks'] = frozen.strata.filter((s) => (frozen.pool.sites.get(s.name) ?? []).filter((id) => !out.has(id)).length < s.drawn).map((s) => ({ key: 'stratum_short', name: s.name }))
  if (frozen.pool.inspectors.filter((id) => !out.has(id)).length < team) lacks.push({ key: 'people_short' })
  return lacks
}

/** The body of draw.committed. REQUIRES: nothing is lacking. */
export function committedBody(frozen: Frozen, title: string, team: number, plan: { of: string; batch: string }, excluded: readonly Exclusion[] = []): DrawCommitted {
  return {
    rule: 'plumb-draw-v1',
    title: title.trim(),
    pool: frozen.sha256,
    strata: frozen.strata.map(({ name, of, permille }) => ({ name, of, permille })),
    inspectors: frozen.pool.inspectors.length,
    team,
    plan,
    excluded: excluded.map(({ id, reason }) => ({ id, reason: reason.trim() })),
  }
}
