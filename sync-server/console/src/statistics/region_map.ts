/**
 * Counties as a drawing: outlines of assets/map (a sketch, no survey map: its README) brought onto a plane, each county with the
 * cell of the region that it lies in. Pure.
 */
import type { StatisticCell } from '../api/statistic_types'

type Ring = [number, number][]
export interface Outline {
  code: string
  rings: Ring[]
}

/** Of the file's text. Throws where it is no collection of outlines with codes. */
export function readOutlines(text: string): Outline[] {
  const { features } = JSON.parse(text) as { features: { properties: { code: string }; geometry: { type: string; coordinates: unknown } }[] }
  return features.map(({ properties, geometry }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw new Error(`${properties.code} has no outline`)
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][]
    return { code: properties.code, rings: polygons.flat() }
  })
}

export interface Drawn {
  width: number
  height: number
  /** A county, and the region whose cell it has; '' where nothing is counted. */
  shapes: { code: string; value: string; path: string }[]
  /** Where what is told of a region is written, and the middle of the region, where that is elsewhere. */
  labels: Label[]
}

interface Label {
  value: string
  x: number
  y: number
  of: { x: number; y: number }
}

const kWidth = 640
/** What a label takes: a name of four characters above a value. */
export const kLabel = { width: 62, height: 38 }
const kRounds = 200

/** Small regions lie closer together than words: labels that lie over each other move apart, each as little as it can. */
function apart(labels: Label[], width: number): Label[] {
  for (let round = 0; round < kRounds; ++round) {
    let moved = false
    for (const [i, a] of labels.entries()) {
      for (const b of labels.slice(i + 1)) {
        const over = { x: kLabel.width - Math.abs(a.x - b.x), y: kLabel.height - Math.abs(a.y - b.y) }
        if (over.x <= 0 || over.y <= 0) continue
        const along = over.x < over.y ? 'x' : 'y'
        const step = (a[along] <= b[along] ? -1 : 1) * (over[along] / 2 + 0.5)
        a[along] += step
        b[along] -= step
        moved = true
      }
    }
    if (!moved) break
  }
  for (const label of labels) label.x = Math.min(Math.max(label.x, kLabel.width / 2), width - kLabel.width / 2)
  return labels
}

/** Twice the area, and the middle, of a ring on the plane. */
function middleOf(ring: [number, number][]): { area: number; x: number; y: number } {
  let area = 0, x = 0, y = 0
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!
    const cross = ax * by - bx * ay
    area += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  })
  return area === 0 ? { area: 0, x: ring[0]![0], y: ring[0]![1] } : { area: Math.abs(area), x: x / (3 * area), y: y / (3 * area) }
}

/** What lies in one of `within` ("" is all); null: there are no outlines of it. `cells`: of regions, by their codes. */
export function drawRegions(outlines: readonly Outline[], within: readonly string[], cells: readonly Pick<StatisticCell, 'value'>[]): Drawn | null {
  const here = outlines.filter((one) => within.some((region) => one.code.startsWith(region)))
  if (here.length === 0) return null
  const all = here.flatMap((one) => one.rings.flat())
  const [west, east] = [Math.min(...all.map((p) => p[0])), Math.max(...all.map((p) => p[0]))]
  const [south, north] = [Math.min(...all.map((p) => p[1])), Math.max(...all.map((p) => p[1]))]
  // Degrees of longitude are shorter than those of latitude; at the middle both have their right length.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = kWidth / Math.max((east - west) * squeeze, 1e-6)
  const place = ([lon, lat]: [number, number]): [number, number] => [(lon - west) * squeeze * scale, (north - lat) * scale]
  const middles = new Map<string, { area: number; x: number; y: number }>()
  const shapes = here.map(({ code, rings }) => {
    const value = cells.filter((cell) => code.startsWith(cell.value)).sort((a, b) => b.value.length - a.value.length)[0]?.value ?? ''
    const drawn = rings.map((ring) => ring.map(place))
    for (const ring of drawn) {
      // Where a region is several pieces what it says stands in the weighted middle of them.
      const { area, x, y } = middleOf(ring)
      const sum = middles.get(value) ?? { area: 0, x: 0, y: 0 }
      middles.set(value, { area: sum.area + area, x: sum.x + x * area, y: sum.y + y * area })
    }
    return { code, value, path: drawn.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('') }
  })
  const labels = [...middles].filter(([value, { area }]) => value !== '' && area > 0).map(([value, { area, x, y }]) => ({ value, x: x / area, y: y / area, of: { x: x / area, y: y / area } }))
  return { width: kWidth, height: Math.max(1, (north - south) * scale), shapes, labels: apart(labels, kWidth) }
}
