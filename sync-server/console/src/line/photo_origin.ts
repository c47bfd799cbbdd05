/** Where a photo comes from, as a record's file entry states it (RECORDS.md, "Photos"): the rule of its form. */
import { readInstant } from './clock'

export interface PhotoSpot {
  lat: number
  lon: number
  within?: number
}

export interface PhotoOrigin {
  way: 'camera' | 'import'
  at: string
  place?: PhotoSpot
  noPlace?: string
  camera?: { taken?: string; zone?: string; place?: PhotoSpot }
  caption?: string
  reason?: string
}

const kInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?!-00:00)[+-]\d\d:\d\d$/

function isObject(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v)
}

function isWithin(v: unknown, most: number): boolean {
  return typeof v === 'number' && Math.abs(v) <= most
}

function isSpot(v: unknown): boolean {
  if (v === undefined) return true
  if (!isObject(v) || !isWithin(v.lat, 90) || !isWithin(v.lon, 180)) return false
  return v.within === undefined || (isWithin(v.within, 1e7) && (v.within as number) >= 0)
}

function areTexts(o: Record<string, unknown>, names: string[]): boolean {
  return names.every((n) => o[n] === undefined || typeof o[n] === 'string')
}

export function isPhotoOrigin(v: unknown): v is PhotoOrigin {
  if (!isObject(v) || (v.way !== 'camera' && v.way !== 'import')) return false
  if (typeof v.at !== 'string' || !kInstant.test(v.at) || readInstant(v.at) === null) return false
  if (!isSpot(v.place) || !areTexts(v, ['noPlace', 'caption', 'reason'])) return false
  const camera = v.camera
  return camera === undefined || (isObject(camera) && isSpot(camera.place) && areTexts(camera, ['taken', 'zone']))
}
