/** Proposed checks of the caller's regions, the newest first, a page at a time: the server's word, as the list of tasks is. */
import { reactive } from 'vue'
import type { CheckState, KnownCheck } from '../api/planning_types'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'

const kPage = 50

export const checks = reactive({ items: [] as KnownCheck[], next: null as string | null, state: '' as CheckState | '', loading: true, said: null as Said | null })

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  checks.loading = true
  try {
    const answer = await services().api.checks({ state: checks.state }, fresh ? null : checks.next, kPage)
    if (mine !== turn) return
    Object.assign(checks, { items: fresh ? answer.items : [...checks.items, ...answer.items], next: answer.next, said: null })
  } catch (e) {
    if (mine === turn) checks.said = sayProblem(e)
  } finally {
    if (mine === turn) checks.loading = false
  }
}

export const loadChecks = () => page(true)
export const moreChecks = () => page(false)

export async function filterChecks(state: CheckState | ''): Promise<void> {
  Object.assign(checks, { state, items: [], next: null })
  await page(true)
}

onDelivered(async ({ type }) => {
  if (/^(check|task)\./.test(type)) await page(true)
})
