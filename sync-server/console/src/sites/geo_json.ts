/**
 * GeoJSON (RFC 7946) as sites: each feature's properties are the cells of a row, its geometry is the point, or a Polygon the
 * boundary. Where a boundary's feature names no point of its own, the middle of its box is the point.
 */
import { textCell, type Cell, type Sheet } from '../sheets/cell'
import { SheetError } from '../sheets/cell'

const kMaxFeatures = 20_000
const kNoNumber = '?'
const kPlaceNames = ['lat', 'lon', 'latitude', 'longitude', 'boundary']

/** The same table that a workbook would give: a header of every name that a property has, then a row a feature. */
export function readGeoJson(text: string): Sheet {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new SheetError('damaged')
  }
  const features = featuresOf(value)
  if (features.length === 0) throw new SheetError('empty')
  if (features.length > kMaxFeatures) throw new SheetError('too_large')
  const names = [...new Set(features.flatMap((f) => Object.keys(f.properties)))].filter((n) => !kPlaceNames.includes(n))
  const rows: Cell[][] = [[...names, 'boundary', 'lat', 'lon'].map(textCell)]
  for (const { properties, geometry } of features) {
    const own = { lat: textOf(properties.lat ?? properties.latitude), lon: textOf(properties.lon ?? properties.longitude) }
    const isPoint = isObject(geometry) && geometry.type === 'Point'
    // A geometry whose coordinates are no numbers is not the same as none: its cells say so, and are told.
    const middle = middleOf(geometry) ?? (isObject(geometry) && isPoint ? { lat: kNoNumber, lon: kNoNumber } : null)
    const at = isPoint || own.lat === '' || own.lon === '' ? (middle ?? own) : own
    const boundary = isObject(geometry) && geometry.type === 'Polygon' ? JSON.stringify(geometry) : ''
    rows.push([...names.map((n) => textCell(textOf(properties[n]))), textCell(boundary), textCell(String(at.lat)), textCell(String(at.lon))])
  }
  return { rows }
}

export function looksLikeJson(text: string): boolean {
  return /^\ufeff?\s*[{[]/.test(text)
}

interface Feature {
  properties: Record<string, unknown>
  geometry: unknown
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)

function featuresOf(value: unknown): Feature[] {
  if (!isObject(value)) throw new SheetError('not_a_sheet')
  const all = value.type === 'FeatureCollection' ? value.features : value.type === 'Feature' ? [value] : null
  if (!Array.isArray(all)) throw new SheetError('not_a_sheet')
  return all.map((f: unknown) => {
    if (!isObject(f)) throw new SheetError('damaged')
    const properties = isObject(f.properties) ? f.properties : {}
    return { properties: f.id !== undefined && properties.id === undefined ? { id: f.id, ...properties } : properties, geometry: f.geometry }
  })
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('、')
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Of a point itself, of anything else the middle of its box; null where there is no geometry. */
function middleOf(geometry: unknown): { lat: number; lon: number } | null {
  if (!isObject(geometry)) return null
  const all: [number, number][] = []
  const take = (v: unknown, deep: number): void => {
    if (!Array.isArray(v) || deep > 5) return
    if (typeof v[0] === 'number' && typeof v[1] === 'number') all.push([v[0], v[1]])
    else for (const inner of v) take(inner, deep + 1)
  }
  take(geometry.coordinates, 0)
  if (all.length === 0) return null
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [lon, lat] of all) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const round = (n: number) => Math.round(n * 1e6) / 1e6
  return { lat: round((south + north) / 2), lon: round((west + east) / 2) }
}
