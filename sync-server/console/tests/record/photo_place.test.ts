import { describe, expect, it } from 'vitest'
import { photoPlace } from '../../src/record/photo_place'
import { placeWords } from '../../src/record/place_words'

/** A TIFF with a GPS place (degrees, minutes, hundredths of seconds) and a time, in either byte order. */
function tiff(north = 'N', east = 'E', little = true, below = 1): Uint8Array {
  const b = new Uint8Array(178)
  const v = new DataView(b.buffer)
  const put = (at: number, text: string) => b.set([...text].map((c) => c.charCodeAt(0)), at)
  const entry = (at: number, tag: number, format: number, count: number, value: number | string) => {
    v.setUint16(at, tag, little)
    v.setUint16(at + 2, format, little)
    v.setUint32(at + 4, count, little)
    if (typeof value === 'string') put(at + 8, value)
    else v.setUint32(at + 8, value, little)
  }
  put(0, little ? 'II' : 'MM')
  v.setUint16(2, 42, little)
  v.setUint32(4, 8, little)
  v.setUint16(8, 2, little)
  entry(10, 0x8769, 4, 1, 38)
  entry(22, 0x8825, 4, 1, 56)
  v.setUint16(38, 1, little)
  entry(40, 0x9003, 2, 20, 110)
  v.setUint16(56, 4, little)
  entry(58, 1, 2, 2, north)
  entry(70, 2, 5, 3, 130)
  entry(82, 3, 2, 2, east)
  entry(94, 4, 5, 3, 154)
  put(110, '2026:11:22 08:15:30')
  for (const [i, n] of [38, below, 14, below, 4956, 100, 101, below, 58, below, 588, 100].entries()) v.setUint32(130 + 4 * i, n, little)
  return b
}
const bytes = (...parts: (string | number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? [...p].map((c) => c.charCodeAt(0)) : [...p])))
const inJpeg = (t: Uint8Array) => bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xe1, (t.length + 8) >> 8, (t.length + 8) & 255], 'Exif\0\0', t, [0xff, 0xda])
const inPng = (t: Uint8Array) => bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 0], 'IHDRcrc?', [0, 0, t.length >> 8, t.length & 255], 'eXIf', t, 'crc?')
const inWebp = (t: Uint8Array) => bytes('RIFF', [0, 0, 0, 0], 'WEBP', 'VP8 ', [1, 0, 0, 0, 7, 0], 'EXIF', [t.length & 255, t.length >> 8, 0, 0], t)

describe('the place that a camera wrote into a photo', () => {
  it('is read from each format, in either byte order', () => {
    for (const photo of [inJpeg(tiff()), inPng(tiff()), inWebp(tiff()), inWebp(bytes('Exif\0\0', tiff())), inJpeg(tiff('N', 'E', false))]) {
      const { point, taken } = photoPlace(photo)
      expect(point!.lat).toBeCloseTo(38.2471, 5)
      expect(point!.lon).toBeCloseTo(101.9683, 5)
      expect(taken).toBe('2026-11-22 08:15:30')
    }
    expect(photoPlace(inJpeg(tiff('S', 'W'))).point!.lat).toBeCloseTo(-38.2471, 5)
  })
  it('is none where there is none, or no angle', () => {
    for (const photo of [new Uint8Array(), bytes('hello'), inJpeg(tiff('X')), inJpeg(tiff('N', 'E', true, 0)), inJpeg(new Uint8Array(20))]) expect(photoPlace(photo).point).toBeNull()
  })
  it('any changed or missing byte ends in a place on the globe or in none, never in an exception', () => {
    for (const whole of [inJpeg(tiff()), inPng(tiff()), inWebp(tiff())]) {
      for (let i = 0; i < whole.length; i++) {
        photoPlace(whole.slice(0, i))
        for (const flip of [1, 0x80, 0xff]) {
          const { point } = photoPlace(whole.map((x, n) => (n === i ? x ^ flip : x)))
          if (point) expect(Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180).toBe(true)
        }
      }
    }
  })
  it('is said with its distance from the site', () => {
    const { point, taken } = photoPlace(inJpeg(tiff()))
    expect(placeWords({ point, taken }, { point: { lat: 38.2471, lon: 101.98 }, ring: null })).toBe('拍摄位置 38.24710, 101.96830 · 距检查对象 1.0 公里 · 相机时间 2026-11-22 08:15:30')
    expect(placeWords({ point: null, taken: null }, null)).toBe('')
  })
})
