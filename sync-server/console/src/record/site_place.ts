/**
 * Where something lies in regard to a site: to its boundary where it was published with one, else to its point. The rule of
 * mobile/position/place_line.h, so that tablet and console say the same of one record.
 */
import { contains, metresBetween, metresToSides, type GeoPoint, type Ring } from '../base/geodesy'
import { boundaryFault } from '../base/boundary'

export interface SitePlace {
  point: GeoPoint | null
  /** None: it was published without one. */
  ring: Ring | null
}

/** Of the site's publication; what is neither a point nor a boundary is left out. */
export function readSitePlace(body: Record<string, unknown>): SitePlace {
  const { point, boundary } = body as { point?: { lat?: unknown; lon?: unknown }; boundary?: unknown }
  const known = typeof point === 'object' && point !== null && typeof point.lat === 'number' && typeof point.lon === 'number'
  const ring = boundary !== undefined && boundaryFault(boundary) === null ? (boundary as { coordinates: [number, number][][] }).coordinates[0]! : null
  return { point: known ? { lat: point.lat as number, lon: point.lon as number } : null, ring: ring && ring.map(([lon, lat]) => ({ lat, lon })) }
}

export interface InRegard {
  /** A sentence's key under `siteplace`. */
  key: 'edge' | 'inside' | 'outside' | 'away'
  metres: number
}

/** `accuracy`: metres by which the place may be off. null: the site has neither boundary nor point. */
export function inRegardTo(site: SitePlace, where: GeoPoint, accuracy = 0): InRegard | null {
  if (site.ring) {
    const metres = metresToSides(site.ring, where)
    return { key: metres <= accuracy ? 'edge' : contains(site.ring, where) ? 'inside' : 'outside', metres }
  }
  return site.point && { key: 'away', metres: metresBetween(site.point, where) }
}
