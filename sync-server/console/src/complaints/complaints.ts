/**
 * Complaints that the caller answers, the newest first, a page at a time. The list is the server's; what it says of each is held
 * against that one's lines, which this browser judges by itself.
 */
import { reactive } from 'vue'
import type { KnownComplaint } from '../api/complaint_types'
import { today } from '../base/day'
import type { Said } from '../i18n/said'
import { trustNow } from '../people/send'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'
import { readAbout } from '../verify/about'
import { judgeList, type Judgement } from './judged'

const kPage = 50

export const complaints = reactive({ items: [] as KnownComplaint[], next: null as string | null, filter: { state: '', class: '', overdue: false }, judged: {} as Record<string, Judgement>, loading: true, said: null as Said | null })

let turn = 0

async function judge(items: readonly KnownComplaint[], mine: number): Promise<void> {
  if (items.length === 0) return
  const { checkpoint, book } = await trustNow()
  const { lines } = await readAbout(services().api, items.map((one) => one.id), checkpoint, book)
  if (mine === turn) Object.assign(complaints.judged, Object.fromEntries(judgeList(items, lines)))
}

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  complaints.loading = true
  try {
    const answer = await services().api.complaints(complaints.filter, today(), fresh ? null : complaints.next, kPage)
    if (mine !== turn) return
    Object.assign(complaints, { items: fresh ? answer.items : [...complaints.items, ...answer.items], next: answer.next, said: null })
    await judge(answer.items, mine)
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
