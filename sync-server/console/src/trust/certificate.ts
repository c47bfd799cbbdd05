/**
 * Until when a person's certificate holds, as the proved invitations of her devices state it: the rule of
 * shared/records/planning/persons.h. Who gets a new certificate is invited again, so the latest counts.
 */
import { readDay } from '../base/day'
import type { TrustBook } from './chain'

/** "2028-06", the whole month, or "2028-06-30", as that day; null where it is neither. */
export function lastDayOf(until: string): string | null {
  if (readDay(until) !== null) return until
  const month = /^(\d{4})-(\d\d)$/.exec(until)
  if (!month || readDay(`${until}-01`) === null) return null
  return `${until}-${String(new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate()).padStart(2, '0')}`
}

/** Of devices that were enrolled before `index`; null where none states a day. */
export function certifiedUntil(book: TrustBook, person: string, index: number): string | null {
  const days = [...book.devices.values()].filter((d) => d.person.id === person && d.enrolledAt < index).map((d) => lastDayOf(d.invite.certificate?.until ?? ''))
  return days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null)
}
