/**
 * The draws of the caller's regions, newest first, a page at a time: the server's word, until replayDraw() has proved a draw's
 * lines and made it again; from then on what its lines say is shown. And the tasks that were assigned from each.
 */
import { reactive } from 'vue'
import type { KnownDraw, KnownTask } from '../api/planning_types'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { trustNow } from '../people/send'
import { onDelivered } from '../review/outbox'
import { checkLate, committedPool, excludedIds, NotDrawn, replay, traced, type DrawFault, type PassedOver } from './draw'
import { decidingOf, NotProved, proveCheckpoint, proveDraw, type Deciding, type EvidenceFault } from './evidence'

const kPage = 20

export interface Replayed {
  state: 'working' | 'same' | 'differs' | 'failed'
  fault?: DrawFault | EvidenceFault
  seed?: string
  deciding?: Deciding
  /** Who was drawn and excluded, and who is in no team. */
  passed?: PassedOver[]
  spare?: string[]
  pool?: { sites: number; inspectors: number }
  ms?: number
  /** By which anybody makes it again: what `plumb draw export` writes. */
  file?: string
  said?: Said
}

export const draws = reactive({
  items: [] as KnownDraw[],
  next: null as string | null,
  names: {} as Record<string, string>,
  replays: {} as Record<string, Replayed>,
  /** By draw, and by the number in its result. */
  tasks: {} as Record<string, Record<number, KnownTask>>,
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
    const { book } = await trustNow()
    if (mine === turn) for (const { person } of book.devices.values()) draws.names[person.id] = person.name
  } catch (e) {
    if (mine === turn) draws.said = sayProblem(e)
  } finally {
    if (mine === turn) draws.loading = false
  }
}

/** Every task that was assigned from the draw; those that were cancelled only where none stands in their place. */
export async function loadTasksOf(draw: string): Promise<Record<number, KnownTask>> {
  const found: Record<number, KnownTask> = {}
  for (let after: string | null = null, more = true; more; ) {
    const page: { items: KnownTask[]; next: string | null } = await services().api.tasks({ draw }, after, 200)
    for (const task of page.items) {
      const number = task.says.draw?.number ?? 0
      if (!found[number] || found[number].state === 'cancelled') found[number] = task
    }
    after = page.next
    more = after !== null
  }
  draws.tasks[draw] = found
  return found
}

export async function replayDraw(draw: KnownDraw): Promise<void> {
  if (!draw.revealed) return
  draws.replays[draw.id] = { state: 'working' }
  const begun = performance.now()
  try {
    const context = services()
    const proved = await proveDraw(context, draw)
    if (!proved.revealed) throw new NotProved('line_unproved')
    const { committed, revealed } = proved
    // What is compared and shown is what the lines say.
    Object.assign(draw, { committed, revealed })
    const bytes = await context.api.file(committed.pool)
    checkLate(committed, revealed, proved.committedOn, proved.revealedOn)
    const seed = await replay(committed, revealed, bytes)
    const pool = await committedPool(committed, bytes)
    const { passed, spare } = await traced(committed, pool, revealed.checkpoint, excludedIds(committed, revealed))
    const made = performance.now() - begun
    await proveCheckpoint(context, proved, revealed.checkpoint)
    const deciding = await decidingOf(context, proved, revealed.checkpoint.size)
    if (deciding === 'wrong') throw new NotProved('checkpoint_wrong')
    const file = JSON.stringify({ pool: new TextDecoder().decode(bytes), ...proved.texts })
    const counted = { sites: [...pool.sites.values()].flat().length, inspectors: pool.inspectors.length }
    draws.replays[draw.id] = { state: 'same', seed, deciding, passed, spare, pool: counted, ms: Math.max(1, Math.round(made)), file }
  } catch (e) {
    draws.replays[draw.id] = e instanceof NotDrawn || e instanceof NotProved ? { state: 'differs', fault: e.fault } : { state: 'failed', said: sayProblem(e) }
  }
}

onDelivered(async ({ type, of }) => {
  if (type.startsWith('draw.')) await loadDraws()
  if (type.startsWith('task.')) await Promise.all(Object.entries(draws.tasks).filter(([id, tasks]) => id === of || Object.values(tasks).some((task) => task.id === of || task.site === of)).map(([id]) => loadTasksOf(id)))
})
