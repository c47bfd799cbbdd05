/** What is signed about complaints (complaint.*; RECORDS.md), and what still lacks. Pure. */
import type { ComplaintAbout, KnownComplaint } from '../api/complaint_types'
import { readDay } from '../base/day'

/** Working days: what a report says is checked within 15, a complaint is ended within 45 (总局令第20号, art. 31, 21). */
export const kDaysProposed = 15
export const kMostDays = 45

export interface TakenDown {
  channel: string
  received: string
  kind: ComplaintAbout
  site: string
  /** Of an office and of else where it is; of a person where she inspects. */
  region: string
  person: string
  words: string
  text: string
  contact: string
}

export const emptyTakenDown = (today: string): TakenDown => ({ channel: 'phone', received: today, kind: 'other', site: '', region: '', person: '', words: '', text: '', contact: '' })

export { regionAbove } from '../trust/complaint_rights'

export type TakenDownLack = 'received' | 'site' | 'region' | 'person' | 'text' | 'above'

/** `above`: the region that answers, where a person or an office is complained of. */
export function lacksOf(draft: TakenDown, today: string, above: string | null): TakenDownLack[] {
  const lacks: TakenDownLack[] = []
  if (readDay(draft.received) === null || draft.received > today) lacks.push('received')
  if (draft.kind === 'site' && draft.site === '') lacks.push('site')
  if (draft.kind !== 'site' && draft.region === '') lacks.push('region')
  if (draft.kind === 'person' && draft.person === '') lacks.push('person')
  if (draft.text.trim() === '') lacks.push('text')
  if ((draft.kind === 'person' || draft.kind === 'office') && lacks.length === 0 && above === null) lacks.push('above')
  return lacks
}

export function takenDownBody(draft: TakenDown, receipt: string): Record<string, unknown> {
  const about = {
    kind: draft.kind,
    ...(draft.kind === 'person' && { person: draft.person }),
    ...(draft.kind === 'office' && { office: draft.region }),
    ...(draft.words.trim() !== '' && { words: draft.words.trim() }),
  }
  return { channel: draft.channel, received: draft.received, about, text: draft.text.trim(), ...(draft.contact.trim() !== '' && { contact: draft.contact.trim() }), receipt, vouched: 'taken_down' }
}

const kLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code as the server makes them (sync-server/intake/receipt_code.h), and the text that its hash is of. */
export function receiptCode(random: Uint8Array): string {
  return [...random.slice(0, 20)].map((byte, i) => (i > 0 && i % 4 === 0 ? '-' : '') + kLetters[byte % 32]).join('')
}
export const receiptText = (code: string) => `plumb-receipt-v1.${code}`

export function classifiedBody(of: KnownComplaint, person: string, as: string, accepted: boolean, reason: string, days: number): Record<string, unknown> {
  const why = reason.trim()
  return { of: of.id, person, as, accepted, ...(why !== '' && { reason: why }), ...(accepted && { days }) }
}

export const taskedBody = (of: KnownComplaint, person: string, task: string) => ({ of: of.id, person, task })
export const answeredBody = (of: KnownComplaint, person: string, outcome: string, text: string) => ({ of: of.id, person, outcome, text: text.trim() })

/** Whether words that others read would tell who complained (shared/records/voice/complaint.h). */
export function tellsComplainer(contact: string | undefined, words: string): boolean {
  if (!contact) return false
  return words.includes(contact) || (contact.match(/\d{6,}/g) ?? []).some((digits) => words.includes(digits))
}
