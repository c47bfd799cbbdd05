/** The archive's index: cases that were filed away, as the server lists them, a page at a time. */
import { reactive } from 'vue'
import type { ArchivedCase } from '../api/archive_types'
import { today } from '../base/day'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'

const kPage = 50

export interface ArchiveFilter {
  year: string
  kind: string
  term: '' | 'permanent' | '30' | '10'
  due: boolean
  disposed: boolean
}

export const archive = reactive({ items: [] as ArchivedCase[], next: null as string | null, filter: { year: '', kind: '', term: '', due: false, disposed: false } as ArchiveFilter, loading: true, said: null as Said | null })

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  archive.loading = true
  try {
    const answer = await services().api.archive({ ...archive.filter, due: archive.filter.due ? '1' : '', disposed: archive.filter.disposed ? '1' : '', today: today() }, fresh ? null : archive.next, kPage)
    if (mine !== turn) return
    Object.assign(archive, { items: fresh ? answer.items : [...archive.items, ...answer.items], next: answer.next, said: null })
  } catch (e) {
    if (mine === turn) archive.said = sayProblem(e)
  } finally {
    if (mine === turn) archive.loading = false
  }
}

export const loadArchive = () => page(true)
export const moreArchive = () => page(false)

/** A filter that changed: what was shown goes at once, since it would be untrue. */
export async function filterArchive(change: Partial<ArchiveFilter>): Promise<void> {
  Object.assign(archive.filter, change)
  Object.assign(archive, { items: [], next: null })
  await page(true)
}

/** Years that a check may have been made in, the newest first. */
export function archiveYears(now = today(), back = 10): string[] {
  const year = Number(now.slice(0, 4))
  return Array.from({ length: back }, (_, i) => String(year - i))
}

onDelivered(async ({ type }) => {
  if (type === 'rectification.archived' || type.startsWith('disposal.')) await page(true)
})
