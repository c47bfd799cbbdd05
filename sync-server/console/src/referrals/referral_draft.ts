/** What is being written of a referral, or of an answer to one, and the bodies that come of it. Pure. */
import type { ReferralState } from '../api/referral_types'
import type { Supervision } from '../base/supervision'

export interface ReferralDraft {
  items: string[]
  to: string
  number: string
  day: string
  text: string
}
export interface AnswerDraft {
  as: Exclude<ReferralState, 'referred'>
  day: string
  text: string
  number: string
}

export type ReferralLack = 'items' | 'to' | 'number' | 'day'
export type AnswerLack = 'text' | 'day'

export function referralLacks(draft: ReferralDraft): ReferralLack[] {
  const lacks: ReferralLack[] = []
  if (draft.items.length === 0) lacks.push('items')
  for (const name of ['to', 'number', 'day'] as const) if (draft[name].trim() === '') lacks.push(name)
  return lacks
}

export function answerLacks(draft: AnswerDraft): AnswerLack[] {
  const lacks: AnswerLack[] = []
  if (draft.day === '') lacks.push('day')
  if (draft.as !== 'received' && draft.text.trim() === '') lacks.push('text')
  return lacks
}

const said = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() })

export function referralBody(draft: ReferralDraft, about: { of: string; hash: string; kind: Supervision; person: string }): Record<string, unknown> {
  const { of, hash, kind, person } = about
  return { of, hash, items: [...draft.items], kind, to: draft.to.trim(), number: draft.number.trim(), day: draft.day, person, ...said('text', draft.text) }
}

export function answerBody(draft: AnswerDraft, of: string, person: string): Record<string, unknown> {
  return { of, as: draft.as, day: draft.day, person, ...said('text', draft.text), ...said('number', draft.number) }
}
