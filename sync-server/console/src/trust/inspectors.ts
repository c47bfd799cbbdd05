/**
 * Whom a check may be given to: inspectors whose regions cover the place and whose certificates hold on the day, as the book of
 * trust says it now; the rule of shared/records/planning/persons.h. And what else the book tells of an interest in the matter.
 */
import { certifiedUntil } from './certificate'
import { grantsAt, isRevokedBefore, type Device, type TrustBook } from './chain'
import { coversPlace, coversRegion } from './grants'

export interface Inspector {
  id: string
  name: string
  /** The last day on which the certificate holds; null where no invitation states one. */
  until: string | null
}

const kNow = Number.MAX_SAFE_INTEGER
const nowOf = (device: Device) => (isRevokedBefore(device, null) ? [] : grantsAt(device, null))
const inspects = (device: Device, region: string) => nowOf(device).some((g) => g.role === 'inspector' && coversRegion(g, region))

export function mayInspect(book: TrustBook, person: string, region: string): boolean {
  return [...book.devices.values()].some((d) => d.person.id === person && inspects(d, region))
}

/** Each once however many devices she has; in the order of their names. */
export function inspectorsOf(book: TrustBook, region: string): Inspector[] {
  const found = new Map<string, Inspector>()
  for (const device of book.devices.values()) {
    const { id, name } = device.person
    if (!found.has(id) && inspects(device, region)) found.set(id, { id, name, until: certifiedUntil(book, id, kNow) })
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }) || (a.id < b.id ? -1 : 1))
}

export function nameOf(book: TrustBook, person: string): string {
  return [...book.devices.values()].find((d) => d.person.id === person)?.person.name ?? person
}

/** Why a person does not go there: the key of a sentence under `draws.team`. */
export interface TeamFault {
  fault: 'not_inspector' | 'certificate_over' | 'of_enterprise'
  person: string
  name: string
  /** Of a certificate: its last day. */
  until?: string
}

/** Of everybody in the team who cannot go to `site` in `region` until `due`; none: they may. */
export function teamFaults(book: TrustBook, team: readonly string[], { region, site, due }: { region: string; site: string; due: string }): TeamFault[] {
  return team.flatMap((person): TeamFault[] => {
    const devices = [...book.devices.values()].filter((d) => d.person.id === person)
    const name = devices[0]?.person.name ?? person
    if (!devices.some((d) => inspects(d, region))) return [{ fault: 'not_inspector', person, name }]
    const until = certifiedUntil(book, person, kNow)
    if (until !== null && due > until) return [{ fault: 'certificate_over', person, name, until }]
    // Who fills in for the enterprise that is checked has an interest in the matter, whatever she says (回避).
    if (devices.some((d) => nowOf(d).some((g) => g.role === 'enterprise' && coversPlace(g, region, site)))) return [{ fault: 'of_enterprise', person, name }]
    return []
  })
}
