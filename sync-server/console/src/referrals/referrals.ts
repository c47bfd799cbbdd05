/** What followed failed items under their kinds of supervision, as the server lists it, the newest first, a page at a time. */
import { reactive } from 'vue'
import type { KnownReferral, ReferralCounts } from '../api/referral_types'
import { today } from '../base/day'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'

const kPage = 50

export interface ReferralFilter {
  kind: string
  /** open: waits for an answer. */
  state: string
  year: string
  region: string
}

export const referrals = reactive({ items: [] as KnownReferral[], counts: null as ReferralCounts | null, next: null as string | null, filter: { kind: '', state: '', year: today().slice(0, 4), region: '' } as ReferralFilter, loading: true, said: null as Said | null })

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  referrals.loading = true
  try {
    const { state, ...rest } = referrals.filter
    const asked = state === 'open' ? { ...rest, open: '1' } : { ...rest, state }
    const answer = await services().api.referrals(asked, fresh ? null : referrals.next, kPage)
    if (mine !== turn) return
    Object.assign(referrals, { items: fresh ? answer.items : [...referrals.items, ...answer.items], counts: answer.counts, next: answer.next, said: null })
  } catch (e) {
    if (mine === turn) referrals.said = sayProblem(e)
  } finally {
    if (mine === turn) referrals.loading = false
  }
}

export const loadReferrals = () => page(true)
export const moreReferrals = () => page(false)

/** A filter that changed: what was shown goes at once, since it would be untrue. */
export async function filterReferrals(change: Partial<ReferralFilter>): Promise<void> {
  Object.assign(referrals.filter, change)
  Object.assign(referrals, { items: [], next: null })
  await page(true)
}

onDelivered(async ({ type }) => {
  if (type === 'finding.referred' || type === 'referral.answered') await page(true)
})
