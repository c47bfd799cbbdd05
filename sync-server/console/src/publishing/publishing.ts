/** Results of inspections and where their publication stands: the server's list, a page at a time. What is signed is verified first (PublishDialog). */
import { reactive } from 'vue'
import type { KnownResult, Publishing } from '../api/types'
import { today } from '../base/day'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'
import { nameGrades } from './grades'

const kPage = 50

export const publishing = reactive({ items: [] as KnownResult[], next: null as string | null, state: 'pending' as Publishing, loading: true, said: null as Said | null })

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  publishing.loading = true
  try {
    const answer = await services().api.published({ state: publishing.state, today: today() }, fresh ? null : publishing.next, kPage)
    if (mine !== turn) return
    Object.assign(publishing, { items: fresh ? answer.items : [...publishing.items, ...answer.items], next: answer.next, said: null })
    void nameGrades(answer.items.map((one) => one.says.result))
  } catch (e) {
    if (mine === turn) publishing.said = sayProblem(e)
  } finally {
    if (mine === turn) publishing.loading = false
  }
}

export const loadResults = () => page(true)
export const moreResults = () => page(false)

export async function filterResults(state: Publishing): Promise<void> {
  Object.assign(publishing, { state, items: [], next: null })
  await page(true)
}

onDelivered(async ({ type }) => {
  if (/^(publication|review)\./.test(type)) await page(true)
})
