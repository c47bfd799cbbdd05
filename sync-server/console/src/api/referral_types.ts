/** What followed failed items under their kinds of supervision, as PROTOCOL.md describes it. */
import type { Supervision } from '../base/supervision'

export const kReferralStates = ['referred', 'received', 'concluded', 'declined'] as const
export type ReferralState = (typeof kReferralStates)[number]

export interface KnownReferral {
  id: string
  index: number
  of: string
  hash: string
  items: string[]
  kind: Supervision
  to: string
  number: string
  day: string
  person: string
  text?: string
  site: string
  site_name: string
  region: string
  state: ReferralState
  by: string
  at: string
  answers: { id: string; as: Exclude<ReferralState, 'referred'>; day: string; person: string; text?: string; number?: string; by: string; at: string }[]
}

/** Papers by how they stand, and the failed items that they name. */
export type ReferralCounts = Record<Supervision, Record<ReferralState | 'items', number>>

export interface ReferralsPage {
  items: KnownReferral[]
  next: string | null
  counts: ReferralCounts
}
