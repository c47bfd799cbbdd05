/** The lists by status, paged by key, what waits under the filters that stand; refreshed quietly while the page is in view. */
import { reactive } from 'vue'
import type { Family } from '../api/client'
import type { Facet, FacetValue, Status, Summary, WaitingRecord } from '../api/types'
import type { Said } from '../i18n/said'
import { sayProblem, services, session } from '../people/session'
import { readFilter, readOrder, writeQuery } from './filter'

const kPage = 50
const kRefreshMs = 15_000
const kPagesEach = 4 // so many pages are read anew in that time; a longer list waits accordingly longer

export const queue = reactive({
  status: 'submitted' as Status,
  family: 'inspection' as Family,
  /** What waits says since when, and whose it is to review. */
  items: [] as (Summary & Partial<Pick<WaitingRecord, 'since' | 'assigned' | 'agreed' | 'threads'>>)[],
  /** Of what waits: as the address writes it. */
  query: '',
  facets: {} as Partial<Record<Facet, FacetValue[]>>,
  /** On all pages. */
  total: null as number | null,
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

/** What waits, under other filters. */
export async function filterQueue(query: string): Promise<void> {
  const said = writeQuery(readFilter(query), readOrder(query))
  if (queue.query === said) return
  Object.assign(queue, { query: said, items: [], next: null, loading: true })
  if (queue.status === 'submitted') await refreshQueue()
}

interface Page {
  items: typeof queue.items
  next: string | null
  counts: Record<Status, number>
  total?: number
  facets?: typeof queue.facets
}

function readPage(after: string | null): Promise<Page> {
  const { api } = services()
  if (queue.status !== 'submitted') return api.inspections(queue.status, after, kPage, queue.family)
  return api.reviews(Object.fromEntries(new URLSearchParams(queue.query)), after, kPage, queue.family)
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
    const items: typeof queue.items = []
    let after: string | null = null
    do {
      const page: Page = await readPage(after)
      if (mine !== round) return
      items.push(...page.items)
      after = page.next
      Object.assign(queue, { counts: page.counts, facets: page.facets ?? {}, total: page.total ?? null })
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
    const page = await readPage(queue.next)
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
