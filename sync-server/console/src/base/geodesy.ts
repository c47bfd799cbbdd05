/**
 * Lengths on the ground and where a point lies in regard to a ring, as shared/domain/geodesy.h has them: WGS 84, Vincenty's
 * inverse solution, a sphere for points that are nearly antipodal. tests/base/geodesy.test.ts holds both to the same figures.
 */
export interface GeoPoint {
  lat: number
  lon: number
}
/** The last corner is the first again. */
export type Ring = GeoPoint[]

const kEquator = 6_378_137
const kFlattening = 1 / 298.257223563
const kPolar = kEquator * (1 - kFlattening)
/** The radius of the sphere that has the ellipsoid's surface. */
const kAuthalic = 6_371_007.1809
const kRadian = Math.PI / 180
const kMostSteps = 100

/** −180 to 180, however many turns it was. */
const wrapped = (degrees: number) => degrees - 360 * Math.round(degrees / 360)

function sphereMetres(a: GeoPoint, b: GeoPoint): number {
  const lat = Math.sin(((b.lat - a.lat) * kRadian) / 2)
  const lon = Math.sin((wrapped(b.lon - a.lon) * kRadian) / 2)
  return 2 * kAuthalic * Math.asin(Math.min(1, Math.sqrt(lat * lat + Math.cos(a.lat * kRadian) * Math.cos(b.lat * kRadian) * lon * lon)))
}

function ellipsoidMetres(a: GeoPoint, b: GeoPoint): number | null {
  const l = wrapped(b.lon - a.lon) * kRadian
  const [u1, u2] = [Math.atan((1 - kFlattening) * Math.tan(a.lat * kRadian)), Math.atan((1 - kFlattening) * Math.tan(b.lat * kRadian))]
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)]
  let lambda = l
  for (let step = 0; step < kMostSteps; ++step) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)]
    const [east, north] = [cos2 * sinL, cos1 * sin2 - sin1 * cos2 * cosL]
    const [sinS, cosS] = [Math.hypot(east, north), sin1 * sin2 + cos1 * cos2 * cosL]
    if (sinS === 0) return cosS > 0 ? 0 : null
    const sigma = Math.atan2(sinS, cosS)
    const sinA = (cos1 * cos2 * sinL) / sinS
    const cos2A = 1 - sinA * sinA
    const cosM = cos2A === 0 ? 0 : cosS - (2 * sin1 * sin2) / cos2A
    const c = (kFlattening / 16) * cos2A * (4 + kFlattening * (4 - 3 * cos2A))
    const before = lambda
    lambda = l + (1 - c) * kFlattening * sinA * (sigma + c * sinS * (cosM + c * cosS * (-1 + 2 * cosM * cosM)))
    if (Math.abs(lambda) > Math.PI) return null
    if (Math.abs(lambda - before) > 1e-12) continue
    const uu = (cos2A * (kEquator * kEquator - kPolar * kPolar)) / (kPolar * kPolar)
    const bigA = 1 + (uu / 16384) * (4096 + uu * (-768 + uu * (320 - 175 * uu)))
    const bigB = (uu / 1024) * (256 + uu * (-128 + uu * (74 - 47 * uu)))
    const delta = bigB * sinS * (cosM + (bigB / 4) * (cosS * (-1 + 2 * cosM * cosM) - (bigB / 6) * cosM * (-3 + 4 * sinS * sinS) * (-3 + 4 * cosM * cosM)))
    return kPolar * bigA * (sigma - delta)
  }
  return null
}

export const metresBetween = (a: GeoPoint, b: GeoPoint): number => ellipsoidMetres(a, b) ?? sphereMetres(a, b)

/** Metres on a plane that touches the ellipsoid at `origin`: good for some kilometres around it. */
function flatten(origin: GeoPoint, point: GeoPoint): { x: number; y: number } {
  const lat = origin.lat * kRadian
  const e2 = kFlattening * (2 - kFlattening)
  const w = Math.sqrt(1 - e2 * Math.sin(lat) * Math.sin(lat))
  return { x: wrapped(point.lon - origin.lon) * kRadian * (kEquator / w) * Math.cos(lat), y: ((point.lat - origin.lat) * kRadian * kEquator * (1 - e2)) / (w * w * w) }
}

/** By the even-odd rule; what lies on a side may be either. */
export function contains(ring: Ring, point: GeoPoint): boolean {
  if (ring.length < 4) return false
  const across = wrapped(point.lon - ring[0]!.lon)
  const inside = [false, false, false]
  let at = 0
  for (let i = 0; i + 1 < ring.length; ++i) {
    const a = { x: at, y: ring[i]!.lat - point.lat }
    at += wrapped(ring[i + 1]!.lon - ring[i]!.lon)
    const b = { x: at, y: ring[i + 1]!.lat - point.lat }
    if (a.y > 0 === b.y > 0) continue
    const crosses = a.x + ((b.x - a.x) * (0 - a.y)) / (b.y - a.y)
    for (const turn of [-1, 0, 1]) if (crosses > across + 360 * turn) inside[turn + 1] = !inside[turn + 1]
  }
  return inside.includes(true)
}

/** To the nearest point of the ring's sides, from inside or outside. */
export function metresToSides(ring: Ring, point: GeoPoint): number {
  let least = Infinity
  let nearest = ring[0]
  for (let i = 0; i + 1 < ring.length; ++i) {
    const [a, b] = [flatten(point, ring[i]!), flatten(point, ring[i + 1]!)]
    const side = { x: b.x - a.x, y: b.y - a.y }
    const length = side.x * side.x + side.y * side.y
    const part = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * side.x + a.y * side.y) / length))
    const away = Math.hypot(a.x + part * side.x, a.y + part * side.y)
    if (away >= least) continue
    least = away
    nearest = { lat: ring[i]!.lat + part * (ring[i + 1]!.lat - ring[i]!.lat), lon: ring[i]!.lon + part * wrapped(ring[i + 1]!.lon - ring[i]!.lon) }
  }
  return nearest ? metresBetween(point, nearest) : Infinity
}
