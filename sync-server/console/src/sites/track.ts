/**
 * The track of a walked boundary (RECORDS.md, `site.proposed`): a file that the proposal names by its hash, a GeoJSON
 * Feature with a LineString of all fixes. What is not of that form is no track: nothing of it is drawn.
 */
import { sha256Hex } from '../crypto/sha256'
import type { Bytes } from '../base/bytes'

export interface TrackSource {
  file(sha256: string): Promise<Bytes>
}

/** More than a day of fixes, one a second: nobody walks a boundary for longer. */
const kMostFixes = 100_000

const isPlace = (v: unknown): v is [number, number] => Array.isArray(v) && v.length >= 2 && typeof v[0] === 'number' && typeof v[1] === 'number' && Math.abs(v[0]) <= 180 && Math.abs(v[1]) <= 90

/** Longitude first; null where the text is no track. */
export function readTrack(text: string): [number, number][] | null {
  try {
    const feature = JSON.parse(text) as { type?: unknown; geometry?: { type?: unknown; coordinates?: unknown } }
    const line = feature.geometry?.coordinates
    if (feature.type !== 'Feature' || feature.geometry?.type !== 'LineString' || !Array.isArray(line)) return null
    if (line.length < 2 || line.length > kMostFixes || !line.every(isPlace)) return null
    return line.map(([lon, lat]) => [lon, lat])
  } catch {
    return null
  }
}

/** 'changed': the server's bytes are others than the proposal names. Throws what the network throws. */
export async function fetchTrack(source: TrackSource, hash: string): Promise<[number, number][] | 'changed' | 'unreadable'> {
  const bytes = await source.file(hash)
  if ((await sha256Hex(bytes)) !== hash) return 'changed'
  return readTrack(new TextDecoder().decode(bytes)) ?? 'unreadable'
}
