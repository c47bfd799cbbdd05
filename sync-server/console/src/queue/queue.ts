/** The lists by status, oldest first, paged by key; refreshed quietly while the page is in view. */
import { reactive } from 'vue'
import type { Family } from '../api/client'
import type { Status, Summary } from '../api/types'
import type { Said } from '../i18n/said'
import { sayProblem, services, session } from '../people/session'

const kPage = 50
const kRefreshMs = 15_000
const kPagesEach = 4 // so many pages are read anew in that time; a longer list waits accordingly longer

export const queue = reactive({
  status: 'submitted' as Status,
  family: 'inspection' as Family,
  items: [] as Summary[],
  next: null as string | null,
  counts: null as Record<Status, number> | null,
  loading: true,
  said: null as Said | null,
})

let round = 0

/** Shows a list; what was shown for another status goes at once, since it would be untrue. */
export async function showQueue(status: Status): Promise<void> {
  if (queue.status !== status) Object.assign(queue, { status, items: [], next: null, loading: true })
  await refreshQueue()
}

/** Inspections, or self-assessments. */
export async function showFamily(family: Family): Promise<void> {
  if (queue.family !== family) Object.assign(queue, { family, items: [], next: null, loading: true })
  await refreshQueue()
}

/** As many pages as were open are read anew, so that a refresh moves nothing under the reader's eyes. */
export async function refreshQueue(): Promise<void> {
  const mine = ++round
  const wanted = Math.max(kPage, queue.items.length)
  try {
    const items: Summary[] = []
    let after: string | null = null
    do {
      const page = await services().api.inspections(queue.status, after, kPage, queue.family)
      if (mine !== round) return
      items.push(...page.items)
      after = page.next
      queue.counts = page.counts
    } while (after && items.length < wanted)
    Object.assign(queue, { items, next: after, said: null })
    session.offline = false
  } catch (e) {
    if (mine === round) queue.said = sayProblem(e)
  } finally {
    if (mine === round) queue.loading = false
  }
}

export async function moreOfQueue(): Promise<void> {
  if (!queue.next || queue.loading) return
  const mine = ++round
  queue.loading = true
  try {
    const page = await services().api.inspections(queue.status, queue.next, kPage, queue.family)
    if (mine !== round) return
    queue.items.push(...page.items)
    queue.next = page.next
    queue.counts = page.counts
  } catch (e) {
    if (mine === round) queue.said = sayProblem(e)
  } finally {
    if (mine === round) queue.loading = false
  }
}

/** Watches list and log while somebody looks. */
export function keepFresh(): () => void {
  let waits = 0
  const tick = () => {
    if (document.visibilityState !== 'visible' || session.phase !== 'ready') return
    if (--waits <= 0) {
      waits = Math.ceil(queue.items.length / (kPagesEach * kPage))
      void refreshQueue()
    }
    services().watch.refresh().catch(sayProblem)
  }
  const timer = setInterval(tick, kRefreshMs)
  document.addEventListener('visibilitychange', tick)
  tick()
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}
