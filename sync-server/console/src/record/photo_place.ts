/**
 * Where and when a photo was taken, as its camera wrote it (EXIF, in a JPEG, PNG or WebP). The bytes are the signed ones,
 * their meaning is the camera's word: shown, never believed. Any bytes are taken; what is no place gives none.
 */
import type { Bytes } from '../base/bytes'

export interface PhotoPlace {
  point: { lat: number; lon: number } | null
  taken: string | null
}

const kNothing: PhotoPlace = { point: null, taken: null }
/** More entries than any camera writes into one directory. */
const kMostEntries = 512

export function photoPlace(bytes: Bytes): PhotoPlace {
  try {
    const exif = exifOf(bytes)
    return exif ? readTiff(exif) : kNothing
  } catch (e) {
    if (e instanceof RangeError) return kNothing // it points outside itself
    throw e
  }
}

const viewOf = (b: Bytes) => new DataView(b.buffer, b.byteOffset, b.byteLength)
const ascii = (v: DataView, at: number, n: number) => String.fromCharCode(...Array.from({ length: n }, (_, i) => v.getUint8(at + i)))

function exifOf(bytes: Bytes): DataView | null {
  const v = viewOf(bytes)
  const part = (from: number, size: number) => (size >= 8 && from + size <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset + from, size) : null)
  if (bytes.length < 16) return null
  if (v.getUint16(0) === 0xffd8) {
    for (let at = 2; at + 4 <= bytes.length && v.getUint8(at) === 0xff; ) {
      const marker = v.getUint8(at + 1)
      if (marker === 0xff) {
        at += 1
        continue
      }
      if (marker === 0xda || marker === 0xd9) return null
      const size = v.getUint16(at + 2)
      if (size < 2) return null
      if (marker === 0xe1 && size >= 8 && ascii(v, at + 4, 6) === 'Exif\0\0') return part(at + 10, size - 8)
      at += 2 + size
    }
  } else if (v.getUint32(0) === 0x89504e47) {
    for (let at = 8; at + 12 <= bytes.length; at += 12 + v.getUint32(at)) if (ascii(v, at + 4, 4) === 'eXIf') return part(at + 8, v.getUint32(at))
  } else if (ascii(v, 0, 4) === 'RIFF' && ascii(v, 8, 4) === 'WEBP') {
    for (let at = 12; at + 8 <= bytes.length; at += 8 + v.getUint32(at + 4, true) + (v.getUint32(at + 4, true) % 2)) {
      if (ascii(v, at, 4) !== 'EXIF') continue
      const found = part(at + 8, v.getUint32(at + 4, true))
      return found && ascii(found, 0, 6) === 'Exif\0\0' ? part(at + 14, found.byteLength - 6) : found
    }
  }
  return null
}

function readTiff(t: DataView): PhotoPlace {
  const order = ascii(t, 0, 2)
  if (order !== 'II' && order !== 'MM') return kNothing
  const little = order === 'II'
  if (t.getUint16(2, little) !== 42) return kNothing
  /** A directory's entries: tag to the place of its 12 bytes. */
  const directory = (at: number) => {
    const entries = new Map<number, number>()
    const count = Math.min(t.getUint16(at, little), kMostEntries)
    for (let i = 0; i < count; i++) entries.set(t.getUint16(at + 2 + 12 * i, little), at + 2 + 12 * i)
    return entries
  }
  const pointer = (entries: Map<number, number>, tag: number) => {
    const at = entries.get(tag)
    return at === undefined || t.getUint16(at + 2, little) !== 4 ? null : directory(t.getUint32(at + 8, little))
  }
  const text = (entries: Map<number, number>, tag: number, most: number) => {
    const at = entries.get(tag)
    if (at === undefined || t.getUint16(at + 2, little) !== 2) return ''
    const size = t.getUint32(at + 4, little)
    if (size > most) return ''
    return ascii(t, size <= 4 ? at + 8 : t.getUint32(at + 8, little), size).replace(/\0[^]*$/, '')
  }
  const angle = (entries: Map<number, number>, tag: number, letters: string, most: number) => {
    const at = entries.get(tag)
    const letter = text(entries, tag - 1, 4)
    if (at === undefined || t.getUint16(at + 2, little) !== 5 || t.getUint32(at + 4, little) !== 3 || letter.length !== 1 || !letters.includes(letter)) return null
    const from = t.getUint32(at + 8, little)
    let degrees = 0
    for (let i = 0; i < 3; i++) degrees += t.getUint32(from + 8 * i, little) / t.getUint32(from + 8 * i + 4, little) / 60 ** i
    return degrees <= most ? (letter === letters[1] ? -degrees : degrees) : null // NaN and infinity are no angles
  }
  const first = directory(t.getUint32(4, little))
  const gps = pointer(first, 0x8825)
  const lat = gps && angle(gps, 2, 'NS', 90)
  const lon = gps && angle(gps, 4, 'EW', 180)
  const own = pointer(first, 0x8769)
  const taken = own ? text(own, 0x9003, 20) : ''
  return {
    // A camera without a fix writes zeros.
    point: lat !== null && lon !== null && (lat !== 0 || lon !== 0) ? { lat, lon } : null,
    taken: /^(?!0000)\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/.test(taken) ? taken.replace(/^(\d{4}):(\d\d):/, '$1-$2-') : null,
  }
}
