/** Who fills in for the enterprise of a site, as the book of trust says it now; whom sections may be assigned to (shared/domain, peopleOfSite). */
import { grantsAt, isRevokedBefore, type TrustBook } from '../trust/chain'
import { coversPlace } from '../trust/grants'

export interface Colleague {
  id: string
  name: string
}

/** Each once, oneself first, then by name. */
export function colleaguesOf(book: TrustBook, region: string, site: string, me: string): Colleague[] {
  const found = new Map<string, Colleague>()
  for (const device of book.devices.values()) {
    const { id, name } = device.person
    if (isRevokedBefore(device, null) || !grantsAt(device, null).some((g) => g.role === 'enterprise' && coversPlace(g, region, site))) continue
    found.set(id, { id, name })
  }
  return [...found.values()].sort((a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name, 'zh', { numeric: true }) || (a.id < b.id ? -1 : 1))
}
