/**
 * The boundary of a site: one ring on the ground, as a Polygon of GeoJSON states it. What speaks against one is told as
 * shared/records/reference/boundary.h tells it.
 */
export type Position = [lon: number, lat: number]
export interface Boundary {
  type: 'Polygon'
  coordinates: [Position[]]
}

export const kMaxCorners = 1000
const kMaxExtent = 5 // degrees
const kGrid = 1e7 // within kMaxExtent every product is below 2^53

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)
const within = (v: unknown, most: number) => typeof v === 'number' && Number.isFinite(v) && Math.abs(v) <= most
const isPosition = (v: unknown): v is Position => Array.isArray(v) && (v.length === 2 || v.length === 3) && within(v[0], 180) && within(v[1], 90)

/** Why it is none: the key of a sentence (`sites.boundary.<key>`); null where it is one. */
export function boundaryFault(value: unknown): string | null {
  if (!isObject(value) || value.type !== 'Polygon') return 'no_polygon'
  const rings = value.coordinates
  if (!Array.isArray(rings) || rings.length !== 1 || !Array.isArray(rings[0])) return 'one_ring'
  const ring = rings[0] as unknown[]
  if (ring.length < 4) return 'too_few'
  if (ring.length > kMaxCorners) return 'too_many'
  if (!ring.every(isPosition)) return 'no_degrees'
  const corners = ring as Position[]
  const [first, last] = [corners[0]!, corners.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1]) return 'open'
  const span = (of: 0 | 1) => Math.max(...corners.map((c) => c[of])) - Math.min(...corners.map((c) => c[of]))
  if (span(0) > kMaxExtent || span(1) > kMaxExtent) return 'too_wide'
  return crossesItself(corners) ? 'crosses' : null
}

/** Of a cell: a Polygon of GeoJSON, or POLYGON of WKT as our own CSV has it; heights are left out. null where it is neither. */
export function readBoundary(text: string): Boundary | null {
  const wkt = /^\s*POLYGON\s*(?:Z\s*)?\(\((.*)\)\)\s*$/is.exec(text)
  if (wkt) {
    const rings = wkt[1]!.split(/\)\s*,\s*\(/).map((ring) => ring.split(',').map((at) => at.trim().split(/\s+/).map(Number).slice(0, 2)))
    return { type: 'Polygon', coordinates: rings as Boundary['coordinates'] }
  }
  try {
    const value = JSON.parse(text) as unknown
    if (!isObject(value) || value.type !== 'Polygon' || !Array.isArray(value.coordinates)) return null
    const flat = (ring: unknown) => (Array.isArray(ring) ? ring.map((at: unknown) => (Array.isArray(at) ? at.slice(0, 2) : at)) : ring)
    return { type: 'Polygon', coordinates: value.coordinates.map(flat) as Boundary['coordinates'] }
  } catch {
    return null
  }
}

/** Half away from zero, as C's llround: Math.round goes up at −0.5. */
const toGrid = (degrees: number) => Math.sign(degrees) * Math.round(Math.abs(degrees * kGrid))

/** Where sides only touch, or lie on one another, nothing is said. */
function crossesItself(ring: Position[]): boolean {
  const [x0, y0] = [toGrid(ring[0]![0]), toGrid(ring[0]![1])]
  const at = ring.map(([lon, lat]): Position => [toGrid(lon) - x0, toGrid(lat) - y0])
  const side = (a: Position, b: Position, p: Position) => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))
  for (let i = 0; i + 1 < at.length; ++i) {
    const [a, b] = [at[i]!, at[i + 1]!]
    for (let j = i + 2; j + 1 < at.length; ++j) {
      const [c, d] = [at[j]!, at[j + 1]!]
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true
    }
  }
  return false
}

/** Square metres, as of a plane. */
export function areaOf({ coordinates: [ring] }: Boundary): number {
  const [lon0, lat0] = ring[0]!
  const narrow = Math.cos((lat0 * Math.PI) / 180)
  let twice = 0
  for (let i = 0; i + 1 < ring.length; ++i) {
    const [x1, y1] = [(ring[i]![0] - lon0) * narrow, ring[i]![1] - lat0]
    const [x2, y2] = [(ring[i + 1]![0] - lon0) * narrow, ring[i + 1]![1] - lat0]
    twice += x1 * y2 - x2 * y1
  }
  return (Math.abs(twice) / 2) * 111_319.5 ** 2
}
