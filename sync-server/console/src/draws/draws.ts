/** The draws of the caller's regions, newest first, a page at a time: the server's word, which replay() does not take. */
import { reactive } from 'vue'
import { fromBase64 } from '../base/bytes'
import type { KnownDraw } from '../api/types'
import type { Said } from '../i18n/said'
import { verifyConsistency } from '../log/merkle'
import { sayProblem, services } from '../people/session'
import { NotDrawn, replay, type DrawFault } from './draw'

const kPage = 20

export interface Replayed {
  state: 'working' | 'same' | 'differs' | 'failed'
  fault?: DrawFault | 'checkpoint_wrong'
  seed?: string
  said?: Said
}

export const draws = reactive({
  items: [] as KnownDraw[],
  next: null as string | null,
  names: {} as Record<string, string>,
  replays: {} as Record<string, Replayed>,
  loading: true,
  said: null as Said | null,
})

let turn = 0

export async function loadDraws(fresh = true): Promise<void> {
  const mine = ++turn
  draws.loading = true
  try {
    const answer = await services().api.draws(fresh ? null : draws.next, kPage)
    if (mine !== turn) return
    Object.assign(draws, { items: fresh ? answer.items : [...draws.items, ...answer.items], next: answer.next, said: null })
    await nameAll(mine)
  } catch (e) {
    if (mine === turn) draws.said = sayProblem(e)
  } finally {
    if (mine === turn) draws.loading = false
  }
}

/** Who was drawn, by name, as far as she may still inspect there. */
async function nameAll(mine: number): Promise<void> {
  for (const region of new Set(draws.items.filter((d) => d.revealed).map((d) => d.region))) {
    const { items } = await services().api.inspectors(region).catch(() => ({ items: [] as { id: string; name: string }[] }))
    if (mine !== turn) return
    for (const { id, name } of items) draws.names[id] = name
  }
}

/** Whether the tree that decides it is the beginning of the log that this browser verified. */
async function isOfThisLog({ size, root }: { size: number; root: string }): Promise<boolean> {
  const { api, watch } = services()
  const newest = await watch.refresh()
  if (size > newest.size) return false
  const [from, to] = [fromBase64(root), newest.root]
  const proof = size === newest.size ? [] : (await api.consistency(size, newest.size)).hashes.map((one) => fromBase64(one))
  return verifyConsistency(size, newest.size, from, to, proof)
}

export async function replayDraw(draw: KnownDraw): Promise<void> {
  if (!draw.revealed) return
  draws.replays[draw.id] = { state: 'working' }
  try {
    const seed = await replay(draw.committed, draw.revealed, await services().api.file(draw.committed.pool))
    draws.replays[draw.id] = (await isOfThisLog(draw.revealed.checkpoint)) ? { state: 'same', seed } : { state: 'differs', fault: 'checkpoint_wrong' }
  } catch (e) {
    draws.replays[draw.id] = e instanceof NotDrawn ? { state: 'differs', fault: e.fault } : { state: 'failed', said: sayProblem(e) }
  }
}
