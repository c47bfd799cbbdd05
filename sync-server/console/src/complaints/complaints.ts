/** Complaints that the caller answers, the newest first, a page at a time: the server's word, as the list of checks is. */
import { reactive } from 'vue'
import type { KnownComplaint } from '../api/complaint_types'
import { today } from '../base/day'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'

const kPage = 50

export const complaints = reactive({ items: [] as KnownComplaint[], next: null as string | null, filter: { state: '', class: '', overdue: false }, loading: true, said: null as Said | null })

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  complaints.loading = true
  try {
    const answer = await services().api.complaints(complaints.filter, today(), fresh ? null : complaints.next, kPage)
    if (mine !== turn) return
    Object.assign(complaints, { items: fresh ? answer.items : [...complaints.items, ...answer.items], next: answer.next, said: null })
  } catch (e) {
    if (mine === turn) complaints.said = sayProblem(e)
  } finally {
    if (mine === turn) complaints.loading = false
  }
}

export const loadComplaints = () => page(true)
export const moreComplaints = () => page(false)

export async function filterComplaints(change: Partial<typeof complaints.filter>): Promise<void> {
  Object.assign(complaints, { filter: { ...complaints.filter, ...change }, items: [], next: null })
  await page(true)
}

onDelivered(async ({ type }) => {
  if (/^(complaint|task)\./.test(type)) await page(true)
})
