/**
 * What followed failed items under their kinds of supervision, folded from lines whose form was checked: the twin of
 * shared/records/rectification/referral.h. Pure.
 */
import type { Supervision } from '../base/supervision'
import { kReferralStates, type ReferralState } from '../api/referral_types'
import { correctedDay } from '../line/clock'
import type { Payload } from '../line/line'

export interface ReferralBody {
  of: string
  hash: string
  items: string[]
  kind: Supervision
  to: string
  number: string
  day: string
  person: string
  text?: string
}
export interface ReferralAnswerBody {
  of: string
  as: Exclude<ReferralState, 'referred'>
  day: string
  person: string
  text?: string
  number?: string
}
export interface Referral {
  id: string
  at: string
  says: ReferralBody
  answers: { id: string; at: string; says: ReferralAnswerBody }[]
}

export const isOpenReferral = (state: ReferralState) => state === 'referred' || state === 'received'
export const referralState = (one: Referral): ReferralState => one.answers.at(-1)?.says.as ?? kReferralStates[0]

function mayAnswer(one: Referral, says: ReferralAnswerBody, today: string): boolean {
  const state = referralState(one)
  if (!isOpenReferral(state) || (state === 'received' && says.as === 'received')) return false
  return says.day >= (one.answers.at(-1)?.says.day ?? one.says.day) && says.day <= today
}

/** With the next line taken in, in log order; the very same list where it changes nothing. */
export function foldReferral(all: Referral[], payload: Payload): Referral[] {
  const { id, type, at, body } = payload
  const today = correctedDay(payload)
  if (type === 'finding.referred') {
    const says = body as unknown as ReferralBody
    return says.day > today || all.some((one) => one.id === id) ? all : [...all, { id, at, says, answers: [] }]
  }
  if (type !== 'referral.answered') return all
  const says = body as unknown as ReferralAnswerBody
  const found = all.find((one) => one.id === says.of)
  if (!found || !mayAnswer(found, says, today)) return all
  return all.map((one) => (one === found ? { ...one, answers: [...one.answers, { id, at, says }] } : one))
}

/** Those of one inspection, from lines in log order: what is about another is none of it. */
export const referralsOf = (inspection: string, lines: Payload[]): Referral[] => lines.filter(({ type, body }) => type !== 'finding.referred' || body.of === inspection).reduce(foldReferral, [])

/** Whether an item may be referred: it was not, or whoever was written to declined. */
export const isReferred = (all: readonly Referral[], item: string) => all.some((one) => referralState(one) !== 'declined' && one.says.items.includes(item))
