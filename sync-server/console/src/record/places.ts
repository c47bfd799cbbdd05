/** Where records say that they were made: read leniently, what is no place is left out (verify/bodies/place.ts refuses it). */
import type { Line } from '../line/line'
import { statesPlace } from '../verify/bodies/place'

export interface Placed {
  lat: number
  lon: number
  acc: number
  satellites: number | null
  mocked: boolean
}
/** A place, or why there is none. */
export type Whereabouts = Placed | { none: string }

export interface InspectionPlaces {
  begun: Whereabouts | null
  signed: Whereabouts | null
  /** By the file's hash. */
  files: Map<string, Whereabouts>
}

type Json = Record<string, unknown>
const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v)
const finite = (v: unknown): v is number => typeof v === 'number' && Number.isFinite(v)

function whereabouts(v: unknown): Whereabouts | null {
  if (!isObject(v)) return null
  if (typeof v.none === 'string') return { none: v.none }
  if (!finite(v.lat) || !finite(v.lon) || !finite(v.acc)) return null
  return { lat: v.lat, lon: v.lon, acc: v.acc, satellites: finite(v.satellites) ? v.satellites : null, mocked: v.mocked === true }
}

/** Where a line was signed: an act, a second signature, a delivery, a contribution, or a version of a record. null where nobody asked. */
export function signedPlace(line: Line): Whereabouts | null {
  const { type, body } = line.payload
  return statesPlace(type) ? whereabouts(body.place) : (readPlaces(line)?.signed ?? null)
}

/** null where nobody asked. */
export function readPlaces(line: Line): InspectionPlaces | null {
  const places = line.payload.body.places
  if (!isObject(places)) return null
  const files = isObject(places.files) ? Object.entries(places.files) : []
  return {
    begun: whereabouts(places.begun),
    signed: whereabouts(places.signed),
    files: new Map(files.flatMap(([hash, v]) => { const read = whereabouts(v); return read ? [[hash, read] as const] : [] })),
  }
}
