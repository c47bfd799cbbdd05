/**
 * Revealing a draw: whether it may be done yet, by which checkpoint, what comes of it, and the body that is signed. Everything is
 * proved here first as a device proves it before it reveals (shared/store/draws.h).
 */
import type { DrawRevealed, Exclusion, KnownDraw } from '../api/planning_types'
import type { Bytes } from '../base/bytes'
import { mayInspect, type Inspector } from '../trust/inspectors'
import { committedPool, excludedIds, traced, type Pool, type Traced } from './draw'
import { decidingOf, NotProved, proveCheckpoint, proveDraw, type Deciding, type DrawContext, type ProvedDraw } from './evidence'

export interface RevealSource extends DrawContext {
  api: DrawContext['api'] & {
    draw(id: string): Promise<KnownDraw & { deciding: { size: number; root: string } | null }>
    file(sha256: string): Promise<Bytes>
  }
}

/** Nobody else has written since the commitment: nothing decides yet. */
export class DrawWaits extends Error {}

export interface Ready {
  proved: ProvedDraw
  pool: Pool
  checkpoint: DrawRevealed['checkpoint']
  deciding: Deciding
}

/** Throws DrawWaits, NotProved, NotDrawn (the pool), or a Problem. */
export async function readyToReveal(source: RevealSource, draw: KnownDraw): Promise<Ready> {
  const told = await source.api.draw(draw.id)
  if (!told.deciding) throw new DrawWaits()
  const proved = await proveDraw(source, draw)
  const { size, root } = told.deciding
  await proveCheckpoint(source, proved, { size, root })
  const deciding = await decidingOf(source, proved, size)
  if (deciding === 'wrong') throw new NotProved('checkpoint_wrong')
  return { proved, pool: await committedPool(proved.committed, await source.api.file(proved.committed.pool)), checkpoint: { size, root }, deciding }
}

/** Whether an exclusion has to say when its reason arose: those that were known are bound by the commitment. */
export const asksWhen = (ready: Ready) => ready.proved.committed.excluded !== undefined

/** Whether it says all that it has to: its reason, and a day between the commitment and today. */
export function isSaid(ready: Ready, one: Exclusion, today: string): boolean {
  const arose = one.arose ?? ''
  return one.reason.trim() !== '' && (!asksWhen(ready) || (arose >= ready.proved.committedOn && arose <= today))
}

/** Who cannot be drawn any more since the pool was frozen, and has to be excluded, with the key of the reason. */
export function goneSince(ready: Ready, region: string, isPublished: (site: string) => boolean): { id: string; why: 'left' | 'unpublished' }[] {
  const bound = new Set((ready.proved.committed.excluded ?? []).map((one) => one.id))
  const people = ready.pool.inspectors.filter((id) => !bound.has(id) && !mayInspect(ready.proved.book, id, region))
  const sites = [...ready.pool.sites.values()].flat().filter((id) => !bound.has(id) && !isPublished(id))
  return [...people.map((id) => ({ id, why: 'left' as const })), ...sites.map((id) => ({ id, why: 'unpublished' as const }))]
}

/** What it comes to with these exclusions; throws NotDrawn. */
export const resultOf = (ready: Ready, excluded: readonly Exclusion[]): Promise<Traced> => traced(ready.proved.committed, ready.pool, ready.checkpoint, excludedIds(ready.proved.committed, { excluded: [...excluded] }))

/** The body of draw.revealed. REQUIRES: each exclusion says all that it has to. */
export function revealedBody(draw: string, ready: Ready, excluded: readonly Exclusion[], { teams, drawn }: Traced): DrawRevealed {
  const { size, root } = ready.checkpoint
  return { of: draw, checkpoint: { size, root }, ...(excluded.length > 0 && { excluded: excluded.map(({ id, reason, arose }) => ({ id, reason: reason.trim(), ...(asksWhen(ready) && { arose }) })) }), teams, drawn }
}

/** Of the pool, by what is typed: those whose name or id holds it. */
export function search(text: string, sites: readonly { id: string; name: string }[], people: readonly Pick<Inspector, 'id' | 'name'>[], without: readonly string[]): { id: string; name: string; what: 'site' | 'inspector' }[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const fits = ({ id, name }: { id: string; name: string }) => !without.includes(id) && (name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted))
  return [...sites.filter(fits).map((s) => ({ ...s, what: 'site' as const })), ...people.filter(fits).map((p) => ({ ...p, what: 'inspector' as const }))]
}
