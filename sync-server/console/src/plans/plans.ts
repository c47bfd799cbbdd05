/** Annual plans of the caller's regions, the newest first, a page at a time: the server's word, as the list of tasks is. */
import { reactive } from 'vue'
import type { KnownPlan } from '../api/planning_types'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'

const kPage = 20

export const plans = reactive({ items: [] as KnownPlan[], next: null as string | null, loading: true, said: null as Said | null })

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  plans.loading = true
  try {
    const answer = await services().api.plans(fresh ? null : plans.next, kPage)
    if (mine !== turn) return
    Object.assign(plans, { items: fresh ? answer.items : [...plans.items, ...answer.items], next: answer.next, said: null })
  } catch (e) {
    if (mine === turn) plans.said = sayProblem(e)
  } finally {
    if (mine === turn) plans.loading = false
  }
}

export const loadPlans = () => page(true)
export const morePlans = () => page(false)

onDelivered(async ({ type }) => {
  if (/^(plan|task|draw)\./.test(type)) await page(true)
})
