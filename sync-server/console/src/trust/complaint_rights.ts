/**
 * Where a complaint is answered, and who says what came in through a public page: the rule of shared/domain/complaint_rights.h, as every
 * reader judges a line by it.
 */
import type { Payload } from '../line/line'
import { isRevokedBefore, type Device, type TrustBook } from './chain'
import { isBefore, type LogPlace } from './facts'

export const kIntakePerson = 'intake'

/** The longest region that holds all of these; '': none does. */
export function regionOfAll(regions: readonly string[]): string {
  let common = regions[0] ?? ''
  for (const region of regions) while (!region.startsWith(common)) common = common.slice(0, -2)
  return common
}

/** The longest region strictly above all of these; null where there is none. */
export function regionAbove(regions: readonly string[]): string | null {
  let common = regionOfAll(regions)
  if (regions.includes(common)) common = common.slice(0, -2)
  return common === '' ? null : common
}

/** Every region in which the person holds or held a right at this place, over all her devices. */
export function regionsOfPerson(book: TrustBook, person: string, place: LogPlace): string[] {
  const devices = [...book.devices.values()].filter((d) => d.person.id === person && isBefore(d.enrolledAt, place))
  return [...new Set(devices.flatMap((d) => d.held.filter((h) => isBefore(h.since, place)).flatMap((h) => h.grant.regions)))]
}

const liesAbove = (region: string, regions: readonly string[]) => regions.every((own) => own.length > region.length && own.startsWith(region))

/** Of a complaint.received or a rating.*; null: it may be said, and other types always. */
export function complaintPlaceFault(book: TrustBook, author: Device, payload: Payload, place: LogPlace): 'intake_only' | 'complaint_own' | 'accused_unknown' | 'complaint_office' | null {
  const { type, body, region = '' } = payload
  const rating = type === 'rating.counted' || type === 'rating.said'
  if (type !== 'complaint.received' && !rating) return null
  const intake = author.person.id === kIntakePerson && author.issuer === book.root && !isRevokedBefore(author, place)
  if ((rating || body.channel === 'page') !== intake) return 'intake_only'
  if (rating) return null
  const about = (body.about ?? {}) as Record<string, unknown>
  if (about.kind === 'office') return liesAbove(region, [String(about.office)]) ? null : 'complaint_office'
  if (about.kind !== 'person') return null
  const person = String(about.person)
  if (person === author.person.id) return 'complaint_own'
  const regions = regionsOfPerson(book, person, place)
  if (regions.length === 0) return 'accused_unknown'
  return liesAbove(region, regions) ? null : 'complaint_office'
}
